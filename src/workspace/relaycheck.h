#pragma once

#include "base/result.h"
#include "domain/relay.h"
#include "webhooks/relayclient.h"

#include <QObject>

#include <array>
#include <optional>

/// What must be true of a relay, in the order in which it can be found out.
enum class RelayStep {
    Reachable, ///< a relay answers at the address
    Trusted, ///< over a connection that nobody else reads
    KeyKnown,
    HandshakeSeen, ///< Meta has checked the address
    EventSeen, ///< Meta has posted to it
};

enum class RelayStepState {
    Passed,
    Failed,
    Awaited, ///< nothing is wrong; it just has not happened yet
    NotReached, ///< an earlier one failed
};

/// How far a relay is set up.
struct RelayFindings
{
    static constexpr std::array kSteps{RelayStep::Reachable, RelayStep::Trusted, RelayStep::KeyKnown,
                                       RelayStep::HandshakeSeen, RelayStep::EventSeen};

    std::array<RelayStepState, kSteps.size()> states{RelayStepState::NotReached, RelayStepState::NotReached,
                                                     RelayStepState::NotReached, RelayStepState::NotReached,
                                                     RelayStepState::NotReached};
    std::optional<Error> problem; ///< of the step that failed
    std::optional<UtcTime> handshakeAt;
    std::optional<UtcTime> arrivedAt;
    qint64 waiting = 0;

    RelayStepState of(RelayStep step) const { return states[size_t(step)]; }
    bool isGreen() const;
};

/// Looks at a relay from this desktop, step by step. Fetches nothing. Lives on a thread with an event loop.
class RelayCheck final : public QObject
{
    Q_OBJECT

public:
    explicit RelayCheck(QObject *parent = nullptr);

    /// Answers by `found`; a check that runs is given up. An empty key is told as one that is not known.
    void start(const RelayAccess &access);

signals:
    void found(const RelayFindings &findings);

private:
    void askWithKey();
    void failAt(RelayStep step, const Error &error);
    void take(const RelayBatch &batch);

    std::unique_ptr<RelayClient> m_client;
    bool m_hasKey = false;
    RelayFindings m_findings;
};
