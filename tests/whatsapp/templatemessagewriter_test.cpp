#include "whatsapp/templatemessagewriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

QJsonObject json(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

QJsonArray list(const char *text)
{
    return QJsonDocument::fromJson(text).array();
}

class TemplateMessageWriterTest : public ::testing::Test
{
protected:
    TemplateMessageWriterTest()
    {
        m_template.name = u"autumn_offer"_s;
        m_template.language = u"it"_s;
        m_message.attempt = {u"0123abcd"_s};
        m_message.to = *PhoneNumber::fromE164(u"+393331234567"_s);
    }

    QJsonObject written()
    {
        const TemplateMessageWriter writer{std::make_shared<MessageTemplate>(m_template)};
        return QJsonDocument::fromJson(writer.bodyFor(m_message)).object();
    }

    QJsonArray components() { return written()["template"_L1]["components"_L1].toArray(); }

    MessageTemplate m_template;
    OutgoingMessage m_message;
};

} // namespace

TEST_F(TemplateMessageWriterTest, aTemplateWithoutVariablesHasNoComponents)
{
    m_template.body = u"Hello world"_s;

    EXPECT_EQ(written(), json(R"({"messaging_product":"whatsapp","recipient_type":"individual",
        "to":"+393331234567","type":"template","biz_opaque_callback_data":"0123abcd",
        "template":{"name":"autumn_offer","language":{"code":"it"}}})"));
}

TEST_F(TemplateMessageWriterTest, positionalParametersComeInTheirOrder)
{
    m_template.headerFormat = HeaderFormat::Text;
    m_template.headerText = u"For {{1}}"_s;
    m_template.body = u"{{2}} off, {{1}}! {{2}}!"_s;
    m_message.variables = {
        {u"header"_s, u"you"_s       },
        {u"1"_s,      u"Anna \"A\""_s},
        {u"2"_s,      u"20%"_s       }
    };

    EXPECT_EQ(components(), list(R"([
        {"type":"header","parameters":[{"type":"text","text":"you"}]},
        {"type":"body","parameters":[{"type":"text","text":"Anna \"A\""},{"type":"text","text":"20%"}]}])"));
}

TEST_F(TemplateMessageWriterTest, everyCharacterArrivesAsItIs)
{
    QString text = u"\"quoted\" back\\slash / ₹ é 中 🎉 \u2028 \u007f \u202b"_s;
    for (char16_t c = 0; c < 0x20; ++c)
        text += QChar{c};
    m_template.body = u"{{1}}"_s;
    m_message.variables = {
        {u"1"_s, text}
    };

    EXPECT_EQ(components()[0]["parameters"_L1][0]["text"_L1].toString(), text);
}

TEST_F(TemplateMessageWriterTest, halfACharacterMakesNoInvalidJson)
{
    m_template.body = u"{{1}}"_s;
    m_message.variables = {
        {u"1"_s, u"cut "_s + QChar{0xd83c}}
    };

    EXPECT_TRUE(components()[0]["parameters"_L1][0]["text"_L1].toString().startsWith(u"cut "));
}

TEST_F(TemplateMessageWriterTest, tenPositionalParametersAreOrderedByNumber)
{
    m_template.body = u"{{10}} {{9}} {{1}} {{2}} {{3}} {{4}} {{5}} {{6}} {{7}} {{8}}"_s;
    for (int i = 1; i <= 10; ++i)
        m_message.variables.insert(QString::number(i), u"v%1"_s.arg(i));

    const QJsonArray parameters = components()[0]["parameters"_L1].toArray();

    ASSERT_EQ(parameters.size(), 10);
    EXPECT_EQ(parameters[1]["text"_L1].toString(), u"v2"_s);
    EXPECT_EQ(parameters[9]["text"_L1].toString(), u"v10"_s);
}

TEST_F(TemplateMessageWriterTest, namedParametersCarryTheirNames)
{
    m_template.isNamed = true;
    m_template.headerFormat = HeaderFormat::Text;
    m_template.headerText = u"For {{first_name}}"_s;
    m_template.body = u"Dear {{first_name}}, {{discount}} off"_s;
    m_template.buttons = {
        {.type = u"URL"_s, .text = u"Open"_s, .url = u"https://ex.org/{{code}}"_s}
    };
    m_message.variables = {
        {u"first_name"_s, u"Anna"_s},
        {u"discount"_s,   u"20%"_s },
        {u"button_1"_s,   u"a1"_s  }
    };

    EXPECT_EQ(components(), list(R"([
        {"type":"header","parameters":[{"type":"text","parameter_name":"first_name","text":"Anna"}]},
        {"type":"body","parameters":[{"type":"text","parameter_name":"first_name","text":"Anna"},
                                     {"type":"text","parameter_name":"discount","text":"20%"}]},
        {"type":"button","sub_type":"url","index":"0",
         "parameters":[{"type":"text","parameter_name":"code","text":"a1"}]}])"));
}

TEST_F(TemplateMessageWriterTest, anImageMayBeALinkOrAnId)
{
    m_template.headerFormat = HeaderFormat::Image;
    m_message.headerMedia = HeaderMedia::fromText(u"https://ex.org/a.jpg"_s);
    const QJsonArray linked = components();
    m_message.headerMedia = HeaderMedia::fromText(u"1037543291543636"_s);
    const QJsonArray byId = components();

    EXPECT_EQ(linked[0]["parameters"_L1][0].toObject(),
              json(R"({"type":"image","image":{"link":"https://ex.org/a.jpg"}})"));
    EXPECT_EQ(byId[0]["parameters"_L1][0].toObject(),
              json(R"({"type":"image","image":{"id":"1037543291543636"}})"));
}

TEST_F(TemplateMessageWriterTest, anUploadedDocumentHasTheNameOfItsFile)
{
    m_template.headerFormat = HeaderFormat::Document;
    m_message.headerMedia = HeaderMedia::fromText(u"/home/a/Price list.pdf"_s);
    m_message.headerMedia.mediaId = u"77"_s;

    EXPECT_EQ(components()[0]["parameters"_L1][0].toObject(),
              json(R"({"type":"document","document":{"id":"77","filename":"Price list.pdf"}})"));
}

TEST_F(TemplateMessageWriterTest, aVideoHasNoFileName)
{
    m_template.headerFormat = HeaderFormat::Video;
    m_message.headerMedia = HeaderMedia::fromText(u"https://ex.org/v.mp4"_s);

    EXPECT_EQ(components()[0]["parameters"_L1][0].toObject(),
              json(R"({"type":"video","video":{"link":"https://ex.org/v.mp4"}})"));
}

TEST_F(TemplateMessageWriterTest, aLocationIsFilledFromItsFourVariables)
{
    m_template.headerFormat = HeaderFormat::Location;
    m_message.variables = {
        {u"header_latitude"_s,  u"45.4"_s   },
        {u"header_longitude"_s, u"9.1"_s    },
        {u"header_name"_s,      u"Shop"_s   },
        {u"header_address"_s,   u"Via A 1"_s}
    };

    EXPECT_EQ(components()[0].toObject(),
              json(R"({"type":"header","parameters":[{"type":"location","location":
        {"latitude":"45.4","longitude":"9.1","name":"Shop","address":"Via A 1"}}]})"));
}

TEST_F(TemplateMessageWriterTest, buttonsKeepTheirPlaceAndFixedOnesSendNothing)
{
    m_template.buttons = {
        {.type = u"PHONE_NUMBER"_s,   .text = u"Call"_s,        .phoneNumber = u"+39333"_s},
        {.type = u"URL"_s,                           .text = u"Home"_s,                                    .url = u"https://ex.org"_s},
        {.type = u"URL"_s, .text = u"Offer"_s,.url = u"https://ex.org/{{1}}"_s},
        {.type = u"COPY_CODE"_s,         .text = u"Copy"_s           },
        {.type = u"QUICK_REPLY"_s,      .text = u"Stop"_s    }
    };
    m_message.variables = {
        {u"button_3"_s, u"promo/anna"_s},
        {u"button_4"_s, u"SAVE20"_s    }
    };

    EXPECT_EQ(components(), list(R"([
        {"type":"button","sub_type":"url","index":"2","parameters":[{"type":"text","text":"promo/anna"}]},
        {"type":"button","sub_type":"copy_code","index":"3",
         "parameters":[{"type":"coupon_code","coupon_code":"SAVE20"}]},
        {"type":"button","sub_type":"quick_reply","index":"4",
         "parameters":[{"type":"payload","payload":"attempt:0123abcd"}]}])"));
}

TEST(UrlSuffixTest, encodesWhatMetaRefuses)
{
    EXPECT_EQ(urlSuffix(u"promo/anna?x=1&y=2"_s), u"promo/anna?x=1&y=2"_s);
    EXPECT_EQ(urlSuffix(u"a b:c|d"_s), u"a%20b%3Ac%7Cd"_s);
    EXPECT_EQ(urlSuffix(u"caffè"_s), u"caff%C3%A8"_s);
    EXPECT_EQ(urlSuffix(u"a\"<>{}\\^`"_s), u"a%22%3C%3E%7B%7D%5C%5E%60"_s);
}

TEST(UrlSuffixTest, keepsWhatIsEncodedAlready)
{
    EXPECT_EQ(urlSuffix(u"a%20b"_s), u"a%20b"_s);
    EXPECT_EQ(urlSuffix(u"100%"_s), u"100%25"_s);
    EXPECT_EQ(urlSuffix(u"5%zz"_s), u"5%25zz"_s);
}
