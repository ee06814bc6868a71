#include "widgets/pages/contactimportpage.h"

#include "presentation/campaigndraft.h"
#include "widgets/controls/button.h"
#include "widgets/controls/dialogs.h"
#include "widgets/controls/firstfocus.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/textlabel.h"
#include "widgets/pages/importtermspanel.h"
#include "widgets/pages/sidepanel.h"
#include "widgets/wizard/recipientsstep.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int kBesideFrom = 1060; ///< of a page this wide on, what holds for everybody stands beside the rows

} // namespace

ContactImportPage::ContactImportPage(const PhoneFormat &phoneFormat, const Clock &clock, QWidget *parent)
    : QWidget{parent}
    , m_clock{clock}
    , m_step{new RecipientsStep{phoneFormat}}
    , m_terms{new ImportTermsPanel{today()}}
    , m_note{new TextLabel{tr("Nothing is sent by an import."), TypeRole::Body, TextLabel::Ink::Text2}}
    , m_import{new Button{tr("Import people"), ButtonKind::Primary, u"import"_s}}
{
    auto *header = new PageHeader{tr("Import people")};
    header->setLeading(PageHeader::Leading::Close);
    header->setContext(tr("Into the contact book, each number once"));
    m_step->setQuestion(tr("Who comes into the contact book?"));
    m_step->keepOtherColumns();
    m_import->setObjectName(u"importPeople"_s);

    m_termsColumn = new QVBoxLayout;
    m_termsColumn->addWidget(m_terms);
    m_body = new QHBoxLayout;
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    m_body->addWidget(m_step, 2);
    m_body->addLayout(m_termsColumn);
    auto *foot = new QFrame;
    setFrameLook(foot, FrameLook::Footer);
    foot->setMinimumHeight(60);
    auto *footRow = new QHBoxLayout{foot};
    footRow->setContentsMargins(24, 0, 24, 0);
    footRow->setSpacing(16);
    footRow->addStretch();
    footRow->addWidget(m_note);
    footRow->addWidget(m_import);
    m_foot = foot;

    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addLayout(m_body, 1);
    column->addWidget(m_foot);
    setFirstFocus(this, m_step);

    connect(header, &PageHeader::backRequested, this, &ContactImportPage::leave);
    connect(m_import, &Button::clicked, this, &ContactImportPage::beginImport);
    connect(m_step, &RecipientsStep::audienceChanged, this, &ContactImportPage::refresh);
    connect(m_step, &RecipientsStep::previewWanted, this, &ContactImportPage::previewWanted);
    connect(m_step, &RecipientsStep::readingCancelWanted, this, &ContactImportPage::readingCancelWanted);
    connect(m_step, &RecipientsStep::importWanted, this,
            [this](const AudienceSource &source, const AudienceChoices &choices) {
                emit importWanted(source, choices, m_terms->terms());
            });
    connect(m_step, &RecipientsStep::saveRejectedWanted, this, &ContactImportPage::saveRejectedWanted);
    connect(m_step, &RecipientsStep::addPersonWanted, this, &ContactImportPage::addPersonWanted);
    connect(new QShortcut{QKeySequence{Qt::Key_Escape}, this}, &QShortcut::activated, this,
            &ContactImportPage::leave);
    connect(new QShortcut{QKeySequence{Qt::CTRL | Qt::Key_Return}, this}, &QShortcut::activated, this,
            [this] {
                if (m_import->isEnabled() && m_import->isVisible())
                    beginImport();
            });
    refresh();
}

void ContactImportPage::setCountries(const QStringList &countries)
{
    m_step->setCountries(countries);
}

void ContactImportPage::setKnownTags(const QStringList &tags)
{
    m_terms->setKnownTags(tags);
}

void ContactImportPage::start()
{
    m_isImporting = false;
    m_step->forgetDraft();
    m_step->showDraft({});
    m_terms->clear(today());
    refresh();
}

void ContactImportPage::setReadingProgress(double share)
{
    m_step->setReadingProgress(share);
}

void ContactImportPage::setPreview(const AudiencePreview &preview)
{
    m_step->setPreview(preview);
}

void ContactImportPage::setReadingError(const Error &error)
{
    m_step->setReadingError(error);
}

void ContactImportPage::setImportEnded()
{
    m_isImporting = false;
    m_step->setImportStopped();
    refresh();
}

void ContactImportPage::setPersonAdded()
{
    m_step->setPersonAdded(0);
}

void ContactImportPage::setPersonProblem(const QString &sentence)
{
    m_step->setPersonProblem(sentence);
}

void ContactImportPage::resizeEvent(QResizeEvent *event)
{
    // Words that are large for the page leave no room beside the rows.
    const bool isWide = width() >= scaledWithText(kBesideFrom);
    m_body->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_body->setStretchFactor(m_termsColumn, isWide ? 0 : 1);
    m_termsColumn->setContentsMargins(isWide ? 0 : 24, 0, 24, isWide ? 20 : 12);
    m_terms->setMinimumWidth(isWide ? sidePanelWidth(width()) : 0);
    m_terms->setMaximumWidth(isWide ? sidePanelWidth(width()) : QWIDGETSIZE_MAX);
    QWidget::resizeEvent(event);
}

QDate ContactImportPage::today() const
{
    return toDateTime(m_clock.now()).toLocalTime().date();
}

void ContactImportPage::beginImport()
{
    if (!m_terms->check())
        return;
    m_isImporting = true;
    refresh();
    m_step->addCheckedPeople();
}

void ContactImportPage::leave()
{
    if (!m_step->hasEditedRows()) {
        emit closed();
        return;
    }
    MessageDialog *dialog = askBeforeLosing(
        this, tr("Leave without importing?"),
        tr("The rows that you fixed or left out here have to be gone through again. The file is as it was."),
        tr("Leave"), tr("Stay here"));
    connect(dialog, &QDialog::accepted, this, &ContactImportPage::closed);
}

void ContactImportPage::refresh()
{
    const int people = static_cast<int>(m_step->audienceSize());
    m_foot->setVisible(people > 0);
    m_terms->setVisible(people > 0);
    m_import->setEnabled(people > 0 && !m_step->isReading() && !m_isImporting);
    m_import->setText(people > 0 ? tr("Import %Ln people", nullptr, people) : tr("Import people"));
}
