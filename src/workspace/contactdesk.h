#pragma once

#include "base/result.h"
#include "domain/phonenumber.h"
#include "storage/contactduplicates.h"
#include "storage/contactmerge.h"
#include "storage/erasure.h"

#include <QCoreApplication>

#include <vector>

class Session;

/// How an erasure went.
struct ErasureOutcome
{
    ErasedPeople people;
    bool isComplete = true; ///< otherwise unused parts of the file still hold traces; the engine cleans them
};

/// What a person does with the contact book, beyond a single store.
class ContactDesk
{
    Q_DECLARE_TR_FUNCTIONS(ContactDesk)

public:
    enum class Sending { MayBe, HasNotBegun };

    explicit ContactDesk(Session &session)
        : m_session{session}
    {
    }

    /// Erases these people: a keyed hash stays of each, and nothing else. From then on nobody finds them or
    /// writes to them. While an engine is sending, the unused parts of the file are left to it, which cleans
    /// them when nothing is sent; so too while another program reads. Busy, with the code "import_running",
    /// while people are imported.
    Result<ErasureOutcome> erase(const std::vector<PhoneNumber> &phones);

    /// Contacts that may be the same person; some seconds for a million of them.
    Result<std::vector<DuplicateGroup>> duplicates();
    /// Makes one contact of them; see ContactMerge. Busy, with the code "import_running", while people are
    /// imported.
    Result<MergeOutcome> merge(const PhoneNumber &keep, const std::vector<PhoneNumber> &others);

    /// Cleans the unused parts of the file if an erasure left that to be done and no campaign is sending. For
    /// the holder of the engine lock, before it sends and from time to time.
    Result<> cleanUpAfterErasures(Sending sending);

private:
    Result<bool> isSending();

    Session &m_session;
};
