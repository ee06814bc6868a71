#include "graphclient.h"

#include "support/fakeclock.h"

#include <QElapsedTimer>
#include <QFile>
#include <QHostAddress>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A simulator whose every message is sent and delivered, without webhooks.
class SendingTest : public SimulatorTest
{
protected:
    SendingTest() { m_options.behaviour = plainBehaviour(); }

    /// Sends the template to a number that is used only once, so that no limit interferes.
    GraphReply sendTemplate(const QString &name, const QString &language, const QJsonArray &components)
    {
        return m_client->send(
            templateMessage(name, language, components, u"+9198123%1"_s.arg(++m_person, 5, 10, QChar{u'0'})));
    }

    int m_person = 0;
};

QJsonArray packageAndPrice()
{
    return {component(u"body"_s, {textParameter(u"Kashmir"_s), textParameter(u"₹38,900"_s)})};
}

QJsonArray monsoonEscapes(const QJsonObject &header, const QString &urlSuffix)
{
    return {
        component(u"header"_s, {header                          }
         ),
        component(u"body"_s, { textParameter(u"Ananya"_s), textParameter(u"20%"_s)}
         ),
        QJsonObject{          {u"type"_s, u"button"_s},
                                {u"sub_type"_s, u"url"_s},
                                {u"index"_s, u"2"_s},
                                {u"parameters"_s, QJsonArray{textParameter(urlSuffix)}}}
    };
}

QJsonObject imageById()
{
    return {
        {u"type"_s,  u"image"_s                                   },
        {u"image"_s, QJsonObject{{u"id"_s, u"1034567890123456"_s}}}
    };
}

} // namespace

TEST_F(SendingTest, acceptsATemplateMessage)
{
    start();

    const GraphReply reply = m_client->send(helloWorld(u"+91 98123-40001"_s));

    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.version, "v26.0");
    EXPECT_EQ(reply.json[u"messaging_product"].toString(), u"whatsapp"_s);
    EXPECT_EQ(reply.json[u"contacts"][0][u"input"].toString(), u"+91 98123-40001"_s);
    EXPECT_EQ(reply.json[u"contacts"][0][u"wa_id"].toString(), u"919812340001"_s);
    EXPECT_TRUE(reply.messageId().startsWith(u"wamid."_s));
    EXPECT_EQ(reply.json[u"messages"][0][u"message_status"].toString(), u"accepted"_s);
    EXPECT_EQ(m_simulator.acceptedMessageCount(), 1);
}

TEST_F(SendingTest, givesEveryMessageItsOwnId)
{
    start();

    const GraphReply first = m_client->send(helloWorld());
    const GraphReply second = m_client->send(helloWorld());

    EXPECT_NE(first.messageId(), second.messageId());
}

TEST_F(SendingTest, refusesAWrongToken)
{
    start();
    m_client->setToken("wrong");

    const GraphReply reply = m_client->send(helloWorld());

    EXPECT_EQ(reply.status, 401);
    EXPECT_EQ(reply.errorCode(), 190);
    EXPECT_EQ(m_simulator.acceptedMessageCount(), 0);
}

TEST_F(SendingTest, refusesAMissingToken)
{
    start();
    m_client->setToken({});

    EXPECT_EQ(m_client->send(helloWorld()).errorCode(), 190);
}

TEST_F(SendingTest, refusesAnotherNumbersId)
{
    start();

    const GraphReply reply = m_client->post(u"123/messages"_s, "{}");

    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(reply.errorCode(), 100);
    EXPECT_EQ(reply.json[u"error"][u"error_subcode"].toInt(), 33);
    EXPECT_EQ(reply.json[u"error"][u"type"].toString(), u"GraphMethodException"_s);
}

TEST_F(SendingTest, needsTheMessagingProduct)
{
    start();
    QJsonObject message = helloWorld();
    message.remove(u"messaging_product"_s);

    const GraphReply reply = m_client->send(message);

    EXPECT_EQ(reply.errorCode(), 100);
    EXPECT_EQ(reply.json[u"error"][u"message"].toString(),
              u"(#100) The parameter messaging_product is required."_s);
    EXPECT_EQ(m_client->post(m_simulator.phoneNumberId() + u"/messages"_s, "no json").errorCode(), 100);
}

TEST_F(SendingTest, readsANumberWithoutPlusAsOneOfItsOwnCountry)
{
    start();

    const GraphReply reply = m_client->send(helloWorld(u"3331234567"_s));

    EXPECT_EQ(reply.json[u"contacts"][0][u"wa_id"].toString(), u"913331234567"_s);
}

TEST_F(SendingTest, refusesWhatCannotBeANumber)
{
    start();

    EXPECT_EQ(m_client->send(helloWorld(u"+91abc"_s)).errorCode(), 131009);
    EXPECT_EQ(m_client->send(helloWorld(u"+12"_s)).errorCode(), 131009);
    EXPECT_EQ(m_client->send(helloWorld(u""_s)).errorCode(), 100);
    EXPECT_EQ(m_client->send(helloWorld(u"+912268427300"_s)).errorCode(), 131021);
}

TEST_F(SendingTest, refusesRecipientsThatATestNumberDoesNotKnow)
{
    m_options.allowedRecipients = QStringList{u"919812340001"_s};
    start();

    EXPECT_EQ(m_client->send(helloWorld(u"+919812340001"_s)).status, 200);
    EXPECT_EQ(m_client->send(helloWorld(u"+919812340002"_s)).errorCode(), 131030);
}

TEST_F(SendingTest, refusesATemplateItDoesNotHave)
{
    start();

    const GraphReply reply = sendTemplate(u"hello_world"_s, u"en"_s, {});

    EXPECT_EQ(reply.status, 404);
    EXPECT_EQ(reply.errorCode(), 132001);
    EXPECT_EQ(reply.details(), u"template name (hello_world) does not exist in en"_s);
}

TEST_F(SendingTest, refusesTemplatesThatAreNotApproved)
{
    start();

    EXPECT_EQ(sendTemplate(u"weekend_flash_sale"_s, u"en_US"_s, packageAndPrice()).errorCode(), 132015);
    EXPECT_EQ(sendTemplate(u"travel_points_expiring"_s, u"en_US"_s, {}).errorCode(), 132001);
    ASSERT_TRUE(m_simulator.setTemplateStatus(u"hello_world"_s, u"en_US"_s, u"DISABLED"_s));
    EXPECT_EQ(sendTemplate(u"hello_world"_s, u"en_US"_s, {}).errorCode(), 132016);
}

TEST_F(SendingTest, countsTheParameters)
{
    start();

    const GraphReply reply = sendTemplate(u"tour_package_marketing"_s, u"en_US"_s,
                                          {component(u"body"_s, {textParameter(u"Kashmir"_s)})});

    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(reply.errorCode(), 132000);
    EXPECT_EQ(reply.details(),
              u"body: number of localizable_params (1) does not match the expected number of params (2)"_s);
    EXPECT_EQ(sendTemplate(u"tour_package_marketing"_s, u"en_US"_s, {}).errorCode(), 132000);
    EXPECT_EQ(sendTemplate(u"tour_package_marketing"_s, u"en_US"_s, packageAndPrice()).status, 200);
    EXPECT_EQ(sendTemplate(u"hello_world"_s, u"en_US"_s, packageAndPrice()).errorCode(), 132000);
}

TEST_F(SendingTest, refusesEmptyAndBrokenTexts)
{
    start();
    const auto codeFor = [this](const QString &text) {
        return sendTemplate(u"tour_package_marketing"_s, u"en_US"_s,
                            {component(u"body"_s, {textParameter(text), textParameter(u"1"_s)})})
            .errorCode();
    };

    EXPECT_EQ(codeFor(u""_s), 131008);
    EXPECT_EQ(codeFor(u"a\nb"_s), 132018);
    EXPECT_EQ(codeFor(u"a\tb"_s), 132018);
    EXPECT_EQ(codeFor(u"a     b"_s), 132018);
    EXPECT_EQ(codeFor(u"a    b"_s), -1);
    EXPECT_EQ(codeFor(QString(1024, u'x')), 132005);
}

TEST_F(SendingTest, namedParametersNeedTheirNames)
{
    start();
    const auto codeFor = [this](const QString &guest, const QString &place) {
        return sendTemplate(u"booking_confirmation"_s, u"en_US"_s,
                            {component(u"header"_s, {textParameter(u"MJ-1"_s, u"booking_reference"_s)}),
                             component(u"body"_s,
                                       {textParameter(u"14 May"_s, u"departure_date"_s),
                                        textParameter(u"Rohan"_s, guest), textParameter(u"Bali"_s, place)})})
            .errorCode();
    };

    EXPECT_EQ(codeFor(u"guest_name"_s, u"destination"_s), -1);
    EXPECT_EQ(codeFor(u""_s, u"destination"_s), 100);
    EXPECT_EQ(codeFor(u"name"_s, u"destination"_s), 100);
    EXPECT_EQ(codeFor(u"destination"_s, u"destination"_s), 100);
}

TEST_F(SendingTest, positionalParametersHaveNoNames)
{
    start();

    EXPECT_EQ(
        sendTemplate(u"tour_package_marketing"_s, u"en_US"_s,
                     {component(u"body"_s, {textParameter(u"a"_s, u"1"_s), textParameter(u"b"_s, u"2"_s)})})
            .errorCode(),
        100);
}

TEST_F(SendingTest, anImageHeaderNeedsItsImageEveryTime)
{
    start();
    const QJsonObject byLink{
        {u"type"_s,  u"image"_s                                              },
        {u"image"_s, QJsonObject{{u"link"_s, u"https://example.org/a.jpg"_s}}}
    };
    const QJsonObject video{
        {u"type"_s,  u"video"_s                    },
        {u"video"_s, QJsonObject{{u"id"_s, u"1"_s}}}
    };
    const QJsonObject noId{
        {u"type"_s,  u"image"_s   },
        {u"image"_s, QJsonObject{}}
    };
    const QJsonObject handle{
        {u"type"_s,  u"image"_s                             },
        {u"image"_s, QJsonObject{{u"id"_s, u"4:aW1hZ2U="_s}}}
    };
    QJsonArray withoutHeader = monsoonEscapes(imageById(), u"munnar"_s);
    withoutHeader.removeFirst();
    const auto send = [this](const QJsonArray &components) {
        return sendTemplate(u"monsoon_escapes"_s, u"en_US"_s, components);
    };

    EXPECT_EQ(send(monsoonEscapes(imageById(), u"munnar"_s)).status, 200);
    EXPECT_EQ(send(monsoonEscapes(byLink, u"munnar"_s)).status, 200);
    EXPECT_EQ(send(withoutHeader).details(), u"header: Format mismatch, expected IMAGE, received UNKNOWN"_s);
    EXPECT_EQ(send(monsoonEscapes(video, u"munnar"_s)).errorCode(), 132012);
    EXPECT_EQ(send(monsoonEscapes(noId, u"munnar"_s)).errorCode(), 131008);
    EXPECT_EQ(send(monsoonEscapes(handle, u"munnar"_s)).errorCode(), 131009);
}

TEST_F(SendingTest, aUrlWithAVariableNeedsItsEncodedSuffix)
{
    start();
    QJsonArray withoutButton = monsoonEscapes(imageById(), u"x"_s);
    withoutButton.removeLast();
    const auto send = [this](const QJsonArray &components) {
        return sendTemplate(u"monsoon_escapes"_s, u"en_US"_s, components);
    };

    EXPECT_EQ(send(withoutButton).errorCode(), 131008);
    EXPECT_EQ(send(monsoonEscapes(imageById(), u"a b"_s)).errorCode(), 131009);
    EXPECT_EQ(send(monsoonEscapes(imageById(), u"caffè"_s)).errorCode(), 131009);
    EXPECT_EQ(send(monsoonEscapes(imageById(), u"a%20b?x=1"_s)).status, 200);
}

TEST_F(SendingTest, aButtonMustBeOneOfTheTemplate)
{
    start();
    const auto codeFor = [this](const QString &subType, const QJsonValue &index) {
        QJsonArray components = monsoonEscapes(imageById(), u"x"_s);
        components.append(QJsonObject{
            {u"type"_s,       u"button"_s                                                   },
            {u"sub_type"_s,   subType                                                       },
            {u"index"_s,      index                                                         },
            {u"parameters"_s,
             QJsonArray{QJsonObject{{u"type"_s, u"payload"_s}, {u"payload"_s, u"STOP:1"_s}}}}
        });
        return sendTemplate(u"monsoon_escapes"_s, u"en_US"_s, components).errorCode();
    };

    EXPECT_EQ(codeFor(u"quick_reply"_s, u"1"_s), -1);
    EXPECT_EQ(codeFor(u"quick_reply"_s, 0), -1);
    EXPECT_EQ(codeFor(u"quick_reply"_s, 3), 131009);
    EXPECT_EQ(codeFor(u"copy_code"_s, 0), 132012);
    EXPECT_EQ(codeFor(u"url"_s, 2), 100);
}

TEST_F(SendingTest, takesFreeAnswersAndReadReceipts)
{
    start();
    const auto reply = [this](const QString &type, const QJsonValue &content) {
        return m_client->send({
            {u"messaging_product"_s, u"whatsapp"_s     },
            {u"to"_s,                u"+919812340001"_s},
            {u"type"_s,              type              },
            {type,                   content           }
        });
    };

    EXPECT_EQ(reply(u"text"_s,
                    QJsonObject{
                        {u"body"_s, u"Hello"_s}
    })
                  .status,
              200);
    EXPECT_EQ(reply(u"text"_s,
                    QJsonObject{
                        {u"body"_s, u""_s}
    })
                  .errorCode(),
              131008);
    EXPECT_EQ(reply(u"image"_s,
                    QJsonObject{
                        {u"link"_s, u"https://example.org/a.png"_s}
    })
                  .status,
              200);
    EXPECT_EQ(reply(u"image"_s,
                    QJsonObject{
                        {u"link"_s, u"a.png"_s}
    })
                  .errorCode(),
              131009);
    EXPECT_EQ(reply(u"fax"_s, QJsonObject{}).errorCode(), 100);
    const GraphReply read = m_client->send({
        {u"messaging_product"_s, u"whatsapp"_s},
        {u"status"_s,            u"read"_s    },
        {u"message_id"_s,        u"wamid.X"_s }
    });
    EXPECT_TRUE(read.json[u"success"].toBool());
}

TEST_F(SendingTest, refusesMoreThanItsLimitInOneSecond)
{
    FakeClock clock;
    Simulator simulator{clock};
    m_options.messagesPerSecond = 3;
    ASSERT_TRUE(simulator.start(m_options));
    GraphClient client{simulator};
    for (int i = 0; i < 3; ++i)
        ASSERT_EQ(client.send(helloWorld()).status, 200);

    const GraphReply refused = client.send(helloWorld());
    clock.advance(1s);
    const GraphReply later = client.send(helloWorld());

    EXPECT_EQ(refused.status, 400);
    EXPECT_EQ(refused.errorCode(), 130429);
    EXPECT_EQ(later.status, 200);
}

TEST_F(SendingTest, refusesTooManyMessagesToOnePerson)
{
    m_options.messagesPerSecond = 0;
    start();
    for (int i = 0; i < 45; ++i)
        ASSERT_EQ(m_client->send(helloWorld()).status, 200);

    EXPECT_EQ(m_client->send(helloWorld()).errorCode(), 131056);
    EXPECT_EQ(m_client->send(helloWorld(u"+919812340002"_s)).status, 200);
}

TEST_F(SendingTest, aFaultRefusesWithItsOwnStatusAndCode)
{
    m_options.faults =
        *parseFaults(R"([{"to": "+9199*", "times": 1, "then": {"status": 503, "code": 131016}}])");
    start();

    const GraphReply refused = m_client->send(helloWorld(u"+919900000001"_s));
    const GraphReply afterwards = m_client->send(helloWorld(u"+919900000001"_s));

    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.errorCode(), 131016);
    EXPECT_EQ(afterwards.status, 200);
}

TEST_F(SendingTest, aDropBeforeClosesAndAcceptsNothing)
{
    m_options.faults = *parseFaults(R"([{"to": "+919900000001", "then": {"drop": "before"}}])");
    start();

    const GraphReply reply = m_client->send(helloWorld(u"+919900000001"_s));

    EXPECT_EQ(reply.status, 0);
    EXPECT_NE(reply.problem, QNetworkReply::NoError);
    EXPECT_EQ(m_simulator.acceptedMessageCount(), 0);
    EXPECT_EQ(m_simulator.journal().front().verdict, RequestVerdict::DroppedBefore);
    EXPECT_TRUE(m_simulator.journal().front().messageId.isEmpty());
}

TEST_F(SendingTest, aDropAfterAcceptsAndClosesWithoutAnAnswer)
{
    m_options.faults = *parseFaults(R"([{"to": "+919900000001", "then": {"drop": "after"}}])");
    start();

    const GraphReply reply = m_client->send(helloWorld(u"+919900000001"_s, u"attempt-1"_s));

    const JournalEntry entry = m_simulator.journal().front();
    EXPECT_EQ(reply.status, 0);
    EXPECT_GE(m_simulator.acceptedMessageCount(), 1); // a client may post again by itself
    EXPECT_EQ(entry.verdict, RequestVerdict::DroppedAfter);
    EXPECT_EQ(entry.opaque, u"attempt-1"_s);
    EXPECT_TRUE(entry.messageId.startsWith(u"wamid."_s));
}

TEST_F(SendingTest, aFaultMayAnswerLateOrWithRawText)
{
    m_options.faults = *parseFaults(R"([
        {"to": "+919900000001", "then": {"delay_ms": 150}},
        {"to": "+919900000002", "then": {"body": "<html>Bad Gateway</html>", "status": 502}},
        {"to": "+919900000003", "then": {"body": "{\"messages\":", "status": 200}}])");
    start();
    QElapsedTimer timer;
    timer.start();

    const GraphReply late = m_client->send(helloWorld(u"+919900000001"_s));
    const qint64 elapsed = timer.elapsed();
    const GraphReply raw = m_client->send(helloWorld(u"+919900000002"_s));
    const GraphReply truncated = m_client->send(helloWorld(u"+919900000003"_s));

    EXPECT_EQ(late.status, 200);
    EXPECT_GE(elapsed, 150);
    EXPECT_EQ(raw.status, 502);
    EXPECT_EQ(raw.body, "<html>Bad Gateway</html>");
    EXPECT_EQ(truncated.body, "{\"messages\":");
    const std::vector<JournalEntry> journal = m_simulator.journal();
    EXPECT_EQ(journal[1].verdict, RequestVerdict::Refused);
    EXPECT_EQ(journal[2].verdict, RequestVerdict::Accepted);
}

TEST_F(SendingTest, theJournalTellsEveryRequest)
{
    QTemporaryDir folder;
    m_options.journalFile = folder.filePath(u"journal.jsonl"_s);
    std::atomic<int> told{0};
    m_options.onRequest = [&told](const JournalEntry &) { ++told; };
    start();

    const GraphReply accepted = m_client->send(helloWorld(u"+919812340001"_s, u"a1"_s));
    m_client->send(templateMessage(u"none"_s, u"en_US"_s, {}, u"+919812340002"_s));
    m_client->get(m_simulator.phoneNumberId());

    QFile file{m_options.journalFile};
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().trimmed().split('\n');
    ASSERT_EQ(lines.size(), 3);
    const QJsonObject first = QJsonDocument::fromJson(lines[0]).object();
    EXPECT_EQ(first[u"seq"].toInt(), 1);
    EXPECT_EQ(first[u"method"].toString(), u"POST"_s);
    EXPECT_EQ(first[u"path"].toString(), u"/v26.0/%1/messages"_s.arg(m_simulator.phoneNumberId()));
    EXPECT_EQ(first[u"to"].toString(), u"+919812340001"_s);
    EXPECT_EQ(first[u"opaque"].toString(), u"a1"_s);
    EXPECT_EQ(first[u"verdict"].toString(), u"accepted"_s);
    EXPECT_EQ(first[u"message_id"].toString(), accepted.messageId());
    EXPECT_TRUE(first[u"code"].isNull());
    const QJsonObject second = QJsonDocument::fromJson(lines[1]).object();
    EXPECT_EQ(second[u"verdict"].toString(), u"refused"_s);
    EXPECT_EQ(second[u"code"].toInt(), 132001);
    EXPECT_TRUE(second[u"message_id"].isNull());
    EXPECT_TRUE(QJsonDocument::fromJson(lines[2]).object()[u"to"].isNull());
    EXPECT_EQ(told, 3);
}

TEST_F(SendingTest, latencyDoesNotLimitThroughput)
{
    constexpr int kConnections = 400;
    m_options.latency = 200ms;
    m_options.messagesPerSecond = 0;
    start();
    const QUrl url{m_simulator.url()};
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < kConnections; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(QHostAddress{url.host()}, quint16(url.port()));
        ASSERT_TRUE(sockets.back()->waitForConnected(2000));
    }
    QElapsedTimer timer;
    timer.start();

    for (int i = 0; i < kConnections; ++i) {
        const QByteArray body =
            QJsonDocument{helloWorld(u"+9198%1"_s.arg(10'000'000 + i))}.toJson(QJsonDocument::Compact);
        sockets[std::size_t(i)]->write("POST /v26.0/" + m_simulator.phoneNumberId().toLatin1()
                                       + "/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                                       + m_simulator.token().toLatin1() + "\r\nContent-Length: "
                                       + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        sockets[std::size_t(i)]->flush();
    }
    for (const auto &socket : sockets) {
        QByteArray answer;
        while (!answer.contains("wamid.") && socket->waitForReadyRead(2000))
            answer += socket->readAll();
        ASSERT_TRUE(answer.startsWith("HTTP/1.1 200"));
    }

    EXPECT_GE(timer.elapsed(), 200);
    EXPECT_LT(timer.elapsed(), 1500); // one after the other they would need 80 seconds
    EXPECT_EQ(m_simulator.acceptedMessageCount(), kConnections);
}

TEST_F(SendingTest, stopsWhileAnswersAreDelayed)
{
    m_options.faults = *parseFaults(R"([{"to": "*", "then": {"delay_ms": 60000}}])");
    start();
    QNetworkAccessManager network;
    QNetworkRequest request{
        QUrl{m_simulator.url() + u"/v26.0/%1/messages"_s.arg(m_simulator.phoneNumberId())}};
    request.setRawHeader("Authorization", "Bearer " + m_simulator.token().toLatin1());
    request.setRawHeader("Content-Type", "application/json");
    const std::unique_ptr<QNetworkReply> reply{network.post(request, QJsonDocument{helloWorld()}.toJson())};
    QElapsedTimer timer;
    timer.start();
    while (m_simulator.acceptedMessageCount() == 0 && timer.elapsed() < 2000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    ASSERT_EQ(m_simulator.acceptedMessageCount(), 1);

    m_simulator.stop();

    EXPECT_LT(timer.elapsed(), 2000);
}
