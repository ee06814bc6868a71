#include "app/appworld.h"
#include "app/trayplace.h"
#include "presentation/inboxlistmodel.h"
#include "presentation/threadmodel.h"
#include "secrets/memorysecretstore.h"
#include "simulator/simulator.h"
#include "storage/database.h"
#include "storage/relayqueue.h"
#include "storage/sql.h"
#include "webhooks/relayserver.h"
#include "webhooks/webhooksignature.h"
#include "widgets/inbox/inboxpage.h"
#include "widgets/pages/deliveryeventspanel.h"
#include "widgets/pages/relaypanel.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/session.h"

#include <QAction>
#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTcpServer>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray kAppSecret = "the app's own secret";
const QString kAisha = u"+447700900318"_s;

/// Everybody reads at once and answers.
DeliveryBehaviour talkative()
{
    DeliveryBehaviour behaviour;
    behaviour.failures.clear();
    behaviour.neverDeliveredShare = 0;
    behaviour.readShare = 1;
    behaviour.withoutDeliveredShare = 0;
    behaviour.replyShare = 1;
    behaviour.stopShareOfReplies = 0;
    behaviour.duplicateShare = 0;
    behaviour.reorderShare = 0;
    behaviour.sentAfter = {5ms, 5ms};
    behaviour.deliveredAfter = {20ms, 20ms};
    behaviour.readAfter = {40ms, 40ms};
    behaviour.repliedAfterRead = {30ms, 30ms};
    return behaviour;
}

/// Quiet hours that have begun an hour ago and end in one.
QuietHours aroundNow()
{
    const QTime now = QTime::currentTime();
    return {true, true, now.addSecs(-3600), now.addSecs(3600)};
}

/// A desktop that keeps what was said on it.
class HearingTray : public TrayPlace
{
public:
    bool isAvailable() const override { return true; }
    void show() override { }
    void hide() override { }
    void notify(const QString &title, const QString &words) override { said << title + u": "_s + words; }

    QStringList said;
};

/// A window that receives what the simulator, which plays Meta, tells of people.
class InboxTest : public testing::Test
{
protected:
    void SetUp() override
    {
        SimulatorOptions options;
        options.behaviour = talkative();
        options.appSecret = kAppSecret;
        ASSERT_TRUE(m_meta.start(options));
        qputenv("FANFARE_TOKEN", m_meta.token().toUtf8());
        qputenv("FANFARE_APP_SECRET", kAppSecret);
        world.useTray(tray);
        world.start();
        Result<std::unique_ptr<Session>> session = Session::open(*Workspace::open(world.ownFolder()));
        Account account;
        account.name = u"Meridian Journeys"_s;
        account.phoneNumberId = m_meta.phoneNumberId();
        account.wabaId = m_meta.wabaId();
        account.apiBase = m_meta.url();
        ASSERT_TRUE((*session)->accountDesk().put(account));
        receiveEvents();
        world.showPlace(u"inbox"_s);
        m_page = world.awaitPage<InboxPage>();
    }

    ~InboxTest() override
    {
        qunsetenv("FANFARE_TOKEN");
        qunsetenv("FANFARE_APP_SECRET");
    }

    /// Straight from Meta.
    virtual void receiveEvents()
    {
        world.showPlace(u"settings"_s);
        world.click(u"Delivery events"_s);
        auto *panel = world.awaitPage<DeliveryEventsPanel>();
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        m_port = server.serverPort();
        server.close();
        auto *port = world.widget<QSpinBox>(u"listenPort"_s);
        port->setValue(m_port);
        emit port->editingFinished();
        world.click(u"listenSwitch"_s);
        ASSERT_TRUE(world.waitFor([&] {
            const QList<QLabel *> labels = panel->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
                return label->text().contains(u"Fanfare receives delivery events."_s);
            });
        }));
        m_meta.setWebhookUrl(QUrl{u"http://127.0.0.1:%1/webhook"_s.arg(m_port)});
    }

    int post(QNetworkRequest request, const QByteArray &body)
    {
        request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
        QNetworkReply *reply = m_network.post(request, body);
        world.waitFor([reply] { return reply->isFinished(); });
        reply->deleteLater();
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

    /// Another tool greets Aisha from our number; she answers.
    void greetAisha()
    {
        QNetworkRequest request{QUrl{u"%1/v25.0/%2/messages"_s.arg(m_meta.url(), m_meta.phoneNumberId())}};
        request.setRawHeader("Authorization", "Bearer " + m_meta.token().toUtf8());
        ASSERT_EQ(
            post(
                request,
                R"({"messaging_product":"whatsapp","to":")" + kAisha.toUtf8()
                    + R"(","type":"template","template":{"name":"hello_world","language":{"code":"en_US"}}})"),
            200);
    }

    /// Somebody wrote so long ago.
    void hear(const QByteArray &waId, const QByteArray &text, std::chrono::seconds ago)
    {
        const QByteArray at = QByteArray::number(QDateTime::currentSecsSinceEpoch() - ago.count());
        const QByteArray body =
            R"({"entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp",
                "metadata":{"phone_number_id":")"
            + m_meta.phoneNumberId().toUtf8() + R"("},"contacts":[{"profile":{"name":"Lucía"},"wa_id":")"
            + waId + R"("}],"messages":[{"from":")" + waId + R"(","id":"wamid.)" + waId + R"(","timestamp":")"
            + at + R"(","type":"text","text":{"body":")" + text + R"("}}]}}]}]})";
        QNetworkRequest request{QUrl{u"http://127.0.0.1:%1/webhook"_s.arg(m_port)}};
        request.setRawHeader("X-Hub-Signature-256", webhookSignature(kAppSecret, body));
        ASSERT_EQ(post(request, body), 200);
    }

    QListView &list() { return *world.widget<QListView>(u"conversations"_s); }
    ThreadModel &thread()
    {
        return *qobject_cast<ThreadModel *>(m_page->findChild<QListView *>(u"thread"_s)->model());
    }

    bool hasConversations(int count)
    {
        return world.waitFor([&] {
            const auto *view = m_page->findChild<QListView *>(u"conversations"_s);
            return view->model()->rowCount() == count && view->isVisible();
        });
    }

    void clickConversation(int row)
    {
        QTest::mouseClick(list().viewport(), Qt::LeftButton, {},
                          list().visualRect(list().model()->index(row, 0)).center());
        ASSERT_TRUE(world.waitFor([&] { return thread().rowCount() > 0; }));
    }

    /// The latest of ours.
    std::optional<ThreadItem> lastAnswer()
    {
        for (int row = thread().rowCount() - 1; row >= 0; --row) {
            const ThreadEntry &entry = thread().entryAt(row);
            if (!entry.isDay() && entry.item->kind == ThreadItem::Kind::Answer)
                return entry.item;
        }
        return std::nullopt;
    }
    bool comesTo(ThreadItem::Progress progress)
    {
        return world.waitFor([&] { return lastAnswer() && lastAnswer()->progress == progress; });
    }

    int readsAtMeta()
    {
        int reads = 0;
        for (const JournalEntry &entry : m_meta.journal())
            reads += entry.method == "POST" && entry.path.endsWith("/messages") && entry.to.isEmpty() ? 1 : 0;
        return reads;
    }

    SystemClock m_clock;
    Simulator m_meta{m_clock};
    HearingTray tray;
    AppWorld world{[] { return std::make_unique<MemorySecretStore>(); }};
    QNetworkAccessManager m_network;
    quint16 m_port = 0;
    InboxPage *m_page = nullptr;
};

/// A window that fetches the same from a relay.
class InboxThroughRelayTest : public InboxTest
{
protected:
    void receiveEvents() override
    {
        Result<std::unique_ptr<SqliteRelayQueue>> queue = SqliteRelayQueue::openOrCreate(m_folder.path());
        ASSERT_TRUE(queue);
        m_queue = *std::move(queue);
        m_relay = std::make_unique<RelayServer>(m_clock, *m_queue, m_traffic);
        RelayServerOptions options;
        options.appSecrets = {kAppSecret};
        ASSERT_TRUE(m_relay->listen(options));
        const QString address = u"http://127.0.0.1:%1"_s.arg(m_relay->port());
        world.showPlace(u"settings"_s);
        world.click(u"Relay"_s);
        auto *panel = world.awaitPage<RelayPanel>();
        world.type(u"relayAddress"_s, address);
        world.type(u"relayKey"_s, QString::fromLatin1(*m_queue->addDesktop(u"Office"_s, m_clock.now())));
        world.click(u"relayConnect"_s);
        ASSERT_TRUE(world.waitFor([&] {
            const QList<QLabel *> labels = panel->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
                return label->text().contains(u"Fanfare fetches its events from the relay."_s);
            });
        }));
        m_meta.setWebhookUrl(QUrl{address + u"/webhook"_s});
    }

    QTemporaryDir m_folder;
    std::unique_ptr<SqliteRelayQueue> m_queue;
    WebhookTraffic m_traffic;
    std::unique_ptr<RelayServer> m_relay;
};

} // namespace

TEST_F(InboxThroughRelayTest, somebodyWritesIsAnsweredAndTheAnswerIsDeliveredAndRead)
{
    greetAisha();
    ASSERT_TRUE(hasConversations(1));

    clickConversation(0);
    EXPECT_TRUE(world.waitFor([&] { return readsAtMeta() == 1; })) << "she sees that it was read";
    QTest::keyClicks(world.widget<QPlainTextEdit>(u"answerText"_s), u"Hello Aisha, two rooms are left"_s);
    world.click(u"sendAnswer"_s);

    EXPECT_TRUE(comesTo(ThreadItem::Progress::Read));
    EXPECT_EQ(m_meta.acceptedMessageCount(), 2) << "the greeting, and the answer once";
}

TEST_F(InboxTest, somebodyWritesIsAnsweredAndTheAnswerIsDeliveredAndRead)
{
    greetAisha();
    ASSERT_TRUE(hasConversations(1));

    clickConversation(0);
    EXPECT_TRUE(world.waitFor([&] { return readsAtMeta() == 1; })) << "she sees that it was read";
    world.click(u"Mark as unread"_s); // to look again later
    ASSERT_TRUE(world.waitFor([&] { return !m_page->current().id.isValid(); }));
    clickConversation(0);
    ASSERT_TRUE(world.waitFor([&] { return m_page->current().id.isValid(); }));
    QTest::keyClicks(world.widget<QPlainTextEdit>(u"answerText"_s), u"Hello Aisha, two rooms are left"_s);
    world.click(u"sendAnswer"_s);

    EXPECT_TRUE(comesTo(ThreadItem::Progress::Read));
    EXPECT_EQ(lastAnswer()->text, u"Hello Aisha, two rooms are left"_s);
    EXPECT_TRUE(world.widget<QPlainTextEdit>(u"answerText"_s)->toPlainText().isEmpty());
    EXPECT_EQ(m_meta.acceptedMessageCount(), 2) << "the greeting, and the answer once";
}

TEST_F(InboxTest, whoPressesTwiceSendsOneAnswer)
{
    greetAisha();
    ASSERT_TRUE(hasConversations(1));
    clickConversation(0);
    auto *text = world.widget<QPlainTextEdit>(u"answerText"_s);
    QTest::keyClicks(text, u"Namaste"_s);

    for (int press = 0; press < 3; ++press)
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);

    EXPECT_TRUE(comesTo(ThreadItem::Progress::Read));
    EXPECT_EQ(m_meta.acceptedMessageCount(), 2) << "the greeting, and the answer once";
}

TEST_F(InboxTest, whoGoesOnToAnotherPersonSendsWhatTheyWroteToTheFirst)
{
    hear("34600000274", "Hola", 60s);
    hear("34600000275", "Una pregunta", 30s);
    ASSERT_TRUE(hasConversations(2));
    clickConversation(1);
    auto *text = world.widget<QPlainTextEdit>(u"answerText"_s);
    QTest::keyClicks(text, u"Dear first"_s);
    const ConversationId first = m_page->current().id;

    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    clickConversation(0);
    ASSERT_TRUE(world.waitFor([&] { return m_page->current().id != first; }));
    QTest::keyClicks(text, u"Dear second"_s);

    ASSERT_TRUE(world.waitFor([&] { return m_meta.acceptedMessageCount() == 1; }));
    for (const JournalEntry &entry : m_meta.journal()) {
        if (!entry.to.isEmpty()) {
            EXPECT_EQ(entry.to, u"+34600000274"_s);
        }
    }
    EXPECT_EQ(text->toPlainText(), u"Dear second"_s);
    const auto rowOfFirst = [&] {
        const QAbstractItemModel &model = *list().model();
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, 0).data(IdRole).toLongLong() == first.value)
                return row;
        }
        return -1;
    };
    ASSERT_TRUE(world.waitFor([&] { return rowOfFirst() == 0; })) << "whoever was answered last is on top";
    clickConversation(0);
    ASSERT_TRUE(world.waitFor([&] { return m_page->current().id == first; }));
    EXPECT_TRUE(text->toPlainText().isEmpty()) << "its draft was sent";
}

// "The computer went off while I sent. My words must be in the thread, or still in the field."
TEST_F(InboxTest, whatISendIsAlwaysInTheDraftOrInTheLedger)
{
    hear("34600000274", "Hola", 60s);
    ASSERT_TRUE(hasConversations(1));
    const Result<std::unique_ptr<Database>> database =
        Database::open(Workspace::open(world.ownFolder())->databasePath());
    ASSERT_TRUE(execute(**database, uR"(CREATE TABLE seen (draft TEXT, answers INTEGER))"_s));
    ASSERT_TRUE(execute(**database, uR"(CREATE TRIGGER look AFTER UPDATE OF draft ON conversation BEGIN
        INSERT INTO seen SELECT NEW.draft, count(*) FROM direct_message; END)"_s));
    clickConversation(0);
    auto *text = world.widget<QPlainTextEdit>(u"answerText"_s);
    QTest::keyClicks(text, u"Dear Lucia"_s);

    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);

    ASSERT_TRUE(world.waitFor([&] { return m_meta.acceptedMessageCount() == 1; }));
    QStringList seen;
    ASSERT_TRUE(forEachRow(**database, u"SELECT draft, answers FROM seen ORDER BY rowid"_s, {},
                           [&](const Row &row) { seen << row.text(0) + u'/' + row.text(1); }));
    EXPECT_EQ(seen, QStringList({u"Dear Lucia/0"_s, u"/1"_s}));
    EXPECT_TRUE(text->toPlainText().isEmpty());
}

TEST_F(InboxTest, theKeyboardAloneIsEnough)
{
    greetAisha();
    ASSERT_TRUE(hasConversations(1));

    list().setFocus();
    QTest::keyClick(&list(), Qt::Key_Down);
    ASSERT_TRUE(world.waitFor([&] { return thread().rowCount() > 0; }));
    auto *text = world.widget<QPlainTextEdit>(u"answerText"_s);
    for (int step = 0; step < 20 && !text->hasFocus(); ++step)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    ASSERT_TRUE(text->hasFocus());
    QTest::keyClicks(text, u"Namaste"_s);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);

    EXPECT_TRUE(comesTo(ThreadItem::Progress::Read));
}

TEST_F(InboxTest, theWindowRunsOutAndTheFieldSaysSo)
{
    hear("34600000274", "¿Hay plaza?", 24h - 6s);
    ASSERT_TRUE(hasConversations(1));
    clickConversation(0);
    auto *text = world.widget<QPlainTextEdit>(u"answerText"_s);
    EXPECT_TRUE(world.widget<QLabel>(u"answerCountdown"_s)->text().contains(u"left to answer freely"_s));

    EXPECT_TRUE(world.waitFor([&] { return !text->isVisible(); }));

    EXPECT_TRUE(world.widget<QLabel>(u"answerClosed"_s)->text().contains(u"24 hours"_s));
    EXPECT_TRUE(world.widget<QPushButton>(u"answerTemplate"_s)->isEnabled());
    EXPECT_FALSE(m_page->findChild<QPushButton *>(u"sendAnswer"_s)->isVisible());
}

TEST_F(InboxTest, oneClickOptsOutAndAnotherTakesItBack)
{
    hear("34600000274", "Hola", 60s);
    ASSERT_TRUE(hasConversations(1));
    clickConversation(0);

    world.click(u"optOutContacts"_s);
    ASSERT_TRUE(world.waitFor([&] { return m_page->current().isStopped; }));
    EXPECT_TRUE(world.widget<QLabel>(u"answerClosed"_s)->text().contains(u"opted out"_s));
    world.click(u"Undo"_s);

    EXPECT_TRUE(world.waitFor([&] { return !m_page->current().isStopped; }));
    EXPECT_TRUE(world.widget<QPlainTextEdit>(u"answerText"_s)->isVisible());
}

TEST_F(InboxTest, aDraftIsThereAgainAfterTheNextStart)
{
    hear("34600000274", "Hola", 60s);
    ASSERT_TRUE(hasConversations(1));
    clickConversation(0);
    QTest::keyClicks(world.widget<QPlainTextEdit>(u"answerText"_s), u"Dear Lucia"_s);

    ASSERT_TRUE(world.closeWindow());
    world.start();
    world.showPlace(u"inbox"_s);
    m_page = world.awaitPage<InboxPage>();
    ASSERT_TRUE(hasConversations(1));
    clickConversation(0);

    EXPECT_EQ(world.widget<QPlainTextEdit>(u"answerText"_s)->toPlainText(), u"Dear Lucia"_s);
}

// "I send my client the whole conversation, and the list of everybody who has no answer yet."
TEST_F(InboxTest, theOpenConversationAndTheFilteredListAreSavedAsFiles)
{
    hear("34600000274", "Hola", 60s);
    hear("34600000275", "=1+1", 30s);
    ASSERT_TRUE(hasConversations(2));
    clickConversation(1);
    const auto isSaved = [&](const QString &path) {
        return world.waitFor([&] { return QFile::exists(path); });
    };
    const auto read = [](const QString &path) {
        QFile file{path};
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
    };

    QTest::keyClick(&list(), Qt::Key_E, Qt::ControlModifier);
    world.chooseFile(world.filePath(u"lucia.csv"_s));
    ASSERT_TRUE(isSaved(world.filePath(u"lucia.csv"_s)));
    auto *exports = world.widget<QPushButton>(u"inboxExport"_s)->menu();
    emit exports->aboutToShow();
    exports->findChild<QAction *>(u"exportConversations"_s)->trigger();
    world.chooseFile(world.filePath(u"all.csv"_s));
    ASSERT_TRUE(isSaved(world.filePath(u"all.csv"_s)));

    EXPECT_TRUE(read(world.filePath(u"lucia.csv"_s)).contains(",in,text,Hola,"));
    EXPECT_FALSE(read(world.filePath(u"lucia.csv"_s)).contains("+34600000275"));
    EXPECT_TRUE(read(world.filePath(u"all.csv"_s)).contains(",in,text,'=1+1,"));
    EXPECT_TRUE(read(world.filePath(u"all.csv"_s)).contains("+34600000274"));
}

TEST_F(InboxTest, whoWritesWhileNobodyLooksIsToldOnTheDesktopOutsideTheQuietHours)
{
    QuietHours always;
    always.isQuiet = false;
    world.preferences().setQuietHours(always);
    hear("34600000274", "Hola", 60s);
    ASSERT_TRUE(hasConversations(1));
    tray.said.clear();
    world.showPlace(u"contacts"_s);

    hear("34600000275", "Una pregunta", 30s);
    EXPECT_TRUE(world.waitFor([&] { return !tray.said.isEmpty(); }));
    EXPECT_EQ(tray.said, QStringList{u"Lucía: Una pregunta"_s});
    world.preferences().setQuietHours(aroundNow());
    hear("34600000276", "Otra", 10s);

    world.showPlace(u"inbox"_s);
    ASSERT_TRUE(hasConversations(3));
    EXPECT_EQ(tray.said.size(), 1);
}

TEST_F(InboxTest, notificationsAreTurnedOffWithAFewClicks)
{
    hear("34600000274", "Hola", 60s);
    ASSERT_TRUE(hasConversations(1));
    world.click(u"Notifications…"_s);
    ASSERT_TRUE(world.waitFor([&] { return world.dialog() != nullptr; }));
    world.click(u"notificationsShown"_s);
    world.answer(u"Keep"_s);
    tray.said.clear();
    world.showPlace(u"contacts"_s);

    hear("34600000275", "Una pregunta", 30s);

    world.showPlace(u"inbox"_s);
    ASSERT_TRUE(hasConversations(2));
    EXPECT_EQ(tray.said, QStringList{});
    EXPECT_FALSE(world.preferences().quietHours().areShown);
    EXPECT_TRUE(world.preferences().quietHours().isQuiet) << "what was not touched stays";
}

TEST(QuietHoursTest, theyMayGoOverMidnight)
{
    const QuietHours usual;
    const auto at = [](int hour, int minute) {
        return fromMilliseconds(QDateTime{
            {2026, 11, 27},
            {hour,    minute  }
        }.toMSecsSinceEpoch());
    };

    EXPECT_TRUE(usual.mayNotifyAt(at(8, 0)));
    EXPECT_TRUE(usual.mayNotifyAt(at(19, 59)));
    EXPECT_FALSE(usual.mayNotifyAt(at(20, 0)));
    EXPECT_FALSE(usual.mayNotifyAt(at(3, 0)));
    QuietHours lunch;
    lunch.from = {12, 0};
    lunch.to = {13, 0};
    EXPECT_FALSE(lunch.mayNotifyAt(at(12, 30)));
    EXPECT_TRUE(lunch.mayNotifyAt(at(3, 0)));
    lunch.areShown = false;
    EXPECT_FALSE(lunch.mayNotifyAt(at(3, 0)));
}
