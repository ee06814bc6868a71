#include "widgets/pages/reportspanel.h"

#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/formfield.h"
#include "widgets/controls/textlabel.h"
#include "widgets/pages/settingssection.h"

#include <QCheckBox>
#include <QColorDialog>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPixmap>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int kLogoHeight = 40;
constexpr int kLogoWidth = 180;
} // namespace

ReportsPanel::ReportsPanel(QWidget *parent)
    : QWidget{parent}
    , m_agency{new QLineEdit}
    , m_paper{new QComboBox}
    , m_colour{new Button{tr("Choose a colour…")}}
    , m_logo{new QLabel}
    , m_removeLogo{new Button{tr("Remove"), ButtonKind::Quiet}}
    , m_marksTables{new QCheckBox{tr("CSV tables begin with a mark by which Excel knows accents and scripts")}}
    , m_from{new QDateEdit}
    , m_to{new QDateEdit}
    , m_save{new Button{tr("Save the report…"), ButtonKind::Primary, u"export"_s}}
    , m_every{new QComboBox}
    , m_folder{new TextLabel{{}, TypeRole::Body, TextLabel::Ink::Text}}
    , m_asPdf{new QCheckBox{tr("PDF")}}
    , m_asWorkbook{new QCheckBox{tr("Excel workbook")}}
    , m_asTable{new QCheckBox{tr("CSV table")}}
    , m_next{new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text3}}
    , m_planProblem{new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Red}}
    , m_writing{new QWidget}
    , m_writingText{new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text2}}
{
    QVBoxLayout *column = beginSection(
        this, tr("Reports"), tr("What your clients get: a PDF in your name, a workbook or a table."));
    column->setSpacing(16);
    column->addWidget(makeLook());
    column->addWidget(makePeriod());
    column->addWidget(makePlan());
    column->addStretch();
    connect(m_agency, &QLineEdit::editingFinished, this, [this] {
        ReportStyle style = m_style;
        style.agency = m_agency->text().trimmed();
        change(style);
    });
    connect(m_paper, &QComboBox::activated, this, [this](int index) {
        ReportStyle style = m_style;
        style.isLetter = index == 1;
        change(style);
    });
    connect(m_marksTables, &QCheckBox::clicked, this, [this](bool isMarked) {
        ReportStyle style = m_style;
        style.marksTables = isMarked;
        change(style);
    });
    connect(m_colour, &Button::clicked, this, &ReportsPanel::chooseColour);
    connect(m_removeLogo, &Button::clicked, this, [this] {
        ReportStyle style = m_style;
        style.logo.clear();
        change(style);
    });
    connect(m_save, &Button::clicked, this,
            [this] { emit periodReportWanted(m_from->date(), m_to->date()); });
    for (QDateEdit *edit : {m_from, m_to})
        connect(edit, &QDateEdit::dateChanged, this,
                [this] { m_save->setEnabled(m_from->date() <= m_to->date()); });
    showStyle();
    showPlan();
}

QWidget *ReportsPanel::makeLook()
{
    m_agency->setObjectName(u"agencyEdit"_s);
    m_paper->addItems({tr("A4"), tr("Letter")});
    m_paper->setObjectName(u"paperBox"_s);
    auto *choose = new Button{tr("Choose a logo…"), ButtonKind::Outlined, u"image"_s};
    choose->setObjectName(u"logoButton"_s);
    connect(choose, &Button::clicked, this, &ReportsPanel::logoWanted);
    m_logo->setAccessibleName(tr("Logo"));

    auto *card = new Card{24};
    card->setMaximumWidth(scaledWithText(kSettingsFormWidth));
    card->column()->setSpacing(16);
    auto *agency = new FormField{tr("Your agency"), m_agency};
    agency->setHint(tr("Stands on top of every report. Empty: the name of the account."));
    card->column()->addWidget(agency);
    auto *logo = new QHBoxLayout;
    logo->setSpacing(12);
    logo->addWidget(m_logo);
    logo->addWidget(choose);
    logo->addWidget(m_removeLogo);
    logo->addStretch();
    auto *labelled = new QVBoxLayout;
    labelled->setSpacing(6); // as a label and its field
    labelled->addWidget(new TextLabel{tr("Logo"), TypeRole::Label, TextLabel::Ink::Text2});
    labelled->addLayout(logo);
    card->column()->addLayout(labelled);
    auto *rest = new QHBoxLayout;
    rest->setSpacing(16);
    rest->addWidget(new FormField{tr("Paper"), m_paper}, 1, Qt::AlignTop);
    rest->addWidget(new FormField{tr("Colour of rules and titles"), m_colour}, 1, Qt::AlignTop);
    card->column()->addLayout(rest);
    m_marksTables->setObjectName(u"marksTables"_s);
    card->column()->addWidget(m_marksTables);
    return card;
}

QWidget *ReportsPanel::makePeriod()
{
    m_from->setObjectName(u"reportFrom"_s);
    m_to->setObjectName(u"reportTo"_s);
    m_save->setObjectName(u"periodReportButton"_s);
    for (QDateEdit *edit : {m_from, m_to})
        edit->setCalendarPopup(true);
    auto *card = new Card{24};
    card->setMaximumWidth(scaledWithText(kSettingsFormWidth));
    card->column()->setSpacing(16);
    auto *head = new QVBoxLayout;
    head->setSpacing(4);
    head->addWidget(new TextLabel{tr("Report of a period"), TypeRole::CardTitle, TextLabel::Ink::Text});
    auto *sentence = new TextLabel{tr("All campaigns that began on these days, in one report."),
                                   TypeRole::Label, TextLabel::Ink::Text3};
    sentence->setWordWrap(true);
    head->addWidget(sentence);
    card->column()->addLayout(head);
    auto *days = new QHBoxLayout;
    days->setSpacing(16);
    days->addWidget(new FormField{tr("From"), m_from}, 1, Qt::AlignTop);
    days->addWidget(new FormField{tr("To"), m_to}, 1, Qt::AlignTop);
    card->column()->addLayout(days);
    card->column()->addWidget(m_save, 0, Qt::AlignLeading);
    return card;
}

QWidget *ReportsPanel::makePlan()
{
    m_every->addItems({tr("Never"), tr("Every week, Monday to Sunday"), tr("Every month")});
    m_every->setObjectName(u"reportEvery"_s);
    m_asPdf->setObjectName(u"reportAsPdf"_s);
    m_asWorkbook->setObjectName(u"reportAsWorkbook"_s);
    m_asTable->setObjectName(u"reportAsTable"_s);
    m_folder->setElided(true);
    m_next->setWordWrap(true);
    m_planProblem->setWordWrap(true);
    auto *choose = new Button{tr("Choose a folder…"), ButtonKind::Outlined};
    choose->setObjectName(u"reportFolderButton"_s);
    connect(choose, &Button::clicked, this, [this] { emit folderWanted(m_plan); });
    connect(m_every, &QComboBox::activated, this, [this](int index) {
        ReportPlan plan = m_plan;
        plan.every = static_cast<ReportPlan::Every>(index);
        changePlan(plan);
    });
    for (QCheckBox *box : {m_asPdf, m_asWorkbook, m_asTable}) {
        connect(box, &QCheckBox::clicked, this, [this] {
            ReportPlan plan = m_plan;
            plan.asPdf = m_asPdf->isChecked();
            plan.asWorkbook = m_asWorkbook->isChecked();
            plan.asTable = m_asTable->isChecked();
            changePlan(plan);
        });
    }

    auto *card = new Card{24};
    card->setMaximumWidth(scaledWithText(kSettingsFormWidth));
    card->column()->setSpacing(16);
    card->column()->addWidget(
        new TextLabel{tr("Scheduled reports"), TypeRole::CardTitle, TextLabel::Ink::Text});
    card->column()->addWidget(new FormField{tr("Write a report"), m_every});
    auto *place = new QHBoxLayout;
    place->setSpacing(12);
    place->addWidget(m_folder, 1);
    place->addWidget(choose);
    card->column()->addLayout(place);
    auto *kinds = new QHBoxLayout;
    kinds->setSpacing(16);
    for (QCheckBox *box : {m_asPdf, m_asWorkbook, m_asTable})
        kinds->addWidget(box);
    kinds->addStretch();
    card->column()->addLayout(kinds);
    auto *stop = new Button{tr("Stop writing")};
    stop->setObjectName(u"stopReportButton"_s);
    connect(stop, &Button::clicked, this, &ReportsPanel::stopWritingRequested);
    auto *writing = new QHBoxLayout{m_writing};
    writing->setContentsMargins({});
    writing->setSpacing(12);
    writing->addWidget(m_writingText, 1);
    writing->addWidget(stop);
    m_writing->hide();
    card->column()->addWidget(m_writing);
    card->column()->addWidget(m_next);
    card->column()->addWidget(m_planProblem);
    return card;
}

void ReportsPanel::setPlan(const ReportPlan &plan)
{
    m_plan = plan;
    showPlan();
}

void ReportsPanel::showWriting(qint64 people, qint64 total)
{
    m_writingText->setText(tr("A report is being written: %1 of %2 people.")
                               .arg(QLocale{}.toString(people), QLocale{}.toString(total)));
    m_writing->show();
}

void ReportsPanel::hideWriting()
{
    m_writing->hide();
}

void ReportsPanel::showPlan()
{
    m_every->setCurrentIndex(static_cast<int>(m_plan.every));
    m_folder->setText(m_plan.folder.isEmpty() ? tr("No folder chosen yet")
                                              : QDir::toNativeSeparators(m_plan.folder));
    m_asPdf->setChecked(m_plan.asPdf);
    m_asWorkbook->setChecked(m_plan.asWorkbook);
    m_asTable->setChecked(m_plan.asTable);
    m_next->setText(
        m_plan.nextEnd
            ? tr("The next one is written after %1, while this window is open or the terminal is "
                 "told “report due”.")
                  .arg(QLocale{}.toString(*m_plan.nextEnd, QLocale::LongFormat))
            : tr("Choose a week or a month, and a report of it lies in the folder when it is over."));
    m_planProblem->setVisible(!m_plan.problem.isEmpty());
    m_planProblem->setText(tr("The last one could not be written: %1").arg(m_plan.problem));
}

void ReportsPanel::changePlan(const ReportPlan &plan)
{
    const bool hasKind = plan.asPdf || plan.asWorkbook || plan.asTable;
    if (plan == m_plan || !hasKind)
        return showPlan(); // one kind always stays
    if (plan.every != ReportPlan::Every::Never && plan.folder.isEmpty()) {
        showPlan(); // until there is a folder
        emit folderWanted(plan);
        return;
    }
    setPlan(plan);
    emit planChanged(plan);
}

void ReportsPanel::setStyle(const ReportStyle &style)
{
    m_style = style;
    showStyle();
}

void ReportsPanel::setPeriod(QDate from, QDate to)
{
    m_from->setDate(from);
    m_to->setDate(to);
}

void ReportsPanel::showStyle()
{
    m_agency->setText(m_style.agency);
    m_paper->setCurrentIndex(m_style.isLetter ? 1 : 0);
    m_marksTables->setChecked(m_style.marksTables);
    QPixmap chip{16, 16};
    chip.fill(m_style.accent);
    m_colour->setIcon(chip);
    m_colour->setText(m_style.accent.name().toUpper());
    QPixmap logo;
    logo.loadFromData(m_style.logo);
    m_logo->setVisible(!logo.isNull());
    m_removeLogo->setVisible(!m_style.logo.isEmpty());
    if (!logo.isNull())
        m_logo->setPixmap(
            logo.scaled(kLogoWidth, kLogoHeight, Qt::KeepAspectRatio, Qt::SmoothTransformation));
}

void ReportsPanel::change(const ReportStyle &style)
{
    if (style == m_style)
        return;
    setStyle(style);
    emit styleChanged(style);
}

void ReportsPanel::chooseColour()
{
    auto *dialog = new QColorDialog{m_style.accent, this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QColorDialog::colorSelected, this, [this](const QColor &colour) {
        ReportStyle style = m_style;
        style.accent = QColor{colour.rgb()};
        change(style);
    });
    dialog->open();
}
