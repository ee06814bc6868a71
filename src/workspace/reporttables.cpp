#include "workspace/reporttables.h"

#include "exchange/csvwriter.h"
#include "exchange/workbookwriter.h"
#include "reporting/reportwords.h"
#include "storage/recipientexport.h"
#include "workspace/reportreading.h"
#include "workspace/session.h"

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPeoplePerProgress = 1000;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ReportDesk)
};

/// The people of a report one after the other, with what their table needs.
class PeopleTable
{
public:
    PeopleTable(Session &session, std::vector<Campaign> campaigns)
        : m_session{session}
        , m_campaigns{std::move(campaigns)}
    {
        for (const Campaign &campaign : m_campaigns) {
            m_total += campaign.counts.total();
            const std::optional<MessageTemplate> sent = templateSent(session, campaign);
            if (!sent)
                continue;
            for (const TemplateVariable &variable : sent->variables()) {
                if (!m_variables.contains(variable.key))
                    m_variables << variable.key;
            }
        }
    }

    const QStringList &variables() const { return m_variables; }
    qint64 people() const { return m_total; }
    bool hasSeveral() const { return m_campaigns.size() > 1; }

    /// Hands over everybody until `take` fails or it is cancelled; how many there were.
    template <typename Take>
    Result<qint64> forEach(const CancelToken &cancel, const ReportDesk::Progress &progress, Take &&take)
    {
        qint64 people = 0;
        Result<> taken = Done{};
        for (const Campaign &campaign : m_campaigns) {
            RecipientQuery everybody;
            everybody.campaign = campaign.id;
            const Result<int> handedOver = m_session.recipients().forEach(
                everybody,
                [&](const Recipient &person) {
                    taken = take(campaign, person);
                    if (++people % kPeoplePerProgress == 0 && progress)
                        progress(people, m_total);
                    return static_cast<bool>(taken);
                },
                cancel);
            if (!handedOver)
                return handedOver.error();
            if (!taken)
                return taken.error();
        }
        return people;
    }

private:
    Session &m_session;
    std::vector<Campaign> m_campaigns;
    QStringList m_variables;
    qint64 m_total = 0;
};

QStringList csvHeading(const PeopleTable &table)
{
    QStringList cells;
    if (table.hasSeveral())
        cells << u"campaign"_s;
    cells += QStringList{u"phone"_s, u"name"_s, u"status"_s};
    for (const QString &key : table.variables())
        cells << u"variable "_s + key;
    return cells + QStringList{u"sent_at"_s,   u"delivered_at"_s, u"read_at"_s,    u"responded_at"_s,
                               u"failed_at"_s, u"attempts"_s,     u"message_id"_s, u"error_code"_s,
                               u"error"_s,     u"advice"_s,       u"response"_s};
}

/// Writes one person after the other without a text more than the row needs.
class CsvPeople
{
public:
    CsvPeople(CsvWriter &writer, const PeopleTable &table)
        : m_writer{writer}
        , m_hasSeveral{table.hasSeveral()}
    {
        for (const QString &key : table.variables())
            m_keys.push_back(key.toUtf8());
        m_values.resize(m_keys.size());
    }

    void begin(const Campaign &campaign)
    {
        m_campaign = campaign.name.toUtf8();
        m_defaults.clear();
        m_fixed.clear();
        for (const QByteArray &key : m_keys) {
            // Until it is armed, only a person's own values count.
            const Variables known = campaign.frozenTemplate ? campaign.settings.defaults : Variables{};
            m_defaults.push_back(known.value(QString::fromUtf8(key)).toUtf8());
            const Variables fixed = campaign.frozenTemplate ? campaign.settings.fixedValues : Variables{};
            m_fixed.push_back(fixed.value(QString::fromUtf8(key)).toUtf8());
        }
    }

    Result<> write(const ExportedRecipient &person)
    {
        m_cells.clear();
        if (m_hasSeveral)
            m_cells.push_back(m_campaign);
        m_cells.insert(m_cells.end(), {person.phone, person.name, person.status});
        for (size_t i = 0; i < m_keys.size(); ++i) {
            m_values[i] = variableIn(person.variables, m_keys[i]);
            const QByteArray &own = m_values[i].isEmpty() ? m_defaults[i] : m_values[i];
            m_cells.push_back(m_fixed[i].isEmpty() ? own : m_fixed[i]);
        }
        for (size_t i = 0; i < m_times.size(); ++i) {
            m_times[i] = person.times[i] ? isoText(*person.times[i]) : QByteArray{};
            m_cells.push_back(m_times[i]);
        }
        m_attempts = QByteArray::number(person.attempts);
        m_cells.insert(m_cells.end(),
                       {m_attempts, person.messageId, person.errorCode, person.errorMessage,
                        person.errorAdvice, person.response});
        return m_writer.writeRow(m_cells);
    }

private:
    /// As toIsoText(); most people share their day with the one before.
    QByteArray isoText(qint64 milliseconds)
    {
        constexpr qint64 kDay = 86'400'000;
        const qint64 day = (milliseconds - (milliseconds < 0 ? kDay - 1 : 0)) / kDay;
        if (day != m_day || m_dayText.isEmpty()) {
            m_day = day;
            m_dayText = toIsoText(fromMilliseconds(day * kDay)).left(11).toUtf8(); // "2026-11-22T"
        }
        const auto rest = static_cast<int>(milliseconds - day * kDay);
        QByteArray text = m_dayText + "00:00:00.000Z";
        const auto put = [&](qsizetype at, int digits, int value) {
            for (qsizetype i = at + digits - 1; i >= at; --i, value /= 10)
                text[i] = static_cast<char>('0' + value % 10);
        };
        put(11, 2, rest / 3'600'000);
        put(14, 2, rest / 60'000 % 60);
        put(17, 2, rest / 1000 % 60);
        put(20, 3, rest % 1000);
        return text;
    }

    CsvWriter &m_writer;
    bool m_hasSeveral;
    std::vector<QByteArray> m_keys;
    std::vector<QByteArray> m_defaults;
    std::vector<QByteArray> m_fixed;
    std::vector<QByteArray> m_values;
    std::array<QByteArray, 5> m_times;
    std::vector<QByteArrayView> m_cells;
    QByteArray m_campaign;
    QByteArray m_attempts;
    QByteArray m_dayText;
    qint64 m_day = 0;
};

/// The sheets of a workbook, each filled from top to bottom.
class WorkbookReport
{
public:
    using Cell = WorkbookCell;
    using Look = WorkbookCell::Look;

    WorkbookReport(WorkbookWriter &book, const ClientReport &report, const PeopleTable &table)
        : m_report{report}
        , m_words{report}
        , m_table{table}
        , m_summary{book.addSheet(Words::tr("Summary"), {34, 16, 16, 40, 18})}
        , m_people{book.addTable(Words::tr("People"), peopleColumns())}
        , m_failures{book.addTable(Words::tr("Failures"), failureColumns())}
        , m_timeLine{book.addSheet(Words::tr("Over time"), {20, 12, 12, 12, 12, 12})}
    {
    }

    Result<> addPerson(const Campaign &campaign, const Recipient &person)
    {
        if (person.progress.status == RecipientStatus::Failed) {
            const RecipientError error = person.error.value_or(RecipientError{});
            const Result<> added = m_failures.addRow(
                {Cell::ofText(campaign.name), Cell::ofText(person.phone.e164()), Cell::ofText(person.name),
                 Cell::ofMoment(person.progress.failedAt), Cell::ofText(error.code),
                 Cell::ofText(error.message), Cell::ofText(error.advice), Cell::ofCount(person.attempts)});
            if (!added)
                return added;
        }
        const DeliveryProgress &progress = person.progress;
        std::vector<Cell> cells{Cell::ofText(campaign.name), Cell::ofText(person.phone.e164()),
                                Cell::ofText(person.name), Cell::ofText(toWord(progress.status))};
        for (const QString &key : m_table.variables())
            cells.push_back(Cell::ofText(person.variables.value(key)));
        for (const std::optional<UtcTime> &time : {progress.sentAt, progress.deliveredAt, progress.readAt,
                                                   progress.respondedAt, progress.failedAt})
            cells.push_back(Cell::ofMoment(time));
        cells.push_back(Cell::ofCount(person.attempts));
        cells.push_back(Cell::ofText(person.messageId));
        cells.push_back(Cell::ofText(person.response));
        return m_people.addRow(cells);
    }

    /// After the last person, when it is known which sheets there are.
    void addFigures()
    {
        addHead();
        addFunnel();
        addOutcomes();
        addCampaigns();
        addTimes();
        addReasons();
        addPrices();
        addMoney();
        addNotes();
        addTimeLine();
    }

    QStringList sheets() const { return m_people.sheetNames(); }

private:
    std::vector<WorkbookColumn> peopleColumns() const
    {
        std::vector<WorkbookColumn> columns{
            {Words::tr("Campaign"), 24},
            {Words::tr("Phone"),    18},
            {Words::tr("Name"),     24},
            {Words::tr("Status"),   13}
        };
        for (const QString &key : m_table.variables())
            columns.push_back({Words::tr("Variable %1").arg(key), 16});
        for (const QString &title : {Words::tr("Sent"), Words::tr("Delivered"), Words::tr("Read"),
                                     Words::tr("Answered"), Words::tr("Failed")})
            columns.push_back({title, 19});
        columns.push_back({Words::tr("Tries"), 8});
        columns.push_back({Words::tr("Message id"), 24});
        columns.push_back({Words::tr("Answer"), 40});
        return columns;
    }

    static std::vector<WorkbookColumn> failureColumns()
    {
        return {
            {Words::tr("Campaign"),   24},
            {Words::tr("Phone"),      18},
            {Words::tr("Name"),       24},
            {Words::tr("Failed"),     19},
            {Words::tr("Code"),       12},
            {Words::tr("Reason"),     44},
            {Words::tr("What to do"), 44},
            {Words::tr("Tries"),      8 }
        };
    }

    static Cell strong(const QString &text) { return Cell::ofText(text, Look::Bold); }
    void gap() { m_summary.addRow({}); }

    void addHead()
    {
        m_summary.addRow({Cell::ofText(m_report.title, Look::Title)});
        m_summary.addRow({Cell::ofText(u"%1 · %2"_s.arg(m_words.period(), m_words.state()), Look::Quiet)});
        if (const QString who = m_words.agency(); !who.isEmpty())
            m_summary.addRow({Cell::ofText(who, Look::Quiet)});
        m_summary.addRow({Cell::ofText(Words::tr("Made"), Look::Quiet), Cell::ofMoment(m_report.madeAt),
                          Cell::ofText(Words::tr("all times of %1").arg(m_words.zone()), Look::Quiet)});
        if (m_report.isPractice)
            m_summary.addRow({strong(Words::tr("Practice: nobody got a message."))});
        gap();
    }

    void addFunnel()
    {
        m_summary.addRow({strong(Words::tr("How far the message got")), strong(Words::tr("People")),
                          strong(Words::tr("Share")), strong(Words::tr("Of"))});
        WorkbookWriter::Sheet::Chart chart{.title = Words::tr("How far the message got")};
        for (const ReportStep &step : m_words.funnel(m_report.figures)) {
            const std::optional<double> share =
                step.ofWhat.isEmpty() ? std::nullopt : shareOf(step.people, step.whole);
            const int row = m_summary.addRow({Cell::ofText(step.name), Cell::ofCount(step.people),
                                              Cell::ofShare(share), Cell::ofText(step.ofWhat, Look::Quiet)});
            chart.firstRow = chart.lastRow == 0 ? row : chart.firstRow;
            chart.lastRow = row;
        }
        chart.series = {
            {Words::tr("People"), 1, m_report.look.accent}
        };
        m_summary.addChart(chart, m_summary, 1, 5);
        gap();
    }

    void addOutcomes()
    {
        const int total = m_report.figures.counts.total();
        m_summary.addRow({strong(Words::tr("What became of everybody")), strong(Words::tr("People")),
                          strong(Words::tr("Share"))});
        for (const ReportOutcome &outcome : m_words.outcomes(m_report.figures))
            m_summary.addRow({Cell::ofText(outcome.name), Cell::ofCount(outcome.people),
                              Cell::ofShare(shareOf(outcome.people, total)),
                              Cell::ofText(outcome.meaning, Look::Quiet)});
        m_summary.addRow({strong(Words::tr("Everybody")), Cell::ofCount(total, Look::Bold),
                          Cell::ofShare(shareOf(total, total))});
        gap();
    }

    void addCampaigns()
    {
        if (!m_table.hasSeveral())
            return;
        const bool withCosts = hasCosts(m_report);
        m_summary.addRow({strong(Words::tr("Campaign")), strong(Words::tr("People")),
                          strong(Words::tr("Delivered")), strong(Words::tr("Began")),
                          withCosts ? strong(Words::tr("Cost")) : Cell{}});
        for (const ReportedCampaign &campaign : m_report.campaigns)
            m_summary.addRow({Cell::ofText(campaign.name), Cell::ofCount(campaign.figures.counts.total()),
                              Cell::ofCount(campaign.figures.reached.delivered),
                              Cell::ofMoment(campaign.startedAt),
                              withCosts ? costCell(costOf(campaign), Look::Plain) : Cell{}});
        m_summary.addRow({strong(Words::tr("All campaigns")),
                          Cell::ofCount(m_report.figures.counts.total(), Look::Bold),
                          Cell::ofCount(m_report.figures.reached.delivered, Look::Bold), Cell{},
                          withCosts ? costCell(costOf(m_report), Look::Bold) : Cell{}});
        gap();
    }

    /// A number where it is exact, so that a spreadsheet can go on with it.
    Cell costCell(const ReportCost &cost, Look look) const
    {
        return cost.isWhole && cost.sums.size() == 1
            ? Cell::ofAmount(cost.sums.begin()->second, cost.sums.begin()->first, look)
            : Cell::ofText(m_words.cost(cost), look);
    }

    void addTimes()
    {
        const DeliveryTimes &times = m_report.figures.times;
        m_summary.addRow({strong(Words::tr("How long it took")), strong(Words::tr("Half within")),
                          strong(Words::tr("Nine of ten within"))});
        for (const auto &[name, time] : {
                 std::pair{Words::tr("Delivered"), times.toDeliver},
                 std::pair{Words::tr("Read"),      times.toRead   },
                 std::pair{Words::tr("Answered"),  times.toRespond}
        }) {
            if (time)
                m_summary.addRow(
                    {Cell::ofText(name), Cell::ofDuration(time->median), Cell::ofDuration(time->ninety)});
        }
        gap();
    }

    void addReasons()
    {
        if (m_report.figures.errors.empty())
            return;
        const int failed = m_report.figures.counts.of(RecipientStatus::Failed);
        m_summary.addRow({strong(Words::tr("Why people were not reached")), strong(Words::tr("People")),
                          strong(Words::tr("Of all failed")), strong(Words::tr("What to do"))});
        for (const ErrorCount &error : m_report.figures.errors)
            m_summary.addRow({Cell::ofText(error.message), Cell::ofCount(error.count),
                              Cell::ofShare(shareOf(error.count, failed)), Cell::ofText(error.advice)});
        gap();
    }

    void addPrices()
    {
        if (m_report.figures.prices.empty())
            return;
        m_summary.addRow(
            {strong(Words::tr("What was charged for")), strong(Words::tr("Delivered messages"))});
        for (const PricedMessages &price : m_report.figures.prices)
            m_summary.addRow({Cell::ofText(m_words.priceName(price)), Cell::ofCount(price.messages)});
        gap();
    }

    void addMoney()
    {
        const std::vector<MoneyLine> lines = m_words.money();
        if (lines.empty())
            return;
        m_summary.addRow({strong(m_words.moneyTitle())});
        for (const MoneyLine &line : lines)
            m_summary.addRow({Cell::ofText(line.name),
                              line.amount      ? Cell::ofAmount(*line.amount, line.currency)
                                  : line.share ? Cell::ofShare(line.share)
                                               : Cell::ofText(line.value)});
        gap();
    }

    void addNotes()
    {
        if (m_people.sheetNames().size() > 1) {
            m_summary.addRow({strong(
                Words::tr("The people are on %n sheets, because Excel takes 1,048,576 rows a sheet:", nullptr,
                          static_cast<int>(m_people.sheetNames().size())))});
            m_summary.addRow({Cell::ofText(m_people.sheetNames().join(u", "_s))});
            gap();
        }
        m_summary.addRow({strong(Words::tr("How these figures are counted"))});
        for (const ReportNote &note : m_words.method())
            m_summary.addRow({Cell::ofText(note.term), Cell::ofText(note.text, Look::Quiet)});
    }

    void addTimeLine()
    {
        m_timeLine.addRow({strong(Words::tr("Until")), strong(Words::tr("Sent")),
                           strong(Words::tr("Delivered")), strong(Words::tr("Read")),
                           strong(Words::tr("Answered")), strong(Words::tr("Failed"))});
        WorkbookWriter::Sheet::Chart chart{.kind = WorkbookWriter::Sheet::Chart::Kind::Lines,
                                           .title = Words::tr("People so far"),
                                           .firstRow = 1,
                                           .categoriesAreMoments = true};
        for (const TimeLinePoint &point : peopleSoFar(m_report.timeLine, m_report.step))
            chart.lastRow = m_timeLine.addRow({Cell::ofMoment(point.start), Cell::ofCount(point.sent),
                                               Cell::ofCount(point.delivered), Cell::ofCount(point.read),
                                               Cell::ofCount(point.responded), Cell::ofCount(point.failed)});
        if (chart.lastRow == 0)
            return;
        chart.series = {
            {Words::tr("Sent"),      1, 0x81798c},
            {Words::tr("Delivered"), 2, 0x1f85d2},
            {Words::tr("Read"),      3, 0x17458f},
            {Words::tr("Answered"),  4, 0x207d53},
            {Words::tr("Failed"),    5, 0xb52c1e}
        };
        m_timeLine.addChart(chart, m_timeLine, 1, 7);
    }

    const ClientReport &m_report;
    ReportWords m_words;
    const PeopleTable &m_table;
    WorkbookWriter::Sheet &m_summary;
    WorkbookWriter::Table &m_people;
    WorkbookWriter::Table &m_failures;
    WorkbookWriter::Sheet &m_timeLine;
};

} // namespace

Result<ExportedReport> writeCsvReport(Session &session, const ReportScope &scope, const QString &path,
                                      const CancelToken &cancel, const ReportDesk::Progress &progress,
                                      const ReportOptions &options)
{
    const Result<std::vector<Campaign>> campaigns = campaignsOf(session, scope);
    if (!campaigns)
        return campaigns.error();
    const PeopleTable table{session, *campaigns};
    Result<CsvWriter> writer = CsvWriter::open(path, {.byteOrderMark = options.byteOrderMark});
    if (!writer)
        return writer.error();
    if (const Result<> written = writer->writeRow(csvHeading(table)); !written)
        return written.error();
    CsvPeople rows{*writer, table};
    ExportedReport report{path, 0, false};
    Result<> written = Done{};
    for (const Campaign &campaign : *campaigns) {
        rows.begin(campaign);
        const Result<int> handedOver = exportRecipients(
            session.database(), campaign.id,
            [&](const ExportedRecipient &person) {
                written = rows.write(person);
                if (++report.rows % kPeoplePerProgress == 0 && progress)
                    progress(report.rows, table.people());
                return static_cast<bool>(written);
            },
            cancel);
        if (!handedOver)
            return handedOver.error();
        if (!written)
            return written.error();
    }
    report.wasCancelled = cancel.isCancelled();
    if (report.wasCancelled)
        return report;
    if (const Result<> committed = writer->commit(); !committed)
        return committed.error();
    return report;
}

Result<ExportedReport> writeWorkbookReport(Session &session, const ReportScope &scope, const QString &path,
                                           const CancelToken &cancel, const ReportDesk::Progress &progress,
                                           const ReportOptions &options)
{
    const Result<ClientReport> report = readReport(session, scope);
    if (!report)
        return report.error();
    Result<std::vector<Campaign>> campaigns = campaignsOf(session, scope);
    if (!campaigns)
        return campaigns.error();
    PeopleTable table{session, *std::move(campaigns)};
    WorkbookWriter::Options format{.zone = report->zone, .title = report->title};
    if (options.rowsOfASheet > 0)
        format.rowsOfASheet = options.rowsOfASheet;
    const Result<std::unique_ptr<WorkbookWriter>> book = WorkbookWriter::open(path, format);
    if (!book)
        return book.error();
    WorkbookReport sheets{**book, *report, table};
    const Result<qint64> people =
        table.forEach(cancel, progress, [&](const Campaign &campaign, const Recipient &person) {
            return sheets.addPerson(campaign, person);
        });
    if (!people)
        return people.error();
    sheets.addFigures();
    const Result<bool> isWritten = (*book)->commit(cancel);
    if (!isWritten)
        return isWritten.error();
    return ExportedReport{path, *people, !*isWritten, sheets.sheets()};
}
