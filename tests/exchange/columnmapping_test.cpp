#include "exchange/columnmapping.h"
#include "exchange/countrytext.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

PhoneParser parserFor(const QString &country)
{
    return *PhoneParser::withDefaultCountry(country);
}

ColumnMapping guessed(const TableSample &sample, const QStringList &variables = {},
                      const QString &country = u"ES"_s)
{
    return guessColumns(sample, variables, {}, parserFor(country));
}

} // namespace

TEST(ColumnMappingTest, phoneAndNameAreFoundByTheirHeadingsInManyLanguages)
{
    const std::vector<QStringList> headers{
        {u"Name"_s,               u"Phone"_s                          },
        {u"nombre"_s,             u"móvil"_s                         },
        {u"Nome"_s,               u"Telefone celular"_s               },
        {u"नाम"_s,          u"फ़ोन"_s                   },
        {u"नाम"_s,          u"मोबाइल नंबर"_s},
        {u"Nom"_s,                u"Téléphone portable"_s           },
        {u"Vorname"_s,            u"Handynummer"_s                    },
        {u"Nome"_s,               u"Cellulare"_s                      },
        {u"الاسم"_s,         u"رقم الهاتف"_s            },
        {u"الاسم"_s,         u"جوال"_s                       },
        {u"Full name"_s,          u"WhatsApp"_s                       },
        {u"Customer"_s,           u"Number"_s                         },
        {u"NOMBRE Y APELLIDOS"_s, u"TELÉFONO"_s                      },
        {u"First Name"_s,         u"Mobile No."_s                     },
        {u"Cliente"_s,            u"Nº tel."_s                       },
    };
    for (const QStringList &header : headers) {
        const ColumnMapping mapping = guessed({header, {{u"Ana"_s, u"600000274"_s}}});
        EXPECT_EQ(mapping.value(ImportField::name, -1), 0) << qPrintable(header.join(u'|'));
        EXPECT_EQ(mapping.value(ImportField::phone, -1), 1) << qPrintable(header.join(u'|'));
    }
}

TEST(ColumnMappingTest, aFamilyNameFollowsNoNameThatIsWholeOrWasChosen)
{
    const TableSample whole{
        {u"Name"_s,   u"Last name"_s, u"Phone"_s},
        {          }
    };
    const TableSample parts{
        {u"First name"_s, u"Last name"_s, u"Phone"_s},
        {          }
    };

    EXPECT_FALSE(guessed(whole).contains(ImportField::familyName));
    EXPECT_FALSE(guessColumns(parts,
                              {
    },
                              {{ImportField::name, 0}}, parserFor(u"ES"_s))
                     .contains(ImportField::familyName));
}

TEST(ColumnMappingTest, theMobileGoesBeforeTheLandlineAndWhatsAppBeforeAll)
{
    EXPECT_EQ(guessed({
                          {u"phone"_s, u"mobile"_s},
                          {{u"912345678"_s, u"600000274"_s}         }
    })
                  .value(ImportField::phone),
              1);
    EXPECT_EQ(guessed({
                          {u"mobile"_s, u"whatsapp"_s},
                          {{u"600000274"_s, u"600000275"_s}          }
    })
                  .value(ImportField::phone),
              1);
    EXPECT_EQ(guessed({
                          {u"Phone 1 - Type"_s, u"Phone 1 - Value"_s},
                          {{u"Mobile"_s, u"600000274"_s}                  }
    })
                  .value(ImportField::phone),
              1);
}

TEST(ColumnMappingTest, aHeadingWhoseCellsAreNoPhonesLosesToOneWhoseCellsAre)
{
    EXPECT_EQ(guessed({
                          {u"contact"_s, u"wa"_s},
                          {{u"Ana"_s, u"600000274"_s}           }
    })
                  .value(ImportField::phone),
              1);
    EXPECT_EQ(guessed({
                          {u"number"_s, u"tel"_s},
                          {{u"17"_s, u"600000274"_s}          }
    })
                  .value(ImportField::phone),
              1);
}

TEST(ColumnMappingTest, withoutHeadingsTheCellsDecide)
{
    const ColumnMapping mapping = guessed({
        {                                              },
        { {u"2024-12-05"_s, u"Ana"_s, u"+34600000274"_s}, {u"2024-12-06"_s, u"Eva"_s, u"+34600000118"_s}}
    });

    EXPECT_EQ(mapping.value(ImportField::phone, -1), 2);
    EXPECT_EQ(mapping.value(ImportField::name, -1), 1);
}

TEST(ColumnMappingTest, variablesAreFoundByNameAndByNumber)
{
    const ColumnMapping named = guessed(
        {
            {u"First Name"_s,    u"phone"_s, u"Fecha-Salida"_s},
            {{u"Ana"_s, u"600000274"_s, u"5"_s}}
    },
        {u"first_name"_s, u"fecha_salida"_s});
    EXPECT_EQ(named.value(u"first_name"_s, -1), 0);
    EXPECT_EQ(named.value(u"fecha_salida"_s, -1), 2);

    const ColumnMapping numbered = guessed(
        {
            {u"phone"_s,  u"{{2}}"_s, u"var 1"_s, u"x"_s, u"y"_s},
            {{u"600000274"_s, u"b"_s, u"a"_s}}
    },
        {u"1"_s, u"2"_s});
    EXPECT_EQ(numbered.value(u"1"_s, -1), 2);
    EXPECT_EQ(numbered.value(u"2"_s, -1), 1);
}

TEST(ColumnMappingTest, numberedVariablesTakeTheColumnsThatAreLeftWhenThereAreAsMany)
{
    const QStringList row{u"Ana"_s, u"600000274"_s, u"Lisboa"_s, u"289 €"_s, u"x"_s};

    const ColumnMapping asMany = guessed(
        {
            {u"name"_s,     u"phone"_s, u"package"_s, u"price"_s},
            {row}
    },
        {u"1"_s, u"2"_s});
    const ColumnMapping more = guessed(
        {
            {u"name"_s,     u"phone"_s, u"package"_s, u"price"_s, u"city"_s},
            {row}
    },
        {u"1"_s, u"2"_s});

    EXPECT_EQ(asMany.value(u"1"_s, -1), 2);
    EXPECT_EQ(asMany.value(u"2"_s, -1), 3);
    EXPECT_FALSE(more.contains(u"1"_s));
}

TEST(ColumnMappingTest, theColumnsOfASavedFileOfRefusedRowsAreNotTakenForVariables)
{
    const ColumnMapping mapping = guessed(
        {
            {u"row"_s,   u"reason"_s, u"name"_s, u"phone"_s, u"package"_s, u"price"_s},
            {{u"4"_s, u"too_short"_s, u"Ana"_s, u"600000274"_s, u"Lisboa"_s, u"289 €"_s}}
    },
        {u"1"_s, u"2"_s});

    EXPECT_EQ(mapping.value(ImportField::phone), 3);
    EXPECT_EQ(mapping.value(u"1"_s), 4);
    EXPECT_EQ(mapping.value(u"2"_s), 5);
}

TEST(ColumnMappingTest, aColumnOfCountryCodesIsUsedAndOneOfDestinationsIsNot)
{
    EXPECT_EQ(guessed({
                          {u"phone"_s,                   u"país"_s               },
                          {{u"07400 123456"_s, u"UK"_s}, {u"600000274"_s, u"ES"_s}}
    })
                  .value(ImportField::country, -1),
              1);
    EXPECT_FALSE(guessed({
                             {u"phone"_s, u"country"_s},
                             {{u"600000274"_s, u"Portugal"_s}         }
    })
                     .contains(ImportField::country));
}

TEST(ColumnMappingTest, aColumnOfTimeZonesIsUsedOnlyWhereAllAreKnown)
{
    EXPECT_EQ(guessed({
                          {u"phone"_s,                             u"Time Zone"_s             },
                          {{u"600000274"_s, u"Atlantic/Canary"_s}, {u"600000275"_s, QString{}}}
    })
                  .value(ImportField::timeZone, -1),
              1);
    EXPECT_FALSE(guessed({
                             {u"phone"_s, u"time zone"_s},
                             {{u"600000274"_s, u"GMT+1"_s}         }
    })
                     .contains(ImportField::timeZone));
}

TEST(ColumnMappingTest, whatWasChosenStays)
{
    const TableSample sample{
        {u"phone"_s, u"mobile"_s},
        {{u"912345678"_s, u"600000274"_s}         }
    };

    const ColumnMapping mapping =
        guessColumns(sample,
                     {
    },
                     {{ImportField::phone, 0}, {ImportField::name, -1}}, parserFor(u"ES"_s));

    EXPECT_EQ(mapping.value(ImportField::phone), 0);
    EXPECT_EQ(mapping.value(ImportField::name), -1);
}

TEST(ColumnMappingTest, aHeaderIsToldFromAPerson)
{
    const PhoneParser parser = parserFor(u"ES"_s);

    EXPECT_TRUE(looksLikeHeader(
        {
            {u"name"_s, u"phone"_s    },
            {u"Ana"_s,  u"600000274"_s}
    },
        {}, parser));
    EXPECT_TRUE(looksLikeHeader(
        {
            {u"quién"_s, u"dónde"_s   },
            {u"Ana"_s,    u"600000274"_s}
    },
        {}, parser));
    EXPECT_TRUE(looksLikeHeader({{u"phone"_s}}, {}, parser));
    EXPECT_FALSE(looksLikeHeader(
        {
            {u"Ana"_s, u"600000274"_s},
            {u"Eva"_s, u"600000118"_s}
    },
        {}, parser));
    EXPECT_FALSE(looksLikeHeader({{u"+34600000274"_s}}, {}, parser));
    EXPECT_FALSE(looksLikeHeader({{u"600000274"_s}, {u"600000118"_s}}, {}, PhoneParser{}));
    EXPECT_FALSE(looksLikeHeader({}, {}, parser));
}

TEST(ColumnMappingTest, choicesNameColumnsByHeadingFirstAndByNumberFromOne)
{
    const TableSample sample{
        {u"Nombre"_s,  u"1"_s, u"móvil"_s},
        {           }
    };

    const Result<ColumnMapping> mapping =
        readColumnChoices({u"phone=móvil"_s, u"name=nombre"_s, u"1=1"_s, u"{{2}}=3"_s, u"attr:city=2"_s},
                          sample, {u"1"_s, u"2"_s});

    ASSERT_TRUE(mapping) << qPrintable(mapping.error().message);
    EXPECT_EQ(mapping->value(u"phone"_s), 2);
    EXPECT_EQ(mapping->value(u"name"_s), 0);
    EXPECT_EQ(mapping->value(u"1"_s), 1); // the header called 1, not the first column
    EXPECT_EQ(mapping->value(u"2"_s), 2);
    EXPECT_EQ(mapping->value(u"attr:city"_s), 1);
}

TEST(ColumnMappingTest, choicesThatCannotBeMeantAreErrors)
{
    const TableSample sample{
        {u"name"_s, u"phone"_s},
        {         }
    };
    const auto codeOf = [&sample](const QString &choice) {
        const Result<ColumnMapping> mapping = readColumnChoices({choice}, sample, {u"1"_s});
        return mapping ? QString{} : mapping.error().code;
    };

    EXPECT_EQ(codeOf(u"phone=mobile"_s), u"unknown_column"_s);
    EXPECT_EQ(codeOf(u"phone=0"_s), u"unknown_column"_s);
    EXPECT_EQ(codeOf(u"phone=3"_s), u"unknown_column"_s);
    EXPECT_EQ(codeOf(u"phone=-1"_s), u"unknown_column"_s);
    EXPECT_EQ(codeOf(u"price=2"_s), u"unknown_field"_s);
    EXPECT_EQ(codeOf(u"attr:=2"_s), u"unknown_field"_s);
    EXPECT_EQ(codeOf(u"phone"_s), u"unknown_field"_s);
    EXPECT_EQ(codeOf(u"phone=2"_s), QString{});
}

TEST(CountryTextTest, countriesAreReadAsColumnsNameThem)
{
    EXPECT_EQ(countryFromText(u"ES"_s), u"ES"_s);
    EXPECT_EQ(countryFromText(u" in "_s), u"IN"_s);
    EXPECT_EQ(countryFromText(u"UK"_s), u"GB"_s);
    EXPECT_EQ(countryFromText(u"Spain"_s), u"ES"_s);
    EXPECT_EQ(countryFromText(u"ESPAÑA"_s), u"ES"_s);
    EXPECT_EQ(countryFromText(u"भारत"_s), u"IN"_s);
    EXPECT_EQ(countryFromText(u"United States"_s), u"US"_s);
    EXPECT_EQ(countryFromText(u"+34"_s), u"ES"_s);
    EXPECT_EQ(countryFromText(u"Atlantis"_s), std::nullopt);
    EXPECT_EQ(countryFromText(u""_s), std::nullopt);
}
