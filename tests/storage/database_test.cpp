#include "storage/accountstore.h"
#include "storage/campaignstore.h"
#include "storage/contactarrivals.h"
#include "storage/contactindex.h"
#include "storage/contactmerge.h"
#include "storage/contactstore.h"
#include "storage/database.h"
#include "storage/deliverystore.h"
#include "storage/directmessagestore.h"
#include "storage/inboxstore.h"
#include "storage/migrations.h"
#include "storage/recipientstore.h"
#include "storage/recurrencestore.h"
#include "storage/settingstore.h"
#include "storage/sql.h"
#include "storage/temporaryworkspace.h"
#include "storage/workspacecheck.h"

#include <QDir>
#include <QFile>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ::testing::IsEmpty;

namespace {

QString oldDatabase(const QString &name)
{
    return QDir{QStringLiteral(FANFARE_TEST_DATA)}.filePath(u"databases/"_s + name);
}

/// A copy of a database that an earlier version made, brought up to date.
class OldDatabase
{
public:
    explicit OldDatabase(const QString &name)
    {
        const QString path = m_folder.filePath(u"fanfare.db"_s);
        EXPECT_TRUE(QFile::copy(oldDatabase(name), path));
        EXPECT_TRUE(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        m_database = valueOf(Database::open(path));
        EXPECT_EQ(m_database->schemaVersion(), Database::newestSchemaVersion());
    }

    Database &operator*() const { return *m_database; }
    Database *operator->() const { return m_database.get(); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
};

} // namespace

TEST(DatabaseTest, anOlderDatabaseIsBroughtUpToDateWithItsContent)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"fanfare.db"_s);
    ASSERT_TRUE(QFile::copy(oldDatabase(u"schema-0002.db"_s), path));
    ASSERT_TRUE(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));

    const auto database = valueOf(Database::open(path));

    EXPECT_EQ(database->schemaVersion(), Database::newestSchemaVersion());
    EXPECT_EQ(valueOf(firstInteger(*database, u"PRAGMA user_version"_s)), Database::newestSchemaVersion());
    EXPECT_EQ(valueOf(SettingStore{*database}.value(u"colour"_s)), u"blue"_s);
    EXPECT_EQ(valueOf(firstInteger(*database, u"SELECT count(*) FROM contact"_s)), 2);
    EXPECT_EQ(valueOf(firstInteger(*database, u"SELECT count(*) FROM campaign"_s)), 0);
    EXPECT_THAT(valueOf(database->integrityProblems()), IsEmpty());
    EXPECT_FALSE(QFile::permissions(path) & QFile::ReadOther);
}

TEST(DatabaseTest, campaignsOfAnOlderVersionKeepTheirPeople)
{
    const OldDatabase database{u"schema-0006.db"_s};

    const Campaign campaign = valueOf(CampaignStore{*database}.load({1}));
    EXPECT_EQ(campaign.name, u"Goa"_s);
    EXPECT_EQ(campaign.counts.total(), 3);
    RecipientQuery everybody;
    everybody.campaign = {1};
    const std::vector<Recipient> people =
        valueOf(RecipientStore{*database}.page(everybody, 10, std::nullopt));
    ASSERT_EQ(people.size(), 3u);
    EXPECT_EQ(people.front().region, u"IN"_s);
    EXPECT_THAT(valueOf(RecurrenceStore{*database}.list()), IsEmpty());
    EXPECT_THAT(valueOf(database->integrityProblems()), IsEmpty());
}

TEST(DatabaseTest, aDatabaseThatCountedNoTriesKeepsItsPeopleAndTheirHistory)
{
    const OldDatabase database{u"schema-0005.db"_s};

    EXPECT_EQ(valueOf(firstInteger(*database, u"SELECT attempts FROM recipient WHERE status = 'failed'"_s)),
              6);
    EXPECT_EQ(valueOf(firstInteger(*database, u"SELECT sum(attempts_before) FROM recipient"_s)), 0);
    EXPECT_EQ(valueOf(firstInteger(*database, u"SELECT count(*) FROM marketing_hold"_s)), 0);
    EXPECT_THAT(valueOf(database->integrityProblems()), IsEmpty());
}

TEST(DatabaseTest, aDatabaseFromBeforeTheContactBookKeepsItsPeople)
{
    const OldDatabase database{u"schema-0004.db"_s};

    ContactStore contacts{*database};
    EXPECT_EQ(valueOf(contacts.count({.search = u"jose"_s}, at(1))), 1);
    valueOf(ContactIndex{*database}.catchUp());
    EXPECT_EQ(valueOf(contacts.count({.search = u"jose"_s}, at(1))), 1);
    const SegmentRule readers = valueOf(SegmentRule::fromText(u"read campaign 1 and attr:Visits = 3"_s));
    EXPECT_EQ(valueOf(contacts.count({.rule = readers}, at(1))), 1);
    EXPECT_THAT(valueOf(database->integrityProblems()), IsEmpty());
    EXPECT_THAT(valueOf(counterProblems(*database)), IsEmpty());
}

TEST(DatabaseTest, aDatabaseFromBeforeHiddenImportsShowsItsPeople)
{
    const OldDatabase database{u"schema-0007.db"_s};
    const qint64 people = 3;

    EXPECT_EQ(valueOf(ContactStore{*database}.count()), people);
    EXPECT_EQ(valueOf(ContactStore{*database}.keys({}, at(1))).size(), size_t(people));
    EXPECT_THAT(valueOf(database->integrityProblems()), IsEmpty());
}

TEST(DatabaseTest, peopleOfADatabaseFromBeforeZonesOfPeopleGoByTheirCountry)
{
    const OldDatabase database{u"schema-0008.db"_s};

    EXPECT_EQ(valueOf(firstInteger(*database, u"SELECT count(*) FROM recipient"_s, {})),
              valueOf(firstInteger(*database, u"SELECT count(*) FROM recipient WHERE place = region"_s, {})));
    EXPECT_THAT(valueOf(database->integrityProblems()), IsEmpty());
    EXPECT_THAT(valueOf(counterProblems(*database)), IsEmpty());
}

TEST(DatabaseTest, aDatabaseWithoutDirectMessagesCountsWhomItWroteToAsBefore)
{
    const OldDatabase database{u"schema-0009.db"_s};

    EXPECT_EQ(valueOf(AccountStore{*database}.peopleCountedSince({1}, fromMilliseconds(1))), 1);
    EXPECT_EQ(valueOf(ContactStore{*database}.count()), 3);
    EXPECT_THAT(valueOf(DirectMessageStore{*database}.waitingDirects(at(1))), IsEmpty());
    EXPECT_THAT(valueOf(database->integrityProblems()), IsEmpty());
}

TEST(DatabaseTest, aDatabaseFromBeforeContactsCouldBeMergedIsBroughtUpToDate)
{
    const OldDatabase database{u"schema-0010.db"_s};

    EXPECT_EQ(valueOf(ContactStore{*database}.count()), 12);
    const auto merged =
        ContactMerge{*database}.merge(PhoneNumber::fromE164(u"+34600000101"_s).value(),
                                      {PhoneNumber::fromE164(u"+34600000103"_s).value()}, at(9));
    EXPECT_EQ(valueOf(merged).skipped, 1) << "they were both in a draft";
    EXPECT_THAT(valueOf(counterProblems(*database)), IsEmpty());
    EXPECT_THAT(valueOf(database->integrityProblems()), IsEmpty());
}

TEST(DatabaseTest, aStopThatWaitedForItsPersonInAnOlderDatabaseHoldsOnceThePersonIsKnown)
{
    const OldDatabase database{u"schema-0011.db"_s};

    const PhoneNumber person = *PhoneNumber::fromE164(u"+34600000101"_s);
    ASSERT_FALSE(valueOf(ContactStore{*database}.isSuppressed(person)));

    InboundMessageEvent event;
    event.messageId = u"wamid.2"_s;
    event.fromPhone = person.e164();
    event.fromUserId = u"ES.8842"_s;
    event.type = u"text"_s;
    event.text = u"Did you get it?"_s;
    event.at = at(9);
    valueOf(DeliveryStore{*database}.apply("{}", {event}, at(9)));

    EXPECT_TRUE(valueOf(ContactStore{*database}.isSuppressed(person)));
    EXPECT_THAT(valueOf(database->integrityProblems()), IsEmpty());
}

TEST(DatabaseTest, aDatabaseFromBeforeImportsWereFinishedByOthersIsBroughtUpToDate)
{
    const OldDatabase database{u"schema-0012.db"_s};

    EXPECT_EQ(valueOf(ContactStore{*database}.count()), 12);
    EXPECT_EQ(valueOf(ContactArrivals::unfinished(*database)), ContactArrivals::Unfinished::Nothing);
    EXPECT_THAT(valueOf(counterProblems(*database)), IsEmpty());
    EXPECT_THAT(valueOf(database->integrityProblems()), IsEmpty());
}

TEST(DatabaseTest, aDatabaseFromBeforeFormerNamesWereKeptIsBroughtUpToDate)
{
    const OldDatabase database{u"schema-0013.db"_s};

    EXPECT_EQ(
        valueOf(firstInteger(*database, u"SELECT contact_id FROM known_user_id WHERE user_id = 'IN.1'"_s)),
        1);
    EXPECT_EQ(valueOf(firstInteger(*database, u"SELECT at FROM resumption WHERE phone = '+34600000102'"_s)),
              1'795'000'000'000);
    EXPECT_THAT(valueOf(counterProblems(*database)), IsEmpty());
    EXPECT_THAT(valueOf(database->integrityProblems()), IsEmpty());
}

TEST(DatabaseTest, aDatabaseFromBeforeMetasOwnTotalsWereKeptIsBroughtUpToDate)
{
    const OldDatabase database{u"schema-0014.db"_s};

    EXPECT_EQ(valueOf(firstInteger(*database, u"SELECT count(*) FROM template_day"_s)), 0);
    EXPECT_EQ(valueOf(firstInteger(*database, u"SELECT count(*) FROM known_user_id"_s)), 1);
    EXPECT_THAT(valueOf(database->integrityProblems()), IsEmpty());
}

TEST(DatabaseTest, aDatabaseFromBeforeTheTimesOfPeopleWereKeptIsBroughtUpToDate)
{
    const OldDatabase database{u"schema-0015.db"_s};

    EXPECT_EQ(valueOf(firstInteger(*database, u"SELECT count(*) FROM campaign_delay"_s)), 0);
    EXPECT_EQ(valueOf(firstInteger(*database, u"SELECT count(*) FROM recipient"_s)), 3);
    EXPECT_THAT(valueOf(database->integrityProblems()), IsEmpty());
}

TEST(DatabaseTest, whatPeopleWroteBeforeThereWasAnInboxIsInIt)
{
    const OldDatabase database{u"schema-0016.db"_s};

    InboxStore inbox{*database};
    const std::vector<Conversation> conversations = valueOf(inbox.rows(valueOf(inbox.keys({}, at(0)))));
    ASSERT_EQ(conversations.size(), 3u);
    const Conversation cid = valueOf(inbox.find(*PhoneNumber::fromE164(u"+34600000103"_s))).value();
    EXPECT_EQ(cid.name, u"Cid"_s);
    EXPECT_EQ(cid.lastText, u"Gracias"_s);
    EXPECT_EQ(cid.unread, 0) << "old answers were dealt with elsewhere";
    EXPECT_EQ(valueOf(inbox.keys({.search = u"included"_s}, at(0))).size(), 1u);
    EXPECT_THAT(valueOf(counterProblems(*database)), IsEmpty());
    EXPECT_THAT(valueOf(database->integrityProblems()), IsEmpty());
}

TEST(DatabaseTest, aDatabaseFromBeforeContactsWereKnownToFollowIsBroughtUpToDate)
{
    const OldDatabase database{u"schema-0017.db"_s};

    EXPECT_EQ(
        valueOf(firstInteger(*database, u"SELECT count(*) FROM person_change WHERE follower_id IS NULL"_s)),
        1);
    const PhoneNumber phone = *PhoneNumber::fromE164(u"+34600000101"_s);
    const UtcTime before = valueOf(ContactStore{*database}.find(phone))->createdAt + 1s;
    const PersonChangeEvent earlier{phone.e164(), {}, u"+34600000200"_s, {}, {}, before};
    valueOf(DeliveryStore{*database}.apply("{}", {earlier}, before));
    EXPECT_TRUE(valueOf(ContactStore{*database}.find(phone))) << "they came there since";
    EXPECT_THAT(valueOf(database->integrityProblems()), IsEmpty());
}

// "What Meta charged for before the update must be in the costs too."
TEST(DatabaseTest, aDatabaseFromBeforeCostsIsBroughtUpToDate)
{
    const OldDatabase database{u"schema-0018.db"_s};

    EXPECT_EQ(valueOf(firstInteger(*database, u"SELECT sum(messages) FROM campaign_charge"_s)), 2);
    EXPECT_EQ(
        valueOf(firstInteger(
            *database, u"SELECT count(*) FROM campaign_charge WHERE region NOT IN ('PR', 'ES', 'GB')"_s)),
        0);
    EXPECT_THAT(valueOf(counterProblems(*database)), IsEmpty());
    EXPECT_THAT(valueOf(database->integrityProblems()), IsEmpty());
}

TEST(DatabaseTest, aDatabaseFromBeforeFiguresByTheHourCountsWhatItHolds)
{
    const OldDatabase database{u"schema-0019.db"_s};

    EXPECT_EQ(valueOf(firstInteger(*database, u"SELECT sum(delivered) FROM campaign_quarter"_s)), 2);
    EXPECT_EQ(valueOf(firstInteger(*database, u"SELECT sum(people) FROM campaign_failure"_s)), 1);
    EXPECT_EQ(valueOf(firstInteger(*database, u"SELECT recipient_id FROM opt_out"_s)), 2);
    EXPECT_THAT(valueOf(database->integrityProblems()), IsEmpty());
    EXPECT_THAT(valueOf(counterProblems(*database)), IsEmpty());
}

TEST(DatabaseTest, aDatabaseFromBeforeAnswersWereCountedInTheirOrderIsBroughtUpToDate)
{
    const OldDatabase database{u"schema-0020.db"_s};

    EXPECT_EQ(valueOf(firstInteger(*database,
                                   u"SELECT count(*) FROM conversation WHERE last_in_id > last_out_id"_s)),
              1);
    EXPECT_EQ(
        valueOf(firstInteger(*database, u"SELECT count(*) FROM conversation WHERE profile_key = 'ana'"_s)),
        1);
    EXPECT_THAT(valueOf(counterProblems(*database)), IsEmpty());
    EXPECT_THAT(valueOf(database->integrityProblems()), IsEmpty());
}

TEST(DatabaseTest, aDatabaseFromBeforeTestsKeepsItsCampaigns)
{
    const OldDatabase database{u"schema-0020.db"_s};

    EXPECT_EQ(valueOf(firstInteger(*database, u"SELECT count(*) FROM campaign WHERE fixed_values = '{}'"_s)),
              valueOf(firstInteger(*database, u"SELECT count(*) FROM campaign"_s)));
    EXPECT_GT(valueOf(firstInteger(*database, u"SELECT count(*) FROM recipient"_s)), 0);
    EXPECT_EQ(valueOf(firstInteger(*database, u"SELECT count(*) FROM ab_test"_s)), 0);
    EXPECT_THAT(valueOf(database->integrityProblems()), IsEmpty());
    EXPECT_THAT(valueOf(counterProblems(*database)), IsEmpty());
}

TEST(DatabaseTest, aDatabaseFromBeforeAnswersWereChargedForKnowsWhatTheyCost)
{
    const OldDatabase database{u"schema-0021.db"_s};

    EXPECT_EQ(valueOf(firstInteger(*database, u"SELECT messages FROM account_charge WHERE region = 'ES'"_s)),
              1);
    EXPECT_THAT(valueOf(database->integrityProblems()), IsEmpty());
    EXPECT_THAT(valueOf(counterProblems(*database)), IsEmpty());
}

TEST(DatabaseTest, aDatabaseWithChargesOfAnswersKeepsThem)
{
    const OldDatabase database{u"schema-0022.db"_s};

    EXPECT_EQ(valueOf(firstInteger(*database, u"SELECT sum(messages) FROM account_charge"_s)), 1);
    EXPECT_EQ(valueOf(firstInteger(*database,
                                   u"SELECT count(*) FROM conversation WHERE last_in_id > last_out_id"_s)),
              1);
    EXPECT_THAT(valueOf(database->integrityProblems()), IsEmpty());
    EXPECT_THAT(valueOf(counterProblems(*database)), IsEmpty());
}

TEST(DatabaseTest, severalThreadsMayOpenAnOlderDatabaseAtOnce)
{
    const QTemporaryDir folder;
    // Again and again: whoever looks while another one brings it up to date must not take it for damaged.
    for (int round = 0; round < 25; ++round) {
        const QString path = folder.filePath(u"fanfare-%1.db"_s.arg(round));
        ASSERT_TRUE(QFile::copy(oldDatabase(u"schema-0002.db"_s), path));
        std::vector<int> versions(4);
        std::vector<std::string> problems(4);

        std::vector<std::thread> threads;
        for (size_t opener = 0; opener < versions.size(); ++opener)
            threads.emplace_back([&, opener] {
                const auto database = Database::open(path);
                versions[opener] = database ? (*database)->schemaVersion() : -1;
                problems[opener] = database ? std::string{} : database.error().detail.toStdString();
            });
        for (std::thread &thread : threads)
            thread.join();

        EXPECT_THAT(versions, ::testing::Each(Database::newestSchemaVersion()));
        EXPECT_THAT(problems, ::testing::Each(IsEmpty()));
    }
}

TEST(DatabaseTest, aCommittedValueStays)
{
    TemporaryWorkspace workspace;

    const Result<int> result = inTransaction(workspace.database(), [&]() -> Result<int> {
        return execute(workspace.database(), u"INSERT INTO setting VALUES ('a', 'b')"_s);
    });

    ASSERT_TRUE(result);
    EXPECT_EQ(valueOf(SettingStore{*workspace.secondConnection()}.value(u"a"_s)), u"b"_s);
}

TEST(DatabaseTest, anErrorRollsEverythingBack)
{
    TemporaryWorkspace workspace;

    const Result<> result = inTransaction(workspace.database(), [&]() -> Result<> {
        valueOf(execute(workspace.database(), u"INSERT INTO setting VALUES ('a', 'b')"_s));
        return Error{ErrorKind::BadInput, u"no"_s, {}, {}};
    });

    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().message, u"no"_s);
    EXPECT_EQ(valueOf(SettingStore{workspace.database()}.value(u"a"_s)), std::nullopt);
    EXPECT_TRUE(SettingStore{workspace.database()}.setValue(u"a"_s, u"c"_s)) << "a new transaction may begin";
}

TEST(DatabaseTest, workIsNotRunWhileAnotherConnectionWrites)
{
    TemporaryWorkspace workspace;
    const auto other = workspace.secondConnection();
    valueOf(execute(*other, u"PRAGMA busy_timeout = 50"_s));
    Transaction writing{workspace.database(), Transaction::Kind::Write};
    valueOf(writing.begin());
    bool hasRun = false;

    const Result<> result = inTransaction(*other, [&]() -> Result<> {
        hasRun = true;
        return Done{};
    });

    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::Busy);
    EXPECT_FALSE(hasRun);
}

TEST(DatabaseTest, theStampTellsWhenSomebodyElseHasWritten)
{
    TemporaryWorkspace workspace;
    const auto other = workspace.secondConnection();
    const qint64 first = workspace.database().outsideChangeStamp();

    valueOf(SettingStore{workspace.database()}.setValue(u"own"_s, u"write"_s));
    const qint64 afterOwn = workspace.database().outsideChangeStamp();
    valueOf(SettingStore{*other}.setValue(u"other"_s, u"write"_s));
    const qint64 afterOther = workspace.database().outsideChangeStamp();

    EXPECT_EQ(first, afterOwn);
    EXPECT_NE(afterOwn, afterOther);
}

TEST(DatabaseTest, aCopyWhileInUseOpensAndHasEverything)
{
    TemporaryWorkspace workspace;
    valueOf(SettingStore{workspace.database()}.setValue(u"colour"_s, u"green"_s));

    valueOf(workspace.database().copyTo(workspace.file(u"copy.db"_s)));

    const auto copy = valueOf(Database::open(workspace.file(u"copy.db"_s)));
    EXPECT_EQ(valueOf(SettingStore{*copy}.value(u"colour"_s)), u"green"_s);
    EXPECT_EQ(workspace.database().copyTo(workspace.file(u"copy.db"_s)).error().code, u"file_exists"_s);
}

TEST(DatabaseTest, integrityProblemsAreTold)
{
    TemporaryWorkspace workspace;
    ASSERT_THAT(valueOf(workspace.database().integrityProblems()), IsEmpty());
    valueOf(execute(workspace.database(), u"PRAGMA foreign_keys = OFF"_s));
    valueOf(
        execute(workspace.database(),
                u"INSERT INTO template (account_id, name, language, content) VALUES (99, 'a', 'b', '{}')"_s));

    const std::vector<QString> problems = valueOf(workspace.database().integrityProblems());

    ASSERT_EQ(problems.size(), 1u);
    EXPECT_TRUE(problems.front().contains(u"template"_s));
}

TEST(MigrationTest, statementsAreSplitOutsideStringsCommentsAndTriggers)
{
    const QString script = uR"(-- first; comment
CREATE TABLE a (b TEXT DEFAULT 'x;''y'); /* ; */ INSERT INTO "odd;name" VALUES (';');
CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN
    UPDATE a SET b = CASE WHEN b = ';' THEN 1 END; -- end;
    DELETE FROM a;
END;
;
SELECT [c;d] FROM `e;f`)"_s;

    const QStringList statements = splitStatements(script);

    ASSERT_EQ(statements.size(), 4);
    EXPECT_EQ(statements[0], u"CREATE TABLE a (b TEXT DEFAULT 'x;''y')"_s);
    EXPECT_EQ(statements[1], uR"(INSERT INTO "odd;name" VALUES (';'))"_s);
    EXPECT_TRUE(statements[2].startsWith(u"CREATE TEMP TRIGGER"_s));
    EXPECT_TRUE(statements[2].endsWith(u"END"_s));
    EXPECT_TRUE(statements[2].contains(u"DELETE FROM a;"_s));
    EXPECT_EQ(statements[3], u"SELECT [c;d] FROM `e;f`"_s);
}

TEST(MigrationTest, migrationsAreNumberedWithoutGaps)
{
    ASSERT_FALSE(workspaceMigrations().empty());
    int expected = 1;
    for (const Migration &migration : workspaceMigrations()) {
        EXPECT_EQ(migration.version, expected++) << migration.fileName.toStdString();
        EXPECT_FALSE(migration.statements.isEmpty()) << migration.fileName.toStdString();
    }
}
