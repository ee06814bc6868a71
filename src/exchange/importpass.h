#pragma once

#include "exchange/recipientimport.h"
#include "exchange/rowbatch.h"
#include "exchange/rowcheck.h"
#include "exchange/seennumbers.h"

#include <QSet>

#include <vector>

/// One pass over a file: what its rows are together. Some batches are checked by threads of their own while
/// the ones before them are judged, in the order of the file.
class ImportPass
{
public:
    /// The rows of `beginning` come before what the reader still has. References outlive the object.
    ImportPass(TableReader &reader, const QList<TableRow> &beginning, const ImportOptions &options,
               const ImportShape &shape, const PhoneParser &parser, const ImportCallbacks &callbacks);

    Result<ImportSummary> toTheEnd(const CancelToken &cancel);

private:
    /// A row that has been looked at by itself.
    struct CheckedRow
    {
        qint64 number = 0;
        quint64 digits = 0; ///< 0: the next one of CheckedBatch::rows
        qsizetype begin = 0; ///< of what is packed of it
        qsizetype length = 0;
        bool isSuppressed = false;
    };

    struct CheckedBatch
    {
        std::vector<CheckedRow> order;
        QList<ImportedRow> rows; ///< those that are not packed
        QByteArray packed;
    };

    Result<std::unique_ptr<RowBatch>> readBatch();
    Result<std::unique_ptr<RowBatch>> readRows();
    CheckedBatch check(const RowBatch &batch) const;
    Result<> deliver(CheckedBatch batch);
    Result<> judge(ImportedRow &row);
    void judgePlain(const CheckedRow &row, QByteArrayView packed);
    void takePacked(const ImportedRow &row);
    bool isZone(const QString &name);
    std::optional<QString> missingVariable(const ImportedRow &row) const;
    void count(const ImportedRow &row);

    TableReader &m_reader;
    const QList<TableRow> &m_beginning;
    const ImportOptions &m_options;
    const ImportShape &m_shape;
    const PhoneParser &m_parser;
    const ImportCallbacks &m_callbacks;
    RowCheck m_check;
    bool m_readsPlainRows;
    qsizetype m_nextOfBeginning = 0;
    QSet<QString> m_zones; ///< that are known to be some
    SeenNumbers m_seen;
    qint64 m_rowsRead = 0; ///< only counted where `mostRows` ends the pass
    bool m_isAtEnd = false;
    ImportSummary m_summary;
    QByteArray m_packed; ///< of one row
};
