#include "exchange/phoneautomaton.h"
#include "exchange/phoneparser.h"
#include "exchange/phonerefusal.h"

#include <phonenumbers/phonenumberutil.h>

#include <QElapsedTimer>

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <set>

using namespace Qt::StringLiterals;
using i18n::phonenumbers::PhoneNumberUtil;
using LibraryNumber = i18n::phonenumbers::PhoneNumber;

namespace {

/// Holds the automaton against libphonenumber and counts how often each had to answer.
class Comparison
{
public:
    void compare(const QString &cell, const QString &country)
    {
        const bool isSure = readSurePhone(cell, phoneCountryIndex(country)).has_value();
        const std::optional<ParsedPhone> wrong = refusePlainly(cell, country);
        if (!isSure && !wrong)
            return;
        ++(isSure ? answered : refused);
        const ParsedPhone library = PhoneParser{}.parseByLibrary(cell, country);
        const ParsedPhone ours = PhoneParser{}.parse(cell, country);
        const bool agree = library == ours && ours.valid == isSure && (isSure ? !wrong : wrong == library);
        if (!agree && ++disagreements <= 20) {
            ADD_FAILURE() << "“" << qPrintable(cell) << "” in " << qPrintable(country)
                          << ": the automaton says " << qPrintable(text(ours)) << ", the library "
                          << qPrintable(text(library));
        }
    }

    int answered = 0;
    int refused = 0; ///< as no valid number
    int disagreements = 0;

private:
    static QString text(const ParsedPhone &phone)
    {
        return u"%1 %2 %3 %4, reason %5, %6 missing, %7 too many%8"_s
            .arg(phone.e164, phone.region, phone.type, phone.valid ? u"valid"_s : u"not valid"_s)
            .arg(phone.reason ? int(*phone.reason) : -1)
            .arg(phone.digitsMissing)
            .arg(phone.digitsTooMany)
            .arg(phone.areaCodeMissing ? u", local"_s : QString{});
    }
};

constexpr std::array kTypes{
    PhoneNumberUtil::FIXED_LINE,      PhoneNumberUtil::MOBILE,      PhoneNumberUtil::TOLL_FREE,
    PhoneNumberUtil::PREMIUM_RATE,    PhoneNumberUtil::SHARED_COST, PhoneNumberUtil::VOIP,
    PhoneNumberUtil::PERSONAL_NUMBER, PhoneNumberUtil::PAGER,       PhoneNumberUtil::UAN,
    PhoneNumberUtil::VOICEMAIL,
};

/// The example numbers of a country, in the ways in which they are typed there and elsewhere.
std::set<QString> examplesOf(const QString &country)
{
    const PhoneNumberUtil &library = *PhoneNumberUtil::GetInstance();
    std::set<QString> texts;
    for (const PhoneNumberUtil::PhoneNumberType type : kTypes) {
        LibraryNumber number;
        if (!library.GetExampleNumberForType(country.toStdString(), type, &number))
            continue;
        for (const PhoneNumberUtil::PhoneNumberFormat format :
             {PhoneNumberUtil::E164, PhoneNumberUtil::INTERNATIONAL, PhoneNumberUtil::NATIONAL}) {
            std::string text;
            library.Format(number, format, &text);
            texts.insert(QString::fromStdString(text));
        }
        std::string significant;
        library.GetNationalSignificantNumber(number, &significant);
        const QString digits = QString::fromStdString(significant);
        const QString code = QString::number(number.country_code());
        for (const QString &prefix :
             {QString{}, u"0"_s, u"1"_s, u"8"_s, u"00"_s, u"011"_s, u"+"_s, code, u"00"_s + code,
              u"+"_s + code, u"0"_s + code, code + u'0', u"+"_s + code + u'0'})
            texts.insert(prefix + digits);
    }
    return texts;
}

/// The text itself, one digit changed in every place, one more and one less.
std::set<QString> neighboursOf(const QString &text)
{
    std::set<QString> all{text};
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] < u'0' || text[i] > u'9')
            continue;
        QString changed = text;
        changed[i] = QChar{ushort(u'0' + (text[i].unicode() - u'0' + 1) % 10)};
        all.insert(changed);
        changed[i] = QChar{ushort(u'0' + (text[i].unicode() - u'0' + 7) % 10)};
        all.insert(changed);
        all.insert(QString{text}.remove(i, 1));
        all.insert(QString{text}.insert(i, text[i]));
    }
    return all;
}

} // namespace

TEST(PhoneAutomatonTest, itAgreesWithTheLibraryOnTheExamplesOfAllCountriesAndTheirNeighbours)
{
    Comparison comparison;
    for (const QString &country : PhoneParser::countries()) {
        for (const QString &example : examplesOf(country)) {
            for (const QString &text : neighboursOf(example))
                comparison.compare(text, country);
        }
    }

    EXPECT_EQ(comparison.disagreements, 0);
    EXPECT_GT(comparison.answered, 100'000);
    EXPECT_GT(comparison.refused, 30'000);
}

TEST(PhoneAutomatonTest, itAgreesWithTheLibraryOnAMillionRandomNumbers)
{
    std::mt19937 random{20261125};
    std::vector<QString> beginnings; // digits at random are hardly ever valid
    for (const QString &country : PhoneParser::countries()) {
        for (const QString &example : examplesOf(country))
            beginnings.push_back(example);
    }
    const QStringList &countries = PhoneParser::countries();
    Comparison comparison;
    for (int i = 0; i < 1'000'000; ++i) {
        QString text = beginnings[random() % beginnings.size()];
        const qsizetype kept = qsizetype(random() % size_t(text.size() + 1));
        for (qsizetype at = kept; at < text.size(); ++at) {
            if (text[at] >= u'0' && text[at] <= u'9')
                text[at] = QChar{ushort(u'0' + random() % 10)};
        }
        if (random() % 8 == 0)
            text += QChar{ushort(u'0' + random() % 10)};
        comparison.compare(text, countries[qsizetype(random() % size_t(countries.size()))]);
    }

    EXPECT_EQ(comparison.disagreements, 0);
    EXPECT_GT(comparison.answered, 100'000);
    EXPECT_GT(comparison.refused, 30'000);
}

// Every calling code there is and is not, with all lengths, in every way to write it, also where the country
// would read it otherwise.
TEST(PhoneAutomatonTest, itAgreesWithTheLibraryOnNumbersOfAllCallingCodesAndLengths)
{
    std::mt19937 random{20261127};
    const QStringList countries = QStringList{QString{}} + PhoneParser::countries();
    Comparison comparison;
    for (int code = 1; code < 1000; ++code) {
        for (int digits = 0; digits <= 16; ++digits) {
            for (int round = 0; round < 4; ++round) {
                QString national;
                while (national.size() < digits)
                    national += QChar{ushort(u'0' + random() % 10)};
                const QString number = QString::number(code) + national;
                const QString country = countries[qsizetype(random() % size_t(countries.size()))];
                comparison.compare(u'+' + number, country);
                comparison.compare(u"00"_s + number, country);
                comparison.compare(u"00"_s + number, {});
                comparison.compare(u"(+"_s + QString::number(code) + u") "_s + national.left(3) + u'-'
                                       + national.mid(3),
                                   country);
            }
        }
    }

    EXPECT_EQ(comparison.disagreements, 0);
    EXPECT_GT(comparison.refused, 100'000);
}

// "One row in ten of my list is no number. It must not take longer to say so."
TEST(PhoneAutomatonTest, plainNumbersThatAreNoneNeedNoLibraryEither)
{
    struct Case
    {
        QString cell;
        ImportReason reason;
        int digitsMissing = 0;
        int digitsTooMany = 0;
    };
    for (const Case &known : {
             Case{u"+91 98123"_s,         ImportReason::TooShort, 3},
             Case{u"+34 600 00"_s,                      ImportReason::TooShort,                              4},
             Case{u"+34 600 000 274 1"_s,                     ImportReason::TooLong,              0, 1},
             Case{u"+34 100 000 274"_s,ImportReason::InvalidForCountry},
             Case{u"+999 600 000 274"_s,                      ImportReason::InvalidForCountry                        },
             Case{u"+210600000274"_s,                      ImportReason::InvalidForCountry                                   },
    }) {
        const std::optional<ParsedPhone> wrong = refusePlainly(known.cell, u"ES"_s);
        ASSERT_TRUE(wrong) << qPrintable(known.cell);
        EXPECT_EQ(wrong->reason, known.reason) << qPrintable(known.cell);
        EXPECT_EQ(wrong->digitsMissing, known.digitsMissing) << qPrintable(known.cell);
        EXPECT_EQ(wrong->digitsTooMany, known.digitsTooMany) << qPrintable(known.cell);
    }
}

// Most of what real lists hold must not need the library, or a million rows take a minute.
TEST(PhoneAutomatonTest, plainNumbersOfLargeCountriesAreSure)
{
    struct Case
    {
        QString cell;
        QString country;
        QString e164;
    };
    for (const Case &known : {
             Case{u"+91 98123 40001"_s,     {},      u"+919812340001"_s },
             Case{u"9812340001"_s,          u"IN"_s, u"+919812340001"_s },
             Case{u"919812340001"_s,        u"IN"_s, u"+919812340001"_s },
             Case{u"09812340001"_s,         u"IN"_s, u"+919812340001"_s },
             Case{u"00919812340001"_s,      u"ES"_s, u"+919812340001"_s },
             Case{u"600 000 274"_s,         u"ES"_s, u"+34600000274"_s  },
             Case{u"'34600000274"_s,        u"ES"_s, u"+34600000274"_s  },
             Case{u"(212) 555-0123"_s,      u"US"_s, u"+12125550123"_s  },
             Case{u"1-212-555-0123"_s,      u"US"_s, u"+12125550123"_s  },
             Case{u"07400 123456"_s,        u"GB"_s, u"+447400123456"_s },
             Case{u"06.12.34.56.78"_s,      u"FR"_s, u"+33612345678"_s  },
             Case{u"0151 23456789"_s,       u"DE"_s, u"+4915123456789"_s},
             Case{u"+55 (11) 91234-5678"_s, {},      u"+5511912345678"_s},
             Case{u"11 91234-5678"_s,       u"BR"_s, u"+5511912345678"_s},
             Case{u"+52 55 1234 5678"_s,    {},      u"+525512345678"_s },
             Case{u"+54 9 11 2345 6789"_s,  {},      u"+5491123456789"_s},
             Case{u"+39 06 6982 1234"_s,    {},      u"+390669821234"_s },
             Case{u"0812-3456-7890"_s,      u"ID"_s, u"+6281234567890"_s},
    }) {
        const std::optional<SurePhone> sure = readSurePhone(known.cell, phoneCountryIndex(known.country));
        ASSERT_TRUE(sure) << qPrintable(known.cell);
        EXPECT_EQ(sure->e164(), known.e164) << qPrintable(known.cell);
    }
}

TEST(PhoneAutomatonTest, whateverMayMeanSomethingElseIsLeftToTheLibrary)
{
    for (const QString &cell :
         {u"+52 1 55 1234 5678"_s, u"+44 (0) 7400 123456"_s, u"919812340001.0"_s, u"9.19812340001E+11"_s,
          u"600000274/600000275"_s, u"600000274 600000275"_s, u"600000274 ext 5"_s, u"٦٠٠٠٠٠٢٧٤"_s,
          u"=600000274"_s, u"+34 600"_s, u"1-800-FLOWERS"_s, QString{}, u"+"_s, u"+0034600000274"_s}) {
        EXPECT_FALSE(readSurePhone(cell, phoneCountryIndex(u"ES"_s))) << qPrintable(cell);
        EXPECT_FALSE(refusePlainly(cell, u"ES"_s)) << qPrintable(cell);
    }
}
