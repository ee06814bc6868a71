#pragma once

#include "base/clock.h"
#include "domain/campaign.h"
#include "domain/ids.h"
#include "domain/phonenumber.h"
#include "domain/proportion.h"

#include <QString>
#include <QTimeZone>

#include <array>
#include <chrono>
#include <optional>
#include <vector>

using AbTestId = RowId<struct AbTestTag>;

// A/B tests: versions of a campaign are sent to parts of its people that were drawn by lot, and the best one
// to the rest. Each version is a campaign of its own.

/// By what versions are compared. Each is a share in the definitions of the contract.
enum class AbMeasure { Delivered, Read, Responded };

inline constexpr std::array kAbMeasures{AbMeasure::Delivered, AbMeasure::Read, AbMeasure::Responded};

QString toWord(AbMeasure measure); ///< "delivered", "read", "responded"
std::optional<AbMeasure> abMeasureFromWord(QStringView word);
/// Who did it, of those who could.
Share shareOf(AbMeasure measure, const ReachedCounts &reached);

enum class AbTestState {
    Draft, ///< belongs to a draft that may still be changed
    Dividing, ///< people are being put into the versions; nobody is written to before all are
    Running, ///< the versions are sent or scheduled
    Asking, ///< the time of the decision has come, and a person has to make it
    Decided, ///< the rest gets the winner
};

inline constexpr std::array kAbTestStates{AbTestState::Draft, AbTestState::Dividing, AbTestState::Running,
                                          AbTestState::Asking, AbTestState::Decided};

enum class AbTestEvent { Divide, Start, Ask, Choose };

/// The state entered when `event` happens in `state`; nothing if it may not happen there.
std::optional<AbTestState> nextState(AbTestState state, AbTestEvent event);
QString toWord(AbTestState state); ///< "draft", "dividing", …
std::optional<AbTestState> abTestStateFromWord(QStringView word);

/// In what a version differs from the campaign; what is empty is as in the campaign.
struct AbVariant
{
    QString templateName;
    QString language;
    HeaderMedia headerMedia;
    Variables fixedValues; ///< everybody gets these, whatever their own values
    std::optional<UtcTime> startAt; ///< sent at this time; nothing: with the campaign

    /// The campaign as this version has it.
    Campaign applyTo(Campaign campaign) const;
    friend bool operator==(const AbVariant &, const AbVariant &) = default;
};

inline constexpr int kFewestVariants = 2;
inline constexpr int kMostVariants = 4;

/// "A" to "D".
QString variantLetter(int index);
/// From a letter, whatever its case; nothing for another text.
std::optional<int> variantIndex(QStringView letter);

/// What a person asks of a test.
struct AbTestTerms
{
    quint32 seed = 0; ///< same seed and same people: same division
    AbMeasure measure = AbMeasure::Read;
    /// So long after the last version began to be sent; nothing: on a person's word.
    std::optional<std::chrono::milliseconds> decideAfter;
    int restPercent = 0; ///< of the people, who get the winner; 0: everybody takes part
    std::vector<AbVariant> variants;

    /// Why it cannot be, as a sentence; empty where it can.
    QString problem() const;
    friend bool operator==(const AbTestTerms &, const AbTestTerms &) = default;
};

/// How many people each version gets, and the rest.
struct AbSizes
{
    std::vector<int> variants;
    int rest = 0;

    friend bool operator==(const AbSizes &, const AbSizes &) = default;
};

/// Equal parts; where they cannot be equal the first ones have one more. The rest is rounded down.
AbSizes abSizes(int people, const AbTestTerms &terms);

/// Where somebody stands when the people of a test are drawn by lot: who stands first gets version A, and so
/// on, the rest comes last. Different for different numbers.
quint64 placeInDraw(quint32 seed, const PhoneNumber &phone);

/// A test as it stands.
struct AbTest
{
    AbTestId id;
    QString name; ///< of the campaign before it was divided
    AbTestState state = AbTestState::Draft;
    AbTestTerms terms;
    std::vector<CampaignId> campaigns; ///< of the versions; not valid: not made yet, or deleted
    CampaignId rest; ///< of who gets the winner; as above
    QString why; ///< a person has to decide
    std::optional<int> winner;
    bool isByPerson = false; ///< who chose it
    std::optional<UtcTime> decidedAt;

    /// Where its people come from: version A.
    CampaignId home() const { return campaigns.empty() ? CampaignId{} : campaigns.front(); }
    bool isDivided() const { return state != AbTestState::Draft && state != AbTestState::Dividing; }
    /// Somebody is waiting for the winner.
    bool hasOpenRest() const
    {
        return rest.isValid() && (state == AbTestState::Running || state == AbTestState::Asking);
    }
    friend bool operator==(const AbTest &, const AbTest &) = default;
};

/// What the figures of a test tell.
struct AbResult
{
    enum class Verdict {
        TooFew, ///< to tell
        WithinChance, ///< some interval overlaps that of the best
        Clear,
    };

    std::vector<Share> shares;
    std::vector<double> chances; ///< to be the best, as chancesToBeBest() tells
    Verdict verdict = Verdict::TooFew;
    int best = 0; ///< where it is clear

    friend bool operator==(const AbResult &, const AbResult &) = default;
};

QString toWord(AbResult::Verdict verdict); ///< "too_few", "within_chance", "clear"

/// Nobody is called the best whose interval overlaps another's, or of too few people.
AbResult judge(std::vector<Share> shares);

/// What the figures say, in a sentence for the person.
QString verdictText(AbMeasure measure, const AbResult &result);

/// The rest, with what a version writes.
Campaign withMessageOf(Campaign rest, const Campaign &version);

/// Nothing of a version leaves any more.
bool isSent(const Campaign &campaign);

/// When the winner is to be decided; nothing where a person decides, or a version has not begun. `versions`:
/// those that were not deleted.
std::optional<UtcTime> decisionTime(const AbTestTerms &terms, const std::vector<Campaign> &versions);

/// The rest gets a version that had a time of its own at that time of day: the next time it comes.
UtcTime nextSameTimeOfDay(UtcTime startAt, UtcTime now, const QTimeZone &zone);
