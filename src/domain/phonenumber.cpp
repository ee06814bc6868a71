#include "domain/phonenumber.h"

#include <algorithm>

using namespace Qt::StringLiterals;

std::optional<PhoneNumber> PhoneNumber::fromE164(QStringView text)
{
    constexpr qsizetype kFewestDigits = 7;
    constexpr qsizetype kMostDigits = 15; // ITU-T E.164
    if (!text.startsWith(u'+') || text.size() < kFewestDigits + 1 || text.size() > kMostDigits + 1
        || text[1] == u'0')
        return std::nullopt;
    if (!std::all_of(text.begin() + 1, text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return std::nullopt;
    PhoneNumber phone;
    phone.m_e164 = text.toString();
    return phone;
}

QString PhoneNumber::masked() const
{
    return m_e164.isEmpty() ? QString{} : m_e164.left(3) + u"…"_s + m_e164.right(2);
}
