#include "cli/importrun.h"
#include "base/interruption.h"
#include "cli/commandcontext.h"
#include "cli/options.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CampaignCommands)
};

} // namespace

Result<ImportReport> runImport(const Arguments &arguments, CommandContext &context, Session &session,
                               const Campaign &campaign, const QString &path)
{
    const Result<ImportRequest> request = readImportRequest(arguments, path);
    if (!request)
        return request.error();
    CancelToken cancel;
    const auto progress = [&](const ImportProgress &now) {
        if (Interruption::wasRequested())
            cancel.cancel();
        if (now.totalBytes > 0)
            context.terminal().progressBar(Words::tr("Reading"),
                                           static_cast<double>(now.bytes) / now.totalBytes,
                                           QLocale{}.toString(now.rows));
    };
    const Result<ImportReport> report = arguments.has(u"dry-run"_s)
        ? session.importDesk().examine(campaign, *request, {}, cancel, progress)
        : session.importDesk().importInto(campaign.id, *request, cancel, progress);
    context.terminal().clearProgressBar();
    return report;
}

void sayImport(CommandContext &context, const ImportSummary &summary)
{
    const QLocale locale;
    context.terminal().facts({
        {Words::tr("Rows"),       locale.toString(summary.rows)                             },
        {Words::tr("Accepted"),   Cell{locale.toString(summary.accepted), Tone::Good}       },
        {Words::tr("Duplicates"), locale.toString(summary.duplicates)                       },
        {Words::tr("Rejected"),
         Cell{locale.toString(summary.rejected), summary.rejected ? Tone::Bad : Tone::Plain}},
        {Words::tr("Opted out"),  locale.toString(summary.optedOut)                         },
    });
    std::vector<std::vector<Cell>> rows;
    for (const ImportSummary::Reject &reject : summary.rejects)
        rows.push_back({Cell::number(reject.row), toWord(reject.reason), reject.value});
    context.terminal().table({Words::tr("Row"), Words::tr("Reason"), Words::tr("Value")}, rows);
    if (summary.rowsTooWide > 0)
        context.terminal().message(
            QCoreApplication::translate("CampaignCommands", "%n row(s) have more cells than the heading.",
                                        nullptr, static_cast<int>(summary.rowsTooWide)));
}
