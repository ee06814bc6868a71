#include "widgets/wizard/campaignwizard.h"

#include "widgets/controls/button.h"
#include "widgets/controls/dialogs.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/stepindicator.h"
#include "widgets/wizard/detailsstep.h"
#include "widgets/wizard/draftsaving.h"
#include "widgets/wizard/recipientsstep.h"
#include "widgets/wizard/reviewstep.h"
#include "widgets/wizard/settingsstep.h"
#include "widgets/wizard/wizardfooter.h"
#include "widgets/wizard/wizardsteps.h"

#include <QEvent>
#include <QKeyEvent>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

CampaignWizard::CampaignWizard(const Clock &clock, PhoneFormat phoneFormat, QWidget *parent)
    : QWidget{parent}
    , m_header{new PageHeader{tr("New campaign")}}
    , m_indicator{new StepIndicator{{wordFor(WizardStep::Details), wordFor(WizardStep::Recipients),
                                     wordFor(WizardStep::Settings), wordFor(WizardStep::Review)}}}
    , m_saving{new DraftSaving{this}}
    , m_steps{new WizardSteps{clock, std::move(phoneFormat)}}
    , m_details{m_steps->details()}
    , m_recipients{m_steps->recipients()}
    , m_settings{m_steps->settings()}
    , m_review{m_steps->review()}
    , m_footer{new WizardFooter}
{
    m_header->setLeading(PageHeader::Leading::Close);
    m_header->addAction(m_indicator);

    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_steps, 1);
    column->addWidget(m_footer);

    connect(m_saving, &DraftSaving::due, this, &CampaignWizard::saveNow);
    connect(m_header, &PageHeader::backRequested, this, &CampaignWizard::saveAndClose);
    connect(m_footer, &WizardFooter::closeRequested, this, &CampaignWizard::saveAndClose);
    connect(m_indicator, &StepIndicator::stepChosen, this,
            [this](int place) { goTo(kWizardSteps.at(static_cast<size_t>(place))); });
    connect(m_footer, &WizardFooter::nextRequested, this, &CampaignWizard::goNext);
    connect(m_footer, &WizardFooter::backRequested, this, &CampaignWizard::goBack);
    // A shortcut, because a button or a table that has the focus would take the key for its own moves.
    connect(
        new QShortcut{QKeySequence{u"Alt+Left"_s}, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut},
        &QShortcut::activated, this, &CampaignWizard::goBack);
    connect(m_footer, &WizardFooter::sendNowRequested, this, &CampaignWizard::confirmSending);

    connect(m_steps, &WizardSteps::draftEdited, this, &CampaignWizard::noteEdit);
    connect(m_details, &DetailsStep::syncWanted, this, &CampaignWizard::syncTemplatesWanted);
    connect(m_details, &DetailsStep::connectNumberWanted, this, &CampaignWizard::connectNumberWanted);
    connectRecipients();
    connectReview();
    open({});
}

void CampaignWizard::open(const CampaignDraft &draft, qint64 peopleInDraft)
{
    m_isOpening = true;
    m_isImportStopped = false;
    m_draft = draft;
    m_people = peopleInDraft;
    m_goingTo.reset();
    m_saving->restart(draft.id.isValid());
    setBusy(false);
    m_steps->open(m_draft, peopleInDraft);
    m_isOpening = false;
    // Something may have become wrong since: a template paused, a time passed.
    WizardStep target = m_draft.step;
    while (target != WizardStep::Details && !m_draft.isReachable(target, m_steps->factsOf(m_draft)))
        target = kWizardSteps[static_cast<size_t>(placeOf(target) - 1)];
    showStep(target);
}

void CampaignWizard::setSenders(const std::vector<SenderNumber> &senders)
{
    m_details->setSenders(senders);
    m_details->writeTo(m_draft);
}

void CampaignWizard::setTemplates(const std::vector<MessageTemplate> &templates,
                                  std::optional<UtcTime> syncedAt)
{
    m_steps->setTemplates(templates, syncedAt);
    refresh();
}

void CampaignWizard::setSyncing(bool syncing)
{
    m_details->setSyncing(syncing);
}

void CampaignWizard::setSyncError(const Error &error)
{
    m_details->setSyncError(error);
}

void CampaignWizard::setCountries(const QStringList &countries)
{
    m_recipients->setCountries(countries);
}

void CampaignWizard::setZone(const QTimeZone &zone)
{
    m_details->setZone(zone);
    m_settings->setZone(zone);
    m_settings->showDraft(m_draft);
    m_review->setZone(zone);
}

void CampaignWizard::setThroughput(std::optional<int> perSecond)
{
    m_settings->setThroughput(perSecond);
}

void CampaignWizard::setPractice(bool practice)
{
    m_settings->setPractice(practice);
    m_review->setPractice(practice);
}

void CampaignWizard::setSaved(CampaignId id, UtcTime at)
{
    m_draft.id = id;
    m_saving->noteSaved(at);
    showSaveState();
}

void CampaignWizard::setSaveError(const Error &error)
{
    m_saving->noteFailed(error.message);
    showSaveState();
}

void CampaignWizard::setReadingProgress(double share)
{
    m_recipients->setReadingProgress(share);
}

void CampaignWizard::setAudiencePreview(const AudiencePreview &preview)
{
    m_recipients->setPreview(preview);
}

void CampaignWizard::setAudienceError(const Error &error)
{
    m_recipients->setReadingError(error);
}

void CampaignWizard::setImportProgress(qint64 done, qint64 total)
{
    m_recipients->setImportProgress(done, total);
}

void CampaignWizard::setImported(qint64 peopleInDraft)
{
    m_people = peopleInDraft;
    if (std::exchange(m_isImportStopped, false)) {
        m_recipients->setImportStopped();
        m_recipients->setPeople(peopleInDraft);
        setBusy(false);
        return;
    }
    m_recipients->setImported(peopleInDraft);
    setBusy(false);
    noteEdit();
    if (const std::optional<WizardStep> target = std::exchange(m_goingTo, std::nullopt))
        goTo(*target);
}

void CampaignWizard::setImportError(const Error &error)
{
    m_goingTo.reset();
    setBusy(false);
    if (std::exchange(m_isImportStopped, false))
        m_recipients->setImportStopped(); // a person wanted it so
    else
        m_recipients->setImportError(error);
}

void CampaignWizard::setPersonAdded(qint64 peopleInDraft)
{
    m_people = peopleInDraft;
    m_recipients->setPersonAdded(peopleInDraft);
}

void CampaignWizard::setPersonProblem(const QString &sentence)
{
    m_recipients->setPersonProblem(sentence);
}

void CampaignWizard::setPeopleInDraft(qint64 people)
{
    m_people = people;
    m_recipients->setImportStopped();
    m_recipients->setPeople(people);
}

void CampaignWizard::showContactChoices(const ContactAudienceChoices &choices)
{
    m_recipients->showContactChoices(choices);
}

void CampaignWizard::setContactCount(const ContactAudience &audience, qint64 people)
{
    m_recipients->setContactCount(audience, people);
}

void CampaignWizard::setContactError(const Error &error)
{
    m_recipients->setImportError(error);
}

void CampaignWizard::setFollowed(const QString &name)
{
    m_recipients->setFollowed(name);
}

void CampaignWizard::setPeopleTotal(const QString &search, int total)
{
    m_recipients->setPeopleTotal(search, total);
}

RecipientTableModel &CampaignWizard::people()
{
    return m_recipients->people();
}

void CampaignWizard::setChecks(const std::vector<PreflightCheck> &checks,
                               const std::optional<SendEstimate> &estimate,
                               const std::optional<CostEstimate> &cost)
{
    m_review->setChecks(checks, estimate, cost);
    refresh();
}

void CampaignWizard::setRatesCurrency(const std::optional<QString> &currency)
{
    m_settings->setRatesCurrency(currency);
}

void CampaignWizard::setChecksError(const Error &error)
{
    m_review->setChecksError(error);
    refresh();
}

void CampaignWizard::setSample(const RecipientSample &sample)
{
    m_review->setSample(sample);
}

void CampaignWizard::setTestSent()
{
    m_review->setTestSent();
}

void CampaignWizard::setTestError(const Error &error)
{
    m_review->setTestError(error);
}

void CampaignWizard::setFinishError(const Error &error)
{
    setBusy(false);
    tellError(this, tr("This did not work"), error);
}

void CampaignWizard::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier)) {
        goNext();
    } else if (event->key() == Qt::Key_F5) {
        if (step() == WizardStep::Review)
            requestChecks();
        else if (step() == WizardStep::Details)
            emit syncTemplatesWanted();
    } else if (event->key() == Qt::Key_Escape) {
        saveAndClose();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void CampaignWizard::connectRecipients()
{
    // Whatever is asked about people is about the draft as it is now.
    connect(m_recipients, &RecipientsStep::audienceChanged, this, &CampaignWizard::refresh);
    connect(m_recipients, &RecipientsStep::previewWanted, this,
            [this](const AudienceSource &source, const AudienceChoices &choices) {
                saveNow();
                emit previewWanted(source, choices);
            });
    connect(m_recipients, &RecipientsStep::readingCancelWanted, this, &CampaignWizard::readingCancelWanted);
    connect(m_recipients, &RecipientsStep::importWanted, this,
            [this](const AudienceSource &source, const AudienceChoices &choices) {
                saveNow();
                emit importWanted(source, choices);
            });
    connect(m_recipients, &RecipientsStep::saveRejectedWanted, this, &CampaignWizard::saveRejectedWanted);
    m_recipients->setContactsOffered(true);
    connect(m_recipients, &RecipientsStep::contactsWanted, this, &CampaignWizard::contactsWanted);
    connect(m_recipients, &RecipientsStep::segmentsWanted, this, [this] {
        saveNow();
        emit segmentsWanted();
    });
    connect(m_recipients, &RecipientsStep::contactCountWanted, this, &CampaignWizard::contactCountWanted);
    connect(m_recipients, &RecipientsStep::contactAudienceChosen, this,
            [this](const ContactAudience &audience) {
                saveNow();
                emit contactAudienceChosen(audience);
            });
    connect(m_recipients, &RecipientsStep::addPersonWanted, this, [this](const PersonEntry &person) {
        saveNow();
        emit addPersonWanted(person);
    });
    connect(m_recipients, &RecipientsStep::removePeopleWanted, this, &CampaignWizard::removePeopleWanted);
    connect(m_recipients, &RecipientsStep::restorePeopleWanted, this, &CampaignWizard::restorePeopleWanted);
    connect(m_recipients, &RecipientsStep::removeEverybodyWanted, this,
            &CampaignWizard::removeEverybodyWanted);
    connect(m_recipients, &RecipientsStep::peopleWanted, this, &CampaignWizard::peopleWanted);
    connect(m_recipients, &RecipientsStep::peoplePageWanted, this, &CampaignWizard::peoplePageWanted);
}

void CampaignWizard::connectReview()
{
    connect(m_review, &ReviewStep::checkAgainRequested, this, &CampaignWizard::requestChecks);
    connect(m_review, &ReviewStep::sampleWanted, this, &CampaignWizard::sampleWanted);
    connect(m_review, &ReviewStep::testMessageWanted, this, [this](const QString &phone) {
        saveNow();
        emit testMessageWanted(phone);
    });
    connect(m_review, &ReviewStep::ratesRequested, this, &CampaignWizard::ratesWanted);
    connect(m_review, &ReviewStep::fixRequested, this, [this](const QString &checkId) {
        if (checkId == "account"_L1)
            emit connectNumberWanted();
        else if (checkId == "window"_L1 || checkId == "rate"_L1 || checkId == "budget"_L1)
            goTo(WizardStep::Settings);
        else if (checkId == "recipients"_L1 || checkId == "variables"_L1 || checkId == "us_marketing"_L1)
            goTo(WizardStep::Recipients);
        else
            goTo(WizardStep::Details);
    });
}

void CampaignWizard::noteEdit()
{
    if (m_isOpening)
        return;
    const CampaignDraft changed = m_steps->edited(m_draft);
    if (!(changed == m_draft)) {
        m_draft = changed;
        m_saving->noteEdit();
    }
    refresh();
}

void CampaignWizard::saveNow()
{
    // While a draft is being opened, not every page shows it yet.
    if (m_isOpening)
        return;
    const CampaignDraft changed = m_steps->edited(m_draft);
    const bool isChanged = m_saving->isOutstanding() || !(changed == m_draft);
    m_draft = changed;
    // People can only be added to something that exists.
    if (!isChanged && m_draft.id.isValid())
        return;
    m_saving->noteHandedOver();
    showSaveState();
    emit draftChanged(m_draft);
}

void CampaignWizard::showSaveState()
{
    m_saving->showIn(*m_footer);
}

void CampaignWizard::refresh()
{
    if (m_isOpening)
        return;
    const DraftFacts known = m_steps->factsOf(m_draft);
    const WizardStep current = m_draft.step;
    m_header->setContext(m_draft.name.trimmed().isEmpty() ? tr("Nothing is sent before you say so")
                                                          : m_draft.name.trimmed());
    m_steps->showFacts(m_draft, known);
    for (const WizardStep each : kWizardSteps) {
        m_indicator->setDone(placeOf(each), each < current && m_draft.isComplete(each, known));
        m_indicator->setReachable(placeOf(each), !m_isBusy && m_draft.isReachable(each, known));
    }
    m_indicator->setCurrent(placeOf(current));
    refreshFooter(known);
    showSaveState();
}

void CampaignWizard::refreshFooter(const DraftFacts &known)
{
    WizardFooterState state;
    state.step = m_draft.step;
    state.when = m_draft.when;
    if (m_draft.scheduledFor)
        state.moment = m_settings->momentInZone(*m_draft.scheduledFor);
    state.people = known.people;
    state.leadsElsewhere = m_steps->page(m_draft.step)->leadsElsewhere();
    state.isBusy = m_isBusy;
    state.isImporting = m_isBusy && m_goingTo;
    state.maySendNow = m_review->isReady();
    if (m_draft.step == WizardStep::Recipients)
        state.mayGoOn = !m_recipients->isReading();
    else if (m_draft.step == WizardStep::Review)
        state.mayGoOn = m_draft.when == SendWhen::Later || m_review->isReady();
    m_footer->setState(state);
}

void CampaignWizard::showStep(WizardStep target)
{
    const bool isOther = m_draft.step != target;
    m_draft.step = target;
    m_steps->enter(target, m_draft);
    if (isOther)
        m_saving->noteEdit();
    refresh();
    if (target == WizardStep::Review) {
        requestChecks();
        emit sampleWanted({SampleChoice::Kind::AtPlace, 0});
    }
}

void CampaignWizard::goTo(WizardStep target)
{
    if (m_isBusy || target == m_draft.step)
        return;
    noteEdit();
    // The first incomplete step on the way says what it lacks.
    const DraftFacts known = m_steps->factsOf(m_draft);
    for (const WizardStep between : kWizardSteps) {
        if (between >= target)
            break;
        const std::vector<DraftProblem> problems = m_draft.problems(between, known);
        if (problems.empty())
            continue;
        if (between != m_draft.step)
            showStep(between);
        m_steps->page(between)->insist(problems);
        return;
    }
    if (target > WizardStep::Recipients && m_recipients->hasUnaddedPeople()) {
        m_goingTo = target;
        setBusy(true);
        m_recipients->addCheckedPeople();
        return;
    }
    showStep(target);
}

void CampaignWizard::goNext()
{
    if (m_isBusy || !m_footer->mayGoOn())
        return;
    switch (m_draft.step) {
    case WizardStep::Details: goTo(WizardStep::Recipients); break;
    case WizardStep::Recipients: goTo(WizardStep::Settings); break;
    case WizardStep::Settings: goTo(WizardStep::Review); break;
    case WizardStep::Review:
        if (m_draft.when == SendWhen::Now)
            confirmSending();
        else
            finish(m_draft.when);
        break;
    }
}

void CampaignWizard::goBack()
{
    if (m_isBusy && m_goingTo) {
        m_isImportStopped = true;
        m_goingTo.reset();
        refresh();
        emit importCancelWanted();
        return;
    }
    if (m_draft.step != WizardStep::Details)
        goTo(kWizardSteps[static_cast<size_t>(placeOf(m_draft.step) - 1)]);
}

void CampaignWizard::saveAndClose()
{
    // A draft that nobody would miss is not kept.
    noteEdit();
    if (!m_draft.isBlank() || m_draft.id.isValid() || m_people > 0)
        saveNow();
    emit closeRequested();
}

void CampaignWizard::finish(SendWhen when)
{
    saveNow();
    setBusy(true);
    switch (when) {
    case SendWhen::Now: emit sendWanted(m_draft); break;
    case SendWhen::AtTime: emit scheduleWanted(m_draft); break;
    case SendWhen::Later: emit createWanted(m_draft); break;
    }
}

void CampaignWizard::confirmSending()
{
    const qint64 count = m_steps->factsOf(m_draft).people;
    auto *dialog =
        new MessageDialog{tr("Send to %Ln people now?", nullptr, static_cast<int>(count)),
                          tr("“%1” starts at once. You can pause it at any time; a message that has left "
                             "cannot be called back.")
                              .arg(m_draft.name.trimmed()),
                          this};
    dialog->setObjectName(u"confirmSending"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->addButton(tr("Not yet"), ButtonKind::Outlined, QDialog::Rejected);
    Button *send = dialog->addButton(tr("Create and send"), ButtonKind::Primary, QDialog::Accepted, true);
    send->setObjectName(u"createAndSend"_s);
    connect(dialog, &QDialog::accepted, this, [this] { finish(SendWhen::Now); });
    dialog->open();
}

void CampaignWizard::requestChecks()
{
    saveNow();
    m_review->showChecking();
    refresh();
    emit checkWanted(m_draft);
}

void CampaignWizard::setBusy(bool busy)
{
    m_isBusy = busy;
    m_steps->setEnabled(!busy);
    refresh();
}
