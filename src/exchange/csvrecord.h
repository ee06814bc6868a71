#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

/// One cell of a CSV record, still in the file's bytes.
struct CsvCell
{
    QByteArrayView content; ///< inside its quotes, if it has some
    QByteArrayView afterQuote; ///< what follows the closing quote, where a program was careless
    bool hasDoubledQuotes = false;

    QByteArray unescaped() const;
    bool needsUnescaping() const { return hasDoubledQuotes || !afterQuote.isEmpty(); }
};

/// What scanning found at the beginning of some bytes.
struct CsvScan
{
    enum class State {
        Complete,
        NeedsMore, ///< the record goes on behind the bytes at hand
        Unclosed, ///< a quote opens and nothing that could close it follows; `length` is that of the first
                  ///< line
        CellTooLarge,
        TooManyColumns,
    };

    State state = State::NeedsMore;
    qsizetype length = 0; ///< of the record with its line end
};

/// Finds the first record in `bytes`. `cells` is filled when it is complete or unclosed (then with the pieces
/// of its first line). `isEnd`: nothing follows. `delimiter` may be empty: then a line is one cell.
CsvScan scanCsvRecord(QByteArrayView bytes, bool isEnd, QByteArrayView delimiter,
                      std::vector<CsvCell> &cells);
