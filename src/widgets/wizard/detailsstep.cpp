#include "widgets/wizard/detailsstep.h"

#include "presentation/wording.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/formfield.h"
#include "widgets/controls/textlabel.h"
#include "widgets/wizard/headerfile.h"
#include "widgets/wizard/previewcard.h"
#include "widgets/wizard/steppane.h"
#include "widgets/wizard/templatechooser.h"
#include "widgets/wizard/versionspanel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPreviewWidth = 376;

} // namespace

DetailsStep::DetailsStep(const Clock &clock, QWidget *parent)
    : WizardStepPage{parent}
    , m_templates{new TemplateChooser{clock}}
    , m_versions{new VersionsPanel{clock}}
{
    m_preview = new PreviewCard;
    m_preview->addToTitle(new TextLabel{tr("with sample values"), TypeRole::Label, TextLabel::Ink::Text2});
    auto *hint = new TextLabel{tr("Marked words are filled in for each person."), TypeRole::Label,
                               TextLabel::Ink::Text3};
    hint->setWordWrap(true);
    m_preview->addBelow(hint);

    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new StepPane{makeForm(), m_preview, kPreviewWidth});
    connectAll();
    refreshChosen();
}

void DetailsStep::setSenders(const std::vector<SenderNumber> &senders)
{
    const QSignalBlocker quiet{m_sender};
    m_sender->clear();
    for (const SenderNumber &sender : senders)
        m_sender->addItem(sender.label, sender.id.value);
    m_sender->setCurrentIndex(std::max(0, m_sender->findData(m_shown.accountId.value)));
    m_sender->setEnabled(!senders.empty());
    m_templates->setHasNumber(!senders.empty());
    m_senderField->setHint(senders.empty() ? tr("Connect a number in Settings; drafting works without one")
                                           : tr("Templates are listed for this number"));
}

void DetailsStep::setTemplates(const std::vector<MessageTemplate> &templates, std::optional<UtcTime> syncedAt)
{
    m_templates->setTemplates(templates, syncedAt);
    refreshChosen();
}

void DetailsStep::setZone(const QTimeZone &zone)
{
    m_versions->setZone(zone);
}

void DetailsStep::setSyncing(bool syncing)
{
    m_templates->setSyncing(syncing);
}

void DetailsStep::setSyncError(const Error &error)
{
    m_templates->setSyncError(error);
}

void DetailsStep::showDraft(const CampaignDraft &draft)
{
    m_shown = draft;
    const QSignalBlocker quietName{m_name};
    const QSignalBlocker quietDescription{m_description};
    const QSignalBlocker quietMedia{m_media};
    const QSignalBlocker quietSender{m_sender};
    m_name->setText(draft.name);
    m_description->setText(draft.description);
    m_media->setText(draft.settings.headerMedia.value);
    m_versions->setTerms(draft.test);
    if (const int place = m_sender->findData(draft.accountId.value); place >= 0)
        m_sender->setCurrentIndex(place);
    m_templates->choose(draft.templateName, draft.language);
    refreshChosen();
}

void DetailsStep::writeTo(CampaignDraft &draft) const
{
    draft.name = m_name->text();
    draft.description = m_description->text();
    if (m_sender->currentIndex() >= 0)
        draft.accountId = {m_sender->currentData().toLongLong()};
    draft.templateName = m_templates->templateName();
    draft.language = m_templates->language();
    const QString media = m_media->text().trimmed();
    if (media != draft.settings.headerMedia.value)
        draft.settings.headerMedia = HeaderMedia::fromText(media);
    draft.test = m_versions->terms();
}

void DetailsStep::focusFirst()
{
    m_name->setFocus(Qt::TabFocusReason);
}

bool DetailsStep::leadsElsewhere() const
{
    return m_templates->offersSync();
}

void DetailsStep::showProblem(DraftField field, const QString &sentence)
{
    switch (field) {
    case DraftField::Name: m_nameField->setProblem(sentence); break;
    case DraftField::HeaderMedia: m_mediaField->setProblem(sentence); break;
    case DraftField::Template: m_templates->setProblem(sentence); break;
    case DraftField::Versions: m_versions->setProblem(sentence); break;
    case DraftField::People:
    case DraftField::Defaults:
    case DraftField::Moment:
    case DraftField::Hours:
    case DraftField::Days: break;
    }
}

void DetailsStep::focusField(DraftField field)
{
    if (field == DraftField::Versions)
        return m_versions->focusFirst();
    if (field == DraftField::Template)
        m_templates->focusSearch();
    else
        (field == DraftField::HeaderMedia ? m_media : m_name)->setFocus(Qt::TabFocusReason);
}

std::vector<DraftField> DetailsStep::fields() const
{
    return {DraftField::Name, DraftField::Template, DraftField::HeaderMedia, DraftField::Versions};
}

QWidget *DetailsStep::makeForm()
{
    auto *form = new Card{24};
    form->column()->setContentsMargins(24, 20, 24, 20);
    form->column()->setSpacing(14);

    m_name = new QLineEdit;
    m_name->setObjectName(u"nameEdit"_s);
    m_name->setMaxLength(200);
    m_nameField = new FormField{tr("Campaign name"), m_name};
    m_nameField->setRequired(true);
    m_nameField->setHint(tr("Only you see this name"));
    m_sender = new QComboBox;
    m_sender->setObjectName(u"senderCombo"_s);
    m_sender->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_senderField = new FormField{tr("Send from"), m_sender};
    auto *firstRow = new QHBoxLayout;
    firstRow->setSpacing(16);
    firstRow->addWidget(m_nameField, 5);
    firstRow->addWidget(m_senderField, 4);
    form->column()->addLayout(firstRow);

    m_description = new QLineEdit;
    m_description->setObjectName(u"descriptionEdit"_s);
    form->column()->addWidget(new FormField{tr("Description"), m_description});
    form->column()->addWidget(m_templates, 1);
    form->column()->addWidget(makeMediaField());
    form->column()->addWidget(m_versions);

    m_banner = new Banner;
    form->column()->addWidget(m_banner);

    m_values = new QWidget;
    new FlowLayout{8, 8, m_values};
    m_valuesGroup = new QWidget;
    auto *valuesColumn = new QVBoxLayout{m_valuesGroup};
    valuesColumn->setContentsMargins(0, 0, 0, 0);
    valuesColumn->setSpacing(6);
    valuesColumn->addWidget(new TextLabel{tr("Values this template needs from each recipient"),
                                          TypeRole::Label, TextLabel::Ink::Text2});
    valuesColumn->addWidget(m_values);
    form->column()->addWidget(m_valuesGroup);
    form->column()->addStretch();
    setSenders({});
    return form;
}

QWidget *DetailsStep::makeMediaField()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout{row};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_media = new QLineEdit;
    m_media->setObjectName(u"mediaEdit"_s);
    m_media->setPlaceholderText(tr("File, link or media number"));
    m_mediaButton = new Button{tr("Choose file…"), ButtonKind::Outlined, u"image"_s};
    layout->addWidget(m_media, 1);
    layout->addWidget(m_mediaButton);
    row->setFocusProxy(m_media);
    m_mediaField = new FormField{tr("File for the header"), row};
    m_mediaField->setRequired(true);
    return m_mediaField;
}

void DetailsStep::connectAll()
{
    connect(m_name, &QLineEdit::textEdited, this, [this] { touch(DraftField::Name); });
    connect(m_description, &QLineEdit::textEdited, this, &DetailsStep::edited);
    connect(m_sender, &QComboBox::currentIndexChanged, this, &DetailsStep::edited);
    connect(m_media, &QLineEdit::textChanged, this, [this] {
        touch(DraftField::HeaderMedia);
        updatePreview();
    });
    connect(m_versions, &VersionsPanel::edited, this, [this] { touch(DraftField::Versions); });
    connect(m_versions, &VersionsPanel::reshaped, this, &DetailsStep::edited);
    connect(m_mediaButton, &Button::clicked, this, &DetailsStep::chooseMediaFile);
    connect(m_templates, &TemplateChooser::chosen, this, [this] {
        refreshChosen();
        touch(DraftField::Template);
    });
    connect(m_templates, &TemplateChooser::syncWanted, this, &DetailsStep::syncWanted);
    connect(m_templates, &TemplateChooser::connectNumberWanted, this, &DetailsStep::connectNumberWanted);
}

void DetailsStep::refreshChosen()
{
    const MessageTemplate *chosen = m_templates->chosenTemplate();
    const bool needsMedia = chosen && chosen->needsHeaderMedia();
    m_mediaField->setVisible(needsMedia);
    if (needsMedia) {
        m_mediaField->setHint(headerFileHint(chosen->headerFormat));
        m_mediaButton->setIconName(chosen->headerFormat == HeaderFormat::Image ? u"image"_s : u"file"_s);
    }

    m_banner->setVisible(chosen && chosen->category == "MARKETING"_L1);
    if (chosen)
        m_banner->setMessage(Tone::Blue, tr("This is a marketing template."),
                             tr("Meta charges for every message delivered, and people who stopped marketing "
                                "messages will not get it."));

    showValues(chosen ? chosen->variables() : std::vector<TemplateVariable>{});
    refreshVersions();
    updatePreview();
}

void DetailsStep::showValues(const std::vector<TemplateVariable> &variables)
{
    qDeleteAll(m_values->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    for (const TemplateVariable &variable : variables) {
        auto *tag = new Card{0};
        setFrameLook(tag, FrameLook::Tag);
        tag->column()->setContentsMargins(7, 2, 7, 2);
        tag->column()->addWidget(
            new TextLabel{variableLabel(variable), TypeRole::Label, TextLabel::Ink::Text2});
        m_values->layout()->addWidget(tag);
        tag->show();
    }
    if (!variables.empty()) {
        auto *next = new TextLabel{tr("You will match them to columns in the next step"), TypeRole::Label,
                                   TextLabel::Ink::Text3};
        next->setMinimumHeight(scaledWithText(22));
        m_values->layout()->addWidget(next);
        next->show();
    }
    m_valuesGroup->setVisible(!variables.empty());
}

void DetailsStep::refreshVersions()
{
    const MessageTemplate *chosen = m_templates->chosenTemplate();
    m_versions->setVisible(chosen != nullptr);
    m_versions->setTemplates(m_templates->templates(), chosen ? std::optional{*chosen} : std::nullopt);
}

void DetailsStep::chooseMediaFile()
{
    const MessageTemplate *chosen = m_templates->chosenTemplate();
    chooseHeaderFile(chosen ? chosen->headerFormat : HeaderFormat::Document, m_shown.settings.headerMedia,
                     m_media);
}

void DetailsStep::updatePreview()
{
    const MessageTemplate *chosen = m_templates->chosenTemplate();
    if (!chosen) {
        m_preview->showNothing(tr("Choose a template to see the message as a phone will show it."));
        return;
    }
    m_preview->showMessage(*chosen, exampleValues(*chosen), HeaderMedia::fromText(m_media->text().trimmed()));
}
