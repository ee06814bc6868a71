#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/deliveryevent.h"
#include "storage/erasednumbers.h"

class Database;
class InboundMessages;

/// What Meta tells of people who were erased: nothing of it is kept, and where they go from there they are
/// erased as well. What others said or did at their numbers, before them or after them, counts. Inside a
/// transaction.
class ErasedSenders
{
public:
    ErasedSenders(Database &database, InboundMessages &inbound, UtcTime now)
        : m_database{database}
        , m_inbound{inbound}
        , m_erased{database}
        , m_now{now}
    {
    }

    /// Told by the number, or by Meta's own name for the person, who may write from another number now.
    /// Whoever has that one in the contact book since they were erased is not meant: that was somebody's
    /// decision.
    Result<bool> isErased(const QString &phone, const QString &userId);
    /// Whether somebody goes to a number, or to a name, of which nothing may be written down.
    Result<bool> isErasedAfter(const PersonChangeEvent &event);
    /// A button of a message that we sent to them, whatever number they tap it from.
    Result<bool> isTapOfErased(const InboundMessageEvent &event);
    /// Whether a change that speaks of an erased number is known, of somebody else.
    Result<bool> isOthersKnownChange(const PersonChangeEvent &told);
    /// Whether a body speaks of them.
    Result<bool> areIn(const QByteArray &body) { return m_erased.areIn(body); }

    /// For the name of whoever is not erased any more.
    Result<> letIn(const QString &userId);

    /// Whatever was said or told from where they went. Not if somebody of the contact book is there: they are
    /// not the one who was erased, who may have had their former number after them.
    Result<> eraseAlso(const PersonChangeEvent &event);

    // A stop that seems to be that of an erased person may be the word of who left their number before, and
    // one under an erased name comes from a number that others have too.
    Result<> heedOthers(const InboundMessageEvent &event);
    Result<> heedOthers(const PreferenceEvent &event);

private:
    Result<> heedOthersStop(const QString &told, const QString &source, UtcTime at);
    Result<bool> isInBook(const QString &phone, const QString &userId);
    Result<bool> isLetInSince(const QString &phone, const QString &userId, const QString &erasedName);
    Result<bool> isInBookSince(const QString &phone, const QString &userId, UtcTime since);

    Database &m_database;
    InboundMessages &m_inbound;
    ErasedNumbers m_erased;
    UtcTime m_now;
};
