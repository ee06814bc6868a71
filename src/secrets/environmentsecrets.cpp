#include "secrets/environmentsecrets.h"

#include <QtGlobal>

EnvironmentSecrets EnvironmentSecrets::fromEnvironment()
{
    return {qgetenv(kTokenVariable).trimmed(), qgetenv(kAppSecretVariable).trimmed(),
            qgetenv(kRelayKeyVariable).trimmed()};
}
