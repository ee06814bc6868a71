#include "cli/cliworld.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QThread>

using namespace Qt::StringLiterals;
using ::testing::IsEmpty;
using ::testing::Not;

// Who was erased: nothing of them stays and nothing goes to them, through the real program and the real
// client against a Graph API on loopback.

namespace {

constexpr auto kPerson = "34600000002"; ///< of writePeople
const QString kName = u"Žofie Dvořáková"_s;
const QString kWords = u"Zavolejte mi večer, prosím"_s;

QByteArray escapedAsJson(const QString &text)
{
    QByteArray escaped;
    for (const QChar c : text)
        escaped += c.unicode() < 0x80 ? QByteArray(1, char(c.unicode()))
                                      : "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    return escaped;
}

std::vector<QByteArray> encodingsOf(const QString &text)
{
    QByteArray utf16;
    QByteArray utf16Swapped;
    for (const QChar c : text) {
        utf16.append(char(c.unicode() & 0xff)).append(char(c.unicode() >> 8));
        utf16Swapped.append(char(c.unicode() >> 8)).append(char(c.unicode() & 0xff));
    }
    return {text.toUtf8(), escapedAsJson(text), utf16, utf16Swapped};
}

/// Four people, one of whom wrote back.
class ErasedPeopleTest : public testing::Test
{
protected:
    ErasedPeopleTest()
    {
        world.startSimulator({u"--limit"_s, u"500/s"_s});
        world.connect();
        people = world.writeFile(u"people.csv"_s,
                                 "name,phone,package,price\n"
                                 "Ana,+34600000001,Lisbon,419\n"
                                     + kName.toUtf8()
                                     + ",+34600000002,Lisbon,420\n"
                                       "Cid,+34600000003,Lisbon,421\n"
                                       "Dot,+34600000004,Lisbon,422\n");
    }

    qint64 campaign(const QString &rate = u"max"_s) const { return world.createCampaign(people, rate); }

    QJsonObject recipient(qint64 id) const
    {
        return world
            .json({u"campaign"_s, u"recipients"_s, QString::number(id), u"--search"_s, u"600000002"_s})
            .json();
    }

    CliResult send(qint64 id) const
    {
        return world.json({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});
    }

    /// What Meta posts when the person reads and answers.
    void readAndAnswer(qint64 id) const
    {
        const QByteArray message = recipient(id)[u"message_id"_s].toString().toUtf8();
        const QByteArray value =
            R"({"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
                "messaging_product":"whatsapp","metadata":{"display_phone_number":"15550001","phone_number_id":")"
            + world.simulator()[u"phone_number_id"_s].toString().toUtf8() + R"("},)";
        const QByteArray read = value + R"("statuses":[{"id":")" + message
            + R"(","status":"read","timestamp":"1790000000","recipient_id":"34600000002"}]}}]}]})";
        const QByteArray answer = value + R"("contacts":[{"profile":{"name":")" + escapedAsJson(kName)
            + R"("},"wa_id":"34600000002"}],"messages":[{"from":"34600000002","id":"wamid.IN1",)"
              R"("timestamp":"1790000001","type":"text","text":{"body":")"
            + escapedAsJson(kWords) + R"("},"context":{"id":")" + message + R"("}}]}}]}]})";
        for (const QByteArray &body : {read, answer}) {
            const CliResult told = world.json({u"webhook"_s, u"ingest"_s, u"-"_s}, body);
            EXPECT_EQ(told.exitCode, 0) << told.out.toStdString();
        }
    }

    CliResult erase() const { return world.json({u"contact"_s, u"erase"_s, u"+34 600 000 002"_s}); }

    /// Files of the computer, but for those that the tests wrote and Meta's own journal, in which anything of
    /// the person stands.
    QStringList traces() const
    {
        QStringList told{kName, kName.toUpper(), kWords};
        for (const QString &separator : {u""_s, u" "_s, u"-"_s, u"."_s})
            told << QStringList{u"600"_s, u"000"_s, u"002"_s}.join(separator)
                 << QStringList{u"600"_s, u"00"_s, u"00"_s, u"02"_s}.join(separator);
        QStringList found;
        QDirIterator files{world.path(u"."_s), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories};
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.endsWith(u"people.csv"_s) || path.endsWith(u"journal.jsonl"_s))
                continue;
            const QByteArray content = world.readFile(path);
            for (const QString &text : std::as_const(told)) {
                for (const QByteArray &encoded : encodingsOf(text)) {
                    if (content.contains(encoded))
                        found << path + u": "_s + text;
                }
            }
        }
        return found;
    }

    int postedToThePerson() const
    {
        const QList<PostedTo> posted = world.posted();
        return static_cast<int>(std::count_if(posted.begin(), posted.end(), [](const PostedTo &post) {
            return post.to.endsWith(QLatin1String{kPerson});
        }));
    }

    CliWorld world;
    QString people;
};

} // namespace

TEST_F(ErasedPeopleTest, anErasedPersonIsNowhereInTheWorkspaceAndTheFiguresStay)
{
    const qint64 id = campaign();
    ASSERT_EQ(send(id).exitCode, 0);
    readAndAnswer(id);
    ASSERT_THAT(traces(), Not(IsEmpty()));
    const QJsonObject before = world.campaign(id)[u"counts"_s].toObject();
    ASSERT_EQ(before[u"responded"_s].toInt(), 1);

    const CliResult erased = erase();

    EXPECT_EQ(erased.exitCode, 0) << erased.out.toStdString();
    EXPECT_EQ(erased.json()[u"changed"_s].toInt(), 1);
    EXPECT_TRUE(erased.json()[u"complete"_s].toBool());
    EXPECT_THAT(traces(), IsEmpty());
    EXPECT_EQ(world.campaign(id)[u"counts"_s].toObject(), before);
    EXPECT_EQ(world.json({u"workspace"_s, u"check"_s}).json()[u"ok"_s], true);
    EXPECT_EQ(world.json({u"contact"_s, u"show"_s, u"+34600000002"_s}).exitCode, 4);
    EXPECT_EQ(world.json({u"campaign"_s, u"recipients"_s, QString::number(id)}).lines().size(), 4);
}

TEST_F(ErasedPeopleTest, anErasedPersonWhoComesAgainLeavesNoTrace)
{
    const qint64 id = campaign();
    ASSERT_EQ(send(id).exitCode, 0);
    readAndAnswer(id);
    ASSERT_EQ(erase().exitCode, 0);

    const CliResult imported = world.json({u"contact"_s, u"import"_s, people});
    const qint64 again = campaign();
    world.json({u"campaign"_s, u"add"_s, QString::number(again), u"--phone"_s, u"+34600000002"_s, u"--var"_s,
                u"package=x"_s, u"--var"_s, u"price=1"_s});
    const CliResult optedOut = world.json({u"contact"_s, u"opt-out"_s, u"+34600000002"_s});
    ASSERT_EQ(send(again).exitCode, 0);
    const QByteArray told =
        R"({"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
            "messaging_product":"whatsapp","contacts":[{"profile":{"name":")"
        + escapedAsJson(kName)
        + R"("},"wa_id":"34600000002"}],"messages":[{"from":"34600000002","id":"wamid.IN2",)"
          R"("timestamp":"1890000001","type":"text","text":{"body":")"
        + escapedAsJson(kWords) + R"("}}]}}]}]})";
    const CliResult ingested = world.json({u"webhook"_s, u"ingest"_s, u"-"_s}, told);

    EXPECT_EQ(imported.json()[u"opted_out"_s].toInt(), 1);
    EXPECT_EQ(world.campaign(again)[u"counts"_s][u"total"_s].toInt(), 3);
    EXPECT_EQ(optedOut.exitCode, 0);
    EXPECT_FALSE(ingested.json()[u"events"_s][0][u"applied"_s].toBool());
    EXPECT_EQ(postedToThePerson(), 1) << "the message of before";
    EXPECT_THAT(traces(), IsEmpty());
}

TEST_F(ErasedPeopleTest, erasingWhileAnEngineSendsStopsNothingAndIsCompletedByIt)
{
    const qint64 id = campaign(u"20/min"_s);
    world.json({u"campaign"_s, u"send"_s, QString::number(id)});
    const std::unique_ptr<QProcess> engine = world.start({u"campaign"_s, u"run"_s});
    QElapsedTimer timer;
    timer.start();
    while (world.posted().isEmpty() && timer.elapsed() < 20'000)
        QThread::msleep(50);
    ASSERT_EQ(world.posted().size(), 1);

    const CliResult erased = erase();

    EXPECT_EQ(erased.exitCode, 0);
    EXPECT_FALSE(erased.json()[u"complete"_s].toBool());
    EXPECT_EQ(world.json({u"contact"_s, u"show"_s, u"+34600000002"_s}).exitCode, 4);
    world.json({u"campaign"_s, u"pause"_s, QString::number(id)});
    while (!traces().isEmpty() && timer.elapsed() < 60'000)
        QThread::msleep(200);
    EXPECT_THAT(traces(), IsEmpty());
    EXPECT_EQ(engine->state(), QProcess::Running);
    world.json({u"campaign"_s, u"update"_s, QString::number(id), u"--rate"_s, u"max"_s});
    world.json({u"campaign"_s, u"resume"_s, QString::number(id)});
    while (world.campaign(id)[u"status"_s] != u"completed"_s && timer.elapsed() < 120'000)
        QThread::msleep(200);
    EXPECT_EQ(world.campaign(id)[u"status"_s], u"completed"_s);
    EXPECT_LE(postedToThePerson(), 1) << "it may have been on its way";
    engine->terminate();
    EXPECT_EQ(CliWorld::awaitEnd(*engine).exitCode, 130);
    EXPECT_EQ(world.json({u"workspace"_s, u"check"_s}).json()[u"ok"_s], true);
}
