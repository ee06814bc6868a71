#include "app/appworld.h"

#include "app/jobdialog.h"
#include "storage/contactstore.h"
#include "storage/database.h"
#include "widgets/controls/datatable.h"
#include "widgets/pages/contactimportpage.h"
#include "widgets/pages/contactpanel.h"
#include "widgets/pages/contactspage.h"
#include "widgets/pages/duplicatesdialog.h"
#include "widgets/segments/segmentspage.h"
#include "workspace/session.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>

#include <gtest/gtest.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// The practice workspace, with three people more in its contact book, on the page of contacts.
class ContactsTest : public testing::Test
{
protected:
    ContactsTest()
    {
        world.startPractice();
        before = static_cast<qsizetype>(*session().contacts().count());
        for (const auto &[phone, name] : {
                 std::pair{u"+34600000001"_s,  u"Ana Pérez"_s},
                 std::pair{u"+34600000002"_s,  u"Bea Gil"_s   },
                 std::pair{u"+919000000003"_s, u"Cid"_s       }
        }) {
            EXPECT_TRUE(session().contacts().put(*PhoneNumber::fromE164(phone), {}, {.name = name},
                                                 session().clock().now()));
        }
        world.showPlace(u"contacts"_s);
        world.awaitPage<ContactsPage>();
        table = world.widget<DataTable>(u"contactTable"_s);
        EXPECT_TRUE(world.waitFor([this] { return names().size() == before + 3; }));
    }

    Session &session()
    {
        if (!m_session) {
            const Result<Workspace> workspace = Workspace::open(world.practiceFolder());
            EXPECT_TRUE(workspace);
            m_session = *Session::open(*workspace);
        }
        return *m_session;
    }

    /// As the table shows them.
    QStringList names() const
    {
        QStringList shown;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const QString name = table->model()->index(row, ContactTableModel::Name).data().toString();
            if (!name.isEmpty())
                shown << name;
        }
        return shown;
    }

    std::optional<Contact> contact(const QString &phone)
    {
        return *session().contacts().find(*PhoneNumber::fromE164(phone));
    }

    void writeFile(const QString &name, const QByteArray &content)
    {
        QFile file{world.filePath(name)};
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    /// Up to where it can be imported.
    void importFile(const QByteArray &content)
    {
        writeFile(u"people.csv"_s, content);
        world.click(u"importButton"_s);
        world.awaitPage<ContactImportPage>();
        world.dropFile(world.filePath(u"people.csv"_s));
        world.widget<QAbstractButton>(u"importPeople"_s);
    }

    void findDuplicates() { world.window().findChild<QAction *>(u"findDuplicates"_s)->trigger(); }

    bool isSaid(const QString &words)
    {
        return world.waitFor([&] {
            const QList<QLabel *> labels = world.window().findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
                return label->isVisible() && label->text().contains(words);
            });
        });
    }

    AppWorld world;
    qsizetype before = 0; ///< people who are there for practice
    DataTable *table = nullptr;
    std::unique_ptr<Session> m_session;
};

} // namespace

TEST_F(ContactsTest, peopleAreSearchedAndSorted)
{
    world.type(u"contactSearch"_s, u"per"_s);
    EXPECT_TRUE(world.waitFor([this] { return names() == QStringList{u"Ana Pérez"_s}; }));
    world.type(u"contactSearch"_s, u"60000000"_s);
    EXPECT_TRUE(world.waitFor([this] { return names().size() == 2; }));
    table->sortByColumn(ContactTableModel::Name, Qt::DescendingOrder);
    EXPECT_TRUE(world.waitFor([this] { return names() == QStringList{u"Bea Gil"_s, u"Ana Pérez"_s}; }));
}

TEST_F(ContactsTest, everyHeadingSortsThePeople)
{
    ContactStore &contacts = session().contacts();
    const UtcTime now = session().clock().now();
    const auto put = [&](const QString &phone, const QString &region, const ContactEdit &edit) {
        EXPECT_TRUE(contacts.put(*PhoneNumber::fromE164(phone), region, edit, now));
    };
    put(u"+41791234567"_s, u"CH"_s, {.name = u"Urs Sorted"_s, .addedTags = {u"vip"_s}});
    put(u"+4915112345678"_s, u"DE"_s, {.name = u"Zoe Sorted"_s});
    put(u"+4915112345679"_s, u"DE"_s,
        {
            .name = u"Max Sorted"_s, .addedTags = {u"goa"_s, u"vip"_s}
    });
    EXPECT_TRUE(contacts.optIn(*PhoneNumber::fromE164(u"+4915112345678"_s), {now, u"form"_s, {}, {}}, now));
    EXPECT_TRUE(contacts.optOut(*PhoneNumber::fromE164(u"+41791234567"_s), u"letter"_s, now));
    world.type(u"contactSearch"_s, u"sorted"_s);
    ASSERT_TRUE(world.waitFor([this] { return names().size() == 3; }));

    const QString urs = u"Urs Sorted"_s;
    const QString zoe = u"Zoe Sorted"_s;
    const QString max = u"Max Sorted"_s;
    for (const auto &[column, order] : {
             std::pair{ContactTableModel::Country, QStringList{max, zoe, urs}}, // Germany, Switzerland
             std::pair{ContactTableModel::Tags,    QStringList{max, urs, zoe}},
             std::pair{ContactTableModel::Consent, QStringList{zoe, max, urs}},
    }) {
        table->sortByColumn(column, Qt::AscendingOrder);
        EXPECT_TRUE(world.waitFor([&] { return names() == order; })) << column;
        EXPECT_EQ(table->horizontalHeader()->sortIndicatorSection(), column);
    }
}

TEST_F(ContactsTest, aPersonIsErasedFromTheWindow)
{
    world.clickRow(u"contactTable"_s, u"Bea Gil"_s);
    world.click(u"eraseContacts"_s);
    world.answer(u"Erase"_s);

    EXPECT_TRUE(
        world.waitFor([this] { return names().size() == before + 2 && !contact(u"+34600000002"_s); }));
    EXPECT_TRUE(*session().contacts().isSuppressed(*PhoneNumber::fromE164(u"+34600000002"_s)));
}

TEST_F(ContactsTest, aPersonIsOptedOutFromTheWindow)
{
    world.clickRow(u"contactTable"_s, u"Cid"_s);
    world.click(u"optOutContacts"_s);
    world.answer(u"Opt out"_s);

    EXPECT_TRUE(world.waitFor([this] { return contact(u"+919000000003"_s)->isSuppressed; }));
}

TEST_F(ContactsTest, aNameIsWrittenInItsCellAndStored)
{
    world.clickRow(u"contactTable"_s, u"Cid"_s);
    QTest::keyClick(table, Qt::Key_F2);
    auto *editor = table->viewport()->findChild<QLineEdit *>();
    ASSERT_NE(editor, nullptr);
    editor->setText(u"Cid Ruiz"_s);
    QTest::keyClick(editor, Qt::Key_Return);

    EXPECT_TRUE(world.waitFor([this] { return names().contains(u"Cid Ruiz"_s); }));
    EXPECT_EQ(contact(u"+919000000003"_s)->name, u"Cid Ruiz"_s);
}

TEST_F(ContactsTest, severalPeopleGetATagAndAreFilteredByIt)
{
    for (const QString &name : {u"Ana Pérez"_s, u"Bea Gil"_s, u"Cid"_s})
        table->selectionModel()->select(
            table->model()->match(table->model()->index(0, 0), Qt::DisplayRole, name, 1).value(0),
            QItemSelectionModel::Select | QItemSelectionModel::Rows);
    world.click(u"tagContacts"_s);
    world.widget<QComboBox>(u"tagField"_s)->setCurrentText(u"goa"_s);
    world.answer(u"Add tag"_s);
    ASSERT_TRUE(world.waitFor([this] { return contact(u"+34600000001"_s)->tags == QStringList{u"goa"_s}; }));

    world.clickRow(u"contactTable"_s, u"Cid"_s);
    table->setCurrentIndex(table->currentIndex().siblingAtColumn(ContactTableModel::Tags));
    ASSERT_TRUE(world.waitFor([this] { return table->currentIndex().data() == u"goa"_s; }));
    QTest::keyClick(table, Qt::Key_F2);
    auto *editor = table->viewport()->findChild<QLineEdit *>();
    ASSERT_NE(editor, nullptr);
    editor->clear();
    QTest::keyClick(editor, Qt::Key_Return);
    ASSERT_TRUE(world.waitFor([this] { return contact(u"+919000000003"_s)->tags.isEmpty(); }));
    auto *filter = world.widget<QComboBox>(u"tagFilter"_s);
    filter->setCurrentIndex(filter->findData(u"goa"_s));

    EXPECT_TRUE(world.waitFor([this] { return names().size() == 2; }));
}

TEST_F(ContactsTest, somebodyNewIsAddedOnceTheirNumberIsRight)
{
    world.click(u"addContact"_s);
    world.type(u"phoneField"_s, u"+34 600 0"_s);
    world.type(u"nameField"_s, u"Dora"_s);
    world.click(u"saveContact"_s);
    auto *save = world.widget<QAbstractButton>(u"saveContact"_s);
    ASSERT_TRUE(world.waitFor([&] { return save->isEnabled(); }));
    EXPECT_EQ(names().size(), before + 3);
    world.type(u"phoneField"_s, u"+34 600 000 009"_s);
    world.click(u"saveContact"_s);

    EXPECT_TRUE(world.waitFor([this] { return names().contains(u"Dora"_s); }));
    EXPECT_EQ(contact(u"+34600000009"_s)->region, u"ES"_s);
    EXPECT_EQ(world.dialog(), nullptr);
}

TEST_F(ContactsTest, consentIsNotedAndLiftsAnOptOut)
{
    ASSERT_TRUE(session().contacts().optOut(*PhoneNumber::fromE164(u"+34600000002"_s), u"letter"_s,
                                            session().clock().now()));
    world.clickRow(u"contactTable"_s, u"Bea Gil"_s);
    world.click(u"optInContact"_s);
    world.type(u"consentSource"_s, u"in the shop"_s);
    world.answer(u"Note it"_s);

    EXPECT_TRUE(world.waitFor([this] { return !contact(u"+34600000002"_s)->isSuppressed; }));
    EXPECT_EQ(contact(u"+34600000002"_s)->optInSource, u"in the shop"_s);
}

TEST_F(ContactsTest, theListIsSavedAsItIsFiltered)
{
    world.type(u"contactSearch"_s, u"60000000"_s);
    ASSERT_TRUE(world.waitFor([this] { return names().size() == 2; }));
    const QString path = world.filePath(u"out.csv"_s);
    world.click(u"exportAll"_s);
    ASSERT_TRUE(world.waitFor([&] { return qobject_cast<QFileDialog *>(world.dialog()) != nullptr; }));
    auto *dialog = qobject_cast<QFileDialog *>(world.dialog());
    dialog->hide();
    emit dialog->fileSelected(path); // as after its own question

    ASSERT_TRUE(world.waitFor([&] { return QFile::exists(path); }));
    QFile file{path};
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    EXPECT_TRUE(written.contains("+34600000001,"));
    EXPECT_FALSE(written.contains("+919000000003"));
}

TEST_F(ContactsTest, whatPassedWithAPersonStandsBesideThem)
{
    world.clickRow(u"contactTable"_s, u"Ana Pérez"_s);
    auto *panel = world.widget<ContactPanel>(u"contactPanel"_s);

    EXPECT_TRUE(world.waitFor([&] {
        const QList<QLabel *> labels = panel->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text() == u"Nothing was sent yet, and nothing came."_s;
        });
    }));
}

TEST_F(ContactsTest, aSpanishFileIsImportedAndItsBadRowFixedInPlace)
{
    // Windows-1252 and semicolons, as Excel saves it in Spain.
    writeFile(u"clientes.csv"_s,
              "nombre;m\xF3vil;ciudad\r\nI\xF1igo;+34600000011;C\xE1"
              "diz\r\nEva;+34600000012;\r\nLuc\xED"
              "a;+3460000;Le\xF3n\r\n");
    world.click(u"importButton"_s);
    auto *import = world.awaitPage<ContactImportPage>();
    world.dropFile(world.filePath(u"clientes.csv"_s));
    auto *rows = world.widget<DataTable>(u"importTable"_s);
    ASSERT_TRUE(world.waitFor([&] { return rows->model()->rowCount() == 3; }));
    auto *button = world.widget<QAbstractButton>(u"importPeople"_s);
    EXPECT_TRUE(button->text().contains(u"2"_s)) << qPrintable(button->text());

    const QModelIndex bad = rows->model()->index(2, 1);
    rows->setCurrentIndex(bad);
    rows->edit(bad);
    auto *editor = rows->viewport()->findChild<QLineEdit *>();
    ASSERT_NE(editor, nullptr);
    editor->setText(u"+34 600 000 013"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    ASSERT_TRUE(world.waitFor([&] { return button->isEnabled() && button->text().contains(u"3"_s); }));
    world.widget<QLineEdit>(u"importTags"_s)->setText(u"cádiz, otoño"_s); // keys have no such letters here
    world.widget<QComboBox>(u"importConsent"_s)->setCurrentIndex(1);
    world.type(u"consentSource"_s, u"web form"_s);
    world.click(u"importPeople"_s);

    EXPECT_TRUE(world.waitFor([&] { return !import->isVisible() && names().size() == before + 6; }));
    const std::optional<Contact> inigo = contact(u"+34600000011"_s);
    ASSERT_TRUE(inigo);
    EXPECT_EQ(inigo->name, u"Iñigo"_s);
    EXPECT_EQ(inigo->tags, (QStringList{u"cádiz"_s, u"otoño"_s}));
    EXPECT_EQ(inigo->attributes,
              (QMap<QString, QString>{
                  {u"ciudad"_s, u"Cádiz"_s}
    }));
    EXPECT_EQ(inigo->optInSource, u"web form"_s);
    EXPECT_EQ(inigo->optInFile.size(), 64) << "the file's fingerprint proves it";
    EXPECT_EQ(contact(u"+34600000013"_s)->name, u"Lucía"_s);
}

TEST_F(ContactsTest, aColumnThatIsNotWantedStaysOutOfTheBook)
{
    importFile("name,phone,City,Notes\nDot,+34600000011,Jaén,shy\n");
    world.click(u"keep_Notes"_s);
    auto *button = world.widget<QAbstractButton>(u"importPeople"_s);
    ASSERT_TRUE(world.waitFor([&] { return button->isEnabled(); }));
    QTest::qWait(400); // it is read again
    world.click(u"importPeople"_s);

    ASSERT_TRUE(world.waitFor([this] { return contact(u"+34600000011"_s).has_value(); }));
    EXPECT_EQ(contact(u"+34600000011"_s)->attributes,
              (QMap<QString, QString>{
                  {u"City"_s, u"Jaén"_s}
    }));
}

TEST_F(ContactsTest, rowsThatWereFixedAreNotLostWithoutAsking)
{
    importFile("name,phone\nDot,+34600000011\nLucy,+3460000\n");
    auto *import = world.page<ContactImportPage>();
    auto *rows = world.widget<DataTable>(u"importTable"_s);
    const QModelIndex bad = rows->model()->index(1, 1);
    rows->setCurrentIndex(bad);
    rows->edit(bad);
    auto *editor = rows->viewport()->findChild<QLineEdit *>();
    ASSERT_NE(editor, nullptr);
    editor->setText(u"+34 600 000 013"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    auto *button = world.widget<QAbstractButton>(u"importPeople"_s);
    ASSERT_TRUE(world.waitFor([&] { return button->isEnabled() && button->text().contains(u"2"_s); }));

    QTest::keyClick(import, Qt::Key_Escape);
    world.answer(u"Stay here"_s);
    EXPECT_TRUE(import->isVisible());
    QTest::keyClick(import, Qt::Key_Escape);
    world.answer(u"Leave"_s);

    EXPECT_TRUE(world.waitFor([&] { return !import->isVisible(); }));
    EXPECT_EQ(names().size(), before + 3);
}

TEST_F(ContactsTest, anImportWithNothingFixedIsLeftAtOnce)
{
    importFile("name,phone\nDot,+34600000011\n");
    auto *import = world.page<ContactImportPage>();

    QTest::keyClick(import, Qt::Key_Escape);

    EXPECT_TRUE(world.waitFor([&] { return !import->isVisible(); }));
    EXPECT_EQ(world.dialog(), nullptr);
}

TEST_F(ContactsTest, withoutSayingHowTheyAgreedNothingIsImported)
{
    importFile("name,phone\nDot,+34600000011\n");
    world.widget<QComboBox>(u"importConsent"_s)->setCurrentIndex(1);

    world.click(u"importPeople"_s);

    EXPECT_TRUE(world.widget<QLineEdit>(u"consentSource"_s)->property("problem").toBool());
    EXPECT_FALSE(contact(u"+34600000011"_s));
}

TEST_F(ContactsTest, whoIsKnownIsMergedAsThePersonChose)
{
    importFile("name,phone\nAna María,+34600000001\n");
    world.widget<QComboBox>(u"importKnown"_s)->setCurrentIndex(0);
    world.click(u"importPeople"_s);
    ASSERT_TRUE(world.waitFor([this] { return world.page<ContactsPage>() != nullptr; }));
    EXPECT_EQ(contact(u"+34600000001"_s)->name, u"Ana Pérez"_s);

    importFile("name,phone\nAna María,+34600000001\n");
    auto *known = world.widget<QComboBox>(u"importKnown"_s);
    known->setCurrentIndex(known->findText(u"Is overwritten"_s));
    world.click(u"importPeople"_s);

    EXPECT_TRUE(world.waitFor([this] { return contact(u"+34600000001"_s)->name == u"Ana María"_s; }));
}

TEST_F(ContactsTest, aTableCopiedFromASpreadsheetIsPastedIntoTheBook)
{
    QApplication::clipboard()->setText(
        u"Nombre\tMóvil\tCiudad\r\nDora\t+34 600 000 021\tCádiz\r\n"
        "\"Eva \"\"la\"\" Gil\"\t'+34 600 000 022\t\r\nGil\t9.19979E+11\tLugo\r\n"_s);
    world.click(u"importButton"_s);
    auto *import = world.awaitPage<ContactImportPage>();
    auto *paste = world.widget<QAbstractButton>(u"pasteNumbers"_s);
    QApplication::setActiveWindow(&world.window());
    paste->setFocus();
    QTest::keySequence(paste, QKeySequence::Paste);
    world.click(u"checkPasted"_s);
    auto *rows = world.widget<DataTable>(u"importTable"_s);
    ASSERT_TRUE(world.waitFor([&] { return rows->model()->rowCount() == 3; }));
    auto *button = world.widget<QAbstractButton>(u"importPeople"_s);
    EXPECT_TRUE(button->text().contains(u"2"_s)) << qPrintable(button->text());

    world.click(u"importPeople"_s);

    EXPECT_TRUE(world.waitFor([&] { return !import->isVisible() && names().size() == before + 5; }));
    EXPECT_EQ(contact(u"+34600000021"_s)->attributes.value(u"Ciudad"_s), u"Cádiz"_s);
    EXPECT_EQ(contact(u"+34600000022"_s)->name, u"Eva \"la\" Gil"_s);
}

TEST_F(ContactsTest, aTableCopiedFromASpreadsheetIsPastedIntoACampaign)
{
    QApplication::clipboard()->setText(u"name\tphone\t1\t2\r\nDora\t+34 600 000 021\tGoa\t289\r\n"
                                       "Eva\t+34 600 000 022\tGoa\t\r\n"_s);
    world.showPlace(u"campaigns"_s);
    world.click(u"New campaign"_s);
    world.type(u"nameEdit"_s, u"Pasted"_s);
    world.clickRow(u"templateTable"_s, u"tour_package_marketing"_s);
    world.click(u"nextButton"_s);
    world.click(u"removeFile"_s);
    world.click(u"pasteNumbers"_s);
    world.click(u"checkPasted"_s);

    auto *rows = world.widget<DataTable>(u"importTable"_s);
    ASSERT_TRUE(world.waitFor([&] { return rows->model()->rowCount() == 2; }));
    EXPECT_TRUE(isSaid(u"1 number cannot be used."_s));
}

TEST_F(ContactsTest, anImportThatIsCancelledHalfWayLeavesTheBookAsItWas)
{
    QByteArray content = "name,phone\n";
    for (int i = 0; i < 40'000; ++i)
        content += "Person " + QByteArray::number(i) + ",+34622" + QByteArray::number(100'000 + i) + '\n';
    importFile(content);
    auto *button = world.widget<QAbstractButton>(u"importPeople"_s);
    ASSERT_TRUE(world.waitFor([&] { return button->isEnabled(); }, 60'000));
    const qint64 known = *session().contacts().count();
    world.click(u"importPeople"_s);
    auto *job = world.window().findChild<JobDialog *>();
    ASSERT_NE(job, nullptr);
    const auto *bar = job->findChild<QProgressBar *>();
    ASSERT_TRUE(world.waitFor([&] { return bar->maximum() > 0 && bar->value() > 0; })) << "it has begun";

    job->reject();

    EXPECT_TRUE(isSaid(u"The import was cancelled. The contact book is as it was"_s));
    EXPECT_EQ(*session().contacts().count(), known);
    EXPECT_FALSE(contact(u"+34622100000"_s));
    EXPECT_TRUE(button->isEnabled()) << "it can be imported yet";
    EXPECT_TRUE(world.page<ContactImportPage>());
}

TEST_F(ContactsTest, whoCameFromTheTerminalIsMadeReadyForSearches)
{
    for (int i = 0; i < 3000; ++i)
        ASSERT_TRUE(session().contacts().put(*PhoneNumber::fromE164(u"+34622%1"_s.arg(100'000 + i)), {},
                                             {.name = u"Zoe"_s}, session().clock().now()));

    EXPECT_TRUE(world.waitFor([this] { return *session().contactDesk().behindIndex() == 0; }, 30'000));
    world.type(u"contactSearch"_s, u"zoe"_s);
    EXPECT_TRUE(world.waitFor([this] { return table->model()->rowCount() == 3000; }));
}

TEST_F(ContactsTest, onePersonWhoIsInTheBookTwiceIsMerged)
{
    const ContactEdit address{.attributes = {{u"Mail"_s, u"ana@example.com"_s}}};
    ASSERT_TRUE(session().contacts().put(*PhoneNumber::fromE164(u"+34600000001"_s), {}, address,
                                         session().clock().now()));
    ContactEdit again = address;
    again.name = u"ana pérez"_s;
    again.addedTags = QStringList{u"goa"_s};
    ASSERT_TRUE(session().contacts().put(*PhoneNumber::fromE164(u"+34600000031"_s), {}, again,
                                         session().clock().now()));

    findDuplicates();
    world.click(u"mergeButton"_s);

    EXPECT_TRUE(world.waitFor([this] { return !contact(u"+34600000031"_s); }));
    EXPECT_EQ(contact(u"+34600000001"_s)->tags, QStringList{u"goa"_s});
    EXPECT_TRUE(isSaid(u"1 contact became part of another one"_s));
    EXPECT_TRUE(world.waitFor([this] { return names().size() == before + 3; }));
    findDuplicates();
    EXPECT_TRUE(isSaid(u"No two contacts look like the same person"_s));
}

TEST_F(ContactsTest, aSearchForDuplicatesThatIsCancelledShowsNothing)
{
    const ContactEdit address{.name = u"Ana Pérez"_s, .attributes = {{u"Mail"_s, u"ana@example.com"_s}}};
    for (const QString &phone : {u"+34600000001"_s, u"+34600000031"_s})
        ASSERT_TRUE(
            session().contacts().put(*PhoneNumber::fromE164(phone), {}, address, session().clock().now()));
    const auto isOffered = [this] { return world.window().findChild<DuplicatesDialog *>() != nullptr; };

    findDuplicates();
    JobDialog *search = world.window().findChild<JobDialog *>();
    ASSERT_NE(search, nullptr);
    search->reject();
    ASSERT_TRUE(world.waitFor([this] { return !world.window().findChild<JobDialog *>(); }));

    EXPECT_FALSE(isOffered());
    findDuplicates();
    EXPECT_TRUE(world.waitFor(isOffered));
}

TEST_F(ContactsTest, segmentsLeadBackToTheContactsTheyWereOpenedFrom)
{
    world.click(u"segmentsButton"_s);
    auto *segments = world.awaitPage<SegmentsPage>();
    emit segments->backRequested();

    EXPECT_TRUE(world.waitFor([this] { return world.page<ContactsPage>() != nullptr; }));
}
