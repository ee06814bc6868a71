#include "widgets/segments/segmentspage.h"

#include "widgets/controls/dialogs.h"
#include "widgets/samples.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

SegmentEntry entry(const QString &name, const QString &rule)
{
    return {name, *SegmentRule::fromText(rule), std::nullopt};
}

/// The page in a window, with someone who answers like the workspace.
class SegmentsPageTest : public testing::Test
{
protected:
    SegmentsPageTest()
    {
        QLocale::setDefault(QLocale{u"en_GB"_s});
        SegmentFacts facts;
        facts.tags = {u"gold"_s, u"vip"_s};
        facts.attributes = {
            {u"Visits"_s, AttributeType::Number}
        };
        facts.campaigns = {
            {{12}, u"Goa"_s   },
            {{9},  u"Lisboa"_s}
        };
        facts.countries = {u"ES"_s, u"PT"_s};
        page.setFacts(facts);
        QObject::connect(&page, &SegmentsPage::audienceWanted, &page,
                         [this](const SegmentRule &rule) { asked.push_back(rule); });
        page.resize(1100, 800);
        page.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&page));
    }

    /// The visible ones of this name, from top to bottom.
    template <typename Widget>
    std::vector<Widget *> all(const QString &name)
    {
        QApplication::processEvents();
        std::vector<Widget *> found;
        for (Widget *widget : page.findChildren<Widget *>(name)) {
            if (widget->isVisible())
                found.push_back(widget);
        }
        std::sort(found.begin(), found.end(), [this](const Widget *a, const Widget *b) {
            return a->mapTo(&page, QPoint{}).y() < b->mapTo(&page, QPoint{}).y();
        });
        return found;
    }
    QAbstractButton *button(const QString &name, size_t which = 0)
    {
        const auto buttons = all<QAbstractButton>(name);
        return which < buttons.size() ? buttons[which] : nullptr;
    }
    /// As with the keyboard: the arrow keys, until it says so.
    static void choose(QComboBox *box, const QString &text)
    {
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int step = 0; step < box->count() && box->currentText() != text; ++step)
            QTest::keyClick(box, Qt::Key_Down);
        ASSERT_EQ(box->currentText(), text);
    }
    void chooseIn(const QString &name, size_t which, const QString &text)
    {
        const auto boxes = all<QComboBox>(name);
        ASSERT_LT(which, boxes.size());
        choose(boxes[which], text);
    }
    static void type(QWidget *field, const QString &text)
    {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, text);
    }
    QWidget *value(size_t which) { return all<QWidget>(u"valueField"_s).at(which); }
    QString rule() { return asked.empty() ? QString{} : asked.back().text(); }
    QString words(const QString &name) { return page.findChild<QLabel *>(name)->text(); }

    SegmentsPage page{Samples::phoneFormat()};
    std::vector<SegmentRule> asked;
};

} // namespace

TEST_F(SegmentsPageTest, withoutSegmentsItSaysWhatOneIsAndOffersTheFirst)
{
    page.setSegments({});

    const auto buttons = page.findChildren<QAbstractButton *>();
    const auto first = std::find_if(buttons.begin(), buttons.end(), [](const QAbstractButton *each) {
        return each->isVisible() && each->text() == u"New segment"_s;
    });
    ASSERT_NE(first, buttons.end());
    (*first)->click();

    EXPECT_TRUE(page.findChild<QLineEdit *>(u"segmentName"_s)->hasFocus());
    EXPECT_EQ(rule(), QString{}) << "everybody at first";
    EXPECT_FALSE(button(u"saveSegment"_s)->isEnabled());
}

TEST_F(SegmentsPageTest, aNestedRuleIsBuiltByClicksAndKeys)
{
    QSignalSpy saves{&page, &SegmentsPage::saveRequested};
    page.setSegments({entry(u"Old"_s, u"tag = gold"_s)});
    button(u"newSegment"_s)->click();
    type(page.findChild<QLineEdit *>(u"segmentName"_s), u"Regulars"_s);

    button(u"addCondition"_s)->click();
    ASSERT_TRUE(all<QComboBox>(u"topicBox"_s).front()->hasFocus()) << "so that the keys go on from here";
    EXPECT_FALSE(button(u"saveSegment"_s)->isEnabled()) << "the tag is not given yet";
    type(qobject_cast<QComboBox *>(value(0))->lineEdit(), u"vip"_s);
    EXPECT_EQ(rule(), u"tag = vip"_s);
    button(u"addGroup"_s)->click();
    chooseIn(u"topicBox"_s, 1, u"Country"_s);
    chooseIn(u"valueField"_s, 1, u"Spain"_s);
    button(u"addCondition"_s, 0)->click(); // of the group, which stands above that of the whole rule
    chooseIn(u"topicBox"_s, 2, u"Visits"_s);
    chooseIn(u"verbBox"_s, 2, u"is at least"_s);
    type(value(2), u"3"_s);
    button(u"addCondition"_s, 1)->click();
    chooseIn(u"topicBox"_s, 3, u"Any campaign"_s);
    auto *days = qobject_cast<QSpinBox *>(value(3));
    ASSERT_TRUE(days);
    days->setFocus();
    days->selectAll();
    QTest::keyClicks(days, u"14"_s);
    QTest::keyClick(days, Qt::Key_Return);

    EXPECT_EQ(rule(), u"tag = vip and (country = ES or attr:Visits >= 3) and not messaged within 14 days"_s);
    QTest::keyClick(&page, Qt::Key_S, Qt::ControlModifier);
    ASSERT_EQ(saves.count(), 1);
    EXPECT_EQ(saves.first().at(0).toString(), QString{});
    EXPECT_EQ(saves.first().at(1).toString(), u"Regulars"_s);
    EXPECT_EQ(saves.first().at(2).value<SegmentRule>(), page.writtenRule());
}

TEST_F(SegmentsPageTest, whatBecameOfACampaignIsAskedInItsName)
{
    page.setSegments({entry(u"Old"_s, u"opted in"_s)});
    button(u"addCondition"_s)->click();
    chooseIn(u"topicBox"_s, 1, u"One campaign"_s);
    chooseIn(u"verbBox"_s, 1, u"was sent and did not read"_s);
    EXPECT_EQ(rule(), u"opted in"_s) << "which campaign?";
    chooseIn(u"valueField"_s, 0, u"Lisboa"_s);

    EXPECT_EQ(rule(), u"opted in and unread campaign 9"_s);
}

TEST_F(SegmentsPageTest, aRuleFromTheTerminalIsShownAndLosesNothing)
{
    const QString text =
        u"(tag = vip or not (country = ES and opted in)) and not name starts Jo and attr:Gone contains x"_s;
    page.setSegments({entry(u"Old"_s, text)});

    EXPECT_EQ(rule(),
              u"(tag = vip or not (country = ES and opted in)) and not (name starts Jo) and "
              "attr:Gone contains x"_s);
    EXPECT_FALSE(page.hasUnsavedChanges());
    EXPECT_FALSE(button(u"saveSegment"_s)->isEnabled());
}

TEST_F(SegmentsPageTest, theCountFollowsAndAnOlderOneIsDropped)
{
    page.setSegments({entry(u"Old"_s, u"tag = vip"_s)});
    const SegmentRule earlier = asked.back();
    button(u"addCondition"_s)->click();
    chooseIn(u"topicBox"_s, 1, u"Consent"_s);
    ASSERT_EQ(rule(), u"tag = vip and opted in"_s);

    page.setAudience(asked.back(), {1204, 12, {}});
    page.setAudience(earlier, {99, 0, {}});

    EXPECT_EQ(words(u"segmentCount"_s), u"1,204 people"_s);
    EXPECT_TRUE(words(u"segmentCountRemark"_s).contains(u"12 of them opted out"_s));
}

TEST_F(SegmentsPageTest, aLineAndAGroupAreTakenOutAgain)
{
    page.setSegments({entry(u"Old"_s, u"tag = vip and (tag = a or tag = b)"_s)});

    button(u"removeLine"_s, 0)->click();
    EXPECT_EQ(rule(), u"(tag = a or tag = b)"_s);
    button(u"removeGroup"_s)->click();

    EXPECT_EQ(rule(), QString{});
    EXPECT_TRUE(button(u"addCondition"_s)->hasFocus());
}

TEST_F(SegmentsPageTest, theTabKeyGoesFromLineToLine)
{
    page.setSegments({entry(u"Old"_s, u"tag = vip"_s)});
    button(u"addCondition"_s)->click();
    all<QComboBox>(u"topicBox"_s).front()->setFocus();

    QStringList visited;
    for (int stop = 0; stop < 5; ++stop) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        visited << QApplication::focusWidget()->objectName();
    }

    EXPECT_EQ(visited,
              (QStringList{u"verbBox"_s, u"valueField"_s, u"removeLine"_s, u"topicBox"_s, u"verbBox"_s}));
}

TEST_F(SegmentsPageTest, whatIsNotSavedIsNotLostWithoutAQuestion)
{
    page.setSegments({entry(u"Old"_s, u"tag = vip"_s), entry(u"Other"_s, u"tag = gold"_s)});
    auto *list = page.findChild<QTableView *>(u"segmentTable"_s);
    button(u"addCondition"_s)->click();

    list->setCurrentIndex(list->model()->index(1, 0));
    auto *dialog = page.findChild<MessageDialog *>(u"confirmDropping"_s);
    ASSERT_TRUE(dialog);
    dialog->reject();

    EXPECT_EQ(page.findChild<QLineEdit *>(u"segmentName"_s)->text(), u"Old"_s);
    EXPECT_EQ(list->currentIndex().row(), 0);
    QTest::qWait(0);
    list->setCurrentIndex(list->model()->index(1, 0));
    for (MessageDialog *each : page.findChildren<MessageDialog *>(u"confirmDropping"_s)) {
        if (each->isVisible())
            each->accept();
    }
    EXPECT_EQ(page.findChild<QLineEdit *>(u"segmentName"_s)->text(), u"Other"_s);
}

TEST_F(SegmentsPageTest, aTakenNameIsToldBesideTheName)
{
    page.setSegments({entry(u"Old"_s, u"tag = vip"_s)});

    page.setSaveError(
        {ErrorKind::Refused, u"There is a segment called “VIPs” already."_s, u"segment_exists"_s, {}});

    EXPECT_TRUE(page.findChild<QLineEdit *>(u"segmentName"_s)->hasFocus());
}
