#pragma once

#include "base/result.h"
#include "domain/insights.h"
#include "domain/ports/insightsgateway.h"
#include "workspace/accountdesk.h"

#include <QObject>

#include <functional>
#include <memory>

class CredentialVault;

/// Asks Meta what it counts of an account, one request after the other, and stops where Meta wants to be left
/// alone or most of the allowance is used. Lives on a thread with an event loop; answers come there, exactly
/// once, not from within the call, and none comes after it is gone. It stores nothing.
class InsightsReader : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const InsightsFindings &)>;

    /// The vault must outlive it.
    explicit InsightsReader(CredentialVault &vault, QObject *parent = nullptr);
    InsightsReader(CredentialVault &vault, std::unique_ptr<InsightsGateway> gateway,
                   QObject *parent = nullptr);
    ~InsightsReader() override;

    void read(const KnownAccount &account, const InsightsQuestion &question, Answer answer);
    /// Lets Meta count from now on, which cannot be undone; the answer holds the state afterwards.
    void enable(const KnownAccount &account, Answer answer);

private:
    struct Reading;

    void resolve(const KnownAccount &account, std::shared_ptr<Reading> reading,
                 std::function<void(std::shared_ptr<Reading>)> next);
    void readState(const std::shared_ptr<Reading> &reading);
    void readTemplates(const std::shared_ptr<Reading> &reading);
    void readPrices(const std::shared_ptr<Reading> &reading);

    CredentialVault &m_vault;
    std::unique_ptr<InsightsGateway> m_gateway;
};
