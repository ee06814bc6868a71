#include "presentation/activitymodel.h"

#include "presentation/wording.h"

#include <algorithm>

namespace {

bool isNewer(const ActivityEntry &a, const ActivityEntry &b)
{
    return a.id > b.id;
}

} // namespace

ActivityModel::ActivityModel(const Clock &clock, QObject *parent)
    : QAbstractListModel{parent}
    , m_clock{clock}
{
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ActivityEntry &entry = m_entries[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return entry.what;
    case Qt::ToolTipRole: return fullMomentText(entry.at);
    case IdRole: return entry.id;
    case SortRole: return toMilliseconds(entry.at);
    case SecondLineRole: {
        const UtcTime now = m_clock.now();
        const QString day = dayText(entry.at, now);
        //: When something was done: day and time, and by whom
        const QString when = tr("%1, %2").arg(day, timeText(entry.at));
        return entry.who.isEmpty() ? when : tr("%1 · %2").arg(when, entry.who);
    }
    default: return {};
    }
}

void ActivityModel::setEntries(std::vector<ActivityEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    std::sort(m_entries.begin(), m_entries.end(), isNewer);
    endResetModel();
}

void ActivityModel::addEntries(const std::vector<ActivityEntry> &entries)
{
    std::vector<ActivityEntry> added = entries;
    std::sort(added.begin(), added.end(), isNewer);
    const qint64 newest = m_entries.empty() ? 0 : m_entries.front().id;
    added.erase(std::find_if(added.begin(), added.end(),
                             [&](const ActivityEntry &entry) { return entry.id <= newest; }),
                added.end());
    if (added.empty())
        return;
    beginInsertRows({}, 0, static_cast<int>(added.size()) - 1);
    m_entries.insert(m_entries.begin(), added.begin(), added.end());
    endInsertRows();
}
