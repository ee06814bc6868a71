#pragma once

#include <QStyledItemDelegate>

/// Paints one conversation of an InboxListModel: who, the latest words, the campaign, the time, and whether
/// it waits to be read or the person opted out.
class ConversationDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};
