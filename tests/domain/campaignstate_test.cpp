#include "domain/campaign.h"
#include "domain/campaignstate.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

using namespace Qt::StringLiterals;
using enum CampaignState;
using Event = CampaignEvent;

namespace {

constexpr std::array kEvents{Event::Schedule, Event::Unschedule, Event::Start, Event::Pause, Event::Resume,
                             Event::Finish,   Event::Cancel,     Event::Fail,  Event::Reopen};

} // namespace

TEST(CampaignStateTest, everyPairOfStateAndEventDoesWhatTheTableSays)
{
    const std::map<std::pair<CampaignState, Event>, CampaignState> expected{
        {{Draft, Event::Schedule},       Scheduled},
        {{Draft, Event::Start},          Sending  },
        {{Scheduled, Event::Schedule},   Scheduled},
        {{Scheduled, Event::Unschedule}, Draft    },
        {{Scheduled, Event::Start},      Sending  },
        {{Scheduled, Event::Pause},      Paused   },
        {{Scheduled, Event::Cancel},     Cancelled},
        {{Scheduled, Event::Fail},       Failed   },
        {{Sending, Event::Pause},        Paused   },
        {{Sending, Event::Finish},       Completed},
        {{Sending, Event::Cancel},       Cancelled},
        {{Sending, Event::Fail},         Failed   },
        {{Sending, Event::Reopen},       Sending  },
        {{Paused, Event::Schedule},      Scheduled},
        {{Paused, Event::Resume},        Sending  },
        {{Paused, Event::Cancel},        Cancelled},
        {{Paused, Event::Fail},          Failed   },
        {{Paused, Event::Reopen},        Paused   },
        {{Completed, Event::Reopen},     Sending  },
        {{Failed, Event::Resume},        Sending  },
        {{Failed, Event::Cancel},        Cancelled},
        {{Failed, Event::Reopen},        Failed   },
    };
    for (const CampaignState state : kCampaignStates) {
        for (const Event event : kEvents) {
            const auto found = expected.find({state, event});
            const std::optional<CampaignState> wanted =
                found == expected.end() ? std::nullopt : std::optional{found->second};
            EXPECT_EQ(nextState(state, event), wanted)
                << toWord(state).toStdString() << " event " << static_cast<int>(event);
        }
    }
}

TEST(CampaignStateTest, aCancelledCampaignNeverMovesAgain)
{
    for (const Event event : kEvents)
        EXPECT_EQ(nextState(Cancelled, event), std::nullopt);
}

TEST(CampaignStateTest, everyStateHasAWordOfItsOwnThatReadsBack)
{
    std::set<QString> words;
    for (const CampaignState state : kCampaignStates) {
        words.insert(toWord(state));
        EXPECT_EQ(campaignStateFromWord(toWord(state)), state);
    }
    EXPECT_EQ(words.size(), kCampaignStates.size());
    EXPECT_EQ(campaignStateFromWord(u"Sending"), std::nullopt);
}

TEST(CampaignStateTest, onlyScheduledSendingAndPausedCampaignsAreLive)
{
    for (const CampaignState state : kCampaignStates)
        EXPECT_EQ(isLive(state), state == Scheduled || state == Sending || state == Paused);
}

TEST(CampaignTest, countsAddUpAndRatesFollowTheirDefinitions)
{
    CampaignCounts counts;
    counts.set(RecipientStatus::Pending, 3);
    counts.set(RecipientStatus::Sending, 2);
    counts.set(RecipientStatus::Read, 5);

    EXPECT_EQ(counts.total(), 10);
    EXPECT_EQ(counts.remaining(), 5);

    const ReachedCounts reached{.sent = 8, .delivered = 4, .read = 2, .responded = 1};
    EXPECT_DOUBLE_EQ(deliveryRate(reached).value(), 0.5);
    EXPECT_DOUBLE_EQ(readRate(reached).value(), 0.5);
    EXPECT_DOUBLE_EQ(responseRate(reached).value(), 0.25);
    EXPECT_EQ(deliveryRate({}), std::nullopt);
}

TEST(SafetyBrakeTest, readsPercentAndWindowOrOff)
{
    const std::optional<SafetyBrake> narrow = SafetyBrake::parse(u"20/50");

    ASSERT_TRUE(narrow);
    EXPECT_EQ(narrow->percent, 20);
    EXPECT_EQ(narrow->last, 50);
    EXPECT_EQ(narrow->fewest, 50); // a window smaller than a hundred is judged when it is full
    EXPECT_EQ(narrow->text(), u"20/50"_s);
    EXPECT_FALSE(SafetyBrake::parse(u"off")->isOn);
    for (const QStringView bad : {u"", u"30", u"0/200", u"101/200", u"30/0", u"x/200", u"30/x", u"/200"})
        EXPECT_FALSE(SafetyBrake::parse(bad)) << bad.toString().toStdString();
}

TEST(HeaderMediaTest, tellsLinksIdsAndFilesApart)
{
    EXPECT_EQ(HeaderMedia::fromText(u"https://x.example/a.jpg"_s).kind, HeaderMedia::Kind::Link);
    EXPECT_EQ(HeaderMedia::fromText(u"1234567890"_s).kind, HeaderMedia::Kind::Id);
    EXPECT_EQ(HeaderMedia::fromText(u"/home/a/1234.jpg"_s).kind, HeaderMedia::Kind::File);
    EXPECT_EQ(HeaderMedia::fromText({}).kind, HeaderMedia::Kind::None);
}
