#include "domain/messagetemplate.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

QStringList keysOf(const MessageTemplate &messageTemplate)
{
    QStringList keys;
    for (const TemplateVariable &variable : messageTemplate.variables())
        keys << variable.key;
    return keys;
}

} // namespace

TEST(MessageTemplateTest, positionalVariablesAreListedInReadingOrderEachOnce)
{
    const MessageTemplate offer{
        .headerFormat = HeaderFormat::Text,
        .headerText = u"Hello {{1}}"_s,
        .body = u"{{2}} and {{10}} and {{1}} and {{2}}"_s,
        .buttons = {{.type = u"QUICK_REPLY"_s, .text = u"Yes"_s},
                    {.type = u"URL"_s, .text = u"Look"_s, .url = u"https://x.example/{{1}}"_s},
                    {.type = u"COPY_CODE"_s, .text = u"Copy"_s}},
    };

    EXPECT_EQ(keysOf(offer),
              (QStringList{u"header"_s, u"1"_s, u"2"_s, u"10"_s, u"button_2"_s, u"button_3"_s}));
}

TEST(MessageTemplateTest, namedVariablesKeepTheirNames)
{
    const MessageTemplate offer{.isNamed = true,
                                .headerFormat = HeaderFormat::Text,
                                .headerText = u"Hello {{first_name}}"_s,
                                .body = u"{{package}} for {{price}}"_s};

    EXPECT_EQ(keysOf(offer), (QStringList{u"first_name"_s, u"package"_s, u"price"_s}));
}

TEST(MessageTemplateTest, aLocationHeaderTakesFourValues)
{
    const MessageTemplate offer{.headerFormat = HeaderFormat::Location, .body = u"Here"_s};

    EXPECT_EQ(
        keysOf(offer),
        (QStringList{u"header_latitude"_s, u"header_longitude"_s, u"header_name"_s, u"header_address"_s}));
}

TEST(MessageTemplateTest, rendersValuesAndLeavesEmptyPlacesVisible)
{
    const MessageTemplate offer{.headerFormat = HeaderFormat::Text,
                                .headerText = u"Hi {{1}}"_s,
                                .body = u"{{1}} costs {{2}}."_s,
                                .footer = u"Bye"_s,
                                .buttons = {{.type = u"QUICK_REPLY"_s, .text = u"Yes"_s}}};

    const RenderedMessage message = offer.rendered({
        {u"header"_s, u"Anna"_s      },
        {u"1"_s,      u"Rome {{2}}"_s}
    });

    EXPECT_EQ(message.headerText(), u"Hi Anna"_s);
    EXPECT_EQ(message.bodyText(), u"Rome {{2}} costs {{2}}."_s); // a value is never filled in again
    EXPECT_EQ(message.footer, u"Bye"_s);
    EXPECT_EQ(message.buttons, QStringList{u"Yes"_s});
    ASSERT_EQ(message.body.size(), 4u);
    EXPECT_TRUE(message.body[0].isFilledIn);
    EXPECT_FALSE(message.body[2].isFilledIn);
    EXPECT_EQ(message.body[2].key, u"2"_s);
}

TEST(MessageTemplateTest, onlyApprovedTemplatesOfKnownPartsAreSent)
{
    EXPECT_TRUE((MessageTemplate{.status = u"APPROVED"_s}).isSendable());
    EXPECT_FALSE((MessageTemplate{.status = u"PAUSED"_s}).isSendable());
    EXPECT_FALSE(
        (MessageTemplate{.status = u"APPROVED"_s, .unsupportedParts = {u"CAROUSEL"_s}}).isSendable());
}

TEST(MessageTemplateTest, valuesThatMetaRefusesAreNamed)
{
    for (const QString &good : {u"Anna"_s, u"a    b"_s, u"प्रिया"_s})
        EXPECT_TRUE(problemWithValue(good).isEmpty()) << good.toStdString();
    for (const QString &bad : {u""_s, u"  "_s, u"a\nb"_s, u"a\tb"_s, u"a\rb"_s, u"a     b"_s})
        EXPECT_FALSE(problemWithValue(bad).isEmpty()) << bad.toStdString();
}

TEST(MessageTemplateTest, everyHeaderFormatHasAWordThatReadsBack)
{
    for (const HeaderFormat format : {HeaderFormat::None, HeaderFormat::Text, HeaderFormat::Image,
                                      HeaderFormat::Video, HeaderFormat::Document, HeaderFormat::Location})
        EXPECT_EQ(headerFormatFromWord(toWord(format)), format);
}
