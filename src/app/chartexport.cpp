#include "app/chartexport.h"

#include "app/savedialog.h"
#include "exchange/csvwriter.h"
#include "widgets/controls/chartcard.h"
#include "widgets/controls/dialogs.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/backgrounddesk.h"
#include "workspace/session.h"

#include <QFileDialog>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

Result<> writeBytes(const QString &path, const QByteArray &bytes)
{
    QSaveFile file{path};
    if (file.open(QIODevice::WriteOnly)) {
        file.write(bytes);
        if (file.commit())
            return Done{};
    }
    return Error{ErrorKind::Storage,
                 ChartExport::tr("%1 cannot be written. Choose another folder.").arg(path), u"cannot_write"_s,
                 file.errorString()};
}

} // namespace

ChartExport::ChartExport(const Workbench &bench, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_lastFolder{QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)}
{
}

void ChartExport::savePicture(const ChartPicture &picture)
{
    QFileDialog *dialog =
        askWhereToSave(&m_bench.window, tr("Save the picture"), m_lastFolder, picture.title,
                       {
                           {tr("PNG picture (*.png)"), u"png"_s},
                           {tr("SVG drawing (*.svg)"), u"svg"_s}
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, picture](const QString &path) {
        const bool isSvg = path.endsWith(u".svg"_s, Qt::CaseInsensitive);
        write(path, [path, bytes = isSvg ? picture.svg : picture.png] { return writeBytes(path, bytes); });
    });
}

void ChartExport::saveNumbers(const QString &title, const ChartTable &numbers)
{
    QFileDialog *dialog = askWhereToSave(&m_bench.window, tr("Save the numbers"), m_lastFolder, title,
                                         {
                                             {tr("CSV table (*.csv)"), u"csv"_s}
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, numbers](const QString &path) {
        write(path, [path, numbers] { return writeChartNumbers(path, numbers); });
    });
}

/// The folder may be on a disk or network that takes its time.
void ChartExport::write(const QString &path, const std::function<Result<>()> &work)
{
    m_bench.desk.run(
        this, [work](Session &) { return work(); },
        [this, path](const Result<> &written) { tell(path, written); });
}

void ChartExport::tell(const QString &path, const Result<> &written)
{
    m_lastFolder = QFileInfo{path}.absolutePath();
    if (written)
        m_bench.window.showToast(tr("Saved as %1").arg(QFileInfo{path}.fileName()));
    else
        tellError(&m_bench.window, tr("The chart was not saved"), written.error());
}

Result<> writeChartNumbers(const QString &path, const ChartTable &numbers)
{
    Result<CsvWriter> writer = CsvWriter::open(path);
    if (!writer)
        return writer.error();
    if (const Result<> written = writer->writeRow(numbers.columns); !written)
        return written;
    for (size_t row = 0; row < numbers.rows.size(); ++row) {
        QStringList cells{numbers.rows[row].plainName};
        for (size_t number = 0; number < numbers.rows[row].numbers.size(); ++number)
            cells << numbers.plainNumber(row, number);
        if (const Result<> written = writer->writeRow(cells); !written)
            return written;
    }
    return writer->commit();
}
