#pragma once

#include "domain/messagetemplate.h"

#include <QFrame>

class QVBoxLayout;

/// What stands above the words of a message.
struct PreviewMedia
{
    HeaderFormat format = HeaderFormat::None; ///< None and Text show no media
    QString caption; ///< "lisboa-tranvia.jpg · 412 kB"; empty: the kind's own word
    QString localFile; ///< a picture that can be shown; empty otherwise
};

/// A message as a phone would show it, on the chat ground: header media or text, body with *bold*, _italic_,
/// ~strike~ and ```mono```, footer, buttons. Words that are filled in for each person stand on a soft ground.
class MessagePreview : public QFrame
{
    Q_OBJECT

public:
    explicit MessagePreview(QWidget *parent = nullptr);

    void setMessage(const RenderedMessage &message, const std::vector<TemplateButton> &buttons,
                    const PreviewMedia &media = {}, const QString &time = {});
    /// Nothing chosen yet: the ground with one sentence on it.
    void clear(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void addEmptySentence();
    void addMessage();
    QWidget *makeBubble();

    QVBoxLayout *m_column;
    RenderedMessage m_message;
    std::vector<TemplateButton> m_buttons;
    PreviewMedia m_media;
    QString m_time;
    QString m_emptySentence;
    bool m_isRebuilding = false;
};

/// WhatsApp's text marks as HTML. `filledStyle` is the CSS of words that came from a variable.
QString whatsAppTextToHtml(const std::vector<TextRun> &runs, const QString &filledStyle);
