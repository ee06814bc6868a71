#include "app/notificationdialog.h"

#include "app/preferences.h"
#include "widgets/controls/dialogs.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QTimeEdit>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(NotificationDialog)
};

} // namespace

void askAboutNotifications(QWidget *parent, Preferences &preferences)
{
    auto *dialog = new MessageDialog{Words::tr("Tell new answers on the desktop?"),
                                     Words::tr("A word appears when somebody writes while you do not look at "
                                               "Fanfare. In the quiet hours it waits "
                                               "in the inbox."),
                                     parent};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QuietHours now = preferences.quietHours();
    auto *shown = new QCheckBox{Words::tr("Tell new answers")};
    auto *quiet = new QCheckBox{Words::tr("Keep quiet hours")};
    auto *from = new QTimeEdit{now.from};
    auto *to = new QTimeEdit{now.to};
    shown->setObjectName(u"notificationsShown"_s);
    quiet->setObjectName(u"quietHours"_s);
    shown->setChecked(now.areShown);
    quiet->setChecked(now.isQuiet);
    const auto refresh = [=] {
        quiet->setEnabled(shown->isChecked());
        for (QTimeEdit *edit : {from, to})
            edit->setEnabled(shown->isChecked() && quiet->isChecked());
    };
    QObject::connect(shown, &QCheckBox::toggled, dialog, refresh);
    QObject::connect(quiet, &QCheckBox::toggled, dialog, refresh);
    refresh();
    auto *content = new QWidget;
    auto *form = new QFormLayout{content};
    form->addRow(shown);
    form->addRow(quiet);
    form->addRow(Words::tr("From"), from);
    form->addRow(Words::tr("To"), to);
    dialog->addContent(content);
    dialog->addButton(Words::tr("Cancel"), ButtonKind::Outlined, QDialog::Rejected);
    dialog->addButton(Words::tr("Keep"), ButtonKind::Primary, QDialog::Accepted, true);
    QObject::connect(dialog, &QDialog::accepted, dialog, [=, &preferences] {
        preferences.setQuietHours({shown->isChecked(), quiet->isChecked(), from->time(), to->time()});
    });
    dialog->open();
}
