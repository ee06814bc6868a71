#include "workbookfile.h"

#include <QFile>

#include <zip.h>

#include <gtest/gtest.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr QByteArrayView kRelations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
constexpr QByteArrayView kType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

QByteArray relation(const QByteArray &id, const QByteArray &type, const QByteArray &target)
{
    return "<Relationship Id=\"" + id + "\" Type=\"" + kType.toByteArray() + type + "\" Target=\"" + target
        + "\"/>";
}

} // namespace

QByteArray WorkbookFile::sheet(const QByteArray &rows, const QByteArray &behind)
{
    return kHead.toByteArray()
        + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + "<sheetData>"
        + rows + "</sheetData>" + behind + "</worksheet>";
}

WorkbookFile WorkbookFile::withRows(const QByteArray &rows)
{
    return withSheets({
        {u"People"_s, sheet(rows)}
    });
}

WorkbookFile WorkbookFile::withSheets(const QList<std::pair<QString, QByteArray>> &sheets)
{
    WorkbookFile file;
    file.part(u"_rels/.rels"_s,
              kHead.toByteArray() + kRelations.toByteArray()
                  + relation("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>");
    QByteArray names;
    QByteArray relations = relation("shared", "sharedStrings", "sharedStrings.xml")
        + relation("styles", "styles", "/xl/styles.xml");
    int number = 0;
    for (const auto &[name, xml] : sheets) {
        const QByteArray id = "rId" + QByteArray::number(++number);
        names += "<sheet name=\"" + name.toUtf8() + "\" sheetId=\"" + QByteArray::number(number)
            + "\" r:id=\"" + id + "\"/>";
        relations += relation(id, "worksheet", "worksheets/sheet" + QByteArray::number(number) + ".xml");
        file.part(u"xl/worksheets/sheet%1.xml"_s.arg(number), xml);
    }
    file.part(u"xl/_rels/workbook.xml.rels"_s,
              kHead.toByteArray() + kRelations.toByteArray() + relations + "</Relationships>");
    file.part(u"xl/workbook.xml"_s,
              kHead.toByteArray()
                  + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                  + names + "</sheets></workbook>");
    return file;
}

WorkbookFile &WorkbookFile::part(const QString &name, const QByteArray &content)
{
    m_parts.insert(name, content);
    return *this;
}

WorkbookFile &WorkbookFile::sharedTexts(const QByteArray &items)
{
    return part(u"xl/sharedStrings.xml"_s,
                kHead.toByteArray()
                    + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + items
                    + "</sst>");
}

WorkbookFile &WorkbookFile::longPart(const QString &name, const QByteArray &before,
                                     const QByteArray &repeated, qint64 times, const QByteArray &after)
{
    m_parts.remove(name);
    m_longParts.insert(name, {before, repeated, times, after});
    return *this;
}

WorkbookFile &WorkbookFile::encrypted()
{
    m_isEncrypted = true;
    return *this;
}

/// Gives a long part to libzip piece by piece.
class WorkbookFile::LongPartSource
{
public:
    explicit LongPartSource(const LongPart &part)
        : m_part{part}
    {
    }

    static zip_int64_t answer(void *self, void *data, zip_uint64_t length, zip_source_cmd_t command)
    {
        auto *source = static_cast<LongPartSource *>(self);
        switch (command) {
        case ZIP_SOURCE_OPEN: source->m_at = 0; return 0;
        case ZIP_SOURCE_READ: return source->read(static_cast<char *>(data), qint64(length));
        case ZIP_SOURCE_STAT: {
            auto *facts = static_cast<zip_stat_t *>(data);
            zip_stat_init(facts);
            facts->size = zip_uint64_t(source->size());
            facts->valid |= ZIP_STAT_SIZE;
            return sizeof *facts;
        }
        case ZIP_SOURCE_FREE: delete source; return 0;
        case ZIP_SOURCE_SUPPORTS:
            return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                                  ZIP_SOURCE_STAT, ZIP_SOURCE_FREE, -1);
        default: return 0;
        }
    }

private:
    qint64 size() const
    {
        return m_part.before.size() + m_part.times * m_part.repeated.size() + m_part.after.size();
    }

    qint64 read(char *data, qint64 length)
    {
        const qint64 given = std::min(length, size() - m_at);
        for (qint64 i = 0; i < given; ++i, ++m_at)
            data[i] = at(m_at);
        return given;
    }

    char at(qint64 place) const
    {
        if (place < m_part.before.size())
            return m_part.before[place];
        place -= m_part.before.size();
        if (place < m_part.times * m_part.repeated.size())
            return m_part.repeated[place % m_part.repeated.size()];
        return m_part.after[place - m_part.times * m_part.repeated.size()];
    }

    LongPart m_part;
    qint64 m_at = 0;
};

void WorkbookFile::write(const QString &path) const
{
    int failure = 0;
    zip_t *zip = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, &failure);
    ASSERT_NE(zip, nullptr) << failure;
    for (auto part = m_parts.begin(); part != m_parts.end(); ++part) {
        zip_source_t *source = zip_source_buffer(zip, part->constData(), zip_uint64_t(part->size()), 0);
        ASSERT_GE(zip_file_add(zip, part.key().toUtf8().constData(), source, ZIP_FL_OVERWRITE), 0);
    }
    for (auto part = m_longParts.begin(); part != m_longParts.end(); ++part) {
        zip_source_t *source = zip_source_function(zip, &LongPartSource::answer, new LongPartSource{*part});
        ASSERT_GE(zip_file_add(zip, part.key().toUtf8().constData(), source, ZIP_FL_OVERWRITE), 0);
    }
    for (zip_int64_t i = 0; m_isEncrypted && i < zip_get_num_entries(zip, 0); ++i)
        ASSERT_EQ(zip_file_set_encryption(zip, zip_uint64_t(i), ZIP_EM_AES_256, "secret"), 0);
    ASSERT_EQ(zip_close(zip), 0) << zip_strerror(zip);
}
