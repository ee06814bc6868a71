#include "presentation/templatetablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

using FailureMode = QAbstractItemModelTester::FailureReportingMode;

MessageTemplate made(const QString &name, const QString &language = u"es"_s,
                     const QString &status = u"APPROVED"_s)
{
    MessageTemplate messageTemplate;
    messageTemplate.name = name;
    messageTemplate.language = language;
    messageTemplate.status = status;
    messageTemplate.category = u"MARKETING"_s;
    return messageTemplate;
}

QStringList names(const QAbstractItemModel &list)
{
    QStringList result;
    for (int i = 0; i < list.rowCount(); ++i)
        result << list.index(i, TemplateTableModel::Name).data().toString();
    return result;
}

} // namespace

TEST(TemplateTableModelTest, aSyncTellsOnlyWhatChanged)
{
    TemplateTableModel model;
    QAbstractItemModelTester tester{&model, FailureMode::Fatal};
    model.setTemplates({made(u"a"_s), made(u"b"_s), made(u"c"_s)});
    QSignalSpy changed{&model, &QAbstractItemModel::dataChanged};
    QSignalSpy reset{&model, &QAbstractItemModel::modelReset};

    model.setTemplates({made(u"a"_s), made(u"c"_s, u"es"_s, u"PAUSED"_s), made(u"d"_s)});

    EXPECT_EQ(names(model), (QStringList{u"a"_s, u"c"_s, u"d"_s}));
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(reset.count(), 0);
}

TEST(TemplateTableModelTest, oneNameInTwoLanguagesIsTwoTemplates)
{
    TemplateTableModel model;
    model.setTemplates({made(u"a"_s, u"es"_s), made(u"a"_s, u"hi"_s)});

    EXPECT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.rowOf(u"a"_s, u"hi"_s), 1);
    EXPECT_EQ(model.languages(), (QStringList{u"es"_s, u"hi"_s}));
}

TEST(TemplateTableModelTest, sendableTemplatesComeFirstAndOthersSpeakQuietly)
{
    TemplateTableModel model;
    model.setTemplates({made(u"a"_s, u"es"_s, u"REJECTED"_s), made(u"b"_s)});
    TemplateFilterModel filter{model};
    QAbstractItemModelTester tester{&filter, FailureMode::Fatal};

    EXPECT_EQ(names(filter), (QStringList{u"b"_s, u"a"_s}));
    EXPECT_EQ(filter.index(1, 0).data(EmphasisRole).toInt(), static_cast<int>(Emphasis::Quiet));
}

TEST(TemplateTableModelTest, theSearchLooksIntoNamesAndTexts)
{
    TemplateTableModel model;
    MessageTemplate withText = made(u"weekend"_s);
    withText.body = u"Hola {{1}}, quedan plazas para Lisboa"_s;
    model.setTemplates({made(u"lisboa_puente"_s), withText, made(u"goa"_s)});
    TemplateFilterModel filter{model};

    filter.setSearch(u"LISBOA"_s);

    EXPECT_EQ(names(filter), (QStringList{u"lisboa_puente"_s, u"weekend"_s}));
}
