#include "graphclient.h"

#include "simulator/mediashelf.h"
#include "support/fakeclock.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray kFormType = "multipart/form-data; boundary=\"xyz\"";

QByteArray form(const QByteArray &mimeType, const QByteArray &content)
{
    return "--xyz\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"
           "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\nContent-Type: "
        + mimeType + "\r\n\r\n" + content + "\r\n--xyz--\r\n";
}

class MediaTest : public SimulatorTest
{
protected:
    GraphReply upload(const QByteArray &mimeType, const QByteArray &content)
    {
        return m_client->post(m_simulator.phoneNumberId() + u"/media"_s, form(mimeType, content), kFormType);
    }
};

} // namespace

TEST_F(MediaTest, givesAnIdAndTheFileBack)
{
    start();
    const QByteArray content = QByteArray{"\xff\xd8\0\r\n--xy", 9} + QByteArray(100'000, '\x01');

    const QString id = upload("image/jpeg", content).json[u"id"].toString();
    const GraphReply described = m_client->get(id);
    const GraphReply downloaded = m_client->getUrl(QUrl{described.json[u"url"].toString()});

    ASSERT_FALSE(id.isEmpty());
    EXPECT_EQ(described.json[u"mime_type"].toString(), u"image/jpeg"_s);
    EXPECT_EQ(described.json[u"file_size"].toInt(), content.size());
    EXPECT_EQ(described.json[u"sha256"].toString().toLatin1(),
              QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
    EXPECT_EQ(downloaded.body, content);
    m_client->setToken("wrong");
    EXPECT_EQ(m_client->getUrl(QUrl{described.json[u"url"].toString()}).status, 401);
}

TEST_F(MediaTest, refusesWhatWhatsAppDoesNotTake)
{
    start();

    EXPECT_EQ(upload("image/gif", "GIF89a").errorCode(), 100);
    EXPECT_EQ(upload("image/png", {}).errorCode(), 100);
    EXPECT_EQ(upload("image/png", QByteArray((5 << 20) + 1, 'x')).errorCode(), 100);
    EXPECT_EQ(upload("image/png", QByteArray(5 << 20, 'x')).status, 200);
    EXPECT_EQ(m_client->post(m_simulator.phoneNumberId() + u"/media"_s, "{}").errorCode(), 100);
}

TEST_F(MediaTest, forgetsWhatIsDeleted)
{
    start();
    const QString id = upload("image/png", "x").json[u"id"].toString();

    EXPECT_TRUE(m_client->remove(id).json[u"success"].toBool());

    EXPECT_EQ(m_client->get(id).errorCode(), 100);
}

TEST_F(MediaTest, idsLastThirtyDaysAndUrlsFiveMinutes)
{
    FakeClock clock;
    Simulator simulator{clock};
    ASSERT_TRUE(simulator.start(m_options));
    GraphClient client{simulator};
    const QString id = client.post(simulator.phoneNumberId() + u"/media"_s, form("image/png", "x"), kFormType)
                           .json[u"id"]
                           .toString();
    const QUrl url{client.get(id).json[u"url"].toString()};

    clock.advance(6min);
    EXPECT_EQ(client.getUrl(url).status, 404);
    EXPECT_EQ(client.get(id).status, 200);
    clock.advance(30 * 24h);
    EXPECT_EQ(client.get(id).errorCode(), 100);

    const QJsonArray components{
        component(u"header"_s,
                  {QJsonObject{{u"type"_s, u"image"_s}, {u"image"_s, QJsonObject{{u"id"_s, id}}}}}
                  ),
        component(u"body"_s, { textParameter(u"Ananya"_s), textParameter(u"20%"_s)}
                  ),
        QJsonObject{                                                        {u"type"_s, u"button"_s},
                                {u"sub_type"_s, u"url"_s},
                                {u"index"_s, 2},
                                {u"parameters"_s, QJsonArray{textParameter(u"x"_s)}}}
    };
    const GraphReply sent = client.send(templateMessage(u"monsoon_escapes"_s, u"en_US"_s, components));
    EXPECT_EQ(sent.details(), u"the media id has expired"_s);
}

TEST(MultipartTest, refusesWhatIsNotWellFormed)
{
    EXPECT_FALSE(parseMultipart("application/json", "{}"));
    EXPECT_FALSE(parseMultipart("multipart/form-data", "--xyz--"));
    EXPECT_FALSE(
        parseMultipart(kFormType, "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end"));
    EXPECT_FALSE(parseMultipart(kFormType, "--xyz\r\nno empty line\r\n--xyz--"));
}
