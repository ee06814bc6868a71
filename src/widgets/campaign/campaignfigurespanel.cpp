#include "widgets/campaign/campaignfigurespanel.h"

#include "presentation/wording.h"
#include "widgets/controls/figurecard.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/funnelchart.h"
#include "widgets/controls/statusbadge.h"
#include "widgets/controls/textlabel.h"
#include "widgets/controls/timelinechart.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int kGap = 10;
constexpr int kNarrowestCard = 116;
constexpr int kFunnelWidth = 420;
constexpr int kNarrowestTimeline = 360;
constexpr int kChartHeight = 136;

constexpr std::array kFigures{Figure::Recipients, Figure::Sent,   Figure::Delivered, Figure::Read,
                              Figure::Responded,  Figure::Failed, Figure::OptedOut,  Figure::Unconfirmed};

std::optional<RecipientStatus> statusOf(Figure figure)
{
    switch (figure) {
    case Figure::Recipients: return std::nullopt;
    case Figure::Sent: return RecipientStatus::Sent;
    case Figure::Delivered: return RecipientStatus::Delivered;
    case Figure::Read: return RecipientStatus::Read;
    case Figure::Responded: return RecipientStatus::Responded;
    case Figure::Failed: return RecipientStatus::Failed;
    case Figure::OptedOut: return RecipientStatus::OptedOut;
    case Figure::Unconfirmed: return RecipientStatus::Unconfirmed;
    }
    Q_UNREACHABLE();
}

TextLabel::Ink inkOf(Figure figure, bool isZero)
{
    if (isZero)
        return TextLabel::Ink::Text;
    switch (figure) {
    case Figure::Responded: return TextLabel::Ink::Green;
    case Figure::Failed: return TextLabel::Ink::Red;
    case Figure::Unconfirmed: return TextLabel::Ink::Amber;
    case Figure::Recipients:
    case Figure::Sent:
    case Figure::Delivered:
    case Figure::Read:
    case Figure::OptedOut: return TextLabel::Ink::Text;
    }
    Q_UNREACHABLE();
}

std::optional<TimelineLine> lineOf(RecipientStatus status)
{
    switch (status) {
    case RecipientStatus::Sent: return TimelineLine::Sent;
    case RecipientStatus::Delivered: return TimelineLine::Delivered;
    case RecipientStatus::Read: return TimelineLine::Read;
    case RecipientStatus::Responded: return TimelineLine::Responded;
    case RecipientStatus::Failed: return TimelineLine::Failed;
    case RecipientStatus::Pending:
    case RecipientStatus::Sending:
    case RecipientStatus::OptedOut:
    case RecipientStatus::Skipped:
    case RecipientStatus::Unconfirmed: return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace

CampaignFiguresPanel::CampaignFiguresPanel(QWidget *parent)
    : QWidget{parent}
    , m_notes{new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text2}}
    , m_funnel{new FunnelChart}
    , m_timeline{new TimelineChart}
{
    auto *cards = new CardGrid{kNarrowestCard, kGap};
    for (const Figure figure : kFigures) {
        const std::optional<RecipientStatus> status = statusOf(figure);
        auto *card =
            new FigureCard{figure == Figure::Recipients ? tr("Recipients") : wordFor(badgeFor(*status))};
        card->setCompact(true);
        card->setOpensPeople(true);
        if (status)
            card->setGlyph(badgeFor(*status));
        m_cards[figure] = card;
        cards->addCard(card);
        connect(card, &FigureCard::clicked, this, [this, figure] { open(figure); });
    }

    m_timeline->setAccessibleName(tr("People so far, over time"));
    m_timeline->setMinimumHeight(scaledWithText(kChartHeight));
    m_funnelCard = new ChartCard{tr("Funnel"), tr("% of the step above"), m_funnel,
                                 [this] { return m_funnel->numbers(); }};
    m_timelineCard = new ChartCard{tr("Timeline"), tr("people so far"), m_timeline,
                                   [this] { return m_timeline->numbers(); }};
    showTimeline({});
    for (ChartCard *card : {m_funnelCard, m_timelineCard}) {
        connect(card, &ChartCard::pictureWanted, this, &CampaignFiguresPanel::pictureWanted);
        connect(card, &ChartCard::numbersWanted, this, &CampaignFiguresPanel::numbersWanted);
    }
    connect(m_funnel, &FunnelChart::rowChosen, this,
            [this](int step) { emit stepRequested(m_steps.at(static_cast<size_t>(step))); });
    m_charts = new QBoxLayout{QBoxLayout::LeftToRight};
    m_charts->setSpacing(12);
    m_charts->addWidget(m_funnelCard);
    m_charts->addWidget(m_timelineCard, 1);

    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(cards);
    column->addWidget(m_notes);
    column->addLayout(m_charts);
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setWordWrap(true);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    showNotes({});
    showCounts({}, {});
    arrangeCharts();
}

void CampaignFiguresPanel::showCounts(const CampaignCounts &counts, const ReachedCounts &reached)
{
    const std::vector<CampaignFigure> figures = campaignFigures(counts, reached);
    for (const Figure figure : kFigures) {
        FigureCard *card = m_cards.at(figure);
        const auto found = std::find_if(figures.begin(), figures.end(), [figure](const CampaignFigure &each) {
            return each.figure == figure;
        });
        card->setVisible(found != figures.end());
        if (found == figures.end())
            continue;
        const bool isDoubt = figure == Figure::Unconfirmed;
        card->setFigure(found->value, isDoubt ? tr("Resolve…") : found->remark);
        const TextLabel::Ink ink = inkOf(figure, found->value == countText(0));
        if (const auto known = m_inks.find(figure); known == m_inks.end() || known->second != ink) {
            m_inks[figure] = ink;
            card->setInk(ink, isDoubt ? TextLabel::Ink::Primary : TextLabel::Ink::Text3);
        }
    }
    std::vector<FunnelStep> steps;
    m_steps.clear();
    for (const FunnelFigure &step : funnelFigures(counts, reached)) {
        m_steps.push_back(step.status);
        steps.push_back({step.name, step.count, step.status ? toneFor(badgeFor(*step.status)) : Tone::Gray});
    }
    m_funnel->setSteps(std::move(steps));
    m_funnelCard->refreshTable();
}

void CampaignFiguresPanel::showTimeline(const std::vector<TimelineSeries> &lines)
{
    constexpr std::array kinds{TimelineLine::Sent, TimelineLine::Delivered, TimelineLine::Read,
                               TimelineLine::Responded, TimelineLine::Failed};
    for (const TimelineLine kind : kinds) {
        const auto found = std::find_if(lines.begin(), lines.end(), [kind](const TimelineSeries &series) {
            return lineOf(series.status) == kind;
        });
        std::vector<TimelinePoint> points;
        if (found != lines.end()) {
            for (const TimelineSeries::Point &point : found->points)
                points.push_back({point.at, point.people});
        }
        m_timeline->setLine(kind, std::move(points));
    }
    if (lines.empty())
        m_timelineCard->setEmpty(tr("The lines begin with the first message."));
    else
        m_timelineCard->setFilled();
    m_timelineCard->refreshTable();
}

void CampaignFiguresPanel::showNotes(const QStringList &notes)
{
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
}

void CampaignFiguresPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeCharts();
}

void CampaignFiguresPanel::arrangeCharts()
{
    const int funnel = scaledWithText(kFunnelWidth);
    const bool isWide = width() >= funnel + scaledWithText(kNarrowestTimeline);
    m_charts->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_funnelCard->setMaximumWidth(isWide ? funnel : QWIDGETSIZE_MAX);
    m_funnelCard->setMinimumWidth(isWide ? funnel : 0);
}

void CampaignFiguresPanel::open(Figure figure)
{
    if (figure == Figure::Unconfirmed)
        emit resolveRequested();
    else
        emit peopleRequested(statusOf(figure));
}
