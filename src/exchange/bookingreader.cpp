#include "exchange/bookingreader.h"

#include "exchange/headerwords.h"
#include "exchange/phoneparser.h"
#include "exchange/tablereader.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostRows = 500'000;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(BookingReader)
};

struct Field
{
    QString name;
    QStringList headings;
    bool isNeeded = true;
};

const std::array<Field, 5> &fields()
{
    static const std::array<Field, 5> all{
        Field{u"phone"_s,
              {u"phone"_s, u"mobile"_s, u"telephone"_s, u"tel"_s, u"whatsapp"_s, u"cell"_s,
               u"contact number"_s, u"guest phone"_s, u"customer phone"_s},
              true                                                               },
        Field{u"amount"_s,
              {u"amount"_s, u"total"_s, u"revenue"_s, u"value"_s, u"paid"_s, u"price"_s, u"gross"_s,
               u"booking amount"_s, u"booking value"_s},
              true                                                               },
        Field{u"date"_s,
              {u"date"_s, u"booked at"_s, u"booked on"_s, u"booking date"_s, u"order date"_s, u"paid at"_s,
               u"created"_s, u"time"_s, u"at"_s},
              true                                                               },
        Field{u"currency"_s,  {u"currency"_s},                              false},
        Field{u"reference"_s,
              {u"reference"_s, u"ref"_s, u"booking id"_s, u"booking number"_s, u"booking reference"_s,
               u"order id"_s, u"order number"_s, u"invoice"_s, u"id"_s},
              false                                                              },
    };
    return all;
}

using Columns = QHash<QString, int>;

/// What a person said, on top of what the headings tell.
Result<Columns> columnsOf(const QStringList &header, const QStringList &choices)
{
    Columns columns;
    for (const Field &field : fields()) {
        for (int column = 0; column < header.size() && !columns.contains(field.name); ++column) {
            const bool isTaken =
                std::any_of(columns.begin(), columns.end(), [&](int taken) { return taken == column; });
            if (!isTaken && isHeading(header[column], field.headings))
                columns.insert(field.name, column);
        }
    }
    for (const QString &choice : choices) {
        const QString name = choice.section(u'=', 0, 0).trimmed();
        const QString wanted = choice.section(u'=', 1).trimmed();
        const bool isField = std::any_of(fields().begin(), fields().end(),
                                         [&](const Field &field) { return field.name == name; });
        if (!isField)
            return Error{
                ErrorKind::Usage,
                Words::tr("“%1” is no field of a booking: phone, amount, date, currency or reference.")
                    .arg(name),
                u"unknown_field"_s,
                {}};
        int column = static_cast<int>(header.indexOf(wanted));
        if (column < 0) {
            bool isNumber = false;
            column = wanted.toInt(&isNumber) - 1;
            if (!isNumber || column < 0 || column >= header.size())
                return Error{ErrorKind::Usage,
                             Words::tr("There is no column “%1”.").arg(wanted),
                             u"unknown_column"_s,
                             {}};
        }
        columns.insert(name, column);
    }
    for (const Field &field : fields()) {
        if (field.isNeeded && !columns.contains(field.name))
            return Error{
                ErrorKind::BadInput,
                Words::tr("No heading says which column is the %1. Say it: --map %1=COLUMN").arg(field.name),
                u"no_columns"_s,
                {}};
    }
    return columns;
}

enum class DayOrder { Unknown, DayFirst, MonthFirst };

/// "3/4/2026", perhaps with a time behind it.
const QRegularExpression &slashedDay()
{
    static const QRegularExpression form{
        u"^(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})(?:[ T](\\d{1,2}:\\d{2})(?::\\d{2})?)?$"_s};
    return form;
}

/// What the days of a file that can be read in one way only tell of the others.
DayOrder dayOrderOf(const QList<TableRow> &rows, int column)
{
    bool isDayFirst = false;
    bool isMonthFirst = false;
    for (const TableRow &row : rows) {
        const auto match = slashedDay().match(row.cells.value(column).simplified());
        if (!match.hasMatch())
            continue;
        isDayFirst |= match.captured(1).toInt() > 12;
        isMonthFirst |= match.captured(2).toInt() > 12;
    }
    if (isDayFirst == isMonthFirst)
        return DayOrder::Unknown;
    return isDayFirst ? DayOrder::DayFirst : DayOrder::MonthFirst;
}

std::optional<UtcTime> momentOf(QDate day, const QString &time, const QTimeZone &zone)
{
    if (!day.isValid())
        return std::nullopt;
    if (time.isEmpty())
        return fromDateTime(day.endOfDay(zone));
    const QTime clock = QTime::fromString(time, u"H:mm"_s);
    return clock.isValid() ? std::optional{fromDateTime(QDateTime{day, clock, zone})} : std::nullopt;
}

std::optional<UtcTime> timeFromText(const QString &text, DayOrder order, const QTimeZone &zone)
{
    const QString tidy = text.simplified();
    static const QRegularExpression dotted{
        u"^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?: (\\d{1,2}:\\d{2})(?::\\d{2})?)?$"_s};
    static const QRegularExpression iso{u"^(\\d{4}-\\d{2}-\\d{2})$"_s};
    if (iso.match(tidy).hasMatch())
        return momentOf(QDate::fromString(tidy, Qt::ISODate), {}, zone);
    if (const auto match = dotted.match(tidy); match.hasMatch())
        return momentOf({match.captured(3).toInt(), match.captured(2).toInt(), match.captured(1).toInt()},
                        match.captured(4), zone);
    if (const auto match = slashedDay().match(tidy); match.hasMatch()) {
        const int first = match.captured(1).toInt();
        const int second = match.captured(2).toInt();
        if (first > 12 || (order == DayOrder::DayFirst && second <= 12) || first == second)
            return momentOf({match.captured(3).toInt(), second, first}, match.captured(4), zone);
        if (second > 12 || order == DayOrder::MonthFirst)
            return momentOf({match.captured(3).toInt(), first, second}, match.captured(4), zone);
        return std::nullopt;
    }
    QDateTime time = QDateTime::fromString(QString{tidy}.replace(u' ', u'T'), Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time = QDateTime{time.date(), time.time(), zone};
    return fromDateTime(time);
}

class Reading
{
public:
    Reading(const BookingOptions &options, PhoneParser parser, Columns columns)
        : m_options{options}
        , m_parser{std::move(parser)}
        , m_columns{std::move(columns)}
    {
    }

    BookingFile read(const QList<TableRow> &rows)
    {
        m_order = dayOrderOf(rows, m_columns.value(u"date"_s));
        m_file.rows = rows.size();
        for (const TableRow &row : rows)
            take(row);
        return std::move(m_file);
    }

private:
    QString cellOf(const TableRow &row, const QString &field) const
    {
        const int column = m_columns.value(field, -1);
        return column < 0 ? QString{} : row.cells.value(column).trimmed();
    }

    void refuse(const TableRow &row, const QString &reason, const QString &message, const QString &value)
    {
        m_file.refused.push_back({row.number, reason, message, value});
    }

    void take(const TableRow &row)
    {
        if (row.problem)
            return refuse(row, toWord(*row.problem), Words::tr("This row cannot be read as text."), {});
        Booking booking;
        booking.row = row.number;
        const ParsedPhone phone = m_parser.parse(cellOf(row, u"phone"_s));
        if (!phone.isPossible())
            return refuse(row, phone.reason ? toWord(*phone.reason) : u"not_a_number"_s,
                          Words::tr("This is no phone number that can be read in one way only."),
                          cellOf(row, u"phone"_s));
        booking.phone = phone.e164;
        const QString amount = cellOf(row, u"amount"_s);
        const MoneyReading money = readMoney(amount, LonePoint::IsAmbiguous);
        if (!money.amount)
            return refuse(row, u"bad_amount"_s, problemText(money.problem), amount);
        booking.amount = *money.amount;
        const QString currencyCell = cellOf(row, u"currency"_s);
        const std::optional<QString> currency = currencyFromText(currencyCell);
        if (!currencyCell.isEmpty() && !currency)
            return refuse(row, u"unknown_currency"_s, Words::tr("This is no currency."), currencyCell);
        booking.currency = currency    ? *currency
            : money.currency.isEmpty() ? m_options.currency
                                       : money.currency;
        const QString date = cellOf(row, u"date"_s);
        const std::optional<UtcTime> at = timeFromText(date, m_order, m_options.zone);
        if (!at)
            return refuse(
                row, u"bad_date"_s,
                Words::tr("This is no day that can be read in one way only. Write it like 2026-11-27."),
                date);
        booking.at = *at;
        booking.reference = cellOf(row, u"reference"_s);
        booking.repeats = m_repeats[sayingOf(booking)]++;
        m_file.bookings.push_back(booking);
    }

    static QString sayingOf(const Booking &booking)
    {
        return u"%1|%2|%3|%4|%5"_s.arg(booking.phone, plainText(booking.amount), booking.currency,
                                       QString::number(toMilliseconds(booking.at)), booking.reference);
    }

    const BookingOptions &m_options;
    PhoneParser m_parser;
    Columns m_columns;
    DayOrder m_order = DayOrder::Unknown;
    BookingFile m_file;
    QHash<QString, int> m_repeats;
};

} // namespace

Result<BookingFile> readBookings(TableReader &reader, const BookingOptions &options)
{
    const Result<PhoneParser> parser = PhoneParser::withDefaultCountry(options.defaultCountry);
    if (!parser)
        return parser.error();
    QStringList header;
    QList<TableRow> rows;
    TableRow row;
    while (true) {
        const Result<bool> more = reader.next(row);
        if (!more)
            return more.error();
        if (!*more)
            break;
        if (row.isBlank())
            continue;
        if (header.isEmpty())
            header = row.cells;
        else
            rows.push_back(row);
        if (rows.size() > kMostRows)
            return Error{ErrorKind::BadInput,
                         Words::tr("The file has more than %L1 rows.").arg(kMostRows),
                         u"too_large"_s,
                         {}};
    }
    const Result<Columns> columns = columnsOf(header, options.columnChoices);
    if (!columns)
        return columns.error();
    return Reading{options, *parser, *columns}.read(rows);
}
