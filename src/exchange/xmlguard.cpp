#include "exchange/xmlguard.h"

#include <cstring>

namespace {

/// Behind "<!": a comment begins with "--", a part of plain text with "[CDATA[".
constexpr QByteArrayView kCdata = "[CDATA[";

} // namespace

XmlGuard::Finding XmlGuard::look(QByteArrayView bytes)
{
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        if (m_place == Place::Text && m_seen >= 4) {
            // Most of a workbook is text and short tags: to the next tag in one step.
            const void *found = std::memchr(bytes.data() + at, '<', size_t(bytes.size() - at));
            const qsizetype tag =
                found == nullptr ? bytes.size() : static_cast<const char *>(found) - bytes.data();
            m_length += tag - at;
            m_seen += tag - at;
            if (m_length > kLongestText)
                return Finding::TooLarge;
            at = tag;
            if (at == bytes.size())
                break;
        }
        if (const Finding finding = take(bytes[at]); finding != Finding::Nothing)
            return finding;
    }
    return Finding::Nothing;
}

XmlGuard::Finding XmlGuard::take(char c)
{
    // UTF-16 and UTF-32 begin with a mark or a zero byte; a workbook is UTF-8.
    const bool isMark = c == '\xFE' || c == '\xFF';
    if (++m_seen <= 4 && (c == '\0' || isMark))
        return Finding::Foreign;
    ++m_length;
    Finding finding = Finding::Nothing;
    switch (m_place) {
    case Place::Text:
        if (c == '<')
            enter(Place::Tag);
        else if (m_length > kLongestText)
            finding = Finding::TooLarge;
        break;
    case Place::Tag: finding = takeInTag(c); break;
    case Place::Markup: finding = takeInMarkup(c); break;
    case Place::Comment:
        if (c == '>' && endsWith("--"))
            enter(Place::Text);
        break;
    case Place::Cdata:
        if (c == '>' && endsWith("]]"))
            enter(Place::Text);
        else if (m_length > kLongestText)
            finding = Finding::TooLarge;
        break;
    case Place::Instruction:
        if (c == '>' && endsWith("?"))
            enter(Place::Text);
        break;
    }
    const bool isLongerThanATag = m_length > kLongestTag && m_place != Place::Text && m_place != Place::Cdata;
    m_beforeThat = m_before;
    m_before = c;
    return isLongerThanATag ? Finding::TooLarge : finding;
}

XmlGuard::Finding XmlGuard::takeInTag(char c)
{
    if (m_length == 1 && c == '!') {
        enter(Place::Markup);
    } else if (m_length == 1 && c == '?') {
        enter(Place::Instruction);
    } else if (m_length == 1 && c == '/') {
        m_isClosingTag = true;
    } else if (m_quote != 0) {
        m_quote = c == m_quote ? 0 : m_quote;
    } else if (c == '"' || c == '\'') {
        m_quote = c;
        ++m_attributes;
    } else if (c == '>') {
        const bool isWhole = m_before == '/' && !m_isClosingTag;
        m_depth += m_isClosingTag ? -1 : isWhole ? 0 : 1;
        enter(Place::Text);
    }
    return m_attributes > kMostAttributes || m_depth > kDeepest ? Finding::TooLarge : Finding::Nothing;
}

XmlGuard::Finding XmlGuard::takeInMarkup(char c)
{
    if (m_length == 2 && c == '-' && m_before == '-') {
        enter(Place::Comment);
        return Finding::Nothing;
    }
    const bool mayBeComment = m_length == 1 && c == '-';
    const bool mayBeCdata = m_length <= kCdata.size() && c == kCdata[m_length - 1];
    if (!mayBeComment && !mayBeCdata)
        return Finding::Foreign;
    if (m_length == kCdata.size())
        enter(Place::Cdata);
    return Finding::Nothing;
}

void XmlGuard::enter(Place place)
{
    m_place = place;
    m_length = 0;
    m_attributes = 0;
    m_quote = 0;
    m_isClosingTag = false;
}

/// Whether the bytes before this one, inside what we are in, are these (two at most).
bool XmlGuard::endsWith(QByteArrayView end) const
{
    if (m_length <= end.size())
        return false;
    return end.back() == m_before && (end.size() == 1 || end.front() == m_beforeThat);
}
