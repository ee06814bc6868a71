#pragma once

#include "base/clock.h"
#include "domain/preflight.h"
#include "presentation/campaigndraft.h"
#include "widgets/controls/card.h"

#include <QTimeZone>

#include <optional>

class Banner;
class DayBar;
class TextLabel;

/// What the card is about: the settings, and what was worked out of them.
struct SendingPlan
{
    std::optional<SendEstimate> estimate; ///< nothing: it cannot be worked out yet
    qint64 people = 0;
    SendRate rate = SendRate::gentle();
    SendingWindow window;
    SendWhen when = SendWhen::Now;
    UtcTime now;
    QTimeZone zone; ///< in which moments are told; the window may have one of its own
    bool isPractice = false; ///< nothing real is sent, so no computer has to stay awake
};

/// What the settings of a campaign mean for the clock: how long, from when until when, on how many days.
class MeaningCard final : public Card
{
    Q_OBJECT

public:
    explicit MeaningCard(QWidget *parent = nullptr);

    void setPlan(const SendingPlan &plan);

private:
    TextLabel *addRow(const QString &name);
    void showUnknown(const SendingPlan &plan);
    void showEstimate(const SendingPlan &plan, const SendEstimate &estimate);
    void showDay(const SendingPlan &plan, const QDateTime &start, const QDateTime &end);

    TextLabel *m_duration;
    TextLabel *m_durationNote;
    DayBar *m_dayBar;
    TextLabel *m_starts;
    TextLabel *m_ends;
    TextLabel *m_daysNeeded;
    Banner *m_awakeBanner;
};
