#include "widgets/segments/audiencedialog.h"

#include "presentation/campaignoverview.h"
#include "widgets/controls/button.h"
#include "widgets/controls/choicecard.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/typography.h"

#include <QComboBox>

using namespace Qt::StringLiterals;

AudienceDialog::AudienceDialog(const ContactAudienceChoices &choices, QWidget *parent)
    : MessageDialog{tr("Who of your contacts gets this campaign?"),
                    tr("Whoever opted out gets nothing, whatever you choose."), parent}
    , m_choices{choices}
    , m_count{new TextLabel{u"–"_s, TypeRole::BodyBold}}
{
    setObjectName(u"audienceDialog"_s);
    m_agreed = addChoice(tr("Everybody who agreed"), tr("With a recorded opt-in"), u"takeAgreed"_s, true);
    m_segment = addChoice(tr("A segment"),
                          choices.segments.empty() ? tr("There is none yet: make one with “Segments…”")
                                                   : tr("Its people when the campaign is sent"),
                          u"takeSegment"_s, !choices.segments.empty());
    m_segmentBox = makeBox(u"segmentBox"_s, tr("Segment"));
    for (const SegmentEntry &segment : choices.segments)
        m_segmentBox->addItem(segment.name);
    m_tag = addChoice(tr("A tag"),
                      choices.tags.isEmpty() ? tr("No contact has one yet") : tr("Whoever has it by then"),
                      u"takeTag"_s, !choices.tags.isEmpty());
    m_tagBox = makeBox(u"tagBox"_s, tr("Tag"));
    m_tagBox->addItems(choices.tags);
    m_campaign = addChoice(tr("People of an earlier campaign"),
                           choices.campaigns.empty() ? tr("None has been sent yet")
                                                     : tr("By what became of its message"),
                           u"takeCampaign"_s, !choices.campaigns.empty());
    m_campaignBox = makeBox(u"campaignBox"_s, tr("Campaign"));
    for (const SegmentCampaign &campaign : choices.campaigns)
        m_campaignBox->addItem(campaign.name);
    m_groupBox = makeBox(u"groupBox"_s, tr("Which of its people"));
    for (const FollowUpAudience group :
         {FollowUpAudience::DidNotRead, FollowUpAudience::Read, FollowUpAudience::DidNotAnswer,
          FollowUpAudience::Responded, FollowUpAudience::PressedButton, FollowUpAudience::Failed,
          FollowUpAudience::MayWorkNow})
        m_groupBox->addItem(followUpText(group), static_cast<int>(group));
    m_count->setObjectName(u"audienceCount"_s);
    addContent(m_count);

    auto *segments = addButton(tr("Segments…"), ButtonKind::Quiet, QDialog::Rejected);
    segments->setObjectName(u"openSegments"_s);
    segments->setToolTip(tr("Make a segment, or change one"));
    connect(segments, &Button::clicked, this, &AudienceDialog::segmentsRequested);
    addButton(tr("Cancel"), ButtonKind::Outlined, QDialog::Rejected);
    m_takeButton = addButton(tr("Take them"), ButtonKind::Primary, QDialog::Accepted, true);
    m_takeButton->setObjectName(u"takeAudience"_s);
    connect(this, &QDialog::accepted, this, [this] {
        if (const std::optional<ContactAudience> taken = audience())
            emit chosen(*taken);
    });
    m_agreed->setChecked(true);
    for (ChoiceCard *card : {m_agreed, m_segment, m_tag, m_campaign})
        connect(card, &ChoiceCard::toggled, this, [this](bool isChosen) {
            if (isChosen)
                refresh();
        });
    for (QComboBox *box : {m_segmentBox, m_tagBox, m_campaignBox, m_groupBox})
        connect(box, &QComboBox::currentIndexChanged, this, &AudienceDialog::refresh);
    refresh();
}

void AudienceDialog::start()
{
    refresh();
}

void AudienceDialog::setCount(const ContactAudience &counted, qint64 people)
{
    if (audience() != counted)
        return;
    m_count->setText(tr("%Ln people now", nullptr, static_cast<int>(people)));
    m_takeButton->setEnabled(people > 0 || counted.kind == ContactAudience::Kind::Rule);
}

std::optional<ContactAudience> AudienceDialog::audience() const
{
    using Subject = SegmentCondition::Subject;
    ContactAudience audience;
    if (m_agreed->isChecked()) {
        audience.rule = SegmentRule::of({.subject = Subject::OptedIn, .test = SegmentCondition::Test::Holds});
        audience.name = tr("Everybody who agreed");
    } else if (m_segment->isChecked() && m_segmentBox->currentIndex() >= 0) {
        const SegmentEntry &segment = m_choices.segments[static_cast<size_t>(m_segmentBox->currentIndex())];
        audience.rule = segment.rule;
        audience.name = segment.name;
    } else if (m_tag->isChecked() && m_tagBox->currentIndex() >= 0) {
        audience.rule = SegmentRule::of({.subject = Subject::Tag, .value = m_tagBox->currentText()});
        audience.name = m_tagBox->currentText();
    } else if (m_campaign->isChecked() && m_campaignBox->currentIndex() >= 0) {
        audience.kind = ContactAudience::Kind::Campaign;
        audience.campaign = m_choices.campaigns[static_cast<size_t>(m_campaignBox->currentIndex())].id;
        audience.group = static_cast<FollowUpAudience>(m_groupBox->currentData().toInt());
    } else {
        return std::nullopt;
    }
    return audience;
}

ChoiceCard *AudienceDialog::addChoice(const QString &title, const QString &sentence, const QString &name,
                                      bool isThere)
{
    auto *card = new ChoiceCard{title, sentence};
    card->setObjectName(name);
    card->setEnabled(isThere);
    addContent(card);
    return card;
}

QComboBox *AudienceDialog::makeBox(const QString &name, const QString &accessibleName)
{
    auto *box = new QComboBox;
    box->setObjectName(name);
    box->setAccessibleName(accessibleName);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addContent(box);
    return box;
}

void AudienceDialog::refresh()
{
    m_segmentBox->setVisible(m_segment->isChecked());
    m_tagBox->setVisible(m_tag->isChecked());
    m_campaignBox->setVisible(m_campaign->isChecked());
    m_groupBox->setVisible(m_campaign->isChecked());
    const std::optional<ContactAudience> wanted = audience();
    m_count->setText(u"–"_s);
    m_takeButton->setEnabled(false);
    if (wanted)
        emit countWanted(*wanted);
}
