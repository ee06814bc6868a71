#include "cli/abtestview.h"

#include "cli/campaignview.h"
#include "cli/jsonforms.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(AbTestCommands)
};

QJsonValue idOrNull(CampaignId id)
{
    return id.isValid() ? QJsonValue{id.value} : QJsonValue{QJsonValue::Null};
}

QJsonValue intervalJson(const std::optional<Interval> &interval)
{
    if (!interval)
        return QJsonValue::Null;
    return QJsonObject{
        {u"low"_s,  interval->low },
        {u"high"_s, interval->high}
    };
}

/// Of a version of a draft, and of one that was deleted, there is none.
QString statusOf(const std::optional<Campaign> &version)
{
    return version && version->id.isValid() ? toWord(version->state) : QString{};
}

QJsonObject versionJson(const AbOutcome &outcome, size_t index)
{
    const std::optional<Campaign> &campaign = outcome.versions[index];
    const AbVariant &variant = outcome.test.terms.variants[index];
    const Share &share = outcome.result.shares[index];
    return {
        {u"letter"_s,           variantLetter(static_cast<int>(index))                                   },
        {u"campaign_id"_s,      idOrNull(campaign ? campaign->id : CampaignId{})                         },
        {u"status"_s,           textOrNull(statusOf(campaign))                                           },
        {u"template"_s,         textOrNull(campaign ? campaign->templateName : variant.templateName)     },
        {u"language"_s,         textOrNull(campaign ? campaign->language : variant.language)             },
        {u"at"_s,               timeOrNull(variant.startAt)                                              },
        {u"people"_s,           outcome.sizes.variants[index]                                            },
        {u"part"_s,             share.part                                                               },
        {u"whole"_s,            share.whole                                                              },
        {u"rate"_s,             share.value() ? QJsonValue{*share.value()} : QJsonValue{QJsonValue::Null}},
        {u"interval"_s,         intervalJson(share.interval())                                           },
        {u"enough"_s,           share.isEnough()                                                         },
        {u"probability_best"_s, outcome.result.chances[index]                                            },
    };
}

QJsonValue restJson(const AbOutcome &outcome)
{
    if (!outcome.rest)
        return QJsonValue::Null;
    return QJsonObject{
        {u"campaign_id"_s, outcome.rest->id.value     },
        {u"status"_s,      toWord(outcome.rest->state)},
        {u"people"_s,      outcome.sizes.rest         },
    };
}

QString percent(double value)
{
    return QLocale{}.toString(value * 100, 'f', 1) + u" %"_s;
}

/// "41.2 % (38.1 to 44.4)"
QString rateText(const Share &share)
{
    const std::optional<Interval> interval = share.interval();
    if (!interval)
        return u"–"_s;
    return Words::tr("%1 (%2 to %3)")
        .arg(percent(*share.value()), QLocale{}.toString(interval->low * 100, 'f', 1),
             QLocale{}.toString(interval->high * 100, 'f', 1));
}

QString measureHeading(AbMeasure measure)
{
    switch (measure) {
    case AbMeasure::Delivered: return Words::tr("Delivered of sent");
    case AbMeasure::Read: return Words::tr("Read of delivered");
    case AbMeasure::Responded: return Words::tr("Answered of delivered");
    }
    Q_UNREACHABLE();
}

/// What happens next, or has happened.
QString stateText(const AbOutcome &outcome)
{
    const AbTest &test = outcome.test;
    switch (test.state) {
    case AbTestState::Draft: return Words::tr("It is divided when it is sent or scheduled.");
    case AbTestState::Dividing:
        return Words::
            tr("The people are not divided to the end. Send it again to go on: fanfare-cli campaign send %1")
                .arg(test.home().value);
    case AbTestState::Running:
        if (!test.hasOpenRest())
            return Words::tr("Everybody takes part.");
        if (outcome.decidesAt)
            return Words::tr("It is decided on %1.").arg(shownTime(outcome.decidesAt));
        return test.terms.decideAfter
            ? Words::tr("It is decided when every version has begun to be sent, and its time has passed.")
            : Words::tr("You decide: fanfare-cli campaign abtest choose %1 LETTER").arg(test.rest.value);
    case AbTestState::Asking:
        return Words::tr("You decide: %1 fanfare-cli campaign abtest choose %2 LETTER")
            .arg(test.why, QString::number(test.rest.value));
    case AbTestState::Decided:
        return (test.isByPerson ? Words::tr("A person chose version %1 on %2.")
                                : Words::tr("Version %1 won on %2."))
            .arg(variantLetter(test.winner.value_or(0)), shownTime(test.decidedAt));
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonObject abTestJson(const AbTest &test)
{
    QJsonArray campaigns;
    for (const CampaignId id : test.campaigns)
        campaigns.append(idOrNull(id));
    const std::optional<std::chrono::milliseconds> &after = test.terms.decideAfter;
    return {
        {u"state"_s,                toWord(test.state)                                                                  },
        {u"seed"_s,                 qint64{test.terms.seed}                                                             },
        {u"winner_by"_s,            toWord(test.terms.measure)                                                          },
        {u"winner_after_seconds"_s,
         after ? QJsonValue{qint64{after->count() / 1000}} : QJsonValue{QJsonValue::Null}                               },
        {u"rest_percent"_s,         test.terms.restPercent                                                              },
        {u"campaign_ids"_s,         campaigns                                                                           },
        {u"rest_id"_s,              idOrNull(test.rest)                                                                 },
        {u"winner"_s,               test.winner ? QJsonValue{variantLetter(*test.winner)} : QJsonValue{QJsonValue::Null}},
    };
}

QJsonObject abTestPlaceJson(const AbTest &test, CampaignId campaign)
{
    QString letter = u"rest"_s;
    for (size_t index = 0; index < test.campaigns.size(); ++index) {
        if (test.campaigns[index] == campaign)
            letter = variantLetter(static_cast<int>(index));
    }
    QJsonObject object = abTestJson(test);
    object.insert(u"letter"_s, letter);
    return object;
}

QJsonObject abOutcomeJson(const AbOutcome &outcome)
{
    const AbTest &test = outcome.test;
    QJsonArray versions;
    for (size_t index = 0; index < outcome.versions.size(); ++index)
        versions.append(versionJson(outcome, index));
    const bool isClear = outcome.result.verdict == AbResult::Verdict::Clear;
    QJsonObject object = abTestJson(test);
    object.insert(u"name"_s,
                  test.name.isEmpty() && outcome.versions.front() ? outcome.versions.front()->name
                                                                  : test.name);
    object.insert(u"decides_at"_s, timeOrNull(outcome.decidesAt));
    object.insert(u"decided_at"_s, timeOrNull(test.decidedAt));
    object.insert(u"decided_by"_s,
                  test.winner ? QJsonValue{test.isByPerson ? u"person"_s : u"rule"_s}
                              : QJsonValue{QJsonValue::Null});
    object.insert(u"why"_s, textOrNull(test.why));
    object.insert(u"verdict"_s, toWord(outcome.result.verdict));
    object.insert(u"best"_s,
                  isClear ? QJsonValue{variantLetter(outcome.result.best)} : QJsonValue{QJsonValue::Null});
    object.insert(u"versions"_s, versions);
    object.insert(u"rest"_s, restJson(outcome));
    return object;
}

void sayOutcome(Terminal &terminal, const AbOutcome &outcome)
{
    const AbTest &test = outcome.test;
    std::vector<std::vector<Cell>> rows;
    for (size_t index = 0; index < outcome.versions.size(); ++index) {
        const std::optional<Campaign> &campaign = outcome.versions[index];
        const Share &share = outcome.result.shares[index];
        const QString status = statusOf(campaign);
        rows.push_back({
            variantLetter(static_cast<int>(index)),
            campaign && campaign->id.isValid() ? Cell::number(campaign->id.value) : Cell{u"–"_s},
            status.isEmpty() ? Cell{u"–"_s}
                  : Cell{status,   toneOf(campaign->state)},
            campaign ? u"%1 (%2)"_s.arg(campaign->templateName, campaign->language) : u"–"_s,
            Cell::number(outcome.sizes.variants[index]),
            rateText(share),
            share.isEnough() ? Cell{percent(outcome.result.chances[index])       }
                             : Cell{Words::tr("needs about 400")},
        });
    }
    terminal.table({Words::tr("Version"), Words::tr("Campaign"), Words::tr("Status"), Words::tr("Template"),
                    Words::tr("People"), measureHeading(test.terms.measure), Words::tr("Probably the best")},
                   rows);
    if (outcome.rest)
        terminal.line(Words::tr("The rest: campaign %1, %n people, %2.", nullptr, outcome.sizes.rest)
                          .arg(QString::number(outcome.rest->id.value), toWord(outcome.rest->state)));
    if (test.isDivided())
        terminal.line(verdictText(test.terms.measure, outcome.result));
    terminal.line(stateText(outcome));
    terminal.line(Words::tr("Divided with the seed %1.").arg(test.terms.seed));
}
