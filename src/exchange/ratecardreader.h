#pragma once

#include "base/result.h"
#include "domain/ratecard.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

class TableReader;

/// A row of a table that could not be used.
struct RefusedRow
{
    qint64 row = 0; ///< as a spreadsheet shows it
    QString reason; ///< a word for scripts
    QString message; ///< a sentence
    QString value; ///< the cell that is wrong

    friend bool operator==(const RefusedRow &, const RefusedRow &) = default;
};

/// What a file of prices says.
struct RateCardFile
{
    QString currency; ///< empty: the file does not say
    std::optional<QDate> effective; ///< nothing: the file does not say
    std::vector<Rate> rates;
    qint64 rows = 0; ///< behind the headings
    qint64 used = 0; ///< of them
    std::vector<RefusedRow> refused; ///< all others, in the order of the file
    int withoutPrice = 0; ///< cells that say that there is no price: "n/a"
};

/// Reads Meta's rate cards as it publishes them: a row for each market with a column for each category, or
/// with the volume tiers of each category beside each other; and lists with a category in each row. Columns
/// are known by their headings, in any order; what stands above them may name the currency and the day.
/// `currency`: only rows of this one; empty: the file has one only. BadInput with the codes "no_rates" (no
/// headings of a rate card), "several_currencies", "other_currency" (than `currency`) and "too_large".
Result<RateCardFile> readRateCard(TableReader &reader, const QString &currency = {});
