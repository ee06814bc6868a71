#include "base/faultpoint.h"

#include <QByteArrayList>

#include <array>
#include <atomic>
#include <csignal>
#include <optional>

// The end of fanfare-cli-mortal: SIGKILL at the n-th time that a point is reached, chosen by
// FANFARE_DIE_AT=after_claim:3.

namespace {

struct Name
{
    FaultPoint point;
    const char *word;
};

constexpr std::array kNames{
    Name{FaultPoint::AfterClaim,   "after_claim"  },
    Name{FaultPoint::BeforeWrite,  "before_write" },
    Name{FaultPoint::AfterWrite,   "after_write"  },
    Name{FaultPoint::AfterAnswer,  "after_answer" },
    Name{FaultPoint::BeforeCommit, "before_commit"},
    Name{FaultPoint::InMigration,  "in_migration" }
};

struct Fate
{
    std::optional<FaultPoint> point;
    int times = 0;
};

Fate chosenFate()
{
    const QByteArrayList chosen = qgetenv("FANFARE_DIE_AT").split(':');
    for (const Name &name : kNames) {
        if (chosen.value(0) == name.word)
            return {name.point, chosen.value(1).toInt()};
    }
    return {};
}

} // namespace

void reachFaultPoint(FaultPoint point)
{
    static const Fate fate = chosenFate();
    static std::atomic<int> reached = 0;
    if (fate.point == point && ++reached == fate.times)
        std::raise(SIGKILL);
}
