#include "whatsapp/graphmessagegateway.h"
#include "whatsapp/onetimebody.h"

#include "peer.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>
#include <QTimer>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <ostream>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPatience = 5'000;

/// A gateway, a peer for it to talk to, and the answers it got.
class GatewayFixture
{
public:
    explicit GatewayFixture(Peer::Wire wire = Peer::Wire::Plain, GraphTransportOptions options = {})
        : peer{wire}
        , credential{std::make_shared<Credential>()}
        , m_template{std::make_shared<MessageTemplate>()}
    {
        if (wire != Peer::Wire::Plain)
            options.extraCertificates = {TlsIdentity::own().certificate};
        gateway.emplace(options);
        credential->account.phoneNumberId = u"111"_s;
        credential->account.apiBase = peer.url();
        credential->account.graphVersion = u"v25.0"_s;
        credential->token = "EAAGtoken";
        m_template->name = u"hello_world"_s;
        m_template->language = u"en_US"_s;
        m_template->body = u"Hello"_s;
    }

    void send()
    {
        OutgoingMessage message;
        message.attempt = {u"a%1"_s.arg(++m_sent)};
        message.credential = credential;
        message.to = *PhoneNumber::fromE164(u"+393331234567"_s);
        message.messageTemplate = m_template;
        gateway->send(message, [this](const SendOutcome &outcome) { outcomes.push_back(outcome); });
    }

    bool waitForAnswers(size_t count)
    {
        return QTest::qWaitFor([&] { return outcomes.size() >= count; }, kPatience);
    }

    /// The answer to one more message; gives the peer time to see what Qt might send behind our back.
    SendOutcome sendAndWait()
    {
        const size_t before = outcomes.size();
        send();
        if (!waitForAnswers(before + 1))
            return Refused{.code = -1};
        QTest::qWait(30);
        return outcomes.back();
    }

    Peer peer;
    std::shared_ptr<Credential> credential;
    std::optional<GraphMessageGateway> gateway;
    std::vector<SendOutcome> outcomes;

private:
    std::shared_ptr<MessageTemplate> m_template;
    int m_sent = 0;
};

template <typename T>
bool is(const SendOutcome &outcome)
{
    return std::holds_alternative<T>(outcome);
}

/// Ways for a server to lose a request that it has read.
struct Drop
{
    const char *name;
    Peer::Reaction reaction;

    friend void PrintTo(const Drop &drop, std::ostream *out) { *out << drop.name; }
};

const std::array kDrops{
    Drop{"cleanClose",  [](QTcpSocket &socket, const PeerRequest &) { socket.close(); }         },
    Drop{"reset",       [](QTcpSocket &socket, const PeerRequest &) { resetConnection(socket); }},
    Drop{"lateClose",
         [](QTcpSocket &socket,                const PeerRequest &) {
             QTimer::singleShot(100ms, &socket, [&socket] { socket.close(); });
         }                                                       },
    Drop{"lateReset",
         [](QTcpSocket &socket,                const PeerRequest &) {
             QTimer::singleShot(100ms, &socket, [&socket] { resetConnection(socket); });
         }                                                       },
    Drop{"halfTheHead",
         [](QTcpSocket &socket,                const PeerRequest &) {
             socket.write("HTTP/1.1 200 OK\r\nContent-");
             socket.disconnectFromHost();
         }                                                       },
    Drop{"halfTheBody", [](QTcpSocket &socket, const PeerRequest &) {
             socket.write(httpAnswer(200, acceptedJson("wamid.1")).chopped(20));
             socket.disconnectFromHost();
         }                                        }
};

class DroppingServerTest : public ::testing::TestWithParam<std::tuple<Peer::Wire, Drop>>
{
protected:
    void SetUp() override
    {
        if (std::get<Peer::Wire>(GetParam()) != Peer::Wire::Plain && TlsIdentity::own().certificate.isNull())
            GTEST_SKIP() << "The openssl program, which makes the test's certificate, is missing.";
    }
};

class TlsTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        if (TlsIdentity::own().certificate.isNull())
            GTEST_SKIP() << "The openssl program, which makes the test's certificate, is missing.";
    }
};

std::string nameOf(Peer::Wire wire)
{
    switch (wire) {
    case Peer::Wire::Plain: return "plain";
    case Peer::Wire::Tls: return "tls";
    case Peer::Wire::TlsWithHttp2: return "tlsWithHttp2";
    }
    Q_UNREACHABLE();
}

std::string nameOfDropCase(const ::testing::TestParamInfo<DroppingServerTest::ParamType> &info)
{
    return nameOf(std::get<Peer::Wire>(info.param)) + '_' + std::get<Drop>(info.param).name;
}

} // namespace

TEST_P(DroppingServerTest, onAColdConnectionTheMessageArrivesExactlyOnce)
{
    const auto &[wire, drop] = GetParam();
    GatewayFixture fixture{wire};
    fixture.peer.reactWith(drop.reaction);

    const SendOutcome outcome = fixture.sendAndWait();

    EXPECT_TRUE(is<Unknown>(outcome)) << outcome.index();
    EXPECT_EQ(fixture.peer.requests().size(), 1u);
    EXPECT_EQ(fixture.outcomes.size(), 1u);
    EXPECT_EQ(fixture.peer.http2ConnectionCount(), 0);
}

TEST_P(DroppingServerTest, onAWarmConnectionTheMessageArrivesExactlyOnce)
{
    const auto &[wire, drop] = GetParam();
    GatewayFixture fixture{wire};
    ASSERT_TRUE(is<Accepted>(fixture.sendAndWait()));
    fixture.peer.reactWith(drop.reaction);

    const SendOutcome outcome = fixture.sendAndWait();

    EXPECT_TRUE(is<Unknown>(outcome)) << outcome.index();
    ASSERT_EQ(fixture.peer.requests().size(), 2u);
    EXPECT_EQ(fixture.peer.requests()[1].connection, 1) << "the connection was not a warm one";
    EXPECT_EQ(fixture.outcomes.size(), 2u);
    EXPECT_EQ(fixture.peer.http2ConnectionCount(), 0);
}

INSTANTIATE_TEST_SUITE_P(AllDrops, DroppingServerTest,
                         ::testing::Combine(::testing::Values(Peer::Wire::Plain, Peer::Wire::Tls,
                                                              Peer::Wire::TlsWithHttp2),
                                            ::testing::ValuesIn(kDrops)),
                         nameOfDropCase);

TEST(GraphMessageGatewayTest, postsToTheNumberWithTheTokenInTheHeaderOnly)
{
    GatewayFixture fixture;
    fixture.credential->appSecret = "secret";

    const SendOutcome outcome = fixture.sendAndWait();

    ASSERT_TRUE(is<Accepted>(outcome));
    ASSERT_EQ(fixture.peer.requests().size(), 1u);
    const PeerRequest &request = fixture.peer.requests().front();
    // printf EAAGtoken | openssl dgst -sha256 -hmac secret
    EXPECT_EQ(request.target(),
              "/v25.0/111/messages?appsecret_proof="
              "88e7c6a40b1e6cf1bfbbeebf911d877769089e63db974d858a0d1bcfdb5553cd");
    EXPECT_TRUE(request.head.startsWith("POST "));
    EXPECT_EQ(request.header("Authorization"), "Bearer EAAGtoken");
    EXPECT_EQ(request.header("Content-Type"), "application/json");
    EXPECT_TRUE(request.header("User-Agent").startsWith("Fanfare"));
    EXPECT_EQ(request.header("Transfer-Encoding"), "");
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    EXPECT_EQ(body["to"_L1].toString(), u"+393331234567"_s);
    EXPECT_EQ(body["biz_opaque_callback_data"_L1].toString(), u"a1"_s);
    EXPECT_FALSE(request.body.contains("EAAGtoken"));
}

TEST(GraphMessageGatewayTest, anUnauthorizedAnswerWithAChallengeIsReadAsMetaMeantIt)
{
    GatewayFixture fixture;
    fixture.peer.reactWith(
        answering(401, errorJson(190),
                  "WWW-Authenticate: OAuth \"Facebook Platform\" \"invalid_token\" \"expired\"\r\n"));

    const SendOutcome outcome = fixture.sendAndWait();

    const auto *refused = std::get_if<Refused>(&outcome);
    ASSERT_TRUE(refused) << outcome.index();
    EXPECT_EQ(refused->code, 190);
    EXPECT_EQ(fixture.peer.requests().size(), 1u);
}

TEST(GraphMessageGatewayTest, aBasicOrNegotiateChallengeNeverSendsTheMessageAgain)
{
    for (const char *challenge : {"Basic realm=\"x\"", "Negotiate", "NTLM"}) {
        GatewayFixture fixture;
        fixture.peer.reactWith(
            answering(401, "<html>", "WWW-Authenticate: " + QByteArray{challenge} + "\r\n"));

        const SendOutcome outcome = fixture.sendAndWait();

        EXPECT_TRUE(is<Unknown>(outcome)) << challenge;
        EXPECT_EQ(fixture.peer.requests().size(), 1u) << challenge;
    }
}

TEST(GraphMessageGatewayTest, aRefusalTellsHowLongToWait)
{
    GatewayFixture fixture;
    fixture.peer.reactWith(answering(429, errorJson(130429), "Retry-After: 3\r\n"));

    const SendOutcome outcome = fixture.sendAndWait();

    const auto *refused = std::get_if<Refused>(&outcome);
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->retryAfter, 3s);
}

TEST(GraphMessageGatewayTest, aRedirectIsNotFollowed)
{
    GatewayFixture fixture;
    Peer elsewhere;
    for (const int status : {301, 302, 303, 307, 308}) {
        fixture.peer.reactWith(answering(status, "", "Location: " + elsewhere.url().toLatin1() + "/x\r\n"));

        EXPECT_TRUE(is<Unknown>(fixture.sendAndWait())) << status;
    }

    EXPECT_EQ(fixture.peer.requests().size(), 5u);
    EXPECT_EQ(elsewhere.connectionCount(), 0);
}

TEST(GraphMessageGatewayTest, anAnswerWithoutAMessageIdIsUnknown)
{
    GatewayFixture fixture;
    for (const QByteArray &body : {QByteArray{}, "<html>Log in to the Wi-Fi</html>"_ba,
                                   acceptedJson("wamid.1").chopped(12), "{}"_ba}) {
        fixture.peer.reactWith(answering(200, body));

        EXPECT_TRUE(is<Unknown>(fixture.sendAndWait())) << body.toStdString();
    }

    EXPECT_EQ(fixture.peer.requests().size(), 4u);
}

TEST(GraphMessageGatewayTest, aContentLengthThatIsTooShortCutsTheAnswer)
{
    GatewayFixture fixture;
    fixture.peer.reactWith([](QTcpSocket &socket, const PeerRequest &) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n" + acceptedJson("wamid.1"));
    });
    const SendOutcome cut = fixture.sendAndWait();
    fixture.peer.reactWith(answering(200, acceptedJson("wamid.2")));

    const SendOutcome next = fixture.sendAndWait();

    EXPECT_TRUE(is<Unknown>(cut));
    ASSERT_TRUE(is<Accepted>(next)) << "what was left over was taken for the next answer";
    EXPECT_EQ(std::get<Accepted>(next).messageId, u"wamid.2"_s);
}

TEST(GraphMessageGatewayTest, aWholeAnswerUnderATooLongContentLengthCounts)
{
    GatewayFixture fixture;
    fixture.peer.reactWith([](QTcpSocket &socket, const PeerRequest &) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + acceptedJson("wamid.1"));
        socket.disconnectFromHost();
    });

    EXPECT_TRUE(is<Accepted>(fixture.sendAndWait()));
}

TEST(GraphMessageGatewayTest, aHugeAnswerIsCutOffAtOneMegabyte)
{
    GatewayFixture fixture;
    qint64 taken = 0;
    fixture.peer.reactWith([&](QTcpSocket &socket, const PeerRequest &) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n");
        QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, [&](qint64 bytes) {
            taken += bytes;
            if (socket.bytesToWrite() == 0)
                socket.write(QByteArray(256 * 1024, ' '));
        });
    });

    EXPECT_TRUE(is<Unknown>(fixture.sendAndWait()));
    EXPECT_LT(taken, 50'000'000);
    EXPECT_EQ(fixture.peer.requests().size(), 1u);
}

TEST(GraphMessageGatewayTest, aTrickleOfBytesDoesNotPutOffTheTimeOut)
{
    GatewayFixture fixture{Peer::Wire::Plain, {.answerTimeout = 400ms}};
    fixture.peer.reactWith([](QTcpSocket &socket, const PeerRequest &) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
        auto *trickle = new QTimer{&socket};
        QObject::connect(trickle, &QTimer::timeout, &socket, [&socket] { socket.write(" "); });
        trickle->start(50ms);
    });
    QElapsedTimer elapsed;
    elapsed.start();

    const SendOutcome outcome = fixture.sendAndWait();

    EXPECT_TRUE(is<Unknown>(outcome));
    EXPECT_GE(elapsed.elapsed(), 350);
    EXPECT_LT(elapsed.elapsed(), 1'500);
}

TEST(GraphMessageGatewayTest, aServerThatNeverAnswersIsGivenUpOn)
{
    GatewayFixture fixture{Peer::Wire::Plain, {.answerTimeout = 200ms}};
    fixture.peer.reactWith([](QTcpSocket &, const PeerRequest &) {});

    EXPECT_TRUE(is<Unknown>(fixture.sendAndWait()));
    EXPECT_EQ(fixture.peer.requests().size(), 1u);
    EXPECT_EQ(fixture.gateway->freeSlots(), 240);
}

TEST(GraphMessageGatewayTest, aConnectionThatTheServerClosedMeanwhileIsNotUsedAgain)
{
    GatewayFixture fixture;
    fixture.peer.reactWith([](QTcpSocket &socket, const PeerRequest &) {
        socket.write(httpAnswer(200, acceptedJson("wamid.1")));
        QTimer::singleShot(10ms, &socket, [&socket] { socket.disconnectFromHost(); });
    });

    for (int i = 0; i < 5; ++i)
        EXPECT_TRUE(is<Accepted>(fixture.sendAndWait()));

    EXPECT_EQ(fixture.peer.requests().size(), 5u);
    EXPECT_EQ(fixture.peer.connectionCount(), 5);
}

TEST(GraphMessageGatewayTest, aRefusedConnectionSentNothing)
{
    GatewayFixture fixture;
    fixture.peer.close();

    const SendOutcome outcome = fixture.sendAndWait();

    ASSERT_TRUE(is<NotSent>(outcome)) << outcome.index();
    EXPECT_FALSE(std::get<NotSent>(outcome).isFinal);
}

TEST(GraphMessageGatewayTest, anUnusableAddressOrTokenIsFinalAndAnsweredLater)
{
    GatewayFixture fixture;
    fixture.credential->account.apiBase = u"ftp://example.org"_s;
    fixture.send();
    fixture.credential->account.apiBase = u"https://"_s;
    fixture.send();
    fixture.credential->account.apiBase = fixture.peer.url();
    fixture.credential->token = "with\r\nInjected: header";
    fixture.send();
    fixture.credential->token = "";
    fixture.send();
    EXPECT_TRUE(fixture.outcomes.empty()) << "answered from within send";

    ASSERT_TRUE(fixture.waitForAnswers(4));

    for (const SendOutcome &outcome : fixture.outcomes) {
        ASSERT_TRUE(is<NotSent>(outcome));
        EXPECT_TRUE(std::get<NotSent>(outcome).isFinal);
    }
    EXPECT_TRUE(fixture.peer.requests().empty());
}

TEST_F(TlsTest, anUntrustedCertificateIsForeignAndSendsNothing)
{
    GatewayFixture fixture{Peer::Wire::Tls};
    fixture.gateway.emplace(GraphTransportOptions{});

    const SendOutcome outcome = fixture.sendAndWait();

    ASSERT_TRUE(is<NotSent>(outcome)) << outcome.index();
    EXPECT_TRUE(std::get<NotSent>(outcome).isForeign);
    EXPECT_TRUE(fixture.peer.requests().empty());
}

TEST_F(TlsTest, aCertificateOfAnotherHostIsForeignAndSendsNothing)
{
    GatewayFixture fixture{Peer::Wire::Tls};
    fixture.credential->account.apiBase.replace(u"127.0.0.1"_s, u"localhost"_s);

    const SendOutcome outcome = fixture.sendAndWait();

    ASSERT_TRUE(is<NotSent>(outcome)) << outcome.index();
    EXPECT_TRUE(std::get<NotSent>(outcome).isForeign);
    EXPECT_TRUE(fixture.peer.requests().empty());
}

TEST_F(TlsTest, http11IsSpokenWithAServerThatOffersHttp2)
{
    GatewayFixture fixture{Peer::Wire::TlsWithHttp2};

    EXPECT_TRUE(is<Accepted>(fixture.sendAndWait()));

    ASSERT_EQ(fixture.peer.requests().size(), 1u);
    EXPECT_TRUE(fixture.peer.requests()[0].head.split('\r').first().endsWith(" HTTP/1.1"));
    EXPECT_EQ(fixture.peer.http2ConnectionCount(), 0);
}

/// Without this the tests against that server would prove nothing.
TEST_F(TlsTest, theServerThatOffersHttp2GetsItFromAClientThatWantsIt)
{
    Peer peer{Peer::Wire::TlsWithHttp2};
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.addCaCertificate(TlsIdentity::own().certificate);
    QNetworkRequest request{QUrl{peer.url()}};
    request.setSslConfiguration(tls);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, true);
    QNetworkAccessManager manager;

    const std::unique_ptr<QNetworkReply> reply{manager.get(request)};

    EXPECT_TRUE(QTest::qWaitFor([&] { return peer.http2ConnectionCount() > 0; }, kPatience));
    EXPECT_TRUE(peer.requests().empty());
}

TEST_F(TlsTest, aConnectionCutBeforeTheHandshakeMayBeTriedAgain)
{
    for (const bool isClean : {true, false}) {
        GatewayFixture fixture{Peer::Wire::Tls};
        fixture.peer.reactToConnectionWith([isClean](QTcpSocket &socket) {
            if (isClean)
                socket.close();
            else
                resetConnection(socket);
        });

        const SendOutcome outcome = fixture.sendAndWait();

        ASSERT_TRUE(is<NotSent>(outcome)) << outcome.index();
        EXPECT_FALSE(std::get<NotSent>(outcome).isFinal) << isClean;
    }
}

TEST(GraphMessageGatewayTest, abandoningAnswersEverythingNow)
{
    GatewayFixture fixture;
    fixture.peer.reactWith([](QTcpSocket &, const PeerRequest &) {});
    fixture.send();
    fixture.send();
    ASSERT_TRUE(QTest::qWaitFor([&] { return fixture.peer.requests().size() == 2; }, kPatience));
    fixture.send(); // nothing of it has left yet

    fixture.gateway->abandonAll();

    ASSERT_EQ(fixture.outcomes.size(), 3u);
    EXPECT_TRUE(is<Unknown>(fixture.outcomes[0]));
    EXPECT_TRUE(is<Unknown>(fixture.outcomes[1]));
    EXPECT_TRUE(is<NotSent>(fixture.outcomes[2]));
    QTest::qWait(100);
    EXPECT_EQ(fixture.peer.requests().size(), 2u) << "an abandoned message left all the same";
    EXPECT_EQ(fixture.outcomes.size(), 3u);
}

TEST(OneTimeBodyTest, aSealedBodyHandsOutNothingWhateverQtAsksFor)
{
    OneTimeBody body{"{}"_ba};

    body.seal();

    EXPECT_TRUE(body.readAll().isEmpty());
    EXPECT_EQ(body.bytesHandedOut(), 0);
}

TEST(GraphMessageGatewayTest, nothingWaitsBehindOtherRequests)
{
    GatewayFixture fixture{Peer::Wire::Plain, {.maxInFlight = 40}};
    std::vector<QPointer<QTcpSocket>> waiting;
    fixture.peer.reactWith([&](QTcpSocket &socket, const PeerRequest &) { waiting.emplace_back(&socket); });
    int sent = 0;
    while (fixture.gateway->freeSlots() > 0) {
        fixture.send();
        ++sent;
    }
    EXPECT_EQ(sent, 40);

    ASSERT_TRUE(QTest::qWaitFor([&] { return waiting.size() == 40; }, kPatience));
    for (const QPointer<QTcpSocket> &socket : waiting)
        socket->write(httpAnswer(200, acceptedJson("wamid.1")));

    ASSERT_TRUE(fixture.waitForAnswers(40));
    EXPECT_EQ(fixture.peer.connectionCount(), 40);
    EXPECT_EQ(fixture.gateway->freeSlots(), 40);
}
