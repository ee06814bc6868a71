#include "widgets/wizard/budgetfield.h"

#include "widgets/controls/flowlayout.h"
#include "widgets/controls/textlabel.h"
#include "widgets/controls/toggleswitch.h"

#include <QDoubleSpinBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr double kUsual = 100;
constexpr double kMost = 999'999'999.99;
constexpr qint64 kHundredth = 10'000; // millionths

/// Exact: the field has two decimals, and a double holds many more.
Money moneyOf(double value)
{
    return {static_cast<qint64>(std::llround(value * 100)) * kHundredth};
}

} // namespace

BudgetField::BudgetField(QWidget *parent)
    : QWidget{parent}
    , m_switch{new ToggleSwitch{tr("Spend at most")}}
    , m_amount{new QDoubleSpinBox}
    , m_hint{new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text3}}
{
    m_switch->setObjectName(u"budgetSwitch"_s);
    m_amount->setObjectName(u"budgetAmount"_s);
    m_amount->setAccessibleName(tr("What the campaign may cost"));
    m_amount->setRange(0.01, kMost);
    m_amount->setDecimals(2);
    m_amount->setGroupSeparatorShown(true);
    m_amount->setValue(kUsual);
    m_hint->setWordWrap(true);
    m_hint->setObjectName(u"budgetHint"_s);
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(wrappingRow({m_switch, m_amount}));
    column->addWidget(m_hint);
    connect(m_switch, &ToggleSwitch::clicked, this, [this] {
        if (!m_switch->isChecked()) // a new one is in the currency of the present card
            m_given.reset();
        refresh();
        emit changed();
    });
    connect(m_amount, &QDoubleSpinBox::valueChanged, this, [this] {
        if (m_given) // another amount of the same money
            m_given->amount = moneyOf(m_amount->value());
        emit changed();
    });
    refresh();
}

void BudgetField::setCurrency(const std::optional<QString> &currency)
{
    m_currency = currency;
    refresh();
}

void BudgetField::setBudget(const std::optional<Budget> &budget)
{
    const QSignalBlocker blocker{m_amount};
    m_given = budget;
    m_switch->setChecked(budget.has_value());
    m_amount->setValue(budget ? budget->amount.approximate() : kUsual);
    refresh();
}

std::optional<Budget> BudgetField::budget() const
{
    if (!m_switch->isChecked())
        return std::nullopt;
    if (m_given)
        return m_given;
    return Budget{moneyOf(m_amount->value()), m_currency.value_or(QString{})};
}

void BudgetField::beginTyping()
{
    if (!m_amount->isEnabled()) {
        m_switch->setFocus(Qt::TabFocusReason);
        return;
    }
    m_amount->setFocus(Qt::TabFocusReason);
    m_amount->selectAll();
}

void BudgetField::refresh()
{
    const QString currency = m_given ? m_given->currency : m_currency.value_or(QString{});
    m_switch->setEnabled(m_currency || m_switch->isChecked());
    m_amount->setEnabled(m_switch->isChecked());
    m_amount->setSuffix(currency.isEmpty() ? QString{} : u"\u00a0"_s + currency);
    m_hint->setText(m_currency ? tr("The campaign pauses before this is passed, to the message.")
                               : tr("A budget needs Meta's rate card: import it in Settings, Rates."));
}
