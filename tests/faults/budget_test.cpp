#include "exactness.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

// A campaign with a budget sends exactly as many messages as it pays for, at full speed, with answers under
// way, and also where the program dies in between.

namespace {

constexpr int kPeople = 1500;
constexpr int kPaidFor = 1000;
constexpr int kRefused = 10;

/// Everybody is in Spain, where a message costs 0.10.
class BudgetedWorld : public testing::Test
{
protected:
    BudgetedWorld()
    {
        // +34600000010 to +34600000019 cannot be reached.
        const QString faults = m_world.writeFile(
            u"faults.json"_s,
            R"([{"to": "+3460000001*", "times": null, "then": {"status": 400, "code": 131026}}])");
        m_world.startSimulator({u"--latency"_s, u"200"_s, u"--limit"_s, u"0"_s, u"--faults"_s, faults});
        m_world.connect();
        const QString card = m_world.writeFile(u"card.csv"_s, "Market,Currency,Marketing\nSpain,EUR,0.10\n");
        EXPECT_EQ(m_world.json({u"rates"_s, u"import"_s, card, u"--effective"_s, u"2026-01-01"_s}).exitCode,
                  0);
        m_campaign = m_world.createCampaign(m_world.writePeople(kPeople), u"1000/s"_s);
        setBudget(kPaidFor);
    }

    void setBudget(int messages)
    {
        const CliResult set = m_world.json({u"campaign"_s, u"update"_s, QString::number(m_campaign),
                                            u"--budget"_s, u"%1.%2"_s.arg(messages / 10).arg(messages % 10)});
        EXPECT_EQ(set.exitCode, 0) << set.out.constData();
    }

    std::unique_ptr<QProcess> startSending()
    {
        return m_world.start({u"campaign"_s, u"send"_s, QString::number(m_campaign), u"--wait"_s});
    }

    int accepted() const
    {
        int people = 0;
        for (const int times : acceptedTimes(m_world))
            people += times;
        return people;
    }

    QString reason() const { return m_world.campaign(m_campaign)[u"reason"_s][u"code"_s].toString(); }

    CliWorld m_world;
    qint64 m_campaign = 0;
};

} // namespace

TEST_F(BudgetedWorld, exactlyAsManyMessagesLeaveAsTheBudgetPaysFor)
{
    const CliResult first = CliWorld::awaitEnd(*startSending());

    EXPECT_EQ(first.exitCode, 5);
    EXPECT_EQ(reason(), u"budget"_s);
    EXPECT_EQ(accepted(), kPaidFor) << "whoever was refused leaves room for others, and nobody else does";
    EXPECT_EQ(m_world.count(m_campaign, u"failed"_s), kRefused);

    setBudget(kPeople);
    m_world.json({u"campaign"_s, u"resume"_s, QString::number(m_campaign)});
    m_world.json({u"campaign"_s, u"run"_s, u"--until-idle"_s});

    EXPECT_EQ(accepted(), kPeople - kRefused);
    expectNobodyTwice(m_world);
    EXPECT_TRUE(m_world.json({u"workspace"_s, u"check"_s}).json()[u"ok"_s].toBool());
}

TEST_F(BudgetedWorld, aKillInBetweenNeitherPassesTheBudgetNorLosesAnybody)
{
    const std::unique_ptr<QProcess> killed = startSending();
    ASSERT_TRUE(awaitMoreThan(300, m_world, 20'000));
    killed->kill();
    CliWorld::awaitEnd(*killed);

    const CliResult next = CliWorld::awaitEnd(*startSending());

    EXPECT_EQ(next.exitCode, 5);
    EXPECT_EQ(reason(), u"budget"_s);
    EXPECT_LE(accepted(), kPaidFor);
    EXPECT_EQ(m_world.count(m_campaign, u"sent"_s) + m_world.count(m_campaign, u"unconfirmed"_s), kPaidFor)
        << "what may have gone out stays paid for";
    EXPECT_EQ(m_world.campaign(m_campaign)[u"counts"_s][u"total"_s].toInt(), kPeople);
    expectNobodyTwice(m_world);
    EXPECT_TRUE(m_world.json({u"workspace"_s, u"check"_s}).json()[u"ok"_s].toBool());
}
