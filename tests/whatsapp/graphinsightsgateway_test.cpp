#include "whatsapp/graphinsightsgateway.h"

#include "peer.h"

#include <QTest>
#include <QUrlQuery>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPatience = 5'000;

QUrlQuery queryOf(const PeerRequest &request)
{
    return QUrlQuery{QUrl{QString::fromLatin1(request.target())}};
}

UtcTime at(qint64 second)
{
    return fromMilliseconds(second * 1'000);
}

/// As in Meta's documentation.
constexpr auto kTwoDays = R"({"data":[{"granularity":"DAILY","product_type":"cloud_api","data_points":[
    {"template_id":"900100","start":1795046400,"end":1795132800,"sent":120,"delivered":110,"read":64,
     "clicked":[{"type":"quick_reply_button","button_content":"Stop","count":3},
                {"type":"unique_url_button","button_content":"Apri","count":17}],
     "cost":[{"type":"amount_spent","value":6.6},{"type":"cost_per_delivered","value":0.06}]},
    {"template_id":900100,"start":1795132800,"end":1795219200,"sent":5},
    {"template_id":"900100","start":"soon","sent":-1}, 7]}],
    "paging":{"cursors":{"before":"M","after":"N"}}})";

class GraphInsightsGatewayTest : public ::testing::Test
{
protected:
    GraphInsightsGatewayTest()
    {
        m_credential.account.phoneNumberId = u"111"_s;
        m_credential.account.wabaId = u"222"_s;
        m_credential.account.apiBase = m_peer.url();
        m_credential.account.graphVersion = u"v25.0"_s;
        m_credential.token = "EAAGtoken";
    }

    template <typename T>
    Result<T> waitFor(std::function<void(InsightsGateway::Answer<T>)> ask)
    {
        std::optional<Result<T>> received;
        ask([&](const Result<T> &result, const AskingAllowance &allowance) {
            received.emplace(result);
            m_allowance = allowance;
        });
        EXPECT_FALSE(received) << "answered from within the call";
        if (!QTest::qWaitFor([&] { return received.has_value(); }, kPatience))
            return Error{ErrorKind::Internal, u"no answer"_s};
        return *received;
    }

    Result<std::vector<TemplateDay>> fetchTemplates(const QStringList &ids = {u"900100"_s})
    {
        return waitFor<std::vector<TemplateDay>>([&](auto answer) {
            m_gateway.fetchTemplates(m_credential, ids, at(1'795'046'400), at(1'795'219'200), answer);
        });
    }

    Peer m_peer;
    Credential m_credential;
    GraphInsightsGateway m_gateway;
    AskingAllowance m_allowance;
};

} // namespace

TEST_F(GraphInsightsGatewayTest, readsTheTotalsOfEachDayAndLeavesOutWhatIsNone)
{
    m_peer.reactWith(answering(200, kTwoDays));

    const Result<std::vector<TemplateDay>> days = fetchTemplates({u"900100"_s, u"900101"_s});

    ASSERT_TRUE(days) << days.error().detail.toStdString();
    ASSERT_EQ(days->size(), 2u);
    EXPECT_EQ(days->front(),
              (TemplateDay{u"900100"_s, at(1'795'046'400), at(1'795'132'800), 120, 110, 64, 20, 6.6}));
    EXPECT_EQ(days->back().sent, 5);
    EXPECT_EQ(days->back().delivered, std::nullopt);
    EXPECT_EQ(days->back().clicked, std::nullopt);
    const QUrlQuery query = queryOf(m_peer.requests().front());
    EXPECT_TRUE(m_peer.requests().front().target().startsWith("/v25.0/222/template_analytics?"));
    EXPECT_EQ(query.queryItemValue(u"template_ids"_s, QUrl::FullyDecoded), u"[900100,900101]"_s);
    EXPECT_EQ(query.queryItemValue(u"granularity"_s), u"DAILY"_s);
    EXPECT_EQ(query.queryItemValue(u"start"_s), u"1795046400"_s);
    EXPECT_FALSE(m_peer.requests().front().target().contains("EAAGtoken"));
}

TEST_F(GraphInsightsGatewayTest, followsCursorsAndEndsWhereTheyGoRound)
{
    const QByteArray page = QByteArray{kTwoDays}.replace(
        R"("after":"N"})", R"("after":"N"},"next":"https://graph.facebook.com/?access_token=x")");
    m_peer.reactWith(answering(200, page));

    const Result<std::vector<TemplateDay>> days = fetchTemplates();

    ASSERT_TRUE(days);
    EXPECT_EQ(days->size(), 4u);
    ASSERT_EQ(m_peer.requests().size(), 2u);
    EXPECT_EQ(queryOf(m_peer.requests()[1]).queryItemValue(u"after"_s), u"N"_s);
}

TEST_F(GraphInsightsGatewayTest, saysThatMetaDoesNotCount)
{
    m_peer.reactWith(answering(400, errorJson(200007)));

    const Result<std::vector<TemplateDay>> days = fetchTemplates();

    ASSERT_FALSE(days);
    EXPECT_EQ(days.error().code, u"200007"_s);
}

TEST_F(GraphInsightsGatewayTest, tellsHowMuchMoreMayBeAsked)
{
    m_peer.reactWith(
        answering(400, errorJson(80007),
                  "X-Business-Use-Case-Usage: {\"222\":[{\"type\":\"whatsapp_business_management\","
                  "\"call_count\":100,\"total_time\":1,\"total_cputime\":1,"
                  "\"estimated_time_to_regain_access\":7}]}\r\n"));

    ASSERT_FALSE(fetchTemplates());

    EXPECT_EQ(m_allowance.usedPercent, 100);
    EXPECT_EQ(m_allowance.waitFor, 7min);
}

TEST_F(GraphInsightsGatewayTest, readsWhetherItIsEnabledAndEnablesIt)
{
    m_peer.reactWith(answering(200, R"({"id":"222","is_enabled_for_insights":false,"currency":"EUR"})"));

    const Result<InsightsState> state =
        waitFor<InsightsState>([&](auto answer) { m_gateway.fetchState(m_credential, answer); });
    m_peer.reactWith(answering(200, R"({"id":"222"})"));
    const Result<> enabled = waitFor<Done>([&](auto answer) { m_gateway.enable(m_credential, answer); });

    ASSERT_TRUE(state);
    EXPECT_EQ(*state, (InsightsState{MetaCounts::No, u"EUR"_s}));
    EXPECT_TRUE(enabled);
    EXPECT_TRUE(m_peer.requests().back().head.startsWith("POST /v25.0/222?is_enabled_for_insights=true"));
}

TEST_F(GraphInsightsGatewayTest, whatMetaLeavesOutIsNotTakenForANo)
{
    m_peer.reactWith(answering(200, R"({"id":"222","currency":"EUR"})"));

    const Result<InsightsState> state =
        waitFor<InsightsState>([&](auto answer) { m_gateway.fetchState(m_credential, answer); });

    ASSERT_TRUE(state);
    EXPECT_EQ(state->counts, MetaCounts::NotTold);
}

TEST_F(GraphInsightsGatewayTest, aListThatBreaksOffIsNotTakenForAWholeOne)
{
    const QByteArray page = QByteArray{kTwoDays}.replace(
        R"("after":"N"})", R"("after":"N"},"next":"https://graph.facebook.com/?access_token=x")");
    m_peer.reactWith(
        answering(200, page,
                  "X-Business-Use-Case-Usage: {\"222\":[{\"type\":\"whatsapp_business_management\","
                  "\"call_count\":100,\"total_time\":1,\"total_cputime\":1,"
                  "\"estimated_time_to_regain_access\":7}]}\r\n"));

    const Result<std::vector<TemplateDay>> days = fetchTemplates();

    ASSERT_FALSE(days);
    EXPECT_EQ(days.error().code, u"incomplete"_s);
    EXPECT_EQ(m_allowance.waitFor, 7min);
}

TEST_F(GraphInsightsGatewayTest, readsWhatWasPaid)
{
    m_peer.reactWith(answering(200, R"({"id":"222","pricing_analytics":{"data":[{"data_points":[
        {"start":1795046400,"end":1795132800,"pricing_category":"MARKETING","pricing_type":"REGULAR","volume":110,"cost":6.6},
        {"start":1795046400,"end":1795132800,"pricing_category":"SERVICE","pricing_type":"FREE_CUSTOMER_SERVICE","volume":4}
        ]}]}})"));

    const Result<std::vector<PriceDay>> days = waitFor<std::vector<PriceDay>>([&](auto answer) {
        m_gateway.fetchPrices(m_credential, at(1'795'046'400), at(1'795'132'800), answer);
    });

    ASSERT_TRUE(days);
    ASSERT_EQ(days->size(), 2u);
    EXPECT_EQ(days->front(),
              (PriceDay{at(1'795'046'400), at(1'795'132'800), u"MARKETING"_s, u"REGULAR"_s, 110, 6.6}));
    EXPECT_EQ(days->back().cost, std::nullopt);
    EXPECT_TRUE(queryOf(m_peer.requests().front())
                    .queryItemValue(u"fields"_s, QUrl::FullyDecoded)
                    .startsWith(u"pricing_analytics.start(1795046400).end(1795132800).granularity(DAILY)"_s));
}

TEST_F(GraphInsightsGatewayTest, whatIsNoAnswerIsAnError)
{
    m_peer.reactWith(answering(200, "<html>captive portal</html>"));
    EXPECT_FALSE(fetchTemplates());
    m_peer.reactWith(answering(200, R"({"data":7})"));
    EXPECT_FALSE(fetchTemplates());

    m_credential.token.clear();
    EXPECT_EQ(fetchTemplates().error().code, u"no_token"_s);
}
