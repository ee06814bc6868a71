#include "cli/standardinput.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

Result<QByteArray> readStandardInput(qint64 most)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return Error{ErrorKind::BadInput,
                     QCoreApplication::translate("StandardInput", "Standard input cannot be read."),
                     u"unreadable"_s,
                     {}};
    QByteArray content;
    while (content.size() <= most) {
        const QByteArray more = input.read(most + 1 - content.size());
        if (more.isEmpty())
            return content;
        content += more;
    }
    return Error{ErrorKind::BadInput,
                 QCoreApplication::translate("StandardInput", "Standard input is too long."),
                 u"too_long"_s,
                 {}};
}
