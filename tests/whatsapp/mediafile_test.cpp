#include "whatsapp/mediafile.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

class MediaFileTest : public ::testing::Test
{
protected:
    QString write(const QString &name, const QByteArray &content, qint64 size = 0)
    {
        QFile file{m_folder.filePath(name)};
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        if (size > 0)
            file.resize(size);
        return file.fileName();
    }

    QByteArray typeOf(const QString &name, const QByteArray &content)
    {
        const Result<MediaFile> media = inspectMediaFile(write(name, content));
        return media ? media->mimeType : QByteArray{};
    }

    QTemporaryDir m_folder;
};

} // namespace

TEST_F(MediaFileTest, theContentDecidesTheType)
{
    EXPECT_EQ(typeOf(u"a.jpg"_s, "\xFF\xD8\xFF\xE0"), "image/jpeg");
    EXPECT_EQ(typeOf(u"called.jpg"_s, "\x89PNG\r\n\x1A\n"), "image/png");
    EXPECT_EQ(typeOf(u"a.bin"_s,
                     QByteArray{"\0\0\0\x20"
                                "ftypisom",
                                12}),
              "video/mp4");
    EXPECT_EQ(typeOf(u"a.mp4"_s,
                     QByteArray{"\0\0\0\x20"
                                "ftyp3gp4",
                                12}),
              "video/3gpp");
    EXPECT_EQ(typeOf(u"a.pdf"_s, "%PDF-1.7"), "application/pdf");
}

TEST_F(MediaFileTest, theNameTellsOfficeFilesApart)
{
    EXPECT_EQ(typeOf(u"a.DOCX"_s, "PK\x03\x04"),
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    EXPECT_EQ(typeOf(u"a.xls"_s, "\xD0\xCF\x11\xE0"), "application/vnd.ms-excel");
    EXPECT_EQ(typeOf(u"a.txt"_s, "hello"), "text/plain");
}

TEST_F(MediaFileTest, anythingElseIsRefused)
{
    EXPECT_EQ(typeOf(u"a.jpg"_s, "<html>"), "");
    EXPECT_EQ(typeOf(u"a.zip"_s, "PK\x03\x04"), "");
    EXPECT_EQ(typeOf(u"a.gif"_s, "GIF89a"), "");
    EXPECT_EQ(typeOf(u"empty.png"_s, ""), "");
}

TEST_F(MediaFileTest, aPictureOverFiveMegabytesIsRefused)
{
    const Result<MediaFile> largest =
        inspectMediaFile(write(u"a.png"_s, "\x89PNG\r\n\x1A\n", 5 * 1024 * 1024));
    const Result<MediaFile> tooLarge =
        inspectMediaFile(write(u"b.png"_s, "\x89PNG\r\n\x1A\n", 5 * 1024 * 1024 + 1));

    EXPECT_TRUE(largest);
    ASSERT_FALSE(tooLarge);
    EXPECT_EQ(tooLarge.error().code, u"media_size"_s);
}

TEST_F(MediaFileTest, aMissingFileAndAFolderAreNamed)
{
    const Result<MediaFile> missing = inspectMediaFile(m_folder.filePath(u"no.png"_s));
    const Result<MediaFile> folder = inspectMediaFile(m_folder.path());

    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().kind, ErrorKind::NotFound);
    ASSERT_FALSE(folder);
    EXPECT_EQ(folder.error().kind, ErrorKind::BadInput);
}
