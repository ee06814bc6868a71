#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/ids.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class Button;
class CampaignFilterModel;
class CampaignTableModel;
class DataTable;
class FigureCard;
class FilterChips;
class PageHeader;
class QComboBox;
class QStackedWidget;
class SearchField;
class StatePanel;
struct CampaignRow;

/// All campaigns of the workspace: four cards, filters, and the table that moves while something is sent. It
/// asks before anything is lost, and otherwise only says what the person wants.
class CampaignsPage : public QWidget
{
    Q_OBJECT

public:
    CampaignsPage(CampaignTableModel &campaigns, const Clock &clock, QWidget *parent = nullptr);

    /// While the list is read for the first time, and when that failed.
    void showLoading();
    void showError(const Error &error);
    /// The list as the model has it; the invitation to a first campaign while it is empty.
    void showCampaigns();

    std::optional<CampaignId> currentCampaign() const;
    void select(CampaignId id);

signals:
    void newRequested();
    /// A new campaign that begins with a file of people.
    void importRequested();
    void openRequested(CampaignId id);
    void sendRequested(CampaignId id);
    void pauseRequested(CampaignId id);
    void resumeRequested(CampaignId id);
    /// Asked and answered.
    void cancelRequested(CampaignId id);
    void duplicateRequested(CampaignId id);
    /// Of one campaign or of several in one file.
    void exportRequested(const std::vector<CampaignId> &ids);
    /// Asked and answered.
    void deleteRequested(CampaignId id);
    void retryLoadRequested();
    void helpRequested();

private:
    void buildHeader();
    void buildFilters();
    void buildTable();
    void setCells();
    void connectTable();
    void bindKeys();
    void refreshFigures();
    void refreshStates();
    void refreshContext();
    void refreshActions();
    void showRowMenu(const QPoint &position);
    void pauseOrResume();
    void askToCancel(const CampaignRow &campaign);
    void askToDelete(const CampaignRow &campaign);
    void requestExport();
    /// None while several are marked: what is done to one campaign is done to none of them then.
    const CampaignRow *currentRow() const;
    /// Those that are marked, from top to bottom.
    std::vector<CampaignId> markedCampaigns() const;

    CampaignTableModel &m_campaigns;
    const Clock &m_clock;
    CampaignFilterModel *m_filter;

    PageHeader *m_header;
    Button *m_create = nullptr;
    Button *m_export;
    FigureCard *m_totalCard;
    FigureCard *m_activeCard;
    FigureCard *m_completedCard;
    FigureCard *m_recipientsCard;
    FilterChips *m_chips;
    SearchField *m_search;
    QComboBox *m_order;
    DataTable *m_table;
    QStackedWidget *m_tableStack;
    QStackedWidget *m_stack;
    StatePanel *m_state;
    StatePanel *m_noMatch;
    QTimer m_figuresTimer;
    QTimer m_minuteTimer;
    bool m_isReady = false;
};
