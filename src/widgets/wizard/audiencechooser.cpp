#include "widgets/wizard/audiencechooser.h"

#include "widgets/controls/button.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int kTile = 56;

/// The icon of a file on its soft tile.
class FileTile final : public QWidget
{
public:
    FileTile() { setFixedSize(kTile, kTile); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.primarySoft);
        painter.drawRoundedRect(rect(), 12, 12);
        drawIcon(&painter, rect().adjusted(14, 14, -14, -14), u"import"_s, theme.primaryText);
    }
};

} // namespace

AudienceChooser::AudienceChooser(QWidget *parent)
    : QFrame{parent}
    , m_contacts{new Button{tr("From your contacts…"), ButtonKind::Outlined, u"contacts"_s}}
    , m_question{new TextLabel{tr("Who gets this campaign?"), TypeRole::SectionTitle}}
{
    m_contacts->setObjectName(u"takeContacts"_s);
    m_contacts->hide();
    auto *file = new Button{tr("Choose a file…"), ButtonKind::Primary, u"file"_s};
    file->setObjectName(u"chooseFile"_s);
    auto *paste = new Button{tr("Paste numbers…"), ButtonKind::Outlined, u"paste"_s};
    paste->setObjectName(u"pasteNumbers"_s);
    auto *person = new Button{tr("Add one person…"), ButtonKind::Outlined, u"plus"_s};
    person->setObjectName(u"addPerson"_s);

    auto *sentence = new TextLabel{
        tr("Drop a CSV, Excel or vCard file here, or paste cells of a spreadsheet. Every number is "
           "checked before anybody is added, and you see each row with its result."),
        TypeRole::Body, TextLabel::Ink::Text2};
    sentence->setWordWrap(true);
    sentence->setAlignment(Qt::AlignCenter);
    sentence->setMaximumWidth(scaledWithText(460));
    auto *sentenceRow = new QHBoxLayout;
    sentenceRow->addStretch(1);
    sentenceRow->addWidget(sentence, 100);
    sentenceRow->addStretch(1);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_contacts);
    buttons->addWidget(person);
    buttons->addWidget(paste);
    buttons->addWidget(file);
    buttons->addStretch();

    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(0);
    column->addStretch(2);
    column->addWidget(new FileTile, 0, Qt::AlignHCenter);
    column->addSpacing(16);
    column->addWidget(m_question, 0, Qt::AlignHCenter);
    column->addSpacing(6);
    column->addLayout(sentenceRow);
    column->addSpacing(20);
    column->addLayout(buttons);
    column->addStretch(3);

    connect(m_contacts, &Button::clicked, this, &AudienceChooser::contactsRequested);
    connect(file, &Button::clicked, this, &AudienceChooser::fileRequested);
    connect(paste, &Button::clicked, this, &AudienceChooser::pasteRequested);
    connect(new QShortcut{QKeySequence::Paste, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut},
            &QShortcut::activated, this, &AudienceChooser::pasteRequested);
    connect(person, &Button::clicked, this, &AudienceChooser::personRequested);
}

void AudienceChooser::setContactsOffered(bool isOffered)
{
    m_contacts->setVisible(isOffered);
}

void AudienceChooser::setQuestion(const QString &question)
{
    m_question->setText(question);
}

void AudienceChooser::setDropTarget(bool isTarget)
{
    m_isDropTarget = isTarget;
    update();
}

void AudienceChooser::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    QPen edge{m_isDropTarget ? theme.primary : theme.borderStrong, m_isDropTarget ? 2.0 : 1.0};
    edge.setDashPattern({6, 5});
    painter.setPen(edge);
    painter.setBrush(m_isDropTarget ? theme.selected : theme.surface);
    painter.drawRoundedRect(QRectF{rect()}.adjusted(1, 1, -1, -1), 10, 10);
}
