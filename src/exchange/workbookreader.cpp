#include "exchange/workbookreader.h"

#include "exchange/cellvalue.h"
#include "exchange/ziparchive.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QLocale>
#include <QXmlStreamReader>

#include <algorithm>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostSheets = 1000;
constexpr int kMostFormats = 100'000;
constexpr qsizetype kMostCellsOfARowInBytes = 8 * 1024 * 1024;
constexpr qsizetype kLongestSheetName = 255; // 31 in Excel
constexpr qsizetype kLongestAddress = 2048; // of a part of the package
constexpr int kMostRelations = 10'000;

Error badInput(const QString &code, const QString &message, const QString &detail = {})
{
    return {.kind = ErrorKind::BadInput, .message = message, .code = code, .detail = detail};
}

/// Whether the reader has come to a start element of this name, whatever its namespace: there are two kinds
/// of workbooks ("transitional" and "strict") and many prefixes.
bool isStartOf(const QXmlStreamReader &xml, QLatin1StringView name)
{
    return xml.isStartElement() && xml.name() == name;
}

QString attribute(const QXmlStreamReader &xml, QLatin1StringView name)
{
    for (const QXmlStreamAttribute &candidate : xml.attributes()) {
        if (candidate.name() == name)
            return candidate.value().toString();
    }
    return {};
}

bool isTrueWord(const QString &word)
{
    return word == "1"_L1 || word == "true"_L1 || word == "on"_L1;
}

/// The texts that cells point to, one behind the other: a million strings of their own would take ten times
/// the memory.
class SharedTexts
{
public:
    bool append(const QString &text)
    {
        m_texts += text.toUtf8();
        m_ends.push_back(quint32(m_texts.size()));
        return m_texts.size() + qsizetype(m_ends.size() * sizeof(quint32)) <= WorkbookReader::kMostSharedText;
    }

    std::optional<QString> at(qsizetype index) const
    {
        if (index < 0 || index >= qsizetype(m_ends.size()))
            return std::nullopt;
        const quint32 begin = index == 0 ? 0 : m_ends[size_t(index - 1)];
        return QString::fromUtf8(QByteArrayView{m_texts}.sliced(begin, m_ends[size_t(index)] - begin));
    }

private:
    QByteArray m_texts;
    std::vector<quint32> m_ends;
};

struct Sheet
{
    QString name;
    QString entry;
    bool isHidden = false;
};

/// A part of the package by the address that another part gives for it.
QString entryOf(const QString &target, const QString &folder)
{
    if (target.startsWith(u'/'))
        return QDir::cleanPath(target.mid(1));
    return QDir::cleanPath(folder.isEmpty() ? target : folder + u'/' + target);
}

QString folderOf(const QString &entry)
{
    const qsizetype slash = entry.lastIndexOf(u'/');
    return slash < 0 ? QString{} : entry.left(slash);
}

QString relationsOf(const QString &entry)
{
    const QString folder = folderOf(entry);
    const QString name = folder.isEmpty() ? entry : entry.mid(folder.size() + 1);
    return (folder.isEmpty() ? QString{} : folder + u'/') + u"_rels/"_s + name + u".rels"_s;
}

} // namespace

/// The open workbook.
class WorkbookReader::Content
{
public:
    explicit Content(const QString &path)
        : m_path{path}
        , m_name{QFileInfo{path}.fileName()}
    {
    }

    Result<> open(const QString &sheet)
    {
        Result<std::unique_ptr<ZipArchive>> archive = ZipArchive::open(m_path, m_name);
        if (!archive)
            return archive.error();
        m_archive = *std::move(archive);
        if (const Result<> read = readPackage(); !read)
            return read;
        if (m_sheets.empty())
            return noWorkbook();
        const Result<int> chosen = chooseSheet(sheet);
        if (!chosen)
            return chosen.error();
        return openSheet(*chosen);
    }

    Result<bool> next(TableRow &row)
    {
        if (m_firstRow) {
            row = *std::move(m_firstRow);
            m_firstRow.reset();
            return true;
        }
        return readRow(row);
    }

    TableFacts facts() const
    {
        TableFacts facts;
        facts.kind = TableKind::Workbook;
        for (const Sheet &sheet : m_sheets)
            facts.sheets << sheet.name;
        facts.sheet = m_sheets[size_t(m_sheet)].name;
        return facts;
    }

    qint64 position() const { return m_xml.characterOffset(); }
    qint64 size() const { return m_size; }

private:
    // The parts of the package

    Result<> readPackage()
    {
        if (m_archive->contains(u"mimetype"_s) || !m_archive->contains(u"_rels/.rels"_s))
            return noWorkbook();
        QString workbook;
        const Result<> found =
            forEachRelation({}, [&](const QString &, const QString &type, const QString &target) {
                if (type.endsWith(u"/officeDocument"_s))
                    workbook = entryOf(target, {});
            });
        if (!found)
            return found;
        if (workbook.isEmpty())
            return noWorkbook();

        QHash<QString, QString> entryOfRelation;
        QString sharedTexts;
        QString styles;
        const Result<> related =
            forEachRelation(workbook, [&](const QString &id, const QString &type, const QString &target) {
                const QString entry = entryOf(target, folderOf(workbook));
                if (type.endsWith(u"/worksheet"_s))
                    entryOfRelation.insert(id, entry);
                else if (type.endsWith(u"/sharedStrings"_s))
                    sharedTexts = entry;
                else if (type.endsWith(u"/styles"_s))
                    styles = entry;
            });
        if (!related)
            return related;
        if (const Result<> read = readSheets(workbook, entryOfRelation); !read)
            return read;
        if (!styles.isEmpty() && m_archive->contains(styles)) {
            if (const Result<> read = readStyles(styles); !read)
                return read;
        }
        return sharedTexts.isEmpty() || !m_archive->contains(sharedTexts) ? Result<>{Done{}}
                                                                          : readSharedTexts(sharedTexts);
    }

    template <typename Take>
    Result<> forEachRelation(const QString &entry, Take &&take)
    {
        int relations = 0;
        return forEachElement(relationsOf(entry), [&](QXmlStreamReader &xml) -> Result<> {
            if (!isStartOf(xml, "Relationship"_L1) || ++relations > kMostRelations)
                return Done{};
            const QString target = attribute(xml, "Target"_L1);
            if (target.size() <= kLongestAddress)
                take(attribute(xml, "Id"_L1).left(kLongestAddress), attribute(xml, "Type"_L1), target);
            return Done{};
        });
    }

    /// Calls `visit` for every token of an entry. It may read on by itself.
    template <typename Visit>
    Result<> forEachElement(const QString &entry, Visit &&visit)
    {
        Result<std::unique_ptr<ZipEntry>> device = m_archive->openEntry(entry);
        if (!device)
            return device.error();
        QXmlStreamReader xml{device->get()};
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.tokenType() == QXmlStreamReader::DTD)
                return damaged(u"a document type in "_s + entry);
            if (const Result<> visited = visit(xml); !visited)
                return visited;
        }
        return failureOf(xml, **device);
    }

    Result<> readSheets(const QString &workbook, const QHash<QString, QString> &entryOfRelation)
    {
        return forEachElement(workbook, [&](QXmlStreamReader &xml) -> Result<> {
            if (isStartOf(xml, "workbookPr"_L1))
                m_countsFrom1904 = isTrueWord(attribute(xml, "date1904"_L1));
            if (!isStartOf(xml, "sheet"_L1) || m_sheets.size() >= kMostSheets)
                return Done{};
            const QString entry = entryOfRelation.value(attribute(xml, "id"_L1));
            const QString state = attribute(xml, "state"_L1);
            if (!entry.isEmpty()) // a sheet that is a chart has no cells
                m_sheets.push_back(
                    {attribute(xml, "name"_L1).left(kLongestSheetName), entry, state.endsWith(u"idden"_s)});
            return Done{};
        });
    }

    Result<> readStyles(const QString &entry)
    {
        QHash<int, NumberMeaning> ownFormats;
        bool isInCellFormats = false;
        return forEachElement(entry, [&](QXmlStreamReader &xml) -> Result<> {
            if (xml.name() == "cellXfs"_L1)
                isInCellFormats = xml.isStartElement();
            else if (isStartOf(xml, "numFmt"_L1) && ownFormats.size() < kMostFormats)
                ownFormats.insert(attribute(xml, "numFmtId"_L1).toInt(),
                                  meaningOfFormat(attribute(xml, "formatCode"_L1)));
            else if (isInCellFormats && isStartOf(xml, "xf"_L1) && m_formats.size() < kMostFormats) {
                const int id = attribute(xml, "numFmtId"_L1).toInt();
                m_formats.push_back(ownFormats.value(id, meaningOfBuiltInFormat(id)));
            }
            return Done{};
        });
    }

    Result<> readSharedTexts(const QString &entry)
    {
        return forEachElement(entry, [&](QXmlStreamReader &xml) -> Result<> {
            if (!isStartOf(xml, "si"_L1))
                return Done{};
            const Result<QString> text = readText(xml);
            if (!text)
                return text.error();
            return m_sharedTexts.append(*text) ? Result<>{Done{}} : tooLarge();
        });
    }

    /// The text of a rich text element, without the hints how to pronounce it.
    Result<QString> readText(QXmlStreamReader &xml) const
    {
        QString text;
        int depth = 1;
        int pronunciation = 0;
        bool isText = false;
        while (depth > 0 && !xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement()) {
                ++depth;
                pronunciation += xml.name() == "rPh"_L1 ? 1 : 0;
                isText = xml.name() == "t"_L1;
            } else if (xml.isEndElement()) {
                --depth;
                pronunciation -= xml.name() == "rPh"_L1 ? 1 : 0;
                isText = false;
            } else if (xml.isCharacters() && isText && pronunciation == 0) {
                text += xml.text();
            }
            if (text.size() > kLargestCell)
                return tooLarge();
        }
        return withoutEscapes(text);
    }

    // The sheet

    Result<int> chooseSheet(const QString &wanted)
    {
        if (!wanted.isEmpty())
            return namedSheet(wanted);
        for (const bool hidden : {false, true}) {
            for (int i = 0; i < int(m_sheets.size()); ++i) {
                if (m_sheets[size_t(i)].isHidden != hidden)
                    continue;
                if (const Result<> opened = openSheet(i); !opened)
                    return opened.error();
                if (m_firstRow)
                    return i;
            }
        }
        return badInput(
            u"empty_file"_s,
            tr("There is nothing in “%1”. Choose a file with one person in each row.").arg(m_name));
    }

    Result<int> namedSheet(const QString &wanted) const
    {
        for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
            for (int i = 0; i < int(m_sheets.size()); ++i) {
                if (m_sheets[size_t(i)].name.compare(wanted, sensitivity) == 0)
                    return i;
            }
        }
        bool isNumber = false;
        const int number = wanted.toInt(&isNumber);
        if (isNumber && number >= 1 && number <= int(m_sheets.size()))
            return number - 1;
        QStringList names;
        for (const Sheet &sheet : m_sheets)
            names << sheet.name;
        return Error{ErrorKind::Usage,
                     tr("“%1” has no sheet “%2”. It has: %3.").arg(m_name, wanted, names.join(u", "_s)),
                     u"unknown_sheet"_s,
                     {}};
    }

    /// Opens it and reads ahead to its first row, so that an empty sheet shows.
    Result<> openSheet(int index)
    {
        Result<std::unique_ptr<ZipEntry>> device = m_archive->openEntry(m_sheets[size_t(index)].entry);
        if (!device)
            return device.error();
        m_sheet = index;
        m_xml.clear();
        m_device = *std::move(device);
        m_size = m_device->size();
        m_xml.setDevice(m_device.get());
        m_lastRow = 0;
        TableRow first;
        while (true) {
            const Result<bool> read = readRow(first);
            if (!read)
                return read.error();
            if (!*read)
                return Done{};
            if (!first.isBlank()) {
                m_firstRow = first;
                return Done{};
            }
        }
    }

    Result<bool> readRow(TableRow &row)
    {
        while (!m_xml.atEnd()) {
            m_xml.readNext();
            if (m_xml.tokenType() == QXmlStreamReader::DTD)
                return damaged(u"a document type in a sheet"_s);
            if (isStartOf(m_xml, "row"_L1))
                return readCells(row);
        }
        if (const Result<> ended = failureOf(m_xml, *m_device); !ended)
            return ended.error();
        return false;
    }

    Result<bool> readCells(TableRow &row)
    {
        const qint64 number = attribute(m_xml, "r"_L1).toLongLong();
        m_lastRow = number > 0 ? number : m_lastRow + 1;
        row.number = m_lastRow;
        row.cells.clear();
        row.problem.reset();
        qsizetype characters = 0;
        int column = -1;
        while (!m_xml.atEnd()) {
            m_xml.readNext();
            if (m_xml.isEndElement() && m_xml.name() == "row"_L1)
                return true;
            if (!isStartOf(m_xml, "c"_L1))
                continue;
            const int named = columnOfCell(attribute(m_xml, "r"_L1));
            column = named >= 0 ? named : column + 1;
            if (column >= kMostColumns)
                return tooLarge();
            const Result<QString> value = readCell();
            if (!value)
                return value.error();
            characters += value->size();
            if (characters > kMostCellsOfARowInBytes)
                return tooLarge();
            if (value->isEmpty())
                continue;
            while (row.cells.size() <= column)
                row.cells += QString{};
            row.cells[column] = *value;
        }
        if (const Result<> ended = failureOf(m_xml, *m_device); !ended)
            return ended.error();
        return damaged(u"a row without an end"_s);
    }

    Result<QString> readCell()
    {
        const QString type = attribute(m_xml, "t"_L1);
        const size_t style = attribute(m_xml, "s"_L1).toUInt();
        QString value;
        QString inlineText;
        while (!m_xml.atEnd()) {
            m_xml.readNext();
            if (m_xml.isEndElement() && m_xml.name() == "c"_L1)
                break;
            if (isStartOf(m_xml, "v"_L1)) {
                const Result<QString> text = readValue();
                if (!text)
                    return text.error();
                value = *text;
            } else if (isStartOf(m_xml, "is"_L1)) {
                const Result<QString> text = readText(m_xml);
                if (!text)
                    return text.error();
                inlineText = *text;
            } else if (m_xml.isStartElement()) {
                m_xml.skipCurrentElement(); // the formula
            }
        }
        if (type == "s"_L1) {
            bool isIndex = false;
            const std::optional<QString> text = m_sharedTexts.at(value.trimmed().toLongLong(&isIndex));
            return isIndex && text ? Result<QString>{*text} : damaged(u"a shared text is missing"_s);
        }
        if (type == "inlineStr"_L1)
            return inlineText;
        if (type == "str"_L1)
            return withoutEscapes(value);
        if (type == "b"_L1)
            return value.isEmpty() ? QString{} : isTrueWord(value.trimmed()) ? u"TRUE"_s : u"FALSE"_s;
        if (type == "e"_L1 || type == "d"_L1)
            return value;
        const NumberMeaning meaning = style < m_formats.size() ? m_formats[style] : NumberMeaning::Number;
        return numberText(value, meaning, m_countsFrom1904);
    }

    /// The text up to the end of the element, without that of others inside.
    Result<QString> readValue()
    {
        QString value;
        for (int depth = 1; depth > 0 && !m_xml.atEnd();) {
            m_xml.readNext();
            depth += m_xml.isStartElement() ? 1 : m_xml.isEndElement() ? -1 : 0;
            if (m_xml.isCharacters() && depth == 1)
                value += m_xml.text();
            if (value.size() > kLargestCell)
                return tooLarge();
        }
        return value;
    }

    // What can be wrong

    Result<> failureOf(const QXmlStreamReader &xml, const ZipEntry &entry) const
    {
        if (!entry.failure().isEmpty()) {
            return badInput(
                entry.failureCode(),
                tr("“%1” cannot be read: %2. Nothing of it was used. Check that it is the right file.")
                    .arg(m_name, entry.failure()));
        }
        return xml.hasError() ? Result<>{damaged(xml.errorString())} : Done{};
    }

    Error damaged(const QString &detail) const
    {
        return badInput(u"damaged_file"_s,
                        tr("“%1” is damaged: a part of the workbook cannot be understood. Nothing of it was "
                           "used. Save it again in your spreadsheet program.")
                            .arg(m_name),
                        detail);
    }

    Error noWorkbook() const
    {
        return badInput(
            u"unsupported_file"_s,
            tr("“%1” is no Excel workbook (XLSX). Open it in the program that made it, save it as "
               "XLSX or CSV (UTF-8) and choose that file.")
                .arg(m_name));
    }

    Error tooLarge() const
    {
        return badInput(
            u"too_large"_s,
            tr("Row %1 of “%2” is too large for a list of people: a cell may have 1 MB, a row 8 MB "
               "and %3 columns. Nothing of the file was used. Check that it is the right file.")
                .arg(QLocale{}.toString(m_lastRow), m_name, QLocale{}.toString(kMostColumns)));
    }

    QString m_path;
    QString m_name;
    std::unique_ptr<ZipArchive> m_archive;
    std::vector<Sheet> m_sheets;
    std::vector<NumberMeaning> m_formats; ///< by the style of a cell
    SharedTexts m_sharedTexts;
    bool m_countsFrom1904 = false;
    int m_sheet = 0;
    std::unique_ptr<ZipEntry> m_device;
    QXmlStreamReader m_xml; ///< of the sheet
    qint64 m_size = 0;
    qint64 m_lastRow = 0;
    std::optional<TableRow> m_firstRow; ///< read ahead
};

WorkbookReader::WorkbookReader(std::unique_ptr<Content> content)
    : m_content{std::move(content)}
{
}

WorkbookReader::~WorkbookReader() = default;

Result<std::unique_ptr<WorkbookReader>> WorkbookReader::openFile(const QString &path, const QString &sheet)
{
    auto content = std::make_unique<Content>(path);
    if (const Result<> opened = content->open(sheet); !opened)
        return opened.error();
    return std::unique_ptr<WorkbookReader>{new WorkbookReader{std::move(content)}};
}

Result<bool> WorkbookReader::next(TableRow &row)
{
    return m_content->next(row);
}

TableFacts WorkbookReader::facts() const
{
    return m_content->facts();
}

qint64 WorkbookReader::position() const
{
    return m_content->position();
}

qint64 WorkbookReader::size() const
{
    return m_content->size();
}
