#include "storage/personpacking.h"

#include "storage/sql.h"

#include <cstring>

namespace {

constexpr int kBitsOfDigit = 4;

/// Keeps room for the length of a part that is to follow; where that is.
qsizetype beginPart(QByteArray &packed)
{
    packed.append(qsizetype(sizeof(quint32)), '\0');
    return packed.size() - qsizetype(sizeof(quint32));
}

void endPart(QByteArray &packed, qsizetype begun)
{
    const auto length = quint32(packed.size() - begun - qsizetype(sizeof(quint32)));
    std::memcpy(packed.data() + begun, &length, sizeof length);
}

void appendPart(QByteArray &packed, QByteArrayView part)
{
    const qsizetype begun = beginPart(packed);
    packed.append(part.data(), part.size());
    endPart(packed, begun);
}

} // namespace

// Digits in four bits each, from the left.
quint64 phoneKey(quint64 digits)
{
    quint64 key = 0;
    for (; digits > 0; digits /= 10)
        key = (key >> kBitsOfDigit) | ((digits % 10 + 1) << (64 - kBitsOfDigit));
    return key;
}

PhoneText::PhoneText(quint64 key)
{
    m_text[size_t(m_length++)] = '+';
    for (; key != 0; key <<= kBitsOfDigit)
        m_text[size_t(m_length++)] = char('0' + (key >> (64 - kBitsOfDigit)) - 1);
}

void packPerson(QByteArrayView region, QByteArrayView name, std::span<const AttributeView> attributes,
                QByteArray &packed)
{
    appendPart(packed, region);
    appendPart(packed, name);
    const qsizetype length = beginPart(packed);
    packed += '{';
    for (const AttributeView &attribute : attributes) {
        if (&attribute != &attributes.front())
            packed += ',';
        appendJsonText(packed, attribute.name);
        packed += ':';
        appendJsonText(packed, attribute.value);
    }
    packed += '}';
    endPart(packed, length);
}

void packPerson(const QString &region, const QString &name, const QMap<QString, QString> &attributes,
                QByteArray &packed)
{
    appendPart(packed, region.toUtf8());
    appendPart(packed, name.toUtf8());
    appendPart(packed, toJsonUtf8(attributes));
}

PersonTexts textsIn(QByteArrayView packed)
{
    const auto next = [&packed] {
        quint32 length = 0;
        std::memcpy(&length, packed.data(), sizeof length);
        const QByteArrayView part = packed.sliced(sizeof length, qsizetype(length));
        packed = packed.sliced(qsizetype(sizeof length) + part.size());
        return part;
    };
    PersonTexts texts;
    texts.region = next();
    texts.name = next();
    texts.attributes = next();
    return texts;
}
