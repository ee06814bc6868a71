#pragma once

#include "domain/campaign.h"
#include "domain/messagetemplate.h"
#include "widgets/controls/card.h"
#include "widgets/controls/messagepreview.h"

#include <optional>

class QHBoxLayout;

/// The message as a phone would show it, on a card beside the step.
class PreviewCard final : public Card
{
    Q_OBJECT

public:
    explicit PreviewCard(QWidget *parent = nullptr);

    void showMessage(const MessageTemplate &messageTemplate, const Variables &values,
                     const HeaderMedia &media);
    void showNothing(const QString &sentence);

    /// At the end of the title's row.
    void addToTitle(QWidget *widget);
    /// Below the message.
    void addBelow(QWidget *widget);

private:
    MessagePreview *m_preview;
    QHBoxLayout *m_titleRow;
};

/// The header of a message with its file's name and size.
PreviewMedia previewMedia(const HeaderMedia &media, HeaderFormat format);
/// The template's own examples as values, so that a preview shows words instead of placeholders.
Variables exampleValues(const MessageTemplate &messageTemplate);
