#include "widgets/wizard/versionrow.h"

#include "presentation/wording.h"
#include "widgets/controls/button.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/textlabel.h"
#include "widgets/controls/toggleswitch.h"
#include "widgets/wizard/headerfile.h"

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
constexpr int kMedia = 220;
constexpr int kKey = 150;
constexpr int kValue = 120;

/// Of a template in a list of them.
QString keyOf(const QString &name, const QString &language)
{
    return name + u'/' + language;
}

} // namespace

VersionRow::VersionRow(const Clock &clock, QWidget *parent)
    : QWidget{parent}
    , m_clock{clock}
    , m_zone{QTimeZone::systemTimeZone()}
    , m_letter{new TextLabel{{}, TypeRole::BodyBold}}
    , m_template{new QComboBox}
    , m_media{new QLineEdit}
    , m_mediaButton{Button::iconOnly(u"file"_s, tr("Choose a file for the header"))}
    , m_key{new QComboBox}
    , m_value{new QLineEdit}
    , m_ownTime{new ToggleSwitch{tr("Time of its own")}}
    , m_time{new QDateTimeEdit}
    , m_remove{Button::iconOnly(u"close"_s, tr("Remove this version"))}
{
    m_letter->setFixedSize(scaledWithText(kLetter), scaledWithText(kControl));
    m_template->setMinimumWidth(scaledWithText(kTemplate));
    m_template->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_media->setMinimumWidth(scaledWithText(kMedia));
    m_mediaButton->setSmall(true);
    m_key->setMinimumWidth(scaledWithText(kKey));
    m_key->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_value->setMinimumWidth(scaledWithText(kValue));
    m_value->setPlaceholderText(tr("for everybody"));
    m_time->setCalendarPopup(true);
    // What it shows is the wall clock of m_zone, whichever hours the computer's own zone leaves out.
    m_time->setTimeSpec(Qt::UTC);
    m_remove->setSmall(true);

    auto *controls = new QWidget;
    auto *flow = new FlowLayout{8, 8, controls};
    for (QWidget *control : std::initializer_list<QWidget *>{m_template, m_media, m_mediaButton, m_key,
                                                             m_value, m_ownTime, m_time})
        flow->addWidget(control);
    auto *row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_letter, 0, Qt::AlignTop);
    row->addWidget(controls, 1);
    row->addWidget(m_remove, 0, Qt::AlignTop);

    connect(m_template, &QComboBox::currentIndexChanged, this, &VersionRow::takeTemplate);
    connect(m_media, &QLineEdit::textChanged, this, &VersionRow::takeMedia);
    connect(m_mediaButton, &Button::clicked, this, [this] {
        if (const MessageTemplate *chosen = chosenTemplate())
            chooseHeaderFile(chosen->headerFormat, m_variant.headerMedia, m_media);
    });
    connect(m_key, &QComboBox::currentIndexChanged, this, &VersionRow::takeValue);
    connect(m_value, &QLineEdit::textEdited, this, &VersionRow::takeValue);
    connect(m_ownTime, &ToggleSwitch::clicked, this, &VersionRow::takeTime);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, &VersionRow::takeTime);
    connect(m_remove, &Button::clicked, this, &VersionRow::removeRequested);
    setZone(m_zone);
    setVariant({});
}

void VersionRow::setLetter(int index)
{
    const QString letter = variantLetter(index);
    m_letter->setText(letter);
    m_template->setObjectName(u"template%1"_s.arg(letter));
    m_media->setObjectName(u"media%1"_s.arg(letter));
    m_mediaButton->setObjectName(u"mediaButton%1"_s.arg(letter));
    m_key->setObjectName(u"key%1"_s.arg(letter));
    m_value->setObjectName(u"value%1"_s.arg(letter));
    m_ownTime->setObjectName(u"ownTime%1"_s.arg(letter));
    m_time->setObjectName(u"time%1"_s.arg(letter));
    m_remove->setObjectName(u"remove%1"_s.arg(letter));
    m_template->setAccessibleName(tr("Template of version %1").arg(letter));
    m_media->setAccessibleName(tr("File for the header of version %1").arg(letter));
    m_key->setAccessibleName(tr("Value that version %1 changes").arg(letter));
    m_value->setAccessibleName(tr("What everybody of version %1 gets there").arg(letter));
    m_ownTime->setAccessibleName(tr("Version %1 has a time of its own").arg(letter));
    m_time->setAccessibleName(tr("Time of version %1").arg(letter));
}

void VersionRow::setRemovable(bool removable)
{
    m_remove->setVisible(removable);
}

void VersionRow::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    const QString city = zoneCityText(zone.id());
    m_time->setToolTip(tr("%1 time").arg(city));
    m_time->setAccessibleDescription(tr("%1 time").arg(city));
    const QString format = tr("ddd d MMM yyyy, HH:mm", "Qt date format");
    const bool isOfComputer = zone.id() == QTimeZone::systemTimeZoneId();
    m_time->setDisplayFormat(isOfComputer
                                 ? format
                                 //: A moment and the city of its time zone. Qt date format: the quotes stay.
                                 : tr("%1 '(%2)'").arg(format, QString{city}.replace(u'\'', u"''"_s)));
    showTime();
}

void VersionRow::setTemplates(const std::vector<MessageTemplate> &templates,
                              const std::optional<MessageTemplate> &ofCampaign)
{
    m_templates = templates;
    m_ofCampaign = ofCampaign;
    fillTemplates();
    fillMedia();
    fillValues();
    refresh();
}

void VersionRow::setVariant(const AbVariant &variant)
{
    m_variant = variant;
    const QSignalBlocker quietKey{m_key};
    m_key->clear(); // what was chosen belongs to another version
    const QSignalBlocker quietSwitch{m_ownTime};
    m_ownTime->setChecked(variant.startAt.has_value());
    fillTemplates();
    fillMedia();
    fillValues();
    showTime();
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
    QString key = m_key->currentData().toString(); // may have been chosen without a value yet
    m_key->clear();
    m_key->addItem(tr("Same values"), QString{});
    if (const MessageTemplate *chosen = chosenTemplate()) {
        for (const TemplateVariable &variable : chosen->variables())
            m_key->addItem(variableLabel(variable), variable.key);
    }
    if (key.isEmpty() || m_key->findData(key) < 0)
        key = m_variant.fixedValues.isEmpty() ? QString{} : m_variant.fixedValues.firstKey();
    if (m_key->findData(key) < 0)
        m_key->addItem(key, key);
    m_key->setCurrentIndex(m_key->findData(key));
    const QString value = m_variant.fixedValues.value(key);
    const QSignalBlocker quietValue{m_value};
    if (m_value->text().trimmed() != value) // else it is being typed
        m_value->setText(value);
}

void VersionRow::fillMedia()
{
    const MessageTemplate *chosen = chosenTemplate();
    const bool isAsInCampaign = chosen && m_ofCampaign && chosen->headerFormat == m_ofCampaign->headerFormat;
    m_media->setPlaceholderText(isAsInCampaign ? tr("The file above") : tr("File, link or media number"));
    m_media->setToolTip(chosen ? headerFileHint(chosen->headerFormat) : QString{});
    const QSignalBlocker quiet{m_media};
    if (m_media->text().trimmed() != m_variant.headerMedia.value)
        m_media->setText(m_variant.headerMedia.value);
}

void VersionRow::showTime()
{
    const QDateTime tomorrow{
        toDateTime(m_clock.now()).toTimeZone(m_zone).date().addDays(1), QTime{18, 0},
         m_zone
    };
    const QDateTime shown = m_variant.startAt ? toDateTime(*m_variant.startAt).toTimeZone(m_zone) : tomorrow;
    const QSignalBlocker quiet{m_time};
    m_time->setDateTime(QDateTime{shown.date(), shown.time(), Qt::UTC});
}

void VersionRow::takeTemplate()
{
    const QString key = m_template->currentData().toString();
    m_variant.templateName = key.section(u'/', 0, 0);
    m_variant.language = key.section(u'/', 1);
    m_variant.headerMedia = {};
    if (const MessageTemplate *chosen = chosenTemplate()) {
        const std::vector<TemplateVariable> variables = chosen->variables();
        m_variant.fixedValues.removeIf([&variables](const std::pair<const QString &, QString &> &value) {
            return std::none_of(
                variables.begin(), variables.end(),
                [&value](const TemplateVariable &variable) { return variable.key == value.first; });
        });
    }
    fillMedia();
    fillValues();
    refresh();
    emit edited();
}

void VersionRow::takeMedia()
{
    const QString media = m_media->text().trimmed();
    if (media == m_variant.headerMedia.value)
        return; // an upload of it is known
    m_variant.headerMedia = HeaderMedia::fromText(media);
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
    m_variant.startAt = m_ownTime->isChecked()
        ? std::optional{fromDateTime(QDateTime{m_time->date(), m_time->time(), m_zone})}
        : std::nullopt;
    refresh();
    emit edited();
}

void VersionRow::refresh()
{
    m_value->setVisible(!m_key->currentData().toString().isEmpty());
    m_time->setVisible(m_ownTime->isChecked());
    // The campaign's own template has its field above, unless this version was given a file of its own.
    const MessageTemplate *chosen = chosenTemplate();
    const bool isOwn = !m_variant.templateName.isEmpty() || !m_variant.language.isEmpty();
    const bool hasMedia = chosen && chosen->needsHeaderMedia()
        && (isOwn || m_variant.headerMedia.kind != HeaderMedia::Kind::None);
    m_media->setVisible(hasMedia);
    m_mediaButton->setVisible(hasMedia);
}
