#include "exchange/workbookwriter.h"

#include "exchange/workbookpacking.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QUuid>

#include <xlsxwriter.h>
#include <zip.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <map>
#include <numeric>
#include <system_error>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestText = 32'767; // UTF-16 units in a cell
constexpr qsizetype kLongestSheetName = 31;
constexpr qint64 kRowsPerLook = 4096; // at the room on the disk
constexpr qint64 kLeastRoom = 32 * 1024 * 1024; // bytes
constexpr double kMillisecondsOfADay = 86'400'000;
constexpr double kSecondsOfADay = 86'400;
constexpr double kDaysTo1970 = 25'569; // since 30 December 1899, where Excel counts from

/// Moments on the wall clock of a zone; asking QTimeZone for every cell would take longer than writing it.
class WallClock
{
public:
    explicit WallClock(const QTimeZone &zone)
        : m_zone{zone}
    {
    }

    double serialOf(double milliseconds)
    {
        constexpr qint64 kQuarterHour = 900'000; // no zone changes its offset inside one
        const auto quarter = static_cast<qint64>(std::floor(milliseconds / kQuarterHour));
        const auto known = m_offsets.find(quarter);
        const double offset = known != m_offsets.end() ? known->second : remember(quarter, kQuarterHour);
        return (milliseconds + offset) / kMillisecondsOfADay + kDaysTo1970;
    }

private:
    double remember(qint64 quarter, qint64 length)
    {
        const QDateTime begin = QDateTime::fromMSecsSinceEpoch(quarter * length, Qt::UTC);
        return m_offsets[quarter] = m_zone.offsetFromUtc(begin) * 1000.0;
    }

    QTimeZone m_zone;
    std::map<qint64, double> m_offsets;
};

/// Also without the two characters that XML cannot have.
QByteArray cellText(QString text)
{
    for (const char16_t forbidden : {u'\uFFFE', u'\uFFFF'})
        text.replace(QChar{forbidden}, QChar{QChar::ReplacementCharacter});
    if (text.size() <= kLongestText)
        return text.toUtf8();
    qsizetype length = kLongestText - 1;
    if (text[length - 1].isHighSurrogate())
        --length;
    return (text.left(length) + u'…').toUtf8();
}

/// Where a file stands, also beyond what a long can tell on Windows.
qint64 positionIn(std::FILE *file)
{
#ifdef Q_OS_WIN
    return _ftelli64(file);
#else
    return ftello(file);
#endif
}

/// Without what Excel forbids in the name of a sheet.
QString sheetName(const QString &wanted, int part)
{
    QString name = wanted;
    for (const QChar forbidden : u"[]:*?/\\'"_s)
        name.replace(forbidden, u' ');
    const QString suffix = part == 1 ? QString{} : u" (%1)"_s.arg(part);
    return name.left(kLongestSheetName - suffix.size()) + suffix;
}

} // namespace

/// The formats of a workbook, each made once.
class WorkbookFormats
{
public:
    explicit WorkbookFormats(lxw_workbook *book)
        : m_book{book}
    {
    }

    lxw_format *of(const WorkbookCell &cell)
    {
        const bool hasCurrency = cell.kind == WorkbookCell::Kind::Amount;
        const auto key = std::tuple{cell.kind, cell.look, hasCurrency ? cell.text : QString{}};
        if (const auto known = m_formats.find(key); known != m_formats.end())
            return known->second;
        lxw_format *format = workbook_add_format(m_book);
        if (const QByteArray pattern = patternOf(cell); !pattern.isEmpty())
            format_set_num_format(format, pattern.constData());
        switch (cell.look) {
        case WorkbookCell::Look::Plain: break;
        case WorkbookCell::Look::Bold: format_set_bold(format); break;
        case WorkbookCell::Look::Title:
            format_set_bold(format);
            format_set_font_size(format, 16);
            break;
        case WorkbookCell::Look::Quiet: format_set_font_color(format, 0x6A6475); break;
        }
        return m_formats[key] = format;
    }

    lxw_format *header()
    {
        if (m_header == nullptr) {
            m_header = workbook_add_format(m_book);
            format_set_bold(m_header);
            format_set_bg_color(m_header, 0xECE9F9);
            format_set_bottom(m_header, LXW_BORDER_THIN);
            format_set_align(m_header, LXW_ALIGN_VERTICAL_CENTER);
        }
        return m_header;
    }

private:
    static QByteArray patternOf(const WorkbookCell &cell)
    {
        switch (cell.kind) {
        case WorkbookCell::Kind::Count: return "#,##0";
        case WorkbookCell::Kind::Share: return "0.0 %";
        case WorkbookCell::Kind::Moment: return "yyyy-mm-dd hh:mm:ss";
        case WorkbookCell::Kind::Duration: return "[h]:mm:ss";
        case WorkbookCell::Kind::Text: return "@";
        case WorkbookCell::Kind::Amount:
            return "#,##0.00##\\ \"" + QString{cell.text}.remove(u'"').toUtf8() + '"';
        case WorkbookCell::Kind::Empty: return {};
        }
        Q_UNREACHABLE();
    }

    lxw_workbook *m_book;
    std::map<std::tuple<WorkbookCell::Kind, WorkbookCell::Look, QString>, lxw_format *> m_formats;
    lxw_format *m_header = nullptr;
};

struct WorkbookWriter::Book
{
    QString path;
    QByteArray unfinished; ///< the name of the file while it is written, in the encoding of the file system
    QByteArray folder;
    Options options;
    lxw_workbook *workbook = nullptr;
    std::unique_ptr<WorkbookFormats> formats;
    std::unique_ptr<WallClock> wallClock;
    std::vector<std::unique_ptr<Sheet>> sheets;
    std::vector<std::unique_ptr<Table>> tables;

    ~Book()
    {
        if (workbook != nullptr) {
            closeRows();
            lxw_workbook_free(workbook);
        }
        if (!unfinished.isEmpty())
            QFile::remove(QFile::decodeName(unfinished));
    }

    void write(lxw_worksheet *sheet, int row, const std::vector<WorkbookCell> &cells)
    {
        for (size_t i = 0; i < cells.size(); ++i)
            write(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(i), cells[i]);
    }

    void write(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const WorkbookCell &cell)
    {
        switch (cell.kind) {
        case WorkbookCell::Kind::Empty: return;
        case WorkbookCell::Kind::Text:
            if (!cell.text.isEmpty())
                worksheet_write_string(sheet, row, column, cellText(cell.text).constData(),
                                       formats->of(cell));
            return;
        case WorkbookCell::Kind::Count:
        case WorkbookCell::Kind::Share:
        case WorkbookCell::Kind::Amount:
            worksheet_write_number(sheet, row, column, cell.number, formats->of(cell));
            return;
        case WorkbookCell::Kind::Moment:
            worksheet_write_number(sheet, row, column, wallClock->serialOf(cell.number), formats->of(cell));
            return;
        case WorkbookCell::Kind::Duration:
            worksheet_write_number(sheet, row, column, cell.number / kSecondsOfADay, formats->of(cell));
            return;
        }
    }

    /// The rows of a sheet wait in a file of their own, which freeing a workbook leaves open.
    void closeRows()
    {
        lxw_worksheet *sheet = nullptr;
        LXW_FOREACH_WORKSHEET(sheet, workbook)
        {
            if (sheet->optimize_tmpfile != nullptr)
                std::fclose(sheet->optimize_tmpfile);
            sheet->optimize_tmpfile = nullptr;
        }
    }

    /// How many bytes the rows of each sheet have, in the order of the sheets.
    Result<std::vector<qint64>> sizesOfRows() const
    {
        std::vector<qint64> sizes;
        lxw_worksheet *sheet = nullptr;
        LXW_FOREACH_WORKSHEET(sheet, workbook)
        {
            std::FILE *const rows = sheet->optimize_tmpfile;
            if (rows != nullptr && (std::fflush(rows) != 0 || std::ferror(rows) != 0))
                return failed(u"rows of a sheet were not written"_s);
            sizes.push_back(rows != nullptr ? positionIn(rows) : 0);
        }
        return sizes;
    }

    /// Each sheet in the finished file has all that was written of it. libxlsxwriter puts it there by way of
    /// a further file and takes no notice when that could not be written.
    Result<> requireWholeSheets(const std::vector<qint64> &sizes) const
    {
        int problem = 0;
        const std::unique_ptr<zip_t, decltype(&zip_discard)> archive{
            zip_open(unfinished.constData(), ZIP_RDONLY, &problem), zip_discard};
        if (!archive)
            return failed(u"no archive, libzip error %1"_s.arg(problem));
        for (size_t i = 0; i < sizes.size(); ++i) {
            const QByteArray name = "xl/worksheets/sheet" + QByteArray::number(i + 1) + ".xml";
            zip_stat_t facts;
            const bool isThere = zip_stat(archive.get(), name.constData(), 0, &facts) == 0
                && (facts.valid & ZIP_STAT_SIZE) != 0;
            if (!isThere || static_cast<qint64>(facts.size) <= sizes[i])
                return failed(u"%1 is not whole"_s.arg(QString::fromLatin1(name)));
        }
        return Done{};
    }

    /// libxlsxwriter does not notice that the disk is full; a sheet would end in the middle.
    Result<> requireRoom(qint64 further = 0) const
    {
        const qint64 room = QStorageInfo{QFile::decodeName(folder)}.bytesAvailable();
        if (room < 0 || room >= kLeastRoom + further)
            return Done{};
        return failed(u"%1 bytes available"_s.arg(room));
    }

    Error failed(const QString &detail) const
    {
        return {.kind = ErrorKind::Storage,
                .message =
                    tr("“%1” could not be written to the end. Check that there is room on the disk, and try "
                       "again.")
                        .arg(QDir::toNativeSeparators(path)),
                .code = u"write_failed"_s,
                .detail = detail};
    }
};

namespace {

class PlainSheet final : public WorkbookWriter::Sheet
{
public:
    using Write = std::function<void(lxw_worksheet *, int, const std::vector<WorkbookCell> &)>;

    PlainSheet(lxw_workbook *book, lxw_worksheet *sheet, QByteArray name, Write write)
        : m_book{book}
        , m_sheet{sheet}
        , m_name{std::move(name)}
        , m_write{std::move(write)}
    {
    }

    int addRow(const std::vector<WorkbookCell> &cells) override
    {
        m_write(m_sheet, m_rows, cells);
        return m_rows++;
    }

    void addChart(const Chart &chart, const Sheet &values, int row, int column) override
    {
        const bool isBars = chart.kind == Chart::Kind::Bars;
        lxw_chart *drawn = workbook_add_chart(m_book, isBars ? LXW_CHART_BAR : LXW_CHART_LINE);
        const QByteArray &source = static_cast<const PlainSheet &>(values).m_name;
        const auto first = static_cast<lxw_row_t>(chart.firstRow);
        const auto last = static_cast<lxw_row_t>(chart.lastRow);
        for (const Series &each : chart.series) {
            lxw_chart_series *series = chart_add_series(drawn, nullptr, nullptr);
            const auto categories = static_cast<lxw_col_t>(chart.categoryColumn);
            chart_series_set_categories(series, source.constData(), first, categories, last, categories);
            const auto numbers = static_cast<lxw_col_t>(each.column);
            chart_series_set_values(series, source.constData(), first, numbers, last, numbers);
            chart_series_set_name(series, each.name.toUtf8().constData());
            paint(series, each.colour & 0xffffff, isBars);
        }
        chart_title_set_name(drawn, chart.title.toUtf8().constData());
        if (isBars) {
            chart_axis_set_reverse(drawn->y_axis); // the first row on top
            chart_legend_set_position(drawn, LXW_CHART_LEGEND_NONE);
        } else {
            chart_legend_set_position(drawn, LXW_CHART_LEGEND_BOTTOM);
        }
        if (chart.categoriesAreMoments)
            chart_axis_set_num_format(drawn->x_axis, "d mmm hh:mm");
        lxw_chart_options place{};
        place.x_scale = 1.4;
        place.y_scale = 1.2;
        worksheet_insert_chart_opt(m_sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                   drawn, &place);
    }

private:
    static void paint(lxw_chart_series *series, lxw_color_t colour, bool isBars)
    {
        if (isBars) {
            lxw_chart_fill fill{};
            fill.color = colour;
            chart_series_set_fill(series, &fill);
            chart_series_set_labels(series);
            return;
        }
        lxw_chart_line line{};
        line.color = colour;
        line.width = 2;
        chart_series_set_line(series, &line);
    }

    lxw_workbook *m_book;
    lxw_worksheet *m_sheet;
    QByteArray m_name;
    Write m_write;
    int m_rows = 0;
};

class SplitTable final : public WorkbookWriter::Table
{
public:
    struct Environment
    {
        lxw_workbook *book;
        lxw_format *header;
        qint64 rowsOfASheet;
        PlainSheet::Write write;
        std::function<Result<>()> requireRoom;
    };

    SplitTable(Environment environment, QString name, std::vector<WorkbookColumn> columns)
        : m_environment{std::move(environment)}
        , m_name{std::move(name)}
        , m_columns{std::move(columns)}
    {
        beginSheet();
    }

    Result<> addRow(const std::vector<WorkbookCell> &cells) override
    {
        if (m_rowsHere == m_environment.rowsOfASheet)
            beginSheet();
        if (m_rows % kRowsPerLook == 0) {
            if (const Result<> room = m_environment.requireRoom(); !room)
                return room;
        }
        m_environment.write(m_sheet, static_cast<int>(m_rowsHere++), cells);
        setFilter();
        ++m_rows;
        return Done{};
    }

    qint64 rows() const override { return m_rows; }
    QStringList sheetNames() const override { return m_names; }

private:
    void beginSheet()
    {
        m_names << sheetName(m_name, static_cast<int>(m_names.size()) + 1);
        m_sheet = workbook_add_worksheet(m_environment.book, m_names.last().toUtf8().constData());
        Q_ASSERT(m_sheet != nullptr);
        for (size_t i = 0; i < m_columns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            worksheet_set_column(m_sheet, column, column, m_columns[i].width, nullptr);
            worksheet_write_string(m_sheet, 0, column, cellText(m_columns[i].title).constData(),
                                   m_environment.header);
        }
        worksheet_freeze_panes(m_sheet, 1, 0);
        m_rowsHere = 1;
        setFilter();
    }

    /// Over all rows so far; written when the file is packed.
    void setFilter()
    {
        worksheet_autofilter(m_sheet, 0, 0, static_cast<lxw_row_t>(std::max<qint64>(1, m_rowsHere - 1)),
                             static_cast<lxw_col_t>(m_columns.size() - 1));
    }

    Environment m_environment;
    QString m_name;
    std::vector<WorkbookColumn> m_columns;
    lxw_worksheet *m_sheet = nullptr;
    QStringList m_names;
    qint64 m_rowsHere = 0;
    qint64 m_rows = 0;
};

} // namespace

WorkbookCell WorkbookCell::ofText(const QString &text, Look look)
{
    return {Kind::Text, text, 0, look};
}

WorkbookCell WorkbookCell::ofCount(qint64 count, Look look)
{
    return {Kind::Count, {}, static_cast<double>(count), look};
}

WorkbookCell WorkbookCell::ofShare(std::optional<double> share)
{
    return share ? WorkbookCell{Kind::Share, {}, *share} : WorkbookCell{};
}

WorkbookCell WorkbookCell::ofMoment(const std::optional<UtcTime> &time)
{
    return time ? WorkbookCell{Kind::Moment, {}, static_cast<double>(toMilliseconds(*time))} : WorkbookCell{};
}

WorkbookCell WorkbookCell::ofAmount(Money amount, const QString &currency, Look look)
{
    return {Kind::Amount, currency, amount.approximate(), look};
}

WorkbookCell WorkbookCell::ofDuration(const std::optional<std::chrono::milliseconds> &time)
{
    return time ? WorkbookCell{Kind::Duration, {}, static_cast<double>(time->count()) / 1000}
                : WorkbookCell{};
}

WorkbookWriter::WorkbookWriter(std::unique_ptr<Book> book)
    : m_book{std::move(book)}
{
}

WorkbookWriter::~WorkbookWriter() = default;

Result<std::unique_ptr<WorkbookWriter>> WorkbookWriter::open(const QString &path, const Options &options)
{
    const QFileInfo place{path};
    // Not a QTemporaryFile: nobody but its owner could read the finished file.
    QFile unfinished{place.absolutePath()
                     + u"/.fanfare-%1.xlsx"_s.arg(QUuid::createUuid().toString(QUuid::Id128))};
    if (place.isDir() || (place.exists() && !place.isFile())
        || !unfinished.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        return Error{.kind = ErrorKind::BadInput,
                     .message = tr("“%1” cannot be written (%2). Choose another folder or name.")
                                    .arg(QDir::toNativeSeparators(path), unfinished.errorString()),
                     .code = u"not_writable"_s,
                     .detail = unfinished.errorString()};
    }
    if (place.exists())
        unfinished.setPermissions(place.permissions());
    auto book = std::make_unique<Book>();
    book->path = path;
    book->unfinished = QFile::encodeName(unfinished.fileName());
    book->folder = QFile::encodeName(place.absolutePath());
    book->options = options;
    unfinished.close();
    lxw_workbook_options modes{};
    modes.constant_memory = LXW_TRUE;
    modes.tmpdir = book->folder.data(); // the usual folder may be memory
    book->workbook = workbook_new_opt(book->unfinished.constData(), &modes);
    if (book->workbook == nullptr)
        return book->failed(u"no workbook"_s);
    book->formats = std::make_unique<WorkbookFormats>(book->workbook);
    book->wallClock = std::make_unique<WallClock>(options.zone);
    QByteArray title = options.title.toUtf8();
    lxw_doc_properties properties{};
    properties.title = title.data();
    workbook_set_properties(book->workbook, &properties);
    return std::unique_ptr<WorkbookWriter>{new WorkbookWriter{std::move(book)}};
}

WorkbookWriter::Sheet &WorkbookWriter::addSheet(const QString &name, const std::vector<double> &widths)
{
    const QByteArray called = sheetName(name, 1).toUtf8();
    lxw_worksheet *sheet = workbook_add_worksheet(m_book->workbook, called.constData());
    Q_ASSERT(sheet != nullptr);
    for (size_t i = 0; i < widths.size(); ++i)
        worksheet_set_column(sheet, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), widths[i], nullptr);
    m_book->sheets.push_back(std::make_unique<PlainSheet>(
        m_book->workbook, sheet, called,
        [book = m_book.get()](lxw_worksheet *where, int row, const std::vector<WorkbookCell> &cells) {
            book->write(where, row, cells);
        }));
    return *m_book->sheets.back();
}

WorkbookWriter::Table &WorkbookWriter::addTable(const QString &name,
                                                const std::vector<WorkbookColumn> &columns)
{
    Book *const book = m_book.get();
    SplitTable::Environment environment{
        book->workbook, book->formats->header(), book->options.rowsOfASheet,
        [book](lxw_worksheet *where, int row, const std::vector<WorkbookCell> &cells) {
            book->write(where, row, cells);
        },
        [book] { return book->requireRoom(); }};
    book->tables.push_back(std::make_unique<SplitTable>(std::move(environment), name, columns));
    return *book->tables.back();
}

Result<bool> WorkbookWriter::commit(const CancelToken &cancel)
{
    if (cancel.isCancelled())
        return false;
    const Result<std::vector<qint64>> sizes = m_book->sizesOfRows();
    if (!sizes)
        return sizes.error();
    // Closing needs a copy of one sheet after the other, and the archive.
    const qint64 largest = sizes->empty() ? 0 : *std::max_element(sizes->begin(), sizes->end());
    const qint64 all = std::accumulate(sizes->begin(), sizes->end(), qint64(0));
    if (const Result<> room = m_book->requireRoom(largest + all); !room)
        return room.error();
    const std::optional<lxw_error> closed =
        packWorkbook(std::exchange(m_book->workbook, nullptr), m_book->unfinished, cancel);
    if (!closed)
        return false;
    if (*closed != LXW_NO_ERROR)
        return m_book->failed(QString::fromUtf8(lxw_strerror(*closed)));
    if (const Result<> whole = m_book->requireWholeSheets(*sizes); !whole)
        return whole.error();
    std::error_code problem;
    std::filesystem::rename(QFile::decodeName(m_book->unfinished).toStdU16String(),
                            m_book->path.toStdU16String(), problem);
    if (problem)
        return m_book->failed(QString::fromStdString(problem.message()));
    m_book->unfinished.clear();
    return true;
}
