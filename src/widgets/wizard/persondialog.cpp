#include "widgets/wizard/persondialog.h"

#include "presentation/wording.h"
#include "widgets/controls/button.h"
#include "widgets/controls/formfield.h"
#include "widgets/controls/textlabel.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

PersonDialog::PersonDialog(const std::vector<TemplateVariable> &variables, const Variables &defaults, QWidget *parent)
    : MessageDialog{tr("Add one person"), tr("The number is checked before the person is added."), parent}
    , m_phone{new QLineEdit}
    , m_phoneField{new FormField{tr("Phone"), m_phone}}
    , m_name{new QLineEdit}
    , m_done{new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Green}}
{
    m_phone->setObjectName(u"personPhone"_s);
    m_phone->setPlaceholderText(tr("+34 600 000 274"));
    m_name->setObjectName(u"personName"_s);
    m_phoneField->setRequired(true);
    addContent(m_phoneField);
    addContent(new FormField{tr("Name"), m_name});
    for (const TemplateVariable &variable : variables) {
        auto *value = new QLineEdit;
        value->setObjectName(u"personValue_"_s + variable.key);
        const QString fallback = defaults.value(variable.key);
        value->setPlaceholderText(fallback.isEmpty() ? variable.example : tr("Empty: %1").arg(fallback));
        m_values.emplace_back(variable.key, value);
        addContent(new FormField{variableLabel(variable), value});
    }
    m_done->hide();
    addContent(m_done);
    addButton(tr("Close"), ButtonKind::Outlined, QDialog::Accepted);
    m_addButton = addButton(tr("Add person"), ButtonKind::Primary, QDialog::Accepted, true);
    m_addButton->setObjectName(u"addPersonNow"_s);
    m_addButton->disconnect(this); // adding keeps the dialog open
    connect(m_addButton, &Button::clicked, this, &PersonDialog::add);
    m_phone->setFocus(Qt::TabFocusReason);
}

void PersonDialog::showAdded()
{
    m_addButton->setEnabled(true);
    m_phoneField->setProblem({});
    m_done->setText(tr("%1 was added.").arg(m_lastAdded));
    m_done->show();
    m_phone->clear();
    m_name->clear();
    for (const auto &[key, value] : m_values)
        value->clear();
    m_phone->setFocus(Qt::TabFocusReason);
}

void PersonDialog::showProblem(const QString &sentence)
{
    m_addButton->setEnabled(true);
    m_done->hide();
    m_phoneField->setProblem(sentence);
    m_phone->setFocus(Qt::TabFocusReason);
    m_phone->selectAll();
}

void PersonDialog::add()
{
    PersonEntry person{m_phone->text().trimmed(), m_name->text().trimmed(), {}};
    if (person.phone.isEmpty()) {
        showProblem(tr("Type the number first"));
        return;
    }
    for (const auto &[key, value] : m_values) {
        if (!value->text().isEmpty())
            person.values.insert(key, value->text());
    }
    m_lastAdded = person.name.isEmpty() ? isolated(person.phone) : person.name;
    m_addButton->setEnabled(false);
    emit addRequested(person);
}
