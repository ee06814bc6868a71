#pragma once

#include "presentation/tablerole.h"
#include "widgets/controls/statusbadge.h"

#include <QStyledItemDelegate>

#include <functional>

/// Paints a cell of a DataTable: the ground of the row, a hairline below, and one or two lines of text by the
/// roles of presentation/tablerole.h. Text that stands for "unknown" is quiet.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// How the first line speaks.
    enum class FirstLine { Normal, Name, Quiet };

    explicit CellDelegate(QObject *parent = nullptr);
    explicit CellDelegate(FirstLine firstLine, QObject *parent = nullptr);

    /// Asks this instead of EmphasisRole how loudly a cell speaks.
    using EmphasisOf = std::function<Emphasis(const QModelIndex &)>;
    void setEmphasisOf(EmphasisOf emphasisOf) { m_emphasisOf = std::move(emphasisOf); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    /// `rect` is the cell without its padding.
    virtual void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const;

private:
    FirstLine m_firstLine = FirstLine::Normal;
    EmphasisOf m_emphasisOf;
};

/// A status pill. The word is the cell's own text, so that screen readers and copies have it too.
class BadgeDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using BadgeOf = std::function<Badge(const QModelIndex &)>;

    explicit BadgeDelegate(BadgeOf badgeOf, QObject *parent = nullptr);

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;

private:
    BadgeOf m_badgeOf;
};

/// The percentage over a thin bar, by ProgressRole; "All done" with a check when `isDone` says so.
class ProgressDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using ToneOf = std::function<Tone(const QModelIndex &)>;
    using IsDone = std::function<bool(const QModelIndex &)>;

    /// Tone::Gray stands for the primary colour: nothing wrong.
    ProgressDelegate(ToneOf toneOf, IsDone isDone, QObject *parent = nullptr);

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;

private:
    ToneOf m_toneOf;
    IsDone m_isDone;
};

/// A word behind a coloured dot, such as the quality of a template.
class DotDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using ToneOf = std::function<Tone(const QModelIndex &)>;

    explicit DotDelegate(ToneOf toneOf, QObject *parent = nullptr);

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;

private:
    ToneOf m_toneOf;
};
