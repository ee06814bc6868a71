#include "widgets/pages/duplicatesdialog.h"

#include "widgets/controls/button.h"
#include "widgets/controls/choicecard.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/typography.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kSkip = 2;
constexpr int kMerge = 3;
/// People of a group on screen; the others are scrolled to.
constexpr int kFewestShown = 2;
constexpr int kMostShown = 4;
constexpr int kGap = 8;

} // namespace

DuplicatesDialog::DuplicatesDialog(std::vector<DuplicatePeople> people, PhoneFormat phoneFormat,
                                   QWidget *parent)
    : MessageDialog{tr("Are these the same person?"), tr("Choose the number to keep."), parent}
    , m_people{std::move(people)}
    , m_phoneFormat{std::move(phoneFormat)}
    , m_choice{new QButtonGroup{this}}
    , m_list{new QScrollArea}
    , m_place{new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text2}}
    , m_reason{new TextLabel{{}, TypeRole::Body}}
    , m_consequences{new TextLabel{{}, TypeRole::Body, TextLabel::Ink::Text2}}
{
    setObjectName(u"duplicatesDialog"_s);
    m_place->setObjectName(u"duplicatesPlace"_s);
    m_reason->setObjectName(u"duplicatesReason"_s);
    m_consequences->setObjectName(u"mergeConsequences"_s);
    m_reason->setWordWrap(true);
    m_consequences->setWordWrap(true);
    m_list->setWidgetResizable(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->viewport()->setBackgroundRole(QPalette::Base);
    addContent(m_place);
    addContent(m_reason);
    addContent(m_list);
    addContent(m_consequences);
    addButton(tr("Stop here"), ButtonKind::Quiet, QDialog::Rejected)->setObjectName(u"stopMerging"_s);
    m_skipButton = addButton(tr("Leave them apart"), ButtonKind::Outlined, kSkip);
    m_skipButton->setObjectName(u"leaveApart"_s);
    m_mergeButton = addButton(tr("Merge"), ButtonKind::Primary, kMerge);
    m_mergeButton->setObjectName(u"mergeButton"_s);
    m_mergeButton->setDefault(true);
    for (Button *button : {m_skipButton, m_mergeButton})
        button->disconnect(this); // the dialog stays for the next ones
    connect(m_skipButton, &Button::clicked, this, &DuplicatesDialog::showNext);
    connect(m_mergeButton, &Button::clicked, this, &DuplicatesDialog::merge);
    connect(m_choice, &QButtonGroup::idToggled, this, &DuplicatesDialog::showConsequences);
    setFixedWidth(maximumWidth()); // a dialog with a list
    showPresent();
}

void DuplicatesDialog::setMerged()
{
    showNext();
}

void DuplicatesDialog::setMergeError(const Error &error)
{
    setBusy(false);
    tellError(this, tr("They were not merged"), error);
}

QWidget *DuplicatesDialog::cardOf(size_t person, bool canBeLeftOut)
{
    const Contact &contact = m_people[m_present].contacts[person];
    const QString title = personTitle(contact, m_phoneFormat);
    auto *card = new ChoiceCard{title, personLine(contact)};
    card->setToolTip(title + u'\n' + personLine(contact));
    card->setMinimumWidth(1); // what is too long is in its tooltip
    m_choice->addButton(card, static_cast<int>(person));
    auto *row = new QWidget;
    auto *cells = new QHBoxLayout{row};
    cells->setContentsMargins(0, 0, 0, 0);
    cells->setSpacing(kGap);
    cells->addWidget(card, 1);
    if (canBeLeftOut) {
        Button *out = Button::iconOnly(u"close"_s, tr("Leave out %1").arg(title));
        out->setObjectName(u"leaveOut%1"_s.arg(person));
        connect(out, &Button::clicked, this, [this, person] { leaveOut(person); });
        cells->addWidget(out);
    }
    return row;
}

void DuplicatesDialog::showPresent()
{
    for (QAbstractButton *card : m_choice->buttons())
        m_choice->removeButton(card);
    const DuplicatePeople &people = m_people[m_present];
    auto *cards = new QWidget;
    auto *column = new QVBoxLayout{cards};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    for (size_t i = 0; i < people.contacts.size(); ++i)
        column->addWidget(cardOf(i, people.contacts.size() > 2));
    column->addStretch();
    m_list->setWidget(cards); // which deletes the cards of the group before
    const int shown = std::min(static_cast<int>(people.contacts.size()), kMostShown);
    const int height = m_choice->button(0)->sizeHint().height() + kGap;
    m_list->setMinimumHeight(std::min(shown, kFewestShown) * height);
    m_list->setMaximumHeight(shown * height);
    //: Which of the possible duplicates is shown: "2 of 7"
    m_place->setText(tr("%1 of %2")
                         .arg(countText(static_cast<qint64>(m_present) + 1),
                              countText(static_cast<qint64>(m_people.size()))));
    m_reason->setText(reasonText(people));
    m_mergeButton->setText(tr("Merge these %Ln", nullptr, static_cast<int>(people.contacts.size())));
    setBusy(false);
    m_choice->button(0)->setChecked(true);
    showConsequences();
    fit();
    m_choice->button(0)->setFocus(Qt::TabFocusReason);
}

void DuplicatesDialog::fit()
{
    // What is wrapped is as high as this width makes it.
    layout()->activate();
    resize(width(), layout()->totalHeightForWidth(width()));
}

void DuplicatesDialog::showNext()
{
    if (++m_present == m_people.size()) {
        accept();
        return;
    }
    showPresent();
}

void DuplicatesDialog::showConsequences()
{
    if (m_choice->checkedId() < 0)
        return;
    m_consequences->setText(mergeText(m_people[m_present], kept(), m_phoneFormat));
}

void DuplicatesDialog::setBusy(bool isBusy)
{
    m_list->setEnabled(!isBusy);
    m_skipButton->setEnabled(!isBusy);
    m_mergeButton->setEnabled(!isBusy);
}

size_t DuplicatesDialog::kept() const
{
    return static_cast<size_t>(std::max(m_choice->checkedId(), 0));
}

void DuplicatesDialog::leaveOut(size_t person)
{
    std::vector<Contact> &contacts = m_people[m_present].contacts;
    contacts.erase(contacts.begin() + static_cast<std::ptrdiff_t>(person));
    // The button that was pressed goes with its card, after its signal.
    QMetaObject::invokeMethod(this, &DuplicatesDialog::showPresent, Qt::QueuedConnection);
}

void DuplicatesDialog::merge()
{
    const std::vector<Contact> &contacts = m_people[m_present].contacts;
    std::vector<PhoneNumber> others;
    for (size_t i = 0; i < contacts.size(); ++i) {
        if (i != kept())
            others.push_back(contacts[i].phone);
    }
    setBusy(true);
    emit mergeRequested(contacts[kept()].phone, others);
}
