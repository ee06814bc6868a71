#include "widgets/pages/consentfields.h"

#include "widgets/controls/formfield.h"

#include <QDateEdit>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ConsentFields::ConsentFields(const QDate &today, QWidget *parent)
    : QWidget{parent}
    , m_source{new QLineEdit}
    , m_day{new QDateEdit}
    , m_words{new QLineEdit}
    , m_sourceField{new FormField{tr("How they agreed"), m_source}}
{
    m_source->setObjectName(u"consentSource"_s);
    m_source->setPlaceholderText(tr("Web form, in the shop, …"));
    m_sourceField->setRequired(true);
    m_day->setObjectName(u"consentDay"_s);
    m_day->setCalendarPopup(true);
    //: A day in a field (Qt date format)
    m_day->setDisplayFormat(tr("d MMM yyyy"));
    m_words->setObjectName(u"consentWords"_s);
    m_words->setPlaceholderText(tr("As it was put to them"));
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(m_sourceField);
    column->addWidget(new FormField{tr("When"), m_day});
    column->addWidget(new FormField{tr("In which words"), m_words});
    setFocusProxy(m_source);
    clear(today);
    connect(m_source, &QLineEdit::textEdited, this, [this] {
        m_sourceField->setProblem({});
        emit edited();
    });
}

void ConsentFields::clear(const QDate &today)
{
    m_source->clear();
    m_words->clear();
    m_sourceField->setProblem({});
    m_day->setMaximumDate(today);
    m_day->setDate(today);
}

QString ConsentFields::source() const
{
    return m_source->text().simplified();
}

QString ConsentFields::words() const
{
    return m_words->text().simplified();
}

QDate ConsentFields::day() const
{
    return m_day->date();
}

bool ConsentFields::check()
{
    if (!source().isEmpty())
        return true;
    m_sourceField->setProblem(tr("Say how they agreed: it is the proof"));
    m_source->setFocus(Qt::OtherFocusReason);
    return false;
}
