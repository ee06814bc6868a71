#include "app/reportscontroller.h"

#include "app/resultsexport.h"
#include "widgets/controls/dialogs.h"
#include "widgets/pages/reportspanel.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/backgrounddesk.h"
#include "workspace/session.h"

#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace {

ReportStyle styleOf(const ReportLook &look)
{
    return {look.agency, look.logo, QColor{look.accent}, look.paper == ReportLook::Paper::Letter};
}

ReportLook lookOf(const ReportStyle &style)
{
    return {style.agency, style.logo, style.accent.rgb(),
            style.isLetter ? ReportLook::Paper::Letter : ReportLook::Paper::A4};
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
    load();
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
