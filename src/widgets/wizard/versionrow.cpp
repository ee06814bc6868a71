#include "widgets/wizard/versionrow.h"

#include "presentation/wording.h"
#include "widgets/controls/button.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/textlabel.h"
#include "widgets/controls/toggleswitch.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kLetter = 20;
constexpr int kControl = 32;
constexpr int kTemplate = 220;
constexpr int kKey = 150;
constexpr int kValue = 120;

/// Of a template in a list of them.
QString keyOf(const QString &name, const QString &language)
{
    return name + u'/' + language;
}

} // namespace

VersionRow::VersionRow(QWidget *parent)
    : QWidget{parent}
    , m_letter{new TextLabel{{}, TypeRole::BodyBold}}
    , m_template{new QComboBox}
    , m_key{new QComboBox}
    , m_value{new QLineEdit}
    , m_ownTime{new ToggleSwitch{tr("Time of its own")}}
    , m_time{new QDateTimeEdit}
    , m_remove{Button::iconOnly(u"close"_s, tr("Remove this version"))}
{
    m_letter->setFixedSize(scaledWithText(kLetter), scaledWithText(kControl));
    m_template->setMinimumWidth(scaledWithText(kTemplate));
    m_template->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_key->setMinimumWidth(scaledWithText(kKey));
    m_key->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_value->setMinimumWidth(scaledWithText(kValue));
    m_value->setPlaceholderText(tr("for everybody"));
    m_time->setCalendarPopup(true);
    m_time->setDisplayFormat(tr("ddd d MMM yyyy, HH:mm", "Qt date format"));
    m_remove->setSmall(true);

    auto *controls = new QWidget;
    auto *flow = new FlowLayout{8, 8, controls};
    for (QWidget *control : std::initializer_list<QWidget *>{m_template, m_key, m_value, m_ownTime, m_time})
        flow->addWidget(control);
    auto *row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_letter, 0, Qt::AlignTop);
    row->addWidget(controls, 1);
    row->addWidget(m_remove, 0, Qt::AlignTop);

    connect(m_template, &QComboBox::currentIndexChanged, this, &VersionRow::takeTemplate);
    connect(m_key, &QComboBox::currentIndexChanged, this, &VersionRow::takeValue);
    connect(m_value, &QLineEdit::textEdited, this, &VersionRow::takeValue);
    connect(m_ownTime, &ToggleSwitch::clicked, this, &VersionRow::takeTime);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, &VersionRow::takeTime);
    connect(m_remove, &Button::clicked, this, &VersionRow::removeRequested);
    setVariant({});
}

void VersionRow::setLetter(int index)
{
    const QString letter = variantLetter(index);
    m_letter->setText(letter);
    m_template->setObjectName(u"template%1"_s.arg(letter));
    m_key->setObjectName(u"key%1"_s.arg(letter));
    m_value->setObjectName(u"value%1"_s.arg(letter));
    m_ownTime->setObjectName(u"ownTime%1"_s.arg(letter));
    m_time->setObjectName(u"time%1"_s.arg(letter));
    m_remove->setObjectName(u"remove%1"_s.arg(letter));
    m_template->setAccessibleName(tr("Template of version %1").arg(letter));
    m_key->setAccessibleName(tr("Value that version %1 changes").arg(letter));
    m_value->setAccessibleName(tr("What everybody of version %1 gets there").arg(letter));
    m_ownTime->setAccessibleName(tr("Version %1 has a time of its own").arg(letter));
    m_time->setAccessibleName(tr("Time of version %1").arg(letter));
}

void VersionRow::setRemovable(bool removable)
{
    m_remove->setVisible(removable);
}

void VersionRow::setTemplates(const std::vector<MessageTemplate> &templates,
                              const std::optional<MessageTemplate> &ofCampaign)
{
    m_templates = templates;
    m_ofCampaign = ofCampaign;
    fillTemplates();
    fillValues();
    refresh();
}

void VersionRow::setVariant(const AbVariant &variant)
{
    m_variant = variant;
    fillTemplates();
    fillValues();
    const QSignalBlocker quiet{m_time};
    const QSignalBlocker quietSwitch{m_ownTime};
    m_ownTime->setChecked(variant.startAt.has_value());
    m_time->setDateTime(variant.startAt ? toDateTime(*variant.startAt).toLocalTime()
                                        : QDateTime{
                                            QDate::currentDate().addDays(1), QTime{18, 0}
    });
    refresh();
}

AbVariant VersionRow::variant() const
{
    return m_variant;
}

void VersionRow::focusFirst()
{
    m_template->setFocus(Qt::TabFocusReason);
}

const MessageTemplate *VersionRow::chosenTemplate() const
{
    if (m_variant.templateName.isEmpty() && m_variant.language.isEmpty())
        return m_ofCampaign ? &*m_ofCampaign : nullptr;
    const QString name =
        m_variant.templateName.isEmpty() && m_ofCampaign ? m_ofCampaign->name : m_variant.templateName;
    const QString language =
        m_variant.language.isEmpty() && m_ofCampaign ? m_ofCampaign->language : m_variant.language;
    const auto found = std::find_if(m_templates.begin(), m_templates.end(), [&](const MessageTemplate &one) {
        return one.name == name && one.language == language;
    });
    return found == m_templates.end() ? nullptr : &*found;
}

void VersionRow::fillTemplates()
{
    const QSignalBlocker quiet{m_template};
    m_template->clear();
    m_template->addItem(tr("The template above"), QString{});
    for (const MessageTemplate &one : m_templates) {
        if (!one.isSendable()
            || (m_ofCampaign && one.name == m_ofCampaign->name && one.language == m_ofCampaign->language))
            continue;
        m_template->addItem(tr("%1 (%2)").arg(one.name, languageText(one.language)),
                            keyOf(one.name, one.language));
    }
    const bool isOwn = !m_variant.templateName.isEmpty() || !m_variant.language.isEmpty();
    const MessageTemplate *chosen = chosenTemplate();
    if (isOwn) {
        const QString key = chosen ? keyOf(chosen->name, chosen->language)
                                   : keyOf(m_variant.templateName, m_variant.language);
        if (m_template->findData(key) < 0) // gone, or not usable any more: that is told by the checks
            m_template->addItem(tr("%1 (%2)").arg(m_variant.templateName, languageText(m_variant.language)),
                                key);
        m_template->setCurrentIndex(m_template->findData(key));
    }
}

void VersionRow::fillValues()
{
    const QSignalBlocker quiet{m_key};
    m_key->clear();
    m_key->addItem(tr("Same values"), QString{});
    if (const MessageTemplate *chosen = chosenTemplate()) {
        for (const TemplateVariable &variable : chosen->variables())
            m_key->addItem(variableLabel(variable), variable.key);
    }
    if (!m_variant.fixedValues.isEmpty()) {
        const QString key = m_variant.fixedValues.firstKey();
        if (m_key->findData(key) < 0)
            m_key->addItem(key, key);
        m_key->setCurrentIndex(m_key->findData(key));
    }
    const QSignalBlocker quietValue{m_value};
    m_value->setText(m_variant.fixedValues.value(m_key->currentData().toString()));
}

void VersionRow::takeTemplate()
{
    const QString key = m_template->currentData().toString();
    m_variant.templateName = key.section(u'/', 0, 0);
    m_variant.language = key.section(u'/', 1);
    if (const MessageTemplate *chosen = chosenTemplate()) {
        const std::vector<TemplateVariable> variables = chosen->variables();
        m_variant.fixedValues.removeIf([&variables](const std::pair<const QString &, QString &> &value) {
            return std::none_of(
                variables.begin(), variables.end(),
                [&value](const TemplateVariable &variable) { return variable.key == value.first; });
        });
    }
    fillValues();
    refresh();
    emit edited();
}

void VersionRow::takeValue()
{
    const QString key = m_key->currentData().toString();
    if (sender() == m_key && !m_variant.fixedValues.isEmpty())
        m_variant.fixedValues.remove(m_variant.fixedValues.firstKey());
    if (!key.isEmpty() && !m_value->text().trimmed().isEmpty())
        m_variant.fixedValues.insert(key, m_value->text().trimmed());
    else
        m_variant.fixedValues.remove(key);
    refresh();
    emit edited();
}

void VersionRow::takeTime()
{
    m_variant.startAt =
        m_ownTime->isChecked() ? std::optional{fromDateTime(m_time->dateTime())} : std::nullopt;
    refresh();
    emit edited();
}

void VersionRow::refresh()
{
    m_value->setVisible(!m_key->currentData().toString().isEmpty());
    m_time->setVisible(m_ownTime->isChecked());
}
