#include "cli/cliworld.h"
#include "support/loopbackcertificate.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QUrl>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

// A relay as the guide sets it up: behind nginx with the example of packaging/relay, with TLS. The part of
// Meta is played by curl and the signature of openssl, which know nothing of our code.

namespace {

const QString kSecret = u"an app secret"_s;

QByteArray messageBody(const QString &id)
{
    return uR"({"object":"whatsapp_business_account","entry":[{"id":"2","changes":[{"field":"messages",)"
           uR"("value":{"messages":[{"id":"%1","from":"34600000001","timestamp":"1795000000",)"
           uR"("type":"text","text":{"body":"Hello"}}]}}]}]})"_s.arg(id)
               .toUtf8();
}

QString programNamed(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/usr/local/sbin"_s})
                           : found;
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

bool accepts(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress{QHostAddress::LocalHost}, port);
    return socket.waitForConnected(200);
}

class RelayProxyTest : public testing::Test
{
protected:
    void SetUp() override
    {
        for (const QString &program : {u"nginx"_s, u"curl"_s, u"openssl"_s}) {
            if (programNamed(program).isEmpty())
                GTEST_SKIP() << program.toStdString() << " is not installed";
        }
        m_host.setEnvironment(u"FANFARE_APP_SECRET"_s, kSecret);
        m_desktop.setEnvironment(u"FANFARE_APP_SECRET"_s, kSecret);
        m_desktop.json({u"workspace"_s, u"init"_s});
        m_desktop.json({u"account"_s, u"set"_s, u"--phone-number-id"_s, u"1"_s, u"--waba-id"_s, u"2"_s});
        m_serving = m_host.start({u"relay"_s, u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s,
                                  data(), u"--trusted-proxy"_s, u"127.0.0.1"_s});
        const QUrl inner{CliWorld::nextLine(*m_serving)[u"listening"_s].toString()};
        ASSERT_GT(inner.port(), 0);
        m_certificate = m_host.writeFile(u"chain.pem"_s, kLoopbackCertificate);
        startProxy(inner.port());
    }

    void TearDown() override
    {
        for (QProcess *process : {&m_nginx, m_serving.get()}) {
            if (process && process->state() != QProcess::NotRunning) {
                process->terminate();
                process->waitForFinished();
            }
        }
    }

    QString data() const { return m_host.path(u"relay-data"_s); }
    QString address() const { return u"https://localhost:%1"_s.arg(m_port); }

    /// The example as it is, but for its name, its port, its certificate and where the relay listens.
    QByteArray exampleFor(int relayPort) const
    {
        QFile file{QStringLiteral(FANFARE_SOURCE_DIR "/packaging/relay/nginx.conf")};
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        QByteArray example = file.readAll();
        example.replace("listen 443 ssl", "listen 127.0.0.1:" + QByteArray::number(m_port) + " ssl");
        example.replace("server_name relay.example.org", "server_name localhost");
        example.replace("/etc/letsencrypt/live/relay.example.org/fullchain.pem", m_certificate.toUtf8());
        example.replace("/etc/letsencrypt/live/relay.example.org/privkey.pem",
                        m_host.writeFile(u"key.pem"_s, kLoopbackPrivateKey).toUtf8());
        example.replace("127.0.0.1:8787;", "127.0.0.1:" + QByteArray::number(relayPort) + ';');
        return example;
    }

    void startProxy(int relayPort)
    {
        m_port = freePort();
        QByteArray config = "daemon off;\nworker_processes 1;\nerror_log stderr warn;\npid "
            + m_host.path(u"nginx.pid"_s).toUtf8() + ";\n";
#ifdef Q_OS_UNIX
        if (geteuid() == 0)
            config += "user root;\n";
#endif
        config += "events { worker_connections 256; }\nhttp {\n";
        for (const QByteArray &use : {"client_body"_ba, "proxy"_ba, "fastcgi"_ba, "uwsgi"_ba, "scgi"_ba})
            config += use + "_temp_path " + m_host.path(QString::fromLatin1(use)).toUtf8() + ";\n";
        config += exampleFor(relayPort) + "}\n";
        const QString file = m_host.writeFile(u"nginx.conf"_s, config);
        m_nginx.setProcessChannelMode(QProcess::MergedChannels);
        m_nginx.start(programNamed(u"nginx"_s), {u"-p"_s, m_host.path({}), u"-c"_s, file});
        for (int patience = 0; patience < 100 && !accepts(m_port); ++patience)
            QThread::msleep(50);
        ASSERT_TRUE(accepts(m_port)) << m_nginx.readAll().toStdString();
    }

    static QByteArray outputOf(const QString &program, const QStringList &words)
    {
        QProcess process;
        process.start(programNamed(program), words);
        EXPECT_TRUE(process.waitForFinished());
        return process.readAllStandardOutput();
    }

    /// As Meta would: the status of the answer.
    QByteArray post(const QByteArray &body, const QString &secret = kSecret)
    {
        const QString file = m_host.writeFile(u"body.json"_s, body);
        // "HMAC-SHA2-256(body.json)= 0123…"
        const QByteArray digest =
            outputOf(u"openssl"_s, {u"dgst"_s, u"-sha256"_s, u"-hmac"_s, secret, file}).trimmed();
        const QString signature = QString::fromLatin1(digest.mid(digest.lastIndexOf(' ') + 1));
        return curl({u"-H"_s, u"X-Hub-Signature-256: sha256="_s + signature, u"-H"_s,
                     u"Content-Type: application/json"_s, u"--data-binary"_s, u"@"_s + file,
                     address() + u"/webhook"_s});
    }

    QByteArray curl(const QStringList &words)
    {
        return outputOf(u"curl"_s,
                        QStringList{u"-s"_s, u"-o"_s, u"/dev/null"_s, u"-w"_s, u"%{http_code}"_s,
                                    u"--cacert"_s, m_certificate}
                            + words);
    }

    QString addKey(const QString &name) const
    {
        return m_host.json({u"relay"_s, u"key"_s, u"add"_s, name, u"--data"_s, data()})
            .json()[u"key"_s]
            .toString();
    }

    void connectDesktop(const QStringList &trust)
    {
        m_desktop.setEnvironment(u"FANFARE_RELAY_KEY"_s, addKey(u"Office"_s));
        ASSERT_EQ(m_desktop.json(QStringList{u"relay"_s, u"connect"_s, address()} + trust).exitCode, 0);
    }

    QStringList trusting() const
    {
        return {u"--certificate"_s, m_certificate};
    }

    CliWorld m_host;
    CliWorld m_desktop;
    QString m_certificate;
    std::unique_ptr<QProcess> m_serving;
    QProcess m_nginx;
    quint16 m_port = 0;
};

} // namespace

TEST_F(RelayProxyTest, metasCallsReachTheDesktopThroughTheProxy)
{
    connectDesktop(trusting());

    EXPECT_EQ(post(messageBody(u"wamid.in.1"_s)), "200");
    const CliResult pulled = m_desktop.json({u"relay"_s, u"pull"_s});

    EXPECT_EQ(pulled.exitCode, 0) << pulled.out.toStdString();
    ASSERT_EQ(pulled.lines().size(), 2);
    EXPECT_EQ(pulled.lines()[0][u"events"_s][0][u"kind"_s], u"message"_s);
    EXPECT_EQ(m_desktop.json({u"relay"_s, u"check"_s}).json()[u"ready"_s], true);
}

TEST_F(RelayProxyTest, anEventIsThereWithinASecondThroughTheProxyToo)
{
    connectDesktop(trusting());
    const std::unique_ptr<QProcess> pulling = m_desktop.start({u"relay"_s, u"pull"_s, u"--follow"_s});
    ASSERT_FALSE(CliWorld::awaitEvent(*pulling, u"connected"_s).isEmpty());

    EXPECT_EQ(post(messageBody(u"wamid.in.1"_s)), "200");

    EXPECT_FALSE(CliWorld::nextLine(*pulling, 1000).isEmpty());
    pulling->terminate();
    CliWorld::awaitEnd(*pulling);
}

TEST_F(RelayProxyTest, aWrongSignatureIsRefused)
{
    connectDesktop(trusting());

    EXPECT_EQ(post(messageBody(u"wamid.in.1"_s), u"another secret"_s), "401");

    EXPECT_EQ(m_desktop.json({u"relay"_s, u"pull"_s}).json()[u"bodies"_s].toInt(), 0);
}

TEST_F(RelayProxyTest, aReplayedCallChangesNothing)
{
    connectDesktop(trusting());

    EXPECT_EQ(post(messageBody(u"wamid.in.1"_s)), "200");
    EXPECT_EQ(post(messageBody(u"wamid.in.1"_s)), "200");
    const QList<QJsonObject> lines = m_desktop.json({u"relay"_s, u"pull"_s}).lines();

    ASSERT_EQ(lines.size(), 3);
    EXPECT_EQ(lines[0][u"events"_s][0][u"applied"_s], true);
    EXPECT_EQ(lines[1][u"events"_s][0][u"applied"_s], false);
}

TEST_F(RelayProxyTest, aCertificateThatNobodyVouchesForEndsEverything)
{
    connectDesktop({});
    post(messageBody(u"wamid.in.1"_s));

    const CliResult pulled = m_desktop.json({u"relay"_s, u"pull"_s});

    EXPECT_EQ(pulled.exitCode, 6);
    EXPECT_EQ(pulled.errorKind(), u"untrusted_certificate"_s);
    EXPECT_EQ(
        m_host.json({u"relay"_s, u"key"_s, u"list"_s, u"--data"_s, data()}).json()[u"waiting"_s].toInt(), 1);
}

TEST_F(RelayProxyTest, guessingKeysIsLimitedWhateverAddressIsMadeUp)
{
    const auto guess = [this](const QString &key, int address) {
        return curl({u"-H"_s, u"Authorization: Bearer "_s + key, u"-H"_s,
                     u"X-Forwarded-For: 203.0.113.%1"_s.arg(address), this->address() + u"/pull"_s});
    };
    const QString right = addKey(u"Office"_s);
    EXPECT_EQ(guess(right, 0), "200");

    int answered = 0;
    for (int number = 1; number <= 20; ++number)
        answered += guess(u"guess"_s, number) == "401" ? 1 : 0;

    EXPECT_EQ(answered, 10);
    EXPECT_EQ(guess(right, 0), "429");
    EXPECT_EQ(post(messageBody(u"wamid.in.1"_s)), "200") << "Meta is not concerned";
}
