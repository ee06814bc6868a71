#include "app/audiencereading.h"
#include "app/defaultsstore.h"
#include "app/draftstate.h"
#include "app/practicelist.h"
#include "workspace/samplereading.h"
#include "workspace/session.h"

#include <QFile>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

/// A practice workspace and a draft in it, with three people.
class WizardAnswersTest : public testing::Test
{
protected:
    void SetUp() override
    {
        qputenv("XDG_STATE_HOME", m_folder.filePath(u"state"_s).toUtf8());
        const Result<Workspace> workspace =
            Workspace::create(m_folder.filePath(u"practice"_s), Workspace::Purpose::Practice, SystemClock{});
        ASSERT_TRUE(workspace);
        Result<std::unique_ptr<Session>> opened = Session::open(*workspace);
        ASSERT_TRUE(opened);
        session = *std::move(opened);
        Result<Campaign> campaign = newDraftWithDefaults(*session);
        ASSERT_TRUE(campaign);
        campaign->name = u"Kerala"_s;
        campaign->templateName = u"tour_package_marketing"_s;
        campaign->language = u"en_US"_s;
        const Result<CampaignId> id = session->campaigns().create(*campaign, now());
        ASSERT_TRUE(id);
        draft = *id;
        ASSERT_TRUE(
            session->campaigns().addRecipients(draft,
                                               {person(u"+447700900201"_s, u"Short"_s, u"1"_s),
                                                person(u"+447700900202"_s, u"The longest package"_s, u"2"_s),
                                                person(u"+447700900203"_s, u"Middle one"_s, {})},
                                               now()));
    }

    UtcTime now() const { return session->clock().now(); }

    static NewRecipient person(const QString &phone, const QString &package, const QString &price)
    {
        Variables values{
            {u"1"_s, package}
        };
        if (!price.isEmpty())
            values.insert(u"2"_s, price);
        return {*PhoneNumber::fromE164(phone), u"GB"_s, {}, values};
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Session> session;
    CampaignId draft;
};

} // namespace

TEST_F(WizardAnswersTest, practiceBeginsFastAndAlwaysOpen)
{
    const SendingDefaults defaults = readSendingDefaults(*session);

    EXPECT_EQ(defaults.rate, SendRate::standard());
    EXPECT_TRUE(defaults.window.isAlwaysOpen());
    EXPECT_EQ(defaults.country, u"GB"_s);
}

TEST_F(WizardAnswersTest, defaultsAreKept)
{
    SendingDefaults defaults = readSendingDefaults(*session);
    defaults.country = u"ES"_s;
    defaults.rate = SendRate::gentle();
    defaults.window = {8 * 60, 20 * 60 + 30, 0x1f, {}};
    defaults.timeZone = u"Europe/Madrid"_s;

    ASSERT_TRUE(writeSendingDefaults(*session, defaults));

    EXPECT_EQ(readSendingDefaults(*session), defaults);
    const Result<Campaign> next = newDraftWithDefaults(*session);
    ASSERT_TRUE(next);
    EXPECT_EQ(next->settings.rate, SendRate::gentle());
    EXPECT_EQ(next->settings.window.hoursText(), u"08:00-20:30"_s);
}

TEST_F(WizardAnswersTest, aNewDraftBeginsWithTheSpeedThatWasChosenLast)
{
    Campaign campaign = *session->campaigns().load(draft);
    campaign.settings.rate = *SendRate::parse(u"7/min"_s);

    ASSERT_TRUE(rememberRate(*session, campaign));

    EXPECT_EQ(newDraftWithDefaults(*session)->settings.rate.text(), u"7/min"_s);
}

TEST_F(WizardAnswersTest, whereADraftWasLeftIsRememberedAndForgotten)
{
    const UtcTime at = now();
    ASSERT_TRUE(writeDraftState(*session, draft, R"({"step":2})", at));

    EXPECT_EQ(readDraftState(*session, draft).wizard, R"({"step":2})");
    EXPECT_EQ(readDraftState(*session, draft).savedAt, at);
    ASSERT_TRUE(removeDraftState(*session, draft));
    EXPECT_TRUE(readDraftState(*session, draft).wizard.isEmpty());
}

TEST_F(WizardAnswersTest, theReviewGoesFromPersonToPerson)
{
    SampleReading samples;

    const Result<RecipientSample> second =
        samples.read(*session, draft, {SampleChoice::Kind::AtPlace, 1}, CancelToken{});
    const Result<RecipientSample> beyond =
        samples.read(*session, draft, {SampleChoice::Kind::AtPlace, 99}, CancelToken{});

    ASSERT_TRUE(second);
    EXPECT_EQ(second->phone, u"+447700900202"_s);
    EXPECT_EQ(second->people, 3);
    EXPECT_EQ(beyond->phone, u"+447700900203"_s);
}

TEST_F(WizardAnswersTest, theReviewFindsTheLongestMessageAndWhoUsesADefault)
{
    SampleReading samples;

    EXPECT_EQ(samples.read(*session, draft, {SampleChoice::Kind::Longest, 0}, CancelToken{})->phone,
              u"+447700900202"_s);
    EXPECT_EQ(samples.read(*session, draft, {SampleChoice::Kind::UsesDefault, 0}, CancelToken{})->phone,
              u"+447700900203"_s);
}

TEST_F(WizardAnswersTest, theReviewFindsWhomMetaWouldRefuse)
{
    SampleReading samples;
    const auto refusedFrom = [&](qint64 place) {
        return samples.read(*session, draft, {SampleChoice::Kind::Refused, place}, CancelToken{});
    };
    EXPECT_EQ(refusedFrom(0)->phone, u"+447700900203"_s) << "has no price, and there is no default";
    NewRecipient broken;
    broken.phone = *PhoneNumber::fromE164(u"+447700900208");
    broken.variables = {
        {u"1"_s, u"two\nlines"_s},
        {u"2"_s, u"9"_s         }
    };
    ASSERT_TRUE(session->campaigns().addRecipients(draft, {broken}, now()));

    EXPECT_EQ(refusedFrom(3)->phone, u"+447700900208"_s);
    EXPECT_FALSE(refusedFrom(3)->problem.isEmpty());
    EXPECT_EQ(refusedFrom(4)->phone, u"+447700900203"_s) << "round again";
    ASSERT_TRUE(session->campaigns().removeRecipients(
        draft, {*PhoneNumber::fromE164(u"+447700900203"), *PhoneNumber::fromE164(u"+447700900208")}));
    EXPECT_TRUE(refusedFrom(0)->phone.isEmpty()) << "nobody any more";
    EXPECT_TRUE(
        samples.read(*session, draft, {SampleChoice::Kind::AtPlace, 0}, CancelToken{})->problem.isEmpty());
}

TEST_F(WizardAnswersTest, theReviewForgetsPeopleWhoWereRemoved)
{
    SampleReading samples;
    ASSERT_TRUE(samples.read(*session, draft, {SampleChoice::Kind::AtPlace, 0}, CancelToken{}));

    ASSERT_TRUE(session->campaigns().removeRecipients(draft, {*PhoneNumber::fromE164(u"+447700900201")}));

    EXPECT_EQ(samples.read(*session, draft, {SampleChoice::Kind::AtPlace, 0}, CancelToken{})->phone,
              u"+447700900202"_s);
}

TEST_F(WizardAnswersTest, theShippedListIsPutWhereAPersonCanOpenIt)
{
    const Result<QString> path = writePracticeList(session->workspace().path());
    ASSERT_TRUE(path);
    QFile file{*path};
    ASSERT_TRUE(file.open(QIODevice::ReadWrite)) << "it can be edited";
    file.resize(10);
    file.close();

    ASSERT_TRUE(writePracticeList(session->workspace().path()));

    EXPECT_EQ(file.size(), 10) << "a person's own changes were overwritten";
}

TEST_F(WizardAnswersTest, theCheckShowsEveryVerdictOfTheShippedList)
{
    const Result<QString> path = writePracticeList(session->workspace().path());
    const AudienceSource source = AudienceSource::file(*path);
    AudienceCollector collector;

    const Result<ImportReport> report =
        session->importDesk().examine(*session->campaigns().load(draft), importRequest(source, {}, u"GB"_s),
                                      [&](const QList<ImportedRow> &rows) { collector.take(rows); });
    ASSERT_TRUE(report);
    const AudiencePreview preview = std::move(collector).preview(source, {}, u"GB"_s, *report);

    EXPECT_EQ(preview.counts.accepted, 217);
    EXPECT_EQ(preview.counts.rows,
              preview.counts.accepted + preview.counts.duplicates + preview.counts.invalid
                  + preview.counts.optedOut);
    EXPECT_EQ(preview.rows.size(), static_cast<size_t>(preview.counts.rows));
    EXPECT_EQ(preview.columns.size(), 4u);
    EXPECT_EQ(preview.columnOf.value(QString::fromLatin1(kPhoneField)), 1);
    for (const AudienceRow &row : preview.rows)
        EXPECT_EQ(row.verdict == AudienceVerdict::Invalid, !row.reason.isEmpty());
}

TEST(AudienceCollectorTest, ofALongFileTheFirstRowsOfEachVerdictAreShown)
{
    AudienceCollector collector;
    QList<ImportedRow> rows;
    for (int number = 2; number < 5002; ++number) {
        ImportedRow row;
        row.number = number;
        rows << row;
    }
    rows.last().outcome = RowOutcome::Rejected;
    rows.last().reason = ImportReason::TooShort;

    collector.take(rows);
    const AudiencePreview preview = std::move(collector).preview({}, {}, {}, {});

    EXPECT_EQ(preview.rows.size(), AudienceCollector::kMostRowsOfAVerdict + 1);
    EXPECT_EQ(preview.rows.back().verdict, AudienceVerdict::Invalid);
    EXPECT_EQ(preview.rows.back().reason, u"too_short"_s);
}

TEST(TypedPhoneTest, aNumberIsReadByTheRulesOfTheCountry)
{
    EXPECT_EQ(readTypedPhone(u"07400 123456"_s, u"GB"_s).phone.e164(), u"+447400123456"_s);
    EXPECT_TRUE(readTypedPhone(u"07700"_s, u"GB"_s).phone.isEmpty());
    EXPECT_FALSE(readTypedPhone(u"07700"_s, u"GB"_s).problem.isEmpty());
}
