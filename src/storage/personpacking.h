#pragma once

#include "domain/attribute.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QMap>
#include <QString>

#include <array>
#include <span>

// A person of a list as few bytes, for as long as they wait to come into the contact book.

/// The digits of a number, which have no zero in front, so that keys compare as the texts of the numbers do.
quint64 phoneKey(quint64 digits);

/// The number of a phoneKey() as text, with "+".
class PhoneText
{
public:
    PhoneText() = default;
    explicit PhoneText(quint64 key);

    QByteArrayView view() const { return {m_text.data(), m_length}; }

private:
    static constexpr int kMostDigits = 15;

    std::array<char, kMostDigits + 1> m_text{};
    qsizetype m_length = 0;
};

/// Puts a person, but for the number, behind what is in `packed`. Texts are UTF-8; attributes are sorted by
/// name. Several threads may be in here at once.
void packPerson(QByteArrayView region, QByteArrayView name, std::span<const AttributeView> attributes,
                QByteArray &packed);
void packPerson(const QString &region, const QString &name, const QMap<QString, QString> &attributes,
                QByteArray &packed);

/// What packPerson() has put together; views into it.
struct PersonTexts
{
    QByteArrayView region;
    QByteArrayView name;
    QByteArrayView attributes; ///< as JSON
};

PersonTexts textsIn(QByteArrayView packed);
