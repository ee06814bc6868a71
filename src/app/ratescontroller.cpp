#include "app/ratescontroller.h"

#include "app/windowwords.h"
#include "widgets/controls/dialogs.h"
#include "widgets/pages/ratesimportdialog.h"
#include "widgets/pages/ratespanel.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/backgrounddesk.h"
#include "workspace/session.h"

#include <QFileDialog>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

/// The cards with which of each currency is in force.
Result<std::vector<RateCardView>> readCards(Session &session)
{
    const Result<std::vector<RateCard>> cards = session.rateCards().list();
    if (!cards)
        return cards.error();
    const QDate today = session.costDesk().dayOf(session.clock().now());
    std::vector<RateCardView> views;
    for (const RateCard &card : *cards)
        views.push_back({card, isInForce(card, *cards, today)});
    return views;
}

RatesFileView viewOf(const QString &path, const RatesImport &found)
{
    RatesFileView view;
    view.fileName = QFileInfo{path}.fileName();
    view.currency = found.currency;
    if (found.effective.isValid())
        view.effective = found.effective;
    view.markets = static_cast<int>(found.markets.size());
    view.prices = found.prices;
    for (const RefusedRow &row : found.refused)
        view.refused.push_back(
            row.value.isEmpty() ? RatesController::tr("Row %1: %2").arg(QString::number(row.row), row.message)
                                : RatesController::tr("Row %1: %2 (%3)")
                                      .arg(QString::number(row.row), row.message, row.value));
    return view;
}

} // namespace

RatesController::RatesController(const Workbench &bench, RatesPanel &panel, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_panel{panel}
{
    connect(&panel, &RatesPanel::importRequested, this, &RatesController::chooseFile);
    connect(&panel, &RatesPanel::removeRequested, this, &RatesController::remove);
    load();
}

void RatesController::load()
{
    m_bench.desk.run(
        this, [](Session &session) { return readCards(session); },
        [this](const Result<std::vector<RateCardView>> &cards) {
            if (cards)
                m_panel.setCards(*cards);
            else
                tellError(&m_bench.window, tr("The rate cards could not be read"),
                          inWindowWords(cards.error()));
        });
}

void RatesController::chooseFile()
{
    auto *dialog = new QFileDialog{&m_bench.window, tr("Choose a rate card"), m_lastFolder};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables (*.csv *.tsv *.txt *.xlsx)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &RatesController::examine);
    dialog->open();
}

void RatesController::examine(const QString &path)
{
    m_lastFolder = QFileInfo{path}.path();
    m_bench.desk.run(
        this, [path](Session &session) { return session.costDesk().examineRates({.path = path}); },
        [this, path](const Result<RatesImport> &found) {
            if (found)
                offer(path, *found);
            else
                tellError(&m_bench.window, tr("The file was not imported"), inWindowWords(found.error()));
        });
}

void RatesController::offer(const QString &path, const RatesImport &found)
{
    auto *dialog = new RatesImportDialog{viewOf(path, found), &m_bench.window};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        dialog, &RatesImportDialog::importWanted, this,
        [this, path](const QString &currency, const QDate &effective) { take(path, currency, effective); });
    dialog->open();
}

void RatesController::take(const QString &path, const QString &currency, const QDate &effective)
{
    m_bench.desk.run(
        this,
        [path, currency, effective](Session &session) {
            return session.costDesk().importRates(
                {.path = path, .currency = currency, .effective = effective});
        },
        [this](const Result<RatesImport> &imported) {
            if (!imported) {
                tellError(&m_bench.window, tr("The file was not imported"), inWindowWords(imported.error()));
                return;
            }
            load();
            emit ratesChanged();
            emit done(tr("The rate card in %1 is imported").arg(imported->currency));
        });
}

void RatesController::remove(qint64 card)
{
    m_bench.desk.run(
        this, [card](Session &session) { return session.rateCards().remove(card); },
        [this](const Result<> &removed) {
            if (!removed)
                tellError(&m_bench.window, tr("The rate card was not removed"),
                          inWindowWords(removed.error()));
            load();
            emit ratesChanged();
        });
}
