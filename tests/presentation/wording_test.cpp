#include "presentation/wording.h"

#include <QLocale>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// English words and numbers, whatever the computer's own language is.
class WordingTest : public testing::Test
{
protected:
    WordingTest() { QLocale::setDefault(QLocale{u"en_GB"_s}); }
};

} // namespace

TEST_F(WordingTest, aShareOfFewPeopleIsSaidInPeople)
{
    EXPECT_EQ(shareText(3, 12), u"3 of 12"_s);
    EXPECT_EQ(shareText(3, 19), u"3 of 19"_s);
}

TEST_F(WordingTest, aShareOfManyPeopleIsAPercentageWithOneDecimal)
{
    EXPECT_EQ(shareText(6951, 7380), u"94.2\u00a0%"_s);
}

TEST_F(WordingTest, aShareOfNobodyIsUnknown)
{
    EXPECT_EQ(shareText(0, 0), u"–"_s);
}

TEST_F(WordingTest, allButOneIsNotAHundredPercent)
{
    EXPECT_EQ(wholePercentText(9999.0 / 10000.0), u"99\u00a0%"_s);
}

TEST_F(WordingTest, percentagesFollowTheLocale)
{
    QLocale::setDefault(QLocale{u"de_DE"_s});

    EXPECT_EQ(percentText(0.942), u"94,2\u00a0%"_s);
    EXPECT_EQ(countText(12480), u"12.480"_s);
}

TEST_F(WordingTest, durationsNameTheirTwoLargestUnits)
{
    EXPECT_EQ(durationText(42s), u"42 s"_s);
    EXPECT_EQ(durationText(8min + 22s), u"8 min 22 s"_s);
    EXPECT_EQ(durationText(60s), u"1 min"_s);
    EXPECT_EQ(durationText(2h + 18min + 5s), u"2 h 18 min"_s);
    EXPECT_EQ(durationText(2h), u"2 h"_s);
    EXPECT_EQ(durationText(3 * 24h + 22h + 1min), u"3 day(s) 22 h"_s);
}

TEST_F(WordingTest, aRoughDurationLeavesSecondsOut)
{
    EXPECT_EQ(roughDurationText(8min + 22s), u"8 min"_s);
    EXPECT_EQ(roughDurationText(75s), u"1 min 15 s"_s);
}

TEST_F(WordingTest, aNegativeDurationIsNone)
{
    EXPECT_EQ(durationText(-5s), u"0 s"_s);
}

TEST_F(WordingTest, timesNearNowAreRelativeAndOthersAreNamed)
{
    const UtcTime now = fromMilliseconds(1'795'000'000'000);

    EXPECT_EQ(relativeText(now - 3s, now), u"3 s ago"_s);
    EXPECT_EQ(relativeText(now - 400ms, now), u"just now"_s);
    EXPECT_EQ(relativeText(now + 22h + 18min, now), u"in 22 h 18 min"_s);
    EXPECT_EQ(relativeText(now + 25h, now), momentText(now + 25h));
}

TEST_F(WordingTest, aPhoneNumberStaysLeftToRight)
{
    const auto grouped = [](const QString &e164) { return e164.left(3) + u' ' + e164.mid(3); };

    EXPECT_EQ(phoneText(*PhoneNumber::fromE164(u"+34600000274"), grouped), u"\u2066+34 600000274\u2069"_s);
    EXPECT_EQ(phoneText(*PhoneNumber::fromE164(u"+34600000274"), {}), u"\u2066+34600000274\u2069"_s);
}

TEST_F(WordingTest, metasWordsBecomeWordsForPeople)
{
    EXPECT_EQ(languageText(u"es"_s), u"Spanish"_s);
    EXPECT_EQ(languageText(u"en_US"_s), u"English (US)"_s);
    EXPECT_EQ(categoryText(u"MARKETING"_s), u"Marketing"_s);
    EXPECT_EQ(categoryText(u"SOMETHING_NEW"_s), u"Something new"_s);
    EXPECT_EQ(qualityText(u"GREEN"_s), u"High"_s);
    EXPECT_EQ(qualityText({}), u"Not rated yet"_s);
    EXPECT_EQ(templateStatusText(u"PENDING"_s), u"In review"_s);
}

TEST_F(WordingTest, everyStatusHasAWordOfItsOwn)
{
    QStringList words;
    for (const CampaignState state : kCampaignStates)
        words << wordFor(state);
    EXPECT_EQ(QSet<QString>(words.begin(), words.end()).size(), words.size());
    words.clear();
    for (const RecipientStatus status : kRecipientStatuses)
        words << wordFor(status);
    EXPECT_EQ(QSet<QString>(words.begin(), words.end()).size(), words.size());
}

TEST_F(WordingTest, everyPreflightCheckHasAHeading)
{
    for (const PreflightCheck &check : preflight({})) {
        EXPECT_FALSE(checkTitle(check).isEmpty()) << check.id.toStdString();
        EXPECT_NE(checkTitle(check), check.message) << check.id.toStdString();
    }
}
