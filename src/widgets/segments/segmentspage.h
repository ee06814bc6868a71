#pragma once

#include "base/result.h"
#include "presentation/segmentdraft.h"
#include "presentation/segmentmodels.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class Banner;
class Button;
class DataTable;
class FormField;
class HintLine;
class PageHeader;
class QLineEdit;
class QStackedWidget;
class RuleBuilder;
class StatePanel;
class TextLabel;

/// Saved rules over the contact book: the list of them, the one that is written, and who meets it now. The
/// people are asked for with every change, by audienceWanted().
class SegmentsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentsPage(PhoneFormat phoneFormat, QWidget *parent = nullptr);

    /// What rules can speak of.
    void setFacts(const SegmentFacts &facts);
    /// All of them by name. The one that is being written stays as it is.
    void setSegments(const std::vector<SegmentEntry> &segments);
    void setSegmentPeople(const QString &name, qint64 people);
    /// The answer to audienceWanted(); one to an earlier rule is dropped.
    void setAudience(const SegmentRule &rule, const SegmentAudience &audience);
    void setAudienceError(const SegmentRule &rule, const Error &error);
    /// The segments could not be read.
    void showError(const Error &error);

    // Answers to saveRequested() and deleteRequested().
    void setSaved(const SegmentEntry &segment);
    void setSaveError(const Error &error);
    void setDeleted(const QString &name);

    /// The rule as far as it is written.
    SegmentRule writtenRule() const;
    bool hasUnsavedChanges() const;

signals:
    void backRequested();
    void reloadRequested();
    void audienceWanted(const SegmentRule &rule);
    /// `before`: its name so far; empty: a new one.
    void saveRequested(const QString &before, const QString &name, const SegmentRule &rule);
    /// Asked already.
    void deleteRequested(const QString &name);
    void campaignRequested(const QString &name, const SegmentRule &rule);

private:
    QWidget *buildList();
    QWidget *buildEditor();
    QWidget *buildPeople();
    void connectEditor();
    void startNew();
    void open(const SegmentEntry &segment);
    /// At once, or after a person gave up what was not saved.
    void leaveEdited(std::function<void()> then);
    void chooseRow(int row);
    void noteChange();
    void refreshEditor();
    void save();
    void askToDelete();
    void showPeople(const SegmentAudience &audience);

    SegmentFacts m_facts;
    SegmentTableModel m_segments;
    SegmentPeopleModel m_peopleModel;
    std::optional<SegmentEntry> m_opened; ///< as it is saved; nothing: a new one
    SegmentRule m_asked; ///< of which the people were asked for last
    bool m_isEditing = false;
    bool m_isListed = false;
    bool m_isSaving = false; ///< until it is answered

    PageHeader *m_header;
    Button *m_newButton;
    QStackedWidget *m_states;
    StatePanel *m_state;
    Banner *m_banner;
    DataTable *m_list;
    QWidget *m_editor;
    QLineEdit *m_name;
    FormField *m_nameField;
    RuleBuilder *m_builder;
    HintLine *m_hint;
    Button *m_deleteButton;
    Button *m_campaignButton;
    Button *m_saveButton;
    TextLabel *m_count;
    TextLabel *m_countRemark;
    DataTable *m_people;
};
