#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "domain/campaign.h"
#include "exchange/recipientimport.h"
#include "storage/campaignstore.h"
#include "storage/contactarrivals.h"
#include "workspace/importmemory.h"

#include <QCoreApplication>

#include <functional>
#include <optional>

class Session;

/// A file or a pasted text with people.
struct ImportRequest
{
    QString path; ///< empty: `text`
    QString text;
    ImportOptions options; ///< variables and defaults are taken from the campaign
    bool guessesAnew =
        false; ///< instead of taking the columns that were chosen for an earlier file of this shape
    QString rejectsPath; ///< where the refused rows go; empty: nowhere
};

/// How a file was read and what became of its rows.
struct ImportReport
{
    ImportShape shape;
    ImportSummary summary;
};

/// Reads files of people into drafts and into the contact book: all that can be used of a file, or nothing of
/// it. The columns that a person chose are remembered once such a file is stored.
class ImportDesk
{
    Q_DECLARE_TR_FUNCTIONS(ImportDesk)

public:
    using Progress = std::function<void(const ImportProgress &)>;
    using Rows = std::function<void(const QList<ImportedRow> &)>;

    explicit ImportDesk(Session &session)
        : m_session{session}
    {
    }

    /// Checks every row against the draft, which need not be stored yet, and stores nothing; `rows` gets them
    /// in batches, in the order of the file.
    Result<ImportReport> examine(const Campaign &draft, const ImportRequest &request, const Rows &rows = {},
                                 const CancelToken &cancel = {}, const Progress &progress = {});

    /// Puts the accepted people into the draft, which nobody can send meanwhile. When it is cancelled
    /// (`summary.wasCancelled`) or fails, the draft is as it was. Refused with the code "not_a_draft"; Busy
    /// with "import_running" while another one fills it.
    Result<ImportReport> importInto(CampaignId draft, const ImportRequest &request,
                                    const CancelToken &cancel = {}, const Progress &progress = {});

    /// Checks every row as for the contact book, and stores nothing.
    Result<ImportReport> examineContacts(const ImportRequest &request, const Rows &rows = {},
                                         const CancelToken &cancel = {}, const Progress &progress = {});

    /// Puts the accepted people into the contact book; those who are there already are accepted too. Nobody
    /// sees any of them before all are there. When it is cancelled (`summary.wasCancelled`) or fails, the
    /// book is as it was. Busy, with the code "import_running", while another import is at it.
    Result<ImportReport> importContacts(const ImportRequest &request, const ArrivalTerms &terms,
                                        const CancelToken &cancel = {}, const Progress &progress = {});

private:
    class Storing;
    /// Stores what was taken; false when it was cancelled meanwhile and nothing is stored.
    using Store = std::function<Result<bool>(const ImportSummary &)>;

    /// A file on its way in, and where the choices for it are kept.
    struct Opened
    {
        std::unique_ptr<RecipientImport> import;
        ImportMemory memory;
    };

    Result<> undo(CampaignId draft, ImportMark mark, qint64 importsBefore);
    Result<Opened> open(const Campaign &draft, const ImportRequest &request);
    Result<Opened> openForBook(const ImportRequest &request);
    Result<Opened> open(const ImportRequest &request, ImportOptions options, const QString &templateName);
    Result<ImportCallbacks> checksAgainst(const Campaign &draft);
    Result<ImportCallbacks> checksAgainstSuppressions();
    Result<ImportReport> run(Opened &source, const ImportRequest &request, ImportCallbacks callbacks,
                             const CancelToken &cancel, const Store &store = {});
    bool isSending() const;
    static Error notADraft();

    Session &m_session;
};
