#include "widgets/controls/statepanel.h"

#include "widgets/controls/button.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kSkeletonDelay = 150ms;
constexpr auto kSentenceDelay = 1s;
constexpr int kTile = 56;
constexpr int kWidestText = 440;
constexpr int kMargin = 24;

QPixmap tilePixmap(const QString &iconName, const QColor &ground, const QColor &color,
                   double devicePixelRatio)
{
    QPixmap pixmap{
        QSize{kTile, kTile}
        * devicePixelRatio
    };
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter{&pixmap};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRect{0, 0, kTile, kTile}, 12, 12);
    painter.drawPixmap(QPoint{(kTile - 28) / 2, (kTile - 28) / 2},
                       iconPixmap(iconName, color, 28, devicePixelRatio));
    return pixmap;
}

} // namespace

StatePanel::StatePanel(QWidget *parent)
    : QWidget{parent}
    , m_icon{new QLabel}
    , m_title{new TextLabel{{}, TypeRole::SectionTitle}}
    , m_sentence{new TextLabel{{}, TypeRole::Body, TextLabel::Ink::Text2}}
    , m_action{new Button{{}, ButtonKind::Primary}}
    , m_second{new Button{{}, ButtonKind::Quiet}}
{
    m_icon->setAlignment(Qt::AlignCenter);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sentence->setFocusPolicy(Qt::NoFocus);
    // A fixed width: a centred label is given its hint's height, not the height its words need at that width.
    m_sentence->setFixedWidth(scaledWithText(kWidestText));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_second);
    buttons->addWidget(m_action);
    buttons->addStretch();

    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(0);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addSpacing(16);
    column->addWidget(m_title);
    column->addSpacing(4);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    column->addSpacing(20);
    column->addLayout(buttons);
    column->addStretch(3);

    m_skeletonTimer.setSingleShot(true);
    m_sentenceTimer.setSingleShot(true);
    connect(&m_skeletonTimer, &QTimer::timeout, this, [this] {
        m_showsSkeleton = true;
        update();
    });
    connect(&m_sentenceTimer, &QTimer::timeout, this, [this] {
        m_sentence->show();
        m_second->setVisible(!m_second->text().isEmpty());
    });
    connect(m_action, &Button::clicked, this,
            [this] { m_kind == Kind::Failed ? emit retryRequested() : emit actionRequested(); });
    connect(m_second, &Button::clicked, this,
            [this] { m_kind == Kind::Loading ? emit cancelRequested() : emit secondRequested(); });
    refresh();
}

void StatePanel::setPanelWidth(int width)
{
    const int textWidth = std::clamp(width - 2 * kMargin, 1, scaledWithText(kWidestText));
    if (textWidth == m_sentence->width())
        return;
    m_sentence->setFixedWidth(textWidth);
    m_sentence->setMinimumHeight(std::max(0, m_sentence->heightForWidth(textWidth)));
}

void StatePanel::showEmpty(const QString &iconName, const QString &title, const QString &sentence,
                           const QString &actionText, const QString &secondText)
{
    m_kind = Kind::Empty;
    m_iconName = iconName;
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_action->setText(actionText);
    m_second->setText(secondText);
    refresh();
}

void StatePanel::showLoading(const QString &sentence, bool canCancel)
{
    m_kind = Kind::Loading;
    m_title->clear();
    m_sentence->setText(sentence);
    m_action->setText({});
    m_second->setText(canCancel ? tr("Cancel") : QString{});
    refresh();
}

void StatePanel::showError(const Error &error, const QString &title)
{
    m_kind = Kind::Failed;
    m_iconName = u"error"_s;
    m_title->setText(title);
    m_sentence->setText(error.message);
    m_sentence->setToolTip(error.detail);
    m_action->setText(tr("Try again"));
    m_second->setText({});
    refresh();
}

void StatePanel::refresh()
{
    m_skeletonTimer.stop();
    m_sentenceTimer.stop();
    m_showsSkeleton = false;
    const bool isLoading = m_kind == Kind::Loading;
    if (isLoading) {
        m_skeletonTimer.start(kSkeletonDelay);
        m_sentenceTimer.start(kSentenceDelay);
    }
    const Theme &theme = Theme::of(this);
    if (!isLoading && !m_iconName.isEmpty()) {
        const bool isFailed = m_kind == Kind::Failed;
        m_icon->setPixmap(tilePixmap(m_iconName, isFailed ? theme.redBg : theme.primarySoft,
                                     isFailed ? theme.redFg : theme.primaryText, devicePixelRatioF()));
    }
    m_icon->setVisible(!isLoading);
    m_title->setVisible(!isLoading && !m_title->text().isEmpty());
    m_sentence->setVisible(!isLoading && !m_sentence->text().isEmpty());
    m_action->setVisible(!m_action->text().isEmpty());
    m_second->setVisible(!isLoading && !m_second->text().isEmpty());
    m_sentence->setMinimumHeight(std::max(0, m_sentence->heightForWidth(m_sentence->width())));
    setAccessibleName(m_title->text().isEmpty() ? m_sentence->text() : m_title->text());
    setAccessibleDescription(m_sentence->text());
    update();
}

void StatePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_kind != Kind::Loading)
        refresh();
}

void StatePanel::paintEvent(QPaintEvent *)
{
    if (!m_showsSkeleton)
        return;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::of(this).sunken);
    constexpr std::array kShares{0.62, 0.78, 0.5};
    int y = 24;
    for (const double share : kShares) {
        painter.drawRoundedRect(QRectF{24, double(y), (width() - 48) * share, 14}, 7, 7);
        painter.drawRoundedRect(QRectF{24, double(y + 22), (width() - 48) * share * 0.6, 10}, 5, 5);
        y += 56;
    }
}
