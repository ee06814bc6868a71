#pragma once

#include "app/workbench.h"
#include "base/result.h"
#include "domain/conversation.h"
#include "domain/directmessage.h"

#include <QObject>
#include <QString>
#include <QTimer>

class InboxPage;
struct TemplateAnswer;

/// What is answered in the inbox: sends it, puts back what was refused before it left, and keeps the drafts.
class InboxAnswers : public QObject
{
    Q_OBJECT

public:
    /// `page` outlives the object.
    InboxAnswers(const Workbench &bench, InboxPage &page, QObject *parent);

    /// Nobody types any more: what was typed is written now.
    void saveDraft();

signals:
    /// Something became of an answer: the thread shows it.
    void posted();

private:
    void send(const QString &text, const QString &file);
    void post(const DirectMessage &message, ConversationId id);
    void keepInField(ConversationId id, const Error &error);
    void emptyField(ConversationId id, const DirectMessage &message);
    void takeBack(ConversationId id, const DirectMessage &message, const Error &error);
    void tellProblem(ConversationId id, const Error &error);
    void storeDraft(ConversationId id, const QString &text);
    void chooseFile();
    void chooseTemplate();
    void sendTemplate(const PhoneNumber &to, ConversationId id, const TemplateAnswer &answer);

    Workbench m_bench;
    InboxPage &m_page;
    QTimer m_draftTimer; ///< a draft is written when somebody pauses
    ConversationId m_draftOf;
    QString m_draft;
};
