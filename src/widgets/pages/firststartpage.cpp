#include "widgets/pages/firststartpage.h"

#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/firstfocus.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int kDoorWidth = 400;
constexpr int kDoorHeight = 352;

/// The mark, large.
class BigMark final : public QWidget
{
public:
    BigMark() { setFixedSize(64, 64); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter{this}.drawPixmap(0, 0, markPixmap(64, devicePixelRatioF()));
    }
};

/// An icon on a soft square.
class IconTile final : public QWidget
{
public:
    explicit IconTile(QString iconName)
        : m_iconName{std::move(iconName)}
    {
        setFixedSize(44, 44);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.primarySoft);
        painter.drawRoundedRect(rect(), 10, 10);
        drawIcon(&painter, {10, 10, 24, 24}, m_iconName, theme.primaryText);
    }

private:
    QString m_iconName;
};

/// A check before each promise.
class CheckMark final : public QWidget
{
public:
    CheckMark() { setFixedSize(16, lineHeightFor(TypeRole::Body)); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter{this};
        drawIcon(&painter, {0, (height() - 16) / 2, 16, 16}, u"check"_s, Theme::of(this).primaryText);
    }
};

Card *makeDoor(const QString &iconName, const QString &title, const QStringList &promises, Button *button,
               const QString &takes)
{
    auto *door = new Card{28};
    door->setAccessibleName(title);
    door->setMinimumWidth(280);
    door->setMaximumWidth(scaledWithText(kDoorWidth));
    door->setMinimumHeight(kDoorHeight);
    QVBoxLayout *column = door->column();
    column->setContentsMargins(28, 28, 28, 22);
    column->addWidget(new IconTile{iconName});
    column->addSpacing(16);
    column->addWidget(new TextLabel{title, TypeRole::SectionTitle});
    for (const QString &promise : promises) {
        auto *row = new QHBoxLayout;
        row->setSpacing(10);
        row->addWidget(new CheckMark, 0, Qt::AlignTop);
        auto *words = new TextLabel{promise, TypeRole::Body, TextLabel::Ink::Text2};
        words->setWordWrap(true);
        row->addWidget(words, 1);
        column->addSpacing(10);
        column->addLayout(row);
    }
    column->addSpacing(24);
    column->addStretch();
    button->setControlHeight(36);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    column->addWidget(button);
    column->addSpacing(8);
    auto *hint = new TextLabel{takes, TypeRole::Label, TextLabel::Ink::Text3};
    hint->setAlignment(Qt::AlignCenter);
    column->addWidget(hint);
    return door;
}

} // namespace

FirstStartPage::FirstStartPage(QWidget *parent)
    : QWidget{parent}
{
    auto *header = new PageHeader{tr("Campaigns")};
    header->setContext(tr("No campaigns yet"));

    auto *welcome = new TextLabel{tr("Welcome to Fanfare"), TypeRole::Welcome};
    welcome->setAlignment(Qt::AlignCenter);
    auto *lead = new TextLabel{
        tr("Draft WhatsApp campaigns offline, send them straight to Meta from this computer, and "
           "watch every delivery. How would you like to begin?"),
        TypeRole::Lead, TextLabel::Ink::Text2};
    lead->setWordWrap(true);
    lead->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    lead->setFixedWidth(scaledWithText(560));
    lead->setMinimumHeight(2 * lineHeightFor(TypeRole::Lead));

    auto *connecting = new Button{tr("Connect your number"), ButtonKind::Primary};
    auto *practising = new Button{tr("Start practising")};
    auto *doors = new QHBoxLayout;
    doors->setSpacing(24);
    doors->addStretch();
    doors->addWidget(makeDoor(u"phone"_s, tr("Connect your number"),
                              {tr("You need a WhatsApp Business number, its two IDs and an access key"),
                               tr("We check them with Meta before anything is saved"),
                               tr("The key goes into your system's keychain, not into our file")},
                              connecting, tr("Takes about 5 minutes")),
                     1);
    doors->addWidget(makeDoor(u"practise"_s, tr("Practise first"),
                              {tr("A built-in simulator plays the part of Meta"),
                               tr("Sample contacts and templates are ready to use"),
                               tr("Send a whole campaign; no real person gets a message")},
                              practising, tr("Takes about 1 minute. You can connect later")),
                     1);
    doors->addStretch();
    auto *opening = new Button{tr("Open an existing workspace…"), ButtonKind::Link, u"file"_s};

    auto *content = new QWidget;
    auto *middle = new QVBoxLayout{content};
    middle->setContentsMargins(24, 0, 24, 56);
    middle->setSpacing(0);
    middle->addStretch();
    middle->addWidget(new BigMark, 0, Qt::AlignHCenter);
    middle->addSpacing(20);
    middle->addWidget(welcome);
    middle->addSpacing(4);
    middle->addWidget(lead, 0, Qt::AlignHCenter);
    middle->addSpacing(24);
    middle->addLayout(doors);
    middle->addSpacing(24);
    middle->addWidget(opening, 0, Qt::AlignHCenter);
    middle->addStretch();

    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(scroll, 1);
    setFirstFocus(this, connecting);

    connect(connecting, &Button::clicked, this, &FirstStartPage::connectRequested);
    connect(practising, &Button::clicked, this, &FirstStartPage::practiseRequested);
    connect(opening, &Button::clicked, this, &FirstStartPage::openWorkspaceRequested);
}
