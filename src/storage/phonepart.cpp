#include "storage/phonepart.h"

using namespace Qt::StringLiterals;

QString phonePart(const QString &search)
{
    QString digits;
    for (const QChar c : search) {
        if (c.isDigit())
            digits += QString::number(c.digitValue());
        else if (c == u'+' && digits.isEmpty())
            digits += c;
        else if (!c.isSpace() && !u"()-./"_s.contains(c))
            return {};
    }
    return digits;
}
