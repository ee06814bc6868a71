#include "widgets/campaign/campaignpage.h"

#include "support/fakeclock.h"
#include "widgets/campaign/retrydialog.h"
#include "widgets/controls/button.h"
#include "widgets/controls/figurecard.h"
#include "widgets/controls/filterchips.h"
#include "widgets/controls/funnelchart.h"
#include "widgets/controls/textlabel.h"
#include "widgets/samples.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Counts how often something is painted.
class PaintCounter final : public QObject
{
public:
    explicit PaintCounter(QWidget *widget) { widget->installEventFilter(this); }

    int paints = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        paints += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

RetryOffer retryOffer()
{
    return {
        {{u"130429"_s, u"Too fast."_s, {}, 100}, {u"131049"_s, u"Held back."_s, {}, 20}},
        {{u"131026"_s, u"The number is not on WhatsApp."_s, {}, 35}                                     },
        20,
        UtcTime{1795000000000ms}
    };
}

/// The page with someone who serves its list like the workspace.
class CampaignPageTest : public testing::Test
{
protected:
    CampaignPageTest()
    {
        QLocale::setDefault(QLocale{u"en_GB"_s});
        QObject::connect(&page, &CampaignPage::recipientsWanted, &page,
                         [this](CampaignId, const RecipientFilter &filter) {
                             filters.push_back(filter);
                             const int total = !filter.search.isEmpty() ? 3
                                 : filter.status                        ? campaign.counts.of(*filter.status)
                                                                        : campaign.counts.total();
                             page.setRecipientTotal(filter, total);
                         });
        QObject::connect(&page, &CampaignPage::recipientPageWanted, &page,
                         [this](CampaignId, const RecipientFilter &, const PageRequest &request) {
                             page.recipients().setPage(request,
                                                       Samples::recipients(request.offset, request.count));
                         });
        page.resize(1232, 868);
        page.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&page));
    }

    void show(CampaignState state)
    {
        campaign.state = state;
        page.setCampaign(campaign);
    }

    QPushButton *button(const QString &name) const { return page.findChild<QPushButton *>(name); }

    FigureCard *card(const QString &name) const
    {
        for (FigureCard *each : page.findChildren<FigureCard *>()) {
            if (each->text() == name)
                return each;
        }
        return nullptr;
    }

    bool says(const QString &sentence) const
    {
        const QList<QLabel *> labels = page.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(sentence);
        });
    }

    QDialog *dialog() const
    {
        for (QDialog *each : page.findChildren<QDialog *>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }

    void press(QDialog *inside, const QString &text) const
    {
        for (QPushButton *each : inside->findChildren<QPushButton *>()) {
            if (each->text() == text) {
                each->click();
                return;
            }
        }
        FAIL() << "no button " << text.toStdString();
    }

    FakeClock clock{Samples::momentOf(u"2026-11-19T11:42:00"_s)};
    Campaign campaign = Samples::campaign();
    CampaignPage page{clock, Samples::phoneFormat()};
    std::vector<RecipientFilter> filters;
};

} // namespace

TEST_F(CampaignPageTest, altLeftLeadsBackWhereverTheKeyboardIs)
{
    show(CampaignState::Sending);
    const QSignalSpy back{&page, &CampaignPage::backRequested};
    auto *table = page.findChild<QTableView *>();
    table->setFocus(Qt::TabFocusReason);

    QTest::keyClick(table, Qt::Key_Left, Qt::AltModifier);

    EXPECT_EQ(back.count(), 1);
}

TEST_F(CampaignPageTest, theCardsShowTheFiguresWithTheirBase)
{
    show(CampaignState::Sending);

    EXPECT_EQ(card(u"Delivered"_s)->accessibleName(), u"Delivered: 6,951"_s);
    EXPECT_EQ(card(u"Delivered"_s)->accessibleDescription(), u"94.2\u00a0% of sent"_s);
    EXPECT_EQ(card(u"Unconfirmed"_s)->accessibleName(), u"Unconfirmed: 6"_s);
    EXPECT_TRUE(says(u"7,597 of 12,480 settled"_s));
}

TEST_F(CampaignPageTest, metasOwnTotalsStandBelowTheFiguresAndNeverInThem)
{
    show(CampaignState::Completed);
    const QString delivered = card(u"Delivered"_s)->accessibleName();

    page.setDeliveryNotes({u"Accepted by Meta; delivery unknown."_s, u"Meta's own totals: 120 sent."_s});

    EXPECT_TRUE(says(u"Accepted by Meta; delivery unknown.\nMeta's own totals: 120 sent."_s));
    EXPECT_EQ(card(u"Delivered"_s)->accessibleName(), delivered);

    page.setDeliveryNotes({});
    EXPECT_FALSE(says(u"Accepted by Meta; delivery unknown.\nMeta's own totals: 120 sent."_s));
}

TEST_F(CampaignPageTest, theUnconfirmedCardGoesWithTheLastDoubt)
{
    show(CampaignState::Sending);
    EXPECT_TRUE(card(u"Unconfirmed"_s)->isVisible());

    campaign.counts.set(RecipientStatus::Unconfirmed, 0);
    campaign.counts.set(RecipientStatus::Sent, 311);
    page.setCampaign(campaign);

    EXPECT_FALSE(card(u"Unconfirmed"_s)->isVisible());
}

TEST_F(CampaignPageTest, theFilledButtonFollowsTheState)
{
    show(CampaignState::Sending);
    EXPECT_EQ(button(u"mainButton"_s)->text(), u"Pause"_s);
    show(CampaignState::Paused);
    EXPECT_EQ(button(u"mainButton"_s)->text(), u"Resume sending (4,883)"_s);
    show(CampaignState::Failed);
    EXPECT_EQ(button(u"mainButton"_s)->text(), u"Resume sending (4,883)"_s);
    show(CampaignState::Completed);
    EXPECT_EQ(button(u"mainButton"_s)->text(), u"Follow up"_s) << "whether a retry helps is not known yet";
    page.setRetryOffer(retryOffer());
    EXPECT_EQ(button(u"mainButton"_s)->text(), u"Retry failed (120)…"_s);
    EXPECT_FALSE(button(u"cancelButton"_s)->isVisible());
    campaign.counts.set(RecipientStatus::Failed, 0);
    show(CampaignState::Completed);
    EXPECT_EQ(button(u"mainButton"_s)->text(), u"Follow up"_s);
    show(CampaignState::Scheduled);
    EXPECT_EQ(button(u"mainButton"_s)->text(), u"Send 4,883 now…"_s);
    EXPECT_FALSE(button(u"followUpButton"_s)->isVisible());
}

TEST_F(CampaignPageTest, aRetryIsAskedAboutAndSaysWhoStaysFailedAndWhy)
{
    QSignalSpy wanted{&page, &CampaignPage::retryOfferWanted};
    QSignalSpy retries{&page, &CampaignPage::retryFailedRequested};
    show(CampaignState::Completed);
    page.setRetryOffer(retryOffer());

    button(u"mainButton"_s)->click();
    ASSERT_EQ(wanted.count(), 1);
    page.askBeforeRetrying(retryOffer());

    auto *dialog = page.findChild<RetryDialog *>();
    ASSERT_TRUE(dialog);
    EXPECT_EQ(dialog->windowTitle(), u"Try 120 failed people again?"_s);
    EXPECT_TRUE(dialog->accessibleDescription().contains(u"20 of them must wait until"_s));
    const auto says = [&](const QString &text) {
        const QList<TextLabel *> labels = dialog->findChildren<TextLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const TextLabel *label) { return label->text() == text; });
    };
    EXPECT_TRUE(says(u"35 others stay failed"_s));
    EXPECT_TRUE(says(u"35: The number is not on WhatsApp."_s));
    EXPECT_EQ(retries.count(), 0);
    dialog->findChild<Button *>(u"retryButton"_s)->click();
    EXPECT_EQ(retries.count(), 1);
}

TEST_F(CampaignPageTest, whereNobodyMayBeTriedAgainItSaysWhyAndOffersNothing)
{
    show(CampaignState::Completed);
    RetryOffer offer = retryOffer();
    offer.offered.clear();
    page.setRetryOffer(offer);
    EXPECT_EQ(button(u"mainButton"_s)->text(), u"Follow up"_s);

    page.askBeforeRetrying(offer);

    auto *dialog = page.findChild<RetryDialog *>();
    ASSERT_TRUE(dialog);
    EXPECT_EQ(dialog->windowTitle(), u"None of the 35 failed people may be tried again"_s);
    EXPECT_FALSE(dialog->findChild<Button *>(u"retryButton"_s));
}

TEST_F(CampaignPageTest, aFollowUpSaysHowManyPeopleEachGroupHas)
{
    QSignalSpy wanted{&page, &CampaignPage::followUpRequested};
    campaign.counts.set(RecipientStatus::Responded, 0);
    show(CampaignState::Completed);
    const auto action = [&](const QString &words) -> QAction * {
        for (QAction *each : page.findChild<QMenu *>(u"followUpMenu"_s)->actions()) {
            if (each->text().startsWith(words))
                return each;
        }
        return nullptr;
    };
    const int read = campaign.counts.of(RecipientStatus::Read);

    ASSERT_TRUE(action(u"People who read it but did not respond"_s));
    EXPECT_EQ(action(u"People who read it but did not respond"_s)->text(),
              u"People who read it but did not respond (%1)"_s.arg(countText(read)));
    EXPECT_FALSE(action(u"People who responded"_s)->isEnabled()) << "nobody did";
    EXPECT_EQ(action(u"Failed ones who may be reached now"_s)->text(),
              u"Failed ones who may be reached now"_s)
        << "not known yet";
    page.setRetryOffer(retryOffer());
    EXPECT_EQ(action(u"Failed ones who may be reached now"_s)->text(),
              u"Failed ones who may be reached now (120)"_s);

    action(u"Failed ones who may be reached now"_s)->trigger();

    ASSERT_EQ(wanted.count(), 1);
    EXPECT_EQ(wanted.first().at(1).value<FollowUpAudience>(), FollowUpAudience::MayWorkNow);
}

TEST_F(CampaignPageTest, pausingAndResumingIsAKeyAway)
{
    QSignalSpy pauses{&page, &CampaignPage::pauseRequested};
    QSignalSpy resumes{&page, &CampaignPage::resumeRequested};

    show(CampaignState::Sending);
    QTest::keyClick(&page, Qt::Key_P, Qt::ControlModifier);
    show(CampaignState::Paused);
    QTest::keyClick(&page, Qt::Key_P, Qt::ControlModifier);
    show(CampaignState::Completed);
    QTest::keyClick(&page, Qt::Key_P, Qt::ControlModifier);

    EXPECT_EQ(pauses.count(), 1);
    EXPECT_EQ(resumes.count(), 1);
}

TEST_F(CampaignPageTest, cancellingAsksFirstAndSaysWhatIsLost)
{
    show(CampaignState::Sending);
    QSignalSpy cancels{&page, &CampaignPage::cancelRequested};

    button(u"cancelButton"_s)->click();
    ASSERT_NE(dialog(), nullptr);
    EXPECT_TRUE(
        says(u"4,883 people will not get it. The 7,380 messages already sent stay on their phones."_s));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    EXPECT_EQ(cancels.count(), 0);
    button(u"cancelButton"_s)->click();
    press(dialog(), u"Cancel campaign"_s);

    EXPECT_EQ(cancels.count(), 1);
}

TEST_F(CampaignPageTest, sendingAsksFirst)
{
    show(CampaignState::Scheduled);
    QSignalSpy sends{&page, &CampaignPage::sendRequested};

    button(u"mainButton"_s)->click();
    EXPECT_EQ(sends.count(), 0);
    press(dialog(), u"Send now"_s);

    EXPECT_EQ(sends.count(), 1);
}

TEST_F(CampaignPageTest, aSendingCampaignIsNotDeleted)
{
    show(CampaignState::Sending);
    const QList<QAction *> actions = button(u"moreButton"_s)->menu()->actions();

    EXPECT_EQ(actions.last()->text(), u"Delete…"_s);
    EXPECT_FALSE(actions.last()->isEnabled());
    show(CampaignState::Paused);
    EXPECT_TRUE(actions.last()->isEnabled());
}

TEST_F(CampaignPageTest, unconfirmedPeopleAreResolvedOnAPersonsWord)
{
    show(CampaignState::Sending);
    page.setOldestUnconfirmed(clock.now() - 12min);
    QSignalSpy resolves{&page, &CampaignPage::resolveRequested};

    card(u"Unconfirmed"_s)->click();
    ASSERT_NE(dialog(), nullptr);
    EXPECT_TRUE(says(u"12 min ago"_s));
    EXPECT_TRUE(says(u"gets it twice"_s));
    press(dialog(), u"Keep waiting"_s);
    EXPECT_EQ(resolves.count(), 0);
    card(u"Unconfirmed"_s)->click();
    press(dialog(), u"Count as sent"_s);
    card(u"Unconfirmed"_s)->click();
    press(dialog(), u"Send again"_s);

    ASSERT_EQ(resolves.count(), 2);
    EXPECT_EQ(resolves.at(0).at(1).value<ResolveChoice>(), ResolveChoice::Accept);
    EXPECT_EQ(resolves.at(1).at(1).value<ResolveChoice>(), ResolveChoice::Resend);
}

TEST_F(CampaignPageTest, aReasonIsToldWhileItHolds)
{
    campaign.reason = {u"brake"_s, u"The safety brake stopped this campaign."_s,
                       u"Look at the failed people."_s};
    show(CampaignState::Paused);
    EXPECT_TRUE(says(u"The safety brake stopped this campaign."_s));

    campaign.reason = {};
    show(CampaignState::Sending);

    EXPECT_FALSE(says(u"The safety brake stopped this campaign."_s));
}

TEST_F(CampaignPageTest, aCardOpensThePeopleBehindItsNumber)
{
    show(CampaignState::Sending);
    ASSERT_EQ(filters.size(), 1U);
    EXPECT_EQ(filters.front(), RecipientFilter{});

    QTest::mouseClick(card(u"Failed"_s), Qt::LeftButton);

    ASSERT_EQ(filters.size(), 2U);
    EXPECT_EQ(filters.back().status, RecipientStatus::Failed);
    EXPECT_EQ(page.recipients().rowCount(), 155);
}

TEST_F(CampaignPageTest, aStepOfTheFunnelOpensEverybodyWhoGotSoFar)
{
    auto *funnel = page.findChild<FunnelChart *>();
    filters.clear();

    const int row =
        funnel->sizeHint().height() / 6; // recipients, attempted, sent, delivered, read, responded
    QTest::mouseClick(funnel, Qt::LeftButton, {}, {40, 3 * row + row / 2});

    ASSERT_FALSE(filters.empty());
    EXPECT_EQ(filters.back(), (RecipientFilter{RecipientStatus::Delivered, {}, true, {}}));
    EXPECT_FALSE(page.findChild<QWidget *>(u"narrowingWords"_s)->isHidden());

    QTest::mouseClick(page.findChild<QPushButton *>(u"widenButton"_s), Qt::LeftButton);
    EXPECT_EQ(filters.back(), RecipientFilter{});
}

TEST_F(CampaignPageTest, theKeyboardReachesTheFunnelToo)
{
    auto *funnel = page.findChild<FunnelChart *>();
    funnel->setFocus(Qt::TabFocusReason);
    filters.clear();

    for (int i = 0; i < 5; ++i)
        QTest::keyClick(funnel, Qt::Key_Down);
    QTest::keyClick(funnel, Qt::Key_Return);

    ASSERT_FALSE(filters.empty());
    EXPECT_EQ(filters.back().status, RecipientStatus::Responded);
}

TEST_F(CampaignPageTest, aReasonSaysWhatToDoAndOpensItsPeople)
{
    FigureSet figures;
    figures.errors = {
        {u"131026"_s, u"Not reachable on WhatsApp."_s, u"Check the number."_s, 35},
        {u"130429"_s, u"Too fast."_s,                  u"Retry later."_s,      4 }
    };
    figures.times.toDeliver = StepTime{2s, 9s, 1s, 4s, 900};
    figures.prices = {
        {u"marketing"_s, u"regular"_s, 900}
    };
    page.setFigures(figures);
    filters.clear();
    QSignalSpy offers{&page, &CampaignPage::retryOfferWanted};

    QTest::mouseClick(page.findChild<QPushButton *>(u"reason131026"_s), Qt::LeftButton);

    ASSERT_FALSE(filters.empty());
    EXPECT_EQ(filters.back(), (RecipientFilter{RecipientStatus::Failed, {}, false, u"131026"_s}));
    QStringList words;
    for (const QLabel *label : page.findChildren<QLabel *>())
        words << label->text();
    const QString all = words.join(u'\n');
    EXPECT_TRUE(all.contains(u"35: Not reachable on WhatsApp."_s));
    EXPECT_TRUE(all.contains(u"Check the number."_s));
    EXPECT_TRUE(all.contains(u"half within 2 s, the middle half 1 s to 4 s, nine of ten within 9 s"_s));
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->text() == u"Retry…"_s && button->accessibleDescription() == u"Too fast."_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    EXPECT_EQ(offers.count(), 1);
}

TEST_F(CampaignPageTest, typingASearchAsksOnce)
{
    show(CampaignState::Sending);
    filters.clear();

    QTest::keyClick(&page, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(page.findChild<QLineEdit *>(u"recipientSearch"_s), u"aisha"_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return filters.size() == 1U; }));

    EXPECT_EQ(filters.front().search, u"aisha"_s);
    EXPECT_EQ(page.recipients().rowCount(), 3);
}

TEST_F(CampaignPageTest, anAnswerToAnEarlierFilterChangesNothing)
{
    show(CampaignState::Sending);

    page.setRecipientTotal({RecipientStatus::Read, {}}, 5);

    EXPECT_EQ(page.recipients().rowCount(), 12480);
}

TEST_F(CampaignPageTest, progressGrowsTheListWithoutLosingThePlace)
{
    show(CampaignState::Sending);
    card(u"Read"_s)->click();
    auto *table = page.findChild<QTableView *>(u"recipientTable"_s);
    table->scrollTo(table->model()->index(1500, 0), QAbstractItemView::PositionAtTop);
    const int top = table->rowAt(0);
    QSignalSpy reset{&page.recipients(), &QAbstractItemModel::modelReset};

    campaign.counts.set(RecipientStatus::Delivered, 4070);
    campaign.counts.set(RecipientStatus::Read, 2684);
    campaign.reached.read = 2881;
    page.setCampaign(campaign);

    EXPECT_EQ(page.recipients().rowCount(), 2684);
    EXPECT_EQ(reset.count(), 0);
    EXPECT_EQ(table->rowAt(0), top);
}

TEST_F(CampaignPageTest, nothingIsRepaintedWhenNothingChanged)
{
    show(CampaignState::Sending);
    QTest::qWait(50);
    PaintCounter funnel{page.findChild<FunnelChart *>()};
    PaintCounter sent{card(u"Sent"_s)};
    PaintCounter failed{card(u"Failed"_s)};

    page.setCampaign(campaign);
    QTest::qWait(50);
    EXPECT_EQ(funnel.paints + sent.paints + failed.paints, 0);
    campaign.reached.sent += 1;
    page.setCampaign(campaign);
    QTest::qWait(50);

    EXPECT_GT(sent.paints, 0);
    EXPECT_EQ(failed.paints, 0);
}

TEST_F(CampaignPageTest, theSpeedAndTheEndAreSaidWhileItSends)
{
    show(CampaignState::Sending);
    page.setLiveProgress({9.6, clock.now() + 8min + 20s, clock.now() - 1s, {}});
    EXPECT_TRUE(says(u">9.6</span> messages a second"_s));
    EXPECT_TRUE(says(u"in 8 min"_s));
    EXPECT_TRUE(says(u"last message 1 s ago"_s));

    page.setLiveProgress({0, std::nullopt, std::nullopt, u"The send window opens at 09:00"_s});

    EXPECT_FALSE(says(u"messages a second"_s));
    EXPECT_TRUE(says(u"The send window opens at 09:00"_s));
}

TEST_F(CampaignPageTest, theLogIsShownOnRequest)
{
    show(CampaignState::Sending);
    page.setActivity({
        {1, clock.now(), u"Ana"_s, u"Sending started."_s}
    });
    QSignalSpy wanted{&page, &CampaignPage::activityWanted};
    auto *list = page.findChild<QWidget *>(u"activityList"_s);
    EXPECT_FALSE(list->isVisible());

    button(u"activityButton"_s)->click();

    EXPECT_TRUE(list->isVisible());
    EXPECT_EQ(wanted.count(), 1);
}

TEST_F(CampaignPageTest, openingAnotherCampaignForgetsTheFirst)
{
    show(CampaignState::Sending);
    card(u"Failed"_s)->click();
    page.showLoading({9});
    EXPECT_FALSE(button(u"mainButton"_s)->isVisible());
    Campaign other;
    other.id = {9};
    other.name = u"Lisboa"_s;
    other.state = CampaignState::Completed;
    other.counts.set(RecipientStatus::Read, 4);
    campaign = other;
    filters.clear();

    page.setCampaign(other);

    ASSERT_EQ(filters.size(), 1U);
    EXPECT_EQ(filters.front(), RecipientFilter{});
    EXPECT_EQ(page.recipients().rowCount(), 4);
}

TEST_F(CampaignPageTest, anUnreadableCampaignCanBeTriedAgain)
{
    page.showLoading({3});
    QSignalSpy reloads{&page, &CampaignPage::reloadRequested};

    page.showError({ErrorKind::Storage, u"The workspace cannot be read."_s, {}, {}});
    EXPECT_TRUE(says(u"The workspace cannot be read."_s));
    for (QPushButton *each : page.findChildren<QPushButton *>()) {
        if (each->isVisible() && each->text() == u"Try again"_s)
            each->click();
    }

    ASSERT_EQ(reloads.count(), 1);
    EXPECT_EQ(reloads.first().first().value<CampaignId>(), CampaignId{3});
}
