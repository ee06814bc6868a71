#include "storage/accountstore.h"
#include "storage/contactstore.h"
#include "storage/deliverystore.h"
#include "storage/directmessagestore.h"
#include "storage/erasure.h"
#include "storage/inboxmedia.h"
#include "storage/inboxstore.h"
#include "storage/leftoutevents.h"
#include "storage/sql.h"
#include "storage/sqlitesendledger.h"
#include "storage/temporaryworkspace.h"

#include <QElapsedTimer>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Filter = InboxQuery::Filter;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

constexpr int kDay = 24 * 3600;

class InboxStoreTest : public ::testing::Test
{
protected:
    /// Somebody writes; the number stands for the person.
    void hear(int number, const QString &text, int second, const QString &inReplyTo = {},
              const QString &type = u"text"_s)
    {
        InboundMessageEvent event;
        event.messageId = u"wamid.in.%1"_s.arg(++m_heard);
        event.fromPhone = phoneOf(number).e164();
        event.profileName = u"Person %1"_s.arg(number);
        event.type = type;
        event.text = text;
        event.inReplyTo = inReplyTo;
        event.phoneNumberId = m_phoneNumberId;
        event.at = at(second);
        apply(event);
    }

    /// Four messages of each person.
    void fillWith(int messages)
    {
        valueOf(inTransaction(m_workspace.database(), [&] {
            return execute(m_workspace.database(), uR"(
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
                INSERT INTO message (direction, message_id, phone, type, text, text_key, at)
                SELECT 'in', 'wamid.' || i, '+9190' || (10000000 + i * 7919 % ?), 'text', 't',
                       'good morning, is room ' || i || ' still free for ' || (i * 31 % 17) || ' nights', i * 1000
                FROM n)"_s,
                           {messages, messages / 4});
        }));
    }

    void apply(const DeliveryEvent &event)
    {
        valueOf(DeliveryStore{m_workspace.database()}.apply("{}", {event}, at(1000)));
    }

    DirectMessage answerTo(int number, const QString &text) const
    {
        DirectMessage message;
        message.account = m_workspace.account();
        message.to = phoneOf(number);
        message.freeForm = FreeForm{FreeForm::Kind::Text, text};
        message.isAnswer = true;
        return message;
    }

    /// An answer of ours that Meta accepted.
    DirectMessageId answer(int number, const QString &text, int second)
    {
        const DirectMessageId id = valueOf(m_directs.ask(answerTo(number, text), at(second)));
        EXPECT_TRUE(valueOf(m_directs.claimDirect(id, at(second))));
        valueOf(m_directs.settleDirect({
            id, Accepted{u"wamid.out.%1"_s.arg(id.value), {}, {}},
             at(second)
        }));
        return id;
    }

    std::vector<Conversation> list(const InboxQuery &query = {}, int second = 1000)
    {
        const std::vector<ConversationId> keys = valueOf(m_inbox.keys(query, at(second)));
        EXPECT_EQ(valueOf(m_inbox.firstKeys(query, at(second), 100)), keys);
        return valueOf(m_inbox.rows(keys));
    }
    /// The people of a list, as their last texts.
    QStringList texts(const InboxQuery &query = {}, int second = 1000)
    {
        QStringList found;
        for (const Conversation &conversation : list(query, second))
            found << conversation.lastText;
        return found;
    }
    QStringList found(const QString &search) { return texts({.search = search}); }

    Conversation with(int number) { return valueOf(m_inbox.find(phoneOf(number))).value_or(Conversation{}); }
    std::vector<ThreadItem> threadWith(int number) { return valueOf(m_inbox.thread(with(number).id, 100)); }

    CampaignId sentTo(int people)
    {
        const CampaignId campaign = m_workspace.sendingWith(people);
        SqliteSendLedger ledger{m_workspace.database()};
        int number = 0;
        for (const Claim &claim : valueOf(ledger.claim({campaign, people, at(10)})).claims)
            valueOf(ledger.settle({accepted(claim, u"wamid.c.%1"_s.arg(++number), at(11))}));
        return campaign;
    }

    TemporaryWorkspace m_workspace;
    InboxStore m_inbox{m_workspace.database()};
    DirectMessageStore m_directs{m_workspace.database()};
    QString m_phoneNumberId =
        valueOf(firstRow(m_workspace.database(), u"SELECT phone_number_id FROM account"_s, {},
                         [](const Row &row) { return row.text(0); }))
            .value_or(QString{});
    int m_heard = 0;
};

} // namespace

TEST_F(InboxStoreTest, eachPersonIsOneConversationWithTheLatestOnTop)
{
    hear(1, u"Hello"_s, 10);
    hear(2, u"Hi there"_s, 20);
    hear(1, u"Is breakfast included?"_s, 30);

    const std::vector<Conversation> conversations = list();

    ASSERT_THAT(conversations, SizeIs(2));
    EXPECT_EQ(conversations[0].phone, phoneOf(1).e164());
    EXPECT_EQ(conversations[0].name, u"Person 1"_s);
    EXPECT_EQ(conversations[0].lastText, u"Is breakfast included?"_s);
    EXPECT_EQ(conversations[0].unread, 2);
    EXPECT_EQ(conversations[0].lastInboundAt, at(30));
    EXPECT_EQ(conversations[0].account, m_workspace.account());
    EXPECT_EQ(conversations[1].phone, phoneOf(2).e164());
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(InboxStoreTest, whatCameLateDoesNotStandOnTop)
{
    hear(1, u"Second"_s, 30);
    hear(1, u"First"_s, 20);

    EXPECT_EQ(with(1).lastText, u"Second"_s);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(InboxStoreTest, theWindowIsOpenForADayAfterTheLastMessageOfThePerson)
{
    hear(1, u"Hello"_s, 10);
    answer(1, u"Good morning"_s, 500);

    const Conversation conversation = with(1);

    EXPECT_EQ(conversation.windowEnd(), at(10 + kDay));
    EXPECT_TRUE(conversation.isWindowOpen(at(9 + kDay)));
    EXPECT_FALSE(conversation.isWindowOpen(at(10 + kDay)));
}

TEST_F(InboxStoreTest, anAnswerIsInTheConversationAndTellsHowFarItIs)
{
    hear(1, u"Hello"_s, 10);
    const DirectMessageId id = answer(1, u"Good morning"_s, 20);
    const QString messageId = u"wamid.out.%1"_s.arg(id.value);
    EXPECT_EQ(threadWith(1).back().progress, ThreadItem::Progress::Accepted);

    apply(statusEvent(messageId, DeliveryStatus::Read, at(40)));
    apply(statusEvent(messageId, DeliveryStatus::Delivered, at(30)));

    const std::vector<ThreadItem> thread = threadWith(1);
    ASSERT_THAT(thread, SizeIs(2));
    EXPECT_EQ(thread[0].kind, ThreadItem::Kind::Inbound);
    EXPECT_EQ(thread[1].kind, ThreadItem::Kind::Answer);
    EXPECT_EQ(thread[1].text, u"Good morning"_s);
    EXPECT_EQ(thread[1].messageId, messageId);
    EXPECT_EQ(thread[1].progress, ThreadItem::Progress::Read);
    EXPECT_EQ(thread[1].deliveredAt, at(30));
    EXPECT_EQ(thread[1].readAt, at(40));
    EXPECT_FALSE(with(1).isLastInbound);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(InboxStoreTest, whatWasDeliveredHasNotFailedWhateverCameLast)
{
    hear(1, u"Hello"_s, 10);
    const QString messageId = u"wamid.out.%1"_s.arg(answer(1, u"Good morning"_s, 20).value);

    apply(statusEvent(messageId, DeliveryStatus::Delivered, at(30)));
    apply(statusEvent(messageId, DeliveryStatus::Failed, at(25)));

    EXPECT_EQ(threadWith(1).back().progress, ThreadItem::Progress::Delivered);
}

TEST_F(InboxStoreTest, statusesThatCameBeforeTheAnswerOfMetaCount)
{
    hear(1, u"Hello"_s, 10);
    const DirectMessageId id = valueOf(m_directs.ask(answerTo(1, u"Yes"_s), at(20)));
    valueOf(m_directs.claimDirect(id, at(20)));
    apply(statusEvent(u"wamid.early"_s, DeliveryStatus::Delivered, at(21)));

    valueOf(m_directs.settleDirect({
        id, Accepted{u"wamid.early"_s, {}, {}},
         at(22)
    }));

    EXPECT_EQ(threadWith(1).back().progress, ThreadItem::Progress::Delivered);
}

TEST_F(InboxStoreTest, afterADayWithoutAWordNothingFreeIsSentAndATemplateIs)
{
    hear(1, u"Hello"_s, 10);
    DirectMessage templated = answerTo(1, {});
    templated.freeForm.reset();
    templated.messageTemplate = tourTemplate();
    templated.variables = {
        {u"1"_s, u"Goa"_s },
        {u"2"_s, u"9999"_s}
    };

    const Result<DirectMessageId> inTime = m_directs.ask(answerTo(1, u"Yes"_s), at(9 + kDay));
    const Result<DirectMessageId> late = m_directs.ask(answerTo(1, u"Yes"_s), at(10 + kDay));
    const Result<DirectMessageId> byTemplate = m_directs.ask(templated, at(10 + kDay));

    EXPECT_TRUE(inTime);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, u"window_closed"_s);
    EXPECT_EQ(late.error().kind, ErrorKind::Refused);
    ASSERT_TRUE(byTemplate);
    EXPECT_EQ(threadWith(1).back().type, u"template"_s);
    EXPECT_TRUE(threadWith(1).back().text.contains(u"Goa"_s)) << qPrintable(threadWith(1).back().text);
}

// "WhatsApp told me not to send her offers for a day, and then let me do just that."
TEST_F(InboxStoreTest, whomWhatsAppHoldsOffersBackFromGetsNoneInAnAnswerEither)
{
    hear(1, u"Hello"_s, 10);
    DirectMessage offer = answerTo(1, {});
    offer.freeForm.reset();
    offer.messageTemplate = tourTemplate();
    DirectMessage notice = offer;
    notice.messageTemplate.category = u"UTILITY"_s;
    const DirectMessageId first = valueOf(m_directs.ask(offer, at(10 + kDay)));
    const DirectMessageId waiting = valueOf(m_directs.ask(offer, at(10 + kDay)));
    valueOf(m_directs.claimDirect(first, at(10 + kDay)));
    valueOf(m_directs.settleDirect({
        first, Accepted{u"wamid.offer"_s, {}, {}},
         at(11 + kDay)
    }));
    MessageStatusEvent failed = statusEvent(u"wamid.offer"_s, DeliveryStatus::Failed, at(12 + kDay));
    failed.errorCode = 131049;
    apply(failed);

    const Result<DirectMessageId> again = m_directs.ask(offer, at(13 + kDay));
    const std::optional<DirectClaim> claim = valueOf(m_directs.claimDirect(waiting, at(13 + kDay)));

    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, ErrorKind::Refused);
    EXPECT_EQ(again.error().code, u"marketing_held"_s);
    EXPECT_EQ(again.error().detail, toIsoText(at(12 + 2 * kDay)));
    EXPECT_FALSE(claim);
    EXPECT_EQ(valueOf(m_directs.report(waiting)).declined->code, u"marketing_held"_s);
    EXPECT_TRUE(m_directs.ask(notice, at(13 + kDay))) << "which is no marketing";
    EXPECT_TRUE(m_directs.ask(offer, at(12 + 2 * kDay)));
    hear(1, u"Tell me more"_s, 20 + kDay);
    EXPECT_TRUE(m_directs.ask(offer, at(21 + kDay))) << "it does not count in an open window";
}

TEST_F(InboxStoreTest, aMessageFromAClockThatIsAheadOfOursCanBeAnsweredAtOnce)
{
    hear(1, u"Hello"_s, 50);

    EXPECT_TRUE(m_directs.ask(answerTo(1, u"Yes"_s), at(20)));

    EXPECT_EQ(threadWith(1).back().text, u"Yes"_s);
    EXPECT_FALSE(with(1).isUnanswered);
}

TEST_F(InboxStoreTest, aWindowThatClosesWhileAnAnswerWaitsKeepsItBack)
{
    hear(1, u"Hello"_s, 10);
    const DirectMessageId id = valueOf(m_directs.ask(answerTo(1, u"Yes"_s), at(9 + kDay)));

    const std::optional<DirectClaim> claim = valueOf(m_directs.claimDirect(id, at(11 + kDay)));

    EXPECT_FALSE(claim);
    EXPECT_EQ(valueOf(m_directs.report(id)).declined->code, u"window_closed"_s);
    EXPECT_EQ(threadWith(1).back().progress, ThreadItem::Progress::Failed);
    EXPECT_TRUE(with(1).isUnanswered);
}

// "Two clients' numbers are in one app. Bea wrote to the other client, and stood in this one's inbox."
TEST_F(InboxStoreTest, whoWritesToANumberThatIsNotOursIsNobodyHere)
{
    hear(1, u"Hello"_s, 10);
    const QString ours = std::exchange(m_phoneNumberId, u"999"_s);
    hear(2, u"Are you open?"_s, 20);
    hear(1, u"STOP"_s, 30);
    MessageStatusEvent status = statusEvent(u"wamid.theirs"_s, DeliveryStatus::Delivered, at(40));
    status.phoneNumberId = u"999"_s;
    apply(status);
    PreferenceEvent preference{phoneOf(1).e164(), {}, true, at(50), u"999"_s};
    apply(preference);
    m_phoneNumberId = ours;

    EXPECT_THAT(list({}), SizeIs(1));
    EXPECT_THAT(threadWith(1), SizeIs(1));
    EXPECT_FALSE(with(1).isStopped);
    const std::vector<OtherNumber> others = valueOf(LeftOutEvents{m_workspace.database()}.otherNumbers());
    ASSERT_THAT(others, SizeIs(1));
    EXPECT_EQ(others[0].phoneNumberId, u"999"_s);
    EXPECT_EQ(others[0].events, 4);
    EXPECT_EQ(valueOf(firstInteger(m_workspace.database(), u"SELECT count(*) FROM webhook_post"_s)), 1)
        << "nothing of theirs is kept";
}

TEST_F(InboxStoreTest, aMessageOfOursIsOursThoughItsNumberWasRemoved)
{
    hear(1, u"Hello"_s, 10);
    const QString messageId = u"wamid.out.%1"_s.arg(answer(1, u"Good morning"_s, 20).value);
    MessageStatusEvent status = statusEvent(messageId, DeliveryStatus::Delivered, at(40));
    status.phoneNumberId = u"999"_s;

    apply(status);

    EXPECT_EQ(threadWith(1).back().progress, ThreadItem::Progress::Delivered);
}

// "The computer went off while I sent. My words must be in the thread, or still in the field."
TEST_F(InboxStoreTest, aDraftEndsTogetherWithTheAnswerThatItBecame)
{
    hear(1, u"Hello"_s, 10);
    valueOf(m_inbox.setDraft(with(1).id, u"Yes"_s));
    DirectMessage message = answerTo(1, u"Yes"_s);
    message.draft = u"Yes"_s;

    const Result<DirectMessageId> late = m_directs.ask(message, at(10 + kDay));
    const QString afterRefusal = with(1).draft;
    valueOf(m_directs.ask(message, at(20)));

    EXPECT_FALSE(late);
    EXPECT_EQ(afterRefusal, u"Yes"_s);
    EXPECT_EQ(with(1).draft, QString{});
}

TEST_F(InboxStoreTest, aDraftThatIsNotWhatWasSentStays)
{
    hear(1, u"Hello"_s, 10);
    valueOf(m_inbox.setDraft(with(1).id, u"And tomorrow?"_s));
    DirectMessage message = answerTo(1, u"Yes"_s);
    message.draft = u"Yes"_s;

    valueOf(m_directs.ask(message, at(20)));

    EXPECT_EQ(with(1).draft, u"And tomorrow?"_s);
}

TEST_F(InboxStoreTest, whoIsStoppedGetsNoAnswer)
{
    hear(1, u"STOP"_s, 10);

    const Result<DirectMessageId> asked = m_directs.ask(answerTo(1, u"Sorry"_s), at(20));

    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().code, u"opted_out"_s);
    EXPECT_TRUE(with(1).isStopped);
}

TEST_F(InboxStoreTest, anAnswerComesBackFromTheLedgerAsItWasWritten)
{
    hear(1, u"Hello"_s, 10);
    DirectMessage message = answerTo(1, u"Here is the plan 🌴"_s);
    message.freeForm =
        FreeForm{FreeForm::Kind::Document, u"Here is the plan 🌴"_s, u"plan.pdf"_s, u"wamid.in.1"_s};
    message.headerMedia = HeaderMedia::fromText(m_workspace.file(u"plan.pdf"_s));

    const DirectMessageId id = valueOf(m_directs.ask(message, at(20)));
    const std::vector<WaitingDirect> waiting = valueOf(m_directs.waitingDirects(at(20)));
    const std::optional<DirectClaim> claim = valueOf(m_directs.claimDirect(id, at(20)));

    ASSERT_THAT(waiting, SizeIs(1));
    EXPECT_EQ(waiting[0].headerMedia.value, m_workspace.file(u"plan.pdf"_s));
    ASSERT_TRUE(claim);
    EXPECT_EQ(claim->message.freeForm, message.freeForm);
    ASSERT_TRUE(threadWith(1).back().media);
    EXPECT_EQ(threadWith(1).back().media->file, u"plan.pdf"_s);
    EXPECT_EQ(threadWith(1).back().inReplyTo, u"wamid.in.1"_s);
}

TEST_F(InboxStoreTest, aRefusedAnswerLeavesThePersonUnanswered)
{
    hear(1, u"Hello"_s, 10);
    EXPECT_THAT(texts({.filter = Filter::Unanswered}), SizeIs(1));
    const DirectMessageId id = valueOf(m_directs.ask(answerTo(1, u"Yes"_s), at(20)));
    EXPECT_THAT(texts({.filter = Filter::Unanswered}), IsEmpty());
    valueOf(m_directs.claimDirect(id, at(20)));

    valueOf(m_directs.settleDirect({id, Refused{.code = 131047}, at(21)}));

    EXPECT_THAT(texts({.filter = Filter::Unanswered}), SizeIs(1));
    const ThreadItem answered = threadWith(1).back();
    EXPECT_EQ(answered.progress, ThreadItem::Progress::Failed);
    EXPECT_EQ(answered.errorCode, 131047);
    EXPECT_FALSE(answered.problem.isEmpty());
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

// "Her second question was under way while we answered the first. Nobody has answered it."
TEST_F(InboxStoreTest, whatComesAfterOurAnswerIsNotAnsweredByItWhateverItsTime)
{
    hear(1, u"Is the room free?"_s, 10);
    answer(1, u"Yes, it is"_s, 500);
    EXPECT_THAT(list({.filter = Filter::Unanswered}), IsEmpty());

    hear(1, u"And breakfast?"_s, 400);

    EXPECT_THAT(list({.filter = Filter::Unanswered}), SizeIs(1));
    EXPECT_EQ(valueOf(m_inbox.counts(at(600))).unanswered, 1);
    EXPECT_TRUE(with(1).isUnanswered);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
    answer(1, u"Included"_s, 600);
    EXPECT_FALSE(with(1).isUnanswered);
}

TEST_F(InboxStoreTest, whatArrivesWhileSomebodyReadsIsNotRead)
{
    hear(1, u"One"_s, 10);
    const ThreadItem shown = threadWith(1).back();
    hear(1, u"Two"_s, 20);

    valueOf(m_inbox.markRead(with(1).id, MessageId{shown.id}));

    EXPECT_EQ(with(1).unread, 1);
    EXPECT_EQ(valueOf(m_inbox.readsToTell(10)).front().messageId, u"wamid.in.1"_s);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(InboxStoreTest, readsOfOneNumberDoNotKeepBackThoseOfAnother)
{
    for (int person = 1; person <= 5; ++person)
        hear(person, u"Hello"_s, person);
    Account second;
    second.phoneNumberId = u"222"_s;
    second.wabaId = u"2"_s;
    valueOf(AccountStore{m_workspace.database()}.put(second));
    m_phoneNumberId = u"222"_s;
    hear(6, u"Hello"_s, 6);
    for (int person = 1; person <= 6; ++person)
        valueOf(m_inbox.markRead(with(person).id));

    const std::vector<ReadToTell> reads = valueOf(m_inbox.readsToTell(2));

    ASSERT_THAT(reads, SizeIs(2));
    EXPECT_NE(reads[0].account, reads[1].account);
    EXPECT_THAT(valueOf(m_inbox.readsToTell(10, with(3).id)), SizeIs(1));
}

TEST_F(InboxStoreTest, strangersAreFoundByWhatTheyCallThemselves)
{
    InboundMessageEvent event;
    event.messageId = u"wamid.anna"_s;
    event.fromPhone = phoneOf(1).e164();
    event.profileName = u"АННА José"_s;
    event.type = u"text"_s;
    event.text = u"Hello"_s;
    event.phoneNumberId = m_phoneNumberId;
    event.at = at(10);
    apply(event);

    EXPECT_THAT(found(u"анна"_s), SizeIs(1));
    EXPECT_THAT(found(u"jose"_s), SizeIs(1));
    EXPECT_THAT(found(u"an"_s), IsEmpty());
}

TEST_F(InboxStoreTest, theFiltersShowWhoWaitsForWhat)
{
    const CampaignId campaign = sentTo(4);
    hear(1, u"How much?"_s, 100, u"wamid.c.1"_s);
    hear(2, u"STOP"_s, 200, u"wamid.c.2"_s);
    hear(9, u"Do you have cats?"_s, 300);
    hear(3, u"Thanks"_s, 400, u"wamid.c.3"_s);
    valueOf(m_inbox.markRead(with(3).id));
    answer(3, u"You are welcome"_s, 450);
    constexpr int kLater =
        22 * 3600 + 150; // the first window has less than two hours, the last a little more

    EXPECT_THAT(texts({.campaign = campaign}), ElementsAre(u"You are welcome"_s, u"STOP"_s, u"How much?"_s));
    EXPECT_THAT(texts({.filter = Filter::OptOuts}), ElementsAre(u"STOP"_s));
    EXPECT_THAT(texts({.filter = Filter::Unread}),
                ElementsAre(u"Do you have cats?"_s, u"STOP"_s, u"How much?"_s));
    EXPECT_THAT(texts({.filter = Filter::Unanswered}),
                ElementsAre(u"Do you have cats?"_s, u"STOP"_s, u"How much?"_s));
    EXPECT_THAT(texts({.filter = Filter::WindowClosing}, 300), IsEmpty());
    EXPECT_THAT(texts({.filter = Filter::WindowClosing}, kLater), SizeIs(4));
    EXPECT_THAT(texts({.filter = Filter::WindowClosing}, kDay + 250), SizeIs(2));
    EXPECT_EQ(valueOf(m_inbox.counts(at(500))), (InboxCounts{4, 3, 3, 0, 1}));
    EXPECT_EQ(list({.campaign = campaign})[2].campaignName, m_workspace.campaign(campaign).name);
}

TEST_F(InboxStoreTest, threeLettersFindAMessageANameOrANumber)
{
    hear(1, u"Is the sea-view room still free?"_s, 10);
    hear(1, u"Hello?"_s, 15);
    hear(2, u"¿El precio incluye el CAFÉ?"_s, 20);
    hear(3, u"दो लोगों के लिए कितना होगा?"_s, 30);
    hear(4, u"هل السعر يشمل الفطور؟"_s, 40);
    hear(12, u"ok"_s, 50);
    valueOf(
        ContactStore{m_workspace.database()}.put(phoneOf(4), u"IN"_s, {.name = u"Layla Haddád"_s}, at(1)));

    EXPECT_THAT(found(u"sea-v"_s), ElementsAre(u"Hello?"_s)) << "an earlier message of the person";
    EXPECT_THAT(found(u"EL PRE"_s), ElementsAre(u"¿El precio incluye el CAFÉ?"_s));
    EXPECT_THAT(found(u"cafe"_s), SizeIs(1));
    EXPECT_THAT(found(u"कितना"_s), SizeIs(1));
    EXPECT_THAT(found(u"السعر"_s), SizeIs(1));
    EXPECT_THAT(found(u"haddad"_s), ElementsAre(u"هل السعر يشمل الفطور؟"_s));
    EXPECT_THAT(found(u"person 12"_s), ElementsAre(u"ok"_s));
    EXPECT_THAT(found(u"00012"_s), ElementsAre(u"ok"_s));
    EXPECT_THAT(found(u"ok"_s), ElementsAre(u"ok"_s)) << "two letters look at the last messages";
    EXPECT_THAT(found(u"sea room"_s), IsEmpty());
    EXPECT_THAT(found(u"100%"_s), IsEmpty());
}

TEST_F(InboxStoreTest, theThreadHoldsTheCampaignsMessagesAndIsReadFromTheEndInPages)
{
    const CampaignId campaign = sentTo(1);
    for (int message = 0; message < 9; ++message)
        hear(1, QString::number(message), 100 + message / 3);
    const ConversationId id = with(1).id;

    QStringList backwards;
    std::optional<ThreadPlace> before;
    for (int page = 0; page < 5; ++page) {
        const std::vector<ThreadItem> items = valueOf(m_inbox.thread(id, 3, before));
        for (auto item = items.rbegin(); item != items.rend(); ++item)
            backwards << (item->kind == ThreadItem::Kind::Campaign ? item->campaignName : item->text);
        if (!items.empty())
            before = items.front().place();
    }

    EXPECT_EQ(backwards.mid(0, 9),
              (QStringList{u"8"_s, u"7"_s, u"6"_s, u"5"_s, u"4"_s, u"3"_s, u"2"_s, u"1"_s, u"0"_s}));
    ASSERT_THAT(backwards, SizeIs(10));
    EXPECT_EQ(backwards.last(), m_workspace.campaign(campaign).name);
    const ThreadItem sent = threadWith(1).front();
    EXPECT_EQ(sent.progress, ThreadItem::Progress::Read) << "who answers has read it";
    EXPECT_FALSE(sent.rendered.bodyText().isEmpty());
}

TEST_F(InboxStoreTest, readIsToldToMetaOnceUpToTheLatestMessage)
{
    hear(1, u"One"_s, 10);
    hear(1, u"Two"_s, 20);
    const ConversationId id = with(1).id;

    valueOf(m_inbox.markRead(id));
    valueOf(m_inbox.markRead(id));
    const std::vector<ReadToTell> first = valueOf(m_inbox.readsToTell(10));
    hear(1, u"Three"_s, 30);
    valueOf(m_inbox.markRead(id));
    valueOf(m_inbox.noteReadTold(first.front()));
    const std::vector<ReadToTell> second = valueOf(m_inbox.readsToTell(10));
    valueOf(m_inbox.noteReadTold(second.front()));

    ASSERT_THAT(first, SizeIs(1));
    EXPECT_EQ(first[0].messageId, u"wamid.in.2"_s);
    EXPECT_EQ(first[0].account, m_workspace.account());
    EXPECT_EQ(second[0].messageId, u"wamid.in.3"_s) << "what was told is not what came since";
    EXPECT_THAT(valueOf(m_inbox.readsToTell(10)), IsEmpty());
    EXPECT_EQ(with(1).unread, 0);
    valueOf(m_inbox.markUnread(id));
    EXPECT_EQ(with(1).unread, 1);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(InboxStoreTest, whatWhatsAppSaysItselfOpensNoWindowAndIsNotUnread)
{
    hear(1, u"Hello"_s, 10);
    valueOf(m_inbox.markRead(with(1).id));
    hear(1, u"Person changed their number"_s, 5000, {}, u"system"_s);

    EXPECT_EQ(with(1).unread, 0);
    EXPECT_EQ(with(1).lastInboundAt, at(10));
}

TEST_F(InboxStoreTest, aDraftStaysUntilItIsSentOrGivenUp)
{
    hear(1, u"Hello"_s, 10);
    const ConversationId id = with(1).id;

    valueOf(m_inbox.setDraft(id, u"Dear"_s));
    hear(1, u"Hello?"_s, 20);

    EXPECT_EQ(with(1).draft, u"Dear"_s);
    valueOf(m_inbox.setDraft(id, {}));
    EXPECT_EQ(with(1).draft, QString{});
}

TEST_F(InboxStoreTest, anErasedPersonLeavesNoConversation)
{
    hear(1, u"My passport number is Z1234567"_s, 10);
    hear(2, u"Hello"_s, 20);
    answer(1, u"Thank you"_s, 30);
    valueOf(m_inbox.setDraft(with(1).id, u"Dear"_s));

    valueOf(Erasure{m_workspace.database()}.erase({phoneOf(1)}, at(40)));

    EXPECT_THAT(texts(), ElementsAre(u"Hello"_s));
    EXPECT_THAT(found(u"passport"_s), IsEmpty());
    EXPECT_EQ(valueOf(firstInteger(m_workspace.database(), u"SELECT count(*) FROM conversation"_s)), 1);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(InboxStoreTest, whoGoesOnUnderAnotherNumberKeepsOneConversation)
{
    InboundMessageEvent unknown;
    unknown.messageId = u"wamid.a"_s;
    unknown.fromUserId = u"IN.77"_s;
    unknown.type = u"text"_s;
    unknown.text = u"Hello"_s;
    unknown.at = at(10);
    apply(unknown);
    valueOf(ContactStore{m_workspace.database()}.put(phoneOf(5), u"IN"_s, {.name = u"Ravi"_s}, at(1)));
    valueOf(m_inbox.setDraft(list().front().id, u"Dear"_s));
    EXPECT_EQ(list().front().userId, u"IN.77"_s);
    InboundMessageEvent named = unknown;
    named.messageId = u"wamid.b"_s;
    named.fromPhone = phoneOf(5).e164();
    named.at = at(20);

    apply(named);

    ASSERT_THAT(list(), SizeIs(1));
    EXPECT_EQ(list().front().phone, phoneOf(5).e164());
    EXPECT_EQ(list().front().name, u"Ravi"_s);
    EXPECT_EQ(list().front().draft, u"Dear"_s);
    EXPECT_THAT(threadWith(5), SizeIs(2));
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(InboxStoreTest, theFirstOfManyAreTheSameThatAllBeginWith)
{
    fillWith(20'000);
    hear(1, u"Hello"_s, 30'000); // the name alone says it
    valueOf(ContactStore{m_workspace.database()}.put(phoneOf(1), u"IN"_s, {.name = u"Good Mórning Ltd"_s},
                                                     at(1)));

    for (const QString &search : {u"morning"_s, u"mo"_s, u"room 777 still"_s, u"90100001"_s, QString{}}) {
        const std::vector<ConversationId> all = valueOf(m_inbox.keys({.search = search}, at(1)));
        const std::vector<ConversationId> first = valueOf(m_inbox.firstKeys({.search = search}, at(1), 300));
        ASSERT_FALSE(all.empty()) << qPrintable(search);
        EXPECT_EQ(first, std::vector(all.begin(), all.begin() + std::min<qsizetype>(300, all.size())))
            << qPrintable(search);
    }
    const std::vector<ConversationId> named = valueOf(m_inbox.firstKeys({.search = u"morning"_s}, at(1), 1));
    EXPECT_EQ(valueOf(m_inbox.load(named.front())).name, u"Good Mórning Ltd"_s);
}

// `./dev bench inbox` measures the same over a million.
TEST_F(InboxStoreTest, aManyMessagesListIsReadAndSearchedAsFastAsAShortOne)
{
    const int messages = qEnvironmentVariableIntValue("FANFARE_INBOX_MESSAGES");
    fillWith(messages > 0 ? messages : 20'000);
    const auto timed = [](const char *what, const auto &work) {
        QElapsedTimer timer;
        timer.start();
        work();
        const qint64 took = timer.elapsed();
        std::printf("  %-28s %5lld ms\n", what, static_cast<long long>(took));
        return took;
    };
    std::vector<ConversationId> keys;
    const auto first = [this](const QString &search) {
        return valueOf(m_inbox.firstKeys({.search = search}, at(1), 300));
    };

    EXPECT_LT(timed("all keys", [&] { keys = valueOf(m_inbox.keys({}, at(1))); }), 1'000);
    EXPECT_LT(timed("the first keys", [&] { first({}); }), 100);
    EXPECT_LT(timed("a page of 50",
                    [&] {
                        valueOf(m_inbox.rows({keys.begin() + 1000, keys.begin() + 1050}));
                    }),
              100);
    EXPECT_LT(timed("counts", [&] { valueOf(m_inbox.counts(at(1))); }), 500);
    EXPECT_LT(timed("a thread", [&] { valueOf(m_inbox.thread(keys.front(), 50)); }), 100);
    EXPECT_LT(timed("a rare text", [&] { EXPECT_THAT(first(u"room 777 still"_s), SizeIs(1)); }), 500);
    EXPECT_LT(timed("a text in every message", [&] { EXPECT_THAT(first(u"morning"_s), SizeIs(300)); }), 100);
    EXPECT_LT(timed("all that have it", [&] { valueOf(m_inbox.keys({.search = u"morning"_s}, at(1))); }),
              5'000);
    EXPECT_LT(timed("a number", [&] { first(u"+9190100001"_s); }), 500);
}
