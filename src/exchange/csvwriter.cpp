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
    , m_format{format}
{
    if (m_format.byteOrderMark)
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
            m_buffer += QString{m_format.delimiter}.toUtf8();
        const QString text = withFormulaGuard(cells[i]);
        const bool needsQuotes = std::any_of(text.begin(), text.end(), [this](QChar c) {
            return c == m_format.delimiter || c == u'"' || c == u'\n' || c == u'\r';
        });
        // A row of one empty cell would be an empty line, which is no row.
        const bool isLoneAndEmpty = cells.size() == 1 && text.isEmpty();
        if (needsQuotes || isLoneAndEmpty)
            m_buffer += '"' + QString{text}.replace(u'"', u"\"\""_s).toUtf8() + '"';
        else
            m_buffer += text.toUtf8();
    }
    m_buffer += "\r\n";
    ++m_rows;
    return m_buffer.size() < kWriteAtOnce ? Result<>{Done{}} : flush();
}

Result<> CsvWriter::flush()
{
    if (m_file->write(m_buffer) != m_buffer.size())
        return writeFailed();
    m_buffer.clear();
    return Done{};
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
