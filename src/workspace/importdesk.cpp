#include "workspace/importdesk.h"

#include "exchange/rejectswriter.h"
#include "storage/personpacking.h"
#include "storage/suppressionlist.h"
#include "workspace/contactbooklock.h"
#include "workspace/draftfilling.h"
#include "workspace/enginelock.h"
#include "workspace/session.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A transaction that puts people into a draft takes about so long: commits cost little then, and other
/// writers hardly wait.
constexpr std::chrono::milliseconds kTransaction = 20ms;
constexpr size_t kFewestPeople = 100; // a transaction
constexpr size_t kMostPeople = 5000;
/// Longer than whoever waits for the database sleeps before looking again.
constexpr std::chrono::milliseconds kPauseBesideASender = 30ms;

/// SHA-256 in hex; empty for what cannot be read.
QString hashOf(const QString &path)
{
    QFile file{path};
    QCryptographicHash hash{QCryptographicHash::Sha256};
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return {};
    return QString::fromLatin1(hash.result().toHex());
}

/// Rows on their way into the contact book.
ImportPacking packingFor(ContactArrivals &arrivals)
{
    return {
        .packPlain =
            [](const PlainRow &row, QByteArray &packed) {
                packPerson(row.phone.regionCode(), row.name, row.attributes, packed);
            },
        .pack = [](const ImportedRow &row,
                   QByteArray &packed) { packPerson(row.region, row.name, row.attributes, packed); },
        .take = [&arrivals](quint64 digits, QByteArrayView packed) { arrivals.addPacked(digits, packed); },
    };
}

} // namespace

/// Gathers accepted rows and stores them in transactions of bounded time.
class ImportDesk::Storing
{
public:
    /// What it makes is added to the mark.
    Storing(ImportDesk &desk, CampaignId draft, ImportMark &mark)
        : m_desk{desk}
        , m_draft{draft}
        , m_mark{mark}
    {
    }

    Result<> take(const QList<ImportedRow> &rows)
    {
        for (const ImportedRow &row : rows) {
            if (row.outcome != RowOutcome::Accepted)
                continue;
            m_waiting.push_back(
                {row.phone, row.region, row.name, row.variables, row.timeZone, row.attributes});
            if (m_waiting.size() < m_peopleAtOnce)
                continue;
            if (const Result<> stored = store(); !stored)
                return stored;
        }
        return Done{};
    }

    Result<> store()
    {
        if (m_waiting.empty())
            return Done{};
        QElapsedTimer timer;
        timer.start();
        Session &session = m_desk.m_session;
        const Result<std::vector<AddVerdict>> added = session.campaigns().addRecipients(
            m_draft, m_waiting, session.clock().now(), CameBy::Hand, &m_mark.contacts);
        if (!added)
            return added.error();
        const double took = std::max(1.0, double(timer.elapsed()));
        m_peopleAtOnce = std::clamp(size_t(double(m_waiting.size()) * double(kTransaction.count()) / took),
                                    kFewestPeople, kMostPeople);
        m_waiting.clear();
        if (m_desk.isSending())
            std::this_thread::sleep_for(kPauseBesideASender);
        return Done{};
    }

private:
    ImportDesk &m_desk;
    CampaignId m_draft;
    ImportMark &m_mark;
    std::vector<NewRecipient> m_waiting;
    size_t m_peopleAtOnce = kFewestPeople;
};

Result<ImportReport> ImportDesk::examine(const Campaign &draft, const ImportRequest &request,
                                         const Rows &rows, const CancelToken &cancel,
                                         const Progress &progress)
{
    Result<Opened> import = open(draft, request);
    if (!import)
        return import.error();
    Result<ImportCallbacks> callbacks = checksAgainst(draft);
    if (!callbacks)
        return callbacks.error();
    callbacks->progress = progress;
    if (rows) {
        callbacks->rows = [rows](const QList<ImportedRow> &batch) -> Result<> {
            rows(batch);
            return Done{};
        };
    }
    return run(*import, request, *callbacks, cancel);
}

Error ImportDesk::notADraft()
{
    return {ErrorKind::Refused, tr("People can be added to a draft only."), u"not_a_draft"_s, {}};
}

Result<ImportReport> ImportDesk::importInto(CampaignId draft, const ImportRequest &request,
                                            const CancelToken &cancel, const Progress &progress)
{
    const Result<Campaign> campaign = m_session.campaigns().load(draft);
    if (!campaign)
        return campaign.error();
    if (campaign->state != CampaignState::Draft)
        return notADraft();
    Result<Opened> import = open(*campaign, request);
    if (!import)
        return import.error();
    const Result<std::unique_ptr<DraftFilling>> filling = DraftFilling::begin(m_session, draft);
    if (!filling)
        return filling.error();
    // From here on nobody sends it; somebody may have done so before.
    const Result<Campaign> marked = m_session.campaigns().load(draft);
    if (!marked || marked->state != CampaignState::Draft) {
        if (const Result<> finished = (*filling)->finish(); !finished)
            return finished.error();
        return marked ? notADraft() : marked.error();
    }
    const Result<qint64> importsBefore = ContactArrivals::wholeSoFar(m_session.database());
    if (!importsBefore)
        return importsBefore.error();
    Result<ImportCallbacks> callbacks = checksAgainst(*campaign);
    if (!callbacks)
        return callbacks.error();

    Storing storing{*this, draft, (*filling)->mark()};
    callbacks->progress = progress;
    callbacks->rows = [&](const QList<ImportedRow> &rows) { return storing.take(rows); };
    Result<ImportReport> report =
        run(*import, request, *callbacks, cancel, [&](const ImportSummary &) -> Result<bool> {
            const Result<> stored = storing.store();
            return stored ? Result<bool>{true} : stored.error();
        });
    if (!report || report->summary.wasCancelled) {
        if (const Result<> undone = undo(draft, (*filling)->mark(), *importsBefore); !undone)
            return undone.error();
    }
    if (const Result<> finished = (*filling)->finish(); !finished)
        return finished.error();
    return report;
}

/// An import into the book that runs beside this one, or has come meanwhile, found our contacts there and
/// counts on them: they stay then.
Result<> ImportDesk::undo(CampaignId draft, ImportMark mark, qint64 importsBefore)
{
    const Result<std::unique_ptr<ContactBookLock>> lock = ContactBookLock::acquire(m_session);
    if (!lock && lock.error().kind != ErrorKind::Busy)
        return lock.error();
    const Result<qint64> imports = ContactArrivals::wholeSoFar(m_session.database());
    if (!imports)
        return imports.error();
    if (!lock || *imports != importsBefore)
        mark.contacts.clear();
    const Result<int> undone = m_session.campaigns().undoImport(draft, mark);
    return undone ? Result<>{Done{}} : undone.error();
}

Result<ImportReport> ImportDesk::examineContacts(const ImportRequest &request, const Rows &rows,
                                                 const CancelToken &cancel, const Progress &progress)
{
    Result<Opened> import = openForBook(request);
    if (!import)
        return import.error();
    Result<ImportCallbacks> callbacks = checksAgainstSuppressions();
    if (!callbacks)
        return callbacks.error();
    callbacks->progress = progress;
    if (rows) {
        callbacks->rows = [rows](const QList<ImportedRow> &batch) -> Result<> {
            rows(batch);
            return Done{};
        };
    }
    return run(*import, request, *callbacks, cancel);
}

Result<ImportReport> ImportDesk::importContacts(const ImportRequest &request, const ArrivalTerms &terms,
                                                const CancelToken &cancel, const Progress &progress)
{
    const Result<std::unique_ptr<ContactBookLock>> lock = ContactBookLock::acquire(m_session);
    if (!lock)
        return lock.error();
    Result<Opened> import = openForBook(request);
    if (!import)
        return import.error();
    Result<ImportCallbacks> callbacks = checksAgainstSuppressions();
    if (!callbacks)
        return callbacks.error();

    ContactArrivals arrivals{m_session.database()};
    callbacks->progress = progress;
    callbacks->packing = packingFor(arrivals);
    return run(*import, request, *callbacks, cancel, [&](const ImportSummary &summary) -> Result<bool> {
        ArrivalTerms ours = terms;
        if (!ours.optInSource.isEmpty() && ours.optInFile.isEmpty() && !request.path.isEmpty())
            ours.optInFile = hashOf(request.path);
        const auto publishing = [&](qint64 stored) {
            if (progress)
                progress({summary.rows, 0, 0, stored, arrivals.count()});
        };
        const Result<ContactArrivals::Outcome> outcome = arrivals.publish(
            ours, m_session.clock().now(), cancel, publishing, [this] { return isSending(); });
        return outcome ? Result<bool>{!outcome->wasCancelled} : outcome.error();
    });
}

Result<ImportDesk::Opened> ImportDesk::open(const Campaign &draft, const ImportRequest &request)
{
    ImportOptions options = request.options;
    options.defaults = draft.settings.defaults;
    if (!draft.templateName.isEmpty()) {
        const Result<QStringList> variables = m_session.abTestDesk().variablesOf(draft);
        if (!variables)
            return variables.error();
        options.variables = *variables;
    }
    return open(request, std::move(options), draft.templateName + u'/' + draft.language);
}

Result<ImportDesk::Opened> ImportDesk::openForBook(const ImportRequest &request)
{
    return open(request, request.options, {});
}

Result<ImportDesk::Opened> ImportDesk::open(const ImportRequest &request, ImportOptions options,
                                            const QString &templateName)
{
    ImportMemory memory{m_session.settings(), templateName, options.variables};
    if (!request.guessesAnew)
        options.recall = [memory](const QStringList &header) { return memory.recall(header); };
    Result<std::unique_ptr<RecipientImport>> import = request.path.isEmpty()
        ? RecipientImport::openText(request.text, options)
        : RecipientImport::openFile(request.path, options);
    if (!import)
        return import.error();
    return Opened{*std::move(import), memory};
}

Result<ImportCallbacks> ImportDesk::checksAgainst(const Campaign &draft)
{
    Result<ImportCallbacks> callbacks = checksAgainstSuppressions();
    if (!callbacks || draft.counts.total() == 0) // the file's own duplicates are found without us
        return callbacks;
    callbacks->isPresent = [this, id = draft.id](const PhoneNumber &phone) -> Result<bool> {
        const Result<std::optional<Recipient>> found = m_session.recipients().find(id, phone);
        if (!found)
            return found.error();
        return found->has_value();
    };
    return callbacks;
}

Result<ImportCallbacks> ImportDesk::checksAgainstSuppressions()
{
    Result<SuppressionList> list = SuppressionList::read(m_session.database());
    if (!list)
        return list.error();
    ImportCallbacks callbacks;
    callbacks.isSuppressed = [list = *std::move(list)](const PhoneNumber &phone) {
        return list.contains(phone);
    };
    return callbacks;
}

Result<ImportReport> ImportDesk::run(Opened &source, const ImportRequest &request, ImportCallbacks callbacks,
                                     const CancelToken &cancel, const Store &store)
{
    RecipientImport &import = *source.import;
    QElapsedTimer timer;
    timer.start();
    std::optional<RejectsWriter> rejects;
    if (!request.rejectsPath.isEmpty()) {
        Result<RejectsWriter> opened = RejectsWriter::open(request.rejectsPath, import.shape());
        if (!opened)
            return opened.error();
        rejects.emplace(*std::move(opened));
        callbacks.rows = [&rejects, rows = callbacks.rows](const QList<ImportedRow> &batch) -> Result<> {
            if (const Result<> written = rejects->write(batch); !written)
                return written;
            return rows ? rows(batch) : Done{};
        };
    }
    Result<ImportSummary> summary = import.run(callbacks, cancel);
    if (!summary)
        return summary.error();
    if (rejects) { // a full disk is told before anybody is stored
        if (const Result<> written = rejects->writeOut(); !written)
            return written.error();
    }
    if (store && !summary->wasCancelled) {
        const Result<bool> stored = store(*summary);
        if (!stored)
            return stored.error();
        summary->wasCancelled = !*stored;
        summary->seconds = double(timer.nsecsElapsed()) / 1e9;
        // Stored is stored: that the choice is not remembered must not undo it.
        if (*stored && import.shape().hasHeader)
            static_cast<void>(source.memory.remember(import.shape().header, import.shape().chosen));
    }
    if (rejects && !summary->wasCancelled) {
        if (const Result<> written = rejects->commit(); !written)
            return written.error();
    }
    return ImportReport{import.shape(), *summary};
}

bool ImportDesk::isSending() const
{
    return EngineLock::holder(m_session.workspace().path()).has_value();
}
