#include "storage/deliverystore.h"

#include "domain/whatsappnumber.h"
#include "storage/accountchanges.h"
#include "storage/campaigntally.h"
#include "storage/database.h"
#include "storage/deliveryapplication.h"
#include "storage/directmessages.h"
#include "storage/erasedsenders.h"
#include "storage/inboundmessages.h"
#include "storage/leftoutevents.h"
#include "storage/personchanges.h"
#include "storage/personhistory.h"
#include "storage/relayplace.h"
#include "storage/sql.h"
#include "storage/suppressions.h"
#include "storage/templatechanges.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Delivery)
};

// What became of an event, in its row.
constexpr QLatin1StringView kApplied{"applied"};
constexpr QLatin1StringView kIgnored{"ignored"};
constexpr QLatin1StringView kWaiting{"waiting"}; // for the message or person it is about

QLatin1StringView stateOf(const AppliedEvent &event)
{
    return event.applied ? kApplied : kIgnored;
}

/// Applies the events of one body, inside a transaction.
class BodyApplication
{
public:
    BodyApplication(Database &database, const QByteArray &body, UtcTime now)
        : m_database{database}
        , m_tally{database}
        , m_inbound{database, m_tally}
        , m_changes{database, m_tally, m_inbound}
        , m_erased{database, m_inbound, now}
        , m_leftOut{database}
        , m_body{body}
        , m_now{now}
    {
    }

    Result<AppliedEvent> apply(const DeliveryEvent &event)
    {
        Result<AppliedEvent> applied = std::visit([this](const auto &one) { return applyOwn(one); }, event);
        if (applied) {
            if (const Result<> followed = m_changes.followLearnedNames(); !followed)
                return followed.error();
        }
        return applied;
    }

    /// Also called when every event was applied: a body without any is kept all the same.
    Result<> finish(bool hasEvents)
    {
        if (!hasEvents) {
            if (const Result<qint64> post = storedPost(); !post)
                return post.error();
        }
        const Result<bool> namesErased = m_erased.areIn(m_body); // also where we understand nothing of it
        if (!namesErased)
            return namesErased.error();
        if ((m_isBodyPrivate || *namesErased) && m_post > 0) {
            const Result<int> emptied =
                execute(m_database, u"UPDATE webhook_post SET body = x'' WHERE id = ?"_s, {m_post});
            if (!emptied)
                return emptied.error();
        }
        return m_tally.store();
    }

private:
    /// What is about a number of somebody else is theirs: nothing of it is kept here.
    template <typename Event>
    Result<AppliedEvent> applyOwn(const Event &event)
    {
        if constexpr (requires { event.phoneNumberId; }) {
            Result<bool> isOurs = m_leftOut.isOwn(event.phoneNumberId);
            if constexpr (std::is_same_v<Event, MessageStatusEvent>) {
                if (isOurs && !*isOurs)
                    isOurs = m_leftOut.isOfOwnMessage(event.messageId, event.attemptId);
            }
            if (!isOurs)
                return isOurs.error();
            if (!*isOurs)
                return leaveToOther(event.phoneNumberId);
        }
        return applyOne(event);
    }

    Result<AppliedEvent> leaveToOther(const QString &phoneNumberId)
    {
        m_isBodyPrivate = true;
        if (const Result<> noted = m_leftOut.noteOther(phoneNumberId, m_now); !noted)
            return noted.error();
        return AppliedEvent{
            u"other"_s, false,
            Words::tr("Of another number, which this workspace does not have: %1").arg(phoneNumberId), 0, 0};
    }

    Result<AppliedEvent> applyOne(const MessageStatusEvent &event)
    {
        const Result<qint64> known =
            firstInteger(m_database, uR"(SELECT count(*) FROM delivery_event
                WHERE message_id = ? AND message_id <> '' AND word = ? AND at = ? AND kind = 'status')"_s,
                         {event.messageId, event.statusWord, toMilliseconds(event.at)});
        if (!known)
            return known.error();
        if (*known > 0)
            return duplicate(u"status"_s);

        Result<std::optional<AttemptRow>> attempt = findAttemptOfMessage(m_database, event.messageId);
        if (attempt && !*attempt && !event.attemptId.isEmpty())
            attempt = findAttempt(m_database, {event.attemptId});
        if (!attempt)
            return attempt.error();
        AppliedEvent applied{u"status"_s, false,
                             Words::tr("The message is not known yet; the event was kept."), 0,
                             event.status == DeliveryStatus::Failed ? event.errorCode : 0};
        QLatin1StringView state = kWaiting;
        const Result<bool> isPrivate = isOfErased(event, *attempt);
        if (!isPrivate)
            return isPrivate.error();
        m_isBodyPrivate = m_isBodyPrivate || *isPrivate;
        if (*attempt) {
            const Result<AppliedEvent> done = applyStatus(m_database, m_tally, **attempt, event);
            if (!done)
                return done.error();
            applied = *done;
            state = stateOf(applied);
            if ((*attempt)->messageId.isEmpty()) { // only now is it known whose message this is
                if (const Result<> earlier = applyWaiting(m_database, m_tally, event.messageId); !earlier)
                    return earlier.error();
                if (const Result<> earlier = m_inbound.takeWaiting(event.messageId); !earlier)
                    return earlier.error();
            }
            if (const Result<> learned = learnName(event, (*attempt)->recipient.id); !learned)
                return learned.error();
        } else {
            const Result<std::optional<AppliedEvent>> done = applyToDirect(m_database, event, m_now);
            if (!done)
                return done.error();
            if (*done) {
                applied = **done;
                state = stateOf(applied);
            }
        }
        if (const Result<> stored = storeStatus(event, state, *isPrivate); !stored)
            return stored.error();
        return applied;
    }

    Result<AppliedEvent> applyOne(const InboundMessageEvent &event)
    {
        const Result<qint64> known = firstInteger(
            m_database, u"SELECT count(*) FROM message WHERE message_id = ?"_s, {event.messageId});
        if (!known)
            return known.error();
        if (*known > 0)
            return duplicate(u"message"_s);

        const Result<bool> isForgotten = m_erased.isErased(event.fromPhone, event.fromUserId);
        if (!isForgotten)
            return isForgotten.error();
        const Result<bool> isTap = *isForgotten ? isForgotten : m_erased.isTapOfErased(event);
        if (!isTap)
            return isTap.error();
        if (*isTap) {
            if (const Result<> heeded = m_erased.heedOthers(event); !heeded)
                return heeded.error();
            return forgetAtOnce(u"message"_s, event.type, event.at);
        }
        if (const Result<> letIn = m_erased.letIn(event.fromUserId); !letIn)
            return letIn.error();
        const Result<AppliedEvent> applied = m_inbound.take(event);
        if (!applied)
            return applied.error();
        if (const Result<> stored =
                storeOther(applied->kind, event.messageId, event.type, event.at, kApplied);
            !stored)
            return stored.error();
        return *applied;
    }

    Result<AppliedEvent> applyOne(const PreferenceEvent &event)
    {
        const QString word = event.isStop ? u"stop"_s : u"resume"_s;
        const Result<bool> isForgotten = m_erased.isErased(event.phone, event.userId);
        if (!isForgotten)
            return isForgotten.error();
        if (*isForgotten) {
            if (const Result<> heeded = m_erased.heedOthers(event); !heeded)
                return heeded.error();
            return forgetAtOnce(u"preference"_s, word, event.at);
        }
        if (const Result<> letIn = m_erased.letIn(event.userId); !letIn)
            return letIn.error();
        const std::optional<PhoneNumber> toldPhone = PhoneNumber::fromE164(event.phone);
        const QString who = toldPhone ? spellingsOnWhatsApp(*toldPhone).front().e164() : event.userId;
        const Result<bool> isKnown = isToldAgain(u"preference"_s, who, word, event.at);
        if (!isKnown)
            return isKnown.error();
        if (*isKnown)
            return duplicate(u"preference"_s);
        const Result<QString> phone = m_inbound.phoneOf(event.phone, event.userId, event.at);
        if (!phone)
            return phone.error();
        const std::optional<PhoneNumber> person = PhoneNumber::fromE164(*phone);
        AppliedEvent applied{u"preference"_s, person.has_value(), {}, 0, 0};
        if (!person) {
            applied.why =
                Words::tr("The person's number is not known yet; what they told WhatsApp was kept.");
            if (const Result<> stored = storeOther(applied.kind, who, word, event.at, kWaiting); !stored)
                return stored.error();
            return applied;
        }
        std::vector<PhoneNumber> numbers{*person};
        if (toldPhone) // they may have left it
            numbers.push_back(spellingsOnWhatsApp(*toldPhone).front());
        bool counts = false;
        if (!event.isStop) { // said from where they were then, which was somebody else's elsewhere
            Result<std::optional<PhoneNumber>> then = event.userId.isEmpty()
                ? Result<std::optional<PhoneNumber>>{std::nullopt} // by whoever had the number that is told
                : numberAt(m_database, *person, event.at);
            if (!then)
                return then.error();
            if (*then && toldPhone && !bothSpellings(*toldPhone).contains((*then)->e164()))
                then->reset(); // in doubt whose word it is: nobody is written to because of it
            if (*then)
                numbers.front() = **then;
            else
                numbers.erase(numbers.begin());
        }
        for (const PhoneNumber &number : numbers) {
            const Result<bool> noted = event.isStop ? noteStop(m_database, number, event.at)
                                                    : noteResume(m_database, number, event.at);
            if (!noted)
                return noted.error();
            counts = counts || *noted;
        }
        applied.applied = counts;
        applied.why = !counts ? Words::tr("It changed nothing.")
            : event.isStop    ? Words::tr("The person opted out.")
                              : Words::tr("The person opted in again.");
        if (const Result<> stored = storeOther(applied.kind, who, word, event.at, stateOf(applied)); !stored)
            return stored.error();
        return applied;
    }

    Result<AppliedEvent> applyOne(const TemplateEvent &event)
    {
        const QString subject = u"%1/%2/%3"_s.arg(event.wabaId, event.name, event.language);
        const QString word =
            QStringList{event.field, event.status, event.category, event.futureCategory, event.quality}.join(
                u'/');
        const Result<bool> isKnown = isToldAgain(u"template"_s, subject, word, event.at);
        if (!isKnown)
            return isKnown.error();
        if (*isKnown)
            return duplicate(u"template"_s);
        const Result<bool> isOld = isOvertaken(u"template"_s, subject, event.field, event.at);
        if (!isOld)
            return isOld.error();
        if (*isOld) {
            if (const Result<> stored = storeOther(u"template"_s, subject, word, event.at, kIgnored); !stored)
                return stored.error();
            return AppliedEvent{u"template"_s, false, Words::tr("Something later is known already."), 0, 0};
        }
        const Result<AppliedEvent> applied = applyTemplateEvent(m_database, event, m_now);
        if (!applied)
            return applied.error();
        if (const Result<> stored = storeOther(applied->kind, subject, word, event.at, stateOf(*applied));
            !stored)
            return stored.error();
        return *applied;
    }

    Result<AppliedEvent> applyOne(const PersonChangeEvent &event)
    {
        const QString word = event.newPhone.isEmpty() ? u"user_id"_s : u"number"_s;
        const Result<bool> isKnown = m_erased.isOthersKnownChange(event);
        if (!isKnown)
            return isKnown.error();
        if (*isKnown) {
            m_isBodyPrivate = true;
            return duplicate(u"person"_s);
        }
        const Result<bool> isForgotten = m_erased.isErased(event.oldPhone, event.oldUserId);
        if (!isForgotten)
            return isForgotten.error();
        if (*isForgotten) { // they are nobody's under the new number either
            if (const Result<> forgotten = m_erased.eraseAlso(event); !forgotten)
                return forgotten.error();
            return forgetAtOnce(u"person"_s, word, event.at);
        }
        const Result<bool> leadsToErased = m_erased.isErasedAfter(event);
        if (!leadsToErased)
            return leadsToErased.error();
        if (*leadsToErased) {
            if (const Result<> left = m_changes.leaveNumber(event); !left)
                return left.error();
            return forgetAtOnce(u"person"_s, word, event.at);
        }
        for (const QString &name : {event.oldUserId, event.newUserId}) {
            if (const Result<> letIn = m_erased.letIn(name); !letIn)
                return letIn.error();
        }
        const Result<std::optional<KnownChange>> change = noteChange(m_database, event);
        if (!change)
            return change.error();
        if (!*change)
            return duplicate(u"person"_s);
        const Result<AppliedEvent> applied = m_changes.apply(**change);
        if (!applied)
            return applied.error();
        if (const Result<> stored = storeOther(applied->kind, {}, word, event.at, stateOf(*applied)); !stored)
            return stored.error();
        return *applied;
    }

    Result<AppliedEvent> applyOne(const AccountEvent &told)
    {
        // All numbers of an account share its messaging limit, whichever field tells it.
        const QString limits = u"limit"_s;
        const QString word = QStringList{told.messagingLimit ? limits : u"other"_s, told.field,
                                         told.displayPhone, told.summary}
                                 .join(u'/');
        const Result<bool> isKnown = isToldAgain(u"account"_s, told.wabaId, word, told.at);
        if (!isKnown)
            return isKnown.error();
        if (*isKnown)
            return duplicate(u"account"_s);
        AccountEvent event = told;
        const Result<bool> isOld = isOvertaken(u"account"_s, told.wabaId, limits, told.at);
        if (!isOld)
            return isOld.error();
        if (*isOld)
            event.messagingLimit.reset();
        const Result<AppliedEvent> applied = applyAccountEvent(m_database, event, m_now);
        if (!applied)
            return applied.error();
        if (const Result<> stored = storeOther(applied->kind, told.wabaId, word, told.at, stateOf(*applied));
            !stored)
            return stored.error();
        return *applied;
    }

    /// Meta tells things again for days.
    Result<bool> isToldAgain(const QString &kind, const QString &subject, const QString &word, UtcTime at)
    {
        return isAny(u"kind = ? AND message_id = ? AND message_id <> '' AND word = ? AND at = ?"_s,
                     {kind, subject, word, toMilliseconds(at)});
    }

    /// And not in order: whether something later of this kind, whose word begins so, is known.
    Result<bool> isOvertaken(const QString &kind, const QString &subject, const QString &field, UtcTime at)
    {
        return isAny(u"kind = ? AND message_id = ? AND message_id <> '' AND word LIKE ? AND at > ?"_s,
                     {kind, subject, QString{field + u"/%"_s}, toMilliseconds(at)});
    }

    Result<bool> isAny(const QString &condition, const QVariantList &values)
    {
        const Result<qint64> any = firstInteger(
            m_database, u"SELECT EXISTS (SELECT 1 FROM delivery_event WHERE %1)"_s.arg(condition), values);
        if (!any)
            return any.error();
        return *any > 0;
    }

    Result<AppliedEvent> applyOne(const OtherEvent &event)
    {
        if (const Result<> stored = storeOther(u"other"_s, {}, event.field, event.at, kIgnored); !stored)
            return stored.error();
        return AppliedEvent{u"other"_s, false, Words::tr("Kept, without effect: %1").arg(event.summary), 0,
                            0};
    }

    /// Unless it is that of somebody who was erased, and who has the number that we wrote to by now.
    Result<> learnName(const MessageStatusEvent &event, RecipientId recipient)
    {
        const Result<bool> isForgotten = m_erased.isErased(event.toPhone, event.toUserId);
        if (!isForgotten || *isForgotten)
            return isForgotten ? Result<>{Done{}} : isForgotten.error();
        if (const Result<> letIn = m_erased.letIn(event.toUserId); !letIn)
            return letIn;
        return m_inbound.learnUserIdOf(recipient, event.toUserId, event.at);
    }

    Result<bool> isOfErased(const MessageStatusEvent &event, const std::optional<AttemptRow> &attempt)
    {
        // Meta's own name for somebody counts only where the number is withheld.
        return attempt && attempt->isOfErased()
            ? Result<bool>{true}
            : m_erased.isErased(event.toPhone, event.toPhone.isEmpty() ? event.toUserId : QString{});
    }

    Result<AppliedEvent> forgetAtOnce(const QString &kind, const QString &word, UtcTime said)
    {
        m_isBodyPrivate = true;
        if (const Result<> stored = storeOther(kind, {}, word, said, kIgnored); !stored)
            return stored.error();
        return AppliedEvent{kind, false,
                            Words::tr("The person was erased; only a new opt-in lets them in again."), 0, 0};
    }

    static AppliedEvent duplicate(const QString &kind)
    {
        return {kind, false, Words::tr("It was known already."), 0, 0};
    }

    Result<> storeStatus(const MessageStatusEvent &event, QLatin1StringView state, bool isPrivate)
    {
        const Result<qint64> post = storedPost();
        if (!post)
            return post.error();
        const Result<qint64> stored = insert(
            m_database, uR"(INSERT INTO delivery_event (post_id, kind, message_id, attempt_id, word, step, at,
                           error_code, error_details, pricing_category, pricing_type, state)
                       VALUES (?, 'status', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s,
            {*post, isPrivate ? QString{} : event.messageId, event.attemptId, event.statusWord,
             event.status ? toWord(*event.status) : u""_s, toMilliseconds(event.at), event.errorCode,
             isPrivate ? QString{} : event.errorDetails, event.pricingCategory, event.pricingType,
             QString{state}});
        if (!stored)
            return stored.error();
        return Done{};
    }

    Result<> storeOther(const QString &kind, const QString &messageId, const QString &word, UtcTime at,
                        QLatin1StringView state)
    {
        const Result<qint64> post = storedPost();
        if (!post)
            return post.error();
        const Result<qint64> stored = insert(
            m_database,
            u"INSERT INTO delivery_event (post_id, kind, message_id, word, at, state) VALUES (?, ?, ?, ?, ?, ?)"_s,
            {*post, kind, messageId, word, toMilliseconds(at), QString{state}});
        if (!stored)
            return stored.error();
        return Done{};
    }

    /// Stores the body with its first new event: Meta repeats itself for days.
    Result<qint64> storedPost()
    {
        if (m_post == 0) {
            const Result<qint64> post =
                insert(m_database, u"INSERT INTO webhook_post (received_at, body) VALUES (?, ?)"_s,
                       {toMilliseconds(m_now), m_body.isNull() ? QByteArray{""} : m_body});
            if (!post)
                return post.error();
            m_post = *post;
        }
        return m_post;
    }

    Database &m_database;
    CampaignTally m_tally;
    InboundMessages m_inbound;
    PersonChanges m_changes;
    ErasedSenders m_erased;
    LeftOutEvents m_leftOut;
    QByteArray m_body;
    UtcTime m_now;
    qint64 m_post = 0;
    bool m_isBodyPrivate = false; ///< speaks of somebody who was erased: what it told is applied, not kept
};

/// Inside a transaction.
Result<std::vector<AppliedEvent>> applyBody(Database &database, const ArrivedBody &arrived)
{
    if (arrived.origin) {
        const Result<bool> isNew = takePlace(database, *arrived.origin);
        if (!isNew)
            return isNew.error();
        if (!*isNew)
            return std::vector<AppliedEvent>{};
    }
    BodyApplication body{database, arrived.raw, arrived.receivedAt};
    std::vector<AppliedEvent> applied;
    for (const DeliveryEvent &event : arrived.events) {
        Result<AppliedEvent> one = body.apply(event);
        if (!one)
            return one.error();
        applied.push_back(std::move(*one));
    }
    if (const Result<> finished = body.finish(!arrived.events.empty()); !finished)
        return finished.error();
    return applied;
}

} // namespace

Result<std::vector<AppliedEvent>> DeliveryStore::apply(const QByteArray &rawBody,
                                                       const std::vector<DeliveryEvent> &events, UtcTime now,
                                                       const std::optional<RelayOrigin> &origin)
{
    return inTransaction(m_database, [&] { return applyBody(m_database, {rawBody, events, now, origin}); });
}

Result<std::vector<std::vector<AppliedEvent>>> DeliveryStore::applyAll(const std::vector<ArrivedBody> &bodies)
{
    return inTransaction(m_database, [&]() -> Result<std::vector<std::vector<AppliedEvent>>> {
        std::vector<std::vector<AppliedEvent>> all;
        for (const ArrivedBody &body : bodies) {
            Result<std::vector<AppliedEvent>> applied = applyBody(m_database, body);
            if (!applied)
                return applied.error();
            all.push_back(*std::move(applied));
        }
        return all;
    });
}

Result<std::vector<AppliedEvent>> DeliveryStore::putAside(const QByteArray &rawBody, const Error &why,
                                                          UtcTime now,
                                                          const std::optional<RelayOrigin> &origin)
{
    return inTransaction(m_database, [&]() -> Result<std::vector<AppliedEvent>> {
        const Result<bool> isNew = origin ? takePlace(m_database, *origin) : Result<bool>{true};
        if (!isNew)
            return isNew.error();
        if (!*isNew)
            return std::vector<AppliedEvent>{};
        if (const Result<> noted = LeftOutEvents{m_database}.notePutAside(rawBody, why, now); !noted)
            return noted.error();
        return std::vector{
            AppliedEvent{u"put_aside"_s, false,
                         Words::tr("It cannot be stored, and was put aside: %1").arg(why.detail), 0, 0}
        };
    });
}

Result<std::vector<StoredMessage>> DeliveryStore::messages(const MessageQuery &query)
{
    std::vector<StoredMessage> messages;
    QString sql = uR"(SELECT m.id, m.direction, m.phone, m.user_id, m.type, m.text, m.at,
                             CASE m.direction WHEN 'in' THEN m.message_id ELSE coalesce(d.message_id, '') END,
                             m.in_reply_to, m.campaign_id, m.is_opt_out
                      FROM message m LEFT JOIN direct_message d ON d.id = m.direct_id WHERE m.id > ?)"_s;
    QVariantList values{query.after};
    if (!query.phone.isEmpty()) {
        sql += u" AND m.phone = ?"_s;
        values << query.phone;
    }
    if (query.campaign) {
        sql += u" AND m.campaign_id = ?"_s;
        values << query.campaign->value;
    }
    sql += u" ORDER BY m.id LIMIT ?"_s;
    values << (query.limit > 0 ? query.limit : -1);
    const Result<> read = forEachRow(m_database, sql, values, [&](const Row &row) {
        StoredMessage message;
        message.id = row.integer(0);
        message.isInbound = row.text(1) == "in"_L1;
        message.phone = row.text(2);
        message.userId = row.text(3);
        message.type = row.text(4);
        message.text = row.text(5);
        message.at = row.time(6);
        message.messageId = row.text(7);
        message.inReplyTo = row.text(8);
        if (!row.isNull(9))
            message.campaign = CampaignId{row.integer(9)};
        message.isOptOut = row.isTrue(10);
        messages.push_back(message);
    });
    if (!read)
        return read.error();
    return messages;
}

Result<std::optional<UtcTime>> DeliveryStore::lastArrival()
{
    return firstRow(m_database, u"SELECT received_at FROM webhook_post ORDER BY id DESC LIMIT 1"_s, {},
                    [](const Row &row) { return row.time(0); });
}
