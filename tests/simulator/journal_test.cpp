#include "simulator/journal.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

TEST(JournalTest, aLineHasTheFixedNamesAndNullsWhereNothingIsKnown)
{
    const JournalEntry entry{.at = fromMilliseconds(1'795'000'000'123),
                             .seq = 7,
                             .method = "GET",
                             .path = "/v26.0/1",
                             .verdict = RequestVerdict::DroppedAfter};

    const QByteArray line = toJournalLine(entry);

    ASSERT_TRUE(line.endsWith("}\n"));
    EXPECT_EQ(QJsonDocument::fromJson(line).object(),
              QJsonDocument::fromJson(R"({"at": "2026-11-18T11:06:40.123Z", "seq": 7, "method": "GET",
                  "path": "/v26.0/1", "to": null, "opaque": null, "verdict": "dropped_after", "message_id": null,
                  "code": null})")
                  .object());
}

TEST(JournalTest, everyLineIsInTheFileAtOnce)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"journal.jsonl"_s);
    Journal journal;
    ASSERT_TRUE(journal.open(path));

    journal.add({.method = "POST", .to = u"+1"_s, .verdict = RequestVerdict::Accepted});
    const JournalEntry second =
        journal.add({.method = "POST", .verdict = RequestVerdict::Refused, .code = 0});

    QFile file{path};
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().trimmed().split('\n');
    EXPECT_EQ(lines.size(), 2);
    EXPECT_EQ(second.seq, 2);
    EXPECT_EQ(QJsonDocument::fromJson(lines.last())[u"code"], QJsonValue{0});
    EXPECT_EQ(journal.entries().size(), 2u);
}

TEST(JournalTest, aFileThatCannotBeWrittenIsNamed)
{
    Journal journal;

    const Result<> opened = journal.open(u"/nowhere/at/all.jsonl"_s);

    ASSERT_FALSE(opened);
    EXPECT_TRUE(opened.error().message.contains(u"/nowhere/at/all.jsonl"_s));
}
