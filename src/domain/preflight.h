#pragma once

#include "base/clock.h"
#include "domain/account.h"
#include "domain/campaign.h"
#include "domain/cost.h"

#include <QString>
#include <QTimeZone>

#include <optional>
#include <vector>

enum class CheckLevel { Pass, Warn, Block };

/// One line of the pre-flight list. `id` is a stable word for scripts.
struct PreflightCheck
{
    QString id;
    CheckLevel level = CheckLevel::Pass;
    QString message;
};

/// Values that Meta would refuse for the same reason.
struct RefusedValues
{
    ValueProblem problem = ValueProblem::None;
    QString key; ///< of the variable; empty where the whole text is too long
    int people = 0;

    friend bool operator==(const RefusedValues &, const RefusedValues &) = default;
};

/// Everything the checks look at, gathered beforehand.
struct PreflightFacts
{
    Campaign campaign;
    std::optional<Account> account;
    bool hasToken = false;
    bool isPractice = false;
    QString networkFileSystem; ///< that the workspace is on; empty: a disk of this computer
    QString syncedBy; ///< the program that syncs the workspace's folder; empty: none
    std::optional<MessageTemplate> messageTemplate; ///< as cached now
    int recipients = 0; ///< who would be sent to: pending people
    int withoutOptIn = 0; ///< of them, without a recorded opt-in
    int optedOut = 0; ///< kept out
    int withMissingVariables = 0; ///< of them, after defaults
    QString missingVariableKey; ///< the variable most often missing
    int withBadValues = 0; ///< values Meta would refuse (line breaks, too long)
    std::vector<RefusedValues> refusedValues; ///< the same, by what is wrong
    int withDefaults = 0; ///< people for whom a default stands in
    QMap<QString, int> defaultsUsed; ///< the same, by variable
    int usMarketing = 0; ///< people with a US number, for a marketing template
    std::optional<int> messagedInLast24Hours; ///< unique people, of this portfolio as far as we know
    int alreadyCounted = 0; ///< recipients among them, who take no place of the messaging limit
    std::optional<qint64> headerFileBytes; ///< of a header file; nothing: no file or it cannot be read
    bool isHeaderFileReadable = true;
    std::optional<CostEstimate> cost; ///< nothing: no rate card tells it
    UtcTime now;
    QTimeZone zone; ///< the workspace's own
};

/// How long it takes under rate and window.
struct SendEstimate
{
    std::chrono::seconds duration{0}; ///< from now, or from the scheduled time, until the last message leaves
    UtcTime startsAt;
    UtcTime endsAt;
};

/// The pre-flight list in a fixed order; a Block forbids sending, a Warn does not.
std::vector<PreflightCheck> preflight(const PreflightFacts &facts);
bool isReady(const std::vector<PreflightCheck> &checks);

/// Nothing if the window never opens. With `perDay`, the rest waits for the next day.
std::optional<SendEstimate> estimateSending(int people, const SendRate &rate,
                                            std::optional<int> reportedPerSecond, const SendingWindow &window,
                                            UtcTime start, const QTimeZone &zone,
                                            std::optional<int> perDay = {});

/// When the calendar day of `time` began, and when the next one begins.
UtcTime dayBegin(UtcTime time, const QTimeZone &zone);
UtcTime nextDayBegin(UtcTime time, const QTimeZone &zone);

QString toWord(CheckLevel level);
