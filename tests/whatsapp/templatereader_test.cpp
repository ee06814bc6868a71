#include "whatsapp/templatereader.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

std::optional<MessageTemplate> read(const char *json)
{
    return readTemplate(QJsonDocument::fromJson(json).object());
}

} // namespace

TEST(TemplateReaderTest, readsMetasExample)
{
    const std::optional<MessageTemplate> found = read(R"({"id":"900100","name":"autumn_offer","language":"it",
        "status":"APPROVED","category":"MARKETING","parameter_format":"NAMED",
        "quality_score":{"score":"GREEN","date":1795000000},"rejected_reason":"NONE","components":[
        {"type":"HEADER","format":"IMAGE","example":{"header_handle":["https://scontent.whatsapp.net/a"]}},
        {"type":"BODY","text":"Ciao {{first_name}}, addio",
         "example":{"body_text_named_params":[{"param_name":"first_name","example":"Anna"}]}},
        {"type":"FOOTER","text":"Scrivi STOP"},
        {"type":"BUTTONS","buttons":[
          {"type":"URL","text":"Apri","url":"https://ex.org/{{1}}","example":["https://ex.org/a"]},
          {"type":"PHONE_NUMBER","text":"Chiama","phone_number":"+393331234567"},
          {"type":"COPY_CODE","text":"Copia","example":"SAVE20"},
          {"type":"QUICK_REPLY","text":"Stop"}]}]})");

    ASSERT_TRUE(found);
    MessageTemplate expected;
    expected.metaId = u"900100"_s;
    expected.name = u"autumn_offer"_s;
    expected.language = u"it"_s;
    expected.status = u"APPROVED"_s;
    expected.category = u"MARKETING"_s;
    expected.quality = u"GREEN"_s;
    expected.isNamed = true;
    expected.headerFormat = HeaderFormat::Image;
    expected.headerExample = u"https://scontent.whatsapp.net/a"_s;
    expected.body = u"Ciao {{first_name}}, addio"_s;
    expected.footer = u"Scrivi STOP"_s;
    expected.buttons = {
        {.type = u"URL"_s,                   .text = u"Apri"_s, .url = u"https://ex.org/{{1}}"_s},
        {.type = u"PHONE_NUMBER"_s,                                  .text = u"Chiama"_s,                           .phoneNumber = u"+393331234567"_s},
        {.type = u"COPY_CODE"_s, .text = u"Copia"_s},
        {.type = u"QUICK_REPLY"_s,                .text = u"Stop"_s                                         }
    };
    expected.examples = {
        {u"first_name"_s, u"Anna"_s  },
        {u"button_1"_s,   u"a"_s     },
        {u"button_3"_s,   u"SAVE20"_s}
    };
    EXPECT_EQ(*found, expected);
    EXPECT_TRUE(found->isSendable());
}

TEST(TemplateReaderTest, readsPositionalExamples)
{
    const std::optional<MessageTemplate> found = read(R"({"name":"n","language":"en_US","status":"PAUSED",
        "components":[
        {"type":"HEADER","format":"TEXT","text":"For {{1}}","example":{"header_text":["you"]}},
        {"type":"BODY","text":"{{1}} and {{2}}","example":{"body_text":[["tea","cake"]]}}]})");

    ASSERT_TRUE(found);
    EXPECT_EQ(found->examples,
              (QMap<QString, QString>{
                  {u"header"_s, u"you"_s },
                  {u"1"_s,      u"tea"_s },
                  {u"2"_s,      u"cake"_s}
    }));
    EXPECT_EQ(found->headerText, u"For {{1}}"_s);
    EXPECT_FALSE(found->isSendable());
}

TEST(TemplateReaderTest, namesThePartsItCannotFillIn)
{
    const std::optional<MessageTemplate> found = read(R"({"name":"n","language":"en","status":"APPROVED",
        "components":[{"type":"HEADER","format":"PRODUCT"},{"type":"CAROUSEL","cards":[]},
        {"type":"LIMITED_TIME_OFFER"},{"type":"BUTTONS","buttons":[{"type":"OTP"},{"type":"MPM"},
        {"type":"URL","url":"https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE"},{"type":"FLOW"}]}]})");

    ASSERT_TRUE(found);
    EXPECT_EQ(found->unsupportedParts,
              (QStringList{u"HEADER PRODUCT"_s, u"CAROUSEL"_s, u"LIMITED_TIME_OFFER"_s, u"OTP"_s, u"MPM"_s}));
    EXPECT_FALSE(found->isSendable());
}

TEST(TemplateReaderTest, aTemplateWithoutNameOrLanguageIsNone)
{
    EXPECT_FALSE(read(R"({"name":"n"})"));
    EXPECT_FALSE(read(R"({"language":"en"})"));
    EXPECT_FALSE(read("{}"));
}

TEST(TemplateReaderTest, wrongTypesDoNoHarm)
{
    const std::optional<MessageTemplate> found = read(R"({"id":900100,"name":"n","language":"en",
        "components":[1,"x",{"type":"BODY","text":5,"example":{"body_text":"x"}},
        {"type":"BUTTONS","buttons":{"type":"URL"}},{"type":"HEADER","format":null}]})");

    ASSERT_TRUE(found);
    EXPECT_EQ(found->metaId, u"900100"_s);
    EXPECT_TRUE(found->body.isEmpty());
    EXPECT_TRUE(found->buttons.empty());
}
