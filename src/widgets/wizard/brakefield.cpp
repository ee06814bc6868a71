#include "widgets/wizard/brakefield.h"

#include "widgets/controls/flowlayout.h"
#include "widgets/controls/textlabel.h"
#include "widgets/controls/toggleswitch.h"

#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

BrakeField::BrakeField(QWidget *parent)
    : QWidget{parent}
    , m_switch{new ToggleSwitch{tr("Pause when more than")}}
    , m_percent{new QSpinBox}
    , m_last{new QSpinBox}
{
    m_switch->setObjectName(u"brakeSwitch"_s);
    m_percent->setRange(1, 100);
    m_percent->setSuffix(tr(" %", "behind a number of percent"));
    m_percent->setAccessibleName(tr("Percent that may fail"));
    m_last->setRange(1, 100'000);
    m_last->setGroupSeparatorShown(true);
    m_last->setAccessibleName(tr("Of how many messages"));
    auto *hint = new TextLabel{tr("You are told at once, and nothing more leaves until you resume."),
                               TypeRole::Label, TextLabel::Ink::Text3};
    hint->setWordWrap(true);
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(wrappingRow(
        {m_switch, m_percent, new TextLabel{tr("of the last")}, m_last, new TextLabel{tr("messages fail")}}));
    column->addWidget(hint);
    connect(m_switch, &ToggleSwitch::clicked, this, [this] {
        refresh();
        emit changed();
    });
    connect(m_percent, &QSpinBox::valueChanged, this, &BrakeField::changed);
    connect(m_last, &QSpinBox::valueChanged, this, &BrakeField::changed);
    setBrake({});
}

void BrakeField::setBrake(const SafetyBrake &brake)
{
    const QSignalBlocker quietPercent{m_percent};
    const QSignalBlocker quietLast{m_last};
    m_given = brake;
    m_switch->setChecked(brake.isOn);
    m_percent->setValue(brake.percent);
    m_last->setValue(brake.last);
    refresh();
}

SafetyBrake BrakeField::brake() const
{
    SafetyBrake brake = m_given;
    brake.isOn = m_switch->isChecked();
    brake.percent = m_percent->value();
    brake.last = m_last->value();
    brake.fewest = std::min(SafetyBrake{}.fewest, brake.last);
    return brake;
}

void BrakeField::refresh()
{
    m_percent->setEnabled(m_switch->isChecked());
    m_last->setEnabled(m_switch->isChecked());
}
