#include "presentation/campaigntablemodel.h"
#include "presentation/templatetablemodel.h"
#include "support/fakeclock.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/dialogs.h"
#include "widgets/controls/figurecard.h"
#include "widgets/controls/searchfield.h"
#include "widgets/controls/statepanel.h"
#include "widgets/pages/accountform.h"
#include "widgets/pages/answerspanel.h"
#include "widgets/pages/campaignspage.h"
#include "widgets/pages/firststartpage.h"
#include "widgets/pages/settingspage.h"
#include "widgets/pages/speedlimitdialog.h"
#include "widgets/pages/templatespage.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/sidebar.h"
#include "widgets/theme/appearance.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

class PagesTest : public testing::Test
{
protected:
    Appearance m_appearance{ThemeChoice::Light};
    FakeClock m_clock;
};

QAbstractButton *buttonCalled(const QWidget &parent, const QString &text)
{
    for (QAbstractButton *button : parent.findChildren<QAbstractButton *>()) {
        if (button->text() == text || button->accessibleName() == text)
            return button;
    }
    return nullptr;
}

QLineEdit *fieldCalled(const QWidget &parent, const QString &name)
{
    for (QLineEdit *field : parent.findChildren<QLineEdit *>()) {
        if (field->accessibleName().startsWith(name))
            return field;
    }
    return nullptr;
}

CampaignRow rowInState(qint64 id, CampaignState state)
{
    CampaignRow row;
    row.id = {id};
    row.name = u"Campaign %1"_s.arg(id);
    row.state = state;
    row.counts.set(RecipientStatus::Pending, 10);
    return row;
}

QStringList menuTexts(const QWidget &page)
{
    QStringList texts;
    if (const auto *menu = page.findChild<QMenu *>()) {
        for (const QAction *action : menu->actions()) {
            if (!action->isSeparator())
                texts += action->text().section(u'\t', 0, 0);
        }
    }
    return texts;
}

void fillIn(AccountForm &form)
{
    fieldCalled(form, u"Phone number ID"_s)->setText(u"104728839402117"_s);
    fieldCalled(form, u"Business account ID"_s)->setText(u"112903664870255"_s);
    fieldCalled(form, u"Access key"_s)->setText(u" EAAG\n abc "_s);
}

} // namespace

TEST_F(PagesTest, aSearchAndAFilterNarrowTheListOfCampaigns)
{
    CampaignTableModel model{m_clock};
    CampaignsPage page{model, m_clock};
    model.setCampaigns({rowInState(1, CampaignState::Sending), rowInState(2, CampaignState::Draft)});
    page.resize(1200, 800);
    page.show();
    auto *table = page.findChild<DataTable *>();
    ASSERT_EQ(table->model()->rowCount(), 2);

    page.findChild<SearchField *>()->setText(u"campaign 2"_s);

    EXPECT_EQ(table->model()->rowCount(), 1);
    page.findChild<SearchField *>()->setText(u"nothing like it"_s);
    EXPECT_FALSE(table->isVisible());
    QTest::mouseClick(buttonCalled(page, u"Show all"_s), Qt::LeftButton);
    EXPECT_EQ(table->model()->rowCount(), 2);
    EXPECT_TRUE(table->isVisible());
}

TEST_F(PagesTest, anEmptyWorkspaceInvitesToAFirstCampaign)
{
    CampaignTableModel model{m_clock};
    CampaignsPage page{model, m_clock};
    page.resize(1200, 800);
    page.show();
    const QSignalSpy asked{&page, &CampaignsPage::newRequested};
    EXPECT_FALSE(page.findChild<DataTable *>()->isVisible());

    auto *panel = page.findChildren<StatePanel *>().last();
    for (StatePanel *each : page.findChildren<StatePanel *>()) {
        if (each->isVisible())
            panel = each;
    }
    QTest::mouseClick(buttonCalled(*panel, u"New campaign"_s), Qt::LeftButton);

    EXPECT_EQ(asked.count(), 1);
}

TEST_F(PagesTest, theCardsFollowWhatIsWritten)
{
    CampaignTableModel model{m_clock};
    CampaignsPage page{model, m_clock};
    model.setCampaigns({rowInState(1, CampaignState::Draft)});
    page.show();

    model.updateCampaigns({rowInState(1, CampaignState::Sending), rowInState(2, CampaignState::Completed)});

    EXPECT_TRUE(QTest::qWaitFor(
        [&] {
            const QList<FigureCard *> cards = page.findChildren<FigureCard *>();
            return cards.at(1)->accessibleName() == u"Active: 1"_s
                && cards.at(2)->accessibleName() == u"Completed: 1"_s;
        },
        1000));
}

TEST_F(PagesTest, theMenuOfACampaignOffersWhatItsStateAllows)
{
    CampaignTableModel model{m_clock};
    model.setCampaigns({rowInState(1, CampaignState::Sending)});
    CampaignsPage page{model, m_clock};
    page.resize(1200, 800);
    page.show();
    page.select({1});

    QTest::keyClick(page.findChild<DataTable *>(), Qt::Key_F10, Qt::ShiftModifier);

    const QStringList texts = menuTexts(page);
    EXPECT_TRUE(texts.contains(u"Pause"_s));
    EXPECT_TRUE(texts.contains(u"Cancel campaign…"_s));
    EXPECT_FALSE(texts.contains(u"Delete…"_s));
    EXPECT_FALSE(texts.contains(u"Send now…"_s));
}

TEST_F(PagesTest, deletingACampaignAsksFirst)
{
    CampaignTableModel model{m_clock};
    model.setCampaigns({rowInState(7, CampaignState::Draft)});
    CampaignsPage page{model, m_clock};
    page.resize(1200, 800);
    page.show();
    page.select({7});
    const QSignalSpy deleted{&page, &CampaignsPage::deleteRequested};

    QTest::keyClick(page.findChild<DataTable *>(), Qt::Key_Delete);
    auto *dialog = page.findChild<MessageDialog *>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_EQ(deleted.count(), 0);
    QTest::mouseClick(buttonCalled(*dialog, u"Delete campaign"_s), Qt::LeftButton);

    ASSERT_EQ(deleted.count(), 1);
    EXPECT_EQ(deleted.first().first().value<CampaignId>().value, 7);
}

TEST_F(PagesTest, controlPPausesWhatIsSending)
{
    CampaignTableModel model{m_clock};
    model.setCampaigns({rowInState(1, CampaignState::Sending)});
    CampaignsPage page{model, m_clock};
    page.show();
    page.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&page));
    page.select({1});
    const QSignalSpy paused{&page, &CampaignsPage::pauseRequested};

    QTest::keyClick(&page, Qt::Key_P, Qt::ControlModifier);

    EXPECT_EQ(paused.count(), 1);
}

TEST_F(PagesTest, bothDoorsOfTheFirstStartOpen)
{
    FirstStartPage page;
    page.resize(1200, 860);
    page.show();
    const QSignalSpy connecting{&page, &FirstStartPage::connectRequested};
    const QSignalSpy practising{&page, &FirstStartPage::practiseRequested};

    QTest::mouseClick(buttonCalled(page, u"Connect your number"_s), Qt::LeftButton);
    QTest::mouseClick(buttonCalled(page, u"Start practising"_s), Qt::LeftButton);

    EXPECT_EQ(connecting.count(), 1);
    EXPECT_EQ(practising.count(), 1);
}

TEST_F(PagesTest, anAccountIsHandedOverOnlyWhenItIsComplete)
{
    AccountForm form;
    form.show();
    std::vector<Credential> given;
    QObject::connect(&form, &AccountForm::submitted, &form,
                     [&](const Credential &credential) { given.push_back(credential); });

    QTest::mouseClick(buttonCalled(form, u"Check and connect"_s), Qt::LeftButton);
    EXPECT_TRUE(given.empty());
    EXPECT_TRUE(fieldCalled(form, u"Phone number ID"_s)->property("problem").toBool());

    fillIn(form);
    QTest::mouseClick(buttonCalled(form, u"Check and connect"_s), Qt::LeftButton);

    ASSERT_EQ(given.size(), 1u);
    EXPECT_EQ(given.front().account.phoneNumberId, u"104728839402117"_s);
    EXPECT_EQ(given.front().token, QByteArrayView{"EAAGabc"});
    EXPECT_EQ(given.front().account.apiBase, QLatin1StringView{kDefaultApiBase});
}

TEST_F(PagesTest, aPhoneNumberIsNotTakenForAnId)
{
    AccountForm form;
    form.show();
    fillIn(form);
    fieldCalled(form, u"Phone number ID"_s)->setText(u"+44 7700 900411"_s);
    const QSignalSpy submitted{&form, &AccountForm::submitted};

    QTest::mouseClick(buttonCalled(form, u"Check and connect"_s), Qt::LeftButton);

    EXPECT_EQ(submitted.count(), 0);
    EXPECT_TRUE(fieldCalled(form, u"Phone number ID"_s)->property("problem").toBool());
}

TEST_F(PagesTest, aStoredKeyIsNeverShownAndMayStay)
{
    AccountForm form;
    AccountView view;
    view.account.id = {1};
    view.account.phoneNumberId = u"1"_s;
    view.account.wabaId = u"2"_s;
    view.account.apiBase = QLatin1StringView{kDefaultApiBase};
    view.account.graphVersion = QLatin1StringView{kDefaultGraphVersion};
    view.accessKey = SecretPlace::Keychain;
    form.setAccount(view);
    form.show();
    const QSignalSpy submitted{&form, &AccountForm::submitted};

    QLineEdit *key = fieldCalled(form, u"Access key"_s);
    EXPECT_TRUE(key->text().isEmpty());
    EXPECT_EQ(key->echoMode(), QLineEdit::Password);
    QTest::mouseClick(buttonCalled(form, u"Check and save"_s), Qt::LeftButton);

    EXPECT_EQ(submitted.count(), 1);
}

TEST_F(PagesTest, withoutMetaAnAccountMayBeSavedUnchecked)
{
    AccountForm form;
    form.show();
    fillIn(form);
    const QSignalSpy unchecked{&form, &AccountForm::submittedUnchecked};
    EXPECT_FALSE(buttonCalled(form, u"Save without checking"_s)->isVisible());

    form.showProblem({ErrorKind::Network, u"Meta could not be reached."_s}, true);
    QTest::mouseClick(buttonCalled(form, u"Save without checking"_s), Qt::LeftButton);

    EXPECT_EQ(unchecked.count(), 1);
}

TEST_F(PagesTest, anEmptyListOffersANewCampaignOnce)
{
    CampaignTableModel campaigns{m_clock};
    CampaignsPage page{campaigns, m_clock};
    page.resize(1200, 800);
    page.show();
    const auto offers = [&page] {
        int count = 0;
        for (const QAbstractButton *button : page.findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->text() == u"New campaign"_s)
                ++count;
        }
        return count;
    };

    EXPECT_EQ(offers(), 1);

    campaigns.setCampaigns({rowInState(1, CampaignState::Draft)});
    EXPECT_EQ(offers(), 1);
}

TEST_F(PagesTest, severalMarkedCampaignsAreExportedAndNothingElseIsDoneToThem)
{
    CampaignTableModel campaigns{m_clock};
    campaigns.setCampaigns({rowInState(1, CampaignState::Completed), rowInState(2, CampaignState::Paused),
                            rowInState(3, CampaignState::Completed)});
    CampaignsPage page{campaigns, m_clock};
    page.resize(1200, 800);
    page.show();
    auto *table = page.findChild<DataTable *>();
    std::vector<CampaignId> exported;
    QObject::connect(&page, &CampaignsPage::exportRequested, &page,
                     [&](const std::vector<CampaignId> &ids) { exported = ids; });
    const QSignalSpy duplicated{&page, &CampaignsPage::duplicateRequested};
    const QSignalSpy resumed{&page, &CampaignsPage::resumeRequested};

    table->selectAll();
    buttonCalled(page, u"Export"_s)->click();
    QTest::keyClick(table, Qt::Key_D, Qt::ControlModifier);
    QTest::keyClick(table, Qt::Key_P, Qt::ControlModifier);

    EXPECT_EQ(exported.size(), 3u);
    EXPECT_EQ(duplicated.count(), 0);
    EXPECT_EQ(resumed.count(), 0);
    page.select({3});
    buttonCalled(page, u"Export"_s)->click();
    EXPECT_EQ(exported, std::vector<CampaignId>{{3}});
}

TEST_F(PagesTest, sendingDefaultsAreHandedOverAsTheyAreShown)
{
    SettingsPage page{m_clock};
    SendingDefaults defaults{u"ES"_s, u"Europe/Madrid"_s, {}, SendRate::standard()};
    defaults.window.toMinute = 24 * 60;
    defaults.window.days = 0x1f;
    page.setDefaults(defaults);
    page.showSection(SettingsPage::Section::Defaults);
    page.resize(1200, 800);
    page.show();
    std::vector<SendingDefaults> changed;
    QObject::connect(&page, &SettingsPage::defaultsChanged, &page,
                     [&](const SendingDefaults &now) { changed.push_back(now); });

    buttonCalled(page, QLocale{}.standaloneDayName(6, QLocale::LongFormat))->click();

    ASSERT_EQ(changed.size(), 1u);
    defaults.window.days = 0x3f;
    EXPECT_EQ(changed.front(), defaults);
}

TEST_F(PagesTest, whatOptsOutIsAListThatAPersonEdits)
{
    SettingsPage page{m_clock};
    page.setAnswerRules({{u"stop"_s}, std::chrono::hours{72}});
    page.showSection(SettingsPage::Section::Answers);
    page.resize(1200, 800);
    page.show();
    QApplication::setActiveWindow(&page);
    std::vector<AnswerRules> changed;
    QObject::connect(&page, &SettingsPage::answerRulesChanged, &page,
                     [&](const AnswerRules &now) { changed.push_back(now); });
    auto *answers = page.findChild<QPlainTextEdit *>();
    auto *hours = page.findChild<AnswersPanel *>()->findChild<QSpinBox *>();

    answers->setFocus();
    QTest::keyClick(answers, Qt::Key_End, Qt::ControlModifier);
    QTest::keyClick(answers, Qt::Key_Return);
    QTest::keyClicks(answers, u"  ya   no "_s);
    QTest::keyClick(answers, Qt::Key_Return);
    EXPECT_TRUE(changed.empty()) << "not before the field is left";
    hours->setFocus();
    hours->setValue(24);
    QTest::keyClick(hours, Qt::Key_Return);

    ASSERT_EQ(changed.size(), 2u);
    EXPECT_EQ(changed[0],
              (AnswerRules{
                  {u"stop"_s, u"ya no"_s},
                  std::chrono::hours{72        }
    }));
    EXPECT_EQ(changed[1].attribution, std::chrono::hours{24});

    buttonCalled(page, u"Back to the usual words"_s)->click();
    ASSERT_EQ(changed.size(), 3u);
    EXPECT_EQ(changed[2].optOutAnswers, usualOptOutAnswers());
    EXPECT_FALSE(buttonCalled(page, u"Back to the usual words"_s)->isEnabled());
}

TEST_F(PagesTest, withoutAnyWordTheUsualOnesCount)
{
    SettingsPage page{m_clock};
    page.setAnswerRules({{u"stop"_s}, std::chrono::hours{72}});
    page.showSection(SettingsPage::Section::Answers);
    page.show();
    QApplication::setActiveWindow(&page);
    std::vector<AnswerRules> changed;
    QObject::connect(&page, &SettingsPage::answerRulesChanged, &page,
                     [&](const AnswerRules &now) { changed.push_back(now); });
    auto *answers = page.findChild<QPlainTextEdit *>();

    answers->setFocus();
    answers->selectAll();
    QTest::keyClick(answers, Qt::Key_Delete);
    page.findChild<AnswersPanel *>()->findChild<QSpinBox *>()->setFocus();

    ASSERT_EQ(changed.size(), 1u);
    EXPECT_EQ(changed[0].optOutAnswers, usualOptOutAnswers());
}

TEST_F(PagesTest, aRateOfOnesOwnIsKeptAmongTheDefaults)
{
    SettingsPage page{m_clock};
    page.setDefaults({
        u"ES"_s, u"Europe/Madrid"_s, {  },
          SendRate{ SendRate::Unit::PerMinute, 37}
    });
    page.show();
    std::vector<SendingDefaults> changed;
    QObject::connect(&page, &SettingsPage::defaultsChanged, &page,
                     [&](const SendingDefaults &now) { changed.push_back(now); });

    buttonCalled(page, QLocale{}.standaloneDayName(1, QLocale::LongFormat))->click();

    ASSERT_EQ(changed.size(), 1u);
    EXPECT_EQ(changed.front().rate.text(), u"37/min"_s);
}

TEST_F(PagesTest, aNumberIsHeldToALimitOfOnesOwnAndLetGoAgain)
{
    SettingsPage page{m_clock};
    AccountView view;
    view.account.id = {1};
    view.account.name = u"Meridian Journeys"_s;
    view.account.throughputPerSecond = 80;
    page.setAccounts({view});
    page.resize(1200, 800);
    page.show();
    std::vector<std::optional<int>> chosen;
    QObject::connect(&page, &SettingsPage::accountLimitChosen, &page,
                     [&](AccountId, std::optional<int> perSecond) { chosen.push_back(perSecond); });
    const auto openDialog = [&] {
        page.findChild<QAbstractButton *>(u"ownLimitButton"_s)->click();
        return page.findChild<SpeedLimitDialog *>();
    };

    SpeedLimitDialog *dialog = openDialog();
    ASSERT_TRUE(dialog);
    EXPECT_FALSE(dialog->findChild<QSpinBox *>()->isEnabled());
    dialog->findChild<QAbstractButton *>(u"ownLimitSwitch"_s)->click();
    dialog->findChild<QSpinBox *>()->setValue(12);
    dialog->findChild<QAbstractButton *>(u"useLimitButton"_s)->click();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    view.account.ownLimitPerSecond = 12;
    page.setAccounts({view});
    dialog = openDialog();
    ASSERT_TRUE(dialog);
    EXPECT_EQ(dialog->findChild<QSpinBox *>()->value(), 12);
    dialog->findChild<QAbstractButton *>(u"ownLimitSwitch"_s)->click();
    dialog->findChild<QAbstractButton *>(u"useLimitButton"_s)->click();

    EXPECT_EQ(chosen, (std::vector<std::optional<int>>{12, std::nullopt}));
}

TEST_F(PagesTest, aThemeIsChosenUnderAppearance)
{
    SettingsPage page{m_clock};
    page.showSection(SettingsPage::Section::Appearance);
    page.resize(1200, 800);
    page.show();
    const QSignalSpy chosen{&page, &SettingsPage::themeChosen};

    QTest::mouseClick(buttonCalled(page, u"Dark"_s), Qt::LeftButton);

    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.first().first().value<ThemeChoice>(), ThemeChoice::Dark);
}

TEST_F(PagesTest, aFailedSyncKeepsTheTemplates)
{
    TemplateTableModel model;
    MessageTemplate known;
    known.name = u"visa_documents"_s;
    known.language = u"en_GB"_s;
    known.status = u"APPROVED"_s;
    model.setTemplates({known});
    TemplatesPage page{model, m_clock};
    page.resize(1200, 800);
    page.show();

    page.setSyncing(true);
    page.showSyncError({ErrorKind::Network, u"Meta could not be reached."_s});

    EXPECT_TRUE(page.findChild<DataTable *>()->isVisible());
    EXPECT_EQ(page.findChild<DataTable *>()->model()->rowCount(), 1);
    EXPECT_TRUE(buttonCalled(page, u"Sync now"_s)->isEnabled());
}

TEST_F(PagesTest, onlyAnApprovedTemplateCanStartACampaign)
{
    TemplateTableModel model;
    MessageTemplate paused;
    paused.name = u"rajasthan_winter"_s;
    paused.language = u"hi"_s;
    paused.status = u"PAUSED"_s;
    model.setTemplates({paused});
    TemplatesPage page{model, m_clock};
    page.show();

    EXPECT_FALSE(buttonCalled(page, u"New campaign with it"_s)->isEnabled());
    paused.status = u"APPROVED"_s;
    model.setTemplates({paused});
    EXPECT_TRUE(buttonCalled(page, u"New campaign with it"_s)->isEnabled());
}

TEST_F(PagesTest, keysLeadToThePlacesOfTheWindow)
{
    MainWindow window;
    auto *campaigns = new QWidget;
    auto *templates = new QWidget;
    auto *settings = new QWidget;
    window.addPlace({u"campaigns"_s, u"Campaigns"_s, u"campaigns"_s, campaigns});
    window.addPlace({u"templates"_s, u"Templates"_s, u"templates"_s, templates});
    window.addPlace({u"settings"_s, u"Settings"_s, u"settings"_s, settings, true});
    window.show();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    EXPECT_EQ(window.currentPage(), campaigns);

    QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
    EXPECT_EQ(window.currentPage(), templates);
    QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
    EXPECT_EQ(window.currentPage(), settings);
}

TEST_F(PagesTest, aPlaceRemembersItsPageAndASecondPressLeavesIt)
{
    MainWindow window;
    auto *list = new QWidget;
    auto *wizard = new QWidget;
    window.addPlace({u"campaigns"_s, u"Campaigns"_s, u"campaigns"_s, list});
    window.addPlace({u"templates"_s, u"Templates"_s, u"templates"_s, new QWidget});
    window.addPage(u"campaigns"_s, wizard);
    window.show();
    window.showPage(wizard);
    window.showPlace(u"templates"_s);

    QAbstractButton *campaigns = buttonCalled(window, u"Campaigns"_s);
    QTest::mouseClick(campaigns, Qt::LeftButton);
    EXPECT_EQ(window.currentPage(), wizard);
    QTest::mouseClick(campaigns, Qt::LeftButton);
    EXPECT_EQ(window.currentPage(), list);
}

TEST_F(PagesTest, theSideBarFoldsInANarrowWindow)
{
    MainWindow window;
    window.addPlace({u"campaigns"_s, u"Campaigns"_s, u"campaigns"_s, new QWidget});
    window.resize(1440, 900);
    window.show();
    EXPECT_EQ(window.findChild<SideBar *>()->width(), 208);

    window.resize(1050, 720);
    QTest::qWait(0);

    EXPECT_EQ(window.findChild<SideBar *>()->width(), 56);
    EXPECT_EQ(buttonCalled(window, u"Campaigns"_s)->toolTip().left(9), u"Campaigns"_s);
}

TEST_F(PagesTest, theStatusLineLeadsToItsPages)
{
    MainWindow window;
    window.addPlace({u"campaigns"_s, u"Campaigns"_s, u"campaigns"_s, new QWidget});
    window.setStatus(StatusItem::Meta, {Tone::Red, {}, {}, u"Meta cannot be reached"_s});
    window.show();
    const QSignalSpy clicked{&window, &MainWindow::statusClicked};

    QTest::mouseClick(buttonCalled(window, u"Meta cannot be reached"_s), Qt::LeftButton);

    ASSERT_EQ(clicked.count(), 1);
    EXPECT_EQ(clicked.first().first().value<StatusItem>(), StatusItem::Meta);
}
