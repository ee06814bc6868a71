#pragma once

#include "app/workbench.h"
#include "base/result.h"
#include "presentation/campaignchoices.h"
#include "workspace/reportdesk.h"

#include <QDate>
#include <QObject>

#include <functional>
#include <optional>
#include <vector>

/// Saves the results of a campaign, or of a period, where a person wants them: asks for the file, writes it
/// in the background, shows how far it is when it takes long, and can be cancelled.
class ResultsExport : public QObject
{
    Q_OBJECT

public:
    ResultsExport(const Workbench &bench, QObject *parent);

    /// `name` of the campaign becomes the name of the file. Without a format, the person chooses one with the
    /// file.
    void begin(CampaignId id, const QString &name, std::optional<ResultsFormat> format = std::nullopt);
    /// Of several campaigns in one file.
    void beginSeveral(const std::vector<CampaignId> &ids);
    /// Of all campaigns that began on these days, both included.
    void beginPeriod(QDate from, QDate to);

signals:
    void done(const QString &sentence);

private:
    /// What is to be reported, as the workspace knows it then.
    using FindScope = std::function<Result<ReportScope>(Session &)>;

    void ask(const QString &name, const std::vector<ResultsFormat> &formats, const FindScope &find);
    void write(const FindScope &find, const QString &path, ResultsFormat format);

    Workbench m_bench;
    QString m_lastFolder;
};
