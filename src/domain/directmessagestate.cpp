#include "domain/directmessagestate.h"

#include "domain/statetransition.h"

using namespace Qt::StringLiterals;

namespace {

using Transition = StateTransition<DirectMessageState, DirectMessageEvent>;

using enum DirectMessageState;
using Event = DirectMessageEvent;

// What Meta reports about a message is better knowledge than any answer, or none.
constexpr std::array kTransitions{
    Transition{Waiting,     Event::Claim,       Sending    },
    Transition{Waiting,     Event::Decline,     Declined   },
    Transition{Waiting,     Event::Withdraw,    Withdrawn  },
    Transition{Waiting,     Event::Expire,      Expired    },
    Transition{Sending,     Event::Accept,      Accepted   },
    Transition{Sending,     Event::Refuse,      Refused    },
    Transition{Sending,     Event::ProveUnsent, NotSent    },
    Transition{Sending,     Event::LoseAnswer,  Unconfirmed},
    Transition{Sending,     Event::Fail,        Failed     },
    Transition{Unconfirmed, Event::Accept,      Accepted   },
    Transition{Unconfirmed, Event::Refuse,      Refused    },
    Transition{Unconfirmed, Event::ProveUnsent, NotSent    },
    Transition{Unconfirmed, Event::Fail,        Failed     },
    Transition{Accepted,    Event::Fail,        Failed     },
    Transition{Refused,     Event::Accept,      Accepted   },
    Transition{Refused,     Event::Fail,        Failed     },
    Transition{NotSent,     Event::Accept,      Accepted   },
    Transition{NotSent,     Event::Fail,        Failed     },
};

} // namespace

std::optional<DirectMessageState> nextState(DirectMessageState state, DirectMessageEvent event)
{
    return nextStateIn(kTransitions, state, event);
}

QString toWord(DirectMessageState state)
{
    switch (state) {
    case Waiting: return u"waiting"_s;
    case Sending: return u"sending"_s;
    case Accepted: return u"accepted"_s;
    case Refused: return u"refused"_s;
    case NotSent: return u"not_sent"_s;
    case Unconfirmed: return u"unconfirmed"_s;
    case Failed: return u"failed"_s;
    case Declined: return u"declined"_s;
    case Withdrawn: return u"withdrawn"_s;
    case Expired: return u"expired"_s;
    }
    Q_UNREACHABLE();
}

std::optional<DirectMessageState> directMessageStateFromWord(QStringView word)
{
    for (const DirectMessageState state : kDirectMessageStates) {
        if (toWord(state) == word)
            return state;
    }
    return std::nullopt;
}
