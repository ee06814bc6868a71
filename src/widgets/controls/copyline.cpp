#include "widgets/controls/copyline.h"

#include "widgets/controls/button.h"
#include "widgets/controls/firstfocus.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

QWidget *copyLine(QLineEdit *edit, const QString &copyName)
{
    edit->setReadOnly(true);
    auto *line = new QWidget;
    auto *row = new QHBoxLayout{line};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *copy =
        new Button{QCoreApplication::translate("CopyLine", "Copy"), ButtonKind::Outlined, u"duplicate"_s};
    copy->setAccessibleName(copyName);
    row->addWidget(edit, 1);
    row->addWidget(copy);
    setFirstFocus(line, edit);
    copy->setEnabled(!edit->text().isEmpty());
    QObject::connect(edit, &QLineEdit::textChanged, copy,
                     [copy](const QString &text) { copy->setEnabled(!text.isEmpty()); });
    QObject::connect(copy, &Button::clicked, edit,
                     [edit] { QGuiApplication::clipboard()->setText(edit->text()); });
    return line;
}
