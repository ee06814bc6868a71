#include "workspace/relaycheck.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

bool RelayFindings::isGreen() const
{
    return std::all_of(states.begin(), states.end(),
                       [](RelayStepState state) { return state == RelayStepState::Passed; });
}

RelayCheck::RelayCheck(QObject *parent)
    : QObject{parent}
{
}

void RelayCheck::start(const RelayAccess &access)
{
    if (m_client)
        m_client.release()->deleteLater(); // it may be the one that is telling us something
    m_findings = {};
    m_hasKey = !access.key.isEmpty();
    m_client = std::make_unique<RelayClient>(access);
    m_client->askHealth([this, client = m_client.get()](const Result<> &answered, std::chrono::seconds) {
        if (client != m_client.get())
            return;
        // One that is unwell is one all the same; what it lacks is told by the next question.
        if (!answered && answered.error().code != "relay_unwell"_L1) {
            const bool isUntrusted = answered.error().code == "untrusted_certificate"_L1;
            if (isUntrusted)
                m_findings.states[size_t(RelayStep::Reachable)] = RelayStepState::Passed;
            failAt(isUntrusted ? RelayStep::Trusted : RelayStep::Reachable, answered.error());
            return;
        }
        m_findings.states[size_t(RelayStep::Reachable)] = RelayStepState::Passed;
        m_findings.states[size_t(RelayStep::Trusted)] = RelayStepState::Passed;
        askWithKey();
    });
}

void RelayCheck::askWithKey()
{
    if (!m_hasKey) {
        failAt(RelayStep::KeyKnown,
               {ErrorKind::Refused,
                tr("There is no key for the relay on this computer."),
                u"no_relay_key"_s,
                {}});
        return;
    }
    m_client->pull(0s, 0,
                   [this, client = m_client.get()](const Result<RelayBatch> &batch, std::chrono::seconds) {
                       if (client != m_client.get())
                           return;
                       if (batch)
                           take(*batch);
                       else
                           failAt(RelayStep::KeyKnown, batch.error());
                   });
}

void RelayCheck::failAt(RelayStep step, const Error &error)
{
    m_findings.states[size_t(step)] = RelayStepState::Failed;
    m_findings.problem = error;
    emit found(m_findings);
}

void RelayCheck::take(const RelayBatch &batch)
{
    const auto seen = [](bool isSeen) { return isSeen ? RelayStepState::Passed : RelayStepState::Awaited; };
    m_findings.states[size_t(RelayStep::KeyKnown)] = RelayStepState::Passed;
    // An event proves that Meta knows the address, whoever answered its handshake.
    m_findings.states[size_t(RelayStep::HandshakeSeen)] = seen(batch.handshakeAt || batch.arrivedAt);
    m_findings.states[size_t(RelayStep::EventSeen)] = seen(batch.arrivedAt.has_value());
    m_findings.handshakeAt = batch.handshakeAt;
    m_findings.arrivedAt = batch.arrivedAt;
    m_findings.waiting = batch.waiting;
    emit found(m_findings);
}
