#pragma once

#include <QFrame>

class Button;
class TextLabel;

/// Where a draft has nobody yet: drop a file, choose one, paste, or add people one by one.
class AudienceChooser final : public QFrame
{
    Q_OBJECT

public:
    explicit AudienceChooser(QWidget *parent = nullptr);

    /// Whether people can also be taken from the contact book; not at first.
    void setContactsOffered(bool isOffered);
    /// What the choice is about; "Who gets this campaign?" otherwise.
    void setQuestion(const QString &question);
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
    TextLabel *m_question;
    bool m_isDropTarget = false;
};
