#pragma once

#include "app/workbench.h"

#include <QObject>

/// Backs the open workspace up, and asks which backup it shall become.
class BackupController : public QObject
{
    Q_OBJECT

public:
    BackupController(const Workbench &bench, QObject *parent);

    void backUp();
    void restore();

signals:
    void done(const QString &sentence);
    /// A person chose a backup and knows what it means. Sending has to end first, and the workspace is opened
    /// anew.
    void restoreRequested(const QString &file);

private:
    void write(const QString &file);
    void askToRestore(const QString &file);

    Workbench m_bench;
    QString m_lastFolder;
};
