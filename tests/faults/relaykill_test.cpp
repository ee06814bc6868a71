#include "cli/cliworld.h"
#include "cuttingproxy.h"
#include "faultseed.h"
#include "http/rawclient.h"
#include "storage/sql.h"
#include "storage/temporaryworkspace.h"
#include "webhooks/webhooksignature.h"

#include <gtest/gtest.h>

#include <QRandomGenerator>
#include <QSet>
#include <QTcpServer>
#include <QUrl>

#include <cstdio>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;

// A relay between Meta and two desktops, where each of them and the lines between them may die at any moment.
// What the relay answered 200 must be in every workspace in the end, and nothing in any of them twice.

namespace {

const QByteArray kSecret{"s3cret"};

/// Of a kind that no workspace recognises when it comes a second time: only the relay's order tells.
QByteArray bodyOf(int number)
{
    return uR"({"object":"whatsapp_business_account","entry":[{"id":"2","changes":[)"
           uR"({"field":"something_new","value":{"number":%1}}]}]})"_s.arg(number)
               .toUtf8();
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

class RelayFaults : public testing::Test
{
protected:
    RelayFaults()
    {
        m_host.setEnvironment(u"FANFARE_APP_SECRET"_s, QString::fromLatin1(kSecret));
        serve();
    }

    void TearDown() override { end(m_serving); }

    void serve()
    {
        m_serving = m_host.start({u"relay"_s, u"serve"_s, u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port),
                                  u"--data"_s, m_host.path(u"relay-data"_s)});
        ASSERT_FALSE(CliWorld::nextLine(*m_serving, 10'000).isEmpty());
    }

    static void end(std::unique_ptr<QProcess> &process)
    {
        if (!process)
            return;
        process->kill();
        process->waitForFinished();
        process.reset();
    }

    void connect(CliWorld &desktop, const QString &name, quint16 port) const
    {
        desktop.json({u"workspace"_s, u"init"_s});
        desktop.json({u"account"_s, u"set"_s, u"--phone-number-id"_s, u"1"_s, u"--waba-id"_s, u"2"_s});
        desktop.setEnvironment(u"FANFARE_APP_SECRET"_s, QString::fromLatin1(kSecret));
        desktop.setEnvironment(
            u"FANFARE_RELAY_KEY"_s,
            m_host.json({u"relay"_s, u"key"_s, u"add"_s, name, u"--data"_s, m_host.path(u"relay-data"_s)})
                .json()[u"key"_s]
                .toString());
        ASSERT_EQ(desktop.json({u"relay"_s, u"connect"_s, u"http://127.0.0.1:%1"_s.arg(port)}).exitCode, 0);
    }

    /// False where it was not answered 200.
    bool post()
    {
        const QByteArray body = bodyOf(m_told++);
        RawClient client{m_port};
        client.send("POST /webhook HTTP/1.1\r\nHost: localhost\r\nX-Hub-Signature-256: "
                    + webhookSignature(kSecret, body)
                    + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        const bool isPromised = client.readAnswer().startsWith("HTTP/1.1 200 ");
        if (isPromised)
            m_promised.insert(body);
        return isPromised;
    }

    /// One that may be under way at a kill, and was promised nothing.
    void postAndForget(RawClient &client)
    {
        const QByteArray body = bodyOf(m_told++);
        client.send("POST /webhook HTTP/1.1\r\nHost: localhost\r\nX-Hub-Signature-256: "
                    + webhookSignature(kSecret, body)
                    + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }

    void expectEverythingOnce(const CliWorld &desktop) const
    {
        const auto database = valueOf(Database::open(desktop.path(u"workspace/fanfare.sqlite"_s)));
        std::vector<QByteArray> bodies;
        valueOf(forEachRow(*database, u"SELECT body FROM webhook_post"_s, {},
                           [&](const Row &row) { bodies.push_back(row.bytes(0)); }));
        const QSet<QByteArray> present{bodies.begin(), bodies.end()};
        EXPECT_EQ(present.size(), qsizetype(bodies.size())) << "something was applied twice";
        EXPECT_TRUE((m_promised - present).isEmpty())
            << (m_promised - present).size() << " of " << m_promised.size() << " are lost";
    }

    CliWorld m_host;
    quint16 m_port = freePort();
    std::unique_ptr<QProcess> m_serving;
    int m_told = 0;
    QSet<QByteArray> m_promised;
};

} // namespace

TEST_F(RelayFaults, relayAndDesktopsAreKilledAtRandomMomentsAndNothingIsLostOrAppliedTwice)
{
    QRandomGenerator random{faultSeed()};
    const int kills = isSoak() ? 200 : 12;
    CliWorld office;
    CliWorld home;
    connect(office, u"Office"_s, m_port);
    connect(home, u"Home"_s, m_port);
    const QStringList following{u"relay"_s, u"pull"_s, u"--follow"_s};
    std::unique_ptr<QProcess> pulling = office.start(following);
    std::unique_ptr<QProcess> pullingToo = home.start(following);

    for (int kill = 0; kill < kills; ++kill) {
        RawClient forgotten{m_port};
        for (int more = random.bounded(1, 12); more > 0; --more) {
            if (random.bounded(3) == 0)
                postAndForget(forgotten);
            ASSERT_TRUE(post()) << "kill " << kill;
        }
        switch (random.bounded(3)) {
        case 0:
            end(m_serving);
            serve();
            break;
        case 1:
            end(pulling);
            pulling = office.start(following);
            break;
        default: end(pullingToo); pullingToo = home.start(following);
        }
    }
    end(pulling);
    end(pullingToo);

    for (CliWorld *desktop : {&office, &home}) {
        EXPECT_EQ(desktop->json({u"relay"_s, u"pull"_s}).exitCode, 0);
        expectEverythingOnce(*desktop);
    }
    std::printf("%d kills, %lld bodies answered 200, all there once in both workspaces\n", kills,
                static_cast<long long>(m_promised.size()));
}

TEST_F(RelayFaults, theNetworkIsCutWhileItFetchesAndAcknowledges)
{
    const int rounds = isSoak() ? 150 : 12;
    CuttingProxy network{m_port, faultSeed()};
    CliWorld office;
    connect(office, u"Office"_s, network.port());

    int failures = 0;
    for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < 5; ++i)
            ASSERT_TRUE(post());
        if (office.json({u"relay"_s, u"pull"_s}).exitCode != 0)
            ++failures;
    }
    network.heal();

    EXPECT_EQ(office.json({u"relay"_s, u"pull"_s}).exitCode, 0);
    expectEverythingOnce(office);
    EXPECT_GT(failures, 0) << "nothing was cut";
    std::printf("%d of %d fetches were cut, %lld bodies all there once\n", failures, rounds,
                static_cast<long long>(m_promised.size()));
}

#ifdef Q_OS_LINUX
TEST_F(RelayFaults, aFullDiskIsAnsweredSoThatMetaComesAgain)
{
    CliWorld office;
    connect(office, u"Office"_s, m_port);
    ASSERT_TRUE(post());
    const auto process = static_cast<pid_t>(m_serving->processId());
    const qint64 size = QFileInfo{m_host.path(u"relay-data/relay.sqlite-wal"_s)}.size();
    rlimit limit{};
    ASSERT_EQ(::prlimit(process, RLIMIT_FSIZE, nullptr, &limit), 0);
    const rlimit low{static_cast<rlim_t>(size + 20'000), limit.rlim_max};
    ASSERT_EQ(::prlimit(process, RLIMIT_FSIZE, &low, nullptr), 0);

    int refused = 0;
    for (int i = 0; i < 20; ++i)
        refused += post() ? 0 : 1;
    ASSERT_EQ(::prlimit(process, RLIMIT_FSIZE, &limit, nullptr), 0);

    EXPECT_GT(refused, 0);
    EXPECT_TRUE(post()) << "it goes on once there is room";
    EXPECT_EQ(office.json({u"relay"_s, u"pull"_s}).exitCode, 0);
    expectEverythingOnce(office);
}
#endif
