#pragma once

#include "presentation/campaignchoices.h"
#include "presentation/campaignoverview.h"
#include "presentation/recipienttablemodel.h"
#include "widgets/controls/card.h"

#include <QTimer>

class Button;
class DataTable;
class FilterChips;
class QStackedWidget;
class SearchField;
class StatePanel;

/// The people of a campaign: filters with counts, search, and a table of any length.
class RecipientsPanel final : public Card
{
    Q_OBJECT

public:
    /// `model` must outlive the panel.
    explicit RecipientsPanel(RecipientTableModel &model, QWidget *parent = nullptr);

    void showCounts(CampaignState state, const CampaignCounts &counts);
    void setTotal(const RecipientFilter &filter, int total);
    void chooseStatus(std::optional<RecipientStatus> status);
    /// Another campaign: everybody, no search.
    void reset();
    void focusSearch();
    const RecipientFilter &filter() const { return m_filter; }
    void setActivityShown(bool shown);

signals:
    /// The answer is setTotal().
    void listWanted(const RecipientFilter &filter);
    void pageWanted(const RecipientFilter &filter, const PageRequest &request);
    void activityToggled(bool shown);

private:
    void buildTable();
    void applyFilter();
    void showPerson(const QModelIndex &index);

    RecipientTableModel &m_model;
    RecipientFilter m_filter; ///< as chosen
    RecipientFilter m_listed; ///< of the list that is shown
    bool m_isListed = false;
    CampaignCounts m_counts;
    QTimer m_searchTimer;

    FilterChips *m_chips;
    SearchField *m_search;
    Button *m_activityButton;
    QStackedWidget *m_states;
    DataTable *m_table;
    StatePanel *m_nobody;
};
