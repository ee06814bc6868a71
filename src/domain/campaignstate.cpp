#include "domain/campaignstate.h"

#include "domain/statetransition.h"

using namespace Qt::StringLiterals;

namespace {

using Transition = StateTransition<CampaignState, CampaignEvent>;

using enum CampaignState;
using Event = CampaignEvent;

constexpr std::array kTransitions{
    Transition{Draft,     Event::Schedule,   Scheduled},
    Transition{Draft,     Event::Start,      Sending  },
    Transition{Scheduled, Event::Schedule,   Scheduled},
    Transition{Scheduled, Event::Unschedule, Draft    },
    Transition{Scheduled, Event::Start,      Sending  },
    Transition{Scheduled, Event::Pause,      Paused   },
    Transition{Scheduled, Event::Cancel,     Cancelled},
    Transition{Scheduled, Event::Fail,       Failed   },
    Transition{Sending,   Event::Pause,      Paused   },
    Transition{Sending,   Event::Finish,     Completed},
    Transition{Sending,   Event::Cancel,     Cancelled},
    Transition{Sending,   Event::Fail,       Failed   },
    Transition{Paused,    Event::Resume,     Sending  },
    Transition{Paused,    Event::Cancel,     Cancelled},
    Transition{Paused,    Event::Fail,       Failed   },
    Transition{Paused,    Event::Schedule,   Scheduled},
    Transition{Paused,    Event::Reopen,     Paused   },
    Transition{Sending,   Event::Reopen,     Sending  },
    Transition{Failed,    Event::Resume,     Sending  },
    Transition{Failed,    Event::Cancel,     Cancelled},
    Transition{Failed,    Event::Reopen,     Failed   },
    Transition{Completed, Event::Reopen,     Sending  },
};

} // namespace

std::optional<CampaignState> nextState(CampaignState state, CampaignEvent event)
{
    return nextStateIn(kTransitions, state, event);
}

QString toWord(CampaignState state)
{
    switch (state) {
    case Draft: return u"draft"_s;
    case Scheduled: return u"scheduled"_s;
    case Sending: return u"sending"_s;
    case Paused: return u"paused"_s;
    case Completed: return u"completed"_s;
    case Cancelled: return u"cancelled"_s;
    case Failed: return u"failed"_s;
    }
    Q_UNREACHABLE();
}

std::optional<CampaignState> campaignStateFromWord(QStringView word)
{
    for (const CampaignState state : kCampaignStates) {
        if (toWord(state) == word)
            return state;
    }
    return std::nullopt;
}

bool isLive(CampaignState state)
{
    return state == Scheduled || state == Sending || state == Paused;
}
