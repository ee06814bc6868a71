#include "widgets/campaign/repeatdialog.h"

#include "presentation/wording.h"
#include "widgets/controls/button.h"
#include "widgets/controls/choicecard.h"
#include "widgets/controls/sendinghours.h"
#include "widgets/controls/textlabel.h"
#include "widgets/wizard/hintline.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int kStop = 2;

QWidget *makeRow(std::initializer_list<QWidget *> widgets, int spacing)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout{row};
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(spacing);
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    layout->addStretch();
    return row;
}

} // namespace

RepeatDialog::RepeatDialog(const QString &campaign, const std::optional<Recurrence> &present,
                           const QTimeZone &zone, const Clock &clock, QWidget *parent)
    : MessageDialog{tr("Repeat “%1”?").arg(campaign),
                    tr("Each time a new campaign is made with its template, its settings and its people, without "
                       "those who have opted out by then."),
                    parent}
    , m_zone{zone}
    , m_clock{clock}
{
    setObjectName(u"repeatDialog"_s);
    makeRows();
    if (present)
        addButton(tr("Stop repeating"), ButtonKind::Danger, kStop)->setObjectName(u"stopRepeating"_s);
    addButton(present ? tr("Leave as it is") : tr("Do not repeat"), ButtonKind::Outlined, QDialog::Rejected);
    addButton(present ? tr("Change") : tr("Repeat"), ButtonKind::Primary, QDialog::Accepted, true)
        ->setObjectName(u"repeatButton"_s);

    RecurrenceRule rule;
    rule.days = static_cast<quint8>(1U << (toDateTime(clock.now()).toTimeZone(zone).date().dayOfWeek() - 1));
    if (present)
        rule = present->rule;
    show(rule, present ? present->action : OccurrenceAction::Draft);
}

void RepeatDialog::done(int result)
{
    if (result == QDialog::Accepted) {
        if (!rule().isValid()) {
            m_hint->setProblem(tr("Choose at least one day"));
            m_days.front()->setFocus(Qt::TabFocusReason);
            return;
        }
        emit repeatRequested(rule(), action());
    } else if (result == kStop) {
        emit stopRequested();
    }
    MessageDialog::done(result);
}

void RepeatDialog::makeRows()
{
    m_every = new QComboBox;
    m_every->setObjectName(u"everyBox"_s);
    m_every->setAccessibleName(tr("How often"));
    m_every->addItem(tr("Every day"), static_cast<int>(RecurrenceRule::Every::Day));
    m_every->addItem(tr("Every week"), static_cast<int>(RecurrenceRule::Every::Week));
    m_every->addItem(tr("Every month"), static_cast<int>(RecurrenceRule::Every::Month));
    m_time = makeTimeEdit(tr("Time"));
    m_time->setObjectName(u"repeatTime"_s);
    m_zoneWords = new TextLabel{{}, TypeRole::Body, TextLabel::Ink::Text2};
    addContent(makeRow({m_every, new TextLabel{tr("at", "before a time of day")}, m_time, m_zoneWords}, 10));

    const QLocale locale;
    m_weekRow = makeRow({}, 6);
    for (size_t day = 0; day < m_days.size(); ++day) {
        auto *button =
            new Button{locale.dayName(static_cast<int>(day) + 1, QLocale::ShortFormat), ButtonKind::Toggle};
        button->setAccessibleName(locale.dayName(static_cast<int>(day) + 1));
        button->setObjectName(u"repeatDay%1"_s.arg(day + 1));
        connect(button, &Button::clicked, this, &RepeatDialog::refresh);
        m_days[day] = button;
        static_cast<QHBoxLayout *>(m_weekRow->layout())->insertWidget(static_cast<int>(day), button);
    }
    addContent(m_weekRow);
    m_dayOfMonth = new QSpinBox;
    m_dayOfMonth->setObjectName(u"dayOfMonth"_s);
    m_dayOfMonth->setRange(1, 31);
    m_dayOfMonth->setAccessibleName(tr("Day of the month"));
    m_monthRow = makeRow({new TextLabel{tr("On day")}, m_dayOfMonth,
                          new TextLabel{tr("or the last day of a shorter month"), TypeRole::Body,
                                        TextLabel::Ink::Text2}},
                         10);
    addContent(m_monthRow);

    m_actions = new QButtonGroup{this};
    auto *cards = new QWidget;
    auto *row = new QHBoxLayout{cards};
    row->setContentsMargins(0, 8, 0, 8);
    row->setSpacing(10);
    const auto add = [&](OccurrenceAction action, const QString &name, const QString &sentence,
                         const QString &objectName) {
        auto *card = new ChoiceCard{name, sentence};
        card->setObjectName(objectName);
        m_actions->addButton(card, static_cast<int>(action));
        row->addWidget(card, 1);
    };
    add(OccurrenceAction::Draft, tr("Make a draft"), tr("You look at it and send it"), u"repeatDraft"_s);
    add(OccurrenceAction::Send, tr("Send it"), tr("In its sending hours"), u"repeatSend"_s);
    addContent(cards);
    m_hint = new HintLine;
    addContent(m_hint);

    connect(m_every, &QComboBox::currentIndexChanged, this, &RepeatDialog::refresh);
    connect(m_time, &QTimeEdit::timeChanged, this, &RepeatDialog::refresh);
    connect(m_dayOfMonth, &QSpinBox::valueChanged, this, &RepeatDialog::refresh);
}

void RepeatDialog::show(const RecurrenceRule &rule, OccurrenceAction action)
{
    m_ruleZone = rule.timeZone;
    m_every->setCurrentIndex(m_every->findData(static_cast<int>(rule.every)));
    for (size_t day = 0; day < m_days.size(); ++day)
        m_days[day]->setChecked(rule.days & (1U << day));
    m_dayOfMonth->setValue(rule.dayOfMonth);
    m_time->setTime(QTime{0, 0}.addSecs(rule.minute * 60));
    m_actions->button(static_cast<int>(action))->setChecked(true);
    const QByteArray zone = m_ruleZone.isEmpty() ? m_zone.id() : m_ruleZone.toLatin1();
    m_zoneWords->setText(tr("%1 time").arg(zoneCityText(zone)));
    refresh();
}

RecurrenceRule RepeatDialog::rule() const
{
    RecurrenceRule rule;
    rule.every = static_cast<RecurrenceRule::Every>(m_every->currentData().toInt());
    rule.days = 0;
    for (size_t day = 0; day < m_days.size(); ++day) {
        if (m_days[day]->isChecked())
            rule.days |= static_cast<quint8>(1U << day);
    }
    rule.dayOfMonth = m_dayOfMonth->value();
    rule.minute = m_time->time().msecsSinceStartOfDay() / 60'000;
    rule.timeZone = m_ruleZone;
    return rule;
}

OccurrenceAction RepeatDialog::action() const
{
    return static_cast<OccurrenceAction>(m_actions->checkedId());
}

void RepeatDialog::refresh()
{
    const RecurrenceRule chosen = rule();
    m_weekRow->setVisible(chosen.every == RecurrenceRule::Every::Week);
    m_monthRow->setVisible(chosen.every == RecurrenceRule::Every::Month);
    m_hint->setProblem({});
    if (chosen.isValid())
        m_hint->setHint(
            tr("Next on %1, while Fanfare is open. Of times that were missed, you are asked about the latest.")
                .arg(momentText(nextOccurrence(chosen, m_clock.now(), m_zone))));
    else
        m_hint->setHint({});
    adjustSize();
}
