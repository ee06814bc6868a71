#include "app/revenuecontroller.h"

#include "app/audiencereading.h"
#include "app/defaultsstore.h"
#include "app/windowwords.h"
#include "widgets/campaign/revenuedialog.h"
#include "widgets/controls/dialogs.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/backgrounddesk.h"
#include "workspace/session.h"

#include <QPointer>

using namespace Qt::StringLiterals;

struct RevenueController::Known
{
    QString currency;
    QString country; ///< of phone numbers without one
    QDate today;
};

RevenueController::RevenueController(const Workbench &bench, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
{
}

void RevenueController::ask(const Campaign &campaign)
{
    m_bench.desk.run(
        this,
        [account = campaign.accountId](Session &session) -> Result<Known> {
            const Result<std::optional<QString>> currency = session.costDesk().currencyOf(account);
            if (!currency)
                return currency.error();
            return Known{currency->value_or(QString{}), readSendingDefaults(session).country,
                         session.costDesk().dayOf(session.clock().now())};
        },
        [this, campaign](const Result<Known> &known) {
            if (known)
                open(campaign, *known);
            else
                tellError(&m_bench.window, tr("Revenue cannot be recorded"), inWindowWords(known.error()));
        });
}

void RevenueController::open(const Campaign &campaign, const Known &known)
{
    auto *dialog = new RevenueDialog{campaign.name, known.currency, known.today, &m_bench.window};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RevenueDialog::recordWanted, this,
            [this, dialog, campaign, country = known.country](const RevenueInput &input) {
                record(*dialog, campaign, input, country);
            });
    dialog->open();
}

void RevenueController::record(RevenueDialog &dialog, const Campaign &campaign, const RevenueInput &input,
                               const QString &country)
{
    RevenueEntry entry{campaign.id, input.amount, {}, {}};
    if (!input.phone.isEmpty()) {
        const TypedPhone typed = readTypedPhone(input.phone, country);
        if (typed.phone.isEmpty()) {
            dialog.showProblem(typed.problem, true);
            return;
        }
        entry.phone = typed.phone;
    }
    m_bench.desk.run(
        this,
        [entry, day = input.day](Session &session) {
            RevenueEntry complete = entry;
            if (day != session.costDesk().dayOf(session.clock().now()))
                complete.at = fromDateTime(day.startOfDay(session.timeZone()));
            return session.revenueDesk().add(complete);
        },
        [this, campaign, dialog = QPointer{&dialog}](const Result<NewRevenue> &added) {
            if (!added) {
                if (dialog)
                    dialog->showProblem(inWindowWords(added.error()).message,
                                        added.error().code == "no_recipient"_L1);
                return;
            }
            if (dialog)
                dialog->accept();
            emit recorded(campaign.id, tr("%1 recorded").arg(shownMoney(added->amount, added->currency)));
        });
}
