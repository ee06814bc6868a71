#pragma once

#include "cli/arguments.h"
#include "workspace/session.h"

#include <vector>

// The options by which commands pick people from the contact book: --tag, --segment, --where, --search.

const std::vector<OptionSpec> &contactSelectionSpecs();
bool hasContactSelection(const Arguments &arguments);
/// Who meets all of those that are given.
Result<ContactQuery> readContactSelection(const Arguments &arguments, Session &session);

/// Those whose numbers stand in the command from the first word on, or whom the options pick; NotFound where
/// a number is not in the book. Neither or both of the two is wrong usage.
Result<std::vector<ContactId>> readPeople(const Arguments &arguments, Session &session);

Error noContactError(const PhoneNumber &phone);
/// The contact of this number.
Result<Contact> readContact(const QString &text, Session &session);
/// A number exactly as the contact book has it, also where it is an old way to write another one.
Result<PhoneNumber> readExactPhone(const QString &text);
