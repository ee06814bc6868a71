#pragma once

#include "exchange/tablereader.h"

#include <QCoreApplication>

#include <memory>

/// Reads a sheet of an XLSX workbook by what its cells are, not by how they look: a number gives all its
/// digits, a date gives 2026-12-05 (14:30), a truth value TRUE or FALSE, a formula its last result. Hidden
/// rows and columns are read like others; of merged cells the first has the value. Holds one row and the
/// workbook's shared texts, of at most `kMostSharedText` bytes.
class WorkbookReader final : public TableReader
{
    Q_DECLARE_TR_FUNCTIONS(WorkbookReader)

public:
    static constexpr qsizetype kMostSharedText = 128 * 1024 * 1024;
    static constexpr qsizetype kLargestCell = 1024 * 1024; ///< characters
    static constexpr int kMostColumns = 16'384;

    /// `sheet`: a name, or a number from 1; empty: the first one that is not hidden and has rows. Errors of
    /// kind BadInput: damaged_file, too_large, unsupported_file, empty_file; of kind Usage: unknown_sheet.
    static Result<std::unique_ptr<WorkbookReader>> openFile(const QString &path, const QString &sheet = {});
    ~WorkbookReader() override;

    Result<bool> next(TableRow &row) override;
    TableFacts facts() const override;
    qint64 position() const override;
    qint64 size() const override;

private:
    class Content;

    explicit WorkbookReader(std::unique_ptr<Content> content);

    std::unique_ptr<Content> m_content;
};
