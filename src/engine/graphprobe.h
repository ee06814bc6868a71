#pragma once

#include "domain/ids.h"

#include <memory>

struct Credential;
struct SenderDesk;

/// Finds out whether Graph answers again on a number's way, once something else did: only a harmless question
/// goes out meanwhile.
class GraphProbe
{
public:
    explicit GraphProbe(SenderDesk &desk)
        : m_desk{desk}
    {
    }

    /// Asks, if the lane of the number wants to know now; else wakes the sender when it will.
    void serve(AccountId account, const std::shared_ptr<const Credential> &credential);

    /// Answers to what was asked until now are no longer wanted.
    void forget() { ++m_session; }

private:
    SenderDesk &m_desk;
    int m_session = 0; ///< counts the times that answers were forgotten
};
