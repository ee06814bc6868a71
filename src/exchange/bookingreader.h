#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/money.h"
#include "exchange/ratecardreader.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <vector>

class TableReader;

/// What somebody paid, as a row of a file says it.
struct Booking
{
    qint64 row = 0; ///< as a spreadsheet shows it
    QString phone; ///< E.164
    Money amount;
    QString currency; ///< empty: neither the row nor anybody says
    UtcTime at; ///< the end of the day where the row has no time
    QString reference; ///< the number of the booking; may be empty
    int repeats = 0; ///< how many rows before it say exactly the same

    friend bool operator==(const Booking &, const Booking &) = default;
};

/// How a file of bookings is to be read. What is left open is guessed from the headings.
struct BookingOptions
{
    QStringList columnChoices; ///< "FIELD=COLUMN": phone, amount, date, currency, reference
    QString defaultCountry; ///< of numbers without a country code
    QString currency; ///< of amounts that do not say it
    QTimeZone zone; ///< of days and times without one
};

struct BookingFile
{
    std::vector<Booking> bookings;
    qint64 rows = 0;
    std::vector<RefusedRow> refused; ///< all other rows, in the order of the file
};

/// Reads a table of bookings with headings: phone, amount, date, and perhaps currency and reference. Days are
/// read where they can mean one day only; 3/4/2026 is what the other rows of the file make of it, or refused.
/// Errors: Usage "unknown_field" and "unknown_column"; BadInput "no_columns" and "too_large".
Result<BookingFile> readBookings(TableReader &reader, const BookingOptions &options);
