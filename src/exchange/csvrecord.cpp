#include "exchange/csvrecord.h"

#include "exchange/csvreader.h"

#include <cstring>

namespace {

using State = CsvScan::State;

constexpr qsizetype kNotFound = -1;

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

/// Walks over the cells of one record.
class Scanner
{
public:
    Scanner(QByteArrayView bytes, bool isEnd, QByteArrayView delimiter, std::vector<CsvCell> &cells)
        : m_bytes{bytes}
        , m_isEnd{isEnd}
        , m_delimiter{delimiter}
        , m_cells{cells}
    {
    }

    CsvScan scan()
    {
        m_cells.clear();
        while (true) {
            const bool isQuoted = m_at < m_bytes.size() && m_bytes[m_at] == '"';
            const State state = isQuoted ? scanQuotedCell() : scanPlainCell();
            if (state == State::Unclosed)
                return firstLineOnly();
            if (state != State::Complete)
                return {state, 0};
            if (qsizetype(m_cells.size()) > CsvReader::kMostColumns)
                return {State::TooManyColumns, 0};
            if (m_at >= m_bytes.size())
                return m_isEnd ? CsvScan{State::Complete, m_at} : CsvScan{State::NeedsMore, 0};
            if (!isLineEnd(m_bytes[m_at])) {
                m_at += m_delimiter.size();
                if (m_at == m_bytes.size() && !m_isEnd)
                    return {State::NeedsMore, 0};
                continue;
            }
            return endOfLine();
        }
    }

private:
    bool isDelimiterAt(qsizetype at) const
    {
        return !m_delimiter.isEmpty() && m_bytes[at] == m_delimiter[0]
            && (m_delimiter.size() == 1 || m_bytes.sliced(at).startsWith(m_delimiter));
    }

    /// Up to the delimiter or line end, which stays.
    State scanPlainCell()
    {
        const qsizetype begin = m_at;
        skipToEndOfCell();
        if (m_at - begin > CsvReader::kLargestCell)
            return State::CellTooLarge;
        if (m_at == m_bytes.size() && !m_isEnd)
            return State::NeedsMore;
        m_cells.push_back({m_bytes.sliced(begin, m_at - begin), {}, false});
        return State::Complete;
    }

    void skipToEndOfCell()
    {
        while (m_at < m_bytes.size() && !isLineEnd(m_bytes[m_at]) && !isDelimiterAt(m_at))
            ++m_at;
    }

    State scanQuotedCell()
    {
        CsvCell cell;
        const qsizetype begin = m_at + 1;
        qsizetype close = begin;
        while (true) {
            close = find('"', close);
            const qsizetype length = (close == kNotFound ? m_bytes.size() : close) - begin;
            if (length > CsvReader::kLargestCell)
                return hasLineEnd(begin, begin + length) ? State::Unclosed : State::CellTooLarge;
            if (close == kNotFound)
                return m_isEnd ? State::Unclosed : State::NeedsMore;
            if (close + 1 == m_bytes.size() && !m_isEnd)
                return State::NeedsMore;
            if (close + 1 == m_bytes.size() || m_bytes[close + 1] != '"')
                break;
            cell.hasDoubledQuotes = true;
            close += 2;
        }
        cell.content = m_bytes.sliced(begin, close - begin);
        m_at = close + 1;
        skipToEndOfCell();
        if (m_at == m_bytes.size() && !m_isEnd)
            return m_at - close > CsvReader::kLargestCell ? State::CellTooLarge : State::NeedsMore;
        // Behind the closing quote there is nothing. If there is, this quote opens another cell further down,
        // and ours was never closed; on one line it is just carelessness.
        const QByteArrayView rest = m_bytes.sliced(close + 1, m_at - close - 1);
        if (!rest.trimmed().isEmpty()) {
            if (hasLineEnd(begin, close))
                return State::Unclosed;
            cell.afterQuote = rest;
        }
        m_cells.push_back(cell);
        return State::Complete;
    }

    CsvScan endOfLine()
    {
        if (m_bytes[m_at] == '\r') {
            if (m_at + 1 == m_bytes.size() && !m_isEnd)
                return {State::NeedsMore, 0};
            if (m_at + 1 < m_bytes.size() && m_bytes[m_at + 1] == '\n')
                ++m_at;
        }
        return {State::Complete, m_at + 1};
    }

    CsvScan firstLineOnly()
    {
        m_cells.clear();
        m_at = 0;
        while (true) {
            const qsizetype begin = m_at;
            skipToEndOfCell();
            m_cells.push_back({m_bytes.sliced(begin, m_at - begin), {}, false});
            if (m_at == m_bytes.size())
                return {State::Unclosed, m_at};
            if (isLineEnd(m_bytes[m_at]))
                return {State::Unclosed, endOfLine().length};
            m_at += m_delimiter.size();
        }
    }

    qsizetype find(char c, qsizetype from) const
    {
        if (from >= m_bytes.size())
            return kNotFound;
        const void *found = std::memchr(m_bytes.data() + from, c, size_t(m_bytes.size() - from));
        return found == nullptr ? kNotFound : static_cast<const char *>(found) - m_bytes.data();
    }

    bool hasLineEnd(qsizetype begin, qsizetype end) const
    {
        const QByteArrayView part = m_bytes.sliced(begin, end - begin);
        return part.contains('\n') || part.contains('\r');
    }

    QByteArrayView m_bytes;
    bool m_isEnd;
    QByteArrayView m_delimiter;
    std::vector<CsvCell> &m_cells;
    qsizetype m_at = 0;
};

} // namespace

QByteArray CsvCell::unescaped() const
{
    QByteArray text = content.toByteArray();
    if (hasDoubledQuotes)
        text.replace("\"\"", "\"");
    return text + afterQuote.toByteArray();
}

CsvScan scanCsvRecord(QByteArrayView bytes, bool isEnd, QByteArrayView delimiter, std::vector<CsvCell> &cells)
{
    return Scanner{bytes, isEnd, delimiter, cells}.scan();
}
