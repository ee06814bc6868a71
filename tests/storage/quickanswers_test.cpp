#include "storage/inboxstore.h"
#include "storage/temporaryworkspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using ::testing::SizeIs;

TEST(QuickAnswersTest, theyHaveNamesOfTheirOwn)
{
    TemporaryWorkspace workspace;
    InboxStore inbox{workspace.database()};
    const QuickAnswer prices = valueOf(inbox.putQuickAnswer({0, u"Prices"_s, u"See our list."_s}));
    valueOf(inbox.putQuickAnswer({0, u"Hours"_s, u"We open at nine."_s}));

    const Result<QuickAnswer> taken = inbox.putQuickAnswer({0, u"PRICES"_s, u"…"_s});
    valueOf(inbox.putQuickAnswer({prices.id, u"Prices"_s, u"From €300."_s}));

    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().code, u"name_taken"_s);
    EXPECT_THAT(valueOf(inbox.quickAnswers()), SizeIs(2));
    EXPECT_EQ(valueOf(inbox.quickAnswers())[1].text, u"From €300."_s);
    valueOf(inbox.removeQuickAnswer(prices.id));
    EXPECT_THAT(valueOf(inbox.quickAnswers()), SizeIs(1));
}
