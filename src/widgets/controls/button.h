#pragma once

#include "widgets/theme/fanfarestyle.h"

#include <QPushButton>

/// A push button in one of the product's kinds, with an icon by name. A button without text is square and
/// must be given an accessible name, which is also its tooltip.
class Button : public QPushButton
{
    Q_OBJECT

public:
    explicit Button(QWidget *parent = nullptr);
    explicit Button(const QString &text, ButtonKind kind = ButtonKind::Outlined, const QString &iconName = {},
                    QWidget *parent = nullptr);

    static Button *iconOnly(const QString &iconName, const QString &accessibleName,
                            QWidget *parent = nullptr);

    void setKind(ButtonKind kind);
    ButtonKind kind() const { return buttonKindOf(this); }
    void setIconName(const QString &iconName);
    /// 28 pixels high instead of 32, with the label's text size.
    void setSmall(bool small);
    /// Higher than usual: 36 on the first-start page.
    void setControlHeight(int height);

    QSize minimumSizeHint() const override { return sizeHint(); }
};

/// Gives a button made by a form its kind and icon.
void dressButton(QPushButton *button, ButtonKind kind, const QString &iconName = {});
