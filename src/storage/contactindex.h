#pragma once

#include "base/cancel.h"
#include "base/result.h"

class Database;

/// Copies what `contact` holds to where lists, searches and segments find it quickly: names and numbers by
/// three letters, values of attributes, order by name. Whoever writes contacts writes `contact` alone and may
/// forget about this; readers give the same answers before and after, only slower before.
class ContactIndex
{
public:
    explicit ContactIndex(Database &database)
        : m_database{database}
    {
    }

    /// How many contacts are still to be copied.
    Result<qint64> behind();

    /// Copies some hundreds in one short transaction; how many. 0: nothing is left.
    Result<int> step();

    /// Copies all of them, step by step, so that other writers get their turn. Ends early when cancelled.
    Result<> catchUp(const CancelToken &cancel = {});

private:
    Result<int> copyPiece();
    Result<int> copyStale();
    Result<int> copyNew();

    Database &m_database;
};
