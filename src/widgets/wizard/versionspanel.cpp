#include "widgets/wizard/versionspanel.h"

#include "presentation/wording.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/textlabel.h"
#include "widgets/wizard/hintline.h"
#include "widgets/wizard/versionrow.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kFewestPercent = 10;
constexpr int kEverybody = 100;
constexpr int kUsualPercent = 20;
constexpr int kUsualHours = 4;
constexpr int kMostHours = 24 * 14;

/// Two versions, of which the second is still to be changed; a fifth takes part.
AbTestTerms usualTerms()
{
    AbTestTerms terms;
    terms.seed = QRandomGenerator::system()->generate();
    terms.decideAfter = std::chrono::hours{kUsualHours};
    terms.restPercent = kEverybody - kUsualPercent;
    terms.variants.resize(kFewestVariants);
    return terms;
}

} // namespace

VersionsPanel::VersionsPanel(const Clock &clock, QWidget *parent)
    : QWidget{parent}
    , m_clock{clock}
    , m_zone{QTimeZone::systemTimeZone()}
    , m_openButton{new Button{tr("Test several versions…"), ButtonKind::Quiet, u"duplicate"_s}}
{
    m_openButton->setObjectName(u"openVersionsButton"_s);
    m_openButton->setSmall(true);
    m_opened = makeOpened();
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_openButton, 0, Qt::AlignLeading);
    column->addWidget(m_opened);
    connect(m_openButton, &Button::clicked, this, &VersionsPanel::open);
    setTerms({});
}

QWidget *VersionsPanel::makeOpened()
{
    auto *card = new Card{12};
    setFrameLook(card, FrameLook::Inner);
    card->column()->setSpacing(10);
    auto *close = new Button{tr("Send one version"), ButtonKind::Quiet};
    close->setObjectName(u"closeVersionsButton"_s);
    close->setSmall(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new TextLabel{tr("Versions"), TypeRole::BodyBold});
    auto *words = new TextLabel{tr("Each goes to an equal part of the people, drawn by lot"), TypeRole::Label,
                                TextLabel::Ink::Text3};
    words->setElided(true);
    head->addWidget(words, 1);
    head->addWidget(close);
    card->column()->addLayout(head);
    m_rowColumn = new QVBoxLayout;
    m_rowColumn->setSpacing(10);
    card->column()->addLayout(m_rowColumn);
    m_addButton = new Button{tr("Add a version"), ButtonKind::Quiet, u"plus"_s};
    m_addButton->setObjectName(u"addVersionButton"_s);
    m_addButton->setSmall(true);
    card->column()->addWidget(m_addButton, 0, Qt::AlignLeading);
    card->column()->addWidget(makeDecision());
    m_hint = new HintLine;
    card->column()->addWidget(m_hint);
    connect(close, &Button::clicked, this, &VersionsPanel::close);
    connect(m_addButton, &Button::clicked, this, &VersionsPanel::addVersion);
    return card;
}

QWidget *VersionsPanel::makeDecision()
{
    m_people = new QSpinBox;
    m_people->setObjectName(u"testPeople"_s);
    m_people->setAccessibleName(tr("How many of 100 people take part in the test"));
    m_people->setRange(kFewestPercent, kEverybody);
    m_people->setSingleStep(5);
    m_people->setSuffix(tr(" % take part"));
    m_measure = new QComboBox;
    m_measure->setObjectName(u"winnerBy"_s);
    m_measure->setAccessibleName(tr("By what the winner is found"));
    m_measure->addItem(tr("Most read"), toWord(AbMeasure::Read));
    m_measure->addItem(tr("Most answered"), toWord(AbMeasure::Responded));
    m_measure->addItem(tr("Most delivered"), toWord(AbMeasure::Delivered));
    m_when = new QComboBox;
    m_when->setObjectName(u"winnerWhen"_s);
    m_when->setAccessibleName(tr("Who decides, and when"));
    m_when->addItem(tr("sent to the rest after"), true);
    m_when->addItem(tr("sent to the rest when I say so"), false);
    m_hours = new QSpinBox;
    m_hours->setObjectName(u"winnerHours"_s);
    m_hours->setAccessibleName(tr("Hours after the last version began to be sent"));
    m_hours->setRange(1, kMostHours);
    m_hours->setSuffix(tr(" h"));
    auto *group = new QWidget;
    auto *flow = new FlowLayout{8, 8, group};
    for (QWidget *control : std::initializer_list<QWidget *>{m_people, m_measure, m_when, m_hours})
        flow->addWidget(control);
    connect(m_people, &QSpinBox::valueChanged, this, &VersionsPanel::takeDecision);
    connect(m_measure, &QComboBox::currentIndexChanged, this, &VersionsPanel::takeDecision);
    connect(m_when, &QComboBox::currentIndexChanged, this, &VersionsPanel::takeDecision);
    connect(m_hours, &QSpinBox::valueChanged, this, &VersionsPanel::takeDecision);
    return group;
}

void VersionsPanel::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    for (VersionRow *row : m_rows)
        row->setZone(zone);
}

void VersionsPanel::setTemplates(const std::vector<MessageTemplate> &templates,
                                 const std::optional<MessageTemplate> &ofCampaign)
{
    m_templates = templates;
    m_ofCampaign = ofCampaign;
    for (VersionRow *row : m_rows)
        row->setTemplates(m_templates, m_ofCampaign);
}

void VersionsPanel::setTerms(const std::optional<AbTestTerms> &terms)
{
    const bool isSame = terms == m_terms && m_rows.size() == (terms ? terms->variants.size() : 0);
    m_terms = terms;
    if (!isSame)
        rebuildRows();
    refresh();
}

std::optional<AbTestTerms> VersionsPanel::terms() const
{
    return m_terms;
}

void VersionsPanel::setProblem(const QString &sentence)
{
    m_hint->setProblem(sentence);
}

void VersionsPanel::focusFirst()
{
    if (m_rows.empty())
        m_openButton->setFocus(Qt::TabFocusReason);
    else
        focusRow(0);
}

void VersionsPanel::open()
{
    setTerms(usualTerms());
    focusRow(m_rows.size() - 1);
    emit reshaped();
}

void VersionsPanel::close()
{
    setTerms({});
    focusFirst();
    emit reshaped();
}

void VersionsPanel::addVersion()
{
    AbTestTerms terms = *m_terms;
    terms.variants.emplace_back();
    setTerms(terms);
    focusRow(m_rows.size() - 1);
    emit reshaped();
}

void VersionsPanel::removeVersion(VersionRow *row)
{
    AbTestTerms terms = *m_terms;
    const auto place = std::find(m_rows.begin(), m_rows.end(), row) - m_rows.begin();
    terms.variants.erase(terms.variants.begin() + place);
    setTerms(terms);
    focusRow(std::min(static_cast<size_t>(place), m_rows.size() - 1));
    emit reshaped();
}

void VersionsPanel::rebuildRows()
{
    for (VersionRow *row : m_rows) {
        row->hide();
        row->deleteLater(); // it may be the one whose button was pressed
    }
    m_rows.clear();
    if (!m_terms)
        return;
    const auto count = static_cast<int>(m_terms->variants.size());
    for (int index = 0; index < count; ++index) {
        auto *row = new VersionRow{m_clock};
        row->setZone(m_zone);
        row->setLetter(index);
        row->setTemplates(m_templates, m_ofCampaign);
        row->setVariant(m_terms->variants[static_cast<size_t>(index)]);
        row->setRemovable(count > kFewestVariants);
        connect(row, &VersionRow::edited, this, [this, row, index] {
            m_terms->variants[static_cast<size_t>(index)] = row->variant();
            emit edited();
        });
        connect(row, &VersionRow::removeRequested, this, [this, row] { removeVersion(row); });
        m_rowColumn->addWidget(row);
        row->show(); // a layout does that later, and the keyboard may go there at once
        m_rows.push_back(row);
    }
}

void VersionsPanel::focusRow(size_t place)
{
    m_rows[place]->focusFirst();
}

void VersionsPanel::refresh()
{
    m_openButton->setVisible(!m_terms);
    m_opened->setVisible(m_terms.has_value());
    if (!m_terms)
        return;
    const QSignalBlocker quietPeople{m_people};
    const QSignalBlocker quietMeasure{m_measure};
    const QSignalBlocker quietWhen{m_when};
    const QSignalBlocker quietHours{m_hours};
    m_addButton->setVisible(m_terms->variants.size() < kMostVariants);
    m_people->setValue(kEverybody - m_terms->restPercent);
    m_measure->setCurrentIndex(m_measure->findData(toWord(m_terms->measure)));
    m_when->setCurrentIndex(m_when->findData(m_terms->decideAfter.has_value()));
    if (m_terms->decideAfter)
        m_hours->setValue(
            static_cast<int>(std::chrono::ceil<std::chrono::hours>(*m_terms->decideAfter).count()));
    const bool hasRest = m_terms->restPercent > 0;
    m_when->setVisible(hasRest);
    m_hours->setVisible(hasRest && m_terms->decideAfter);
    m_hint->setHint(hasRest
                        ? tr("Where the best version is not clear by then, you are asked; nothing is sent.")
                        : tr("Everybody gets one of the versions."));
}

void VersionsPanel::takeDecision()
{
    m_terms->restPercent = kEverybody - m_people->value();
    m_terms->measure = abMeasureFromWord(m_measure->currentData().toString()).value_or(AbMeasure::Read);
    const bool wasTimed = m_terms->decideAfter.has_value();
    if (!m_when->currentData().toBool())
        m_terms->decideAfter.reset();
    else if (!wasTimed || sender() == m_hours)
        m_terms->decideAfter = std::chrono::hours{m_hours->value()};
    refresh();
    emit edited();
}
