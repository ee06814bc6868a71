#include "engine/graphprobe.h"

#include "domain/ports/messagegateway.h"
#include "engine/senderdesk.h"

#include <QPointer>

void GraphProbe::serve(AccountId account, const std::shared_ptr<const Credential> &credential)
{
    NumberLane &lane = m_desk.lanes.of(account);
    const std::optional<MonotonicTime> at = lane.probeAt();
    if (!at)
        return;
    const MonotonicTime now = m_desk.ports.clock.monotonic();
    if (*at > now) {
        m_desk.wake.want(*at);
        return;
    }
    lane.noteProbe(now);
    m_desk.ports.gateway.probe(
        credential,
        [this, account, session = m_session, sender = QPointer<Sender>{&m_desk.sender}](bool isGraph) {
            if (!sender || session != m_session) // stopped meanwhile
                return;
            m_desk.lanes.of(account).noteProbed(isGraph, m_desk.ports.clock.monotonic());
            m_desk.wake.wantNow();
            m_desk.wake.arm();
        });
}
