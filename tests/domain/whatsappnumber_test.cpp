#include "domain/whatsappnumber.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using ::testing::ElementsAre;

namespace {

QStringList spellings(const QString &e164)
{
    QStringList list;
    for (const PhoneNumber &phone : spellingsOnWhatsApp(*PhoneNumber::fromE164(e164)))
        list << phone.e164();
    return list;
}

} // namespace

TEST(WhatsAppNumberTest, aMexicanNumberIsKnownWithAndWithoutTheOne)
{
    EXPECT_THAT(spellings(u"+5215512345678"_s), ElementsAre(u"+525512345678"_s, u"+5215512345678"_s));
    EXPECT_THAT(spellings(u"+525512345678"_s), ElementsAre(u"+525512345678"_s, u"+5215512345678"_s));
}

TEST(WhatsAppNumberTest, aBrazilianMobileNumberIsKnownWithAndWithoutTheNinthDigit)
{
    EXPECT_THAT(spellings(u"+551187654321"_s), ElementsAre(u"+5511987654321"_s, u"+551187654321"_s));
    EXPECT_THAT(spellings(u"+5511987654321"_s), ElementsAre(u"+5511987654321"_s, u"+551187654321"_s));
}

TEST(WhatsAppNumberTest, aBrazilianLandLineHasNoNinthDigit)
{
    EXPECT_THAT(spellings(u"+551132654321"_s), ElementsAre(u"+551132654321"_s));
    EXPECT_THAT(spellings(u"+5511932654321"_s), ElementsAre(u"+5511932654321"_s));
}

TEST(WhatsAppNumberTest, anArgentineNumberStandsForItselfFirst)
{
    EXPECT_THAT(spellings(u"+5491123456789"_s), ElementsAre(u"+5491123456789"_s, u"+541123456789"_s));
    EXPECT_THAT(spellings(u"+541123456789"_s), ElementsAre(u"+541123456789"_s, u"+5491123456789"_s));
}

TEST(WhatsAppNumberTest, everybodyElseHasOneNumber)
{
    EXPECT_THAT(spellings(u"+34600111222"_s), ElementsAre(u"+34600111222"_s));
    EXPECT_THAT(spellings(u"+5255123456"_s), ElementsAre(u"+5255123456"_s)); // too short
    EXPECT_TRUE(spellingsOnWhatsApp(PhoneNumber{}).empty());
}
