#include "domain/errorcatalog.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QRegularExpression>

#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Row
{
    int code = 0;
    int subcode = 0;
    QString name;
    QString scope;
    QString action;
    QString explanation;
};

std::vector<Row> readTable()
{
    std::vector<Row> rows;
    QFile file{QStringLiteral(FANFARE_TEST_DATA "/meta-error-codes.tsv")};
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    file.readLine(); // the column names
    while (!file.atEnd()) {
        const QStringList cells = QString::fromUtf8(file.readLine()).trimmed().split(u'\t');
        if (cells.size() != 7) {
            ADD_FAILURE() << "a row of " << cells.size() << " cells";
            continue;
        }
        if (cells[0]
            == "200-299"_L1) { // a family: 250 stands for the codes in it that have no row of their own
            rows.push_back({250, 0, cells[1], cells[4], cells[5], cells[6]});
            continue;
        }
        const QStringList codes = cells[0].split(u'/');
        rows.push_back({codes[0].toInt(), codes.size() > 1 ? codes[1].toInt() : 0, cells[1], cells[4],
                        cells[5], cells[6]});
    }
    return rows;
}

/// The words of a text, without the ones that only join two clauses.
QStringList wordsOf(const QString &text)
{
    static const QRegularExpression separators{u"[^\\w'%]+"_s};
    static const std::set<QString> joints{u"and"_s, u"so"_s, u"then"_s, u"or"_s, u"but"_s, u"which"_s};
    QStringList words;
    for (const QString &word : text.toLower().split(separators, Qt::SkipEmptyParts)) {
        if (!joints.contains(word))
            words << word;
    }
    return words;
}

} // namespace

TEST(ErrorCatalogTest, everyRowOfTheTableStandsInTheCatalogWithItsScopeActionAndText)
{
    const std::vector<Row> rows = readTable();
    ASSERT_EQ(rows.size(), 157u);
    EXPECT_EQ(errorEntryCount(), 156) << "one for each row but the family";
    for (const Row &row : rows) {
        SCOPED_TRACE(row.name.toStdString());
        const ErrorEntry &entry = errorEntry(row.code, row.subcode);
        EXPECT_EQ(entry.code, row.code == 250 ? 200 : row.code);
        EXPECT_EQ(entry.subcode, row.subcode);
        EXPECT_STREQ(entry.name, qPrintable(row.name));
        EXPECT_EQ(toWord(entry.scope), row.scope);
        EXPECT_EQ(toWord(entry.action), row.action);
        // Where the table only says what happened, what to do about it is ours.
        const QString explanation = wordsOf(row.explanation).join(u' ');
        const QString message = wordsOf(entry.message()).join(u' ');
        const bool isWhole = message == explanation;
        EXPECT_STREQ(
            qPrintable(isWhole ? message : wordsOf(entry.message() + u' ' + entry.advice()).join(u' ')),
            qPrintable(explanation));
    }
}

TEST(ErrorCatalogTest, everyRowSaysWhatHappenedAndWhatToDoInWholeSentences)
{
    for (qsizetype i = 0; i < errorEntryCount(); ++i) {
        const ErrorEntry &entry = errorEntryAt(i);
        SCOPED_TRACE(entry.name);
        EXPECT_TRUE(entry.message().at(0).isUpper());
        EXPECT_TRUE(entry.message().endsWith(u'.'));
        EXPECT_FALSE(entry.advice().isEmpty()) << "everybody is told what to do";
        EXPECT_TRUE(entry.advice().at(0).isUpper());
        EXPECT_TRUE(entry.advice().endsWith(u'.'));
    }
}

TEST(ErrorCatalogTest, theRowsAreSortedForTheSearch)
{
    for (qsizetype i = 1; i < errorEntryCount(); ++i) {
        const ErrorEntry &before = errorEntryAt(i - 1);
        const ErrorEntry &entry = errorEntryAt(i);
        EXPECT_LT(std::pair(before.code, before.subcode), std::pair(entry.code, entry.subcode)) << entry.name;
    }
}

TEST(ErrorCatalogTest, aManagementFailureIsFoundByItsSubcode)
{
    EXPECT_EQ(errorEntry(100, 2388023).code, 2388023);
    EXPECT_EQ(errorEntry(100, 33).subcode, 33);
    EXPECT_EQ(errorEntry(100, 99).code, 100);
    EXPECT_EQ(errorEntry(190, 463).code, 190);
}

TEST(ErrorCatalogTest, anUnknownCodeFailsOnlyItsRecipientUnlessItIsAPermission)
{
    EXPECT_EQ(errorEntry(987654).action, ErrorAction::FailRecipient);
    EXPECT_EQ(errorEntry(987654).scope, ErrorScope::Recipient);
    EXPECT_EQ(errorEntry(270).action, ErrorAction::FixConfig);
    EXPECT_EQ(errorEntry(270).scope, ErrorScope::Account);
}

TEST(ErrorCatalogTest, retryFailedOffersExactlyTheRowsThatSayRetry)
{
    for (const Row &row : readTable()) {
        const ErrorEntry &entry = errorEntry(row.code, row.subcode);
        EXPECT_EQ(mayBeRetried(entry), row.action.startsWith(u"retry_"_s)) << entry.name;
        if (row.subcode == 0) {
            EXPECT_EQ(mayBeRetried(QString::number(row.code)), mayBeRetried(entry)) << entry.name;
        }
    }
    EXPECT_FALSE(mayBeRetried(errorEntry(131042))) << "the account's trouble is not the person's";
    EXPECT_FALSE(mayBeRetried(u"missing_variable"_s));
    EXPECT_FALSE(mayBeRetried(u""_s));
}

TEST(ErrorCatalogTest, onlyMarketingThatWasHeldBackWaitsForADay)
{
    for (const Row &row : readTable()) {
        const bool waits = row.action == "retry_after_24h"_L1;
        EXPECT_EQ(waitBeforeRetry(QString::number(row.code)), waits ? 24h : 0h) << qPrintable(row.name);
    }
    EXPECT_EQ(waitBeforeRetry(u"unconfirmed"_s), 0h);
}
