#include "whatsapp/sendclassification.h"

#include "peer.h"

#include <gtest/gtest.h>

#include <ostream>

using namespace std::chrono_literals;

namespace {

enum class Verdict { Accepted, Refused, NotSent, NotSentFinal, Unknown };

Verdict verdictOn(const SendOutcome &outcome)
{
    if (const auto *notSent = std::get_if<NotSent>(&outcome))
        return notSent->isFinal ? Verdict::NotSentFinal : Verdict::NotSent;
    constexpr std::array kByIndex{Verdict::Accepted, Verdict::Refused, Verdict::NotSent, Verdict::Unknown};
    return kByIndex[outcome.index()];
}

GraphAnswer answerWith(int status, const QByteArray &body)
{
    GraphAnswer answer;
    answer.httpStatus = status;
    answer.body = body;
    answer.bodyBytesRead = 500;
    return answer;
}

GraphAnswer failureWith(QNetworkReply::NetworkError error, qint64 bodyBytesRead)
{
    GraphAnswer answer;
    answer.networkError = error;
    answer.bodyBytesRead = bodyBytesRead;
    return answer;
}

struct AnswerCase
{
    const char *name;
    GraphAnswer answer;
    Verdict verdict;

    friend void PrintTo(const AnswerCase &answerCase, std::ostream *out) { *out << answerCase.name; }
};

class OutcomeTest : public ::testing::TestWithParam<AnswerCase>
{
};

} // namespace

TEST_P(OutcomeTest, followsFromTheAnswer)
{
    EXPECT_EQ(verdictOn(outcomeOf(GetParam().answer)), GetParam().verdict);
}

INSTANTIATE_TEST_SUITE_P(
    Answers, OutcomeTest,
    ::testing::Values(
        AnswerCase{"anIdIsAccepted", answerWith(200, acceptedJson("wamid.1")), Verdict::Accepted},
        AnswerCase{"noIdIsUnknown", answerWith(200, R"({"messages":[{}]})"), Verdict::Unknown},
        AnswerCase{"anEmptyIdIsUnknown", answerWith(200, acceptedJson("")), Verdict::Unknown},
        AnswerCase{"anEmpty200IsUnknown", answerWith(200, ""), Verdict::Unknown},
        AnswerCase{"html200IsUnknown", answerWith(200, "<html>Welcome to the hotel</html>"),
                   Verdict::Unknown},
        AnswerCase{"halfAnIdIsUnknown", answerWith(200, acceptedJson("wamid.1").chopped(10)),
                   Verdict::Unknown},
        AnswerCase{"rubbishAfterAnIdIsUnknown", answerWith(200, acceptedJson("wamid.1") + "}{"),
                   Verdict::Unknown},
        AnswerCase{"anArrayIsUnknown", answerWith(200, "[]"), Verdict::Unknown},
        AnswerCase{"anIdOutsideOf2xxIsUnknown", answerWith(500, acceptedJson("wamid.1")), Verdict::Unknown},
        AnswerCase{"anErrorWith200IsUnknown", answerWith(200, errorJson(131026)), Verdict::Unknown},
        AnswerCase{"aLimitWith200IsRefused", answerWith(200, errorJson(130429)), Verdict::Refused}));

INSTANTIATE_TEST_SUITE_P(
    Errors, OutcomeTest,
    ::testing::Values(
        AnswerCase{"anEnvelopeWith400IsRefused", answerWith(400, errorJson(132000)), Verdict::Refused},
        AnswerCase{"anEnvelopeWith401IsRefused", answerWith(401, errorJson(190)), Verdict::Refused},
        AnswerCase{"codeZeroIsACode", answerWith(401, errorJson(0)), Verdict::Refused},
        AnswerCase{"anUnknownCodeWith400IsRefused", answerWith(400, errorJson(999999)), Verdict::Refused},
        AnswerCase{"anErrorWithoutACodeIsUnknown", answerWith(400, R"({"error":{"message":"x"}})"),
                   Verdict::Unknown},
        AnswerCase{"html404IsUnknown", answerWith(404, "<html></html>"), Verdict::Unknown},
        AnswerCase{"anAppLimitWith500IsRefused", answerWith(500, errorJson(4)), Verdict::Refused},
        AnswerCase{"anAccountLimitWith503IsRefused", answerWith(503, errorJson(80007)), Verdict::Refused},
        AnswerCase{"aRateLimitWith429IsRefused", answerWith(429, errorJson(130429)), Verdict::Refused},
        AnswerCase{"aPairLimitWith500IsRefused", answerWith(500, errorJson(131056)), Verdict::Refused},
        AnswerCase{"aTransientCodeWith503IsRefused", answerWith(503, errorJson(2)), Verdict::Refused},
        AnswerCase{"anUnspecifiedCodeWith500IsRefused", answerWith(500, errorJson(131000)), Verdict::Refused},
        AnswerCase{"anAccountCodeWith500IsRefused", answerWith(500, errorJson(131045)), Verdict::Refused},
        AnswerCase{"aPersonsCodeWith500IsUnknown", answerWith(500, errorJson(131026)), Verdict::Unknown},
        AnswerCase{"anUnknownCodeWith500IsUnknown", answerWith(500, errorJson(999999)), Verdict::Unknown},
        AnswerCase{"html500IsUnknown", answerWith(502, "<html>Bad gateway</html>"), Verdict::Unknown},
        AnswerCase{"aRedirectIsUnknown", answerWith(302, ""), Verdict::Unknown}));

INSTANTIATE_TEST_SUITE_P(
    NetworkFailures, OutcomeTest,
    ::testing::Values(AnswerCase{"refusedIsNotSent", failureWith(QNetworkReply::ConnectionRefusedError, 0),
                                 Verdict::NotSent},
                      AnswerCase{"noHostIsNotSent", failureWith(QNetworkReply::HostNotFoundError, 0),
                                 Verdict::NotSent},
                      AnswerCase{"noTlsIsNotSent", failureWith(QNetworkReply::SslHandshakeFailedError, 0),
                                 Verdict::NotSent},
                      AnswerCase{"noProtocolIsFinal", failureWith(QNetworkReply::ProtocolUnknownError, 0),
                                 Verdict::NotSentFinal},
                      AnswerCase{"closedBeforeTheBodyIsNotSent",
                                 failureWith(QNetworkReply::RemoteHostClosedError, 0), Verdict::NotSent},
                      AnswerCase{"closedAfterOneByteIsUnknown",
                                 failureWith(QNetworkReply::RemoteHostClosedError, 1), Verdict::Unknown},
                      AnswerCase{"aPreventedResendIsUnknown",
                                 failureWith(QNetworkReply::ContentReSendError, 500), Verdict::Unknown},
                      AnswerCase{"aTimeOutIsUnknown", failureWith(QNetworkReply::OperationCanceledError, 500),
                                 Verdict::Unknown},
                      AnswerCase{"aTimeOutBeforeTheBodyIsNotSent",
                                 failureWith(QNetworkReply::OperationCanceledError, 0), Verdict::NotSent},
                      AnswerCase{"aWholeAnswerOnABrokenConnectionCounts",
                                 [] {
                                     GraphAnswer answer = answerWith(200, acceptedJson("wamid.1"));
                                     answer.networkError = QNetworkReply::RemoteHostClosedError;
                                     return answer;
                                 }(),
                                 Verdict::Accepted}));

TEST(SendClassificationTest, whatIsNotGraphsOwnIsForeign)
{
    const auto isForeign = [](const GraphAnswer &answer) {
        const SendOutcome outcome = outcomeOf(answer);
        if (const auto *notSent = std::get_if<NotSent>(&outcome))
            return notSent->isForeign;
        const auto *unknown = std::get_if<Unknown>(&outcome);
        return unknown && unknown->isForeign;
    };
    GraphAnswer tooLate = answerWith(200, " ");
    tooLate.cut = GraphAnswer::Cut::TooLate;

    EXPECT_TRUE(isForeign(answerWith(200, "<html>Welcome to the hotel</html>")));
    EXPECT_TRUE(isForeign(answerWith(302, "")));
    EXPECT_TRUE(isForeign(answerWith(511, "<html></html>")));
    EXPECT_TRUE(isForeign(answerWith(404, R"({"detail":"Not Found"})"))) << "the JSON of another service";
    EXPECT_TRUE(isForeign(answerWith(200, R"({"status":"ok"})")));
    EXPECT_TRUE(isForeign(failureWith(QNetworkReply::SslHandshakeFailedError, 0)));
    EXPECT_FALSE(isForeign(answerWith(500, errorJson(131026))));
    EXPECT_FALSE(isForeign(answerWith(200, R"({"messages":[{}]})")));
    EXPECT_FALSE(isForeign(failureWith(QNetworkReply::RemoteHostClosedError, 1)));
    EXPECT_FALSE(isForeign(failureWith(QNetworkReply::ConnectionRefusedError, 0)));
    EXPECT_FALSE(isForeign(tooLate));
}

TEST(SendClassificationTest, acceptedTellsTheIdTheStatusAndTheWaId)
{
    const SendOutcome outcome = outcomeOf(answerWith(200, acceptedJson("wamid.HBgM")));

    const auto *accepted = std::get_if<Accepted>(&outcome);
    ASSERT_TRUE(accepted);
    EXPECT_EQ(accepted->messageId, QStringLiteral("wamid.HBgM"));
    EXPECT_EQ(accepted->messageStatus, QStringLiteral("accepted"));
    EXPECT_EQ(accepted->waId, QStringLiteral("393331234567"));
}

TEST(SendClassificationTest, refusedTellsCodeSubcodeDetailsAndTrace)
{
    const QByteArray body =
        R"({"error":{"message":"Unsupported","code":"100","error_subcode":33,"fbtrace_id":"A1"}})";

    const SendOutcome outcome = outcomeOf(answerWith(400, body));

    const auto *refused = std::get_if<Refused>(&outcome);
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->code, 100);
    EXPECT_EQ(refused->subcode, 33);
    EXPECT_EQ(refused->httpStatus, 400);
    EXPECT_EQ(refused->details, QStringLiteral("Unsupported"));
    EXPECT_EQ(refused->fbtraceId, QStringLiteral("A1"));
    EXPECT_EQ(refused->retryAfter, std::nullopt);
}

TEST(SendClassificationTest, errorDataMayBeAPlainString)
{
    const std::optional<GraphError> error =
        graphErrorIn(answerWith(400, R"({"error":{"code":131009,"message":"m","error_data":"plain"}})"));

    ASSERT_TRUE(error);
    EXPECT_EQ(error->details, QStringLiteral("plain"));
}

TEST(RetryAfterTest, isReadInSeconds)
{
    GraphAnswer answer = answerWith(429, errorJson(130429));
    answer.headers = {
        {"retry-after", "7"}
    };

    EXPECT_EQ(retryAfterOf(answer), 7s);
}

TEST(RetryAfterTest, aDateCountsFromTheServersClock)
{
    GraphAnswer answer;
    answer.headers = {
        {"Date",        "Sun, 22 Nov 2026 10:00:00 GMT"},
        {"Retry-After", "Sun, 22 Nov 2026 10:01:30 GMT"}
    };

    EXPECT_EQ(retryAfterOf(answer), 90s);
}

TEST(RetryAfterTest, theLongerOfHeaderAndUsageCounts)
{
    GraphAnswer answer;
    answer.headers = {
        {"Retry-After",               "60"                                                        },
        {"X-Business-Use-Case-Usage",
         R"({"111":[{"type":"whatsapp","estimated_time_to_regain_access":0}],)"
         R"("222":[{"type":"whatsapp_business_management","estimated_time_to_regain_access":5}]})"}
    };

    EXPECT_EQ(retryAfterOf(answer), 300s);
}

TEST(RetryAfterTest, theAllowanceOfManagementCallsHoldsUpNoMessageThatFailedForAnotherReason)
{
    const auto waitAfter = [](int code, const char *type) {
        GraphAnswer answer = answerWith(500, errorJson(code));
        answer.headers = {
            {"X-Business-Use-Case-Usage",
             R"({"1":[{"type":")" + QByteArray{type} + R"(","estimated_time_to_regain_access":5}]})"}
        };
        return std::get<Refused>(outcomeOf(answer)).retryAfter;
    };

    EXPECT_EQ(waitAfter(131000, "whatsapp_business_management"), std::nullopt);
    EXPECT_EQ(waitAfter(131000, "whatsapp"), 300s);
    EXPECT_EQ(waitAfter(80007, "whatsapp_business_management"), 300s);
}

TEST(RetryAfterTest, nonsenseIsIgnoredAndTheLongestWaitIsAWeek)
{
    GraphAnswer nonsense;
    nonsense.headers = {
        {"Retry-After",               "soon"},
        {"X-Business-Use-Case-Usage", "{"   }
    };
    GraphAnswer negative;
    negative.headers = {
        {"Retry-After", "-5"}
    };
    GraphAnswer endless;
    endless.headers = {
        {"Retry-After",               "9223372036854775807"                                 },
        {"X-Business-Use-Case-Usage", R"({"1":[{"estimated_time_to_regain_access":1e300}]})"}
    };

    EXPECT_EQ(retryAfterOf(nonsense), std::nullopt);
    EXPECT_EQ(retryAfterOf(negative), std::nullopt);
    EXPECT_EQ(retryAfterOf(endless), std::chrono::hours{24 * 7});
}

TEST(ReadErrorTest, saysWhatToDoAndKeepsMetasWordsForSupport)
{
    const Error error = readError(answerWith(401, errorJson(190)));

    EXPECT_EQ(error.kind, ErrorKind::Network);
    EXPECT_EQ(error.code, QStringLiteral("190"));
    EXPECT_TRUE(error.message.contains(QStringLiteral("expired")));
    EXPECT_TRUE(error.detail.contains(QStringLiteral("A1b2")));
}

TEST(GraphAnswerTest, ourTokenNeverStaysInAnAnswer)
{
    const GraphAnswer answer =
        answerWith(401, R"({"error":{"code":190,"message":"Malformed access token EAAGsecret"}})");

    const Error error = readError(answer.withoutSecret("EAAGsecret"));

    EXPECT_FALSE(error.detail.contains(QStringLiteral("EAAGsecret")));
    EXPECT_EQ(error.code, QStringLiteral("190"));
}
