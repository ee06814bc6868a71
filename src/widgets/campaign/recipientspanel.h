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
class TextLabel;

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
    /// Everybody who got at least so far; nothing: everybody.
    void choosePeopleAtLeast(std::optional<RecipientStatus> step);
    /// Those who failed for this reason, which is told in `words`.
    void chooseReason(const QString &errorCode, const QString &words);
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
    void buildNarrowing();
    void buildTable();
    /// Shows only some of those behind the chosen chip, and says whom; no words: all of them.
    void narrow(bool isAtLeast, const QString &errorCode, const QString &words);
    void applyFilter();
    void showPerson(const QModelIndex &index);

    RecipientTableModel &m_model;
    RecipientFilter m_filter; ///< as chosen
    RecipientFilter m_listed; ///< of the list that is shown
    bool m_isListed = false;
    CampaignCounts m_counts;
    QTimer m_searchTimer;

    bool m_isAtLeast = false;
    QString m_errorCode;

    FilterChips *m_chips;
    QWidget *m_narrowing; ///< says who is shown where it is not all of a chip
    TextLabel *m_narrowingWords;
    SearchField *m_search;
    Button *m_activityButton;
    QStackedWidget *m_states;
    DataTable *m_table;
    StatePanel *m_nobody;
};
