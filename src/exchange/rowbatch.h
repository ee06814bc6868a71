#pragma once

#include "exchange/tablereader.h"

#include <QByteArrayView>
#include <QList>

#include <span>

/// Consecutive rows of a table. Making out their cells, which costs more than finding where they begin, is
/// left to whoever asks. Several threads may ask at once.
class RowBatch
{
public:
    virtual ~RowBatch() = default;

    virtual size_t count() const = 0;
    virtual qint64 number(size_t index) const = 0; ///< as TableRow::number
    virtual TableRow row(size_t index) const = 0;

    /// The cells of a row without a problem as they stand in the file, in bytes that are valid as long as the
    /// batch; empty where these bytes are not UTF-8 or differ from what the cells say.
    virtual std::span<const QByteArrayView> plainCells(size_t index) const = 0;
};

/// How much one batch may hold, so that very wide or very long rows do not fill the memory. The row that
/// goes beyond a limit is still in it.
struct BatchLimits
{
    qsizetype rows = 0;
    qsizetype cells = 0;
    qsizetype characters = 0;
};

/// Rows whose cells are known already.
class DecodedRows final : public RowBatch
{
public:
    explicit DecodedRows(QList<TableRow> rows)
        : m_rows{std::move(rows)}
    {
    }

    size_t count() const override { return size_t(m_rows.size()); }
    qint64 number(size_t index) const override { return m_rows[qsizetype(index)].number; }
    TableRow row(size_t index) const override { return m_rows[qsizetype(index)]; }
    std::span<const QByteArrayView> plainCells(size_t) const override { return {}; }

private:
    QList<TableRow> m_rows;
};
