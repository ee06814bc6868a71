#include "widgets/controls/filterchips.h"

#include "widgets/controls/flowlayout.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPadding = 10;
constexpr int kGap = 6;
constexpr int kHeight = 28;

} // namespace

class FilterChips::Chip final : public QAbstractButton
{
public:
    Chip(int chipKey, const QString &name, QWidget *parent)
        : QAbstractButton{parent}
        , key{chipKey}
    {
        setText(name);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setCount(0);
    }

    const int key;

    void setCount(qint64 count)
    {
        m_count = QLocale{}.toString(count);
        //: Read aloud for a filter above a table: its name and how many rows it shows.
        setAccessibleName(FilterChips::tr("%1, %2").arg(text(), m_count));
        updateGeometry();
        update();
    }

    QSize sizeHint() const override
    {
        // Measured bold, so that nothing moves when it is chosen.
        const QFontMetrics name{fontFor(TypeRole::LabelBold)};
        const QFontMetrics count{fontFor(TypeRole::Label)};
        return {2 * kPadding + name.horizontalAdvance(text()) + kGap + count.horizontalAdvance(m_count),
                std::max(kHeight, name.height() + 8)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(isChecked() ? theme.selected : theme.hover);
            painter.drawRoundedRect(rect(), 6, 6);
        }
        const QFont nameFont = fontFor(isChecked() ? TypeRole::LabelBold : TypeRole::Label);
        const QFont countFont = fontFor(TypeRole::Label);
        const int nameWidth = QFontMetrics{nameFont}.horizontalAdvance(text());
        const int countWidth = QFontMetrics{countFont}.horizontalAdvance(m_count);
        const int left = (width() - nameWidth - kGap - countWidth) / 2;
        const auto placed = [this](int x, int textWidth) {
            return QStyle::visualRect(layoutDirection(), rect(), {x, 0, textWidth + 2, height()});
        };
        const int alignment = Qt::AlignVCenter | Qt::TextSingleLine | Qt::AlignLeading;
        painter.setFont(nameFont);
        painter.setPen(isChecked() ? theme.primaryText : theme.text2);
        painter.drawText(placed(left, nameWidth), alignment, text());
        painter.setFont(countFont);
        painter.setPen(isChecked() ? theme.primaryText : theme.text3);
        painter.drawText(placed(left + nameWidth + kGap, countWidth), alignment, m_count);
    }

private:
    QString m_count;
};

FilterChips::FilterChips(QWidget *parent)
    : QWidget{parent}
    , m_group{new QButtonGroup{this}}
{
    new FlowLayout{2, 4, this};
    QSizePolicy policy{QSizePolicy::Preferred, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Filters"));
    connect(m_group, &QButtonGroup::buttonToggled, this, [this](QAbstractButton *button, bool isOn) {
        if (isOn)
            emit chosen(static_cast<Chip *>(button)->key);
    });
}

void FilterChips::addChip(int key, const QString &name)
{
    auto *chip = new Chip{key, name, this};
    layout()->addWidget(chip);
    m_group->addButton(chip);
    if (m_group->buttons().size() == 1) {
        const QSignalBlocker quiet{m_group};
        chip->setChecked(true);
    }
}

void FilterChips::setCount(int key, qint64 count)
{
    if (Chip *known = chip(key))
        known->setCount(count);
}

void FilterChips::setChipVisible(int key, bool visible)
{
    if (Chip *known = chip(key))
        known->setVisible(visible);
}

int FilterChips::currentKey() const
{
    return static_cast<Chip *>(m_group->checkedButton())->key;
}

void FilterChips::setCurrentKey(int key)
{
    if (Chip *known = chip(key))
        known->setChecked(true);
}

QSize FilterChips::sizeHint() const
{
    return layout()->sizeHint();
}

FilterChips::Chip *FilterChips::chip(int key) const
{
    // The group's own numbers know no negative keys.
    const QList<QAbstractButton *> buttons = m_group->buttons();
    const auto found = std::find_if(buttons.begin(), buttons.end(), [key](QAbstractButton *button) {
        return static_cast<Chip *>(button)->key == key;
    });
    return found == buttons.end() ? nullptr : static_cast<Chip *>(*found);
}
