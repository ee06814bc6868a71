#include "widgets/wizard/speedfield.h"

#include "presentation/wording.h"
#include "widgets/controls/choicecard.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/textlabel.h"
#include "widgets/controls/toggleswitch.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int kNarrowestSpeed = 128;
constexpr int kCardGap = 10;
// The first messaging limit above the one of a new number (meta-cloud-api.md §5).
constexpr int kUsualPerDay = 2000;

} // namespace

SpeedField::SpeedField(QWidget *parent)
    : QWidget{parent}
    , m_speed{new QButtonGroup{this}}
    , m_ownCount{new QSpinBox}
    , m_ownUnit{new QComboBox}
    , m_ownRow{new QWidget}
    , m_perDaySwitch{new ToggleSwitch{tr("Spread over days, at most")}}
    , m_perDay{new QSpinBox}
{
    m_ownCount->setObjectName(u"ownRate"_s);
    m_ownCount->setRange(1, 100'000);
    m_ownCount->setGroupSeparatorShown(true);
    m_ownCount->setAccessibleName(tr("Messages"));
    m_ownUnit->setAccessibleName(tr("In which time"));
    m_ownUnit->addItem(tr("a minute"), static_cast<int>(SendRate::Unit::PerMinute));
    m_ownUnit->addItem(tr("a second"), static_cast<int>(SendRate::Unit::PerSecond));
    m_ownRow->setLayout(wrappingRow({m_ownCount, new TextLabel{tr("messages")}, m_ownUnit}));

    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeChoices());
    column->addWidget(m_ownRow);
    column->addLayout(makePerDay());

    connect(m_ownCount, &QSpinBox::valueChanged, this, &SpeedField::changed);
    connect(m_ownUnit, &QComboBox::currentIndexChanged, this, &SpeedField::changed);
    connect(m_perDay, &QSpinBox::valueChanged, this, &SpeedField::changed);
    const auto refreshAndTell = [this] {
        refresh();
        emit changed();
    };
    connect(m_speed, &QButtonGroup::idClicked, this, refreshAndTell);
    connect(m_perDaySwitch, &ToggleSwitch::clicked, this, refreshAndTell);
    setRate(SendRate::gentle());
    setPerDay(std::nullopt);
}

void SpeedField::setFastest(int perSecond)
{
    m_fullSpeed->setSentence(tr("%1 a second").arg(countText(perSecond)));
}

void SpeedField::setRate(const SendRate &rate)
{
    Speed speed = Speed::Own;
    if (rate == SendRate::gentle())
        speed = Speed::Gentle;
    else if (rate == SendRate::standard())
        speed = Speed::Standard;
    else if (rate.unit() == SendRate::Unit::Max)
        speed = Speed::Full;
    m_speed->button(static_cast<int>(speed))->setChecked(true);
    if (rate.unit() != SendRate::Unit::Max) {
        const QSignalBlocker quietCount{m_ownCount};
        const QSignalBlocker quietUnit{m_ownUnit};
        m_ownCount->setValue(rate.count());
        m_ownUnit->setCurrentIndex(m_ownUnit->findData(static_cast<int>(rate.unit())));
    }
    refresh();
}

SendRate SpeedField::rate() const
{
    switch (static_cast<Speed>(m_speed->checkedId())) {
    case Speed::Gentle: return SendRate::gentle();
    case Speed::Standard: return SendRate::standard();
    case Speed::Full: return SendRate::max();
    case Speed::Own:
        return {static_cast<SendRate::Unit>(m_ownUnit->currentData().toInt()), m_ownCount->value()};
    }
    return SendRate::gentle();
}

void SpeedField::setPerDay(std::optional<int> people)
{
    const QSignalBlocker quiet{m_perDay};
    m_perDaySwitch->setChecked(people.has_value());
    m_perDay->setValue(people.value_or(kUsualPerDay));
    refresh();
}

std::optional<int> SpeedField::perDay() const
{
    return m_perDaySwitch->isChecked() ? std::optional{m_perDay->value()} : std::nullopt;
}

QWidget *SpeedField::makeChoices()
{
    auto *cards = new CardGrid{kNarrowestSpeed, kCardGap};
    const auto add = [&](Speed speed, const QString &name, const QString &sentence,
                         const QString &objectName) {
        auto *card = new ChoiceCard{name, sentence};
        card->setObjectName(objectName);
        m_speed->addButton(card, static_cast<int>(speed));
        cards->addCard(card);
        return card;
    };
    add(Speed::Gentle, tr("Gentle"), rateText(SendRate::gentle()), u"speedGentle"_s);
    add(Speed::Standard, tr("Standard"), rateText(SendRate::standard()), u"speedStandard"_s);
    m_fullSpeed = add(Speed::Full, tr("Full speed"), {}, u"speedFull"_s);
    add(Speed::Own, tr("My own"), tr("Set a number"), u"speedOwn"_s);
    return cards;
}

QLayout *SpeedField::makePerDay()
{
    m_perDaySwitch->setObjectName(u"perDaySwitch"_s);
    m_perDay->setObjectName(u"perDay"_s);
    m_perDay->setRange(1, 1'000'000);
    m_perDay->setGroupSeparatorShown(true);
    m_perDay->setAccessibleName(tr("How many people a day"));
    return wrappingRow({m_perDaySwitch, m_perDay, new TextLabel{tr("people a day")}});
}

void SpeedField::refresh()
{
    m_ownRow->setVisible(m_speed->checkedId() == static_cast<int>(Speed::Own));
    m_perDay->setEnabled(m_perDaySwitch->isChecked());
}
