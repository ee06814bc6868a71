#pragma once

#include "base/result.h"
#include "domain/account.h"

#include <memory>

class Clock;
class Simulator;

/// The simulator behind a practice workspace, in this process: on a free loopback port, with a token and an
/// app secret made at this moment.
class PracticeWorld
{
public:
    static Result<std::unique_ptr<PracticeWorld>> start(const Clock &clock);
    ~PracticeWorld();

    /// What speaks for `account` here, instead of anything real.
    Credential credentialFor(const Account &account) const;
    const QByteArray &appSecret() const { return m_appSecret; }
    /// Who plays the part of Meta; its journal says what has reached it.
    const Simulator &simulator() const { return *m_simulator; }
    /// Where the simulator reports deliveries from now on.
    void reportTo(const QUrl &webhook);

private:
    PracticeWorld(std::unique_ptr<Simulator> simulator, QByteArray appSecret);

    std::unique_ptr<Simulator> m_simulator;
    QByteArray m_appSecret;
};
