#include "app/savedialog.h"

#include <QFileDialog>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

/// What no file system minds.
QString fileNameFor(const QString &name)
{
    static const QRegularExpression unwanted{uR"([\\/:*?"<>|\x00-\x1f]+)"_s};
    QString cleaned = name;
    cleaned.replace(unwanted, u" "_s);
    cleaned = cleaned.simplified().left(80);
    return cleaned.isEmpty() ? u"campaign"_s : cleaned;
}

} // namespace

QFileDialog *askWhereToSave(QWidget *window, const QString &title, const QString &folder, const QString &name,
                            const std::vector<FileForm> &forms)
{
    auto *dialog = new QFileDialog{window, title, folder};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const FileForm &form : forms)
        filters << form.filter;
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(forms.front().suffix);
    dialog->selectFile(fileNameFor(name) + u'.' + forms.front().suffix);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, forms](const QString &chosen) {
        for (const FileForm &form : forms) {
            if (form.filter == chosen)
                dialog->setDefaultSuffix(form.suffix);
        }
    });
    dialog->open();
    return dialog;
}
