#include "presentation/campaigndraft.h"

#include "support/fakeclock.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class CampaignDraftTest : public testing::Test
{
protected:
    CampaignDraftTest()
    {
        draft.name = u"Lisboa"_s;
        draft.templateName = u"lisboa_puente"_s;
        draft.language = u"es"_s;
        MessageTemplate messageTemplate;
        messageTemplate.name = draft.templateName;
        messageTemplate.language = draft.language;
        messageTemplate.status = u"APPROVED"_s;
        facts = {messageTemplate, 1377, clock.now()};
    }

    QList<DraftField> wrongFields(WizardStep step) const
    {
        QList<DraftField> fields;
        for (const DraftProblem &problem : draft.problems(step, facts))
            fields << problem.field;
        return fields;
    }

    FakeClock clock;
    CampaignDraft draft;
    DraftFacts facts;
};

} // namespace

TEST_F(CampaignDraftTest, aFilledInDraftIsCompleteInEveryStep)
{
    for (const WizardStep step : kWizardSteps)
        EXPECT_TRUE(draft.isComplete(step, facts)) << wordFor(step).toStdString();
    EXPECT_TRUE(draft.isReachable(WizardStep::Review, facts));
}

TEST_F(CampaignDraftTest, anEmptyDraftNamesWhatIsMissing)
{
    draft = {};

    EXPECT_EQ(wrongFields(WizardStep::Details), (QList{DraftField::Name, DraftField::Template}));
    EXPECT_FALSE(draft.isReachable(WizardStep::Recipients, facts));
    EXPECT_TRUE(draft.isReachable(WizardStep::Details, facts));
    EXPECT_TRUE(draft.isBlank());
}

TEST_F(CampaignDraftTest, onlySpacesAreNoName)
{
    draft.name = u"   "_s;

    EXPECT_EQ(wrongFields(WizardStep::Details), QList{DraftField::Name});
}

TEST_F(CampaignDraftTest, aTemplateThatIsNotApprovedCannotBeSent)
{
    facts.messageTemplate->status = u"PAUSED"_s;

    EXPECT_EQ(wrongFields(WizardStep::Details), QList{DraftField::Template});
}

TEST_F(CampaignDraftTest, aTemplateThatDisappearedIsSaidSo)
{
    facts.messageTemplate.reset();

    ASSERT_EQ(wrongFields(WizardStep::Details), QList{DraftField::Template});
}

TEST_F(CampaignDraftTest, aMediaHeaderNeedsAFileThatCanBeRead)
{
    facts.messageTemplate->headerFormat = HeaderFormat::Image;
    EXPECT_EQ(wrongFields(WizardStep::Details), QList{DraftField::HeaderMedia});

    const QTemporaryDir folder;
    const QString path = folder.filePath(u"tranvia.jpg"_s);
    draft.settings.headerMedia = HeaderMedia::fromText(path);
    EXPECT_EQ(wrongFields(WizardStep::Details), QList{DraftField::HeaderMedia});

    QFile file{path};
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    EXPECT_EQ(wrongFields(WizardStep::Details), QList<DraftField>{});
}

TEST_F(CampaignDraftTest, somebodyMustBeThere)
{
    facts.people = 0;

    EXPECT_EQ(wrongFields(WizardStep::Recipients), QList{DraftField::People});
    EXPECT_FALSE(draft.isReachable(WizardStep::Settings, facts));
}

TEST_F(CampaignDraftTest, aDefaultThatMetaWouldRefuseIsSaidSo)
{
    draft.settings.defaults = {
        {u"1"_s, u"a\nb"_s},
        {u"2"_s, {}       }
    };

    EXPECT_EQ(wrongFields(WizardStep::Recipients), QList{DraftField::Defaults});
}

TEST_F(CampaignDraftTest, aTimeToSendMustLieAhead)
{
    draft.when = SendWhen::AtTime;
    EXPECT_EQ(wrongFields(WizardStep::Settings), QList{DraftField::Moment});

    draft.scheduledFor = clock.now() - 1s;
    EXPECT_EQ(wrongFields(WizardStep::Settings), QList{DraftField::Moment});

    draft.scheduledFor = clock.now() + 1min;
    EXPECT_EQ(wrongFields(WizardStep::Settings), QList<DraftField>{});
}

TEST_F(CampaignDraftTest, theWindowNeedsHoursAndDays)
{
    draft.settings.window.toMinute = draft.settings.window.fromMinute;
    draft.settings.window.days = 0;

    EXPECT_EQ(wrongFields(WizardStep::Settings), (QList{DraftField::Hours, DraftField::Days}));
}

TEST_F(CampaignDraftTest, aReopenedDraftStandsWhereItWasLeft)
{
    draft.accountId = {3};
    draft.description = u"Última llamada"_s;
    draft.settings.rate = SendRate::standard();
    draft.settings.defaults = {
        {u"2"_s, u"esta semana"_s}
    };
    draft.when = SendWhen::AtTime;
    draft.scheduledFor = clock.now() + 24h;
    draft.step = WizardStep::Recipients;
    draft.source = AudienceSource::file(u"/home/ana/clientes.csv"_s);
    draft.choices.encoding = u"windows-1252"_s;
    draft.choices.hasHeader = false;
    draft.choices.columnOf = {
        {u"phone"_s, 1 },
        {u"2"_s,     -1}
    };
    draft.choices.fixedPhones = {
        {7, u"91 555 01 23"_s}
    };
    draft.choices.leftOut = {12, 9'000'000'000};

    Campaign stored;
    draft.applyTo(stored);
    CampaignDraft reopened = CampaignDraft::of(stored);
    reopened.restoreWizardState(draft.wizardState());

    EXPECT_EQ(reopened, draft);
}

TEST_F(CampaignDraftTest, aBrokenStateLeavesTheDraftAsItIs)
{
    const CampaignDraft before = draft;

    draft.restoreWizardState("{\"step\": 99, \"when\": \"never\", \"scheduled_for\": 12}");
    draft.restoreWizardState("nonsense");
    draft.restoreWizardState({});

    EXPECT_EQ(draft, before);
}
