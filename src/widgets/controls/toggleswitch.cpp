#include "widgets/controls/toggleswitch.h"

#include "widgets/theme/theme.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace {

constexpr QSize kTrack{34, 20};
constexpr int kKnob = 14;
constexpr int kGap = 10;

} // namespace

ToggleSwitch::ToggleSwitch(QWidget *parent)
    : ToggleSwitch{QString{}, parent}
{
}

ToggleSwitch::ToggleSwitch(const QString &text, QWidget *parent)
    : QCheckBox{text, parent}
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize ToggleSwitch::sizeHint() const
{
    const int words =
        text().isEmpty() ? 0 : kGap + fontMetrics().size(Qt::TextShowMnemonic, text()).width() + 2;
    return {kTrack.width() + words, std::max(24, fontMetrics().height() + 4)};
}

void ToggleSwitch::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const auto placed = [this](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };

    const QRect track{
        QPoint{0, (height() - kTrack.height()) / 2},
        kTrack
    };
    QColor ground = isChecked() ? theme.primary : theme.borderStrong;
    if (!isEnabled())
        ground = theme.sunken;
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(placed(track), kTrack.height() / 2.0, kTrack.height() / 2.0);
    const int x = isChecked() ? kTrack.width() - kKnob - 3 : 3;
    painter.setBrush(isEnabled() ? (isChecked() ? theme.onPrimary : theme.surface) : theme.disabled);
    painter.drawEllipse(placed({x, track.top() + 3, kKnob, kKnob}));

    if (!text().isEmpty()) {
        painter.setPen(isEnabled() ? theme.text : theme.disabled);
        painter.drawText(placed(rect().adjusted(kTrack.width() + kGap, 0, 0, 0)),
                         Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine | Qt::AlignLeading,
                         text());
    }
}
