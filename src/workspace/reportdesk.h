#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "domain/ids.h"
#include "reporting/campaignreport.h"

#include <QCoreApplication>

#include <functional>

class Session;

/// What an export wrote.
struct ExportedReport
{
    QString path;
    qint64 rows = 0; ///< people
    bool wasCancelled = false; ///< then there is no file
};

/// Writes what a campaign did into files, for the client.
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

    /// Everybody with status, times and errors. The file appears whole or not at all.
    Result<ExportedReport> writeCsv(CampaignId campaign, const QString &path, const CancelToken &cancel = {},
                                    const Progress &progress = {});

    /// The report for people. Needs a QGuiApplication.
    Result<ExportedReport> writePdf(CampaignId campaign, const QString &path);

    /// The figures of the report.
    Result<CampaignReport> figuresOf(CampaignId campaign);

private:
    Session &m_session;
};
