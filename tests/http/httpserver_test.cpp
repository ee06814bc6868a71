#include "http/httpserver.h"

#include "rawclient.h"
#include "support/loopbackcertificate.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <optional>
#include <thread>
#include <vector>

using namespace std::chrono_literals;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

namespace {

/// A server whose handler is the test's own.
class HttpServerTest : public ::testing::Test
{
protected:
    void serve(HttpServer::Handler handler)
    {
        const Result<> started = m_server.start(m_options, std::move(handler));
        ASSERT_TRUE(started) << started.error().detail.toStdString();
    }

    void serveHello()
    {
        serve([this](const HttpRequest &, const HttpResponder &responder) {
            ++m_handled;
            responder.respond(httpResponse(200, "text/plain", "hello"));
        });
    }

    std::atomic<int> m_handled{0};
    HttpServerOptions m_options;
    HttpServer m_server;
};

} // namespace

TEST_F(HttpServerTest, handsOverTheRequestAsItArrived)
{
    HttpRequest seen;
    serve([&](const HttpRequest &request, const HttpResponder &responder) {
        seen = request;
        responder.respond({204, {{"X-Answer", "yes"}}, {}});
    });
    const QByteArray body{"\xff\0z\r\n", 5};
    RawClient client{m_server.port()};

    client.send("POST /a%20b?x=1&y=%C3%A8&x=2&flag HTTP/1.1\r\nHost: h\r\nX-Hub-Signature-256: sha256=ab\r\n"
                "Content-Length: 5\r\n\r\n"
                + body);
    const QByteArray answer = client.readAnswer();

    EXPECT_THAT(answer.toStdString(), StartsWith("HTTP/1.1 204 "));
    EXPECT_THAT(answer.toStdString(), HasSubstr("X-Answer: yes\r\n"));
    EXPECT_EQ(seen.method, "POST");
    EXPECT_EQ(seen.path, "/a b");
    EXPECT_EQ(seen.query,
              (HttpFields{
                  {"x",    "1"       },
                  {"y",    "\xC3\xA8"},
                  {"x",    "2"       },
                  {"flag", ""        }
    }));
    EXPECT_EQ(seen.queryValue("x"), QByteArray{"1"});
    EXPECT_EQ(seen.queryValue("z"), std::nullopt);
    EXPECT_EQ(seen.header("x-hub-signature-256"), "sha256=ab");
    EXPECT_EQ(seen.body, body);
}

TEST_F(HttpServerTest, answersManyRequestsOnOneConnectionWithoutDelay)
{
    serveHello();
    RawClient client{m_server.port()};
    QElapsedTimer timer;
    timer.start();

    for (int i = 0; i < 50; ++i) {
        client.send(rawRequest("POST", "/", "x"));
        ASSERT_THAT(client.readAnswer().toStdString(), EndsWith("hello"));
    }

    // Held back small packets would cost 40 ms each.
    EXPECT_LT(timer.elapsed(), 1000);
    EXPECT_EQ(m_handled, 50);
}

TEST_F(HttpServerTest, answersLaterFromAnotherThread)
{
    std::thread answering;
    serve([&](const HttpRequest &request, const HttpResponder &responder) {
        answering = std::thread{[responder, body = request.body] {
            std::this_thread::sleep_for(20ms);
            responder.respond(httpResponse(200, "text/plain", body));
        }};
    });
    RawClient client{m_server.port()};

    client.send(rawRequest("POST", "/", "later"));
    const QByteArray answer = client.readAnswer();
    answering.join();

    EXPECT_THAT(answer.toStdString(), EndsWith("later"));
}

TEST_F(HttpServerTest, manyRequestsMayWaitAtTheSameTime)
{
    constexpr int kClients = 200;
    std::vector<HttpResponder> waiting;
    std::atomic<int> waitingCount{0};
    serve([&](const HttpRequest &, const HttpResponder &responder) {
        waiting.push_back(responder);
        ++waitingCount;
    });
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < kClients; ++i) {
        clients.push_back(std::make_unique<RawClient>(m_server.port()));
        clients.back()->send(rawRequest("GET", "/"));
    }
    QElapsedTimer timer;
    timer.start();
    while (waitingCount < kClients && timer.elapsed() < 2000)
        std::this_thread::sleep_for(1ms);
    ASSERT_EQ(waitingCount, kClients);

    for (const HttpResponder &responder : waiting)
        responder.respond(httpResponse(200, "text/plain", "at last"));

    for (const auto &client : clients)
        ASSERT_THAT(client->readAnswer().toStdString(), EndsWith("at last"));
}

TEST_F(HttpServerTest, canCloseWithoutAnAnswer)
{
    serve([](const HttpRequest &, const HttpResponder &responder) { responder.closeWithoutAnswer(); });
    RawClient client{m_server.port()};

    client.send(rawRequest("POST", "/", "x"));

    EXPECT_TRUE(client.isClosedWithin(1000));
    EXPECT_EQ(client.rest(), "");
}

TEST_F(HttpServerTest, canCloseWithoutAnAnswerLater)
{
    std::thread closing;
    serve([&](const HttpRequest &, const HttpResponder &responder) {
        closing = std::thread{[responder] {
            std::this_thread::sleep_for(10ms);
            responder.closeWithoutAnswer();
        }};
    });
    RawClient client{m_server.port()};

    client.send(rawRequest("POST", "/", "x"));
    const bool isClosed = client.isClosedWithin(1000);
    closing.join();

    EXPECT_TRUE(isClosed);
    EXPECT_EQ(client.rest(), "");
}

TEST_F(HttpServerTest, aResponderThatIsForgottenClosesTheConnection)
{
    serve([](const HttpRequest &, const HttpResponder &) {});
    RawClient client{m_server.port()};

    client.send(rawRequest("GET", "/"));

    EXPECT_TRUE(client.isClosedWithin(1000));
}

TEST_F(HttpServerTest, theFirstAnswerCounts)
{
    serve([](const HttpRequest &, const HttpResponder &responder) {
        responder.respond(httpResponse(200, "text/plain", "first"));
        responder.respond(httpResponse(500, "text/plain", "second"));
        responder.closeWithoutAnswer();
    });
    RawClient client{m_server.port()};

    client.send(rawRequest("GET", "/") + rawRequest("GET", "/"));

    EXPECT_THAT(client.readAnswer().toStdString(), EndsWith("first"));
    EXPECT_THAT(client.readAnswer().toStdString(), EndsWith("first"));
}

TEST_F(HttpServerTest, refusesAnAnnouncedBodyThatIsTooLargeBeforeItComes)
{
    m_options.maxBodyBytes = 1000;
    serveHello();
    RawClient client{m_server.port()};

    client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1001\r\n\r\n");
    const QByteArray answer = client.readAnswer();

    EXPECT_THAT(answer.toStdString(), StartsWith("HTTP/1.1 413 "));
    EXPECT_TRUE(client.isClosedWithin(1000));
    EXPECT_EQ(m_handled, 0);
}

TEST_F(HttpServerTest, refusesAChunkedBodyThatGrowsTooLarge)
{
    m_options.maxBodyBytes = 1000;
    serveHello();
    RawClient client{m_server.port()};

    client.send("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 6; ++i)
        client.send("c8\r\n" + QByteArray(200, 'x') + "\r\n");
    client.send("0\r\n\r\n");

    EXPECT_THAT(client.readAnswer().toStdString(), StartsWith("HTTP/1.1 413 "));
    EXPECT_EQ(m_handled, 0);
}

TEST_F(HttpServerTest, takesABodyOfExactlyTheLimit)
{
    m_options.maxBodyBytes = 100'000;
    serveHello();
    RawClient client{m_server.port()};

    client.send(rawRequest("POST", "/", QByteArray(100'000, 'x')));

    EXPECT_THAT(client.readAnswer().toStdString(), StartsWith("HTTP/1.1 200 "));
}

TEST_F(HttpServerTest, cutsAClientThatSendsTooSlowly)
{
    m_options.requestDeadline = 200ms;
    serveHello();
    RawClient client{m_server.port()};
    client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n");
    QElapsedTimer timer;
    timer.start();

    // Never silent for long, so that a mere inactivity limit would keep it.
    while (!client.isClosedWithin(20) && timer.elapsed() < 1500)
        client.send("x");

    EXPECT_LT(timer.elapsed(), 1000);
    EXPECT_GE(timer.elapsed(), 150);
    EXPECT_EQ(m_handled, 0);
}

TEST_F(HttpServerTest, cutsAClientThatTricklesItsHeaders)
{
    m_options.requestDeadline = 200ms;
    serveHello();
    RawClient client{m_server.port()};
    QElapsedTimer timer;
    timer.start();

    client.send("GET /");
    while (!client.isClosedWithin(20) && timer.elapsed() < 1500)
        client.send("x");

    EXPECT_LT(timer.elapsed(), 1000);
}

TEST_F(HttpServerTest, theTimeOfTheHandlerDoesNotCountForTheDeadline)
{
    m_options.requestDeadline = 100ms;
    std::optional<HttpResponder> waiting;
    std::atomic<bool> isWaiting{false};
    serve([&](const HttpRequest &, const HttpResponder &responder) {
        waiting = responder;
        isWaiting = true;
    });
    RawClient client{m_server.port()};

    client.send(rawRequest("GET", "/"));
    EXPECT_FALSE(client.isClosedWithin(400));
    ASSERT_TRUE(isWaiting);
    waiting->respond(httpResponse(200, "text/plain", "done"));

    EXPECT_THAT(client.readAnswer().toStdString(), EndsWith("done"));
}

TEST_F(HttpServerTest, aLargeAnswerMayTakeLongerThanARequest)
{
    m_options.requestDeadline = 100ms;
    m_options.answerDeadline = 30s;
    const QByteArray large(32 * 1024 * 1024, 'x'); // more than the buffers between us take
    serve([&](const HttpRequest &, const HttpResponder &responder) {
        responder.respond(httpResponse(200, "text/plain", large));
    });
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, m_server.port());
    ASSERT_TRUE(client.waitForConnected());

    client.write(rawRequest("GET", "/"));
    ASSERT_TRUE(client.waitForBytesWritten());
    std::this_thread::sleep_for(400ms); // the line is slow
    qint64 received = 0;
    while (received < large.size() && client.waitForReadyRead(5'000))
        received += client.readAll().size();

    EXPECT_GE(received, large.size());
}

TEST_F(HttpServerTest, bodiesOfManyTogetherTakeNoMoreMemoryThanAllowed)
{
    m_options.maxBodyBytes = 1000;
    m_options.maxBodyBytesAtOnce = 1500;
    serveHello();
    const QByteArray head = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n";
    RawClient first{m_server.port()};
    RawClient second{m_server.port()};
    first.send(head + QByteArray(900, 'x'));
    ASSERT_FALSE(first.isClosedWithin(50));

    second.send(head + QByteArray(1000, 'x'));
    EXPECT_THAT(second.readAnswer().toStdString(), HasSubstr(" 503 "));
    first.send(QByteArray(100, 'x'));
    EXPECT_THAT(first.readAnswer().toStdString(), EndsWith("hello"));
    RawClient third{m_server.port()};
    third.send(head + QByteArray(1000, 'x'));

    EXPECT_THAT(third.readAnswer().toStdString(), EndsWith("hello"));
    EXPECT_EQ(m_handled, 2);
}

TEST_F(HttpServerTest, closesAnIdleConnectionAfterItsOwnDeadline)
{
    m_options.idleDeadline = 100ms;
    serveHello();
    RawClient client{m_server.port()};

    client.send(rawRequest("GET", "/"));
    ASSERT_THAT(client.readAnswer().toStdString(), EndsWith("hello"));

    EXPECT_TRUE(client.isClosedWithin(1000));
}

TEST_F(HttpServerTest, servesNoMoreConnectionsThanItsCap)
{
    m_options.maxConnections = 2;
    serveHello();
    RawClient first{m_server.port()};
    RawClient second{m_server.port()};
    first.send(rawRequest("GET", "/"));
    second.send(rawRequest("GET", "/"));
    ASSERT_THAT(first.readAnswer().toStdString(), EndsWith("hello"));
    ASSERT_THAT(second.readAnswer().toStdString(), EndsWith("hello"));

    RawClient third{m_server.port()};
    third.send(rawRequest("GET", "/"));
    third.isClosedWithin(100);

    EXPECT_EQ(m_handled, 2);
    first.send(rawRequest("GET", "/"));
    EXPECT_THAT(first.readAnswer().toStdString(), EndsWith("hello"));
}

TEST_F(HttpServerTest, stopsWhileRequestsWaitForTheirAnswer)
{
    std::optional<HttpResponder> waiting;
    std::atomic<bool> isWaiting{false};
    serve([&](const HttpRequest &, const HttpResponder &responder) {
        waiting = responder;
        isWaiting = true;
    });
    RawClient client{m_server.port()};
    client.send(rawRequest("GET", "/"));
    QElapsedTimer timer;
    timer.start();
    while (!isWaiting && timer.elapsed() < 2000)
        std::this_thread::sleep_for(1ms);
    ASSERT_TRUE(isWaiting);

    m_server.stop();

    EXPECT_LT(timer.elapsed(), 1500);
    EXPECT_TRUE(client.isClosedWithin(1000));
    EXPECT_FALSE(m_server.isListening());
    waiting->respond(httpResponse(200, "text/plain", "too late")); // must be harmless
    waiting.reset();
}

TEST_F(HttpServerTest, stopsUnderLoad)
{
    std::vector<std::thread> answering;
    serve([&](const HttpRequest &, const HttpResponder &responder) {
        answering.emplace_back([responder] { responder.respond(httpResponse(200, "text/plain", "hello")); });
    });
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(std::make_unique<RawClient>(m_server.port()));
        clients.back()->send(rawRequest("GET", "/") + rawRequest("GET", "/") + rawRequest("GET", "/"));
    }

    m_server.stop();
    for (std::thread &thread : answering)
        thread.join();

    EXPECT_FALSE(m_server.isListening());
}

TEST_F(HttpServerTest, listensAgainAfterAStop)
{
    serveHello();
    m_options.port = m_server.port();
    m_server.stop();
    serveHello();
    RawClient client{m_server.port()};

    client.send(rawRequest("GET", "/"));

    EXPECT_THAT(client.readAnswer().toStdString(), EndsWith("hello"));
}

TEST_F(HttpServerTest, namesAPortThatIsTaken)
{
    serveHello();
    m_options.port = m_server.port();
    HttpServer second;

    const Result<> started = second.start(m_options, [](const HttpRequest &, const HttpResponder &) {});

    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().code, QStringLiteral("port_in_use"));
    EXPECT_TRUE(started.error().message.contains(QString::number(m_options.port)));
}

TEST_F(HttpServerTest, namesAnAddressThatIsNotOurs)
{
    m_options.host = QStringLiteral("203.0.113.7");

    const Result<> started = m_server.start(m_options, [](const HttpRequest &, const HttpResponder &) {});

    ASSERT_FALSE(started);
    EXPECT_TRUE(started.error().message.contains(m_options.host));
}

TEST_F(HttpServerTest, saysWhereItListens)
{
    serveHello();

    EXPECT_NE(m_server.port(), 0);
    EXPECT_EQ(m_server.url(), QStringLiteral("http://127.0.0.1:%1").arg(m_server.port()));
}

TEST_F(HttpServerTest, speaksHttpsWithACertificate)
{
    m_options.certificate = kLoopbackCertificate;
    m_options.privateKey = kLoopbackPrivateKey;
    serveHello();
    QSslSocket client;
    QSslConfiguration trust = QSslConfiguration::defaultConfiguration();
    trust.setCaCertificates({QSslCertificate{kLoopbackCertificate}});
    client.setSslConfiguration(trust);
    client.setPeerVerifyName(QStringLiteral("localhost"));

    client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_server.port());
    ASSERT_TRUE(client.waitForEncrypted(2000)) << client.errorString().toStdString();
    client.write(rawRequest("GET", "/"));
    QByteArray answer;
    while (!answer.endsWith("hello") && client.waitForReadyRead(2000))
        answer += client.readAll();

    EXPECT_THAT(answer.toStdString(), EndsWith("hello"));
    EXPECT_THAT(m_server.url().toStdString(), StartsWith("https://"));
}

TEST_F(HttpServerTest, aWrongCertificateIsAnError)
{
    m_options.certificate = "nonsense";
    m_options.privateKey = "nonsense";

    const Result<> started = m_server.start(m_options, [](const HttpRequest &, const HttpResponder &) {});

    EXPECT_FALSE(started);
}
