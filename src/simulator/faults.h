#pragma once

#include "base/result.h"

#include <QByteArray>

#include <chrono>
#include <mutex>
#include <optional>
#include <vector>

/// Something that is made to go wrong with messages to certain recipients.
struct Fault
{
    enum class Act {
        None, ///< only the delay
        Refuse, ///< answered with an error; not accepted
        DropBefore, ///< the connection closes; not accepted
        DropAfter, ///< accepted, then the connection closes without an answer
        RawBody, ///< `body` as it is; accepted when the status is 2xx, whatever the body says
    };

    QByteArray to; ///< "+" and digits, or their beginning; empty means everybody
    bool isPrefix = false;
    std::optional<int> timesLeft; ///< nothing: as often as it comes
    Act act = Act::None;
    int status = 0;
    int code = 0;
    QByteArray body;
    std::chrono::milliseconds delay{0};
};

/// Reads a faults file:
/// `[{"to": "+9199…" or a prefix ending in *, "times": N or null, "then": {"status": 400, "code": 131026} |
/// {"drop": "before"|"after"} | {"delay_ms": N} | {"body": "raw text", "status": N}}]`.
/// A delay may stand beside any other. The error names the entry, counted from 1.
Result<std::vector<Fault>> parseFaults(const QByteArray &json);

/// The faults in force. May be used from any thread.
class FaultList
{
public:
    void replace(std::vector<Fault> faults);

    /// The first fault for this recipient ("+" and digits) that is not used up. Counts as one use.
    std::optional<Fault> take(const QByteArray &to);

private:
    // Owner: this class; guards the list between the server's thread and whoever replaces it.
    std::mutex m_mutex;
    std::vector<Fault> m_faults;
};
