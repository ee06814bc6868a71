#include "widgets/wizard/settingsstep.h"

#include "presentation/wording.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/choicecard.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/sendinghours.h"
#include "widgets/controls/textlabel.h"
#include "widgets/controls/toggleswitch.h"
#include "widgets/wizard/budgetfield.h"
#include "widgets/wizard/daybar.h"
#include "widgets/wizard/hintline.h"
#include "widgets/wizard/steppane.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLocale>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMetaDefaultPerSecond = 80;
constexpr int kUsualPerDay =
    2000; // the first messaging limit above the one of a new number (meta-cloud-api.md §5)
constexpr int kNarrowestMoment = 176;
constexpr int kNarrowestSpeed = 128;
constexpr int kCardGap = 10;
constexpr int kSideWidth = 328;
constexpr int kNameWidth = 196;

int idOf(SendWhen when)
{
    return static_cast<int>(when);
}

int minuteOf(const QTime &time)
{
    return time.hour() * 60 + time.minute();
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

/// A sentence of words and controls, which wraps like one.
FlowLayout *makeRow(std::initializer_list<QWidget *> widgets, int spacing)
{
    auto *row = new FlowLayout{spacing, 8};
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    return row;
}

} // namespace

SettingsStep::SettingsStep(const Clock &clock, QWidget *parent)
    : WizardStepPage{parent}
    , m_clock{clock}
    , m_zone{QTimeZone::systemTimeZone()}
{
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    QWidget *form = makeForm();
    column->addWidget(new StepPane{form, makeMeaning(), kSideWidth});
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
    m_fullSpeed->setSentence(tr("%1 a second").arg(countText(fastest)));
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
    const std::array<QObject *, 8> controls{m_day,    m_time,    m_ownCount,     m_ownUnit,
                                            m_perDay, m_retries, m_brakePercent, m_brakeLast};
    for (QObject *control : controls)
        control->blockSignals(true);

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

    const SendRate &rate = draft.settings.rate;
    Speed speed = Speed::Own;
    if (rate == SendRate::gentle())
        speed = Speed::Gentle;
    else if (rate == SendRate::standard())
        speed = Speed::Standard;
    else if (rate.unit() == SendRate::Unit::Max)
        speed = Speed::Full;
    m_speed->button(static_cast<int>(speed))->setChecked(true);
    if (rate.unit() != SendRate::Unit::Max) {
        m_ownCount->setValue(rate.count());
        m_ownUnit->setCurrentIndex(m_ownUnit->findData(static_cast<int>(rate.unit())));
    }

    const SendingWindow &window = draft.settings.window;
    m_hours->setSendingWindow(window);
    m_windowZone = window.usesRecipientZone() ? QString{} : window.timeZone;
    (window.usesRecipientZone() ? m_zoneOfEach : m_zoneForAll)->setChecked(true);

    m_perDaySwitch->setChecked(draft.settings.perDay.has_value());
    m_perDay->setValue(draft.settings.perDay.value_or(kUsualPerDay));
    m_retrySwitch->setChecked(draft.settings.maxRetries > 0);
    m_retries->setValue(draft.settings.maxRetries > 0 ? draft.settings.maxRetries
                                                      : CampaignSettings{}.maxRetries);
    m_brakeBase = draft.settings.brake;
    m_brakeSwitch->setChecked(draft.settings.brake.isOn);
    m_brakePercent->setValue(draft.settings.brake.percent);
    m_brakeLast->setValue(draft.settings.brake.last);
    m_budget->setBudget(draft.settings.budget);

    for (QObject *control : controls)
        control->blockSignals(false);
    refreshZoneWords();
    refreshEnabled();
    refreshMoment();
    refreshMeaning();
}

void SettingsStep::writeTo(CampaignDraft &draft) const
{
    draft.when = static_cast<SendWhen>(m_when->checkedId());
    if (draft.when == SendWhen::AtTime)
        draft.scheduledFor = chosenMoment();
    draft.settings.rate = chosenRate();
    draft.settings.window = chosenWindow();
    draft.settings.perDay = chosenPerDay();
    draft.settings.maxRetries = m_retrySwitch->isChecked() ? m_retries->value() : 0;
    draft.settings.budget = m_budget->budget();
    draft.settings.brake = m_brakeBase;
    draft.settings.brake.isOn = m_brakeSwitch->isChecked();
    draft.settings.brake.percent = m_brakePercent->value();
    draft.settings.brake.last = m_brakeLast->value();
    draft.settings.brake.fewest = std::min(SafetyBrake{}.fewest, m_brakeLast->value());
}

void SettingsStep::focusFirst()
{
    m_when->checkedButton()->setFocus(Qt::TabFocusReason);
}

std::optional<SendEstimate> SettingsStep::estimate() const
{
    const UtcTime now = m_clock.now();
    const bool isLater = m_when->checkedId() == idOf(SendWhen::AtTime);
    const UtcTime start = isLater ? std::max(chosenMoment().value_or(now), now) : now;
    const SendingWindow window = chosenWindow();
    if (window.days == 0 || window.fromMinute == window.toMinute || m_people <= 0)
        return std::nullopt;
    return estimateSending(static_cast<int>(m_people), chosenRate(), m_throughput, window, start,
                           zoneOf(window, m_zone), chosenPerDay());
}

QString SettingsStep::momentInZone(UtcTime at) const
{
    //: A day and a time in short (Qt date format)
    return QLocale{}.toString(toDateTime(at).toTimeZone(m_zone), tr("ddd d MMM, HH:mm"));
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
    QWidget *speed = makeSpeed();
    form->column()->addWidget(makeSection(tr("When"), m_whenNote, when));
    form->column()->addWidget(new Hairline);
    form->column()->addWidget(makeSection(tr("Speed"), m_speedNote, speed));
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
                    makeNote(tr("Stops a bad list or template before it hurts your number")), makeBrake()));
    form->column()->addWidget(new Hairline);
    m_budget = new BudgetField;
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
    m_momentRow->setLayout(makeRow({m_day, m_time, m_untilThen}, 10));
    m_momentHint = new HintLine;
    column->addWidget(m_momentRow);
    column->addWidget(m_momentHint);
    return controls;
}

QWidget *SettingsStep::makeSpeed()
{
    auto *controls = new QWidget;
    auto *column = new QVBoxLayout{controls};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);

    m_speed = new QButtonGroup{this};
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
    column->addWidget(cards);

    m_ownCount = new QSpinBox;
    m_ownCount->setObjectName(u"ownRate"_s);
    m_ownCount->setRange(1, 100'000);
    m_ownCount->setGroupSeparatorShown(true);
    m_ownCount->setAccessibleName(tr("Messages"));
    m_ownUnit = new QComboBox;
    m_ownUnit->setAccessibleName(tr("In which time"));
    m_ownUnit->addItem(tr("a minute"), static_cast<int>(SendRate::Unit::PerMinute));
    m_ownUnit->addItem(tr("a second"), static_cast<int>(SendRate::Unit::PerSecond));
    m_ownRow = new QWidget;
    m_ownRow->setLayout(makeRow({m_ownCount, new TextLabel{tr("messages")}, m_ownUnit}, 10));
    column->addWidget(m_ownRow);

    m_perDaySwitch = new ToggleSwitch{tr("Spread over days, at most")};
    m_perDaySwitch->setObjectName(u"perDaySwitch"_s);
    m_perDay = new QSpinBox;
    m_perDay->setObjectName(u"perDay"_s);
    m_perDay->setRange(1, 1'000'000);
    m_perDay->setGroupSeparatorShown(true);
    m_perDay->setAccessibleName(tr("How many people a day"));
    column->addLayout(makeRow({m_perDaySwitch, m_perDay, new TextLabel{tr("people a day")}}, 10));
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
    column->addLayout(makeRow({m_zoneForAll, m_zoneOfEach}, 20));
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
        makeRow({m_retrySwitch, m_retries, new TextLabel{tr("times, waiting longer each time")}}, 10));
    return controls;
}

QWidget *SettingsStep::makeBrake()
{
    auto *controls = new QWidget;
    auto *column = new QVBoxLayout{controls};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_brakeSwitch = new ToggleSwitch{tr("Pause when more than")};
    m_brakeSwitch->setObjectName(u"brakeSwitch"_s);
    m_brakePercent = new QSpinBox;
    m_brakePercent->setRange(1, 100);
    m_brakePercent->setSuffix(tr(" %", "behind a number of percent"));
    m_brakePercent->setAccessibleName(tr("Percent that may fail"));
    m_brakeLast = new QSpinBox;
    m_brakeLast->setRange(1, 100'000);
    m_brakeLast->setGroupSeparatorShown(true);
    m_brakeLast->setAccessibleName(tr("Of how many messages"));
    column->addLayout(makeRow({m_brakeSwitch, m_brakePercent, new TextLabel{tr("of the last")}, m_brakeLast,
                               new TextLabel{tr("messages fail")}},
                              10));
    auto *hint = new TextLabel{tr("You are told at once, and nothing more leaves until you resume."),
                               TypeRole::Label, TextLabel::Ink::Text3};
    hint->setWordWrap(true);
    column->addWidget(hint);
    return controls;
}

QWidget *SettingsStep::makeMeaning()
{
    auto *card = new Card{16};
    card->column()->addWidget(new TextLabel{tr("What this means"), TypeRole::CardTitle});
    card->column()->addSpacing(8);
    m_duration = new TextLabel{{}, TypeRole::Figure};
    m_duration->setObjectName(u"durationLabel"_s);
    m_durationNote = new TextLabel{{}, TypeRole::Body, TextLabel::Ink::Text2};
    m_durationNote->setWordWrap(true);
    card->column()->addWidget(m_duration);
    card->column()->addSpacing(2);
    card->column()->addWidget(m_durationNote);
    card->column()->addSpacing(16);
    m_dayBar = new DayBar;
    card->column()->addWidget(m_dayBar);
    card->column()->addSpacing(16);
    const auto addRow = [card](const QString &name) {
        auto *value = new TextLabel{{}, TypeRole::BodyBold};
        auto *row = new QHBoxLayout;
        row->addWidget(new TextLabel{name, TypeRole::Body, TextLabel::Ink::Text2});
        row->addStretch();
        row->addWidget(value);
        card->column()->addLayout(row);
        card->column()->addSpacing(12);
        return value;
    };
    m_starts = addRow(tr("Starts"));
    m_ends = addRow(tr("Ends about"));
    m_daysNeeded = addRow(tr("Days needed"));
    m_awakeBanner = new Banner;
    card->column()->addWidget(m_awakeBanner);
    card->column()->addStretch();
    return card;
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
    connect(m_speed, &QButtonGroup::idClicked, this, changed(DraftField::Hours));
    connect(m_ownCount, &QSpinBox::valueChanged, this, changed(DraftField::Hours));
    connect(m_ownUnit, &QComboBox::currentIndexChanged, this, changed(DraftField::Hours));
    connect(m_perDaySwitch, &ToggleSwitch::clicked, this, changed(DraftField::Hours));
    connect(m_perDay, &QSpinBox::valueChanged, this, changed(DraftField::Hours));
    connect(m_hours, &SendingHours::hoursChanged, this, changed(DraftField::Hours));
    connect(m_hours, &SendingHours::daysChanged, this, changed(DraftField::Days));
    connect(m_zoneForAll, &QRadioButton::clicked, this, changed(DraftField::Hours));
    connect(m_zoneOfEach, &QRadioButton::clicked, this, changed(DraftField::Hours));
    connect(m_retrySwitch, &ToggleSwitch::clicked, this, changed(DraftField::Hours));
    connect(m_retries, &QSpinBox::valueChanged, this, changed(DraftField::Hours));
    connect(m_brakeSwitch, &ToggleSwitch::clicked, this, changed(DraftField::Hours));
    connect(m_brakePercent, &QSpinBox::valueChanged, this, changed(DraftField::Hours));
    connect(m_brakeLast, &QSpinBox::valueChanged, this, changed(DraftField::Hours));
    connect(m_budget, &BudgetField::changed, this, changed(DraftField::Hours));
    setThroughput(std::nullopt);
}

SendRate SettingsStep::chosenRate() const
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

SendingWindow SettingsStep::chosenWindow() const
{
    SendingWindow window = m_hours->sendingWindow();
    window.timeZone =
        m_zoneOfEach->isChecked() ? QString::fromLatin1(SendingWindow::kRecipientZone) : m_windowZone;
    return window;
}

std::optional<int> SettingsStep::chosenPerDay() const
{
    return m_perDaySwitch->isChecked() ? std::optional{m_perDay->value()} : std::nullopt;
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
    m_momentRow->setVisible(m_when->checkedId() == idOf(SendWhen::AtTime));
    m_ownRow->setVisible(m_speed->checkedId() == static_cast<int>(Speed::Own));
    m_perDay->setEnabled(m_perDaySwitch->isChecked());
    m_retries->setEnabled(m_retrySwitch->isChecked());
    m_brakePercent->setEnabled(m_brakeSwitch->isChecked());
    m_brakeLast->setEnabled(m_brakeSwitch->isChecked());
}

void SettingsStep::refreshMoment()
{
    const std::optional<UtcTime> moment = chosenMoment();
    const UtcTime now = m_clock.now();
    if (m_when->checkedId() != idOf(SendWhen::AtTime) || !moment || *moment <= now) {
        m_untilThen->clear();
        return;
    }
    const auto left = std::chrono::duration_cast<std::chrono::seconds>(*moment - now);
    m_untilThen->setText(tr("in %1").arg(durationText(left)));
}

void SettingsStep::refreshMeaning()
{
    const std::optional<SendEstimate> plan = estimate();
    const SendingWindow window = chosenWindow();
    const bool isLater = m_when->checkedId() == idOf(SendWhen::AtTime);
    m_awakeBanner->setVisible(isLater && !m_isPractice && plan.has_value());
    if (!plan) {
        m_duration->setText(unknownText());
        m_durationNote->setText(m_people <= 0 ? tr("Add people first; then this says how long it takes")
                                              : tr("Choose hours and days in which messages may leave"));
        m_starts->setText(unknownText());
        m_ends->setText(unknownText());
        m_daysNeeded->setText(unknownText());
        m_dayBar->setHours(window.fromMinute, window.toMinute, 0, 0);
        return;
    }
    const QTimeZone zone = zoneOf(window, m_zone);
    const QDateTime start = toDateTime(plan->startsAt).toTimeZone(zone);
    const QDateTime end = toDateTime(plan->endsAt).toTimeZone(zone);
    const auto needed = std::chrono::duration_cast<std::chrono::seconds>(plan->endsAt - plan->startsAt);
    m_duration->setText(needed.count() < 1 ? tr("About a second") : durationText(needed));
    //: "for 1,377 messages at 10 a minute"
    m_durationNote->setText(
        tr("for %Ln messages, %1", nullptr, static_cast<int>(m_people)).arg(rateText(chosenRate())));
    m_starts->setText(m_when->checkedId() == idOf(SendWhen::Later) ? tr("When you send it")
                          : isLater                                ? momentInZone(plan->startsAt)
                          : plan->startsAt - m_clock.now() > std::chrono::minutes{1}
                          ? momentInZone(plan->startsAt)
                          : tr("At once"));
    m_ends->setText(momentInZone(plan->endsAt));
    m_daysNeeded->setText(countText(start.date().daysTo(end.date()) + 1));

    const int from = minuteOf(start.time());
    const int to = end.date() == start.date() ? minuteOf(end.time()) : window.toMinute;
    m_dayBar->setHours(window.fromMinute, window.toMinute, from, std::max(to, from + 1));
    m_awakeBanner->setMessage(
        Tone::Blue, tr("Leave this computer on and awake at %1.").arg(start.toString(u"HH:mm"_s)),
        tr("Messages only leave while Fanfare is running. If it is off then, Fanfare asks "
           "you before it sends late."));
}
