#include "cli/cliworld.h"
#include "storage/sql.h"
#include "workspace/session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QThread>

using namespace Qt::StringLiterals;
using ::testing::IsEmpty;
using ::testing::Not;

// Who was erased or does not want messages: nothing of the one stays, and nothing goes to either, through the
// real program and the real client against a Graph API on loopback.

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

TEST_F(ErasedPeopleTest, nothingIsSentToWhoOptedOutWhereverTheNumberComesFrom)
{
    const qint64 earlier = campaign();
    const qint64 armed = campaign(); // is sending, and no engine runs yet
    world.json({u"contact"_s, u"import"_s, people, u"--map"_s, u"attr:1=package"_s, u"--map"_s,
                u"attr:2=price"_s, u"--tag"_s, u"vip"_s});
    world.json({u"segment"_s, u"create"_s, u"VIPs"_s, u"--rule"_s, u"tag = vip"_s});
    ASSERT_EQ(
        world
            .json({u"campaign"_s, u"recurring"_s, u"set"_s, QString::number(earlier), u"--every"_s, u"day"_s,
                   u"--at"_s, u"10:00"_s, u"--make"_s, u"send"_s, u"--from-segment"_s, u"VIPs"_s})
            .exitCode,
        0);
    ASSERT_EQ(world.json({u"campaign"_s, u"send"_s, QString::number(armed)}).exitCode, 0);
    ASSERT_EQ(world.json({u"contact"_s, u"opt-out"_s, u"+34600000002"_s}).exitCode, 0);

    QList<qint64> campaigns{earlier, campaign()}; // in a draft already, and from a file
    const auto create = [&](const QStringList &options) {
        return world
            .json(QStringList{u"campaign"_s, u"create"_s, u"--name"_s, u"Again"_s, u"--template"_s,
                              u"tour_package_marketing"_s, u"--language"_s, u"en_US"_s, u"--rate"_s, u"max"_s,
                              u"--window"_s, u"00:00-24:00"_s}
                  + options)
            .json()[u"id"_s]
            .toInteger();
    };
    campaigns << create({u"--from-segment"_s, u"VIPs"_s}) << create({u"--from-tag"_s, u"vip"_s});
    campaigns
        << world.json({u"campaign"_s, u"duplicate"_s, QString::number(earlier)}).json()[u"id"_s].toInteger();
    const qint64 byHand = create({});
    world.json({u"campaign"_s, u"add"_s, QString::number(byHand), u"--phone"_s, u"+34600000002"_s, u"--var"_s,
                u"1=Lisbon"_s, u"--var"_s, u"2=9"_s});
    const qint64 pasted = create({});
    {
        const Result<Workspace> workspace = Workspace::open(world.workspace());
        ASSERT_TRUE(workspace);
        const Result<std::unique_ptr<Session>> session = Session::open(*workspace);
        ASSERT_TRUE(session);
        ImportRequest request;
        request.text = u"phone\t1\t2\n+34 600 000 002\tLisbon\t9\n+34 600 000 003\tLisbon\t9\n"_s;
        const Result<ImportReport> report = (*session)->importDesk().importInto({pasted}, request);
        ASSERT_TRUE(report);
        EXPECT_EQ(report->summary.optedOut, 1);
        EXPECT_EQ(report->summary.accepted, 1);
        // The time of the recurring one has come.
        const qint64 now = toMilliseconds((*session)->clock().now());
        ASSERT_TRUE(execute((*session)->database(), u"UPDATE recurrence SET next_at = ?"_s, {now - 1000}));
    }
    campaigns << pasted;
    for (const qint64 id : std::as_const(campaigns))
        EXPECT_EQ(world.json({u"campaign"_s, u"send"_s, QString::number(id)}).exitCode, 0) << id;

    const CliResult ran = world.json({u"campaign"_s, u"run"_s, u"--until-idle"_s});

    EXPECT_EQ(ran.exitCode, 0);
    EXPECT_EQ(postedToThePerson(), 0);
    EXPECT_GE(world.posted().size(), 3 * 5 + 1) << "and the others got theirs";
    EXPECT_EQ(world.count(armed, u"opted_out"_s), 1);
    const QList<QJsonObject> all = world.json({u"campaign"_s, u"list"_s}).lines();
    EXPECT_EQ(all.size(), campaigns.size() + 3) << "the recurring one, the armed one, and the empty one";
    EXPECT_EQ(world.json({u"workspace"_s, u"check"_s}).json()[u"ok"_s], true);
}

TEST(SuppressedPeopleTest, aFailedPersonWhoOptedOutSinceIsNotTriedAgain)
{
    CliWorld world;
    const QString faults = world.writeFile(
        u"faults.json"_s, R"([{"to":"+34600000000","times":1,"then":{"status":500,"code":131016}}])");
    world.startSimulator({u"--faults"_s, faults});
    world.connect();
    const qint64 id = world
                          .json({u"campaign"_s,      u"create"_s,
                                 u"--name"_s,        u"Winter"_s,
                                 u"--template"_s,    u"tour_package_marketing"_s,
                                 u"--language"_s,    u"en_US"_s,
                                 u"--recipients"_s,  world.writePeople(2),
                                 u"--map"_s,         u"1=package"_s,
                                 u"--map"_s,         u"2=price"_s,
                                 u"--rate"_s,        u"max"_s,
                                 u"--window"_s,      u"00:00-24:00"_s,
                                 u"--max-retries"_s, u"0"_s})
                          .json()[u"id"_s]
                          .toInteger();
    ASSERT_EQ(world.json({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s}).exitCode, 0);
    ASSERT_EQ(world.count(id, u"failed"_s), 1);
    ASSERT_EQ(world.posted().size(), 2);
    ASSERT_EQ(world.json({u"contact"_s, u"opt-out"_s, u"+34600000000"_s}).exitCode, 0);

    const CliResult retried = world.json({u"campaign"_s, u"retry"_s, QString::number(id)});
    EXPECT_EQ(world.json({u"campaign"_s, u"run"_s, u"--until-idle"_s}).exitCode, 0);

    EXPECT_EQ(retried.exitCode, 0) << retried.out.toStdString();
    EXPECT_EQ(world.posted().size(), 2);
    EXPECT_EQ(world.count(id, u"opted_out"_s) + world.count(id, u"failed"_s), 1);
}
