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
    /// what was known of them; a single price that is that of the first tier leaves the tiers. Where messages
    /// that left already may become dearer by it, more of their campaigns' budgets is reserved.
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

/// The cards of a currency that are in force at any time from one day to another, both included. For stores
/// that are inside a transaction already.
Result<RateBook> rateBookBetween(Database &database, const QString &currency, QDate first, QDate last);
