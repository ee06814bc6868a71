#include "cli/analyticsjson.h"

#include "cli/costview.h"
#include "cli/jsonforms.h"

using namespace Qt::StringLiterals;

namespace {

QJsonValue numberOrNull(const std::optional<double> &value)
{
    return value ? QJsonValue{*value} : QJsonValue{QJsonValue::Null};
}

/// A share with what chance makes of it.
QJsonObject shareJson(const Share &share)
{
    const std::optional<Interval> interval = share.interval();
    return {
        {u"rate"_s,   numberOrNull(share.value())                                          },
        {u"low"_s,    numberOrNull(interval ? std::optional{interval->low} : std::nullopt) },
        {u"high"_s,   numberOrNull(interval ? std::optional{interval->high} : std::nullopt)},
        {u"enough"_s, share.isEnough()                                                     }
    };
}

QJsonObject countsJson(const StepCounts &counts)
{
    return {
        {u"tried"_s,         counts.tried                                 },
        {u"sent"_s,          counts.sent                                  },
        {u"delivered"_s,     counts.delivered                             },
        {u"read"_s,          counts.read                                  },
        {u"responded"_s,     counts.responded                             },
        {u"failed"_s,        counts.failed                                },
        {u"opted_out"_s,     counts.optedOut                              },
        {u"delivery_rate"_s, numberOrNull(counts.deliveredShare().value())},
        {u"read_rate"_s,     numberOrNull(counts.readShare().value())     },
        {u"response_rate"_s, numberOrNull(counts.respondedShare().value())},
        {u"failure_rate"_s,  numberOrNull(counts.failedShare().value())   },
        {u"opt_out_rate"_s,  numberOrNull(counts.optedOutShare().value()) }
    };
}

QString isoDay(QDate day)
{
    return day.toString(Qt::ISODate);
}

QJsonArray trendJson(const Analytics &figures)
{
    QJsonArray steps;
    for (const TrendPoint &point : figures.trend) {
        QJsonObject step = countsJson(point.counts);
        step[u"from"_s] = isoDay(point.days.from);
        step[u"to"_s] = isoDay(point.days.to);
        step[u"over"_s] = point.isOver;
        step[u"busiest_24_hours"_s] = point.busiestDay;
        steps.append(step);
    }
    return steps;
}

QJsonArray templatesJson(const Analytics &figures)
{
    QJsonArray all;
    for (const TemplateFigures &each : figures.templates) {
        QJsonObject json = countsJson(each.counts);
        json[u"template"_s] = each.key.name;
        json[u"language"_s] = each.key.language;
        json[u"read_interval"_s] = shareJson(each.counts.readShare());
        all.append(json);
    }
    return all;
}

QJsonArray campaignsJson(const Analytics &figures)
{
    QJsonArray all;
    for (const ComparedCampaign &each : figures.campaigns) {
        QJsonObject json = countsJson(each.counts);
        json[u"id"_s] = each.campaign.id.value;
        json[u"name"_s] = each.campaign.name;
        json[u"template"_s] = each.campaign.templateName;
        json[u"language"_s] = each.campaign.language;
        json[u"started_at"_s] = timeOrNull(each.campaign.startedAt);
        json[u"read_interval"_s] = shareJson(each.counts.readShare());
        all.append(json);
    }
    return all;
}

QJsonValue slotJson(const std::optional<HeatSlot> &slot)
{
    if (!slot)
        return QJsonValue::Null;
    return QJsonObject{
        {u"weekday"_s, weekdayWord(slot->weekday)},
        {u"hour"_s,    slot->hour                }
    };
}

/// Hours in which anything was delivered.
QJsonObject hoursJson(const HeatMap &heat)
{
    QJsonArray hours;
    for (int weekday = 0; weekday < 7; ++weekday) {
        for (int hour = 0; hour < 24; ++hour) {
            const Share &share = heat.at({weekday, hour});
            if (share.whole == 0)
                continue;
            QJsonObject json = shareJson(share);
            json[u"enough"_s] = share.whole >= kFewestOfAnHour;
            json[u"weekday"_s] = weekdayWord(weekday);
            json[u"hour"_s] = hour;
            json[u"delivered"_s] = share.whole;
            json[u"read"_s] = share.part;
            hours.append(json);
        }
    }
    return {
        {u"hours"_s,            hours                  },
        {u"best"_s,             slotJson(heat.best)    },
        {u"within_chance"_s,    heat.isBestWithinChance},
        {u"without_own_time"_s, heat.withoutClock      }
    };
}

QJsonArray failuresJson(const Analytics &figures)
{
    QJsonArray all;
    for (const FailureReason &reason : figures.reasons) {
        QJsonArray steps;
        for (const int people : reason.bySteps)
            steps.append(people);
        all.append(QJsonObject{
            {u"code"_s,     reason.words.code   },
            {u"message"_s,  reason.words.message},
            {u"advice"_s,   reason.words.advice },
            {u"people"_s,   reason.people       },
            {u"by_steps"_s, steps               }
        });
    }
    return all;
}

/// For each currency.
QJsonArray costsJson(const Analytics &figures)
{
    QJsonArray all;
    for (const CampaignCost &cost : figures.costs)
        all.append(costSumJson(cost));
    return all;
}

QJsonObject optOutsJson(const Share &optedOut)
{
    QJsonObject json = shareJson(optedOut);
    json[u"people"_s] = optedOut.part;
    json[u"light"_s] = toWord(optOutLight(optedOut));
    return json;
}

} // namespace

QJsonObject analyticsJson(const AnalyticsAnswer &answer)
{
    const Analytics &figures = answer.figures;
    const QJsonObject limit{
        {u"people_in_24_hours"_s,
         figures.messagingLimit ? QJsonValue{*figures.messagingLimit} : QJsonValue{}},
        {u"busiest_24_hours"_s,   figures.busiestDay                                }
    };
    return {
        {u"from"_s,       isoDay(answer.question.days.from)             },
        {u"to"_s,         isoDay(answer.question.days.to)               },
        {u"time_zone"_s,  QString::fromLatin1(answer.question.zone.id())},
        {u"by"_s,         toWord(figures.step)                          },
        {u"totals"_s,     countsJson(figures.total)                     },
        {u"trend"_s,      trendJson(figures)                            },
        {u"templates"_s,  templatesJson(figures)                        },
        {u"campaigns"_s,  campaignsJson(figures)                        },
        {u"best_times"_s, hoursJson(figures.heat)                       },
        {u"failures"_s,   failuresJson(figures)                         },
        {u"opt_outs"_s,   optOutsJson(figures.total.optedOutShare())    },
        {u"costs"_s,      costsJson(figures)                            },
        {u"limit"_s,      limit                                         }
    };
}
