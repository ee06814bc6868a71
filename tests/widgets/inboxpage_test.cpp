#include "widgets/inbox/inboxpage.h"

#include "presentation/inboxlistmodel.h"
#include "presentation/threadmodel.h"
#include "support/fakeclock.h"
#include "widgets/controls/button.h"
#include "widgets/controls/statepanel.h"
#include "widgets/inbox/composer.h"
#include "widgets/inbox/templateanswerdialog.h"
#include "widgets/samples.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The page over conversations that are known at once.
class InboxPageTest : public testing::Test
{
protected:
    InboxPageTest()
    {
        page.resize(1200, 800);
        page.show();
    }

    Conversation conversation(qint64 id) const
    {
        Conversation made;
        made.id = {id};
        made.name = u"Person %1"_s.arg(id);
        made.phone = u"+447700900318"_s;
        made.lastType = u"text"_s;
        made.lastText = u"Hello"_s;
        made.lastAt = clock.now();
        made.lastInboundAt = clock.now();
        return made;
    }

    /// The latest first.
    void fill(qint64 latest)
    {
        std::vector<ConversationId> keys;
        std::vector<Conversation> rows;
        for (qint64 id = latest; id > 0; --id) {
            keys.push_back({id});
            rows.push_back(conversation(id));
        }
        list.setRows(rows);
        list.setKeys(keys);
        page.showList();
        QTest::qWait(0);
    }

    /// Words that were written to the first one, and are on their way into the ledger; the field they stand
    /// in.
    QPlainTextEdit *handOver(const QString &words)
    {
        page.showConversation(conversation(1));
        auto *text = page.findChild<QPlainTextEdit *>(u"answerText"_s);
        QTest::keyClicks(text, words);
        page.composer().setHandingOver({1}, true);
        return text;
    }

    QString topName() { return view().indexAt({5, 5}).data().toString(); }
    QListView &view() { return *page.findChild<QListView *>(u"conversations"_s); }

    FakeClock clock;
    InboxListModel list{Samples::phoneFormat(), clock};
    ThreadModel thread{clock};
    InboxPage page{list, thread, clock};
};

} // namespace

TEST_F(InboxPageTest, whoReadsFurtherDownIsNotMovedWhenSomebodyWrites)
{
    fill(500);
    view().setCurrentIndex(list.index(0));
    page.showConversation(conversation(500));
    view().verticalScrollBar()->setValue(view().verticalScrollBar()->maximum() / 2);
    const QString name = topName();
    const int offset = view().visualRect(view().indexAt({5, 5})).top();

    fill(502); // two people wrote

    EXPECT_EQ(topName(), name);
    EXPECT_EQ(view().visualRect(view().indexAt({5, 5})).top(), offset);
    EXPECT_EQ(view().currentIndex().row(), 2) << "what is open stays chosen";
}

TEST_F(InboxPageTest, whoIsAtTheTopSeesWhoWroteLast)
{
    fill(500);

    fill(501);

    EXPECT_EQ(topName(), u"Person 501"_s);
}

TEST_F(InboxPageTest, anotherSearchBeginsAtTheTop)
{
    fill(500);
    view().verticalScrollBar()->setValue(view().verticalScrollBar()->maximum());

    emit page.queryChanged();
    fill(400);

    EXPECT_EQ(topName(), u"Person 400"_s);
}

TEST_F(InboxPageTest, whatAnEmptyListSaysFitsIntoIt)
{
    page.showList();
    QTest::qWait(0);

    int labels = 0;
    for (const StatePanel *panel : page.findChildren<StatePanel *>()) {
        for (const QLabel *label : panel->findChildren<QLabel *>()) {
            if (!label->isVisible() || label->text().isEmpty())
                continue;
            ++labels;
            EXPECT_EQ(label->visibleRegion().boundingRect(), label->rect()) << qPrintable(label->text());
        }
    }
    EXPECT_EQ(labels, 2) << "one title and one sentence, and not another pair beside them";
}

TEST_F(InboxPageTest, whereASearchFindsNobodyNobodyIsToBeChosen)
{
    fill(3);
    const auto words = [this] {
        QStringList said;
        for (const StatePanel *panel : page.findChildren<StatePanel *>()) {
            for (const QLabel *label : panel->findChildren<QLabel *>())
                said << (label->isVisible() ? label->text() : QString{});
        }
        said.removeAll(QString{});
        return said;
    };
    EXPECT_EQ(words().first(), u"No conversation chosen"_s);

    page.findChild<QLineEdit *>(u"inboxSearch"_s)->setText(u"zzz"_s);
    fill(0);

    EXPECT_EQ(words().first(), u"Nothing found"_s);
    EXPECT_FALSE(words().contains(u"No conversation chosen"_s));
}

TEST_F(InboxPageTest, twoPressesHandOneAnswerOver)
{
    fill(1);
    page.showConversation(conversation(1));
    QSignalSpy sent{&page.composer(), &Composer::sendRequested};
    QObject::connect(&page.composer(), &Composer::sendRequested, &page,
                     [this] { page.composer().setHandingOver({1}, true); });
    auto *text = page.findChild<QPlainTextEdit *>(u"answerText"_s);
    QTest::keyClicks(text, u"Namaste"_s);

    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClicks(text, u"!"_s);
    page.findChild<QPushButton *>(u"sendAnswer"_s)->click();

    EXPECT_EQ(sent.count(), 1);
    EXPECT_EQ(text->toPlainText(), u"Namaste"_s) << "what is on its way does not change";
}

TEST_F(InboxPageTest, whileOneAnswerIsHandedOverAnotherPersonIsWrittenTo)
{
    fill(2);
    QPlainTextEdit *text = handOver(u"Dear first"_s);

    page.showConversation(conversation(2));
    QTest::keyClicks(text, u"Dear second"_s);
    page.composer().setHandingOver({1}, false);

    EXPECT_EQ(text->toPlainText(), u"Dear second"_s);
    EXPECT_TRUE(page.findChild<QPushButton *>(u"sendAnswer"_s)->isEnabled());
}

TEST_F(InboxPageTest, whatIsPutBackWhileTheNextIsHandedOverStays)
{
    fill(1);
    const QPlainTextEdit *text = handOver(u"Second"_s);

    page.composer().putBack(u"First"_s, {});
    page.composer().takeOut(u"Second"_s, {});

    EXPECT_EQ(text->toPlainText(), u"First"_s);
}

TEST_F(InboxPageTest, withNothingOpenTheListIsWhatCanBeExported)
{
    QSignalSpy one{&page, &InboxPage::exportRequested};
    QSignalSpy all{&page, &InboxPage::exportListRequested};
    QMenu *exports = page.findChild<QPushButton *>(u"inboxExport"_s)->menu();
    const auto isEnabled = [&](const QString &name) {
        emit exports->aboutToShow();
        return exports->findChild<QAction *>(name)->isEnabled();
    };
    EXPECT_FALSE(isEnabled(u"exportConversations"_s)) << "nothing to export yet";
    fill(3);
    EXPECT_FALSE(isEnabled(u"exportConversation"_s));
    EXPECT_TRUE(isEnabled(u"exportConversations"_s));

    QTest::keyClick(&page, Qt::Key_E, Qt::ControlModifier);
    page.showConversation(conversation(2));
    QTest::keyClick(&page, Qt::Key_E, Qt::ControlModifier);

    EXPECT_EQ(all.count(), 1);
    ASSERT_EQ(one.count(), 1);
    EXPECT_EQ(one.first().first().value<ConversationId>(), ConversationId{2});
    EXPECT_TRUE(isEnabled(u"exportConversation"_s));
}

TEST_F(InboxPageTest, theMenuOfARowExportsThatRow)
{
    fill(3);
    QSignalSpy one{&page, &InboxPage::exportRequested};
    view().setFocus();
    view().setCurrentIndex(list.index(1));

    QContextMenuEvent byKey{QContextMenuEvent::Keyboard, {}, {}};
    QApplication::sendEvent(&view(), &byKey);
    auto *menu = page.findChild<QMenu *>(u"conversationRowMenu"_s);
    ASSERT_NE(menu, nullptr);
    menu->actions().first()->trigger();
    menu->close();

    ASSERT_EQ(one.count(), 1);
    EXPECT_EQ(one.first().first().value<ConversationId>(), ConversationId{2});
}

TEST_F(InboxPageTest, whatWasRefusedStandsBeforeWhatWasWrittenSinceWithItsFile)
{
    fill(1);
    page.showConversation(conversation(1));
    auto *text = page.findChild<QPlainTextEdit *>(u"answerText"_s);
    QTest::keyClicks(text, u"One more thing"_s);

    page.composer().putBack(u"Here is the offer"_s, u"/tmp/offer.pdf"_s);

    EXPECT_EQ(text->toPlainText(), u"Here is the offer\nOne more thing"_s);
    EXPECT_TRUE(page.findChild<QPushButton *>(u"attachedFile"_s)->isVisible());
}

TEST(TemplateAnswerDialogTest, aTemplateWithAPictureAsksForIt)
{
    MessageTemplate offer = Samples::templates().front();
    offer.headerFormat = HeaderFormat::Image;
    TemplateAnswerDialog dialog{{offer}, u"Aisha"_s, nullptr};
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QSignalSpy chosen{&dialog, &TemplateAnswerDialog::templateChosen};
    for (const TemplateVariable &variable : offer.variables())
        dialog.findChild<QLineEdit *>(u"answerValue_"_s + variable.key)->setText(u"x"_s);
    const auto buttons = dialog.findChildren<Button *>();
    const auto send = std::find_if(buttons.begin(), buttons.end(),
                                   [](const Button *button) { return button->text() == u"Send template"_s; });
    ASSERT_NE(send, buttons.end());
    EXPECT_FALSE((*send)->isEnabled());

    dialog.findChild<QLineEdit *>(u"answerHeaderFile"_s)->setText(u"/tmp/beach.jpg"_s);
    (*send)->click();

    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.first().first().value<TemplateAnswer>().headerMedia, u"/tmp/beach.jpg"_s);
}
