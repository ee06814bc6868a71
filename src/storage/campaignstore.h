#pragma once

#include "base/cancel.h"
#include "base/clock.h"
#include "base/result.h"
#include "domain/campaign.h"
#include "domain/recipient.h"
#include "domain/retryoffer.h"

#include <chrono>
#include <optional>
#include <vector>

class Database;

/// Which campaigns to list; newest first.
struct CampaignQuery
{
    std::optional<CampaignState> state;
    QString search; ///< a part of the name, upper or lower case
    int limit = 0; ///< 0: all
    std::optional<CampaignId> after; ///< the last one already seen
};

/// The four cards above the list.
struct CampaignTotals
{
    int campaigns = 0;
    int active = 0; ///< scheduled, sending or paused
    int completed = 0;
    qint64 recipients = 0;

    friend bool operator==(const CampaignTotals &, const CampaignTotals &) = default;
};

/// How people came into a draft.
enum class CameBy {
    Hand, ///< a file, a paste, one by one
    Rule, ///< the one that the draft follows (RuleAudience)
};

/// What became of one person offered to a draft.
enum class AddVerdict {
    Added,
    Duplicate, ///< the number is in this campaign already
    OptedOut, ///< on the suppression list: not stored
};

/// Counts of people added from another campaign.
struct AddedPeople
{
    int added = 0;
    int duplicates = 0;
    int optedOut = 0;

    void count(const std::vector<AddVerdict> &verdicts);

    friend bool operator==(const AddedPeople &, const AddedPeople &) = default;
};

/// Where a draft stood before an import, so that a failed one can be taken back.
struct ImportMark
{
    RecipientId lastRecipient;
    std::vector<ContactId> contacts = {}; ///< that it has made since, as addRecipients() told them
};

/// Which people of an earlier campaign a follow-up goes to.
enum class FollowUpGroup {
    Read, ///< read it, or answered
    Unread, ///< Meta accepted it, and no sign that it was read
    Failed,
    Responded,
    Unanswered, ///< read it, and did not answer
    Retriable, ///< failed for a reason that may be over by now
    Clicked, ///< pressed a button under it that Meta tells of: one that answers
};

inline constexpr std::array kFollowUpGroups{
    FollowUpGroup::Read,       FollowUpGroup::Unread,    FollowUpGroup::Failed, FollowUpGroup::Responded,
    FollowUpGroup::Unanswered, FollowUpGroup::Retriable, FollowUpGroup::Clicked};

std::optional<FollowUpGroup> followUpGroupFromWord(QStringView word); ///< "read", "unread", …
QString toWord(FollowUpGroup group);

/// A person's decision about messages whose fate is unknown.
enum class Resolution {
    Resend, ///< pending again: someone may get it twice
    Accept, ///< counted as sent, without a time
};

/// Keeps campaigns: drafts and their people, and what a person decides about them. What the engine does is in
/// SqliteSendLedger.
class CampaignStore
{
public:
    explicit CampaignStore(Database &database)
        : m_database{database}
    {
    }

    /// Stores a new draft: name, description, account, template, language and settings count, the rest is
    /// ours to fill.
    Result<CampaignId> create(const Campaign &campaign, UtcTime now);

    /// Changes what a person may edit, and the frozen template of a scheduled one. Refused with code
    /// "not_editable" unless it is a draft or scheduled.
    Result<> update(const Campaign &campaign);

    /// Sets what the campaign may cost, or (nothing) that there is no limit, also while it is sending or
    /// paused: what it has sent already counts. Refused with the codes "not_editable" once it is over, and
    /// "no_price" where no rate card tells what its messages cost; `day` is the present one.
    Result<Campaign> setBudget(CampaignId id, const std::optional<Budget> &budget, QDate day, UtcTime now);

    /// Remembers that the header file is at Meta now.
    Result<> noteHeaderUpload(CampaignId id, const QString &mediaId, UtcTime at);

    Result<Campaign> load(CampaignId id);
    Result<std::vector<Campaign>> list(const CampaignQuery &query = {});
    Result<CampaignTotals> totals();

    /// Deletes the campaign with its people and history and returns it as it last was. Refused with code
    /// "campaign_sending" while it is sending. Large ones go in steps; cancelled or interrupted in
    /// between, what is left of it stays in the list.
    Result<Campaign> remove(CampaignId id, const CancelToken &cancel = {});

    /// A draft with the same settings and the same people, nobody written to yet.
    Result<CampaignId> duplicate(CampaignId id, const QString &name, UtcTime now);

    /// Puts people into a draft, in one transaction, and into the contact book; one verdict a person, in
    /// order; contacts that were made for them are added to `made`. Refused with code "not_a_draft".
    Result<std::vector<AddVerdict>> addRecipients(CampaignId id, const std::vector<NewRecipient> &people,
                                                  UtcTime now, CameBy cameBy = CameBy::Hand,
                                                  std::vector<ContactId> *made = nullptr);
    /// Changes the name and values of one person in a draft.
    Result<> updateRecipient(CampaignId id, RecipientId recipient, const QString &name,
                             const Variables &variables);
    /// Takes them out of a draft; how many were in it. A rule that it follows does not bring them back.
    Result<int> removeRecipients(CampaignId id, const std::vector<PhoneNumber> &phones);
    /// From then on the draft follows no rule.
    Result<int> removeAllRecipients(CampaignId id);

    Result<ImportMark> importMark(CampaignId id);
    /// Takes out of a draft everybody added since the mark, and the contacts made for them, but for those
    /// whom somebody has dealt with otherwise.
    Result<int> undoImport(CampaignId id, const ImportMark &mark);

    /// Freezes the template and the defaults, keeps suppressed people out, and starts. From the commit on it
    /// is sending, whether an engine runs or not. Where the table forbids it: Refused, "wrong_state".
    Result<Campaign> send(CampaignId id, const MessageTemplate &frozen, UtcTime now);
    /// The same, for a later time; also moves the time of a scheduled one.
    Result<Campaign> schedule(CampaignId id, const MessageTemplate &frozen, UtcTime when, UtcTime now);
    Result<Campaign> unschedule(CampaignId id, UtcTime now);

    /// By a person. People not reached yet stay pending. Refused with code "wrong_state".
    Result<Campaign> pause(CampaignId id, UtcTime now);
    /// One that was paused before its time came is scheduled again.
    Result<Campaign> resume(CampaignId id, UtcTime now);
    Result<Campaign> cancel(CampaignId id, UtcTime now);

    /// What retryFailed() would do now.
    Result<RetryOffer> retryOffer(CampaignId id, UtcTime now);
    /// Makes failed people pending again whose error may be retried, not before Meta allows, and reopens the
    /// campaign. Says whom it brought back and whom not.
    Result<RetryOffer> retryFailed(CampaignId id, UtcTime now);

    /// Settles unconfirmed people whose message was claimed at least `olderThan` ago. How many.
    Result<int> resolveUnconfirmed(CampaignId id, Resolution resolution, std::chrono::milliseconds olderThan,
                                   UtcTime now);

    /// A new draft like `source` for some of its people.
    Result<CampaignId> followUp(CampaignId source, FollowUpGroup group, const QString &name, UtcTime now);
    /// Adds some people of an earlier campaign, with their values, to a draft.
    Result<AddedPeople> addFromCampaign(CampaignId draft, CampaignId source, FollowUpGroup group,
                                        UtcTime now);
    /// Everybody of an earlier campaign, with their values; who is in the draft already stays as they are, so
    /// that it may be done again after an interruption.
    Result<AddedPeople> copyRecipients(CampaignId draft, CampaignId source, UtcTime now,
                                       const CancelToken &cancel = {});

private:
    Database &m_database;
};
