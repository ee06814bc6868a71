#include "base/interruption.h"
#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/options.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ReportCommands)
};

/// The campaigns named, or those of a period.
Result<ReportScope> readScope(const Arguments &arguments, ReportDesk &desk)
{
    const QStringList ids = arguments.positionalsFrom(0);
    const bool hasPeriod = arguments.has(u"from"_s) || arguments.has(u"to"_s);
    if (ids.isEmpty() != hasPeriod)
        return usageError(Words::tr("Name campaigns by their ids, or a period with --from and --to."));
    if (hasPeriod) {
        const Result<std::optional<QDate>> from = readDay(arguments, u"from"_s);
        const Result<std::optional<QDate>> to = readDay(arguments, u"to"_s);
        if (!from || !to)
            return from ? to.error() : from.error();
        if (!*from || !*to)
            return usageError(Words::tr("A period has a first and a last day: --from and --to."));
        if (**to < **from)
            return usageError(Words::tr("--to is before --from."));
        return desk.scopeOf(**from, **to);
    }
    ReportScope scope;
    for (const QString &text : ids) {
        const Result<CampaignId> id = readCampaignId(text);
        if (!id)
            return id.error();
        scope.campaigns.push_back(*id);
    }
    return scope;
}

void sayReport(const ExportedReport &report, CommandContext &context)
{
    if (context.isJson()) {
        QJsonObject json{
            {u"path"_s, QFileInfo{report.path}.absoluteFilePath()},
            {u"rows"_s, report.rows                              }
        };
        if (!report.sheets.isEmpty())
            json[u"sheets"_s] = QJsonArray::fromStringList(report.sheets);
        context.terminal().json(json);
        return;
    }
    context.terminal().line(Words::tr("%1: %2 people").arg(report.path, QLocale{}.toString(report.rows)));
    if (report.sheets.size() > 1)
        context.terminal().line(
            Words::tr("A sheet of Excel is full after 1,048,576 rows, so the people are on: %1")
                .arg(report.sheets.join(u", "_s)));
}

void exportReport(const Arguments &arguments, CommandContext &context)
{
    const QString word = arguments.value(u"format"_s);
    const std::optional<ReportFormat> format = reportFormatFromWord(word);
    if (!format)
        return context.fail(usageError(Words::tr("“%1” is not a format: csv, xlsx or pdf.").arg(word)));
    const Result<Session *> session = context.session();
    if (!session)
        return context.fail(session.error());
    ReportDesk &desk = (*session)->reportDesk();
    const Result<ReportScope> scope = readScope(arguments, desk);
    if (!scope)
        return context.fail(scope.error());
    const auto progress = [&](qint64 done, qint64 total) {
        context.terminal().progressBar(Words::tr("Writing"),
                                       static_cast<double>(done) / static_cast<double>(total),
                                       QLocale{}.toString(done));
    };
    const Result<ExportedReport> report =
        desk.write(*scope, *format, arguments.value(u"output"_s), Interruption::token(), progress,
                   {.byteOrderMark = arguments.has(u"bom"_s)});
    context.terminal().clearProgressBar();
    if (!report)
        return context.fail(report.error());
    if (report->wasCancelled)
        return context.finish(ExitCode::Interrupted);
    sayReport(*report, context);
    context.finish(ExitCode::Done);
}

Result<> changeLook(const Arguments &arguments, ReportLook &look)
{
    look.agency = arguments.value(u"agency"_s, look.agency);
    if (arguments.value(u"logo"_s) == "none"_L1) {
        look.logo.clear();
    } else if (arguments.has(u"logo"_s)) {
        const Result<QByteArray> logo = ReportDesk::readLogo(arguments.value(u"logo"_s));
        if (!logo)
            return logo.error();
        look.logo = *logo;
    }
    if (const QString text = arguments.value(u"colour"_s); !text.isEmpty()) {
        static const QRegularExpression pattern{u"^#?([0-9a-fA-F]{6})$"_s};
        const QRegularExpressionMatch match = pattern.match(text);
        if (!match.hasMatch())
            return usageError(Words::tr("--colour is written as #5646B8, not “%1”.").arg(text));
        look.accent = 0xff000000 | match.captured(1).toUInt(nullptr, 16);
    }
    if (const QString paper = arguments.value(u"paper"_s); paper == "a4"_L1 || paper == "letter"_L1)
        look.paper = paper == "a4"_L1 ? ReportLook::Paper::A4 : ReportLook::Paper::Letter;
    else if (!paper.isEmpty())
        return usageError(Words::tr("--paper is a4 or letter, not “%1”.").arg(paper));
    return Done{};
}

Result<> showLook(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    Result<ReportLook> look = (*session)->reportDesk().look();
    if (!look)
        return look.error();
    const ReportLook before = *look;
    if (const Result<> changed = changeLook(arguments, *look); !changed)
        return changed;
    if (*look != before) {
        if (const Result<> stored = (*session)->reportDesk().setLook(*look); !stored)
            return stored;
    }
    const QString colour = u"#%1"_s.arg(look->accent & 0xffffff, 6, 16, QChar{u'0'});
    const QString paper = look->paper == ReportLook::Paper::Letter ? u"letter"_s : u"a4"_s;
    if (context.isJson()) {
        context.terminal().json({
            {u"agency"_s,     look->agency     },
            {u"logo_bytes"_s, look->logo.size()},
            {u"colour"_s,     colour           },
            {u"paper"_s,      paper            },
        });
        return Done{};
    }
    context.terminal().facts({
        {Words::tr("Agency"), look->agency.isEmpty() ? u"–"_s : look->agency                            },
        {Words::tr("Logo"),   look->logo.isEmpty() ? Words::tr("Fanfare’s mark") : Words::tr("your own")},
        {Words::tr("Colour"), colour                                                                      },
        {Words::tr("Paper"),  paper                                                                       },
    });
    return Done{};
}

} // namespace

std::vector<Command> reportCommands()
{
    return {
        Command(u"report export"_s,
                Words::tr("Writes what campaigns did into a file, for the client: those named, or those that "
                          "began in a period."))
            .takesSeveral(u"ID"_s, false)
            .option(u"from"_s, u"DATE"_s, Words::tr("The first day of the period."))
            .option(u"to"_s, u"DATE"_s, Words::tr("Its last day."))
            .requiredOption(
                u"format"_s, u"csv|xlsx|pdf"_s,
                Words::tr("Everybody in a table, a workbook of figures and people, or the report for "
                          "people."))
            .requiredOption(u"output"_s, u"FILE"_s,
                            Words::tr("Where to. The file appears whole or not at all."))
            .flag(u"bom"_s, Words::tr("Begin a CSV file with a byte order mark, for Excel."))
            .needsGraphicsFor(u"pdf"_s)
            .starts(exportReport),
        Command(u"report look"_s, Words::tr("How the PDF reports look; without an option, how they do now."))
            .option(u"agency"_s, u"NAME"_s, Words::tr("Who hands them over."))
            .option(u"logo"_s, u"FILE|none"_s, Words::tr("A PNG or JPEG; none: Fanfare’s mark."))
            .option(u"colour"_s, u"#RRGGBB"_s, Words::tr("Of rules and titles."))
            .option(u"paper"_s, u"a4|letter"_s, Words::tr("The size of the pages."))
            .does(showLook),
    };
}
