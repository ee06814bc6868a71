#pragma once

#include "exchange/tablereader.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QIODevice>

#include <memory>
#include <optional>

/// Reads an address book of vCards 2.1, 3.0 and 4.0 as a table with one row for each card, numbered from 1 in
/// their order, under headings of its own (row 0). Of several numbers it takes the mobile one; of several
/// mobile ones the preferred; of those the first. Faxes and pagers are only taken where there is nothing
/// else. The other numbers stand in a column of their own, and the kind of the one taken in another. Holds
/// one card without its pictures, of at most `kLargestCard` bytes.
class VCardReader final : public TableReader
{
    Q_DECLARE_TR_FUNCTIONS(VCardReader)

public:
    static constexpr qsizetype kLargestCard = 1024 * 1024; ///< bytes, without pictures, sounds and keys

    static bool looksLikeVCard(QByteArrayView beginning);

    /// Where the phone number and the name stand; -1 for any other field.
    static int columnOf(QLatin1StringView field);

    /// `encoding`: of what does not say its own; guessed when left out. Errors of kind BadInput: unreadable,
    /// empty_file, too_large, read_failed.
    static Result<std::unique_ptr<VCardReader>> openFile(const QString &path,
                                                         std::optional<TextEncoding> encoding = {});
    /// `device` is open for reading; `name` is what messages call it.
    static Result<std::unique_ptr<VCardReader>> openDevice(std::unique_ptr<QIODevice> device,
                                                           const QString &name,
                                                           std::optional<TextEncoding> encoding = {});

    Result<bool> next(TableRow &row) override;
    TableFacts facts() const override;
    qint64 position() const override { return m_bytesRead - (m_buffer.size() - m_position); }
    qint64 size() const override { return m_size; }

private:
    class Card;

    VCardReader(std::unique_ptr<QIODevice> device, QString name);

    Result<> begin(std::optional<TextEncoding> encoding);
    Result<> readMore();
    Result<bool> readLine(QByteArray &line);
    Result<bool> readUnfoldedLine(QByteArray &line);
    Error tooLarge() const;

    std::unique_ptr<QIODevice> m_device;
    QString m_name;
    qint64 m_size = 0;
    qint64 m_bytesRead = 0;
    TextEncoding m_encoding = TextEncoding::Utf8;
    std::optional<Utf16Transcoder> m_transcoder;
    QByteArray m_buffer; ///< UTF-8 where the file is UTF-16, else the file's own bytes
    qsizetype m_position = 0;
    bool m_atEnd = false;
    std::optional<QByteArray> m_lineAhead;
    qint64 m_cards = -1; ///< given so far; -1: not even the headings
};
