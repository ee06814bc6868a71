#include "workspace/samplereading.h"

#include "workspace/session.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

/// What a template makes of the values of one person after the other.
class Judge
{
public:
    Judge(const Campaign &campaign, const MessageTemplate &chosen)
        : m_people{campaign.counts.total()}
        , m_defaults{campaign.settings.defaults}
        , m_fixed{campaign.settings.fixedValues}
        , m_template{chosen}
        , m_variables{chosen.variables()}
    {
    }

    RecipientSample sampleOf(const Recipient &person, qint64 place) const
    {
        return {place,       m_people,         person.phone.e164(),
                person.name, person.variables, sentenceFor(problemOf(person))};
    }

    bool usesDefault(const Recipient &person) const
    {
        return std::any_of(m_variables.begin(), m_variables.end(), [&](const TemplateVariable &variable) {
            return person.variables.value(variable.key).trimmed().isEmpty();
        });
    }

    qsizetype length(const Recipient &person) const
    {
        return m_template.rendered(filled(person)).bodyText().size();
    }

    ValueProblem problemOf(const Recipient &person) const
    {
        const Variables values = filled(person);
        for (const TemplateVariable &variable : m_variables) {
            const ValueProblem problem = problemOfValue(values.value(variable.key));
            if (problem != ValueProblem::None)
                return problem;
        }
        return length(person) > kLongestBody ? ValueProblem::TooLong : ValueProblem::None;
    }

private:
    Variables filled(const Recipient &person) const
    {
        Variables values = m_defaults;
        for (auto value = person.variables.begin(); value != person.variables.end(); ++value) {
            if (!value->trimmed().isEmpty())
                values.insert(value.key(), *value);
        }
        values.insert(m_fixed);
        return values;
    }

    qint64 m_people;
    Variables m_defaults;
    Variables m_fixed;
    MessageTemplate m_template;
    std::vector<TemplateVariable> m_variables;
};

/// Looks at everybody; `take` says whether to go on.
Result<> lookAtEverybody(Session &session, CampaignId campaign, const CancelToken &cancel,
                         const std::function<bool(const Recipient &, qint64 place)> &take)
{
    RecipientQuery everybody;
    everybody.campaign = campaign;
    qint64 place = 0;
    const Result<int> seen = session.recipients().forEach(
        everybody, [&](const Recipient &person) { return take(person, place++); }, cancel);
    return seen ? Result<>{Done{}} : seen.error();
}

/// The first one whose text is longer, or shorter, than that of all others.
Result<RecipientSample> extremeSample(Session &session, CampaignId campaign, const Judge &judge,
                                      bool isLongest, const CancelToken &cancel)
{
    RecipientSample best;
    qsizetype bestLength = 0;
    const Result<> looked =
        lookAtEverybody(session, campaign, cancel, [&](const Recipient &person, qint64 place) {
            const qsizetype length = judge.length(person);
            if (best.phone.isEmpty() || (isLongest ? length > bestLength : length < bestLength)) {
                best = judge.sampleOf(person, place);
                bestLength = length;
            }
            return true;
        });
    return looked ? Result<RecipientSample>{best} : looked.error();
}

/// The first one from `from` on whom `isMeant` means, else the first of those before.
Result<RecipientSample> nextSample(Session &session, const Campaign &campaign, const Judge &judge,
                                   qint64 from, const std::function<bool(const Recipient &)> &isMeant,
                                   const CancelToken &cancel)
{
    RecipientSample first{0, campaign.counts.total(), {}, {}, {}, {}};
    const Result<> looked =
        lookAtEverybody(session, campaign.id, cancel, [&](const Recipient &person, qint64 place) {
            if ((place < from && !first.phone.isEmpty()) || !isMeant(person))
                return true;
            first = judge.sampleOf(person, place);
            return place < from;
        });
    return looked ? Result<RecipientSample>{first} : looked.error();
}

} // namespace

Result<RecipientSample> SampleReading::read(Session &session, CampaignId draft, const SampleChoice &choice,
                                            const CancelToken &cancel)
{
    const Result<Campaign> campaign = session.campaigns().load(draft);
    if (!campaign)
        return campaign.error();
    const qint64 people = campaign->counts.total();
    if (people == 0)
        return RecipientSample{};
    const Result<MessageTemplate> chosen = session.campaignDesk().templateOf(*campaign);
    if (!chosen && chosen.error().kind != ErrorKind::NotFound)
        return chosen.error();
    const Judge judge{*campaign, chosen ? *chosen : MessageTemplate{}};
    switch (choice.kind) {
    case SampleChoice::Kind::AtPlace: {
        if (const Result<> learned = learnOrder(session, draft, people); !learned)
            return learned.error();
        if (m_order.empty())
            return RecipientSample{};
        const qint64 place = std::clamp<qint64>(choice.place, 0, qint64(m_order.size()) - 1);
        const Result<std::vector<Recipient>> rows = session.recipients().rows({m_order[size_t(place)]});
        if (!rows)
            return rows.error();
        return rows->empty() ? RecipientSample{} : judge.sampleOf(rows->front(), place);
    }
    case SampleChoice::Kind::Longest: return extremeSample(session, draft, judge, true, cancel);
    case SampleChoice::Kind::Shortest: return extremeSample(session, draft, judge, false, cancel);
    case SampleChoice::Kind::UsesDefault:
        return nextSample(
            session, *campaign, judge, choice.place,
            [&](const Recipient &person) { return judge.usesDefault(person); }, cancel);
    case SampleChoice::Kind::Refused:
        return nextSample(
            session, *campaign, judge, choice.place,
            [&](const Recipient &person) { return judge.problemOf(person) != ValueProblem::None; }, cancel);
    }
    Q_UNREACHABLE();
}

Result<> SampleReading::learnOrder(Session &session, CampaignId draft, qint64 people)
{
    if (m_draft == draft && static_cast<qint64>(m_order.size()) == people)
        return Done{};
    RecipientQuery everybody;
    everybody.campaign = draft;
    Result<std::vector<RecipientId>> order = session.recipients().keys(everybody);
    if (!order)
        return order.error();
    m_draft = draft;
    m_order = *std::move(order);
    return Done{};
}
