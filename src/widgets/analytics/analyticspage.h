#pragma once

#include "base/result.h"
#include "domain/analytics.h"
#include "widgets/controls/chartcard.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class AnalyticsFilterBar;
class AnalyticsTotals;
class Banner;
class Button;
class ColumnChart;
class CostChart;
class HeatMapChart;
class IntervalChart;
class PageHeader;
class QBoxLayout;
class QComboBox;
class QMenu;
class QStackedWidget;
class ReasonChart;
class StatePanel;
class TextLabel;
class TrendChart;

/// What campaigns achieved over time. Pressing a mark filters everything else; the filters stand above and
/// can be taken off. It only asks (`lookWanted`) and shows the answer.
class AnalyticsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit AnalyticsPage(QWidget *parent = nullptr);

    void showLoading();
    /// Figures that were there stay, under a banner.
    void showError(const Error &error);
    void showFigures(const AnalyticsAnswer &answer);
    const AnalyticsRequest &request() const { return m_request; }

signals:
    void lookWanted(const AnalyticsRequest &request);
    void cancelRequested();
    /// A report of these days as a file.
    void reportWanted(QDate from, QDate to);
    /// There is nothing to count yet.
    void newCampaignRequested();
    void pictureWanted(const ChartPicture &picture);
    void numbersWanted(const QString &title, const ChartTable &numbers);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHeader();
    QWidget *buildFigures();
    void buildCharts();
    void connectCharts();
    void buildPeriodMenu();
    void askForPeriod();
    void setLastDays(int days);
    void setPeriod(std::optional<QDate> from, std::optional<QDate> to);
    void setFilter(const AnalyticsFilter &filter);
    void want();

    void showBusy();
    void showChoices();
    void showCharts();
    void showCosts();
    void showCampaigns();
    void arrange();
    /// Beside the title, or below it where there is too little room.
    void placeChoices(bool isBeside);
    void setChoicesVisible(bool visible);

    AnalyticsRequest m_request;
    std::optional<AnalyticsAnswer> m_answer;
    QDate m_today;
    QTimer m_slow; ///< runs while new figures are waited for

    PageHeader *m_header;
    Button *m_period;
    QMenu *m_periodMenu;
    QComboBox *m_accounts;
    QComboBox *m_templates;
    QComboBox *m_tags;
    Banner *m_banner;
    Button *m_report;
    QWidget *m_choiceRow;
    AnalyticsFilterBar *m_filters;
    QStackedWidget *m_stack;
    StatePanel *m_state;

    AnalyticsTotals *m_totals;
    TrendChart *m_trend;
    ReasonChart *m_reasons;
    IntervalChart *m_templateChart;
    HeatMapChart *m_heat;
    IntervalChart *m_campaignChart;
    CostChart *m_cost;
    ColumnChart *m_limit;
    TextLabel *m_comparison;
    TextLabel *m_costNote;
    ChartCard *m_trendCard = nullptr;
    ChartCard *m_reasonCard = nullptr;
    ChartCard *m_templateCard = nullptr;
    ChartCard *m_heatCard = nullptr;
    ChartCard *m_campaignCard = nullptr;
    ChartCard *m_costCard = nullptr;
    ChartCard *m_limitCard = nullptr;
    std::vector<QBoxLayout *> m_rows;
    bool m_areChoicesBeside = false;
};
