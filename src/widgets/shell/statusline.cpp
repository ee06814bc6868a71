#include "widgets/shell/statusline.h"

#include "widgets/controls/card.h"
#include "widgets/theme/fanfarestyle.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/typography.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kHeight = 32;
constexpr int kPadding = 14;
constexpr int kDot = 8;
constexpr int kGap = 7;
constexpr int kBarWidth = 64;
constexpr int kBarHeight = 6;

QString joined(const StatusWords &words)
{
    QStringList parts{words.before, words.strong, words.text};
    parts.removeAll(QString{});
    return parts.join(u' ');
}

} // namespace

class StatusLine::Item final : public QAbstractButton
{
public:
    Item(StatusItem item, QWidget *parent)
        : QAbstractButton{parent}
        , m_item{item}
    {
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Expanding);
        hide();
    }

    bool hasDivider = false; ///< a hairline at the leading edge

    void setWords(const StatusWords &words)
    {
        m_words = words;
        setAccessibleName(joined(words));
        setToolTip(words.toolTip.isEmpty() ? joined(words) : words.toolTip);
        setVisible(!joined(words).isEmpty());
        updateGeometry();
        update();
    }

    QSize sizeHint() const override
    {
        return {2 * kPadding + markWidth() + kGap + wordsWidth() + barWidth(), kHeight};
    }
    QSize minimumSizeHint() const override { return {2 * kPadding + markWidth() + 40, kHeight}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        const auto placed = [this](const QRect &part) {
            return QStyle::visualRect(layoutDirection(), rect(), part);
        };
        if (underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.hover);
            painter.drawRoundedRect(rect().adjusted(3, 4, -3, -4), 4, 4);
        }
        if (hasDivider)
            painter.fillRect(placed({0, (height() - 16) / 2, 1, 16}), theme.border);
        const bool isTrouble = m_words.tone == Tone::Amber || m_words.tone == Tone::Red;
        const QColor words = isTrouble ? theme.tone(m_words.tone).foreground : theme.text2;
        const int middle = height() / 2;
        if (markWidth() == kDot) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.tone(m_words.tone).mark);
            painter.drawEllipse(placed({kPadding, middle - kDot / 2, kDot, kDot}));
        } else {
            drawIcon(&painter, placed({kPadding, middle - 8, 16, 16}), iconName(), words);
        }

        int x = kPadding + markWidth() + kGap;
        int room = width() - x - kPadding - barWidth();
        const auto draw = [&](const QString &text, TypeRole role, const QColor &color) {
            if (text.isEmpty() || room <= 0)
                return;
            const QFont font = fontFor(role);
            const QFontMetrics metrics{font};
            const QString shown = metrics.elidedText(text, Qt::ElideRight, room);
            const int taken = metrics.horizontalAdvance(shown) + 1;
            painter.setFont(font);
            painter.setPen(color);
            painter.drawText(placed({x, 0, taken + 1, height()}),
                             Qt::AlignVCenter | Qt::TextSingleLine | Qt::AlignLeading, shown);
            x += taken + 4;
            room -= taken + 4;
        };
        draw(m_words.before, TypeRole::Label, words);
        draw(m_words.strong, TypeRole::LabelBold, isTrouble ? words : theme.text);
        draw(m_words.text, TypeRole::Label, words);

        if (!m_words.share)
            return;
        const QRect track{width() - kPadding - kBarWidth, middle - kBarHeight / 2, kBarWidth, kBarHeight};
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.isDark ? theme.sunken : theme.border);
        painter.drawRoundedRect(placed(track), 3, 3);
        const int done = static_cast<int>(kBarWidth * std::clamp(*m_words.share, 0.0, 1.0));
        if (done > 0) {
            painter.setBrush(isTrouble ? theme.tone(m_words.tone).mark : theme.primary);
            painter.drawRoundedRect(
                placed({track.left(), track.top(), std::max(kBarHeight, done), kBarHeight}), 3, 3);
        }
    }

private:
    QString iconName() const
    {
        if (m_words.tone == Tone::Red)
            return u"error"_s;
        if (m_words.tone == Tone::Amber)
            return u"warning"_s;
        return m_item == StatusItem::Account ? u"phone"_s : u"contacts"_s;
    }

    int markWidth() const
    {
        const bool isCalm = m_words.tone != Tone::Amber && m_words.tone != Tone::Red;
        return isCalm && (m_item == StatusItem::Meta || m_item == StatusItem::DeliveryEvents) ? kDot : 16;
    }

    int wordsWidth() const
    {
        const QFontMetrics plain{fontFor(TypeRole::Label)};
        const QFontMetrics bold{fontFor(TypeRole::LabelBold)};
        int width = 0;
        for (const auto &[text, metrics] : {
                 std::pair{m_words.before, plain},
                 std::pair{m_words.strong, bold },
                 std::pair{m_words.text,   plain}
        }) {
            if (!text.isEmpty())
                width += metrics.horizontalAdvance(text) + 6;
        }
        return width;
    }

    int barWidth() const { return m_words.share ? kBarWidth + 4 : 0; }

    StatusItem m_item;
    StatusWords m_words;
};

StatusLine::StatusLine(QWidget *parent)
    : QFrame{parent}
{
    setFrameLook(this, FrameLook::StatusBar);
    setFixedHeight(std::max(kHeight, lineHeightFor(TypeRole::Label) + 12));
    setAccessibleName(tr("Status"));
    auto *row = new QHBoxLayout{this};
    row->setContentsMargins(7, 1, 6, 0);
    row->setSpacing(2);
    for (const StatusItem item : kStatusItems) {
        auto *button = new Item{item, this};
        m_items[static_cast<size_t>(item)] = button;
        if (item == StatusItem::DailyUse)
            row->addStretch();
        button->hasDivider = item == StatusItem::Meta || item == StatusItem::DeliveryEvents;
        row->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, [this, item] { emit itemClicked(item); });
    }
}

void StatusLine::setStatus(StatusItem item, const StatusWords &words)
{
    m_items[static_cast<size_t>(item)]->setWords(words);
}
