#include "widgets/pages/contactimportpage.h"

#include "presentation/campaigndraft.h"
#include "widgets/controls/button.h"
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

    auto *termsColumn = new QVBoxLayout;
    termsColumn->setContentsMargins(0, 0, 24, 20);
    termsColumn->addWidget(m_terms);
    auto *body = new QHBoxLayout;
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addWidget(m_step, 1);
    body->addLayout(termsColumn);
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
    column->addLayout(body, 1);
    column->addWidget(m_foot);
    setFirstFocus(this, m_step);

    connect(header, &PageHeader::backRequested, this, &ContactImportPage::closed);
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
            &ContactImportPage::closed);
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
    m_terms->setFixedWidth(sidePanelWidth(width()));
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

void ContactImportPage::refresh()
{
    const int people = static_cast<int>(m_step->audienceSize());
    m_foot->setVisible(people > 0);
    m_terms->setVisible(people > 0);
    m_import->setEnabled(people > 0 && !m_step->isReading() && !m_isImporting);
    m_import->setText(people > 0 ? tr("Import %Ln people", nullptr, people) : tr("Import people"));
}
