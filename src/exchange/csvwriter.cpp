#include "exchange/csvwriter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kWriteAtOnce = 64 * 1024; // bytes

/// "+34 600 000 274", "-12.50": a spreadsheet shows it and runs nothing.
bool isPlainNumber(QStringView cell)
{
    return std::all_of(
               cell.begin() + 1, cell.end(),
               [](QChar c) { return (c >= u'0' && c <= u'9') || c == u' ' || c == u'.' || c == u','; })
        && std::any_of(cell.begin(), cell.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool looksLikeFormula(QStringView cell)
{
    if (cell.isEmpty())
        return false;
    switch (cell[0].unicode()) {
    case u'=':
    case u'@':
    case u'\t':
    case u'\r':
    case u'\n': return true;
    case u'+':
    case u'-': return !isPlainNumber(cell);
    default: return false;
    }
}

bool mayBeFormula(QByteArrayView cell)
{
    return !cell.isEmpty() && QByteArrayView{"=@\t\r\n+-"}.contains(cell.front());
}

} // namespace

QString withFormulaGuard(const QString &cell)
{
    return looksLikeFormula(cell) ? u'\'' + cell : cell;
}

QString withoutFormulaGuard(const QString &cell)
{
    return cell.startsWith(u'\'') && looksLikeFormula(QStringView{cell}.mid(1)) ? cell.mid(1) : cell;
}

CsvWriter::CsvWriter(std::unique_ptr<QFileDevice> file, const Format &format)
    : m_file{std::move(file)}
    , m_delimiter{QString{format.delimiter}.toUtf8()}
{
    m_buffer.reserve(kWriteAtOnce * 2);
    if (format.byteOrderMark)
        m_buffer = "\xEF\xBB\xBF";
}

CsvWriter::CsvWriter(CsvWriter &&) noexcept = default;
CsvWriter &CsvWriter::operator=(CsvWriter &&) noexcept = default;
CsvWriter::~CsvWriter() = default;

Result<CsvWriter> CsvWriter::open(const QString &path, const Format &format)
{
    const QFileInfo info{path};
    std::unique_ptr<QFileDevice> file;
    // A pipe or device must not be replaced by a file.
    if (info.exists() && !info.isFile() && !info.isDir())
        file = std::make_unique<QFile>(path);
    else
        file = std::make_unique<QSaveFile>(path);
    if (!file->open(QIODevice::WriteOnly)) {
        return Error{.kind = ErrorKind::BadInput,
                     .message = tr("“%1” cannot be written (%2). Choose another folder or name.")
                                    .arg(QDir::toNativeSeparators(path), file->errorString()),
                     .code = u"not_writable"_s,
                     .detail = file->errorString()};
    }
    return CsvWriter{std::move(file), format};
}

Result<> CsvWriter::writeRow(const QStringList &cells)
{
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            m_buffer += m_delimiter;
        appendCell(cells[i].toUtf8(), cells.size() == 1);
    }
    return endRow();
}

Result<> CsvWriter::writeRow(std::span<const QByteArrayView> cells)
{
    for (size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            m_buffer += m_delimiter;
        appendCell(cells[i], cells.size() == 1);
    }
    return endRow();
}

void CsvWriter::appendCell(QByteArrayView cell, bool isLone)
{
    const bool isGuarded = mayBeFormula(cell) && looksLikeFormula(QString::fromUtf8(cell));
    const bool needsQuotes = cell.contains(m_delimiter)
        || std::any_of(cell.begin(), cell.end(), [](char c) { return c == '"' || c == '\n' || c == '\r'; });
    // A row of one empty cell would be an empty line, which is no row.
    const bool isQuoted = needsQuotes || (isLone && cell.isEmpty());
    if (isQuoted)
        m_buffer += '"';
    if (isGuarded)
        m_buffer += '\'';
    if (!cell.contains('"')) {
        m_buffer.append(cell.data(), cell.size());
    } else {
        for (const char c : cell) {
            if (c == '"')
                m_buffer += '"';
            m_buffer += c;
        }
    }
    if (isQuoted)
        m_buffer += '"';
}

Result<> CsvWriter::endRow()
{
    m_buffer += "\r\n";
    ++m_rows;
    return m_buffer.size() < kWriteAtOnce ? Result<>{Done{}} : flush();
}

Result<> CsvWriter::flush()
{
    if (m_file->write(m_buffer) != m_buffer.size())
        return writeFailed();
    m_buffer.resize(0); // keeps its room
    return Done{};
}

Result<> CsvWriter::writeOut()
{
    if (const Result<> flushed = flush(); !flushed)
        return flushed;
    return m_file->flush() ? Result<>{Done{}} : writeFailed();
}

Result<> CsvWriter::commit()
{
    if (const Result<> flushed = flush(); !flushed)
        return flushed.error();
    auto *const saveFile = qobject_cast<QSaveFile *>(m_file.get());
    const bool isDone = saveFile != nullptr ? saveFile->commit() : m_file->flush();
    if (!isDone)
        return writeFailed();
    return Done{};
}

Error CsvWriter::writeFailed() const
{
    return {.kind = ErrorKind::Storage,
            .message = tr("“%1” could not be written to the end (%2). Check that there is room on the disk, "
                          "and try again.")
                           .arg(QDir::toNativeSeparators(m_file->fileName()), m_file->errorString()),
            .code = u"write_failed"_s,
            .detail = m_file->errorString()};
}
