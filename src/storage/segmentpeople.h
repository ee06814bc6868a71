#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/segmentrule.h"
#include "storage/contactset.h"

#include <QString>
#include <QVariant>

#include <unordered_map>

class Database;

/// What conditions have answered, for as long as nobody writes to the database: a count that follows what a
/// person types asks anew only for what they changed. For one connection.
class SegmentMemory
{
public:
    /// Forgets everything if the state of the open transaction is another one than the last.
    Result<> begin(Database &database);
    /// As selectContacts().
    Result<ContactSet> select(Database &database, const QString &sql, const QVariantList &values);

private:
    struct State
    {
        qint64 ofOthers = -1;
        qint64 ofOurs = -1;

        friend bool operator==(const State &, const State &) = default;
    };

    State m_state;
    std::unordered_map<QString, ContactSet> m_answers;
};

/// Everybody in the contact book who meets the rule now. Each condition is one look at an index, joined here:
/// tens of milliseconds at a million contacts. Needs an open transaction, so that all conditions are judged
/// on one state. With a `memory`, what it knows is not looked up again.
Result<ContactSet> peopleMeeting(Database &database, const SegmentRule &rule, UtcTime now,
                                 SegmentMemory *memory = nullptr);
