#include "engine/retrypolicy.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Verdict refused(int code, int attempt = 1, double jitter = 1,
                std::optional<std::chrono::seconds> retryAfter = {})
{
    return judge(Refused{.code = code, .httpStatus = 400, .retryAfter = retryAfter}, attempt, 5, jitter);
}

} // namespace

TEST(RetryPolicyTest, anAcceptedMessageIsSentAndNothingElseHappens)
{
    const Verdict verdict = judge(Accepted{.messageId = u"wamid.1"_s}, 1, 5, 0.5);

    EXPECT_EQ(verdict.next, RecipientStatus::Sent);
    EXPECT_FALSE(verdict.error || verdict.reaction || verdict.retryIn || verdict.refusedCode
                 || verdict.isGivenBack);
}

TEST(RetryPolicyTest, aLostAnswerIsUnconfirmedAndNeverTriedAgain)
{
    const Verdict verdict = judge(Unknown{u"timed out"_s}, 1, 5, 0.5);

    EXPECT_EQ(verdict.next, RecipientStatus::Unconfirmed);
    EXPECT_FALSE(verdict.retryIn || verdict.reaction || verdict.refusedCode);
    EXPECT_EQ(verdict.error->code, u"unconfirmed"_s);
    EXPECT_EQ(verdict.error->details, u"timed out"_s);
}

TEST(RetryPolicyTest, whatNeverLeftIsGivenBack)
{
    const Verdict verdict = judge(NotSent{u"refused"_s}, 1, 5, 0.5);

    EXPECT_TRUE(verdict.isGivenBack);
    EXPECT_FALSE(verdict.reaction);
}

TEST(RetryPolicyTest, aStrangerAtTheOtherEndIsWaitedOutAndTheMessageIsWhatTheAnswerMadeOfIt)
{
    const Verdict kept = judge(NotSent{u"self-signed"_s, true, true}, 1, 5, 0.5);
    const Verdict doubtful = judge(Unknown{u"a page"_s, true}, 1, 5, 0.5);

    EXPECT_TRUE(kept.isGivenBack);
    EXPECT_EQ(doubtful.next, RecipientStatus::Unconfirmed);
    for (const Verdict &verdict : {kept, doubtful}) {
        EXPECT_FALSE(verdict.reaction);
        ASSERT_TRUE(verdict.stranger);
        EXPECT_EQ(verdict.stranger->code, u"not_meta"_s);
    }
    EXPECT_TRUE(kept.stranger->message.contains(u"self-signed"_s));
    EXPECT_FALSE(judge(Unknown{u"reset"_s}, 1, 5, 0.5).stranger);
}

TEST(RetryPolicyTest, anAddressThatCannotBeUsedPausesTheAccount)
{
    const Verdict verdict = judge(NotSent{u"no such protocol"_s, true}, 1, 5, 0.5);

    EXPECT_TRUE(verdict.isGivenBack);
    ASSERT_TRUE(verdict.reaction);
    EXPECT_EQ(verdict.reaction->reach, CampaignReaction::Reach::Account);
    EXPECT_EQ(verdict.reaction->event, CampaignEvent::Pause);
    EXPECT_TRUE(verdict.reaction->reason.message.contains(u"no such protocol"_s));
}

TEST(RetryPolicyTest, transientErrorsWaitFourToTheXSecondsWithFullJitter)
{
    const std::array longest{1s, 4s, 16s, 64s, 256s};
    for (int attempt = 1; attempt <= 5; ++attempt) {
        EXPECT_EQ(refused(131000, attempt, 1).retryIn, longest[static_cast<size_t>(attempt - 1)]);
        EXPECT_EQ(refused(131000, attempt, 0).retryIn, 0s);
        EXPECT_EQ(refused(131000, attempt, 0.5).retryIn, longest[static_cast<size_t>(attempt - 1)] / 2.0);
    }
    EXPECT_EQ(longestBackoff(6), 15min);
    EXPECT_EQ(longestBackoff(1000), 15min);
}

TEST(RetryPolicyTest, afterTheLastTryTheRecipientFails)
{
    EXPECT_EQ(refused(131000, 5).next, RecipientStatus::Pending);
    const Verdict last = refused(131000, 6);
    EXPECT_EQ(last.next, RecipientStatus::Failed);
    EXPECT_FALSE(last.retryIn);
    EXPECT_EQ(last.error->code, u"131000"_s);
    EXPECT_EQ(judge(Refused{.code = 131000}, 1, 0, 1).next, RecipientStatus::Failed);
}

TEST(RetryPolicyTest, aWaitThatMetaAsksForIsRespectedAsFarAsItIsReasonable)
{
    EXPECT_EQ(refused(131000, 1, 0.5, 120s).retryIn, 120s);
    EXPECT_EQ(refused(131000, 5, 1, 120s).retryIn, 256s);
    EXPECT_EQ(refused(131000, 1, 0.5, std::chrono::hours{24 * 365}).retryIn, 24h);
    EXPECT_EQ(refused(131000, 1, 0, -5s).retryIn, 0s);
}

TEST(RetryPolicyTest, onlyTheNumberThatWasTooFastSlowsDown)
{
    EXPECT_EQ(refused(130429).slowdown, Verdict::Slowdown::SlowNumber);
    for (const int code : {4, 80007, 80008, 131057, 133015})
        EXPECT_EQ(refused(code).slowdown, Verdict::Slowdown::HoldNumber) << code;
    EXPECT_EQ(refused(134101).slowdown, Verdict::Slowdown::HoldCampaign);
    EXPECT_EQ(refused(131056).slowdown, Verdict::Slowdown::None);
    EXPECT_EQ(refused(131056, 1, 0.5, 5s).slowdown, Verdict::Slowdown::None);
}

TEST(RetryPolicyTest, aServiceThatNamesATimeIsBusyForTheWholeNumberAndOneThatFailsAlwaysIsToo)
{
    for (const int code : {131000, 131016, 1, 2}) {
        EXPECT_EQ(refused(code).slowdown, Verdict::Slowdown::SlowNumberIfMany) << code;
        EXPECT_EQ(refused(code, 1, 0.5, 5s).slowdown, Verdict::Slowdown::SlowNumber) << code;
        EXPECT_EQ(refused(code, 1, 0.5, 5s).askedToWait, 5s) << code;
    }
}

TEST(RetryPolicyTest, aPersonWhoGotTooManyMessagesWaitsAloneAndAtLeastSixSeconds)
{
    const Verdict verdict = refused(131056, 1, 0);

    EXPECT_EQ(verdict.next, RecipientStatus::Pending);
    EXPECT_EQ(verdict.retryIn, 6s);
    EXPECT_EQ(verdict.slowdown, Verdict::Slowdown::None);
}

TEST(RetryPolicyTest, onlyRefusalsOfRecipientsCountForTheBrake)
{
    EXPECT_EQ(refused(131026).refusedCode, 131026);
    EXPECT_EQ(refused(131049).refusedCode, 131049);
    for (const int code : {131000, 130429, 131056, 190, 132001, 131042})
        EXPECT_FALSE(refused(code).refusedCode) << code;
}

TEST(RetryPolicyTest, aPersonWhoStoppedMarketingIsSuppressed)
{
    const Verdict verdict = refused(131050);

    EXPECT_EQ(verdict.next, RecipientStatus::Failed);
    EXPECT_TRUE(verdict.suppress);
    EXPECT_FALSE(refused(131026).suppress);
}

TEST(RetryPolicyTest, everyRowOfTheCatalogActsAsItsActionSays)
{
    for (qsizetype i = 0; i < errorEntryCount(); ++i) {
        const ErrorEntry &entry = errorEntryAt(i);
        SCOPED_TRACE(entry.name);
        const Verdict verdict = judge(Refused{.code = entry.code, .subcode = entry.subcode}, 1, 5, 1);
        switch (entry.action) {
        case ErrorAction::RetryBackoff:
            EXPECT_EQ(verdict.next, RecipientStatus::Pending);
            EXPECT_TRUE(verdict.retryIn);
            EXPECT_FALSE(verdict.reaction);
            break;
        case ErrorAction::RetryAfter24h:
        case ErrorAction::FailRecipient:
        case ErrorAction::OptOutRecipient:
            EXPECT_EQ(verdict.next, RecipientStatus::Failed);
            EXPECT_EQ(verdict.error->code, QString::number(entry.code));
            EXPECT_EQ(verdict.error->message, entry.message());
            EXPECT_FALSE(verdict.reaction);
            break;
        case ErrorAction::PauseCampaign:
        case ErrorAction::StopCampaign:
        case ErrorAction::FixConfig:
            EXPECT_EQ(verdict.next, RecipientStatus::Pending) << "nobody is marked failed for it";
            EXPECT_FALSE(verdict.retryIn);
            ASSERT_TRUE(verdict.reaction);
            EXPECT_EQ(verdict.reaction->event,
                      entry.action == ErrorAction::StopCampaign ? CampaignEvent::Fail : CampaignEvent::Pause);
            EXPECT_EQ(verdict.reaction->reason.code, QString::number(entry.code));
            EXPECT_FALSE(verdict.reaction->reason.message.isEmpty());
            if (entry.action == ErrorAction::FixConfig || entry.scope == ErrorScope::Account) {
                const bool isAboutAccessKey =
                    entry.code == 0 || entry.code == 102 || entry.code == 104 || entry.code == 190;
                EXPECT_EQ(verdict.reaction->reach,
                          isAboutAccessKey ? CampaignReaction::Reach::AccessKey
                                           : CampaignReaction::Reach::Account);
            }
            break;
        }
    }
}

TEST(RetryPolicyTest, supportFindsTheTechnicalDetailsWithTheError)
{
    const Verdict verdict = judge(
        Refused{.code = 131026, .httpStatus = 400, .details = u"not on it"_s, .fbtraceId = u"A1"_s}, 1, 5, 1);

    EXPECT_EQ(verdict.error->details, u"HTTP 400 · not on it · fbtrace_id A1"_s);
}
