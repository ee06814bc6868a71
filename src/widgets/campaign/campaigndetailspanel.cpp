#include "widgets/campaign/campaigndetailspanel.h"

#include "presentation/wording.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/textlabel.h"

#include <QBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kMostReasons = 5;
constexpr int kNarrowestCard = 380;
constexpr int kFactName = 148;
constexpr int kBetweenGroups = 8; ///< beyond what is between lines

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
}

TextLabel *wrapped(const QString &text, TypeRole role, TextLabel::Ink ink)
{
    auto *label = new TextLabel{text, role, ink};
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/// What it is leads, its value stands behind it in a column of its own.
QWidget *factLine(const FigureLine &fact)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout{line};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    auto *name = wrapped(fact.name, TypeRole::Label, TextLabel::Ink::Text2);
    name->setFixedWidth(scaledWithText(kFactName));
    row->addWidget(name, 0, Qt::AlignTop);
    row->addWidget(wrapped(fact.value, TypeRole::Label, TextLabel::Ink::Text), 1, Qt::AlignTop);
    return line;
}

} // namespace

CampaignDetailsPanel::CampaignDetailsPanel(QWidget *parent)
    : QWidget{parent}
    , m_cards{new QBoxLayout{QBoxLayout::LeftToRight, this}}
    , m_factsCard{new Card{16}}
    , m_reasonsCard{new Card{16}}
    , m_facts{new QVBoxLayout}
    , m_recordRevenue{new Button{tr("Record revenue…"), ButtonKind::Outlined}}
    , m_reasonRows{new QVBoxLayout}
{
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(12);
    m_factsCard->column()->addLayout(m_facts);
    m_recordRevenue->setSmall(true);
    m_recordRevenue->setObjectName(u"recordRevenueButton"_s);
    m_factsCard->column()->addWidget(m_recordRevenue, 0, Qt::AlignLeft);
    connect(m_recordRevenue, &Button::clicked, this, &CampaignDetailsPanel::revenueRequested);
    m_factsCard->column()->addStretch(1);
    m_reasonsCard->column()->addWidget(
        new TextLabel{tr("Why people failed"), TypeRole::CardTitle, TextLabel::Ink::Text});
    m_reasonsCard->column()->addLayout(m_reasonRows);
    m_reasonsCard->column()->addStretch(1);
    m_facts->setSpacing(4);
    m_reasonsCard->column()->setSpacing(8);
    m_factsCard->column()->setSpacing(12);
    m_reasonRows->setSpacing(8);
    m_cards->addWidget(m_factsCard, 1);
    m_cards->addWidget(m_reasonsCard, 1);
    m_factsCard->hide();
    m_reasonsCard->hide();
    hide();
}

void CampaignDetailsPanel::showFigures(const FigureSet &figures)
{
    std::vector<FigureLine> times = timeLines(figures.times);
    std::vector<FigureLine> prices = priceLines(figures.prices);
    const bool hasNews = times != m_times || prices != m_prices;
    m_times = std::move(times);
    m_prices = std::move(prices);
    if (hasNews)
        fillFacts();
    std::vector<ReasonLine> reasons = reasonLines(figures.errors, kMostReasons);
    if (reasons != m_reasons)
        fillReasons(reasons);
    m_reasons = std::move(reasons);
    refresh();
}

void CampaignDetailsPanel::showMoney(const CampaignMoney &money)
{
    std::vector<FigureLine> lines = moneyLines(money);
    if (lines == m_money)
        return;
    m_money = std::move(lines);
    fillFacts();
    refresh();
}

void CampaignDetailsPanel::setMayEarn(bool mayEarn)
{
    m_mayEarn = mayEarn;
    refresh();
}

void CampaignDetailsPanel::refresh()
{
    const bool hasFacts = !m_times.empty() || !m_prices.empty() || !m_money.empty() || m_mayEarn;
    m_recordRevenue->setVisible(m_mayEarn);
    m_factsCard->setVisible(hasFacts);
    m_reasonsCard->setVisible(!m_reasons.empty());
    setVisible(hasFacts || !m_reasons.empty());
}

void CampaignDetailsPanel::fillFacts()
{
    empty(m_facts);
    const auto addLines = [this](const std::vector<FigureLine> &lines) {
        for (const FigureLine &line : lines)
            m_facts->addWidget(line.name.isEmpty()
                                   ? wrapped(line.value, TypeRole::Label, TextLabel::Ink::Text3)
                                   : factLine(line));
    };
    const auto addTitle = [this](const QString &title) {
        if (m_facts->count() > 0)
            m_facts->addSpacing(kBetweenGroups);
        m_facts->addWidget(new TextLabel{title, TypeRole::CardTitle, TextLabel::Ink::Text});
    };
    if (!m_times.empty())
        addTitle(tr("How long it took"));
    addLines(m_times);
    if (!m_prices.empty() || !m_money.empty())
        addTitle(tr("Cost and return"));
    addLines(m_money);
    addLines(m_prices);
}

void CampaignDetailsPanel::fillReasons(const std::vector<ReasonLine> &reasons)
{
    empty(m_reasonRows);
    for (const ReasonLine &reason : reasons) {
        auto *row = new QWidget;
        auto *line = new QHBoxLayout{row};
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(8);
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(wrapped(tr("%1: %2").arg(countText(reason.people), reason.message), TypeRole::Label,
                                 TextLabel::Ink::Text));
        if (!reason.advice.isEmpty())
            words->addWidget(wrapped(reason.advice, TypeRole::Label, TextLabel::Ink::Text3));
        line->addLayout(words, 1);
        if (reason.mayBeRetried) {
            auto *retry = new Button{tr("Retry…"), ButtonKind::Outlined};
            retry->setSmall(true);
            retry->setAccessibleDescription(reason.message);
            connect(retry, &Button::clicked, this, &CampaignDetailsPanel::retryRequested);
            line->addWidget(retry, 0, Qt::AlignTop);
        }
        if (!reason.code.isEmpty()) {
            auto *people = new Button{tr("Show them"), ButtonKind::Quiet};
            people->setSmall(true);
            people->setObjectName(u"reason%1"_s.arg(reason.code));
            people->setAccessibleDescription(reason.message);
            connect(people, &Button::clicked, this,
                    [this, reason] { emit reasonRequested(reason.code, reason.message); });
            line->addWidget(people, 0, Qt::AlignTop);
        }
        m_reasonRows->addWidget(row);
    }
}

void CampaignDetailsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() >= 2 * scaledWithText(kNarrowestCard);
    m_cards->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}
