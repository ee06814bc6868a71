#include "widgets/wizard/pastedialog.h"

#include "widgets/controls/button.h"
#include "widgets/theme/typography.h"

#include <QApplication>
#include <QClipboard>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

PasteDialog::PasteDialog(QWidget *parent)
    : MessageDialog{tr("Paste numbers"),
                    tr("One person a line: just the number, or columns copied from a spreadsheet. They are "
                       "checked "
                       "before anybody is added."),
                    parent}
    , m_text{new QPlainTextEdit}
{
    m_text->setObjectName(u"pasteText"_s);
    m_text->setAccessibleName(tr("Numbers"));
    m_text->setPlaceholderText(tr("+34 600 000 274\n+44 7700 900118"));
    m_text->setMinimumHeight(scaledWithText(180));
    m_text->setTabChangesFocus(true);
    m_text->setPlainText(QApplication::clipboard()->text());
    addContent(m_text);
    addButton(tr("Cancel"), ButtonKind::Outlined, QDialog::Rejected);
    Button *check = addButton(tr("Check these people"), ButtonKind::Primary, QDialog::Accepted, true);
    check->setObjectName(u"checkPasted"_s);
    check->setEnabled(!m_text->toPlainText().trimmed().isEmpty());
    connect(m_text, &QPlainTextEdit::textChanged, check,
            [this, check] { check->setEnabled(!m_text->toPlainText().trimmed().isEmpty()); });
    connect(this, &QDialog::accepted, this, [this] { emit pasted(m_text->toPlainText()); });
    m_text->setFocus(Qt::TabFocusReason);
}
