#include "storage/directmessagestore.h"

#include "domain/billingplace.h"
#include "domain/conversation.h"
#include "storage/campaignrows.h"
#include "storage/database.h"
#include "storage/directmessages.h"
#include "storage/portfoliocount.h"
#include "storage/sql.h"
#include "storage/suppressions.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kClockMayDiffer = 5s;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(DirectMessages)
};

QJsonObject toJson(const FreeForm &message)
{
    return {
        {u"kind"_s,        toWord(message.kind)},
        {u"text"_s,        message.text        },
        {u"file_name"_s,   message.fileName    },
        {u"in_reply_to"_s, message.inReplyTo   },
    };
}

std::optional<FreeForm> freeFormFrom(const QJsonValue &json)
{
    const std::optional<FreeForm::Kind> kind = freeFormKindFromWord(json[u"kind"_s].toString());
    if (!kind)
        return std::nullopt;
    return FreeForm{*kind, json[u"text"_s].toString(), json[u"file_name"_s].toString(),
                    json[u"in_reply_to"_s].toString()};
}

bool takesFile(const DirectMessage &message)
{
    return message.freeForm ? message.freeForm->hasFile() : message.messageTemplate.needsHeaderMedia();
}

QString toJson(const DirectMessage &message)
{
    QJsonObject content{
        {u"header_media"_s, takesFile(message) ? message.headerMedia.value : QString{}}
    };
    if (message.freeForm) {
        content[u"free_form"_s] = toJson(*message.freeForm);
    } else {
        content[u"template"_s] = toJson(message.messageTemplate);
        content[u"variables"_s] = toJson(message.variables);
    }
    return QString::fromUtf8(QJsonDocument{content}.toJson(QJsonDocument::Compact));
}

DirectMessage messageFrom(const DirectRow &row)
{
    const QJsonObject content = QJsonDocument::fromJson(row.content.toUtf8()).object();
    return {row.account,
            row.campaign,
            row.phone,
            templateFromJson(content[u"template"_s].toString()),
            mapFromJson(content[u"variables"_s].toString()),
            HeaderMedia::fromText(content[u"header_media"_s].toString()),
            freeFormFrom(content[u"free_form"_s])};
}

Error optedOutError()
{
    return {
        ErrorKind::Refused,
        Words::tr("Nobody may write to this number: the person opted out, or is on the suppression list."),
        u"opted_out"_s,
        {}};
}

Error windowClosedError()
{
    return {
        ErrorKind::Refused,
        Words::tr("The person has not written for 24 hours: until they write again, Meta takes nothing but "
                  "approved templates."),
        u"window_closed"_s,
        {}};
}

/// Until when a message may wait: for what goes to the same person before it too, where that has a file.
Result<UtcTime> expiryOf(Database &database, const DirectMessage &message, UtcTime now)
{
    const Result<qint64> released =
        firstInteger(database, uR"(SELECT coalesce(max(expires_at), 0) FROM direct_message
                WHERE state IN ('waiting', 'sending') AND state = 'waiting' AND phone = ?
                    AND asked_at <= ? AND json_extract(content, '$.header_media') <> '')"_s,
                     {message.to.e164(), toMilliseconds(now + kClockMayDiffer)});
    if (!released)
        return released.error();
    return std::max(now, fromMilliseconds(*released)) + patienceWith(message);
}

Error marketingHeldError(UtcTime until)
{
    return {ErrorKind::Refused,
            Words::tr("WhatsApp holds marketing back from this person, who gets many offers, until %1. Who "
                      "tries before is held back longer. Another kind of template goes out, and so does any "
                      "answer once the person writes.")
                .arg(QLocale{}.toString(toDateTime(until).toLocalTime(), QLocale::ShortFormat)),
            u"marketing_held"_s, toIsoText(until)};
}

/// WhatsApp counts marketing that it held back against who tries again within a day, as for campaigns.
Result<std::optional<Error>> objectionToMarketing(Database &database, const DirectMessage &message,
                                                  UtcTime now)
{
    const Result<std::optional<UtcTime>> heldUntil = marketingHeldUntil(database, message.to, now);
    if (!heldUntil)
        return heldUntil.error();
    if (!*heldUntil)
        return std::optional<Error>{};
    const Result<bool> isOpen = isServiceWindowOpen(database, message.account, message.to, now);
    if (!isOpen)
        return isOpen.error();
    return *isOpen ? std::optional<Error>{} : std::optional{marketingHeldError(**heldUntil)};
}

Result<std::optional<Error>> objectionToFreeForm(Database &database, const DirectMessage &message,
                                                 UtcTime now)
{
    const Result<bool> isOpen =
        isServiceWindowOpen(database, message.account, message.to, now, kServiceWindow);
    if (!isOpen)
        return isOpen.error();
    return *isOpen ? std::optional<Error>{} : std::optional{windowClosedError()};
}

/// Why a message may not be sent now; nothing where it may.
Result<std::optional<Error>> objection(Database &database, const DirectMessage &message, UtcTime now)
{
    const Result<bool> isKeptOut = isSuppressed(database, message.to);
    if (!isKeptOut)
        return isKeptOut.error();
    if (*isKeptOut)
        return std::optional{optedOutError()};
    if (message.freeForm)
        return objectionToFreeForm(database, message, now);
    return message.messageTemplate.isMarketing() ? objectionToMarketing(database, message, now)
                                                 : std::optional<Error>{};
}

/// What the conversation shows of a message.
AnswerText answerTextOf(const DirectMessage &message)
{
    if (message.freeForm)
        return {toWord(message.freeForm->kind), message.freeForm->text, message.freeForm->inReplyTo};
    const RenderedMessage rendered = message.messageTemplate.rendered(message.variables);
    QStringList parts{rendered.headerText(), rendered.bodyText(), rendered.footer};
    parts.removeAll(QString{});
    return {u"template"_s, parts.join(u'\n'), {}};
}

/// The file that goes with an answer, where the conversation shows it.
Result<> showFile(Database &database, DirectMessageId id, const DirectMessage &message)
{
    if (!message.freeForm || !message.freeForm->hasFile())
        return Done{};
    const QFileInfo file{message.headerMedia.value};
    const Result<int> shown =
        execute(database, uR"(INSERT INTO media (message_id, mime_type, name, state, file, size)
                SELECT id, '', ?, 'kept', ?, ? FROM message WHERE direct_id = ?)"_s,
                {message.freeForm->fileName, file.fileName(), file.size(), id.value});
    if (!shown)
        return shown.error();
    return run(database, u"DELETE FROM media_left WHERE file = ?"_s, {file.fileName()});
}

QString toWord(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Network: return u"network"_s;
    case ErrorKind::BadInput: return u"bad_input"_s;
    case ErrorKind::Internal:
    case ErrorKind::Usage:
    case ErrorKind::NotFound:
    case ErrorKind::Refused:
    case ErrorKind::Busy:
    case ErrorKind::Storage: return u"refused"_s;
    }
    Q_UNREACHABLE();
}

ErrorKind errorKindFromWord(const QString &word)
{
    for (const ErrorKind kind : {ErrorKind::Network, ErrorKind::BadInput}) {
        if (toWord(kind) == word)
            return kind;
    }
    return ErrorKind::Refused;
}

/// The times of a request that must not be sent any more; also one from the future, after somebody has set
/// the clock back.
bool isOver(UtcTime askedAt, UtcTime expiresAt, UtcTime now)
{
    return now >= expiresAt || now + kClockMayDiffer < askedAt;
}

Result<> decline(Database &database, DirectRow &row, const Error &why, UtcTime now)
{
    row.errorKind = toWord(why.kind);
    row.errorCode = why.code;
    row.errorMessage = why.message;
    row.details = why.detail;
    const Result<bool> done = carryOut(database, row, DirectMessageEvent::Decline, now);
    if (!done)
        return done.error();
    return Done{};
}

Result<> tellCampaign(Database &database, const DirectRow &row, const QString &what, UtcTime now)
{
    return row.campaign ? noteActivity(database, *row.campaign, what, now) : Result<>{Done{}};
}

Result<> expire(Database &database, DirectRow &row, UtcTime now)
{
    const Result<bool> done = carryOut(database, row, DirectMessageEvent::Expire, now);
    if (!done)
        return done.error();
    return tellCampaign(database, row,
                        Words::tr("A test message was not sent: nobody took it up in time, and whoever "
                                  "asked for it no longer waits."),
                        now);
}

/// Writes an answer into a row; what it makes of the message.
DirectMessageEvent noteOutcome(DirectRow &row, const SendOutcome &outcome)
{
    row.errorCode.clear();
    row.errorSubcode = 0;
    if (const auto *accepted = std::get_if<Accepted>(&outcome)) {
        row.messageId = accepted->messageId;
        row.details = accepted->messageStatus;
        return DirectMessageEvent::Accept;
    }
    if (const auto *refused = std::get_if<Refused>(&outcome)) {
        row.errorCode = QString::number(refused->code);
        row.errorSubcode = refused->subcode;
        row.details = refused->details;
        return DirectMessageEvent::Refuse;
    }
    if (const auto *notSent = std::get_if<NotSent>(&outcome)) {
        row.details = notSent->why;
        return DirectMessageEvent::ProveUnsent;
    }
    row.details = std::get<Unknown>(outcome).why;
    return DirectMessageEvent::LoseAnswer;
}

DirectReport reportFrom(const DirectRow &row)
{
    DirectReport report;
    report.state = row.state;
    report.patience = std::chrono::duration_cast<std::chrono::milliseconds>(row.expiresAt - row.askedAt);
    switch (row.state) {
    case DirectMessageState::Waiting:
    case DirectMessageState::Sending:
    case DirectMessageState::Withdrawn:
    case DirectMessageState::Expired: break;
    case DirectMessageState::Accepted: report.outcome = Accepted{row.messageId, row.details, {}}; break;
    case DirectMessageState::Refused:
    case DirectMessageState::Failed:
        report.outcome =
            Refused{.code = row.errorCode.toInt(), .subcode = row.errorSubcode, .details = row.details};
        break;
    case DirectMessageState::NotSent: report.outcome = NotSent{row.details}; break;
    case DirectMessageState::Unconfirmed: report.outcome = Unknown{row.details}; break;
    case DirectMessageState::Declined:
        report.declined =
            Error{errorKindFromWord(row.errorKind), row.errorMessage, row.errorCode, row.details};
        break;
    }
    return report;
}

} // namespace

Result<DirectMessageId> DirectMessageStore::ask(const DirectMessage &message, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<DirectMessageId> {
        const Result<std::optional<Error>> refusal = objection(m_database, message, now);
        if (!refusal || *refusal)
            return refusal ? **refusal : refusal.error();
        const Result<UtcTime> expiry = expiryOf(m_database, message, now);
        if (!expiry)
            return expiry.error();
        const Result<qint64> id = insert(
            m_database, uR"(INSERT INTO direct_message (attempt_id, account_id, campaign_id, phone, region,
                               content, asked_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?))"_s,
            {makeAttemptId().value, message.account.value,
             message.campaign ? QVariant{message.campaign->value} : QVariant{}, message.to.e164(),
             billingRegion(message.to.e164(), message.region), toJson(message), toMilliseconds(now),
             toMilliseconds(*expiry)});
        if (!id)
            return id.error();
        const DirectMessageId asked{*id};
        if (!message.isAnswer)
            return asked;
        if (const Result<> shown = showInConversation(m_database, asked, answerTextOf(message), now); !shown)
            return shown.error();
        if (const Result<> shown = showFile(m_database, asked, message); !shown)
            return shown.error();
        const Result<> ended = endDraft(m_database, asked, message.draft);
        return ended ? Result<DirectMessageId>{asked} : ended.error();
    });
}

Result<bool> DirectMessageStore::withdraw(DirectMessageId id, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<bool> {
        Result<std::optional<DirectRow>> row = findDirect(m_database, id);
        if (!row)
            return row.error();
        return *row ? carryOut(m_database, **row, DirectMessageEvent::Withdraw, now) : Result<bool>{false};
    });
}

Result<DirectReport> DirectMessageStore::report(DirectMessageId id)
{
    const Result<std::optional<DirectRow>> row = findDirect(m_database, id);
    if (!row)
        return row.error();
    if (!*row)
        return Error{ErrorKind::NotFound, Words::tr("There is no such message."), u"no_message"_s, {}};
    return reportFrom(**row);
}

Result<std::vector<WaitingDirect>> DirectMessageStore::waitingDirects(UtcTime now)
{
    std::vector<WaitingDirect> waiting;
    const Result<> read =
        forEachRow(m_database, uR"(SELECT id, account_id, phone, content, asked_at, expires_at
                        FROM direct_message
                        WHERE state IN ('waiting', 'sending') AND state = 'waiting' ORDER BY id)"_s,
                   {}, [&](const Row &row) {
                       const QJsonObject content = QJsonDocument::fromJson(row.text(3).toUtf8()).object();
                       waiting.push_back({{row.integer(0)},
                                          {row.integer(1)},
                                          PhoneNumber::fromE164(row.text(2)).value_or(PhoneNumber{}),
                                          HeaderMedia::fromText(content[u"header_media"_s].toString()),
                                          isOver(row.time(4), row.time(5), now)});
                   });
    if (!read)
        return read.error();
    return waiting;
}

Result<std::optional<DirectClaim>> DirectMessageStore::claimDirect(DirectMessageId id, UtcTime now)
{
    qint64 claims = 0;
    Result<std::optional<DirectClaim>> made =
        inTransaction(m_database, [&]() -> Result<std::optional<DirectClaim>> {
            if (const Result<> inPlace = m_database.requireInPlace(); !inPlace)
                return inPlace.error();
            const auto nothing = [](const Result<> &done) -> Result<std::optional<DirectClaim>> {
                if (!done)
                    return done.error();
                return std::optional<DirectClaim>{};
            };
            Result<std::optional<DirectRow>> found = findDirect(m_database, id);
            if (!found)
                return found.error();
            if (!*found || (*found)->state != DirectMessageState::Waiting)
                return nothing(Done{});
            DirectRow &row = **found;
            if (isOver(row.askedAt, row.expiresAt, now))
                return nothing(expire(m_database, row, now));
            DirectClaim claim{row.id, row.attempt, messageFrom(row)};
            const Result<std::optional<Error>> refusal = objection(m_database, claim.message, now);
            if (!refusal)
                return refusal.error();
            if (*refusal)
                return nothing(decline(m_database, row, **refusal, now));
            const Result<bool> claimed = carryOut(m_database, row, DirectMessageEvent::Claim, now);
            if (!claimed)
                return claimed.error();
            const Result<qint64> counted = countClaim(m_database);
            if (!counted)
                return counted.error();
            claims = *counted;
            return std::optional{std::move(claim)};
        });
    if (made && claims > 0 && m_claimed)
        m_claimed(claims);
    return made;
}

Result<> DirectMessageStore::declineDirect(DirectMessageId id, const Error &why, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<> {
        Result<std::optional<DirectRow>> row = findDirect(m_database, id);
        if (!row)
            return row.error();
        return *row ? decline(m_database, **row, why, now) : Result<>{Done{}};
    });
}

Result<> DirectMessageStore::settleDirect(const DirectSettlement &settlement)
{
    return inTransaction(m_database, [&]() -> Result<> {
        Result<std::optional<DirectRow>> found = findDirect(m_database, settlement.id);
        if (!found)
            return found.error();
        if (!*found)
            return Done{}; // its number was removed meanwhile
        DirectRow &row = **found;
        const DirectMessageEvent event = noteOutcome(row, settlement.outcome);
        if (const auto *refused = std::get_if<Refused>(&settlement.outcome)) {
            const Result<> reacted = reactToRefusal(m_database, row.phone, refused->code, settlement.at);
            if (!reacted)
                return reacted.error();
        }
        const Result<bool> settled = carryOut(m_database, row, event, settlement.at);
        if (!settled)
            return settled.error();
        if (*settled && event == DirectMessageEvent::Accept)
            return applyWaitingToDirect(m_database, row.messageId, settlement.at);
        return Done{};
    });
}

Result<int> DirectMessageStore::markDirectsInterrupted(UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<int> {
        std::vector<DirectMessageId> open;
        const Result<> read =
            forEachRow(m_database, uR"(SELECT id FROM direct_message
                           WHERE state IN ('waiting', 'sending') AND state = 'sending')"_s,
                       {}, [&](const Row &row) { open.push_back(DirectMessageId{row.integer(0)}); });
        if (!read)
            return read.error();
        for (const DirectMessageId id : open) {
            Result<std::optional<DirectRow>> row = findDirect(m_database, id);
            if (!row)
                return row.error();
            (*row)->details = Words::tr("The program stopped while this message was on its way.");
            const Result<bool> marked = carryOut(m_database, **row, DirectMessageEvent::LoseAnswer, now);
            if (!marked)
                return marked.error();
            const Result<> told =
                tellCampaign(m_database, **row,
                             Words::tr("The program had stopped while a test message was on its way. It may "
                                       "or may not have gone out; it is not sent again."),
                             now);
            if (!told)
                return told.error();
        }
        return static_cast<int>(open.size());
    });
}
