#include "widgets/inbox/templateanswerdialog.h"

#include "presentation/wording.h"
#include "widgets/controls/button.h"
#include "widgets/controls/messagepreview.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
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
            emit templateChosen({chosen->name, chosen->language, values(), headerMedia()});
    });
    showTemplate();
}

bool TemplateAnswerDialog::isUsable(const MessageTemplate &messageTemplate)
{
    return messageTemplate.isSendable() && messageTemplate.headerFormat != HeaderFormat::Location;
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
    m_file = nullptr;
    if (const MessageTemplate *chosen = current()) {
        if (chosen->needsHeaderMedia())
            addFileField();
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
            tr("There is no approved template that can be sent from here. Sync the templates, or write one "
               "at Meta."));
        m_send->setEnabled(false);
        return;
    }
    const Variables filled = values();
    m_preview->setMessage(chosen->rendered(filled), chosen->buttons);
    const bool isFilledIn = std::all_of(m_values.begin(), m_values.end(), [](const QLineEdit *field) {
        return problemOfValue(field->text()) == ValueProblem::None;
    });
    m_send->setEnabled(isFilledIn && (!m_file || !headerMedia().isEmpty()));
}

void TemplateAnswerDialog::addFileField()
{
    m_file = new QLineEdit;
    m_file->setObjectName(u"answerHeaderFile"_s);
    m_file->setPlaceholderText(tr("File, link or media number"));
    auto *choose = new Button{tr("Choose…"), ButtonKind::Outlined, u"file"_s};
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout{row};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_file, 1);
    layout->addWidget(choose);
    m_fields->addRow(tr("File for the header"), row);
    connect(m_file, &QLineEdit::textChanged, this, &TemplateAnswerDialog::refresh);
    connect(choose, &Button::clicked, this, &TemplateAnswerDialog::chooseFile);
}

void TemplateAnswerDialog::chooseFile()
{
    auto *dialog = new QFileDialog{this, tr("Choose the file for the header")};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    dialog->open();
}

QString TemplateAnswerDialog::headerMedia() const
{
    return m_file ? m_file->text().trimmed() : QString{};
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
