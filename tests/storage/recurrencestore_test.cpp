#include "storage/recurrencestore.h"

#include "storage/campaignstore.h"
#include "storage/temporaryworkspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using ::testing::IsEmpty;

namespace {

Recurrence weekly(CampaignId pattern, UtcTime next)
{
    return {
        pattern,
        {RecurrenceRule::Every::Week, 0b101, 1, 615, u"Europe/Madrid"_s},
        OccurrenceAction::Send,
        {        },
        next,
        {        }
    };
}

} // namespace

TEST(RecurrenceStoreTest, whatIsSetIsReadAgainUntilItIsStopped)
{
    TemporaryWorkspace workspace;
    RecurrenceStore store{workspace.database()};
    const CampaignId pattern = workspace.draftWith(2);
    const Recurrence recurrence = weekly(pattern, at(100));

    valueOf(store.set(recurrence, at(0)));

    EXPECT_EQ(valueOf(store.find(pattern)), recurrence);
    EXPECT_EQ(valueOf(store.list()).size(), 1u);
    EXPECT_THAT(valueOf(store.due(at(99))), IsEmpty());
    EXPECT_EQ(valueOf(store.due(at(100))).size(), 1u);
    EXPECT_TRUE(valueOf(store.stop(pattern, at(1))));
    EXPECT_FALSE(valueOf(store.stop(pattern, at(1))));
    EXPECT_EQ(valueOf(store.find(pattern)), std::nullopt);
}

TEST(RecurrenceStoreTest, aTimeIsBegunOnceWhoeverIsQuicker)
{
    TemporaryWorkspace workspace;
    const auto other = workspace.secondConnection();
    RecurrenceStore store{workspace.database()};
    RecurrenceStore secondStore{*other};
    const Recurrence seen = weekly(workspace.draftWith(2), at(100));
    valueOf(store.set(seen, at(0)));
    const DueOccurrence due{at(100), 0, at(200)};

    const auto first = valueOf(store.begin(seen, due, u"One"_s, at(101)));
    const auto second = valueOf(secondStore.begin(seen, due, u"Two"_s, at(101)));

    ASSERT_TRUE(first);
    EXPECT_EQ(second, std::nullopt);
    EXPECT_EQ(workspace.campaign(first->campaign).name, u"One"_s);
    EXPECT_EQ(valueOf(store.find(seen.pattern))->nextAt, at(200));
    EXPECT_TRUE(valueOf(store.isIncomplete(first->campaign)));
    EXPECT_EQ(valueOf(secondStore.incomplete()).size(), 1u);
    EXPECT_EQ(valueOf(store.patternOf(first->campaign)), seen.pattern);
}

TEST(RecurrenceStoreTest, aTimeThatWasMadeIsNotMadeAgainByANewRule)
{
    TemporaryWorkspace workspace;
    RecurrenceStore store{workspace.database()};
    const Recurrence seen = weekly(workspace.draftWith(2), at(100));
    valueOf(store.set(seen, at(0)));
    ASSERT_TRUE(valueOf(store.begin(seen, {at(100), 0, at(200)}, u"One"_s, at(101))));
    valueOf(store.set(seen, at(101)));

    EXPECT_EQ(valueOf(store.begin(seen, {at(100), 0, at(200)}, u"Two"_s, at(102))), std::nullopt);
}

TEST(RecurrenceStoreTest, aCompleteOneIsDoneAndItsProblemStandsByThePattern)
{
    TemporaryWorkspace workspace;
    RecurrenceStore store{workspace.database()};
    const Recurrence seen = weekly(workspace.draftWith(2), at(100));
    valueOf(store.set(seen, at(0)));
    const auto begun = valueOf(store.begin(seen, {at(100), 0, at(200)}, u"One"_s, at(101)));

    EXPECT_TRUE(valueOf(store.complete(*begun, u"The template is paused."_s, at(102))));
    EXPECT_FALSE(valueOf(store.complete(*begun, {}, at(103))));

    EXPECT_FALSE(valueOf(store.isIncomplete(begun->campaign)));
    EXPECT_EQ(valueOf(store.find(seen.pattern))->problem, u"The template is paused."_s);
}

TEST(RecurrenceStoreTest, aDeletedPatternIsNotRepeated)
{
    TemporaryWorkspace workspace;
    RecurrenceStore store{workspace.database()};
    const Recurrence seen = weekly(workspace.draftWith(2), at(100));
    valueOf(store.set(seen, at(0)));
    const auto begun = valueOf(store.begin(seen, {at(100), 0, at(200)}, u"One"_s, at(101)));

    valueOf(CampaignStore{workspace.database()}.remove(seen.pattern));

    EXPECT_THAT(valueOf(store.list()), IsEmpty());
    EXPECT_FALSE(valueOf(store.complete(*begun, {}, at(102))));
    EXPECT_EQ(workspace.campaign(begun->campaign).state, CampaignState::Draft);
}
