#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/ids.h"
#include "domain/ratecard.h"

#include <QString>

#include <optional>
#include <vector>

class Database;

/// Keeps the rate cards that somebody imported.
class RateCardStore
{
public:
    explicit RateCardStore(Database &database)
        : m_database{database}
    {
    }

    /// Adds the prices to the card of this currency and day. What it says of a market and category replaces
    /// what was known of them; a single price that is that of the first tier leaves the tiers.
    Result<> put(const RateCard &card, UtcTime now);

    /// All of them, by currency and day.
    Result<std::vector<RateCard>> list();
    Result<> remove(qint64 id);

    /// All cards of one currency.
    Result<RateBook> book(const QString &currency);

    /// In which currency messages of this number are priced: the one that Meta told for its business account,
    /// if there is a card of it, else that of the card that was imported last. Nothing without any card.
    Result<std::optional<QString>> currencyOf(AccountId account);

private:
    Database &m_database;
};

/// The card of a currency that is in force on a day; nothing where there is none. For stores that are inside
/// a transaction already.
Result<std::optional<RateCard>> rateCardAt(Database &database, const QString &currency, QDate day);
