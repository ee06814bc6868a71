#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "presentation/wizardfacts.h"
#include "widgets/wizard/wizardsteppage.h"

#include <QTimeZone>

#include <optional>
#include <vector>

class Banner;
class Button;
class FormField;
class PreviewCard;
class QComboBox;
class QLineEdit;
class TemplateChooser;
class VersionsPanel;

/// Step 1: what the campaign is called, which template it sends, and the header's file where it needs one.
class DetailsStep final : public WizardStepPage
{
    Q_OBJECT

public:
    explicit DetailsStep(const Clock &clock, QWidget *parent = nullptr);

    void setSenders(const std::vector<SenderNumber> &senders);
    void setTemplates(const std::vector<MessageTemplate> &templates, std::optional<UtcTime> syncedAt);
    /// Times of versions are said in this zone.
    void setZone(const QTimeZone &zone);
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

private:
    QWidget *makeForm();
    QWidget *makeMediaField();
    void connectAll();

    void refreshChosen();
    void showValues(const std::vector<TemplateVariable> &variables);
    void chooseMediaFile();
    void refreshVersions();
    void updatePreview();

    CampaignDraft m_shown; ///< what the fields stand for, the parts that have no widget included

    QLineEdit *m_name;
    FormField *m_nameField;
    QComboBox *m_sender;
    FormField *m_senderField;
    QLineEdit *m_description;
    TemplateChooser *m_templates;
    QLineEdit *m_media;
    Button *m_mediaButton;
    FormField *m_mediaField;
    VersionsPanel *m_versions;
    Banner *m_banner;
    QWidget *m_valuesGroup;
    QWidget *m_values;
    PreviewCard *m_preview;
};
