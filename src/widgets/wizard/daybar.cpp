#include "widgets/wizard/daybar.h"

#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kBarHeight = 20;
constexpr int kTick = 4;
constexpr int kMinutesADay = 24 * 60;

} // namespace

QString minuteText(int minute)
{
    if (minute == kMinutesADay)
        return u"24:00"_s;
    return QTime{0, 0}.addSecs(minute * 60).toString(u"HH:mm"_s);
}

DayBar::DayBar(QWidget *parent)
    : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DayBar::setHours(int fromMinute, int toMinute, int busyFrom, int busyTo)
{
    m_from = fromMinute;
    m_to = toMinute > fromMinute ? toMinute : toMinute + kMinutesADay;
    m_busyFrom = busyFrom;
    m_busyTo = busyTo;
    //: Read aloud for a picture of the day: the sending hours, then when the campaign sends.
    setAccessibleName(tr("Sending hours %1 to %2, sends from %3 to %4")
                          .arg(minuteText(fromMinute), minuteText(toMinute),
                               minuteText(busyFrom % (kMinutesADay + 1)),
                               minuteText(busyTo % (kMinutesADay + 1))));
    update();
}

QSize DayBar::sizeHint() const
{
    return {240,
            lineHeightFor(TypeRole::LabelBold) + 4 + kBarHeight + kTick + 2 + lineHeightFor(TypeRole::Fine)};
}

void DayBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const int labelHeight = lineHeightFor(TypeRole::LabelBold);
    const QRect track{0, labelHeight + 4, width(), kBarHeight};
    const double span = std::max(1, m_to - m_from);
    const auto x = [&](int minute) { return static_cast<int>((minute - m_from) / span * width()); };
    const auto mirrored = [&](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };

    QPainterPath clip;
    clip.addRoundedRect(track, 4, 4);
    painter.fillPath(clip, theme.sunken);
    const int busyFrom = std::clamp(m_busyFrom, m_from, m_to);
    const int busyTo = std::clamp(m_busyTo, m_from, m_to);
    if (busyTo > busyFrom) {
        const int left = x(busyFrom);
        const QRect busy = mirrored({left, track.top(), std::max(4, x(busyTo) - left), kBarHeight});
        QPainterPath part;
        part.addRoundedRect(busy, 4, 4);
        painter.fillPath(part.intersected(clip), theme.primary);

        painter.setFont(fontFor(TypeRole::LabelBold));
        painter.setPen(theme.text);
        //: From one time of day to another: "10:00 to 12:18"
        const QString words =
            tr("%1 to %2").arg(minuteText(busyFrom % kMinutesADay), minuteText(busyTo % kMinutesADay));
        const int wide = painter.fontMetrics().horizontalAdvance(words);
        const int start = std::clamp(busy.left(), 0, std::max(0, width() - wide));
        painter.setLayoutDirection(words.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        painter.drawText(QRect{start, 0, wide + 2, labelHeight}, Qt::AlignVCenter | Qt::AlignLeft, words);
    }

    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(fontFor(TypeRole::Fine));
    constexpr int kMarks = 3;
    const int fineHeight = lineHeightFor(TypeRole::Fine);
    for (int i = 0; i <= kMarks; ++i) {
        const int minute = m_from + (m_to - m_from) * i / kMarks;
        const int at = std::min(x(minute), width() - 1);
        painter.fillRect(mirrored({at, track.bottom() + 2, 1, kTick}), theme.borderStrong);
        const QString words =
            minuteText(minute % kMinutesADay == 0 && i > 0 ? kMinutesADay : minute % kMinutesADay);
        const int wide = painter.fontMetrics().horizontalAdvance(words);
        const int left = std::clamp(at - wide / 2, 0, width() - wide);
        painter.setPen(theme.text3);
        painter.drawText(mirrored({left, track.bottom() + 2 + kTick, wide + 1, fineHeight}), Qt::AlignCenter,
                         words);
    }
}
