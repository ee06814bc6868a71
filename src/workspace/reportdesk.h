#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "domain/ids.h"
#include "reporting/clientreport.h"

#include <QCoreApplication>
#include <QDate>
#include <QStringList>

#include <functional>
#include <vector>

class Session;

enum class ReportFormat { Csv, Workbook, Pdf };

/// What a report is about.
struct ReportScope
{
    std::vector<CampaignId> campaigns;
    std::optional<UtcTime> from; ///< where it is a period
    std::optional<UtcTime> until; ///< which ends before this moment
};

struct ReportOptions
{
    bool byteOrderMark = false; ///< of a CSV file, so that Excel sees UTF-8
    qint64 rowsOfASheet = 0; ///< of a workbook, 0: as many as Excel takes
};

/// What an export wrote.
struct ExportedReport
{
    QString path;
    qint64 rows = 0; ///< people
    bool wasCancelled = false; ///< then there is no file
    QStringList sheets = {}; ///< of a workbook, those with people
};

/// A file that a report becomes.
struct ReportFile
{
    ReportFormat format = ReportFormat::Pdf;
    QString path;
};

/// What became of several files.
struct ReportFiles
{
    struct Written
    {
        ReportFormat format = ReportFormat::Pdf;
        ExportedReport report;
    };

    std::vector<Written> written;
    std::optional<Error> problem; ///< of the first that could not be written
};

/// Writes what campaigns did into files, for the client. Figures and people of a file are of one moment, so
/// that they add up. Files appear whole or not at all.
class ReportDesk
{
    Q_DECLARE_TR_FUNCTIONS(ReportDesk)

public:
    /// People written so far, and how many there are.
    using Progress = std::function<void(qint64, qint64)>;

    explicit ReportDesk(Session &session)
        : m_session{session}
    {
    }

    /// The campaigns that began on these days, both included, in the zone of the workspace. NotFound where
    /// none did.
    Result<ReportScope> scopeOf(QDate from, QDate to);

    /// A PDF needs a QGuiApplication and is written at once; cancelled meanwhile, it is not kept.
    Result<ExportedReport> write(const ReportScope &scope, ReportFormat format, const QString &path,
                                 const CancelToken &cancel = {}, const Progress &progress = {},
                                 const ReportOptions &options = {});

    /// Several files that tell the same moment. One that cannot be written does not keep the others from it;
    /// cancelled, the rest is left out.
    Result<ReportFiles> writeAll(const ReportScope &scope, const std::vector<ReportFile> &files,
                                 const CancelToken &cancel = {}, const Progress &progress = {},
                                 const ReportOptions &options = {});

    /// What the reports tell. NotFound where a campaign is not there.
    Result<ClientReport> figuresOf(const ReportScope &scope);

    Result<ReportLook> look();
    Result<> setLook(const ReportLook &look);
    /// The picture in a file as a logo: a PNG or JPEG, made small enough for print. BadInput where it is
    /// none.
    static Result<QByteArray> readLogo(const QString &path);

private:
    Result<ExportedReport> writeFile(const ReportScope &scope, ReportFormat format, const QString &path,
                                     const CancelToken &cancel, const Progress &progress,
                                     const ReportOptions &options);
    static Result<ExportedReport> writePdf(const ClientReport &report, const QString &path,
                                           const CancelToken &cancel);

    Session &m_session;
};

/// "csv", "xlsx" or "pdf".
QString toWord(ReportFormat format);
std::optional<ReportFormat> reportFormatFromWord(QStringView word);
