#pragma once

#include "app/workbench.h"
#include "base/result.h"
#include "presentation/campaignchoices.h"

#include <QObject>

#include <optional>

/// Saves the results of a campaign where a person wants them: asks for the file, writes it in the background,
/// shows how far it is when it takes long, and can be cancelled.
class ResultsExport : public QObject
{
    Q_OBJECT

public:
    ResultsExport(const Workbench &bench, QObject *parent);

    /// `name` of the campaign becomes the name of the file. Without a format, the person chooses one with the
    /// file.
    void begin(CampaignId id, const QString &name, std::optional<ResultsFormat> format = std::nullopt);

signals:
    void done(const QString &sentence);

private:
    void write(CampaignId id, const QString &path, ResultsFormat format);

    Workbench m_bench;
    QString m_lastFolder;
};
