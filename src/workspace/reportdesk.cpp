#include "workspace/reportdesk.h"

#include "reporting/pdfreport.h"
#include "storage/database.h"
#include "workspace/reportreading.h"
#include "workspace/reporttables.h"
#include "workspace/session.h"

#include <QBuffer>
#include <QColor>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView kLookKey{"report_look"};
constexpr std::array kFormats{ReportFormat::Csv, ReportFormat::Workbook, ReportFormat::Pdf};

} // namespace

QString toWord(ReportFormat format)
{
    switch (format) {
    case ReportFormat::Csv: return u"csv"_s;
    case ReportFormat::Workbook: return u"xlsx"_s;
    case ReportFormat::Pdf: return u"pdf"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ReportFormat> reportFormatFromWord(QStringView word)
{
    for (const ReportFormat format : kFormats) {
        if (toWord(format) == word)
            return format;
    }
    return std::nullopt;
}

Result<ReportScope> ReportDesk::scopeOf(QDate from, QDate to)
{
    const QTimeZone zone = m_session.timeZone();
    ReportScope scope;
    scope.from = fromDateTime(from.startOfDay(zone));
    scope.until = fromDateTime(to.addDays(1).startOfDay(zone));
    const Result<std::vector<CampaignTitle>> began =
        m_session.figures().startedBetween(*scope.from, *scope.until);
    if (!began)
        return began.error();
    for (const CampaignTitle &campaign : *began)
        scope.campaigns.push_back(campaign.id);
    if (scope.campaigns.empty())
        return Error{ErrorKind::NotFound, tr("No campaign began in this period."), u"no_campaign"_s, {}};
    return scope;
}

Result<ExportedReport> ReportDesk::write(const ReportScope &scope, ReportFormat format, const QString &path,
                                         const CancelToken &cancel, const Progress &progress,
                                         const ReportOptions &options)
{
    return inSnapshot(m_session.database(),
                      [&] { return writeFile(scope, format, path, cancel, progress, options); });
}

Result<ReportFiles> ReportDesk::writeAll(const ReportScope &scope, const std::vector<ReportFile> &files,
                                         const CancelToken &cancel, const Progress &progress,
                                         const ReportOptions &options)
{
    return inSnapshot(m_session.database(), [&]() -> Result<ReportFiles> {
        ReportFiles all;
        for (const ReportFile &file : files) {
            if (cancel.isCancelled())
                break;
            Result<ExportedReport> report =
                writeFile(scope, file.format, file.path, cancel, progress, options);
            if (!report)
                all.problem = all.problem.value_or(report.error());
            else if (!report->wasCancelled)
                all.written.push_back({file.format, *std::move(report)});
        }
        return all;
    });
}

Result<ExportedReport> ReportDesk::writeFile(const ReportScope &scope, ReportFormat format,
                                             const QString &path, const CancelToken &cancel,
                                             const Progress &progress, const ReportOptions &options)
{
    switch (format) {
    case ReportFormat::Csv: return writeCsvReport(m_session, scope, path, cancel, progress, options);
    case ReportFormat::Workbook:
        return writeWorkbookReport(m_session, scope, path, cancel, progress, options);
    case ReportFormat::Pdf: break;
    }
    const Result<ClientReport> report = readReport(m_session, scope);
    return report ? writePdf(*report, path, cancel) : report.error();
}

Result<ExportedReport> ReportDesk::writePdf(const ClientReport &report, const QString &path,
                                            const CancelToken &cancel)
{
    const qint64 people = report.figures.counts.total();
    if (cancel.isCancelled())
        return ExportedReport{path, 0, true};
    const Result<int> pages = writePdfReport(report, path, cancel);
    if (!pages)
        return pages.error();
    const bool wasCancelled = *pages == 0;
    return ExportedReport{path, wasCancelled ? 0 : people, wasCancelled};
}

Result<ClientReport> ReportDesk::figuresOf(const ReportScope &scope)
{
    return inSnapshot(m_session.database(), [&] { return readReport(m_session, scope); });
}

Result<ReportLook> ReportDesk::look()
{
    const Result<std::optional<QString>> stored = m_session.settings().value(kLookKey);
    if (!stored)
        return stored.error();
    ReportLook look;
    if (!*stored)
        return look;
    const QJsonObject json = QJsonDocument::fromJson((*stored)->toUtf8()).object();
    look.agency = json[u"agency"].toString();
    look.logo = QByteArray::fromBase64(json[u"logo"].toString().toLatin1());
    look.marksTables = json[u"csv_mark"].toBool();
    look.paper = json[u"paper"] == "letter"_L1 ? ReportLook::Paper::Letter : ReportLook::Paper::A4;
    if (const QColor accent{json[u"accent"].toString()}; accent.isValid())
        look.accent = accent.rgb();
    return look;
}

Result<> ReportDesk::setLook(const ReportLook &look)
{
    const QJsonObject json{
        {u"agency"_s,   look.agency                                                    },
        {u"logo"_s,     QString::fromLatin1(look.logo.toBase64())                      },
        {u"paper"_s,    look.paper == ReportLook::Paper::Letter ? u"letter"_s : u"a4"_s},
        {u"accent"_s,   QColor{look.accent}.name()                                     },
        {u"csv_mark"_s, look.marksTables                                               }
    };
    return m_session.settings().setValue(
        kLookKey, QString::fromUtf8(QJsonDocument{json}.toJson(QJsonDocument::Compact)));
}

Result<QByteArray> ReportDesk::readLogo(const QString &path)
{
    constexpr int kWidest = 1200; // sharp in print at the size a report gives it
    QFile file{path};
    QImage image;
    if (file.open(QIODevice::ReadOnly) && file.size() < 32 * 1024 * 1024)
        image = QImage::fromData(file.readAll());
    if (image.isNull())
        return Error{ErrorKind::BadInput,
                     tr("“%1” is not a picture that can be read (PNG or JPEG).").arg(path),
                     u"not_a_picture"_s, file.errorString()};
    if (image.width() > kWidest)
        image = image.scaledToWidth(kWidest, Qt::SmoothTransformation);
    QByteArray png;
    QBuffer buffer{&png};
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return png;
}
