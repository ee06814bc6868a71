#pragma once

#include "widgets/theme/theme.h"

#include <QObject>

class FocusRing;

/// What the person chose under Settings → Appearance.
enum class ThemeChoice { System, Light, Dark };

/// Dresses the application: style, fonts and palette, switched while it runs. Make one after the
/// QApplication and keep it as long as there are windows.
class Appearance final : public QObject
{
    Q_OBJECT

public:
    explicit Appearance(ThemeChoice choice = ThemeChoice::System, QObject *parent = nullptr);
    ~Appearance() override;

    ThemeChoice choice() const { return m_choice; }
    bool isDark() const { return m_isDark; }

    void setChoice(ThemeChoice choice);
    /// Enlarges all words; 1 is the design size.
    void setTextScale(double scale);

signals:
    void themeChanged(bool isDark);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void followSystem();
    void apply();
    void spreadFontChange();

    ThemeChoice m_choice;
    bool m_isDark = false;
    bool m_systemIsDark = false;
    bool m_isApplying = false;
    bool m_isSpreadingFont = false;
    FocusRing *m_focusRing;
};
