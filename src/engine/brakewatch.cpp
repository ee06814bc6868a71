#include "engine/brakewatch.h"

using namespace Qt::StringLiterals;

BrakeWatch::BrakeWatch(const SafetyBrake &brake)
    : m_brake{brake}
{
}

void BrakeWatch::noteAccepted()
{
    m_equalInARow = 0;
    note(false);
}

void BrakeWatch::noteRefused(int code, const QString &message)
{
    m_equalInARow = code == m_lastCode ? m_equalInARow + 1 : 1;
    m_lastCode = code;
    m_lastMessage = message;
    note(true);
}

std::optional<StateReason> BrakeWatch::tripped() const
{
    if (!m_brake.isOn)
        return std::nullopt;
    const QString advice =
        tr("Look at the failed recipients and their reasons, correct the list or the campaign, then resume.");
    if (m_equalInARow >= m_brake.equalInARow)
        return StateReason{
            u"brake"_s,
            //: %n people; %1 is the reason, a whole sentence
            tr("%n people in a row were refused for the same reason: %1", nullptr, m_equalInARow)
                .arg(m_lastMessage),
            advice};
    const auto decided = static_cast<int>(m_refused.size());
    if (decided >= m_brake.fewest && m_refusedCount * 100 > m_brake.percent * decided)
        return StateReason{u"brake"_s,
                           tr("%1 of the last %2 people were refused.").arg(m_refusedCount).arg(decided),
                           advice};
    return std::nullopt;
}

void BrakeWatch::note(bool isRefused)
{
    m_refused.push_back(isRefused);
    m_refusedCount += isRefused ? 1 : 0;
    if (static_cast<int>(m_refused.size()) > m_brake.last) {
        m_refusedCount -= m_refused.front() ? 1 : 0;
        m_refused.pop_front();
    }
}
