#include "widgets/wizard/settingsstep.h"

#include "presentation/wording.h"
#include "widgets/controls/card.h"
#include "widgets/controls/choicecard.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/sendinghours.h"
#include "widgets/controls/textlabel.h"
#include "widgets/controls/toggleswitch.h"
#include "widgets/wizard/brakefield.h"
#include "widgets/wizard/budgetfield.h"
#include "widgets/wizard/hintline.h"
#include "widgets/wizard/meaningcard.h"
#include "widgets/wizard/speedfield.h"
#include "widgets/wizard/steppane.h"

#include <QButtonGroup>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMetaDefaultPerSecond = 80;
constexpr int kNarrowestMoment = 176;
constexpr int kCardGap = 10;
constexpr int kSideWidth = 328;
constexpr int kNameWidth = 196;

int idOf(SendWhen when)
{
    return static_cast<int>(when);
}

/// A group of settings: what it is about, a sentence below, and the controls beside them.
QWidget *makeSection(const QString &name, TextLabel *note, QWidget *controls)
{
    auto *section = new QWidget;
    auto *row = new QHBoxLayout{section};
    row->setContentsMargins(0, 20, 0, 20);
    row->setSpacing(24);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(new TextLabel{name, TypeRole::CardTitle});
    note->setWordWrap(true);
    words->addWidget(note);
    words->addStretch();
    auto *left = new QWidget;
    left->setFixedWidth(scaledWithText(kNameWidth));
    left->setLayout(words);
    words->setContentsMargins(0, 0, 0, 0);
    row->addWidget(left, 0);
    auto *right = new QVBoxLayout;
    right->addWidget(controls);
    right->addStretch();
    row->addLayout(right, 1);
    return section;
}

TextLabel *makeNote(const QString &words)
{
    return new TextLabel{words, TypeRole::Label, TextLabel::Ink::Text2};
}

} // namespace

SettingsStep::SettingsStep(const Clock &clock, QWidget *parent)
    : WizardStepPage{parent}
    , m_clock{clock}
    , m_zone{QTimeZone::systemTimeZone()}
{
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    m_meaning = new MeaningCard;
    column->addWidget(new StepPane{makeForm(), m_meaning, kSideWidth});
    connectAll();
    refreshZoneWords();
    showDraft({});
}

void SettingsStep::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    refreshZoneWords();
    refreshMoment();
    refreshMeaning();
}

void SettingsStep::setThroughput(std::optional<int> perSecond)
{
    m_throughput = perSecond;
    const int fastest = perSecond.value_or(kMetaDefaultPerSecond);
    m_speed->setFastest(fastest);
    m_speedNote->setText(perSecond ? tr("One number can send up to %1 a second").arg(countText(fastest))
                                   : tr("Meta gives most numbers up to %1 a second").arg(countText(fastest)));
    refreshMeaning();
}

void SettingsStep::setPractice(bool practice)
{
    m_isPractice = practice;
    refreshMeaning();
}

void SettingsStep::setPeople(qint64 people)
{
    m_people = people;
    refreshMeaning();
}

void SettingsStep::setRatesCurrency(const std::optional<QString> &currency)
{
    m_budget->setCurrency(currency);
}

void SettingsStep::showDraft(const CampaignDraft &draft)
{
    const QSignalBlocker quietDay{m_day};
    const QSignalBlocker quietTime{m_time};
    const QSignalBlocker quietRetries{m_retries};
    m_when->button(idOf(draft.when))->setChecked(true);
    // A moment to start from: tomorrow at ten.
    const QDateTime moment = draft.scheduledFor
        ? toDateTime(*draft.scheduledFor).toTimeZone(m_zone)
        : QDateTime{
            toDateTime(m_clock.now()).toTimeZone(m_zone).date().addDays(1), QTime{10, 0},
             m_zone
    };
    m_day->setDate(moment.date());
    m_time->setTime(moment.time());

    m_speed->setRate(draft.settings.rate);
    m_speed->setPerDay(draft.settings.perDay);
    const SendingWindow &window = draft.settings.window;
    m_hours->setSendingWindow(window);
    m_windowZone = window.usesRecipientZone() ? QString{} : window.timeZone;
    (window.usesRecipientZone() ? m_zoneOfEach : m_zoneForAll)->setChecked(true);

    m_retrySwitch->setChecked(draft.settings.maxRetries > 0);
    m_retries->setValue(draft.settings.maxRetries > 0 ? draft.settings.maxRetries
                                                      : CampaignSettings{}.maxRetries);
    m_brake->setBrake(draft.settings.brake);
    m_budget->setBudget(draft.settings.budget);

    refreshZoneWords();
    refreshEnabled();
    refreshMoment();
    refreshMeaning();
}

void SettingsStep::writeTo(CampaignDraft &draft) const
{
    draft.when = chosenWhen();
    if (draft.when == SendWhen::AtTime)
        draft.scheduledFor = chosenMoment();
    draft.settings.rate = m_speed->rate();
    draft.settings.window = chosenWindow();
    draft.settings.perDay = m_speed->perDay();
    draft.settings.maxRetries = m_retrySwitch->isChecked() ? m_retries->value() : 0;
    draft.settings.budget = m_budget->budget();
    draft.settings.brake = m_brake->brake();
}

void SettingsStep::focusFirst()
{
    m_when->checkedButton()->setFocus(Qt::TabFocusReason);
}

std::optional<SendEstimate> SettingsStep::estimate() const
{
    const UtcTime now = m_clock.now();
    const UtcTime start =
        chosenWhen() == SendWhen::AtTime ? std::max(chosenMoment().value_or(now), now) : now;
    const SendingWindow window = chosenWindow();
    if (window.days == 0 || window.fromMinute == window.toMinute || m_people <= 0)
        return std::nullopt;
    return estimateSending(static_cast<int>(m_people), m_speed->rate(), m_throughput, window, start,
                           zoneOf(window, m_zone), m_speed->perDay());
}

QString SettingsStep::momentInZone(UtcTime at) const
{
    return momentText(at, m_zone);
}

void SettingsStep::showProblem(DraftField field, const QString &sentence)
{
    switch (field) {
    case DraftField::Moment:
        m_momentHint->setProblem(sentence);
        m_day->setProperty("problem", !sentence.isEmpty());
        m_time->setProperty("problem", !sentence.isEmpty());
        m_day->update();
        m_time->update();
        break;
    case DraftField::Hours: m_hoursHint->setProblem(sentence); break;
    case DraftField::Days:
        if (!sentence.isEmpty() || !m_hoursHint->hasProblem())
            m_hoursHint->setProblem(sentence);
        break;
    case DraftField::Name:
    case DraftField::Template:
    case DraftField::HeaderMedia:
    case DraftField::Versions:
    case DraftField::People:
    case DraftField::Defaults: break;
    }
}

void SettingsStep::focusField(DraftField field)
{
    if (field == DraftField::Hours)
        m_hours->focusHours();
    else if (field == DraftField::Days)
        m_hours->focusDays();
    else
        m_day->setFocus(Qt::TabFocusReason);
}

std::vector<DraftField> SettingsStep::fields() const
{
    return {DraftField::Moment, DraftField::Hours, DraftField::Days};
}

QWidget *SettingsStep::makeForm()
{
    auto *form = new Card{24};
    form->column()->setContentsMargins(24, 0, 24, 0);
    m_whenNote = makeNote({});
    m_speedNote = makeNote({});
    QWidget *when = makeWhen();
    m_speed = new SpeedField;
    m_brake = new BrakeField;
    m_budget = new BudgetField;
    form->column()->addWidget(makeSection(tr("When"), m_whenNote, when));
    form->column()->addWidget(new Hairline);
    form->column()->addWidget(makeSection(tr("Speed"), m_speedNote, m_speed));
    form->column()->addWidget(new Hairline);
    form->column()->addWidget(makeSection(
        tr("Sending hours"),
        makeNote(tr("Outside these hours nothing leaves; the rest waits for the next day")), makeHours()));
    form->column()->addWidget(new Hairline);
    form->column()->addWidget(makeSection(
        tr("If Meta is busy"),
        makeNote(tr("Only short-lived errors are tried again. A refused number never is")), makeRetries()));
    form->column()->addWidget(new Hairline);
    form->column()->addWidget(
        makeSection(tr("Safety brake"),
                    makeNote(tr("Stops a bad list or template before it hurts your number")), m_brake));
    form->column()->addWidget(new Hairline);
    form->column()->addWidget(
        makeSection(tr("Budget"), makeNote(tr("What Meta may charge for this campaign")), m_budget));
    form->column()->addStretch();
    return form;
}

QWidget *SettingsStep::makeWhen()
{
    auto *controls = new QWidget;
    auto *column = new QVBoxLayout{controls};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);

    m_when = new QButtonGroup{this};
    auto *cards = new CardGrid{kNarrowestMoment, kCardGap};
    const auto add = [&](SendWhen when, const QString &name, const QString &sentence,
                         const QString &objectName) {
        auto *card = new ChoiceCard{name, sentence};
        card->setObjectName(objectName);
        m_when->addButton(card, idOf(when));
        cards->addCard(card);
    };
    add(SendWhen::Now, tr("Now"), tr("When you press send"), u"whenNow"_s);
    add(SendWhen::AtTime, tr("At a date and time"), tr("Stored until then"), u"whenAt"_s);
    add(SendWhen::Later, tr("Keep as draft"), tr("Send by hand later"), u"whenLater"_s);
    column->addWidget(cards);

    m_day = new QDateEdit;
    m_day->setObjectName(u"dayEdit"_s);
    m_day->setAccessibleName(tr("Day"));
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(tr("ddd d MMM yyyy", "Qt date format"));
    m_day->setMinimumWidth(scaledWithText(170));
    m_time = makeTimeEdit(tr("Time"));
    m_time->setObjectName(u"timeEdit"_s);
    m_untilThen = new TextLabel{{}, TypeRole::Body, TextLabel::Ink::Text2};
    m_momentRow = new QWidget;
    m_momentRow->setLayout(wrappingRow({m_day, m_time, m_untilThen}));
    m_momentHint = new HintLine;
    column->addWidget(m_momentRow);
    column->addWidget(m_momentHint);
    return controls;
}

QWidget *SettingsStep::makeHours()
{
    auto *controls = new QWidget;
    auto *column = new QVBoxLayout{controls};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);

    m_hours = new SendingHours;
    column->addWidget(m_hours);

    m_zoneForAll = new QRadioButton;
    m_zoneOfEach = new QRadioButton{tr("Each person's own time zone")};
    auto *zones = new QButtonGroup{this};
    zones->addButton(m_zoneForAll);
    zones->addButton(m_zoneOfEach);
    column->addLayout(wrappingRow({m_zoneForAll, m_zoneOfEach}, 20));
    m_hoursHint = new HintLine;
    column->addWidget(m_hoursHint);
    return controls;
}

QWidget *SettingsStep::makeRetries()
{
    auto *controls = new QWidget;
    m_retrySwitch = new ToggleSwitch{tr("Try again up to")};
    m_retrySwitch->setObjectName(u"retrySwitch"_s);
    m_retries = new QSpinBox;
    m_retries->setRange(1, 20);
    m_retries->setAccessibleName(tr("How often it is tried again"));
    controls->setLayout(
        wrappingRow({m_retrySwitch, m_retries, new TextLabel{tr("times, waiting longer each time")}}));
    return controls;
}

void SettingsStep::connectAll()
{
    const auto changed = [this](DraftField field) {
        return [this, field] {
            refreshEnabled();
            refreshMoment();
            refreshMeaning();
            touch(field);
        };
    };
    connect(m_when, &QButtonGroup::idClicked, this, changed(DraftField::Moment));
    connect(m_day, &QDateEdit::dateChanged, this, changed(DraftField::Moment));
    connect(m_time, &QTimeEdit::timeChanged, this, changed(DraftField::Moment));
    connect(m_speed, &SpeedField::changed, this, changed(DraftField::Hours));
    connect(m_hours, &SendingHours::hoursChanged, this, changed(DraftField::Hours));
    connect(m_hours, &SendingHours::daysChanged, this, changed(DraftField::Days));
    connect(m_zoneForAll, &QRadioButton::clicked, this, changed(DraftField::Hours));
    connect(m_zoneOfEach, &QRadioButton::clicked, this, changed(DraftField::Hours));
    connect(m_retrySwitch, &ToggleSwitch::clicked, this, changed(DraftField::Hours));
    connect(m_retries, &QSpinBox::valueChanged, this, changed(DraftField::Hours));
    connect(m_brake, &BrakeField::changed, this, changed(DraftField::Hours));
    connect(m_budget, &BudgetField::changed, this, changed(DraftField::Hours));
    setThroughput(std::nullopt);
}

SendWhen SettingsStep::chosenWhen() const
{
    return static_cast<SendWhen>(m_when->checkedId());
}

SendingWindow SettingsStep::chosenWindow() const
{
    SendingWindow window = m_hours->sendingWindow();
    window.timeZone =
        m_zoneOfEach->isChecked() ? QString::fromLatin1(SendingWindow::kRecipientZone) : m_windowZone;
    return window;
}

std::optional<UtcTime> SettingsStep::chosenMoment() const
{
    const QDateTime moment{m_day->date(), m_time->time(), m_zone};
    if (!moment.isValid())
        return std::nullopt;
    return fromDateTime(moment);
}

void SettingsStep::refreshZoneWords()
{
    const bool isOwnZone = m_zone.id() == QTimeZone::systemTimeZoneId();
    const QString city = zoneCityText(m_zone.id());
    m_whenNote->setText(isOwnZone ? tr("%1 time, your computer's zone").arg(city) : tr("%1 time").arg(city));
    m_zoneForAll->setText(
        tr("%1 time for everyone").arg(m_windowZone.isEmpty() ? city : zoneCityText(m_windowZone.toUtf8())));
}

void SettingsStep::refreshEnabled()
{
    m_momentRow->setVisible(chosenWhen() == SendWhen::AtTime);
    m_retries->setEnabled(m_retrySwitch->isChecked());
}

void SettingsStep::refreshMoment()
{
    const std::optional<UtcTime> moment = chosenMoment();
    const UtcTime now = m_clock.now();
    if (chosenWhen() != SendWhen::AtTime || !moment || *moment <= now) {
        m_untilThen->clear();
        return;
    }
    const auto left = std::chrono::duration_cast<std::chrono::seconds>(*moment - now);
    m_untilThen->setText(tr("in %1").arg(durationText(left)));
}

void SettingsStep::refreshMeaning()
{
    SendingPlan plan;
    plan.estimate = estimate();
    plan.people = m_people;
    plan.rate = m_speed->rate();
    plan.window = chosenWindow();
    plan.when = chosenWhen();
    plan.now = m_clock.now();
    plan.zone = m_zone;
    plan.isPractice = m_isPractice;
    m_meaning->setPlan(plan);
}
