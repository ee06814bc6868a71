#include "presentation/ratetablemodel.h"
#include "widgets/campaign/budgetdialog.h"
#include "widgets/campaign/revenuedialog.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/formfield.h"
#include "widgets/pages/ratespanel.h"
#include "widgets/samples.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

void show(QWidget &window)
{
    window.show();
    EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
}

/// The names of the stops of the Tab key, from where the keyboard is.
QStringList stopsOf(QWidget &window)
{
    QStringList names;
    QWidget *first = QApplication::focusWidget();
    QWidget *now = first;
    do {
        if (names.isEmpty() || names.last() != now->objectName()) // a date has several parts
            names << now->objectName();
        QTest::keyClick(now, Qt::Key_Tab);
        now = QApplication::focusWidget();
    } while (now != nullptr && now != first && names.size() < 20);
    EXPECT_EQ(now, first) << "it goes round in " << qPrintable(window.objectName());
    return names;
}

Campaign withBudget(bool isStopped)
{
    Campaign campaign = Samples::campaign();
    campaign.settings.budget = Budget{Money{350'000'000}, u"GBP"_s};
    if (isStopped) {
        campaign.state = CampaignState::Paused;
        campaign.reason.code = u"budget"_s;
    }
    return campaign;
}

} // namespace

TEST(BudgetDialogTest, theKeyboardBeginsAtTheAmountAndEnterKeepsIt)
{
    BudgetDialog dialog{withBudget(true), u"GBP"_s, nullptr};
    QSignalSpy chosen{&dialog, &BudgetDialog::chosen};
    show(dialog);
    auto *amount = dialog.findChild<QDoubleSpinBox *>(u"budgetAmount"_s);
    ASSERT_TRUE(amount->hasFocus());

    QTest::keyClicks(amount, u"420.50"_s); // the old amount is marked, so that typing replaces it
    QTest::keyClick(amount, Qt::Key_Return);

    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.first().first().value<std::optional<Budget>>(), (Budget{Money{420'500'000}, u"GBP"_s}));
    EXPECT_FALSE(dialog.isVisible());
}

TEST(BudgetDialogTest, theTabKeyGoesInTheOrderOfReadingAndEscapeChangesNothing)
{
    BudgetDialog dialog{withBudget(false), u"GBP"_s, nullptr};
    QSignalSpy chosen{&dialog, &BudgetDialog::chosen};
    show(dialog);

    const QStringList stops = stopsOf(dialog);

    EXPECT_EQ(stops, (QStringList{u"budgetAmount"_s, u"leaveBudget"_s, u"keepBudget"_s, u"budgetSwitch"_s}));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    EXPECT_FALSE(dialog.isVisible());
    EXPECT_EQ(chosen.count(), 0);
}

TEST(BudgetDialogTest, withoutABudgetTheKeyboardBeginsAtTheSwitch)
{
    BudgetDialog dialog{Samples::campaign(), u"GBP"_s, nullptr};
    show(dialog);

    EXPECT_EQ(QApplication::focusWidget()->objectName(), u"budgetSwitch"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    EXPECT_TRUE(dialog.findChild<QDoubleSpinBox *>(u"budgetAmount"_s)->isEnabled());
}

TEST(RevenueDialogTest, theKeyboardAloneRecordsABooking)
{
    RevenueDialog dialog{
        u"Goa"_s, u"GBP"_s, QDate{2026, 11, 19}
    };
    QSignalSpy wanted{&dialog, &RevenueDialog::recordWanted};
    show(dialog);
    ASSERT_EQ(QApplication::focusWidget()->objectName(), u"revenueAmount"_s);

    EXPECT_EQ(stopsOf(dialog),
              (QStringList{u"revenueAmount"_s, u"revenuePhone"_s, u"revenueDay"_s, u"leaveRevenue"_s,
                           u"recordRevenue"_s}));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    EXPECT_EQ(wanted.count(), 0) << "nothing was typed";
    EXPECT_TRUE(dialog.isVisible());
    QTest::keyClicks(QApplication::focusWidget(), u"480"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);

    EXPECT_EQ(wanted.count(), 1);
    EXPECT_TRUE(dialog.isVisible()) << "until it is stored";
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    EXPECT_FALSE(dialog.isVisible());
}

TEST(BudgetDialogTest, itIsAsHighAsItsWords)
{
    BudgetDialog dialog{withBudget(true), u"GBP"_s, nullptr};
    show(dialog);

    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->isVisible() && label->wordWrap()) {
            EXPECT_LE(label->height(), label->heightForWidth(label->width()) + 1)
                << qPrintable(label->text());
        }
    }
}

TEST(RevenueDialogTest, itGrowsWithWhatIsWrong)
{
    RevenueDialog dialog{
        u"Goa"_s, u"GBP"_s, QDate{2026, 11, 19}
    };
    show(dialog);
    const int before = dialog.height();

    dialog.showProblem(
        u"This number is not one of the people that the campaign was sent to, whichever way it "
        "is written. Look for it in the list of recipients."_s,
        true);

    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    EXPECT_TRUE(QTest::qWaitFor([&] {
        return std::all_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return !label->isVisible() || !label->wordWrap()
                || label->height() + 1 >= label->heightForWidth(label->width());
        });
    }));
    EXPECT_GT(dialog.height(), before);
}

TEST(RevenueDialogTest, fieldsStandARowOfAFormApart)
{
    RevenueDialog dialog{
        u"Goa"_s, u"GBP"_s, QDate{2026, 11, 19}
    };
    show(dialog);

    const QList<FormField *> fields = dialog.findChildren<FormField *>();

    ASSERT_EQ(fields.size(), 3);
    for (int field = 1; field < 3; ++field)
        EXPECT_EQ(fields[field]->geometry().top() - fields[field - 1]->geometry().bottom() - 1, 16);
}

TEST(RatesPanelTest, pricesStandUnderEachOtherInOneCardAsWideAsTheOther)
{
    RatesPanel panel;
    panel.resize(1100, 800);
    panel.setCards({
        {Samples::rateCard(), true}
    });
    show(panel);
    auto *table = panel.findChild<QTableView *>(u"ratesTable"_s);

    for (int column = 1; column < table->model()->columnCount(); ++column) {
        QSet<qsizetype> decimals;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const QString price = table->model()->index(row, column).data().toString();
            decimals << price.size() - price.indexOf(u'.');
        }
        EXPECT_EQ(decimals.size(), 1) << "decimals of one length in column " << column;
    }

    EXPECT_EQ(table->horizontalHeader()->height(), 32);
    auto *prices = qobject_cast<Card *>(table->parentWidget());
    ASSERT_NE(prices, nullptr);
    EXPECT_LE(prices->height() - table->height(), 52) << "the title is a line of it, not a band";
    QSet<int> widths;
    for (const Card *card : panel.findChildren<Card *>())
        widths << card->width();
    EXPECT_EQ(widths.size(), 1);
    EXPECT_EQ(table->verticalScrollBar()->maximum(), 0) << "few rows do not scroll";
    EXPECT_EQ(table->horizontalScrollBar()->maximum(), 0);
}
