#include "storage/suppressionlist.h"

#include "storage/database.h"
#include "storage/erasednumbers.h"
#include "storage/sql.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

quint64 digitsOf(QStringView e164)
{
    return e164.mid(1).toULongLong();
}

} // namespace

Result<SuppressionList> SuppressionList::read(Database &database)
{
    return inSnapshot(database, [&]() -> Result<SuppressionList> {
        SuppressionList list;
        const Result<> numbers =
            forEachRow(database, u"SELECT phone FROM suppression"_s, {},
                       [&](const Row &row) { list.m_numbers.push_back(digitsOf(row.text(0))); });
        if (!numbers)
            return numbers.error();
        std::sort(list.m_numbers.begin(), list.m_numbers.end());
        const Result<> erased = forEachRow(database, u"SELECT hash FROM erased"_s, {}, [&](const Row &row) {
            list.m_erased.insert(row.text(0).toLatin1());
        });
        if (!erased)
            return erased.error();
        if (!list.m_erased.isEmpty()) {
            const Result<QByteArray> key = ErasedNumbers{database}.key();
            if (!key)
                return key.error();
            list.m_key = *key;
        }
        return list;
    });
}

bool SuppressionList::contains(const PhoneNumber &phone) const
{
    if (std::binary_search(m_numbers.begin(), m_numbers.end(), digitsOf(phone.e164())))
        return true;
    return !m_erased.isEmpty() && m_erased.contains(ErasedNumbers::hashOf(phone, m_key).toLatin1());
}
