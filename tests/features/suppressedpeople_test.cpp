#include "cli/cliworld.h"
#include "storage/sql.h"
#include "workspace/session.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QHash>
#include <QJsonArray>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

// "Whoever said no gets nothing from us again, however their number finds its way back into a list." Through
// the real program, the real client and a Graph API on loopback.

namespace {

const QStringList kFree{u"+34600000001"_s, u"+34600000002"_s};

const QString kOptedOut = u"+34600000011"_s; ///< a person said so
const QString kListed = u"+34600000012"_s; ///< on the list, and never in the contact book
const QString kErased = u"+34600000013"_s;
const QString kAnsweredStop = u"+34600000014"_s;
const QString kMexican = u"+525512345678"_s; ///< answers STOP, and WhatsApp gives her number a 1 of old

const QStringList kSuppressed{kOptedOut, kListed, kErased, kAnsweredStop, kMexican};

/// How else the suppressed numbers may stand in somebody's list; Spain is the default country.
const QStringList kSpellings{u"600 000 011"_s, u"0034-600-000-012"_s, u"(+34) 600.00.00.13"_s,
                             u"tel:+34 600 000 014"_s, u"+52 1 55 1234 5678"_s};

class SuppressedPeopleTest : public testing::Test
{
protected:
    SuppressedPeopleTest()
    {
        const QString faults =
            world.writeFile(u"faults.json"_s,
                            R"([{"to":"+34600000002","times":1,"then":{"status":500,"code":131016}},
                                                   {"to":"+34600000011","times":1,"then":{"status":500,"code":131016}}])");
        world.startSimulator({u"--limit"_s, u"500/s"_s, u"--faults"_s, faults});
        world.connect();
        QByteArray known;
        for (const QString &phone : kFree + kSuppressed)
            known += phone == kListed ? QByteArray{} : "Somebody," + phone.toLatin1() + ",Lisbon,419\n";
        people = world.writeFile(u"people.csv"_s, kHeader + known);
        QByteArray again;
        QByteArray cards;
        for (const QString &phone : kSpellings + kFree) {
            again += "Somebody," + phone.toLatin1() + ",Lisbon,419\n";
            cards += "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Somebody\r\nTEL;TYPE=CELL:" + phone.toLatin1()
                + "\r\nEND:VCARD\r\n";
        }
        spelledAgain = world.writeFile(u"again.csv"_s, kHeader + again);
        addressBook = world.writeFile(u"again.vcf"_s, cards);
    }

    CliResult create(const QStringList &options) const
    {
        return world.json(QStringList{u"campaign"_s, u"create"_s, u"--name"_s, u"Again"_s, u"--template"_s,
                                      u"tour_package_marketing"_s, u"--language"_s, u"en_US"_s, u"--rate"_s,
                                      u"max"_s, u"--window"_s, u"00:00-24:00"_s, u"--max-retries"_s, u"0"_s,
                                      u"--default-country"_s, u"ES"_s}
                          + options);
    }

    QStringList fromFile(const QString &path) const
    {
        return {u"--recipients"_s, path, u"--map"_s, u"1=package"_s, u"--map"_s, u"2=price"_s};
    }

    static qint64 idOf(const CliResult &created) { return created.json()[u"id"_s].toInteger(); }

    CliResult send(qint64 id) const { return world.json({u"campaign"_s, u"send"_s, QString::number(id)}); }

    CliResult runUntilIdle() const { return world.json({u"campaign"_s, u"run"_s, u"--until-idle"_s}); }

    /// What Meta posts when somebody whom WhatsApp calls so answers with STOP.
    void answerStop(const QByteArray &waId) const
    {
        const QByteArray body =
            R"({"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
                "messaging_product":"whatsapp","metadata":{"display_phone_number":"15550001","phone_number_id":")"
            + world.simulator()[u"phone_number_id"_s].toString().toUtf8()
            + R"("},"contacts":[{"profile":{"name":"x"},"wa_id":")" + waId + R"("}],"messages":[{"from":")"
            + waId + R"(","id":"wamid.)" + waId
            + R"(","timestamp":"1790000001","type":"text","text":{"body":"STOP"}}]}}]}]})";
        const CliResult told = world.json({u"webhook"_s, u"ingest"_s, u"-"_s}, body);
        EXPECT_TRUE(told.json()[u"events"_s][0][u"applied"_s].toBool()) << told.out.toStdString();
    }

    void suppressAll() const
    {
        for (const QString &phone : {kOptedOut, kListed})
            EXPECT_EQ(world.json({u"contact"_s, u"opt-out"_s, phone}).exitCode, 0);
        EXPECT_EQ(world.json({u"contact"_s, u"erase"_s, kErased}).exitCode, 0);
        answerStop("34600000014");
        answerStop("5215512345678");
    }

    /// Requests that reached Meta for them so far.
    int posted(const QStringList &phones) const
    {
        const QList<PostedTo> all = world.posted();
        return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const PostedTo &post) {
            const QString digits = post.to.startsWith(u'+') ? post.to.mid(1) : post.to;
            return phones.contains(u'+' + digits);
        }));
    }

    QList<QJsonObject> recipients(qint64 id) const
    {
        return world.json({u"campaign"_s, u"recipients"_s, QString::number(id)}).lines();
    }

    /// Everybody in the campaign who may get nothing is said to have opted out.
    void expectKeptOut(qint64 id, int expected, const char *source) const
    {
        int kept = 0;
        for (const QJsonObject &person : recipients(id)) {
            if (kFree.contains(person[u"phone"_s].toString())) {
                EXPECT_TRUE(person[u"message_id"_s].isString()) << source;
                continue;
            }
            EXPECT_EQ(person[u"status"_s], u"opted_out"_s)
                << source << ' ' << person[u"phone"_s].toString().toStdString();
            ++kept;
        }
        EXPECT_EQ(kept, expected) << source;
        EXPECT_EQ(world.count(id, u"opted_out"_s), expected) << source;
    }

    const QByteArray kHeader{"name,phone,package,price\n"};
    CliWorld world;
    QString people; ///< before anybody was suppressed
    QString spelledAgain; ///< everybody, in other spellings
    QString addressBook;
};

} // namespace

TEST_F(SuppressedPeopleTest, nothingIsSentToThemWhereverTheNumberComesFrom)
{
    const qint64 earlier = idOf(create(fromFile(people)));
    ASSERT_EQ(world.json({u"campaign"_s, u"send"_s, QString::number(earlier), u"--wait"_s}).exitCode, 0);
    ASSERT_EQ(world.count(earlier, u"failed"_s), 2);
    const qint64 draft = idOf(create(fromFile(people)));
    const qint64 armed = idOf(create(fromFile(people)));
    ASSERT_EQ(send(armed).exitCode, 0); // and no engine runs yet
    world.json({u"contact"_s, u"import"_s, people, u"--map"_s, u"attr:1=package"_s, u"--map"_s,
                u"attr:2=price"_s, u"--tag"_s, u"vip"_s});
    world.json({u"segment"_s, u"create"_s, u"VIPs"_s, u"--rule"_s, u"tag = vip"_s});
    const CliResult repeated =
        world.json({u"campaign"_s, u"recurring"_s, u"set"_s, QString::number(earlier), u"--every"_s, u"day"_s,
                    u"--at"_s, u"10:00"_s, u"--make"_s, u"send"_s, u"--from-segment"_s, u"VIPs"_s});
    ASSERT_EQ(repeated.exitCode, 0) << repeated.out.toStdString();
    suppressAll();
    const int before = posted(kSuppressed);
    const int freeBefore = posted(kFree);

    QHash<QByteArray, qint64> sources;
    for (const auto &[source, path] : {
             std::pair{"file",  spelledAgain},
             std::pair{"vCard", addressBook }
    }) {
        const bool isTable = path == spelledAgain;
        const CliResult created = create(isTable ? fromFile(path)
                                                 : QStringList{u"--recipients"_s, path, u"--default"_s,
                                                               u"1=Lisbon"_s, u"--default"_s, u"2=9"_s});
        sources.insert(source, idOf(created));
        const QJsonObject result = created.json()[u"import"_s].toObject();
        EXPECT_EQ(result[u"rows"_s].toInt(), 7) << source << created.out.toStdString();
        EXPECT_EQ(result[u"opted_out"_s].toInt(), 5) << source << created.out.toStdString();
        EXPECT_EQ(result[u"accepted"_s].toInt(), 2) << source;
    }
    for (const auto &[source, options] : {
             std::pair{"segment",                       QStringList{u"--from-segment"_s, u"VIPs"_s}        },
             std::pair{"tag",                           QStringList{u"--from-tag"_s, u"vip"_s}             },
             std::pair{"unread of an earlier campaign",
                       QStringList{u"--from-campaign"_s, QString::number(earlier), u"--who"_s, u"unread"_s}},
             std::pair{"failed of an earlier campaign",
                       QStringList{u"--from-campaign"_s, QString::number(earlier), u"--who"_s, u"failed"_s}}
    })
        sources.insert(source, idOf(create(options)));
    sources.insert("duplicate", idOf(world.json({u"campaign"_s, u"duplicate"_s, QString::number(earlier)})));
    const qint64 byHand = idOf(create({}));
    sources.insert("by hand", byHand);
    for (const QString &phone : kSpellings + kFree) {
        const CliResult added =
            world.json({u"campaign"_s, u"add"_s, QString::number(byHand), u"--phone"_s, phone, u"--var"_s,
                        u"1=Lisbon"_s, u"--var"_s, u"2=9"_s, u"--default-country"_s, u"ES"_s});
        const bool isFree = kFree.contains(phone);
        EXPECT_EQ(added.exitCode, isFree ? 0 : 5) << phone.toStdString();
        EXPECT_EQ(added.errorKind(), isFree ? QString{} : u"opted_out"_s) << phone.toStdString();
    }
    const CliResult imported =
        world.json({u"contact"_s, u"import"_s, spelledAgain, u"--default-country"_s, u"ES"_s});
    EXPECT_EQ(imported.json()[u"opted_out"_s].toInt(), 5) << imported.out.toStdString();
    const qint64 pasted = idOf(create({}));
    sources.insert("pasted", pasted);
    {
        const Result<Workspace> workspace = Workspace::open(world.workspace());
        ASSERT_TRUE(workspace);
        const Result<std::unique_ptr<Session>> session = Session::open(*workspace);
        ASSERT_TRUE(session);
        ImportRequest request;
        request.text = u"phone\t1\t2\n"_s;
        for (const QString &phone : kSpellings + kFree)
            request.text += phone + u"\tLisbon\t9\n"_s;
        request.options.defaultCountry = u"ES"_s;
        const Result<ImportReport> report = (*session)->importDesk().importInto({pasted}, request);
        ASSERT_TRUE(report);
        EXPECT_EQ(report->summary.optedOut, 5);
        EXPECT_EQ(report->summary.accepted, 2);
        // The time of the recurring one has come.
        const qint64 now = toMilliseconds((*session)->clock().now());
        ASSERT_TRUE(execute((*session)->database(), u"UPDATE recurrence SET next_at = ?"_s, {now - 1000}));
    }
    const CliResult retried = world.json({u"campaign"_s, u"retry"_s, QString::number(earlier)});
    EXPECT_EQ(retried.exitCode, 0) << retried.out.toStdString();
    QList<qint64> all = sources.values();
    all << draft;
    for (const qint64 id : std::as_const(all))
        EXPECT_EQ(send(id).exitCode, 0) << id;

    const CliResult ran = runUntilIdle();

    EXPECT_EQ(ran.exitCode, 0);
    EXPECT_EQ(posted(kSuppressed), before);
    EXPECT_EQ(posted(kFree), freeBefore + 2 * 11 + 1) << "all others got theirs";
    for (auto source = sources.begin(); source != sources.end(); ++source)
        expectKeptOut(*source, 0, source.key()); // they did not even get in
    expectKeptOut(draft, 4, "put in before they said no");
    expectKeptOut(armed, 4, "sending already when they said no");
    EXPECT_EQ(world.count(earlier, u"opted_out"_s), 1) << "failed, and said no before the second try";
    EXPECT_EQ(world.json({u"workspace"_s, u"check"_s}).json()[u"ok"_s], true);
}

TEST_F(SuppressedPeopleTest, whoSaysNoWhileACampaignRunsGetsNothingFromThenOn)
{
    const qint64 id = idOf(create(fromFile(people)));
    world.json({u"campaign"_s, u"update"_s, QString::number(id), u"--rate"_s, u"20/min"_s});
    ASSERT_EQ(send(id).exitCode, 0);
    const std::unique_ptr<QProcess> engine = world.start({u"campaign"_s, u"run"_s});
    QElapsedTimer timer;
    timer.start();
    while (world.posted().isEmpty() && timer.elapsed() < 20'000)
        QThread::msleep(20);
    ASSERT_EQ(world.posted().size(), 1);

    suppressAll();
    const int before = posted(kSuppressed);
    EXPECT_EQ(before, 0);
    world.json({u"campaign"_s, u"pause"_s, QString::number(id)});
    world.json({u"campaign"_s, u"update"_s, QString::number(id), u"--rate"_s, u"max"_s});
    world.json({u"campaign"_s, u"resume"_s, QString::number(id)});
    while (world.campaign(id)[u"status"_s] != u"completed"_s && timer.elapsed() < 60'000)
        QThread::msleep(50);

    EXPECT_EQ(world.campaign(id)[u"status"_s], u"completed"_s);
    // The next one in turn may have been on its way when the word came.
    EXPECT_LE(posted(kSuppressed), 1);
    EXPECT_GE(world.count(id, u"opted_out"_s), 3);
    EXPECT_EQ(world.count(id, u"opted_out"_s) + posted(kSuppressed), 4) << "nobody is lost";
    engine->terminate();
    EXPECT_EQ(CliWorld::awaitEnd(*engine).exitCode, 130);
    EXPECT_EQ(world.json({u"workspace"_s, u"check"_s}).json()[u"ok"_s], true);
}

// "A test goes to my own phone. If that is on the list, I want to be told, not to break my promise."
TEST_F(SuppressedPeopleTest, aTestMessageOrAnAnswerIsRefusedToo)
{
    const qint64 id = idOf(create(fromFile(people)));
    suppressAll();

    for (const QString &phone : {kOptedOut, kListed, kErased, u"+52 1 55 1234 5678"_s}) {
        const CliResult tested =
            world.json({u"campaign"_s, u"test"_s, QString::number(id), u"--to"_s, phone});

        EXPECT_EQ(tested.exitCode, 5) << phone.toStdString();
        EXPECT_EQ(tested.errorKind(), u"opted_out"_s) << phone.toStdString();
    }
    EXPECT_EQ(world.posted().size(), 0);
}
