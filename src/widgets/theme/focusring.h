#pragma once

#include <QPointer>
#include <QWidget>

/// The ring around the control that has the keyboard's focus: two pixels wide, two pixels away from the edge.
/// It appears when focus was moved by the keyboard, on controls that do not show focus on their own edge.
class FocusRing final : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(QObject *parent);
    ~FocusRing() override;

    /// The control that wears the ring at the moment, if any.
    QWidget *target() const { return m_target; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Overlay;

    void moveTo(QWidget *target);
    void follow();

    QPointer<QWidget> m_target;
    QPointer<Overlay> m_overlay;
};
