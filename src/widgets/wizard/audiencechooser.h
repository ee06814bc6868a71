#pragma once

#include <QFrame>

/// Where a draft has nobody yet: drop a file, choose one, paste, or add people one by one.
class AudienceChooser final : public QFrame
{
    Q_OBJECT

public:
    explicit AudienceChooser(QWidget *parent = nullptr);

    /// While a file hangs over the step.
    void setDropTarget(bool isTarget);

signals:
    void fileRequested();
    void pasteRequested();
    void personRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_isDropTarget = false;
};
