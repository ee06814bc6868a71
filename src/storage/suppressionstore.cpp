#include "storage/suppressionstore.h"

#include "storage/database.h"
#include "storage/erasednumbers.h"
#include "storage/sql.h"
#include "storage/suppressions.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SuppressionStore)
};

/// Why a number of this source does not come off the list by anybody's word but the person's.
std::optional<Error> refusalFor(const QString &source)
{
    const bool isOwnWord =
        source == QLatin1StringView{kSuppressedByReply} || source == QLatin1StringView{kSuppressedByWhatsApp};
    if (isOwnWord)
        return Error{ErrorKind::Refused,
                     Words::tr("This person asked not to be written to. Only a new opt-in lets the number in "
                               "again."),
                     u"person_opted_out"_s,
                     {}};
    if (source == QLatin1StringView{kSuppressedByMerge})
        return Error{ErrorKind::Refused,
                     Words::tr("This person is written to at another number, because their contacts were "
                               "merged. Only a new opt-in lets this number in again."),
                     u"merged"_s,
                     {}};
    if (source == QLatin1StringView{kSuppressedByMove})
        return Error{
            ErrorKind::Refused,
            Words::tr("This person has another number now. If another contact has it, merge the two. "
                      "Only a new opt-in lets this number in again."),
            u"moved"_s,
            {}};
    return std::nullopt;
}

} // namespace

bool SuppressionStore::isReserved(const QString &source)
{
    return source.isEmpty() || refusalFor(source).has_value();
}

Result<std::vector<SuppressedNumber>> SuppressionStore::page(int limit, const QString &after)
{
    std::vector<SuppressedNumber> numbers;
    const Result<> read =
        forEachRow(m_database, uR"(SELECT s.phone, coalesce(c.name, ''), s.source, s.added_at
            FROM suppression s LEFT JOIN contact c ON c.phone = s.phone
            WHERE s.phone > ? ORDER BY s.phone LIMIT ?)"_s,
                   {after, limit > 0 ? limit : -1}, [&](const Row &row) {
                       if (const std::optional<PhoneNumber> phone = PhoneNumber::fromE164(row.text(0)))
                           numbers.push_back({*phone, row.text(1), row.text(2), row.time(3)});
                   });
    if (!read)
        return read.error();
    return numbers;
}

Result<qint64> SuppressionStore::erasedPeople()
{
    return firstInteger(m_database, u"SELECT count(*) FROM erased"_s);
}

Result<bool> SuppressionStore::add(const PhoneNumber &phone, const QString &source, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<bool> {
        const Result<bool> isErased = ErasedNumbers{m_database}.contains(phone);
        if (!isErased)
            return isErased.error();
        if (*isErased)
            return false;
        const Result<bool> isListed = isSuppressed(m_database, phone);
        if (!isListed)
            return isListed.error();
        if (const Result<> listed = suppress(m_database, phone, source, now); !listed)
            return listed.error();
        return !*isListed;
    });
}

Result<> SuppressionStore::remove(const PhoneNumber &phone)
{
    return inTransaction(m_database, [&]() -> Result<> {
        const Result<bool> isErased = ErasedNumbers{m_database}.contains(phone);
        if (!isErased)
            return isErased.error();
        if (*isErased)
            return Error{
                ErrorKind::Refused,
                Words::tr("This person was erased on request. Only a new opt-in brings the number back."),
                u"erased"_s,
                {}};
        const Result<std::optional<QString>> source =
            firstRow(m_database, u"SELECT source FROM suppression WHERE phone = ?"_s, {phone.e164()},
                     [](const Row &row) { return row.text(0); });
        if (!source)
            return source.error();
        if (!*source)
            return Error{ErrorKind::NotFound,
                         Words::tr("The number %1 is not on the suppression list.").arg(phone.e164()),
                         u"not_suppressed"_s,
                         {}};
        if (const std::optional<Error> refusal = refusalFor(**source))
            return *refusal;
        return unsuppress(m_database, phone);
    });
}
