#include "widgets/campaign/progresscard.h"

#include "presentation/wording.h"
#include "widgets/controls/stackedbar.h"
#include "widgets/controls/statusbadge.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

class SpeedIcon final : public QWidget
{
public:
    SpeedIcon() { setFixedSize(16, 16); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter{this};
        drawIcon(&painter, rect(), u"speed"_s, Theme::of(this).text2);
    }
};

QLabel *makeFact()
{
    auto *fact = new TextLabel{{}, TypeRole::Body, TextLabel::Ink::Text2};
    fact->setTextFormat(Qt::RichText);
    return fact;
}

/// A number that stands out in a line of quiet words.
QString strong(const QString &words, const QWidget *widget)
{
    return u"<span style=\"font-weight:600;color:%1\">%2</span>"_s.arg(Theme::of(widget).text.name(),
                                                                       words.toHtmlEscaped());
}

} // namespace

ProgressCard::ProgressCard(const Clock &clock, QWidget *parent)
    : Card{16, parent}
    , m_clock{clock}
    , m_percent{new TextLabel{{}, TypeRole::CompactFigure}}
    , m_settled{new TextLabel{{}, TypeRole::Body, TextLabel::Ink::Text2}}
    , m_speedIcon{new SpeedIcon}
    , m_speed{makeFact()}
    , m_remaining{makeFact()}
    , m_end{makeFact()}
    , m_bar{new StackedBar}
{
    column()->setContentsMargins(16, 12, 16, 12);
    auto *row = new QHBoxLayout;
    row->setSpacing(20);
    auto *share = new QHBoxLayout;
    share->setSpacing(10);
    share->addWidget(m_percent);
    share->addWidget(m_settled);
    row->addLayout(share);
    row->addStretch();
    auto *speed = new QHBoxLayout;
    speed->setSpacing(6);
    speed->addWidget(m_speedIcon);
    speed->addWidget(m_speed);
    row->addLayout(speed);
    row->addWidget(m_remaining);
    row->addWidget(m_end);
    column()->addLayout(row);
    column()->addSpacing(8);
    column()->addWidget(m_bar);
}

void ProgressCard::showCounts(CampaignState state, const CampaignCounts &counts)
{
    m_state = state;
    m_counts = counts;
    const int total = counts.total();
    const int settled = total - counts.remaining();
    const std::optional<double> share = settledShare(counts);
    m_percent->setText(share ? wholePercentText(*share) : unknownText());
    m_settled->setText(total > 0 ? tr("%1 of %2 settled").arg(countText(settled), countText(total))
                                 : tr("Nobody is in this campaign"));
    std::vector<BarSegment> segments;
    for (const ProgressShare &part : progressShares(counts))
        segments.push_back({part.name, part.count, toneFor(badgeFor(part.status)), part.isAwaiting});
    m_bar->setSegments(std::move(segments), total);
    refreshLive();
}

void ProgressCard::showLive(CampaignState state, const LiveProgress &live)
{
    m_state = state;
    m_live = live;
    refreshLive();
}

void ProgressCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshLive();
}

void ProgressCard::refreshLive()
{
    const bool isSending = m_state == CampaignState::Sending;
    const bool isWaiting = isSending && !m_live.waitingFor.isEmpty();
    const int remaining = m_counts.remaining();
    const bool hasSpeed = isSending && !isWaiting && m_live.perSecond > 0;
    m_speedIcon->setVisible(hasSpeed);
    m_speed->setVisible(hasSpeed);
    if (hasSpeed)
        //: %1 is a number
        m_speed->setText(
            tr("%1 messages a second").arg(strong(QLocale{}.toString(m_live.perSecond, 'f', 1), this)));
    m_remaining->setVisible(remaining > 0);
    //: %1 is a number
    m_remaining->setText(tr("%1 remaining").arg(strong(countText(remaining), this)));

    QString end;
    if (isWaiting) {
        end = m_live.waitingFor.toHtmlEscaped();
    } else if (isSending && m_live.endsAt && remaining > 0) {
        const UtcTime now = m_clock.now();
        const auto left = std::chrono::duration_cast<std::chrono::seconds>(*m_live.endsAt - now);
        //: When sending will be over: "Ends about 11:51, in 8 min"
        end = tr("Ends about %1, in %2")
                  .arg(strong(left < std::chrono::hours{24} ? shortTimeText(*m_live.endsAt)
                                                            : momentText(*m_live.endsAt),
                              this),
                       roughDurationText(left).toHtmlEscaped());
    }
    m_end->setText(end);
    m_end->setVisible(!end.isEmpty());
}
