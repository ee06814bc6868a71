#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "presentation/templatetablemodel.h"

#include <QWidget>

#include <optional>

class Button;
class DataTable;
class HintLine;
class QComboBox;
class QStackedWidget;
class SearchField;
class StatePanel;
class TextLabel;

/// The templates that are known, of which a person chooses one: searched, filtered by language and category,
/// and fetched from Meta on demand. The choice outlives what the list shows: a template that a filter hides,
/// or that is not known yet, stays chosen.
class TemplateChooser final : public QWidget
{
    Q_OBJECT

public:
    /// `clock` must outlive the chooser.
    explicit TemplateChooser(const Clock &clock, QWidget *parent = nullptr);

    void setTemplates(const std::vector<MessageTemplate> &templates, std::optional<UtcTime> syncedAt);
    void setSyncing(bool syncing);
    void setSyncError(const Error &error);
    /// Where there is no number, the empty list offers to connect one; from the next time it is shown.
    void setHasNumber(bool hasNumber) { m_hasNumber = hasNumber; }

    /// Chooses without a word to anybody, and brings the row into sight.
    void choose(const QString &name, const QString &language);
    const QString &templateName() const { return m_templateName; }
    const QString &language() const { return m_language; }
    /// All that are known, whatever the filters hide.
    const std::vector<MessageTemplate> &templates() const { return m_templateModel.templates(); }
    /// Null where nothing is chosen, or the chosen one is not known here.
    const MessageTemplate *chosenTemplate() const;

    /// Empty: nothing is wrong with the choice.
    void setProblem(const QString &sentence);
    /// The list is empty, and the button that fills it is shown in its place.
    bool offersSync() const;
    void focusSearch();

signals:
    /// A person chose another one.
    void chosen();
    void syncWanted();
    void connectNumberWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLayout *makeHead();
    QLayout *makeFilters();
    QWidget *makeTable();
    void connectAll();

    void noteRow(const QModelIndex &index);
    void markChosenRow();
    void refreshLists();
    void refreshMatches();
    void refreshHints();
    void fitTable();

    const Clock &m_clock;
    QString m_templateName;
    QString m_language;
    std::optional<UtcTime> m_syncedAt;
    bool m_isSyncing = false;
    bool m_hasNumber = false;

    TemplateTableModel m_templateModel;
    TemplateFilterModel m_filter;

    TextLabel *m_syncLabel;
    Button *m_syncButton;
    SearchField *m_search;
    QComboBox *m_languageFilter;
    QComboBox *m_categoryFilter;
    QStackedWidget *m_stack;
    DataTable *m_table;
    StatePanel *m_noTemplates;
    HintLine *m_hint;
};
