#include "widgets/analytics/analyticspage.h"

#include "presentation/analyticswords.h"
#include "presentation/wording.h"
#include "widgets/analytics/analyticsfilterbar.h"
#include "widgets/analytics/analyticstotals.h"
#include "widgets/analytics/columnchart.h"
#include "widgets/analytics/costchart.h"
#include "widgets/analytics/heatmapchart.h"
#include "widgets/analytics/intervalchart.h"
#include "widgets/analytics/perioddialog.h"
#include "widgets/analytics/reasonchart.h"
#include "widgets/analytics/trendchart.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/button.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/statepanel.h"
#include "widgets/controls/textlabel.h"

#include <QAbstractItemView>
#include <QActionGroup>
#include <QBoxLayout>
#include <QComboBox>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kSlow = 1s;
constexpr int kGap = 12;
constexpr int kMargin = 24;
constexpr int kWideEnough = 860; ///< for two charts beside each other
constexpr int kChoicesBeside = 920; ///< for what is chosen beside the title
constexpr int kAccountChoice = 190;
constexpr int kTrendHeight = 270;
constexpr size_t kShownRows = 7; ///< the table shows all

/// Offers what there is and stays on what is asked for, without telling anybody.
template <typename Fill>
void offer(QComboBox *box, const QString &all, const QVariant &chosen, Fill fill)
{
    if (box->view()->isVisible())
        return; // somebody is choosing
    const QSignalBlocker quiet{box};
    box->clear();
    box->addItem(all, QVariant{});
    fill();
    const int found = chosen.isValid() ? box->findData(chosen) : 0;
    box->setCurrentIndex(std::max(0, found));
}

QStringList dataOf(const TemplateKey &key)
{
    return {key.name, key.language};
}

/// A chart over a sentence about it.
QWidget *withNote(QWidget *chart, TextLabel *note)
{
    auto *both = new QWidget;
    auto *column = new QVBoxLayout{both};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(chart, 1);
    column->addWidget(note);
    note->setWordWrap(true);
    note->setTextFormat(Qt::PlainText);
    return both;
}

/// The first so many, and behind them the one that is chosen.
template <typename Item, typename IsChosen>
std::vector<const Item *> shownOf(const std::vector<Item> &items, IsChosen isChosen)
{
    std::vector<const Item *> shown;
    for (const Item &item : items) {
        if (shown.size() < kShownRows || isChosen(item))
            shown.push_back(&item);
    }
    return shown;
}

} // namespace

AnalyticsPage::AnalyticsPage(QWidget *parent)
    : QWidget{parent}
    , m_header{new PageHeader{tr("Analytics")}}
    , m_period{new Button{{}, ButtonKind::Outlined, u"calendar"_s}}
    , m_periodMenu{new QMenu{this}}
    , m_accounts{new QComboBox}
    , m_templates{new QComboBox}
    , m_tags{new QComboBox}
    , m_banner{new Banner}
    , m_report{new Button{tr("Report…"), ButtonKind::Primary, u"export"_s}}
    , m_choiceRow{new QWidget}
    , m_filters{new AnalyticsFilterBar}
    , m_stack{new QStackedWidget}
    , m_state{new StatePanel}
    , m_totals{new AnalyticsTotals}
    , m_trend{new TrendChart}
    , m_reasons{new ReasonChart}
    , m_templateChart{new IntervalChart{tr("Templates: read rate")}}
    , m_heat{new HeatMapChart}
    , m_campaignChart{new IntervalChart{tr("Campaigns: read rate")}}
    , m_cost{new CostChart}
    , m_limit{new ColumnChart}
    , m_comparison{new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text2}}
    , m_costNote{new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text2}}
{
    buildHeader();
    buildCharts();
    m_stack->addWidget(buildFigures());
    m_stack->addWidget(m_state);
    m_banner->setVisible(false);

    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    auto *above = new QVBoxLayout;
    above->setContentsMargins(kMargin, 0, kMargin, 0);
    above->setSpacing(8);
    above->addWidget(m_choiceRow);
    above->addWidget(m_banner);
    above->addWidget(m_filters);
    column->addLayout(above);
    column->addWidget(m_stack, 1);
    connectCharts();
    connect(m_state, &StatePanel::retryRequested, this, &AnalyticsPage::want);
    connect(m_state, &StatePanel::actionRequested, this, &AnalyticsPage::newCampaignRequested);
    m_slow.setSingleShot(true);
    m_slow.setInterval(kSlow);
    connect(&m_slow, &QTimer::timeout, this, &AnalyticsPage::showBusy);
    setChoicesVisible(false); // until there is something to choose from
    showLoading();
}

void AnalyticsPage::buildHeader()
{
    m_period->setObjectName(u"periodButton"_s);
    m_period->setText(tr("Last 12 weeks"));
    buildPeriodMenu();
    m_period->setMenu(m_periodMenu);
    m_accounts->setAccessibleName(tr("Account"));
    m_templates->setAccessibleName(tr("Template"));
    m_tags->setAccessibleName(tr("Tag"));
    m_accounts->setObjectName(u"accountFilter"_s);
    m_templates->setObjectName(u"templateFilter"_s);
    m_tags->setObjectName(u"tagFilter"_s);
    for (QComboBox *box : {m_accounts, m_templates, m_tags}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMaximumWidth(scaledWithText(190));
        box->addItem(QString{});
    }
    m_accounts->setVisible(false);
    m_report->setObjectName(u"reportButton"_s);
    connect(m_report, &Button::clicked, this, [this] {
        if (m_answer)
            emit reportWanted(m_answer->question.days.from, m_answer->question.days.to);
    });
    new FlowLayout{8, 8, m_choiceRow};
    placeChoices(true);
    connect(m_accounts, &QComboBox::currentIndexChanged, this, [this] {
        const QVariant chosen = m_accounts->currentData();
        m_request.filter.account =
            chosen.isValid() ? std::optional{AccountId{chosen.toLongLong()}} : std::nullopt;
        want();
    });
    connect(m_templates, &QComboBox::currentIndexChanged, this, [this] {
        const QStringList chosen = m_templates->currentData().toStringList();
        m_request.filter.usedTemplate = chosen.isEmpty() ? std::nullopt
                                                         : std::optional{
                                                             TemplateKey{chosen.value(0), chosen.value(1)}
        };
        want();
    });
    connect(m_tags, &QComboBox::currentIndexChanged, this, [this] {
        m_request.filter.tag = m_tags->currentData().toString();
        want();
    });
}

void AnalyticsPage::placeChoices(bool isBeside)
{
    if (isBeside == m_areChoicesBeside)
        return;
    m_areChoicesBeside = isBeside;
    for (QWidget *choice : std::initializer_list<QWidget *>{m_period, m_accounts, m_templates, m_tags}) {
        if (isBeside)
            m_header->addAction(choice);
        else
            m_choiceRow->layout()->addWidget(choice);
    }
    m_header->addAction(m_report); // stays the last one
    m_choiceRow->setVisible(!isBeside);
}

void AnalyticsPage::setChoicesVisible(bool visible)
{
    for (QWidget *choice : std::initializer_list<QWidget *>{m_period, m_templates, m_tags, m_report})
        choice->setVisible(visible);
    m_accounts->setVisible(visible && m_answer && m_answer->choices.accounts.size() > 1);
}

void AnalyticsPage::buildPeriodMenu()
{
    constexpr int kWeek = 7;
    const auto add = [this](const QString &words, const auto &choose) {
        connect(m_periodMenu->addAction(words), &QAction::triggered, this, choose);
    };
    add(tr("Last 7 days"), [this] { setLastDays(kWeek); });
    add(tr("Last 30 days"), [this] { setLastDays(30); });
    add(tr("Last 12 weeks"), [this] { setLastDays(12 * kWeek); });
    add(tr("Last 12 months"), [this] { setPeriod(m_today.addYears(-1).addDays(1), m_today); });
    add(tr("This year"), [this] { setPeriod(QDate{m_today.year(), 1, 1}, m_today); });
    add(tr("Days of your own…"), [this] { askForPeriod(); });
    m_periodMenu->addSeparator();
    auto *steps = new QActionGroup{this};
    const auto addStep = [&](const QString &words, std::optional<TrendStep> step) {
        QAction *action = m_periodMenu->addAction(words);
        action->setCheckable(true);
        action->setChecked(step == m_request.step);
        steps->addAction(action);
        connect(action, &QAction::triggered, this, [this, step] {
            m_request.step = step;
            m_request.filter.period.reset(); // it was a step of another length
            want();
        });
    };
    addStep(tr("Steps that suit the length"), std::nullopt);
    addStep(tr("By day"), TrendStep::Day);
    addStep(tr("By week"), TrendStep::Week);
    addStep(tr("By month"), TrendStep::Month);
}

void AnalyticsPage::buildCharts()
{
    const auto card = [this](const QString &title, const QString &unit, QWidget *chart,
                             ChartTable (*numbers)(const Analytics &)) {
        auto *made = new ChartCard{title, unit, chart, [this, numbers] {
                                       return m_answer ? numbers(m_answer->figures) : ChartTable{};
                                   }};
        connect(made, &ChartCard::pictureWanted, this, &AnalyticsPage::pictureWanted);
        connect(made, &ChartCard::numbersWanted, this, &AnalyticsPage::numbersWanted);
        return made;
    };
    const QString whisker = tr("the bar is where the true rate lies, 19 times in 20");
    m_trendCard = card(tr("Trends"), {}, m_trend, &trendTable);
    m_reasonCard = card(tr("Why messages failed"), {}, m_reasons, &failureTable);
    m_templateCard = card(tr("Templates: read rate"), whisker, m_templateChart, &templateTable);
    m_heatCard = card(
        tr("Best time to send"), {}, m_heat,
        +[](const Analytics &figures) { return heatTable(figures.heat); });
    m_campaignCard =
        card(tr("Campaigns side by side"), whisker, withNote(m_campaignChart, m_comparison), &campaignTable);
    m_costCard = card(tr("Cost by country and category"), {}, withNote(m_cost, m_costNote), &costTable);
    m_limitCard = card(tr("Use of the messaging limit"),
                       tr("most people written to in any 24 hours, at most"), m_limit, &limitTable);
}

QWidget *AnalyticsPage::buildFigures()
{
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout{inside};
    column->setContentsMargins(kMargin, 8, kMargin, kMargin);
    column->setSpacing(kGap);
    column->addWidget(m_totals);
    const std::array pairs{
        std::tuple{m_trendCard,    m_reasonCard, 2, 1},
        std::tuple{m_templateCard, m_heatCard,   1, 1},
        std::tuple{m_campaignCard, m_costCard,   1, 1}
    };
    for (const auto &[first, second, firstShare, secondShare] : pairs) {
        auto *row = new QBoxLayout{QBoxLayout::LeftToRight};
        row->setSpacing(kGap);
        row->addWidget(first, firstShare);
        row->addWidget(second, secondShare);
        column->addLayout(row);
        m_rows.push_back(row);
    }
    column->addWidget(m_limitCard);
    column->addStretch();
    m_trend->setMinimumHeight(scaledWithText(kTrendHeight));
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    return scroll;
}

void AnalyticsPage::connectCharts()
{
    connect(m_filters, &AnalyticsFilterBar::removed, this,
            [this](MarkFilter mark) { setFilter(without(m_request.filter, mark)); });
    connect(m_filters, &AnalyticsFilterBar::cleared, this, [this] {
        AnalyticsFilter filter;
        filter.account = m_request.filter.account;
        filter.tag = m_request.filter.tag;
        setFilter(filter);
    });
    // A second press on a mark takes its filter off.
    const auto toggle = [this](auto AnalyticsFilter::*which, const auto &value) {
        AnalyticsFilter filter = m_request.filter;
        if (filter.*which == value)
            filter.*which = std::decay_t<decltype(filter.*which)>{};
        else
            filter.*which = value;
        setFilter(filter);
    };
    connect(m_trend, &TrendChart::stepChosen, this,
            [toggle](const DayRange &days) { toggle(&AnalyticsFilter::period, std::optional{days}); });
    connect(m_heat, &HeatMapChart::slotChosen, this,
            [toggle](const HeatSlot &slot) { toggle(&AnalyticsFilter::slot, std::optional{slot}); });
    connect(m_reasons, &ReasonChart::rowChosen, this, [this, toggle](int row) {
        toggle(&AnalyticsFilter::failureCode,
               m_answer->figures.reasons.at(static_cast<size_t>(row)).words.code);
    });
    connect(m_templateChart, &IntervalChart::rowChosen, this, [this, toggle](int row) {
        const auto shown = shownOf(m_answer->figures.templates, [this](const TemplateFigures &each) {
            return m_request.filter.usedTemplate == each.key;
        });
        toggle(&AnalyticsFilter::usedTemplate, std::optional{shown.at(static_cast<size_t>(row))->key});
    });
    connect(m_campaignChart, &IntervalChart::rowChosen, this, [this, toggle](int row) {
        const auto shown = shownOf(m_answer->figures.campaigns, [this](const ComparedCampaign &each) {
            return m_request.filter.campaign == each.campaign.id;
        });
        toggle(&AnalyticsFilter::campaign, std::optional{shown.at(static_cast<size_t>(row))->campaign.id});
    });
}

void AnalyticsPage::setLastDays(int days)
{
    setPeriod(m_today.addDays(1 - days), m_today);
}

void AnalyticsPage::askForPeriod()
{
    if (!m_answer)
        return;
    auto *dialog = new PeriodDialog{m_answer->question.days, this};
    connect(dialog, &PeriodDialog::chosen, this,
            [this](const DayRange &days) { setPeriod(days.from, days.to); });
    dialog->open();
}

void AnalyticsPage::setPeriod(std::optional<QDate> from, std::optional<QDate> to)
{
    m_request.from = from;
    m_request.to = to;
    m_request.filter.period.reset();
    want();
}

void AnalyticsPage::setFilter(const AnalyticsFilter &filter)
{
    m_request.filter = filter;
    want();
}

void AnalyticsPage::want()
{
    emit lookWanted(m_request);
}

void AnalyticsPage::showLoading()
{
    if (m_answer) { // the figures that are there stay until the new ones come
        m_slow.start();
        return;
    }
    m_state->showLoading(tr("The figures are being counted."), false);
    m_stack->setCurrentWidget(m_state);
}

void AnalyticsPage::showBusy()
{
    m_banner->clearActions();
    m_banner->setMessage(Tone::Blue, tr("The figures are being counted."),
                         tr("Those below are the ones from before."));
    auto *cancel = new Button{tr("Cancel")};
    connect(cancel, &Button::clicked, this, [this] {
        m_banner->setVisible(false);
        emit cancelRequested();
    });
    m_banner->addAction(cancel);
    m_banner->setVisible(true);
}

void AnalyticsPage::showError(const Error &error)
{
    m_slow.stop();
    if (!m_answer) {
        m_state->showError(error, tr("The figures could not be read"));
        m_stack->setCurrentWidget(m_state);
        return;
    }
    m_banner->clearActions();
    m_banner->setMessage(Tone::Red, tr("The figures could not be read."), error.message);
    m_banner->setVisible(true);
}

void AnalyticsPage::showFigures(const AnalyticsAnswer &answer)
{
    m_slow.stop();
    m_answer = answer;
    m_request.filter = answer.question.filter;
    m_today = toDateTime(answer.question.now).toTimeZone(answer.question.zone).date();
    m_banner->setVisible(false);
    m_period->setText(periodText(answer.question.days));
    const bool hasAny = !answer.choices.templates.empty();
    m_header->setContext(hasAny ? analyticsContext(answer) : tr("No campaigns yet"));
    setChoicesVisible(hasAny);
    m_filters->setFilters(filterWords(answer));
    showChoices();
    if (!hasAny) {
        m_state->showEmpty(u"analytics"_s, tr("Nothing to count yet"),
                           tr("After your first campaign, this shows how many people read it, which template "
                              "does best, and when to send."),
                           tr("New campaign"));
        m_stack->setCurrentWidget(m_state);
        return;
    }
    m_totals->setTotals(answer.figures.total);
    showCharts();
    showCampaigns();
    m_stack->setCurrentIndex(0);
    arrange();
}

void AnalyticsPage::showChoices()
{
    const AnalyticsChoices &choices = m_answer->choices;
    const AnalyticsFilter &filter = m_request.filter;
    offer(m_accounts, tr("All accounts"), filter.account ? QVariant{filter.account->value} : QVariant{}, [&] {
        for (const AnalyticsChoices::Account &account : choices.accounts)
            m_accounts->addItem(account.name, account.id.value);
    });
    offer(m_templates, tr("All templates"),
          filter.usedTemplate ? QVariant{dataOf(*filter.usedTemplate)} : QVariant{}, [&] {
              for (const TemplateKey &key : choices.templates)
                  m_templates->addItem(tr("%1, %2").arg(key.name, languageText(key.language)), dataOf(key));
          });
    offer(m_tags, tr("All tags"), filter.tag.isEmpty() ? QVariant{} : QVariant{filter.tag}, [&] {
        for (const QString &tag : choices.tags)
            m_tags->addItem(tag, tag);
    });
}

void AnalyticsPage::showCharts()
{
    const Analytics &figures = m_answer->figures;
    const AnalyticsFilter &filter = m_request.filter;
    m_trend->setTrend(figures.trend, figures.step, filter.period);
    m_trendCard->setUnit(trendUnit(figures.step));
    const bool isNothing = std::all_of(figures.trend.begin(), figures.trend.end(),
                                       [](const TrendPoint &point) { return point.counts.tried == 0; });
    isNothing ? m_trendCard->setEmpty(tr("No message left in this period.")) : m_trendCard->setFilled();

    m_reasons->setReasons(figures.reasons, filter.failureCode);
    int failed = 0;
    for (const FailureReason &reason : figures.reasons)
        failed += reason.people;
    m_reasonCard->setUnit(tr("%1 in all").arg(countText(failed)));
    failed == 0 ? m_reasonCard->setEmpty(tr("Nobody. Everything that left was accepted."))
                : m_reasonCard->setFilled();

    std::vector<IntervalRow> rows;
    for (const TemplateFigures *each : shownOf(
             figures.templates, [&](const TemplateFigures &one) { return filter.usedTemplate == one.key; }))
        rows.push_back({each->key.name, templateSecondLine(*each), each->counts.readShare(),
                        filter.usedTemplate == each->key});
    rows.empty() ? m_templateCard->setEmpty(tr("No message left in this period."))
                 : m_templateCard->setFilled();
    m_templateChart->setRows(std::move(rows));

    m_heat->setHeat(figures.heat, filter.slot);
    m_heatCard->setUnit(heatUnit(figures.heat));
    m_limit->setUse(figures);
    figures.busiestDay == 0 ? m_limitCard->setEmpty(tr("Nobody was written to in this period."))
                            : m_limitCard->setFilled();
    showCosts();
    for (ChartCard *card : {m_trendCard, m_reasonCard, m_templateCard, m_heatCard, m_costCard, m_limitCard})
        card->refreshTable();
}

void AnalyticsPage::showCosts()
{
    const Analytics &figures = m_answer->figures;
    m_cost->setBars(costBars(figures.costs, kShownRows));
    m_costCard->setUnit(costUnit(figures));
    m_costNote->setText(costNote(*m_answer));
    m_costNote->setVisible(!m_costNote->text().isEmpty());
    const QString nothing = whyNoCost(figures);
    nothing.isEmpty() ? m_costCard->setFilled() : m_costCard->setEmpty(nothing);
}

void AnalyticsPage::showCampaigns()
{
    const AnalyticsFilter &filter = m_request.filter;
    const auto shown = shownOf(m_answer->figures.campaigns, [&](const ComparedCampaign &each) {
        return filter.campaign == each.campaign.id;
    });
    std::vector<IntervalRow> rows;
    const ComparedCampaign *chosen = nullptr;
    const ComparedCampaign *best = nullptr;
    for (const ComparedCampaign *each : shown) {
        const bool isChosen = filter.campaign == each->campaign.id;
        rows.push_back({each->campaign.name, campaignSecondLine(*each), each->counts.readShare(), isChosen});
        if (isChosen)
            chosen = each;
        else if (each->counts.readShare().isEnough()
                 && (best == nullptr || each->counts.readShare().value() > best->counts.readShare().value()))
            best = each;
    }
    if (chosen != nullptr && best != nullptr)
        m_comparison->setText(comparisonText(*chosen, *best));
    else
        m_comparison->setText(rows.size() > 1 ? tr("Choose one to compare it with the best of the others.")
                                              : QString{});
    m_comparison->setVisible(!m_comparison->text().isEmpty());
    rows.empty() ? m_campaignCard->setEmpty(tr("No campaign left in this period."))
                 : m_campaignCard->setFilled();
    m_campaignChart->setRows(std::move(rows));
    m_campaignCard->refreshTable();
}

void AnalyticsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void AnalyticsPage::arrange()
{
    const bool hasAccounts = m_answer && m_answer->choices.accounts.size() > 1;
    placeChoices(width() >= scaledWithText(kChoicesBeside + (hasAccounts ? kAccountChoice : 0)));
    const bool isWide = width() >= scaledWithText(kWideEnough);
    for (QBoxLayout *row : m_rows)
        row->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}
