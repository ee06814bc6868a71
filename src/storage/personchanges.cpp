#include "storage/personchanges.h"

#include "domain/whatsappnumber.h"
#include "storage/inboundmessages.h"
#include "storage/personhistory.h"
#include "storage/sql.h"
#include "storage/suppressions.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(PersonChanges)
};

struct Known
{
    qint64 id = 0;
    PhoneNumber phone;
    QString userId;
};

Result<std::optional<Known>> findBy(Database &database, const QString &condition, const QString &value)
{
    return firstRow(database, u"SELECT id, phone, user_id FROM contact WHERE "_s + condition, {value},
                    [](const Row &row) {
                        return Known{row.integer(0),
                                     PhoneNumber::fromE164(row.text(1)).value_or(PhoneNumber{}), row.text(2)};
                    });
}

/// The contact of a number, however WhatsApp spells it.
Result<std::optional<Known>> findPhone(Database &database, const QString &phone)
{
    for (const PhoneNumber &spelling :
         spellingsOnWhatsApp(PhoneNumber::fromE164(phone).value_or(PhoneNumber{}))) {
        Result<std::optional<Known>> found = findBy(database, u"phone = ?"_s, spelling.e164());
        if (!found || *found)
            return found;
    }
    return std::optional<Known>{};
}

Result<std::optional<Known>> findPerson(Database &database, const PersonChangeEvent &event)
{
    if (!event.oldUserId.isEmpty()) {
        const QString named =
            u"id = (SELECT contact_id FROM known_user_id WHERE user_id = ? ORDER BY at DESC LIMIT 1)"_s;
        Result<std::optional<Known>> found = findBy(database, named, event.oldUserId);
        if (!found || *found)
            return found;
    }
    return findPhone(database, event.oldPhone);
}

Result<> run(Database &database, const QString &sql, const QVariantList &values)
{
    if (const Result<int> done = execute(database, sql, values); !done)
        return done.error();
    return Done{};
}

/// What was said from a number while the person had it is said by them.
Result<> carryMessages(Database &database, const Way &way)
{
    UtcTime since; // of the first number nobody knows it
    for (const Stay &stay : way.left) {
        const Result<> carried =
            run(database, u"UPDATE message SET phone = ? WHERE phone = ? AND at BETWEEN ? AND ?"_s,
                {way.phone.e164(), stay.phone.e164(), toMilliseconds(since), toMilliseconds(stay.until)});
        if (!carried)
            return carried;
        since = stay.until;
    }
    return Done{};
}

Result<> move(Database &database, const Known &person, const Way &way)
{
    const QString phone = way.phone.e164();
    const Result<> moved = run(database, u"UPDATE contact SET phone = ?, region = ? WHERE id = ?"_s,
                               {phone, way.region, person.id});
    if (!moved)
        return moved;
    // Nobody may be in a campaign twice: who is in it under the new number already stays as they are.
    return run(database, uR"(UPDATE OR IGNORE recipient SET phone = ?, region = ?
                    WHERE contact_id = ? AND status = 'pending')"_s,
               {phone, way.region, person.id});
}

/// Brings a contact to where its person went, by a change or by those that followed it.
Result<AppliedEvent> follow(Database &database, InboundMessages &inbound, const Known &person,
                            const KnownChange &change)
{
    const PersonChangeEvent &event = change.event;
    AppliedEvent applied{u"person"_s, false, Words::tr("It changed nothing."), 0, 0};
    const Result<std::optional<UtcTime>> arrived = lastArrivalAt(database, person.phone);
    if (!arrived)
        return arrived.error();
    const bool hasGoneOn = *arrived && **arrived > event.at; // they came to their present number later
    if (!hasGoneOn && event.oldPhone.isEmpty()) {
        if (const Result<> noted = noteLeft(database, change, person.phone); !noted)
            return noted.error();
    }
    Result<Way> way = wayFrom(database, *PhoneNumber::fromE164(event.newPhone), event.at);
    if (!way)
        return way.error();
    if (way->region.isEmpty())
        way->region = event.newRegion;
    way->left.insert(way->left.begin(), Stay{person.phone, event.at});
    if (hasGoneOn || way->phone == person.phone)
        return applied;

    // Also where the new number is another contact's: it is this person who reads there now.
    for (const PhoneNumber &spelling : spellingsOnWhatsApp(person.phone)) {
        if (const Result<> carried = carryStops(database, spelling, way->phone, event.at); !carried)
            return carried.error();
    }
    const Result<std::optional<Known>> holder = findPhone(database, way->phone.e164());
    if (!holder)
        return holder.error();
    if (*holder && (*holder)->id != person.id) {
        applied.why = Words::tr("The person's new number is another contact's; the two may be merged.");
        return applied;
    }
    if (const Result<> lifted = liftEarlierMerge(database, way->phone); !lifted)
        return lifted.error();
    if (const Result<> moved = move(database, person, *way); !moved)
        return moved.error();
    if (const Result<> told = tellContact(database, way->phone); !told)
        return told.error();
    if (const Result<> carried = carryMessages(database, *way); !carried)
        return carried.error();
    if (const Result<> taken = inbound.takeWaitingFrom(way->phone.e164(), event.at); !taken)
        return taken.error();
    applied.applied = true;
    applied.why = Words::tr("The person has a new number, and the contact follows.");
    return applied;
}

/// Everything a change says of the names that Meta has for somebody.
Result<bool> learnNames(InboundMessages &inbound, const Known &person, const PersonChangeEvent &event)
{
    if (event.newUserId.isEmpty())
        return false;
    const QString phone = person.phone.e164();
    // The one that was left is theirs too, but older than what took its place.
    const UtcTime before = event.at - std::chrono::milliseconds{1};
    if (const Result<> learned = inbound.learnUserId(phone, event.oldUserId, before); !learned)
        return learned.error();
    if (const Result<> learned = inbound.learnUserId(phone, event.newUserId, event.at); !learned)
        return learned.error();
    return event.newUserId != person.userId;
}

} // namespace

Result<AppliedEvent> applyPersonChange(Database &database, InboundMessages &inbound,
                                       const KnownChange &change)
{
    const PersonChangeEvent &event = change.event;
    const std::optional<PhoneNumber> left = PhoneNumber::fromE164(event.oldPhone);
    const std::optional<PhoneNumber> entered = PhoneNumber::fromE164(event.newPhone);
    if (left && entered) { // also of somebody who is in no contact book, but on the list
        for (const PhoneNumber &spelling : spellingsOnWhatsApp(*left)) {
            const Result<> carried =
                carryStops(database, spelling, spellingsOnWhatsApp(*entered).front(), event.at);
            if (!carried)
                return carried.error();
        }
    }
    const Result<std::optional<Known>> person = findPerson(database, event);
    if (!person)
        return person.error();
    if (!*person) {
        return AppliedEvent{u"person"_s, false,
                            Words::tr("This person is not in the contact book; the change was kept."), 0, 0};
    }
    const Result<bool> isNamedAnew = learnNames(inbound, **person, event);
    if (!isNamedAnew)
        return isNamedAnew.error();
    AppliedEvent applied{u"person"_s, *isNamedAnew,
                         Words::tr("WhatsApp calls this person something else now."), 0, 0};
    if (!entered)
        return applied;
    const Result<AppliedEvent> followed = follow(database, inbound, **person, change);
    if (!followed)
        return followed;
    if (!followed->applied && applied.applied)
        return applied;
    return followed;
}

Result<> writeToPresentNumbers(Database &database, CampaignId campaign)
{
    return run(database, uR"(UPDATE OR IGNORE recipient SET phone = now.phone, region = now.region
                    FROM (SELECT DISTINCT c.id, c.phone, c.region FROM person_change p
                          JOIN contact c ON c.phone = p.new_phone WHERE p.new_phone <> '') now
                    WHERE recipient.contact_id = now.id AND recipient.campaign_id = ?
                          AND recipient.status = 'pending')"_s,
               {campaign.value});
}
