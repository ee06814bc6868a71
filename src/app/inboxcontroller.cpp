#include "app/inboxcontroller.h"

#include "app/inboxanswers.h"
#include "app/inboxexport.h"
#include "app/pacedread.h"
#include "app/quickanswercontroller.h"
#include "app/windowwords.h"
#include "exchange/phoneparser.h"
#include "presentation/inboxwords.h"
#include "widgets/controls/dialogs.h"
#include "widgets/inbox/composer.h"
#include "widgets/inbox/inboxpage.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/backgrounddesk.h"
#include "workspace/changewatch.h"
#include "workspace/inboxcourier.h"
#include "workspace/mediafolder.h"
#include "workspace/session.h"

#include <QDesktopServices>
#include <QImageReader>
#include <QUrl>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kBetweenReads = 400ms;
constexpr auto kBetweenLists = 200ms;
constexpr int kRest = 2; ///< a list of a million messages takes no more than a third of the time
constexpr int kThreadPage = 50;
constexpr int kFirstShown = 300;
constexpr int kHistoryShown = 30;
constexpr int kPictureWidth = 420;

/// What the page shows beside the list.
struct Figures
{
    InboxCounts counts;
    std::vector<std::pair<CampaignId, QString>> campaigns;
};

Result<Figures> figuresOf(Session &session)
{
    const Result<InboxCounts> counts = session.inbox().counts(session.clock().now());
    if (!counts)
        return counts.error();
    const Result<std::vector<Campaign>> campaigns = session.campaigns().list();
    if (!campaigns)
        return campaigns.error();
    Figures figures{*counts, {}};
    for (const Campaign &campaign : *campaigns) {
        if (campaign.state != CampaignState::Draft)
            figures.campaigns.emplace_back(campaign.id, campaign.name);
    }
    return figures;
}

/// A conversation with the end of its thread.
struct Opened
{
    Conversation conversation;
    std::vector<ThreadItem> items;
};

Result<Opened> openedOf(Session &session, ConversationId id, int count)
{
    Result<Conversation> conversation = session.inbox().load(id);
    if (!conversation)
        return conversation.error();
    Result<std::vector<ThreadItem>> items = session.inbox().thread(id, count);
    if (!items)
        return items.error();
    return Opened{*std::move(conversation), *std::move(items)};
}

/// The latest message that is shown: what the person wrote since is not read yet.
MessageId latestOf(const std::vector<ThreadItem> &items)
{
    qint64 latest = 0;
    for (const ThreadItem &item : items) {
        if (item.kind != ThreadItem::Kind::Campaign)
            latest = std::max(latest, item.id);
    }
    return {latest};
}

/// Who somebody is, and what passed between us in campaigns.
struct Person
{
    std::optional<Contact> contact;
    std::vector<ContactHappening> history;
};

Result<Person> personOf(Session &session, const QString &phone)
{
    const std::optional<PhoneNumber> number = PhoneNumber::fromE164(phone);
    if (!number)
        return Person{};
    Result<std::optional<Contact>> contact = session.contacts().find(*number);
    if (!contact)
        return contact.error();
    Person person{*std::move(contact), {}};
    if (!person.contact)
        return person;
    const Result<std::vector<ContactEvent>> events =
        session.contacts().history(person.contact->id, kHistoryShown);
    if (!events)
        return events.error();
    for (const ContactEvent &event : *events) {
        if (event.kind != ContactEvent::Kind::Message) // the rest stands in the conversation itself
            continue;
        ContactHappening happening;
        happening.at = event.at;
        happening.title = event.campaignName;
        happening.status = recipientStatusFromWord(event.status);
        person.history.push_back(happening);
    }
    return person;
}

using Picture = std::pair<qint64, QImage>;

std::vector<Picture> picturesOf(Session &session, const std::vector<ThreadItem> &items)
{
    std::vector<Picture> pictures;
    for (const ThreadItem &item : items) {
        QImageReader reader{mediaFilePath(session.workspace(), item.media->file)};
        reader.setAutoTransform(true);
        const QSize size = reader.size();
        if (size.width() > kPictureWidth)
            reader.setScaledSize(size.scaled(kPictureWidth, kPictureWidth, Qt::KeepAspectRatio));
        pictures.emplace_back(item.id, reader.read());
    }
    return pictures;
}

} // namespace

InboxController::InboxController(const Workbench &bench, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_model{&PhoneParser::formatInternational, bench.clock}
    , m_thread{bench.clock}
    , m_page{new InboxPage{m_model, m_thread, bench.clock, &bench.window}}
    , m_quickAnswers{new QuickAnswerController{bench, m_page->composer(), this}}
    , m_answers{new InboxAnswers{bench, *m_page, this}}
    , m_courier{new InboxCourier{bench.workspace, bench.vault, this}}
    , m_reads{new PacedRead{kBetweenReads, [this](auto ended) { readFigures(std::move(ended)); }, this}}
    , m_lists{new PacedRead{kBetweenLists, [this](auto ended) { readList(std::move(ended)); }, this}}
{
    m_reads->setRest(kRest);
    m_lists->setRest(kRest);
    connect(&m_model, &InboxListModel::rowsWanted, this, &InboxController::readRows);
    connect(&bench.changes, &ChangeWatch::changed, m_reads, &PacedRead::request);
    connect(m_courier, &InboxCourier::mediaChanged, this, &InboxController::readThread);
    connectPage();
}

void InboxController::load()
{
    m_isLoaded = true;
    m_reads->request();
    m_courier->start();
    m_quickAnswers->load();
}

void InboxController::saveDraft()
{
    m_answers->saveDraft();
}

void InboxController::connectPage()
{
    connect(m_page, &InboxPage::queryChanged, this, [this] {
        m_listing.cancel(); // of the search before
        m_lists->request();
    });
    connect(m_page, &InboxPage::conversationChosen, this, &InboxController::open);
    connect(m_page, &InboxPage::earlierRequested, this, [this] {
        m_loaded += kThreadPage;
        readThread();
    });
    connect(m_page, &InboxPage::markUnreadRequested, this, [this](ConversationId id) {
        m_open = {};
        m_page->showNoConversation();
        m_bench.desk.run(
            this, [id](Session &session) { return session.inbox().markUnread(id); },
            [this](const Result<> &) { m_reads->request(); });
    });
    connect(m_page, &InboxPage::optOutRequested, this, &InboxController::optOut);
    connect(m_page, &InboxPage::contactRequested, this,
            [this] { emit contactRequested(m_page->current().phone); });
    connect(m_page, &InboxPage::openRequested, this, &InboxController::openFile);
    auto *exports = new InboxExport{m_bench, this};
    connect(m_page, &InboxPage::exportRequested, exports, &InboxExport::begin);
    connect(m_page, &InboxPage::exportListRequested, exports,
            [this, exports] { exports->beginList(m_page->query()); });
    connect(m_answers, &InboxAnswers::posted, this, &InboxController::readThread);
}

bool InboxController::isLookedAt() const
{
    return m_page->isVisible() && m_page->window()->isActiveWindow();
}

void InboxController::readFigures(std::function<void()> ended)
{
    if (!m_isLoaded) {
        ended();
        return;
    }
    m_bench.desk.run(this, &figuresOf, [this, ended = std::move(ended)](const Result<Figures> &figures) {
        ended();
        if (!figures)
            return;
        m_page->setCounts(figures->counts);
        m_page->setCampaigns(figures->campaigns);
        noteArrivals(figures->counts);
        if (!m_page->isVisible())
            return;
        m_model.markStale();
        m_lists->request();
        readThread();
    });
}

void InboxController::noteArrivals(const InboxCounts &counts)
{
    const std::optional<qint64> before = std::exchange(m_unread, counts.unread);
    if (before == counts.unread)
        return;
    emit unreadChanged(static_cast<int>(counts.unread));
    m_courier->look();
    if (!before || counts.unread <= *before || isLookedAt())
        return;
    m_bench.desk.run(
        this,
        [](Session &session) -> Result<std::vector<Conversation>> {
            InboxQuery query;
            query.filter = InboxQuery::Filter::Unread;
            const Result<std::vector<ConversationId>> latest =
                session.inbox().firstKeys(query, session.clock().now(), 1);
            if (!latest)
                return latest.error();
            return session.inbox().rows(*latest);
        },
        [this](const Result<std::vector<Conversation>> &latest) {
            if (latest && !latest->empty())
                emit arrived(personText(latest->front(), m_model.phoneFormat()),
                             lastMessageText(latest->front()));
        });
}

/// Of another search the first people are shown at once; all of them may take a moment.
void InboxController::readList(std::function<void()> ended)
{
    const InboxQuery query = m_page->query();
    if (m_listed == query)
        return readWholeList(query, std::move(ended));
    m_bench.desk.run(
        this,
        [query](Session &session) {
            return session.inbox().firstKeys(query, session.clock().now(), kFirstShown);
        },
        [this, query, ended = std::move(ended)](const Result<std::vector<ConversationId>> &keys) {
            const bool isWhole = keys && keys->size() < static_cast<size_t>(kFirstShown);
            showKeys(query, keys);
            if (keys && !isWhole && query == m_page->query())
                readWholeList(query, ended);
            else
                ended();
        });
}

void InboxController::readWholeList(const InboxQuery &query, std::function<void()> ended)
{
    m_listing = CancelToken{};
    m_bench.desk.run(
        this,
        [query, cancel = m_listing](Session &session) {
            return session.inbox().keys(query, session.clock().now(), cancel);
        },
        [this, query, ended = std::move(ended)](const Result<std::vector<ConversationId>> &keys) {
            ended();
            showKeys(query, keys);
        });
}

void InboxController::showKeys(const InboxQuery &query, const Result<std::vector<ConversationId>> &keys)
{
    if (query != m_page->query()) // another search began
        return;
    if (!keys) {
        m_page->showListError(inWindowWords(keys.error()));
        return;
    }
    m_listed = query;
    m_model.setKeys(*keys);
    m_page->showList();
}

void InboxController::readRows(const std::vector<ConversationId> &ids)
{
    m_bench.desk.run(
        this, [ids](Session &session) { return session.inbox().rows(ids); },
        [this](const Result<std::vector<Conversation>> &rows) {
            if (rows)
                m_model.setRows(*rows);
        });
}

void InboxController::open(ConversationId id)
{
    saveDraft();
    m_open = id;
    m_loaded = kThreadPage;
    m_bench.desk.run(
        this, [id](Session &session) { return openedOf(session, id, kThreadPage); },
        [this, id](const Result<Opened> &opened) {
            if (id != m_open)
                return;
            if (!opened)
                return tellUnread(opened.error());
            m_thread.setItems({});
            m_page->showConversation(opened->conversation);
            m_thread.setItems(opened->items);
            m_page->setHasEarlier(static_cast<int>(opened->items.size()) >= m_loaded);
            readPerson();
            readPictures();
            markRead(id, opened->items);
        });
}

/// What is on screen was read.
void InboxController::markRead(ConversationId id, const std::vector<ThreadItem> &items)
{
    m_bench.desk.run(
        this,
        [id, latest = latestOf(items)](Session &session) { return session.inbox().markRead(id, latest); },
        [this](const Result<> &) { m_courier->look(); });
}

/// The conversation that is open could not be read.
void InboxController::tellUnread(const Error &error)
{
    if (error.kind != ErrorKind::NotFound)
        return m_page->showThreadError(inWindowWords(error));
    m_open = {}; // erased meanwhile
    m_thread.setItems({});
    m_page->showNoConversation();
}

void InboxController::readThread()
{
    if (!m_open.isValid())
        return;
    m_bench.desk.run(
        this, [id = m_open, count = m_loaded](Session &session) { return openedOf(session, id, count); },
        [this, id = m_open](const Result<Opened> &opened) {
            if (id != m_open)
                return;
            if (!opened)
                return tellUnread(opened.error());
            const bool wasStopped = m_page->current().isStopped;
            m_page->showConversation(opened->conversation);
            if (opened->conversation.isStopped != wasStopped)
                readPerson();
            m_thread.setItems(opened->items);
            m_page->setHasEarlier(static_cast<int>(opened->items.size()) >= m_loaded);
            readPictures();
            if (opened->conversation.unread > 0 && isLookedAt())
                markRead(id, opened->items);
        });
}

void InboxController::readPerson()
{
    m_bench.desk.run(
        this, [phone = m_page->current().phone](Session &session) { return personOf(session, phone); },
        [this, id = m_open](const Result<Person> &person) {
            if (person && id == m_open)
                m_page->showPerson(person->contact, person->history);
        });
}

void InboxController::readPictures()
{
    const std::vector<ThreadItem> wanted = m_page->picturesWanted();
    if (wanted.empty())
        return;
    m_bench.desk.run(
        this,
        [wanted](Session &session) -> Result<std::vector<Picture>> { return picturesOf(session, wanted); },
        [this](const Result<std::vector<Picture>> &pictures) {
            if (!pictures)
                return;
            for (const auto &[id, picture] : *pictures)
                m_page->setPicture(id, picture);
        });
}

void InboxController::optOut()
{
    const std::optional<PhoneNumber> phone = PhoneNumber::fromE164(m_page->current().phone);
    if (!phone)
        return;
    m_bench.desk.run(
        this,
        [phone = *phone](Session &session) {
            return session.contacts().optOut(phone, u"person"_s, session.clock().now());
        },
        [this, phone = *phone](const Result<> &stopped) {
            if (!stopped) {
                tellError(m_page, tr("The opt-out could not be noted"), inWindowWords(stopped.error()));
                return;
            }
            readThread();
            readPerson();
            emit done(tr("Nobody writes to this person any more"), tr("Undo"), [this, phone] {
                m_bench.desk.run(
                    this, [phone](Session &session) { return session.suppressions().remove(phone); },
                    [this](const Result<> &undone) {
                        if (!undone)
                            tellError(m_page, tr("The opt-out could not be taken back"),
                                      inWindowWords(undone.error()));
                        readThread();
                        readPerson();
                    });
            });
        });
}

void InboxController::openFile(const ThreadItem &item)
{
    if (item.media->state == MessageMedia::State::Kept) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(mediaFilePath(m_bench.workspace, item.media->file)));
        return;
    }
    m_bench.desk.run(
        this,
        [id = item.id](Session &session) {
            return session.inboxMedia().tryAgain({id}, session.clock().now());
        },
        [this](const Result<> &) { m_courier->look(); });
}
