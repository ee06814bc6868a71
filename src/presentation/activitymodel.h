#pragma once

#include "base/clock.h"
#include "presentation/tablerole.h"

#include <QAbstractListModel>

#include <vector>

/// One line of a campaign's log: who did what, or what the engine decided.
struct ActivityEntry
{
    qint64 id = 0; ///< grows with time
    UtcTime at;
    QString who; ///< empty: Fanfare itself
    QString what;

    friend bool operator==(const ActivityEntry &, const ActivityEntry &) = default;
};

/// The activity log, newest first. SecondLineRole says when and who.
class ActivityModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit ActivityModel(const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    void setEntries(std::vector<ActivityEntry> entries);
    /// Entries already known are ignored.
    void addEntries(const std::vector<ActivityEntry> &entries);

private:
    const Clock &m_clock;
    std::vector<ActivityEntry> m_entries;
};
