#pragma once

#include "base/cancel.h"
#include "base/clock.h"
#include "base/result.h"
#include "domain/money.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

/// A value of its own type, as a spreadsheet keeps it: what is text never becomes a formula or a number.
struct WorkbookCell
{
    enum class Kind { Empty, Text, Count, Share, Moment, Duration, Amount };
    enum class Look { Plain, Bold, Title, Quiet };

    Kind kind = Kind::Empty;
    QString text = {}; ///< Amount: the currency
    double number = 0; ///< Moment: milliseconds since 1970 in UTC; Duration: seconds; Share: 0 to 1
    Look look = Look::Plain;

    static WorkbookCell ofText(const QString &text, Look look = Look::Plain);
    static WorkbookCell ofCount(qint64 count, Look look = Look::Plain);
    /// Nothing: an empty cell.
    static WorkbookCell ofShare(std::optional<double> share);
    static WorkbookCell ofMoment(const std::optional<UtcTime> &time);
    static WorkbookCell ofAmount(Money amount, const QString &currency, Look look = Look::Plain);
    static WorkbookCell ofDuration(const std::optional<std::chrono::milliseconds> &time);
};

struct WorkbookColumn
{
    QString title;
    double width = 12; ///< in digits
};

/// Writes an Excel workbook row by row, in memory that does not grow with the rows. The file appears whole,
/// when committed, or not at all. Not for a device or pipe.
class WorkbookWriter
{
    Q_DECLARE_TR_FUNCTIONS(WorkbookWriter)

public:
    /// Rows of a sheet in Excel's format, its header among them.
    static constexpr qint64 kRowsOfASheet = 1'048'576;

    struct Options
    {
        QTimeZone zone = QTimeZone::utc(); ///< in which moments are written, because Excel knows no zones
        qint64 rowsOfASheet = kRowsOfASheet;
        QString title; ///< of the document
    };

    /// A sheet of which each row is as it is put there.
    class Sheet;
    /// A sheet that is a table: a header that stays in sight, filters, and a sheet more whenever one is full.
    class Table;

    static Result<std::unique_ptr<WorkbookWriter>> open(const QString &path, const Options &options);
    ~WorkbookWriter();
    WorkbookWriter(const WorkbookWriter &) = delete;
    WorkbookWriter &operator=(const WorkbookWriter &) = delete;

    /// `widths` of its columns, in digits. The sheet lives as long as the writer.
    Sheet &addSheet(const QString &name, const std::vector<double> &widths);
    Table &addTable(const QString &name, const std::vector<WorkbookColumn> &columns);

    /// Takes seconds for a million rows: packs them. Nothing is left at the path when it fails. False:
    /// cancelled, and there is no file; the packing itself cannot be stopped and comes to its end behind the
    /// scenes.
    Result<bool> commit(const CancelToken &cancel = {});

private:
    struct Book;
    explicit WorkbookWriter(std::unique_ptr<Book> book);

    std::unique_ptr<Book> m_book;
};

class WorkbookWriter::Sheet
{
public:
    virtual ~Sheet() = default;

    /// The number of the row, from 0.
    virtual int addRow(const std::vector<WorkbookCell> &cells) = 0;

    /// A line or a bar of a chart: its values in a column of this sheet, from row `first` to `last`.
    struct Series
    {
        QString name;
        int column = 0;
        std::uint32_t colour = 0; ///< 0xRRGGBB; what stands above is not looked at
    };
    struct Chart
    {
        enum class Kind { Bars, Lines };

        Kind kind = Kind::Bars;
        QString title;
        int firstRow = 0;
        int lastRow = 0;
        int categoryColumn = 0;
        std::vector<Series> series;
        bool categoriesAreMoments = false;
    };
    /// A chart of Excel's own, of the values on `values`, drawn here with its corner in that cell.
    virtual void addChart(const Chart &chart, const Sheet &values, int row, int column) = 0;
};

class WorkbookWriter::Table
{
public:
    virtual ~Table() = default;

    /// Storage error when the disk is full.
    virtual Result<> addRow(const std::vector<WorkbookCell> &cells) = 0;
    virtual qint64 rows() const = 0;
    /// The names of its sheets, in order; one while they have room.
    virtual QStringList sheetNames() const = 0;
};
