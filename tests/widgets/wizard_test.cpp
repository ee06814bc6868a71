#include "widgets/wizard/campaignwizard.h"

#include "presentation/importrowmodel.h"
#include "support/fakeclock.h"
#include "widgets/controls/dialogs.h"
#include "widgets/samples.h"
#include "widgets/wizard/budgetfield.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QTimeEdit>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The wizard in a window, with someone who answers like the workspace: drafts are stored, files hold 1,377
/// people.
class WizardTest : public testing::Test
{
protected:
    WizardTest()
    {
        QLocale::setDefault(QLocale{u"en_GB"_s});
        wizard.setSenders(Samples::senders());
        wizard.setTemplates(Samples::templates(), clock.now());
        wizard.setZone(QTimeZone::utc());
        QObject::connect(&wizard, &CampaignWizard::draftChanged, &wizard, [this](const CampaignDraft &draft) {
            saved.push_back(draft);
            wizard.setSaved({7}, clock.now());
        });
        QObject::connect(&wizard, &CampaignWizard::previewWanted, &wizard,
                         [this](const AudienceSource &source, const AudienceChoices &choices) {
                             previewed.push_back(choices);
                             if (!answersPreviews)
                                 return;
                             AudiencePreview preview = Samples::preview();
                             preview.source = source;
                             wizard.setAudiencePreview(preview);
                         });
        QObject::connect(&wizard, &CampaignWizard::importWanted, &wizard, [this] {
            ++imports;
            if (answersImports)
                wizard.setImported(1377);
        });
        QObject::connect(&wizard, &CampaignWizard::checkWanted, &wizard, [this] {
            wizard.setChecks(checks, SendEstimate{2h, clock.now(), clock.now() + 2h});
        });
        QObject::connect(&wizard, &CampaignWizard::sampleWanted, &wizard, [this](const SampleChoice &choice) {
            samples.push_back(choice);
            wizard.setSample(Samples::sample(choice.place));
        });
        QObject::connect(&wizard, &CampaignWizard::peopleWanted, &wizard,
                         [this](const QString &search) { wizard.setPeopleTotal(search, 1377); });
        QObject::connect(&wizard, &CampaignWizard::peoplePageWanted, &wizard,
                         [this](const QString &, const PageRequest &request) {
                             wizard.people().setPage(request,
                                                     Samples::draftPeople(request.offset, request.count));
                         });
        wizard.resize(1232, 868);
        wizard.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&wizard));
    }

    template <typename Widget>
    Widget *find(const QString &name) const
    {
        auto *found = wizard.findChild<Widget *>(name);
        EXPECT_NE(found, nullptr) << name.toStdString();
        return found;
    }

    void click(const QString &name) const
    {
        auto *button = find<QAbstractButton>(name);
        ASSERT_TRUE(button->isEnabled()) << name.toStdString();
        QTest::mouseClick(button, Qt::LeftButton);
    }

    QString textOf(const QString &name) const { return find<QAbstractButton>(name)->text(); }

    /// A click on the first row of a table.
    void chooseFirstRow(const QString &name) const
    {
        auto *table = find<QTableView>(name);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(0, 0)).center());
    }

    bool says(const QString &sentence) const
    {
        const QList<QLabel *> labels = wizard.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(sentence);
        });
    }

    static QString focusName()
    {
        const QWidget *focused = QApplication::focusWidget();
        return focused ? focused->objectName() : QString{};
    }

    static void tabTo(const QString &name)
    {
        for (int stops = 0; stops < 50 && focusName() != name; ++stops)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        EXPECT_EQ(focusName(), name);
    }

    void typeDetails() const
    {
        QTest::keyClicks(find<QLineEdit>(u"nameEdit"_s), u"Goa"_s);
        QTest::keyClicks(find<QLineEdit>(u"templateSearch"_s), u"goa"_s);
        chooseFirstRow(u"templateTable"_s);
    }

    void openAt(WizardStep step, qint64 people = 1377)
    {
        CampaignDraft draft = Samples::draft();
        draft.scheduledFor = clock.now() + 24h;
        draft.step = step;
        wizard.open(draft, people);
    }

    FakeClock clock{Samples::momentOf(u"2026-11-19T11:42:00"_s)};
    CampaignWizard wizard{clock, Samples::phoneFormat()};
    std::vector<CampaignDraft> saved;
    std::vector<AudienceChoices> previewed;
    std::vector<SampleChoice> samples;
    std::vector<PreflightCheck> checks = Samples::checks();
    int imports = 0;
    bool answersPreviews = true;
    bool answersImports = true;
};

} // namespace

TEST_F(WizardTest, aCampaignIsSentByClicksAlone)
{
    QSignalSpy sends{&wizard, &CampaignWizard::sendWanted};

    typeDetails();
    click(u"nextButton"_s);
    ASSERT_EQ(wizard.step(), WizardStep::Recipients);
    click(u"pasteNumbers"_s);
    find<QPlainTextEdit>(u"pasteText"_s)->setPlainText(u"+34 600 000 274"_s);
    click(u"checkPasted"_s);
    click(u"nextButton"_s);
    ASSERT_EQ(wizard.step(), WizardStep::Settings);
    click(u"speedStandard"_s);
    click(u"nextButton"_s);
    ASSERT_EQ(wizard.step(), WizardStep::Review);
    EXPECT_EQ(textOf(u"nextButton"_s), u"Send to 1,377 people…"_s);
    click(u"nextButton"_s);
    click(u"createAndSend"_s);

    ASSERT_EQ(sends.count(), 1);
    const auto sent = sends.first().first().value<CampaignDraft>();
    EXPECT_EQ(sent.id, CampaignId{7});
    EXPECT_EQ(sent.name, u"Goa"_s);
    EXPECT_EQ(sent.templateName, u"goa_newyear_offer"_s);
    EXPECT_EQ(sent.settings.rate, SendRate::standard());
    EXPECT_EQ(imports, 1);
}

TEST_F(WizardTest, aCampaignIsSentByKeysAlone)
{
    QSignalSpy sends{&wizard, &CampaignWizard::sendWanted};
    const auto type = [](const QString &words) { QTest::keyClicks(QApplication::focusWidget(), words); };
    const auto press = [](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    };

    type(u"Goa"_s); // the name has the focus
    tabTo(u"templateSearch"_s);
    type(u"goa"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_EQ(wizard.step(), WizardStep::Recipients);
    tabTo(u"pasteNumbers"_s);
    press(Qt::Key_Space);
    ASSERT_TRUE(QTest::qWaitFor([] { return focusName() == u"pasteText"_s; }));
    type(u"+34 600 000 274"_s);
    press(Qt::Key_Tab);
    press(Qt::Key_Tab);
    ASSERT_EQ(focusName(), u"checkPasted"_s);
    press(Qt::Key_Space);
    QTest::keyClick(&wizard, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_EQ(wizard.step(), WizardStep::Settings);
    QTest::keyClick(&wizard, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_EQ(wizard.step(), WizardStep::Review);
    QTest::keyClick(&wizard, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(QTest::qWaitFor([] { return focusName() == u"createAndSend"_s; }));
    press(Qt::Key_Space);

    EXPECT_EQ(sends.count(), 1);
}

TEST_F(WizardTest, altLeftGoesBackAStep)
{
    openAt(WizardStep::Settings);

    QTest::keyClick(&wizard, Qt::Key_Left, Qt::AltModifier);

    EXPECT_EQ(wizard.step(), WizardStep::Recipients);
}

TEST_F(WizardTest, severalKeystrokesAreSavedOnceWithinHalfASecond)
{
    QTest::keyClicks(find<QLineEdit>(u"nameEdit"_s), u"Navidad en Machu Picchu"_s);
    EXPECT_TRUE(saved.empty());

    QTest::qWait(500);

    ASSERT_EQ(saved.size(), 1U);
    EXPECT_EQ(saved.front().name, u"Navidad en Machu Picchu"_s);
    EXPECT_TRUE(says(u"Draft saved"_s));
}

TEST_F(WizardTest, namesInAnyScriptAreKept)
{
    auto *name = find<QLineEdit>(u"nameEdit"_s);
    QInputMethodEvent typed;
    typed.setCommitString(u"सर्दियों में राजस्थान 🐪"_s);

    QApplication::sendEvent(name, &typed);
    click(u"saveAndClose"_s);

    ASSERT_FALSE(saved.empty());
    EXPECT_EQ(saved.back().name, u"सर्दियों में राजस्थान 🐪"_s);
}

TEST_F(WizardTest, closingSavesWhatWasTypedLast)
{
    QSignalSpy closes{&wizard, &CampaignWizard::closeRequested};

    QTest::keyClicks(find<QLineEdit>(u"nameEdit"_s), u"Goa"_s);
    click(u"saveAndClose"_s);

    EXPECT_EQ(closes.count(), 1);
    ASSERT_EQ(saved.size(), 1U);
    EXPECT_EQ(saved.front().name, u"Goa"_s);
}

TEST_F(WizardTest, nothingIsSavedOfADraftThatWasNeverBegun)
{
    QSignalSpy closes{&wizard, &CampaignWizard::closeRequested};

    QTest::keyClick(&wizard, Qt::Key_Escape);
    QTest::qWait(500);

    EXPECT_EQ(closes.count(), 1);
    EXPECT_TRUE(saved.empty());
}

TEST_F(WizardTest, aFailedSaveIsToldAndTriedAgainWithTheNextRequest)
{
    QTest::keyClicks(find<QLineEdit>(u"nameEdit"_s), u"Goa"_s);
    QTest::qWait(500);
    wizard.setSaveError({ErrorKind::Storage, u"The disk is full."_s, {}, {}});
    EXPECT_TRUE(says(u"Not saved: The disk is full."_s));
    const size_t before = saved.size();

    click(u"saveAndClose"_s);

    EXPECT_EQ(saved.size(), before + 1);
}

TEST_F(WizardTest, goingOnWithGapsSaysWhatIsMissing)
{
    EXPECT_FALSE(says(u"Give the campaign a name"_s));

    click(u"nextButton"_s);

    EXPECT_EQ(wizard.step(), WizardStep::Details);
    EXPECT_TRUE(says(u"Give the campaign a name"_s));
    EXPECT_TRUE(says(u"Choose a template"_s));
    EXPECT_EQ(focusName(), u"nameEdit"_s);
}

TEST_F(WizardTest, aProblemGoesAwayAsItIsSolved)
{
    click(u"nextButton"_s);

    QTest::keyClicks(find<QLineEdit>(u"nameEdit"_s), u"G"_s);

    EXPECT_FALSE(says(u"Give the campaign a name"_s));
}

TEST_F(WizardTest, aRejectedTemplateIsNotGoneOnWith)
{
    QTest::keyClicks(find<QLineEdit>(u"nameEdit"_s), u"Verano"_s);
    QTest::keyClicks(find<QLineEdit>(u"templateSearch"_s), u"verano"_s);
    chooseFirstRow(u"templateTable"_s);
    click(u"nextButton"_s);

    EXPECT_EQ(wizard.step(), WizardStep::Details);
    EXPECT_TRUE(says(u"Meta says “Rejected”"_s));
}

TEST_F(WizardTest, aReopenedDraftStandsWhereItWasLeft)
{
    CampaignDraft draft = Samples::draft();
    draft.step = WizardStep::Recipients;
    draft.source = AudienceSource::file(u"/home/ana/clientes.csv"_s);
    draft.choices.country = u"ES"_s;

    wizard.open(draft);

    EXPECT_EQ(wizard.step(), WizardStep::Recipients);
    EXPECT_EQ(find<QLineEdit>(u"nameEdit"_s)->text(), draft.name);
    EXPECT_EQ(find<QLineEdit>(u"default_2"_s)->text(), u"esta semana"_s);
    ASSERT_EQ(previewed.size(), 1U);
    EXPECT_EQ(previewed.front().country, u"ES"_s);
    EXPECT_EQ(wizard.draft(), draft);
}

TEST_F(WizardTest, aReopenedDraftStopsAtTheFirstStepThatWentWrong)
{
    CampaignDraft draft = Samples::draft();
    draft.step = WizardStep::Review;
    draft.templateName = u"lisboa_verano"_s;

    wizard.open(draft, 1377);

    EXPECT_EQ(wizard.step(), WizardStep::Details);
}

TEST_F(WizardTest, templatesThatComeLaterKeepTheChoice)
{
    wizard.setTemplates({}, std::nullopt);
    openAt(WizardStep::Details);

    wizard.setTemplates(Samples::templates(), clock.now());

    auto *table = find<QTableView>(u"templateTable"_s);
    EXPECT_EQ(table->currentIndex().data().toString(), u"lisboa_puente"_s);
    EXPECT_EQ(wizard.draft().templateName, u"lisboa_puente"_s);
}

TEST_F(WizardTest, aDroppedFileIsRead)
{
    openAt(WizardStep::Recipients, 0);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(u"/home/ana/clientes.csv"_s)});
    auto *step = find<QAbstractButton>(u"chooseFile"_s)->parentWidget()->parentWidget()->parentWidget();
    QDragEnterEvent enter{
        QPoint{40, 40},
        Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier
    };
    QDropEvent drop{
        QPointF{40, 40},
        Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier
    };

    QApplication::sendEvent(step, &enter);
    EXPECT_TRUE(enter.isAccepted());
    QApplication::sendEvent(step, &drop);

    EXPECT_EQ(previewed.size(), 1U);
    EXPECT_EQ(wizard.draft().source, AudienceSource::file(u"/home/ana/clientes.csv"_s));
    EXPECT_TRUE(says(u"clientes.csv"_s));
}

TEST_F(WizardTest, aChosenColumnIsReadAgain)
{
    CampaignDraft draft = Samples::draft();
    draft.step = WizardStep::Recipients;
    draft.source = Samples::preview().source;
    wizard.open(draft);
    previewed.clear();

    auto *column = find<QComboBox>(u"column_3"_s);
    column->setCurrentIndex(4);
    emit column->activated(4);
    ASSERT_TRUE(QTest::qWaitFor([&] { return previewed.size() == 1U; }));

    EXPECT_EQ(previewed.front().columnOf,
              (QMap<QString, int>{
                  {u"3"_s, 4}
    }));
    EXPECT_EQ(wizard.draft().choices, previewed.front());
}

TEST_F(WizardTest, theColumnOfTimeZonesIsChosenAmongTheReadingOptions)
{
    CampaignDraft draft = Samples::draft();
    draft.step = WizardStep::Recipients;
    draft.source = Samples::preview().source;
    wizard.open(draft);
    previewed.clear();

    auto *column = find<QComboBox>(u"timeZoneColumn"_s);
    EXPECT_EQ(column->currentData().toInt(), -1) << "nothing is guessed where no column holds zones";
    column->setCurrentIndex(2);
    emit column->activated(2);
    ASSERT_TRUE(QTest::qWaitFor([&] { return previewed.size() == 1U; }));

    EXPECT_EQ(previewed.front().columnOf,
              (QMap<QString, int>{
                  {QString::fromLatin1(kTimeZoneField), 2}
    }));
}

TEST_F(WizardTest, aNumberIsFixedInPlace)
{
    CampaignDraft draft = Samples::draft();
    draft.step = WizardStep::Recipients;
    draft.source = Samples::preview().source;
    wizard.open(draft);
    previewed.clear();
    click(u"count3"_s); // invalid
    auto *table = find<QTableView>(u"importTable"_s);
    ASSERT_EQ(table->model()->rowCount(), 3);

    table->setFocus();
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_Return);
    auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    ASSERT_NE(editor, nullptr);
    EXPECT_EQ(editor->text(), u"91 555 01"_s);
    editor->setText(u"91 555 01 23"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    ASSERT_TRUE(QTest::qWaitFor([&] { return previewed.size() == 1U; }));

    EXPECT_EQ(previewed.front().fixedPhones,
              (QMap<qint64, QString>{
                  {7, u"91 555 01 23"_s}
    }));
}

TEST_F(WizardTest, rowsAreLeftOutAndBroughtBack)
{
    CampaignDraft draft = Samples::draft();
    draft.step = WizardStep::Recipients;
    draft.source = Samples::preview().source;
    wizard.open(draft);
    chooseFirstRow(u"importTable"_s);

    QTest::keyClick(find<QTableView>(u"importTable"_s), Qt::Key_Delete);
    EXPECT_EQ(wizard.draft().choices.leftOut, QList<qint64>{2});
    const QList<QAbstractButton *> buttons = wizard.findChildren<QAbstractButton *>();
    const auto undo = std::find_if(buttons.begin(), buttons.end(), [](const QAbstractButton *button) {
        return button->isVisible() && button->text() == u"Undo"_s;
    });
    ASSERT_NE(undo, buttons.end());
    (*undo)->click();

    EXPECT_TRUE(wizard.draft().choices.leftOut.isEmpty());
}

TEST_F(WizardTest, aPreviewThatComesTooLateIsIgnored)
{
    openAt(WizardStep::Recipients, 0);
    CampaignDraft draft = wizard.draft();
    draft.source = Samples::preview().source;
    answersPreviews = false;
    wizard.open(draft);
    AudiencePreview late = Samples::preview();
    late.source = AudienceSource::file(u"/another.csv"_s);

    wizard.setAudiencePreview(late);

    EXPECT_FALSE(says(u"another.csv"_s));
}

TEST_F(WizardTest, anUnreadableFileOffersAnotherOne)
{
    answersPreviews = false;
    CampaignDraft draft = Samples::draft();
    draft.step = WizardStep::Recipients;
    draft.source = Samples::preview().source;
    wizard.open(draft);

    wizard.setAudienceError({ErrorKind::BadInput, u"This is a picture, not a table."_s, {}, {}});

    EXPECT_TRUE(says(u"clientes_madrid_nov.csv cannot be read"_s));
    EXPECT_TRUE(says(u"This is a picture, not a table."_s));
    EXPECT_TRUE(find<QAbstractButton>(u"chooseOtherFile"_s)->isVisible());
}

TEST_F(WizardTest, aFailedImportStaysWhereItIs)
{
    answersImports = false;
    CampaignDraft draft = Samples::draft();
    draft.scheduledFor = clock.now() + 24h;
    draft.step = WizardStep::Recipients;
    draft.source = Samples::preview().source;
    wizard.open(draft);
    click(u"nextButton"_s);
    EXPECT_FALSE(find<QAbstractButton>(u"nextButton"_s)->isEnabled());

    wizard.setImportError({ErrorKind::Storage, u"The disk is full."_s, {}, {}});

    EXPECT_EQ(wizard.step(), WizardStep::Recipients);
    EXPECT_TRUE(find<QAbstractButton>(u"nextButton"_s)->isEnabled());
    EXPECT_TRUE(says(u"The disk is full."_s));
}

TEST_F(WizardTest, aLongImportCanBeStopped)
{
    answersImports = false;
    CampaignDraft draft = Samples::draft();
    draft.scheduledFor = clock.now() + 24h;
    draft.step = WizardStep::Recipients;
    draft.source = Samples::preview().source;
    wizard.open(draft);
    QSignalSpy stops{&wizard, &CampaignWizard::importCancelWanted};
    click(u"nextButton"_s);
    wizard.setImportProgress(1, 10);

    EXPECT_EQ(textOf(u"backButton"_s), u"Stop adding"_s);
    click(u"backButton"_s);
    EXPECT_EQ(stops.count(), 1);
    wizard.setImportError({ErrorKind::Internal, u"Cancelled"_s, {}, {}});

    EXPECT_EQ(wizard.step(), WizardStep::Recipients);
    EXPECT_EQ(wizard.draft().source, draft.source);
    EXPECT_FALSE(says(u"Cancelled"_s));
    EXPECT_EQ(textOf(u"backButton"_s), u"Back"_s);
}

TEST_F(WizardTest, aDraftThatIsReopenedWhileItsFileIsReadReadsItAgain)
{
    answersPreviews = false;
    CampaignDraft draft = Samples::draft();
    draft.step = WizardStep::Recipients;
    draft.source = Samples::preview().source;
    wizard.open(draft);

    wizard.open(draft);

    EXPECT_EQ(previewed.size(), 2U);
}

TEST_F(WizardTest, theFirstPersonIsListedAtOnce)
{
    openAt(WizardStep::Recipients, 0);
    QSignalSpy asked{&wizard, &CampaignWizard::peopleWanted};

    wizard.setPersonAdded(1);

    EXPECT_EQ(asked.count(), 1);
    EXPECT_TRUE(find<QTableView>(u"peopleTable"_s)->isVisible());
}

TEST_F(WizardTest, addingAPersonKeepsTheDialogOpenForTheNext)
{
    openAt(WizardStep::Recipients, 0);
    QSignalSpy added{&wizard, &CampaignWizard::addPersonWanted};

    click(u"addPerson"_s);
    QTest::keyClicks(find<QLineEdit>(u"personPhone"_s), u"12"_s);
    click(u"addPersonNow"_s);
    wizard.setPersonProblem(u"Too short for a phone number"_s);
    EXPECT_TRUE(says(u"Too short for a phone number"_s));
    find<QLineEdit>(u"personPhone"_s)->setText(u"+34 600 000 274"_s);
    find<QLineEdit>(u"personName"_s)->setText(u"Lucía"_s);
    find<QLineEdit>(u"personValue_1"_s)->setText(u"Lucía"_s);
    click(u"addPersonNow"_s);
    wizard.setPersonAdded(1);

    ASSERT_EQ(added.count(), 2);
    const auto person = added.last().first().value<PersonEntry>();
    EXPECT_EQ(person.phone, u"+34 600 000 274"_s);
    EXPECT_EQ(person.values,
              (Variables{
                  {u"1"_s, u"Lucía"_s}
    }));
    EXPECT_TRUE(says(u"Lucía was added."_s));
    EXPECT_TRUE(find<QLineEdit>(u"personPhone"_s)->text().isEmpty());
}

TEST_F(WizardTest, aPersonIsAddedToADraftThatWasSavedBefore)
{
    CampaignDraft draft = Samples::draft();
    draft.id = {};
    draft.step = WizardStep::Recipients;
    wizard.open(draft);
    saved.clear();
    QSignalSpy added{&wizard, &CampaignWizard::addPersonWanted};
    size_t savedBefore = 0;
    QObject::connect(&wizard, &CampaignWizard::addPersonWanted, &wizard, [&] { savedBefore = saved.size(); });

    click(u"addPerson"_s);
    find<QLineEdit>(u"personPhone"_s)->setText(u"+34 600 000 274"_s);
    click(u"addPersonNow"_s);

    EXPECT_EQ(added.count(), 1);
    EXPECT_EQ(savedBefore, 1U);
}

TEST_F(WizardTest, peopleAreTakenFromTheContactsAndTheListSaysWhomItFollows)
{
    std::optional<ContactAudience> counted;
    std::optional<ContactAudience> taken;
    QObject::connect(&wizard, &CampaignWizard::contactsWanted, &wizard, [&] {
        wizard.showContactChoices({{{u"VIPs"_s, *SegmentRule::fromText(u"tag = vip"_s), std::nullopt}},
                                   {u"gold"_s},
                                   {{{12}, u"Goa"_s}}});
    });
    QObject::connect(&wizard, &CampaignWizard::contactCountWanted, &wizard,
                     [&](const ContactAudience &audience) {
                         counted = audience;
                         wizard.setContactCount(audience, 1204);
                     });
    QObject::connect(&wizard, &CampaignWizard::contactAudienceChosen, &wizard,
                     [&](const ContactAudience &audience) {
                         taken = audience;
                         wizard.setFollowed(audience.name);
                         wizard.setPeopleInDraft(1204);
                     });
    openAt(WizardStep::Recipients, 0);

    find<QAbstractButton>(u"takeContacts"_s)->click();
    auto *dialog = find<MessageDialog>(u"audienceDialog"_s);
    ASSERT_TRUE(counted);
    EXPECT_EQ(counted->rule.text(), u"opted in"_s) << "the safest choice comes first";
    dialog->findChild<QAbstractButton *>(u"takeCampaign"_s)->click();
    dialog->findChild<QComboBox *>(u"groupBox"_s)->setCurrentIndex(2);
    EXPECT_EQ(counted->kind, ContactAudience::Kind::Campaign);
    EXPECT_EQ(counted->group, FollowUpAudience::DidNotAnswer);
    dialog->findChild<QAbstractButton *>(u"takeSegment"_s)->click();
    EXPECT_EQ(dialog->findChild<QLabel *>(u"audienceCount"_s)->text(), u"1,204 people now"_s);
    dialog->findChild<QAbstractButton *>(u"takeAudience"_s)->click();

    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->name, u"VIPs"_s);
    EXPECT_EQ(taken->rule.text(), u"tag = vip"_s);
    EXPECT_TRUE(find<QWidget>(u"followedBanner"_s)->isVisible());
}

TEST_F(WizardTest, removedPeopleCanBeBroughtBack)
{
    openAt(WizardStep::Recipients);
    QSignalSpy removed{&wizard, &CampaignWizard::removePeopleWanted};
    QSignalSpy restored{&wizard, &CampaignWizard::restorePeopleWanted};
    ASSERT_TRUE(QTest::qWaitFor([&] { return wizard.people().recipientAt(0) != nullptr; }));

    chooseFirstRow(u"peopleTable"_s);
    QTest::keyClick(find<QTableView>(u"peopleTable"_s), Qt::Key_Delete);
    ASSERT_EQ(removed.count(), 1);
    const QList<QAbstractButton *> buttons = wizard.findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->isVisible() && button->text() == u"Undo"_s)
            button->click();
    }

    ASSERT_EQ(restored.count(), 1);
    EXPECT_EQ(restored.first().first().value<std::vector<Recipient>>(),
              removed.first().first().value<std::vector<Recipient>>());
}

TEST_F(WizardTest, settingsAreWrittenIntoTheDraft)
{
    openAt(WizardStep::Settings);

    click(u"whenAt"_s);
    find<QDateEdit>(u"dayEdit"_s)->setDate(QDate{2026, 11, 23});
    find<QTimeEdit>(u"timeEdit"_s)->setTime(QTime{10, 30});
    click(u"speedFull"_s);
    find<QTimeEdit>(u"fromEdit"_s)->setTime(QTime{8, 0});
    find<QTimeEdit>(u"toEdit"_s)->setTime(QTime{0, 0});
    click(u"day7"_s);
    click(u"perDaySwitch"_s);
    find<QSpinBox>(u"perDay"_s)->setValue(750);
    click(u"retrySwitch"_s);
    click(u"brakeSwitch"_s);

    const CampaignDraft &draft = wizard.draft();
    EXPECT_EQ(draft.when, SendWhen::AtTime);
    EXPECT_EQ(toIsoText(*draft.scheduledFor), u"2026-11-23T10:30:00.000Z"_s);
    EXPECT_EQ(draft.settings.rate, SendRate::max());
    EXPECT_EQ(draft.settings.window.hoursText(), u"08:00-24:00"_s);
    EXPECT_EQ(draft.settings.window.days, 0x3f);
    EXPECT_EQ(draft.settings.perDay, 750);
    EXPECT_EQ(draft.settings.maxRetries, 0);
    EXPECT_FALSE(draft.settings.brake.isOn);
}

TEST_F(WizardTest, aTimeThatIsOverIsSaidSo)
{
    openAt(WizardStep::Settings);
    click(u"whenAt"_s);

    find<QDateEdit>(u"dayEdit"_s)->setDate(QDate{2026, 11, 18});

    EXPECT_TRUE(says(u"This time is over"_s));
    click(u"nextButton"_s);
    EXPECT_EQ(wizard.step(), WizardStep::Settings);
}

TEST_F(WizardTest, theSettingsSayHowLongItTakes)
{
    openAt(WizardStep::Settings);

    click(u"speedGentle"_s);
    EXPECT_EQ(find<QLabel>(u"durationLabel"_s)->text(), u"2 h 17 min"_s);
    click(u"speedStandard"_s);

    EXPECT_EQ(find<QLabel>(u"durationLabel"_s)->text(), u"1 min 8 s"_s);
}

TEST_F(WizardTest, aScheduledDraftIsScheduledByItsButton)
{
    openAt(WizardStep::Review);
    QSignalSpy schedules{&wizard, &CampaignWizard::scheduleWanted};

    EXPECT_TRUE(textOf(u"nextButton"_s).startsWith(u"Schedule for Fri 20 Nov"_s));
    click(u"nextButton"_s);

    ASSERT_EQ(schedules.count(), 1);
    EXPECT_EQ(schedules.first().first().value<CampaignDraft>().scheduledFor, clock.now() + 24h);
}

TEST_F(WizardTest, aRedCheckHoldsTheCampaignBack)
{
    checks[5] = {u"account"_s, CheckLevel::Block, u"There is no access key for this number."_s};
    openAt(WizardStep::Review);
    QSignalSpy connects{&wizard, &CampaignWizard::connectNumberWanted};

    EXPECT_FALSE(find<QAbstractButton>(u"nextButton"_s)->isEnabled());
    EXPECT_FALSE(find<QAbstractButton>(u"otherButton"_s)->isEnabled());
    ASSERT_TRUE(QTest::qWaitFor([&] { return says(u"There is no access key for this number."_s); }));
    click(u"fix_account"_s);
    EXPECT_EQ(connects.count(), 1);

    checks = Samples::checks();
    click(u"checkAgain"_s);
    EXPECT_TRUE(find<QAbstractButton>(u"nextButton"_s)->isEnabled());
}

TEST_F(WizardTest, aDraftIsCreatedEvenWithRedChecks)
{
    checks[5] = {u"account"_s, CheckLevel::Block, u"There is no access key for this number."_s};
    CampaignDraft draft = Samples::draft();
    draft.when = SendWhen::Later;
    draft.step = WizardStep::Review;
    wizard.open(draft, 1377);
    QSignalSpy creates{&wizard, &CampaignWizard::createWanted};

    click(u"nextButton"_s);

    EXPECT_EQ(creates.count(), 1);
}

TEST_F(WizardTest, aRefusedFinishLeavesTheDraftAsItWas)
{
    openAt(WizardStep::Review);
    click(u"nextButton"_s);
    EXPECT_FALSE(find<QAbstractButton>(u"nextButton"_s)->isEnabled());

    wizard.setFinishError({ErrorKind::Refused, u"This workspace is disarmed."_s, {}, {}});

    EXPECT_TRUE(says(u"This workspace is disarmed."_s));
    EXPECT_EQ(wizard.step(), WizardStep::Review);
    EXPECT_TRUE(find<QAbstractButton>(u"nextButton"_s)->isEnabled());
}

TEST_F(WizardTest, everybodysMessageIsShownInTurn)
{
    openAt(WizardStep::Review);
    EXPECT_TRUE(says(u"1 of 1,377"_s));
    EXPECT_FALSE(find<QAbstractButton>(u"previousPerson"_s)->isEnabled());

    click(u"nextPerson"_s);

    EXPECT_EQ(samples.back(), (SampleChoice{SampleChoice::Kind::AtPlace, 1}));
    EXPECT_TRUE(says(u"2 of 1,377"_s));
}

// "Show me who gets the shortest text, and whom Meta would refuse, before I send."
TEST_F(WizardTest, theReviewGoesToTheMessagesThatMatter)
{
    openAt(WizardStep::Review);
    const auto asked = [&](const QString &link) {
        click(link);
        return samples.back().kind;
    };

    EXPECT_EQ(asked(u"longestSample"_s), SampleChoice::Kind::Longest);
    EXPECT_EQ(asked(u"shortestSample"_s), SampleChoice::Kind::Shortest);
    EXPECT_EQ(asked(u"defaultSample"_s), SampleChoice::Kind::UsesDefault);
    EXPECT_EQ(asked(u"refusedSample"_s), SampleChoice::Kind::Refused);
    click(u"refusedSample"_s);
    EXPECT_EQ(samples.back(), (SampleChoice{SampleChoice::Kind::Refused, 1})) << "the next one";

    RecipientSample refused = Samples::sample(4);
    refused.problem = u"A line break is not allowed."_s;
    wizard.setSample(refused);
    EXPECT_TRUE(says(u"Meta would refuse this message. A line break is not allowed."_s));
    wizard.setSample({0, 1377, {}, {}, {}, {}});
    EXPECT_TRUE(says(u"Meta would refuse nobody's message."_s));
    EXPECT_TRUE(says(u"5 of 1,377"_s)) << "who was shown stays";
    EXPECT_EQ((click(u"firstSample"_s), samples.back()), (SampleChoice{SampleChoice::Kind::AtPlace, 0}));
}

TEST_F(WizardTest, aTestGoesToTheOwnPhone)
{
    openAt(WizardStep::Review);
    QSignalSpy tests{&wizard, &CampaignWizard::testMessageWanted};

    click(u"sendTest"_s);
    EXPECT_TRUE(says(u"Type your own number first"_s));
    QTest::keyClicks(find<QLineEdit>(u"testPhone"_s), u"+44 7700 900250"_s);
    click(u"sendTest"_s);

    ASSERT_EQ(tests.count(), 1);
    EXPECT_EQ(tests.first().first().toString(), u"+44 7700 900250"_s);
    wizard.setTestError({ErrorKind::Network, u"Meta did not answer."_s, {}, {}});
    EXPECT_TRUE(says(u"Meta did not answer."_s));
    click(u"sendTest"_s);
    wizard.setTestSent();
    EXPECT_TRUE(says(u"Accepted by Meta."_s));
}

// "Before I press send I want to know what it costs, and what that number rests on."
TEST_F(WizardTest, theReviewSaysWhatItCostsAndOnWhatThatRests)
{
    openAt(WizardStep::Review);
    EXPECT_TRUE(says(u"There is no rate card in force"_s));

    wizard.setChecks(checks, SendEstimate{2h, clock.now(), clock.now() + 2h}, Samples::cost());

    EXPECT_TRUE(says(u"up to 61.59 GBP"_s));
    EXPECT_TRUE(says(u"1,302 × 0.045 + 75 × 0.04"_s));
    EXPECT_TRUE(says(u"Meta's rate card from 1 Oct 2026 on"_s));
    EXPECT_TRUE(QTest::qWaitFor([&] { return says(u"Spain"_s) && says(u"58.59 GBP"_s); }));
}

TEST_F(WizardTest, whomTheRateCardDoesNotPriceIsSaid)
{
    openAt(WizardStep::Review);
    CostEstimate cost = Samples::cost();
    cost.lines.push_back({u"FR"_s, {}, 3, std::nullopt});
    cost.withoutPrice = 3;
    QSignalSpy rates{&wizard, &CampaignWizard::ratesWanted};

    wizard.setChecks(checks, SendEstimate{2h, clock.now(), clock.now() + 2h}, cost);

    EXPECT_TRUE(says(u"cannot be estimated for 3 p"_s));
    EXPECT_TRUE(says(u"no price"_s));
    click(u"ratesButton"_s);
    EXPECT_EQ(rates.count(), 1);
}

TEST_F(WizardTest, aBudgetNeedsARateCardAndIsKeptInTheDraft)
{
    openAt(WizardStep::Settings);
    EXPECT_FALSE(find<QAbstractButton>(u"budgetSwitch"_s)->isEnabled());
    EXPECT_TRUE(says(u"A budget needs Meta's rate card"_s));

    wizard.setRatesCurrency(u"GBP"_s);
    click(u"budgetSwitch"_s);
    find<QDoubleSpinBox>(u"budgetAmount"_s)->setValue(61.59);

    EXPECT_EQ(wizard.draft().settings.budget, (Budget{Money{61'590'000}, u"GBP"_s}));
    click(u"budgetSwitch"_s);
    EXPECT_EQ(wizard.draft().settings.budget, std::nullopt);
}

// "The budget said 100 EUR. I typed 200 and got 200 dollars."
TEST(BudgetFieldTest, anotherAmountStaysInTheCurrencyThatTheFieldShows)
{
    BudgetField field;
    field.setCurrency(u"USD"_s);
    field.setBudget(Budget{Money{100'000'000}, u"EUR"_s});
    auto *amount = field.findChild<QDoubleSpinBox *>(u"budgetAmount"_s);

    amount->setValue(200);

    EXPECT_EQ(field.budget(), (Budget{Money{200'000'000}, u"EUR"_s}));
    EXPECT_TRUE(amount->suffix().contains(u"EUR"_s));
    auto *toggle = field.findChild<QAbstractButton *>(u"budgetSwitch"_s);
    toggle->click();
    EXPECT_EQ(field.budget(), std::nullopt);
    toggle->click();
    EXPECT_EQ(field.budget(), (Budget{Money{200'000'000}, u"USD"_s}));
    EXPECT_TRUE(amount->suffix().contains(u"USD"_s));
}
