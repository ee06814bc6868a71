#include "engine/sendingthread.h"

#include "senderworld.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Accepts everybody after a few real milliseconds.
class PromptGateway final : public QObject, public MessageGateway
{
public:
    int freeSlots() const override { return 100 - static_cast<int>(m_answers.size()); }

    void send(const OutgoingMessage &message, Answer answer) override
    {
        m_answers.insert(message.attempt, std::move(answer));
        QTimer::singleShot(5ms, this, [this, attempt = message.attempt] {
            if (const Answer given = m_answers.take(attempt))
                given(Accepted{.messageId = u"wamid."_s + attempt.value});
        });
    }

    void probe(const std::shared_ptr<const Credential> &, std::function<void(bool isGraph)> answer) override
    {
        QTimer::singleShot(5ms, this, [answer = std::move(answer)] { answer(true); });
    }

    void abandonAll() override
    {
        for (const Answer &answer : std::exchange(m_answers, {}))
            answer(Unknown{u"abandoned"_s});
    }

private:
    QHash<AttemptId, Answer> m_answers;
};

/// Passes on to a ledger that the test looks at when the thread is gone.
class LentLedger final : public SendLedger
{
public:
    explicit LentLedger(FakeLedger &ledger)
        : m_ledger{ledger}
    {
    }

    Result<std::vector<Campaign>> liveCampaigns() override { return m_ledger.liveCampaigns(); }
    Result<Campaign> campaign(CampaignId id) override { return m_ledger.campaign(id); }
    Result<std::vector<NumberLimits>> numberLimits() override { return m_ledger.numberLimits(); }
    Result<CampaignProgress> progress(CampaignId id) override { return m_ledger.progress(id); }
    Result<ClaimResult> claim(const ClaimRequest &request) override { return m_ledger.claim(request); }
    Result<> giveBack(CampaignId id, const std::vector<AttemptId> &attempts, UtcTime now) override
    {
        return m_ledger.giveBack(id, attempts, now);
    }
    Result<> settle(const std::vector<Settlement> &settlements) override
    {
        return m_ledger.settle(settlements);
    }
    Result<int> markInterrupted(UtcTime now) override { return m_ledger.markInterrupted(now); }
    Result<Backlog> backlog(CampaignId id, UtcTime now) override { return m_ledger.backlog(id, now); }
    Result<std::vector<QString>> pendingRegions(CampaignId id) override
    {
        return m_ledger.pendingRegions(id);
    }
    Result<CampaignState> change(CampaignId id, CampaignEvent event, const StateReason &reason,
                                 UtcTime now) override
    {
        return m_ledger.change(id, event, reason, now);
    }
    Result<std::vector<CampaignId>> changeAll(AccountId id, CampaignEvent event, const StateReason &reason,
                                              UtcTime now) override
    {
        return m_ledger.changeAll(id, event, reason, now);
    }
    Result<> note(CampaignId id, const QString &what, UtcTime now) override
    {
        return m_ledger.note(id, what, now);
    }
    qint64 outsideChangeStamp() override { return m_ledger.outsideChangeStamp(); }

private:
    FakeLedger &m_ledger;
};

bool waitUntil(const std::function<bool()> &isDone)
{
    QElapsedTimer timer;
    timer.start();
    while (!isDone() && timer.elapsed() < 5000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    return isDone();
}

} // namespace

class SendingThreadTest : public testing::Test
{
protected:
    PortsFactory makePorts()
    {
        return [this]() -> Result<OwnedPorts> {
            factoryThread = QThread::currentThread();
            OwnedPorts ports;
            ports.clock = std::make_unique<SystemClock>();
            ports.credentials = std::make_unique<FakeCredentials>();
            ports.ledger = std::make_unique<LentLedger>(ledger);
            ports.directs = std::make_unique<FakeDirectLedger>();
            ports.gateway = std::make_unique<PromptGateway>();
            ports.headerMedia = std::make_unique<FakeHeaderMedia>(*ports.clock);
            return ports;
        };
    }

    FakeLedger ledger;
    QThread *factoryThread = nullptr;
};

TEST_F(SendingThreadTest, sendsOnItsOwnThreadAndTellsOnOurs)
{
    const CampaignId id = ledger.add(SenderWorld::campaign({SendRate::Unit::PerSecond, 1000}), 100);
    QThread *receivedOn = nullptr;
    CampaignState last = CampaignState::Sending;
    {
        SendingThread thread{makePorts()};
        QObject::connect(&thread, &SendingThread::stateChanged, &thread,
                         [&](CampaignId, CampaignState state) {
                             receivedOn = QThread::currentThread();
                             last = state;
                         });
        thread.start();
        ASSERT_TRUE(waitUntil([&] { return last == CampaignState::Completed; }));
    }

    EXPECT_EQ(receivedOn, QThread::currentThread());
    EXPECT_NE(factoryThread, nullptr);
    EXPECT_NE(factoryThread, QThread::currentThread());
    EXPECT_EQ(ledger.countOf(id, RecipientStatus::Sent), 100);
}

TEST_F(SendingThreadTest, aStopIsCleanAndItsEndIsTold)
{
    const CampaignId id = ledger.add(SenderWorld::campaign({SendRate::Unit::PerSecond, 200}), 10'000);
    bool hasStopped = false;
    int reports = 0;
    {
        SendingThread thread{makePorts()};
        QObject::connect(&thread, &SendingThread::progressed, &thread, [&] { ++reports; });
        QObject::connect(&thread, &SendingThread::stopped, &thread, [&] { hasStopped = true; });
        thread.start();
        ASSERT_TRUE(waitUntil([&] { return reports >= 3; }));

        thread.stop();
        ASSERT_TRUE(waitUntil([&] { return hasStopped; }));
    }

    EXPECT_EQ(ledger.openClaims(), 0);
    EXPECT_EQ(ledger.countOf(id, RecipientStatus::Unconfirmed), 0);
    EXPECT_GT(ledger.countOf(id, RecipientStatus::Sent), 0);
}

TEST_F(SendingThreadTest, aStopCanBeAwaitedByAThreadThatMustNotReturnBefore)
{
    const CampaignId id = ledger.add(SenderWorld::campaign({SendRate::Unit::PerSecond, 200}), 10'000);
    int reports = 0;
    SendingThread thread{makePorts()};
    QObject::connect(&thread, &SendingThread::progressed, &thread, [&] { ++reports; });
    thread.start();
    ASSERT_TRUE(waitUntil([&] { return reports >= 3; }));

    const bool wasInTime = thread.stopAndWait(5s);

    EXPECT_TRUE(wasInTime);
    EXPECT_EQ(ledger.openClaims(), 0);
    EXPECT_EQ(ledger.countOf(id, RecipientStatus::Sending), 0);
    EXPECT_EQ(ledger.countOf(id, RecipientStatus::Unconfirmed), 0);
    EXPECT_GT(ledger.countOf(id, RecipientStatus::Sent), 0);
}

TEST_F(SendingThreadTest, isJoinedInTheMiddleOfARunWithoutLosingAClaim)
{
    const CampaignId id = ledger.add(SenderWorld::campaign({SendRate::Unit::PerSecond, 200}), 10'000);
    int reports = 0;
    {
        SendingThread thread{makePorts()};
        QObject::connect(&thread, &SendingThread::progressed, &thread, [&] { ++reports; });
        thread.start();
        ASSERT_TRUE(waitUntil([&] { return reports >= 3; }));
    }

    EXPECT_EQ(ledger.openClaims(), 0);
    EXPECT_GT(ledger.countOf(id, RecipientStatus::Sent), 0);
}

TEST_F(SendingThreadTest, portsThatCannotBeMadeAreToldAndNothingIsSent)
{
    Error told;
    bool hasStopped = false;
    SendingThread thread{[]() -> Result<OwnedPorts> {
        return Error{ErrorKind::Storage, u"no database"_s, {}, {}};
    }};
    QObject::connect(&thread, &SendingThread::failed, &thread, [&](const Error &error) { told = error; });
    QObject::connect(&thread, &SendingThread::stopped, &thread, [&] { hasStopped = true; });
    thread.start();
    thread.stop();

    EXPECT_TRUE(waitUntil([&] { return hasStopped && !told.message.isEmpty(); }));
    EXPECT_EQ(told.message, u"no database"_s);
}
