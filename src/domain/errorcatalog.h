#pragma once

#include <QString>

#include <chrono>

/// What is wrong when Meta refuses.
enum class ErrorScope { Recipient, Campaign, Template, Account, App, Transient };

/// What the sender does about it (the vocabulary of the error table).
enum class ErrorAction {
    RetryBackoff, ///< keep the person queued and try again later, a limited number of times
    RetryAfter24h, ///< not now; no marketing to this person for at least 24 hours; not retried by itself
    FailRecipient,
    OptOutRecipient, ///< failed, and on the suppression list
    PauseCampaign,
    StopCampaign, ///< Meta ends it; nothing more from this account or template until a person intervenes
    FixConfig, ///< pauses every campaign of the same credential and asks a person
};

/// One row of Meta's error codes as we understand them (157 rows, November 2026).
struct ErrorEntry
{
    int code = 0;
    int subcode = 0; ///< 0: any
    const char *name = ""; ///< short English word for logs: "message_undeliverable"
    ErrorScope scope = ErrorScope::Recipient;
    ErrorAction action = ErrorAction::FailRecipient;
    const char *messageSource = "";
    const char *adviceSource = "";

    QString message() const; ///< translated: what happened
    QString advice() const; ///< translated: what to do about it
};

/// The row for a code. Looks up `code`; for code 100 also its subcode, alone and as a code of its own
/// (management errors come so). A code that no row knows gets the row of its family: 200-299 are permissions,
/// anything else fails that recipient only, so that the safety brake sees a run of them.
const ErrorEntry &errorEntry(int code, int subcode = 0);

/// All rows, for tests and documentation.
qsizetype errorEntryCount();
const ErrorEntry &errorEntryAt(qsizetype index);

QString toWord(ErrorScope scope);
QString toWord(ErrorAction action);

/// "Retry failed" offers exactly these: the `retry_*` rows. A row about the account, the template or the
/// campaign is not among them, although its cause may be mended: who was refused for it on the answer never
/// failed, and who failed by a delivery event had a message that Meta accepted, held and dropped, which Meta
/// says not to send again. A new campaign for the failed ones (a follow-up) writes to them, on a person's
/// word.
bool mayBeRetried(const ErrorEntry &entry);

/// The same for the code that a person failed with: Meta's as text, or a word of ours, which is final.
bool mayBeRetried(const QString &errorCode);
/// How long after the failure Meta wants nobody to try again.
std::chrono::milliseconds waitBeforeRetry(const QString &errorCode);
