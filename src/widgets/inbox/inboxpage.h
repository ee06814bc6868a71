#pragma once

#include "base/result.h"
#include "domain/contact.h"
#include "domain/conversation.h"
#include "presentation/contactchoices.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class Banner;
class BubbleDelegate;
class Button;
class Composer;
class ContactPanel;
class FilterChips;
class Hairline;
class InboxListModel;
class PageHeader;
class QAction;
class QComboBox;
class QListView;
class QStackedWidget;
class SearchField;
class StatePanel;
class TextLabel;
class ThreadModel;

/// What people write and what we answer: the conversations, the one that is open, and who it is with.
class InboxPage : public QWidget
{
    Q_OBJECT

public:
    InboxPage(InboxListModel &conversations, ThreadModel &thread, const Clock &clock,
              QWidget *parent = nullptr);

    void setCounts(const InboxCounts &counts);
    void setCampaigns(const std::vector<std::pair<CampaignId, QString>> &campaigns);
    /// The list was read, whole: what to show where it is empty is known now.
    void showList();
    void showListError(const Error &error);

    /// Opens this conversation; as it is now, where it is open already.
    void showConversation(const Conversation &conversation);
    void showNoConversation();
    /// Whom the open conversation is with. Nothing: nobody of the contact book.
    void showPerson(const std::optional<Contact> &contact, const std::vector<ContactHappening> &history);
    /// There is more above what is loaded.
    void setHasEarlier(bool hasEarlier) { m_hasEarlier = hasEarlier; }
    void showThreadError(const Error &error);
    /// Bubbles whose picture is kept and was not given yet.
    std::vector<ThreadItem> picturesWanted() const;
    /// A null one: it cannot be shown.
    void setPicture(qint64 messageId, const QImage &picture);

    InboxQuery query() const;
    const Conversation &current() const { return m_current; }
    Composer &composer() { return *m_composer; }

signals:
    void queryChanged();
    void conversationChosen(ConversationId id);
    void earlierRequested();
    void markUnreadRequested(ConversationId id);
    void optOutRequested();
    void contactRequested();
    void openRequested(const ThreadItem &item);
    void notificationsRequested();
    /// One conversation as a file.
    void exportRequested(ConversationId id);
    /// All that fit query().
    void exportListRequested();

private:
    void showThreadState();
    void buildHeader();
    void buildMenus();
    void fitMenus();
    void exportShown();
    void showRowMenu(const QModelIndex &index, const QPoint &position);
    bool offersRowMenu(QObject *watched, QEvent *event);
    QWidget *buildList();
    QWidget *buildThread();
    void chooseRow(const QModelIndex &index);
    void rememberPlace();
    void restoreChoice();
    void followEnd();
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void fitPanes();
    void refreshWindow();

    InboxListModel &m_conversations;
    ThreadModel &m_threadModel;
    const Clock &m_clock;
    Conversation m_current;
    PageHeader *m_header;
    QComboBox *m_campaign;
    Button *m_notifications;
    Button *m_export;
    QAction *m_exportOne = nullptr;
    QAction *m_exportList = nullptr;
    SearchField *m_search;
    FilterChips *m_chips;
    QWidget *m_listPane;
    QListView *m_list;
    QStackedWidget *m_listStack;
    StatePanel *m_listState;
    TextLabel *m_name;
    TextLabel *m_answers;
    Button *m_unread;
    Button *m_more;
    QAction *m_openContact = nullptr;
    QListView *m_thread;
    BubbleDelegate *m_bubbles;
    TextLabel *m_window;
    Banner *m_threadBanner;
    Composer *m_composer;
    QStackedWidget *m_threadStack;
    StatePanel *m_threadState;
    QWidget *m_threadBlank; ///< where the list says what there is to say
    bool m_isEmpty = false; ///< nobody has written yet
    Hairline *m_personEdge;
    ContactPanel *m_person;
    QTimer m_searchTimer; ///< a search begins when somebody stops typing
    QTimer m_clockTimer; ///< the countdown goes on
    ConversationId m_top; ///< the first row that is seen, unless that is the first of all
    int m_topAt = 0;
    bool m_hasEarlier = false;
    bool m_isAtEnd = true;
};
