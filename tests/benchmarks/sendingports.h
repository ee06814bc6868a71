#pragma once

#include "simulatorprocess.h"

#include "domain/ids.h"
#include "domain/ports/credentialsource.h"
#include "domain/ports/headermediaresolver.h"

// What a sender asks, answered for benchmarks.

class FixedCredential final : public CredentialSource
{
public:
    explicit FixedCredential(std::shared_ptr<const Credential> credential)
        : m_credential{std::move(credential)}
    {
    }

    Result<std::shared_ptr<const Credential>> credentialFor(AccountId) override { return m_credential; }

private:
    std::shared_ptr<const Credential> m_credential;
};

/// For campaigns without a header file: nobody asks.
class NoHeaderMedia final : public HeaderMediaResolver
{
public:
    void resolve(const Campaign &, const std::shared_ptr<const Credential> &, Answer) override
    {
        Q_UNREACHABLE();
    }
    void upload(const HeaderMedia &, const std::shared_ptr<const Credential> &, Answer) override
    {
        Q_UNREACHABLE();
    }
};

/// An account of ours at this simulator.
std::shared_ptr<const Credential> credentialFor(const SimulatorProcess &simulator, AccountId account);
