#pragma once

#include "base/result.h"
#include "domain/phonenumber.h"

#include <QSet>

#include <vector>

class Database;

/// Whom nobody may write to, read once for a loop over a million numbers. Later changes are not seen; sending
/// asks the database itself.
class SuppressionList
{
public:
    static Result<SuppressionList> read(Database &database);

    bool contains(const PhoneNumber &phone) const;

private:
    std::vector<quint64> m_numbers; ///< digits, sorted
    QSet<QByteArray> m_erased; ///< keyed hashes
    QByteArray m_key;
};
