#include "faults/faultseed.h"
#include "http/rawclient.h"
#include "ownstatefolder.h"
#include "storage/sql.h"
#include "webhooks/listeningthread.h"
#include "webhooks/webhooksignature.h"
#include "workspace/deliveryintake.h"
#include "workspace/session.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The address at which webhooks arrive is known to the whole internet. Whoever is not Meta is refused, costs
// little, is counted, and leaves nothing in the data.

namespace {

const QByteArray kSecret{"s3cret"};

const QByteArray kBody{
    R"({"object":"whatsapp_business_account","entry":[{"id":"2","changes":[{"field":"messages","value":)"
    R"({"messages":[{"id":"in.1","from":"34600000001","timestamp":"1795000000","type":"text",)"
    R"("text":{"body":"STOP"}}]}}]}]})"};

template <typename T>
T valueOf(Result<T> result)
{
    if (!result)
        throw std::runtime_error{result.error().message.toStdString() + result.error().detail.toStdString()};
    return std::move(*result);
}

QByteArray request(const QByteArray &method, const QByteArray &path, const QByteArray &headers,
                   const QByteArray &body)
{
    return method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray signedBy(const QByteArray &secret, const QByteArray &body)
{
    return "X-Hub-Signature-256: " + webhookSignature(secret, body) + "\r\n";
}

int openFiles()
{
    return int(QDir{u"/proc/self/fd"_s}.entryList(QDir::Files | QDir::System).size());
}

/// The real listener on its thread, before a real workspace.
class HostileClientsTest : public ::testing::Test
{
protected:
    void listen(const WebhookListenerOptions &options)
    {
        quint16 port = 0;
        const QMetaObject::Connection heard = QObject::connect(
            &m_listener, &ListeningThread::listening, &m_listener, [&](quint16 found) { port = found; });
        m_listener.listen(options);
        ASSERT_TRUE(QTest::qWaitFor([&] { return port != 0; }, 5'000));
        QObject::disconnect(heard);
        m_port = port;
    }

    /// The status of the answer, or 0 where the connection was closed without one.
    int statusOf(const QByteArray &bytes)
    {
        RawClient client{m_port};
        client.send(bytes);
        return client.readAnswer().mid(9, 3).toInt();
    }

    int post(const QByteArray &body, const QByteArray &headers = {})
    {
        return statusOf(request("POST", "/webhook", headers, body));
    }

    /// How many rows each table has.
    QStringList rows()
    {
        QStringList tables;
        QStringList counts;
        const Result<> read =
            forEachRow(m_session->database(), u"SELECT name FROM sqlite_master WHERE type = 'table'"_s, {},
                       [&](const Row &row) { tables << row.text(0); });
        EXPECT_TRUE(read);
        for (const QString &table : std::as_const(tables)) {
            const qint64 count =
                valueOf(firstInteger(m_session->database(), u"SELECT count(*) FROM \"%1\""_s.arg(table)));
            counts << u"%1: %2"_s.arg(table).arg(count);
        }
        return counts;
    }

    qint64 counted(WebhookFate fate) const { return m_listener.traffic().of(fate); }

    OwnStateFolder m_folder;
    SystemClock m_clock;
    Workspace m_workspace =
        valueOf(Workspace::create(m_folder.file(u"ws"_s), Workspace::Purpose::Real, m_clock));
    std::unique_ptr<Session> m_session = valueOf(Session::open(m_workspace, m_clock));
    ListeningThread m_listener{m_clock, [this] { return makeWebhookSink(m_workspace, m_clock); }};
    quint16 m_port = 0;
};

/// Sockets that connect and do nothing else unless told, without a Qt object each.
class Crowd
{
public:
    ~Crowd()
    {
        for (const int socket : m_sockets)
            ::close(socket);
    }

    /// False where the system gives no more sockets.
    bool add(quint16 port, const QByteArray &says)
    {
        const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        if (socket < 0)
            return false;
        m_sockets.push_back(socket);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address);
        ::send(socket, says.constData(), size_t(says.size()), MSG_NOSIGNAL);
        return true;
    }

    int size() const { return int(m_sockets.size()); }

private:
    std::vector<int> m_sockets;
};

} // namespace

TEST_F(HostileClientsTest, aBodyWithoutTheRightSignatureLeavesNoTrace)
{
    listen({.appSecrets = {kSecret}});
    const QStringList before = rows();
    QByteArray half = signedBy(kSecret, kBody);
    half.replace(half.size() - 12, 10, "");

    EXPECT_EQ(post(kBody), 401);
    EXPECT_EQ(post(kBody, signedBy("another", kBody)), 401);
    EXPECT_EQ(post(kBody, signedBy(kSecret, kBody + ' ')), 401);
    EXPECT_EQ(post(kBody, half), 401);
    EXPECT_EQ(post(kBody, "X-Hub-Signature-256: sha256=\r\n"), 401);
    EXPECT_EQ(post(kBody, signedBy(kSecret, kBody).replace("-256", "")), 401);
    EXPECT_EQ(post({}, signedBy("another", {})), 401);

    EXPECT_EQ(counted(WebhookFate::WrongSignature), 7);
    EXPECT_EQ(rows(), before);
}

TEST_F(HostileClientsTest, aReplayedBodyChangesNothing)
{
    listen({.appSecrets = {kSecret}});
    ASSERT_EQ(post(kBody, signedBy(kSecret, kBody)), 200);
    const QStringList before = rows();

    for (int again = 0; again < 20; ++again)
        EXPECT_EQ(post(kBody, signedBy(kSecret, kBody)), 200) << "or Meta would go on repeating itself";

    EXPECT_EQ(rows(), before);
}

TEST_F(HostileClientsTest, aHugeBodyIsRefusedForItsLengthBeforeItComes)
{
    listen({.appSecrets = {kSecret}});
    const QStringList before = rows();
    for (const QByteArray &length : {"3145729"_ba, "4294967297"_ba, "9223372036854775807"_ba}) {
        RawClient client{m_port};

        client.send("POST /webhook HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n");

        EXPECT_TRUE(client.readAnswer().startsWith("HTTP/1.1 413 ")) << length.constData();
        EXPECT_TRUE(client.isClosedWithin(2'000));
    }
    for (const QByteArray &length : {"99999999999999999999"_ba, "-1"_ba, "much"_ba}) {
        RawClient client{m_port};
        client.send("POST /webhook HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n");
        EXPECT_FALSE(client.readAnswer().startsWith("HTTP/1.1 200 ")) << length.constData();
    }

    EXPECT_EQ(counted(WebhookFate::TooLarge), 3);
    EXPECT_EQ(rows(), before);
}

TEST_F(HostileClientsTest, aBodyThatComesTooSlowlyIsCutAtItsDeadline)
{
    listen({.appSecrets = {kSecret}, .requestDeadline = 300ms});
    const QStringList before = rows();
    RawClient client{m_port};
    QElapsedTimer timer;
    timer.start();
    client.send("POST /webhook HTTP/1.1\r\nHost: localhost\r\n" + signedBy(kSecret, kBody)
                + "Content-Length: " + QByteArray::number(kBody.size()) + "\r\n\r\n");

    for (qsizetype at = 0; at < kBody.size() && !client.isClosedWithin(20); ++at)
        client.send(kBody.mid(at, 1)); // never silent for long

    EXPECT_GE(timer.elapsed(), 250);
    EXPECT_LT(timer.elapsed(), 3'000);
    EXPECT_EQ(counted(WebhookFate::TooSlow), 1);
    EXPECT_EQ(rows(), before);
}

TEST_F(HostileClientsTest, manyConnectionsAreBoundedAndDoNotKeepMetaOut)
{
    const int wanted = isSoak() ? 10'000 : 600;
    rlimit limit{};
    ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &limit), 0);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    listen({.appSecrets = {kSecret}, .requestDeadline = 5s});
    const int filesBefore = openFiles();
    Crowd crowd;
    while (crowd.size() < wanted) {
        const bool isSilent = crowd.size() % 2 == 0;
        ASSERT_TRUE(crowd.add(m_port, isSilent ? "" : "POST /webhook HTTP/1.1\r\nHost: loc"));
    }
    QElapsedTimer timer;
    timer.start();

    int status = 0;
    int most = 0;
    while (status != 200 && timer.elapsed() < 60'000) { // as Meta would, again and again
        status = post(kBody, signedBy(kSecret, kBody));
        most = std::max(most, openFiles() - filesBefore - crowd.size());
    }

    std::printf("%d connections, at most %d of them served at once, Meta's post stored after %lld ms\n",
                crowd.size(), most, static_cast<long long>(timer.elapsed()));
    EXPECT_EQ(status, 200);
    EXPECT_LE(most, 250);
    EXPECT_GT(counted(WebhookFate::TooSlow), 0);
}

TEST_F(HostileClientsTest, anotherPathOrMethodIsRefused)
{
    listen({.appSecrets = {kSecret}});
    const QStringList before = rows();
    const QByteArray signature = signedBy(kSecret, kBody);

    for (const QByteArray &path :
         {"/"_ba, "/webhook/"_ba, "/webhook/../webhook"_ba, "//webhook"_ba, "/WEBHOOK"_ba, "/.env"_ba})
        EXPECT_EQ(statusOf(request("POST", path, signature, kBody)), 404) << path.constData();
    for (const QByteArray &method : {"PUT"_ba, "DELETE"_ba, "PATCH"_ba, "OPTIONS"_ba, "BREW"_ba})
        EXPECT_EQ(statusOf(request(method, "/webhook", signature, kBody)), 405) << method.constData();
    EXPECT_EQ(statusOf(request("GET", "/webhook", {}, {})), 403);

    EXPECT_EQ(counted(WebhookFate::WrongPath), 6);
    EXPECT_EQ(counted(WebhookFate::WrongMethod), 5);
    EXPECT_EQ(counted(WebhookFate::WrongToken), 1);
    EXPECT_EQ(rows(), before);
}

TEST_F(HostileClientsTest, brokenJsonAndDeepJsonAreRefusedWhereNobodySignedThem)
{
    listen({});
    const QStringList before = rows();
    const QByteArray deep = QByteArray{"["}.repeated(100'000) + QByteArray{"]"}.repeated(100'000);

    for (const QByteArray &body :
         {""_ba, "{"_ba, "null"_ba, "{}"_ba, "\xff\xfe\x00"_ba, kBody.chopped(1), deep,
          QByteArray{"{\"entry\":"} + deep + '}', QByteArray{"{\"a\":"}.repeated(100'000)})
        EXPECT_EQ(post(body), 400) << body.left(20).constData();

    EXPECT_EQ(counted(WebhookFate::NotAWebhook), 9);
    EXPECT_EQ(rows(), before);
    EXPECT_EQ(post(kBody), 200) << "it goes on";
}

TEST_F(HostileClientsTest, deepJsonThatIsSignedIsKeptUnreadAndAnswered)
{
    listen({.appSecrets = {kSecret}});
    const QByteArray deep = QByteArray{"["}.repeated(100'000) + QByteArray{"]"}.repeated(100'000);

    EXPECT_EQ(post(deep, signedBy(kSecret, deep)), 200);

    EXPECT_EQ(valueOf(firstInteger(m_session->database(), u"SELECT count(*) FROM message"_s)), 0);
    EXPECT_EQ(valueOf(firstInteger(m_session->database(),
                                   u"SELECT count(*) FROM delivery_event WHERE word = 'unreadable'"_s)),
              1);
}
