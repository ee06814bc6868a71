#include "widgets/wizard/recipientsstep.h"

#include "presentation/wording.h"
#include "widgets/controls/dialogs.h"
#include "widgets/controls/toast.h"
#include "widgets/segments/audiencedialog.h"
#include "widgets/wizard/audiencecheckpanel.h"
#include "widgets/wizard/audiencechooser.h"
#include "widgets/wizard/hintline.h"
#include "widgets/wizard/mappingcard.h"
#include "widgets/wizard/pastedialog.h"
#include "widgets/wizard/peoplepanel.h"
#include "widgets/wizard/persondialog.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QProgressBar>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Several changes of the mapping in a row are read once.
constexpr auto kReadDelay = 120ms;

QString droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString{};
}

} // namespace

RecipientsStep::RecipientsStep(PhoneFormat phoneFormat, QWidget *parent)
    : WizardStepPage{parent}
    , m_views{new QStackedWidget}
    , m_chooser{new AudienceChooser}
    , m_check{new AudienceCheckPanel{phoneFormat}}
    , m_list{new PeoplePanel{phoneFormat}}
    , m_problem{new HintLine}
    , m_importProgress{new QProgressBar}
{
    setAcceptDrops(true);
    m_views->addWidget(m_chooser);
    m_views->addWidget(m_check);
    m_views->addWidget(m_list);
    m_importProgress->setTextVisible(false);
    m_importProgress->setFixedHeight(4);
    m_importProgress->setAccessibleName(tr("Adding people"));
    m_importProgress->hide();
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(24, 0, 24, 20);
    column->setSpacing(8);
    column->addWidget(m_importProgress);
    column->addWidget(m_views, 1);
    column->addWidget(m_problem);

    m_readTimer.setSingleShot(true);
    m_readTimer.setInterval(kReadDelay);
    connect(&m_readTimer, &QTimer::timeout, this, &RecipientsStep::readAgain);
    connectChooser();
    connectCheck();
    connectPeople();
    showView(View::Choose);
}

void RecipientsStep::setContactsOffered(bool isOffered)
{
    m_chooser->setContactsOffered(isOffered);
    m_list->setContactsOffered(isOffered);
}

void RecipientsStep::showContactChoices(const ContactAudienceChoices &choices)
{
    if (m_audienceDialog)
        return;
    m_audienceDialog = new AudienceDialog{choices, this};
    m_audienceDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_audienceDialog, &AudienceDialog::segmentsRequested, this, &RecipientsStep::segmentsWanted);
    connect(m_audienceDialog, &AudienceDialog::countWanted, this, &RecipientsStep::contactCountWanted);
    connect(m_audienceDialog, &AudienceDialog::chosen, this, [this](const ContactAudience &audience) {
        setImportProgress(0, 0);
        emit contactAudienceChosen(audience);
    });
    m_audienceDialog->start();
    m_audienceDialog->open();
}

void RecipientsStep::setContactCount(const ContactAudience &audience, qint64 people)
{
    if (m_audienceDialog)
        m_audienceDialog->setCount(audience, people);
}

void RecipientsStep::setFollowed(const QString &name)
{
    m_list->setFollowed(name);
}

void RecipientsStep::setQuestion(const QString &question)
{
    m_chooser->setQuestion(question);
}

void RecipientsStep::keepOtherColumns()
{
    m_check->mapping().keepOtherColumns();
}

void RecipientsStep::setCountries(const QStringList &countries)
{
    m_check->mapping().setCountries(countries);
}

void RecipientsStep::setTemplate(const std::optional<MessageTemplate> &messageTemplate)
{
    const std::vector<TemplateVariable> variables =
        messageTemplate ? messageTemplate->variables() : std::vector<TemplateVariable>{};
    if (variables == m_variables)
        return;
    m_variables = variables;
    m_check->setVariables(variables);
    m_list->setVariables(variables);
    m_check->setDefaults(m_defaults);
    // Other values are needed, so other columns are looked for.
    if (m_checked)
        m_readTimer.start();
}

void RecipientsStep::setPeople(qint64 people)
{
    const bool isOther = people != m_people;
    m_people = people;
    m_list->setPeople(people);
    showFittingView();
    if (isOther && m_views->currentIndex() == static_cast<int>(View::People))
        m_list->reload();
    emit audienceChanged();
}

void RecipientsStep::setPeopleTotal(const QString &search, int total)
{
    m_list->setTotal(search, total);
}

RecipientTableModel &RecipientsStep::people()
{
    return m_list->model();
}

void RecipientsStep::setReadingProgress(double share)
{
    m_check->setReadingProgress(share);
}

void RecipientsStep::setPreview(const AudiencePreview &preview)
{
    if (!(preview.source == m_source))
        return; // an answer to a file that was put away meanwhile
    m_isReading = false;
    m_checked = preview;
    m_check->setPreview(preview);
    m_check->setDefaults(m_defaults);
    showView(View::Check);
    emit audienceChanged();
    if (m_isReadPending)
        readAgain();
}

void RecipientsStep::setReadingError(const Error &error)
{
    m_isReading = false;
    m_isReadPending = false;
    m_checked.reset();
    m_check->showError(error, m_source.title());
    emit audienceChanged();
}

void RecipientsStep::setImportProgress(qint64 done, qint64 total)
{
    m_importProgress->show();
    m_importProgress->setRange(0, 1000);
    m_importProgress->setValue(total > 0 ? static_cast<int>(done * 1000 / total) : 0);
}

void RecipientsStep::setImported(qint64 people)
{
    m_importProgress->hide();
    m_added = m_checked;
    m_addedChoices = m_choices;
    m_list->setLeftOver(m_added ? static_cast<int>(m_added->counts.invalid) : 0);
    m_checked.reset();
    m_source = {};
    m_choices = {};
    m_people = people;
    m_list->setPeople(people);
    m_list->reload();
    showFittingView();
    emit audienceChanged();
}

void RecipientsStep::setImportError(const Error &error)
{
    m_importProgress->hide();
    tellError(this, tr("The people were not added"), error);
}

void RecipientsStep::setImportStopped()
{
    m_importProgress->hide();
}

void RecipientsStep::setPersonAdded(qint64 people)
{
    if (m_personDialog)
        m_personDialog->showAdded();
    setPeople(people);
}

void RecipientsStep::setPersonProblem(const QString &sentence)
{
    if (m_personDialog)
        m_personDialog->showProblem(sentence);
}

void RecipientsStep::forgetDraft()
{
    m_readTimer.stop();
    m_isReading = false;
    m_isReadPending = false;
    m_source = {};
    m_choices = {};
    m_checked.reset();
    m_added.reset();
    m_importProgress->hide();
    m_list->setLeftOver(0);
    m_list->setFollowed({});
    if (m_personDialog)
        m_personDialog->close();
    if (m_audienceDialog)
        m_audienceDialog->close();
}

void RecipientsStep::showDraft(const CampaignDraft &draft)
{
    m_defaults = draft.settings.defaults;
    m_check->setDefaults(m_defaults);
    m_list->setDefaults(m_defaults);
    m_source = draft.source;
    m_choices = draft.choices;
    if (!m_source.isEmpty() && !m_checked && !m_isReading)
        readAgain();
    else
        showFittingView();
    if (m_views->currentIndex() == static_cast<int>(View::People))
        m_list->reload();
}

void RecipientsStep::writeTo(CampaignDraft &draft) const
{
    draft.settings.defaults = m_defaults;
    draft.source = m_source;
    draft.choices = m_choices;
}

void RecipientsStep::focusFirst()
{
    if (QWidget *view = m_views->currentWidget())
        view->setFocus(Qt::TabFocusReason);
    focusNextChild();
}

bool RecipientsStep::leadsElsewhere() const
{
    return m_views->currentWidget() == m_chooser
        || (m_views->currentWidget() == m_check && !m_isReading && !m_checked);
}

bool RecipientsStep::hasEditedRows() const
{
    return !m_choices.fixedPhones.isEmpty() || !m_choices.leftOut.isEmpty();
}

bool RecipientsStep::hasUnaddedPeople() const
{
    return m_checked && m_checked->counts.accepted > 0;
}

qint64 RecipientsStep::audienceSize() const
{
    return m_people + (m_checked ? m_checked->counts.accepted : 0);
}

void RecipientsStep::addCheckedPeople()
{
    if (m_readTimer.isActive()) {
        m_readTimer.stop();
        readAgain();
    }
    setImportProgress(0, 0);
    emit importWanted(m_source, m_check->mapping().applyTo(m_choices));
}

void RecipientsStep::showProblem(DraftField field, const QString &sentence)
{
    if (field == DraftField::People)
        m_problem->setProblem(sentence);
    else if (field == DraftField::Defaults)
        m_check->mapping().setProblem(sentence);
}

void RecipientsStep::focusField(DraftField field)
{
    if (field == DraftField::Defaults)
        m_check->mapping().focusDefaults();
    else
        focusFirst();
}

std::vector<DraftField> RecipientsStep::fields() const
{
    return {DraftField::People, DraftField::Defaults};
}

void RecipientsStep::dragEnterEvent(QDragEnterEvent *event)
{
    if (droppedFile(event->mimeData()).isEmpty() && !event->mimeData()->hasText())
        return;
    event->acceptProposedAction();
    m_chooser->setDropTarget(true);
}

void RecipientsStep::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_chooser->setDropTarget(false);
    WizardStepPage::dragLeaveEvent(event);
}

void RecipientsStep::dropEvent(QDropEvent *event)
{
    m_chooser->setDropTarget(false);
    const QString path = droppedFile(event->mimeData());
    if (!path.isEmpty())
        open(AudienceSource::file(path));
    else if (!event->mimeData()->text().trimmed().isEmpty())
        open(AudienceSource::pasted(event->mimeData()->text()));
    event->acceptProposedAction();
}

void RecipientsStep::connectChooser()
{
    connect(m_chooser, &AudienceChooser::contactsRequested, this, &RecipientsStep::contactsWanted);
    connect(m_chooser, &AudienceChooser::fileRequested, this, &RecipientsStep::chooseFile);
    connect(m_chooser, &AudienceChooser::pasteRequested, this, &RecipientsStep::paste);
    connect(m_chooser, &AudienceChooser::personRequested, this, &RecipientsStep::addPerson);
}

void RecipientsStep::connectCheck()
{
    MappingCard &mapping = m_check->mapping();
    connect(&mapping, &MappingCard::choicesChanged, this, [this] {
        m_choices = m_check->mapping().applyTo(m_choices);
        m_readTimer.start();
        emit edited();
    });
    connect(&mapping, &MappingCard::defaultsChanged, this, [this] {
        m_defaults = m_check->mapping().defaults();
        m_check->setDefaults(m_defaults);
        m_list->setDefaults(m_defaults);
        // A default turns rows without that value into people who can be written to.
        m_readTimer.start();
        touch(DraftField::Defaults);
    });
    connect(&mapping, &MappingCard::anotherFileRequested, this, &RecipientsStep::chooseFile);
    connect(&mapping, &MappingCard::removeRequested, this, &RecipientsStep::forgetSource);
    connect(m_check, &AudienceCheckPanel::anotherFileRequested, this, &RecipientsStep::chooseFile);
    connect(m_check, &AudienceCheckPanel::saveRejectedRequested, this, &RecipientsStep::saveRejected);
    connect(m_check, &AudienceCheckPanel::retryRequested, this, &RecipientsStep::readAgain);
    connect(m_check, &AudienceCheckPanel::cancelRequested, this, [this] {
        emit readingCancelWanted();
        forgetSource();
    });
    connect(m_check, &AudienceCheckPanel::phoneFixed, this, [this](qint64 row, const QString &text) {
        m_choices.fixedPhones.insert(row, text);
        m_readTimer.start();
        emit edited();
    });
    connect(m_check, &AudienceCheckPanel::rowsLeftOut, this, [this](const QList<qint64> &rows) {
        const QList<qint64> before = m_choices.leftOut;
        m_choices.leftOut += rows;
        m_readTimer.start();
        emit edited();
        offerUndo(tr("%Ln rows left out", nullptr, static_cast<int>(rows.size())), [this, before] {
            m_choices.leftOut = before;
            m_readTimer.start();
            emit edited();
        });
    });
}

void RecipientsStep::connectPeople()
{
    connect(m_list, &PeoplePanel::contactsRequested, this, &RecipientsStep::contactsWanted);
    connect(m_list, &PeoplePanel::fileRequested, this, &RecipientsStep::chooseFile);
    connect(m_list, &PeoplePanel::pasteRequested, this, &RecipientsStep::paste);
    connect(m_list, &PeoplePanel::personRequested, this, &RecipientsStep::addPerson);
    connect(m_list, &PeoplePanel::removeRequested, this, &RecipientsStep::removePeople);
    connect(m_list, &PeoplePanel::removeEverybodyRequested, this, &RecipientsStep::removeEverybody);
    connect(m_list, &PeoplePanel::peopleWanted, this, &RecipientsStep::peopleWanted);
    connect(m_list, &PeoplePanel::pageWanted, this, &RecipientsStep::peoplePageWanted);
    connect(m_list, &PeoplePanel::showLeftOverRequested, this, [this] {
        if (!m_added)
            return;
        m_source = m_added->source;
        m_choices = m_addedChoices;
        m_check->showVerdict(AudienceVerdict::Invalid);
        readAgain();
        emit edited();
    });
}

void RecipientsStep::showView(View view)
{
    m_views->setCurrentIndex(static_cast<int>(view));
}

void RecipientsStep::showFittingView()
{
    if (!m_source.isEmpty())
        showView(View::Check);
    else
        showView(m_people > 0 ? View::People : View::Choose);
}

void RecipientsStep::chooseFile()
{
    const QString before = m_source.kind == AudienceSource::Kind::File ? m_source.path : QString{};
    auto *dialog =
        new QFileDialog{this, tr("Choose a file with numbers"),
                        before.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                                         : QFileInfo{before}.path(),
                        tr("Lists of people (*.csv *.tsv *.txt *.xlsx *.vcf *.vcard);;All files (*)")};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { open(AudienceSource::file(path)); });
    dialog->open();
}

void RecipientsStep::paste()
{
    auto *dialog = new PasteDialog{this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PasteDialog::pasted, this,
            [this](const QString &text) { open(AudienceSource::pasted(text)); });
    dialog->open();
}

void RecipientsStep::addPerson()
{
    m_personDialog = new PersonDialog{m_variables, m_defaults, this};
    m_personDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_personDialog, &PersonDialog::addRequested, this, &RecipientsStep::addPersonWanted);
    m_personDialog->open();
}

void RecipientsStep::open(const AudienceSource &source)
{
    if (m_isReading)
        emit readingCancelWanted();
    m_isReading = false;
    m_source = source;
    m_choices = {};
    m_checked.reset();
    emit edited();
    readAgain();
}

void RecipientsStep::readAgain()
{
    if (m_source.isEmpty())
        return;
    if (m_isReading) {
        m_isReadPending = true;
        return;
    }
    m_isReading = true;
    m_isReadPending = false;
    m_check->showReading(m_source.title());
    showView(View::Check);
    emit previewWanted(m_source, m_choices);
    emit audienceChanged();
}

void RecipientsStep::forgetSource()
{
    const AudienceSource source = m_source;
    const AudienceChoices choices = m_choices;
    m_isReading = false;
    m_isReadPending = false;
    m_readTimer.stop();
    m_source = {};
    m_choices = {};
    m_checked.reset();
    showFittingView();
    emit edited();
    emit audienceChanged();
    offerUndo(tr("%1 was put away").arg(source.title()), [this, source, choices] {
        m_source = source;
        m_choices = choices;
        emit edited();
        readAgain();
    });
}

void RecipientsStep::saveRejected()
{
    const QFileInfo file{m_source.path};
    const QString folder = m_source.kind == AudienceSource::Kind::File
        ? file.path()
        : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name = m_source.kind == AudienceSource::Kind::File ? file.completeBaseName() : tr("pasted");
    auto *dialog = new QFileDialog{this, tr("Save the rows that cannot be used"), folder, tr("CSV (*.csv)")};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    //: A file name without its ending: the rows of "clientes" that could not be used
    dialog->selectFile(tr("%1-not-used").arg(name) + u".csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { emit saveRejectedWanted(m_source, m_choices, path); });
    dialog->open();
}

void RecipientsStep::removePeople(const std::vector<Recipient> &people)
{
    emit removePeopleWanted(people);
    offerUndo(tr("%Ln people removed", nullptr, static_cast<int>(people.size())),
              [this, people] { emit restorePeopleWanted(people); });
}

void RecipientsStep::removeEverybody()
{
    MessageDialog *dialog = askBeforeLosing(
        this, tr("Remove all %Ln people from this campaign?", nullptr, static_cast<int>(m_people)),
        tr("They stay in your contacts. Numbers that you fixed here have to be fixed again."),
        tr("Remove everybody"), tr("Keep them"));
    connect(dialog, &QDialog::accepted, this, &RecipientsStep::removeEverybodyWanted);
}

void RecipientsStep::offerUndo(const QString &message, std::function<void()> undo)
{
    if (!m_toast) {
        m_toast = new Toast{this};
        connect(m_toast, &Toast::actionRequested, this, [this] {
            if (const std::function<void()> back = std::exchange(m_undo, {}))
                back();
        });
    }
    m_undo = std::move(undo);
    m_toast->showMessage(message, tr("Undo"));
}
