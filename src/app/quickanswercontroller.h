#pragma once

#include "app/workbench.h"

#include <QObject>

class Composer;

/// Keeps the sentences that somebody says again and again, and gives them to the composer.
class QuickAnswerController : public QObject
{
    Q_OBJECT

public:
    /// The composer outlives it.
    QuickAnswerController(const Workbench &bench, Composer &composer, QObject *parent);

    void load();

private:
    void askForName(const QString &text);
    void keep(const QString &name, const QString &text);
    void remove(qint64 id);

    Workbench m_bench;
    Composer &m_composer;
};
