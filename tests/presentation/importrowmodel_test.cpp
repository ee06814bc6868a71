#include "presentation/importrowmodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

using FailureMode = QAbstractItemModelTester::FailureReportingMode;

AudienceRow accepted(qint64 row, const QString &text, const QString &e164, const QString &name)
{
    AudienceRow result;
    result.row = row;
    result.phoneText = text;
    result.e164 = e164;
    result.name = name;
    return result;
}

AudienceRow refused(qint64 row, const QString &text, const QString &reason)
{
    AudienceRow result;
    result.row = row;
    result.phoneText = text;
    result.verdict = AudienceVerdict::Invalid;
    result.reason = reason;
    return result;
}

TemplateVariable variable(const QString &key, const QString &example = {})
{
    return {key, TemplateVariable::Place::Body, key.toInt() - 1, example};
}

class ImportRowModelTest : public testing::Test
{
protected:
    QString text(int row, int column, int role = Qt::DisplayRole) const
    {
        return model.index(row, column).data(role).toString();
    }

    ImportRowModel model{{}};
    QAbstractItemModelTester tester{&model, FailureMode::Fatal};
};

} // namespace

TEST_F(ImportRowModelTest, aRowShowsTheNumberBeforeAndAfter)
{
    model.setRows({accepted(2, u"600 000 274"_s, u"+34600000274"_s, u"Lucía"_s)});

    EXPECT_EQ(text(0, ImportRowModel::Row), u"2"_s);
    EXPECT_EQ(text(0, ImportRowModel::Phone), u"\u2066600 000 274\u2069"_s);
    EXPECT_EQ(text(0, ImportRowModel::Phone, SecondLineRole), u"\u2066+34600000274\u2069"_s);
}

TEST_F(ImportRowModelTest, aRefusedRowSaysWhyInWords)
{
    AudienceRow tooShort = refused(7, u"91 555 01"_s, u"too_short"_s);
    tooShort.country = u"ES"_s;
    tooShort.digitsMissing = 2;
    model.setRows({tooShort, refused(4, u"6,00E+08"_s, u"precision_lost"_s)});

    EXPECT_EQ(text(0, model.remarkColumn()), u"2 digit(s) missing for a number in Spain"_s);
    EXPECT_EQ(text(0, ImportRowModel::Phone, SecondLineRole), u"not readable"_s);
    EXPECT_EQ(text(1, model.remarkColumn()), u"Excel shortened this number; its last digits are lost"_s);
}

TEST_F(ImportRowModelTest, everyReasonOfTheContractHasItsOwnSentence)
{
    QSet<QString> sentences;
    const QStringList reasons{u"empty_phone"_s,      u"not_a_number"_s,   u"invalid_for_country"_s,
                              u"missing_country"_s,  u"too_short"_s,      u"too_long"_s,
                              u"several_numbers"_s,  u"precision_lost"_s, u"not_textual"_s,
                              u"missing_variable"_s, u"unclosed_quote"_s};
    for (const QString &reason : reasons) {
        const QString sentence = sentenceFor(refused(1, u"x"_s, reason));
        EXPECT_FALSE(sentence.contains(reason)) << reason.toStdString();
        sentences.insert(sentence);
    }
    EXPECT_EQ(sentences.size(), reasons.size());
}

TEST_F(ImportRowModelTest, anEmptyCellUsesTheDefault)
{
    model.setVariables({variable(u"1"_s), variable(u"2"_s, u"5 de diciembre"_s)});
    AudienceRow row = accepted(2, u"600 000 274"_s, u"+34600000274"_s, u"Lucía"_s);
    row.values = {
        {u"1"_s, u"Lucía"_s}
    };
    model.setRows({row});
    model.setDefaults({
        {u"2"_s, u"esta semana"_s}
    });

    EXPECT_EQ(text(0, ImportRowModel::FirstValue + 1), u"esta semana"_s);
    EXPECT_EQ(model.index(0, ImportRowModel::FirstValue + 1).data(EmphasisRole).toInt(),
              static_cast<int>(Emphasis::Warning));
    EXPECT_EQ(text(0, model.remarkColumn()), u"Empty: uses the default “esta semana”"_s);
    EXPECT_EQ(model.headerData(ImportRowModel::FirstValue + 1, Qt::Horizontal).toString(),
              u"2 · 5 de diciembre"_s);
}

TEST_F(ImportRowModelTest, aFixedNumberIsAskedToBeReadAgain)
{
    model.setRows({refused(7, u"91 555 01"_s, u"too_short"_s)});
    QSignalSpy fixed{&model, &ImportRowModel::phoneFixed};

    EXPECT_TRUE(model.setData(model.index(0, ImportRowModel::Phone), u" 91 555 01 23 "_s));
    EXPECT_FALSE(model.setData(model.index(0, ImportRowModel::Phone), u"91 555 01 23"_s));

    ASSERT_EQ(fixed.count(), 1);
    EXPECT_EQ(fixed.first(), (QVariantList{qint64{7}, u"91 555 01 23"_s}));
}

TEST_F(ImportRowModelTest, readingAgainRepaintsOnlyTheRowThatChanged)
{
    model.setRows(
        {refused(7, u"91 555 01"_s, u"too_short"_s), accepted(8, u"+34600000274"_s, u"+34600000274"_s, {})});
    QSignalSpy reset{&model, &QAbstractItemModel::modelReset};
    QSignalSpy changed{&model, &QAbstractItemModel::dataChanged};

    model.setRows({accepted(7, u"91 555 01 23"_s, u"+34915550123"_s, {}),
                   accepted(8, u"+34600000274"_s, u"+34600000274"_s, {})});

    EXPECT_EQ(reset.count(), 0);
    ASSERT_EQ(changed.count(), 1);
    EXPECT_EQ(changed.first().first().toModelIndex().row(), 0);
}

TEST_F(ImportRowModelTest, theCountsFilterTheRows)
{
    AudienceRow duplicate = accepted(6, u"+34 600 000 274"_s, {}, u"Lucía"_s);
    duplicate.verdict = AudienceVerdict::Duplicate;
    duplicate.sameAsRow = 2;
    model.setRows({accepted(2, u"600 000 274"_s, u"+34600000274"_s, u"Lucía"_s),
                   refused(4, u"pendiente"_s, u"not_a_number"_s), duplicate});
    ImportRowFilter filter{model};
    QAbstractItemModelTester filterTester{&filter, FailureMode::Fatal};

    filter.setVerdict(AudienceVerdict::Duplicate);
    ASSERT_EQ(filter.rowCount(), 1);
    EXPECT_EQ(filter.index(0, model.remarkColumn()).data().toString(),
              u"Duplicate of row 2; the first one is kept"_s);
    filter.setVerdict(std::nullopt);
    filter.setSearch(u"lucía"_s);
    EXPECT_EQ(filter.rowCount(), 2);
    filter.setSearch(u"4"_s);
    EXPECT_EQ(filter.rowAt(filter.index(filter.rowCount() - 1, 0)).row, 6);
}

TEST(AudienceTest, columnsAreCalledAsInASpreadsheet)
{
    EXPECT_EQ(columnLetters(0), u"A"_s);
    EXPECT_EQ(columnLetters(25), u"Z"_s);
    EXPECT_EQ(columnLetters(26), u"AA"_s);
    EXPECT_EQ(columnLabel(
                  {
                      {u"nombre"_s, {}},
                      {{},          {}}
    },
                  0),
              u"Column A · nombre"_s);
    EXPECT_EQ(columnLabel(
                  {
                      {u"nombre"_s, {}},
                      {{},          {}}
    },
                  1),
              u"Column B"_s);
    EXPECT_EQ(columnLabel({}, -1), u"Not in this file"_s);
}
