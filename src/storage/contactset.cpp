#include "storage/contactset.h"

#include <algorithm>
#include <cstring>

void ContactSet::insert(ContactId id)
{
    if (!id.isValid())
        return;
    const size_t word = static_cast<size_t>(id.value) / kBits;
    if (word >= m_words.size())
        m_words.resize(std::max(word + 1, m_words.size() * 2));
    m_words[word] |= uint64_t{1} << (static_cast<size_t>(id.value) % kBits);
}

void ContactSet::remove(ContactId id)
{
    if (contains(id))
        m_words[static_cast<size_t>(id.value) / kBits] &=
            ~(uint64_t{1} << (static_cast<size_t>(id.value) % kBits));
}

void ContactSet::removeRange(ContactId first, ContactId last)
{
    const qint64 end = std::min(last.value, static_cast<qint64>(m_words.size() * kBits) - 1);
    for (qint64 id = first.value; id <= end; ++id)
        remove({id});
}

bool ContactSet::contains(ContactId id) const
{
    const size_t word = static_cast<size_t>(id.value) / kBits;
    return id.isValid() && word < m_words.size()
        && (m_words[word] >> (static_cast<size_t>(id.value) % kBits) & 1) != 0;
}

qint64 ContactSet::count() const
{
    qint64 people = 0;
    for (const uint64_t word : m_words)
        people += std::popcount(word);
    return people;
}

ContactSet ContactSet::fromWords(const QByteArray &words)
{
    ContactSet people;
    people.m_words.resize(static_cast<size_t>(words.size()) / sizeof(uint64_t));
    if (!people.m_words.empty())
        std::memcpy(people.m_words.data(), words.constData(), people.m_words.size() * sizeof(uint64_t));
    return people;
}

void ContactSet::insertList(const QByteArray &ids)
{
    qint64 id = 0;
    for (const char c : ids) {
        if (c == ',') {
            insert({id});
            id = 0;
        } else {
            id = id * 10 + (c - '0');
        }
    }
    insert({id});
}

ContactSet &ContactSet::operator|=(const ContactSet &other)
{
    if (other.m_words.size() > m_words.size())
        m_words.resize(other.m_words.size());
    for (size_t word = 0; word < other.m_words.size(); ++word)
        m_words[word] |= other.m_words[word];
    return *this;
}

ContactSet &ContactSet::operator&=(const ContactSet &other)
{
    m_words.resize(std::min(m_words.size(), other.m_words.size()));
    for (size_t word = 0; word < m_words.size(); ++word)
        m_words[word] &= other.m_words[word];
    return *this;
}

ContactSet &ContactSet::operator-=(const ContactSet &other)
{
    for (size_t word = 0; word < std::min(m_words.size(), other.m_words.size()); ++word)
        m_words[word] &= ~other.m_words[word];
    return *this;
}

std::vector<ContactId> ContactSet::ids() const
{
    std::vector<ContactId> ids;
    ids.reserve(static_cast<size_t>(count()));
    forEach([&](ContactId id) { ids.push_back(id); });
    return ids;
}

std::vector<ContactId> ContactSet::first(size_t atMost) const
{
    std::vector<ContactId> found;
    for (size_t word = 0; word < m_words.size() && found.size() < atMost; ++word) {
        for (uint64_t left = m_words[word]; left != 0 && found.size() < atMost; left &= left - 1)
            found.push_back(ContactId{static_cast<qint64>(word * kBits) + std::countr_zero(left)});
    }
    return found;
}
