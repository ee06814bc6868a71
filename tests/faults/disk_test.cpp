#include "failingdisk.h"
#include "faultseed.h"

#include "domain/ports/credentialsource.h"
#include "domain/ports/headermediaresolver.h"
#include "engine/sender.h"
#include "storage/campaignstore.h"
#include "storage/directmessagestore.h"
#include "storage/sql.h"
#include "storage/sqlitesendledger.h"
#include "storage/temporaryworkspace.h"
#include "storage/workspacecheck.h"
#include "support/fakeclock.h"
#include "support/fakegateway.h"

#include <QFile>
#include <QSet>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <ostream>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The disk fails at each call that the database makes of it, one run after the other, under the real engine
// and the real database on a clock that moves when told. With FANFARE_SOAK at every call, else at some.

namespace {

constexpr int kPeople = 12;
constexpr int kForever = 1'000'000;

/// A database with an armed campaign, made once.
class Prepared
{
public:
    Prepared()
    {
        campaign = m_workspace.draftWith(kPeople);
        Campaign draft = m_workspace.campaign(campaign);
        draft.settings.rate = SendRate::standard();
        draft.settings.window = *SendingWindow::parseHours(u"00:00-24:00");
        valueOf(CampaignStore{m_workspace.database()}.update(draft));
        valueOf(CampaignStore{m_workspace.database()}.send(campaign, tourTemplate(), at(1)));
        valueOf(m_workspace.database().copyTo(file()));
    }

    QString file() const { return m_workspace.file(u"prepared.db"_s); }

    CampaignId campaign;

private:
    TemporaryWorkspace m_workspace;
};

/// One run of that campaign on a disk that may fail.
class DiskRun final : private CredentialSource, private HeaderMediaResolver
{
public:
    DiskRun(FailingDisk &disk, const Prepared &prepared)
        : m_disk{disk}
        , m_campaign{prepared.campaign}
    {
        const FailingDisk::Truce truce{disk};
        QFile::copy(prepared.file(), path());
        m_observer = valueOf(Database::open(path()));
        m_database = valueOf(Database::open(path()));
        gateway.outcome = [this](const OutgoingMessage &message) { return answerTo(message); };
        startSender();
    }

    ~DiskRun() override
    {
        m_sender.reset();
        m_disk.heal();
    }

    /// False if it did not come to pass within an hour of its clock.
    bool runUntil(const std::function<bool()> &isDone)
    {
        const MonotonicTime end = m_clock.monotonic() + 1h;
        while (!isDone() && m_clock.monotonic() < end) {
            MonotonicTime next = std::min(end, m_sender->nextWake());
            if (const std::optional<MonotonicTime> answer = gateway.nextAnswer())
                next = std::min(next, *answer);
            if (next > m_clock.monotonic())
                m_clock.advance(next - m_clock.monotonic());
            gateway.deliverDue();
            if (m_sender->nextWake() <= m_clock.monotonic())
                m_sender->work();
        }
        return isDone();
    }

    void run(std::chrono::seconds time)
    {
        const MonotonicTime end = m_clock.monotonic() + time;
        runUntil([&] { return m_clock.monotonic() >= end; });
    }

    bool isCompleted() const { return m_state == CampaignState::Completed; }
    bool isWaitingForTheDisk() const { return m_wait.code == u"storage"_s; }
    const StateReason &wait() const { return m_wait; }

    /// The program dies with the disk as it is, and another one starts on a disk that works.
    void dieAndStartAgain()
    {
        m_sender.reset();
        gateway.abandonAll();
        m_database.reset();
        m_disk.heal();
        m_wait = {};
        m_database = valueOf(Database::open(path()));
        startSender();
    }

    /// Everybody got one message and is known to have got it, or stands in doubt.
    void expectExactly(int mostInDoubt)
    {
        const FailingDisk::Truce truce{m_disk};
        QSet<QString> phones;
        for (const FakeGateway::Entry &entry : gateway.journal())
            phones.insert(entry.to);
        EXPECT_EQ(phones.size(), static_cast<qsizetype>(gateway.journal().size())) << "somebody got it twice";
        const Campaign campaign = valueOf(CampaignStore{*m_observer}.load(m_campaign));
        const int sent = campaign.counts.of(RecipientStatus::Sent);
        const int inDoubt = campaign.counts.of(RecipientStatus::Unconfirmed);
        EXPECT_EQ(campaign.state, CampaignState::Completed);
        EXPECT_EQ(sent + inDoubt, kPeople);
        EXPECT_LE(sent, phones.size());
        EXPECT_LE(inDoubt, mostInDoubt);
        EXPECT_TRUE(valueOf(counterProblems(*m_observer)).empty());
        EXPECT_TRUE(valueOf(m_observer->integrityProblems()).empty());
    }

    int openAttempts()
    {
        const FailingDisk::Truce truce{m_disk};
        return static_cast<int>(
            valueOf(firstInteger(*m_observer, u"SELECT count(*) FROM attempt WHERE outcome = ''"_s)));
    }

    FakeGateway gateway{m_clock};

private:
    QString path() const { return m_folder.filePath(u"fanfare.db"_s); }

    void startSender()
    {
        m_ledger = std::make_unique<SqliteSendLedger>(*m_database);
        m_directs = std::make_unique<DirectMessageStore>(*m_database);
        m_sender =
            std::make_unique<Sender>(SenderPorts{*m_ledger, *m_directs, gateway, *this, *this, m_clock});
        QObject::connect(m_sender.get(), &Sender::waiting, m_sender.get(),
                         [this](CampaignId, const StateReason &reason) { m_wait = reason; });
        QObject::connect(m_sender.get(), &Sender::stateChanged, m_sender.get(),
                         [this](CampaignId, CampaignState state, const StateReason &) { m_state = state; });
        m_sender->start();
    }

    /// Another connection must see the claim of a message the moment it is posted.
    SendOutcome answerTo(const OutgoingMessage &message)
    {
        const FailingDisk::Truce truce{m_disk};
        const qint64 claims = valueOf(
            firstInteger(*m_observer, u"SELECT count(*) FROM attempt WHERE attempt_id = ? AND outcome = ''"_s,
                         {message.attempt.value}));
        EXPECT_EQ(claims, 1) << "posted without a claim";
        return Accepted{.messageId = u"wamid."_s + message.attempt.value};
    }

    Result<std::shared_ptr<const Credential>> credentialFor(AccountId account) override
    {
        Credential credential;
        credential.account.id = account;
        credential.token = "token";
        return std::make_shared<const Credential>(credential);
    }
    void resolve(const Campaign &, const std::shared_ptr<const Credential> &, Answer) override { }
    void upload(const HeaderMedia &, const std::shared_ptr<const Credential> &, Answer) override { }

    FailingDisk &m_disk;
    const CampaignId m_campaign;
    QTemporaryDir m_folder;
    FakeClock m_clock;
    std::unique_ptr<Database> m_observer; ///< looks, and never fails
    std::unique_ptr<Database> m_database;
    std::unique_ptr<SqliteSendLedger> m_ledger;
    std::unique_ptr<DirectMessageStore> m_directs;
    std::unique_ptr<Sender> m_sender;
    CampaignState m_state = CampaignState::Sending;
    StateReason m_wait;
};

struct DiskFault
{
    const char *name;
    FailingDisk::Fault fault;
    int count; ///< so many calls in a row fail

    friend void PrintTo(const DiskFault &one, std::ostream *out) { *out << one.name; }
};

class FailingDiskTest : public testing::TestWithParam<DiskFault>
{
protected:
    /// Calls `failingAt` for the first call of a run, the last one, and those between.
    template <typename FailingAt>
    void forEachCall(FailingAt failingAt)
    {
        const int calls = callsOfAWholeRun();
        const int runs = isSoak() ? calls : 40;
        const int step = std::max(1, calls / runs);
        int tested = 0;
        for (int call = 1; call <= calls && !HasFailure(); call += step) {
            SCOPED_TRACE(testing::Message() << "at call " << call << " of " << calls);
            failingAt(call);
            ++tested;
        }
        std::printf("%s: %d runs over %d calls\n", GetParam().name, tested, calls);
    }

    FailingDisk &disk = FailingDisk::install();
    Prepared prepared;

private:
    int callsOfAWholeRun()
    {
        DiskRun run{disk, prepared};
        disk.fail(GetParam().fault, 0, 0);
        EXPECT_TRUE(run.runUntil([&] { return run.isCompleted(); }));
        const int calls = disk.calls();
        run.expectExactly(0);
        return calls;
    }
};

} // namespace

TEST_P(FailingDiskTest, aCallThatFailsStopsSendingUntilTheDiskWorksAgain)
{
    forEachCall([&](int call) {
        DiskRun run{disk, prepared};
        disk.fail(GetParam().fault, call, GetParam().count);

        const bool isTold = run.runUntil([&] { return run.isCompleted() || run.isWaitingForTheDisk(); });

        // A disk that cannot even be read names no campaign to tell it of.
        ASSERT_TRUE(isTold || run.gateway.journal().empty());
        if (run.isWaitingForTheDisk()) {
            if (GetParam().fault == FailingDisk::Fault::Full) {
                EXPECT_TRUE(run.wait().message.contains(u"The disk is full"_s))
                    << qPrintable(run.wait().message);
            }
            EXPECT_FALSE(run.wait().advice.isEmpty());
            if (GetParam().count == kForever) {
                const size_t posted = run.gateway.journal().size();
                run.run(90s);
                EXPECT_EQ(run.gateway.journal().size(), posted) << "posted while nothing could be written";
            }
        }
        disk.heal();

        ASSERT_TRUE(run.runUntil([&] { return run.isCompleted(); }));
        run.expectExactly(0);
    });
}

TEST_P(FailingDiskTest, aProgramThatDiesOnAFailingDiskLosesNobodyAndSendsNobodyTwice)
{
    forEachCall([&](int call) {
        DiskRun run{disk, prepared};
        disk.fail(GetParam().fault, call, GetParam().count);
        run.runUntil([&] { return run.isCompleted() || run.isWaitingForTheDisk(); });
        if (run.isCompleted())
            return;

        const int open = run.openAttempts();
        run.dieAndStartAgain();

        ASSERT_TRUE(run.runUntil([&] { return run.isCompleted(); }));
        run.expectExactly(open);
    });
}

INSTANTIATE_TEST_SUITE_P(Faults, FailingDiskTest,
                         testing::Values(DiskFault{"oneError", FailingDisk::Fault::InputOutput, 1},
                                         DiskFault{"fiveErrors", FailingDisk::Fault::InputOutput, 5},
                                         DiskFault{"broken", FailingDisk::Fault::InputOutput, kForever},
                                         DiskFault{"fullForAMoment", FailingDisk::Fault::Full, 1},
                                         DiskFault{"full", FailingDisk::Fault::Full, kForever}),
                         [](const auto &test) { return std::string{test.param.name}; });
