#pragma once

#include "widgets/theme/typography.h"

#include <QLabel>

/// A text in one of the type roles and one of the word colours of the theme. Follows theme and text size.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    /// The colour of the words.
    enum class Ink { Text, Text2, Text3, Primary, OnPrimary, Blue, Amber, Red, Green };

    explicit TextLabel(QWidget *parent = nullptr);
    explicit TextLabel(const QString &text, TypeRole role = TypeRole::Body, Ink ink = Ink::Text,
                       QWidget *parent = nullptr);

    void setRole(TypeRole role);
    void setInk(Ink ink);
    /// Shortens a too long text with an ellipsis instead of asking for more room; the tooltip then has all of
    /// it.
    void setElided(bool elided);

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool isCut() const;
    /// Qt puts Latin words to the left in every interface; names and sentences belong where the reading
    /// begins.
    void alignWithInterface();
    void applyRole();
    void applyInk();

    TypeRole m_role = TypeRole::Body;
    Ink m_ink = Ink::Text;
    bool m_isElided = false;
    bool m_followsInterface = false;
    bool m_isTrailing = false;
};

class QColor;
struct Theme;

QColor inkColor(TextLabel::Ink ink, const Theme &theme);
