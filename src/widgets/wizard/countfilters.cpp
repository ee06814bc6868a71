#include "widgets/wizard/countfilters.h"

#include "presentation/wording.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"
#include "widgets/wizard/importdelegates.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace {

constexpr int kAllRows = 0;

int idOf(std::optional<AudienceVerdict> verdict)
{
    return verdict ? static_cast<int>(*verdict) + 1 : kAllRows;
}

std::optional<AudienceVerdict> verdictOf(int id)
{
    if (id <= kAllRows)
        return std::nullopt;
    return static_cast<AudienceVerdict>(id - 1);
}

} // namespace

class CountFilters::Cell final : public QAbstractButton
{
public:
    Cell(std::optional<AudienceVerdict> verdict, QWidget *parent)
        : QAbstractButton{parent}
        , m_verdict{verdict}
    {
        setText(verdict ? wordFor(*verdict) : CountFilters::tr("All rows"));
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setCount(0);
    }

    void setCount(qint64 count)
    {
        m_count = countText(count);
        //: Read aloud for a filter: "Accepted: 1,377"
        setAccessibleName(CountFilters::tr("%1: %2").arg(text(), m_count));
        update();
    }

    QSize sizeHint() const override
    {
        return {136, 20 + lineHeightFor(TypeRole::Body) + lineHeightFor(TypeRole::CompactFigure)};
    }
    QSize minimumSizeHint() const override { return {96, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter{this};
        if (isChecked())
            painter.fillRect(rect(), theme.selected);
        else if (underMouse())
            painter.fillRect(rect(), theme.hover);
        const auto placed = [this](const QRect &part) {
            return QStyle::visualRect(layoutDirection(), rect(), part);
        };
        painter.fillRect(placed({width() - 1, 0, 1, height()}), theme.border);

        const int lineHeight = lineHeightFor(TypeRole::Body);
        const QRect glyph = placed({16, 10 + (lineHeight - 14) / 2, 14, 14});
        if (m_verdict)
            drawIcon(&painter, glyph.adjusted(2, 2, -2, -2), glyphFor(badgeFor(*m_verdict)),
                     theme.tone(toneFor(badgeFor(*m_verdict))).mark);
        else
            drawIcon(&painter, glyph, u"file"_s, theme.text2);
        const int leading = Qt::AlignVCenter | Qt::TextSingleLine
            | (layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
        painter.setFont(fontFor(TypeRole::Body));
        painter.setPen(theme.text2);
        painter.drawText(placed({38, 10, width() - 42, lineHeight}), leading, text());
        painter.setFont(fontFor(TypeRole::CompactFigure));
        painter.setPen(theme.text);
        painter.drawText(placed({16, 10 + lineHeight, width() - 20, lineHeightFor(TypeRole::CompactFigure)}),
                         leading, m_count);
    }

private:
    std::optional<AudienceVerdict> m_verdict;
    QString m_count;
};

CountFilters::CountFilters(QWidget *parent)
    : QWidget{parent}
    , m_group{new QButtonGroup{this}}
    , m_row{new QHBoxLayout{this}}
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    const std::array<std::optional<AudienceVerdict>, 5> verdicts{
        std::nullopt, AudienceVerdict::Accepted, AudienceVerdict::Duplicate, AudienceVerdict::Invalid,
        AudienceVerdict::OptedOut};
    for (const std::optional<AudienceVerdict> verdict : verdicts) {
        auto *cell = new Cell{verdict, this};
        cell->setObjectName(u"count%1"_s.arg(idOf(verdict)));
        m_group->addButton(cell, idOf(verdict));
        m_row->addWidget(cell, 1);
        m_cells.push_back(cell);
    }
    setVerdict(std::nullopt);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { emit verdictChosen(verdictOf(id)); });
}

void CountFilters::setCounts(const AudienceCounts &counts)
{
    m_cells[0]->setCount(counts.rows);
    m_cells[1]->setCount(counts.accepted);
    m_cells[2]->setCount(counts.duplicates);
    m_cells[3]->setCount(counts.invalid);
    m_cells[4]->setCount(counts.optedOut);
}

std::optional<AudienceVerdict> CountFilters::verdict() const
{
    return verdictOf(m_group->checkedId());
}

void CountFilters::setVerdict(std::optional<AudienceVerdict> verdict)
{
    m_group->button(idOf(verdict))->setChecked(true);
}

void CountFilters::addTrailing(QWidget *widget)
{
    m_row->addSpacing(16);
    m_row->addWidget(widget);
    m_row->addSpacing(16);
}
