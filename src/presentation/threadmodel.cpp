#include "presentation/threadmodel.h"

#include "presentation/inboxwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

bool isSameRow(const ThreadEntry &a, const ThreadEntry &b)
{
    if (a.isDay() || b.isDay())
        return a.isDay() && b.isDay() && a.day == b.day;
    return a.item->place() == b.item->place();
}

/// Whether both look the same.
bool looksAlike(const ThreadEntry &a, const ThreadEntry &b)
{
    if (a.isDay())
        return true;
    return a.item->progress == b.item->progress && a.item->problem == b.item->problem
        && a.item->media == b.item->media && a.item->messageId == b.item->messageId
        && a.item->isOptOut == b.item->isOptOut;
}

} // namespace

ThreadModel::ThreadModel(const Clock &clock, QObject *parent)
    : QAbstractListModel{parent}
    , m_clock{clock}
{
}

int ThreadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant ThreadModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ThreadEntry &entry = entryAt(index.row());
    const auto words = [&] {
        return entry.isDay() ? daySeparatorText(entry.day, toDateTime(m_clock.now()).toLocalTime().date())
                             : spokenText(*entry.item);
    };
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return words();
    case Qt::ToolTipRole:
        if (entry.isDay())
            return {};
        return entry.item->problem.isEmpty() ? fullMomentText(entry.item->at) : entry.item->problem;
    case IdRole: return entry.isDay() ? QVariant{} : QVariant{entry.item->id};
    default: return {};
    }
}

void ThreadModel::setItems(const std::vector<ThreadItem> &items)
{
    std::vector<ThreadEntry> entries = entriesOf(items);
    const auto differs =
        std::mismatch(m_entries.begin(), m_entries.end(), entries.begin(), entries.end(), isSameRow);
    const auto first = differs.first - m_entries.begin();
    const auto shorter = static_cast<std::ptrdiff_t>(std::min(m_entries.size(), entries.size())) - first;
    std::ptrdiff_t tail = 0;
    while (tail < shorter && isSameRow(*(m_entries.rbegin() + tail), *(entries.rbegin() + tail)))
        ++tail;
    const auto lastOld = static_cast<std::ptrdiff_t>(m_entries.size()) - tail;
    const auto lastNew = static_cast<std::ptrdiff_t>(entries.size()) - tail;
    if (lastOld > first) {
        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(lastOld) - 1);
        m_entries.erase(m_entries.begin() + first, m_entries.begin() + lastOld);
        endRemoveRows();
    }
    if (lastNew > first) {
        beginInsertRows({}, static_cast<int>(first), static_cast<int>(lastNew) - 1);
        m_entries.insert(m_entries.begin() + first, entries.begin() + first, entries.begin() + lastNew);
        endInsertRows();
    }
    for (size_t row = 0; row < entries.size(); ++row) {
        if (looksAlike(m_entries[row], entries[row]))
            continue;
        m_entries[row] = entries[row];
        emit dataChanged(index(static_cast<int>(row)), index(static_cast<int>(row)));
    }
}

std::vector<ThreadItem> ThreadModel::pictures() const
{
    std::vector<ThreadItem> items;
    for (const ThreadEntry &entry : m_entries) {
        const bool isPicture = !entry.isDay() && entry.item->media
            && entry.item->media->state == MessageMedia::State::Kept
            && (entry.item->type == "image"_L1 || entry.item->type == "sticker"_L1);
        if (isPicture)
            items.push_back(*entry.item);
    }
    return items;
}

std::vector<ThreadEntry> ThreadModel::entriesOf(const std::vector<ThreadItem> &items) const
{
    std::vector<ThreadEntry> entries;
    for (const ThreadItem &item : items) {
        const QDate day = toDateTime(item.at).toLocalTime().date();
        if (entries.empty() || entries.back().day != day)
            entries.push_back({day, std::nullopt});
        entries.push_back({day, item});
    }
    return entries;
}
