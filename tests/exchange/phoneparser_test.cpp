#include "exchange/phoneparser.h"

#include <QElapsedTimer>

#include <gtest/gtest.h>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

/// What is written in a cell, under which default country, and what must come of it: a number or a reason.
struct Case
{
    QString country;
    QString cell;
    QString e164;
    QString reason;
};

ParsedPhone parsed(const QString &country, const QString &cell)
{
    const Result<PhoneParser> parser = PhoneParser::withDefaultCountry(country);
    EXPECT_TRUE(parser) << qPrintable(country);
    return parser->parse(cell);
}

void expectAll(const std::vector<Case> &cases)
{
    for (const Case &expected : cases) {
        const ParsedPhone phone = parsed(expected.country, expected.cell);
        const QString where = expected.country + u" «"_s + expected.cell + u'»';
        EXPECT_EQ(phone.e164, expected.e164) << qPrintable(where);
        EXPECT_EQ(phone.reason ? toWord(*phone.reason) : QString{}, expected.reason) << qPrintable(where);
        EXPECT_EQ(phone.valid, expected.reason.isEmpty()) << qPrintable(where);
        EXPECT_EQ(phone.input, expected.cell) << qPrintable(where);
    }
}

} // namespace

TEST(PhoneParserTest, numbersAsPeopleWriteThemAreRead)
{
    expectAll({
        {u"ES"_s, u"600 000 274"_s,       u"+34600000274"_s,  {}},
        {u"ES"_s, u"600000274"_s,         u"+34600000274"_s,  {}},
        {u"ES"_s, u"600-000-274"_s,       u"+34600000274"_s,  {}},
        {u"ES"_s, u"600.000.274"_s,       u"+34600000274"_s,  {}},
        {u"ES"_s, u"(600) 000 441"_s,     u"+34600000441"_s,  {}},
        {u"ES"_s, u"34600000274"_s,       u"+34600000274"_s,  {}},
        {u"ES"_s, u"+34 600 000 274"_s,   u"+34600000274"_s,  {}},
        {u"ES"_s, u"+1 (202) 555-0123"_s, u"+12025550123"_s,  {}},
        {{},      u"+34600000274"_s,      u"+34600000274"_s,  {}},
        {{},      u"(+34) 600000274"_s,   u"+34600000274"_s,  {}},
        {{},      u"+ 34 600 000 274"_s,  u"+34600000274"_s,  {}},
        {u"us"_s, u"202.555.0123"_s,      u"+12025550123"_s,  {}},
        {u"US"_s, u"1 202 555 0123"_s,    u"+12025550123"_s,  {}},
        {u"DE"_s, u"030/12345678"_s,      u"+493012345678"_s, {}},
        {u"DE"_s, u"0171/1234567"_s,      u"+491711234567"_s, {}},
        {u"FR"_s, u"06 12 34 56 78"_s,    u"+33612345678"_s,  {}},
        {u"RU"_s, u"8 (912) 345-67-89"_s, u"+79123456789"_s,  {}},
        {u"IN"_s, u"098123 40001"_s,      u"+919812340001"_s, {}},
        {u"JP"_s, u"090ー1234ー5678"_s, u"+819012345678"_s, {}},
        {u"XK"_s, u"043 201 234"_s,       u"+38343201234"_s,  {}},
    });
}

TEST(PhoneParserTest, thePrefixForCallsAbroadMeansInternationalEverywhere)
{
    expectAll({
        {{},      u"0034 600-000-118"_s,    u"+34600000118"_s,   {}            },
        {u"IN"_s, u"0034600000118"_s,       u"+34600000118"_s,   {}            },
        {u"US"_s, u"0034 600 000 118"_s,    u"+34600000118"_s,   {}            }, // not the prefix of the US
        {u"US"_s, u"011 34 600 000 118"_s,  u"+34600000118"_s,   {}            },
        {u"AU"_s, u"0011 34 600 000 118"_s, u"+34600000118"_s,   {}            },
        {u"JP"_s, u"010 1 202 555 0123"_s,  u"+12025550123"_s,   {}            },
        {u"RU"_s, u"8~10 34 600 000 118"_s, u"+34600000118"_s,   {}            },
        {u"KR"_s, u"001 1 202 555 0123"_s,  u"+12025550123"_s,   {}            },
        {u"BR"_s, u"0055 11 98765 4321"_s,  u"+5511987654321"_s, {}            }, // not carrier 55
        {u"BR"_s, u"0015 1 202 555 0123"_s, u"+12025550123"_s,   {}            }, // carrier 15
        {{},      u"+0034 600 000 118"_s,   u"+34600000118"_s,   {}            },
        {{},      u"003460"_s,              {},                  u"too_short"_s},
    });
}

TEST(PhoneParserTest, dirtAroundANumberDoesNotMatter)
{
    expectAll({
        {u"ES"_s, u"'600000274"_s,                        u"+34600000274"_s,  {}},
        {u"ES"_s, u"'+34600000274"_s,                     u"+34600000274"_s,  {}},
        {u"ES"_s, u"’600000274"_s,                      u"+34600000274"_s,  {}},
        {u"ES"_s, u"\"600000274\""_s,                     u"+34600000274"_s,  {}},
        {u"ES"_s, u"  600 000 274\t"_s,                   u"+34600000274"_s,  {}},
        {u"ES"_s, u"600\u00A0000\u00A0274"_s,             u"+34600000274"_s,  {}}, // no-break spaces
        {u"ES"_s, u"600\u2009000\u202F274"_s,             u"+34600000274"_s,  {}}, // thin spaces
        {u"ES"_s, u"600\u200B000\u2060274\uFEFF"_s,       u"+34600000274"_s,  {}}, // zero width
        {u"ES"_s,
         u"\u202A+34 600 000 274\u202C"_s,                u"+34600000274"_s,
         {}                                                                     }, // as copied from WhatsApp or macOS contacts
        {u"ES"_s, u"\u2066+34 600 000 274\u2069\u200E"_s, u"+34600000274"_s,  {}},
        {u"ES"_s, u"600\u2011000\u2013274"_s,             u"+34600000274"_s,  {}}, // dashes
        {u"ES"_s, u"600 000 274\n"_s,                     u"+34600000274"_s,  {}},
        {u"ES"_s, u"600 000 274,"_s,                      u"+34600000274"_s,  {}},
        {{},      u"tel:+34-600-000-274"_s,               u"+34600000274"_s,  {}},
        {{},      u"tel:600-000-274;phone-context=+34"_s, u"+34600000274"_s,  {}},
        {u"ES"_s, u"Tel. 600 000 274"_s,                  u"+34600000274"_s,  {}},
        {u"ES"_s, u"móvil: 600 000 274"_s,               u"+34600000274"_s,  {}},
        {{},      u"whatsapp:+34600000274"_s,             u"+34600000274"_s,  {}},
        {u"ES"_s, u"📞 600 000 274"_s,                  u"+34600000274"_s,  {}},
        {{},      u"++34 600 000 274"_s,                  u"+34600000274"_s,  {}},
        {{},      u"+34 (0) 600 000 274"_s,               u"+34600000274"_s,  {}},
        {{},      u"+49 (0) 30 12345678"_s,               u"+493012345678"_s, {}},
        {{},      u"0044 (0)7400 123456"_s,               u"+447400123456"_s, {}},
    });
}

TEST(PhoneParserTest, digitsOfEveryScriptAreDigits)
{
    expectAll({
        {u"IN"_s, u"०९८१२३४०००१"_s,             u"+919812340001"_s,  {}               },
        {u"EG"_s, u"٠١٠٠١٢٣٤٥٦٧"_s,                        u"+201001234567"_s,  {}               },
        {u"IR"_s, u"۰۹۱۲۳۴۵۶۷۸۹"_s,                        u"+989123456789"_s,  {}               },
        {{},      u"＋３４　６００　０００　２７４"_s, u"+34600000274"_s,   {}               },
        {u"BD"_s, u"০১৮১২৩৪৫৬৭৮"_s,             u"+8801812345678"_s, {}               },
        {{},      u"٠٠٣٤٦٠٠٠٠٠٢٧٤"_s,                    u"+34600000274"_s,   {}               },
        {u"ES"_s, u"600 000 27④"_s,                                 {},                  u"not_a_number"_s}, // a digit in a circle is a picture
    });
}

TEST(PhoneParserTest, whatASpreadsheetMadeOfANumberIsReadOnlyWithAllItsDigits)
{
    expectAll({
        {u"IN"_s, u"9.19812340001E+11"_s,  u"+919812340001"_s, {}                  },
        {u"IN"_s, u"9,19812340001E+11"_s,  u"+919812340001"_s, {}                  },
        {u"IN"_s, u"9.19812340001e11"_s,   u"+919812340001"_s, {}                  },
        {u"IN"_s, u"9.198123400010E+11"_s, u"+919812340001"_s, {}                  },
        {u"IN"_s, u"919812340001.0"_s,     u"+919812340001"_s, {}                  },
        {u"IN"_s, u"919812340001,00"_s,    u"+919812340001"_s, {}                  },
        {u"IN"_s, u"919,812,340,001"_s,    u"+919812340001"_s, {}                  },
        {u"IN"_s, u"919.812.340.001,00"_s, u"+919812340001"_s, {}                  },
        {u"IN"_s, u"9.19979E+11"_s,        {},                 u"precision_lost"_s },
        {u"IN"_s, u"9,19979E+11"_s,        {},                 u"precision_lost"_s },
        {u"IN"_s, u"9.1981234000E+11"_s,   {},                 u"precision_lost"_s }, // one digit short
        {u"ES"_s, u"6,00E+08"_s,           {},                 u"precision_lost"_s },
        {u"ES"_s, u"6E+08"_s,              {},                 u"precision_lost"_s },
        {u"IN"_s, u"9.198123400015E+11"_s, {},                 u"not_a_number"_s   }, // …001.5
        {u"ES"_s, u"600000274.5"_s,        {},                 u"not_a_number"_s   },
        {{},      u"9.19812340001E+11"_s,  {},                 u"missing_country"_s},
    });
}

TEST(PhoneParserTest, severalNumbersInACellAreRefusedAndNeverPickedFrom)
{
    expectAll({
        {u"ES"_s, u"600000274 / 600000275"_s,                           {}, u"several_numbers"_s},
        {u"ES"_s, u"600000274/600000275"_s,                             {}, u"several_numbers"_s},
        {u"ES"_s, u"600000274; 600000275"_s,                            {}, u"several_numbers"_s},
        {u"ES"_s, u"600000274, 600000275"_s,                            {}, u"several_numbers"_s},
        {u"ES"_s, u"600000274 or 600000275"_s,                          {}, u"several_numbers"_s},
        {u"ES"_s, u"600000274 y 600000275"_s,                           {}, u"several_numbers"_s},
        {u"ES"_s, u"600000274\n600000275"_s,                            {}, u"several_numbers"_s},
        {u"ES"_s, u"600000274 600000275"_s,                             {}, u"several_numbers"_s},
        {u"ES"_s, u"600000274 - 600000275"_s,                           {}, u"several_numbers"_s},
        {u"ES"_s, u"600000274 x 600000275"_s,                           {}, u"several_numbers"_s},
        {u"DE"_s, u"5550123 - 5550124"_s,                               {}, u"several_numbers"_s}, // together they would be a valid number
        {{},      u"+34600000274+34600000275"_s,                        {}, u"several_numbers"_s},
        {{},      u"+34 600 000 274 +34 600 000 275"_s,                 {}, u"several_numbers"_s},
        {u"ES"_s, u"600000274/75"_s,                                    {}, u"several_numbers"_s},
        {u"DE"_s, u"030 12345678/79"_s,                                 {}, u"several_numbers"_s},
        {u"US"_s, u"2025550123|2025550124"_s,                           {}, u"several_numbers"_s},
        {{},      u"Tel: +34 600 000 274, WhatsApp: +34 600 000 275"_s, {}, u"several_numbers"_s},
    });
}

// Found by feeding it broken cells: one of them took sixteen seconds.
TEST(PhoneParserTest, aCellFarTooLongForANumberIsRefusedAtOnce)
{
    QElapsedTimer timer;
    timer.start();

    const ParsedPhone brackets = PhoneParser{}.parse(u"(0)"_s.repeated(300) + u"600000274"_s, u"ES"_s);
    const ParsedPhone words = PhoneParser{}.parse(u"call me "_s.repeated(100'000), u"ES"_s);
    const ParsedPhone blanks = PhoneParser{}.parse(u"600 000"_s + QString{100'000, u' '} + u"274"_s, u"ES"_s);

    EXPECT_EQ(brackets.reason, ImportReason::TooLong);
    EXPECT_EQ(words.reason, ImportReason::NotANumber);
    EXPECT_EQ(blanks.e164, u"+34600000274"_s);
    EXPECT_LT(timer.elapsed(), 1000);
}

TEST(PhoneParserTest, lettersAndFormulasAreRefused)
{
    expectAll({
        {u"US"_s, u"1-800-FLOWERS"_s,                    {}, u"not_a_number"_s},
        {u"US"_s, u"1800 FLOWERS"_s,                     {}, u"not_a_number"_s},
        {u"ES"_s, u"=600000274"_s,                       {}, u"not_a_number"_s},
        {u"ES"_s, u"=+34600000274"_s,                    {}, u"not_a_number"_s},
        {u"ES"_s, u" =HYPERLINK(\"x\";\"600000274\")"_s, {}, u"not_a_number"_s},
        {u"ES"_s, u"@SUM(600000274)"_s,                  {}, u"not_a_number"_s},
        {u"ES"_s, u"+600000*274"_s,                      {}, u"not_a_number"_s},
        {u"ES"_s, u"600000274 (casa)"_s,                 {}, u"not_a_number"_s},
        {u"ES"_s, u"pendiente"_s,                        {}, u"not_a_number"_s},
        {u"ES"_s, u"n/a"_s,                              {}, u"not_a_number"_s},
        {u"ES"_s, u"-"_s,                                {}, u"not_a_number"_s},
        {u"ES"_s, u"lucia@example.com"_s,                {}, u"not_a_number"_s},
        {u"ES"_s, u"600+000274"_s,                       {}, u"not_a_number"_s},
        {u"ES"_s, u"289 €"_s,                          {}, u"too_short"_s   },
        {u"ES"_s, u"🌷"_s,                             {}, u"not_a_number"_s},
    });
}

TEST(PhoneParserTest, whatIsMissingOrTooMuchIsSaid)
{
    expectAll({
        {u"ES"_s, u""_s,                        {}, u"empty_phone"_s        },
        {u"ES"_s, u" \t\u00A0\u200B"_s,         {}, u"empty_phone"_s        },
        {u"ES"_s, u"'"_s,                       {}, u"empty_phone"_s        },
        {{},      u"600000274"_s,               {}, u"missing_country"_s    },
        {{},      u"34600000274"_s,             {}, u"missing_country"_s    },
        {u"ES"_s, u"91 555 01"_s,               {}, u"too_short"_s          },
        {u"ES"_s, u"5"_s,                       {}, u"too_short"_s          },
        {u"ES"_s, u"600000274123"_s,            {}, u"too_long"_s           },
        {{},      u"+346000002741"_s,           {}, u"too_long"_s           },
        {{},      u"12345678901234567890123"_s, {}, u"too_long"_s           },
        {{},      u"+999 123 4567"_s,           {}, u"invalid_for_country"_s},
        {u"ES"_s, u"60\uFFFD000274"_s,          {}, u"not_textual"_s        },
    });
    EXPECT_EQ(parsed(u"ES"_s, u"91 555 01"_s).digitsMissing, 2);
    EXPECT_EQ(parsed(u"ES"_s, u"91 555 01"_s).region, u"ES"_s);
    EXPECT_EQ(parsed(u"IN"_s, u"+34 600 000"_s).digitsMissing, 3);
    EXPECT_EQ(parsed(u"IN"_s, u"+34 600 000"_s).region, u"ES"_s);
    EXPECT_EQ(parsed(u"ES"_s, u"600000274123"_s).digitsTooMany, 3);
}

TEST(PhoneParserTest, aNumberThatIsPossibleButUnknownKeepsItsE164Form)
{
    expectAll({
        {u"IN"_s, u"98123 4000"_s,   u"+91981234000"_s,  u"invalid_for_country"_s},
        {u"ES"_s, u"999 999 999"_s,  u"+34999999999"_s,  u"invalid_for_country"_s},
        {u"GB"_s, u"07700 900655"_s, u"+447700900655"_s, u"invalid_for_country"_s}, // kept for films
        {u"US"_s, u"555-0123"_s,     u"+15550123"_s,     u"invalid_for_country"_s},
        {u"IN"_s, u"0000000000"_s,   u"+91000000000"_s,  u"invalid_for_country"_s},
    });
    EXPECT_TRUE(parsed(u"US"_s, u"555-0123"_s).areaCodeMissing);
    EXPECT_FALSE(parsed(u"ES"_s, u"999 999 999"_s).areaCodeMissing);
}

TEST(PhoneParserTest, theOldMobilePrefixOfMexicoMakesNoDifference)
{
    expectAll({
        {{},      u"+52 1 55 1234 5678"_s,  u"+525512345678"_s, {}},
        {{},      u"+52 55 1234 5678"_s,    u"+525512345678"_s, {}},
        {{},      u"0052 1 55 1234 5678"_s, u"+525512345678"_s, {}},
        {u"MX"_s, u"5215512345678"_s,       u"+525512345678"_s, {}},
        {u"MX"_s, u"044 55 1234 5678"_s,    u"+525512345678"_s, {}},
        {u"MX"_s, u"55 1234 5678"_s,        u"+525512345678"_s, {}},
    });
}

TEST(PhoneParserTest, thePeculiaritiesOfCountriesAreKept)
{
    expectAll({
        {u"BR"_s, u"(11) 98765-4321"_s,    u"+5511987654321"_s, {}},
        {u"BR"_s, u"0 15 11 98765-4321"_s, u"+5511987654321"_s, {}}, // through carrier 15
        {u"BR"_s, u"(11) 8765-4321"_s,     u"+551187654321"_s,
         u"invalid_for_country"_s                                 }, // the ninth digit is missing
        {u"AR"_s, u"011 15 2345-6789"_s,   u"+5491123456789"_s, {}},
        {u"AR"_s, u"+54 9 11 2345-6789"_s, u"+5491123456789"_s, {}},
        {u"IT"_s, u"06 1234 5678"_s,       u"+390612345678"_s,  {}},
        {u"IT"_s, u"+39 (0)6 1234 5678"_s, u"+390612345678"_s,  {}},
        {u"IT"_s, u"347 123 4567"_s,       u"+393471234567"_s,  {}},
    });
}

TEST(PhoneParserTest, anExtensionIsDroppedWithAWarning)
{
    for (const QString &cell :
         {u"202-555-0123 ext. 12"_s, u"202-555-0123 x12"_s, u"202-555-0123 #12"_s, u"202-555-0123,,12"_s,
          u"202-555-0123 (ext 12)"_s, u"tel:202-555-0123;phone-context=+1;ext=12"_s}) {
        const ParsedPhone phone = parsed(u"US"_s, cell);
        EXPECT_EQ(phone.e164, u"+12025550123"_s) << qPrintable(cell);
        EXPECT_TRUE(phone.valid) << qPrintable(cell);
        EXPECT_TRUE(phone.extensionDropped) << qPrintable(cell);
    }
    EXPECT_FALSE(parsed(u"US"_s, u"202-555-0123"_s).extensionDropped);
}

TEST(PhoneParserTest, regionAndTypeAreTold)
{
    EXPECT_EQ(parsed({}, u"+34600000274"_s).region, u"ES"_s);
    EXPECT_EQ(parsed({}, u"+34600000274"_s).type, u"mobile"_s);
    EXPECT_EQ(parsed({}, u"+390612345678"_s).type, u"fixed_line"_s);
    EXPECT_EQ(parsed({}, u"+12025550123"_s).type, u"fixed_line_or_mobile"_s);
    EXPECT_EQ(parsed({}, u"+34999999999"_s).type, u"unknown"_s);
    EXPECT_EQ(parsed({}, u"+34999999999"_s).region, u"ES"_s);
    EXPECT_TRUE(parsed({}, u"pendiente"_s).type.isEmpty());
}

TEST(PhoneParserTest, aRowsOwnCountryGoesBeforeTheDefaultOne)
{
    const Result<PhoneParser> parser = PhoneParser::withDefaultCountry(u"ES"_s);

    EXPECT_EQ(parser->parse(u"07400 123456"_s, u"GB"_s).e164, u"+447400123456"_s);
    EXPECT_EQ(parser->parse(u"600 000 274"_s).e164, u"+34600000274"_s);
}

TEST(PhoneParserTest, everyCountryOfTheLibraryCanBeTheDefaultOne)
{
    EXPECT_GT(PhoneParser::countries().size(), 240);
    for (const QString &country : PhoneParser::countries()) {
        const Result<PhoneParser> parser = PhoneParser::withDefaultCountry(country.toLower());
        ASSERT_TRUE(parser) << qPrintable(country);
        EXPECT_EQ(parser->defaultCountry(), country);
    }
}

TEST(PhoneParserTest, anUnknownCountryIsAnError)
{
    for (const QString &country : {u"ZZ"_s, u"UK"_s, u"001"_s, u"Spain"_s, u"34"_s}) {
        const Result<PhoneParser> parser = PhoneParser::withDefaultCountry(country);
        ASSERT_FALSE(parser) << qPrintable(country);
        EXPECT_EQ(parser.error().kind, ErrorKind::Usage);
        EXPECT_TRUE(parser.error().message.contains(country)) << qPrintable(parser.error().message);
    }
}

TEST(PhoneParserTest, numbersAreShownInTheGroupsOfTheirCountry)
{
    EXPECT_EQ(PhoneParser::formatInternational(u"+34600000274"_s), u"+34 600 000 274"_s);
    EXPECT_EQ(PhoneParser::formatInternational(u"+919812340001"_s), u"+91 98123 40001"_s);
    EXPECT_EQ(PhoneParser::formatInternational(u"+12025550123"_s), u"+1 202-555-0123"_s);
    EXPECT_EQ(PhoneParser::formatInternational(u"not a number"_s), u"not a number"_s);
    EXPECT_EQ(PhoneParser::regionOf(u"+34600000274"_s), u"ES"_s);
    EXPECT_TRUE(PhoneParser::regionOf(u"600000274"_s).isEmpty());
}

TEST(PhoneParserTest, oneParserServesSeveralThreads)
{
    const Result<PhoneParser> parser = PhoneParser::withDefaultCountry(u"ES"_s);
    std::vector<int> wrong(4, 0);
    std::vector<std::thread> threads;

    for (int &count : wrong) {
        threads.emplace_back([&parser, &count] {
            for (int i = 0; i < 200; ++i)
                count += parser->parse(QString::number(600000000 + i)).e164
                        == u"+34"_s + QString::number(600000000 + i)
                    ? 0
                    : 1;
        });
    }
    for (std::thread &thread : threads)
        thread.join();

    EXPECT_EQ(wrong, std::vector<int>(4, 0));
}
