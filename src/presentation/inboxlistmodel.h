#pragma once

#include "domain/conversation.h"
#include "presentation/tablerole.h"
#include "presentation/wording.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <vector>

/// The conversations of the inbox, hundreds of thousands if need be: it knows all their ids, and asks for
/// those that are looked at. What is known of one stays on screen while the list changes around it.
class InboxListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int kMostKept = 4000; ///< known at a time; more are forgotten and asked for again

    InboxListModel(PhoneFormat phoneFormat, const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// The list as it is now, the first one on top.
    void setKeys(std::vector<ConversationId> keys);
    /// The answer to rowsWanted().
    void setRows(const std::vector<Conversation> &conversations);
    /// What is known may be out of date: it stays, and is asked for again when it is looked at.
    void markStale();

    /// Nothing while it is on its way.
    const Conversation *conversationAt(int row) const;
    /// -1: it is not in the list.
    int rowOf(ConversationId id) const;
    ConversationId idAt(int row) const { return m_keys[static_cast<size_t>(row)]; }
    const PhoneFormat &phoneFormat() const { return m_phoneFormat; }
    const Clock &clock() const { return m_clock; }

signals:
    void rowsWanted(const std::vector<ConversationId> &ids);

private:
    struct Known
    {
        Conversation conversation;
        bool isStale = false;
    };

    void want(int row) const;
    void ask();

    PhoneFormat m_phoneFormat;
    const Clock &m_clock;
    std::vector<ConversationId> m_keys;
    QHash<ConversationId, Known> m_known;
    mutable QHash<ConversationId, int> m_wanted; ///< with their rows; to be asked for in the next turn
    QHash<ConversationId, int> m_onTheirWay;
    mutable QTimer m_asking;
};
