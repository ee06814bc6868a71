#include "widgets/pages/answerspanel.h"

#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/formfield.h"
#include "widgets/controls/textlabel.h"
#include "widgets/pages/settingssection.h"

#include <QEvent>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int kLinesShown = 9;

} // namespace

AnswersPanel::AnswersPanel(QWidget *parent)
    : QWidget{parent}
    , m_answers{new QPlainTextEdit}
    , m_usual{new Button{tr("Back to the usual words"), ButtonKind::Outlined}}
    , m_hours{new QSpinBox}
{
    QVBoxLayout *column = beginSection(this, tr("Answers"), tr("What becomes of what people write back."));

    m_answers->setTabChangesFocus(true);
    m_answers->setFixedHeight(kLinesShown * lineHeightFor(TypeRole::Body) + 20);
    m_answers->installEventFilter(this);
    auto *answers = new FormField{tr("Who answers with one of these is written to no more"), m_answers};
    answers->setHint(
        tr("One answer a line. It has to be the whole answer; case, accents and punctuation do not "
           "matter. A campaign that is sending leaves the person out at once. Left empty, the usual words "
           "count."));
    m_hours->setRange(0, static_cast<int>(AnswerRules::kLongestAttribution.count()));
    m_hours->setMinimumHeight(36);
    auto *hours = new FormField{tr("Hours in which an answer counts for a campaign"), m_hours};
    hours->setHint(tr("Most answers say which message they answer. One that does not counts for the latest "
                      "campaign that wrote to the person in so many hours."));

    auto *card = new Card{24};
    card->setMaximumWidth(scaledWithText(kSettingsFormWidth));
    card->column()->setSpacing(16);
    card->column()->addWidget(answers);
    card->column()->addWidget(m_usual, 0, Qt::AlignLeading);
    card->column()->addWidget(hours);
    column->addWidget(card);
    column->addStretch();

    connect(m_answers, &QPlainTextEdit::textChanged, this, &AnswersPanel::showWhetherUsual);
    connect(m_usual, &Button::clicked, this, [this] {
        m_answers->setPlainText(usualOptOutAnswers().join(u'\n'));
        noteRules();
        m_answers->setFocus(); // the button is off now
    });
    connect(m_hours, &QSpinBox::editingFinished, this, &AnswersPanel::noteRules);
    setRules({});
}

void AnswersPanel::setRules(const AnswerRules &rules)
{
    m_rules = rules;
    if (!m_answers->hasFocus()) // nobody loses what they are typing
        m_answers->setPlainText(rules.optOutAnswers.join(u'\n'));
    const QSignalBlocker quiet{m_hours};
    m_hours->setValue(static_cast<int>(rules.attribution.count()));
    showWhetherUsual();
}

bool AnswersPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_answers && event->type() == QEvent::FocusOut)
        noteRules();
    return QWidget::eventFilter(watched, event);
}

AnswerRules AnswersPanel::readRules() const
{
    AnswerRules rules;
    QStringList answers;
    const QStringList lines = m_answers->toPlainText().split(u'\n');
    for (const QString &line : lines) {
        if (const QString answer = line.simplified(); !answer.isEmpty())
            answers << answer;
    }
    if (!answers.isEmpty()) // there has to be a way out
        rules.optOutAnswers = answers;
    rules.attribution = std::chrono::hours{m_hours->value()};
    return rules;
}

void AnswersPanel::noteRules()
{
    const AnswerRules rules = readRules();
    if (rules == m_rules)
        return;
    m_rules = rules;
    emit rulesChanged(rules);
}

void AnswersPanel::showWhetherUsual()
{
    m_usual->setEnabled(readRules().optOutAnswers != usualOptOutAnswers());
}
