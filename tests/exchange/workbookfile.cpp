#include "workbookfile.h"

#include <QFile>

#include <zip.h>

#include <gtest/gtest.h>

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

void WorkbookFile::write(const QString &path) const
{
    int failure = 0;
    zip_t *zip = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, &failure);
    ASSERT_NE(zip, nullptr) << failure;
    for (auto part = m_parts.begin(); part != m_parts.end(); ++part) {
        zip_source_t *source = zip_source_buffer(zip, part->constData(), zip_uint64_t(part->size()), 0);
        ASSERT_GE(zip_file_add(zip, part.key().toUtf8().constData(), source, ZIP_FL_OVERWRITE), 0);
    }
    ASSERT_EQ(zip_close(zip), 0) << zip_strerror(zip);
}
