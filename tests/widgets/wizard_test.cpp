#include "widgets/wizardtest.h"

#include "widgets/samples.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

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
