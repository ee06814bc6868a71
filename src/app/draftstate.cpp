#include "app/draftstate.h"

#include "workspace/session.h"

using namespace Qt::StringLiterals;

namespace {

QString wizardKey(CampaignId draft)
{
    return u"draft/%1/wizard"_s.arg(draft.value);
}

QString savedKey(CampaignId draft)
{
    return u"draft/%1/saved_at"_s.arg(draft.value);
}

} // namespace

DraftState readDraftState(Session &session, CampaignId draft)
{
    DraftState state;
    if (const Result<std::optional<QString>> wizard = session.settings().value(wizardKey(draft));
        wizard && *wizard)
        state.wizard = (*wizard)->toUtf8();
    if (const Result<std::optional<QString>> saved = session.settings().value(savedKey(draft));
        saved && *saved)
        state.savedAt = fromMilliseconds((*saved)->toLongLong());
    return state;
}

Result<> writeDraftState(Session &session, CampaignId draft, const QByteArray &wizard, UtcTime savedAt)
{
    const Result<> written = session.settings().setValue(wizardKey(draft), QString::fromUtf8(wizard));
    if (!written)
        return written;
    return session.settings().setValue(savedKey(draft), QString::number(toMilliseconds(savedAt)));
}

Result<> removeDraftState(Session &session, CampaignId draft)
{
    const Result<> removed = session.settings().remove(wizardKey(draft));
    if (!removed)
        return removed;
    return session.settings().remove(savedKey(draft));
}
