#include "relayworld.h"

#include "storage/database.h"
#include "storage/leftoutevents.h"
#include "storage/sql.h"
#include "support/loopbackcertificate.h"
#include "webhooks/webhooksignature.h"
#include "workspace/armedstate.h"
#include "workspace/relaypuller.h"
#include "world.h"

#include <QDir>
#include <QFileInfo>
#include <QSslSocket>

#include <gtest/gtest.h>

#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A workspace that fetches from a relay, and what it says meanwhile.
class RelayPullerTest : public ::testing::Test
{
protected:
    RelayPullerTest()
        : m_desktop{Workspace::Purpose::Real}
        , m_puller{m_desktop.workspace(), m_desktop.clock()}
    {
        QObject::connect(
            &m_puller, &RelayPuller::eventsApplied, &m_puller,
            [this](const std::vector<AppliedEvent> &events) { m_told += qint64(events.size()); });
        QObject::connect(&m_puller, &RelayPuller::answered, &m_puller, [this](const RelayNews &news) {
            ++m_answers;
            m_news = news;
            m_problem.reset();
        });
        QObject::connect(&m_puller, &RelayPuller::failed, &m_puller,
                         [this](const Error &error) { m_problem = error; });
        QObject::connect(&m_puller, &RelayPuller::finished, &m_puller, [this] { m_isFinished = true; });
        QObject::connect(&m_puller, &RelayPuller::bodiesDropped, &m_puller,
                         [this](qint64 bodies) { m_dropped += bodies; });
    }

    RelayPulling pulling(const QByteArray &key, const RelayWorld &relay) const
    {
        return {
            .access = {QUrl{relay.url()}, key, {}},
            .appSecrets = {RelayWorld::kSecret              },
            .isFollowing = false,
            .firstRetry = 10ms,
            .longestRetry = 50ms
        };
    }

    /// Fetches all that waits; the failure if it came to one.
    std::optional<Error> pullOnce(const RelayPulling &how)
    {
        m_isFinished = false;
        m_problem.reset();
        m_puller.start(how);
        EXPECT_TRUE(waitUntil([this] { return m_isFinished || m_problem; }));
        return m_problem;
    }

    /// A pause is due, and cannot be noted.
    void breakPauses()
    {
        Database &database = m_desktop.session().database();
        EXPECT_TRUE(run(database, u"INSERT INTO setting (key, value) VALUES ('troubles_late', '[1]')"_s));
        EXPECT_TRUE(run(database, uR"(CREATE TRIGGER broken BEFORE UPDATE ON setting
            WHEN NEW.key = 'troubles_late' BEGIN SELECT RAISE(ABORT, 'no'); END)"_s));
    }

    qint64 storedMessages() { return qint64(m_desktop.session().deliveries().messages()->size()); }

    World m_desktop;
    RelayPuller m_puller;
    qint64 m_told = 0;
    qint64 m_dropped = 0;
    int m_answers = 0;
    RelayNews m_news;
    std::optional<Error> m_problem;
    bool m_isFinished = false;
};

} // namespace

TEST_F(RelayPullerTest, whatCameWhileTheDesktopWasOffArrivesOnce)
{
    RelayWorld relay;
    const QByteArray key = relay.addDesktop(u"Office"_s);
    const int waiting = qEnvironmentVariableIsSet("FANFARE_SOAK") ? 50'000 : 1'200;
    std::vector<RelayBody> bodies;
    for (int i = 0; i < waiting; ++i) {
        const QByteArray body = messageBody(u"wamid.in.%1"_s.arg(i));
        bodies.push_back({0, relay.clock().now(), webhookSignature(RelayWorld::kSecret, body), body});
    }
    ASSERT_TRUE(relay.queue().store(bodies));
    relay.clock().advance(24h);
    m_desktop.clock().advance(24h);

    m_puller.start(pulling(key, relay));
    for (int patience = 0; patience < 200 && !m_isFinished; ++patience)
        waitUntil([this] { return m_isFinished; });

    EXPECT_TRUE(m_isFinished);
    EXPECT_EQ(storedMessages(), waiting);
    EXPECT_EQ(m_told, waiting);
    EXPECT_EQ(relay.queue().condition()->bodies, 0) << "acknowledged, so the relay need not keep them";
}

TEST_F(RelayPullerTest, whatComesAgainAfterALostAcknowledgementChangesNothing)
{
    RelayWorld relay;
    const QByteArray key = relay.addDesktop(u"Office"_s);
    const QByteArray again = relay.addDesktop(u"The same as if nothing had been acknowledged"_s);
    relay.post(messageBody(u"wamid.in.1"_s));
    relay.post(R"({"entry":[{"id":"2","changes":[{"field":"something_new","value":{}}]}]})");
    EXPECT_FALSE(pullOnce(pulling(key, relay)));
    EXPECT_EQ(m_told, 2);

    EXPECT_FALSE(pullOnce(pulling(again, relay)));

    EXPECT_EQ(m_told, 2);
    EXPECT_EQ(storedMessages(), 1);
    EXPECT_EQ(relay.queue().condition()->bodies, 0);
}

TEST_F(RelayPullerTest, aFollowingOneHasAnEventWithinASecond)
{
    RelayWorld relay;
    RelayPulling how = pulling(relay.addDesktop(u"Office"_s), relay);
    how.isFollowing = true;
    m_puller.start(how);
    ASSERT_TRUE(waitUntil([this] { return m_answers > 0; }));

    relay.post(messageBody(u"wamid.in.1"_s));

    EXPECT_TRUE(waitUntil([this] { return m_told == 1; }));
    EXPECT_TRUE(waitUntil([&] { return relay.queue().condition()->bodies == 0; }));
    EXPECT_TRUE(waitUntil([&] { return m_news.arrivedAt == relay.clock().now(); }));
}

TEST_F(RelayPullerTest, itGoesOnByItselfWhenTheRelayIsThereAgain)
{
    RelayWorld relay;
    RelayPulling how = pulling(relay.addDesktop(u"Office"_s), relay);
    how.isFollowing = true;
    relay.stop();
    m_puller.start(how);
    ASSERT_TRUE(waitUntil([this] { return m_problem.has_value(); }));
    EXPECT_EQ(m_problem->code, u"unreachable"_s);

    relay.startAgain();
    relay.post(messageBody(u"wamid.in.1"_s));

    EXPECT_TRUE(waitUntil([this] { return m_told == 1; }));
    EXPECT_TRUE(waitUntil([this] { return !m_problem; }));
}

TEST_F(RelayPullerTest, anEventSignedWithAnUnknownSecretWaitsAndIsNotLost)
{
    RelayWorld relay{{.appSecrets = {"old", RelayWorld::kSecret}}};
    const RelayPulling how = pulling(relay.addDesktop(u"Office"_s), relay);
    relay.post(messageBody(u"wamid.in.1"_s));
    const QByteArray foreign = messageBody(u"wamid.in.2"_s);
    relay.post(foreign, webhookSignature("old", foreign));
    relay.post(messageBody(u"wamid.in.3"_s));

    const std::optional<Error> held = pullOnce(how);
    ASSERT_TRUE(held);
    EXPECT_EQ(held->code, u"wrong_signature"_s);
    EXPECT_EQ(storedMessages(), 1) << "what came before it";
    EXPECT_EQ(relay.queue().condition()->bodies, 2);

    RelayPulling withBoth = how;
    withBoth.appSecrets.push_back("old");
    EXPECT_FALSE(pullOnce(withBoth));
    EXPECT_EQ(storedMessages(), 3);
}

TEST_F(RelayPullerTest, onAPersonsWordWhatIsNotSignedIsLeftOut)
{
    RelayWorld relay{{.appSecrets = {"old", RelayWorld::kSecret}}};
    RelayPulling how = pulling(relay.addDesktop(u"Office"_s), relay);
    const QByteArray foreign = messageBody(u"wamid.in.2"_s);
    relay.post(foreign, webhookSignature("old", foreign));
    relay.post(messageBody(u"wamid.in.3"_s));
    how.dropsUnsigned = true;

    EXPECT_FALSE(pullOnce(how));

    EXPECT_EQ(storedMessages(), 1);
    EXPECT_EQ(m_puller.leftOut(), 1);
    EXPECT_EQ(relay.queue().condition()->bodies, 0);
}

TEST_F(RelayPullerTest, aCopyOfTheWorkspaceTakesNothingAwayFromTheOriginal)
{
    RelayWorld relay;
    const RelayPulling how = pulling(relay.addDesktop(u"Office"_s), relay);
    relay.post(messageBody(u"wamid.in.1"_s));
    ASSERT_TRUE(QDir{}.mkpath(m_desktop.path(u"copy"_s)));
    const QString file = QFileInfo{m_desktop.workspace().databasePath()}.fileName();
    ASSERT_TRUE(m_desktop.session().database().copyTo(m_desktop.path(u"copy/"_s + file)));
    RelayPuller copy{*Workspace::open(m_desktop.path(u"copy"_s)), m_desktop.clock()};
    std::optional<Error> problem;
    QObject::connect(&copy, &RelayPuller::failed, &copy, [&](const Error &error) { problem = error; });

    copy.start(how);

    ASSERT_TRUE(waitUntil([&] { return problem.has_value(); }));
    EXPECT_EQ(problem->code, u"disarmed"_s);
    EXPECT_FALSE(pullOnce(how));
    EXPECT_EQ(storedMessages(), 1);
}

TEST_F(RelayPullerTest, anotherWorkspaceWithTheSameKeyIsToldAndTakesNothingAway)
{
    RelayWorld relay;
    const RelayPulling how = pulling(relay.addDesktop(u"Office"_s), relay);
    EXPECT_FALSE(pullOnce(how));
    relay.post(messageBody(u"wamid.in.1"_s));
    RelayPuller other{
        *Workspace::create(m_desktop.path(u"laptop"_s), Workspace::Purpose::Real, m_desktop.clock()),
        m_desktop.clock()};
    std::optional<Error> problem;
    QObject::connect(&other, &RelayPuller::failed, &other, [&](const Error &error) { problem = error; });

    other.start(how);

    ASSERT_TRUE(waitUntil([&] { return problem.has_value(); }));
    EXPECT_EQ(problem->code, u"key_in_use"_s);
    EXPECT_FALSE(pullOnce(how));
    EXPECT_EQ(storedMessages(), 1);
}

TEST_F(RelayPullerTest, aCopyThatWasArmedIsAnotherWorkspace)
{
    RelayWorld relay;
    RelayPulling how = pulling(relay.addDesktop(u"Office"_s), relay);
    EXPECT_FALSE(pullOnce(how));

    ASSERT_TRUE(armWorkspace(m_desktop.workspace(), m_desktop.session().database()));
    const std::optional<Error> problem = pullOnce(how);

    ASSERT_TRUE(problem) << "the original may still be in use elsewhere";
    EXPECT_EQ(problem->code, u"key_in_use"_s);
    how.access.key = relay.addDesktop(u"Restored"_s);
    EXPECT_FALSE(pullOnce(how));
}

TEST_F(RelayPullerTest, aWrongKeyIsSaid)
{
    RelayWorld relay;

    const std::optional<Error> problem = pullOnce(pulling("fanfare-relay-guess", relay));

    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->code, u"wrong_key"_s);
}

// "The laptop whose key we revoked still runs in our office, and the other desktops hear nothing any more."
TEST_F(RelayPullerTest, aDesktopWithoutAKeyDoesNotMakeTheRelayDeafForThoseBesideIt)
{
    RelayWorld relay;
    const QByteArray office = relay.addDesktop(u"Office"_s);
    RelayPulling revoked = pulling("fanfare-relay-revoked", relay);
    revoked.isFollowing = true;
    m_puller.start(revoked);

    for (std::chrono::milliseconds gone{0}; gone < 48h;) {
        ASSERT_TRUE(waitUntil([this] { return m_problem && m_puller.nextTry(); }));
        ASSERT_EQ(m_problem->code, u"wrong_key"_s);
        ASSERT_EQ(relay.get(u"/pull"_s, office).status, 200);
        const auto pause = *m_puller.nextTry();
        gone += pause;
        relay.clock().advance(pause);
        m_problem.reset();
        m_puller.tryNow();
    }
}

TEST_F(RelayPullerTest, whereNothingCanBeWrittenTheRelayIsNotAskedWithoutAPause)
{
    RelayWorld relay;
    RelayPulling how = pulling(relay.addDesktop(u"Office"_s), relay);
    how.isFollowing = true;
    ASSERT_TRUE(run(m_desktop.session().database(), uR"(CREATE TRIGGER full_disk BEFORE INSERT ON setting
        WHEN NEW.key = 'events_received_at' BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END)"_s));

    m_puller.start(how);

    ASSERT_TRUE(waitUntil([this] { return m_problem.has_value(); }));
    EXPECT_EQ(m_answers, 0);
    EXPECT_GE(m_puller.nextTry().value_or(0ms), 3ms);
}

TEST_F(RelayPullerTest, aCertificateThatIsNotTrustedEndsEverything)
{
    if (!QSslSocket::supportsSsl())
        GTEST_SKIP() << "no TLS here";
    RelayWorld relay{
        {.certificate = kLoopbackCertificate, .privateKey = kLoopbackPrivateKey}
    };
    RelayPulling how = pulling(relay.addDesktop(u"Office"_s), relay);
    ASSERT_TRUE(relay.url().startsWith(u"https://"_s));

    const std::optional<Error> problem = pullOnce(how);
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->code, u"untrusted_certificate"_s);

    how.access.extraCertificates = QSslCertificate::fromData(kLoopbackCertificate);
    EXPECT_FALSE(pullOnce(how));
}

TEST_F(RelayPullerTest, aDesktopThatWasOffLongHasMissedNothingThatTheRelayReceived)
{
    RelayWorld relay;
    const RelayPulling how = pulling(relay.addDesktop(u"Office"_s), relay);
    EXPECT_FALSE(pullOnce(how));
    for (int day = 0; day < 20; ++day) {
        relay.clock().advance(24h);
        m_desktop.clock().advance(24h);
        ASSERT_TRUE(relay.queue().noteReceiving(relay.clock().now()));
    }

    EXPECT_FALSE(pullOnce(how));

    EXPECT_TRUE(m_desktop.session().settings().blindPeriods()->empty());
}

TEST_F(RelayPullerTest, aRelayThatWasDownLongLeavesABlindPeriod)
{
    RelayWorld relay;
    const RelayPulling how = pulling(relay.addDesktop(u"Office"_s), relay);
    EXPECT_FALSE(pullOnce(how));
    const UtcTime before = m_desktop.clock().now();
    relay.clock().advance(20 * 24h);
    m_desktop.clock().advance(20 * 24h);
    ASSERT_TRUE(relay.queue().noteReceiving(relay.clock().now()));

    EXPECT_FALSE(pullOnce(how));

    const std::vector<BlindPeriod> blind = *m_desktop.session().settings().blindPeriods();
    ASSERT_EQ(blind.size(), 1u);
    EXPECT_EQ(blind[0].from, before);
    EXPECT_EQ(blind[0].to, m_desktop.clock().now() - 7 * 24h);
}

TEST_F(RelayPullerTest, whatTheRelayGaveUpIsToldOnce)
{
    RelayWorld relay{{}, {.bytes = 600}};
    const RelayPulling how = pulling(relay.addDesktop(u"Office"_s), relay);
    for (int i = 0; i < 5; ++i)
        relay.post(messageBody(u"wamid.in.%1"_s.arg(i)));

    EXPECT_FALSE(pullOnce(how));
    EXPECT_EQ(m_dropped + storedMessages(), 5);
    EXPECT_GT(m_dropped, 0);
    const qint64 told = m_dropped;
    EXPECT_FALSE(pullOnce(how));
    EXPECT_EQ(m_dropped, told);
}

TEST_F(RelayPullerTest, whatTheRelayGaveUpLeavesABlindPeriod)
{
    RelayWorld relay{{}, {.bytes = 600}};
    const RelayPulling how = pulling(relay.addDesktop(u"Office"_s), relay);
    EXPECT_FALSE(pullOnce(how));
    const UtcTime before = m_desktop.clock().now();
    relay.clock().advance(2h);
    m_desktop.clock().advance(2h);
    const UtcTime arrival = relay.clock().now();
    for (int i = 0; i < 5; ++i)
        relay.post(messageBody(u"wamid.in.%1"_s.arg(i)));
    relay.clock().advance(2h);
    m_desktop.clock().advance(2h);

    EXPECT_FALSE(pullOnce(how));

    const std::vector<BlindPeriod> blind = *m_desktop.session().settings().blindPeriods();
    ASSERT_EQ(blind.size(), 1u);
    EXPECT_EQ(blind[0].from, before);
    EXPECT_EQ(blind[0].to, arrival);
    EXPECT_FALSE(pullOnce(how));
    EXPECT_EQ(m_desktop.session().settings().blindPeriods()->size(), 1u);
}

// "We received by ourselves until September. In November the office's relay got a key for us too."
TEST_F(RelayPullerTest, whatTheOthersHadFetchedBeforeIsABlindPeriod)
{
    RelayWorld relay;
    const QByteArray office = relay.addDesktop(u"Office"_s);
    ASSERT_TRUE(m_desktop.session().settings().noteReceiving(m_desktop.clock().now()));
    const UtcTime before = m_desktop.clock().now();
    relay.clock().advance(40h);
    m_desktop.clock().advance(40h);
    const UtcTime arrival = relay.clock().now();
    relay.post(messageBody(u"wamid.in.1"_s));
    relay.acknowledge(relay.get(u"/pull"_s, office).json()[u"bodies"_s][0][u"number"_s].toInteger(), office);
    relay.clock().advance(1h);
    m_desktop.clock().advance(1h);

    const RelayPulling how = pulling(relay.addDesktop(u"Home"_s), relay);
    EXPECT_FALSE(pullOnce(how));
    EXPECT_FALSE(pullOnce(how));

    const std::vector<BlindPeriod> blind = *m_desktop.session().settings().blindPeriods();
    ASSERT_EQ(blind.size(), 1u);
    EXPECT_EQ(blind[0].from, before);
    EXPECT_EQ(blind[0].to, arrival);
}

TEST_F(RelayPullerTest, aBodyThatDoesNotGoInHoldsUpOnlyWhatComesAfterIt)
{
    RelayWorld relay;
    const RelayPulling how = pulling(relay.addDesktop(u"Office"_s), relay);
    for (const QString &id : {u"wamid.in.1"_s, u"wamid.in.2"_s, u"wamid.in.bad"_s, u"wamid.in.4"_s})
        relay.post(messageBody(id));
    Database &database = m_desktop.session().database();
    ASSERT_TRUE(run(database, uR"(CREATE TRIGGER bad_disk BEFORE INSERT ON message
        WHEN NEW.message_id = 'wamid.in.bad' BEGIN SELECT RAISE(ABORT, 'disk I/O error'); END)"_s));

    const std::optional<Error> held = pullOnce(how);

    ASSERT_TRUE(held);
    EXPECT_EQ(storedMessages(), 2);
    EXPECT_EQ(m_puller.taken(), 2);
    EXPECT_EQ(relay.queue().condition()->bodies, 2) << "what is on disk was acknowledged";
    ASSERT_TRUE(run(database, u"DROP TRIGGER bad_disk"_s));
    EXPECT_FALSE(pullOnce(how));
    EXPECT_EQ(storedMessages(), 4);
    EXPECT_EQ(m_told, 4);
}

// "A pause could not be made, and the answers of that minute never came to my screen."
TEST_F(RelayPullerTest, whatArrivedIsToldAlsoWhereWhatItAsksForFails)
{
    RelayWorld relay;
    const RelayPulling how = pulling(relay.addDesktop(u"Office"_s), relay);
    relay.post(messageBody(u"wamid.in.1"_s));
    EXPECT_FALSE(pullOnce(how));
    Database &database = m_desktop.session().database();
    breakPauses();
    relay.post(messageBody(u"wamid.in.2"_s));

    const std::optional<Error> problem = pullOnce(how);

    EXPECT_TRUE(problem);
    EXPECT_EQ(storedMessages(), 2);
    EXPECT_EQ(m_told, 2);
    EXPECT_EQ(m_puller.taken(), 1);
    EXPECT_EQ(relay.queue().condition()->bodies, 0) << "it is on disk";
    ASSERT_TRUE(run(database, u"DROP TRIGGER broken"_s));
    EXPECT_FALSE(pullOnce(how));
    EXPECT_EQ(*firstInteger(database, u"SELECT count(*) FROM setting WHERE key = 'troubles_late'"_s), 0)
        << "made up for, though nothing came any more";
}

TEST_F(RelayPullerTest, aBodyThatIsNotOnDiskIsNotAcknowledgedWhileSomethingEarlierIsDue)
{
    RelayWorld relay;
    const RelayPulling how = pulling(relay.addDesktop(u"Office"_s), relay);
    relay.post(messageBody(u"wamid.in.1"_s));
    EXPECT_FALSE(pullOnce(how));
    Database &database = m_desktop.session().database();
    breakPauses();
    relay.post(messageBody(u"wamid.in.2"_s));
    EXPECT_TRUE(pullOnce(how));
    ASSERT_TRUE(run(database, uR"(CREATE TRIGGER bad_disk BEFORE INSERT ON message
        BEGIN SELECT RAISE(ABORT, 'disk I/O error'); END)"_s));
    relay.post(messageBody(u"wamid.in.3"_s));

    EXPECT_TRUE(pullOnce(how));

    EXPECT_EQ(storedMessages(), 2);
    EXPECT_EQ(relay.queue().condition()->bodies, 1);
}

// "We moved to another server, and back for a day. Nothing may come twice."
TEST_F(RelayPullerTest, whoGoesToAnotherRelayAndBackHasNothingTwice)
{
    RelayWorld relay;
    RelayWorld other;
    const QByteArray unknownThing =
        R"({"entry":[{"id":"2","changes":[{"field":"something_new","value":{}}]}]})";
    const QByteArray key = relay.addDesktop(u"Office"_s);
    const QByteArray again = relay.addDesktop(u"Office, after the way back"_s);
    relay.post(unknownThing);
    other.post(unknownThing);
    EXPECT_FALSE(pullOnce(pulling(key, relay)));
    EXPECT_FALSE(pullOnce(pulling(other.addDesktop(u"Office"_s), other)));
    const qint64 told = m_told;

    EXPECT_FALSE(pullOnce(pulling(again, relay)));

    EXPECT_EQ(m_told, told);
}

// "One broken message, and for a week nobody's answers came."
TEST_F(RelayPullerTest, aBodyThatCanNeverBeStoredIsPutAsideAndThoseBehindItCome)
{
    RelayWorld relay;
    const RelayPulling how = pulling(relay.addDesktop(u"Office"_s), relay);
    Database &database = m_desktop.session().database();
    ASSERT_TRUE(run(database, u"CREATE TABLE odd (id TEXT CHECK (id <> 'wamid.in.bad'))"_s));
    ASSERT_TRUE(run(database, uR"(CREATE TRIGGER odd_one AFTER INSERT ON message
        BEGIN INSERT INTO odd VALUES (NEW.message_id); END)"_s));
    for (const QString &id : {u"wamid.in.1"_s, u"wamid.in.bad"_s, u"wamid.in.3"_s})
        relay.post(messageBody(id));

    EXPECT_FALSE(pullOnce(how));
    EXPECT_FALSE(pullOnce(how));

    EXPECT_EQ(storedMessages(), 2);
    EXPECT_EQ(relay.queue().condition()->bodies, 0);
    LeftOutEvents leftOut{database};
    const std::vector<PutAsideBody> aside = *leftOut.putAside();
    ASSERT_EQ(aside.size(), 1u);
    EXPECT_TRUE(aside[0].reason.contains(u"CHECK"_s)) << aside[0].reason.toStdString();
    EXPECT_EQ(*leftOut.body(aside[0].id), messageBody(u"wamid.in.bad"_s));
    EXPECT_EQ(leftOut.counts()->putAside, 1);
}

TEST(RelayAddressTest, anAddressIsReadAsPeopleWriteItAndMustBeEncrypted)
{
    EXPECT_EQ(readRelayAddress(u" relay.example.org/ "_s)->toString(), u"https://relay.example.org"_s);
    EXPECT_EQ(readRelayAddress(u"https://example.org/relay/"_s)->toString(), u"https://example.org/relay"_s);
    EXPECT_EQ(readRelayAddress(u"http://127.0.0.1:8787"_s)->toString(), u"http://127.0.0.1:8787"_s);
    EXPECT_EQ(readRelayAddress(u"http://relay.example.org"_s).error().code, u"not_secure"_s);
    for (const QString &wrong :
         {u""_s, u"ftp://example.org"_s, u"https://user:secret@example.org"_s, u"https://example.org/?a=b"_s})
        EXPECT_EQ(readRelayAddress(wrong).error().code, u"bad_relay_address"_s) << wrong.toStdString();
}
