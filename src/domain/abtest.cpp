#include "domain/abtest.h"

#include "domain/posterior.h"
#include "domain/statetransition.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Transition = StateTransition<AbTestState, AbTestEvent>;
using Event = AbTestEvent;

using enum AbTestState;

constexpr std::array kTransitions{
    Transition{Draft,    Event::Divide, Dividing},
    Transition{Dividing, Event::Divide, Dividing}, // after a crash
    Transition{Dividing, Event::Start,  Running },
    Transition{Running,  Event::Ask,    Asking  },
    Transition{Running,  Event::Choose, Decided },
    Transition{Asking,   Event::Choose, Decided },
};

constexpr int kMostRest = 90; // of hundred people

class Words
{
    Q_DECLARE_TR_FUNCTIONS(AbTest)
};

/// Steele, Lea and Flood's mixing of 64 bits; each number has its own.
quint64 mixed(quint64 value)
{
    value += 0x9e3779b97f4a7c15;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
    value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
    return value ^ (value >> 31);
}

} // namespace

QString toWord(AbMeasure measure)
{
    switch (measure) {
    case AbMeasure::Delivered: return u"delivered"_s;
    case AbMeasure::Read: return u"read"_s;
    case AbMeasure::Responded: return u"responded"_s;
    }
    Q_UNREACHABLE();
}

std::optional<AbMeasure> abMeasureFromWord(QStringView word)
{
    for (const AbMeasure measure : kAbMeasures) {
        if (toWord(measure) == word)
            return measure;
    }
    return std::nullopt;
}

Share shareOf(AbMeasure measure, const ReachedCounts &reached)
{
    switch (measure) {
    case AbMeasure::Delivered: return {reached.delivered, reached.sent};
    case AbMeasure::Read: return {reached.read, reached.delivered};
    case AbMeasure::Responded: return {reached.responded, reached.delivered};
    }
    Q_UNREACHABLE();
}

std::optional<AbTestState> nextState(AbTestState state, AbTestEvent event)
{
    return nextStateIn(kTransitions, state, event);
}

QString toWord(AbTestState state)
{
    switch (state) {
    case Draft: return u"draft"_s;
    case Dividing: return u"dividing"_s;
    case Running: return u"running"_s;
    case Asking: return u"asking"_s;
    case Decided: return u"decided"_s;
    }
    Q_UNREACHABLE();
}

std::optional<AbTestState> abTestStateFromWord(QStringView word)
{
    for (const AbTestState state : kAbTestStates) {
        if (toWord(state) == word)
            return state;
    }
    return std::nullopt;
}

Campaign AbVariant::applyTo(Campaign campaign) const
{
    if (!templateName.isEmpty())
        campaign.templateName = templateName;
    if (!language.isEmpty())
        campaign.language = language;
    if (headerMedia.kind != HeaderMedia::Kind::None)
        campaign.settings.headerMedia = headerMedia;
    campaign.settings.fixedValues.insert(fixedValues);
    return campaign;
}

QString variantLetter(int index)
{
    return QString{QChar{static_cast<char16_t>(u'A' + index)}};
}

std::optional<int> variantIndex(QStringView letter)
{
    for (int index = 0; index < kMostVariants; ++index) {
        if (letter.compare(variantLetter(index), Qt::CaseInsensitive) == 0)
            return index;
    }
    return std::nullopt;
}

QString AbTestTerms::problem() const
{
    const auto count = static_cast<int>(variants.size());
    if (count < kFewestVariants || count > kMostVariants)
        return Words::tr("A test has two to four versions.");
    for (auto variant = variants.begin(); variant != variants.end(); ++variant) {
        if (std::find(std::next(variant), variants.end(), *variant) != variants.end())
            return Words::tr("Two versions are the same.");
    }
    if (restPercent < 0 || restPercent > kMostRest)
        return Words::tr("At least 10 of 100 people must take part in a test.");
    return {};
}

AbSizes abSizes(int people, const AbTestTerms &terms)
{
    const auto count = static_cast<int>(terms.variants.size());
    AbSizes sizes;
    sizes.rest = static_cast<int>(qint64{people} * terms.restPercent / 100);
    const int tested = people - sizes.rest;
    for (int index = 0; index < count; ++index)
        sizes.variants.push_back(tested / count + (index < tested % count ? 1 : 0));
    return sizes;
}

quint64 placeInDraw(quint32 seed, const PhoneNumber &phone)
{
    return mixed(mixed(seed) ^ phone.e164().mid(1).toULongLong());
}

QString toWord(AbResult::Verdict verdict)
{
    switch (verdict) {
    case AbResult::Verdict::TooFew: return u"too_few"_s;
    case AbResult::Verdict::WithinChance: return u"within_chance"_s;
    case AbResult::Verdict::Clear: return u"clear"_s;
    }
    Q_UNREACHABLE();
}

AbResult judge(std::vector<Share> shares)
{
    AbResult result;
    result.chances = chancesToBeBest(shares);
    result.shares = std::move(shares);
    const bool isEnough =
        std::all_of(result.shares.begin(), result.shares.end(), [](const Share &s) { return s.isEnough(); });
    if (!isEnough)
        return result;
    const auto best =
        std::max_element(result.shares.begin(), result.shares.end(),
                         [](const Share &a, const Share &b) { return *a.value() < *b.value(); });
    const double low = best->interval()->low;
    const bool isAlone = std::all_of(result.shares.begin(), result.shares.end(), [&](const Share &share) {
        return &share == &*best || share.interval()->high < low;
    });
    result.verdict = isAlone ? AbResult::Verdict::Clear : AbResult::Verdict::WithinChance;
    result.best = isAlone ? static_cast<int>(best - result.shares.begin()) : 0;
    return result;
}

QString verdictText(AbMeasure measure, const AbResult &result)
{
    switch (result.verdict) {
    case AbResult::Verdict::TooFew:
        return measure == AbMeasure::Delivered
            ? Words::tr("Too few to tell: each version needs about 400 people who were sent it.")
            : Words::tr("Too few to tell: each version needs about 400 people who got it.");
    case AbResult::Verdict::WithinChance:
        return Words::tr("No clear winner: the ranges overlap, so chance may make the difference.");
    case AbResult::Verdict::Clear:
        return Words::tr("Version %1 is the best: its range lies above all others.")
            .arg(variantLetter(result.best));
    }
    Q_UNREACHABLE();
}

Campaign withMessageOf(Campaign rest, const Campaign &version)
{
    rest.templateName = version.templateName;
    rest.language = version.language;
    rest.settings.headerMedia = version.settings.headerMedia;
    rest.settings.fixedValues = version.settings.fixedValues;
    return rest;
}

bool isSent(const Campaign &campaign)
{
    switch (campaign.state) {
    case CampaignState::Draft:
    case CampaignState::Scheduled: return false;
    case CampaignState::Sending:
    case CampaignState::Paused: return campaign.startedAt && campaign.counts.remaining() == 0;
    case CampaignState::Completed:
    case CampaignState::Cancelled:
    case CampaignState::Failed: return true;
    }
    Q_UNREACHABLE();
}

std::optional<UtcTime> decisionTime(const AbTestTerms &terms, const std::vector<Campaign> &versions)
{
    std::optional<UtcTime> last;
    for (const Campaign &version : versions) {
        if (version.startedAt)
            last = std::max(last.value_or(*version.startedAt), *version.startedAt);
        else if (!isSent(version))
            return std::nullopt;
    }
    if (!last || !terms.decideAfter)
        return std::nullopt;
    return *last + *terms.decideAfter;
}

UtcTime nextSameTimeOfDay(UtcTime startAt, UtcTime now, const QTimeZone &zone)
{
    const QTime time = toDateTime(startAt).toTimeZone(zone).time();
    QDate day = toDateTime(now).toTimeZone(zone).date();
    UtcTime next = fromDateTime(QDateTime{day, time, zone});
    while (next <= now) {
        day = day.addDays(1);
        next = fromDateTime(QDateTime{day, time, zone});
    }
    return next;
}
