#pragma once

#include "base/clock.h"
#include "domain/ids.h"

#include <QString>
#include <QTimeZone>

#include <optional>

/// When something comes again: every day, on days of the week, or on a day of the month, at a time of day.
struct RecurrenceRule
{
    enum class Every { Day, Week, Month };

    Every every = Every::Week;
    quint8 days = 1; ///< of the week, bit 0 is Monday; counts for Week
    int dayOfMonth = 1; ///< 1 to 31, in a shorter month its last day; counts for Month
    int minute = 10 * 60; ///< after midnight, 0 to 1439
    QString timeZone; ///< IANA id; empty: the workspace's own

    bool isValid() const;
    friend bool operator==(const RecurrenceRule &, const RecurrenceRule &) = default;
};

QString toWord(RecurrenceRule::Every every); ///< "day", "week", "month"
std::optional<RecurrenceRule::Every> everyFromWord(QStringView word);

/// The first time after `after`, across daylight-saving changes and the ends of months.
UtcTime nextOccurrence(const RecurrenceRule &rule, UtcTime after, const QTimeZone &workspaceZone);

/// What is done when a campaign's time comes again.
enum class OccurrenceAction {
    Draft, ///< a draft is made, which a person looks at and sends
    Send, ///< it is sent
};

QString toWord(OccurrenceAction action); ///< "draft", "send"
std::optional<OccurrenceAction> occurrenceActionFromWord(QStringView word);

/// Whom an occurrence goes to, worked out when it is made; without who has opted out by then.
struct RecurringAudience
{
    enum class Kind {
        SamePeople, ///< of the campaign that is repeated
        Segment, ///< everybody in the contact book who is in it then
    };

    Kind kind = Kind::SamePeople;
    QString segment; ///< its name

    static RecurringAudience ofSegment(const QString &name) { return {Kind::Segment, name}; }
    static std::optional<RecurringAudience> parse(QStringView text);
    QString text() const; ///< "campaign", "segment NAME"
    friend bool operator==(const RecurringAudience &, const RecurringAudience &) = default;
};

/// A campaign that is made again and again.
struct Recurrence
{
    CampaignId pattern; ///< the campaign that is repeated: its template, its settings, its people
    RecurrenceRule rule;
    OccurrenceAction action = OccurrenceAction::Draft;
    RecurringAudience audience;
    UtcTime nextAt;
    QString problem; ///< why the last time did not send; empty: it did

    friend bool operator==(const Recurrence &, const Recurrence &) = default;
};

/// The time of a recurrence that has come.
struct DueOccurrence
{
    UtcTime due; ///< the latest: of several that were missed, only one is made
    int skipped = 0; ///< earlier ones
    UtcTime next;

    friend bool operator==(const DueOccurrence &, const DueOccurrence &) = default;
};

/// Nothing while its next time is still to come.
std::optional<DueOccurrence> dueOccurrence(const Recurrence &recurrence, UtcTime now,
                                           const QTimeZone &workspaceZone);
