#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "domain/ids.h"
#include "domain/phonenumber.h"
#include "storage/contactarrivals.h"
#include "storage/contactduplicates.h"
#include "storage/contactmerge.h"
#include "storage/erasure.h"

#include <QCoreApplication>

#include <chrono>
#include <functional>
#include <optional>
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
    using People = std::vector<ContactId>;
    /// How many of the people are done.
    using Progress = std::function<void(qint64 done, qint64 total)>;

    explicit ContactDesk(Session &session)
        : m_session{session}
    {
    }

    /// Erases these people: a keyed hash stays of each, and nothing else. From then on nobody finds them or
    /// writes to them. While an engine is sending, the unused parts of the file are left to it, which cleans
    /// them when nothing is sent; so too while another program reads. Busy, with the code "import_running",
    /// while people are imported.
    Result<ErasureOutcome> erase(const std::vector<PhoneNumber> &phones);

    /// Contacts that may be the same person; some seconds for a million of them. Cancelled, those found
    /// so far.
    Result<std::vector<DuplicateGroup>> duplicates(const CancelToken &cancel = {});
    /// Makes one contact of them; see ContactMerge. Busy, with the code "import_running", while people are
    /// imported.
    Result<MergeOutcome> merge(const PhoneNumber &keep, const std::vector<PhoneNumber> &others);
    /// The same for people of the book, some at a time. Cancelled, those done so far are erased.
    Result<ErasureOutcome> erase(const People &people, const CancelToken &cancel = {},
                                 const Progress &progress = {});

    /// These people with consent, tags and attributes, in their order, as a CSV file that can be imported
    /// again; how many they were. The file appears whole or, cancelled, not at all: nothing is returned then.
    Result<std::optional<qint64>> writeCsv(const People &people, const QString &path,
                                           const CancelToken &cancel = {}, const Progress &progress = {});

    /// Copies people to where searches and lists find them quickly, for about `atMost`; whether some are
    /// left. Beside a sender it makes room between its short transactions. Before that it takes back what a
    /// dead program has left of an import.
    Result<bool> catchUpIndex(std::chrono::milliseconds atMost, const CancelToken &cancel = {});

    /// How many people are still to be copied there.
    Result<qint64> behindIndex();

    /// Brings what is left of an import that was whole when its program died; nobody is to see a book that
    /// has half of it. Removes the file in which its people waited. Nothing else costs more than a look.
    Result<> finishImport();

    /// Cleans the unused parts of the file if an erasure left that to be done and no campaign is sending. For
    /// the holder of the engine lock, before it sends and from time to time.
    Result<> cleanUpAfterErasures(Sending sending);

private:
    /// After an erasure; false where the file could not be cleaned now.
    Result<bool> scrub(Erasure &erasure);
    Result<bool> isSending();
    Result<> settleImport(ContactArrivals::Unfinished atLeast);

    Session &m_session;
};
