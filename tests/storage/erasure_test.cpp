#include "storage/erasure.h"

#include "storage/campaignstore.h"
#include "storage/contactindex.h"
#include "storage/contactstore.h"
#include "storage/deliverystore.h"
#include "storage/portfoliocount.h"
#include "storage/settingstore.h"
#include "storage/sql.h"
#include "storage/sqlitesendledger.h"
#include "storage/temporaryworkspace.h"

#include <QDirIterator>
#include <QFile>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using ::testing::Each;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

namespace {

/// Every way in which a text may stand in a file.
std::vector<QByteArray> encodingsOf(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    QByteArray escaped; // as JSON writers put it that stay within ASCII
    QByteArray utf16, utf16Swapped;
    for (const QChar c : text) {
        const ushort unit = c.unicode();
        escaped += unit < 0x80 ? QByteArray(1, char(unit))
                               : "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
        utf16 += char(unit & 0xff);
        utf16 += char(unit >> 8);
        utf16Swapped += char(unit >> 8);
        utf16Swapped += char(unit & 0xff);
    }
    return {utf8, utf8.toBase64(QByteArray::OmitTrailingEquals), escaped, utf16, utf16Swapped};
}

class ErasureTest : public ::testing::Test
{
protected:
    /// As Meta makes them: the number is inside, in Base64.
    static QString messageIdOf(int number, int which)
    {
        const QByteArray inside = "\x1d\x02\x19\x0c" + phoneOf(number).e164().mid(1).toLatin1() + '\x15'
            + QByteArray::number(which);
        return u"wamid."_s + QString::fromLatin1(inside.toBase64());
    }
    static QString nameOf(int number) { return u"Žofie Dvořák %1."_s.arg(number, 6, 10, QChar{u'0'}); }
    static QString wordsOf(int number) { return u"Zavolejte večer %1."_s.arg(number, 6, 10, QChar{u'0'}); }
    static QString userIdOf(int number) { return u"CZ.user%1x"_s.arg(number, 6, 10, QChar{u'0'}); }

    /// The first person was sent a campaign, went on to the second number, and somebody else has the first.
    CampaignId sentBeforeTheNumberWasLeftToAnother()
    {
        const CampaignId campaign = m_workspace.draftWith(1);
        const PersonChangeEvent gone{phoneOf(1).e164(), {}, phoneOf(2).e164(), {}, {}, at(2)};
        valueOf(DeliveryStore{m_workspace.database()}.apply("{}", {gone}, at(3)));
        // What was sent keeps the number that it was sent to.
        valueOf(execute(m_workspace.database(), u"UPDATE recipient SET phone = ? WHERE campaign_id = ?"_s,
                        {phoneOf(1).e164(), campaign.value}));
        valueOf(m_contacts.put(phoneOf(1), {}, {.name = u"The next one"_s}, at(4)));
        return campaign;
    }

    /// Everybody with all that a workspace can know of a person.
    CampaignId fillWith(int people)
    {
        const CampaignId campaign = m_workspace.draftWith(0);
        std::vector<NewRecipient> everybody;
        for (int number = 1; number <= people; ++number)
            everybody.push_back({
                phoneOf(number), u"IN"_s, nameOf(number), {{u"1"_s, nameOf(number)}, {u"2"_s, u"9"_s}}
            });
        valueOf(m_campaigns.addRecipients(campaign, everybody, at(0)));
        valueOf(m_campaigns.send(campaign, tourTemplate(), at(1)));
        for (int number = 1; number <= people; ++number) {
            const ContactEdit edit{.name = nameOf(number),
                                   .attributes = {{u"Card"_s, u"C%1"_s.arg(phoneOf(number).e164())}},
                                   .addedTags = {u"vip"_s}};
            valueOf(m_contacts.put(phoneOf(number), u"IN"_s, edit, at(1)));
        }
        const ClaimResult claimed =
            valueOf(m_ledger.claim({.campaign = campaign, .count = people, .now = at(2)}));
        int number = 0;
        for (const Claim &claim : claimed.claims) {
            ++number;
            const QString id = messageIdOf(number, 1);
            valueOf(m_ledger.settle({accepted(claim, id, at(3))}));
            deliver(number, statusEvent(id, DeliveryStatus::Delivered, at(4), claim.attempt.value));
            answer(number, id, at(5));
        }
        valueOf(ContactIndex{database()}.catchUp());
        return campaign;
    }

    std::vector<AppliedEvent> deliver(int number, MessageStatusEvent event)
    {
        event.toPhone = phoneOf(number).e164();
        event.toUserId = userIdOf(number);
        const QByteArray body = "{\"statuses\":[{\"id\":\""
            + QByteArray{event.messageId.toLatin1()}.replace("/", "\\/") + "\",\"recipient_id\":\""
            + phoneOf(number).e164().mid(1).toLatin1() + "\"}]}";
        return valueOf(m_deliveries.apply(body, {event}, at(6)));
    }

    std::vector<AppliedEvent> answer(int number, const QString &to, UtcTime when)
    {
        InboundMessageEvent event;
        event.messageId = messageIdOf(number, 2 + static_cast<int>(toMilliseconds(when) / 1000 % 1000));
        event.fromPhone = phoneOf(number).e164();
        event.fromUserId = userIdOf(number);
        event.profileName = nameOf(number);
        event.type = u"text"_s;
        event.text = wordsOf(number);
        event.inReplyTo = to;
        event.at = when;
        const QByteArray body = "{\"from\":\"" + phoneOf(number).e164().mid(1).toLatin1() + "\",\"name\":\""
            + encodingsOf(nameOf(number))[2] + "\",\"text\":\"" + encodingsOf(wordsOf(number))[2] + "\"}";
        return valueOf(m_deliveries.apply(body, {event}, at(6)));
    }

    /// Files of the workspace in which anything of the person stands, in any spelling or encoding.
    QStringList tracesOf(int number)
    {
        const QString national = phoneOf(number).e164().mid(3);
        QStringList told{nameOf(number), wordsOf(number), userIdOf(number), messageIdOf(number, 1),
                         nameOf(number).toLower()};
        for (const QString &separator : {u""_s, u" "_s, u"-"_s, u"."_s})
            told << national.left(5) + separator + national.mid(5)
                 << national.left(3) + separator + national.mid(3, 3) + separator + national.mid(6);
        QStringList found;
        QDirIterator files{QFileInfo{m_workspace.path()}.path(), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories};
        while (files.hasNext()) {
            QFile file{files.next()};
            EXPECT_TRUE(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            for (const QString &text : std::as_const(told)) {
                for (const QByteArray &encoded : encodingsOf(text)) {
                    if (content.contains(encoded))
                        found << file.fileName() + u": "_s + text;
                }
            }
        }
        return found;
    }

    Database &database() { return m_workspace.database(); }

    TemporaryWorkspace m_workspace;
    ContactStore m_contacts{database()};
    CampaignStore m_campaigns{database()};
    DeliveryStore m_deliveries{database()};
    SqliteSendLedger m_ledger{database()};
    Erasure m_erasure{database()};
};

} // namespace

TEST_F(ErasureTest, anErasedPersonIsNowhereInTheFolder)
{
    const CampaignId campaign = fillWith(300);
    ASSERT_THAT(tracesOf(7), Not(IsEmpty()));
    const Campaign before = m_workspace.campaign(campaign);

    const ErasedPeople erased = valueOf(m_erasure.erase({phoneOf(7)}, at(20)));
    EXPECT_TRUE(valueOf(m_erasure.isScrubDue()));
    valueOf(m_erasure.scrub());

    EXPECT_EQ(erased, (ErasedPeople{1, 1, 1, 1}));
    EXPECT_THAT(tracesOf(7), IsEmpty());
    EXPECT_THAT(tracesOf(8), Not(IsEmpty()));
    EXPECT_FALSE(valueOf(m_erasure.isScrubDue()));
    EXPECT_FALSE(valueOf(m_contacts.find(phoneOf(7))));
    EXPECT_EQ(m_workspace.campaign(campaign).counts, before.counts);
    EXPECT_EQ(valueOf(m_contacts.count()), 299);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
    EXPECT_THAT(valueOf(database().integrityProblems()), IsEmpty());
    EXPECT_THAT(valueOf(m_contacts.keys({.search = u"9000000007"_s}, at(30))), IsEmpty());
    EXPECT_THAT(valueOf(m_contacts.keys({.search = u"dvorak 000008"_s}, at(30))), SizeIs(1));

    valueOf(database().copyTo(m_workspace.file(u"workspace/backup.db"_s)));
    EXPECT_THAT(tracesOf(7), IsEmpty());
}

TEST_F(ErasureTest, anErasedPersonWaitsNowhereElseEither)
{
    const CampaignId campaign = m_workspace.sendingWith(2);
    const ClaimResult claimed = valueOf(m_ledger.claim({.campaign = campaign, .count = 1, .now = at(2)}));
    valueOf(m_ledger.settle({refused(claimed.claims.front(), 131049, RecipientStatus::Failed, at(3))}));
    valueOf(m_contacts.optOut(phoneOf(1), u"letter"_s, at(4)));
    SettingStore settings{database()};
    const QString pasted = u"{\"pasted\":\"phone\\tname\\n90000 00001\\t%1\\n+91 90000-00002\\tTwo\"}"_s;
    valueOf(settings.setValue(u"draft/3/wizard"_s, pasted.arg(nameOf(1))));
    valueOf(settings.setValue(u"test_phone"_s, phoneOf(1).e164()));
    valueOf(inTransaction(database(), [&] {
        return execute(database(), u"INSERT INTO activity (campaign_id, at, what) VALUES (?, 1, ?)"_s,
                       {campaign.value, u"A test went to %1."_s.arg(phoneOf(1).e164())});
    }));

    valueOf(m_erasure.erase({phoneOf(1)}, at(20)));
    valueOf(m_erasure.scrub());

    EXPECT_THAT(tracesOf(1), IsEmpty());
    EXPECT_TRUE(valueOf(settings.value(u"draft/3/wizard"_s)).value().contains(u"Two"));
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(ErasureTest, whatAPersonSaidBeforeTheirNumberWasKnownIsErasedToo)
{
    const CampaignId campaign = m_workspace.sendingWith(1);
    const ClaimResult claimed = valueOf(m_ledger.claim({.campaign = campaign, .count = 1, .now = at(2)}));
    PreferenceEvent stop;
    stop.userId = userIdOf(1);
    stop.at = at(3);
    valueOf(m_deliveries.apply("{}", {stop}, at(3)));
    valueOf(m_ledger.settle({accepted(claimed.claims.front(), messageIdOf(1, 1), at(4))}));
    deliver(1, statusEvent(messageIdOf(1, 1), DeliveryStatus::Delivered, at(5)));
    ASSERT_TRUE(valueOf(m_contacts.isSuppressed(phoneOf(1))));

    valueOf(m_erasure.erase({phoneOf(1)}, at(6)));
    valueOf(m_erasure.scrub());

    EXPECT_THAT(tracesOf(1), IsEmpty());
}

TEST_F(ErasureTest, whatMetaTellsOfAnErasedPersonAfterwardsCountsAndIsNotKept)
{
    const CampaignId campaign = m_workspace.sendingWith(2);
    const ClaimResult claimed = valueOf(m_ledger.claim({.campaign = campaign, .count = 2, .now = at(2)}));
    const Claim &claim = claimed.claims.front();
    answer(1, {}, at(2)); // whose user id is known
    valueOf(m_erasure.erase({phoneOf(1)}, at(3)));

    valueOf(m_ledger.settle({accepted(claim, messageIdOf(1, 1), at(4))}));
    deliver(1, statusEvent(messageIdOf(1, 1), DeliveryStatus::Read, at(5), claim.attempt.value));
    answer(1, messageIdOf(1, 1), at(2));
    answer(1, messageIdOf(1, 1), at(30));
    InboundMessageEvent withoutNumber;
    withoutNumber.messageId = u"wamid.withheld"_s;
    withoutNumber.fromUserId = userIdOf(1);
    withoutNumber.text = wordsOf(1);
    withoutNumber.at = at(31);
    valueOf(m_deliveries.apply(userIdOf(1).toUtf8(), {withoutNumber}, at(31)));
    PreferenceEvent stop;
    stop.phone = phoneOf(1).e164();
    stop.at = at(6);
    valueOf(m_deliveries.apply("{\"wa_id\":\"919000000001\"}", {stop}, at(6)));
    OtherEvent strange;
    strange.field = u"user_id_update"_s;
    valueOf(m_deliveries.apply("{\"who\":\"919000000001\"}", {strange}, at(7)));
    valueOf(m_deliveries.apply("{\"nobody understands\":919000000001}", {}, at(8)));
    valueOf(m_erasure.scrub());

    EXPECT_EQ(m_workspace.campaign(campaign).counts.of(RecipientStatus::Read), 1);
    EXPECT_THAT(tracesOf(1), IsEmpty());
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(ErasureTest, everyWayInWhichARequestMayEndLeavesNoTraceOfAnErasedPerson)
{
    const CampaignId campaign = m_workspace.sendingWith(4);
    const ClaimResult claimed = valueOf(m_ledger.claim({.campaign = campaign, .count = 4, .now = at(2)}));
    const std::vector<PhoneNumber> everybody{phoneOf(1), phoneOf(2), phoneOf(3), phoneOf(4)};
    valueOf(m_erasure.erase(everybody, at(3)));

    Settlement optedOut = refused(claimed.claims[0], 131050, RecipientStatus::Failed, at(4));
    optedOut.suppress = true;
    Settlement held = refused(claimed.claims[1], 131049, RecipientStatus::Failed, at(4));
    std::get<Refused>(held.outcome).details = u"to %1"_s.arg(phoneOf(2).e164());
    held.error->details = u"to %1"_s.arg(phoneOf(2).e164());
    valueOf(m_ledger.settle({optedOut, held, unknown(claimed.claims[2], at(4))}));
    EXPECT_EQ(valueOf(m_ledger.markInterrupted(at(5))), 1);
    MessageStatusEvent failed =
        statusEvent(messageIdOf(3, 1), DeliveryStatus::Failed, at(6), claimed.claims[2].attempt.value);
    failed.errorCode = 131050;
    failed.errorDetails = phoneOf(3).e164();
    deliver(3, failed);
    valueOf(m_erasure.scrub());

    for (const int number : {1, 2, 3, 4})
        EXPECT_THAT(tracesOf(number), IsEmpty());
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
    EXPECT_EQ(m_workspace.campaign(campaign).counts.of(RecipientStatus::Failed), 3);
    EXPECT_EQ(m_workspace.campaign(campaign).counts.of(RecipientStatus::Unconfirmed), 1);
}

TEST_F(ErasureTest, numbersAndNamesThatThePersonHadBeforeAreForgottenToo)
{
    valueOf(m_contacts.put(phoneOf(1), {}, {}, at(1)));
    const PersonChangeEvent gone{phoneOf(1).e164(), u"IN.1"_s, phoneOf(2).e164(), u"IN.2"_s, {}, at(2)};
    valueOf(DeliveryStore{
        m_workspace.database()
    }
                .apply("{}", {gone, PreferenceEvent{{}, u"IN.2"_s, false, at(3)}}, at(4)));

    valueOf(m_erasure.erase({phoneOf(2)}, at(5)));

    for (const QString &table : {u"person_change"_s, u"known_user_id"_s, u"resumption"_s})
        EXPECT_EQ(valueOf(firstInteger(m_workspace.database(), u"SELECT count(*) FROM "_s + table)), 0)
            << table.toStdString();
    EXPECT_EQ(m_contacts.put(phoneOf(1), {}, {}, at(6)).error().code, u"erased"_s);
    InboundMessageEvent hello{u"wamid.in"_s, {}, u"IN.1"_s, {}, u"text"_s, u"Hello"_s, {}, {}, {}, at(6)};
    valueOf(DeliveryStore{m_workspace.database()}.apply("{}", {hello}, at(7)));
    EXPECT_TRUE(valueOf(DeliveryStore{m_workspace.database()}.messages()).empty());
}

TEST_F(ErasureTest, whoHasANumberNowIsNotErasedWithWhoLeftIt)
{
    const CampaignId campaign = sentBeforeTheNumberWasLeftToAnother();

    valueOf(m_erasure.erase({phoneOf(2)}, at(5)));

    EXPECT_FALSE(valueOf(m_contacts.find(phoneOf(2))));
    ASSERT_TRUE(valueOf(m_contacts.find(phoneOf(1))));
    EXPECT_FALSE(valueOf(m_contacts.isSuppressed(phoneOf(1))));
    EXPECT_EQ(valueOf(firstInteger(m_workspace.database(),
                                   u"SELECT count(*) FROM recipient WHERE campaign_id = ? AND phone = ?"_s,
                                   {campaign.value, phoneOf(1).e164()})),
              0)
        << "what was sent to who is erased is forgotten too";
}

TEST_F(ErasureTest, erasingWhoHasANumberNowLeavesWhoLeftIt)
{
    sentBeforeTheNumberWasLeftToAnother();

    valueOf(m_erasure.erase({phoneOf(1)}, at(5)));

    EXPECT_FALSE(valueOf(m_contacts.find(phoneOf(1))));
    EXPECT_TRUE(valueOf(m_contacts.find(phoneOf(2))));
}

TEST_F(ErasureTest, aChangeThatIsToldAgainErasesNobodyWhoLeftTheNumberBefore)
{
    sentBeforeTheNumberWasLeftToAnother();
    valueOf(m_erasure.erase({phoneOf(1)}, at(5)));
    const PersonChangeEvent again{phoneOf(1).e164(), {}, phoneOf(2).e164(), {}, {}, at(2)};
    InboundMessageEvent hello{u"wamid.in"_s, phoneOf(2).e164(), {}, {}, u"text"_s, u"Hello"_s, {}, {}, {},
                              at(7)};

    valueOf(DeliveryStore{m_workspace.database()}.apply("{}", {again, hello}, at(8)));

    EXPECT_TRUE(m_contacts.put(phoneOf(2), {}, {}, at(9))) << "they are not erased";
    EXPECT_EQ(valueOf(DeliveryStore{m_workspace.database()}.messages()).size(), 1U) << "and are heard";
}

TEST_F(ErasureTest, whoWentOnTwiceIsNotErasedWithTheNextOneOfTheNumberBetween)
{
    const CampaignId campaign = m_workspace.draftWith(1);
    const auto moved = [this](int from, int to, int when) {
        const PersonChangeEvent change{phoneOf(from).e164(), {}, phoneOf(to).e164(), {}, {}, at(when)};
        valueOf(DeliveryStore{m_workspace.database()}.apply("{}", {change}, at(when)));
    };
    moved(1, 2, 2);
    moved(2, 3, 3);
    valueOf(execute(m_workspace.database(), u"UPDATE recipient SET phone = ? WHERE campaign_id = ?"_s,
                    {phoneOf(1).e164(), campaign.value}));
    valueOf(m_contacts.put(phoneOf(2), {}, {.name = u"The next one"_s}, at(4)));

    valueOf(m_erasure.erase({phoneOf(2)}, at(5)));

    EXPECT_FALSE(valueOf(m_contacts.find(phoneOf(2))));
    EXPECT_TRUE(valueOf(m_contacts.find(phoneOf(3)))) << "who had the number before";
    EXPECT_TRUE(m_contacts.put(phoneOf(3), {}, {}, at(6)));
}

TEST_F(ErasureTest, erasedPeopleGoOnCountingAgainstTheMessagingLimit)
{
    const CampaignId campaign = m_workspace.sendingWith(3);
    const ClaimResult claimed = valueOf(m_ledger.claim({.campaign = campaign, .count = 3, .now = at(2)}));
    valueOf(m_ledger.settle({accepted(claimed.claims[0], messageIdOf(1, 1), at(3)),
                             accepted(claimed.claims[1], messageIdOf(2, 1), at(3))}));

    valueOf(m_erasure.erase({phoneOf(1), phoneOf(3)}, at(4)));
    valueOf(m_ledger.settle({accepted(claimed.claims[2], messageIdOf(3, 1), at(5))}));

    EXPECT_EQ(valueOf(peopleOfPortfolioSince(database(), m_workspace.account(), at(0))), 3);
}

TEST_F(ErasureTest, nobodyWritesToAnErasedNumberWhereverItComesFrom)
{
    const CampaignId earlier = m_workspace.draftWith(3);
    valueOf(m_erasure.erase({phoneOf(2)}, at(3)));

    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(phoneOf(2))));
    EXPECT_EQ(m_workspace.campaign(earlier).counts.of(RecipientStatus::OptedOut), 1);
    const CampaignId copy = valueOf(m_campaigns.duplicate(earlier, u"Again"_s, at(4)));
    EXPECT_EQ(m_workspace.campaign(copy).counts.total(), 2);
    EXPECT_THAT(valueOf(m_campaigns.addRecipients(copy, {newPerson(2)}, at(5))), Each(AddVerdict::OptedOut));
    EXPECT_EQ(m_contacts.put(phoneOf(2), {}, {}, at(6)).error().code, u"erased"_s);
    valueOf(m_contacts.optOut(phoneOf(2), u"letter"_s, at(7)));
    EXPECT_FALSE(valueOf(m_contacts.find(phoneOf(2))));
}

TEST_F(ErasureTest, aCopyOfACampaignTellsOfEverybodyWhoWasInIt)
{
    const CampaignId pattern = m_workspace.draftWith(5);
    valueOf(m_erasure.erase({phoneOf(2)}, at(3)));
    const CampaignId copy = m_workspace.draftWith(0);

    const AddedPeople copied = valueOf(m_campaigns.copyRecipients(copy, pattern, at(4)));

    EXPECT_EQ(copied, (AddedPeople{4, 0, 1}));
}

TEST_F(ErasureTest, aMessageInDoubtToAnErasedPersonIsNeverSentAgain)
{
    const CampaignId campaign = m_workspace.sendingWith(1);
    const ClaimResult claimed = valueOf(m_ledger.claim({.campaign = campaign, .count = 1, .now = at(2)}));
    valueOf(m_ledger.settle({unknown(claimed.claims.front(), at(3))}));
    valueOf(m_erasure.erase({phoneOf(1)}, at(4)));

    valueOf(m_campaigns.resolveUnconfirmed(campaign, Resolution::Resend, {}, at(5)));
    const ClaimResult again = valueOf(m_ledger.claim({.campaign = campaign, .count = 5, .now = at(6)}));

    EXPECT_THAT(again.claims, IsEmpty());
    EXPECT_EQ(again.keptOut, 1);
    EXPECT_EQ(m_workspace.campaign(campaign).counts.of(RecipientStatus::OptedOut), 1);
}

TEST_F(ErasureTest, somebodyUnknownIsErasedAllTheSame)
{
    const ErasedPeople erased = valueOf(m_erasure.erase({phoneOf(9)}, at(1)));

    EXPECT_FALSE(erased.wereKnown());
    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(phoneOf(9))));
}

TEST_F(ErasureTest, aNewOptInBringsANumberBack)
{
    m_workspace.draftWith(1);
    answer(1, {}, at(2));
    valueOf(m_erasure.erase({phoneOf(1)}, at(3)));

    valueOf(m_contacts.optIn(phoneOf(1), {.at = at(4), .source = u"shop"_s}, at(4)));
    answer(1, {}, at(40));

    EXPECT_FALSE(valueOf(m_contacts.isSuppressed(phoneOf(1))));
    EXPECT_TRUE(valueOf(m_contacts.find(phoneOf(1))));
    EXPECT_THAT(valueOf(m_deliveries.messages({})), SizeIs(1));
}
