#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

/// Numbers seen so far and the row of each. Open hash tables, because a million strings would take ten times
/// the memory; several of them, so that only a part is there twice while it grows.
class SeenNumbers
{
public:
    /// Soon it will be asked for this number: the processor fetches where it would be, as the tables are
    /// larger than what it has at hand.
    void prepareFor(quint64 digits) const
    {
        const quint64 mixed = hashOf(digits);
        m_parts[partOf(mixed)].fetch(mixed);
    }

    /// The row that had this number first; 0 if none had. Rows beyond the fourth thousand million are all the
    /// same.
    qint64 firstRow(quint64 digits) const
    {
        const quint64 mixed = hashOf(digits);
        return m_parts[partOf(mixed)].firstRow(digits, mixed);
    }

    void insert(quint64 digits, qint64 row)
    {
        constexpr qint64 kLastRow = std::numeric_limits<quint32>::max();
        const quint64 mixed = hashOf(digits);
        m_parts[partOf(mixed)].insert(
            {quint32(digits), quint32(digits >> 32), quint32(std::min(row, kLastRow))});
    }

private:
    static constexpr int kBitsOfPart = 4;
    static constexpr int kUnusedBits = 20; ///< of a hash, the lowest and least mixed ones

    /// Of 32-bit pieces, so that it takes 12 bytes instead of 16. Free where the digits are 0: no number is.
    struct Slot
    {
        quint32 low = 0;
        quint32 high = 0;
        quint32 row = 0;

        quint64 digits() const { return quint64(high) << 32 | low; }
    };

    class Part
    {
    public:
        qint64 firstRow(quint64 digits, quint64 mixed) const
        {
            return m_slots.empty() ? 0 : m_slots[placeOf(digits, mixed)].row;
        }

        void insert(const Slot &slot)
        {
            if ((m_used + 1) * 4 > m_slots.size() * 3)
                grow();
            place(slot);
            ++m_used;
        }

        void fetch([[maybe_unused]] quint64 mixed) const
        {
#ifdef __GNUC__
            if (!m_slots.empty())
                __builtin_prefetch(&m_slots[size_t(mixed >> kUnusedBits) & (m_slots.size() - 1)]);
#endif
        }

    private:
        /// Where the digits are, or would be.
        size_t placeOf(quint64 digits, quint64 mixed) const
        {
            const size_t mask = m_slots.size() - 1;
            size_t place = size_t(mixed >> kUnusedBits) & mask;
            while (m_slots[place].digits() != 0 && m_slots[place].digits() != digits)
                place = (place + 1) & mask;
            return place;
        }

        void place(const Slot &slot)
        {
            m_slots[placeOf(slot.digits(), hashOf(slot.digits()))] = slot;
        }

        void grow()
        {
            std::vector<Slot> old(std::max<size_t>(256, m_slots.size() * 2));
            old.swap(m_slots);
            for (const Slot &slot : old) {
                if (slot.digits() != 0)
                    place(slot);
            }
        }

        std::vector<Slot> m_slots; ///< a power of two
        size_t m_used = 0;
    };

    static quint64 hashOf(quint64 digits)
    {
        return digits * 0x9E3779B97F4A7C15u;
    } // Fibonacci hashing
    static size_t partOf(quint64 mixed)
    {
        return size_t(mixed >> (64 - kBitsOfPart));
    }

    std::array<Part, size_t{1} << kBitsOfPart> m_parts;
};
