#include "widgets/inbox/inboxpage.h"

#include "presentation/inboxlistmodel.h"
#include "presentation/inboxwords.h"
#include "presentation/threadmodel.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/filterchips.h"
#include "widgets/controls/firstfocus.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/searchfield.h"
#include "widgets/controls/statepanel.h"
#include "widgets/controls/textlabel.h"
#include "widgets/inbox/bubbledelegate.h"
#include "widgets/inbox/composer.h"
#include "widgets/inbox/conversationdelegate.h"
#include "widgets/pages/contactpanel.h"
#include "widgets/pages/sidepanel.h"
#include "widgets/theme/framelook.h"

#include <QAction>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QMenu>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kListWidth = 332;
constexpr int kPersonWidth = 272;
constexpr int kPageMargin = 24;
constexpr int kLowestThread = 80;
constexpr int kCampaignWidth = 190;
constexpr auto kTypingPause = 250ms;
constexpr auto kCountdownStep = 1s;

using Filter = InboxQuery::Filter;

QListView *makeListView(const QString &objectName, const QString &accessibleName)
{
    auto *view = new QListView;
    view->setObjectName(objectName);
    view->setAccessibleName(accessibleName);
    view->setFrameShape(QFrame::NoFrame);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setMouseTracking(true);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    return view;
}

} // namespace

InboxPage::InboxPage(InboxListModel &conversations, ThreadModel &thread, const Clock &clock, QWidget *parent)
    : QWidget{parent}
    , m_conversations{conversations}
    , m_threadModel{thread}
    , m_clock{clock}
    , m_header{new PageHeader{tr("Inbox")}}
    , m_campaign{new QComboBox}
    , m_notifications{new Button{tr("Notifications…"), ButtonKind::Quiet, u"info"_s}}
    , m_export{new Button{tr("Export"), ButtonKind::Quiet, u"export"_s}}
    , m_search{new SearchField{tr("Search names and messages")}}
    , m_chips{new FilterChips}
    , m_listPane{new QWidget}
    , m_list{makeListView(u"conversations"_s, tr("Conversations"))}
    , m_listStack{new QStackedWidget}
    , m_listState{new StatePanel}
    , m_name{new TextLabel{{}, TypeRole::BodyBold}}
    , m_answers{new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text2}}
    , m_unread{new Button{tr("Mark as unread"), ButtonKind::Quiet, u"inbox"_s}}
    , m_more{Button::iconOnly(u"more"_s, tr("More actions"))}
    , m_thread{makeListView(u"thread"_s, tr("Messages"))}
    , m_bubbles{new BubbleDelegate{this}}
    , m_window{new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text2}}
    , m_threadBanner{new Banner}
    , m_composer{new Composer{clock}}
    , m_threadStack{new QStackedWidget}
    , m_threadState{new StatePanel}
    , m_threadBlank{new QWidget}
    , m_personEdge{new Hairline{Qt::Vertical}}
    , m_person{new ContactPanel{clock, ContactPanel::Place::BesideConversation}}
{
    buildHeader();
    buildMenus();
    auto *sheet = new Card{0};
    auto *panes = new QHBoxLayout;
    panes->setSpacing(0);
    panes->addWidget(buildList());
    panes->addWidget(new Hairline{Qt::Vertical});
    panes->addWidget(buildThread(), 1);
    panes->addWidget(m_personEdge);
    panes->addWidget(m_person);
    m_threadStack->setMinimumWidth(1); // gets what the panes beside it leave
    sheet->column()->setContentsMargins(1, 1, 1, 1);
    sheet->column()->addLayout(panes);
    auto *body = new QHBoxLayout;
    body->setContentsMargins(kPageMargin, 0, kPageMargin, 20);
    body->addWidget(sheet);
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(body, 1);
    setFirstFocus(this, m_list);

    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(kTypingPause);
    connect(&m_searchTimer, &QTimer::timeout, this, &InboxPage::queryChanged);
    connect(m_search, &QLineEdit::textChanged, &m_searchTimer, qOverload<>(&QTimer::start));
    connect(m_chips, &FilterChips::chosen, this, &InboxPage::queryChanged);
    connect(m_campaign, &QComboBox::currentIndexChanged, this, &InboxPage::queryChanged);
    connect(m_unread, &Button::clicked, this, [this] { emit markUnreadRequested(m_current.id); });
    connect(m_person, &ContactPanel::optOutRequested, this, &InboxPage::optOutRequested);
    connect(m_person, &ContactPanel::editRequested, this, &InboxPage::contactRequested);
    connect(m_listState, &StatePanel::actionRequested, this, [this] {
        m_search->clear();
        m_chips->setCurrentKey(static_cast<int>(Filter::All));
        m_campaign->setCurrentIndex(0);
        emit queryChanged();
    });
    connect(m_listState, &StatePanel::retryRequested, this, &InboxPage::queryChanged);
    connect(new QShortcut{QKeySequence{QKeySequence::Find}, this}, &QShortcut::activated, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    m_clockTimer.setInterval(kCountdownStep);
    connect(&m_clockTimer, &QTimer::timeout, this, &InboxPage::refreshWindow);
    m_clockTimer.start();
    m_listState->showLoading(tr("Reading the conversations"), false);
    showNoConversation();
}

void InboxPage::buildHeader()
{
    m_campaign->addItem(tr("All campaigns"), qint64{0});
    m_campaign->setAccessibleName(tr("Answers to"));
    m_campaign->setMinimumWidth(scaledWithText(kCampaignWidth));
    m_campaign->setMaximumWidth(scaledWithText(2 * kCampaignWidth));
    m_export->setObjectName(u"inboxExport"_s);
    m_header->addAction(m_notifications);
    m_header->addAction(m_campaign);
    m_header->addAction(m_export);
    connect(m_notifications, &Button::clicked, this, &InboxPage::notificationsRequested);
    m_header->setContext(tr("Replies from people, and the campaign they answer"));
}

void InboxPage::buildMenus()
{
    auto *exports = new QMenu{this};
    m_exportOne = exports->addAction(QString{});
    m_exportOne->setObjectName(u"exportConversation"_s);
    m_exportList = exports->addAction(QString{});
    m_exportList->setObjectName(u"exportConversations"_s);
    m_export->setMenu(exports);
    connect(m_exportOne, &QAction::triggered, this, [this] { emit exportRequested(m_current.id); });
    connect(m_exportList, &QAction::triggered, this, &InboxPage::exportListRequested);
    connect(exports, &QMenu::aboutToShow, this, &InboxPage::fitMenus);
    connect(new QShortcut{QKeySequence{u"Ctrl+E"_s}, this}, &QShortcut::activated, this,
            &InboxPage::exportShown);

    auto *more = new QMenu{this};
    m_openContact = more->addAction(tr("Open contact"));
    connect(m_openContact, &QAction::triggered, this, &InboxPage::contactRequested);
    connect(more->addAction(tr("Export this conversation…") + u"\tCtrl+E"_s), &QAction::triggered, this,
            [this] { emit exportRequested(m_current.id); });
    m_more->setObjectName(u"conversationMenu"_s);
    m_more->setMenu(more);
    connect(more, &QMenu::aboutToShow, this, &InboxPage::fitMenus);
}

void InboxPage::fitMenus()
{
    const bool isOpen = m_current.id.isValid();
    const int listed = m_conversations.rowCount();
    QString one = tr("The open conversation…");
    if (isOpen) {
        QString person = personText(m_current, m_conversations.phoneFormat());
        one = tr("The conversation with %1…").arg(person.replace(u'&', u"&&"_s));
    }
    m_exportOne->setText(one + u"\tCtrl+E"_s);
    m_exportOne->setEnabled(isOpen);
    m_exportList->setText(tr("The %Ln conversations of the list…", nullptr, listed));
    m_exportList->setEnabled(listed > 0);
    m_openContact->setEnabled(!m_current.phone.isEmpty());
}

/// What is open; else the list.
void InboxPage::exportShown()
{
    if (m_current.id.isValid())
        emit exportRequested(m_current.id);
    else if (m_conversations.rowCount() > 0)
        emit exportListRequested();
}

void InboxPage::showRowMenu(const QModelIndex &index, const QPoint &position)
{
    auto *menu = new QMenu{this};
    menu->setObjectName(u"conversationRowMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (index.isValid()) {
        const ConversationId id = m_conversations.idAt(index.row());
        connect(menu->addAction(tr("Export this conversation…")), &QAction::triggered, this,
                [this, id] { emit exportRequested(id); });
    }
    QAction *all =
        menu->addAction(tr("Export the %Ln conversations of the list…", nullptr, m_conversations.rowCount()));
    connect(all, &QAction::triggered, this, &InboxPage::exportListRequested);
    menu->popup(position);
}

/// From the mouse it comes to the viewport, from the keyboard to the list.
bool InboxPage::offersRowMenu(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ContextMenu || (watched != m_list && watched != m_list->viewport())
        || m_conversations.rowCount() == 0)
        return false;
    const auto &asked = *static_cast<QContextMenuEvent *>(event);
    const bool isByKey = asked.reason() == QContextMenuEvent::Keyboard;
    if (!isByKey && watched == m_list) // the viewport had it
        return false;
    const QModelIndex index = isByKey ? m_list->currentIndex() : m_list->indexAt(asked.pos());
    const QPoint position =
        isByKey ? m_list->viewport()->mapToGlobal(m_list->visualRect(index).center()) : asked.globalPos();
    showRowMenu(index, position);
    return true;
}

QWidget *InboxPage::buildList()
{
    m_search->setObjectName(u"inboxSearch"_s);
    m_chips->addChip(static_cast<int>(Filter::All), tr("All"));
    m_chips->addChip(static_cast<int>(Filter::Unread), tr("Unread"));
    m_chips->addChip(static_cast<int>(Filter::Unanswered), tr("Unanswered"));
    //: A filter: people who can be answered freely only a little longer
    m_chips->addChip(static_cast<int>(Filter::WindowClosing), tr("Closing soon"));
    m_chips->addChip(static_cast<int>(Filter::OptOuts), tr("Opt-outs"));
    m_list->setModel(&m_conversations);
    m_list->setItemDelegate(new ConversationDelegate{this});
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    m_listStack->addWidget(m_list);
    m_listStack->addWidget(m_listState);
    m_listStack->setCurrentWidget(m_listState);
    auto *column = new QVBoxLayout{m_listPane};
    column->setContentsMargins(0, 12, 0, 6); // clear of the round corner
    column->setSpacing(10);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 0, 16, 0);
    head->setSpacing(8);
    head->addWidget(m_search);
    head->addWidget(m_chips);
    column->addLayout(head);
    auto *below = new QVBoxLayout;
    below->setSpacing(0);
    below->addWidget(new Hairline);
    below->addWidget(m_listStack, 1);
    column->addLayout(below, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &InboxPage::chooseRow);
    connect(&m_conversations, &QAbstractItemModel::modelAboutToBeReset, this, &InboxPage::rememberPlace);
    connect(&m_conversations, &QAbstractItemModel::modelReset, this, &InboxPage::restoreChoice);
    connect(this, &InboxPage::queryChanged, m_list, &QListView::scrollToTop);
    return m_listPane;
}

QWidget *InboxPage::buildThread()
{
    m_thread->setModel(&m_threadModel);
    m_thread->setItemDelegate(m_bubbles);
    m_thread->viewport()->setAutoFillBackground(false);
    m_thread->viewport()->installEventFilter(this);
    m_thread->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // what the composer leaves
    m_thread->setMinimumHeight(kLowestThread);
    m_name->setElided(true);
    m_answers->setElided(true);
    m_window->setWordWrap(true);
    m_window->setAlignment(Qt::AlignCenter);
    m_window->setObjectName(u"windowNote"_s);
    m_threadBanner->hide();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(24, 8, 16, 8);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_name);
    names->addWidget(m_answers);
    head->addLayout(names, 1);
    head->addWidget(m_unread);
    head->addWidget(m_more);

    auto *ground = new QFrame;
    setFrameLook(ground, FrameLook::ChatGround);
    auto *groundColumn = new QVBoxLayout{ground};
    groundColumn->setContentsMargins(0, 0, 0, 8);
    groundColumn->addWidget(m_thread, 1);
    groundColumn->addWidget(m_window);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout{content};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_threadBanner);
    column->addWidget(new Hairline);
    column->addWidget(ground, 1);
    column->addWidget(new Hairline);
    column->addWidget(m_composer);
    m_threadStack->addWidget(content);
    m_threadStack->addWidget(m_threadState);
    m_threadStack->addWidget(m_threadBlank);

    connect(m_thread, &QListView::activated, this, [this](const QModelIndex &index) {
        const ThreadEntry &entry = m_threadModel.entryAt(index.row());
        if (!entry.isDay() && entry.item->media)
            emit openRequested(*entry.item);
    });
    QScrollBar *bar = m_thread->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) {
        m_isAtEnd = value == bar->maximum();
        if (value == bar->minimum() && m_hasEarlier) {
            m_hasEarlier = false;
            emit earlierRequested();
        }
    });
    connect(bar, &QScrollBar::rangeChanged, this, &InboxPage::followEnd);
    return m_threadStack;
}

void InboxPage::setCounts(const InboxCounts &counts)
{
    m_chips->setCount(static_cast<int>(Filter::All), counts.all);
    m_chips->setCount(static_cast<int>(Filter::Unread), counts.unread);
    m_chips->setCount(static_cast<int>(Filter::Unanswered), counts.unanswered);
    m_chips->setCount(static_cast<int>(Filter::WindowClosing), counts.windowClosing);
    m_chips->setCount(static_cast<int>(Filter::OptOuts), counts.optOuts);
    m_header->setContext(counts.unread == 0
                             ? tr("Replies from people, and the campaign they answer")
                             : tr("%1 unread. Replies from people, and the campaign they answer")
                                   .arg(countText(counts.unread)));
}

void InboxPage::setCampaigns(const std::vector<std::pair<CampaignId, QString>> &campaigns)
{
    const QVariant chosen = m_campaign->currentData();
    const QSignalBlocker quiet{m_campaign};
    m_campaign->clear();
    m_campaign->addItem(tr("All campaigns"), qint64{0});
    for (const auto &[id, name] : campaigns)
        m_campaign->addItem(name, id.value);
    m_campaign->setCurrentIndex(std::max(0, m_campaign->findData(chosen)));
}

void InboxPage::showList()
{
    const bool isFilled = m_conversations.rowCount() > 0;
    m_isEmpty = !isFilled && query() == InboxQuery{};
    if (!isFilled && !m_isEmpty)
        m_listState->showEmpty(u"search"_s, tr("Nothing found"),
                               tr("No conversation fits the search and the filters."), tr("Show all"));
    m_listStack->setCurrentWidget(isFilled || m_isEmpty ? static_cast<QWidget *>(m_list) : m_listState);
    if (!m_current.id.isValid())
        showThreadState();
}

/// Where no conversation is open: one panel says why, and none where the list does.
void InboxPage::showThreadState()
{
    if (m_isEmpty)
        m_threadState->showEmpty(
            u"inbox"_s, tr("No answers yet"),
            tr("What people write to your number stands here, beside the campaign they answer."));
    else
        m_threadState->showEmpty(u"inbox"_s, tr("No conversation chosen"),
                                 tr("Choose somebody on the left to read what they wrote and to answer."));
    const bool saysSomething = m_isEmpty || m_conversations.rowCount() > 0;
    m_threadStack->setCurrentWidget(saysSomething ? static_cast<QWidget *>(m_threadState) : m_threadBlank);
}

void InboxPage::showListError(const Error &error)
{
    m_isEmpty = false;
    m_listState->showError(error, tr("The conversations could not be read"));
    m_listStack->setCurrentWidget(m_listState);
    if (!m_current.id.isValid())
        showThreadState();
}

void InboxPage::showConversation(const Conversation &conversation)
{
    const bool isOther = conversation.id != m_current.id;
    m_current = conversation;
    m_name->setText(personText(conversation, m_conversations.phoneFormat()));
    m_answers->setText(
        conversation.campaignName.isEmpty() ? QString{} : tr("Answers “%1”").arg(conversation.campaignName));
    m_answers->setVisible(!conversation.campaignName.isEmpty());
    m_unread->setEnabled(conversation.lastInboundAt.has_value());
    m_composer->setConversation(conversation);
    m_threadStack->setCurrentIndex(0);
    m_personEdge->show();
    m_person->show();
    fitPanes();
    m_threadBanner->hide();
    if (isOther) {
        m_isAtEnd = true;
        m_hasEarlier = false;
        m_bubbles->forgetPictures();
    }
    refreshWindow();
}

void InboxPage::showNoConversation()
{
    m_current = {};
    m_list->selectionModel()->clear(); // so that the same one can be chosen again
    showThreadState();
    m_person->showNobody();
    m_personEdge->hide();
    m_person->hide();
    fitPanes();
}

void InboxPage::showPerson(const std::optional<Contact> &contact,
                           const std::vector<ContactHappening> &history)
{
    if (contact) {
        m_person->showContact(*contact, m_conversations.phoneFormat());
        m_person->setHistory(history, false);
    } else {
        m_person->showStranger(personText(m_current, m_conversations.phoneFormat()),
                               personSecondLine(m_current, m_conversations.phoneFormat()),
                               !m_current.phone.isEmpty());
    }
}

void InboxPage::showThreadError(const Error &error)
{
    m_threadBanner->setMessage(Tone::Red, tr("The messages could not be read."), error.message);
    m_threadBanner->show();
}

std::vector<ThreadItem> InboxPage::picturesWanted() const
{
    std::vector<ThreadItem> wanted = m_threadModel.pictures();
    std::erase_if(wanted, [this](const ThreadItem &item) { return m_bubbles->knowsPicture(item.id); });
    return wanted;
}

void InboxPage::setPicture(qint64 messageId, const QImage &picture)
{
    m_bubbles->setPicture(messageId, picture);
    emit m_bubbles->sizeHintChanged({});
}

InboxQuery InboxPage::query() const
{
    InboxQuery query;
    query.filter = static_cast<Filter>(m_chips->currentKey());
    query.search = m_search->text().trimmed();
    if (const qint64 campaign = m_campaign->currentData().toLongLong(); campaign != 0)
        query.campaign = CampaignId{campaign};
    return query;
}

void InboxPage::chooseRow(const QModelIndex &index)
{
    if (index.isValid() && m_conversations.idAt(index.row()) != m_current.id)
        emit conversationChosen(m_conversations.idAt(index.row()));
}

/// Whoever looks further down goes on looking at the same people.
void InboxPage::rememberPlace()
{
    const QModelIndex top = m_list->indexAt({0, 0});
    const bool isAtStart = m_list->verticalScrollBar()->value() == m_list->verticalScrollBar()->minimum();
    m_top = isAtStart || !top.isValid() ? ConversationId{} : m_conversations.idAt(top.row());
    m_topAt = m_list->visualRect(top).top();
}

/// The list was read again: what is open stays chosen, wherever it stands now.
void InboxPage::restoreChoice()
{
    m_list->setAutoScroll(false); // the chosen row may be far away
    if (const int row = m_conversations.rowOf(m_current.id); row >= 0)
        m_list->selectionModel()->setCurrentIndex(m_conversations.index(row),
                                                  QItemSelectionModel::ClearAndSelect);
    m_list->setAutoScroll(true);
    if (const int row = m_top.isValid() ? m_conversations.rowOf(m_top) : -1; row >= 0) {
        m_list->scrollTo(m_conversations.index(row), QAbstractItemView::PositionAtTop);
        QScrollBar *bar = m_list->verticalScrollBar();
        bar->setValue(bar->value() - m_topAt);
    }
}

/// Something came below: who reads the end goes on reading it.
void InboxPage::followEnd()
{
    if (m_isAtEnd)
        m_thread->verticalScrollBar()->setValue(m_thread->verticalScrollBar()->maximum());
}

bool InboxPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_thread->viewport() && event->type() == QEvent::Resize) {
        m_bubbles->setViewWidth(m_thread->viewport()->width());
        emit m_bubbles->sizeHintChanged({});
    }
    if (offersRowMenu(watched, event))
        return true;
    return QWidget::eventFilter(watched, event);
}

void InboxPage::resizeEvent(QResizeEvent *event)
{
    fitPanes();
    QWidget::resizeEvent(event);
}

void InboxPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitPanes();
    QWidget::changeEvent(event);
}

/// The panes at the sides grow with their words, but leave the conversation two fifths of the page.
void InboxPage::fitPanes()
{
    const int page = width() - 2 * kPageMargin;
    const int widest = page * 3 / 10;
    const int list = std::min(scaledWithText(kListWidth), widest);
    const int person = std::min(scaledWithText(kPersonWidth), widest);
    m_listPane->setFixedWidth(list);
    m_listState->setPanelWidth(list);
    m_person->setFixedWidth(person);
    m_threadState->setPanelWidth(page - list);
}

void InboxPage::refreshWindow()
{
    if (!m_current.id.isValid())
        return;
    m_window->setText(windowText(m_current, m_clock.now()));
    m_composer->refresh();
}
