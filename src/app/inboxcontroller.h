#pragma once

#include "app/workbench.h"
#include "base/cancel.h"
#include "base/result.h"
#include "domain/conversation.h"
#include "presentation/inboxlistmodel.h"
#include "presentation/threadmodel.h"

#include <QObject>

#include <optional>
#include <vector>

class InboxAnswers;
class InboxCourier;
class InboxPage;
class PacedRead;
class QuickAnswerController;

/// The inbox: reads it as it changes, marks as read, opts people out, and has their files fetched.
class InboxController : public QObject
{
    Q_OBJECT

public:
    InboxController(const Workbench &bench, QObject *parent);

    InboxPage &page() { return *m_page; }

    void load();
    /// Nobody types any more: what was typed is written now.
    void saveDraft();

signals:
    void done(const QString &sentence, const QString &undoText, const std::function<void()> &undo);
    void unreadChanged(int conversations);
    /// Somebody wrote while nobody was looking.
    void arrived(const QString &person, const QString &words);
    void contactRequested(const QString &phone);

private:
    void connectPage();
    void readFigures(std::function<void()> ended);
    void readList(std::function<void()> ended);
    void readWholeList(const InboxQuery &query, std::function<void()> ended);
    void showKeys(const InboxQuery &query, const Result<std::vector<ConversationId>> &keys);
    void readRows(const std::vector<ConversationId> &ids);
    void open(ConversationId id);
    void readThread();
    void markRead(ConversationId id, const std::vector<ThreadItem> &items);
    void tellUnread(const Error &error);
    void readPerson();
    void readPictures();
    void noteArrivals(const InboxCounts &counts);

    void optOut();
    void openFile(const ThreadItem &item);
    bool isLookedAt() const;

    Workbench m_bench;
    InboxListModel m_model;
    ThreadModel m_thread;
    InboxPage *m_page;
    QuickAnswerController *m_quickAnswers;
    InboxAnswers *m_answers;
    InboxCourier *m_courier;
    PacedRead *m_reads;
    PacedRead *m_lists;
    std::optional<InboxQuery> m_listed; ///< what the list shows
    CancelToken m_listing; ///< of the read of a whole list
    ConversationId m_open;
    int m_loaded = 0; ///< items of the open conversation to be read
    std::optional<qint64> m_unread; ///< conversations, as of the last look
    bool m_isLoaded = false;
};
