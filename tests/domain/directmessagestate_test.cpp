#include "domain/directmessagestate.h"

#include <gtest/gtest.h>

using State = DirectMessageState;
using Event = DirectMessageEvent;

TEST(DirectMessageStateTest, onlyAWaitingOneIsClaimed)
{
    for (const State state : kDirectMessageStates)
        EXPECT_EQ(nextState(state, Event::Claim).has_value(), state == State::Waiting)
            << toWord(state).toStdString();
}

TEST(DirectMessageStateTest, nothingLeadsBackToWaiting)
{
    for (const State state : kDirectMessageStates) {
        for (const Event event : {Event::Claim, Event::Decline, Event::Withdraw, Event::Expire, Event::Accept,
                                  Event::Refuse, Event::ProveUnsent, Event::LoseAnswer, Event::Fail})
            EXPECT_NE(nextState(state, event), State::Waiting) << toWord(state).toStdString();
    }
}

TEST(DirectMessageStateTest, aCertaintyReplacesADoubtAndNoDoubtACertainty)
{
    EXPECT_EQ(nextState(State::Unconfirmed, Event::Accept), State::Accepted);
    EXPECT_EQ(nextState(State::Unconfirmed, Event::Refuse), State::Refused);
    EXPECT_EQ(nextState(State::Accepted, Event::LoseAnswer), std::nullopt);
    EXPECT_EQ(nextState(State::Failed, Event::Accept), std::nullopt);
}

TEST(DirectMessageStateTest, wordsLeadBackToTheirStates)
{
    for (const State state : kDirectMessageStates)
        EXPECT_EQ(directMessageStateFromWord(toWord(state)), state);
    EXPECT_EQ(directMessageStateFromWord(u"posted"), std::nullopt);
}
