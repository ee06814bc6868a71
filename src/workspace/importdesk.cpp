#include "workspace/importdesk.h"

#include "exchange/rejectswriter.h"
#include "workspace/session.h"

using namespace Qt::StringLiterals;

namespace {

/// People a transaction: long enough that commits cost little, short enough that other writers hardly wait.
constexpr size_t kPeoplePerTransaction = 5000;

} // namespace

/// Gathers accepted rows and stores them in large transactions.
class ImportDesk::Storing
{
public:
    Storing(Session &session, CampaignId draft)
        : m_session{session}
        , m_draft{draft}
    {
    }

    Result<> take(const QList<ImportedRow> &rows)
    {
        for (const ImportedRow &row : rows) {
            if (row.outcome == RowOutcome::Accepted)
                m_waiting.push_back({row.phone, row.region, row.name, row.variables});
        }
        return m_waiting.size() < kPeoplePerTransaction ? Result<>{Done{}} : store();
    }

    Result<> store()
    {
        if (m_waiting.empty())
            return Done{};
        const Result<std::vector<AddVerdict>> added =
            m_session.campaigns().addRecipients(m_draft, m_waiting, m_session.clock().now());
        if (!added)
            return added.error();
        m_waiting.clear();
        return Done{};
    }

private:
    Session &m_session;
    CampaignId m_draft;
    std::vector<NewRecipient> m_waiting;
};

Result<ImportReport> ImportDesk::examine(const Campaign &draft, const ImportRequest &request,
                                         const Rows &rows, const CancelToken &cancel,
                                         const Progress &progress)
{
    const Result<std::unique_ptr<RecipientImport>> import = open(draft, request);
    if (!import)
        return import.error();
    ImportCallbacks callbacks = checksAgainst(draft);
    callbacks.progress = progress;
    if (rows) {
        callbacks.rows = [rows](const QList<ImportedRow> &batch) -> Result<> {
            rows(batch);
            return Done{};
        };
    }
    return run(**import, request, callbacks, cancel);
}

Result<ImportReport> ImportDesk::importInto(CampaignId draft, const ImportRequest &request,
                                            const CancelToken &cancel, const Progress &progress)
{
    const Result<Campaign> campaign = m_session.campaigns().load(draft);
    if (!campaign)
        return campaign.error();
    if (campaign->state != CampaignState::Draft)
        return Error{ErrorKind::Refused, tr("People can be added to a draft only."), u"not_a_draft"_s, {}};
    const Result<std::unique_ptr<RecipientImport>> import = open(*campaign, request);
    if (!import)
        return import.error();
    const Result<ImportMark> mark = m_session.campaigns().importMark(draft);
    if (!mark)
        return mark.error();

    Storing storing{m_session, draft};
    ImportCallbacks callbacks = checksAgainst(*campaign);
    callbacks.progress = progress;
    callbacks.rows = [&](const QList<ImportedRow> &rows) { return storing.take(rows); };
    Result<ImportReport> report = run(**import, request, callbacks, cancel);
    if (report && !report->summary.wasCancelled) {
        if (const Result<> stored = storing.store(); !stored)
            report = stored.error();
    }
    if (!report || report->summary.wasCancelled) {
        if (const Result<int> undone = m_session.campaigns().undoImport(draft, *mark); !undone)
            return undone.error();
    }
    return report;
}

Result<std::unique_ptr<RecipientImport>> ImportDesk::open(const Campaign &draft, const ImportRequest &request)
{
    ImportOptions options = request.options;
    options.defaults = draft.settings.defaults;
    if (!draft.templateName.isEmpty()) {
        const Result<MessageTemplate> chosen = m_session.campaignDesk().templateOf(draft);
        if (chosen) {
            for (const TemplateVariable &variable : chosen->variables())
                options.variables << variable.key;
        } else if (chosen.error().kind != ErrorKind::NotFound) {
            return chosen.error();
        }
    }
    return request.path.isEmpty() ? RecipientImport::openText(request.text, options)
                                  : RecipientImport::openFile(request.path, options);
}

ImportCallbacks ImportDesk::checksAgainst(const Campaign &draft)
{
    ImportCallbacks callbacks;
    callbacks.isSuppressed = [this](const PhoneNumber &phone) {
        return m_session.contacts().isSuppressed(phone);
    };
    if (draft.counts.total() == 0) // the file's own duplicates are found without us
        return callbacks;
    callbacks.isPresent = [this, id = draft.id](const PhoneNumber &phone) -> Result<bool> {
        const Result<std::optional<Recipient>> found = m_session.recipients().find(id, phone);
        if (!found)
            return found.error();
        return found->has_value();
    };
    return callbacks;
}

Result<ImportReport> ImportDesk::run(RecipientImport &import, const ImportRequest &request,
                                     ImportCallbacks callbacks, const CancelToken &cancel)
{
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
    const Result<ImportSummary> summary = import.run(callbacks, cancel);
    if (!summary)
        return summary.error();
    if (rejects && !summary->wasCancelled) {
        if (const Result<> written = rejects->commit(); !written)
            return written.error();
    }
    return ImportReport{import.shape(), *summary};
}
