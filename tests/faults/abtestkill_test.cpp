#include "exactness.h"
#include "ledgercopy.h"

#include <gtest/gtest.h>

#include <QJsonArray>

using namespace Qt::StringLiterals;

// A program that dies while people are divided for a test, or while its winner is chosen, by SIGKILL right
// before a commit: each commit in turn, until one run comes to its end.

namespace {

constexpr int kPeople = 1000;
constexpr int kMostCommits = 40;

class AbTestKill : public testing::Test
{
protected:
    AbTestKill()
    {
        m_world.startSimulator({u"--limit"_s, u"0"_s});
        m_world.connect();
        const CliResult created = m_world.json({u"campaign"_s,       u"create"_s,
                                                u"--name"_s,         u"Winter"_s,
                                                u"--template"_s,     u"tour_package_marketing"_s,
                                                u"--language"_s,     u"en_US"_s,
                                                u"--rate"_s,         u"1000/s"_s,
                                                u"--window"_s,       u"00:00-24:00"_s,
                                                u"--recipients"_s,   m_world.writePeople(kPeople),
                                                u"--map"_s,          u"1=package"_s,
                                                u"--map"_s,          u"2=price"_s,
                                                u"--variant"_s,      u""_s,
                                                u"--variant"_s,      u"var.1=Porto"_s,
                                                u"--test-people"_s,  u"80"_s,
                                                u"--winner-after"_s, u"1s"_s});
        m_campaign = created.json()[u"id"_s].toInteger();
        EXPECT_GT(m_campaign, 0) << created.out.constData();
    }

    /// Runs it, dying before the n-th commit of each run, until it lives; how often it died.
    int dieAtEveryCommit(const QStringList &words)
    {
        int deaths = 0;
        m_world.useProgram(QStringLiteral(FANFARE_CLI_MORTAL));
        for (int commit = 1; commit <= kMostCommits; ++commit) {
            m_world.setEnvironment(u"FANFARE_DIE_AT"_s, u"before_commit:%1"_s.arg(commit));
            if (m_world.json(words).exitCode != -1)
                break;
            ++deaths;
            LedgerCopy left{m_world.workspace()};
            EXPECT_TRUE(left.problems().isEmpty()) << qPrintable(left.problems().join(u'\n'));
            expectHalfDecidedNever();
        }
        m_world.unsetEnvironment(u"FANFARE_DIE_AT"_s);
        return deaths;
    }

    /// The rest is live if and only if the winner is on record.
    void expectHalfDecidedNever() const
    {
        const QJsonObject test = show();
        const QString status = test[u"rest"_s][u"status"_s].toString();
        if (!status.isEmpty()) {
            EXPECT_EQ(status == "draft"_L1, test[u"winner"_s].isNull()) << qPrintable(status);
        }
    }

    QJsonObject show() const
    {
        return m_world.json({u"campaign"_s, u"abtest"_s, u"show"_s, QString::number(m_campaign)}).json();
    }

    CliWorld m_world;
    qint64 m_campaign = 0;
};

} // namespace

TEST_F(AbTestKill, deathsWhilePeopleAreDividedAndTheWinnerIsChosenLoseNobodyAndSendNobodyTwice)
{
    const QString id = QString::number(m_campaign);

    EXPECT_GE(dieAtEveryCommit({u"campaign"_s, u"send"_s, id}), 3) << "begun, divided, armed";
    EXPECT_EQ(m_world.json({u"campaign"_s, u"send"_s, id, u"--wait"_s}).exitCode, 0);
    const QJsonObject running = show();
    EXPECT_EQ(running[u"state"_s], u"running"_s);
    EXPECT_EQ(running[u"versions"_s][0][u"people"_s], 400);
    EXPECT_EQ(running[u"versions"_s][1][u"people"_s], 400);
    EXPECT_EQ(m_world.posted().size(), 800);

    m_world.reportDelivered(m_campaign, 100);
    m_world.reportDelivered(running[u"versions"_s][1][u"campaign_id"_s].toInteger(), 300);
    EXPECT_GE(dieAtEveryCommit({u"campaign"_s, u"run"_s, u"--until-idle"_s}), 3);
    m_world.json({u"campaign"_s, u"run"_s, u"--until-idle"_s});

    EXPECT_EQ(show()[u"winner"_s], u"B"_s);
    const qint64 rest = show()[u"rest"_s][u"campaign_id"_s].toInteger();
    const int inDoubt = m_world.count(rest, u"unconfirmed"_s);
    EXPECT_EQ(m_world.count(rest, u"sent"_s) + inDoubt, 200) << "nobody forgotten";
    expectNobodyTwice(m_world);
    EXPECT_TRUE(m_world.json({u"workspace"_s, u"check"_s}).json()[u"ok"_s].toBool());
}
