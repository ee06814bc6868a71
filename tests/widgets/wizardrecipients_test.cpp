#include "widgets/wizardtest.h"

#include "widgets/controls/dialogs.h"
#include "widgets/samples.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

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
