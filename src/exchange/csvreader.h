#pragma once

#include "exchange/csvrecord.h"
#include "exchange/rowbatch.h"
#include "exchange/tablereader.h"
#include "exchange/textencoding.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QIODevice>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

/// What is known about a text table before it is read; the rest is guessed from its beginning.
struct CsvFormat
{
    std::optional<TextEncoding> encoding;
    std::optional<QString> delimiter; ///< empty: each line is one cell
};

/// Reads comma-, semicolon-, tab- or anything-separated text (RFC 4180, and what programs make of it): quoted
/// line breaks, doubled quotes, CR, LF or CRLF, ragged rows, Excel's "sep=;" line. A quote that is never
/// closed costs the row that opens it and no other. Holds one row or batch at a time; a row has at most
/// `kLargestRow` bytes.
class CsvReader final : public TableReader
{
    Q_DECLARE_TR_FUNCTIONS(CsvReader)

public:
    static constexpr qsizetype kLargestCell = 1024 * 1024; ///< bytes
    static constexpr qsizetype kLargestRow = 8 * kLargestCell;
    static constexpr qsizetype kMostColumns = 16'384; ///< as in Excel

    /// Errors of kind BadInput, by `code`: file_not_found, is_a_folder, not_a_file, unreadable, empty_file,
    /// binary_file, unsupported_file, read_failed.
    static Result<std::unique_ptr<CsvReader>> openFile(const QString &path, const CsvFormat &format = {});

    /// `device` is open for reading; `name` is what messages call it.
    static Result<std::unique_ptr<CsvReader>> openDevice(std::unique_ptr<QIODevice> device,
                                                         const QString &name, const CsvFormat &format = {});

    /// What was pasted. Never an encoding problem.
    static Result<std::unique_ptr<CsvReader>> openText(const QString &text, const CsvFormat &format = {});

    Result<bool> next(TableRow &row) override;
    Result<std::unique_ptr<RowBatch>> nextBatch(const BatchLimits &limits) override;
    TableFacts facts() const override;
    qint64 position() const override;
    qint64 size() const override { return m_size; }

    TextEncoding encoding() const { return m_encoding; }
    QString delimiter() const { return m_delimiterText; }

    /// One character, or a name for it ("tab", "semicolon"); nothing for what cannot separate cells.
    static std::optional<QString> delimiterFromText(const QString &text);

private:
    CsvReader(std::unique_ptr<QIODevice> device, QString name);

    Result<> begin(const CsvFormat &format);
    Result<> chooseDelimiter(const CsvFormat &format);
    enum class Reading { MayGoOn, OnlyWhatIsHere };
    /// Finds the next record, whose cells point into m_buffer, and leaves it there. NeedsMore at the end of
    /// the table, or where reading may not go on.
    Result<CsvScan> scanNext(std::vector<CsvCell> &cells, Reading reading);
    Result<> readMore();
    Result<QByteArray> readRaw(qsizetype atMost);
    void appendRaw(QByteArrayView raw);
    QByteArrayView unread() const { return QByteArrayView{m_buffer}.sliced(m_position); }
    Error tooLarge() const;
    Error readFailed(const QString &why) const;

    std::unique_ptr<QIODevice> m_device;
    QString m_name;
    qint64 m_size = 0;
    qint64 m_bytesRead = 0;
    qint64 m_rows = 0;
    TextEncoding m_encoding = TextEncoding::Utf8;
    QString m_delimiterText;
    QByteArray m_delimiter;
    std::optional<Utf16Transcoder> m_transcoder;
    QByteArray m_buffer; ///< UTF-8 where the file is UTF-16, else the file's own bytes
    qsizetype m_position = 0; ///< of the next row in m_buffer
    bool m_atEnd = false; ///< the device has nothing more
};
