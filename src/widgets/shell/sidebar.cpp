#include "widgets/shell/sidebar.h"

#include "widgets/theme/fanfarestyle.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"

#include <QAbstractButton>
#include <QGuiApplication>
#include <QKeySequence>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 208;
constexpr int kFoldedWidth = 56;
constexpr int kButtonHeight = 36;
constexpr int kIcon = 20;
constexpr int kMark = 28;

constexpr int kLeadingWords = Qt::AlignVCenter | Qt::TextSingleLine | Qt::AlignLeading;

} // namespace

class SideBar::Brand final : public QWidget
{
public:
    explicit Brand(QWidget *parent)
        : QWidget{parent}
    {
        setFixedHeight(scaledWithText(32));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter{this};
        const bool isFolded = width() < kFoldedWidth;
        const int x = isFolded ? (width() - kMark) / 2 : 8;
        const auto placed = [this](const QRect &part) {
            return QStyle::visualRect(layoutDirection(), rect(), part);
        };
        painter.drawPixmap(placed({x, (height() - kMark) / 2, kMark, kMark}),
                           markPixmap(kMark, devicePixelRatioF()));
        if (isFolded)
            return;
        painter.setFont(fontFor(TypeRole::SectionTitle));
        painter.setPen(Theme::of(this).text);
        painter.drawText(placed(rect().adjusted(8 + kMark + 10, 0, 0, 0)), kLeadingWords,
                         QGuiApplication::applicationDisplayName());
    }
};

class SideBar::WorkspaceButton final : public QAbstractButton
{
public:
    explicit WorkspaceButton(QWidget *parent)
        : QAbstractButton{parent}
    {
        setFixedHeight(std::max(32, lineHeightFor(TypeRole::Label) + 16));
        setFocusPolicy(Qt::NoFocus);
    }

    void setMenu(QMenu *menu)
    {
        m_menu = menu;
        setAttribute(Qt::WA_Hover, menu);
        setFocusPolicy(menu ? Qt::StrongFocus : Qt::NoFocus);
        connect(this, &QAbstractButton::clicked, menu, [this] {
            m_menu->popup(mapToGlobal(QPoint{0, height() + 4}));
        });
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme.border);
        painter.setBrush(m_menu && underMouse() ? theme.hover : theme.surface);
        painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        const auto placed = [this](const QRect &part) {
            return QStyle::visualRect(layoutDirection(), rect(), part);
        };
        const bool isFolded = width() < kFoldedWidth;
        const int x = isFolded ? (width() - 16) / 2 : 9;
        drawIcon(&painter, placed({x, (height() - 16) / 2, 16, 16}), u"database"_s, theme.text2);
        if (isFolded)
            return;
        const int trailing = m_menu ? 30 : 9;
        if (m_menu)
            drawIcon(&painter, placed({width() - 25, (height() - 16) / 2, 16, 16}), u"chevron-down"_s,
                     theme.text2);
        painter.setFont(fontFor(TypeRole::Label));
        painter.setPen(theme.text2);
        const QRect words{33, 0, width() - 33 - trailing, height()};
        painter.drawText(placed(words), kLeadingWords,
                         QFontMetrics{painter.font()}.elidedText(text(), Qt::ElideRight, words.width()));
    }

private:
    QMenu *m_menu = nullptr;
};

class SideBar::NavButton final : public QAbstractButton
{
public:
    NavButton(const QString &buttonKey, const QString &title, QString iconName, QWidget *parent)
        : QAbstractButton{parent}
        , key{buttonKey}
        , m_iconName{std::move(iconName)}
    {
        setText(title);
        setAccessibleName(title);
        setAttribute(Qt::WA_Hover);
        setFixedHeight(std::max(kButtonHeight, lineHeightFor(TypeRole::Body) + 16));
    }

    const QString key;
    bool isCurrent = false;
    int unread = 0;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        const auto placed = [this](const QRect &part) {
            return QStyle::visualRect(layoutDirection(), rect(), part);
        };
        painter.setPen(Qt::NoPen);
        if (isCurrent || underMouse()) {
            painter.setBrush(isCurrent ? theme.selected : theme.hover);
            painter.drawRoundedRect(rect(), 6, 6);
        }
        if (isCurrent) {
            painter.setBrush(theme.primary);
            painter.drawRoundedRect(placed({0, 8, 3, height() - 16}), 1.5, 1.5);
        }
        const bool isFolded = width() < kFoldedWidth;
        const QColor words = isCurrent ? theme.primaryText : theme.text2;
        const int x = isFolded ? (width() - kIcon) / 2 : 10;
        drawIcon(&painter, placed({x, (height() - kIcon) / 2, kIcon, kIcon}), m_iconName, words);
        if (isFolded) {
            if (unread > 0) {
                painter.setBrush(theme.primary);
                painter.drawEllipse(placed({width() - 10, 6, 8, 8}));
            }
            return;
        }
        int trailing = 8;
        if (unread > 0) {
            const QString count = QLocale{}.toString(unread);
            QFont font = fontFor(TypeRole::Fine);
            font.setWeight(QFont::DemiBold);
            const int pill = QFontMetrics{font}.horizontalAdvance(count) + 14;
            const QRect place = placed({width() - 10 - pill, (height() - 18) / 2, pill, 18});
            painter.setBrush(theme.primary);
            painter.drawRoundedRect(place, 9, 9);
            painter.setFont(font);
            painter.setPen(theme.onPrimary);
            painter.drawText(place, Qt::AlignCenter, count);
            trailing += pill + 10;
        }
        painter.setFont(fontFor(isCurrent ? TypeRole::BodyBold : TypeRole::Body));
        painter.setPen(words);
        const QRect title{40, 0, width() - 40 - trailing, height()};
        painter.drawText(placed(title), kLeadingWords,
                         QFontMetrics{painter.font()}.elidedText(text(), Qt::ElideRight, title.width()));
    }

private:
    QString m_iconName;
};

SideBar::SideBar(QWidget *parent)
    : QFrame{parent}
    , m_brand{new Brand{this}}
    , m_workspace{new WorkspaceButton{this}}
    , m_places{new QVBoxLayout}
    , m_foot{new QVBoxLayout}
{
    setFrameLook(this, FrameLook::SideBar);
    setAccessibleName(tr("Places"));
    m_places->setSpacing(2);
    m_foot->setSpacing(2);
    auto *column = new QVBoxLayout{this};
    column->setSpacing(0);
    column->addWidget(m_brand);
    column->addSpacing(12);
    column->addWidget(m_workspace);
    column->addSpacing(12);
    column->addLayout(m_places);
    column->addStretch();
    column->addLayout(m_foot);
    setFolded(false);
}

void SideBar::setWorkspace(const QString &name, const QString &path)
{
    m_workspace->setText(name);
    m_workspace->setAccessibleName(tr("Workspace %1").arg(name));
    m_workspace->setToolTip(path);
    m_workspace->update();
}

void SideBar::setWorkspaceMenu(QMenu *menu)
{
    m_workspace->setMenu(menu);
    m_workspace->update();
}

void SideBar::addPlace(const QString &key, const QString &title, const QString &iconName, bool isAtFoot,
                       const QKeySequence &shortcut)
{
    NavButton *added = addButton(key, title, iconName, isAtFoot, shortcut);
    connect(added, &QAbstractButton::clicked, this, [this, key] { emit placeChosen(key); });
}

void SideBar::addAction(const QString &key, const QString &title, const QString &iconName,
                        const QKeySequence &shortcut)
{
    NavButton *added = addButton(key, title, iconName, true, shortcut);
    connect(added, &QAbstractButton::clicked, this, [this, key] { emit actionChosen(key); });
}

void SideBar::setCurrent(const QString &key)
{
    for (NavButton *each : m_buttons) {
        each->isCurrent = each->key == key;
        each->setAccessibleDescription(each->isCurrent ? tr("Current place") : QString{});
        each->update();
    }
}

void SideBar::setUnread(const QString &key, int count)
{
    NavButton *known = button(key);
    if (!known || known->unread == count)
        return;
    known->unread = count;
    known->setAccessibleName(count > 0 ? tr("%1, %n unread", nullptr, count).arg(known->text())
                                       : known->text());
    known->update();
}

void SideBar::setFolded(bool folded)
{
    m_isFolded = folded;
    const int side = folded ? 8 : 12;
    // One more at the trailing edge, for the hairline.
    layout()->setContentsMargins(side, 14, side + (folded ? 0 : 1), 16);
    setFixedWidth(folded ? kFoldedWidth : std::max(kWidth, scaledWithText(kWidth) * 9 / 10));
}

SideBar::NavButton *SideBar::addButton(const QString &key, const QString &title, const QString &iconName,
                                       bool isAtFoot, const QKeySequence &shortcut)
{
    auto *added = new NavButton{key, title, iconName, this};
    //: Tooltip of a place: its name and the keys that lead there.
    added->setToolTip(
        shortcut.isEmpty() ? title : tr("%1 (%2)").arg(title, shortcut.toString(QKeySequence::NativeText)));
    (isAtFoot ? m_foot : m_places)->addWidget(added);
    m_buttons.push_back(added);
    return added;
}

SideBar::NavButton *SideBar::button(const QString &key) const
{
    const auto found = std::find_if(m_buttons.begin(), m_buttons.end(),
                                    [&](const NavButton *each) { return each->key == key; });
    return found == m_buttons.end() ? nullptr : *found;
}
