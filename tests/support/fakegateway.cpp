#include "support/fakegateway.h"

#include <algorithm>

using namespace Qt::StringLiterals;

FakeGateway::FakeGateway(const Clock &clock)
    : m_clock{clock}
{
    outcome = [this](const OutgoingMessage &) {
        return Accepted{.messageId = u"wamid.%1"_s.arg(++m_accepted), .messageStatus = u"accepted"_s};
    };
}

int FakeGateway::freeSlots() const
{
    return room - static_cast<int>(m_flights.size());
}

void FakeGateway::send(const OutgoingMessage &message, Answer answer)
{
    m_journal.push_back(
        {m_clock.monotonic(), m_clock.now(), message.to.e164(), message.attempt, message.headerMedia});
    const std::optional<SendOutcome> result = outcome(message);
    std::optional<MonotonicTime> answersAt;
    if (result)
        answersAt = m_clock.monotonic() + latency;
    m_flights.push_back({answersAt, result, std::move(answer)});
    m_highestInFlight = std::max(m_highestInFlight, static_cast<int>(m_flights.size()));
}

void FakeGateway::probe(const std::shared_ptr<const Credential> &, std::function<void(bool isGraph)> answer)
{
    m_probes.push_back(m_clock.monotonic());
    m_probing.emplace_back(m_clock.monotonic() + latency, std::move(answer));
}

void FakeGateway::abandonAll()
{
    std::vector<Flight> flights;
    flights.swap(m_flights);
    for (const Flight &flight : flights)
        flight.answer(Unknown{u"abandoned"_s});
}

void FakeGateway::deliverDue()
{
    std::vector<Flight> due;
    for (auto flight = m_flights.begin(); flight != m_flights.end();) {
        if (flight->answersAt && *flight->answersAt <= m_clock.monotonic()) {
            due.push_back(std::move(*flight));
            flight = m_flights.erase(flight);
        } else {
            ++flight;
        }
    }
    for (const Flight &flight : due)
        flight.answer(*flight.outcome);

    auto probing = std::exchange(m_probing, {});
    for (auto &[at, answer] : probing) {
        if (at <= m_clock.monotonic())
            answer(hasGraph);
        else
            m_probing.emplace_back(at, std::move(answer));
    }
}

std::optional<MonotonicTime> FakeGateway::nextAnswer() const
{
    std::optional<MonotonicTime> next;
    for (const Flight &flight : m_flights) {
        if (flight.answersAt)
            next = std::min(next.value_or(*flight.answersAt), *flight.answersAt);
    }
    for (const auto &[at, answer] : m_probing)
        next = std::min(next.value_or(at), at);
    return next;
}
