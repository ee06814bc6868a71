#pragma once

#include <QLineEdit>

/// A search field: magnifying glass in front, the shortcut that leads here at the end while it is empty. Esc
/// clears it.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);

    /// Shown, not bound: the page decides when the shortcut applies.
    void setShortcutHint(const QKeySequence &shortcut);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// The hint has room of its own, so that the placeholder ends before it.
    void reserveHint();

    QString m_shortcutHint;
};
