#pragma once

#include "base/result.h"
#include "domain/conversation.h"

#include <QWidget>

#include <set>
#include <vector>

class Banner;
class Button;
class QBoxLayout;
class QMenu;
class QPlainTextEdit;
class TextLabel;

/// Where an answer is written: the words, a file, a template or a quick answer, until when it may be sent,
/// and that it costs money. Says why where nothing may be sent.
class Composer : public QWidget
{
    Q_OBJECT

public:
    explicit Composer(const Clock &clock, QWidget *parent = nullptr);

    /// Another conversation, or the same as it is now. The words of another one are its draft.
    void setConversation(const Conversation &conversation);
    void setQuickAnswers(const std::vector<QuickAnswer> &answers);
    /// What stands there for this conversation is being handed over: until that is done it can neither be
    /// changed nor sent again.
    void setHandingOver(ConversationId id, bool isHandingOver);
    /// These words and this file are on their way; what was put back before them meanwhile stays.
    void takeOut(const QString &words, const QString &file);
    /// Words and a file that could not be sent, to be changed or sent again; before what was written since.
    void putBack(const QString &words, const QString &file);
    /// The time goes on: brings the countdown up to date, and closes the field when it is over.
    void refresh();
    void showProblem(const Error &error);

    QString text() const;
    QString file() const { return m_file; }
    void setFile(const QString &path);
    bool canWrite() const;

signals:
    void draftChanged(ConversationId id, const QString &text);
    void sendRequested(const QString &text, const QString &file);
    void templateRequested();
    void fileRequested();
    /// The words as a quick answer.
    void quickAnswerRequested(const QString &text);
    void quickAnswerRemoved(qint64 id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void send();
    bool isHandingOver() const { return m_handingOver.contains(m_conversation.id); }
    void rebuildMenu();
    void updateButtons();

    const Clock &m_clock;
    Conversation m_conversation;
    std::vector<QuickAnswer> m_answers;
    QString m_file;
    std::set<ConversationId> m_handingOver;
    Banner *m_banner;
    TextLabel *m_closed;
    QPlainTextEdit *m_text;
    Button *m_fileChip;
    Button *m_template;
    Button *m_attach;
    Button *m_quick;
    QMenu *m_quickMenu;
    TextLabel *m_hint;
    TextLabel *m_countdown;
    Button *m_send;
    QWidget *m_tools; ///< what is more than words
    QBoxLayout *m_below; ///< the tools and the button
};
