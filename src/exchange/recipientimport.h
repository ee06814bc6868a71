#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "domain/messagetemplate.h"
#include "domain/phonenumber.h"
#include "exchange/columnmapping.h"
#include "exchange/importreason.h"
#include "exchange/plainrow.h"
#include "exchange/rowbatch.h"
#include "exchange/tablefile.h"

#include <QList>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

/// How a file of people is to be read. What is left open is guessed.
struct ImportOptions
{
    CsvFormat format;
    QString sheet; ///< of a workbook: a name, or a number from 1
    std::optional<bool> hasHeader;
    QStringList columnChoices; ///< "FIELD=COLUMN", as a person types them
    ColumnMapping mapping; ///< chosen by column index; goes before `columnChoices`
    /// What was chosen for an earlier file with these headings: goes before guesses, and behind what is
    /// chosen now.
    std::function<ColumnMapping(const QStringList &header)> recall;
    QString defaultCountry;
    bool acceptPossible = false; ///< also numbers that are possible but not known to exist
    QStringList variables; ///< keys that the template needs filled
    Variables defaults; ///< stand in for empty cells; not written into the rows
    bool refuseMissingVariables = true;
    QMap<qint64, QString> fixedPhones; ///< by row number: what a person wrote instead
    QSet<qint64> leftOut; ///< row numbers that a person took out
    std::optional<qint64> mostRows; ///< stop after so many rows, for a first look
};

enum class RowOutcome { Accepted, Duplicate, Rejected, OptedOut };

/// One row of a file and what becomes of it.
struct ImportedRow
{
    qint64 number = 0; ///< as a spreadsheet shows it
    RowOutcome outcome = RowOutcome::Accepted;
    QString phoneText; ///< as it stands in the file, or as a person fixed it
    PhoneNumber phone; ///< empty when rejected for its number
    QString region; ///< ISO code of the country by whose rules the number was read
    QString timeZone; ///< of the person, where the file has a column of them
    QString name;
    Variables variables; ///< without those whose cell is empty
    QMap<QString, QString> attributes;
    QStringList cells; ///< the row as it stands in the file
    std::optional<ImportReason> reason; ///< when rejected
    QString value; ///< when rejected: the cell that is wrong, or the key of the variable that is missing
    qint64 sameAsRow =
        0; ///< of a duplicate: the row that came first; 0: somebody who was there before the file
    int digitsMissing = 0;
    int digitsTooMany = 0;
    bool areaCodeMissing = false;
    bool extensionDropped = false;
};

/// How the file was understood.
struct ImportShape
{
    TableKind kind = TableKind::Text;
    TextEncoding encoding = TextEncoding::Utf8;
    QString delimiter; ///< empty: one column
    QStringList sheets; ///< of a workbook
    QString sheet; ///< the one that is read
    bool hasHeader = false;
    QStringList header; ///< empty without one
    QStringList examples; ///< of each column the first cell that is not empty
    ColumnMapping mapping;
    ColumnMapping chosen; ///< of it, what a person said: now, or for an earlier file
    QStringList recalled; ///< fields whose column an earlier file decided
    QString program; ///< whose export it is, where that is known
};

struct ImportSummary
{
    struct Reject
    {
        qint64 row = 0;
        ImportReason reason = ImportReason::NotANumber;
        QString value;
    };

    qint64 rows = 0; ///< = accepted + duplicates + rejected + optedOut
    qint64 accepted = 0;
    qint64 duplicates = 0;
    qint64 rejected = 0;
    qint64 optedOut = 0;
    QMap<ImportReason, qint64> byReason;
    QList<Reject> rejects; ///< the first 100
    QMap<QString, qint64> emptyValues; ///< accepted rows without a value of their own, by variable key
    qint64 rowsTooWide = 0; ///< warnings only
    qint64 extensionsDropped = 0;
    double seconds = 0;
    bool isComplete = true; ///< false when stopped by `mostRows`
    bool wasCancelled = false; ///< then nothing of it may be used
};

struct ImportProgress
{
    qint64 rows = 0;
    qint64 bytes = 0;
    qint64 totalBytes = 0; ///< 0 when not known
    qint64 stored = 0; ///< people, once all rows are checked
    qint64 toStore = 0; ///< 0 while rows are checked
};

/// How rows are packed for whoever takes in a million people and wants little of each.
struct ImportPacking
{
    /// Puts what is wanted of a row behind what is in `packed`. Several threads are in the first one at once.
    std::function<void(const PlainRow &, QByteArray &packed)> packPlain;
    std::function<void(const ImportedRow &, QByteArray &packed)> pack;
    /// Every accepted row, in file order: the digits of its number and what was packed of it.
    std::function<void(quint64 digits, QByteArrayView packed)> take;
};

/// What an import asks and tells while it runs, on its own thread. Everything may be left out.
struct ImportCallbacks
{
    /// Every row, in file order, in batches. An error ends the import.
    std::function<Result<>(const QList<ImportedRow> &)> rows;
    /// With it, `rows` gets only the rows that are out of the ordinary, all that are rejected among them.
    std::optional<ImportPacking> packing;
    /// Whether this person must never be written to. Several threads may be in here at once.
    std::function<bool(const PhoneNumber &)> isSuppressed;
    /// Whether this person is among the recipients already.
    std::function<Result<bool>(const PhoneNumber &)> isPresent;
    std::function<void(const ImportProgress &)> progress;
};

/// Checks a file of people row by row: who can be written to, who is in it twice, who is refused and why.
/// Stores nothing itself. A million rows need under 100 MB. After an error, or when cancelled, nothing of
/// what went through `rows` may be kept.
class RecipientImport
{
    Q_DECLARE_TR_FUNCTIONS(RecipientImport)

public:
    static constexpr int kMostListedRejects = 100;
    static constexpr int kBatchSize = 500;
    static constexpr BatchLimits kBatchLimits{
        .rows = kBatchSize, .cells = 50'000, .characters = 2 * 1024 * 1024};

    static Result<std::unique_ptr<RecipientImport>> openFile(const QString &path,
                                                             const ImportOptions &options);
    static Result<std::unique_ptr<RecipientImport>> openText(const QString &text,
                                                             const ImportOptions &options);
    static Result<std::unique_ptr<RecipientImport>> openReader(std::unique_ptr<TableReader> reader,
                                                               const ImportOptions &options);
    ~RecipientImport();

    const ImportShape &shape() const { return m_shape; }

    /// Goes through the file, once. Without a column of phone numbers: an error with code no_phone_column.
    Result<ImportSummary> run(const ImportCallbacks &callbacks, const CancelToken &cancel = {});

private:
    RecipientImport(std::unique_ptr<TableReader> reader, ImportOptions options, PhoneParser parser);

    Result<> begin();
    Result<> readBeginning();
    void recall(ColumnMapping &chosen);
    void describeColumns(const TableSample &sample);

    std::unique_ptr<TableReader> m_reader;
    ImportOptions m_options;
    PhoneParser m_parser;
    ImportShape m_shape;
    QList<TableRow> m_beginning; ///< rows read ahead to understand the file, without the header
};
