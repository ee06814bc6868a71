#include "domain/preflight.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QTimeZone kBerlin{"Europe/Berlin"};

UtcTime utc(const char *text)
{
    return fromDateTime(QDateTime::fromString(QLatin1String{text}, Qt::ISODate));
}

PreflightFacts goodFacts()
{
    PreflightFacts facts;
    facts.campaign.name = u"Spring"_s;
    facts.campaign.templateName = u"hello"_s;
    facts.campaign.language = u"en_US"_s;
    facts.account = Account{.displayPhoneNumber = u"+34 600 11 22 33"_s, .messagingLimit = 1000};
    facts.hasToken = true;
    facts.messageTemplate =
        MessageTemplate{.name = u"hello"_s, .language = u"en_US"_s, .status = u"APPROVED"_s};
    facts.recipients = 10;
    facts.now = utc("2026-01-15T12:00:00Z");
    facts.zone = kBerlin;
    return facts;
}

CheckLevel levelOf(const PreflightFacts &facts, const QString &id)
{
    for (const PreflightCheck &check : preflight(facts)) {
        if (check.id == id)
            return check.level;
    }
    ADD_FAILURE() << "no check " << id.toStdString();
    return CheckLevel::Block;
}

} // namespace

TEST(PreflightTest, aGoodCampaignPassesEveryCheck)
{
    for (const PreflightCheck &check : preflight(goodFacts())) {
        EXPECT_EQ(check.level, CheckLevel::Pass) << check.message.toStdString();
        EXPECT_FALSE(check.message.isEmpty());
    }
}

TEST(PreflightTest, whatForbidsSendingBlocks)
{
    const auto blocks = [](const char *id, auto change) {
        PreflightFacts facts = goodFacts();
        change(facts);
        EXPECT_EQ(levelOf(facts, QString::fromLatin1(id)), CheckLevel::Block) << id;
        EXPECT_FALSE(isReady(preflight(facts)));
    };
    blocks("name", [](PreflightFacts &facts) { facts.campaign.name = u"  "_s; });
    blocks("template", [](PreflightFacts &facts) { facts.messageTemplate.reset(); });
    blocks("template", [](PreflightFacts &facts) { facts.messageTemplate->status = u"PAUSED"_s; });
    blocks("template",
           [](PreflightFacts &facts) { facts.messageTemplate->unsupportedParts = {u"CAROUSEL"_s}; });
    blocks("recipients", [](PreflightFacts &facts) { facts.recipients = 0; });
    blocks("variables", [](PreflightFacts &facts) { facts.withMissingVariables = 1; });
    blocks("variables", [](PreflightFacts &facts) {
        facts.withBadValues = 1;
        facts.refusedValues = {
            {ValueProblem::LineBreak, u"1"_s, 1}
        };
    });
    blocks("header_media",
           [](PreflightFacts &facts) { facts.messageTemplate->headerFormat = HeaderFormat::Image; });
    blocks("account", [](PreflightFacts &facts) { facts.account.reset(); });
    blocks("account", [](PreflightFacts &facts) { facts.hasToken = false; });
    blocks("workspace_folder", [](PreflightFacts &facts) { facts.networkFileSystem = u"nfs4"_s; });
    blocks("window", [](PreflightFacts &facts) { facts.campaign.settings.window.days = 0; });
}

TEST(PreflightTest, whoWasWrittenToWithinADayTakesNoPlaceOfTheMessagingLimit)
{
    PreflightFacts facts = goodFacts();
    facts.messagedInLast24Hours = 1000;
    facts.account->messagingLimit = 1000;
    EXPECT_EQ(levelOf(facts, u"messaging_limit"_s), CheckLevel::Warn);

    facts.alreadyCounted = facts.recipients;

    EXPECT_EQ(levelOf(facts, u"messaging_limit"_s), CheckLevel::Pass);
}

TEST(PreflightTest, whatAPersonShouldKnowWarnsAndForbidsNothing)
{
    const auto warns = [](const char *id, auto change) {
        PreflightFacts facts = goodFacts();
        change(facts);
        EXPECT_EQ(levelOf(facts, QString::fromLatin1(id)), CheckLevel::Warn) << id;
        EXPECT_TRUE(isReady(preflight(facts)));
    };
    warns("template", [](PreflightFacts &facts) { facts.messageTemplate->quality = u"RED"_s; });
    warns("account", [](PreflightFacts &facts) { facts.account->qualityRating = u"RED"_s; });
    warns("messaging_limit", [](PreflightFacts &facts) { facts.account->messagingLimit.reset(); });
    warns("messaging_limit", [](PreflightFacts &facts) { facts.messagedInLast24Hours = 995; });
    warns("rate", [](PreflightFacts &facts) {
        facts.campaign.settings.rate = {SendRate::Unit::PerSecond, 81};
    });
    warns("opt_in", [](PreflightFacts &facts) { facts.withoutOptIn = 1; });
    warns("us_marketing", [](PreflightFacts &facts) { facts.usMarketing = 1; });
    warns("workspace_folder", [](PreflightFacts &facts) { facts.syncedBy = u"Dropbox"_s; });
    warns("window", [](PreflightFacts &facts) { facts.now = utc("2026-01-15T22:00:00Z"); });
}

namespace {

QString messageOf(const PreflightFacts &facts, const QString &id)
{
    for (const PreflightCheck &check : preflight(facts)) {
        if (check.id == id)
            return check.message;
    }
    return {};
}

} // namespace

// "What exactly would Meta refuse, and in which column?"
TEST(PreflightTest, whatMetaWouldRefuseIsSaidByWhatIsWrong)
{
    PreflightFacts facts = goodFacts();
    facts.withBadValues = 1234;
    facts.refusedValues = {
        {ValueProblem::LineBreak, u"city"_s, 1200},
        {ValueProblem::Spaces,    u"name"_s, 30  },
        {ValueProblem::TooLong,   {},        4   }
    };

    const QString message = messageOf(facts, u"variables"_s);

    for (const QString &part :
         {u"line break or a tab in “city” (1,200)"_s, u"four spaces in a row in “name” (30)"_s,
          u"more than 1,024 characters (4)"_s})
        EXPECT_TRUE(message.contains(part)) << message.toStdString();
}

TEST(PreflightTest, whoGetsADefaultIsCounted)
{
    PreflightFacts facts = goodFacts();
    facts.campaign.settings.defaults = {
        {u"name"_s, u"Friend"_s}
    };
    facts.withDefaults = 12;
    facts.defaultsUsed = {
        {u"name"_s, 12}
    };

    EXPECT_EQ(levelOf(facts, u"variables"_s), CheckLevel::Pass);
    EXPECT_TRUE(messageOf(facts, u"variables"_s).contains(u"“Friend” for “name” (12)"_s));
}

TEST(PreflightTest, aHeaderFileLargerThanMetaAllowsBlocks)
{
    PreflightFacts facts = goodFacts();
    facts.messageTemplate->headerFormat = HeaderFormat::Image;
    facts.campaign.settings.headerMedia = HeaderMedia::fromText(u"/tmp/a.jpg"_s);
    facts.headerFileBytes = 5 * 1024 * 1024;
    EXPECT_EQ(levelOf(facts, u"header_media"_s), CheckLevel::Pass);

    facts.headerFileBytes = 5 * 1024 * 1024 + 1;
    EXPECT_EQ(levelOf(facts, u"header_media"_s), CheckLevel::Block);

    facts.headerFileBytes.reset();
    facts.isHeaderFileReadable = false;
    EXPECT_EQ(levelOf(facts, u"header_media"_s), CheckLevel::Block);
}

TEST(PreflightTest, theWindowIsJudgedInTheZoneItNames)
{
    PreflightFacts facts = goodFacts(); // noon in UTC, 13:00 in Berlin
    facts.campaign.settings.window.timeZone = u"Pacific/Auckland"_s; // 01:00 at night

    EXPECT_EQ(levelOf(facts, u"window"_s), CheckLevel::Warn);
}

TEST(SendEstimateTest, theFirstMessageLeavesAtOnce)
{
    const std::optional<SendEstimate> one =
        estimateSending(1, SendRate::gentle(), {}, {}, utc("2026-01-15T12:00:00Z"), kBerlin);
    const std::optional<SendEstimate> eleven =
        estimateSending(11, SendRate::gentle(), {}, {}, utc("2026-01-15T12:00:00Z"), kBerlin);

    EXPECT_EQ(one->duration, 0s);
    EXPECT_EQ(eleven->duration, 60s);
}

TEST(SendEstimateTest, aClosedWindowMovesTheStartAndSplitsTheRun)
{
    // 12 open hours a day at one a minute are 720 people; the window closes at 20:00 UTC.
    const std::optional<SendEstimate> estimate =
        estimateSending(1001, {SendRate::Unit::PerMinute, 1}, {}, {}, utc("2026-01-15T22:00:00Z"), kBerlin);

    ASSERT_TRUE(estimate);
    EXPECT_EQ(estimate->startsAt, utc("2026-01-16T08:00:00Z"));
    EXPECT_EQ(estimate->endsAt, utc("2026-01-17T12:40:00Z"));
    EXPECT_EQ(estimate->duration, 38h + 40min);
}

TEST(SendEstimateTest, aLongListUnderANarrowWindowIsEstimatedAtOnce)
{
    SendingWindow window = *SendingWindow::parseHours(u"09:00-09:01");
    QElapsedTimer timer;
    timer.start();

    const std::optional<SendEstimate> estimate = estimateSending(
        100'001, {SendRate::Unit::PerMinute, 1}, {}, window, utc("2026-01-15T08:00:00Z"), QTimeZone::utc());

    ASSERT_TRUE(estimate);
    EXPECT_EQ(estimate->endsAt - estimate->startsAt, 24h * 99'999 + 1min);
    EXPECT_LT(timer.elapsed(), 500);
}

TEST(SendEstimateTest, aWindowThatNeverOpensHasNoEstimate)
{
    SendingWindow window;
    window.days = 0;

    EXPECT_EQ(estimateSending(1, SendRate::gentle(), {}, window, utc("2026-01-15T12:00:00Z"), kBerlin),
              std::nullopt);
}

TEST(SendEstimateTest, aCampaignSpreadOverDaysEndsOnItsLastDay)
{
    const SendingWindow always = *SendingWindow::parseHours(u"00:00-24:00");

    const std::optional<SendEstimate> estimate = estimateSending(
        250, {SendRate::Unit::PerSecond, 1}, {}, always, utc("2026-01-15T12:00:00Z"), kBerlin, 100);

    ASSERT_TRUE(estimate);
    EXPECT_EQ(estimate->endsAt, utc("2026-01-16T23:00:49Z")); // two days on, from midnight in Berlin
}
