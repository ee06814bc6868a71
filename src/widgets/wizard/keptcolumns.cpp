#include "widgets/wizard/keptcolumns.h"

#include "widgets/controls/button.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/textlabel.h"

#include <QHBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString attributeField(const QString &attribute)
{
    return QString::fromLatin1(kAttributePrefix) + attribute;
}

bool isAttribute(const QString &field)
{
    return field.startsWith(QLatin1StringView{kAttributePrefix});
}

} // namespace

KeptColumns::KeptColumns(QWidget *parent)
    : QWidget{parent}
    , m_buttons{new QWidget}
    , m_flow{new FlowLayout{4, 4, m_buttons}}
{
    auto *row = new QHBoxLayout{this};
    row->setContentsMargins(0, 8, 0, 0);
    row->setSpacing(12);
    auto *label = new TextLabel{tr("Also kept of each person"), TypeRole::Label, TextLabel::Ink::Text2};
    label->setContentsMargins(0, 6, 0, 0); // in the middle of the first row of buttons
    row->addWidget(label, 0, Qt::AlignTop);
    row->addWidget(m_buttons, 1);
    m_flow->setContentsMargins(0, 0, 0, 0);
    hide();
}

void KeptColumns::setPreview(const AudiencePreview &preview)
{
    if (!(preview.source == m_source))
        m_leftOut.clear();
    m_source = preview.source;
    QSet<int> taken;
    for (auto field = preview.columnOf.begin(); field != preview.columnOf.end(); ++field) {
        if (!isAttribute(field.key()))
            taken.insert(*field);
    }
    std::vector<Column> columns;
    for (int place = 0; place < static_cast<int>(preview.columns.size()); ++place) {
        const AudienceColumn &column = preview.columns[static_cast<size_t>(place)];
        const QString name = column.header.simplified();
        const bool isKnown = std::any_of(columns.begin(), columns.end(),
                                         [&](const Column &other) { return other.attribute == name; });
        if (!name.isEmpty() && !taken.contains(place) && !isKnown)
            columns.push_back({name, place, column.example.simplified()});
    }
    if (columns != m_columns) { // or the focus would leave the button that was pressed
        m_columns = std::move(columns);
        offer();
    }
}

AudienceChoices KeptColumns::applyTo(AudienceChoices choices) const
{
    choices.columnOf.removeIf(
        [](const QMap<QString, int>::iterator &field) { return isAttribute(field.key()); });
    for (const Column &column : m_columns) {
        if (!m_leftOut.contains(column.attribute))
            choices.columnOf.insert(attributeField(column.attribute), column.place);
    }
    return choices;
}

void KeptColumns::offer()
{
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Column &column : m_columns) {
        auto *button = new Button{column.attribute, ButtonKind::Toggle};
        button->setObjectName(u"keep_"_s + column.attribute);
        button->setSmall(true);
        button->setCheckable(true);
        button->setChecked(!m_leftOut.contains(column.attribute));
        button->setToolTip(column.example);
        connect(button, &Button::toggled, this, [this, name = column.attribute](bool isKept) {
            if (isKept)
                m_leftOut.remove(name);
            else
                m_leftOut.insert(name);
            emit changed();
        });
        m_flow->addWidget(button);
    }
    setVisible(!m_columns.empty());
}
