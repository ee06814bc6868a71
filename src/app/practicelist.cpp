#include "app/practicelist.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE must stand outside every namespace.
static void initPracticeData()
{
    Q_INIT_RESOURCE(practicedata);
}

Result<QString> writePracticeList(const QString &folder)
{
    initPracticeData();
    const QString path = QDir{folder}.filePath(u"practice-recipients.csv"_s);
    if (QFile::exists(path))
        return path;
    if (!QFile::copy(u":/practice/practice-recipients.csv"_s, path))
        return Error{ErrorKind::Storage,
                     QCoreApplication::translate("PracticeList", "The practice list cannot be written to %1.")
                         .arg(folder),
                     u"cannot_write"_s,
                     {}};
    // A copied resource can be read only.
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return path;
}
