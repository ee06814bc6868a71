#include "storage/contactvalues.h"

using namespace Qt::StringLiterals;

namespace {

QString isNumberValue(const QString &value)
{
    return uR"((%1 GLOB '*[0-9]*' AND %1 NOT GLOB '*[^0-9.-]*' AND %1 NOT GLOB '?*-*' AND %1 NOT GLOB '*.*.*'
        AND %1 NOT GLOB '0[0-9]*' AND length(%1) <= 15))"_s.arg(value);
}

} // namespace

QString numberOfValue(const QString &value)
{
    return u"CASE WHEN %1 THEN CAST(%2 AS REAL) END"_s.arg(isNumberValue(value), value);
}

QString isDateValue(const QString &value)
{
    return u"%1 GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'"_s.arg(value);
}

QString attributeTypeOfValues(const QString &value)
{
    return u"CASE WHEN min(%1) THEN 'number' WHEN min(%2) THEN 'date' ELSE 'text' END"_s.arg(
        isNumberValue(value), isDateValue(value));
}
