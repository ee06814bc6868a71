#include "whatsapp/freeformwriter.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

QJsonObject bodyFor(const FreeForm &freeForm, const HeaderMedia &media = {})
{
    OutgoingMessage message;
    message.attempt = {u"a1"_s};
    message.to = *PhoneNumber::fromE164(u"+447700900318"_s);
    message.headerMedia = media;
    message.freeForm = std::make_shared<const FreeForm>(freeForm);
    return QJsonDocument::fromJson(freeFormBody(message)).object();
}

} // namespace

TEST(FreeFormWriterTest, aTextIsAddressedQuotesItsMessageAndCarriesItsAttempt)
{
    const QJsonObject body =
        bodyFor({FreeForm::Kind::Text, u"Sí, \"two\" rooms 🌴\nSee you"_s, {}, u"wamid.Q"_s});

    EXPECT_EQ(body[u"messaging_product"_s], u"whatsapp"_s);
    EXPECT_EQ(body[u"to"_s], u"+447700900318"_s);
    EXPECT_EQ(body[u"type"_s], u"text"_s);
    EXPECT_EQ(body[u"text"_s][u"body"_s], u"Sí, \"two\" rooms 🌴\nSee you"_s);
    EXPECT_EQ(body[u"context"_s][u"message_id"_s], u"wamid.Q"_s);
    EXPECT_EQ(body[u"biz_opaque_callback_data"_s], u"a1"_s);
}

TEST(FreeFormWriterTest, aDocumentHasItsNameAndAPictureItsCaptionAlone)
{
    const QJsonObject document = bodyFor({FreeForm::Kind::Document, u"Your tickets"_s, u"tickets.pdf"_s},
                                         HeaderMedia::fromText(u"4711"_s));
    const QJsonObject picture = bodyFor({FreeForm::Kind::Image, {}, u"room.png"_s},
                                        HeaderMedia::fromText(u"https://example.org/room.png"_s));

    EXPECT_EQ(
        document[u"document"_s].toObject(),
        (QJsonObject{
            {u"id"_s,       u"4711"_s        },
            {u"caption"_s,  u"Your tickets"_s},
            {u"filename"_s, u"tickets.pdf"_s }
    }));
    EXPECT_EQ(picture[u"image"_s].toObject(),
              (QJsonObject{
                  {u"link"_s, u"https://example.org/room.png"_s}
    }));
    EXPECT_FALSE(picture.contains(u"context"_s));
}
