#pragma once

#include "base/result.h"
#include "presentation/importrowmodel.h"

#include <QWidget>

class Banner;
class Button;
class CountFilters;
class DataTable;
class HintLine;
class MappingCard;
class QAbstractItemDelegate;
class QProgressBar;
class QStackedWidget;
class QVBoxLayout;
class SearchField;
class StatePanel;
class TextLabel;

/// A file before its people join the draft: the biggest problem on top, how its columns are read, what became
/// of the rows, and each row with its number before → after. Numbers are fixed in place.
class AudienceCheckPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit AudienceCheckPanel(PhoneFormat phoneFormat, QWidget *parent = nullptr);

    MappingCard &mapping() { return *m_mapping; }

    void setVariables(const std::vector<TemplateVariable> &variables);
    void setDefaults(const Variables &defaults);
    void showReading(const QString &title);
    void setReadingProgress(double share);
    void setPreview(const AudiencePreview &preview);
    void showError(const Error &error, const QString &title);
    void showVerdict(AudienceVerdict verdict);

    const AudiencePreview &preview() const { return m_preview; }

signals:
    void phoneFixed(qint64 row, const QString &text);
    void rowsLeftOut(const QList<qint64> &rows);
    void saveRejectedRequested();
    void anotherFileRequested();
    void cancelRequested();
    void retryRequested();

private:
    QWidget *makeCheck();
    QWidget *makeStateCard();
    QWidget *makeRows();
    void connectAll();
    void showMenu(const QModelIndex &index, const QPoint &position);
    void offerOtherWays(bool offers);
    void refreshBanner();
    void layOutColumns();
    void fixRow(const QModelIndex &index);
    void leaveOutSelected();

    AudiencePreview m_preview;
    std::vector<TemplateVariable> m_variables;
    ImportRowModel m_model;
    ImportRowFilter m_filter;

    QStackedWidget *m_states;
    StatePanel *m_state;
    QVBoxLayout *m_stateColumn;
    QWidget *m_otherWays; ///< beside trying again
    QProgressBar *m_progress;
    Banner *m_banner;
    Button *m_saveButton;
    Button *m_uploadButton;
    MappingCard *m_mapping;
    CountFilters *m_counts;
    SearchField *m_search;
    DataTable *m_table;
    HintLine *m_rowsHint;
    QAbstractItemDelegate *m_quietCells;
    QAbstractItemDelegate *m_phoneCells;
    QAbstractItemDelegate *m_valueCells;
    QAbstractItemDelegate *m_resultCells;
    QAbstractItemDelegate *m_remarkCells;
};
