#pragma once

#include "base/clock.h"
#include "domain/campaignstate.h"
#include "domain/ids.h"
#include "domain/messagetemplate.h"
#include "domain/money.h"
#include "domain/recipientstatus.h"
#include "domain/sendingwindow.h"
#include "domain/sendrate.h"

#include <QString>

#include <array>
#include <optional>

/// People of a campaign by their present status. Adds up to the total; maintained in the same transaction as
/// the rows.
class CampaignCounts
{
public:
    int of(RecipientStatus status) const { return m_byStatus[static_cast<size_t>(status)]; }
    void set(RecipientStatus status, int count) { m_byStatus[static_cast<size_t>(status)] = count; }
    int total() const;
    /// Still to be tried or answered: pending and sending.
    int remaining() const { return of(RecipientStatus::Pending) + of(RecipientStatus::Sending); }

    friend bool operator==(const CampaignCounts &, const CampaignCounts &) = default;

private:
    std::array<int, kRecipientStatuses.size()> m_byStatus{};
};

/// People who got at least so far, whatever came later.
struct ReachedCounts
{
    int sent = 0;
    int delivered = 0;
    int read = 0;
    int responded = 0;

    friend bool operator==(const ReachedCounts &, const ReachedCounts &) = default;
};

/// Rates in the definitions of the contract: delivered/sent, read/delivered, responded/delivered; nothing
/// where the divisor is 0.
std::optional<double> deliveryRate(const ReachedCounts &reached);
std::optional<double> readRate(const ReachedCounts &reached);
std::optional<double> responseRate(const ReachedCounts &reached);

/// Why a campaign is paused or failed, in words, and a code for scripts: "user", "brake", "token", "190", …
struct StateReason
{
    QString code;
    QString message;
    QString advice;

    bool isEmpty() const { return code.isEmpty(); }
    friend bool operator==(const StateReason &, const StateReason &) = default;
};

/// Stops a campaign that goes wrong: pause when more than `percent` of the last `last` decided people (at
/// least `fewest`) were refused for reasons of the recipient or the campaign, or `equalInARow` equal refusals
/// come in a row. Unknown outcomes and transient errors do not count.
struct SafetyBrake
{
    bool isOn = true;
    int percent = 30;
    int last = 200;
    int fewest = 100;
    int equalInARow = 50;

    /// "30/200" or "off".
    static std::optional<SafetyBrake> parse(QStringView text);
    QString text() const;
    friend bool operator==(const SafetyBrake &, const SafetyBrake &) = default;
};

/// Header media of a campaign: a local file, a link, or a media id at Meta.
struct HeaderMedia
{
    enum class Kind { None, File, Link, Id };

    Kind kind = Kind::None;
    QString value;
    QString mediaId; ///< for a file: the id of the last upload
    std::optional<UtcTime> uploadedAt;

    /// http(s):// is a link, digits alone an id, anything else a file path.
    static HeaderMedia fromText(const QString &text);
    friend bool operator==(const HeaderMedia &, const HeaderMedia &) = default;
};

/// What a campaign may cost at most.
struct Budget
{
    Money amount;
    QString currency;

    friend bool operator==(const Budget &, const Budget &) = default;
};

/// How a campaign is sent.
struct CampaignSettings
{
    SendRate rate = SendRate::gentle();
    SendingWindow window;
    int maxRetries = 5; ///< tries after the first one, for transient errors only
    SafetyBrake brake;
    std::optional<int> perDay; ///< spread over days: at most so many people on each; nothing: all at once
    std::optional<Budget> budget; ///< sending stops before it is passed; nothing: no limit
    HeaderMedia headerMedia;
    Variables defaults; ///< for people whose own value is empty
    Variables fixedValues; ///< for everybody, whatever their own value: of a version of an A/B test

    friend bool operator==(const CampaignSettings &, const CampaignSettings &) = default;
};

/// One template sent to a fixed list of recipients under settings.
struct Campaign
{
    CampaignId id;
    AccountId accountId;
    QString name;
    QString description;
    QString templateName;
    QString language;
    CampaignState state = CampaignState::Draft;
    StateReason reason;
    CampaignSettings settings;
    std::optional<UtcTime> scheduledFor;
    UtcTime createdAt;
    std::optional<UtcTime> startedAt;
    std::optional<UtcTime> completedAt;
    CampaignCounts counts;
    ReachedCounts reached;

    /// The template as it stood when the campaign was armed; nothing before.
    std::optional<MessageTemplate> frozenTemplate;

    friend bool operator==(const Campaign &, const Campaign &) = default;
};

/// Whether Meta accepted messages of it and no delivery event has come since it began, so that nobody knows
/// what became of them. `lastEvent`: when one came that tells of a message of its number.
bool isDeliveryUnknown(const Campaign &campaign, std::optional<UtcTime> lastEvent);
