#pragma once

#include "presentation/audience.h"
#include "widgets/controls/celldelegate.h"
#include "widgets/controls/statusbadge.h"

/// The pill of a row's result: accepted like completed, duplicate like skipped.
Badge badgeFor(AudienceVerdict verdict);

/// The number before → after; a bad cell is tinted. Editing it fixes the number of the row.
class PhoneChangeDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;
};

/// A value of the template; a default that stands in for an empty cell is marked.
class ValueDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;
};

/// Why a row has its result, with a link that fixes it in place.
class RemarkDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

signals:
    void fixRequested(const QModelIndex &index);

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;

private:
    QRect linkRect(const QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};
