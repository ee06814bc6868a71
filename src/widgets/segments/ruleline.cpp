#include "widgets/segments/ruleline.h"

#include "presentation/audience.h"
#include "widgets/controls/button.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/typography.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kUsualDays = 30;
constexpr int kMostDays = 3650;
constexpr int kGap = 8;

/// A number as the person's language writes it; empty where it is none.
QString numberFrom(const QString &typed)
{
    bool isNumber = false;
    double number = QLocale{}.toDouble(typed.trimmed(), &isNumber);
    if (!isNumber)
        number = QLocale::c().toDouble(typed.trimmed(), &isNumber);
    return isNumber ? QString::number(number, 'g', QLocale::FloatingPointShortest) : QString{};
}

QString numberText(const QString &value)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return isNumber ? locale.toString(number, 'g', QLocale::FloatingPointShortest) : value;
}

} // namespace

RuleLine::RuleLine(const SegmentFacts &facts, const SegmentRule &line, QWidget *parent)
    : QWidget{parent}
    , m_facts{facts}
    , m_line{line}
    , m_topics{segmentTopics(facts)}
    , m_topicBox{new QComboBox}
    , m_verbBox{new QComboBox}
    , m_valueHolder{new QWidget}
    , m_valueRow{new QHBoxLayout{m_valueHolder}}
    , m_removeButton{Button::iconOnly(u"close"_s, tr("Remove this condition"))}
{
    const SegmentTopic own = topicOf(line.condition, facts);
    if (std::find(m_topics.begin(), m_topics.end(), own) == m_topics.end())
        m_topics.push_back(own); // an attribute that nobody has any more
    bool hasAttributes = false;
    for (const SegmentTopic &topic : m_topics) {
        const bool isAttribute = topic.kind == SegmentTopic::Kind::Attribute;
        if (isAttribute && !hasAttributes)
            m_topicBox->insertSeparator(m_topicBox->count());
        hasAttributes = hasAttributes || isAttribute;
        m_topicBox->addItem(topic.text(), m_topicBox->count() - (hasAttributes ? 1 : 0));
    }
    m_topicBox->setObjectName(u"topicBox"_s);
    m_topicBox->setAccessibleName(tr("What the condition is about"));
    m_topicBox->setMinimumWidth(scaledWithText(150));
    const auto chosen = std::find(m_topics.begin(), m_topics.end(), own) - m_topics.begin();
    m_topicBox->setCurrentIndex(m_topicBox->findData(static_cast<int>(chosen)));
    m_verbBox->setObjectName(u"verbBox"_s);
    m_verbBox->setAccessibleName(tr("What has to be true"));
    m_verbBox->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_valueRow->setContentsMargins(0, 0, 0, 0);
    m_valueRow->setSpacing(kGap);
    m_removeButton->setObjectName(u"removeLine"_s);

    auto *flow = new FlowLayout{kGap, kGap, this};
    flow->setContentsMargins(0, 0, 0, 0);
    flow->addWidget(m_topicBox);
    flow->addWidget(m_verbBox);
    flow->addWidget(m_valueHolder);
    flow->addWidget(m_removeButton);
    showVerbs();

    connect(m_topicBox, &QComboBox::activated, this, [this] {
        m_line = lineFor(topic(), verbsFor(topic()).front(), m_line);
        showVerbs();
        emit rebuilt();
        emit changed();
    });
    connect(m_verbBox, &QComboBox::activated, this, &RuleLine::chooseVerb);
    connect(m_removeButton, &Button::clicked, this, &RuleLine::removeRequested);
}

SegmentRule RuleLine::newLine()
{
    return SegmentRule::of({});
}

std::vector<QWidget *> RuleLine::stops() const
{
    std::vector<QWidget *> stops{m_topicBox, m_verbBox};
    if (m_value)
        stops.push_back(m_value);
    stops.push_back(m_removeButton);
    return stops;
}

const SegmentTopic &RuleLine::topic() const
{
    return m_topics[static_cast<size_t>(m_topicBox->currentData().toInt())];
}

void RuleLine::showVerbs()
{
    m_verbs = verbsFor(topic(), m_line);
    const QSignalBlocker quiet{m_verbBox};
    m_verbBox->clear();
    for (const SegmentVerb &verb : m_verbs) {
        m_verbBox->addItem(verb.text);
        if (verb.says(m_line))
            m_verbBox->setCurrentIndex(m_verbBox->count() - 1);
    }
    showValue(m_verbs[static_cast<size_t>(m_verbBox->currentIndex())].value);
}

void RuleLine::chooseVerb()
{
    const SegmentVerb &verb = m_verbs[static_cast<size_t>(m_verbBox->currentIndex())];
    m_line = lineFor(topic(), verb, m_line);
    showValue(verb.value);
    emit rebuilt();
    emit changed();
}

void RuleLine::showValue(SegmentValue kind)
{
    while (const QLayoutItem *item = m_valueRow->takeAt(0)) {
        if (QWidget *before = item->widget()) {
            before->hide();
            before->deleteLater();
        }
        delete item;
    }
    m_value = nullptr;
    switch (kind) {
    case SegmentValue::None: break;
    case SegmentValue::Text:
    case SegmentValue::Number: m_value = makeTextField(kind); break;
    case SegmentValue::Day: m_value = makeDayField(); break;
    case SegmentValue::Days: m_value = makeDaysField(); break;
    case SegmentValue::Tag: m_value = makeTagBox(); break;
    case SegmentValue::Country: m_value = makeCountryBox(); break;
    case SegmentValue::Campaign: m_value = makeCampaignBox(); break;
    }
    m_valueHolder->setVisible(m_value != nullptr);
    if (!m_value)
        return;
    m_value->setObjectName(u"valueField"_s);
    if (m_value->accessibleName().isEmpty())
        m_value->setAccessibleName(tr("Value of the condition"));
    m_valueRow->insertWidget(0, m_value);
    m_value->show();
    updateGeometry();
}

void RuleLine::setValue(const QString &value)
{
    if (m_line.condition.value == value)
        return;
    m_line.condition.value = value;
    emit changed();
}

QWidget *RuleLine::makeTagBox()
{
    auto *box = new QComboBox;
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->addItems(m_facts.tags);
    box->setMinimumWidth(scaledWithText(190));
    box->setCurrentText(m_line.condition.value);
    box->lineEdit()->setPlaceholderText(tr("Choose or type a tag"));
    box->setAccessibleName(tr("Tag"));
    connect(box, &QComboBox::currentTextChanged, this,
            [this](const QString &text) { setValue(text.trimmed()); });
    return box;
}

QWidget *RuleLine::makeCountryBox()
{
    auto *box = new QComboBox;
    box->setPlaceholderText(tr("Choose a country"));
    for (const auto &[code, name] : countriesByName(m_facts.countries))
        box->addItem(name, code);
    const QString &chosen = m_line.condition.value;
    if (!chosen.isEmpty() && box->findData(chosen) < 0)
        box->addItem(countryText(chosen), chosen);
    box->setCurrentIndex(box->findData(chosen));
    box->setMinimumWidth(scaledWithText(190));
    box->setAccessibleName(tr("Country"));
    connect(box, &QComboBox::currentIndexChanged, this,
            [this, box] { setValue(box->currentData().toString()); });
    return box;
}

QWidget *RuleLine::makeCampaignBox()
{
    auto *box = new QComboBox;
    box->setPlaceholderText(tr("Choose a campaign"));
    for (const SegmentCampaign &campaign : m_facts.campaigns)
        box->addItem(campaign.name, campaign.id.value);
    const CampaignId chosen = m_line.condition.campaign;
    if (chosen.isValid() && box->findData(chosen.value) < 0)
        box->addItem(tr("Campaign %1, which is gone").arg(chosen.value), chosen.value);
    box->setCurrentIndex(chosen.isValid() ? box->findData(chosen.value) : -1);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumWidth(scaledWithText(220));
    box->setAccessibleName(tr("Campaign"));
    connect(box, &QComboBox::currentIndexChanged, this, [this, box] {
        m_line.condition.campaign = {box->currentData().toLongLong()};
        emit changed();
    });
    return box;
}

QWidget *RuleLine::makeTextField(SegmentValue kind)
{
    auto *field = new QLineEdit;
    const bool isNumber = kind == SegmentValue::Number;
    field->setText(isNumber ? numberText(m_line.condition.value) : m_line.condition.value);
    field->setMinimumWidth(scaledWithText(isNumber ? 110 : 190));
    field->setPlaceholderText(isNumber ? tr("A number") : tr("Words"));
    connect(field, &QLineEdit::textChanged, this, [this, field, isNumber](const QString &text) {
        const QString value = isNumber ? numberFrom(text) : text.trimmed();
        field->setProperty("problem", isNumber && value.isEmpty() && !text.trimmed().isEmpty());
        field->update();
        setValue(value);
    });
    return field;
}

QWidget *RuleLine::makeDayField()
{
    auto *field = new QDateEdit;
    field->setCalendarPopup(true);
    field->setDisplayFormat(tr("d MMM yyyy", "Qt date format"));
    field->setMinimumWidth(scaledWithText(140));
    field->setAccessibleName(tr("Day"));
    const QDate day = QDate::fromString(m_line.condition.value, Qt::ISODate);
    field->setDate(day.isValid() ? day : QDate::currentDate());
    m_line.condition.value = field->date().toString(Qt::ISODate);
    connect(field, &QDateEdit::dateChanged, this,
            [this](QDate chosen) { setValue(chosen.toString(Qt::ISODate)); });
    return field;
}

QWidget *RuleLine::makeDaysField()
{
    auto *field = new QSpinBox;
    field->setRange(1, kMostDays);
    field->setGroupSeparatorShown(true);
    const int days = m_line.condition.value.toInt();
    field->setValue(days > 0 ? days : kUsualDays);
    field->setMinimumWidth(scaledWithText(90));
    field->setAccessibleName(tr("Days"));
    m_line.condition.value = QString::number(field->value());
    connect(field, &QSpinBox::valueChanged, this, [this](int chosen) { setValue(QString::number(chosen)); });
    m_valueRow->addWidget(new TextLabel{tr("days"), TypeRole::Body, TextLabel::Ink::Text2});
    return field;
}
