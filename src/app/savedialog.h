#pragma once

#include <QString>

#include <vector>

class QFileDialog;
class QWidget;

/// A kind of file that may be saved.
struct FileForm
{
    QString filter; ///< "CSV table (*.csv)"
    QString suffix; ///< "csv"
};

/// Asks where to save; the first form is the usual one. `name` becomes the name of the file as far as file
/// systems allow. Opens at once and deletes itself; `fileSelected` is the answer.
QFileDialog *askWhereToSave(QWidget *window, const QString &title, const QString &folder, const QString &name,
                            const std::vector<FileForm> &forms);
