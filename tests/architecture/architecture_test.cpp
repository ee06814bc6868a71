#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <gtest/gtest.h>

#include <functional>

using namespace Qt::StringLiterals;

// The arrows of the house: which folders of src/ a folder may include, and which it may reach through them.
namespace {

const QMap<QString, QStringList> &arrows()
{
    static const QMap<QString, QStringList> map{
        {u"base"_s,         {}                            },
        {u"domain"_s,       {u"base"_s}                   },
        {u"http"_s,         {u"base"_s}                   },
        {u"simulator"_s,    {u"base"_s, u"http"_s}        },
        {u"engine"_s,       {u"domain"_s}                 },
        {u"storage"_s,      {u"domain"_s}                 },
        {u"whatsapp"_s,     {u"domain"_s}                 },
        {u"webhooks"_s,     {u"domain"_s, u"http"_s}      },
        {u"exchange"_s,     {u"domain"_s}                 },
        {u"reporting"_s,    {u"domain"_s}                 },
        {u"secrets"_s,      {u"domain"_s}                 },
        {u"presentation"_s, {u"domain"_s}                 },
        {u"widgets"_s,      {u"presentation"_s}           },
        {u"workspace"_s,
         {u"engine"_s, u"storage"_s, u"whatsapp"_s, u"webhooks"_s, u"exchange"_s, u"reporting"_s,
          u"secrets"_s, u"simulator"_s}                   },
        {u"app"_s,          {u"widgets"_s, u"workspace"_s}},
        {u"cli"_s,          {u"workspace"_s}              },
    };
    return map;
}

QSet<QString> reachable(const QString &folder)
{
    QSet<QString> found{folder};
    QStringList open{folder};
    while (!open.isEmpty()) {
        for (const QString &next : arrows().value(open.takeFirst())) {
            if (!found.contains(next)) {
                found.insert(next);
                open << next;
            }
        }
    }
    return found;
}

QDir sourceFolder()
{
    return QDir{QStringLiteral(FANFARE_SOURCE_DIR "/src")};
}

QString contentOf(const QString &path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString{};
}

void forEachSource(const QString &folder, const std::function<void(const QString &, const QString &)> &visit)
{
    QDirIterator files{
        sourceFolder().filePath(folder), {u"*.h"_s, u"*.cpp"_s},
         QDir::Files, QDirIterator::Subdirectories
    };
    while (files.hasNext()) {
        const QString path = files.next();
        visit(path, contentOf(path));
    }
}

QStringList included(const QString &content, const QRegularExpression &form)
{
    QStringList names;
    auto matches = form.globalMatch(content);
    while (matches.hasNext())
        names << matches.next().captured(1);
    return names;
}

/// Includes of folders that `folder` may not know, as "file includes x".
QStringList violationsIn(const QString &folder)
{
    static const QRegularExpression ownInclude{uR"(#include\s+"([a-z]+)/)"_s};
    const QSet<QString> allowed = reachable(folder);
    QStringList violations;
    forEachSource(folder, [&](const QString &path, const QString &content) {
        const QStringList targets = included(content, ownInclude);
        for (const QString &target : targets) {
            if (arrows().contains(target) && !allowed.contains(target))
                violations << u"%1 includes %2"_s.arg(path, target);
        }
    });
    return violations;
}

} // namespace

TEST(ArchitectureTest, everyFolderOfTheSourceHasItsPlaceInTheHouse)
{
    const QStringList folders = sourceFolder().entryList(QDir::Dirs | QDir::NoDotAndDotDot);

    for (const QString &folder : folders)
        EXPECT_TRUE(arrows().contains(folder)) << qPrintable(folder);
    EXPECT_EQ(folders.size(), arrows().size());
}

TEST(ArchitectureTest, noIncludeGoesAgainstTheArrows)
{
    for (const QString &folder : arrows().keys())
        EXPECT_EQ(violationsIn(folder).join(u'\n').toStdString(), "") << qPrintable(folder);
}

TEST(ArchitectureTest, theLinkLinesAreTheArrows)
{
    static const QRegularExpression link{uR"(\bfanfare_([a-z]+)\b)"_s};
    for (const QString &folder : arrows().keys()) {
        const QSet<QString> allowed = reachable(folder);
        const QStringList linked =
            included(contentOf(sourceFolder().filePath(folder + u"/CMakeLists.txt"_s)), link);
        for (const QString &target : linked) {
            EXPECT_TRUE(!arrows().contains(target) || allowed.contains(target))
                << qPrintable(folder) << " links " << qPrintable(target);
        }
    }
}

TEST(ArchitectureTest, onlyStorageSpeaksSql)
{
    static const QRegularExpression sql{uR"(#include\s+<(QSql\w*|QtSql[^>]*|sqlite3\.h)>)"_s};
    for (const QString &folder : arrows().keys()) {
        if (folder == "storage"_L1)
            continue;
        forEachSource(folder, [&](const QString &path, const QString &content) {
            EXPECT_FALSE(content.contains(sql)) << qPrintable(path);
        });
    }
}

TEST(ArchitectureTest, theDomainKnowsQtCoreOnlyAndNoObjects)
{
    static const QRegularExpression foreign{
        uR"(#include\s+<(QObject|QWidget|QSql\w*|QNetwork\w*|QTcp\w*|QFile|QGui\w*|QApplication)>|\bQ_OBJECT\b)"_s};
    forEachSource(u"domain"_s, [&](const QString &path, const QString &content) {
        EXPECT_FALSE(content.contains(foreign)) << qPrintable(path);
    });
}

TEST(ArchitectureTest, presentationKnowsNoWidgets)
{
    static const QRegularExpression widgets{
        uR"(#include\s+<(QWidget|QApplication|QPainter|QPixmap|QIcon|QColor|QDialog)>)"_s};
    forEachSource(u"presentation"_s, [&](const QString &path, const QString &content) {
        EXPECT_FALSE(content.contains(widgets)) << qPrintable(path);
    });
}

TEST(ArchitectureTest, clientAndSimulatorReadMetasPagesEachForThemselves)
{
    static const QRegularExpression client{uR"(#include\s+"(whatsapp|domain|webhooks)/)"_s};
    forEachSource(u"simulator"_s, [&](const QString &path, const QString &content) {
        EXPECT_FALSE(content.contains(client)) << qPrintable(path);
    });
}
