#pragma once

#include "domain/campaign.h"

#include <QCoreApplication>

#include <deque>
#include <optional>

/// Watches the answers of one campaign and says when its safety brake pulls. Only decided people are noted:
/// accepted, or refused for reasons of the recipient or the campaign; unknown outcomes and transient errors
/// say nothing.
class BrakeWatch
{
    Q_DECLARE_TR_FUNCTIONS(BrakeWatch)

public:
    explicit BrakeWatch(const SafetyBrake &brake);

    void noteAccepted();
    void noteRefused(int code, const QString &message);

    /// Why the campaign has to pause; nothing while all is well.
    std::optional<StateReason> tripped() const;

private:
    void note(bool isRefused);

    SafetyBrake m_brake;
    std::deque<bool> m_refused; ///< of the last people, oldest first
    int m_refusedCount = 0;
    int m_equalInARow = 0;
    int m_lastCode = 0;
    QString m_lastMessage;
};
