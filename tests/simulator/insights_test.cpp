#include "graphclient.h"

#include "support/fakeclock.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A simulator whose day passes when told; everybody reads after a second, and nobody answers.
class InsightsTest : public ::testing::Test
{
protected:
    void start()
    {
        m_options.behaviour = {};
        m_options.behaviour.failures.clear();
        m_options.behaviour.neverDeliveredShare = 0;
        m_options.behaviour.readShare = 1;
        m_options.behaviour.replyShare = 0;
        m_options.behaviour.duplicateShare = 1; // and counts once all the same
        m_options.behaviour.deliveredAfter = {500ms, 500ms};
        m_options.behaviour.readAfter = {2s, 2s};
        ASSERT_TRUE(m_simulator.start(m_options));
        m_client = std::make_unique<GraphClient>(m_simulator);
    }

    QJsonObject templateNamed(const QString &name)
    {
        const GraphReply reply =
            m_client->get(m_simulator.wabaId() + u"/message_templates?limit=100&name="_s + name);
        return reply.json[u"data"][0].toObject();
    }

    GraphReply ask(const QString &ids, const QString &more = {})
    {
        const qint64 now = toMilliseconds(m_clock.now()) / 1'000;
        return m_client->get(
            m_simulator.wabaId()
            + u"/template_analytics?start=%1&end=%2&granularity=DAILY&template_ids=[%3]%4"_s.arg(now - 86'400)
                  .arg(now + 86'400)
                  .arg(ids, more));
    }

    SimulatorOptions m_options;
    FakeClock m_clock;
    Simulator m_simulator{m_clock};
    std::unique_ptr<GraphClient> m_client;
};

} // namespace

TEST_F(InsightsTest, tellTheTotalsOfEachDayOfATemplateAsTheyGrow)
{
    start();
    const QString id = templateNamed(u"hello_world"_s)[u"id"].toString();
    m_client->send(helloWorld(u"+919812340001"_s));
    m_client->send(helloWorld(u"+919812340002"_s));

    const QJsonObject atOnce = ask(id).json[u"data"][0][u"data_points"].toArray().last().toObject();
    m_clock.advance(10s);
    const QJsonObject later = ask(id).json[u"data"][0][u"data_points"].toArray().last().toObject();

    EXPECT_EQ(atOnce[u"sent"], 2);
    EXPECT_EQ(atOnce[u"read"], 0);
    EXPECT_EQ(later[u"template_id"], id);
    EXPECT_EQ(later[u"sent"], 2);
    EXPECT_EQ(later[u"delivered"], 2);
    EXPECT_EQ(later[u"read"], 2);
    EXPECT_TRUE(later[u"clicked"].isArray());
    EXPECT_EQ(later[u"cost"][0][u"type"], u"amount_spent"_s);
    EXPECT_EQ(later[u"end"].toInteger() - later[u"start"].toInteger(), 86'400);
}

TEST_F(InsightsTest, areRefusedUntilTheyAreEnabled)
{
    m_options.isEnabledForInsights = false;
    start();
    const QString id = templateNamed(u"hello_world"_s)[u"id"].toString();
    const QString isEnabled = m_simulator.wabaId() + u"?fields=is_enabled_for_insights"_s;
    EXPECT_FALSE(m_client->get(isEnabled).json[u"is_enabled_for_insights"].toBool(true));
    EXPECT_EQ(ask(id).errorCode(), 200007);

    const GraphReply enabled =
        m_client->post(m_simulator.wabaId() + u"?is_enabled_for_insights=true"_s, "{}");

    EXPECT_EQ(enabled.json[u"id"], m_simulator.wabaId());
    EXPECT_TRUE(m_client->get(isEnabled).json[u"is_enabled_for_insights"].toBool());
    EXPECT_EQ(ask(id).status, 200);
}

TEST_F(InsightsTest, refuseMoreThanTenTemplatesAndWhatIsTooLongAgo)
{
    start();

    EXPECT_EQ(ask(u"1,2,3,4,5,6,7,8,9,10,11"_s).errorCode(), 100);
    EXPECT_EQ(ask({}).errorCode(), 100);
    EXPECT_EQ(
        m_client
            ->get(
                m_simulator.wabaId()
                + u"/template_analytics?start=2001-01-01&end=2001-01-02&granularity=DAILY&template_ids=[1]"_s)
            .errorCode(),
        100);
    EXPECT_EQ(m_client->get(m_simulator.wabaId() + u"/template_analytics?granularity=MONTHLY"_s).errorCode(),
              100);
}

TEST_F(InsightsTest, tellWhatWasPaidByCategory)
{
    start();
    m_client->send(helloWorld());
    m_clock.advance(10s);
    const qint64 now = toMilliseconds(m_clock.now()) / 1'000;

    const GraphReply reply = m_client->get(
        m_simulator.wabaId()
        + u"?fields=id,pricing_analytics.start(%1).end(%2).granularity(DAILY).metric_types(COST,VOLUME)"
          ".dimensions(PRICING_CATEGORY,PRICING_TYPE)"_s.arg(now - 86'400)
              .arg(now + 1));

    const QJsonValue point = reply.json[u"pricing_analytics"][u"data"][0][u"data_points"][0];
    EXPECT_EQ(point[u"volume"], 1);
    EXPECT_GT(point[u"cost"].toDouble(), 0);
    EXPECT_EQ(point[u"pricing_type"], u"REGULAR"_s);
    EXPECT_FALSE(point[u"pricing_category"].toString().isEmpty());
}
