#include "sendingports.h"

std::shared_ptr<const Credential> credentialFor(const SimulatorProcess &simulator, AccountId account)
{
    Credential credential;
    credential.account.id = account;
    credential.account.phoneNumberId = simulator.phoneNumberId();
    credential.account.wabaId = simulator.wabaId();
    credential.account.apiBase = simulator.url();
    credential.account.graphVersion = QString::fromLatin1(kDefaultGraphVersion);
    credential.token = simulator.token().toLatin1();
    return std::make_shared<const Credential>(std::move(credential));
}
