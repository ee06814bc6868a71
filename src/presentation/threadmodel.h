#pragma once

#include "domain/conversation.h"
#include "presentation/tablerole.h"

#include <QAbstractListModel>
#include <QDate>

#include <optional>
#include <vector>

/// One row of a conversation: a day between the bubbles, or a bubble.
struct ThreadEntry
{
    QDate day; ///< of the row, in the computer's own zone
    std::optional<ThreadItem> item; ///< nothing: the day itself

    bool isDay() const { return !item; }
};

/// The part of a conversation that is loaded, with the days between the bubbles. Changes touch only the rows
/// that differ, so that what somebody reads stays where it is.
class ThreadModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit ThreadModel(const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// In the order in which it happened.
    void setItems(const std::vector<ThreadItem> &items);
    const ThreadEntry &entryAt(int row) const { return m_entries[static_cast<size_t>(row)]; }
    /// Bubbles with a picture that is kept.
    std::vector<ThreadItem> pictures() const;
    const Clock &clock() const { return m_clock; }

private:
    std::vector<ThreadEntry> entriesOf(const std::vector<ThreadItem> &items) const;

    const Clock &m_clock;
    std::vector<ThreadEntry> m_entries;
};
