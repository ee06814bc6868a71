#include "widgets/pages/tagdialog.h"

#include "widgets/controls/button.h"
#include "widgets/controls/formfield.h"

#include <QComboBox>

using namespace Qt::StringLiterals;

namespace {

QString question(TagDialog::Change change, int people)
{
    return change == TagDialog::Change::Add
        ? TagDialog::tr("Which tag do these %Ln people get?", nullptr, people)
        : TagDialog::tr("Which tag is taken from these %Ln people?", nullptr, people);
}

QString explanation(TagDialog::Change change)
{
    return change == TagDialog::Change::Add ? TagDialog::tr("Write a new one, or choose one that is there.")
                                            : TagDialog::tr("Who does not have it stays as they are.");
}

} // namespace

TagDialog::TagDialog(Change change, int people, const QStringList &tags, QWidget *parent)
    : MessageDialog{question(change, people), explanation(change), parent}
    , m_tag{new QComboBox}
{
    const bool adds = change == Change::Add;
    setObjectName(u"tagDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_tag->setEditable(adds);
    m_tag->setInsertPolicy(QComboBox::NoInsert);
    m_tag->addItems(tags);
    if (adds)
        m_tag->setCurrentText({});
    m_tag->setObjectName(u"tagField"_s);
    addContent(new FormField{tr("Tag"), m_tag});
    addButton(tr("Cancel"), ButtonKind::Outlined, QDialog::Rejected);
    addButton(adds ? tr("Add tag") : tr("Remove tag"), ButtonKind::Primary, QDialog::Accepted)
        ->setDefault(true);
    connect(this, &QDialog::accepted, this, [this] {
        if (const QString tag = m_tag->currentText().simplified(); !tag.isEmpty())
            emit chosen(tag);
    });
}

void TagDialog::open()
{
    MessageDialog::open();
    m_tag->setFocus();
}
