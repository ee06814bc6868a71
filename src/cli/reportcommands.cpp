#include "base/interruption.h"
#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/options.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ReportCommands)
};

void exportReport(const Arguments &arguments, CommandContext &context)
{
    const Result<CampaignId> id = readCampaignId(arguments.positional(0));
    if (!id)
        return context.fail(id.error());
    const QString format = arguments.value(u"format"_s);
    if (format != "csv"_L1 && format != "pdf"_L1)
        return context.fail(usageError(Words::tr("“%1” is not a format: csv or pdf.").arg(format)));
    const Result<Session *> session = context.session();
    if (!session)
        return context.fail(session.error());

    const QString path = arguments.value(u"output"_s);
    CancelToken cancel;
    const auto progress = [&](qint64 done, qint64 total) {
        if (Interruption::wasRequested())
            cancel.cancel();
        context.terminal().progressBar(Words::tr("Writing"),
                                       static_cast<double>(done) / static_cast<double>(total),
                                       QLocale{}.toString(done));
    };
    const Result<ExportedReport> report = format == "csv"_L1
        ? (*session)->reportDesk().writeCsv(*id, path, cancel, progress)
        : (*session)->reportDesk().writePdf(*id, path);
    context.terminal().clearProgressBar();
    if (!report)
        return context.fail(report.error());
    if (report->wasCancelled)
        return context.finish(ExitCode::Interrupted);
    if (context.isJson())
        context.terminal().json({
            {u"path"_s, QFileInfo{report->path}.absoluteFilePath()},
            {u"rows"_s, report->rows                              }
        });
    else
        context.terminal().line(
            Words::tr("%1: %2 people").arg(report->path, QLocale{}.toString(report->rows)));
    context.finish(ExitCode::Done);
}

} // namespace

std::vector<Command> reportCommands()
{
    return {
        Command(u"report export"_s, Words::tr("Writes what a campaign did into a file, for the client."))
            .takes(u"ID"_s)
            .requiredOption(u"format"_s, u"csv|pdf"_s,
                            Words::tr("Everybody in a table, or the report for people."))
            .requiredOption(u"output"_s, u"FILE"_s,
                            Words::tr("Where to. The file appears whole or not at all."))
            .needsGraphicsFor(u"pdf"_s)
            .starts(exportReport),
    };
}
