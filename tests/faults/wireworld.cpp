#include "wireworld.h"

#include "faultseed.h"
#include "storage/campaignstore.h"
#include "storage/sql.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPerSecond = 400;

CampaignId armedCampaign(TemporaryWorkspace &workspace, int people, UtcTime now)
{
    const CampaignId id = workspace.draftWith(people);
    Campaign campaign = workspace.campaign(id);
    campaign.settings.rate = SendRate::max();
    campaign.settings.window = *SendingWindow::parseHours(u"00:00-24:00");
    campaign.settings.brake.isOn = false; // a storm is to last
    CampaignStore store{workspace.database()};
    valueOf(store.update(campaign));
    valueOf(store.send(id, tourTemplate(), now));
    return id;
}

} // namespace

WireWorld::WireWorld(int people, GraphTransportOptions options, std::unique_ptr<Peer> peer)
    : m_people{people}
    , m_peer{std::move(peer)}
    , m_options{std::move(options)}
    , m_campaign{armedCampaign(m_workspace, people, m_clock.now())}
    , m_ledger{m_workspace.database()}
    , m_directs{m_workspace.database()}
{
    m_credential.account.id = m_workspace.account();
    m_credential.account.phoneNumberId = u"1001"_s;
    m_credential.account.apiBase = m_peer->url();
    m_credential.account.graphVersion = u"v25.0"_s;
    m_credential.account.throughputPerSecond = kPerSecond;
    m_credential.token = "EAAGtoken";
}

WireWorld::~WireWorld() = default;

void WireWorld::send()
{
    m_sender.reset();
    m_gateway = std::make_unique<GraphMessageGateway>(m_options);
    m_sender = std::make_unique<Sender>(SenderPorts{m_ledger, m_directs, *m_gateway, *this, *this, m_clock});
    QObject::connect(m_sender.get(), &Sender::waiting, m_sender.get(),
                     [this](CampaignId, const StateReason &reason) {
                         if (!reason.isEmpty())
                             m_waits << reason.code;
                     });
    m_sender->start();
}

bool WireWorld::runUntil(const std::function<bool()> &isDone, std::chrono::milliseconds limit)
{
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isDone())
            loop.quit();
    });
    look.start(10ms);
    QTimer::singleShot(limit, &loop, [&] { loop.exit(1); });
    return loop.exec() == 0;
}

bool WireWorld::runToTheEnd(std::chrono::milliseconds limit)
{
    return runUntil(
        [this] {
            const Campaign now = campaign();
            return now.state != CampaignState::Sending && now.counts.of(RecipientStatus::Sending) == 0;
        },
        limit);
}

int WireWorld::peopleWith(RecipientStatus status)
{
    int people = 0;
    for (const Recipient &person : recipients())
        people += person.progress.status == status ? 1 : 0;
    return people == campaign().counts.of(status) ? people : -1;
}

int WireWorld::attemptsWith(const QString &outcome)
{
    return static_cast<int>(valueOf(firstInteger(
        m_workspace.database(), u"SELECT count(*) FROM attempt WHERE outcome = ?"_s, {outcome})));
}

int WireWorld::rowsIn(const QString &table)
{
    return static_cast<int>(
        valueOf(firstInteger(m_workspace.database(), u"SELECT count(*) FROM "_s + table)));
}

int WireWorld::activityWith(const QString &words)
{
    return static_cast<int>(valueOf(firstInteger(
        m_workspace.database(), u"SELECT count(*) FROM activity WHERE instr(what, ?) > 0"_s, {words})));
}

QStringList WireWorld::problems()
{
    const std::vector<QString> problems = m_workspace.problems();
    return {problems.begin(), problems.end()};
}

QHash<QString, int> WireWorld::bodies() const
{
    QHash<QString, int> times;
    for (const PeerRequest &request : m_peer->requests()) {
        if (request.isProbe())
            continue;
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        ++times[body["biz_opaque_callback_data"_L1].toString()];
    }
    return times;
}

void WireWorld::expectNothingTwice()
{
    const QHash<QString, int> times = bodies();
    for (auto attempt = times.begin(); attempt != times.end(); ++attempt)
        EXPECT_EQ(attempt.value(), 1) << qPrintable(attempt.key());
    const qint64 acceptedTwice = valueOf(firstInteger(
        m_workspace.database(), uR"(SELECT count(*) FROM (SELECT 1 FROM attempt WHERE outcome = 'accepted'
                                 GROUP BY recipient_id HAVING count(*) > 1))"_s));
    EXPECT_EQ(acceptedTwice, 0);
    EXPECT_TRUE(problems().isEmpty()) << qPrintable(problems().join(u'\n'));
}

Result<std::shared_ptr<const Credential>> WireWorld::credentialFor(AccountId)
{
    return std::make_shared<const Credential>(m_credential);
}

int manyPeople()
{
    return isSoak() ? 200 : 40;
}

QByteArray attemptOf(const PeerRequest &request)
{
    return QJsonDocument::fromJson(request.body).object()["biz_opaque_callback_data"_L1].toString().toUtf8();
}

QByteArray acceptance(const PeerRequest &request)
{
    return acceptedJson("wamid." + attemptOf(request));
}

void acceptMessage(QTcpSocket &socket, const PeerRequest &request)
{
    socket.write(httpAnswer(200, acceptance(request)));
}
