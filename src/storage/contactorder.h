#pragma once

#include "storage/contactstore.h"

#include <vector>

/// Everybody in the book in the order of the query, whoever else it is about. The same answer before, while
/// and after the index catches up. Needs an open transaction, so that all is read from one state.
Result<std::vector<ContactId>> everybodyInOrder(Database &database, const ContactQuery &query, UtcTime now);
