#include "app/reportscontroller.h"

#include "app/audiencereading.h"
#include "app/resultsexport.h"
#include "widgets/controls/dialogs.h"
#include "widgets/pages/reportspanel.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/backgrounddesk.h"
#include "workspace/reportschedule.h"
#include "workspace/session.h"

#include <QFileDialog>
#include <QFileInfo>

#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

ReportStyle styleOf(const ReportLook &look)
{
    return {look.agency, look.logo, QColor{look.accent}, look.paper == ReportLook::Paper::Letter,
            look.marksTables};
}

ReportLook lookOf(const ReportStyle &style)
{
    return {style.agency, style.logo, style.accent.rgb(),
            style.isLetter ? ReportLook::Paper::Letter : ReportLook::Paper::A4, style.marksTables};
}

/// Reports are due at midnight; a laptop may sleep then.
constexpr auto kLookEvery = 5min;

ReportPlan planOf(const ReportSchedule &schedule)
{
    const auto has = [&](ReportFormat format) {
        return std::find(schedule.formats.begin(), schedule.formats.end(), format) != schedule.formats.end();
    };
    ReportPlan plan;
    plan.every = schedule.every == ReportSchedule::Every::Week ? ReportPlan::Every::Week
        : schedule.every == ReportSchedule::Every::Month       ? ReportPlan::Every::Month
                                                               : ReportPlan::Every::Never;
    plan.folder = schedule.folder;
    plan.asPdf = has(ReportFormat::Pdf);
    plan.asWorkbook = has(ReportFormat::Workbook);
    plan.asTable = has(ReportFormat::Csv);
    plan.nextEnd = schedule.nextEnd();
    plan.problem = schedule.problem;
    return plan;
}

ReportSchedule scheduleOf(const ReportPlan &plan)
{
    ReportSchedule schedule;
    schedule.every = plan.every == ReportPlan::Every::Week ? ReportSchedule::Every::Week
        : plan.every == ReportPlan::Every::Month           ? ReportSchedule::Every::Month
                                                           : ReportSchedule::Every::Never;
    schedule.folder = plan.folder;
    schedule.formats.clear();
    for (const auto &[isWanted, format] : {
             std::pair{plan.asPdf,      ReportFormat::Pdf     },
             std::pair{plan.asWorkbook, ReportFormat::Workbook},
             std::pair{plan.asTable,    ReportFormat::Csv     }
    }) {
        if (isWanted)
            schedule.formats.push_back(format);
    }
    return schedule;
}

} // namespace

ReportsController::ReportsController(const Workbench &bench, ReportsPanel &panel, ResultsExport &exports,
                                     QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_panel{panel}
{
    const QDate today = toDateTime(bench.clock.now()).toLocalTime().date();
    panel.setPeriod(QDate{today.year(), today.month(), 1}, today);
    connect(&panel, &ReportsPanel::logoWanted, this, &ReportsController::chooseLogo);
    connect(&panel, &ReportsPanel::periodReportWanted, &exports, &ResultsExport::beginPeriod);
    connect(&panel, &ReportsPanel::styleChanged, this, [this](const ReportStyle &style) {
        m_bench.desk.run(
            this, [style](Session &session) { return session.reportDesk().setLook(lookOf(style)); },
            [this](const Result<> &stored) {
                if (!stored)
                    tellError(&m_bench.window, tr("The look of the reports was not saved"), stored.error());
            });
    });
    connect(&panel, &ReportsPanel::planChanged, this, &ReportsController::keepPlan);
    connect(&panel, &ReportsPanel::folderWanted, this, &ReportsController::chooseFolder);
    connect(&panel, &ReportsPanel::stopWritingRequested, this, &ReportsController::stopWriting);
    connect(&m_timer, &QTimer::timeout, this, &ReportsController::writeDue);
    m_timer.start(kLookEvery);
    load();
    writeDue();
}

void ReportsController::chooseFolder(const ReportPlan &plan)
{
    auto *dialog = new QFileDialog{&m_bench.window, tr("Where reports go"), plan.folder};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, plan](const QString &folder) {
        ReportPlan chosen = plan;
        chosen.folder = folder;
        keepPlan(chosen);
    });
    dialog->open();
}

void ReportsController::keepPlan(const ReportPlan &plan)
{
    // What is written after the old plan is nobody's wish any more.
    m_isStopped = false;
    if (m_writing)
        m_writing->cancel();
    m_bench.desk.run(
        this,
        [wanted = scheduleOf(plan)](Session &session) {
            return ReportScheduler{session}.set(wanted.every, wanted.folder, wanted.formats);
        },
        [this](const Result<ReportSchedule> &kept) {
            m_isAgainWanted = m_writing.has_value();
            writeDue();
            if (kept)
                return showSchedule(*kept);
            tellError(&m_bench.window, tr("The reports were not planned"), kept.error());
            loadSchedule();
        });
}

void ReportsController::showSchedule(const ReportSchedule &schedule)
{
    m_panel.setPlan(planOf(schedule));
    if (!schedule.problem.isEmpty() && schedule.problem != m_problem)
        emit done(tr("A report could not be written: %1").arg(schedule.problem));
    m_problem = schedule.problem;
}

void ReportsController::loadSchedule()
{
    m_bench.desk.run(
        this, [](Session &session) { return ReportScheduler{session}.schedule(); },
        [this](const Result<ReportSchedule> &schedule) {
            if (schedule)
                showSchedule(*schedule);
        });
}

void ReportsController::writeDue()
{
    if (m_writing || m_isStopped)
        return;
    m_writing = m_bench.desk.runAside(
        this,
        [this, guard = QPointer<QObject>{this}, &desk = m_bench.desk](Session &session,
                                                                      const CancelToken &cancel) {
            Seldom seldom;
            return ReportScheduler{session}.writeDue(cancel, [&](qint64 people, qint64 total) {
                if (seldom.isTime())
                    desk.report(guard, [this, people, total] { m_panel.showWriting(people, total); });
            });
        },
        [this](const Result<ScheduledReports> &written) {
            m_writing.reset();
            m_panel.hideWriting();
            if (written)
                sayWritten(*written);
            loadSchedule();
            if (std::exchange(m_isAgainWanted, false))
                writeDue();
        });
}

void ReportsController::stopWriting()
{
    m_isStopped = true;
    if (m_writing)
        m_writing->cancel();
    emit done(tr("The report was stopped. It is written when you open Fanfare the next time."));
}

void ReportsController::sayWritten(const ScheduledReports &reports)
{
    if (reports.files.empty())
        return;
    const QString last = QFileInfo{reports.files.back().report.path}.fileName();
    const auto others = static_cast<int>(reports.files.size()) - 1;
    emit done(others == 0 ? tr("A report was written: %1").arg(last)
                          : tr("Reports were written: %1 and %n more", nullptr, others).arg(last));
}

void ReportsController::load()
{
    m_bench.desk.run(
        this, [](Session &session) { return session.reportDesk().look(); },
        [this](const Result<ReportLook> &look) {
            if (look)
                m_panel.setStyle(styleOf(*look));
            else
                tellError(&m_bench.window, tr("The look of the reports could not be read"), look.error());
        });
}

void ReportsController::chooseLogo()
{
    auto *dialog =
        new QFileDialog{&m_bench.window, tr("Choose a logo"), {}, tr("Pictures (*.png *.jpg *.jpeg)")};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_bench.desk.run(
            this,
            [path](Session &session) -> Result<ReportLook> {
                const Result<QByteArray> logo = ReportDesk::readLogo(path);
                if (!logo)
                    return logo.error();
                Result<ReportLook> look = session.reportDesk().look();
                if (!look)
                    return look;
                look->logo = *logo;
                if (const Result<> stored = session.reportDesk().setLook(*look); !stored)
                    return stored.error();
                return look;
            },
            [this](const Result<ReportLook> &look) {
                if (look)
                    m_panel.setStyle(styleOf(*look));
                else
                    tellError(&m_bench.window, tr("The logo was not taken"), look.error());
            });
    });
    dialog->open();
}
