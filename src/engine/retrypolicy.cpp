#include "engine/retrypolicy.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class RetryPolicy
{
    Q_DECLARE_TR_FUNCTIONS(RetryPolicy)
};

/// auth_exception, session_invalid, token_or_proof_required and access_token_expired: what is wrong with the
/// key is wrong for every number that uses it, while a permission may be missing for one of them alone.
bool isAboutAccessKey(int code)
{
    return code == 0 || code == 102 || code == 104 || code == 190;
}

constexpr std::chrono::milliseconds kLongestBackoff = 15min;
constexpr std::chrono::seconds kLongestAskedWait = 24h; // an answer that asks for more is not believed
constexpr std::chrono::milliseconds kPairInterval = 6s; // Meta lets one message through to a person each 6 s

constexpr int kThroughputCode = 130429;
constexpr int kPairCode = 131056;
constexpr int kNumberMaintenanceCode = 131057;
constexpr int kAccountMaintenanceCode = 2494100;

RecipientError describe(const Refused &refused, const ErrorEntry &entry)
{
    QStringList details;
    if (refused.httpStatus != 0)
        details << u"HTTP %1"_s.arg(refused.httpStatus);
    if (refused.subcode != 0)
        details << u"subcode %1"_s.arg(refused.subcode);
    if (!refused.details.isEmpty())
        details << refused.details;
    if (!refused.fbtraceId.isEmpty())
        details << u"fbtrace_id %1"_s.arg(refused.fbtraceId);
    return {QString::number(refused.code), entry.message(), entry.advice(), details.join(u" · "_s)};
}

Verdict::Slowdown slowdownFor(const Refused &refused, const ErrorEntry &entry)
{
    const int code = refused.code;
    if (code == kThroughputCode)
        return Verdict::Slowdown::SlowNumber;
    if (code == kNumberMaintenanceCode || code == kAccountMaintenanceCode
        || entry.scope == ErrorScope::Account || entry.scope == ErrorScope::App)
        return Verdict::Slowdown::HoldNumber;
    if (entry.scope == ErrorScope::Template || entry.scope == ErrorScope::Campaign)
        return Verdict::Slowdown::HoldCampaign;
    if (entry.scope == ErrorScope::Recipient)
        return Verdict::Slowdown::None;
    // A service that says how long it is busy is so for everybody; one that says nothing may have stumbled
    // over one message.
    return refused.retryAfter ? Verdict::Slowdown::SlowNumber : Verdict::Slowdown::SlowNumberIfMany;
}

void judgeTransient(Verdict &verdict, const Refused &refused, const ErrorEntry &entry, int tryNumber,
                    int maxRetries, double jitter)
{
    verdict.slowdown = slowdownFor(refused, entry);
    if (refused.retryAfter)
        verdict.askedToWait = std::clamp(*refused.retryAfter, 0s, kLongestAskedWait);
    verdict.error = describe(refused, entry);
    if (tryNumber > maxRetries) {
        verdict.next = RecipientStatus::Failed;
        verdict.retryIn = verdict.askedToWait;
        return;
    }
    verdict.next = RecipientStatus::Pending;
    const auto longest = longestBackoff(tryNumber);
    auto wait = std::chrono::milliseconds{
        static_cast<qint64>(static_cast<double>(longest.count()) * std::clamp(jitter, 0.0, 1.0))};
    if (refused.code == kPairCode)
        wait = std::max(wait, kPairInterval);
    if (verdict.askedToWait)
        wait = std::max<std::chrono::milliseconds>(wait, *verdict.askedToWait);
    verdict.retryIn = wait;
}

Verdict judgeRefused(const Refused &refused, int tryNumber, int maxRetries, double jitter)
{
    const ErrorEntry &entry = errorEntry(refused.code, refused.subcode);
    Verdict verdict;
    switch (entry.action) {
    case ErrorAction::RetryBackoff:
        judgeTransient(verdict, refused, entry, tryNumber, maxRetries, jitter);
        break;
    case ErrorAction::RetryAfter24h:
    case ErrorAction::FailRecipient:
    case ErrorAction::OptOutRecipient:
        verdict.next = RecipientStatus::Failed;
        verdict.error = describe(refused, entry);
        verdict.suppress = entry.action == ErrorAction::OptOutRecipient;
        verdict.refusedCode = refused.code;
        break;
    case ErrorAction::PauseCampaign:
    case ErrorAction::StopCampaign:
    case ErrorAction::FixConfig:
        // The trouble is not this person's: nobody is marked failed for it.
        verdict.next = RecipientStatus::Pending;
        verdict.reaction = reactionTo(entry, refused.code);
        break;
    }
    return verdict;
}

StateReason strangerWith(const QString &why)
{
    return {u"not_meta"_s, RetryPolicy::tr("Something else than Meta answers on this network: %1").arg(why),
            RetryPolicy::tr("If this network has a sign-in page, open it in a browser. Otherwise check this "
                            "computer's date, the server address in Settings, and whether a proxy or a virus "
                            "scanner stands between. Sending goes on by itself when Meta answers.")};
}

Verdict judgeNotSent(const NotSent &notSent)
{
    Verdict verdict;
    verdict.isGivenBack = true;
    verdict.next = RecipientStatus::Pending;
    if (notSent.isForeign)
        verdict.stranger = strangerWith(notSent.why);
    else if (notSent.isFinal)
        verdict.reaction = CampaignReaction{
            CampaignReaction::Reach::Account, CampaignEvent::Pause,
            StateReason{u"connection"_s,
                        RetryPolicy::tr("No connection to Meta can be made: %1").arg(notSent.why),
                        RetryPolicy::tr("Check the server address in Settings, and whether a proxy stands "
                                        "between, then resume.")}
        };
    return verdict;
}

Verdict judgeUnknown(const Unknown &unknown)
{
    Verdict verdict;
    verdict.next = RecipientStatus::Unconfirmed;
    verdict.error = RecipientError{
        u"unconfirmed"_s,
        RetryPolicy::tr("Meta's answer was lost, so it is not known whether the message went out."),
        RetryPolicy::tr(
            "A delivery event settles it by itself. If none comes, decide whether to send it again."),
        unknown.why};
    if (unknown.isForeign)
        verdict.stranger = strangerWith(unknown.why);
    return verdict;
}

} // namespace

std::chrono::milliseconds longestBackoff(int tries)
{
    constexpr int kTriesToCeiling = 6; // 4^5 s is over fifteen minutes
    if (tries >= kTriesToCeiling)
        return kLongestBackoff;
    return std::min<std::chrono::milliseconds>(kLongestBackoff,
                                               std::chrono::seconds{1LL << (2 * std::max(0, tries - 1))});
}

Verdict judge(const SendOutcome &outcome, int tryNumber, int maxRetries, double jitter)
{
    if (const auto *refused = std::get_if<Refused>(&outcome))
        return judgeRefused(*refused, tryNumber, maxRetries, jitter);
    if (const auto *notSent = std::get_if<NotSent>(&outcome))
        return judgeNotSent(*notSent);
    if (const auto *unknown = std::get_if<Unknown>(&outcome))
        return judgeUnknown(*unknown);
    return {}; // accepted: sent
}

std::optional<CampaignReaction> reactionTo(const ErrorEntry &entry, int code)
{
    using Reach = CampaignReaction::Reach;
    const StateReason reason{QString::number(code), entry.message(), entry.advice()};
    const Reach reach = isAboutAccessKey(code)                                 ? Reach::AccessKey
        : entry.scope == ErrorScope::Account || entry.scope == ErrorScope::App ? Reach::Account
                                                                               : Reach::Campaign;
    switch (entry.action) {
    case ErrorAction::RetryBackoff:
    case ErrorAction::RetryAfter24h:
    case ErrorAction::FailRecipient:
    case ErrorAction::OptOutRecipient: return std::nullopt;
    case ErrorAction::PauseCampaign: return CampaignReaction{reach, CampaignEvent::Pause, reason};
    case ErrorAction::StopCampaign: return CampaignReaction{reach, CampaignEvent::Fail, reason};
    case ErrorAction::FixConfig:
        return CampaignReaction{std::max(reach, Reach::Account), CampaignEvent::Pause, reason};
    }
    Q_UNREACHABLE();
}
