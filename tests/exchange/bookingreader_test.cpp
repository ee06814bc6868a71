#include "exchange/bookingreader.h"
#include "exchange/csvreader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

using namespace Qt::StringLiterals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

BookingOptions options(const QStringList &choices = {})
{
    BookingOptions options;
    options.columnChoices = choices;
    options.defaultCountry = u"ES"_s;
    options.currency = u"EUR"_s;
    options.zone = QTimeZone{"Europe/Madrid"};
    return options;
}

Result<BookingFile> reading(const QString &text, const BookingOptions &how = options())
{
    const auto reader = CsvReader::openText(text);
    return readBookings(**reader, how);
}

BookingFile read(const QString &text, const BookingOptions &how = options())
{
    const Result<BookingFile> file = reading(text, how);
    if (!file)
        throw std::runtime_error{file.error().message.toStdString()};
    return *file;
}

std::vector<QString> reasons(const BookingFile &file)
{
    std::vector<QString> all;
    for (const RefusedRow &row : file.refused)
        all.push_back(u"%1 %2"_s.arg(row.row).arg(row.reason));
    return all;
}

} // namespace

TEST(BookingReaderTest, bookingsAreReadByTheirHeadings)
{
    const BookingFile file = read(u"Booking ID,Guest phone,Total amount,Booked at\n"
                                  "MJ-1,600 000 274,\"1,289.50\",2026-11-20 10:30\n"
                                  "MJ-2,+447700900411,GBP 80,2026-11-21\n"_s);

    ASSERT_THAT(file.bookings, SizeIs(2));
    EXPECT_EQ(file.bookings[0].phone, u"+34600000274"_s);
    EXPECT_EQ(file.bookings[0].amount.millionths, 1'289'500'000);
    EXPECT_EQ(file.bookings[0].currency, u"EUR"_s);
    EXPECT_EQ(file.bookings[0].reference, u"MJ-1"_s);
    EXPECT_EQ(toIsoText(file.bookings[0].at), u"2026-11-20T09:30:00.000Z"_s) << "Madrid is an hour ahead";
    EXPECT_EQ(file.bookings[1].currency, u"GBP"_s);
    EXPECT_EQ(toIsoText(file.bookings[1].at), u"2026-11-21T22:59:59.999Z"_s) << "the end of the day";
}

TEST(BookingReaderTest, everyRowThatCannotBeUsedIsExplained)
{
    const BookingFile file = read(u"phone,amount,date,currency\n"
                                  "call me,10.00,2026-11-20,EUR\n"
                                  "600000274,\"1,234\",2026-11-20,EUR\n"
                                  "600000274,10,soon,EUR\n"
                                  "600000274,10,2026-11-20,coins\n"
                                  "600000274,-10,2026-11-20,EUR\n"_s);

    EXPECT_EQ(file.rows, 5);
    EXPECT_THAT(file.bookings, IsEmpty());
    EXPECT_THAT(reasons(file),
                ElementsAre(u"2 not_a_number"_s, u"3 bad_amount"_s, u"4 bad_date"_s, u"5 unknown_currency"_s,
                            u"6 bad_amount"_s));
}

// "3/4 is the third of April if another row says 25/4."
TEST(BookingReaderTest, aDayIsReadAsTheOtherRowsTell)
{
    const BookingFile dayFirst = read(u"phone,amount,date\n600000274,1,3/4/2026\n600000274,1,25/4/2026\n"_s);
    const BookingFile monthFirst =
        read(u"phone,amount,date\n600000274,1,3/4/2026\n600000274,1,4/25/2026\n"_s);
    const BookingFile unclear = read(u"phone,amount,date\n600000274,1,3/4/2026\n600000274,1,03.04.2026\n"_s);

    EXPECT_TRUE(toIsoText(dayFirst.bookings[0].at).startsWith(u"2026-04-03"_s));
    EXPECT_TRUE(toIsoText(monthFirst.bookings[0].at).startsWith(u"2026-03-04"_s));
    EXPECT_THAT(reasons(unclear), ElementsAre(u"2 bad_date"_s));
    EXPECT_TRUE(toIsoText(unclear.bookings[0].at).startsWith(u"2026-04-03"_s));
}

TEST(BookingReaderTest, columnsMayBeNamed)
{
    const BookingFile file = read(u"who,what,when\n600000274,10,2026-11-20\n"_s,
                                  options({u"phone=who"_s, u"amount=2"_s, u"date=when"_s}));

    EXPECT_THAT(file.bookings, SizeIs(1));
    EXPECT_EQ(reading(u"who,what,when\n"_s).error().code, u"no_columns"_s);
    EXPECT_EQ(reading(u"a,b\n"_s, options({u"colour=a"_s})).error().code, u"unknown_field"_s);
    EXPECT_EQ(reading(u"a,b\n"_s, options({u"phone=c"_s})).error().code, u"unknown_column"_s);
}

TEST(BookingReaderTest, equalRowsAreCounted)
{
    const BookingFile file = read(
        u"phone,amount,date\n600000274,10,2026-11-20\n600000274,10,2026-11-20\n600000274,11,2026-11-20\n"_s);

    EXPECT_EQ(file.bookings[0].repeats, 0);
    EXPECT_EQ(file.bookings[1].repeats, 1);
    EXPECT_EQ(file.bookings[2].repeats, 0);
}
