#include "workspace/contactdesk.h"

#include "exchange/csvwriter.h"
#include "storage/contactindex.h"
#include "workspace/contactbooklock.h"
#include "workspace/enginelock.h"
#include "workspace/mediafolder.h"
#include "workspace/session.h"

#include <QElapsedTimer>

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr size_t kWrittenAtOnce = 1000;
/// Copied to the index between two words of how far an export is.
constexpr std::chrono::milliseconds kIndexedBetweenWords = 250ms;
/// Erased in one transaction, beside which others have to wait.
constexpr size_t kErasedAtOnce = 200;
/// Longer than whoever waits for the database sleeps before looking again.
constexpr std::chrono::milliseconds kPauseBesideASender = 30ms;

ContactDesk::People pieceOf(const ContactDesk::People &people, size_t first, size_t atMost)
{
    const auto begin = people.begin() + static_cast<std::ptrdiff_t>(first);
    return {begin, begin + static_cast<std::ptrdiff_t>(std::min(atMost, people.size() - first))};
}

QStringList headingOf(const std::vector<Attribute> &attributes)
{
    QStringList cells{u"phone"_s,        u"name"_s,           u"tags"_s,
                      u"country"_s,      u"opted_in_at"_s,    u"opt_in_source"_s,
                      u"opted_out_at"_s, u"opt_out_source"_s, u"added_at"_s};
    for (const Attribute &attribute : attributes)
        cells << attribute.name;
    return cells;
}

QString timeText(const std::optional<UtcTime> &time)
{
    return time ? toIsoText(*time) : QString{};
}

QStringList cellsOf(const Contact &contact, const std::vector<Attribute> &attributes)
{
    QStringList cells{
        contact.phone.e164(),        contact.name,        contact.tags.join(u", "_s),   contact.region,
        timeText(contact.optedInAt), contact.optInSource, timeText(contact.optedOutAt), contact.optOutSource,
        toIsoText(contact.createdAt)};
    for (const Attribute &attribute : attributes)
        cells << contact.attributes.value(attribute.name);
    return cells;
}

} // namespace

Result<ErasureOutcome> ContactDesk::erase(const std::vector<PhoneNumber> &phones)
{
    const Result<std::unique_ptr<ContactBookLock>> lock = ContactBookLock::acquire(m_session);
    if (!lock)
        return lock.error();
    Erasure erasure{m_session.database()};
    const Result<ErasedPeople> erased = erasure.erase(phones, m_session.clock().now());
    if (!erased)
        return erased.error();
    if (const Result<> deleted = deleteLeftMedia(m_session); !deleted)
        return deleted.error();
    const Result<bool> isClean = scrub(erasure);
    if (!isClean)
        return isClean.error();
    return ErasureOutcome{*erased, *isClean};
}

Result<ErasureOutcome> ContactDesk::erase(const People &people, const CancelToken &cancel,
                                          const Progress &progress)
{
    const Result<std::unique_ptr<ContactBookLock>> lock = ContactBookLock::acquire(m_session);
    if (!lock)
        return lock.error();
    Erasure erasure{m_session.database()};
    ErasureOutcome outcome;
    for (size_t first = 0; first < people.size() && !cancel.isCancelled(); first += kErasedAtOnce) {
        const People piece = pieceOf(people, first, kErasedAtOnce);
        const Result<std::vector<Contact>> contacts = m_session.contacts().rows(piece);
        if (!contacts)
            return contacts.error();
        std::vector<PhoneNumber> phones;
        for (const Contact &contact : *contacts)
            phones.push_back(contact.phone);
        const Result<ErasedPeople> erased = erasure.erase(phones, m_session.clock().now());
        if (!erased)
            return erased.error();
        outcome.people.numbers += erased->numbers;
        outcome.people.contacts += erased->contacts;
        outcome.people.recipients += erased->recipients;
        outcome.people.messages += erased->messages;
        if (progress)
            progress(static_cast<qint64>(first + piece.size()), static_cast<qint64>(people.size()));
    }
    if (const Result<> deleted = deleteLeftMedia(m_session); !deleted)
        return deleted.error();
    const Result<bool> isClean = scrub(erasure);
    if (!isClean)
        return isClean.error();
    outcome.isComplete = *isClean;
    return outcome;
}

Result<std::optional<qint64>> ContactDesk::writeCsv(const People &people, const QString &path,
                                                    const CancelToken &cancel, const Progress &progress)
{
    // An attribute is listed once its people are copied; none may be missing from the file.
    for (bool isLeft = true; isLeft && !cancel.isCancelled();) {
        const Result<bool> listed = catchUpIndex(kIndexedBetweenWords, cancel);
        if (!listed)
            return listed.error();
        isLeft = *listed;
        if (isLeft && progress)
            progress(0, static_cast<qint64>(people.size()));
    }
    const Result<std::vector<Attribute>> attributes = m_session.contacts().attributes();
    if (!attributes)
        return attributes.error();
    Result<CsvWriter> file = CsvWriter::open(path);
    if (!file)
        return file.error();
    if (const Result<> written = file->writeRow(headingOf(*attributes)); !written)
        return written.error();
    for (size_t first = 0; first < people.size(); first += kWrittenAtOnce) {
        if (cancel.isCancelled())
            return std::optional<qint64>{};
        const Result<std::vector<Contact>> rows =
            m_session.contacts().rows(pieceOf(people, first, kWrittenAtOnce));
        if (!rows)
            return rows.error();
        for (const Contact &contact : *rows) {
            if (const Result<> written = file->writeRow(cellsOf(contact, *attributes)); !written)
                return written.error();
        }
        if (progress)
            progress(file->rows() - 1, static_cast<qint64>(people.size()));
    }
    if (const Result<> committed = file->commit(); !committed)
        return committed.error();
    return std::optional{file->rows() - 1};
}

Result<bool> ContactDesk::catchUpIndex(std::chrono::milliseconds atMost, const CancelToken &cancel)
{
    if (const Result<> settled = settleImport(ContactArrivals::Unfinished::Part); !settled)
        return settled.error();
    const bool hasSender = EngineLock::holder(m_session.workspace().path()).has_value();
    ContactIndex index{m_session.database()};
    QElapsedTimer timer;
    timer.start();
    while (!cancel.isCancelled()) {
        const Result<int> copied = index.step();
        if (!copied)
            return copied.error();
        if (*copied == 0)
            return false;
        if (timer.elapsed() >= atMost.count())
            break;
        if (hasSender)
            std::this_thread::sleep_for(kPauseBesideASender);
    }
    return true;
}

Result<> ContactDesk::finishImport()
{
    return settleImport(ContactArrivals::Unfinished::Whole);
}

Result<> ContactDesk::settleImport(ContactArrivals::Unfinished atLeast)
{
    const Result<ContactArrivals::Unfinished> state = ContactArrivals::unfinished(m_session.database());
    if (!state)
        return state.error();
    const bool isUnfinished = *state >= atLeast && *state != ContactArrivals::Unfinished::Nothing;
    if (!isUnfinished && !WaitingPeople::hasLeftovers(m_session.workspace().path()))
        return Done{};
    const Result<std::unique_ptr<ContactBookLock>> settled = ContactBookLock::acquire(m_session);
    if (!settled && settled.error().kind != ErrorKind::Busy) // its program lives and is at it
        return settled.error();
    return Done{};
}

Result<qint64> ContactDesk::behindIndex()
{
    return ContactIndex{m_session.database()}.behind();
}

Result<std::vector<DuplicateGroup>> ContactDesk::duplicates(const CancelToken &cancel)
{
    return findDuplicates(m_session.database(), cancel);
}

Result<MergeOutcome> ContactDesk::merge(const PhoneNumber &keep, const std::vector<PhoneNumber> &others)
{
    const Result<std::unique_ptr<ContactBookLock>> lock = ContactBookLock::acquire(m_session);
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

Result<bool> ContactDesk::scrub(Erasure &erasure)
{
    const bool hasEngine = EngineLock::holder(m_session.workspace().path()).has_value();
    const Result<bool> isBusy = hasEngine ? isSending() : Result<bool>{false};
    if (!isBusy)
        return isBusy.error();
    if (*isBusy)
        return false;
    const Result<> scrubbed = erasure.scrub();
    if (!scrubbed && scrubbed.error().kind != ErrorKind::Busy)
        return scrubbed.error();
    return bool(scrubbed);
}

Result<bool> ContactDesk::isSending()
{
    const Result<std::vector<Campaign>> sending =
        m_session.campaigns().list({.state = CampaignState::Sending, .limit = 1});
    if (!sending)
        return sending.error();
    return !sending->empty();
}
