#pragma once

#include <QHash>
#include <QString>

#include <optional>

/// A phone number in E.164: "+" and 7 to 15 digits. Reading what people type is `exchange`'s business
/// (PhoneParser).
class PhoneNumber
{
public:
    PhoneNumber() = default;

    /// Nothing unless the text is "+" and 7 to 15 ASCII digits that do not begin with 0.
    static std::optional<PhoneNumber> fromE164(QStringView text);

    const QString &e164() const { return m_e164; }
    bool isEmpty() const { return m_e164.isEmpty(); }

    /// For logs: the country's first digits and the last two, "+34…74".
    QString masked() const;

    friend bool operator==(const PhoneNumber &, const PhoneNumber &) = default;
    friend bool operator<(const PhoneNumber &a, const PhoneNumber &b) { return a.m_e164 < b.m_e164; }
    friend size_t qHash(const PhoneNumber &phone, size_t seed = 0)
    {
        return ::qHash(phone.m_e164, seed);
    }

private:
    QString m_e164;
};
