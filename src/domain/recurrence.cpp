#include "domain/recurrence.h"

#include "domain/sendingwindow.h"
#include "domain/timeofday.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr auto kSegment = "segment "_L1; ///< before its name

using Every = RecurrenceRule::Every;

constexpr std::array kEvery{Every::Day, Every::Week, Every::Month};
constexpr std::array kActions{OccurrenceAction::Draft, OccurrenceAction::Send};

/// Two months hold every day of a month, and a week every day of the week.
constexpr int kLookAhead = 62;

QTimeZone zoneOf(const RecurrenceRule &rule, const QTimeZone &workspaceZone)
{
    if (!rule.timeZone.isEmpty()) { // an empty id is the system's zone to Qt
        const QTimeZone own{rule.timeZone.toLatin1()};
        if (own.isValid())
            return own;
    }
    return workspaceZone.isValid() ? workspaceZone : QTimeZone::utc();
}

bool isDay(const RecurrenceRule &rule, QDate day)
{
    switch (rule.every) {
    case Every::Day: return true;
    case Every::Week: return (rule.days & (1 << (day.dayOfWeek() - 1))) != 0;
    case Every::Month: return day.day() == std::min(rule.dayOfMonth, day.daysInMonth());
    }
    Q_UNREACHABLE();
}

} // namespace

bool RecurrenceRule::isValid() const
{
    const bool hasDay = every != Every::Week || (days & SendingWindow::kEveryDay) != 0;
    const bool hasDate = every != Every::Month || (dayOfMonth >= 1 && dayOfMonth <= 31);
    return hasDay && hasDate && minute >= 0 && minute < kMinutesPerDay;
}

QString toWord(Every every)
{
    switch (every) {
    case Every::Day: return u"day"_s;
    case Every::Week: return u"week"_s;
    case Every::Month: return u"month"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Every> everyFromWord(QStringView word)
{
    const auto *const found =
        std::find_if(kEvery.begin(), kEvery.end(), [&](Every every) { return toWord(every) == word; });
    return found == kEvery.end() ? std::nullopt : std::optional{*found};
}

QString toWord(OccurrenceAction action)
{
    switch (action) {
    case OccurrenceAction::Draft: return u"draft"_s;
    case OccurrenceAction::Send: return u"send"_s;
    }
    Q_UNREACHABLE();
}

std::optional<OccurrenceAction> occurrenceActionFromWord(QStringView word)
{
    const auto *const found = std::find_if(kActions.begin(), kActions.end(),
                                           [&](OccurrenceAction action) { return toWord(action) == word; });
    return found == kActions.end() ? std::nullopt : std::optional{*found};
}

std::optional<RecurringAudience> RecurringAudience::parse(QStringView text)
{
    if (text == RecurringAudience{}.text())
        return RecurringAudience{};
    if (text.startsWith(kSegment) && text.size() > kSegment.size())
        return ofSegment(text.mid(kSegment.size()).toString());
    return std::nullopt;
}

QString RecurringAudience::text() const
{
    switch (kind) {
    case Kind::SamePeople: return u"campaign"_s;
    case Kind::Segment: return kSegment + segment;
    }
    Q_UNREACHABLE();
}

UtcTime nextOccurrence(const RecurrenceRule &rule, UtcTime after, const QTimeZone &workspaceZone)
{
    Q_ASSERT(rule.isValid());
    const QTimeZone zone = zoneOf(rule, workspaceZone);
    const QDate today = toDateTime(after).toTimeZone(zone).date();
    for (int offset = 0; offset <= kLookAhead; ++offset) {
        const QDate day = today.addDays(offset);
        if (!isDay(rule, day))
            continue;
        const UtcTime moment = fromDateTime(momentAt(day, rule.minute, zone));
        if (moment > after)
            return moment;
    }
    Q_UNREACHABLE();
}

std::optional<DueOccurrence> dueOccurrence(const Recurrence &recurrence, UtcTime now,
                                           const QTimeZone &workspaceZone)
{
    if (recurrence.nextAt > now)
        return std::nullopt;
    DueOccurrence due{recurrence.nextAt, 0,
                      nextOccurrence(recurrence.rule, recurrence.nextAt, workspaceZone)};
    while (due.next <= now) {
        due.due = due.next;
        due.next = nextOccurrence(recurrence.rule, due.due, workspaceZone);
        ++due.skipped;
    }
    return due;
}
