#include "widgets/wizard/detailsstep.h"

#include "presentation/wording.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/button.h"
#include "widgets/controls/celldelegate.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/formfield.h"
#include "widgets/controls/searchfield.h"
#include "widgets/controls/statepanel.h"
#include "widgets/controls/statusbadge.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/icon.h"
#include "widgets/wizard/hintline.h"
#include "widgets/wizard/previewcard.h"
#include "widgets/wizard/steppane.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStyle>
#include <QStyleOptionButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowHeight = 40;
constexpr int kFewestRows = 4;
constexpr int kIndicator = 16;
constexpr int kPreviewWidth = 376;

/// The name of a template behind a radio button: exactly one is chosen.
class TemplateNameDelegate final : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

protected:
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.palette);
        const bool isChosen = option.state & QStyle::State_Selected;
        const auto placed = [&](const QRect &part) {
            return QStyle::visualRect(option.direction, rect, part);
        };

        QStyleOptionButton indicator;
        indicator.direction = option.direction;
        indicator.palette = option.palette;
        indicator.state = QStyle::State_Enabled | (isChosen ? QStyle::State_On : QStyle::State_Off);
        indicator.rect =
            placed({rect.left(), rect.center().y() - kIndicator / 2 + 1, kIndicator, kIndicator});
        option.widget->style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &indicator, painter,
                                              option.widget);

        const QFont font = fontFor(isChosen ? TypeRole::BodyBold : TypeRole::Body);
        const QRect words = placed(rect.adjusted(kIndicator + 10, 0, 0, 0));
        const bool isQuiet = index.data(EmphasisRole).toInt() == static_cast<int>(Emphasis::Quiet);
        painter->setFont(font);
        painter->setPen(isQuiet && !isChosen ? theme.text3 : theme.text);
        painter->drawText(
            words,
            Qt::AlignVCenter | Qt::TextSingleLine
                | (option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft),
            QFontMetrics{font}.elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    }
};

Tone toneOfQuality(const QString &quality)
{
    if (quality == "GREEN"_L1)
        return Tone::Green;
    if (quality == "YELLOW"_L1)
        return Tone::Amber;
    return quality == "RED"_L1 ? Tone::Red : Tone::Gray;
}

QString mediaHint(HeaderFormat format)
{
    switch (format) {
    case HeaderFormat::Video:
        return DetailsStep::tr("A video up to 16 MB, a link, or a media number of Meta");
    case HeaderFormat::Document:
        return DetailsStep::tr("A document up to 100 MB, a link, or a media number of Meta");
    case HeaderFormat::Image:
    case HeaderFormat::None:
    case HeaderFormat::Text:
    case HeaderFormat::Location:
        return DetailsStep::tr("A picture up to 5 MB, a link, or a media number of Meta");
    }
    Q_UNREACHABLE();
}

QString mediaFilter(HeaderFormat format)
{
    switch (format) {
    case HeaderFormat::Image: return DetailsStep::tr("Pictures (*.jpg *.jpeg *.png)");
    case HeaderFormat::Video: return DetailsStep::tr("Videos (*.mp4 *.3gp)");
    case HeaderFormat::Document:
    case HeaderFormat::None:
    case HeaderFormat::Text:
    case HeaderFormat::Location: return DetailsStep::tr("All files (*)");
    }
    Q_UNREACHABLE();
}

/// Fills a filter with "All …" and what there is, and keeps the choice.
void fillFilter(QComboBox *filter, const QString &all, const QStringList &words,
                QString (*textOf)(const QString &))
{
    const QSignalBlocker quiet{filter};
    const QString chosen = filter->currentData().toString();
    filter->clear();
    filter->addItem(all, QString{});
    for (const QString &word : words)
        filter->addItem(textOf(word), word);
    filter->setCurrentIndex(std::max(0, filter->findData(chosen)));
}

} // namespace

DetailsStep::DetailsStep(const Clock &clock, QWidget *parent)
    : WizardStepPage{parent}
    , m_clock{clock}
    , m_filter{m_templateModel}
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
    refreshLists();
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
    m_senderField->setHint(senders.empty() ? tr("Connect a number in Settings; drafting works without one")
                                           : tr("Templates are listed for this number"));
}

void DetailsStep::setTemplates(const std::vector<MessageTemplate> &templates, std::optional<UtcTime> syncedAt)
{
    m_templateModel.setTemplates(templates);
    m_syncedAt = syncedAt;
    refreshLists();
    refreshChosen();
}

void DetailsStep::setSyncing(bool syncing)
{
    m_isSyncing = syncing;
    refreshLists();
}

void DetailsStep::setSyncError(const Error &error)
{
    m_isSyncing = false;
    refreshLists();
    m_syncLabel->setText(tr("Not synced: %1").arg(error.message));
    m_syncLabel->setInk(TextLabel::Ink::Amber);
    m_syncLabel->setToolTip(error.detail);
}

void DetailsStep::showDraft(const CampaignDraft &draft)
{
    m_shown = draft;
    m_templateName = draft.templateName;
    m_language = draft.language;
    const QSignalBlocker quietName{m_name};
    const QSignalBlocker quietDescription{m_description};
    const QSignalBlocker quietMedia{m_media};
    const QSignalBlocker quietSender{m_sender};
    m_name->setText(draft.name);
    m_description->setText(draft.description);
    m_media->setText(draft.settings.headerMedia.value);
    if (const int place = m_sender->findData(draft.accountId.value); place >= 0)
        m_sender->setCurrentIndex(place);
    refreshChosen();
    if (m_table->currentIndex().isValid())
        m_table->scrollTo(m_table->currentIndex(), QAbstractItemView::PositionAtCenter);
}

void DetailsStep::writeTo(CampaignDraft &draft) const
{
    draft.name = m_name->text();
    draft.description = m_description->text();
    if (m_sender->currentIndex() >= 0)
        draft.accountId = {m_sender->currentData().toLongLong()};
    draft.templateName = m_templateName;
    draft.language = m_language;
    const QString media = m_media->text().trimmed();
    if (media != draft.settings.headerMedia.value)
        draft.settings.headerMedia = HeaderMedia::fromText(media);
}

void DetailsStep::focusFirst()
{
    m_name->setFocus(Qt::TabFocusReason);
}

bool DetailsStep::leadsElsewhere() const
{
    return m_chooser->currentWidget() == m_noTemplates && !m_isSyncing;
}

void DetailsStep::showProblem(DraftField field, const QString &sentence)
{
    switch (field) {
    case DraftField::Name: m_nameField->setProblem(sentence); break;
    case DraftField::HeaderMedia: m_mediaField->setProblem(sentence); break;
    case DraftField::Template: m_templateHint->setProblem(sentence); break;
    case DraftField::People:
    case DraftField::Defaults:
    case DraftField::Moment:
    case DraftField::Hours:
    case DraftField::Days: break;
    }
}

void DetailsStep::focusField(DraftField field)
{
    QWidget *target = m_name;
    if (field == DraftField::Template)
        target = m_search;
    else if (field == DraftField::HeaderMedia)
        target = m_media;
    target->setFocus(Qt::TabFocusReason);
}

std::vector<DraftField> DetailsStep::fields() const
{
    return {DraftField::Name, DraftField::Template, DraftField::HeaderMedia};
}

bool DetailsStep::eventFilter(QObject *watched, QEvent *event)
{
    // From the search straight into the list, without leaving the keyboard's home.
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) && m_filter.rowCount() > 0
            && static_cast<QKeyEvent *>(event)->modifiers() == Qt::NoModifier) {
            m_table->setFocus(Qt::TabFocusReason);
            if (!m_table->currentIndex().isValid())
                m_table->setCurrentIndex(m_filter.index(0, TemplateTableModel::Name));
            return true;
        }
    }
    return WizardStepPage::eventFilter(watched, event);
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
    form->column()->addWidget(makeTemplateChooser(), 1);
    form->column()->addWidget(makeMediaField());

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

QWidget *DetailsStep::makeTemplateChooser()
{
    auto *group = new QWidget;
    auto *column = new QVBoxLayout{group};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);

    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(new TextLabel{tr("Template"), TypeRole::Label, TextLabel::Ink::Text2});
    head->addWidget(new TextLabel{tr("(required)"), TypeRole::Label, TextLabel::Ink::Text3});
    m_syncLabel = new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text3};
    m_syncLabel->setElided(true);
    m_syncButton = new Button{tr("Sync now"), ButtonKind::Quiet, u"retry"_s};
    m_syncButton->setSmall(true);
    m_syncButton->setObjectName(u"syncButton"_s);
    head->addStretch();
    head->addWidget(m_syncLabel);
    head->addWidget(m_syncButton);
    column->addLayout(head);

    m_search = new SearchField{tr("Search by name or text")};
    m_search->setObjectName(u"templateSearch"_s);
    m_search->installEventFilter(this);
    m_languageFilter = new QComboBox;
    m_languageFilter->setAccessibleName(tr("Language"));
    m_languageFilter->setMinimumWidth(scaledWithText(150));
    m_categoryFilter = new QComboBox;
    m_categoryFilter->setAccessibleName(tr("Category"));
    m_categoryFilter->setMinimumWidth(scaledWithText(160));
    auto *filters = new QHBoxLayout;
    filters->setSpacing(12);
    filters->addWidget(m_search, 1);
    filters->addWidget(m_languageFilter);
    filters->addWidget(m_categoryFilter);
    column->addLayout(filters);

    m_table = new DataTable;
    m_table->setObjectName(u"templateTable"_s);
    m_table->setAccessibleName(tr("Templates"));
    m_table->setRowHeight(kRowHeight);
    m_table->setModel(&m_filter);
    m_table->setItemDelegateForColumn(TemplateTableModel::Name, new TemplateNameDelegate{m_table});
    auto *quiet = new CellDelegate{CellDelegate::FirstLine::Quiet, m_table};
    m_table->setItemDelegateForColumn(TemplateTableModel::Language, quiet);
    m_table->setItemDelegateForColumn(TemplateTableModel::Category, quiet);
    m_table->setItemDelegateForColumn(
        TemplateTableModel::Status,
        new BadgeDelegate{
            [](const QModelIndex &index) { return badgeForTemplate(index.data(StatusRole).toString()); },
            m_table});
    m_table->setItemDelegateForColumn(
        TemplateTableModel::Quality,
        new DotDelegate{
            [](const QModelIndex &index) { return toneOfQuality(index.data(SortRole).toString()); },
            m_table});
    m_table->setColumns({
        {TemplateTableModel::Name,     180, true,  0},
        {TemplateTableModel::Language, 104, false, 0},
        {TemplateTableModel::Category, 100, false, 2},
        {TemplateTableModel::Status,   116, false, 0},
        {TemplateTableModel::Quality,  128, false, 1}
    });
    auto *frame = new Card{0};
    setFrameLook(frame, FrameLook::Inner);
    frame->column()->setContentsMargins(1, 1, 1, 0); // the edge covers the line below the last row
    frame->column()->addWidget(m_table);
    new FrameEdge{frame};
    m_noTemplates = new StatePanel;
    m_chooser = new QStackedWidget;
    m_chooser->addWidget(frame);
    m_chooser->addWidget(m_noTemplates);
    column->addWidget(m_chooser, 1);

    m_templateHint = new HintLine;
    column->addWidget(m_templateHint);
    column->addStretch(); // what a short list leaves over
    return group;
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
    connect(m_mediaButton, &Button::clicked, this, &DetailsStep::chooseMediaFile);
    connect(m_syncButton, &Button::clicked, this, &DetailsStep::syncWanted);
    connect(m_noTemplates, &StatePanel::actionRequested, this, &DetailsStep::syncWanted);
    connect(m_noTemplates, &StatePanel::secondRequested, this, &DetailsStep::connectNumberWanted);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_filter.setSearch(words);
        refreshHints();
        markChosenRow();
    });
    connect(m_languageFilter, &QComboBox::currentIndexChanged, this, [this] {
        m_filter.setLanguage(m_languageFilter->currentData().toString());
        refreshHints();
        markChosenRow();
    });
    connect(m_categoryFilter, &QComboBox::currentIndexChanged, this, [this] {
        m_filter.setCategory(m_categoryFilter->currentData().toString());
        refreshHints();
        markChosenRow();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &DetailsStep::chooseTemplate);
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &DetailsStep::fitTable);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &DetailsStep::fitTable);
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &DetailsStep::fitTable);
}

const MessageTemplate *DetailsStep::chosenTemplate() const
{
    const int row = m_templateModel.rowOf(m_templateName, m_language);
    return row < 0 ? nullptr : &m_templateModel.templateAt(row);
}

void DetailsStep::chooseTemplate(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const MessageTemplate &chosen = m_filter.templateAt(index);
    if (chosen.name == m_templateName && chosen.language == m_language)
        return;
    m_templateName = chosen.name;
    m_language = chosen.language;
    refreshChosen();
    touch(DraftField::Template);
}

void DetailsStep::markChosenRow()
{
    const int row = m_templateModel.rowOf(m_templateName, m_language);
    const QModelIndex shown = row < 0
        ? QModelIndex{}
        : m_filter.mapFromSource(m_templateModel.index(row, TemplateTableModel::Name));
    const QSignalBlocker quiet{m_table->selectionModel()};
    if (shown.isValid()) {
        m_table->selectionModel()->setCurrentIndex(
            shown, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    } else {
        m_table->selectionModel()->clear();
    }
    m_table->viewport()->update();
}

void DetailsStep::refreshLists()
{
    fillFilter(m_languageFilter, tr("All languages"), m_templateModel.languages(), languageText);
    fillFilter(m_categoryFilter, tr("All categories"), m_templateModel.categories(), categoryText);
    m_syncButton->setEnabled(!m_isSyncing);
    m_syncButton->setText(m_isSyncing ? tr("Syncing…") : tr("Sync now"));
    m_syncLabel->setInk(TextLabel::Ink::Text3);
    m_syncLabel->setToolTip({});

    const bool isEmpty = m_templateModel.rowCount() == 0;
    if (isEmpty && m_isSyncing)
        m_noTemplates->showLoading(tr("Fetching the templates from Meta"), false);
    else if (isEmpty)
        m_noTemplates->showEmpty(
            u"templates"_s, tr("No templates yet"),
            tr("Templates are written and approved at Meta. Fetch them once; after that you can "
               "draft without a connection."),
            tr("Sync now"), m_sender->isEnabled() ? QString{} : tr("Connect your number"));
    m_chooser->setCurrentIndex(isEmpty ? 1 : 0);
    m_search->setEnabled(!isEmpty);
    m_languageFilter->setEnabled(!isEmpty);
    m_categoryFilter->setEnabled(!isEmpty);
    refreshHints();
    fitTable();
    markChosenRow();
}

void DetailsStep::refreshHints()
{
    const int all = m_templateModel.rowCount();
    const int shown = m_filter.rowCount();
    QString hint;
    if (all > 0 && shown == 0)
        hint = tr("No template matches. Try fewer words or all languages.");
    else if (all > 0 && !m_search->text().trimmed().isEmpty())
        hint = tr("%1 of %2 templates match “%3”. Only approved templates can be sent.")
                   .arg(countText(shown), countText(all), m_search->text().trimmed());
    else if (all > 0)
        hint = tr("Only approved templates can be sent.");
    m_templateHint->setHint(hint);

    const QString count = tr("%Ln templates", nullptr, all);
    if (all == 0)
        m_syncLabel->clear();
    else if (m_syncedAt)
        m_syncLabel->setText(tr("%1, synced %2").arg(count, relativeText(*m_syncedAt, m_clock.now())));
    else
        m_syncLabel->setText(count);
}

void DetailsStep::refreshChosen()
{
    const MessageTemplate *chosen = chosenTemplate();
    const bool needsMedia = chosen && chosen->needsHeaderMedia();
    m_mediaField->setVisible(needsMedia);
    if (needsMedia) {
        m_mediaField->setHint(mediaHint(chosen->headerFormat));
        m_mediaButton->setIconName(chosen->headerFormat == HeaderFormat::Image ? u"image"_s : u"file"_s);
    }

    m_banner->setVisible(chosen && chosen->category == "MARKETING"_L1);
    if (chosen)
        m_banner->setMessage(Tone::Blue, tr("This is a marketing template."),
                             tr("Meta charges for every message delivered, and people who stopped marketing "
                                "messages will not get it."));

    qDeleteAll(m_values->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    const std::vector<TemplateVariable> variables =
        chosen ? chosen->variables() : std::vector<TemplateVariable>{};
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
    markChosenRow();
    updatePreview();
}

void DetailsStep::fitTable()
{
    const int frame = 1;
    const int header = m_table->horizontalHeader()->height();
    const int row = scaledWithText(kRowHeight);
    const int rows = std::max(1, m_filter.rowCount());
    m_table->setMinimumHeight(header + std::min(kFewestRows, rows) * row);
    m_chooser->setMaximumHeight(m_chooser->currentIndex() == 0 ? header + rows * row + frame
                                                               : QWIDGETSIZE_MAX);
}

void DetailsStep::chooseMediaFile()
{
    const MessageTemplate *chosen = chosenTemplate();
    const HeaderFormat format = chosen ? chosen->headerFormat : HeaderFormat::Document;
    auto *dialog = new QFileDialog{this, tr("Choose the file for the header"),
                                   m_shown.settings.headerMedia.kind == HeaderMedia::Kind::File
                                       ? QFileInfo{m_shown.settings.headerMedia.value}.path()
                                       : QStandardPaths::writableLocation(QStandardPaths::PicturesLocation),
                                   mediaFilter(format)};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_media, &QLineEdit::setText);
    dialog->open();
}

void DetailsStep::updatePreview()
{
    const MessageTemplate *chosen = chosenTemplate();
    if (!chosen) {
        m_preview->showNothing(tr("Choose a template to see the message as a phone will show it."));
        return;
    }
    m_preview->showMessage(*chosen, exampleValues(*chosen), HeaderMedia::fromText(m_media->text().trimmed()));
}
