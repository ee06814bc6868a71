#pragma once

#include "app/workbench.h"
#include "base/cancel.h"

#include <QObject>
#include <QPointer>

#include <optional>

class DuplicatesDialog;
class PhoneNumber;
struct DuplicatePeople;

/// Finds contacts that are the same person and merges those of which a person says so.
class DuplicatesController : public QObject
{
    Q_OBJECT

public:
    DuplicatesController(const Workbench &bench, QObject *parent);

public slots:
    /// Looks for them in the background, and asks about them one after the other. A search that was cancelled
    /// shows nothing.
    void find();

signals:
    void merged();
    void done(const QString &sentence);

private:
    void show(const std::vector<DuplicatePeople> &people);
    void merge(const PhoneNumber &keep, const std::vector<PhoneNumber> &others);

    Workbench m_bench;
    QPointer<DuplicatesDialog> m_dialog;
    std::optional<CancelToken> m_search; ///< while it runs
    int m_merged = 0; ///< contacts that are part of another one, since the dialog was opened
};
