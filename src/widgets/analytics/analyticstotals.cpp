#include "widgets/analytics/analyticstotals.h"

#include "presentation/analyticswords.h"
#include "presentation/wording.h"
#include "widgets/controls/figurecard.h"

using namespace Qt::StringLiterals;

namespace {

constexpr int kGap = 12;
constexpr int kNarrowestCard = 120;

enum CardPlace : size_t { SentCard, DeliveredCard, ReadCard, RespondedCard, FailedCard, OptedOutCard };

TextLabel::Ink inkOf(OptOutLight light)
{
    switch (light) {
    case OptOutLight::TooFew: return TextLabel::Ink::Text3;
    case OptOutLight::Calm: return TextLabel::Ink::Green;
    case OptOutLight::Watch: return TextLabel::Ink::Amber;
    case OptOutLight::Alarm: return TextLabel::Ink::Red;
    }
    Q_UNREACHABLE();
}

} // namespace

AnalyticsTotals::AnalyticsTotals(QWidget *parent)
    : CardGrid{kNarrowestCard, kGap, parent}
{
    const std::array cards{
        std::pair{tr("Sent"),      Badge::Sent     },
        std::pair{tr("Delivered"), Badge::Delivered},
        std::pair{tr("Read"),      Badge::Read     },
        std::pair{tr("Responded"), Badge::Responded},
        std::pair{tr("Failed"),    Badge::Failed   },
        std::pair{tr("Opted out"), Badge::OptedOut }
    };
    for (size_t i = 0; i < cards.size(); ++i) {
        m_cards[i] = new FigureCard{cards[i].first};
        m_cards[i]->setCompact(true);
        m_cards[i]->setGlyph(cards[i].second);
        addCard(m_cards[i]);
    }
}

void AnalyticsTotals::setTotals(const StepCounts &total)
{
    const auto show = [this](CardPlace place, int people, const Share &share) {
        m_cards[place]->setFigure(countText(people), shareText(share.part, share.whole));
    };
    m_cards[SentCard]->setFigure(countText(total.sent), tr("of %1 tried").arg(countText(total.tried)));
    show(DeliveredCard, total.delivered, total.deliveredShare());
    show(ReadCard, total.read, total.readShare());
    show(RespondedCard, total.responded, total.respondedShare());
    show(FailedCard, total.failed, total.failedShare());
    const OptOutLight light = optOutLight(total.optedOutShare());
    const Share optedOut = total.optedOutShare();
    m_cards[OptedOutCard]->setFigure(countText(total.optedOut), shareText(optedOut.part, optedOut.whole));
    m_cards[OptedOutCard]->setInk(
        light == OptOutLight::Calm || light == OptOutLight::TooFew ? TextLabel::Ink::Text : inkOf(light),
        inkOf(light));
    m_cards[OptedOutCard]->setToolTip(tr("%1 of those who got a message opted out within a week: %2.")
                                          .arg(shareText(optedOut.part, optedOut.whole), optOutWords(light)));
}
