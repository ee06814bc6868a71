#include "reporting/reportwords.h"

#include "reporting/pdfcanvas.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int kFewPeople = 20; // below, "3 of 12" says more than a percentage
constexpr QChar kNoBreak{0x00A0};
} // namespace

QString ReportWords::share(int part, int whole) const
{
    if (whole == 0)
        return u"–"_s;
    if (whole < kFewPeople)
        return tr("%1 of %2").arg(number(part), number(whole));
    return m_locale.toString(100.0 * part / whole, 'f', 1) + kNoBreak + m_locale.percent();
}

QString ReportWords::shareOf(int part, int whole, const QString &ofWhat) const
{
    if (whole < kFewPeople)
        return share(part, whole);
    //: A percentage, and what it is of: "94.2 % of sent"
    return tr("%1 of %2", "share").arg(share(part, whole), ofWhat);
}

std::vector<MoneyLine> ReportWords::money() const
{
    std::vector<MoneyLine> lines;
    const ReportCost spent = costOf(m_report);
    if (hasCosts(m_report)) {
        MoneyLine line{tr("Cost"), cost(spent)};
        if (spent.isWhole && spent.sums.size() == 1)
            std::tie(line.currency, line.amount) = *spent.sums.begin();
        lines.push_back(line);
    }
    const std::vector<RevenueSum> &revenue = m_report.money.revenue;
    for (const RevenueSum &sum : revenue)
        lines.push_back({tr("Revenue from %n booking(s)", nullptr, sum.bookings),
                         amount(sum.amount, sum.currency), sum.amount, sum.currency});
    const std::optional<double> returned = revenue.size() == 1
        ? returnOnCost(revenue.front().amount, spent.wholeIn(revenue.front().currency))
        : std::nullopt;
    if (returned)
        lines.push_back({tr("Return: revenue less cost, over cost"),
                         m_locale.toString(*returned * 100, 'f', 1) + kNoBreak + m_locale.percent(),
                         {},
                         {},
                         returned});
    return lines;
}

QString ReportWords::moneyTitle() const
{
    return m_report.money.revenue.empty() ? tr("Cost") : tr("Cost and return");
}

QString ReportWords::cost(const ReportCost &cost) const
{
    QStringList sums;
    for (const auto &[currency, sum] : cost.sums)
        sums << amount(sum, currency);
    if (sums.isEmpty())
        return u"–"_s;
    //: An amount of money, of which a part is not known: "at least 62.40 USD"
    return cost.isWhole ? sums.join(u'\n') : tr("at least %1").arg(sums.join(u'\n'));
}

QString ReportWords::amount(Money money, const QString &currency) const
{
    return shownMoney(money, currency).replace(u' ', kNoBreak);
}

QString ReportWords::moment(UtcTime time) const
{
    return m_locale.toString(toDateTime(time).toTimeZone(m_report.zone), u"d MMM yyyy, HH:mm"_s);
}

QString ReportWords::day(UtcTime time) const
{
    return m_locale.toString(toDateTime(time).toTimeZone(m_report.zone).date(), u"d MMMM yyyy"_s);
}

QString ReportWords::tick(UtcTime time, std::chrono::minutes step) const
{
    const QDateTime shown = toDateTime(time).toTimeZone(m_report.zone);
    const bool isDay = step >= 24h || shown.time() == QTime{0, 0};
    return m_locale.toString(shown, isDay ? u"d MMM"_s : u"HH:mm"_s);
}

QString ReportWords::duration(std::chrono::milliseconds time) const
{
    const auto seconds = std::chrono::round<std::chrono::seconds>(time).count();
    if (seconds < 1)
        return tr("under 1 s");
    if (seconds < 60)
        return tr("%1 s").arg(number(seconds));
    if (seconds < 3600 && seconds % 60 == 0)
        return tr("%1 min").arg(number(seconds / 60));
    if (seconds < 3600)
        return tr("%1 min %2 s").arg(number(seconds / 60), number(seconds % 60));
    if (seconds < 86'400 && seconds / 60 % 60 == 0)
        return tr("%1 h").arg(number(seconds / 3600));
    if (seconds < 86'400)
        return tr("%1 h %2 min").arg(number(seconds / 3600), number(seconds / 60 % 60));
    return tr("%1 d %2 h").arg(number(seconds / 86'400), number(seconds / 3600 % 24));
}

QString ReportWords::period() const
{
    if (m_report.from && m_report.until)
        return tr("%1 to %2").arg(day(*m_report.from), day(*m_report.until - 1ms));
    const std::optional<UtcTime> begin = m_report.startedAt();
    if (!begin)
        return tr("Not sent yet");
    const std::optional<UtcTime> end = m_report.completedAt();
    if (!end)
        return tr("Since %1").arg(moment(*begin));
    if (day(*begin) == day(*end)) {
        const auto clock = [this](UtcTime time) {
            return m_locale.toString(toDateTime(time).toTimeZone(m_report.zone), u"HH:mm"_s);
        };
        //: A day, and the hours in which something was sent: "17 November 2026, 14:06 to 14:19"
        return tr("%1, %2 to %3").arg(day(*begin), clock(*begin), clock(*end));
    }
    return tr("%1 to %2").arg(moment(*begin), moment(*end));
}

QString ReportWords::stateOf(CampaignState state) const
{
    switch (state) {
    case CampaignState::Draft: return tr("Draft");
    case CampaignState::Scheduled: return tr("Scheduled");
    case CampaignState::Sending: return tr("Still sending");
    case CampaignState::Paused: return tr("Paused");
    case CampaignState::Completed: return tr("Completed");
    case CampaignState::Cancelled: return tr("Cancelled");
    case CampaignState::Failed: return tr("Ended by Meta");
    }
    Q_UNREACHABLE();
}

QString ReportWords::state() const
{
    if (m_report.campaigns.size() == 1)
        return stateOf(m_report.campaigns.front().state);
    return tr("%n campaigns", nullptr, static_cast<int>(m_report.campaigns.size()));
}

QString ReportWords::summary() const
{
    const ReachedCounts &reached = m_report.figures.reached;
    const int total = m_report.figures.counts.total();
    if (total == 0)
        return tr("Nobody is on the list.");
    if (reached.sent == 0)
        return tr("%n people are on the list; no message has been accepted by WhatsApp yet.", nullptr, total);
    if (m_report.isDeliveryUnknown)
        return tr("WhatsApp accepted the message for %1 of %2 people. Whether it was delivered is unknown: "
                  "no "
                  "delivery events have come.")
            .arg(number(reached.sent), number(total));
    const QString delivered = total < kFewPeople
        ? tr("%1 of %2 people got the message.").arg(number(reached.delivered), number(total))
        : tr("%1 of %2 people got the message, %3 of the list.")
              .arg(number(reached.delivered), number(total), share(reached.delivered, total));
    if (reached.delivered == 0)
        return delivered;
    //: The second sentence of a summary, after "… people got the message."
    return tr("%1 %2 of them read it, and %3 answered.")
        .arg(delivered, number(reached.read), number(reached.responded));
}

QString ReportWords::agency() const
{
    return m_report.look.agency.isEmpty() ? m_report.accountName : m_report.look.agency;
}

QString ReportWords::zone() const
{
    const QString id = QString::fromUtf8(m_report.zone.id());
    return id.section(u'/', -1).replace(u'_', u' ');
}

QString ReportWords::priceName(const PricedMessages &price) const
{
    const QString category = price.category == "marketing"_L1 ? tr("Marketing")
        : price.category == "utility"_L1                      ? tr("Utility")
        : price.category == "authentication"_L1               ? tr("Authentication")
        : price.category == "service"_L1                      ? tr("Service")
                                                              : price.category;
    if (price.isCharged())
        //: A kind of message: "Marketing, charged for"
        return tr("%1, charged for").arg(category);
    return price.type == "free_customer_service"_L1
        ? tr("%1, free because the person had written first").arg(category)
        : tr("%1, free").arg(category);
}

std::vector<ReportOutcome> ReportWords::outcomes(const FigureSet &figures) const
{
    const auto people = [&](RecipientStatus status) { return figures.counts.of(status); };
    const std::vector<ReportOutcome> all{
        {tr("Answered"),     tr("wrote back or pressed a button"),             people(RecipientStatus::Responded),
         ink::kGreen                                                                                                          },
        {tr("Read"),         tr("opened it, no answer so far"),                people(RecipientStatus::Read),      ink::kRead },
        {tr("Delivered"),    tr("on the phone, not known to be read"),         people(RecipientStatus::Delivered),
         ink::kBlue                                                                                                           },
        {tr("On the way"),   tr("accepted by WhatsApp, not yet delivered"),    people(RecipientStatus::Sent),
         ink::kSky                                                                                                            },
        {tr("Unconfirmed"),  tr("the connection was lost; may have gone out"),
         people(RecipientStatus::Unconfirmed),                                                                     ink::kAmber},
        {tr("Failed"),       tr("could not be reached, see the reasons"),      people(RecipientStatus::Failed),
         ink::kRed                                                                                                            },
        {tr("Opted out"),    tr("does not want messages; nothing was sent"),   people(RecipientStatus::OptedOut),
         ink::kRose                                                                                                           },
        {tr("Skipped"),      tr("kept out by a limit or rule"),                people(RecipientStatus::Skipped),   ink::kGray },
        {tr("Not sent yet"), tr("still waiting for its turn"),                 figures.counts.remaining(),
         ink::kBorderStrong                                                                                                   },
    };
    std::vector<ReportOutcome> present;
    std::copy_if(all.begin(), all.end(), std::back_inserter(present),
                 [](const ReportOutcome &outcome) { return outcome.people > 0; });
    return present;
}

std::vector<ReportStep> ReportWords::funnel(const FigureSet &figures) const
{
    const int total = figures.counts.total();
    const ReachedCounts &reached = figures.reached;
    return {
        {tr("On the list"), total,             total,             {},              ink::kGray },
        {tr("Sent"),        reached.sent,      total,             tr("the list"),  ink::kSky  },
        {tr("Delivered"),   reached.delivered, reached.sent,      tr("sent"),      ink::kBlue },
        {tr("Read"),        reached.read,      reached.delivered, tr("delivered"), ink::kRead },
        {tr("Answered"),    reached.responded, reached.delivered, tr("delivered"), ink::kGreen},
    };
}

std::vector<ReportNote> ReportWords::method() const
{
    std::vector<ReportNote> notes{
        {tr("People"),
         tr("Everybody on the list of a campaign counts once and is in exactly one outcome, so the outcomes "
            "add up "
            "to the list. Somebody in two campaigns of this report counts in each.")                                       },
        {tr("Sent"),                      tr("WhatsApp accepted the message, whatever came later.")                        },
        {tr("Delivered"),
         tr("WhatsApp reported that it reached the phone. Everybody who read or answered counts too.")                     },
        {tr("Read"),
         tr("WhatsApp reported that it was opened. Who switched read receipts off stays at “delivered”, so "
            "the true "
            "read rate may be higher.")                                                                                    },
        {tr("Answered"),                  tr("The person wrote back, or pressed a button that answers, after the message.")},
        {tr("Delivery rate"),             tr("Delivered out of sent.")                                                     },
        {tr("Read rate and answer rate"), tr("Read, and answered, out of delivered.")                                      },
        {tr("Failed"),
         tr("WhatsApp refused the message or could not deliver it. The reasons are WhatsApp’s own.")                     },
        {tr("Unconfirmed"),
         tr("The connection was lost before WhatsApp answered. These people may or may not have got the "
            "message. It "
            "is never sent to them again by itself, so that nobody gets it twice.")                                        },
        {tr("Unknown, “–”"),
         tr("WhatsApp did not report it, or there is nobody to take a share of. It is never zero.")                        },
        {tr("Times"),
         tr("From the moment WhatsApp accepted the message, for everybody of whom both moments are known. "
            "“Half "
            "within” is the median, “nine of ten within” the 90th percentile; three digits count.")                  },
        {tr("Over time"),
         tr("People so far at the end of each step, by the time that WhatsApp reported. Somebody who read "
            "without a report of delivery is not in the line of the delivered.")                                           },
        {tr("Charged for"),               tr("How WhatsApp priced each delivered message.")                                },
    };
    notes.push_back(
        hasCosts(m_report)
            ? ReportNote{tr("Cost"),
                         tr("What WhatsApp charges for the delivered messages by its rate card of their day, "
                            "before taxes. “At least”: the price of some messages is not known. What "
                            "counts in the end is WhatsApp’s invoice. Amounts are rounded, so that their sum "
                            "may "
                            "differ by a hundredth or two.")}
            : ReportNote{tr("Cost"),
                         tr("The amounts are on WhatsApp’s invoice and not part of this report.")});
    if (m_report.from)
        notes.push_back(
            {tr("Period"),
             tr("Campaigns that began in the period, with everything that happened to their messages "
                "until this report was made.")});
    notes.push_back(
        {tr("Made"), tr("%1 with Fanfare. All times are those of %2.").arg(moment(m_report.madeAt), zone())});
    return notes;
}
