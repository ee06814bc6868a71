#include "widgets/pages/contactformdialog.h"

#include "presentation/attributetext.h"
#include "presentation/contacttablemodel.h"
#include "widgets/controls/button.h"
#include "widgets/controls/formfield.h"
#include "widgets/theme/typography.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostHeight = 440; ///< of the fields; more of them scroll

} // namespace

ContactFormDialog::ContactFormDialog(const std::vector<Attribute> &attributes, QWidget *parent)
    : MessageDialog{tr("Who is it?"), tr("The person comes into the contact book. Nothing is sent."), parent}
    , m_attributes{attributes}
    , m_isNew{true}
{
    build({});
}

ContactFormDialog::ContactFormDialog(const Contact &contact, const std::vector<Attribute> &attributes,
                                     const PhoneFormat &phoneFormat, QWidget *parent)
    : MessageDialog{tr("What has changed?"), phoneText(contact.phone, phoneFormat), parent}
    , m_attributes{attributes}
    , m_isNew{false}
{
    build(contact);
}

ContactForm ContactFormDialog::form() const
{
    ContactForm form;
    form.phone = m_phone ? m_phone->text().trimmed() : QString{};
    form.name = m_name->text().simplified();
    form.tags = tagsIn(m_tags->text());
    for (const Value &value : m_values) {
        const std::optional<QString> stored = value.stored();
        form.attributes.insert(value.attribute.name, stored.value_or(QString{}));
        if (value.isNew && stored && !stored->isEmpty())
            form.newAttributes.push_back(value.attribute);
    }
    return form;
}

void ContactFormDialog::showPhoneProblem(const QString &sentence)
{
    m_save->setEnabled(true);
    if (!m_phoneField || sentence.isEmpty())
        return;
    m_phoneField->setProblem(sentence);
    m_phone->setFocus(Qt::OtherFocusReason);
    m_phone->selectAll();
}

std::optional<QString> ContactFormDialog::Value::stored() const
{
    return field->text() == attributeText(before, attribute.type)
        ? std::optional{before}
        : readAttribute(field->text(), attribute.type);
}

void ContactFormDialog::showEvent(QShowEvent *event)
{
    fitHeight();
    MessageDialog::showEvent(event);
}

void ContactFormDialog::build(const Contact &contact)
{
    setObjectName(u"contactForm"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_fields = new QWidget;
    auto *column = new QVBoxLayout{m_fields};
    column->setContentsMargins(2, 2, 2, 2); // room for the ring of the focus
    column->setSpacing(16);
    if (m_isNew) {
        m_phone = new QLineEdit;
        m_phone->setObjectName(u"phoneField"_s);
        m_phoneField = new FormField{tr("Phone"), m_phone};
        m_phoneField->setRequired(true);
        m_phoneField->setHint(tr("With the country code, such as %1").arg(isolated(u"+34 600 000 000"_s)));
        column->addWidget(m_phoneField);
    }
    m_name = new QLineEdit{contact.name};
    m_name->setObjectName(u"nameField"_s);
    column->addWidget(new FormField{tr("Name"), m_name});
    m_tags = new QLineEdit{contact.tags.join(u", "_s)};
    m_tags->setObjectName(u"tagsField"_s);
    auto *tags = new FormField{tr("Tags"), m_tags};
    tags->setHint(tr("Separated by commas"));
    column->addWidget(tags);
    m_valueColumn = new QVBoxLayout;
    m_valueColumn->setSpacing(16);
    column->addLayout(m_valueColumn);
    column->addWidget(makeAdding());

    m_area = new QScrollArea;
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->viewport()->setAutoFillBackground(false);
    m_area->setWidget(m_fields);
    m_fields->setAutoFillBackground(false);
    for (auto value = contact.attributes.begin(); value != contact.attributes.end(); ++value) {
        const auto known = std::find_if(m_attributes.begin(), m_attributes.end(),
                                        [&](const Attribute &a) { return a.name == value.key(); });
        addValue(known == m_attributes.end() ? Attribute{value.key(), AttributeType::Text} : *known, *value,
                 false);
    }
    offerAttributes();
    addContent(m_area);
    addButton(tr("Cancel"), ButtonKind::Outlined, QDialog::Rejected);
    m_save =
        addButton(m_isNew ? tr("Add person") : tr("Save changes"), ButtonKind::Primary, QDialog::Accepted);
    m_save->setObjectName(u"saveContact"_s);
    m_save->disconnect(this); // what is written is checked first
    m_save->setDefault(true);
    connect(m_save, &Button::clicked, this, &ContactFormDialog::submit);
    (m_isNew ? m_phone : m_name)->setFocus();
}

QWidget *ContactFormDialog::makeAdding()
{
    m_newName = new QComboBox;
    m_newName->setObjectName(u"newAttribute"_s);
    m_newName->setEditable(true);
    m_newName->setInsertPolicy(QComboBox::NoInsert);
    m_newName->lineEdit()->setPlaceholderText(tr("City, birthday, visits, …"));
    m_newType = new QComboBox;
    m_newType->setObjectName(u"newAttributeType"_s);
    m_newType->setAccessibleName(tr("Kind of the value"));
    for (const AttributeType type : {AttributeType::Text, AttributeType::Number, AttributeType::Date})
        m_newType->addItem(wordFor(type), static_cast<int>(type));
    m_addValue = new Button{tr("Add"), ButtonKind::Outlined, u"plus"_s};
    m_addValue->setObjectName(u"addAttribute"_s);
    m_addValue->setAutoDefault(false);
    auto *adding = new QWidget;
    auto *row = new QHBoxLayout{adding};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_newName, 1);
    row->addWidget(m_newType);
    row->addWidget(m_addValue);
    adding->setFocusProxy(m_newName);
    connect(m_addValue, &Button::clicked, this, &ContactFormDialog::addAttribute);
    connect(m_newName, &QComboBox::currentTextChanged, this, [this](const QString &name) {
        const auto known = std::find_if(m_attributes.begin(), m_attributes.end(),
                                        [&](const Attribute &a) { return a.name == name.simplified(); });
        m_newType->setEnabled(known == m_attributes.end());
        if (known != m_attributes.end())
            m_newType->setCurrentIndex(m_newType->findData(static_cast<int>(known->type)));
        m_addValue->setEnabled(!name.trimmed().isEmpty());
    });
    m_addValue->setEnabled(false);
    return new FormField{tr("One more attribute"), adding};
}

void ContactFormDialog::addValue(const Attribute &attribute, const QString &value, bool isNew)
{
    auto *field = new QLineEdit{attributeText(value, attribute.type)};
    field->setObjectName(u"value_"_s + attribute.name);
    auto *labelled = new FormField{attribute.name, field};
    labelled->setHint(attributeHint(attribute.type));
    connect(field, &QLineEdit::textEdited, labelled, [labelled] { labelled->setProblem({}); });
    m_valueColumn->addWidget(labelled);
    m_values.push_back({attribute, field, labelled, value, isNew});
}

void ContactFormDialog::addAttribute()
{
    const QString name = m_newName->currentText().simplified();
    if (name.isEmpty())
        return;
    const auto shown = std::find_if(m_values.begin(), m_values.end(),
                                    [&](const Value &value) { return value.attribute.name == name; });
    if (shown == m_values.end()) {
        const bool isNew = std::none_of(m_attributes.begin(), m_attributes.end(),
                                        [&](const Attribute &a) { return a.name == name; });
        addValue({name, static_cast<AttributeType>(m_newType->currentData().toInt())}, {}, isNew);
        offerAttributes();
        m_values.back().field->setFocus(Qt::OtherFocusReason);
        fitHeight();
        m_area->ensureWidgetVisible(m_values.back().labelled);
    } else {
        shown->field->setFocus(Qt::OtherFocusReason);
    }
    m_newName->clearEditText();
}

void ContactFormDialog::offerAttributes()
{
    m_newName->clear();
    for (const Attribute &attribute : m_attributes) {
        if (std::none_of(m_values.begin(), m_values.end(),
                         [&](const Value &value) { return value.attribute == attribute; }))
            m_newName->addItem(attribute.name);
    }
    m_newName->setCurrentIndex(-1);
    m_newName->clearEditText();
}

void ContactFormDialog::fitHeight()
{
    m_area->setFixedHeight(std::min(m_fields->sizeHint().height(), scaledWithText(kMostHeight)));
}

void ContactFormDialog::submit()
{
    if (m_isNew && form().phone.isEmpty()) {
        showPhoneProblem(tr("Give the number, with its country code"));
        return;
    }
    for (const Value &value : m_values) {
        if (value.stored())
            continue;
        value.labelled->setProblem(
            value.attribute.type == AttributeType::Date
                ? tr("This is no date. %1").arg(attributeHint(AttributeType::Date))
                : tr("This is no number. %1").arg(attributeHint(AttributeType::Number)));
        value.field->setFocus(Qt::OtherFocusReason);
        m_area->ensureWidgetVisible(value.labelled);
        return;
    }
    if (m_isNew)
        m_save->setEnabled(false); // until it is stored, or told why not
    emit submitted(form());
    if (!m_isNew)
        accept();
}
