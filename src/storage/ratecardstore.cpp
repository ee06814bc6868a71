#include "storage/ratecardstore.h"

#include "storage/database.h"
#include "storage/messageprices.h"
#include "storage/sql.h"

#include <QCoreApplication>

#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RateCardStore)
};

/// What a card tells of one market and category.
using Priced = std::pair<QString, PriceCategory>;

Result<std::vector<RateCard>> cardsWhere(Database &database, const QString &condition,
                                         const QVariantList &values)
{
    struct Head
    {
        qint64 id;
        QString currency;
        QDate effective;
        QString fileName;
        UtcTime importedAt;
    };
    std::vector<Head> heads;
    const Result<> read = forEachRow(
        database, u"SELECT id, currency, effective, file_name, imported_at FROM rate_card "_s + condition,
        values, [&](const Row &row) {
            heads.push_back({row.integer(0), row.text(1), QDate::fromString(row.text(2), Qt::ISODate),
                             row.text(3), row.time(4)});
        });
    if (!read)
        return read.error();
    std::vector<RateCard> cards;
    for (const Head &head : heads) {
        std::vector<Rate> rates;
        const Result<> filled = forEachRow(
            database, u"SELECT market, category, first, price FROM rate WHERE card_id = ? ORDER BY id"_s,
            {head.id}, [&](const Row &row) {
                if (const auto category = priceCategoryFromWord(row.text(1)))
                    rates.push_back({row.text(0), *category, row.integer(2), Money{row.integer(3)}});
            });
        if (!filled)
            return filled.error();
        RateCard card{head.currency, head.effective, std::move(rates)};
        card.id = head.id;
        card.fileName = head.fileName;
        card.importedAt = head.importedAt;
        cards.push_back(std::move(card));
    }
    return cards;
}

/// Puts the prices of a file into a card, inside a transaction.
class Merging
{
public:
    Merging(Database &database, qint64 card)
        : m_database{database}
        , m_card{card}
    {
    }

    Result<> merge(const RateCard &file)
    {
        std::map<Priced, std::vector<Rate>> byPriced;
        for (const Rate &rate : file.rates())
            byPriced[{rate.market, rate.category}].push_back(rate);
        std::set<Priced> left;
        for (const auto &[priced, rates] : byPriced) {
            const Result<bool> isKnown = isFirstTier(rates);
            if (!isKnown)
                return isKnown.error();
            if (*isKnown) {
                left.insert(priced);
                continue;
            }
            const Result<int> removed =
                execute(m_database, u"DELETE FROM rate WHERE card_id = ? AND market = ? AND category = ?"_s,
                        {m_card, priced.first, toWord(priced.second)});
            if (!removed)
                return removed.error();
        }
        for (const Rate &rate : file.rates()) { // in the order of the file
            if (left.contains({rate.market, rate.category}))
                continue;
            const Result<qint64> added =
                insert(m_database,
                       u"INSERT INTO rate (card_id, market, category, first, price) VALUES (?, ?, ?, ?, ?)"_s,
                       {m_card, rate.market, toWord(rate.category), rate.first, rate.price.millionths});
            if (!added)
                return added.error();
        }
        return Done{};
    }

private:
    /// Whether these are one price that is known already, with tiers behind it.
    Result<bool> isFirstTier(const std::vector<Rate> &rates)
    {
        if (rates.size() != 1 || rates.front().first != 1)
            return false;
        const Rate &only = rates.front();
        const Result<qint64> known = firstInteger(
            m_database,
            u"SELECT count(*) FROM rate WHERE card_id = ? AND market = ? AND category = ? AND first = 1 AND price = ?"_s,
            {m_card, only.market, toWord(only.category), only.price.millionths});
        if (!known)
            return known.error();
        return *known > 0;
    }

    Database &m_database;
    qint64 m_card;
};

} // namespace

Result<> RateCardStore::put(const RateCard &card, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<> {
        const QString day = card.effective().toString(Qt::ISODate);
        const Result<int> stored = execute(
            m_database,
            uR"(INSERT INTO rate_card (currency, effective, file_name, imported_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO UPDATE SET file_name = excluded.file_name, imported_at = excluded.imported_at)"_s,
            {card.currency(), day, card.fileName, toMilliseconds(now)});
        if (!stored)
            return stored.error();
        const Result<qint64> id =
            firstInteger(m_database, u"SELECT id FROM rate_card WHERE currency = ? AND effective = ?"_s,
                         {card.currency(), day});
        if (!id)
            return id.error();
        if (const Result<> merged = Merging{m_database, *id}.merge(card); !merged)
            return merged;
        return reserveDearer(m_database, card.currency(), card.effective());
    });
}

Result<std::vector<RateCard>> RateCardStore::list()
{
    return cardsWhere(m_database, u"ORDER BY currency, effective"_s, {});
}

Result<> RateCardStore::remove(qint64 id)
{
    return inTransaction(m_database, [&]() -> Result<> {
        const Result<int> removed = execute(m_database, u"DELETE FROM rate_card WHERE id = ?"_s, {id});
        if (!removed)
            return removed.error();
        if (*removed == 0)
            return Error{
                ErrorKind::NotFound, Words::tr("There is no rate card %1.").arg(id), u"no_card"_s, {}};
        return Done{};
    });
}

Result<RateBook> RateCardStore::book(const QString &currency)
{
    Result<std::vector<RateCard>> cards =
        cardsWhere(m_database, u"WHERE currency = ? ORDER BY effective"_s, {currency});
    if (!cards)
        return cards.error();
    return RateBook{currency, *std::move(cards)};
}

Result<std::optional<QString>> RateCardStore::currencyOf(AccountId account)
{
    return firstRow(m_database, uR"(SELECT currency FROM rate_card
            ORDER BY currency = coalesce((SELECT i.currency FROM account a
                                          JOIN insights_account i ON i.waba_id = a.waba_id WHERE a.id = ?), '') DESC,
                     imported_at DESC, id DESC LIMIT 1)"_s,
                    {account.value}, [](const Row &row) { return row.text(0); });
}

Result<RateBook> rateBookBetween(Database &database, const QString &currency, QDate first, QDate last)
{
    Result<std::vector<RateCard>> cards =
        cardsWhere(database, uR"(WHERE currency = ? AND effective <= ? AND effective >= coalesce(
                        (SELECT max(effective) FROM rate_card WHERE currency = ? AND effective <= ?), ''))"_s,
                   {currency, last.toString(Qt::ISODate), currency, first.toString(Qt::ISODate)});
    if (!cards)
        return cards.error();
    return RateBook{currency, *std::move(cards)};
}
