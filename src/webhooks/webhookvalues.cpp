#include "webhooks/webhookvalues.h"

#include <QStringList>

#include <cmath>

using namespace Qt::StringLiterals;

QString textIn(const QJsonValue &object, QLatin1StringView key)
{
    return object[key].toString();
}

QString idIn(const QJsonValue &object, QLatin1StringView key)
{
    const QJsonValue value = object[key];
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

int numberIn(const QJsonValue &object, QLatin1StringView key)
{
    const QJsonValue value = object[key];
    if (value.isString())
        return value.toString().toInt();
    const double number = value.toDouble();
    return std::abs(number) < 1e9 ? static_cast<int>(number) : 0;
}

QString joinedParts(QStringList parts)
{
    parts.removeAll(QString{});
    return parts.join(u", "_s).left(kLongestSummary);
}
