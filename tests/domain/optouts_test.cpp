#include "domain/optouts.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

TEST(OptOutsTest, theUsualWordsOptOutInAnySpelling)
{
    for (const QString &answer :
         {u"STOP"_s, u" stop. "_s, u"Stop!!! 🙏"_s, u"Unsubscribe"_s, u"opt-out"_s, u"¡BAJA!"_s, u"Arrêt"_s,
          u"désabonner"_s, u"बंद करो"_s, u"நிறுத்து"_s, u"إيقاف"_s, u"Стоп"_s, u"退订"_s, u"수신거부"_s,
          u"Cancelar suscripción"_s, u"don’t message me"_s})
        EXPECT_TRUE(OptOutAnswers{usualOptOutAnswers()}.contains(answer)) << answer.toStdString();
}

TEST(OptOutsTest, aSentenceAboutStoppingIsNoOptOut)
{
    for (const QString &answer :
         {u""_s, u"   "_s, u"Don't stop!"_s, u"Does the bus stop in Goa?"_s, u"non-stop flights?"_s,
          u"stopover"_s, u"yes"_s, u"Please stop by tomorrow at noon, we would like to see the offers"_s})
        EXPECT_FALSE(OptOutAnswers{usualOptOutAnswers()}.contains(answer)) << answer.toStdString();
}

TEST(OptOutsTest, aStopButtonOptsOutWithWhateverFollowsTheStop)
{
    EXPECT_TRUE(isOptOutPayload(u"STOP"_s));
    EXPECT_TRUE(isOptOutPayload(u"stop:c17:r42"_s));
    EXPECT_TRUE(isOptOutPayload(u"STOP_PROMOTIONS"_s));
    EXPECT_FALSE(isOptOutPayload(u""_s));
    EXPECT_FALSE(isOptOutPayload(u"STOPOVER"_s));
    EXPECT_FALSE(isOptOutPayload(u"order:STOP"_s));
}

TEST(OptOutsTest, aPersonsOwnListCountsAndNothingElse)
{
    const OptOutAnswers answers{
        {u"Ya no, gracias"_s, u"  "_s}
    };

    EXPECT_TRUE(answers.contains(u"YA NO GRACIAS!"_s));
    EXPECT_FALSE(answers.contains(u"stop"_s));
    EXPECT_FALSE(answers.contains(u"…"_s));
}
