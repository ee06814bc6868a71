#include "widgets/wizard/draftsaving.h"

#include <chrono>

using namespace std::chrono_literals;

namespace {

constexpr auto kSaveDelay = 400ms;

} // namespace

DraftSaving::DraftSaving(QObject *parent)
    : QObject{parent}
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kSaveDelay);
    connect(&m_timer, &QTimer::timeout, this, &DraftSaving::due);
}

void DraftSaving::restart(bool isStored)
{
    m_timer.stop();
    m_state = isStored ? Saving::Done : Saving::NotYet;
    m_savedAt.reset();
}

void DraftSaving::noteEdit()
{
    m_state = Saving::Running;
    m_timer.start();
}

void DraftSaving::noteHandedOver()
{
    m_timer.stop();
    m_state = Saving::Running;
}

void DraftSaving::noteSaved(UtcTime at)
{
    m_savedAt = at;
    if (!m_timer.isActive())
        m_state = Saving::Done;
}

void DraftSaving::noteFailed(const QString &problem)
{
    m_state = Saving::Failed;
    m_problem = problem;
}

bool DraftSaving::isOutstanding() const
{
    return m_state == Saving::Running || m_state == Saving::Failed;
}

void DraftSaving::showIn(WizardFooter &footer) const
{
    footer.setSaving(m_state, m_savedAt, m_problem);
}
