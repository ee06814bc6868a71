#include "app/samplereading.h"

#include "workspace/session.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

RecipientSample sampleOf(const Recipient &person, qint64 place, qint64 people)
{
    return {place, people, person.phone.e164(), person.name, person.variables};
}

bool usesDefault(const Recipient &person, const std::vector<TemplateVariable> &variables)
{
    return std::any_of(variables.begin(), variables.end(), [&](const TemplateVariable &variable) {
        return person.variables.value(variable.key).isEmpty();
    });
}

/// The first one for whom `better` is true compared with the best one so far, looking at everybody.
template <typename IsBetter>
Result<RecipientSample> bestSample(Session &session, const Campaign &campaign, IsBetter isBetter,
                                   const CancelToken &cancel)
{
    RecipientQuery everybody;
    everybody.campaign = campaign.id;
    RecipientSample best;
    qint64 place = 0;
    const Result<int> seen = session.recipients().forEach(
        everybody,
        [&](const Recipient &person) {
            if (best.phone.isEmpty() || isBetter(person))
                best = sampleOf(person, place, campaign.counts.total());
            ++place;
            return true;
        },
        cancel);
    if (!seen)
        return seen.error();
    return best;
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
    if (choice.kind == SampleChoice::Kind::AtPlace) {
        const qint64 place = std::clamp<qint64>(choice.place, 0, people - 1);
        if (const Result<> learned = learnOrder(session, draft, people); !learned)
            return learned.error();
        if (m_order.empty())
            return RecipientSample{};
        const RecipientId id = m_order[std::min(static_cast<size_t>(place), m_order.size() - 1)];
        const Result<std::vector<Recipient>> rows = session.recipients().rows({id});
        if (!rows)
            return rows.error();
        return rows->empty() ? RecipientSample{} : sampleOf(rows->front(), place, people);
    }

    const Result<MessageTemplate> chosen = session.campaignDesk().templateOf(*campaign);
    if (!chosen)
        return chosen.error();
    if (choice.kind == SampleChoice::Kind::UsesDefault) {
        const std::vector<TemplateVariable> variables = chosen->variables();
        bool isFound = false;
        return bestSample(
            session, *campaign,
            [&](const Recipient &person) { return !isFound && (isFound = usesDefault(person, variables)); },
            cancel);
    }
    qsizetype longest = 0;
    return bestSample(
        session, *campaign,
        [&](const Recipient &person) {
            Variables values = campaign->settings.defaults;
            for (auto value = person.variables.begin(); value != person.variables.end(); ++value) {
                if (!value->isEmpty())
                    values.insert(value.key(), *value);
            }
            const qsizetype length = chosen->rendered(values).bodyText().size();
            const bool isLonger = length > longest;
            longest = std::max(longest, length);
            return isLonger;
        },
        cancel);
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
