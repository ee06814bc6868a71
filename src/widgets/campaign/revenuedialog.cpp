#include "widgets/campaign/revenuedialog.h"

#include "domain/money.h"
#include "widgets/controls/button.h"
#include "widgets/controls/formfield.h"

#include <QDateEdit>
#include <QLineEdit>

using namespace Qt::StringLiterals;

RevenueDialog::RevenueDialog(const QString &campaign, const QString &currency, const QDate &today, QWidget *parent)
    : MessageDialog{tr("What did “%1” bring in?").arg(campaign),
                    tr("One booking or sale that came because of it. Many at once: fanfare-cli revenue import FILE"),
                    parent}
    , m_amount{new QLineEdit}
    , m_amountField{new FormField{tr("Amount"), m_amount}}
    , m_phone{new QLineEdit}
    , m_phoneField{new FormField{tr("Paid by"), m_phone}}
    , m_day{new QDateEdit{today}}
{
    setObjectName(u"revenueDialog"_s);
    m_amount->setObjectName(u"revenueAmount"_s);
    m_amount->setPlaceholderText(currency.isEmpty() ? u"250.00 EUR"_s : u"250.00 "_s + currency);
    m_amountField->setRequired(true);
    m_amountField->setHint(currency.isEmpty() ? tr("With its currency, like 250 EUR")
                                              : tr("In %1, unless you write another currency").arg(currency));
    m_phone->setObjectName(u"revenuePhone"_s);
    m_phoneField->setHint(tr("The number of the person, if you know it"));
    m_day->setObjectName(u"revenueDay"_s);
    m_day->setCalendarPopup(true);
    m_day->setMaximumDate(today);
    addContent(m_amountField);
    addContent(m_phoneField);
    addContent(new FormField{tr("Day"), m_day});
    addButton(tr("Leave it"), ButtonKind::Outlined, QDialog::Rejected)->setObjectName(u"leaveRevenue"_s);
    Button *recordButton = addButton(tr("Record"), ButtonKind::Primary, QDialog::Accepted, true);
    recordButton->setObjectName(u"recordRevenue"_s);
    recordButton->disconnect(this); // it closes once it is stored
    connect(recordButton, &Button::clicked, this, &RevenueDialog::record);
    m_amount->setFocus(Qt::TabFocusReason);
}

void RevenueDialog::showProblem(const QString &sentence, bool isAboutPhone)
{
    m_amountField->setProblem(isAboutPhone ? QString{} : sentence);
    m_phoneField->setProblem(isAboutPhone ? sentence : QString{});
    (isAboutPhone ? m_phone : m_amount)->setFocus(Qt::TabFocusReason);
}

void RevenueDialog::record()
{
    const MoneyReading reading = readMoney(m_amount->text(), LonePoint::IsAmbiguous);
    if (!reading.amount) {
        showProblem(problemText(reading.problem), false);
        return;
    }
    emit recordWanted({m_amount->text().trimmed(), m_phone->text().trimmed(), m_day->date()});
}
