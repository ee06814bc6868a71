#include "widgets/wizard/reviewstep.h"

#include "presentation/costwords.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"
#include "widgets/wizard/checklist.h"
#include "widgets/wizard/costcard.h"
#include "widgets/wizard/hintline.h"
#include "widgets/wizard/previewcard.h"
#include "widgets/wizard/steppane.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QRandomGenerator>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPreviewWidth = 376;

class TestIcon final : public QWidget
{
public:
    TestIcon() { setFixedSize(20, 20); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter{this};
        drawIcon(&painter, rect(), u"test"_s, Theme::of(this).text2);
    }
};

} // namespace

ReviewStep::ReviewStep(const Clock &clock, PhoneFormat phoneFormat, QWidget *parent)
    : WizardStepPage{parent}
    , m_clock{clock}
    , m_phoneFormat{std::move(phoneFormat)}
    , m_zone{QTimeZone::systemTimeZone()}
    , m_checks{new CheckList}
    , m_costCard{new CostCard}
    , m_preview{new PreviewCard}
{
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new StepPane{makeMain(), m_preview, kPreviewWidth});
    fillPreviewCard();
    connect(m_checks, &CheckList::checkAgainRequested, this, &ReviewStep::checkAgainRequested);
    connect(m_checks, &CheckList::fixRequested, this, &ReviewStep::fixRequested);
    connect(m_costCard, &CostCard::ratesRequested, this, &ReviewStep::ratesRequested);
    connect(m_testButton, &Button::clicked, this, &ReviewStep::sendTest);
    connect(m_testPhone, &QLineEdit::returnPressed, this, &ReviewStep::sendTest);
    refreshSummary();
    refreshPreview();
}

void ReviewStep::setTemplate(const std::optional<MessageTemplate> &messageTemplate)
{
    m_template = messageTemplate;
    refreshSummary();
    refreshPreview();
}

void ReviewStep::setPeople(qint64 people)
{
    m_people = people;
    refreshSummary();
}

void ReviewStep::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    refreshSummary();
}

void ReviewStep::setPractice(bool practice)
{
    m_isPractice = practice;
}

void ReviewStep::showChecking()
{
    m_isReady = false;
    m_checks->showChecking();
}

void ReviewStep::setChecks(const std::vector<PreflightCheck> &checks,
                           const std::optional<SendEstimate> &estimate,
                           const std::optional<CostEstimate> &cost)
{
    m_estimate = estimate;
    m_cost = cost;
    m_costCard->setEstimate(cost);
    m_isReady = ::isReady(checks);
    m_checks->showChecks(checks);
    refreshSummary();
}

void ReviewStep::setChecksError(const Error &error)
{
    m_isReady = false;
    m_checks->showError(error);
}

void ReviewStep::setSample(const RecipientSample &sample)
{
    if (sample.people > 0 && sample.phone.isEmpty()) { // nobody is meant: who was shown stays
        m_sampleProblem->setInk(TextLabel::Ink::Text2);
        m_sampleProblem->setText(m_asked == SampleChoice::Kind::Refused
                                     ? tr("Meta would refuse nobody's message.")
                                     : tr("Nobody misses a value."));
        m_sampleProblem->show();
        return;
    }
    m_sample = sample;
    refreshPreview();
}

void ReviewStep::setTestSent()
{
    m_testButton->setEnabled(true);
    m_testHint->setProblem({});
    m_testDone->setText(m_isPractice ? tr("Practice: the test was accepted, no phone gets it.")
                                     : tr("Accepted by Meta. It should arrive within a minute."));
    m_testDone->show();
}

void ReviewStep::setTestError(const Error &error)
{
    m_testButton->setEnabled(true);
    m_testDone->hide();
    m_testHint->setProblem(error.message);
}

void ReviewStep::showDraft(const CampaignDraft &draft)
{
    m_shown = draft;
    refreshSummary();
    refreshPreview();
}

void ReviewStep::writeTo(CampaignDraft &) const { }

void ReviewStep::focusFirst()
{
    m_checks->setFocus(Qt::TabFocusReason);
}

void ReviewStep::showProblem(DraftField, const QString &) { }

void ReviewStep::focusField(DraftField) { }

std::vector<DraftField> ReviewStep::fields() const
{
    return {};
}

QWidget *ReviewStep::makeMain()
{
    auto *main = new QWidget;
    auto *column = new QVBoxLayout{main};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeSummary());
    column->addWidget(m_checks);
    column->addWidget(m_costCard);
    column->addWidget(makeTest());
    column->addStretch();
    return main;
}

QWidget *ReviewStep::makeSummary()
{
    auto *card = new Card{0};
    card->column()->setContentsMargins(1, 1, 1, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    bool isFirst = true;
    const auto add = [&](const QString &name) {
        Cell cell;
        cell.box = new QWidget;
        auto *outer = new QHBoxLayout{cell.box};
        outer->setContentsMargins(0, 0, 0, 0);
        outer->setSpacing(0);
        if (!isFirst)
            outer->addWidget(new Hairline{Qt::Vertical});
        isFirst = false;
        cell.value = new TextLabel{{}, TypeRole::SectionTitle};
        cell.value->setWordWrap(true);
        cell.note = new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text2};
        cell.note->setWordWrap(true);
        auto *column = new QVBoxLayout;
        column->setContentsMargins(16, 11, 16, 11);
        column->setSpacing(0);
        column->addWidget(new TextLabel{name, TypeRole::Label, TextLabel::Ink::Text2});
        column->addWidget(cell.value);
        column->addWidget(cell.note);
        column->addStretch();
        outer->addLayout(column, 1);
        row->addWidget(cell.box, 1);
        return cell;
    };
    m_peopleCell = add(tr("Recipients"));
    m_startsCell = add(tr("Starts"));
    m_endsCell = add(tr("Ends about"));
    m_costCell = add(tr("Cost"));
    m_templateCell = add(tr("Template"));
    card->column()->addLayout(row);
    return card;
}

QWidget *ReviewStep::makeTest()
{
    auto *card = new Card{16};
    card->column()->setContentsMargins(16, 12, 16, 12);
    card->column()->setSpacing(6);
    m_testPhone = new QLineEdit;
    m_testPhone->setObjectName(u"testPhone"_s);
    m_testPhone->setAccessibleName(tr("Your own phone number"));
    m_testPhone->setPlaceholderText(tr("+34 600 000 274"));
    m_testPhone->setFixedWidth(scaledWithText(200));
    m_testButton = new Button{tr("Send test"), ButtonKind::Outlined, u"send"_s};
    m_testButton->setObjectName(u"sendTest"_s);
    m_testHint = new HintLine;
    m_testDone = new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Green};
    m_testDone->hide();

    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new TextLabel{tr("Send a test to your own phone"), TypeRole::BodyBold});
    words->addWidget(new TextLabel{tr("One message, outside this campaign's numbers"), TypeRole::Label,
                                   TextLabel::Ink::Text2});
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(new TestIcon);
    row->addLayout(words);
    row->addStretch();
    row->addWidget(m_testPhone);
    row->addWidget(m_testButton);
    card->column()->addLayout(row);
    card->column()->addWidget(m_testHint);
    card->column()->addWidget(m_testDone);
    return card;
}

void ReviewStep::fillPreviewCard()
{
    m_previousButton = Button::iconOnly(u"chevron-left"_s, tr("Previous person"));
    m_previousButton->setSmall(true);
    m_previousButton->setObjectName(u"previousPerson"_s);
    m_nextButton = Button::iconOnly(u"chevron-right"_s, tr("Next person"));
    m_nextButton->setSmall(true);
    m_nextButton->setObjectName(u"nextPerson"_s);
    m_place = new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text2};
    m_preview->addToTitle(m_previousButton);
    m_preview->addToTitle(m_place);
    m_preview->addToTitle(m_nextButton);

    m_person = new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text2};
    m_person->setElided(true);
    m_preview->addBelow(m_person);
    m_sampleProblem = new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Red};
    m_sampleProblem->setObjectName(u"sampleProblem"_s);
    m_sampleProblem->setWordWrap(true);
    m_sampleProblem->hide();
    m_preview->addBelow(m_sampleProblem);
    m_jumps = new QWidget;
    auto *row = new FlowLayout{10, 4, m_jumps};
    row->setContentsMargins(0, 2, 0, 0);
    row->addWidget(new TextLabel{tr("Go to:"), TypeRole::Label, TextLabel::Ink::Text2});
    const auto jump = [row](const QString &words, const QString &name) {
        auto *button = new Button{words, ButtonKind::Link};
        button->setObjectName(name);
        button->setSmall(true);
        row->addWidget(button);
        return button;
    };
    auto *first = jump(tr("first"), u"firstSample"_s);
    auto *longest = jump(tr("longest text"), u"longestSample"_s);
    auto *shortest = jump(tr("shortest text"), u"shortestSample"_s);
    auto *withDefault = jump(tr("missing a value"), u"defaultSample"_s);
    auto *refused = jump(tr("refused by Meta"), u"refusedSample"_s);
    auto *random = jump(tr("random"), u"randomSample"_s);
    m_preview->addBelow(m_jumps);

    connect(m_previousButton, &Button::clicked, this,
            [this] { showPlace(m_sample ? m_sample->place - 1 : 0); });
    connect(m_nextButton, &Button::clicked, this, [this] { showPlace(m_sample ? m_sample->place + 1 : 0); });
    connect(random, &Button::clicked, this, [this] {
        const qint64 people = m_sample ? m_sample->people : m_people;
        if (people > 0)
            showPlace(static_cast<qint64>(QRandomGenerator::global()->bounded(static_cast<quint64>(people))));
    });
    connect(first, &Button::clicked, this, [this] { showPlace(0); });
    connect(longest, &Button::clicked, this, [this] { ask(SampleChoice::Kind::Longest, 0); });
    connect(shortest, &Button::clicked, this, [this] { ask(SampleChoice::Kind::Shortest, 0); });
    // Again and again, they go on to the next one.
    const auto askForNext = [this](SampleChoice::Kind kind) {
        const bool isAgain = m_asked == kind && m_sample && !m_sample->phone.isEmpty();
        ask(kind, isAgain ? m_sample->place + 1 : 0);
    };
    connect(withDefault, &Button::clicked, this,
            [askForNext] { askForNext(SampleChoice::Kind::UsesDefault); });
    connect(refused, &Button::clicked, this, [askForNext] { askForNext(SampleChoice::Kind::Refused); });
}

void ReviewStep::refreshSummary()
{
    m_peopleCell.value->setText(tr("%Ln people", nullptr, static_cast<int>(m_people)));
    const QString versions = m_shown.test ? tr("%Ln version(s), tested against each other", nullptr,
                                               static_cast<int>(m_shown.test->variants.size()))
                                          : QString{};
    // The cost takes the place of the template.
    m_peopleCell.note->setText(m_cost && m_shown.test ? tr("one message each · %1").arg(versions)
                                                      : tr("one message each"));
    const QString name = m_template ? m_template->name : unknownText();
    m_templateCell.value->setText(QString{name}.replace(u'_', u"_\u200b"_s)); // may wrap after each word
    m_templateCell.value->setAccessibleName(name);
    const QString kind = m_template
        ? tr("%1 · %2").arg(languageText(m_template->language), categoryText(m_template->category))
        : QString{};
    m_templateCell.note->setText(m_shown.test ? tr("%1 · %2").arg(kind, versions) : kind);

    m_costCell.box->setVisible(m_cost.has_value());
    m_templateCell.box->setVisible(!m_cost);
    if (m_cost) {
        m_costCell.value->setText(tr("up to %1").arg(shownMoney(m_cost->total, m_cost->currency)));
        m_costCell.note->setText(costBreakdown(*m_cost));
    }

    const QString city = zoneCityText(m_zone.id());
    switch (m_shown.when) {
    case SendWhen::Now: m_startsCell.value->setText(tr("At once")); break;
    case SendWhen::Later: m_startsCell.value->setText(tr("Kept as a draft")); break;
    case SendWhen::AtTime:
        m_startsCell.value->setText(m_shown.scheduledFor ? momentText(*m_shown.scheduledFor, m_zone)
                                                         : unknownText());
        break;
    }
    m_startsCell.note->setText(tr("%1 time").arg(city));

    const QString rate = rateText(m_shown.settings.rate);
    if (!m_estimate) {
        m_endsCell.value->setText(unknownText());
        m_endsCell.note->setText(rate);
        return;
    }
    const QDateTime start = toDateTime(m_estimate->startsAt).toTimeZone(m_zone);
    const QDateTime end = toDateTime(m_estimate->endsAt).toTimeZone(m_zone);
    m_endsCell.value->setText(
        start.date() == end.date()
            ? tr("%1, same day").arg(QLocale{}.toString(end.time(), tr("HH:mm", "Qt time format")))
            : momentText(m_estimate->endsAt, m_zone));
    m_endsCell.note->setText(tr("%1 · %2").arg(rate,
                                               durationText(std::chrono::duration_cast<std::chrono::seconds>(
                                                   m_estimate->endsAt - m_estimate->startsAt))));
}

void ReviewStep::refreshPreview()
{
    const bool hasPeople = m_sample && m_sample->people > 0;
    m_previousButton->setEnabled(hasPeople && m_sample->place > 0);
    m_nextButton->setEnabled(hasPeople && m_sample->place + 1 < m_sample->people);
    m_jumps->setEnabled(hasPeople && m_sample->people > 1);
    m_place->setText(hasPeople
                         ? tr("%1 of %2").arg(countText(m_sample->place + 1), countText(m_sample->people))
                         : QString{});
    m_sampleProblem->setInk(TextLabel::Ink::Red);
    m_sampleProblem->setText(hasPeople && !m_sample->problem.isEmpty()
                                 ? tr("Meta would refuse this message. %1").arg(m_sample->problem)
                                 : QString{});
    m_sampleProblem->setVisible(!m_sampleProblem->text().isEmpty());
    if (!m_template) {
        m_person->clear();
        m_preview->showNothing(tr("Choose a template first."));
        return;
    }
    Variables values;
    if (hasPeople) {
        values = m_sample->values;
        for (auto fallback = m_shown.settings.defaults.begin(); fallback != m_shown.settings.defaults.end();
             ++fallback) {
            if (values.value(fallback.key()).trimmed().isEmpty())
                values.insert(fallback.key(), fallback.value());
        }
        values.insert(m_shown.settings.fixedValues);
        const QString phone = isolated(m_phoneFormat ? m_phoneFormat(m_sample->phone) : m_sample->phone);
        m_person->setText(m_sample->name.isEmpty() ? phone : tr("%1 · %2").arg(m_sample->name, phone));
    } else {
        values = exampleValues(*m_template);
        m_person->setText(tr("with sample values"));
    }
    m_preview->showMessage(*m_template, values, m_shown.settings.headerMedia);
}

void ReviewStep::showPlace(qint64 place)
{
    const qint64 last = (m_sample ? m_sample->people : m_people) - 1;
    if (place >= 0 && place <= last)
        ask(SampleChoice::Kind::AtPlace, place);
}

void ReviewStep::ask(SampleChoice::Kind kind, qint64 place)
{
    m_asked = kind;
    emit sampleWanted({kind, place});
}

void ReviewStep::sendTest()
{
    const QString phone = m_testPhone->text().trimmed();
    m_testDone->hide();
    if (phone.isEmpty()) {
        m_testHint->setProblem(tr("Type your own number first"));
        m_testPhone->setFocus(Qt::TabFocusReason);
        return;
    }
    m_testHint->setProblem({});
    m_testButton->setEnabled(false);
    emit testMessageWanted(phone);
}
