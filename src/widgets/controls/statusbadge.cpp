#include "widgets/controls/statusbadge.h"

#include "widgets/theme/icon.h"
#include "widgets/theme/typography.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kHeight = 22;
constexpr int kGlyphSize = 10;
constexpr int kLeading = 7;
constexpr int kGap = 6;
constexpr int kTrailing = 9;

struct BadgeLook
{
    const char *glyph;
    Tone tone;
    const char *word;
};

BadgeLook lookOf(Badge badge)
{
    switch (badge) {
    case Badge::Draft: return {"draft", Tone::Gray, QT_TRANSLATE_NOOP("StatusBadge", "Draft")};
    case Badge::Pending: return {"pending", Tone::Gray, QT_TRANSLATE_NOOP("StatusBadge", "Pending")};
    case Badge::Skipped: return {"skipped", Tone::Gray, QT_TRANSLATE_NOOP("StatusBadge", "Skipped")};
    case Badge::Scheduled: return {"scheduled", Tone::Blue, QT_TRANSLATE_NOOP("StatusBadge", "Scheduled")};
    case Badge::Sending: return {"sending", Tone::Blue, QT_TRANSLATE_NOOP("StatusBadge", "Sending")};
    case Badge::Sent: return {"sent", Tone::Blue, QT_TRANSLATE_NOOP("StatusBadge", "Sent")};
    case Badge::Delivered: return {"delivered", Tone::Blue, QT_TRANSLATE_NOOP("StatusBadge", "Delivered")};
    case Badge::Read: return {"read", Tone::Read, QT_TRANSLATE_NOOP("StatusBadge", "Read")};
    case Badge::Completed: return {"completed", Tone::Blue, QT_TRANSLATE_NOOP("StatusBadge", "Completed")};
    case Badge::Paused: return {"paused", Tone::Amber, QT_TRANSLATE_NOOP("StatusBadge", "Paused")};
    case Badge::Unconfirmed:
        return {"unconfirmed", Tone::Amber, QT_TRANSLATE_NOOP("StatusBadge", "Unconfirmed")};
    case Badge::Failed: return {"failed", Tone::Red, QT_TRANSLATE_NOOP("StatusBadge", "Failed")};
    case Badge::Cancelled: return {"cancelled", Tone::Red, QT_TRANSLATE_NOOP("StatusBadge", "Cancelled")};
    case Badge::OptedOut: return {"opted-out", Tone::Red, QT_TRANSLATE_NOOP("StatusBadge", "Opted out")};
    case Badge::Responded: return {"responded", Tone::Green, QT_TRANSLATE_NOOP("StatusBadge", "Responded")};
    }
    Q_UNREACHABLE();
}

} // namespace

Badge badgeFor(CampaignState state)
{
    switch (state) {
    case CampaignState::Draft: return Badge::Draft;
    case CampaignState::Scheduled: return Badge::Scheduled;
    case CampaignState::Sending: return Badge::Sending;
    case CampaignState::Paused: return Badge::Paused;
    case CampaignState::Completed: return Badge::Completed;
    case CampaignState::Cancelled: return Badge::Cancelled;
    case CampaignState::Failed: return Badge::Failed;
    }
    Q_UNREACHABLE();
}

Badge badgeFor(RecipientStatus status)
{
    switch (status) {
    case RecipientStatus::Pending: return Badge::Pending;
    case RecipientStatus::Sending: return Badge::Sending;
    case RecipientStatus::Sent: return Badge::Sent;
    case RecipientStatus::Delivered: return Badge::Delivered;
    case RecipientStatus::Read: return Badge::Read;
    case RecipientStatus::Responded: return Badge::Responded;
    case RecipientStatus::Failed: return Badge::Failed;
    case RecipientStatus::OptedOut: return Badge::OptedOut;
    case RecipientStatus::Skipped: return Badge::Skipped;
    case RecipientStatus::Unconfirmed: return Badge::Unconfirmed;
    }
    Q_UNREACHABLE();
}

Badge badgeForTemplate(const QString &status)
{
    if (status == "APPROVED"_L1)
        return Badge::Completed;
    if (status == "PAUSED"_L1)
        return Badge::Paused;
    if (status == "REJECTED"_L1 || status == "DISABLED"_L1)
        return Badge::Failed;
    return Badge::Pending;
}

Tone toneForQuality(const QString &rating)
{
    if (rating == "GREEN"_L1)
        return Tone::Green;
    if (rating == "YELLOW"_L1)
        return Tone::Amber;
    return rating == "RED"_L1 ? Tone::Red : Tone::Gray;
}

QString wordFor(Badge badge)
{
    return QCoreApplication::translate("StatusBadge", lookOf(badge).word);
}

QString glyphFor(Badge badge)
{
    return u"status-"_s + QLatin1StringView{lookOf(badge).glyph};
}

Tone toneFor(Badge badge)
{
    return lookOf(badge).tone;
}

QSize badgeSize(const QString &word)
{
    const QFontMetrics metrics{fontFor(TypeRole::Label)};
    return {kLeading + kGlyphSize + kGap + metrics.horizontalAdvance(word) + kTrailing,
            std::max(kHeight, metrics.height() + 4)};
}

void paintBadge(QPainter *painter, const QRect &rect, Badge badge, const QString &word, const Theme &theme,
                Qt::LayoutDirection direction)
{
    const ToneColors colors = theme.tone(toneFor(badge));
    const QFont font = fontFor(TypeRole::Label);
    QSize size = badgeSize(word);
    size.setWidth(std::min(size.width(), rect.width()));
    const QRect leading{rect.left(), rect.top() + (rect.height() - size.height()) / 2, size.width(),
                        size.height()};
    const QRect pill = QStyle::visualRect(direction, rect, leading);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colors.background);
    painter->drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);

    const QRect glyph{pill.left() + kLeading, pill.top() + (pill.height() - kGlyphSize) / 2, kGlyphSize,
                      kGlyphSize};
    drawIcon(painter, QStyle::visualRect(direction, pill, glyph), glyphFor(badge), colors.foreground);

    const QRect words = pill.adjusted(kLeading + kGlyphSize + kGap, 0, 2 - kTrailing, 0);
    painter->setFont(font);
    painter->setPen(colors.foreground);
    painter->drawText(QStyle::visualRect(direction, pill, words),
                      Qt::AlignVCenter | Qt::TextSingleLine | Qt::AlignLeading,
                      QFontMetrics{font}.elidedText(word, Qt::ElideRight, words.width()));
    painter->restore();
}

StatusBadge::StatusBadge(QWidget *parent)
    : StatusBadge{Badge::Draft, parent}
{
}

StatusBadge::StatusBadge(Badge badge, QWidget *parent)
    : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setBadge(badge);
}

void StatusBadge::setBadge(Badge badge)
{
    setBadge(badge, wordFor(badge));
}

void StatusBadge::setBadge(Badge badge, const QString &word)
{
    m_badge = badge;
    m_word = word;
    setAccessibleName(word);
    updateGeometry();
    update();
}

QSize StatusBadge::sizeHint() const
{
    return badgeSize(m_word);
}

void StatusBadge::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    paintBadge(&painter, rect(), m_badge, m_word, Theme::of(this), layoutDirection());
}
