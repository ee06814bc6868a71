#include "presentation/recipienttablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using FailureMode = QAbstractItemModelTester::FailureReportingMode;

Recipient person(qint64 id, RecipientStatus status = RecipientStatus::Pending)
{
    Recipient recipient;
    recipient.id = {id};
    recipient.phone = *PhoneNumber::fromE164(u"+44770%1"_s.arg(900000 + id));
    recipient.name = u"Person %1"_s.arg(id);
    recipient.progress.status = status;
    return recipient;
}

/// A list as the workspace would serve it.
class RecipientTableModelTest : public testing::Test
{
protected:
    RecipientTableModelTest()
    {
        QObject::connect(&model, &RecipientTableModel::pageWanted, &model,
                         [this](const PageRequest &request) { requests.push_back(request); });
    }

    /// Lets the model ask, and answers everything it asked for.
    void serve()
    {
        QCoreApplication::processEvents();
        const std::vector<PageRequest> asked = std::exchange(requests, {});
        for (const PageRequest &request : asked)
            model.setPage(request, page(request));
    }

    std::vector<Recipient> page(const PageRequest &request) const
    {
        std::vector<Recipient> rows;
        for (int i = 0; i < request.count; ++i)
            rows.push_back(person(request.offset + i + 1));
        return rows;
    }

    QVariant cell(int row, int column, int role = Qt::DisplayRole) const
    {
        return model.index(row, column).data(role);
    }

    /// Checks the model's every step. It visits all rows each time, so not for a million of them.
    void watchClosely() { m_tester = std::make_unique<QAbstractItemModelTester>(&model, FailureMode::Fatal); }

    RecipientTableModel model{{}};
    std::vector<PageRequest> requests;

private:
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

} // namespace

TEST_F(RecipientTableModelTest, aPageIsAskedForOnceWhenItIsLookedAt)
{
    model.startList(1'000'000);
    QCoreApplication::processEvents();
    requests.clear();

    EXPECT_FALSE(cell(500'010, RecipientTableModel::Name, LoadedRole).toBool());
    cell(500'011, RecipientTableModel::Name);
    QCoreApplication::processEvents();
    cell(500'012, RecipientTableModel::Name);
    QCoreApplication::processEvents();

    ASSERT_EQ(requests.size(), 1U);
    EXPECT_EQ(requests.front().offset, 500'000);
    EXPECT_EQ(requests.front().count, RecipientTableModel::kPageRows);
}

TEST_F(RecipientTableModelTest, aFilledPageRepaintsItsRowsWithoutAReset)
{
    watchClosely();
    model.startList(450);
    QSignalSpy reset{&model, &QAbstractItemModel::modelReset};
    QSignalSpy changed{&model, &QAbstractItemModel::dataChanged};

    cell(440, RecipientTableModel::Name);
    QCoreApplication::processEvents();
    for (const PageRequest &request : requests) {
        if (request.offset == 400)
            model.setPage(request, page(request));
    }

    EXPECT_EQ(reset.count(), 0);
    ASSERT_EQ(changed.count(), 1);
    EXPECT_EQ(changed.first().at(0).toModelIndex().row(), 400);
    EXPECT_EQ(changed.first().at(1).toModelIndex().row(), 449);
    EXPECT_EQ(cell(440, RecipientTableModel::Name).toString(), u"Person 441"_s);
}

TEST_F(RecipientTableModelTest, onlySoManyPagesAreKept)
{
    model.startList(1'000'000);

    for (int number = 0; number < RecipientTableModel::kMostPages + 10; ++number) {
        cell(number * RecipientTableModel::kPageRows, 0);
        serve();
    }

    EXPECT_LE(model.loadedPages(), RecipientTableModel::kMostPages);
    const int last = (RecipientTableModel::kMostPages + 9) * RecipientTableModel::kPageRows;
    EXPECT_NE(model.recipientAt(last), nullptr);
}

TEST_F(RecipientTableModelTest, anAnswerToAnEarlierFilterIsIgnored)
{
    watchClosely();
    model.startList(10);
    cell(0, 0);
    QCoreApplication::processEvents();
    ASSERT_FALSE(requests.empty());
    const PageRequest early = requests.front();

    model.startList(3);
    model.setPage(early, page(early));

    EXPECT_EQ(model.recipientAt(0), nullptr);
}

TEST_F(RecipientTableModelTest, anUpdateChangesOneRow)
{
    watchClosely();
    model.startList(10);
    cell(0, 0);
    serve();
    QSignalSpy changed{&model, &QAbstractItemModel::dataChanged};

    model.updateRecipients({person(4, RecipientStatus::Read), person(5), person(77, RecipientStatus::Read)});

    ASSERT_EQ(changed.count(), 1);
    EXPECT_EQ(changed.first().first().toModelIndex().row(), 3);
    EXPECT_EQ(cell(3, RecipientTableModel::Status).toString(), wordFor(RecipientStatus::Read));
}

TEST_F(RecipientTableModelTest, staleRowsStayOnScreenUntilTheNewOnesCome)
{
    watchClosely();
    model.startList(10);
    cell(0, 0);
    serve();

    model.markStale();
    EXPECT_EQ(cell(0, RecipientTableModel::Name).toString(), u"Person 1"_s);
    QCoreApplication::processEvents();

    ASSERT_EQ(requests.size(), 1U);
    EXPECT_EQ(requests.front().offset, 0);
}

TEST_F(RecipientTableModelTest, readingAgainRepaintsOnlyRowsThatDiffer)
{
    watchClosely();
    model.startList(10);
    cell(0, 0);
    serve();
    QSignalSpy changed{&model, &QAbstractItemModel::dataChanged};

    model.markStale();
    QCoreApplication::processEvents();
    std::vector<Recipient> rows = page(requests.front());
    rows[2] = person(3, RecipientStatus::Delivered);
    rows[3] = person(4, RecipientStatus::Delivered);
    rows[7] = person(8, RecipientStatus::Failed);
    model.setPage(requests.front(), rows);

    ASSERT_EQ(changed.count(), 2);
    EXPECT_EQ(changed.at(0).at(0).toModelIndex().row(), 2);
    EXPECT_EQ(changed.at(0).at(1).toModelIndex().row(), 3);
    EXPECT_EQ(changed.at(1).at(0).toModelIndex().row(), 7);
}

TEST_F(RecipientTableModelTest, moreOrFewerPeopleComeWithoutAReset)
{
    watchClosely();
    model.startList(10);
    cell(0, 0);
    serve();
    QSignalSpy reset{&model, &QAbstractItemModel::modelReset};

    model.setTotal(12);
    EXPECT_EQ(model.rowCount(), 12);
    model.setTotal(4);

    EXPECT_EQ(model.rowCount(), 4);
    EXPECT_EQ(reset.count(), 0);
}

TEST_F(RecipientTableModelTest, aFailureSaysWhatHappenedAndWhatToDo)
{
    watchClosely();
    Recipient failed = person(1, RecipientStatus::Failed);
    failed.error = RecipientError{
        u"131026"_s, u"Not reachable on WhatsApp."_s, u"Check the number with the customer."_s, {}};
    model.startList(1);
    cell(0, 0);
    QCoreApplication::processEvents();
    model.setPage({requests.front().list, 0, 1}, {failed});

    EXPECT_EQ(cell(0, RecipientTableModel::WhatHappened).toString(),
              u"Not reachable on WhatsApp. Check the number with the customer."_s);
    EXPECT_EQ(cell(0, RecipientTableModel::WhatHappened, LeadRole).toString(),
              u"Not reachable on WhatsApp."_s);
    EXPECT_EQ(cell(0, RecipientTableModel::WhatHappened, EmphasisRole).toInt(),
              static_cast<int>(Emphasis::Problem));
}

TEST_F(RecipientTableModelTest, valuesOfADraftHaveColumnsOfTheirOwn)
{
    watchClosely();
    model.setVariables({
        {u"1"_s,      TemplateVariable::Place::Body, 0, u"Lucía"_s},
        {u"salida"_s, TemplateVariable::Place::Body, 1, {}         }
    });
    model.setDefaults({
        {u"salida"_s, u"esta semana"_s}
    });
    model.startList(1);
    cell(0, 0);
    QCoreApplication::processEvents();
    Recipient recipient = person(1);
    recipient.variables = {
        {u"1"_s, u"Marta"_s}
    };
    model.setPage({requests.front().list, 0, 1}, {recipient});

    const int first = model.firstValueColumn();
    EXPECT_EQ(model.headerData(first, Qt::Horizontal).toString(), u"1 · Lucía"_s);
    EXPECT_EQ(cell(0, first).toString(), u"Marta"_s);
    EXPECT_EQ(cell(0, first + 1).toString(), u"esta semana"_s);
    EXPECT_EQ(cell(0, first + 1, EmphasisRole).toInt(), static_cast<int>(Emphasis::Warning));
}

TEST(HappeningTest, anAnswerIsQuoted)
{
    Recipient recipient = person(1, RecipientStatus::Responded);
    recipient.response = u"Is the sea-view\nroom free?"_s;

    EXPECT_EQ(whatHappenedTo(recipient).text(), u"“Is the sea-view room free?”"_s);
}

TEST(HappeningTest, somebodyWaitingOutABackoffIsToldWhenItGoesOn)
{
    Recipient recipient = person(1);
    recipient.notBefore = fromMilliseconds(1'795'000'000'000);
    recipient.error = RecipientError{u"130429"_s, u"Meta asked to slow down."_s, {}, {}};

    EXPECT_EQ(whatHappenedTo(recipient).text(),
              u"Tried again at %1. Meta asked to slow down."_s.arg(shortTimeText(*recipient.notBefore)));
}

TEST(HappeningTest, theCommonestRefusalsFitIntoARow)
{
    Recipient recipient = person(1, RecipientStatus::Failed);
    recipient.error = RecipientError{u"131026"_s, u"A long sentence."_s, u"Long advice."_s, {}};

    EXPECT_EQ(whatHappenedTo(recipient).text(),
              u"Not reachable on WhatsApp. Check the number with the customer."_s);
    recipient.error->code = u"131000"_s;
    EXPECT_EQ(whatHappenedTo(recipient).text(), u"A long sentence. Long advice."_s);
}

TEST(HappeningTest, doubtIsAWarning)
{
    EXPECT_EQ(whatHappenedTo(person(1, RecipientStatus::Unconfirmed)).emphasis, Emphasis::Warning);
}
