#include "storage/erasedsenders.h"

#include "domain/whatsappnumber.h"
#include "storage/erasure.h"
#include "storage/inboundmessages.h"
#include "storage/personhistory.h"
#include "storage/sql.h"
#include "storage/suppressions.h"

using namespace Qt::StringLiterals;

Result<> ErasedSenders::letIn(const QString &userId)
{
    if (userId.isEmpty())
        return Done{};
    const Result<bool> lifted = m_erased.removeUserId(userId);
    return lifted ? Result<>{Done{}} : lifted.error();
}

Result<> ErasedSenders::heedOthers(const InboundMessageEvent &event)
{
    const Result<bool> isStop = m_inbound.isOptOut(event);
    if (!isStop)
        return isStop.error();
    return *isStop ? heedOthersStop(event.fromPhone, QString::fromLatin1(kSuppressedByReply), event.at)
                   : Done{};
}

Result<> ErasedSenders::heedOthers(const PreferenceEvent &event)
{
    return event.isStop ? heedOthersStop(event.phone, QString::fromLatin1(kSuppressedByWhatsApp), event.at)
                        : Done{};
}

Result<bool> ErasedSenders::isErased(const QString &phone, const QString &userId)
{
    const std::optional<PhoneNumber> person = PhoneNumber::fromE164(phone);
    for (const PhoneNumber &spelling : spellingsOnWhatsApp(person.value_or(PhoneNumber{}))) {
        const Result<bool> isErased = m_erased.contains(spelling);
        if (!isErased || *isErased)
            return isErased;
    }
    const Result<bool> isNamed = userId.isEmpty() ? Result<bool>{false} : m_erased.containsUserId(userId);
    if (!isNamed || !*isNamed)
        return isNamed;
    const Result<bool> isLetIn = isLetInSince(phone, person ? QString{} : userId, userId);
    if (!isLetIn)
        return isLetIn;
    return !*isLetIn;
}

Result<bool> ErasedSenders::isErasedAfter(const PersonChangeEvent &event)
{
    const Result<bool> byNumber = isErased(event.newPhone, {});
    if (!byNumber || *byNumber)
        return byNumber;
    return isErased(event.oldPhone, event.newUserId);
}

Result<bool> ErasedSenders::isTapOfErased(const InboundMessageEvent &event)
{
    const Result<bool> isTap = m_inbound.isTapOfErased(event);
    if (!isTap || !*isTap)
        return isTap;
    const Result<bool> isLetIn = isInBook(event.fromPhone, {});
    return isLetIn ? Result<bool>{!*isLetIn} : isLetIn;
}

Result<> ErasedSenders::eraseAlso(const PersonChangeEvent &event)
{
    const Result<bool> isContact = isInBook(event.newPhone, event.newUserId);
    if (!isContact || *isContact)
        return isContact ? Result<>{Done{}} : isContact.error();
    PeopleToErase people{{}, {}, TraceScope::Strangers};
    if (const std::optional<PhoneNumber> phone = PhoneNumber::fromE164(event.newPhone)) {
        const PhoneNumber entered = spellingsOnWhatsApp(*phone).front();
        const Result<bool> isKnown = m_erased.contains(entered);
        if (!isKnown)
            return isKnown.error();
        if (!*isKnown)
            people.phones.push_back(entered);
    }
    const Result<bool> isNamed = m_erased.containsUserId(event.newUserId);
    if (!isNamed)
        return isNamed.error();
    if (!*isNamed && !event.newUserId.isEmpty())
        people.userIds.insert(event.newUserId);
    if (people.phones.empty() && people.userIds.isEmpty())
        return Done{};
    // For a moment: since when they are there tells what is theirs.
    if (const Result<std::optional<KnownChange>> noted = noteChange(m_database, event); !noted)
        return noted.error();
    const Result<ErasedPeople> erased = Erasure{m_database}.eraseWithin(people, m_now);
    return erased ? Result<>{Done{}} : erased.error();
}

Result<bool> ErasedSenders::isOthersKnownChange(const PersonChangeEvent &told)
{
    PersonChangeEvent event = told;
    bool isAny = false;
    for (QString *text : {&event.oldPhone, &event.newPhone}) {
        const std::optional<PhoneNumber> phone = PhoneNumber::fromE164(*text);
        const Result<bool> isForgotten = phone ? isErased(*text, {}) : Result<bool>{false};
        if (!isForgotten)
            return isForgotten.error();
        if (!*isForgotten)
            continue;
        const Result<QString> mark = m_erased.markOf(*phone);
        if (!mark)
            return mark.error();
        *text = *mark;
        isAny = true;
    }
    return isAny ? isNoted(m_database, event) : Result<bool>{false};
}

Result<> ErasedSenders::heedOthersStop(const QString &told, const QString &source, UtcTime at)
{
    const std::optional<PhoneNumber> phone = PhoneNumber::fromE164(told);
    if (!phone)
        return Done{};
    const Result<bool> isForgotten = isErased(told, {});
    if (!isForgotten)
        return isForgotten.error();
    if (!*isForgotten) {
        const Result<bool> isContacts = isInBook(told, {});
        if (!isContacts || !*isContacts)
            return isContacts ? Result<>{Done{}} : isContacts.error();
        return suppress(m_database, *phone, source, at);
    }
    const Result<QString> mark = m_erased.markOf(*phone);
    if (!mark)
        return mark.error();
    const Result<Way> way = wayFrom(m_database, *mark, at);
    if (!way)
        return way.error();
    return way->left.empty() ? Result<>{Done{}} : suppress(m_database, way->phone, source, at);
}

Result<bool> ErasedSenders::isInBook(const QString &phone, const QString &userId)
{
    return isInBookSince(phone, userId, {});
}

Result<bool> ErasedSenders::isLetInSince(const QString &phone, const QString &userId,
                                         const QString &erasedName)
{
    const Result<std::optional<UtcTime>> erasedAt = m_erased.timeOfUserId(erasedName);
    if (!erasedAt)
        return erasedAt.error();
    return isInBookSince(phone, userId, erasedAt->value_or(UtcTime{}));
}

Result<bool> ErasedSenders::isInBookSince(const QString &phone, const QString &userId, UtcTime since)
{
    const QString decided = u"id > 0 AND max(created_at, coalesce(opted_in_at, 0)) >= ? AND "_s;
    const QVariantList spellings = bothSpellings(numberFrom(phone));
    const Result<qint64> found =
        firstInteger(m_database, u"SELECT count(*) FROM contact WHERE "_s + decided + u"phone IN (?, ?)"_s,
                     QVariantList{toMilliseconds(since)} + spellings);
    if (!found)
        return found.error();
    if (*found > 0)
        return true;
    const Result<qint64> named = firstInteger(
        m_database,
        u"SELECT count(*) FROM contact WHERE "_s + decided
            + u"id IN (SELECT contact_id FROM known_user_id WHERE user_id = ? AND user_id <> '')"_s,
        {toMilliseconds(since), userId});
    return named ? Result<bool>{*named > 0} : named.error();
}
