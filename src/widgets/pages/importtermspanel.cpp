#include "widgets/pages/importtermspanel.h"

#include "presentation/contacttablemodel.h"
#include "widgets/controls/formfield.h"
#include "widgets/controls/textlabel.h"
#include "widgets/pages/consentfields.h"

#include <QComboBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kTagsNamed = 6; ///< of those that are there, in the hint

using Known = ContactImportTerms::Known;

} // namespace

ImportTermsPanel::ImportTermsPanel(const QDate &today, QWidget *parent)
    : Card{0, parent}
    , m_tags{new QLineEdit}
    , m_tagsField{new FormField{tr("Tags"), m_tags}}
    , m_consent{new QComboBox}
    , m_consentFields{new ConsentFields{today}}
    , m_known{new QComboBox}
    , m_knownField{new FormField{tr("Who is in the book already"), m_known}}
{
    setObjectName(u"importTerms"_s);
    m_tags->setObjectName(u"importTags"_s);
    m_consent->setObjectName(u"importConsent"_s);
    m_consent->addItem(tr("Nothing is known"), false);
    m_consent->addItem(tr("They agreed"), true);
    m_known->setObjectName(u"importKnown"_s);
    m_known->addItem(tr("Gets what is missing"), static_cast<int>(Known::FillGaps));
    m_known->addItem(tr("Stays as they are"), static_cast<int>(Known::Keep));
    m_known->addItem(tr("Is overwritten"), static_cast<int>(Known::Overwrite));

    auto *title = new TextLabel{tr("For everybody in it"), TypeRole::CardTitle};
    auto *fields = new QWidget;
    auto *form = new QVBoxLayout{fields};
    form->setContentsMargins(16, 14, 16, 16);
    form->setSpacing(16);
    form->addWidget(title);
    form->addWidget(m_tagsField);
    form->addWidget(new FormField{tr("Have they agreed to get messages?"), m_consent});
    form->addWidget(m_consentFields);
    form->addWidget(m_knownField);
    form->addStretch();
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(fields);
    fields->setAutoFillBackground(false);
    column()->addWidget(area, 1);

    connect(m_consent, &QComboBox::currentIndexChanged, this, &ImportTermsPanel::refresh);
    connect(m_known, &QComboBox::currentIndexChanged, this, &ImportTermsPanel::refresh);
    setKnownTags({});
    refresh();
}

void ImportTermsPanel::clear(const QDate &today)
{
    m_tags->clear();
    m_consent->setCurrentIndex(0);
    m_consentFields->clear(today);
    m_known->setCurrentIndex(0);
}

void ImportTermsPanel::setKnownTags(const QStringList &tags)
{
    m_tagsField->setHint(
        tags.isEmpty() ? tr("Separated by commas")
                       : tr("Separated by commas. There are: %1").arg(tags.mid(0, kTagsNamed).join(u", "_s)));
}

ContactImportTerms ImportTermsPanel::terms() const
{
    ContactImportTerms terms;
    terms.tags = tagsIn(m_tags->text());
    terms.haveAgreed = m_consent->currentData().toBool();
    if (terms.haveAgreed) {
        terms.optInSource = m_consentFields->source();
        terms.optInWords = m_consentFields->words();
        terms.optedInOn = m_consentFields->day();
    }
    terms.known = static_cast<Known>(m_known->currentData().toInt());
    return terms;
}

bool ImportTermsPanel::check()
{
    return !m_consent->currentData().toBool() || m_consentFields->check();
}

void ImportTermsPanel::refresh()
{
    m_consentFields->setVisible(m_consent->currentData().toBool());
    switch (static_cast<Known>(m_known->currentData().toInt())) {
    case Known::FillGaps:
        m_knownField->setHint(tr("What the book knows stays; what it does not know comes from the file."));
        return;
    case Known::Keep: m_knownField->setHint(tr("They get the tags, and nothing else changes.")); return;
    case Known::Overwrite:
        m_knownField->setHint(
            tr("What the file says replaces what the book knows. Empty cells change nothing."));
        return;
    }
    Q_UNREACHABLE();
}
