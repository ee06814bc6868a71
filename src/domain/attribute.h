#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

/// How the values of an attribute are compared. They are kept as they were written.
enum class AttributeType {
    Text,
    Number, ///< with a point for decimals: "12.5"
    Date, ///< ISO 8601: "2026-11-25"
};

/// "text", "number", "date"
QString toWord(AttributeType type);
std::optional<AttributeType> attributeTypeFromWord(QStringView word);

/// Something that this workspace knows of its contacts beside their names, such as their city.
struct Attribute
{
    QString name;
    AttributeType type = AttributeType::Text;

    friend bool operator==(const Attribute &, const Attribute &) = default;
};

/// One person's value of an attribute, both in UTF-8, of which somebody else has the bytes.
struct AttributeView
{
    QByteArrayView name;
    QByteArrayView value;
};
