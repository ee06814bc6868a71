#include "presentation/inboxlistmodel.h"

#include "presentation/inboxwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

InboxListModel::InboxListModel(PhoneFormat phoneFormat, const Clock &clock, QObject *parent)
    : QAbstractListModel{parent}
    , m_phoneFormat{std::move(phoneFormat)}
    , m_clock{clock}
{
    m_asking.setSingleShot(true);
    m_asking.setInterval(0);
    connect(&m_asking, &QTimer::timeout, this, &InboxListModel::ask);
}

int InboxListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_keys.size());
}

QVariant InboxListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConversationId id = idAt(index.row());
    const auto known = m_known.constFind(id);
    if (known == m_known.constEnd() || known->isStale)
        want(index.row());
    if (role == IdRole)
        return id.value;
    if (role == LoadedRole)
        return known != m_known.constEnd();
    if (known == m_known.constEnd())
        return {};
    const Conversation &conversation = known->conversation;
    switch (role) {
    case Qt::DisplayRole: return personText(conversation, m_phoneFormat);
    case SecondLineRole: return lastMessageText(conversation);
    case Qt::AccessibleTextRole: {
        QStringList parts{personText(conversation, m_phoneFormat)};
        if (conversation.unread > 0)
            parts << tr("%Ln unread", nullptr, conversation.unread);
        if (conversation.isStopped)
            parts << tr("opted out");
        parts << lastMessageText(conversation) << listTimeText(conversation.lastAt, m_clock.now())
              << conversation.campaignName;
        parts.removeAll(QString{});
        return parts.join(u", "_s);
    }
    case Qt::ToolTipRole: return fullMomentText(conversation.lastAt);
    default: return {};
    }
}

void InboxListModel::setKeys(std::vector<ConversationId> keys)
{
    if (keys == m_keys)
        return;
    beginResetModel();
    m_keys = std::move(keys);
    m_wanted.clear();
    m_onTheirWay.clear();
    endResetModel();
}

void InboxListModel::setRows(const std::vector<Conversation> &conversations)
{
    if (m_known.size() > kMostKept)
        m_known.clear();
    for (const Conversation &conversation : conversations) {
        const auto asked = m_onTheirWay.constFind(conversation.id);
        const int row = asked == m_onTheirWay.constEnd() ? -1 : *asked;
        m_onTheirWay.remove(conversation.id);
        const auto before = m_known.constFind(conversation.id);
        const bool isNew = before == m_known.constEnd() || before->conversation != conversation;
        m_known.insert(conversation.id, {conversation, false});
        if (isNew && row >= 0 && row < rowCount() && idAt(row) == conversation.id)
            emit dataChanged(index(row), index(row));
    }
}

void InboxListModel::markStale()
{
    for (Known &known : m_known)
        known.isStale = true;
    m_onTheirWay.clear();
    if (!m_keys.empty()) // whoever shows rows looks at them again
        emit dataChanged(index(0), index(rowCount() - 1));
}

const Conversation *InboxListModel::conversationAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const auto known = m_known.constFind(idAt(row));
    return known == m_known.constEnd() ? nullptr : &known->conversation;
}

int InboxListModel::rowOf(ConversationId id) const
{
    const auto found = std::find(m_keys.begin(), m_keys.end(), id);
    return found == m_keys.end() ? -1 : static_cast<int>(found - m_keys.begin());
}

void InboxListModel::want(int row) const
{
    const ConversationId id = idAt(row);
    if (m_onTheirWay.contains(id) || m_wanted.contains(id))
        return;
    m_wanted.insert(id, row);
    m_asking.start();
}

void InboxListModel::ask()
{
    std::vector<ConversationId> ids;
    for (auto wanted = m_wanted.cbegin(); wanted != m_wanted.cend(); ++wanted) {
        ids.push_back(wanted.key());
        m_onTheirWay.insert(wanted.key(), wanted.value());
    }
    m_wanted.clear();
    if (!ids.empty())
        emit rowsWanted(ids);
}
