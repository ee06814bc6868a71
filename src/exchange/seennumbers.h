#pragma once

#include <QtGlobal>

#include <algorithm>
#include <vector>

/// Numbers seen so far and the row of each. An open hash table, because a million strings would take ten
/// times the memory.
class SeenNumbers
{
public:
    /// The row that had this number first; 0 if none had.
    qint64 firstRow(quint64 digits) const
    {
        if (m_slots.empty())
            return 0;
        for (size_t i = slotOf(digits);; i = (i + 1) & (m_slots.size() - 1)) {
            if (m_slots[i].key == digits)
                return m_slots[i].row;
            if (m_slots[i].key == kFree)
                return 0;
        }
    }

    void insert(quint64 digits, qint64 row)
    {
        if ((m_used + 1) * 4 > m_slots.size() * 3)
            grow();
        place({digits, row});
        ++m_used;
    }

private:
    static constexpr quint64 kFree = 0; // no number is 0

    struct Slot
    {
        quint64 key = kFree; ///< the digits of the number
        qint64 row = 0;
    };

    size_t slotOf(quint64 key) const
    {
        const quint64 mixed = key * 0x9E3779B97F4A7C15u; // Fibonacci hashing
        return size_t((mixed >> 20) & (m_slots.size() - 1));
    }

    void place(Slot slot)
    {
        size_t i = slotOf(slot.key);
        while (m_slots[i].key != kFree)
            i = (i + 1) & (m_slots.size() - 1);
        m_slots[i] = slot;
    }

    void grow()
    {
        std::vector<Slot> old(std::max<size_t>(1024, m_slots.size() * 2));
        old.swap(m_slots);
        for (const Slot &slot : old) {
            if (slot.key != kFree)
                place(slot);
        }
    }

    std::vector<Slot> m_slots; ///< a power of two
    size_t m_used = 0;
};
