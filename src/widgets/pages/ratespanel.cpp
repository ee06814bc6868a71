#include "widgets/pages/ratespanel.h"

#include "presentation/ratetablemodel.h"
#include "presentation/wording.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/celldelegate.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/dialogs.h"
#include "widgets/controls/statepanel.h"
#include "widgets/controls/textlabel.h"
#include "widgets/pages/settingssection.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostRows = 14; // seen at a time
constexpr int kRowHeight = 36;
constexpr int kHeadHeight = 32;
constexpr int kPanelWidth = 840; ///< of both cards: as wide as the prices need
constexpr int kPriceWidth = 112;
constexpr int kAbroadWidth = 168; // "Authentication abroad"
constexpr int kMarketWidth = 180;

QString titleOf(const RateCardView &view)
{
    const QString title =
        RatesPanel::tr("%1, from %2 on").arg(view.card.currency(), dateText(view.card.effective()));
    //: Of a rate card: its prices are those of today
    return view.isInForce ? RatesPanel::tr("%1 · in force").arg(title) : title;
}
} // namespace

RatesPanel::RatesPanel(QWidget *parent)
    : QWidget{parent}
    , m_list{new Card{0}}
    , m_empty{new StatePanel}
    , m_prices{new Card{0}}
    , m_pricesTitle{new TextLabel{{}, TypeRole::CardTitle}}
    , m_model{new RateTableModel{this}}
    , m_table{new DataTable}
{
    QVBoxLayout *column =
        beginSection(this, tr("Rates"),
                     tr("What Meta charges for messages. Download the rate card in your billing currency "
                        "from Meta's page on "
                        "pricing; campaigns then say what they cost, and keep to a budget."));
    auto *import = new Button{tr("Import a rate card…"), ButtonKind::Primary, u"import"_s};
    import->setObjectName(u"importRatesButton"_s);
    connect(import, &Button::clicked, this, &RatesPanel::importRequested);
    column->addWidget(import, 0, Qt::AlignLeft);
    m_empty->showEmpty(u"file"_s, tr("No rate card yet"),
                       tr("Without one, campaigns are sent as ever; only their cost stays unknown."));
    column->addWidget(m_empty);
    for (Card *card : {m_list, m_prices})
        card->setMaximumWidth(scaledWithText(kPanelWidth));
    m_list->column()->setSpacing(0);
    column->addWidget(m_list);

    m_table->setObjectName(u"ratesTable"_s);
    m_table->setAccessibleName(tr("Prices of the rate card"));
    m_table->setModel(m_model);
    m_table->setRowHeight(kRowHeight);
    m_table->setItemDelegate(new CellDelegate{m_table});
    std::vector<TableColumn> columns{
        {.column = 0, .width = kMarketWidth, .stretches = true}
    };
    for (int price = 1; price < m_model->columnCount(); ++price)
        columns.push_back({.column = price,
                           .width = kPriceCategories[static_cast<size_t>(price) - 1]
                                   == PriceCategory::AuthenticationInternational
                               ? kAbroadWidth
                               : kPriceWidth});
    m_table->setColumns(std::move(columns));
    m_prices->column()->setContentsMargins(1, 12, 1, 10); // clear of the round corners
    m_pricesTitle->setContentsMargins(16, 0, 16, 8);
    m_pricesTitle->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_prices->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_prices->column()->addWidget(m_pricesTitle);
    m_prices->column()->addWidget(m_table);
    column->addWidget(m_prices);
    column->addStretch();
    setCards({});
}

void RatesPanel::setCards(std::vector<RateCardView> cards)
{
    m_cards = std::move(cards);
    while (QLayoutItem *item = m_list->column()->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (size_t index = 0; index < m_cards.size(); ++index) {
        if (index > 0)
            m_list->column()->addWidget(new Hairline);
        m_list->column()->addWidget(makeLine(m_cards[index]));
    }
    m_list->setVisible(!m_cards.empty());
    m_empty->setVisible(m_cards.empty());
    m_prices->setVisible(!m_cards.empty());
    const auto inForce =
        std::find_if(m_cards.begin(), m_cards.end(), [](const RateCardView &view) { return view.isInForce; });
    if (!m_cards.empty())
        showPrices((inForce == m_cards.end() ? m_cards.back() : *inForce).card);
}

QWidget *RatesPanel::makeLine(const RateCardView &view)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout{line};
    row->setContentsMargins(16, 10, 16, 10);
    row->setSpacing(8);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new TextLabel{titleOf(view), TypeRole::BodyBold});
    const auto markets = static_cast<int>(view.card.markets().size());
    auto *note = new TextLabel{
        tr("%Ln markets", nullptr, markets) + u" · "_s
            + tr("imported on %1 from %2").arg(dateText(view.card.importedAt), view.card.fileName),
        TypeRole::Label, TextLabel::Ink::Text2};
    note->setWordWrap(true);
    words->addWidget(note);
    row->addLayout(words, 1);
    auto *show = new Button{tr("Show prices"), ButtonKind::Outlined};
    auto *remove = new Button{tr("Remove…"), ButtonKind::Quiet};
    for (Button *button : {show, remove}) {
        button->setSmall(true);
        button->setAccessibleDescription(titleOf(view));
        row->addWidget(button, 0, Qt::AlignVCenter);
    }
    const RateCard card = view.card;
    connect(show, &Button::clicked, this, [this, card] { showPrices(card); });
    connect(remove, &Button::clicked, this, [this, card] { askToRemove(card); });
    return line;
}

void RatesPanel::showPrices(const RateCard &card)
{
    m_pricesTitle->setText(tr("Prices per delivered message in %1, from %2 on")
                               .arg(card.currency(), dateText(card.effective())));
    m_model->setCard(card);
    const int rows = std::min(m_model->rowCount(), kMostRows);
    m_table->setFixedHeight(scaledWithText(kHeadHeight) + rows * scaledWithText(kRowHeight));
}

void RatesPanel::askToRemove(const RateCard &card)
{
    MessageDialog *dialog = askBeforeLosing(
        this, tr("Remove the rate card in %1 from %2 on?").arg(card.currency(), dateText(card.effective())),
        tr("What campaigns cost by it is unknown again until it is imported once more."), tr("Remove it"),
        tr("Keep it"));
    connect(dialog, &QDialog::accepted, this, [this, id = card.id] { emit removeRequested(id); });
}
