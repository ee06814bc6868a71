#pragma once

#include <QHash>
#include <QImage>
#include <QStyledItemDelegate>

#include <memory>

class QTextDocument;
struct ThreadItem;
struct Theme;

/// Paints the rows of a ThreadModel: days, and bubbles with their words, file, time and how far they are.
/// What people wrote is shown as it is, never as markup of ours.
class BubbleDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The bubbles become as wide as this allows.
    void setViewWidth(int width) { m_viewWidth = width; }
    /// The small picture of a message's file; a null one: it cannot be shown.
    void setPicture(qint64 messageId, const QImage &picture) { m_pictures.insert(messageId, picture); }
    bool knowsPicture(qint64 messageId) const { return m_pictures.contains(messageId); }
    void forgetPictures() { m_pictures.clear(); }

private:
    struct Shape;

    QImage pictureOf(const ThreadItem &item) const;
    Shape shapeOf(const ThreadItem &item, const QImage &picture, const Theme &theme) const;
    void paintBubble(QPainter *painter, const QStyleOptionViewItem &option, const ThreadItem &item,
                     const QImage &picture) const;

    int m_viewWidth = 400;
    QHash<qint64, QImage> m_pictures;
};
