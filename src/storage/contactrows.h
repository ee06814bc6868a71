#pragma once

#include "domain/contact.h"

class Row;

// Reading contacts, for every store that does.

/// SELECT … FROM contact, ending in a space; `contactFrom` reads its rows. Ids below 1 stand for people who
/// are not in the book any more and must be left out.
QString selectContacts();
Contact contactFrom(const Row &row);

/// The condition for a contact of this id to be in the book: it is a person's, and the import that brings it
/// is over.
QString isInBook(const QString &id);

/// Every person who left the book is this one to the rows that still speak of them.
inline constexpr qint64 kNobody = 0; ///< below it SQLite would give the next contact an id that is nobody's
