#pragma once

#include "domain/campaignstate.h"
#include "domain/recipientstatus.h"
#include "widgets/theme/theme.h"

#include <QString>
#include <QWidget>

/// The fifteen pills of the product: a glyph and a word on a soft ground.
enum class Badge {
    Draft,
    Pending,
    Skipped,
    Scheduled,
    Sending,
    Sent,
    Delivered,
    Read,
    Completed,
    Paused,
    Unconfirmed,
    Failed,
    Cancelled,
    OptedOut,
    Responded,
};

inline constexpr std::array kBadges{Badge::Draft,     Badge::Pending,  Badge::Skipped,     Badge::Scheduled,
                                    Badge::Sending,   Badge::Sent,     Badge::Delivered,   Badge::Read,
                                    Badge::Completed, Badge::Paused,   Badge::Unconfirmed, Badge::Failed,
                                    Badge::Cancelled, Badge::OptedOut, Badge::Responded};

Badge badgeFor(CampaignState state);
Badge badgeFor(RecipientStatus status);
/// The pill of a template's status at Meta: Approved blue, In review gray, Paused amber, Rejected red.
Badge badgeForTemplate(const QString &status);
/// The colour of what Meta says about the quality of a number or a template ("GREEN"); gray: not rated.
Tone toneForQuality(const QString &rating);

/// "Sending", "Opted out", … in the person's language.
QString wordFor(Badge badge);
/// The name of the glyph among the icons: "status-sending".
QString glyphFor(Badge badge);
Tone toneFor(Badge badge);

QSize badgeSize(const QString &word);
/// Draws the pill at the leading edge of `rect`, vertically centred.
void paintBadge(QPainter *painter, const QRect &rect, Badge badge, const QString &word, const Theme &theme,
                Qt::LayoutDirection direction);

/// One pill as a widget. Its word is its accessible name, so it never speaks by colour alone.
class StatusBadge : public QWidget
{
    Q_OBJECT

public:
    explicit StatusBadge(QWidget *parent = nullptr);
    explicit StatusBadge(Badge badge, QWidget *parent = nullptr);

    void setBadge(Badge badge);
    /// A pill with a word of its own ("Approved", "In use").
    void setBadge(Badge badge, const QString &word);
    QString word() const { return m_word; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Badge m_badge = Badge::Draft;
    QString m_word;
};
