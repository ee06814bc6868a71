#include "workspace/inboxcourier.h"

#include "workspace/credentialvault.h"
#include "workspace/directmessenger.h"
#include "workspace/mediafolder.h"
#include "workspace/practiceworld.h"
#include "workspace/world.h"

#include "secrets/memorysecretstore.h"
#include "simulator/simulator.h"
#include "whatsapp/graphaccountgateway.h"

#include <QDir>
#include <QFile>

#include <gtest/gtest.h>

#include <chrono>

using namespace Qt::StringLiterals;

namespace {

const PhoneNumber kAisha = *PhoneNumber::fromE164(u"+447700900318"_s);
const QByteArray kPicture = "\x89PNG\r\n\x1A\n a room with a view";

/// A practice workspace, whose Meta is the simulator.
class InboxCourierTest : public testing::Test
{
protected:
    void SetUp() override { m_practice = *vault.practiceWorld(); }

    Credential credential()
    {
        return m_practice->credentialFor(world.session().accountDesk().inUse()->account);
    }

    /// Aisha writes; with a file where the simulator has one under that id.
    void hear(const QString &text, const QString &mediaId = {})
    {
        InboundMessageEvent event;
        event.messageId = u"wamid.in.%1"_s.arg(++m_heard);
        event.fromPhone = kAisha.e164();
        event.type = mediaId.isEmpty() ? u"text"_s : u"image"_s;
        event.text = text;
        event.at = SystemClock{}.now();
        event.phoneNumberId = world.session().accountDesk().inUse()->account.phoneNumberId;
        event.media = {mediaId, u"image/png"_s, {}, {}};
        ASSERT_TRUE(world.session().deliveries().apply("{}", {event}, event.at));
    }

    /// What the simulator has to hand out, as Meta has what people sent.
    QString putAtMeta(const QByteArray &content)
    {
        GraphAccountGateway gateway;
        std::optional<Result<QString>> id;
        gateway.uploadMedia(credential(), world.writeFile(u"room.png"_s, content),
                            [&](const Result<QString> &uploaded) { id.emplace(uploaded); });
        EXPECT_TRUE(waitUntil([&] { return id.has_value(); }));
        return id && *id ? **id : QString{};
    }

    Conversation aisha() { return world.session().inbox().find(kAisha)->value(); }
    ThreadItem latest() { return world.session().inbox().thread(aisha().id, 10)->back(); }

    /// One round of the courier.
    Result<> look()
    {
        std::optional<Result<>> last;
        QObject context;
        QObject::connect(&courier, &InboxCourier::rested, &context,
                         [&](const Result<> &result) { last = result; });
        courier.look();
        EXPECT_TRUE(waitUntil([&] { return last.has_value(); }));
        return last.value_or(Result<>{Done{}});
    }

    int readsAtMeta()
    {
        int reads = 0;
        for (const JournalEntry &entry : m_practice->simulator().journal())
            reads += entry.method == "POST" && entry.path.endsWith("/messages") && entry.to.isEmpty() ? 1 : 0;
        return reads;
    }

    World world;
    CredentialVault vault{world.workspace(), std::make_unique<MemorySecretStore>(),
                          SecretResolver::WithoutKeychain::Forget, world.clock()};
    InboxCourier courier{world.workspace(), vault};
    PracticeWorld *m_practice = nullptr;
    int m_heard = 0;
};

} // namespace

TEST_F(InboxCourierTest, aPictureThatSomebodySentIsFetchedKeptAndForItsOwnerOnly)
{
    hear(u"Our room last year"_s, putAtMeta(kPicture));

    EXPECT_TRUE(look());

    ASSERT_EQ(latest().media->state, MessageMedia::State::Kept);
    QFile file{mediaFilePath(world.workspace(), latest().media->file)};
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), kPicture);
    EXPECT_TRUE(file.fileName().endsWith(".png"_L1));
    EXPECT_EQ(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions{});
}

TEST_F(InboxCourierTest, aPictureThatMetaHasNoLongerIsSaidToBeGone)
{
    hear(u"Our room"_s, u"90000000000000000"_s);

    EXPECT_FALSE(look());

    EXPECT_EQ(latest().media->state, MessageMedia::State::Gone);
    EXPECT_FALSE(latest().media->problem.isEmpty());
}

// "Somebody sent us 'your invoice', and a click on it started a program."
TEST_F(InboxCourierTest, aFileThatWouldRunIsKeptUnderAnEndingThatDoesNot)
{
    for (const auto &type :
         {u"application/x-ms-dos-executable"_s, u"application/x-msdownload"_s, u"application/x-desktop"_s,
          u"application/x-shellscript"_s, u"text/html"_s, u"image/svg+xml"_s, u"application/javascript"_s,
          u"application/x-java-archive"_s})
        EXPECT_TRUE(keepMedia(world.session(), "x", type)->endsWith(u".bin"_s)) << qPrintable(type);
    EXPECT_TRUE(keepMedia(world.session(), "x", u"application/pdf"_s)->endsWith(u".pdf"_s));
    EXPECT_TRUE(keepMedia(world.session(), "x", u"audio/ogg; codecs=opus"_s)->endsWith(u".oga"_s));
    EXPECT_TRUE(keepMedia(world.session(), "x", u"text/plain"_s)->endsWith(u".txt"_s));
}

TEST_F(InboxCourierTest, whatWasWrittenAndNeverKeptIsDeletedAfterAWhile)
{
    const QString path = mediaFilePath(world.workspace(), *keepMedia(world.session(), "x", u"image/png"_s));

    ASSERT_TRUE(deleteLeftMedia(world.session()));
    EXPECT_TRUE(QFile::exists(path)) << "whoever fetched it may be about to note it";
    world.clock().advance(std::chrono::hours{2});
    ASSERT_TRUE(deleteLeftMedia(world.session()));

    EXPECT_FALSE(QFile::exists(path));
}

TEST_F(InboxCourierTest, metaHearsOfOneConversationWithoutItsFilesBeingFetched)
{
    hear(u"Our room"_s, u"90000000000000000"_s);
    ASSERT_TRUE(world.session().inbox().markRead(aisha().id));
    std::optional<Result<>> last;
    QObject::connect(&courier, &InboxCourier::rested, &courier,
                     [&](const Result<> &result) { last = result; });

    courier.tellRead(aisha().id);

    ASSERT_TRUE(waitUntil([&] { return last.has_value(); }));
    EXPECT_TRUE(*last);
    EXPECT_EQ(readsAtMeta(), 1);
    EXPECT_EQ(latest().media->state, MessageMedia::State::Wanted);
}

TEST_F(InboxCourierTest, metaHearsOnceThatAMessageWasRead)
{
    hear(u"Hello"_s);
    hear(u"Is the room free?"_s);
    ASSERT_TRUE(world.session().inbox().markRead(aisha().id));

    EXPECT_TRUE(look());
    EXPECT_TRUE(look());

    EXPECT_EQ(readsAtMeta(), 1);
    EXPECT_TRUE(world.session().inbox().readsToTell(10)->empty());
}

TEST_F(InboxCourierTest, theFilesOfAnErasedPersonAreDeleted)
{
    hear(u"My passport"_s, putAtMeta(kPicture));
    ASSERT_TRUE(look());
    const QString path = mediaFilePath(world.workspace(), latest().media->file);
    ASSERT_TRUE(QFile::exists(path));

    ASSERT_TRUE(world.session().contactDesk().erase(std::vector<PhoneNumber>{kAisha}));

    EXPECT_FALSE(QFile::exists(path));
}

TEST_F(InboxCourierTest, anAnswerWithADocumentIsUploadedAndSentAndItsFileKept)
{
    hear(u"Where are my tickets?"_s);
    DirectMessenger messenger{world.workspace(), vault, u"fanfare"_s};
    const QString own = world.writeFile(u"Tickets Aisha.pdf"_s, "%PDF-1.7 tickets");
    std::optional<Result<QString>> answer;

    messenger.send(*world.session().inboxDesk().answer(kAisha, {u"Here they are"_s, own, {}}),
                   [&](const Result<QString> &given) { answer = given; });
    ASSERT_TRUE(waitUntil([&] { return answer.has_value(); }));
    QFile::remove(own);

    ASSERT_TRUE(*answer) << answer->error().message.toStdString();
    EXPECT_EQ(latest().messageId, **answer);
    EXPECT_EQ(latest().type, u"document"_s);
    EXPECT_EQ(latest().media->name, u"Tickets Aisha.pdf"_s);
    EXPECT_TRUE(QFile::exists(mediaFilePath(world.workspace(), latest().media->file)));
    EXPECT_EQ(m_practice->simulator().acceptedMessageCount(), 1);
}

TEST_F(InboxCourierTest, anAnswerThatIsRefusedHereLeavesNoFileBehind)
{
    hear(u"STOP"_s);
    DirectMessenger messenger{world.workspace(), vault, u"fanfare"_s};
    const QString own = world.writeFile(u"offer.pdf"_s, "%PDF-1.7 offer");
    std::optional<Result<QString>> answer;

    messenger.send(*world.session().inboxDesk().answer(kAisha, {u"One more"_s, own, {}}),
                   [&](const Result<QString> &given) { answer = given; });
    ASSERT_TRUE(waitUntil([&] { return answer.has_value(); }));

    ASSERT_FALSE(*answer);
    EXPECT_EQ(answer->error().code, u"opted_out"_s);
    EXPECT_TRUE(QDir{world.workspace().mediaPath()}.entryList(QDir::Files).isEmpty());
    EXPECT_EQ(m_practice->simulator().acceptedMessageCount(), 0);
}
