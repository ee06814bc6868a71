#include "domain/attribute.h"

#include <array>

using namespace Qt::StringLiterals;

QString toWord(AttributeType type)
{
    switch (type) {
    case AttributeType::Text: return u"text"_s;
    case AttributeType::Number: return u"number"_s;
    case AttributeType::Date: return u"date"_s;
    }
    Q_UNREACHABLE();
}

std::optional<AttributeType> attributeTypeFromWord(QStringView word)
{
    for (const AttributeType type :
         std::array{AttributeType::Text, AttributeType::Number, AttributeType::Date}) {
        if (toWord(type) == word)
            return type;
    }
    return std::nullopt;
}
