#include "widgets/wizard/meaningcard.h"

#include "presentation/wording.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/textlabel.h"
#include "widgets/wizard/daybar.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

int minuteOf(const QTime &time)
{
    return time.hour() * 60 + time.minute();
}

QString startWords(const SendingPlan &plan, UtcTime startsAt)
{
    if (plan.when == SendWhen::Later)
        return MeaningCard::tr("When you send it");
    if (plan.when == SendWhen::AtTime || startsAt - plan.now > 1min)
        return momentText(startsAt, plan.zone);
    return MeaningCard::tr("At once");
}

} // namespace

MeaningCard::MeaningCard(QWidget *parent)
    : Card{16, parent}
    , m_duration{new TextLabel{{}, TypeRole::Figure}}
    , m_durationNote{new TextLabel{{}, TypeRole::Body, TextLabel::Ink::Text2}}
    , m_dayBar{new DayBar}
    , m_awakeBanner{new Banner}
{
    m_duration->setObjectName(u"durationLabel"_s);
    m_durationNote->setWordWrap(true);
    column()->addWidget(new TextLabel{tr("What this means"), TypeRole::CardTitle});
    column()->addSpacing(8);
    column()->addWidget(m_duration);
    column()->addSpacing(2);
    column()->addWidget(m_durationNote);
    column()->addSpacing(16);
    column()->addWidget(m_dayBar);
    column()->addSpacing(16);
    m_starts = addRow(tr("Starts"));
    m_ends = addRow(tr("Ends about"));
    m_daysNeeded = addRow(tr("Days needed"));
    column()->addWidget(m_awakeBanner);
    column()->addStretch();
}

void MeaningCard::setPlan(const SendingPlan &plan)
{
    m_awakeBanner->setVisible(plan.when == SendWhen::AtTime && !plan.isPractice && plan.estimate.has_value());
    if (plan.estimate)
        showEstimate(plan, *plan.estimate);
    else
        showUnknown(plan);
}

TextLabel *MeaningCard::addRow(const QString &name)
{
    auto *value = new TextLabel{{}, TypeRole::BodyBold};
    auto *row = new QHBoxLayout;
    row->addWidget(new TextLabel{name, TypeRole::Body, TextLabel::Ink::Text2});
    row->addStretch();
    row->addWidget(value);
    column()->addLayout(row);
    column()->addSpacing(12);
    return value;
}

void MeaningCard::showUnknown(const SendingPlan &plan)
{
    m_duration->setText(unknownText());
    m_durationNote->setText(plan.people <= 0 ? tr("Add people first; then this says how long it takes")
                                             : tr("Choose hours and days in which messages may leave"));
    m_starts->setText(unknownText());
    m_ends->setText(unknownText());
    m_daysNeeded->setText(unknownText());
    m_dayBar->setHours(plan.window.fromMinute, plan.window.toMinute, 0, 0);
}

void MeaningCard::showEstimate(const SendingPlan &plan, const SendEstimate &estimate)
{
    const QTimeZone zone = zoneOf(plan.window, plan.zone);
    const QDateTime start = toDateTime(estimate.startsAt).toTimeZone(zone);
    const QDateTime end = toDateTime(estimate.endsAt).toTimeZone(zone);
    const auto needed = std::chrono::duration_cast<std::chrono::seconds>(estimate.endsAt - estimate.startsAt);
    m_duration->setText(needed < 1s ? tr("About a second") : durationText(needed));
    //: "for 1,377 messages at 10 a minute"
    m_durationNote->setText(
        tr("for %Ln messages, %1", nullptr, static_cast<int>(plan.people)).arg(rateText(plan.rate)));
    m_starts->setText(startWords(plan, estimate.startsAt));
    m_ends->setText(momentText(estimate.endsAt, plan.zone));
    m_daysNeeded->setText(countText(start.date().daysTo(end.date()) + 1));
    showDay(plan, start, end);
    m_awakeBanner->setMessage(
        Tone::Blue, tr("Leave this computer on and awake at %1.").arg(start.toString(u"HH:mm"_s)),
        tr("Messages only leave while Fanfare is running. If it is off then, Fanfare asks "
           "you before it sends late."));
}

void MeaningCard::showDay(const SendingPlan &plan, const QDateTime &start, const QDateTime &end)
{
    const int from = minuteOf(start.time());
    const int to = end.date() == start.date() ? minuteOf(end.time()) : plan.window.toMinute;
    m_dayBar->setHours(plan.window.fromMinute, plan.window.toMinute, from, std::max(to, from + 1));
}
