#include "presentation/inboxlistmodel.h"
#include "presentation/inboxwords.h"
#include "presentation/initials.h"
#include "presentation/threadmodel.h"
#include "support/fakeclock.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Conversation conversation(qint64 id, const QString &name)
{
    Conversation made;
    made.id = {id};
    made.name = name;
    made.phone = u"+447700900318"_s;
    return made;
}

ThreadItem item(qint64 id, UtcTime at, ThreadItem::Kind kind = ThreadItem::Kind::Inbound)
{
    ThreadItem made;
    made.id = id;
    made.at = at;
    made.kind = kind;
    made.type = u"text"_s;
    made.text = u"Text %1"_s.arg(id);
    return made;
}

QString asItIs(const QString &phone)
{
    return phone;
}

} // namespace

TEST(InboxListModelTest, asksOnlyForWhatIsLookedAtAndKeepsItWhileTheListChanges)
{
    FakeClock clock;
    InboxListModel model{&asItIs, clock};
    const QAbstractItemModelTester tester{&model};
    std::vector<ConversationId> wanted;
    QObject::connect(&model, &InboxListModel::rowsWanted, &model,
                     [&](const std::vector<ConversationId> &ids) { wanted = ids; });
    model.setKeys({{3}, {2}, {1}});
    QCoreApplication::processEvents();
    wanted.clear();

    model.setRows({conversation(2, u"Aisha"_s)});
    model.setKeys({{4}, {2}, {3}, {1}});

    EXPECT_EQ(model.index(1).data().toString(), u"Aisha"_s) << "known without asking again";
    EXPECT_EQ(model.rowOf({1}), 3);
    EXPECT_EQ(model.rowOf({9}), -1);
    EXPECT_FALSE(model.index(0).data(LoadedRole).toBool());
    QCoreApplication::processEvents();
    EXPECT_NE(std::find(wanted.begin(), wanted.end(), ConversationId{4}), wanted.end());
}

TEST(InboxListModelTest, onlyARowThatDiffersIsPaintedAgain)
{
    FakeClock clock;
    InboxListModel model{&asItIs, clock};
    model.setKeys({{1}, {2}});
    model.index(0).data();
    model.index(1).data();
    QCoreApplication::processEvents();
    model.setRows({conversation(1, u"Aisha"_s), conversation(2, u"Priya"_s)});
    model.markStale();
    model.index(0).data();
    model.index(1).data();
    QCoreApplication::processEvents();
    QSignalSpy changed{&model, &QAbstractItemModel::dataChanged};

    model.setRows({conversation(1, u"Aisha"_s), conversation(2, u"Priya Nair"_s)});

    ASSERT_EQ(changed.count(), 1);
    EXPECT_EQ(changed.first().first().toModelIndex().row(), 1);
}

TEST(ThreadModelTest, daysStandBetweenTheBubbles)
{
    FakeClock clock;
    ThreadModel model{clock};
    const QAbstractItemModelTester tester{&model};

    model.setItems({item(1, clock.now() - 48h), item(2, clock.now() - 48h + 1s), item(3, clock.now())});

    ASSERT_EQ(model.rowCount(), 5);
    EXPECT_TRUE(model.entryAt(0).isDay());
    EXPECT_EQ(model.entryAt(2).item->id, 2);
    EXPECT_TRUE(model.entryAt(3).isDay());
    EXPECT_EQ(model.index(3).data().toString(), u"Today"_s);
}

TEST(ThreadModelTest, whatComesAndChangesTouchesOnlyItsRows)
{
    FakeClock clock;
    ThreadModel model{clock};
    const QAbstractItemModelTester tester{&model};
    ThreadItem answer = item(2, clock.now() + 2s, ThreadItem::Kind::Answer);
    model.setItems({item(1, clock.now()), answer});
    QSignalSpy inserted{&model, &QAbstractItemModel::rowsInserted};
    QSignalSpy removed{&model, &QAbstractItemModel::rowsRemoved};
    QSignalSpy changed{&model, &QAbstractItemModel::dataChanged};

    answer.progress = ThreadItem::Progress::Read;
    model.setItems({item(1, clock.now()), answer, item(3, clock.now() + 3s)});
    model.setItems({item(7, clock.now() - 1s), item(1, clock.now()), answer, item(3, clock.now() + 3s)});

    EXPECT_EQ(removed.count(), 0);
    EXPECT_EQ(inserted.count(), 2);
    ASSERT_EQ(changed.count(), 1);
    EXPECT_EQ(changed.first().first().toModelIndex().row(), 2);
}

TEST(InboxWordsTest, theWindowIsCountedDownAndThenSaidToBeOver)
{
    FakeClock clock;
    Conversation aisha = conversation(1, u"Aisha Rahman"_s);
    aisha.lastInboundAt = clock.now() - 21h;

    EXPECT_TRUE(countdownText(aisha, clock.now()).startsWith(u"3 h"_s))
        << qPrintable(countdownText(aisha, clock.now()));
    EXPECT_TRUE(whyClosedText(aisha, clock.now()).isEmpty());
    EXPECT_TRUE(countdownText(aisha, clock.now() + 3h).isEmpty());
    EXPECT_TRUE(whyClosedText(aisha, clock.now() + 3h).contains(u"24 hours"_s));
    aisha.isStopped = true;
    EXPECT_TRUE(whyClosedText(aisha, clock.now()).contains(u"opted out"_s));
}

TEST(InboxWordsTest, aMessageWithoutWordsIsNamedByItsKind)
{
    Conversation aisha = conversation(1, u"Aisha"_s);
    aisha.lastType = u"audio"_s;

    EXPECT_EQ(lastMessageText(aisha), u"Voice message"_s);
    aisha.isLastInbound = false;
    aisha.lastText = u"Tickets\nare attached"_s;
    EXPECT_EQ(lastMessageText(aisha), u"You: Tickets are attached"_s);
}

TEST(InboxWordsTest, anOrderIsReadableBesideWhatThePersonSaysOfIt)
{
    FakeClock clock;
    ThreadItem order = item(1, clock.now());
    order.type = u"order"_s;
    order.text = u"please gift wrap"_s;
    order.payload = u"2 × SKU1, 49.9 EUR"_s;

    EXPECT_EQ(bubbleText(order), u"please gift wrap\n2 × SKU1, 49.9 EUR"_s);
    EXPECT_TRUE(spokenText(order).contains(u"2 × SKU1"_s));
    order.text = order.payload; // they said nothing
    EXPECT_EQ(bubbleText(order), order.payload);
}

TEST(InitialsTest, lettersOfAnyScriptKeepTheirMarks)
{
    EXPECT_EQ(initialsOf(u"Aisha Rahman"_s), u"AR"_s);
    EXPECT_EQ(initialsOf(u"ليلى حداد"_s), u"لح"_s);
    EXPECT_EQ(initialsOf(u"+44 7700"_s), QString{});
    EXPECT_EQ(initialsOf(u"🌸"_s), QString{});
}
