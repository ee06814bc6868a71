#include "support/fakeclock.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/dialogs.h"
#include "widgets/controls/searchfield.h"
#include "widgets/controls/statepanel.h"
#include "widgets/galleryscenes.h"
#include "widgets/pages/contactformdialog.h"
#include "widgets/pages/contactpanel.h"
#include "widgets/pages/contactspage.h"
#include "widgets/samples.h"
#include "widgets/theme/appearance.h"
#include "widgets/wizard/recipientsstep.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The page over a book of any length, whose pages come on the next turn of the event loop.
class ContactsPageTest : public testing::Test
{
protected:
    ContactsPageTest()
    {
        QObject::connect(&model, &ContactTableModel::pageWanted, &model, [this](const PageRequest &request) {
            ++pagesRead;
            QMetaObject::invokeMethod(
                &model,
                [this, request] { model.setPage(request, Samples::contacts(request.offset, request.count)); },
                Qt::QueuedConnection);
        });
        page.resize(1200, 800);
        page.show();
    }

    void fill(int people)
    {
        auto ids = std::make_shared<ContactsPage::People>();
        for (int id = 1; id <= people; ++id)
            ids->push_back({id});
        page.setPeople(page.filter(), ids);
        ContactFigures figures;
        figures.all = figures.optedIn = people;
        figures.tags = {
            {u"goa"_s, 1},
            {u"vip"_s, 1}
        };
        figures.countries = {
            {u"ES"_s, 2},
            {u"IN"_s, 3}
        };
        figures.attributes = {
            {u"City"_s,   AttributeType::Text  },
            {u"Visits"_s, AttributeType::Number}
        };
        page.setFigures(figures);
    }

    void choose(int first, int last)
    {
        ASSERT_TRUE(QTest::qWaitFor([&] { return model.contactAt(first) != nullptr; }));
        table()->selectionModel()->select({model.index(first, 0), model.index(last, model.columnCount() - 1)},
                                          QItemSelectionModel::ClearAndSelect);
        table()->selectionModel()->setCurrentIndex(model.index(first, 0), QItemSelectionModel::NoUpdate);
    }

    DataTable *table() { return page.findChild<DataTable *>(u"contactTable"_s); }
    QAbstractButton *button(const QString &name) { return page.findChild<QAbstractButton *>(name); }

    QAbstractButton *inDialog(const QString &text)
    {
        auto *dialog = page.findChild<MessageDialog *>();
        if (!dialog)
            return nullptr;
        for (QAbstractButton *button : dialog->findChildren<QAbstractButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }

    Appearance appearance{ThemeChoice::Light};
    FakeClock clock;
    ContactTableModel model{Samples::phoneFormat(), clock};
    std::unique_ptr<QAbstractItemModelTester> tester = std::make_unique<QAbstractItemModelTester>(&model);
    ContactsPage page{model, clock};
    int pagesRead = 0;
};

} // namespace

TEST_F(ContactsPageTest, ofAMillionPeopleOnlyThoseLookedAtAreRead)
{
    tester.reset(); // it looks at every row
    fill(1'000'000);
    for (int step = 0; step <= 20; ++step) {
        table()->verticalScrollBar()->setValue(table()->verticalScrollBar()->maximum() * step / 20);
        QApplication::processEvents();
    }

    EXPECT_TRUE(QTest::qWaitFor([&] { return model.contactAt(999'999) != nullptr; }));
    EXPECT_LE(pagesRead, 60);
}

TEST_F(ContactsPageTest, aNameIsEditedInItsCell)
{
    fill(20);
    choose(3, 3);
    QSignalSpy edited{&model, &ContactTableModel::nameEdited};
    table()->setFocus();

    QTest::keyClick(table(), Qt::Key_F2);
    auto *editor = table()->viewport()->findChild<QLineEdit *>();
    ASSERT_NE(editor, nullptr);
    editor->setText(u"  Oliver  Grantham "_s);
    QTest::keyClick(editor, Qt::Key_Return);

    ASSERT_TRUE(QTest::qWaitFor([&] { return edited.count() == 1; }));
    EXPECT_EQ(edited.first()[0].value<ContactId>(), ContactId{4});
    EXPECT_EQ(edited.first()[1].toString(), u"Oliver Grantham"_s);
}

TEST_F(ContactsPageTest, whoIsChosenStandsBesideTheTable)
{
    fill(20);
    QSignalSpy asked{&page, &ContactsPage::historyWanted};
    choose(0, 0);

    auto *panel = page.findChild<ContactPanel *>();
    EXPECT_EQ(panel->findChild<QLabel *>(u"contactTitle"_s)->text(), u"Aisha Rahman"_s);
    EXPECT_TRUE(button(u"editContact"_s)->isVisible());
    EXPECT_FALSE(button(u"tagContacts"_s)->isVisible());
    ASSERT_GE(asked.count(), 1);
    page.setHistory({1}, Samples::history(), false);
    const QList<QLabel *> labels = panel->findChildren<QLabel *>();
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(),
                            [](const QLabel *label) { return label->text().contains(u"sea-view"_s); }));
}

TEST_F(ContactsPageTest, severalPeopleAreTaggedAtOnce)
{
    fill(20);
    choose(2, 5);
    QSignalSpy tagged{&page, &ContactsPage::tagRequested};

    button(u"tagContacts"_s)->click();
    page.findChild<QComboBox *>(u"tagField"_s)->setCurrentText(u" spring  offers "_s);
    inDialog(u"Add tag"_s)->click();

    ASSERT_EQ(tagged.count(), 1);
    EXPECT_EQ(tagged.first()[0].value<ContactsPage::People>(), (ContactsPage::People{{3}, {4}, {5}, {6}}));
    EXPECT_EQ(tagged.first()[1].toString(), u"spring offers"_s);
}

TEST_F(ContactsPageTest, erasingAsksFirst)
{
    fill(20);
    choose(0, 0);
    QSignalSpy erased{&page, &ContactsPage::eraseRequested};

    button(u"eraseContacts"_s)->click();
    EXPECT_EQ(erased.count(), 0);
    inDialog(u"Erase"_s)->click();

    ASSERT_EQ(erased.count(), 1);
    EXPECT_EQ(erased.first()[0].value<ContactsPage::People>(), ContactsPage::People{{1}});
}

TEST_F(ContactsPageTest, optingOutAsksFirstToo)
{
    fill(20);
    choose(0, 0);
    QSignalSpy optedOut{&page, &ContactsPage::optOutRequested};

    button(u"optOutContacts"_s)->click();
    EXPECT_EQ(optedOut.count(), 0);
    inDialog(u"Opt out"_s)->click();

    EXPECT_EQ(optedOut.count(), 1);
}

TEST_F(ContactsPageTest, searchAndFiltersAndOrderAskForAnotherList)
{
    fill(20);
    QSignalSpy wanted{&page, &ContactsPage::listWanted};

    page.findChild<SearchField *>(u"contactSearch"_s)->setText(u"rah"_s);
    ASSERT_TRUE(wanted.wait());
    page.findChild<QComboBox *>(u"tagFilter"_s)->setCurrentIndex(1);
    page.findChild<QComboBox *>(u"countryFilter"_s)->setCurrentIndex(2);
    table()->sortByColumn(ContactTableModel::Name, Qt::AscendingOrder);

    ASSERT_EQ(wanted.count(), 4);
    const auto filter = wanted.last().first().value<ContactFilter>();
    EXPECT_EQ(filter.search, u"rah"_s);
    EXPECT_EQ(filter.tag, u"goa"_s);
    EXPECT_EQ(filter.country, u"IN"_s);
    EXPECT_EQ(filter.order, ContactFilter::Order::Name);
    EXPECT_FALSE(filter.isDescending);
}

TEST_F(ContactsPageTest, thePersonStaysChosenWhenTheListIsReadAgain)
{
    fill(20);
    choose(3, 3);

    auto fewer = std::make_shared<ContactsPage::People>(ContactsPage::People{{2}, {4}, {6}});
    page.setPeople(page.filter(), fewer);

    EXPECT_EQ(table()->currentIndex().row(), 1);
}

TEST_F(ContactsPageTest, anAnswerToAnEarlierSearchIsNotShown)
{
    fill(20);
    ContactFilter earlier;
    earlier.search = u"old"_s;

    page.setPeople(earlier, std::make_shared<ContactsPage::People>());

    EXPECT_EQ(model.rowCount(), 20);
}

TEST_F(ContactsPageTest, anEmptyBookInvitesToImport)
{
    QSignalSpy wanted{&page, &ContactsPage::importRequested};
    fill(0);

    auto *panel = page.findChild<StatePanel *>(u"contactsState"_s);
    EXPECT_TRUE(panel->isVisible());
    emit panel->actionRequested();

    EXPECT_EQ(wanted.count(), 1);
}

TEST_F(ContactsPageTest, somebodyNewNeedsANumber)
{
    fill(20);
    QSignalSpy added{&page, &ContactsPage::added};
    button(u"addContact"_s)->click();
    auto *dialog = page.findChild<ContactFormDialog *>();
    ASSERT_NE(dialog, nullptr);

    dialog->findChild<QAbstractButton *>(u"saveContact"_s)->click();
    EXPECT_EQ(added.count(), 0);
    dialog->findChild<QLineEdit *>(u"phoneField"_s)->setText(u"+34 600 000 001"_s);
    dialog->findChild<QLineEdit *>(u"tagsField"_s)->setText(u"vip, , goa"_s);
    dialog->findChild<QAbstractButton *>(u"saveContact"_s)->click();

    ASSERT_EQ(added.count(), 1);
    EXPECT_EQ(added.first().first().value<ContactForm>().tags, (QStringList{u"vip"_s, u"goa"_s}));
    page.setAddProblem(u"2 digits missing for a number in Spain"_s);
    EXPECT_TRUE(dialog->isVisible()) << "what was typed is not lost";
    page.setAdded();
    EXPECT_FALSE(dialog->isVisible());
}

TEST_F(ContactsPageTest, attributesAreWrittenByTheirKind)
{
    fill(20);
    choose(0, 0);
    QSignalSpy edited{&page, &ContactsPage::edited};
    button(u"editContact"_s)->click();
    auto *dialog = page.findChild<ContactFormDialog *>();
    ASSERT_NE(dialog, nullptr);

    dialog->findChild<QComboBox *>(u"newAttribute"_s)->setCurrentText(u"Visits"_s);
    dialog->findChild<QAbstractButton *>(u"addAttribute"_s)->click();
    auto *visits = dialog->findChild<QLineEdit *>(u"value_Visits"_s);
    ASSERT_NE(visits, nullptr);
    visits->setText(u"many"_s);
    dialog->findChild<QAbstractButton *>(u"saveContact"_s)->click();
    EXPECT_EQ(edited.count(), 0) << "no number";
    visits->setText(u"1250.5"_s);
    dialog->findChild<QComboBox *>(u"newAttribute"_s)->setCurrentText(u"Birthday"_s);
    dialog->findChild<QComboBox *>(u"newAttributeType"_s)->setCurrentIndex(2);
    dialog->findChild<QAbstractButton *>(u"addAttribute"_s)->click();
    dialog->findChild<QLineEdit *>(u"value_Birthday"_s)->setText(u"12 May 1984"_s);
    dialog->findChild<QAbstractButton *>(u"saveContact"_s)->click();

    ASSERT_EQ(edited.count(), 1);
    const auto form = edited.first()[1].value<ContactForm>();
    EXPECT_EQ(form.attributes.value(u"Visits"_s), u"1250.5"_s);
    EXPECT_EQ(form.attributes.value(u"Birthday"_s), u"1984-05-12"_s);
    EXPECT_EQ(form.attributes.value(u"City"_s), u"Harrow"_s);
    ASSERT_EQ(form.newAttributes.size(), 1);
    EXPECT_EQ(form.newAttributes.front(), (Attribute{u"Birthday"_s, AttributeType::Date}));
}

TEST_F(ContactsPageTest, consentIsNotedWithItsProofOnly)
{
    fill(20);
    choose(2, 2); // nothing is recorded of them
    QSignalSpy noted{&page, &ContactsPage::optInRequested};
    button(u"optInContact"_s)->click();
    auto *save = page.findChild<QAbstractButton *>(u"saveConsent"_s);
    ASSERT_NE(save, nullptr);

    save->click();
    EXPECT_EQ(noted.count(), 0) << "how did they agree?";
    page.findChild<QLineEdit *>(u"consentSource"_s)->setText(u"in the shop"_s);
    page.findChild<QLineEdit *>(u"consentWords"_s)->setText(u"Yes, send me offers"_s);
    save->click();

    ASSERT_EQ(noted.count(), 1);
    const auto optIn = noted.first()[1].value<OptIn>();
    EXPECT_EQ(optIn.source, u"in the shop"_s);
    EXPECT_EQ(optIn.words, u"Yes, send me offers"_s);
    EXPECT_EQ(optIn.at, clock.now());
}

TEST_F(ContactsPageTest, aListThatComesWhileACellIsWrittenInWaits)
{
    fill(20);
    choose(3, 3);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_F2);
    auto *editor = table()->viewport()->findChild<QLineEdit *>();
    ASSERT_NE(editor, nullptr);
    editor->setText(u"Half a na"_s);
    QSignalSpy wanted{&page, &ContactsPage::readingWanted};

    page.setPeople(page.filter(), std::make_shared<ContactsPage::People>(ContactsPage::People{{2}, {4}}));
    EXPECT_EQ(model.rowCount(), 20);
    EXPECT_EQ(wanted.count(), 0);
    QTest::keyClick(editor, Qt::Key_Return);

    EXPECT_TRUE(QTest::qWaitFor([&] { return wanted.count() == 1; }));
}

TEST_F(ContactsPageTest, whoCannotBeReadStaysOnScreenUnderABanner)
{
    fill(20);

    page.showError({ErrorKind::Storage, u"The disk did not answer."_s, u"storage"_s, {}});

    EXPECT_EQ(model.rowCount(), 20);
    EXPECT_TRUE(page.findChild<Banner *>()->isVisible());
    page.setPeople(page.filter(), page.people());
    EXPECT_FALSE(page.findChild<Banner *>()->isVisible());
}

TEST_F(ContactsPageTest, aSearchThatFindsNobodySaysSoAndLeadsBack)
{
    fill(20);
    page.findChild<SearchField *>(u"contactSearch"_s)->setText(u"xyz"_s);
    QSignalSpy wanted{&page, &ContactsPage::listWanted};
    ASSERT_TRUE(wanted.wait());
    page.setPeople(page.filter(), std::make_shared<ContactsPage::People>());

    auto *nobody = page.findChild<StatePanel *>(u"nobodyMatches"_s);
    EXPECT_TRUE(nobody->isVisible());
    emit nobody->actionRequested();

    EXPECT_TRUE(page.filter().isEverybody());
}

TEST_F(ContactsPageTest, everythingIsReachedByTheKeyboard)
{
    fill(20);
    QApplication::setActiveWindow(&page);
    page.findChild<SearchField *>(u"contactSearch"_s)->setFocus();
    QStringList reached;
    for (int step = 0; step < 40; ++step) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached << QApplication::focusWidget()->objectName();
    }

    for (const QString &name : {u"tagFilter"_s, u"countryFilter"_s, u"contactTable"_s, u"exportAll"_s,
                                u"addContact"_s, u"importButton"_s, u"contactSearch"_s})
        EXPECT_TRUE(reached.contains(name)) << qPrintable(name);
    EXPECT_LT(reached.indexOf(u"tagFilter"_s), reached.indexOf(u"contactTable"_s));
}

TEST_F(ContactsPageTest, segmentsAndDuplicatesAreReachedFromTheHeader)
{
    fill(20);
    QSignalSpy segments{&page, &ContactsPage::segmentsRequested};
    QSignalSpy duplicates{&page, &ContactsPage::duplicatesRequested};

    QTest::keyClick(button(u"segmentsButton"_s), Qt::Key_Space);
    EXPECT_EQ(segments.count(), 1);
    auto *menu = page.findChild<QMenu *>(u"moreContactsMenu"_s);
    ASSERT_NE(menu, nullptr);
    menu->popup(QPoint{}); // as its button does, which would wait for it here
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);

    EXPECT_EQ(duplicates.count(), 1);
}

TEST_F(ContactsPageTest, theMenuOfARowKeepsAChoiceOfSeveral)
{
    fill(20);
    choose(2, 5);
    const QPoint inside = table()->visualRect(model.index(4, 1)).center();
    QContextMenuEvent event{QContextMenuEvent::Mouse, inside, table()->viewport()->mapToGlobal(inside)};

    QApplication::sendEvent(table()->viewport(), &event);

    EXPECT_EQ(table()->selectionModel()->selectedRows().size(), 4);
    auto *menu = page.findChild<QMenu *>(u"contactRowMenu"_s);
    ASSERT_NE(menu, nullptr);
    EXPECT_TRUE(menu->isVisible());
    menu->close();
}

TEST(ContactImportPageTest, whatHoldsForEverybodyStandsBelowWhereTheRowsNeedTheWidth)
{
    const Appearance appearance{ThemeChoice::Light};
    const std::unique_ptr<QWidget> window = makeGalleryScene(u"contacts-import"_s);
    const auto *step = window->findChild<RecipientsStep *>();
    const auto *terms = window->findChild<QWidget *>(u"importTerms"_s);
    const auto placed = [&](const QWidget *part) {
        return QRect{part->mapTo(window.get(), QPoint{}), part->size()};
    };
    window->show();

    window->resize(1440, 900);
    QApplication::processEvents();
    EXPECT_GE(placed(terms).left(), placed(step).right());
    window->resize(1024, 700);
    QApplication::processEvents();
    EXPECT_GE(placed(terms).top(), placed(step).bottom());
    EXPECT_GT(placed(step).width(), 900);
}
