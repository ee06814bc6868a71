#include "translations/translations.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

#include <vector>

using namespace Qt::StringLiterals;

namespace {

const QString &englishFile()
{
    static const QString path = QStringLiteral(FANFARE_SOURCE_DIR "/translations/fanfare_en.ts");
    return path;
}

QByteArray contentOf(const QString &path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

/// One message of a .ts file.
struct Message
{
    QString context;
    QString source;
    bool hasPlural = false;
    bool isFinished = true;
    QStringList forms; ///< one without a plural, one for each number else
};

std::vector<Message> messagesOf(const QString &path)
{
    QFile file{path};
    std::vector<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml{&file};
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            messages.push_back({context, {}, xml.attributes().value("numerus"_L1) == "yes"_L1, true, {}});
        } else if (xml.name() == "source"_L1) {
            messages.back().source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            messages.back().isFinished = !xml.attributes().hasAttribute("type"_L1);
            if (!messages.back().hasPlural)
                messages.back().forms << xml.readElementText();
        } else if (xml.name() == "numerusform"_L1) {
            messages.back().forms << xml.readElementText();
        }
    }
    return messages;
}

} // namespace

TEST(TranslationsTest, englishHasNoUnfinishedMessage)
{
    const std::vector<Message> messages = messagesOf(englishFile());

    ASSERT_GT(messages.size(), 500u);
    for (const Message &message : messages) {
        EXPECT_TRUE(message.isFinished) << qPrintable(message.context + u": "_s + message.source);
        EXPECT_EQ(message.forms.size(), message.hasPlural ? 2 : 1) << qPrintable(message.source);
        EXPECT_FALSE(message.forms.contains(QString{})) << qPrintable(message.source);
    }
}

TEST(TranslationsTest, everyPlaceholderOfAMessageIsInItsTranslation)
{
    for (const Message &message : messagesOf(englishFile())) {
        for (const QString &place : {u"%1"_s, u"%2"_s, u"%3"_s, u"%L1"_s, u"%L2"_s}) {
            for (const QString &form : message.forms)
                EXPECT_EQ(form.count(place), message.source.count(place)) << qPrintable(message.source);
        }
    }
}

TEST(TranslationsTest, readingTheSourcesAgainAddsNothing)
{
    QTemporaryDir folder;
    const QString copy = folder.filePath(u"fanfare_en.ts"_s);
    ASSERT_TRUE(QFile::copy(englishFile(), copy));

    QProcess lupdate;
    lupdate.start(QStringLiteral(FANFARE_LUPDATE),
                  QStringList{QStringLiteral(FANFARE_SOURCE_DIR "/src")}
                      + QStringLiteral(FANFARE_LUPDATE_ARGUMENTS).split(u' ') + QStringList{u"-ts"_s, copy});

    ASSERT_TRUE(lupdate.waitForFinished(60'000));
    EXPECT_EQ(lupdate.exitCode(), 0) << lupdate.readAllStandardError().constData();
    EXPECT_TRUE(contentOf(copy) == contentOf(englishFile()))
        << "build the target update_translations, then write the plurals of what is unfinished:\n"
        << lupdate.readAllStandardOutput().constData();
}

TEST(TranslationsTest, englishKnowsOneAndMany)
{
    installTranslations(*qApp, QLocale{u"en_GB"_s});

    EXPECT_EQ(QCoreApplication::translate("CampaignTableModel", "%Ln people", nullptr, 1), u"1 person"_s);
    EXPECT_EQ(QCoreApplication::translate("CampaignTableModel", "%Ln people", nullptr, 12), u"12 people"_s);
}

TEST(TranslationsTest, aLanguageThatWeDoNotSpeakGetsEnglishAndNoMixture)
{
    installTranslations(*qApp, QLocale{u"de_DE"_s});

    EXPECT_EQ(QCoreApplication::translate("CampaignTableModel", "%Ln people", nullptr, 1), u"1 person"_s);
    EXPECT_EQ(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Cancel"_s);
}
