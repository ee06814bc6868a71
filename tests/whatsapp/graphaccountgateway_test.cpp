#include "whatsapp/graphaccountgateway.h"

#include "peer.h"

#include <QTemporaryFile>
#include <QTest>
#include <QTimer>
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

QByteArray page(const QByteArray &names, const QByteArray &cursor)
{
    QByteArray data;
    for (const QByteArray &name : names.split(' ')) {
        if (!data.isEmpty())
            data += ',';
        data += R"({"id":"1","name":")" + name + R"(","language":"en","status":"APPROVED","components":[]})";
    }
    const QByteArray next = cursor.isEmpty()
        ? QByteArray{}
        : R"(,"next":"https://graph.facebook.com/?access_token=x&after=)" + cursor + R"(")";
    return R"({"data":[)" + data + R"(],"paging":{"cursors":{"before":"b","after":")"
        + (cursor.isEmpty() ? "last"_ba : cursor) + R"("})" + next + "}}";
}

class GraphAccountGatewayTest : public ::testing::Test
{
protected:
    GraphAccountGatewayTest()
    {
        m_credential.account.phoneNumberId = u"111"_s;
        m_credential.account.wabaId = u"222"_s;
        m_credential.account.apiBase = m_peer.url() + u'/';
        m_credential.account.graphVersion = u"v25.0"_s;
        m_credential.token = "EAAGtoken";
    }

    template <typename T>
    Result<T> waitFor(std::function<void(AccountGateway::Answer<T>)> ask)
    {
        std::optional<Result<T>> received;
        ask([&](const Result<T> &result) { received.emplace(result); });
        EXPECT_FALSE(received) << "answered from within the call";
        if (!QTest::qWaitFor([&] { return received.has_value(); }, kPatience))
            return Error{ErrorKind::Internal, u"no answer"_s};
        return *received;
    }

    Result<NumberReport> fetchNumber()
    {
        return waitFor<NumberReport>([this](auto answer) { m_gateway.fetchNumber(m_credential, answer); });
    }
    Result<std::vector<MessageTemplate>> fetchTemplates()
    {
        return waitFor<std::vector<MessageTemplate>>(
            [this](auto answer) { m_gateway.fetchTemplates(m_credential, answer); });
    }
    Result<QStringList> subscribe()
    {
        return waitFor<QStringList>([this](auto answer) { m_gateway.subscribeApp(m_credential, answer); });
    }
    Result<QString> upload(const QString &path)
    {
        return waitFor<QString>([&](auto answer) { m_gateway.uploadMedia(m_credential, path, answer); });
    }

    Peer m_peer;
    Credential m_credential;
    GraphAccountGateway m_gateway;
};

QStringList namesOf(const std::vector<MessageTemplate> &templates)
{
    QStringList names;
    for (const MessageTemplate &found : templates)
        names << found.name;
    return names;
}

} // namespace

TEST_F(GraphAccountGatewayTest, theNumberCheckReadsWhatMetaReports)
{
    m_peer.reactWith(
        answering(200, R"({"id":"111","display_phone_number":"+39 333 123","verified_name":"Shop",
        "quality_rating":"GREEN","status":"CONNECTED","throughput":{"level":"HIGH"},
        "whatsapp_business_manager_messaging_limit":"TIER_2K"})"));

    const Result<NumberReport> report = fetchNumber();

    ASSERT_TRUE(report);
    EXPECT_EQ(report->displayPhoneNumber, u"+39 333 123"_s);
    EXPECT_EQ(report->verifiedName, u"Shop"_s);
    EXPECT_EQ(report->qualityRating, u"GREEN"_s);
    EXPECT_EQ(report->status, u"CONNECTED"_s);
    EXPECT_EQ(report->throughputPerSecond, 1000);
    EXPECT_EQ(report->messagingLimit, 2000);
    EXPECT_FALSE(report->isUnlimited);
    const PeerRequest &request = m_peer.requests().front();
    EXPECT_TRUE(request.head.startsWith("GET /v25.0/111?")) << request.head.toStdString();
    EXPECT_EQ(request.header("Authorization"), "Bearer EAAGtoken");
    EXPECT_TRUE(queryOf(request)
                    .queryItemValue(u"fields"_s)
                    .contains(u"whatsapp_business_manager_messaging_limit"_s));
}

TEST_F(GraphAccountGatewayTest, whatMetaDoesNotReportIsNothing)
{
    m_peer.reactWith(answering(200, R"({"id":"111","throughput":{"level":"NOT_APPLICABLE"},
        "whatsapp_business_manager_messaging_limit":"TIER_NOT_SET"})"));

    const Result<NumberReport> report = fetchNumber();

    ASSERT_TRUE(report);
    EXPECT_EQ(report->throughputPerSecond, std::nullopt);
    EXPECT_EQ(report->messagingLimit, std::nullopt);
    EXPECT_FALSE(report->isUnlimited);
}

TEST_F(GraphAccountGatewayTest, anUnlimitedNumberHasNoLimit)
{
    m_peer.reactWith(answering(200, R"({"throughput":{"level":"STANDARD"},
        "whatsapp_business_manager_messaging_limit":"TIER_UNLIMITED"})"));

    const Result<NumberReport> report = fetchNumber();

    ASSERT_TRUE(report);
    EXPECT_EQ(report->throughputPerSecond, 80);
    EXPECT_EQ(report->messagingLimit, std::nullopt);
    EXPECT_TRUE(report->isUnlimited);
}

TEST_F(GraphAccountGatewayTest, aNumberSharedWithThePhoneAppIsSlow)
{
    m_peer.reactWith(answering(200, R"({"throughput":{"level":"STANDARD"},"is_on_biz_app":true})"));

    const Result<NumberReport> report = fetchNumber();

    ASSERT_TRUE(report);
    EXPECT_EQ(report->throughputPerSecond, 20);
}

TEST_F(GraphAccountGatewayTest, anOlderVersionIsAskedForTheOlderLimit)
{
    m_credential.account.graphVersion = u"v23.0"_s;
    m_peer.reactWith(answering(200, R"({"messaging_limit_tier":"TIER_100K"})"));

    const Result<NumberReport> report = fetchNumber();

    ASSERT_TRUE(report);
    EXPECT_EQ(report->messagingLimit, 100'000);
}

TEST_F(GraphAccountGatewayTest, aServerThatKnowsNoNewFieldsIsAskedForTheOldOnes)
{
    m_peer.reactWith([](QTcpSocket &socket, const PeerRequest &request) {
        if (request.target().contains("throughput"))
            socket.write(httpAnswer(400, errorJson(100)));
        else
            socket.write(httpAnswer(200, R"({"verified_name":"Shop"})"));
    });

    const Result<NumberReport> report = fetchNumber();

    ASSERT_TRUE(report);
    EXPECT_EQ(report->verifiedName, u"Shop"_s);
    EXPECT_EQ(m_peer.requests().size(), 2u);
}

TEST_F(GraphAccountGatewayTest, aRefusedNumberCheckCarriesMetasCode)
{
    m_peer.reactWith(answering(401, errorJson(190)));

    const Result<NumberReport> report = fetchNumber();

    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().kind, ErrorKind::Network);
    EXPECT_EQ(report.error().code, u"190"_s);
}

TEST_F(GraphAccountGatewayTest, anAnswerThatIsNoJsonIsAnError)
{
    m_peer.reactWith(answering(200, "<html>Log in to the Wi-Fi</html>"));

    const Result<NumberReport> report = fetchNumber();

    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, u"no_answer"_s);
}

TEST_F(GraphAccountGatewayTest, withoutATokenNothingIsAsked)
{
    m_credential.token.clear();

    const Result<NumberReport> report = fetchNumber();

    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, u"no_token"_s);
    EXPECT_TRUE(m_peer.requests().empty());
}

TEST_F(GraphAccountGatewayTest, allPagesOfTemplatesAreRead)
{
    m_peer.reactWith([](QTcpSocket &socket, const PeerRequest &request) {
        const QString after = queryOf(request).queryItemValue(u"after"_s, QUrl::FullyDecoded);
        if (after.isEmpty())
            socket.write(httpAnswer(200, page("a b", "Q+1==")));
        else if (after == "Q+1=="_L1)
            socket.write(httpAnswer(200, page("c", "Q2")));
        else
            socket.write(httpAnswer(200, page("d", {})));
    });

    const Result<std::vector<MessageTemplate>> templates = fetchTemplates();

    ASSERT_TRUE(templates);
    EXPECT_EQ(namesOf(*templates), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
    EXPECT_TRUE(m_peer.requests().front().target().startsWith("/v25.0/222/message_templates?"));
}

TEST_F(GraphAccountGatewayTest, aStaleCursorStartsOver)
{
    int asked = 0;
    m_peer.reactWith([&](QTcpSocket &socket, const PeerRequest &request) {
        const bool isFirstPage = !request.target().contains("after=");
        if (++asked == 2)
            socket.write(httpAnswer(400, errorJson(131059)));
        else
            socket.write(httpAnswer(200, isFirstPage ? page("a b", "C1") : page("c", {})));
    });

    const Result<std::vector<MessageTemplate>> templates = fetchTemplates();

    ASSERT_TRUE(templates);
    EXPECT_EQ(namesOf(*templates), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    EXPECT_EQ(asked, 4);
}

TEST_F(GraphAccountGatewayTest, aCursorThatIsAlwaysStaleIsGivenUp)
{
    m_peer.reactWith(answering(400, errorJson(131059)));

    const Result<std::vector<MessageTemplate>> templates = fetchTemplates();

    ASSERT_FALSE(templates);
    EXPECT_EQ(templates.error().code, u"131059"_s);
    EXPECT_EQ(m_peer.requests().size(), 4u);
}

TEST_F(GraphAccountGatewayTest, aListThatRunsInCirclesEnds)
{
    m_peer.reactWith(answering(200, page("a", "same")));

    const Result<std::vector<MessageTemplate>> templates = fetchTemplates();

    ASSERT_FALSE(templates);
    EXPECT_EQ(templates.error().code, u"endless_list"_s);
}

TEST_F(GraphAccountGatewayTest, aPageThatIsTooLongIsAskedForInSmallerPortions)
{
    m_peer.reactWith([](QTcpSocket &socket, const PeerRequest &request) {
        const bool isLarge = queryOf(request).queryItemValue(u"limit"_s).toInt() > 25;
        socket.write(httpAnswer(200, isLarge ? QByteArray(2'000'000, ' ') : page("a", {})));
    });

    const Result<std::vector<MessageTemplate>> templates = fetchTemplates();

    ASSERT_TRUE(templates) << templates.error().detail.toStdString();
    EXPECT_EQ(namesOf(*templates), QStringList{u"a"_s});
}

TEST_F(GraphAccountGatewayTest, mediaIsUploadedAsAFormWithItsTypeAndContent)
{
    QTemporaryFile file{u"XXXXXX \"a\".png"_s};
    ASSERT_TRUE(file.open());
    const QByteArray content = "\x89PNG\r\n\x1A\n" + QByteArray(300'000, 'x');
    file.write(content);
    file.close();
    m_peer.reactWith(answering(200, R"({"id":"103987"})"));

    const Result<QString> id = upload(file.fileName());

    ASSERT_TRUE(id);
    EXPECT_EQ(*id, u"103987"_s);
    ASSERT_EQ(m_peer.requests().size(), 1u);
    const PeerRequest &request = m_peer.requests().front();
    EXPECT_EQ(request.target(), "/v25.0/111/media");
    EXPECT_TRUE(request.header("Content-Type").startsWith("multipart/form-data; boundary="));
    EXPECT_TRUE(request.body.contains("name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"));
    EXPECT_TRUE(request.body.contains("name=\"type\"\r\n\r\nimage/png\r\n"));
    EXPECT_TRUE(request.body.contains("Content-Type: image/png\r\n"));
    EXPECT_TRUE(request.body.contains(content));
    EXPECT_FALSE(request.body.contains("\"a\".png")) << "a quote in the name ends the header early";
}

TEST_F(GraphAccountGatewayTest, aFileThatMetaDoesNotTakeIsNotUploaded)
{
    QTemporaryFile file;
    ASSERT_TRUE(file.open());
    file.write("GIF89a");
    file.close();

    const Result<QString> id = upload(file.fileName());

    ASSERT_FALSE(id);
    EXPECT_EQ(id.error().code, u"media_type"_s);
    EXPECT_EQ(m_peer.connectionCount(), 0);
}

TEST_F(GraphAccountGatewayTest, theAppIsSubscribedOnceMetaNamesIt)
{
    m_peer.reactWith([](QTcpSocket &socket, const PeerRequest &request) {
        const QByteArray body = request.isProbe()
            ? R"({"data":[{"whatsapp_business_api_data":{"link":"","name":"Agency app","id":"9"}},
                          {"whatsapp_business_api_data":{"id":"10"}}]})"_ba
            : R"({"success":true})"_ba;
        answering(200, body)(socket, request);
    });

    const Result<QStringList> apps = subscribe();

    ASSERT_TRUE(apps);
    EXPECT_EQ(*apps, (QStringList{u"Agency app"_s, u"10"_s}));
    ASSERT_EQ(m_peer.requests().size(), 2U);
    EXPECT_TRUE(m_peer.requests().front().head.startsWith("POST /v25.0/222/subscribed_apps"));
    EXPECT_EQ(m_peer.requests().front().header("Authorization"), "Bearer EAAGtoken");
}

TEST_F(GraphAccountGatewayTest, whyTheAppIsNotSubscribedIsTold)
{
    m_peer.reactWith(answering(403, R"({"error":{"message":"(#200) no permission","code":200}})"));

    const Result<QStringList> apps = subscribe();

    ASSERT_FALSE(apps);
    EXPECT_EQ(apps.error().code, u"200"_s);
    EXPECT_EQ(m_peer.requests().size(), 1U);
}
