#include "presentation/segmentdraft.h"

#include "presentation/segmentmodels.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;

namespace {

SegmentRule rule(const QString &text)
{
    return *SegmentRule::fromText(text);
}

SegmentFacts facts()
{
    SegmentFacts facts;
    facts.attributes = {
        {u"Visits"_s,   AttributeType::Number},
        {u"Birthday"_s, AttributeType::Date  }
    };
    return facts;
}

SegmentRule firstLine(const QString &text)
{
    return asGroup(rule(text)).parts.front();
}

QString verbOf(const QString &text)
{
    const SegmentRule line = firstLine(text);
    for (const SegmentVerb &verb : verbsFor(topicOf(line.condition, facts()), line)) {
        if (verb.says(line))
            return verb.text;
    }
    return {};
}

} // namespace

TEST(SegmentDraftTest, everyLineThatCanBeWrittenInWordsHasAVerb)
{
    for (const QString &text : {u"tag = vip"_s,
                                u"not tag = vip"_s,
                                u"country != ES"_s,
                                u"opted in"_s,
                                u"not opted out"_s,
                                u"name starts Jo"_s,
                                u"phone contains 600"_s,
                                u"person = x"_s,
                                u"first-seen within 30 days"_s,
                                u"first-seen before 2026-01-01"_s,
                                u"messaged"_s,
                                u"not messaged within 30 days"_s,
                                u"messaged after 2026-01-01"_s,
                                u"attr:Visits <= 3"_s,
                                u"attr:Visits contains 3"_s,
                                u"attr:Birthday within 7 days"_s,
                                u"attr:Birthday = x"_s,
                                u"attr:City = Goa"_s,
                                u"attr:City > 4"_s,
                                u"not attr:City known"_s,
                                u"sent campaign 1"_s,
                                u"unread campaign 1"_s,
                                u"unanswered campaign 1"_s,
                                u"clicked campaign 1"_s,
                                u"failed campaign 1"_s,
                                u"retriable campaign 1"_s})
        EXPECT_FALSE(verbOf(text).isEmpty()) << qPrintable(text);
    EXPECT_EQ(verbOf(u"not messaged within 30 days"_s), u"was not sent in the last … days"_s);
    EXPECT_EQ(verbOf(u"attr:Visits >= 3"_s), u"is at least"_s);
}

TEST(SegmentDraftTest, aRuleOfWordsMeansTheSameAsGroups)
{
    EXPECT_EQ(asGroup(rule(u"tag = a or tag = b and not (tag = c or tag = d)"_s)).text(),
              u"tag = a or (tag = b and not (tag = c or tag = d))"_s);
    EXPECT_EQ(asGroup(rule(u"tag = a"_s)).text(), u"tag = a"_s);
    EXPECT_EQ(joinOf(asGroup(rule(u"not (tag = a and tag = b)"_s))), SegmentJoin::NotAll);
    EXPECT_EQ(asGroup({}), SegmentRule::everybody());
    const SegmentRule odd = asGroup(rule(u"tag = a and not name starts Jo"_s));
    ASSERT_EQ(odd.parts.size(), 2U);
    EXPECT_EQ(joinOf(odd.parts[1]), SegmentJoin::None) << "no verb says that, but a group does";
    EXPECT_EQ(odd.text(), u"tag = a and not (name starts Jo)"_s);
}

TEST(SegmentDraftTest, aGroupOfOneLineMeansThatLine)
{
    const SegmentRule line = rule(u"tag = a"_s);

    EXPECT_TRUE(meanTheSame(groupOf(SegmentJoin::All, {groupOf(SegmentJoin::Any, {line})}), line));
    EXPECT_FALSE(meanTheSame(groupOf(SegmentJoin::None, {line}), line));
}

TEST(SegmentDraftTest, whatIsNotWrittenYetIsLeftOutAndCounted)
{
    const SegmentRule line = SegmentRule::of({});
    const SegmentRule draft = groupOf(SegmentJoin::All,
                                      {rule(u"tag = a"_s), line, groupOf(SegmentJoin::Any, {line, line}),
                                       groupOf(SegmentJoin::Any, {rule(u"tag = b"_s), line})});

    EXPECT_EQ(unwrittenLines(draft), 4);
    EXPECT_EQ(writtenPart(draft).text(), u"tag = a and (tag = b)"_s);
    EXPECT_EQ(writtenPart(groupOf(SegmentJoin::Any, {line})), SegmentRule::everybody());
    EXPECT_EQ(writtenPart(rule(u"nobody"_s)), rule(u"nobody"_s)) << "that is what it says";
}

TEST(SegmentDraftTest, anotherVerbKeepsTheValueWhereItFits)
{
    const SegmentTopic visits = topicOf(firstLine(u"attr:Visits = 12"_s).condition, facts());
    const std::vector<SegmentVerb> verbs = verbsFor(visits);
    const SegmentRule atLeast = lineFor(visits, verbs[4], firstLine(u"attr:Visits = 12"_s));
    EXPECT_EQ(atLeast.text(), u"attr:Visits >= 12"_s);

    const SegmentTopic tag{SegmentTopic::Kind::Tag, {}};
    EXPECT_EQ(lineFor(tag, verbsFor(tag)[1], firstLine(u"tag = vip"_s)).text(), u"not tag = vip"_s);
    EXPECT_FALSE(isWritten(lineFor(tag, verbsFor(tag)[0], firstLine(u"country = ES"_s))));
}

TEST(SegmentDraftTest, theListOfSegmentsCountsAsItLearns)
{
    SegmentTableModel model;
    const QAbstractItemModelTester tester{&model};
    model.setEntries({
        {u"VIPs"_s, {}, std::nullopt},
        {u"Old"_s,  {}, 7           }
    });
    EXPECT_EQ(model.index(0, SegmentTableModel::People).data(), u"–"_s);

    model.setPeople(u"vips"_s, 1204);
    model.setPeople(u"gone"_s, 1);

    EXPECT_EQ(model.index(0, SegmentTableModel::People).data(), u"1,204"_s);
    EXPECT_EQ(model.rowOf(u"OLD"_s), 1);
}
