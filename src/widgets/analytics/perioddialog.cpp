#include "widgets/analytics/perioddialog.h"

#include "widgets/controls/button.h"
#include "widgets/controls/formfield.h"
#include "widgets/controls/textlabel.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

PeriodDialog::PeriodDialog(const DayRange &days, QWidget *parent)
    : QDialog{parent}
    , m_from{new QDateEdit{days.from}}
    , m_to{new QDateEdit{days.to}}
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Which days?"));
    m_from->setObjectName(u"periodFrom"_s);
    m_to->setObjectName(u"periodTo"_s);
    for (QDateEdit *edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        edit->setMinimumWidth(scaledWithText(160));
    }
    m_to->setMinimumDate(days.from);
    connect(m_from, &QDateEdit::dateChanged, m_to, &QDateEdit::setMinimumDate);

    auto *cancel = new Button{tr("Cancel")};
    auto *show = new Button{tr("Show these days"), ButtonKind::Primary};
    show->setDefault(true);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(show, &Button::clicked, this, [this] {
        emit chosen({m_from->date(), m_to->date()});
        accept();
    });
    auto *fields = new QHBoxLayout;
    fields->setSpacing(12);
    fields->addWidget(new FormField{tr("From"), m_from});
    fields->addWidget(new FormField{tr("To"), m_to});
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(show);
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(16);
    column->addWidget(new TextLabel{tr("Which days?"), TypeRole::SectionTitle});
    column->addLayout(fields);
    column->addLayout(buttons);
}
