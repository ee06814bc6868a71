#include "storage/personchanges.h"

#include "domain/whatsappnumber.h"
#include "storage/draftpeople.h"
#include "storage/inboundmessages.h"
#include "storage/personhistory.h"
#include "storage/recipientrows.h"
#include "storage/sql.h"
#include "storage/suppressions.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(PersonChanges)
};

Result<> run(Database &database, const QString &sql, const QVariantList &values)
{
    if (const Result<int> done = execute(database, sql, values); !done)
        return done.error();
    return Done{};
}

QString numberLeft()
{
    return u"number_left"_s;
}

bool isSameNumber(const PhoneNumber &one, const PhoneNumber &other)
{
    return bothSpellings(one).contains(other.e164());
}

/// Somebody who waits in a campaign, perhaps under a number that they have left.
struct Waiting : WaitingPerson
{
    QString phone; ///< where they are now
    QString region;
};

/// Those that `condition` picks from r, whose contact is c.
Result<std::vector<Waiting>> readWaiting(Database &database, const QString &condition,
                                         const QVariantList &values)
{
    std::vector<Waiting> people;
    const Result<> read = forEachRow(
        database,
        uR"(SELECT r.id, r.campaign_id, k.state, c.phone, c.region, r.status, r.sent_at, r.delivered_at, r.read_at, r.responded_at, r.failed_at
            FROM recipient r JOIN campaign k ON k.id = r.campaign_id JOIN contact c ON c.id = r.contact_id
            WHERE r.status = 'pending' AND )"_s
            + condition,
        values, [&](const Row &row) {
            Waiting person;
            person.id = {row.integer(0)};
            person.campaign = {row.integer(1)};
            person.state = campaignStateFromWord(row.text(2)).value_or(CampaignState::Draft);
            person.phone = row.text(3);
            person.region = row.text(4);
            person.progress = progressFrom(row, 5);
            people.push_back(std::move(person));
        });
    if (!read)
        return read.error();
    return people;
}

/// Nobody may be in a campaign twice: where it has the number already, who comes to it is left out.
Result<> writeThere(Database &database, CampaignTally &tally, const Waiting &person)
{
    const Result<qint64> isTaken = firstInteger(
        database, u"SELECT EXISTS (SELECT 1 FROM recipient WHERE campaign_id = ? AND phone = ?)"_s,
        {person.campaign.value, person.phone});
    if (!isTaken)
        return isTaken.error();
    if (*isTaken > 0)
        return leaveOut(database, tally, person, numberLeft(),
                        Words::tr("This person has another number now, which this campaign has already."));
    return run(database, u"UPDATE recipient SET phone = ?, region = ? WHERE id = ?"_s,
               {person.phone, person.region, person.id.value});
}

} // namespace

struct PersonChanges::Known
{
    qint64 id = 0;
    PhoneNumber phone;
    QString userId;
};

Result<AppliedEvent> PersonChanges::apply(const KnownChange &change)
{
    const std::optional<PhoneNumber> left = PhoneNumber::fromE164(change.event.oldPhone);
    const std::optional<PhoneNumber> entered = PhoneNumber::fromE164(change.event.newPhone);
    if (left && entered) { // also of somebody who is in no contact book, but on the list
        for (const PhoneNumber &spelling : spellingsOnWhatsApp(*left)) {
            const Result<> carried = carryStops(m_database, {spelling, change.event.at},
                                                spellingsOnWhatsApp(*entered).front(), change.event.at);
            if (!carried)
                return carried.error();
        }
    }
    if (left && entered) {
        if (const Result<> kept = followMerged(*left, *entered, change.event.at); !kept)
            return kept.error();
    }
    return followLater(change);
}

/// Who goes on from a number that was merged into a contact stays that contact's.
Result<> PersonChanges::followMerged(const PhoneNumber &left, const PhoneNumber &entered, UtcTime at)
{
    return run(m_database, uR"(INSERT INTO merged_number (phone, contact_id, merged_at)
                    SELECT ?, n.contact_id, ? FROM merged_number n JOIN contact c ON c.id = n.contact_id
                    WHERE n.phone IN (?, ?) AND n.merged_at < ? AND c.phone <> n.phone AND c.phone <> ?
                        AND NOT EXISTS (SELECT 1 FROM contact WHERE phone = ?)
                    ON CONFLICT DO NOTHING)"_s,
               QVariantList{spellingsOnWhatsApp(entered).front().e164(), toMilliseconds(at)}
                   + bothSpellings(left)
                   + QVariantList{toMilliseconds(at), spellingsOnWhatsApp(entered).front().e164(),
                                  spellingsOnWhatsApp(entered).front().e164()});
}

Result<> PersonChanges::followLearnedNames()
{
    for (QStringList names = m_inbound.takeNewNames(); !names.isEmpty(); names = m_inbound.takeNewNames()) {
        for (const QString &name : std::as_const(names)) {
            const Result<std::vector<KnownChange>> changes = changesOf(m_database, name);
            if (!changes)
                return changes.error();
            for (const KnownChange &change : *changes) {
                if (const Result<AppliedEvent> applied = followLater(change); !applied)
                    return applied.error();
            }
        }
    }
    return Done{};
}

Result<> PersonChanges::leaveNumber(const PersonChangeEvent &event)
{
    const Result<std::optional<Known>> person = findPerson(event);
    if (!person)
        return person.error();
    if (!*person || event.newPhone.isEmpty())
        return Done{};
    const Result<bool> isOver = hasComeOrAgreedSince(**person, event.at);
    if (!isOver || *isOver)
        return isOver ? Result<>{Done{}} : isOver.error();
    return stayBehind(**person, event.at,
                      Words::tr("This person has another number now, to which nobody may write."));
}

/// What a change tells but for stops, which were carried when it was told first.
Result<AppliedEvent> PersonChanges::followLater(const KnownChange &change)
{
    const PersonChangeEvent &event = change.event;
    const Result<std::optional<Known>> person = findPerson(event);
    if (!person)
        return person.error();
    if (!*person) {
        return AppliedEvent{u"person"_s, false,
                            Words::tr("This person is not in the contact book; the change was kept."), 0, 0};
    }
    const Result<bool> isNamedAnew = learnNames(**person, event);
    if (!isNamedAnew)
        return isNamedAnew.error();
    AppliedEvent applied{u"person"_s, *isNamedAnew,
                         Words::tr("WhatsApp calls this person something else now."), 0, 0};
    if (event.newPhone.isEmpty())
        return applied;
    const Result<AppliedEvent> followed = follow(**person, change);
    if (!followed)
        return followed;
    if (!followed->applied && applied.applied)
        return applied;
    return followed;
}

Result<std::optional<PersonChanges::Known>> PersonChanges::findBy(const QString &condition,
                                                                  const QString &value)
{
    return firstRow(m_database, u"SELECT id, phone, user_id FROM contact WHERE "_s + condition, {value},
                    [](const Row &row) {
                        return Known{row.integer(0),
                                     PhoneNumber::fromE164(row.text(1)).value_or(PhoneNumber{}), row.text(2)};
                    });
}

/// The contact of a number, however WhatsApp spells it.
Result<std::optional<PersonChanges::Known>> PersonChanges::findPhone(const QString &phone)
{
    for (const PhoneNumber &spelling :
         spellingsOnWhatsApp(PhoneNumber::fromE164(phone).value_or(PhoneNumber{}))) {
        Result<std::optional<Known>> found = findBy(u"phone = ?"_s, spelling.e164());
        if (!found || *found)
            return found;
    }
    return std::optional<Known>{};
}

Result<std::optional<PersonChanges::Known>> PersonChanges::findPerson(const PersonChangeEvent &event)
{
    if (!event.oldUserId.isEmpty()) {
        const QString named =
            u"id = (SELECT contact_id FROM known_user_id WHERE user_id = ? ORDER BY at DESC LIMIT 1)"_s;
        Result<std::optional<Known>> found = findBy(named, event.oldUserId);
        if (!found || *found)
            return found;
    }
    const std::optional<PhoneNumber> left = PhoneNumber::fromE164(event.oldPhone);
    if (!left || !event.newPhone.isEmpty())
        return findPhone(event.oldPhone);
    const Result<Way> way = wayFrom(m_database, *left, event.at); // they may have gone on since
    return way ? findPhone(way->phone.e164()) : way.error();
}

/// Everything a change says of the names that Meta has for somebody.
Result<bool> PersonChanges::learnNames(const Known &person, const PersonChangeEvent &event)
{
    if (event.newUserId.isEmpty())
        return false;
    const QString phone = person.phone.e164();
    // The one that was left is theirs too, but older than what took its place.
    const UtcTime before = event.at - std::chrono::milliseconds{1};
    if (const Result<> learned = m_inbound.learnUserId(phone, event.oldUserId, before); !learned)
        return learned.error();
    if (const Result<> learned = m_inbound.learnUserId(phone, event.newUserId, event.at); !learned)
        return learned.error();
    return event.newUserId != person.userId;
}

/// Brings a contact to where its person went, by a change or by those that followed it.
Result<AppliedEvent> PersonChanges::follow(const Known &person, const KnownChange &change)
{
    const PersonChangeEvent &event = change.event;
    const AppliedEvent nothing{u"person"_s, false, Words::tr("It changed nothing."), 0, 0};
    const Result<std::optional<UtcTime>> arrived = lastArrivalAt(m_database, person.phone);
    if (!arrived)
        return arrived.error();
    const bool hasGoneOn = *arrived && **arrived > event.at; // they came to their present number later
    const PhoneNumber entered = *PhoneNumber::fromE164(event.newPhone);
    if (!hasGoneOn && !isSameNumber(entered, person.phone)) {
        if (const Result<> noted = noteLeft(m_database, change, person.phone); !noted)
            return noted.error();
    }
    Result<Way> way = wayFrom(m_database, entered, event.at);
    if (!way)
        return way.error();
    if (way->region.isEmpty())
        way->region = event.newRegion;
    way->left.insert(way->left.begin(), Stay{person.phone, event.at});
    if (hasGoneOn || isSameNumber(way->phone, person.phone))
        return nothing;
    const UtcTime arrivedAt = way->left.back().until;

    // Also where the new number is another contact's: it is this person who reads there now.
    for (const PhoneNumber &spelling : spellingsOnWhatsApp(person.phone)) {
        if (const Result<> carried = carryStops(m_database, {spelling, event.at}, way->phone, arrivedAt);
            !carried)
            return carried.error();
    }
    const Result<std::optional<Known>> holder = findPhone(way->phone.e164());
    if (!holder)
        return holder.error();
    if (*holder && (*holder)->id != person.id) {
        const Result<> stayed = stayBehind(
            person, event.at,
            Words::tr("This person has another number now, which is another contact's. Merge the two."));
        if (!stayed)
            return stayed.error();
        return AppliedEvent{u"person"_s, false,
                            Words::tr("The person's new number is another contact's; the two may be merged."),
                            0, 0};
    }
    if (const Result<> lifted = liftEarlierMerge(m_database, way->phone); !lifted)
        return lifted.error();
    if (const Result<> moved = move(person, *way); !moved)
        return moved.error();
    if (const Result<> told = tellContact(m_database, way->phone); !told)
        return told.error();
    if (const Result<> carried = carryMessages(*way); !carried)
        return carried.error();
    if (const Result<> taken = m_inbound.takeWaitingFrom(way->phone.e164(), arrivedAt); !taken)
        return taken.error();
    return AppliedEvent{u"person"_s, true, Words::tr("The person has a new number, and the contact follows."),
                        0, 0};
}

/// Whether they came to their number, or agreed to be written to there, after this.
Result<bool> PersonChanges::hasComeOrAgreedSince(const Known &person, UtcTime at)
{
    const Result<std::optional<UtcTime>> arrived = lastArrivalAt(m_database, person.phone);
    if (!arrived)
        return arrived.error();
    if (*arrived > std::optional{at})
        return true;
    const Result<qint64> agreed =
        firstInteger(m_database, u"SELECT count(*) FROM contact WHERE id = ? AND opted_in_at > ?"_s,
                     {person.id, toMilliseconds(at)});
    if (!agreed)
        return agreed.error();
    return *agreed > 0;
}

/// Nobody knows who reads at the number that they have left.
Result<> PersonChanges::stayBehind(const Known &person, UtcTime at, const QString &why)
{
    if (const Result<> left = noteNumberLeft(m_database, person.phone, at); !left)
        return left;
    const Result<std::vector<Waiting>> waiting = readWaiting(m_database, u"r.contact_id = ?"_s, {person.id});
    if (!waiting)
        return waiting.error();
    for (const Waiting &one : *waiting) {
        if (const Result<> skipped = leaveOut(m_database, m_tally, one, numberLeft(), why); !skipped)
            return skipped;
    }
    return Done{};
}

Result<> PersonChanges::move(const Known &person, const Way &way)
{
    const Result<> moved = run(m_database, u"UPDATE contact SET phone = ?, region = ? WHERE id = ?"_s,
                               {way.phone.e164(), way.region, person.id});
    if (!moved)
        return moved;
    const Result<std::vector<Waiting>> waiting =
        readWaiting(m_database, u"r.contact_id = ? AND r.phone <> c.phone"_s, {person.id});
    if (!waiting)
        return waiting.error();
    for (const Waiting &one : *waiting) {
        if (const Result<> written = writeThere(m_database, m_tally, one); !written)
            return written;
    }
    return Done{};
}

/// What was said from a number while the person had it is said by them.
Result<> PersonChanges::carryMessages(const Way &way)
{
    const Result<std::vector<Tenure>> first =
        tenuresOf(m_database, way.left.front().phone, way.left.front().until);
    if (!first)
        return first.error();
    UtcTime since = first->front().since;
    for (const Stay &stay : way.left) {
        const QVariantList spellings = bothSpellings(stay.phone);
        const Result<> carried =
            run(m_database, u"UPDATE message SET phone = ? WHERE phone IN (?, ?) AND at BETWEEN ? AND ?"_s,
                QVariantList{way.phone.e164()} + spellings
                    + QVariantList{toMilliseconds(since), toMilliseconds(stay.until)});
        if (!carried)
            return carried;
        since = stay.until;
    }
    return Done{};
}

Result<> writeToPresentNumber(Database &database, CampaignTally &tally, RecipientId person)
{
    const Result<std::vector<Waiting>> waiting = readWaiting(database, u"r.id = ?"_s, {person.value});
    if (!waiting)
        return waiting.error();
    for (const Waiting &one : *waiting) {
        if (const Result<> written = writeThere(database, tally, one); !written)
            return written;
    }
    return Done{};
}

Result<> leaveOutWhoLeft(Database &database, CampaignTally &tally, RecipientId person)
{
    const Result<std::vector<Waiting>> waiting = readWaiting(database, u"r.id = ?"_s, {person.value});
    if (!waiting)
        return waiting.error();
    for (const Waiting &one : *waiting) {
        const Result<> skipped =
            leaveOut(database, tally, one, numberLeft(),
                     Words::tr("This person has another number now, which is another contact's."));
        if (!skipped)
            return skipped;
    }
    return Done{};
}

Result<> writeToPresentNumbers(Database &database, CampaignTally &tally, CampaignId campaign)
{
    const Result<std::vector<Waiting>> waiting =
        readWaiting(database, uR"(r.campaign_id = ? AND r.phone <> c.phone
                AND EXISTS (SELECT 1 FROM person_change p WHERE p.new_phone = c.phone AND p.new_phone <> ''))"_s,
                    {campaign.value});
    if (!waiting)
        return waiting.error();
    for (const Waiting &one : *waiting) {
        if (const Result<> written = writeThere(database, tally, one); !written)
            return written;
    }
    return Done{};
}
