#pragma once

#include "widgets/controls/statusbadge.h"
#include "widgets/controls/textlabel.h"

#include <QAbstractButton>

#include <optional>

/// A number that matters, on a card: what it counts, the number, and what it is a part of. Pressing it opens
/// the people behind the number, where somebody listens to `clicked`.
class FigureCard : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FigureCard(const QString &name, QWidget *parent = nullptr);

    /// The number, and the line under it.
    void setFigure(const QString &figure, const QString &base = {});
    /// The colour of the number, and of the line under it.
    void setInk(TextLabel::Ink figure, TextLabel::Ink base = TextLabel::Ink::Text3);
    /// A status glyph before the name.
    void setGlyph(std::optional<Badge> badge);
    /// A dot in the primary colour before the name: something goes on.
    void setLive(bool live);
    /// For rows of six and more: smaller number and padding.
    void setCompact(bool compact);
    void setOpensPeople(bool opens);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    QString m_figure;
    QString m_base;
    TextLabel::Ink m_figureInk = TextLabel::Ink::Text;
    TextLabel::Ink m_baseInk = TextLabel::Ink::Text3;
    std::optional<Badge> m_glyph;
    bool m_isLive = false;
    bool m_isCompact = false;
    bool m_opensPeople = false;
};
