#pragma once

#include "base/clock.h"
#include "domain/abtest.h"
#include "domain/messagetemplate.h"

#include <QTimeZone>
#include <QWidget>

#include <vector>

class Button;
class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class TextLabel;
class ToggleSwitch;

/// One version of a test: in what it differs from the campaign.
class VersionRow final : public QWidget
{
    Q_OBJECT

public:
    explicit VersionRow(const Clock &clock, QWidget *parent = nullptr);

    /// "A" to "D", counted from 0.
    void setLetter(int index);
    void setRemovable(bool removable);
    /// In which its own time is said and meant.
    void setZone(const QTimeZone &zone);
    /// The templates to choose from, and the one of the campaign.
    void setTemplates(const std::vector<MessageTemplate> &templates,
                      const std::optional<MessageTemplate> &ofCampaign);
    void setVariant(const AbVariant &variant);
    /// What has no control stays as it was given.
    AbVariant variant() const;
    void focusFirst();

signals:
    void edited();
    void removeRequested();

private:
    const MessageTemplate *chosenTemplate() const;
    void fillTemplates();
    void fillValues();
    void fillMedia();
    void showTime();
    void takeTemplate();
    void takeMedia();
    void takeValue();
    void takeTime();
    void refresh();

    const Clock &m_clock;
    QTimeZone m_zone;
    AbVariant m_variant;
    std::vector<MessageTemplate> m_templates;
    std::optional<MessageTemplate> m_ofCampaign;
    TextLabel *m_letter;
    QComboBox *m_template;
    QLineEdit *m_media;
    Button *m_mediaButton;
    QComboBox *m_key;
    QLineEdit *m_value;
    ToggleSwitch *m_ownTime;
    QDateTimeEdit *m_time;
    Button *m_remove;
};
