#pragma once

#include "base/clock.h"
#include "domain/ports/messagegateway.h"

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

/// Meta as a test wants it: answers after a latency on the test's clock, refuses, drops, or never answers at
/// all.
class FakeGateway final : public MessageGateway
{
public:
    struct Entry
    {
        MonotonicTime at;
        UtcTime wallTime;
        QString to;
        AttemptId attempt;
        HeaderMedia headerMedia;
    };

    explicit FakeGateway(const Clock &clock);

    /// What becomes of a message; nothing: it hangs until it is abandoned. Accepts everybody unless told.
    std::function<std::optional<SendOutcome>(const OutgoingMessage &)> outcome;
    std::chrono::nanoseconds latency = std::chrono::milliseconds{200};
    int room = 240;
    /// What probes find; they take as long as a message.
    bool hasGraph = true;

    int freeSlots() const override;
    void send(const OutgoingMessage &message, Answer answer) override;
    void probe(const std::shared_ptr<const Credential> &credential,
               std::function<void(bool isGraph)> answer) override;
    void abandonAll() override;

    /// Gives the answers that are due. The test calls it after moving its clock.
    void deliverDue();
    std::optional<MonotonicTime> nextAnswer() const;

    /// Every message that was posted, in order.
    const std::vector<Entry> &journal() const { return m_journal; }
    int inFlight() const { return static_cast<int>(m_flights.size()); }
    int highestInFlight() const { return m_highestInFlight; }
    const std::vector<MonotonicTime> &probes() const { return m_probes; }

private:
    struct Flight
    {
        std::optional<MonotonicTime> answersAt;
        std::optional<SendOutcome> outcome;
        Answer answer;
    };

    const Clock &m_clock;
    std::vector<Entry> m_journal;
    std::vector<Flight> m_flights;
    std::vector<MonotonicTime> m_probes;
    std::vector<std::pair<MonotonicTime, std::function<void(bool)>>> m_probing; ///< answered at that time
    int m_accepted = 0;
    int m_highestInFlight = 0;
};
