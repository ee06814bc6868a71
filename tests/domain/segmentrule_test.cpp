#include "domain/segmentrule.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using Subject = SegmentCondition::Subject;
using Test = SegmentCondition::Test;

namespace {

SegmentRule tagged(const QString &tag)
{
    return SegmentRule::of({.subject = Subject::Tag, .test = Test::Is, .value = tag});
}

QString complaint(const QString &text)
{
    const Result<SegmentRule> rule = SegmentRule::fromText(text);
    return rule ? QString{} : rule.error().code + u": "_s + rule.error().message;
}

} // namespace

TEST(SegmentRuleTest, andBindsMoreThanOr)
{
    const Result<SegmentRule> rule = SegmentRule::fromText(u"tag = a or tag = b and not tag = c"_s);

    ASSERT_TRUE(rule);
    EXPECT_EQ(
        *rule,
        SegmentRule::any({tagged(u"a"_s), SegmentRule::all({tagged(u"b"_s), tagged(u"c"_s).negated()})}));
}

TEST(SegmentRuleTest, whatIsWrittenIsReadAgainAsTheSame)
{
    for (const QString &text :
         {u"tag = \"Gold \\\"A\\\" \\\\ list\""_s,
          u"country = IN and (tag = a or not (tag = b and opted in))"_s,
          u"attr:\"Favourite city\" = \"São Paulo\" or attr:Visits >= 3.5"_s,
          u"read campaign 12 and not answered campaign 12"_s, u"not messaged within 30 days"_s,
          u"first-seen after 2026-01-31 and attr:Birthday before 2000-01-01"_s,
          u"name contains os and phone starts +91 and attr:City known"_s, u"messaged"_s, u"not everybody"_s,
          u"nobody or opted out"_s,
          u"unread campaign 3 or unanswered campaign 3 or retriable campaign 3 or clicked campaign 3"_s}) {
        const Result<SegmentRule> rule = SegmentRule::fromText(text);

        ASSERT_TRUE(rule) << text.toStdString() << ": " << rule.error().message.toStdString();
        EXPECT_EQ(rule->text(), text);
        EXPECT_EQ(*SegmentRule::fromText(rule->text()), *rule);
    }
}

TEST(SegmentRuleTest, wordsMayBeWrittenInCapitalsAndCountriesInSmallLetters)
{
    const Result<SegmentRule> rule = SegmentRule::fromText(u"Country = in AND NOT Tag != Vip"_s);

    ASSERT_TRUE(rule);
    EXPECT_EQ(rule->text(), u"country = IN and tag = Vip"_s);
}

TEST(SegmentRuleTest, noTextMeansEverybody)
{
    const Result<SegmentRule> rule = SegmentRule::fromText(u"  "_s);

    ASSERT_TRUE(rule);
    EXPECT_TRUE(rule->isEverybody());
    EXPECT_EQ(rule->text(), QString{});
}

TEST(SegmentRuleTest, aMistakeIsNamed)
{
    EXPECT_EQ(complaint(u"tag = a tag = b"_s),
              u"bad_rule: “tag” was not expected. Join conditions with “and” or “or”."_s);
    EXPECT_EQ(complaint(u"tag = \"a"_s), u"bad_rule: A quotation mark is not closed."_s);
    EXPECT_EQ(complaint(u"(tag = a"_s), u"bad_rule: A parenthesis is not closed."_s);
    EXPECT_EQ(complaint(u"attr:Age > old"_s), u"bad_rule: “old” is not a number."_s);
    EXPECT_EQ(complaint(u"attr:Age ="_s), u"bad_rule: A value is missing."_s);
    EXPECT_EQ(complaint(u"tag = a and"_s), u"bad_rule: A condition is missing at the end."_s);
    EXPECT_EQ(complaint(u"first-seen after yesterday"_s),
              u"bad_rule: “yesterday” is not a day such as 2026-11-25."_s);
    EXPECT_EQ(complaint(u"messaged within 0 days"_s), u"bad_rule: “0” is not a number of days."_s);
    EXPECT_TRUE(complaint(u"colour = red"_s).startsWith(u"bad_rule: “colour” is nothing"_s));
    EXPECT_TRUE(complaint(u"country > IN"_s).startsWith(u"bad_rule: This cannot be compared"_s));
    EXPECT_TRUE(complaint(u"read campaign x"_s).startsWith(u"bad_rule: “read” must be followed"_s));
    EXPECT_TRUE(complaint(u"("_s.repeated(5000)).startsWith(u"bad_rule: There are too many groups"_s));
}
