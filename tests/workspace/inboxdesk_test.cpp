#include "workspace/inboxdesk.h"

#include "workspace/world.h"

#include <QFile>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

const PhoneNumber kAisha = *PhoneNumber::fromE164(u"+447700900318"_s);

/// Each person writes so often, a message a second.
void hear(World &world, int people, int messages)
{
    int heard = 0;
    for (int message = 0; message < messages; ++message) {
        for (int person = 0; person < people; ++person) {
            InboundMessageEvent event;
            event.messageId = u"wamid.in.%1"_s.arg(++heard);
            event.fromPhone = u"+3460000%1"_s.arg(person, 4, 10, QChar{u'0'});
            event.type = u"text"_s;
            event.text = u"Message %1"_s.arg(message);
            event.at = world.clock().now() + std::chrono::seconds{heard};
            ASSERT_TRUE(world.session().deliveries().apply("{}", {event}, event.at));
        }
    }
}

std::vector<ConversationId> everybody(World &world)
{
    return *world.session().inbox().keys({}, world.clock().now());
}

QList<QByteArray> linesOf(const QString &path)
{
    QFile file{path};
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll().trimmed().split('\n');
}

QString codeOf(const Result<DirectMessage> &message)
{
    return message ? QString{} : message.error().code;
}

} // namespace

TEST(InboxDeskTest, aPictureIsSentAsOneAndAnythingElseAsADocument)
{
    World world;
    InboxDesk &desk = world.session().inboxDesk();
    const QString picture = world.writeFile(u"room.png"_s, "\x89PNG\r\n\x1A\n rest");
    const QString plan = world.writeFile(u"plan.txt"_s, "Day one: the beach");

    const Result<DirectMessage> shown = desk.answer(kAisha, {u"Your room"_s, picture, {}});
    const Result<DirectMessage> told = desk.answer(kAisha, {{}, plan, {}});

    ASSERT_TRUE(shown && told);
    EXPECT_EQ(shown->freeForm->kind, FreeForm::Kind::Image);
    EXPECT_EQ(told->freeForm->kind, FreeForm::Kind::Document);
    EXPECT_EQ(told->freeForm->fileName, u"plan.txt"_s);
    EXPECT_EQ(told->headerMedia.kind, HeaderMedia::Kind::File);
    EXPECT_TRUE(told->isAnswer);
}

TEST(InboxDeskTest, whatMetaWouldRefuseIsSaidBefore)
{
    World world;
    InboxDesk &desk = world.session().inboxDesk();

    EXPECT_EQ(codeOf(desk.answer(kAisha, {u"  \n"_s, {}, {}})), u"empty_text"_s);
    EXPECT_EQ(codeOf(desk.answer(kAisha,
                                 {
                                     QString{4097,                                   u'x'},
                                     {},
                                     {                                      }
    })),
              u"text_too_long"_s);
    EXPECT_EQ(codeOf(desk.answer(kAisha,
                                 {
                                     QString{4096,                                   u'x'},
                                     {},
                                     {                                      }
    })),
              QString{});
    EXPECT_EQ(codeOf(desk.answer(kAisha, {u"See"_s, world.path(u"absent.pdf"_s), {}})), u"no_file"_s);
    EXPECT_EQ(codeOf(desk.answer(kAisha, {u"See"_s, world.writeFile(u"x.gif"_s, "GIF89a"), {}})),
              u"media_type"_s);
}

TEST(InboxDeskTest, aTemplateNeedsAllItsValues)
{
    World world;
    InboxDesk &desk = world.session().inboxDesk();
    const QString tour = u"tour_package_marketing"_s;
    const QString language = u"en_US"_s;
    Variables values;
    values.insert(u"1"_s, u"Goa"_s);

    EXPECT_EQ(codeOf(desk.templateAnswer(kAisha, tour, language, values)), u"missing_variable"_s);
    EXPECT_FALSE(desk.templateAnswer(kAisha, u"absent"_s, language, {}));
    values.insert(u"2"_s, u"£1,149"_s);
    const Result<DirectMessage> whole = desk.templateAnswer(kAisha, tour, language, values);
    ASSERT_TRUE(whole) << whole.error().message.toStdString();
    EXPECT_FALSE(whole->freeForm);
}

TEST(InboxDeskTest, aLongConversationIsWrittenFromItsBeginning)
{
    World world;
    hear(world, 1, 1100);
    const QString path = world.path(u"talk.csv"_s);

    const Result<std::optional<qint64>> written =
        world.session().inboxDesk().writeCsv(everybody(world), path);

    ASSERT_TRUE(written) << written.error().message.toStdString();
    EXPECT_EQ(*written, 1100);
    const QList<QByteArray> lines = linesOf(path);
    ASSERT_EQ(lines.size(), 1101);
    for (int message = 0; message < 1100; ++message)
        EXPECT_TRUE(lines[message + 1].contains(",Message " + QByteArray::number(message) + ","));
}

TEST(InboxDeskTest, aCancelledExportLeavesTheFileThatWasThere)
{
    World world;
    hear(world, 250, 1);
    const QString path = world.writeFile(u"talks.csv"_s, "before");
    CancelToken cancel;
    std::vector<qint64> told;

    const Result<std::optional<qint64>> written =
        world.session().inboxDesk().writeCsv(everybody(world), path, cancel, [&](qint64 done, qint64 total) {
            EXPECT_EQ(total, 250);
            told.push_back(done);
            if (told.size() == 2)
                cancel.cancel();
        });

    ASSERT_TRUE(written);
    EXPECT_FALSE(*written);
    EXPECT_EQ(told, (std::vector<qint64>{100, 200}));
    EXPECT_EQ(linesOf(path), QList<QByteArray>{"before"});
}

TEST(InboxDeskTest, aFileThatCannotBeWrittenIsSaid)
{
    World world;
    hear(world, 1, 1);

    const Result<std::optional<qint64>> written =
        world.session().inboxDesk().writeCsv(everybody(world), world.path(u"no/such/folder/x.csv"_s));

    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, u"not_writable"_s);
}
