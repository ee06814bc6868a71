#include "widgets/inbox/templateanswerdialog.h"

#include "presentation/wording.h"
#include "widgets/controls/button.h"
#include "widgets/controls/messagepreview.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int kPreviewHeight = 220;
}

TemplateAnswerDialog::TemplateAnswerDialog(const std::vector<MessageTemplate> &templates, const QString &name,
                                           QWidget *parent)
    : MessageDialog{tr("Send a template to %1").arg(name),
                    tr("Meta takes an approved template at any time. It costs what its category costs."),
                    parent}
    , m_name{name}
    , m_choice{new QComboBox}
    , m_fields{new QFormLayout}
    , m_preview{new MessagePreview}
{
    setAttribute(Qt::WA_DeleteOnClose);
    std::copy_if(templates.begin(), templates.end(), std::back_inserter(m_templates), isUsable);
    for (const MessageTemplate &one : m_templates)
        m_choice->addItem(tr("%1 · %2").arg(one.name, languageText(one.language)));
    m_choice->setObjectName(u"answerTemplateChoice"_s);
    m_choice->setAccessibleName(tr("Template"));
    m_preview->setFixedHeight(kPreviewHeight);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout{content};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_choice);
    column->addLayout(m_fields);
    column->addWidget(m_preview);
    addContent(content);
    addButton(tr("Cancel"), ButtonKind::Outlined, Rejected);
    m_send = addButton(tr("Send template"), ButtonKind::Primary, Accepted, true);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &TemplateAnswerDialog::showTemplate);
    connect(this, &QDialog::accepted, this, [this] {
        if (const MessageTemplate *chosen = current())
            emit templateChosen(chosen->name, chosen->language, values());
    });
    showTemplate();
}

bool TemplateAnswerDialog::isUsable(const MessageTemplate &messageTemplate)
{
    return messageTemplate.isSendable() && !messageTemplate.needsHeaderMedia()
        && messageTemplate.headerFormat != HeaderFormat::Location;
}

const MessageTemplate *TemplateAnswerDialog::current() const
{
    const int index = m_choice->currentIndex();
    return index < 0 ? nullptr : &m_templates[static_cast<size_t>(index)];
}

void TemplateAnswerDialog::showTemplate()
{
    while (m_fields->rowCount() > 0)
        m_fields->removeRow(0);
    m_values.clear();
    if (const MessageTemplate *chosen = current()) {
        for (const TemplateVariable &variable : chosen->variables()) {
            if (m_values.contains(variable.key))
                continue;
            auto *field = new QLineEdit;
            field->setObjectName(u"answerValue_"_s + variable.key);
            field->setPlaceholderText(variable.example);
            m_values.insert(variable.key, field);
            m_fields->addRow(variableLabel(variable), field);
            connect(field, &QLineEdit::textChanged, this, &TemplateAnswerDialog::refresh);
        }
    }
    refresh();
}

void TemplateAnswerDialog::refresh()
{
    const MessageTemplate *chosen = current();
    if (!chosen) {
        m_preview->clear(
            tr("There is no approved template that goes out with words alone. Sync the templates, or "
               "write one at Meta."));
        m_send->setEnabled(false);
        return;
    }
    const Variables filled = values();
    m_preview->setMessage(chosen->rendered(filled), chosen->buttons);
    m_send->setEnabled(std::all_of(m_values.begin(), m_values.end(), [](const QLineEdit *field) {
        return problemOfValue(field->text()) == ValueProblem::None;
    }));
}

Variables TemplateAnswerDialog::values() const
{
    Variables values;
    for (auto field = m_values.begin(); field != m_values.end(); ++field) {
        if (!(*field)->text().isEmpty())
            values.insert(field.key(), (*field)->text());
    }
    return values;
}
