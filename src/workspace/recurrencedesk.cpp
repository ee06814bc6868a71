#include "workspace/recurrencedesk.h"

#include "workspace/session.h"

#include <QLocale>

using namespace Qt::StringLiterals;

Result<Recurrence> RecurrenceDesk::repeat(CampaignId pattern, const RecurrenceRule &rule,
                                          OccurrenceAction action, const RecurringAudience &audience)
{
    const bool isZoneKnown =
        rule.timeZone.isEmpty() || QTimeZone::isTimeZoneIdAvailable(rule.timeZone.toLatin1());
    if (!rule.isValid() || !isZoneKnown)
        return Error{ErrorKind::BadInput,
                     isZoneKnown ? tr("Say on which days and at what time.")
                                 : tr("There is no time zone %1.").arg(rule.timeZone),
                     u"bad_recurrence"_s,
                     {}};
    const UtcTime now = m_session.clock().now();
    const Recurrence recurrence{
        pattern, rule, action, audience, nextOccurrence(rule, now, m_session.timeZone()), {}};
    if (const Result<> set = m_session.recurrences().set(recurrence, now); !set)
        return set.error();
    return recurrence;
}

Result<std::vector<CampaignId>> RecurrenceDesk::makeDue(const CancelToken &cancel)
{
    Result<std::vector<Occurrence>> begun = m_session.recurrences().incomplete();
    if (!begun)
        return begun.error();
    const Result<std::vector<Recurrence>> due = m_session.recurrences().due(m_session.clock().now());
    if (!due)
        return due.error();
    for (const Recurrence &recurrence : *due) {
        const Result<std::optional<Occurrence>> occurrence = begin(recurrence);
        if (!occurrence)
            return occurrence.error();
        if (*occurrence)
            begun->push_back(**occurrence);
    }
    std::vector<CampaignId> made;
    for (const Occurrence &occurrence : *begun) {
        const Result<bool> isMade = fillAndComplete(occurrence, cancel);
        if (!isMade)
            return isMade.error();
        if (*isMade)
            made.push_back(occurrence.campaign);
    }
    return made;
}

Result<std::optional<Occurrence>> RecurrenceDesk::begin(const Recurrence &recurrence)
{
    const UtcTime now = m_session.clock().now();
    const QTimeZone zone = m_session.timeZone();
    const std::optional<DueOccurrence> due = dueOccurrence(recurrence, now, zone);
    if (!due)
        return std::optional<Occurrence>{};
    const Result<Campaign> pattern = m_session.campaigns().load(recurrence.pattern);
    if (!pattern)
        return pattern.error();
    const QDate day = toDateTime(due->due).toTimeZone(zone).date();
    //: The name of a campaign that is made again and again: "Weekly offer, 30 Nov 2026"
    const QString name = tr("%1, %2").arg(pattern->name, QLocale{}.toString(day, tr("d MMM yyyy")));
    return m_session.recurrences().begin(recurrence, *due, name, now);
}

/// False where there is nothing more to do, or not now.
Result<bool> RecurrenceDesk::fillAndComplete(const Occurrence &occurrence, const CancelToken &cancel)
{
    QString problem;
    if (occurrence.campaign.isValid()) {
        const Result<Campaign> campaign = m_session.campaigns().load(occurrence.campaign);
        if (!campaign)
            return campaign.error();
        // Scheduled already where a crash came just before it was noted as complete.
        if (campaign->state == CampaignState::Draft) {
            const Result<bool> isFull = fill(occurrence, cancel, problem);
            if (!isFull)
                return isFull.error();
            if (!*isFull)
                return false;
        }
    } else {
        problem = tr("The campaign was deleted before it was complete.");
    }
    const Result<bool> isComplete =
        m_session.recurrences().complete(occurrence, problem, m_session.clock().now());
    if (!isComplete)
        return isComplete.error();
    return *isComplete && occurrence.campaign.isValid();
}

/// False where that has to wait.
Result<bool> RecurrenceDesk::putPeopleIn(const Occurrence &occurrence, const CancelToken &cancel,
                                         QString &problem)
{
    if (occurrence.audience.kind == RecurringAudience::Kind::Segment) {
        const Result<Segment> segment = m_session.segments().load(occurrence.audience.segment);
        if (!segment && segment.error().kind != ErrorKind::NotFound)
            return segment.error();
        if (!segment) {
            problem = segment.error().message; // an empty draft, for a person to fill
            return true;
        }
        const Result<AddedPeople> added = m_session.campaignDesk().takeFromContacts(
            occurrence.campaign, {segment->rule, segment->name}, cancel);
        if (!added)
            return added.error();
        return !cancel.isCancelled();
    }
    const Result<AddedPeople> copied = m_session.campaigns().copyRecipients(
        occurrence.campaign, occurrence.pattern, m_session.clock().now(), cancel);
    if (!copied)
        return copied.error();
    const Result<Campaign> pattern = m_session.campaigns().load(occurrence.pattern);
    if (!pattern)
        return pattern.error();
    // Cancelled, or somebody changes the pattern's people at this moment: not before everybody is in.
    const int seen = copied->added + copied->duplicates + copied->optedOut;
    return seen == pattern->counts.total();
}

/// Puts the people in and, where that is wished, schedules it. False where that has to wait.
Result<bool> RecurrenceDesk::fill(const Occurrence &occurrence, const CancelToken &cancel, QString &problem)
{
    const Result<bool> isFull = putPeopleIn(occurrence, cancel, problem);
    if (!isFull || !*isFull || !problem.isEmpty())
        return isFull;
    if (occurrence.action == OccurrenceAction::Draft)
        return true;
    const Result<Campaign> scheduled =
        m_session.campaignDesk().scheduleFor(occurrence.campaign, occurrence.due);
    if (scheduled)
        return true;
    if (scheduled.error().kind != ErrorKind::Refused)
        return scheduled.error();
    problem = scheduled.error().message; // it stays a draft, for a person to mend
    return true;
}
