#include "widgets/pages/contactpanel.h"

#include "presentation/attributetext.h"
#include "presentation/audience.h"
#include "presentation/initials.h"
#include "widgets/controls/button.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/statusbadge.h"
#include "widgets/controls/textlabel.h"
#include "widgets/pages/consentbadge.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int kAvatar = 40;
constexpr int kFactWidth = 92; ///< of what a fact is called
constexpr int kHashShown = 12; ///< digits of a file's fingerprint; the tooltip has all of them

TextLabel *quietLabel(const QString &text)
{
    return new TextLabel{text, TypeRole::Label, TextLabel::Ink::Text2};
}

} // namespace

/// A disc with a person's initials, or an icon where there is no single person.
class ContactPanel::Avatar final : public QWidget
{
public:
    Avatar() { setFixedSize(scaledWithText(kAvatar), scaledWithText(kAvatar)); }

    void setName(const QString &name)
    {
        m_initials = initialsOf(name);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.primarySoft);
        painter.drawEllipse(rect());
        if (m_initials.isEmpty()) {
            QRect icon{0, 0, 20, 20};
            icon.moveCenter(rect().center());
            drawIcon(&painter, icon, u"contacts"_s, theme.primaryText);
            return;
        }
        painter.setPen(theme.primaryText);
        painter.setFont(fontFor(TypeRole::LabelBold));
        painter.drawText(rect(), Qt::AlignCenter, m_initials);
    }

private:
    QString m_initials;
};

ContactPanel::ContactPanel(const Clock &clock, QWidget *parent)
    : ContactPanel{clock, Place::InBook, parent}
{
}

ContactPanel::ContactPanel(const Clock &clock, Place place, QWidget *parent)
    : Card{0, parent}
    , m_clock{clock}
    , m_place{place}
    , m_avatar{new Avatar}
    , m_title{new TextLabel{{}, TypeRole::BodyBold}}
    , m_subtitle{quietLabel({})}
    , m_consent{new StatusBadge{Badge::Pending}}
    , m_area{new QScrollArea}
    , m_edit{new Button{tr("Edit…"), ButtonKind::Outlined, u"edit"_s}}
    , m_optIn{new Button{tr("Note their consent…"), ButtonKind::Outlined, u"check"_s}}
    , m_tag{new Button{tr("Add tag…"), ButtonKind::Outlined, u"tag"_s}}
    , m_untag{new Button{tr("Remove tag…"), ButtonKind::Outlined, u"tag"_s}}
    , m_export{new Button{tr("Export…"), ButtonKind::Outlined, u"export"_s}}
    , m_optOut{new Button{tr("Opt out…"), ButtonKind::Danger, u"opt-out"_s}}
    , m_erase{new Button{tr("Erase…"), ButtonKind::Danger, u"delete"_s}}
{
    setObjectName(u"contactPanel"_s);
    if (m_place == Place::BesideConversation) {
        setFrameLook(this, FrameLook::None);
        column()->setContentsMargins(0, 0, 0, 0);
        setObjectName(u"personPanel"_s);
        m_edit->setText(tr("Open contact"));
        m_edit->setIconName(u"contacts"_s);
        m_optOut->setText(tr("Opt out"));
    }
    m_title->setElided(true);
    m_title->setObjectName(u"contactTitle"_s);
    m_subtitle->setWordWrap(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->viewport()->setAutoFillBackground(false);
    m_area->setAccessibleName(tr("What is known of this person"));

    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    auto *who = new QHBoxLayout;
    who->setSpacing(12);
    who->addWidget(m_avatar, 0, Qt::AlignTop);
    who->addLayout(words, 1);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 16, 16, 12);
    head->setSpacing(12);
    head->addLayout(who);
    head->addWidget(m_consent, 0, Qt::AlignLeft);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(16, 12, 16, 16);
    addActions(*foot);
    m_edit->setObjectName(u"editContact"_s);
    m_optIn->setObjectName(u"optInContact"_s);
    m_tag->setObjectName(u"tagContacts"_s);
    m_untag->setObjectName(u"untagContacts"_s);
    m_export->setObjectName(u"exportContacts"_s);
    m_optOut->setObjectName(u"optOutContacts"_s);
    m_erase->setObjectName(u"eraseContacts"_s);
    column()->addLayout(head);
    if (m_place == Place::InBook)
        column()->addWidget(new Hairline);
    column()->addWidget(m_area, 1);
    if (m_place == Place::InBook)
        column()->addWidget(new Hairline);
    column()->addLayout(foot);

    connect(m_edit, &Button::clicked, this, &ContactPanel::editRequested);
    connect(m_optIn, &Button::clicked, this, &ContactPanel::optInRequested);
    connect(m_tag, &Button::clicked, this, &ContactPanel::tagRequested);
    connect(m_untag, &Button::clicked, this, &ContactPanel::untagRequested);
    connect(m_export, &Button::clicked, this, &ContactPanel::exportRequested);
    connect(m_optOut, &Button::clicked, this, &ContactPanel::optOutRequested);
    connect(m_erase, &Button::clicked, this, &ContactPanel::eraseRequested);
    showNobody();
}

/// Side by side where there are many, else one above the other.
void ContactPanel::addActions(QVBoxLayout &foot)
{
    if (m_place == Place::BesideConversation) {
        foot.setSpacing(8);
        for (Button *button : actions()) {
            button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
            foot.addWidget(button);
        }
        return;
    }
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout{8, 8, buttons};
    for (Button *button : actions())
        flow->addWidget(button);
    foot.addWidget(buttons);
}

void ContactPanel::showNobody()
{
    m_avatar->setName({});
    m_title->setText(tr("Nobody chosen"));
    m_subtitle->setText(tr("Choose a person to see what is known of them, or several with Shift or Ctrl."));
    m_consent->hide();
    clearFacts();
    for (Button *button : actions())
        button->hide();
}

void ContactPanel::showContact(const Contact &contact, const PhoneFormat &phoneFormat)
{
    const QString phone = phoneText(contact.phone, phoneFormat);
    m_avatar->setName(contact.name);
    m_title->setText(contact.name.isEmpty() ? phone : contact.name);
    m_subtitle->setText(contact.name.isEmpty() ? tr("No name yet") : phone);
    const ConsentState consent = consentOf(contact);
    m_consent->setBadge(badgeFor(consent), wordFor(consent));
    m_consent->setVisible(m_place == Place::InBook || consent == ConsentState::OptedOut);
    clearFacts();
    addConsent(contact);
    if (!contact.tags.isEmpty())
        addTags(contact.tags);
    for (auto value = contact.attributes.begin(); value != contact.attributes.end(); ++value) {
        const auto known = std::find_if(m_attributes.begin(), m_attributes.end(),
                                        [&](const Attribute &a) { return a.name == value.key(); });
        addFact(value.key(),
                attributeText(*value, known == m_attributes.end() ? AttributeType::Text : known->type));
    }
    if (!contact.region.isEmpty())
        addFact(tr("Country"), countryText(contact.region));
    addFact(tr("In the book since"), dateText(contact.createdAt));
    showActions(true, consent != ConsentState::OptedIn, consent != ConsentState::OptedOut);
}

void ContactPanel::setHistory(const std::vector<ContactHappening> &history, bool isCut)
{
    if (m_hasHistory && m_history == history)
        return;
    m_hasHistory = true;
    m_history = history;
    while (QLayoutItem *item = m_historyColumn->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_historyColumn->addWidget(new Hairline);
    const bool isInBook = m_place == Place::InBook;
    m_historyColumn->addWidget(
        new TextLabel{isInBook ? tr("History") : tr("Campaigns"), TypeRole::CardTitle});
    if (history.empty())
        m_historyColumn->addWidget(quietLabel(isInBook ? tr("Nothing was sent yet, and nothing came.")
                                                       : tr("No campaign has gone to them.")));
    for (const ContactHappening &happening : history)
        addHappening(happening);
    if (isCut) {
        auto *all = new Button{tr("Show everything"), ButtonKind::Link};
        all->setObjectName(u"wholeHistory"_s);
        connect(all, &Button::clicked, this, &ContactPanel::wholeHistoryRequested);
        m_historyColumn->addWidget(all, 0, Qt::AlignLeft);
    }
}

void ContactPanel::showSeveral(qint64 people)
{
    m_avatar->setName({});
    m_title->setText(tr("%Ln people chosen", nullptr, static_cast<int>(people)));
    m_subtitle->setText(tr("What you do here is done for all of them."));
    m_consent->hide();
    clearFacts();
    showActions(false, false, true);
}

std::array<Button *, 7> ContactPanel::actions() const
{
    return {m_edit, m_optIn, m_tag, m_untag, m_export, m_optOut, m_erase};
}

void ContactPanel::clearFacts()
{
    m_hasHistory = false;
    m_history.clear();
    auto *facts = new QWidget;
    m_factColumn = new QVBoxLayout{facts};
    m_factColumn->setContentsMargins(16, 12, 16, 12);
    m_factColumn->setSpacing(8);
    m_historyColumn = new QVBoxLayout;
    m_historyColumn->setSpacing(12);
    m_factColumn->addLayout(m_historyColumn);
    m_factColumn->addStretch();
    m_area->setWidget(facts); // the one before is deleted
    facts->setAutoFillBackground(false);
}

void ContactPanel::addRow(const QString &label, QWidget *value)
{
    auto *name = quietLabel(label);
    name->setWordWrap(true);
    if (m_place == Place::BesideConversation) {
        auto *pair = new QVBoxLayout;
        pair->setSpacing(0);
        pair->addWidget(name);
        pair->addWidget(value);
        m_factColumn->insertLayout(m_factColumn->count() - 2, pair);
        return;
    }
    name->setFixedWidth(std::min(scaledWithText(kFactWidth), width() / 3));
    name->setContentsMargins(0, 2, 0, 0); // its smaller letters on the line of the value
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(name, 0, Qt::AlignTop);
    row->addWidget(value, 1);
    m_factColumn->insertLayout(m_factColumn->count() - 2, row); // before the history and the stretch
}

void ContactPanel::addFact(const QString &label, const QString &value)
{
    auto *words = new TextLabel{value};
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->setAccessibleName(tr("%1: %2").arg(label, value));
    addRow(label, words);
}

void ContactPanel::addConsent(const Contact &contact)
{
    addFact(tr("Consent"), consentSentence(contact));
    if (contact.isSuppressed && contact.optedInAt)
        //: A person who opted out has agreed before
        addFact(tr("Earlier"), optInSentence(contact));
    if (!contact.optInWords.isEmpty())
        //: The words that a person agreed to
        addFact(tr("Agreed to"), tr("“%1”").arg(contact.optInWords));
    if (!contact.optInFile.isEmpty()) {
        auto *hash = new TextLabel{tr("SHA-256 %1…").arg(contact.optInFile.left(kHashShown))};
        hash->setToolTip(contact.optInFile);
        hash->setAccessibleName(tr("Fingerprint of the file: %1").arg(contact.optInFile));
        hash->setElided(true);
        addRow(tr("From a file"), hash);
    }
}

void ContactPanel::addTags(const QStringList &tags)
{
    auto *box = new QWidget;
    auto *flow = new FlowLayout{4, 4, box};
    flow->setContentsMargins(0, 2, 0, 0);
    for (const QString &tag : tags) {
        auto *frame = new QFrame;
        setFrameLook(frame, FrameLook::Tag);
        auto *row = new QHBoxLayout{frame};
        row->setContentsMargins(8, 1, 8, 1);
        row->addWidget(new TextLabel{tag, TypeRole::Label, TextLabel::Ink::Text2});
        flow->addWidget(frame);
    }
    box->setAccessibleName(tr("Tags: %1").arg(tags.join(u", "_s)));
    addRow(tr("Tags"), box);
}

void ContactPanel::addHappening(const ContactHappening &happening)
{
    auto *box = new QWidget;
    auto *rows = new QVBoxLayout{box};
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    const QString said = happening.words.simplified();
    auto *words = new TextLabel;
    if (happening.isFromThem || happening.title.isEmpty()) {
        //: The words of a message
        words->setText(said.isEmpty() ? tr("A message without words") : tr("“%1”").arg(said));
        words->setWordWrap(true);
    } else {
        words->setText(happening.title);
        words->setElided(true);
    }
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(words, 1);
    if (happening.isOptOut)
        first->addWidget(new StatusBadge{Badge::OptedOut}, 0, Qt::AlignTop);
    else if (happening.status)
        first->addWidget(new StatusBadge{badgeFor(*happening.status)}, 0, Qt::AlignTop);
    rows->addLayout(first);
    const QString when = relativeText(happening.at, m_clock.now());
    QString below = when;
    if (happening.isFromThem)
        below = happening.title.isEmpty() ? tr("From them · %1").arg(when)
                                          //: When somebody answered, and which campaign
                                          : tr("From them · %1 · %2").arg(when, happening.title);
    else if (happening.title.isEmpty())
        below = tr("From us · %1").arg(when);
    auto *moment = new TextLabel{below, TypeRole::Fine, TextLabel::Ink::Text3};
    moment->setElided(true);
    moment->setToolTip(fullMomentText(happening.at));
    rows->addWidget(moment);
    m_historyColumn->addWidget(box);
}

void ContactPanel::showStranger(const QString &title, const QString &secondLine, bool canOptOut)
{
    m_avatar->setName({});
    m_title->setText(title);
    m_subtitle->setText(secondLine);
    m_consent->hide();
    clearFacts();
    m_factColumn->insertWidget(0, quietLabel(tr("Not in the contact book.")));
    for (Button *button : actions())
        button->hide();
    m_optOut->setVisible(canOptOut);
}

void ContactPanel::showActions(bool isSingle, bool canOptIn, bool canOptOut)
{
    if (m_place == Place::BesideConversation) {
        for (Button *button : actions())
            button->hide();
        m_edit->show();
        m_optOut->setVisible(canOptOut);
        return;
    }
    m_edit->setVisible(isSingle);
    m_optIn->setVisible(canOptIn);
    m_tag->setVisible(!isSingle);
    m_untag->setVisible(!isSingle);
    m_export->setVisible(!isSingle);
    m_optOut->setVisible(canOptOut);
    m_erase->show();
}
