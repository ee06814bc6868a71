#include "cli/cliworld.h"
#include "http/rawclient.h"

#include <gtest/gtest.h>

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

const QString kAisha = u"+447700900318"_s;

/// A workspace with the simulator behind it, into which people write.
class InboxContractTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        world.startSimulator();
        world.connect();
    }

    /// One body of Meta's: Aisha writes so many hours ago.
    QByteArray bodyOf(QJsonObject message, int hoursAgo = 0)
    {
        const qint64 at = QDateTime::currentSecsSinceEpoch() - qint64{hoursAgo} * 3600 + ++m_heard;
        message[u"from"_s] = kAisha.mid(1);
        message[u"id"_s] = u"wamid.in.%1"_s.arg(m_heard);
        message[u"timestamp"_s] = QString::number(at);
        return R"({"object":"whatsapp_business_account","entry":[{"id":"396150742286113","changes":[
                {"field":"messages","value":{"messaging_product":"whatsapp",
                 "metadata":{"phone_number_id":"418700231459906"},
                 "contacts":[{"profile":{"name":"Aisha Rahman"},"wa_id":"447700900318"}],"messages":[)"
            + QJsonDocument{message}.toJson(QJsonDocument::Compact) + "]}}]}]}";
    }
    CliResult hear(const QJsonObject &message, int hoursAgo = 0)
    {
        return world.json({u"webhook"_s, u"ingest"_s, u"-"_s, u"--unsigned"_s}, bodyOf(message, hoursAgo));
    }
    CliResult hearText(const QString &text, int hoursAgo = 0)
    {
        QJsonObject content;
        content[u"body"_s] = text;
        QJsonObject message;
        message[u"type"_s] = u"text"_s;
        message[u"text"_s] = content;
        return hear(message, hoursAgo);
    }

    /// What the simulator has to hand out, as Meta has what people sent; its id.
    QString putAtMeta(const QByteArray &content)
    {
        const QByteArray form =
            "--xyz\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"
            "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n"
            "Content-Type: image/png\r\n\r\n"
            + content + "\r\n--xyz--\r\n";
        const QJsonObject &facts = world.simulator();
        RawClient client{static_cast<quint16>(QUrl{facts[u"listening"_s].toString()}.port())};
        client.send("POST /v25.0/" + facts[u"phone_number_id"_s].toString().toLatin1()
                    + "/media HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + facts[u"token"_s].toString().toLatin1()
                    + "\r\nContent-Type: multipart/form-data; boundary=xyz\r\nContent-Length: "
                    + QByteArray::number(form.size()) + "\r\n\r\n" + form);
        const QByteArray answer = client.readAnswer();
        return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4))[u"id"_s].toString();
    }

    CliResult inbox(const QStringList &words) const { return world.json(QStringList{u"inbox"_s} + words); }

    CliWorld world;
    int m_heard = 0;
};

} // namespace

TEST_F(InboxContractTest, listTellsMessagesInAndOutInTheFormOfTheContract)
{
    hearText(u"Is the sea-view room still free?"_s);
    hearText(u"STOP"_s);
    inbox({u"reply"_s, kAisha, u"--text"_s, u"Yes"_s}); // refused: not a message

    const QList<QJsonObject> lines = inbox({u"list"_s}).lines();

    ASSERT_EQ(lines.size(), 2);
    EXPECT_EQ(lines[0].keys(),
              (QStringList{u"at"_s, u"campaign_id"_s, u"cursor"_s, u"direction"_s, u"in_reply_to"_s,
                           u"message_id"_s, u"opt_out"_s, u"phone"_s, u"text"_s, u"type"_s, u"user_id"_s}));
    EXPECT_EQ(lines[0][u"direction"_s], u"in"_s);
    EXPECT_EQ(lines[0][u"phone"_s], kAisha);
    EXPECT_EQ(lines[0][u"text"_s], u"Is the sea-view room still free?"_s);
    EXPECT_EQ(lines[0][u"message_id"_s], u"wamid.in.1"_s);
    EXPECT_TRUE(lines[0][u"in_reply_to"_s].isNull());
    EXPECT_TRUE(lines[0][u"campaign_id"_s].isNull());
    EXPECT_EQ(lines[0][u"opt_out"_s], false);
    EXPECT_EQ(lines[1][u"opt_out"_s], true);
    EXPECT_EQ(inbox({u"list"_s, u"--after"_s, lines[0][u"cursor"_s].toString()}).lines().size(), 1);
    EXPECT_EQ(inbox({u"list"_s, u"--limit"_s, u"1"_s}).lines().size(), 1);
    EXPECT_EQ(inbox({u"list"_s, u"--phone"_s, u"+34600000001"_s}).lines().size(), 0);
    EXPECT_EQ(inbox({u"list"_s, u"--after"_s, u"x"_s}).exitCode, 2);
}

TEST_F(InboxContractTest, replyIsSentAndStandsInTheConversation)
{
    hearText(u"Is the sea-view room still free?"_s);

    const CliResult replied = inbox(
        {u"reply"_s, kAisha, u"--text"_s, u"Hello Aisha, yes 🌴"_s, u"--in-reply-to"_s, u"wamid.in.1"_s});

    ASSERT_EQ(replied.exitCode, 0) << replied.out.toStdString() << replied.err.toStdString();
    EXPECT_EQ(replied.json().keys(), QStringList{u"message_id"_s});
    ASSERT_EQ(world.posted().size(), 1);
    EXPECT_EQ(world.posted()[0].to, kAisha);
    const QJsonObject last = inbox({u"list"_s}).lines().last();
    EXPECT_EQ(last[u"direction"_s], u"out"_s);
    EXPECT_EQ(last[u"message_id"_s], replied.json()[u"message_id"_s]);
    EXPECT_EQ(last[u"in_reply_to"_s], u"wamid.in.1"_s);
    const QJsonObject shown = inbox({u"show"_s, kAisha}).json();
    EXPECT_EQ(shown[u"name"_s], u"Aisha Rahman"_s);
    EXPECT_EQ(shown[u"window_open"_s], true);
    EXPECT_EQ(shown[u"unanswered"_s], false);
    EXPECT_EQ(shown[u"messages"_s][1][u"status"_s], u"sent"_s);
    EXPECT_EQ(shown[u"messages"_s][1][u"text"_s], u"Hello Aisha, yes 🌴"_s);
}

TEST_F(InboxContractTest, aDayAfterTheLastWordOnlyATemplateIsSent)
{
    hearText(u"Hello"_s, 25);

    const CliResult text = inbox({u"reply"_s, kAisha, u"--text"_s, u"Still there?"_s});
    const CliResult templated =
        inbox({u"reply"_s, kAisha, u"--template"_s, u"tour_package_marketing"_s, u"--language"_s, u"en_US"_s,
               u"--var"_s, u"1=Goa"_s, u"--var"_s, u"2=£1,149"_s});

    EXPECT_EQ(text.exitCode, 5);
    EXPECT_EQ(text.errorKind(), u"window_closed"_s);
    EXPECT_EQ(templated.exitCode, 0) << templated.out.toStdString();
    EXPECT_EQ(world.posted().size(), 1) << "the refused one never left";
    EXPECT_EQ(inbox({u"show"_s, kAisha}).json()[u"window_open"_s], false);
}

// "WhatsApp told me not to send her offers for a day, and then let me do just that."
TEST_F(InboxContractTest, whomWhatsAppHoldsOffersBackFromIsSaidTillWhen)
{
    hearText(u"Hello"_s, 25);
    const QStringList offer{u"reply"_s,      kAisha,       u"--template"_s, u"tour_package_marketing"_s,
                            u"--language"_s, u"en_US"_s,   u"--var"_s,      u"1=Goa"_s,
                            u"--var"_s,      u"2=£1,149"_s};
    const QString sent = inbox(offer).json()[u"message_id"_s].toString();
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    world.json({u"webhook"_s, u"ingest"_s, u"-"_s, u"--unsigned"_s},
               R"({"object":"whatsapp_business_account","entry":[{"id":"396150742286113","changes":[
                {"field":"messages","value":{"messaging_product":"whatsapp",
                 "metadata":{"phone_number_id":"418700231459906"},"statuses":[{"id":")"
                   + sent.toUtf8() + R"(","status":"failed","timestamp":")" + QByteArray::number(now)
                   + R"(","errors":[{"code":131049}]}]}}]}]})");

    const CliResult again = inbox(offer);

    EXPECT_FALSE(sent.isEmpty());
    EXPECT_EQ(again.exitCode, 5);
    EXPECT_EQ(again.errorKind(), u"marketing_held"_s);
    const QString until =
        QLocale::c().toString(QDateTime::fromSecsSinceEpoch(now + 24 * 3600), QLocale::ShortFormat);
    EXPECT_TRUE(again.json()[u"error"_s][u"message"_s].toString().contains(until)
                || again.err.contains(until.toUtf8()))
        << again.out.toStdString() << again.err.toStdString();
    EXPECT_EQ(world.posted().size(), 1);
}

TEST_F(InboxContractTest, whoOptedOutIsNotAnswered)
{
    hearText(u"STOP"_s);

    const CliResult refused = inbox({u"reply"_s, kAisha, u"--text"_s, u"One more thing"_s});

    EXPECT_EQ(refused.exitCode, 5);
    EXPECT_EQ(refused.errorKind(), u"opted_out"_s);
    EXPECT_TRUE(world.posted().isEmpty());
    EXPECT_EQ(inbox({u"show"_s, kAisha}).json()[u"suppressed"_s], true);
}

TEST_F(InboxContractTest, aDocumentIsUploadedAndSent)
{
    hearText(u"Where are my tickets?"_s);
    const QString file = world.writeFile(u"Tickets.pdf"_s, "%PDF-1.7 tickets");

    const CliResult sent = inbox({u"reply"_s, kAisha, u"--media"_s, file, u"--text"_s, u"Here"_s});
    const CliResult wrong = inbox({u"reply"_s, kAisha, u"--media"_s, world.writeFile(u"x.gif"_s, "GIF89a")});

    ASSERT_EQ(sent.exitCode, 0) << sent.out.toStdString() << sent.err.toStdString();
    const QJsonObject shown = inbox({u"show"_s, kAisha}).json()[u"messages"_s][1].toObject();
    EXPECT_EQ(shown[u"type"_s], u"document"_s);
    EXPECT_EQ(shown[u"text"_s], u"Here"_s);
    EXPECT_EQ(shown[u"media"_s][u"name"_s], u"Tickets.pdf"_s);
    EXPECT_TRUE(QFile::exists(shown[u"media"_s][u"path"_s].toString()));
    EXPECT_EQ(wrong.exitCode, 3);
    EXPECT_EQ(wrong.errorKind(), u"media_type"_s);
}

TEST_F(InboxContractTest, whatMetaRefusesIsToldWithItsCode)
{
    hearText(u"Hello"_s);
    CliWorld other;
    other.startSimulator(
        {u"--faults"_s,
         other.writeFile(u"faults.json"_s,
                         R"([{"to": "*", "times": null, "then": {"status": 400, "code": 131026}}])")});

    const CliResult unconfirmed = [&] {
        world.json({u"account"_s, u"set"_s, u"--phone-number-id"_s, u"418700231459906"_s, u"--waba-id"_s,
                    u"396150742286113"_s, u"--api-base"_s, other.simulator()[u"listening"_s].toString()});
        world.setEnvironment(u"FANFARE_TOKEN"_s, other.simulator()[u"token"_s].toString());
        return inbox({u"reply"_s, kAisha, u"--text"_s, u"Hi"_s});
    }();

    EXPECT_EQ(unconfirmed.exitCode, 6);
    EXPECT_EQ(unconfirmed.errorKind(), u"131026"_s);
    EXPECT_EQ(inbox({u"show"_s, kAisha}).json()[u"messages"_s][1][u"status"_s], u"failed"_s);
    EXPECT_EQ(inbox({u"show"_s, kAisha}).json()[u"unanswered"_s], true);
}

TEST_F(InboxContractTest, anAnswerWhoseFateIsUnknownIsNotSentAgain)
{
    hearText(u"Hello"_s);
    CliWorld other;
    other.startSimulator(
        {u"--faults"_s,
         other.writeFile(u"faults.json"_s, R"([{"to": "*", "times": 1, "then": {"drop": "after"}}])")});
    world.json({u"account"_s, u"set"_s, u"--phone-number-id"_s, u"418700231459906"_s, u"--waba-id"_s,
                u"396150742286113"_s, u"--api-base"_s, other.simulator()[u"listening"_s].toString()});
    world.setEnvironment(u"FANFARE_TOKEN"_s, other.simulator()[u"token"_s].toString());

    const CliResult unconfirmed = inbox({u"reply"_s, kAisha, u"--text"_s, u"Hi"_s});
    world.json({u"campaign"_s, u"run"_s, u"--until-idle"_s});

    EXPECT_EQ(unconfirmed.exitCode, 6);
    EXPECT_EQ(unconfirmed.errorKind(), u"unconfirmed"_s);
    EXPECT_EQ(other.posted().size(), 1);
    EXPECT_EQ(inbox({u"show"_s, kAisha}).json()[u"messages"_s][1][u"status"_s], u"unconfirmed"_s);
}

TEST_F(InboxContractTest, readIsToldToMetaOnce)
{
    hearText(u"One"_s);
    hearText(u"Two"_s);

    const CliResult first = inbox({u"read"_s, kAisha});
    const CliResult again = inbox({u"read"_s, kAisha});

    ASSERT_EQ(first.exitCode, 0) << first.out.toStdString();
    EXPECT_EQ(first.json(),
              (QJsonObject{
                  {u"read"_s, 2   },
                  {u"told"_s, true}
    }));
    EXPECT_EQ(again.json()[u"read"_s], 0);
    EXPECT_EQ(inbox({u"show"_s, kAisha}).json()[u"unread"_s], 0);
    EXPECT_EQ(world.posted().size(), 1) << "the simulator's journal tells of the mark too";
}

TEST_F(InboxContractTest, readTellsTheTruthWhereAFileCannotBeFetched)
{
    QJsonObject image;
    image[u"id"_s] = u"90000000000000000"_s;
    QJsonObject message;
    message[u"type"_s] = u"image"_s;
    message[u"image"_s] = image;
    hear(message);

    const CliResult read = inbox({u"read"_s, kAisha});

    EXPECT_EQ(read.json()[u"told"_s], true) << read.err.toStdString();
    EXPECT_TRUE(read.err.isEmpty());
}

TEST_F(InboxContractTest, aPictureIsFetchedWhereTheWebhookArrives)
{
    const QByteArray picture = "\x89PNG\r\n\x1A\n a room with a view";
    const QString mediaId = putAtMeta(picture);
    world.setEnvironment(u"FANFARE_APP_SECRET"_s, u"s3cret"_s);
    const std::unique_ptr<QProcess> serving =
        world.start({u"webhook"_s, u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s});
    const QUrl url{CliWorld::nextLine(*serving)[u"listening"_s].toString()};
    QJsonObject image;
    image[u"id"_s] = mediaId;
    image[u"mime_type"_s] = u"image/png"_s;
    image[u"caption"_s] = u"Our room"_s;
    QJsonObject message;
    message[u"type"_s] = u"image"_s;
    message[u"image"_s] = image;

    RawClient client{static_cast<quint16>(url.port())};
    const QByteArray body = bodyOf(message);
    client.send("POST /webhook HTTP/1.1\r\nHost: localhost\r\nX-Hub-Signature-256: sha256="
                + QMessageAuthenticationCode::hash(body, "s3cret", QCryptographicHash::Sha256).toHex()
                + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    EXPECT_EQ(client.readAnswer().mid(9, 3), "200");
    QJsonObject media;
    for (int look = 0; look < 50 && media[u"path"_s].isNull(); ++look)
        media = inbox({u"show"_s, kAisha}).json()[u"messages"_s][0][u"media"_s].toObject();
    serving->terminate();
    CliWorld::awaitEnd(*serving);

    EXPECT_EQ(world.readFile(media[u"path"_s].toString()), picture);
}

TEST_F(InboxContractTest, whoNeverWroteHasNoConversationAndWrongWordsAreUsageErrors)
{
    EXPECT_EQ(inbox({u"show"_s, kAisha}).exitCode, 4);
    EXPECT_EQ(inbox({u"show"_s, kAisha}).errorKind(), u"no_conversation"_s);
    EXPECT_EQ(inbox({u"read"_s, kAisha}).exitCode, 4);
    EXPECT_EQ(inbox({u"reply"_s, kAisha}).exitCode, 2);
    EXPECT_EQ(inbox({u"reply"_s, kAisha, u"--text"_s, u"x"_s, u"--template"_s, u"y"_s}).exitCode, 2);
    EXPECT_EQ(inbox({u"reply"_s, kAisha, u"--template"_s, u"y"_s}).exitCode, 2);
    EXPECT_EQ(inbox({u"reply"_s, kAisha, u"--text"_s, u" "_s}).errorKind(), u"empty_text"_s);
    EXPECT_EQ(inbox({u"reply"_s, kAisha, u"--text"_s, u"Hi"_s}).errorKind(), u"window_closed"_s);
}

TEST_F(InboxContractTest, exportWritesConversationsWithARowForEachMessage)
{
    hearText(u"Is the sea-view room, \"the blue one\", still free?"_s);
    hearText(u"=HYPERLINK(\"http://evil\")"_s);
    inbox({u"reply"_s, kAisha, u"--text"_s, u"Yes"_s});
    const QString file = world.path(u"talks.csv"_s);

    const CliResult all = inbox({u"export"_s, u"--output"_s, file});

    ASSERT_EQ(all.exitCode, 0) << all.out.toStdString();
    EXPECT_EQ(all.json(),
              (QJsonObject{
                  {u"conversations"_s, 1   },
                  {u"path"_s,          file},
                  {u"rows"_s,          3   }
    }));
    const QList<QByteArray> rows = world.readFile(file).split('\n');
    EXPECT_TRUE(rows[0].startsWith("phone,user_id,name,at,direction,type,text,")) << rows[0].constData();
    EXPECT_TRUE(rows[1].startsWith("+447700900318,,Aisha Rahman,"));
    EXPECT_TRUE(rows[1].contains(",in,text,\"Is the sea-view room, \"\"the blue one\"\", still free?\","));
    EXPECT_TRUE(rows[2].contains("'=HYPERLINK")) << "a spreadsheet runs nothing";
    EXPECT_TRUE(rows[3].contains(",out,text,Yes,,,,sent,")) << rows[3].constData();
}

TEST_F(InboxContractTest, exportPicksByPersonFilterAndSearch)
{
    hearText(u"Hello"_s);
    const auto rows = [this](const QStringList &words) -> QJsonValue {
        return inbox(QStringList{u"export"_s, u"--output"_s, world.path(u"x.csv"_s)} + words)
            .json()[u"rows"_s];
    };
    const auto exitCode = [this](const QStringList &words) {
        return inbox(QStringList{u"export"_s} + words).exitCode;
    };
    const QStringList output{u"--output"_s, world.path(u"y.csv"_s)};

    EXPECT_EQ(rows({kAisha}), 1);
    EXPECT_EQ(rows({kAisha, u"+44 7700 900318"_s, u"00447700900318"_s}), 1) << "one person, written twice";
    EXPECT_EQ(rows({u"--only"_s, u"unanswered"_s, u"--search"_s, u"aisha"_s}), 1);
    EXPECT_EQ(rows({u"--only"_s, u"opt-outs"_s}), 0);
    EXPECT_EQ(rows({u"--search"_s, u"nothing like it"_s}), 0);
    EXPECT_EQ(exitCode(QStringList{u"+34600000001"_s} + output), 4);
    EXPECT_EQ(exitCode(QStringList{kAisha, u"--only"_s, u"unread"_s} + output), 2);
    EXPECT_EQ(exitCode(QStringList{u"--only"_s, u"friends"_s} + output), 2);
    EXPECT_EQ(exitCode({kAisha}), 2) << "it must be said where to";
    EXPECT_FALSE(QFile::exists(world.path(u"y.csv"_s)));
}
