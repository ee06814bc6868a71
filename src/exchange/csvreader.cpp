#include "exchange/csvreader.h"

#include "exchange/csvrecord.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kSampleSize = 256 * 1024; // bytes that guessing looks at, and that are read at once
constexpr int kSampleRows = 100;

Error badInput(const QString &code, const QString &message, const QString &detail = {})
{
    return {.kind = ErrorKind::BadInput, .message = message, .code = code, .detail = detail};
}

bool isControl(char c)
{
    const uchar byte = uchar(c);
    return byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v';
}

bool looksBinary(QByteArrayView sample)
{
    const auto controls = std::count_if(sample.begin(), sample.end(), isControl);
    return controls >= 2 && controls * 50 > sample.size();
}

/// How well a delimiter cuts the rows into equally many cells.
struct DelimiterFit
{
    double consistency = 0; ///< share of the rows that have the most frequent number of cells
    int columns = 1; ///< that number
    int firstRowColumns = 1;
};

DelimiterFit fitOf(QByteArrayView sample, QByteArrayView delimiter)
{
    std::map<int, int> rowsByColumns;
    std::vector<CsvCell> cells;
    DelimiterFit fit;
    int rows = 0;
    while (!sample.isEmpty() && rows < kSampleRows) {
        const CsvScan scan = scanCsvRecord(sample, true, delimiter, cells);
        if (scan.state != CsvScan::State::Complete && scan.state != CsvScan::State::Unclosed)
            break;
        sample = sample.sliced(scan.length);
        const bool isBlank = cells.size() == 1 && cells[0].content.trimmed().isEmpty();
        if (scan.state == CsvScan::State::Unclosed || isBlank)
            continue;
        if (rows++ == 0)
            fit.firstRowColumns = int(cells.size());
        ++rowsByColumns[int(cells.size())];
    }
    int most = 0;
    for (const auto &[columns, count] : rowsByColumns) {
        if (count >= most) {
            most = count;
            fit.columns = columns;
        }
    }
    fit.consistency = rows == 0 ? 0 : double(most) / rows;
    return fit;
}

/// Empty when no delimiter makes a table of it: then each line is one cell.
QByteArray guessDelimiter(QByteArrayView sample)
{
    // In the order of preference where two fit equally well: a comma also stands inside prices.
    constexpr std::array kCandidates{'\t', ';', '|', ','};
    QByteArray best;
    DelimiterFit bestFit;
    for (const char candidate : kCandidates) {
        const QByteArray delimiter{1, candidate};
        const DelimiterFit fit = fitOf(sample, delimiter);
        if (fit.columns < 2 && fit.firstRowColumns < 2)
            continue;
        const bool isBetter = fit.columns < 2 ? best.isEmpty()
                                              : bestFit.columns < 2 || fit.consistency > bestFit.consistency
                || (fit.consistency == bestFit.consistency && fit.columns > bestFit.columns);
        if (isBetter) {
            best = delimiter;
            bestFit = fit;
        }
    }
    return best;
}

/// Excel's first line "sep=;", which says the delimiter and is no row.
struct SeparatorLine
{
    QByteArray delimiter;
    qsizetype length = 0;
};

SeparatorLine readSeparatorLine(QByteArrayView beginning)
{
    const QByteArray line = beginning.first(std::min<qsizetype>(beginning.size(), 16)).toByteArray();
    const qsizetype start = line.startsWith('"') ? 1 : 0;
    if (line.mid(start, 4).toLower() != "sep=" || line.size() < start + 5)
        return {};
    SeparatorLine separator{line.mid(start + 4, 1), start + 5};
    if (start == 1 && line.mid(separator.length, 1) == "\"")
        ++separator.length;
    if (line.mid(separator.length, 1) == "\r")
        ++separator.length;
    else if (line.mid(separator.length, 1) != "\n")
        return {};
    if (line.mid(separator.length, 1) == "\n")
        ++separator.length;
    return separator;
}

TableRow decodedRow(qint64 number, QByteArrayView record, std::span<const CsvCell> cells, bool isUnclosed,
                    TextEncoding encoding)
{
    TableRow row;
    row.number = number;
    row.cells.reserve(qsizetype(cells.size()));
    bool isText = !record.contains('\0');
    for (const CsvCell &cell : cells) {
        const QByteArray unescaped = cell.needsUnescaping() ? cell.unescaped() : QByteArray{};
        const QByteArrayView content = cell.needsUnescaping() ? QByteArrayView{unescaped} : cell.content;
        std::optional<QString> text = decodeText(content, encoding);
        isText = isText && text.has_value();
        row.cells += text ? *std::move(text) : decodeTextWithReplacements(content, encoding);
    }
    if (!isText)
        row.problem = ImportReason::NotTextual;
    if (isUnclosed)
        row.problem = ImportReason::UnclosedQuote;
    return row;
}

/// Records of a file, still in its bytes.
class CsvRows final : public RowBatch
{
public:
    explicit CsvRows(TextEncoding encoding)
        : m_encoding{encoding}
    {
    }

    bool isWithin(const BatchLimits &limits) const
    {
        return qsizetype(m_records.size()) < limits.rows && qsizetype(m_contents.size()) < limits.cells
            && m_bytes < limits.characters;
    }

    void add(qint64 number, QByteArrayView bytes, const std::vector<CsvCell> &cells, bool isUnclosed)
    {
        const bool isPlain = !isUnclosed && std::none_of(cells.begin(), cells.end(), [](const CsvCell &cell) {
            return cell.needsUnescaping();
        });
        m_records.push_back({number, bytes, m_contents.size(), cells.size(), isPlain, isUnclosed});
        for (const CsvCell &cell : cells)
            m_contents.push_back(cell.content);
        if (!isPlain)
            m_unusual.insert(number, cells);
        m_bytes += bytes.size();
    }

    /// Whatever the records are in lives as long as they do.
    void keep(const QByteArray &bytes) { m_keptBytes = bytes; }

    size_t count() const override { return m_records.size(); }
    qint64 number(size_t index) const override { return m_records[index].number; }

    TableRow row(size_t index) const override
    {
        const Record &record = m_records[index];
        std::vector<CsvCell> cells = m_unusual.value(record.number);
        if (record.isPlain) {
            for (const QByteArrayView content : contentsOf(record))
                cells.push_back({content, {}, false});
        }
        return decodedRow(record.number, record.bytes, cells, record.isUnclosed, m_encoding);
    }

    std::span<const QByteArrayView> plainCells(size_t index) const override
    {
        const Record &record = m_records[index];
        return record.isPlain && isUnicode(m_encoding) ? contentsOf(record)
                                                       : std::span<const QByteArrayView>{};
    }

private:
    struct Record
    {
        qint64 number;
        QByteArrayView bytes;
        size_t firstCell;
        size_t cells;
        bool isPlain;
        bool isUnclosed;
    };

    std::span<const QByteArrayView> contentsOf(const Record &record) const
    {
        return std::span{m_contents}.subspan(record.firstCell, record.cells);
    }

    TextEncoding m_encoding;
    std::vector<Record> m_records;
    std::vector<QByteArrayView> m_contents; ///< of all cells, inside their quotes
    QHash<qint64, std::vector<CsvCell>> m_unusual; ///< by number, records that are not plain
    qsizetype m_bytes = 0;
    QByteArray m_keptBytes;
};

} // namespace

CsvReader::CsvReader(std::unique_ptr<QIODevice> device, QString name)
    : m_device{std::move(device)}
    , m_name{std::move(name)}
{
    if (!m_device->isSequential())
        m_size = m_device->size();
}

Result<std::unique_ptr<CsvReader>> CsvReader::openFile(const QString &path, const CsvFormat &format)
{
    const QFileInfo info{path};
    const QString name = info.fileName().isEmpty() ? QDir::toNativeSeparators(path) : info.fileName();
    if (!info.exists())
        return badInput(u"file_not_found"_s,
                        tr("There is no file “%1”. Check its name, or choose it again.")
                            .arg(QDir::toNativeSeparators(path)));
    if (info.isDir())
        return badInput(u"is_a_folder"_s, tr("“%1” is a folder. Choose a file inside it.").arg(name));
    if (!info.isFile())
        return badInput(
            u"not_a_file"_s,
            tr("“%1” is a device or a pipe, not a file. Save the list as a CSV file first.").arg(name));
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return badInput(
            u"unreadable"_s,
            tr("“%1” cannot be opened (%2). Check that you are allowed to read it and that no other "
               "program holds it.")
                .arg(name, file->errorString()),
            file->errorString());
    }
    return openDevice(std::move(file), name, format);
}

Result<std::unique_ptr<CsvReader>> CsvReader::openDevice(std::unique_ptr<QIODevice> device,
                                                         const QString &name, const CsvFormat &format)
{
    std::unique_ptr<CsvReader> reader{
        new CsvReader{std::move(device), name}
    };
    if (const Result<> begun = reader->begin(format); !begun)
        return begun.error();
    return reader;
}

Result<std::unique_ptr<CsvReader>> CsvReader::openText(const QString &text, const CsvFormat &format)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(text.toUtf8());
    buffer->open(QIODevice::ReadOnly);
    CsvFormat utf8 = format;
    utf8.encoding = TextEncoding::Utf8;
    return openDevice(std::move(buffer), tr("the pasted text"), utf8);
}

Result<> CsvReader::begin(const CsvFormat &format)
{
    QByteArray sample;
    while (sample.size() < kSampleSize && !m_atEnd) {
        const Result<QByteArray> piece = readRaw(kSampleSize - sample.size());
        if (!piece)
            return piece.error();
        sample += *piece;
    }

    if (sample.startsWith("PK\x03\x04") || sample.startsWith("\xD0\xCF\x11\xE0")) {
        return badInput(
            u"unsupported_file"_s,
            tr("“%1” is a workbook, not text. Open it in your spreadsheet program, save it as CSV (UTF-8) "
               "and choose that file.")
                .arg(m_name));
    }
    if (sample.left(11).toUpper() == "BEGIN:VCARD") {
        return badInput(u"unsupported_file"_s,
                        tr("“%1” is an address book (vCard). Export the people as CSV and choose that file.")
                            .arg(m_name));
    }

    const EncodingGuess guess = guessEncoding(sample);
    const bool isUtf16 =
        guess.encoding == TextEncoding::Utf16LittleEndian || guess.encoding == TextEncoding::Utf16BigEndian;
    const bool asksForUtf16 =
        format.encoding == TextEncoding::Utf16LittleEndian || format.encoding == TextEncoding::Utf16BigEndian;
    // A byte order mark knows better than a person which end comes first.
    const bool markDecides = asksForUtf16 && isUtf16 && guess.byteOrderMark > 0;
    m_encoding = format.encoding && !markDecides ? *format.encoding : guess.encoding;

    const bool decodesUtf16 =
        m_encoding == TextEncoding::Utf16LittleEndian || m_encoding == TextEncoding::Utf16BigEndian;
    if (sample.startsWith("%PDF-") || (!decodesUtf16 && looksBinary(sample))) {
        return badInput(
            u"binary_file"_s,
            tr("“%1” is not a text file, so there are no rows to read in it. Save the list as CSV (UTF-8) "
               "and choose that file.")
                .arg(m_name));
    }
    if (decodesUtf16)
        m_transcoder.emplace(m_encoding);
    appendRaw(QByteArrayView{sample}.sliced(byteOrderMarkLength(sample, m_encoding)));
    if (m_atEnd && unread().trimmed().isEmpty()) {
        return badInput(
            u"empty_file"_s,
            tr("There is nothing in “%1”. Choose a file with one person in each row.").arg(m_name));
    }
    return chooseDelimiter(format);
}

Result<> CsvReader::chooseDelimiter(const CsvFormat &format)
{
    const SeparatorLine separator = readSeparatorLine(unread());
    m_position += separator.length;
    if (format.delimiter) {
        const std::optional<QByteArray> encoded = encodeText(*format.delimiter, m_encoding);
        if (!encoded) {
            return Error{.kind = ErrorKind::Usage,
                         .message =
                             tr("“%1” does not exist in the encoding %2, so it cannot separate the columns.")
                                 .arg(*format.delimiter, nameOf(m_encoding)),
                         .code = u"unknown_delimiter"_s,
                         .detail = {}};
        }
        m_delimiter = *encoded;
    } else {
        m_delimiter = separator.length > 0 ? separator.delimiter : guessDelimiter(unread());
    }
    m_delimiterText = decodeTextWithReplacements(m_delimiter, m_encoding);
    return Done{};
}

Result<CsvScan> CsvReader::scanNext(std::vector<CsvCell> &cells, Reading reading)
{
    while (true) {
        if (unread().isEmpty() && m_atEnd)
            return CsvScan{};
        const CsvScan scan = scanCsvRecord(unread(), m_atEnd, m_delimiter, cells);
        if (scan.state == CsvScan::State::Complete || scan.state == CsvScan::State::Unclosed)
            return scan;
        if (scan.state != CsvScan::State::NeedsMore || unread().size() > kLargestRow)
            return tooLarge();
        if (reading == Reading::OnlyWhatIsHere)
            return scan;
        if (const Result<> read = readMore(); !read)
            return read.error();
    }
}

Result<bool> CsvReader::next(TableRow &row)
{
    std::vector<CsvCell> cells;
    const Result<CsvScan> scan = scanNext(cells, Reading::MayGoOn);
    if (!scan)
        return scan.error();
    if (scan->state == CsvScan::State::NeedsMore)
        return false;
    const bool isUnclosed = scan->state == CsvScan::State::Unclosed;
    row = decodedRow(++m_rows, unread().first(scan->length), cells, isUnclosed, m_encoding);
    m_position += scan->length;
    return true;
}

Result<std::unique_ptr<RowBatch>> CsvReader::nextBatch(const BatchLimits &limits)
{
    auto batch = std::make_unique<CsvRows>(m_encoding);
    std::vector<CsvCell> cells;
    while (batch->isWithin(limits)) {
        const Result<CsvScan> scan =
            scanNext(cells, batch->count() == 0 ? Reading::MayGoOn : Reading::OnlyWhatIsHere);
        if (!scan)
            return scan.error();
        if (scan->state == CsvScan::State::NeedsMore)
            break;
        batch->add(++m_rows, unread().first(scan->length), cells, scan->state == CsvScan::State::Unclosed);
        m_position += scan->length;
    }
    batch->keep(m_buffer);
    return std::unique_ptr<RowBatch>{std::move(batch)};
}

Result<> CsvReader::readMore()
{
    m_buffer = m_buffer.sliced(m_position); // the bytes themselves may be in the hands of batches
    m_position = 0;
    // More each time for a row that does not end, so that scanning it again and again stays cheap.
    const Result<QByteArray> raw = readRaw(std::max(kSampleSize, m_buffer.size()));
    if (!raw)
        return raw.error();
    appendRaw(*raw);
    return Done{};
}

Result<QByteArray> CsvReader::readRaw(qsizetype atMost)
{
    QByteArray raw{atMost, Qt::Uninitialized};
    const qint64 length = m_device->read(raw.data(), raw.size());
    if (length < 0)
        return readFailed(m_device->errorString());
    m_bytesRead += length;
    m_atEnd = length == 0;
    if (m_atEnd && m_bytesRead < m_size)
        return readFailed(tr("the file became shorter meanwhile"));
    if (m_size > 0 && m_bytesRead > m_size) // its last row might be half a number
        return readFailed(tr("the file became longer meanwhile, another program still writes it"));
    raw.truncate(length);
    return raw;
}

void CsvReader::appendRaw(QByteArrayView raw)
{
    if (!m_transcoder) {
        m_buffer.append(raw.data(), raw.size());
        return;
    }
    m_transcoder->append(raw, m_buffer);
    if (m_atEnd)
        m_transcoder->finish(m_buffer);
}

TableFacts CsvReader::facts() const
{
    TableFacts facts;
    facts.kind = TableKind::Text;
    facts.encoding = m_encoding;
    facts.delimiter = m_delimiterText;
    return facts;
}

qint64 CsvReader::position() const
{
    return std::max<qint64>(0, m_bytesRead - unread().size());
}

Error CsvReader::tooLarge() const
{
    return badInput(
        u"too_large"_s,
        tr("Row %1 of “%2” is too large for a list of people: a cell may have 1 MB, a row 8 MB and %3 "
           "columns. Nothing of the file was used. Check that it is the right file.")
            .arg(QLocale{}.toString(m_rows + 1), m_name, QLocale{}.toString(kMostColumns)));
}

Error CsvReader::readFailed(const QString &why) const
{
    return badInput(
        u"read_failed"_s,
        tr("Reading “%1” stopped after %n row(s): %2. Nothing of it was used. Copy the file to this "
           "computer and try again.",
           nullptr, int(m_rows))
            .arg(m_name, why),
        why);
}

std::optional<QString> CsvReader::delimiterFromText(const QString &text)
{
    static const QHash<QString, QString> names{
        {u"tab"_s,       u"\t"_s},
        {u"\\t"_s,       u"\t"_s},
        {u"comma"_s,     u","_s },
        {u"semicolon"_s, u";"_s },
        {u"pipe"_s,      u"|"_s },
        {u"colon"_s,     u":"_s },
        {u"space"_s,     u" "_s },
    };
    if (const auto named = names.constFind(text.toLower()); named != names.constEnd())
        return *named;
    const bool isOneCharacter = text.size() == 1 || (text.size() == 2 && text[0].isHighSurrogate());
    if (!isOneCharacter || text == u"\""_s || text == u"\n"_s || text == u"\r"_s || text[0].isNull())
        return std::nullopt;
    return text;
}
