#include "widgets/campaign/abtestcard.h"

#include "presentation/wording.h"
#include "widgets/analytics/intervalchart.h"
#include "widgets/controls/button.h"
#include "widgets/controls/chartcard.h"
#include "widgets/controls/dialogs.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/textlabel.h"
#include "widgets/controls/toneicon.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int kIcon = 16;

} // namespace

AbTestCard::AbTestCard(QWidget *parent)
    : QWidget{parent}
    , m_chart{new IntervalChart{tr("Versions of the test")}}
    , m_card{new ChartCard{tr("Versions"), {}, m_chart, [this] { return tableOf(m_overview); }}}
    , m_icon{new ToneIcon{Tone::Gray}}
    , m_verdict{new TextLabel{{}, TypeRole::BodyBold}}
    , m_next{new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text2}}
    , m_buttons{new QWidget}
    , m_buttonFlow{new FlowLayout{8, 8, m_buttons}}
{
    m_buttons->hide();
    setObjectName(u"abTestCard"_s);
    m_verdict->setObjectName(u"abTestVerdict"_s);
    m_next->setObjectName(u"abTestNext"_s);
    for (TextLabel *label : {m_verdict, m_next}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_icon->setFixedSize(kIcon, kIcon);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_verdict);
    words->addWidget(m_next);
    words->addWidget(m_buttons);
    line->addLayout(words, 1);
    m_card->column()->addSpacing(8);
    m_card->column()->addLayout(line);

    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    connect(m_chart, &IntervalChart::rowChosen, this, &AbTestCard::openVersion);
    connect(m_card, &ChartCard::pictureWanted, this, &AbTestCard::pictureWanted);
    connect(m_card, &ChartCard::numbersWanted, this, &AbTestCard::numbersWanted);
}

void AbTestCard::setOverview(const AbTestOverview &overview)
{
    if (overview == m_overview)
        return;
    m_overview = overview;
    std::vector<IntervalRow> rows;
    for (const AbVersionView &version : overview.versions)
        rows.push_back({version.name, version.secondLine, version.share, version.isShown});
    m_chart->setRows(std::move(rows));
    m_card->setUnit(overview.unit);
    m_card->refreshTable();
    m_verdict->setText(overview.verdict);
    m_next->setText(overview.next);
    m_next->setInk(overview.isAsking ? TextLabel::Ink::Amber : TextLabel::Ink::Text2);
    m_icon->setTone(overview.isClear ? Tone::Green : overview.isAsking ? Tone::Amber : Tone::Gray);
    refreshButtons();
}

/// Buttons stay while they are the same: somebody may be pressing one.
void AbTestCard::refreshButtons()
{
    std::vector<std::pair<int, QString>> choices;
    for (int index = 0; index < static_cast<int>(m_overview.versions.size()); ++index) {
        const AbVersionView &version = m_overview.versions[static_cast<size_t>(index)];
        if (version.mayBeChosen)
            choices.emplace_back(index, version.name);
    }
    if (choices == m_choices)
        return;
    m_choices = std::move(choices);
    qDeleteAll(m_buttons->findChildren<Button *>(Qt::FindDirectChildrenOnly));
    for (const auto &[index, name] : m_choices) {
        const QString letter = m_overview.versions[static_cast<size_t>(index)].letter;
        auto *button = new Button{tr("Send %1 to the rest…").arg(letter)};
        button->setSmall(true);
        button->setObjectName(u"choose%1"_s.arg(letter));
        button->setAccessibleDescription(name);
        connect(button, &Button::clicked, this, [this, version = index] { askBeforeChoosing(version); });
        m_buttonFlow->addWidget(button);
        button->show();
    }
    m_buttons->setVisible(!m_choices.empty());
}

void AbTestCard::askBeforeChoosing(int version)
{
    const AbVersionView &chosen = m_overview.versions[static_cast<size_t>(version)];
    const QString body = m_overview.isClear
        ? tr("They are written to at once. This cannot be changed afterwards.")
        : tr("%1 They are written to at once. This cannot be changed afterwards.").arg(m_overview.verdict);
    auto *dialog = new MessageDialog{
        tr("Send version %1 to the rest, %Ln people?", nullptr, m_overview.restPeople).arg(chosen.letter),
        body, this};
    dialog->setObjectName(u"confirmVersion"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->addButton(tr("Not yet"), ButtonKind::Outlined, QDialog::Rejected);
    dialog->addButton(tr("Send version %1").arg(chosen.letter), ButtonKind::Primary, QDialog::Accepted, true);
    connect(dialog, &QDialog::accepted, this, [this, version] { emit versionChosen(version); });
    dialog->open();
}

void AbTestCard::openVersion(int row)
{
    const CampaignId campaign = m_overview.versions.at(static_cast<size_t>(row)).campaign;
    if (campaign.isValid())
        emit campaignRequested(campaign);
}
