#pragma once

#include "app/workbench.h"

#include <QObject>

struct RatesImport;
class RatesPanel;

/// The section of the settings about prices: rate cards in, seen and taken away.
class RatesController : public QObject
{
    Q_OBJECT

public:
    RatesController(const Workbench &bench, RatesPanel &panel, QObject *parent);

    void load();

signals:
    /// Other prices, or none any more.
    void ratesChanged();
    void done(const QString &sentence);

private:
    void chooseFile();
    void examine(const QString &path);
    void offer(const QString &path, const RatesImport &found);
    void take(const QString &path, const QString &currency, const QDate &effective);
    void remove(qint64 card);

    Workbench m_bench;
    RatesPanel &m_panel;
    QString m_lastFolder;
};
