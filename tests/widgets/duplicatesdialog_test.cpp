#include "widgets/controls/button.h"
#include "widgets/controls/choicecard.h"
#include "widgets/pages/duplicatesdialog.h"
#include "widgets/samples.h"
#include "widgets/theme/appearance.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Contact person(int id, const QString &phone, const QString &name)
{
    Contact contact;
    contact.id = {id};
    contact.phone = *PhoneNumber::fromE164(phone);
    contact.name = name;
    return contact;
}

const QString kInes = u"+34600000101"_s;
const QString kInes2 = u"+34600000102"_s;
const QString kInes3 = u"+34600000103"_s;
const QString kMexican = u"+525512345678"_s;
const QString kMexicanOld = u"+5215512345678"_s;

/// Two questions: three people called Inés, and a Mexican number in two spellings.
class DuplicatesDialogTest : public testing::Test
{
protected:
    DuplicatesDialogTest()
    {
        Contact stopped = person(3, kInes3, u"inés gil"_s);
        stopped.isSuppressed = true;
        stopped.optedOutAt = UtcTime{};
        dialog = std::make_unique<DuplicatesDialog>(
            std::vector<DuplicatePeople>{
                {{person(1, kInes, u"Inés Gil"_s), person(2, kInes2, u"Ines Gil"_s), stopped},
                 {DuplicatePeople::Reason::SameNameAndAddress}},
                {{person(4, kMexican, u"Luz"_s), person(5, kMexicanOld, {})},
                 {DuplicatePeople::Reason::SameNumber}        },
        },
            Samples::phoneFormat());
        dialog->show();
        QApplication::setActiveWindow(dialog.get());
    }

    QAbstractButton *button(const QString &name) { return dialog->findChild<QAbstractButton *>(name); }
    QString words(const QString &name) { return dialog->findChild<QLabel *>(name)->text(); }
    QStringList cards()
    {
        QStringList titles;
        for (const ChoiceCard *card : dialog->findChildren<ChoiceCard *>()) {
            if (card->isVisible())
                titles << card->text();
        }
        return titles;
    }
    ChoiceCard *card(const QString &name)
    {
        for (ChoiceCard *card : dialog->findChildren<ChoiceCard *>()) {
            if (card->text().contains(name))
                return card;
        }
        return nullptr;
    }

    Appearance appearance{ThemeChoice::Light};
    std::unique_ptr<DuplicatesDialog> dialog;
};

PhoneNumber phone(const QString &e164)
{
    return *PhoneNumber::fromE164(e164);
}

} // namespace

TEST_F(DuplicatesDialogTest, itSaysWhyTheyMayBeOnePersonAndWhatMergingDoes)
{
    EXPECT_EQ(words(u"duplicatesPlace"_s), u"1 of 2"_s);
    EXPECT_EQ(words(u"duplicatesReason"_s), u"They have the same name and e-mail address."_s);
    EXPECT_EQ(cards().size(), 3);
    EXPECT_TRUE(cards()[0].startsWith(u"Inés Gil · "_s)) << qPrintable(cards()[0]);
    EXPECT_TRUE(words(u"mergeConsequences"_s).contains(u"opted out, so this person gets nothing"_s));
    EXPECT_TRUE(words(u"mergeConsequences"_s).startsWith(isolated(Samples::phoneFormat()(kInes))));

    card(u"Ines Gil"_s)->click();

    EXPECT_TRUE(words(u"mergeConsequences"_s).startsWith(isolated(Samples::phoneFormat()(kInes2))));
}

TEST_F(DuplicatesDialogTest, theChosenNumberIsKeptAndTheNextOnesAreShown)
{
    QSignalSpy wanted{dialog.get(), &DuplicatesDialog::mergeRequested};
    card(u"Ines Gil"_s)->click();

    button(u"mergeButton"_s)->click();

    ASSERT_EQ(wanted.count(), 1);
    EXPECT_EQ(wanted.first()[0].value<PhoneNumber>(), phone(kInes2));
    EXPECT_EQ(wanted.first()[1].value<std::vector<PhoneNumber>>(),
              (std::vector<PhoneNumber>{phone(kInes), phone(kInes3)}));
    EXPECT_FALSE(button(u"mergeButton"_s)->isEnabled()) << "until it is answered";
    dialog->setMerged();
    EXPECT_EQ(words(u"duplicatesPlace"_s), u"2 of 2"_s);
    EXPECT_EQ(cards().size(), 2);
    EXPECT_TRUE(button(u"mergeButton"_s)->isEnabled());
}

TEST_F(DuplicatesDialogTest, whoIsNotThePersonIsLeftOut)
{
    QSignalSpy wanted{dialog.get(), &DuplicatesDialog::mergeRequested};

    button(u"leaveOut2"_s)->click();
    ASSERT_TRUE(QTest::qWaitFor([this] { return cards().size() == 2; }));
    EXPECT_EQ(button(u"leaveOut0"_s), nullptr) << "of two, both are meant";
    EXPECT_FALSE(words(u"mergeConsequences"_s).contains(u"opted out"_s));
    button(u"mergeButton"_s)->click();

    ASSERT_EQ(wanted.count(), 1);
    EXPECT_EQ(wanted.first()[1].value<std::vector<PhoneNumber>>(), std::vector<PhoneNumber>{phone(kInes2)});
}

TEST_F(DuplicatesDialogTest, leftApartNothingHappensToThem)
{
    QSignalSpy wanted{dialog.get(), &DuplicatesDialog::mergeRequested};
    QSignalSpy finished{dialog.get(), &QDialog::finished};

    button(u"leaveApart"_s)->click();
    EXPECT_EQ(words(u"duplicatesPlace"_s), u"2 of 2"_s);
    EXPECT_EQ(finished.count(), 0);
    button(u"leaveApart"_s)->click();

    EXPECT_EQ(finished.count(), 1) << "there are no more";
    EXPECT_EQ(wanted.count(), 0);
}

TEST_F(DuplicatesDialogTest, aMergeThatFailsCanBeTriedAgain)
{
    QSignalSpy wanted{dialog.get(), &DuplicatesDialog::mergeRequested};
    button(u"mergeButton"_s)->click();

    dialog->setMergeError({ErrorKind::Busy, u"People are imported just now."_s, u"import_running"_s, {}});

    EXPECT_EQ(words(u"duplicatesPlace"_s), u"1 of 2"_s);
    auto *error = dialog->findChild<MessageDialog *>();
    ASSERT_NE(error, nullptr);
    error->reject();
    button(u"mergeButton"_s)->click();
    EXPECT_EQ(wanted.count(), 2);
}

TEST_F(DuplicatesDialogTest, theKeyboardAloneIsEnough)
{
    QSignalSpy wanted{dialog.get(), &DuplicatesDialog::mergeRequested};
    ASSERT_TRUE(QTest::qWaitFor([] { return QApplication::focusWidget() != nullptr; }));
    EXPECT_EQ(QApplication::focusWidget(), card(u"Inés Gil"_s));

    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    EXPECT_TRUE(card(u"Ines Gil"_s)->isChecked());
    QStringList reached;
    for (int step = 0; step < 8; ++step) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached << QApplication::focusWidget()->objectName();
    }
    for (const QString &name : {u"leaveOut0"_s, u"leaveApart"_s, u"mergeButton"_s, u"stopMerging"_s})
        EXPECT_TRUE(reached.contains(name)) << qPrintable(name);
    QTest::keyClick(card(u"Ines Gil"_s), Qt::Key_Return);

    ASSERT_EQ(wanted.count(), 1);
    EXPECT_EQ(wanted.first()[0].value<PhoneNumber>(), phone(kInes2));
}

TEST_F(DuplicatesDialogTest, aVeryLongNameMakesTheDialogNoWider)
{
    DuplicatesDialog wide{
        {{{person(1, kInes, QString{u"Wolfeschlegelsteinhausen "_s}.repeated(20)), person(2, kInes2, u"B"_s)},
          {DuplicatePeople::Reason::SameUser}}},
        Samples::phoneFormat()};
    wide.show();

    EXPECT_EQ(wide.width(), dialog->width());
}
