#pragma once

#include <QFrame>

class Button;

/// Where a draft has nobody yet: drop a file, choose one, paste, or add people one by one.
class AudienceChooser final : public QFrame
{
    Q_OBJECT

public:
    explicit AudienceChooser(QWidget *parent = nullptr);

    /// Whether people can also be taken from the contact book; not at first.
    void setContactsOffered(bool isOffered);
    /// While a file hangs over the step.
    void setDropTarget(bool isTarget);

signals:
    void contactsRequested();
    void fileRequested();
    void pasteRequested();
    void personRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Button *m_contacts;
    bool m_isDropTarget = false;
};
