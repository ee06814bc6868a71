#include "workspace/backgrounddesk.h"
#include "workspace/credentialvault.h"
#include "workspace/enginehost.h"
#include "workspace/insightsreader.h"
#include "workspace/insightswatch.h"
#include "workspace/world.h"

#include "domain/ports/insightsgateway.h"
#include "secrets/memorysecretstore.h"
#include "storage/database.h"
#include "storage/sql.h"

#include <gtest/gtest.h>

#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Meta, as a test wants it.
class FakeInsights final : public InsightsGateway
{
public:
    struct Script
    {
        Result<InsightsState> state{
            InsightsState{MetaCounts::Yes, u"INR"_s}
        };
        std::optional<Error> figuresError;
        AskingAllowance allowance;
        QStringList asked;
        QString goneTemplate; ///< Meta refuses every question about it
        QString askedBy; ///< the number of the latest question
    };

    explicit FakeInsights(Script &script)
        : m_script{script}
    {
    }

    void fetchState(const Credential &credential, Answer<InsightsState> answer) override
    {
        m_script.askedBy = credential.account.phoneNumberId;
        later(u"state"_s, [this, answer] { answer(m_script.state, m_script.allowance); });
    }
    void enable(const Credential &, Answer<Done> answer) override
    {
        later(u"enable"_s, [this, answer] {
            m_script.state = InsightsState{MetaCounts::Yes, u"INR"_s};
            answer(Done{}, m_script.allowance);
        });
    }
    void fetchTemplates(const Credential &, const QStringList &ids, UtcTime from, UtcTime,
                        Answer<std::vector<TemplateDay>> answer) override
    {
        later(u"templates "_s + QString::number(ids.size()), [this, answer, ids, from] {
            if (m_script.figuresError)
                return answer(*m_script.figuresError, m_script.allowance);
            if (ids.contains(m_script.goneTemplate))
                return answer(Error{ErrorKind::Refused, u"Invalid parameter"_s, u"100"_s, {}}, {});
            std::vector<TemplateDay> days;
            for (const QString &id : ids)
                days.push_back({id, from, from + 24h, 7, 6, 5, {}, {}});
            answer(days, m_script.allowance);
        });
    }
    void fetchPrices(const Credential &, UtcTime, UtcTime, Answer<std::vector<PriceDay>> answer) override
    {
        later(u"prices"_s, [this, answer] { answer(std::vector<PriceDay>{}, m_script.allowance); });
    }

private:
    void later(const QString &what, std::function<void()> answer)
    {
        m_script.asked << what;
        QTimer::singleShot(0, &m_context, std::move(answer));
    }

    Script &m_script;
    QObject m_context;
};

class InsightsWatchTest : public testing::Test
{
protected:
    InsightsWatchTest()
        : vault{world.workspace(), std::make_unique<MemorySecretStore>(),
                SecretResolver::WithoutKeychain::Forget, world.clock()}
        , desk{world.workspace()}
    {
    }

    /// Began a moment ago, by the clock of the computer.
    CampaignId sentCampaign()
    {
        const CampaignId id = world.draft(2);
        EXPECT_TRUE(world.session().campaignDesk().send(id, true));
        EXPECT_TRUE(execute(world.session().database(), u"UPDATE campaign SET started_at = ? WHERE id = ?"_s,
                            {toMilliseconds(SystemClock{}.now() - 1min), id.value}));
        return id;
    }

    /// Looks, and waits until what was asked is answered and kept.
    void look()
    {
        InsightsWatch watch{desk, vault, std::make_unique<FakeInsights>(meta)};
        bool isOver = false;
        QObject::connect(&watch, &InsightsWatch::looked, &watch, [&] { isOver = true; });
        watch.look();
        EXPECT_TRUE(waitUntil([&] { return isOver; }));
    }

    std::optional<TemplateTotals> totals(CampaignId id)
    {
        return *world.session().insights().totalsOf(id, SystemClock{}.now());
    }

    World world;
    CredentialVault vault;
    BackgroundDesk desk;
    FakeInsights::Script meta;
};

} // namespace

TEST_F(InsightsWatchTest, asksNothingWhereNobodyWasWrittenTo)
{
    world.draft(2);

    look();

    EXPECT_EQ(meta.asked, QStringList{});
}

TEST_F(InsightsWatchTest, keepsTheTotalsOfTheTemplatesThatWereSentAndAsksNoSoonerThanInAnHour)
{
    const CampaignId id = sentCampaign();

    look();
    look();

    EXPECT_EQ(meta.asked, (QStringList{u"state"_s, u"templates 1"_s, u"prices"_s}));
    ASSERT_TRUE(totals(id));
    EXPECT_EQ(totals(id)->sent, 7);
    EXPECT_EQ(totals(id)->currency, u"INR"_s);
    EXPECT_EQ(world.load(id).reached.sent, 0) << "no person is taken to have got anything";
}

TEST_F(InsightsWatchTest, asksForNoFiguresWhereMetaDoesNotCount)
{
    const CampaignId id = sentCampaign();
    meta.state = InsightsState{MetaCounts::No, {}};

    look();
    look();

    EXPECT_EQ(meta.asked, QStringList{u"state"_s});
    EXPECT_FALSE(totals(id));
}

TEST_F(InsightsWatchTest, believesMetaWhenItSaysInTheMiddleThatItDoesNotCount)
{
    sentCampaign();
    meta.figuresError = Error{ErrorKind::Refused, u"No."_s, u"200007"_s, {}};

    look();
    look();

    EXPECT_EQ(meta.asked, (QStringList{u"state"_s, u"templates 1"_s}));
}

TEST_F(InsightsWatchTest, stopsWhereMostOfTheAllowanceIsUsed)
{
    sentCampaign();
    meta.allowance.usedPercent = 85;

    look();
    look();

    EXPECT_EQ(meta.asked, QStringList{u"state"_s});
}

TEST_F(InsightsWatchTest, leavesMetaAloneWhenItAsksForThatAndAfterTrouble)
{
    sentCampaign();
    meta.state = Error{ErrorKind::Network, u"No network."_s, u"network"_s, {}};
    look();
    look();
    EXPECT_EQ(meta.asked, QStringList{u"state"_s});

    ASSERT_TRUE(execute(world.session().database(), u"UPDATE insights_account SET not_before = NULL"_s));
    meta.allowance.waitFor = 7min;
    meta.state = InsightsState{MetaCounts::Yes, {}};
    look();
    look();
    EXPECT_EQ(meta.asked, (QStringList{u"state"_s, u"state"_s}));
}

TEST_F(InsightsWatchTest, aTemplateThatMetaForgotKeepsNoOtherFromBeingTold)
{
    const KnownAccount account = *world.session().accountDesk().inUse();
    InsightsReader reader{vault, std::make_unique<FakeInsights>(meta)};
    InsightsQuestion question;
    question.asksFigures = true;
    question.templateIds = {u"1"_s, u"2"_s, u"3"_s};
    question.from = world.clock().now();
    question.to = question.from + 1s;
    meta.goneTemplate = u"2"_s;

    std::optional<InsightsFindings> findings;
    reader.read(account, question, [&](const InsightsFindings &found) { findings = found; });

    ASSERT_TRUE(waitUntil([&] { return findings.has_value(); }));
    EXPECT_FALSE(findings->problem);
    EXPECT_TRUE(findings->areFiguresWhole);
    EXPECT_EQ(findings->refusedTemplates, QStringList{u"2"_s});
    ASSERT_TRUE(findings->templates);
    ASSERT_EQ(findings->templates->size(), 2u);
    EXPECT_EQ(findings->templates->front().templateId, u"1"_s);
    EXPECT_EQ(findings->templates->back().templateId, u"3"_s);
    EXPECT_TRUE(findings->prices);
}

TEST_F(InsightsWatchTest, figuresShowThatMetaCountsWhereItDoesNotSay)
{
    sentCampaign();
    meta.state = InsightsState{};

    look();

    EXPECT_EQ(meta.asked, (QStringList{u"state"_s, u"templates 1"_s, u"prices"_s}));
    const QString wabaId = world.session().accountDesk().inUse()->account.wabaId;
    EXPECT_EQ(world.session().insights().memoryOf(wabaId)->state.counts, MetaCounts::Yes);
}

TEST_F(InsightsWatchTest, aNumberWithoutAnAccessKeyLeavesItToAnotherOfTheBusinessAccount)
{
    World real{Workspace::Purpose::Real};
    CredentialVault keys{real.workspace(), std::make_unique<MemorySecretStore>(),
                         SecretResolver::WithoutKeychain::Forget, real.clock()};
    BackgroundDesk realDesk{real.workspace()};
    Account account;
    account.wabaId = u"waba"_s;
    for (const QString &id : {u"in use, without a key"_s, u"with a key"_s}) {
        account.phoneNumberId = id;
        const KnownAccount known = *real.session().accountDesk().put(account);
        Campaign campaign;
        campaign.name = id;
        campaign.accountId = known.account.id;
        const CampaignId made = *real.session().campaigns().create(campaign, real.clock().now());
        ASSERT_TRUE(execute(real.session().database(), uR"(UPDATE campaign SET state = 'sending',
                started_at = ?, frozen_template = '{"meta_id": "900100"}' WHERE id = ?)"_s,
                            {toMilliseconds(SystemClock{}.now() - 1min), made.value}));
        if (id == u"with a key"_s) {
            bool isKept = false;
            keys.keep(known, {"token", {}}, [&](const ResolvedSecret &) { isKept = true; });
            ASSERT_TRUE(waitUntil([&] { return isKept; }));
        }
    }
    InsightsWatch watch{realDesk, keys, std::make_unique<FakeInsights>(meta)};
    bool isOver = false;
    QObject::connect(&watch, &InsightsWatch::looked, &watch, [&] { isOver = true; });

    watch.look();

    ASSERT_TRUE(waitUntil([&] { return isOver; }));
    EXPECT_EQ(meta.askedBy, u"with a key"_s);
}

TEST_F(InsightsWatchTest, readsWhatTheSimulatorCountsOverTheWire)
{
    EngineHost host{world.workspace(), vault, u"fanfare"_s};
    const CampaignId id = world.draft(5);
    ASSERT_TRUE(world.session().campaignDesk().send(id, true));
    host.start();
    ASSERT_TRUE(waitUntil([&] { return world.load(id).state == CampaignState::Completed; }));
    world.clock().advance(1min);
    InsightsQuestion question;
    question.asksState = true;
    question.asksFigures = true;
    question.templateIds = {world.session().campaignDesk().templateOf(world.load(id))->metaId};
    question.from = world.clock().now() - 24h;
    question.pricesFrom = question.from;
    question.to = world.clock().now() + 1min;
    const KnownAccount account = *world.session().accountDesk().inUse();
    InsightsReader reader{vault};

    std::optional<InsightsFindings> findings;
    reader.read(account, question, [&](const InsightsFindings &found) { findings = found; });

    ASSERT_TRUE(waitUntil([&] { return findings.has_value(); }));
    EXPECT_FALSE(findings->problem) << findings->problem->message.toStdString();
    ASSERT_TRUE(findings->state);
    EXPECT_EQ(findings->state->counts, MetaCounts::Yes);
    ASSERT_TRUE(findings->templates);
    qint64 sent = 0;
    for (const TemplateDay &day : *findings->templates)
        sent += day.sent.value_or(0);
    EXPECT_EQ(sent, 5);
    ASSERT_TRUE(findings->prices);
}
