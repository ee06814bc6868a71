#include "workspace/draftfilling.h"

#include "storage/draftpeople.h"
#include "workspace/session.h"

#include <QDir>

using namespace Qt::StringLiterals;

DraftFilling::DraftFilling(Session &session, CampaignId draft)
    : m_session{session}
    , m_draft{draft}
    , m_lock{QDir{session.workspace().path()}.filePath(u"filling-%1.lock"_s.arg(draft.value))}
{
    m_lock.setStaleLockTime(0); // only the death of its holder frees it
}

QString DraftFilling::key() const
{
    return fillingKey(m_draft);
}

Result<std::unique_ptr<DraftFilling>> DraftFilling::begin(Session &session, CampaignId draft)
{
    std::unique_ptr<DraftFilling> filling{
        new DraftFilling{session, draft}
    };
    if (!filling->m_lock.tryLock())
        return Error{ErrorKind::Busy,
                     tr("Another list is being put into this campaign. Wait until it is done."),
                     u"import_running"_s,
                     {}};
    if (const Result<bool> settled = filling->takeBackLeftovers(); !settled)
        return settled.error();
    Result<ImportMark> mark = session.campaigns().importMark(draft);
    if (!mark)
        return mark.error();
    filling->m_mark = *std::move(mark);
    const Result<> noted =
        session.settings().setValue(filling->key(), QString::number(filling->m_mark.lastRecipient.value));
    if (!noted)
        return noted.error();
    return filling;
}

Result<> DraftFilling::finish()
{
    return m_session.settings().remove(key());
}

Result<> DraftFilling::requireFilled(Session &session, CampaignId draft)
{
    DraftFilling filling{session, draft};
    const Result<std::optional<QString>> left = session.settings().value(filling.key());
    if (!left || !*left)
        return left ? Result<>{Done{}} : left.error();
    if (!filling.m_lock.tryLock())
        return Error{ErrorKind::Refused,
                     tr("People are still being put into this campaign. Try again in a moment."),
                     u"still_filling"_s,
                     {}};
    const Result<bool> wasLeft = filling.takeBackLeftovers();
    if (!wasLeft || !*wasLeft)
        return wasLeft ? Result<>{Done{}} : wasLeft.error();
    return Error{ErrorKind::Refused,
                 tr("The program stopped while a list was being put into this campaign. Those who had come "
                    "were taken out again: import the list once more, then send."),
                 u"import_unfinished"_s,
                 {}};
}

/// Whether there were any. Contacts that were made for them stay in the book.
Result<bool> DraftFilling::takeBackLeftovers()
{
    const Result<std::optional<QString>> left = m_session.settings().value(key());
    if (!left)
        return left.error();
    if (!*left)
        return false;
    const Result<int> undone = m_session.campaigns().undoImport(m_draft, {{(*left)->toLongLong()}});
    if (!undone)
        return undone.error();
    if (const Result<> finished = finish(); !finished)
        return finished.error();
    return true;
}
