#include "storage/personchanges.h"

#include "domain/whatsappnumber.h"
#include "storage/inboundmessages.h"
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
        Result<std::optional<Known>> found = findBy(database, u"user_id = ?"_s, event.oldUserId);
        if (!found || *found)
            return found;
    }
    return findPhone(database, event.oldPhone);
}

/// What keeps somebody from being written to holds for the new number as well.
Result<> carryStops(Database &database, const PhoneNumber &before, const PhoneNumber &after)
{
    const Result<std::optional<Stop>> stop = stopOf(database, before);
    if (!stop)
        return stop.error();
    if (*stop) {
        if (const Result<> carried = suppress(database, after, (*stop)->source, (*stop)->at); !carried)
            return carried;
    }
    return carryMarketingHold(database, before, after);
}

Result<> move(Database &database, const Known &person, const PhoneNumber &phone, const QString &region)
{
    for (const auto &[sql, values] : {
             std::pair<QString, QVariantList>{u"UPDATE contact SET phone = ?, region = ? WHERE id = ?"_s,
                                              {phone.e164(), region, person.id}                                                              },
 // Nobody may be in a campaign twice: who is in it under the new number already stays as they
  // are.
             {uR"(UPDATE OR IGNORE recipient SET phone = ?, region = ?
                  WHERE contact_id = ? AND status = 'pending')"_s,
                                              {phone.e164(), region, person.id}                                                              },
             {u"UPDATE message SET phone = ? WHERE phone = ?"_s,          {phone.e164(), person.phone.e164()}}
    }) {
        if (const Result<int> done = execute(database, sql, values); !done)
            return done.error();
    }
    return Done{};
}

} // namespace

Result<AppliedEvent> applyPersonChange(Database &database, InboundMessages &inbound,
                                       const PersonChangeEvent &event)
{
    AppliedEvent applied{u"person"_s, false, {}, 0, 0};
    const std::optional<PhoneNumber> told = PhoneNumber::fromE164(event.newPhone);
    const PhoneNumber phone = told ? spellingsOnWhatsApp(*told).front() : PhoneNumber{};

    const Result<std::optional<Known>> person = findPerson(database, event);
    if (!person)
        return person.error();
    const std::optional<PhoneNumber> before =
        *person ? std::optional{(*person)->phone} : PhoneNumber::fromE164(event.oldPhone);
    if (before && !phone.isEmpty()) {
        for (const PhoneNumber &spelling : spellingsOnWhatsApp(*before)) {
            if (const Result<> carried = carryStops(database, spelling, phone); !carried)
                return carried.error();
        }
    }
    if (!*person) {
        applied.why = Words::tr("This person is not in the contact book.");
        return applied;
    }

    if (!event.newUserId.isEmpty()) {
        const Result<> learned = inbound.learnUserId((*person)->phone.e164(), event.newUserId);
        if (!learned)
            return learned.error();
        applied.applied = event.newUserId != (*person)->userId;
        applied.why = Words::tr("WhatsApp calls this person something else now.");
    }
    if (phone.isEmpty())
        return applied;
    const Result<std::optional<Known>> holder = findPhone(database, phone.e164());
    if (!holder)
        return holder.error();
    if (*holder && (*holder)->id != (*person)->id) {
        applied.why = Words::tr("The person's new number is another contact's; the two may be merged.");
        return applied;
    }
    if (phone != (*person)->phone) {
        if (const Result<> lifted = liftEarlierMerge(database, phone); !lifted)
            return lifted.error();
    }
    if (const Result<> moved = move(database, **person, phone, event.newRegion); !moved)
        return moved.error();
    if (const Result<> taken = inbound.takeWaitingFrom(phone.e164(), event.at); !taken)
        return taken.error();
    applied.applied = applied.applied || phone != (*person)->phone;
    applied.why = Words::tr("The person has a new number, and the contact follows.");
    return applied;
}
