#include "widgets/wizard/headerfile.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QStandardPaths>

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(HeaderFile)
};

QString filterOf(HeaderFormat format)
{
    switch (format) {
    case HeaderFormat::Image: return Words::tr("Pictures (*.jpg *.jpeg *.png)");
    case HeaderFormat::Video: return Words::tr("Videos (*.mp4 *.3gp)");
    case HeaderFormat::Document:
    case HeaderFormat::None:
    case HeaderFormat::Text:
    case HeaderFormat::Location: return Words::tr("All files (*)");
    }
    Q_UNREACHABLE();
}

} // namespace

QString headerFileHint(HeaderFormat format)
{
    switch (format) {
    case HeaderFormat::Video: return Words::tr("A video up to 16 MB, a link, or a media number of Meta");
    case HeaderFormat::Document:
        return Words::tr("A document up to 100 MB, a link, or a media number of Meta");
    case HeaderFormat::Image:
    case HeaderFormat::None:
    case HeaderFormat::Text:
    case HeaderFormat::Location: return Words::tr("A picture up to 5 MB, a link, or a media number of Meta");
    }
    Q_UNREACHABLE();
}

void chooseHeaderFile(HeaderFormat format, const HeaderMedia &present, QLineEdit *field)
{
    auto *dialog = new QFileDialog{field, Words::tr("Choose the file for the header"),
                                   present.kind == HeaderMedia::Kind::File
                                       ? QFileInfo{present.value}.path()
                                       : QStandardPaths::writableLocation(QStandardPaths::PicturesLocation),
                                   filterOf(format)};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, field, &QLineEdit::setText);
    dialog->open();
}
