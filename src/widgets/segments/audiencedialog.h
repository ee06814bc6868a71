#pragma once

#include "presentation/contactaudience.h"
#include "widgets/controls/dialogs.h"

#include <optional>

class Button;
class ChoiceCard;
class QComboBox;
class TextLabel;

/// Asks whom of the contact book a campaign goes to: everybody who agreed, a segment, a tag, or people of an
/// earlier campaign. Says how many they are.
class AudienceDialog final : public MessageDialog
{
    Q_OBJECT

public:
    explicit AudienceDialog(const ContactAudienceChoices &choices, QWidget *parent = nullptr);

    /// The answer to countWanted(); one about an earlier choice is dropped.
    void setCount(const ContactAudience &audience, qint64 people);
    /// Nothing while the choice lacks its segment, tag or campaign.
    std::optional<ContactAudience> audience() const;
    /// The first count.
    void start();

signals:
    void countWanted(const ContactAudience &audience);
    void chosen(const ContactAudience &audience);
    /// To make or change one; the dialog is over.
    void segmentsRequested();

private:
    ChoiceCard *addChoice(const QString &title, const QString &sentence, const QString &name, bool isThere);
    QComboBox *makeBox(const QString &name, const QString &accessibleName);
    void refresh();

    ContactAudienceChoices m_choices;
    ChoiceCard *m_agreed;
    ChoiceCard *m_segment;
    QComboBox *m_segmentBox;
    ChoiceCard *m_tag;
    QComboBox *m_tagBox;
    ChoiceCard *m_campaign;
    QComboBox *m_campaignBox;
    QComboBox *m_groupBox;
    TextLabel *m_count;
    Button *m_takeButton;
};
