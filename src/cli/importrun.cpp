#include "cli/importrun.h"
#include "base/interruption.h"
#include "cli/commandcontext.h"
#include "cli/options.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CampaignCommands)
};

/// Shows how far an import is, how fast and for how long still; asks it to stop on Ctrl+C.
class ImportBar
{
public:
    explicit ImportBar(CommandContext &context)
        : m_context{context}
    {
        m_timer.start();
    }

    ~ImportBar() { m_context.terminal().clearProgressBar(); }
    ImportBar(const ImportBar &) = delete;
    ImportBar &operator=(const ImportBar &) = delete;

    const CancelToken &cancel() const { return m_cancel; }

    void show(const ImportProgress &now)
    {
        if (Interruption::wasRequested())
            m_cancel.cancel();
        if (now.toStore > 0)
            show(Words::tr("Storing"), double(now.stored) / double(now.toStore), now.stored);
        else if (now.totalBytes > 0)
            show(Words::tr("Reading"), double(now.bytes) / double(now.totalBytes), now.rows);
    }

private:
    void show(const QString &label, double fraction, qint64 count)
    {
        if (label != m_label) {
            m_label = label;
            m_timer.start();
        }
        const QLocale locale;
        const double seconds = std::max(0.001, double(m_timer.elapsed()) / 1000);
        const double left = fraction > 0 ? seconds / fraction - seconds : 0;
        //: Of an import: rows so far, rows a second, seconds left
        const QString note =
            Words::tr("%1 · %2/s · %3 s left")
                .arg(locale.toString(count), locale.toString(qint64(double(count) / seconds)),
                     locale.toString(qint64(std::ceil(left))));
        m_context.terminal().progressBar(label, fraction, note);
    }

    CommandContext &m_context;
    CancelToken m_cancel;
    QElapsedTimer m_timer;
    QString m_label;
};

/// What the person should know about how their file was read, on standard error.
void sayReading(CommandContext &context, const ImportShape &shape)
{
    if (!shape.program.isEmpty())
        context.terminal().message(Words::tr("The file is an export of %1.").arg(shape.program));
    QStringList columns;
    for (const QString &field : shape.recalled) {
        const int column = shape.mapping.value(field, -1);
        columns << u"%1 = %2"_s.arg(field, column < 0 ? Words::tr("none") : shape.header.value(column));
    }
    if (!columns.isEmpty())
        context.terminal().message(
            Words::tr(
                "Columns as they were chosen for an earlier file with these headings: %1. Choose others with "
                "--map, or let them be guessed anew with --guess-columns.")
                .arg(columns.join(u", "_s)));
}

Result<ArrivalTerms> readTerms(const Arguments &arguments)
{
    ArrivalTerms terms;
    for (const QString &tag : arguments.values(u"tag"_s)) {
        if (tag.trimmed().isEmpty())
            return Error{ErrorKind::Usage, Words::tr("A tag needs a name."), u"usage"_s, {}};
        terms.tags << tag.trimmed();
    }
    terms.optInSource = arguments.value(u"opt-in-source"_s).trimmed();
    if (arguments.has(u"opted-in-at"_s)) {
        if (terms.optInSource.isEmpty())
            return Error{ErrorKind::Usage,
                         Words::tr("--opted-in-at needs --opt-in-source: how and where they agreed."),
                         u"usage"_s,
                         {}};
        const Result<UtcTime> time = readTime(arguments.value(u"opted-in-at"_s));
        if (!time)
            return time.error();
        terms.optedInAt = *time;
    }
    const QString known = arguments.value(u"known"_s, u"fill"_s);
    if (known == "keep"_L1)
        terms.known = KnownContacts::Keep;
    else if (known == "overwrite"_L1)
        terms.known = KnownContacts::Overwrite;
    else if (known != "fill"_L1)
        return Error{ErrorKind::Usage,
                     Words::tr("--known is keep, fill or overwrite, not “%1”.").arg(known),
                     u"usage"_s,
                     {}};
    return terms;
}

} // namespace

Result<ImportReport> runImport(const Arguments &arguments, CommandContext &context, Session &session,
                               const Campaign &campaign, const QString &path)
{
    const Result<ImportRequest> request = readImportRequest(arguments, path);
    if (!request)
        return request.error();
    ImportBar bar{context};
    const auto progress = [&bar](const ImportProgress &now) { bar.show(now); };
    const Result<ImportReport> report = arguments.has(u"dry-run"_s)
        ? session.importDesk().examine(campaign, *request, {}, bar.cancel(), progress)
        : session.importDesk().importInto(campaign.id, *request, bar.cancel(), progress);
    if (report)
        sayReading(context, report->shape);
    return report;
}

Result<ImportReport> runContactImport(const Arguments &arguments, CommandContext &context, Session &session,
                                      const QString &path)
{
    const Result<ImportRequest> request = readImportRequest(arguments, path);
    if (!request)
        return request.error();
    const Result<ArrivalTerms> terms = readTerms(arguments);
    if (!terms)
        return terms.error();
    ImportBar bar{context};
    const auto progress = [&bar](const ImportProgress &now) { bar.show(now); };
    const Result<ImportReport> report = arguments.has(u"dry-run"_s)
        ? session.importDesk().examineContacts(*request, {}, bar.cancel(), progress)
        : session.importDesk().importContacts(*request, *terms, bar.cancel(), progress);
    if (report)
        sayReading(context, report->shape);
    return report;
}

std::vector<OptionSpec> contactImportOptionSpecs()
{
    return {
        repeatableOption(u"tag"_s, u"TAG"_s, Words::tr("Give everybody in the file this tag.")),
        valueOption(u"opt-in-source"_s, u"TEXT"_s,
                    Words::tr("Everybody in the file agreed to get messages: how and where.")),
        valueOption(u"opted-in-at"_s, u"TIME"_s, Words::tr("When they agreed; else now.")),
        valueOption(
            u"known"_s, u"keep|fill|overwrite"_s,
            Words::tr("What becomes of people who are in the book already: they stay as they are, get what "
                      "they lack (the default), or get what the file says.")),
        flagOption(u"no-index"_s,
                   Words::tr("Ends as soon as everybody is stored. Searches find the same people, but take "
                             "longer until the window or another import has prepared them.")),
    };
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
