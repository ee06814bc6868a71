#pragma once

#include "base/result.h"
#include "widgets/theme/fanfarestyle.h"

#include <QDialog>

class Button;
class QHBoxLayout;
class QVBoxLayout;

/// A dialog in the product's look: a title that is a question or a fact, what there is to know, and verbs.
class MessageDialog : public QDialog
{
    Q_OBJECT

public:
    MessageDialog(const QString &title, const QString &body, QWidget *parent = nullptr);

    /// Between the words and the buttons: a field, a list.
    void addContent(QWidget *content);
    /// Buttons stand in the order they are added, at the trailing edge. The default one gets the focus.
    Button *addButton(const QString &text, ButtonKind kind, int result, bool isDefault = false);
    /// Technical words behind "Details for support", folded at first.
    void setDetails(const QString &details);

private:
    QVBoxLayout *m_column;
    QVBoxLayout *m_content;
    QHBoxLayout *m_buttons;
};

/// Asks before something is lost. `verb` does it, `keep` is the default and what Esc means. Shown without
/// blocking; `accepted` is the answer yes. Deletes itself when closed.
MessageDialog *askBeforeLosing(QWidget *parent, const QString &question, const QString &whatIsLost,
                               const QString &verb, const QString &keep);

/// Tells what failed and what to do, with the technical detail folded away. Deletes itself when closed.
MessageDialog *tellError(QWidget *parent, const QString &title, const Error &error);
