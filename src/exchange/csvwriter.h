#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <memory>
#include <span>

class QFileDevice;

/// A cell as it may be written to a file that a spreadsheet opens: what it would run as a formula gets an
/// apostrophe in front. Plain numbers, also with "+" or "-", stay as they are.
QString withFormulaGuard(const QString &cell);
/// Undoes withFormulaGuard().
QString withoutFormulaGuard(const QString &cell);

/// Writes RFC 4180: UTF-8, CRLF, quotes where needed, no formulas. The file appears whole, when committed, or
/// not at all; a device or pipe is written to directly.
class CsvWriter
{
    Q_DECLARE_TR_FUNCTIONS(CsvWriter)

public:
    struct Format
    {
        QChar delimiter = u',';
        bool byteOrderMark = false; ///< so that Excel sees UTF-8; scripts stumble over it
    };

    static Result<CsvWriter> open(const QString &path, const Format &format);
    static Result<CsvWriter> open(const QString &path) { return open(path, Format{}); }

    CsvWriter(CsvWriter &&) noexcept;
    CsvWriter &operator=(CsvWriter &&) noexcept;
    /// Without commit() nothing is left behind.
    ~CsvWriter();

    Result<> writeRow(const QStringList &cells);
    /// The same for cells in UTF-8, for a million rows.
    Result<> writeRow(std::span<const QByteArrayView> cells);
    /// Hands all rows so far to the disk, which may be full.
    Result<> writeOut();
    Result<> commit();

    /// Rows written, the header among them.
    qint64 rows() const { return m_rows; }

private:
    CsvWriter(std::unique_ptr<QFileDevice> file, const Format &format);

    void appendCell(QByteArrayView cell, bool isLone);
    Result<> endRow();
    Result<> flush();
    Error writeFailed() const;

    std::unique_ptr<QFileDevice> m_file;
    QByteArray m_delimiter;
    QByteArray m_buffer;
    qint64 m_rows = 0;
};
