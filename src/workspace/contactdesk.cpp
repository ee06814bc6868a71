#include "workspace/contactdesk.h"

#include "workspace/contactbooklock.h"
#include "workspace/enginelock.h"
#include "workspace/session.h"

Result<ErasureOutcome> ContactDesk::erase(const std::vector<PhoneNumber> &phones)
{
    const Result<std::unique_ptr<ContactBookLock>> lock =
        ContactBookLock::acquire(m_session.workspace().path());
    if (!lock)
        return lock.error();
    Erasure erasure{m_session.database()};
    const Result<ErasedPeople> erased = erasure.erase(phones, m_session.clock().now());
    if (!erased)
        return erased.error();
    const bool hasEngine = EngineLock::holder(m_session.workspace().path()).has_value();
    const Result<bool> isBusy = hasEngine ? isSending() : Result<bool>{false};
    if (!isBusy)
        return isBusy.error();
    if (*isBusy)
        return ErasureOutcome{*erased, false};
    const Result<> scrubbed = erasure.scrub();
    if (!scrubbed && scrubbed.error().kind != ErrorKind::Busy)
        return scrubbed.error();
    return ErasureOutcome{*erased, bool(scrubbed)};
}

Result<std::vector<DuplicateGroup>> ContactDesk::duplicates()
{
    return findDuplicates(m_session.database());
}

Result<MergeOutcome> ContactDesk::merge(const PhoneNumber &keep, const std::vector<PhoneNumber> &others)
{
    const Result<std::unique_ptr<ContactBookLock>> lock =
        ContactBookLock::acquire(m_session.workspace().path());
    if (!lock)
        return lock.error();
    return ContactMerge{m_session.database()}.merge(keep, others, m_session.clock().now());
}

Result<> ContactDesk::cleanUpAfterErasures(Sending sending)
{
    Erasure erasure{m_session.database()};
    const Result<bool> isDue = erasure.isScrubDue();
    if (!isDue)
        return isDue.error();
    if (!*isDue)
        return Done{};
    if (sending == Sending::MayBe) {
        const Result<bool> isBusy = isSending();
        if (!isBusy)
            return isBusy.error();
        if (*isBusy)
            return Done{};
    }
    return erasure.scrub();
}

Result<bool> ContactDesk::isSending()
{
    const Result<std::vector<Campaign>> sending =
        m_session.campaigns().list({.state = CampaignState::Sending, .limit = 1});
    if (!sending)
        return sending.error();
    return !sending->empty();
}
