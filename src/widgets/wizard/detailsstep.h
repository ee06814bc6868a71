#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "presentation/templatetablemodel.h"
#include "presentation/wizardfacts.h"
#include "widgets/wizard/wizardsteppage.h"

#include <optional>

class Banner;
class Button;
class DataTable;
class FormField;
class HintLine;
class PreviewCard;
class QComboBox;
class QLineEdit;
class QStackedWidget;
class SearchField;
class StatePanel;
class TextLabel;

/// Step 1: what the campaign is called, which template it sends, and the header's file where it needs one.
class DetailsStep final : public WizardStepPage
{
    Q_OBJECT

public:
    explicit DetailsStep(const Clock &clock, QWidget *parent = nullptr);

    void setSenders(const std::vector<SenderNumber> &senders);
    void setTemplates(const std::vector<MessageTemplate> &templates, std::optional<UtcTime> syncedAt);
    void setSyncing(bool syncing);
    void setSyncError(const Error &error);

    void showDraft(const CampaignDraft &draft) override;
    void writeTo(CampaignDraft &draft) const override;
    void focusFirst() override;
    bool leadsElsewhere() const override;

signals:
    void syncWanted();
    void connectNumberWanted();

protected:
    void showProblem(DraftField field, const QString &sentence) override;
    void focusField(DraftField field) override;
    std::vector<DraftField> fields() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeForm();
    QWidget *makeTemplateChooser();
    QWidget *makeMediaField();
    void connectAll();

    const MessageTemplate *chosenTemplate() const;
    void chooseTemplate(const QModelIndex &index);
    void markChosenRow();
    void refreshLists();
    void refreshChosen();
    void refreshHints();
    void fitTable();
    void chooseMediaFile();
    void updatePreview();

    const Clock &m_clock;
    CampaignDraft m_shown; ///< what the fields stand for, the parts that have no widget included
    QString m_templateName;
    QString m_language;
    std::optional<UtcTime> m_syncedAt;
    bool m_isSyncing = false;

    TemplateTableModel m_templateModel;
    TemplateFilterModel m_filter;

    QLineEdit *m_name;
    FormField *m_nameField;
    QComboBox *m_sender;
    FormField *m_senderField;
    QLineEdit *m_description;
    TextLabel *m_syncLabel;
    Button *m_syncButton;
    SearchField *m_search;
    QComboBox *m_languageFilter;
    QComboBox *m_categoryFilter;
    QStackedWidget *m_chooser;
    DataTable *m_table;
    StatePanel *m_noTemplates;
    HintLine *m_templateHint;
    QLineEdit *m_media;
    Button *m_mediaButton;
    FormField *m_mediaField;
    Banner *m_banner;
    QWidget *m_valuesGroup;
    QWidget *m_values;
    PreviewCard *m_preview;
};
