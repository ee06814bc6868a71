#include "faultseed.h"
#include "wireworld.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

#include <array>
#include <ostream>

#ifdef Q_OS_UNIX
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What the network can do to a message, for everybody in a campaign, with the real client, engine and
// database: the outcome table of the Graph API reference, exactly. The full counts run with FANFARE_SOAK.

TEST(NetworkFaultTest, aSignInPageLeavesOnlyWhatWasUnderWayInDoubtUntilSomebodySignsIn)
{
    struct Portal
    {
        const char *name;
        Peer::Reaction reaction;
    };
    const std::vector<Portal> portals{
        {"page",     answering(200, "<html>Log in to the Wi-Fi</html>")},
        {"redirect", answering(302, "",                                  "Location: http://127.0.0.1:9/login\r\n")},
        {"511",          answering(511,                   "<html>Log in to the Wi-Fi</html>")                               },
        {"json",          answering(404,                  R"({"detail":"Not Found"})")}
    };
    for (const Portal &portal : portals) {
        SCOPED_TRACE(portal.name);
        WireWorld world{200};
        bool isSignedIn = false;
        world.peer().reactWith([&](QTcpSocket &socket, const PeerRequest &request) {
            if (!isSignedIn)
                portal.reaction(socket, request);
            else if (request.isProbe())
                socket.write(httpAnswer(401, errorJson(190)));
            else
                acceptMessage(socket, request);
        });
        world.send();

        ASSERT_TRUE(world.runUntil([&] { return world.waits().contains(u"not_meta"_s); }, 10s));
        world.runUntil([] { return false; }, 1500ms);
        const int inDoubt = world.peopleWith(RecipientStatus::Unconfirmed);
        EXPECT_EQ(world.campaign().state, CampaignState::Sending);
        EXPECT_GE(inDoubt, 1);
        EXPECT_LE(inDoubt, 60) << "what was under way when the first page came";
        EXPECT_EQ(world.bodies().size(), inDoubt) << "nobody else's message left";
        EXPECT_EQ(world.peopleWith(RecipientStatus::Pending), world.people() - inDoubt);
        const std::vector<PeerRequest> &requests = world.peer().requests();
        EXPECT_TRUE(std::none_of(requests.begin(), requests.end(), [](const PeerRequest &request) {
            return request.isProbe()
                && (request.head.contains("EAAG") || request.head.contains("uthorization"));
        })) << "a stranger never gets the access key by a probe";

        isSignedIn = true;
        ASSERT_TRUE(world.runToTheEnd(30s));
        EXPECT_EQ(world.campaign().state, CampaignState::Completed);
        EXPECT_EQ(world.peopleWith(RecipientStatus::Sent), world.people() - inDoubt);
        EXPECT_EQ(world.peopleWith(RecipientStatus::Unconfirmed), inDoubt);
        world.expectNothingTwice();
    }
}

TEST(NetworkFaultTest, whileMetaSaysThatItsAllowanceIsNearlyUsedMessagesLeaveSlowly)
{
    for (const QByteArray &usage :
         {"X-App-Usage: {\"call_count\":100,\"total_time\":25,\"total_cputime\":25}\r\n"_ba,
          "X-Business-Use-Case-Usage: {\"222\":[{\"type\":\"whatsapp\",\"call_count\":100,"
          "\"total_cputime\":1,\"total_time\":1,\"estimated_time_to_regain_access\":0}]}\r\n"_ba}) {
        WireWorld world{400};
        bool isUsed = true;
        world.peer().reactWith([&](QTcpSocket &socket, const PeerRequest &request) {
            socket.write(httpAnswer(200, acceptance(request), isUsed ? usage : QByteArray{}));
        });
        world.send();

        world.runUntil([] { return false; }, 3s);

        EXPECT_LE(world.bodies().size(), 150)
            << "those under way when the first answer told, then one a second";
        EXPECT_EQ(world.campaign().state, CampaignState::Sending);
        isUsed = false;
        ASSERT_TRUE(world.runToTheEnd(20s));
        EXPECT_EQ(world.peopleWith(RecipientStatus::Sent), world.people());
        world.expectNothingTwice();
    }
}

TEST(NetworkFaultTest, aRefusedAllowanceIsWaitedForAsLongAsMetaSaysAndNobodyIsLost)
{
    for (const int code : {4, 80007, 80008}) {
        SCOPED_TRACE(code);
        WireWorld world{40};
        const QByteArray usage =
            "X-Business-Use-Case-Usage: {\"222\":[{\"type\":\"whatsapp_business_management\","
            "\"call_count\":100,\"estimated_time_to_regain_access\":5}]}\r\n";
        world.peer().reactWith(answering(400, errorJson(code), usage));
        world.send();

        ASSERT_TRUE(world.runUntil([&] { return world.waits().contains(QString::number(code)); }, 10s));
        world.runUntil([] { return false; }, 2s);

        const UtcTime soon = SystemClock{}.now() + 4min;
        const int refused = world.attemptsWith(u"refused"_s);
        EXPECT_EQ(world.bodies().size(), refused) << "nothing leaves while Meta wants no requests";
        EXPECT_EQ(world.peopleWith(RecipientStatus::Pending), world.people());
        for (const Recipient &person : world.recipients()) {
            if (person.attempts > 0) {
                EXPECT_GT(person.notBefore.value_or(UtcTime{}), soon);
            }
        }
        EXPECT_EQ(world.campaign().state, CampaignState::Sending);
    }
}

TEST(NetworkFaultTest, aMessageThatMetaHoldsForAQualityCheckIsSentAndToldAsHeld)
{
    WireWorld world{40};
    world.peer().reactWith([](QTcpSocket &socket, const PeerRequest &request) {
        socket.write(httpAnswer(200,
                                "{\"messages\":[{\"id\":\"wamid." + attemptOf(request)
                                    + "\",\"message_status\":\"held_for_quality_assessment\"}]}"));
    });

    world.send();

    ASSERT_TRUE(world.runToTheEnd(20s));
    EXPECT_EQ(world.campaign().state, CampaignState::Completed);
    EXPECT_EQ(world.peopleWith(RecipientStatus::Sent), world.people());
    for (const Recipient &person : world.recipients()) {
        ASSERT_TRUE(person.error);
        EXPECT_EQ(person.error->code, u"held_for_quality_assessment"_s);
    }
    EXPECT_EQ(world.activityWith(u"holds them back"_s), 1) << "once, not for each person";
    world.expectNothingTwice();
}

TEST(NetworkFaultTest, aResetInTheMiddleOfTheBodyLeavesEverybodyInDoubt)
{
    WireWorld world{manyPeople()};
    int bodies = 0;
    world.peer().reactToConnectionWith([&bodies](QTcpSocket &socket) {
        const auto readSome = [&socket, &bodies, received = QByteArray{}]() mutable {
            received += socket.read(1024);
            const qsizetype head = received.indexOf("\r\n\r\n");
            if (head < 0 || received.size() == head + 4)
                return;
            ++bodies;
            resetConnection(socket);
        };
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, readSome);
    });

    world.send();

    ASSERT_TRUE(world.runToTheEnd(20s));
    EXPECT_EQ(world.campaign().state, CampaignState::Completed);
    EXPECT_EQ(world.peopleWith(RecipientStatus::Unconfirmed), world.people());
    // Qt may connect once more, but has nothing left to say there.
    EXPECT_EQ(bodies, world.people());
    world.expectNothingTwice();
}

TEST(NetworkFaultTest, aBlackHoleBehindTheConnectionLeavesEverybodyInDoubt)
{
    WireWorld world{manyPeople(), {.answerTimeout = 700ms}};
    world.peer().reactToConnectionWith([](QTcpSocket &) {});

    world.send();

    ASSERT_TRUE(world.runToTheEnd(20s));
    EXPECT_EQ(world.peopleWith(RecipientStatus::Unconfirmed), world.people());
    EXPECT_EQ(world.peer().connectionCount(), world.people());
    world.expectNothingTwice();
}

TEST(NetworkFaultTest, refusedConnectionsHoldEverybodyBackUntilTheServerIsThere)
{
    WireWorld world{manyPeople()};
    world.peer().reactWith(acceptMessage);
    world.peer().close();

    world.send();

    ASSERT_TRUE(world.runUntil([&] { return world.waits().contains(u"offline"_s); }, 10s));
    world.runUntil([] { return false; }, 1500ms);
    EXPECT_EQ(world.campaign().state, CampaignState::Sending);
    EXPECT_EQ(world.peopleWith(RecipientStatus::Pending) + world.peopleWith(RecipientStatus::Sending),
              world.people());
    world.peer().listenAgain();
    ASSERT_TRUE(world.runToTheEnd(30s));
    EXPECT_EQ(world.peopleWith(RecipientStatus::Sent), world.people());
    EXPECT_EQ(world.peer().requests().size(), static_cast<size_t>(world.people()));
    for (const Recipient &person : world.recipients())
        EXPECT_EQ(person.attempts, 1) << "what did not leave counts as no attempt";
    world.expectNothingTwice();
}

TEST(NetworkFaultTest, aHostWithoutAnAddressHoldsEverybodyBackUntilItHasOne)
{
    WireWorld world{manyPeople()};
    world.peer().reactWith(acceptMessage);
    const QString reachable = world.peer().url();
    world.setApiBase(u"http://nowhere.invalid"_s);

    world.send();

    ASSERT_TRUE(world.runUntil([&] { return world.waits().contains(u"offline"_s); }, 30s));
    world.runUntil([] { return false; }, 1s);
    EXPECT_EQ(world.campaign().state, CampaignState::Sending);
    EXPECT_EQ(world.peopleWith(RecipientStatus::Pending) + world.peopleWith(RecipientStatus::Sending),
              world.people());
    world.setApiBase(reachable);
    ASSERT_TRUE(world.runToTheEnd(30s));
    EXPECT_EQ(world.peopleWith(RecipientStatus::Sent), world.people());
    EXPECT_EQ(world.peer().requests().size(), static_cast<size_t>(world.people()));
    for (const Recipient &person : world.recipients())
        EXPECT_EQ(person.attempts, 1) << "what did not leave counts as no attempt";
    world.expectNothingTwice();
}

TEST(NetworkFaultTest, aResetBeforeTheRequestIsReadSendsNobodyTwice)
{
    WireWorld world{manyPeople()};
    world.peer().reactWith(acceptMessage);
    int toReset = world.people();
    world.peer().reactToFreshConnectionWith([&](QTcpSocket &socket) {
        if (toReset <= 0)
            return;
        --toReset;
        resetConnection(socket);
    });

    world.send();

    // The body may have been handed out before the reset was noticed: then it is in doubt, and only then.
    ASSERT_TRUE(world.runToTheEnd(60s));
    const int sent = world.peopleWith(RecipientStatus::Sent);
    const int inDoubt = world.peopleWith(RecipientStatus::Unconfirmed);
    EXPECT_EQ(sent + inDoubt, world.people());
    EXPECT_EQ(world.attemptsWith(u"accepted"_s), sent);
    EXPECT_EQ(world.attemptsWith(u"unknown"_s), inDoubt);
    EXPECT_EQ(world.peer().requests().size(), static_cast<size_t>(sent));
    world.expectNothingTwice();
}

#ifdef Q_OS_LINUX
TEST(NetworkFaultTest, aBlackHoleInTheWayHoldsEverybodyBack)
{
    // A listener whose queue is full drops what asks for a connection.
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ASSERT_EQ(::bind(listener, reinterpret_cast<sockaddr *>(&address), size), 0);
    ASSERT_EQ(::listen(listener, 0), 0);
    ASSERT_EQ(::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size), 0);
    std::array<int, 4> fillers{};
    for (int &filler : fillers) {
        filler = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        ::connect(filler, reinterpret_cast<sockaddr *>(&address), size);
    }
    WireWorld world{manyPeople(), {.answerTimeout = 3s}};
    world.peer().reactWith(acceptMessage);
    const QString reachable = world.peer().url();
    world.setApiBase(u"http://127.0.0.1:%1"_s.arg(ntohs(address.sin_port)));

    world.send();

    EXPECT_TRUE(world.runUntil([&] { return world.waits().contains(u"offline"_s); }, 10s));
    world.runUntil([] { return false; }, 1s);
    EXPECT_EQ(world.campaign().state, CampaignState::Sending);
    EXPECT_EQ(world.peopleWith(RecipientStatus::Pending) + world.peopleWith(RecipientStatus::Sending),
              world.people());
    world.setApiBase(reachable);
    EXPECT_TRUE(world.runToTheEnd(30s));
    EXPECT_EQ(world.peopleWith(RecipientStatus::Sent), world.people());
    EXPECT_EQ(world.peer().requests().size(), static_cast<size_t>(world.people()));
    world.expectNothingTwice();
    for (const int filler : fillers)
        ::close(filler);
    ::close(listener);
}
#endif

namespace {

/// Milliseconds from the first message on: everybody is refused.
qint64 lengthOfAStorm()
{
    return isSoak() ? 1500 : 500;
}

struct Storm
{
    const char *name;
    int status;
    int code;
    QByteArray headers;
    qint64 askedFor; ///< milliseconds

    friend void PrintTo(const Storm &storm, std::ostream *out) { *out << storm.name; }
};

class StormTest : public testing::TestWithParam<Storm>
{
};

} // namespace

TEST_P(StormTest, everybodyIsTriedAgainAndGetsItOnce)
{
    const Storm &storm = GetParam();
    WireWorld world{manyPeople()};
    QElapsedTimer sinceTheFirst;
    int refused = 0;
    qint64 firstAccepted = 0;
    QHash<QString, qint64> lastRefused; // by whom it was for
    int cameBackTooSoon = 0;
    world.peer().reactWith([&](QTcpSocket &socket, const PeerRequest &request) {
        if (!sinceTheFirst.isValid())
            sinceTheFirst.start();
        const qint64 now = sinceTheFirst.elapsed();
        const QString person = QJsonDocument::fromJson(request.body).object()["to"_L1].toString();
        if (lastRefused.contains(person) && now - lastRefused.value(person) < storm.askedFor)
            ++cameBackTooSoon;
        if (now < lengthOfAStorm()) {
            ++refused;
            lastRefused.insert(person, now);
            socket.write(httpAnswer(storm.status, errorJson(storm.code), storm.headers));
            return;
        }
        if (firstAccepted == 0)
            firstAccepted = now;
        acceptMessage(socket, request);
    });

    world.send();

    // Whoever the jitter sends back into the storm four times may wait for half a minute afterwards.
    ASSERT_TRUE(world.runToTheEnd(100s)) << world.peopleWith(RecipientStatus::Sent) << " sent";
    EXPECT_EQ(world.campaign().state, CampaignState::Completed);
    EXPECT_EQ(world.peopleWith(RecipientStatus::Sent), world.people());
    EXPECT_GT(refused, 0);
    EXPECT_EQ(world.attemptsWith(u"refused"_s), refused);
    EXPECT_EQ(world.attemptsWith(u"accepted"_s), world.people());
    EXPECT_EQ(world.bodies().size(), refused + world.people());
    EXPECT_EQ(world.peer().requests().size(), static_cast<size_t>(refused + world.people()));
    EXPECT_EQ(cameBackTooSoon, 0) << "before the time that the server asked for";
    // Whoever asks to wait means the number, and so those too who were not tried yet.
    EXPECT_GE(firstAccepted, storm.askedFor);
    world.expectNothingTwice();
}

INSTANTIATE_TEST_SUITE_P(
    Storms, StormTest,
    testing::Values(Storm{"tooFast429", 429, 130429, {}, 0},
                    Storm{"tooFast429WithRetryAfter", 429, 130429, "Retry-After: 3\r\n", 3000},
                    Storm{"unspecified500", 500, 131000, {}, 0},
                    Storm{"unspecified500WithRetryAfter", 500, 131000, "Retry-After: 3\r\n", 3000},
                    Storm{"overloaded503", 503, 131016, {}, 0},
                    Storm{"overloaded503WithRetryAfter", 503, 131016, "Retry-After: 3\r\n", 3000}),
    [](const auto &test) { return std::string{test.param.name}; });
