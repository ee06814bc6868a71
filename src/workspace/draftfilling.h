#pragma once

#include "base/result.h"
#include "domain/ids.h"
#include "storage/campaignstore.h"

#include <QCoreApplication>
#include <QLockFile>
#include <QString>

#include <memory>

class Session;

/// Marks a draft for as long as an import puts people into it, over all processes, so that nobody sends to
/// half a list: neither meanwhile, nor when the importing program died of it.
class DraftFilling
{
    Q_DECLARE_TR_FUNCTIONS(DraftFilling)

public:
    /// Takes back what an import has left whose program died. Busy, with the code "import_running", while
    /// another one is at it.
    static Result<std::unique_ptr<DraftFilling>> begin(Session &session, CampaignId draft);
    /// Without finish(), the draft stays half-filled.
    ~DraftFilling() = default;

    /// Where the draft stood before.
    ImportMark &mark() { return m_mark; }
    /// The draft is as it is meant to be: everybody is there, or those who came are taken out again.
    Result<> finish();

    /// Refused with the code "still_filling" while an import is at it, and with "import_unfinished" where one
    /// died of it: its people are taken out of the draft then, and a second try goes.
    static Result<> requireFilled(Session &session, CampaignId draft);

private:
    DraftFilling(Session &session, CampaignId draft);
    Result<bool> takeBackLeftovers();
    QString key() const;

    Session &m_session;
    CampaignId m_draft;
    QLockFile m_lock;
    ImportMark m_mark;
};
