#include "workspace/inboxdesk.h"

#include "workspace/world.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

const PhoneNumber kAisha = *PhoneNumber::fromE164(u"+447700900318"_s);

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
