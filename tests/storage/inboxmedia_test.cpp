#include "storage/inboxmedia.h"

#include "storage/accountstore.h"
#include "storage/deliverystore.h"
#include "storage/erasure.h"
#include "storage/inboxstore.h"
#include "storage/sql.h"
#include "storage/temporaryworkspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

class InboxMediaTest : public ::testing::Test
{
protected:
    /// The person sends a picture; the wish for it.
    WantedMedia sendPicture()
    {
        InboundMessageEvent event;
        event.messageId = u"wamid.picture"_s;
        event.fromPhone = phoneOf(1).e164();
        event.type = u"image"_s;
        event.text = u"Our room last year"_s;
        event.phoneNumberId =
            valueOf(firstRow(m_workspace.database(), u"SELECT phone_number_id FROM account"_s, {},
                             [](const Row &row) { return row.text(0); }))
                .value();
        event.at = at(10);
        event.media = {u"4711"_s, u"image/jpeg"_s, u"abc"_s, {}};
        valueOf(DeliveryStore{m_workspace.database()}.apply("{}", {event}, at(10)));
        return valueOf(m_media.wanted(at(10), 10)).front();
    }

    MessageMedia shown()
    {
        InboxStore inbox{m_workspace.database()};
        return valueOf(inbox.thread(valueOf(inbox.find(phoneOf(1)))->id, 10)).back().media.value();
    }

    TemporaryWorkspace m_workspace;
    InboxMedia m_media{m_workspace.database()};
};

} // namespace

TEST_F(InboxMediaTest, aPictureIsWantedUntilItIsKept)
{
    const WantedMedia picture = sendPicture();
    EXPECT_EQ(picture.metaId, u"4711"_s);
    EXPECT_EQ(picture.account, m_workspace.account());
    EXPECT_EQ(shown().state, MessageMedia::State::Wanted);

    EXPECT_TRUE(valueOf(m_media.noteKept(picture.message, u"1.jpg"_s, u"image/jpeg"_s, 99)));

    EXPECT_THAT(valueOf(m_media.wanted(at(99), 10)), IsEmpty());
    EXPECT_EQ(shown().state, MessageMedia::State::Kept);
    EXPECT_EQ(shown().file, u"1.jpg"_s);
}

TEST_F(InboxMediaTest, whatFailedIsTriedAgainLaterOrByAPerson)
{
    const WantedMedia picture = sendPicture();

    valueOf(m_media.noteFailed(picture.message, u"No connection."_s, at(60)));
    EXPECT_THAT(valueOf(m_media.wanted(at(59), 10)), IsEmpty());
    EXPECT_EQ(valueOf(m_media.nextTime()), at(60));
    EXPECT_EQ(valueOf(m_media.wanted(at(60), 10)).front().tries, 1);
    EXPECT_EQ(shown().problem, u"No connection."_s);
    valueOf(m_media.noteFailed(picture.message, u"Meta has it no longer."_s, std::nullopt));
    EXPECT_EQ(shown().state, MessageMedia::State::Gone);
    valueOf(m_media.tryAgain(picture.message, at(70)));

    EXPECT_THAT(valueOf(m_media.wanted(at(70), 10)), SizeIs(1));
}

TEST_F(InboxMediaTest, theFileOfAnErasedPersonIsLeftToBeDeleted)
{
    const WantedMedia picture = sendPicture();
    valueOf(m_media.noteKept(picture.message, u"1.jpg"_s, {}, 99));

    valueOf(Erasure{m_workspace.database()}.erase({phoneOf(1)}, at(40)));

    EXPECT_THAT(valueOf(m_media.leftOver(at(40))), ElementsAre(u"1.jpg"_s));
    EXPECT_FALSE(valueOf(m_media.noteKept(picture.message, u"2.jpg"_s, {}, 99))) << "fetched meanwhile";
    EXPECT_THAT(valueOf(m_media.leftOver(at(40))), SizeIs(2));
    valueOf(m_media.noteDeleted(u"1.jpg"_s));
    valueOf(m_media.noteDeleted(u"2.jpg"_s));
    EXPECT_THAT(valueOf(m_media.leftOver(at(40))), IsEmpty());
}

TEST_F(InboxMediaTest, aFileThatAnotherProgramFetchedFirstIsNotKeptTwice)
{
    const WantedMedia picture = sendPicture();

    EXPECT_TRUE(valueOf(m_media.noteKept(picture.message, u"1.jpg"_s, {}, 99)));
    EXPECT_FALSE(valueOf(m_media.noteKept(picture.message, u"2.jpg"_s, {}, 99)));

    EXPECT_EQ(shown().file, u"1.jpg"_s);
    EXPECT_THAT(valueOf(m_media.leftOver(at(20))), ElementsAre(u"2.jpg"_s));
}

TEST_F(InboxMediaTest, aFileWhoseProgramEndedBeforeAMessageHadItIsDeletedLater)
{
    const WantedMedia picture = sendPicture();

    valueOf(m_media.announce(u"1.jpg"_s, at(100)));
    valueOf(m_media.announce(u"2.jpg"_s, at(100)));
    valueOf(m_media.noteKept(picture.message, u"2.jpg"_s, {}, 99));

    EXPECT_THAT(valueOf(m_media.leftOver(at(99))), IsEmpty()) << "it may be written at this moment";
    EXPECT_THAT(valueOf(m_media.leftOver(at(100))), ElementsAre(u"1.jpg"_s));
}

TEST_F(InboxMediaTest, aNumberWithoutATokenDoesNotKeepBackTheFilesOfAnother)
{
    sendPicture();
    Account second;
    second.phoneNumberId = u"222"_s;
    second.wabaId = u"2"_s;
    const AccountId other = valueOf(AccountStore{m_workspace.database()}.put(second));
    for (int i = 0; i < 5; ++i) {
        InboundMessageEvent event;
        event.messageId = u"wamid.other.%1"_s.arg(i);
        event.fromPhone = phoneOf(2).e164();
        event.type = u"image"_s;
        event.phoneNumberId = u"222"_s;
        event.at = at(11);
        event.media = {u"48%1"_s.arg(i), u"image/jpeg"_s, {}, {}};
        valueOf(DeliveryStore{m_workspace.database()}.apply("{}", {event}, at(11)));
    }

    const std::vector<WantedMedia> wanted = valueOf(m_media.wanted(at(20), 2));

    ASSERT_THAT(wanted, SizeIs(2));
    EXPECT_EQ(wanted[0].account, other);
    EXPECT_EQ(wanted[1].account, m_workspace.account());
}
