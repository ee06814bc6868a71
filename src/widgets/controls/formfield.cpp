#include "widgets/controls/formfield.h"

#include "widgets/controls/textlabel.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

FormField::FormField(const QString &label, QWidget *field, QWidget *parent)
    : QWidget{parent}
    , m_labelText{label}
    , m_field{field}
    , m_label{new TextLabel{label, TypeRole::Label, TextLabel::Ink::Text2}}
    , m_requiredMark{new TextLabel{tr("(required)"), TypeRole::Label, TextLabel::Ink::Text3}}
    , m_problemIcon{new QLabel}
    , m_hint{new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text3}}
{
    m_label->setBuddy(field);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_requiredMark->hide();

    auto *labelRow = new QHBoxLayout;
    labelRow->setSpacing(4);
    labelRow->addWidget(m_label);
    labelRow->addWidget(m_requiredMark);
    labelRow->addStretch();
    auto *hintRow = new QHBoxLayout;
    hintRow->setSpacing(5);
    hintRow->addWidget(m_problemIcon, 0, Qt::AlignTop);
    hintRow->addWidget(m_hint, 1);

    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(labelRow);
    column->addSpacing(6);
    column->addWidget(field);
    column->addSpacing(4);
    column->addLayout(hintRow);
    setFocusProxy(field);
    refresh();
}

void FormField::setRequired(bool required)
{
    m_requiredMark->setVisible(required);
    refresh();
}

void FormField::setHint(const QString &hint)
{
    m_hintText = hint;
    refresh();
}

void FormField::setProblem(const QString &problem)
{
    if (m_problemText == problem)
        return;
    m_problemText = problem;
    refresh();
}

void FormField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void FormField::refresh()
{
    const bool isWrong = hasProblem();
    m_problemIcon->setVisible(isWrong);
    if (isWrong)
        m_problemIcon->setPixmap(iconPixmap(u"error"_s, Theme::of(this).redFg, 14, devicePixelRatioF()));
    const QString below = isWrong ? m_problemText : m_hintText;
    m_hint->setText(below);
    m_hint->setInk(isWrong ? TextLabel::Ink::Red : TextLabel::Ink::Text3);
    m_hint->setVisible(!below.isEmpty());

    //: Read aloud for a field that must be filled in.
    const QString name = m_requiredMark->isHidden() ? m_labelText : tr("%1, required").arg(m_labelText);
    // A row of several controls hands the focus on to the one that is filled in.
    for (QWidget *field : {m_field, m_field->focusProxy()}) {
        if (!field)
            continue;
        field->setAccessibleName(name);
        field->setAccessibleDescription(below);
        if (field->property("problem").toBool() != isWrong) {
            field->setProperty("problem", isWrong);
            field->update();
        }
    }
}
