#include "storage/personchanges.h"

#include "domain/whatsappnumber.h"
#include "storage/abtestrows.h"
#include "storage/campaigntally.h"
#include "storage/draftpeople.h"
#include "storage/inboundmessages.h"
#include "storage/personhistory.h"
#include "storage/recipientrows.h"
#include "storage/sql.h"
#include "storage/suppressions.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(PersonChanges)
};

QString numberLeft()
{
    return u"number_left"_s;
}

QString goneWhereNobodyWrites()
{
    return Words::tr("This person has another number now, to which nobody may write.");
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

/// Those that `condition` picks from r, whose contact is c and whose campaign is k.
Result<std::vector<Waiting>> readPeople(Database &database, const QString &condition,
                                        const QVariantList &values)
{
    std::vector<Waiting> people;
    const Result<> read = forEachRow(
        database,
        uR"(SELECT r.id, r.campaign_id, k.state, c.phone, c.region, r.status, r.sent_at, r.delivered_at, r.read_at, r.responded_at, r.failed_at
            FROM recipient r JOIN campaign k ON k.id = r.campaign_id JOIN contact c ON c.id = r.contact_id
            WHERE )"_s
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

Result<std::vector<Waiting>> readWaiting(Database &database, const QString &condition,
                                         const QVariantList &values)
{
    return readPeople(database, u"r.status = 'pending' AND "_s + condition, values);
}

/// Whether somebody else of the same campaign, or of its test, has, or had, a message for one of these
/// numbers.
Result<bool> isWrittenToThere(Database &database, const Waiting &person, const std::vector<Tenure> &tenures)
{
    const Result<std::vector<CampaignId>> campaigns = campaignsOfTest(database, person.campaign);
    if (!campaigns)
        return campaigns.error();
    for (const CampaignId campaign : *campaigns) {
        for (const Tenure &tenure : tenures) {
            const Result<qint64> others = firstInteger(
                database,
                uR"(SELECT count(*) FROM recipient WHERE campaign_id = ? AND phone IN (?, ?) AND id <> ?
                    AND (status <> 'skipped' OR phone = ?))"_s,
                QVariantList{campaign.value} + bothSpellings(tenure.phone)
                    + QVariantList{person.id.value, person.phone});
            if (!others || *others > 0)
                return others ? Result<bool>{true} : others.error();
        }
    }
    return false;
}

/// Who was left out waits again, at the number that they have now.
Result<> waitAgain(Database &database, CampaignTally &tally, const Waiting &person)
{
    DeliveryProgress waiting = person.progress;
    waiting.status = RecipientStatus::Pending;
    tally.move(person.campaign, person.progress, waiting);
    return run(database, uR"(UPDATE recipient SET status = ?, phone = ?, region = ?, error_code = '',
                    error_message = '' WHERE id = ?)"_s,
               {toWord(waiting.status), person.phone, person.region, person.id.value});
}

/// Nobody may be in a campaign, or its test, twice: where it has the number already, who comes to it is left
/// out.
Result<> writeThere(Database &database, CampaignTally &tally, const Waiting &person)
{
    const Result<bool> isTaken = testHas(database, person.campaign, u"phone = ?"_s, person.phone);
    if (!isTaken)
        return isTaken.error();
    if (*isTaken)
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
    if (isMark(change.event.newPhone)) {
        const Result<> left = leaveNumber(change.event);
        return left ? Result<AppliedEvent>{AppliedEvent{u"person"_s, false, {}, 0, 0}} : left.error();
    }
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
            for (const auto &find : {&changesTo, &changesOf}) { // what they were called before, and since
                const Result<std::vector<KnownChange>> changes = find(m_database, name);
                if (!changes)
                    return changes.error();
                for (const KnownChange &change : *changes) {
                    if (const Result<AppliedEvent> applied = followLater(change); !applied)
                        return applied.error();
                }
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
    return stayBehind(**person, event.at, goneWhereNobodyWrites());
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
                                                                  const QVariant &value)
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
    for (const QString &name : {event.oldUserId, event.newUserId}) {
        if (name.isEmpty())
            continue;
        const QString named =
            u"id = (SELECT contact_id FROM known_user_id WHERE user_id = ? ORDER BY at DESC LIMIT 1)"_s;
        Result<std::optional<Known>> found = findBy(named, name);
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
    const Result<std::optional<UtcTime>> arrived = arrivalOf(m_database, person.id, person.phone);
    if (!arrived)
        return arrived.error();
    if (*arrived > std::optional{event.at}) { // they came to their present number later
        const Result<> noted = noteWhereTheyWereBetween(person, change);
        return noted ? Result<AppliedEvent>{nothing} : noted.error();
    }
    const PhoneNumber entered = numberFrom(event.newPhone);
    if (!isSameNumber(entered, person.phone)) {
        if (const Result<> noted = noteLeft(m_database, change, person.phone); !noted)
            return noted.error();
    }
    Result<Way> way = wayFrom(m_database, entered, event.at);
    if (!way)
        return way.error();
    if (way->region.isEmpty())
        way->region = event.newRegion;
    way->left.insert(way->left.begin(), Stay{person.phone, event.at});
    if (isSameNumber(way->phone, person.phone)) {
        const Result<> followed = noteFollower(m_database, *way, person.id);
        return followed ? Result<AppliedEvent>{nothing} : followed.error();
    }
    if (way->phone.isEmpty()) {
        const Result<> stayed = stayBehind(person, event.at, goneWhereNobodyWrites());
        return stayed ? Result<AppliedEvent>{nothing} : stayed.error();
    }
    return bring(person, *way);
}

Result<AppliedEvent> PersonChanges::bring(const Known &person, const Way &way)
{
    const UtcTime leftAt = way.left.front().until;
    const UtcTime arrivedAt = way.left.back().until;
    // Also where the new number is another contact's: it is this person who reads there now.
    for (const PhoneNumber &spelling : spellingsOnWhatsApp(person.phone)) {
        if (const Result<> carried = carryStops(m_database, {spelling, leftAt}, way.phone, arrivedAt);
            !carried)
            return carried.error();
    }
    const Result<std::optional<Known>> holder = findPhone(way.phone.e164());
    if (!holder)
        return holder.error();
    if (*holder && (*holder)->id != person.id) {
        const Result<> stayed = stayBehind(
            person, leftAt,
            Words::tr("This person has another number now, which is another contact's. Merge the two."));
        if (!stayed)
            return stayed.error();
        if (const Result<> back = welcomeBack(**holder); !back)
            return back.error();
        return AppliedEvent{u"person"_s, false,
                            Words::tr("The person's new number is another contact's; the two may be merged."),
                            0, 0};
    }
    if (const Result<> lifted = liftEarlierMerge(m_database, way.phone); !lifted)
        return lifted.error();
    if (const Result<> moved = move(person, way); !moved)
        return moved.error();
    if (const Result<> told = tellContact(m_database, way.phone); !told)
        return told.error();
    if (const Result<> carried = carryMessages(way); !carried)
        return carried.error();
    if (const Result<> taken = m_inbound.takeCarried(way.phone.e164(), leftAt, arrivedAt); !taken)
        return taken.error();
    if (const Result<> taken = m_inbound.takeWaitingFrom(way.phone.e164(), arrivedAt); !taken)
        return taken.error();
    if (const Result<> followed = letFollow(person.phone, leftAt); !followed)
        return followed.error();
    return AppliedEvent{u"person"_s, true, Words::tr("The person has a new number, and the contact follows."),
                        0, 0};
}

/// The change was told after later ones: of somebody whom it names, who went over this number to where they
/// are.
Result<> PersonChanges::noteWhereTheyWereBetween(const Known &person, const KnownChange &change)
{
    const PhoneNumber between = numberFrom(change.event.newPhone);
    if (!change.event.oldPhone.isEmpty() || between.isEmpty())
        return Done{}; // it tells itself whose number it was
    const UtcTime at = change.event.at;
    const Result<std::vector<Tenure>> tenures = tenuresOf(m_database, person.phone, kEndOfTime);
    if (!tenures)
        return tenures.error();
    for (size_t index = 1; index < tenures->size(); ++index) {
        const Tenure &then = (*tenures)[index];
        const PhoneNumber next = (*tenures)[index - 1].phone;
        if (then.since >= at || at >= then.until || then.phone.isEmpty() || next.isEmpty()
            || isSameNumber(then.phone, between))
            continue;
        if (const Result<> noted = noteBetween(m_database, change, then, next); !noted)
            return noted;
        if (const Result<> carried = carryStops(m_database, {then.phone, at}, between, at); !carried)
            return carried;
        if (const Result<> carried = carryStops(m_database, {between, then.until}, next, then.until);
            !carried)
            return carried;
        if (const Result<> carried = carryMessages({{{between, then.until}}, person.phone, {}}); !carried)
            return carried;
        return m_inbound.takeCarried(person.phone.e164(), at, then.until);
    }
    return Done{};
}

/// Who could not go to a number because a contact was there that has turned out to have left before.
Result<> PersonChanges::letFollow(const PhoneNumber &left, UtcTime at)
{
    const Result<std::vector<KnownChange>> changes = changesWithoutContact(m_database, left, at);
    if (!changes)
        return changes.error();
    for (const KnownChange &change : *changes) {
        const PhoneNumber from = numberFrom(change.event.oldPhone);
        const Result<std::optional<qint64>> stayed = contactLeftBehind(m_database, from, change.event.at);
        if (!stayed)
            return stayed.error();
        const Result<std::optional<Known>> person =
            *stayed ? findBy(u"id = ?"_s, **stayed) : Result<std::optional<Known>>{std::nullopt};
        if (!person)
            return person.error();
        if (!*person)
            continue;
        const Result<AppliedEvent> followed = follow(**person, change);
        if (!followed)
            return followed.error();
        if (!followed->applied)
            continue;
        if (const Result<> lifted = liftNumberLeft(m_database, (*person)->phone); !lifted)
            return lifted;
        if (const Result<> waiting = writeAgain({(*person)->id}); !waiting)
            return waiting;
    }
    return Done{};
}

/// The contact of a number that its person had left is theirs again once they are back there.
Result<> PersonChanges::welcomeBack(const Known &holder)
{
    const Result<std::vector<Tenure>> tenures = tenuresOf(m_database, holder.phone, kEndOfTime);
    if (!tenures)
        return tenures.error();
    const bool isBack = std::any_of(tenures->begin() + 1, tenures->end(), [&](const Tenure &tenure) {
        return isSameNumber(tenure.phone, holder.phone);
    });
    if (!isBack)
        return Done{};
    if (const Result<> lifted = liftNumberLeft(m_database, holder.phone); !lifted)
        return lifted;
    return writeAgain({holder.id});
}

/// Who was left out because nobody wrote to their number any more waits again, in what is not over: once, and
/// not where they got the message at a number that they had in between.
Result<> PersonChanges::writeAgain(ContactId contact)
{
    const Result<std::vector<Waiting>> leftOut =
        readPeople(m_database, uR"(r.contact_id = ? AND r.status = 'skipped' AND r.error_code = ?
            AND k.state IN ('scheduled', 'sending', 'paused'))"_s,
                   {contact.value, numberLeft()});
    if (!leftOut)
        return leftOut.error();
    for (const Waiting &person : *leftOut) {
        const Result<std::vector<Tenure>> tenures =
            tenuresOf(m_database, numberFrom(person.phone), kEndOfTime);
        if (!tenures)
            return tenures.error();
        const Result<bool> isWrittenTo = isWrittenToThere(m_database, person, *tenures);
        if (!isWrittenTo)
            return isWrittenTo.error();
        if (*isWrittenTo)
            continue;
        if (const Result<> again = waitAgain(m_database, m_tally, person); !again)
            return again;
    }
    return Done{};
}

/// Whether they came to their number, or agreed to be written to there, after this.
Result<bool> PersonChanges::hasComeOrAgreedSince(const Known &person, UtcTime at)
{
    const Result<std::optional<UtcTime>> arrived = arrivalOf(m_database, person.id, person.phone);
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
    if (const Result<> followed = noteFollower(m_database, way, person.id); !followed)
        return followed;
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

/// What was said from a number while the person had it is said by them, and what went along with them before.
Result<> PersonChanges::carryMessages(const Way &way)
{
    const Stay &first = way.left.front();
    const Result<std::vector<Tenure>> tenures = tenuresOf(m_database, first.phone, first.until);
    if (!tenures)
        return tenures.error();
    UtcTime since = tenures->front().since;
    const Result<> earlier = run(
        m_database, u"UPDATE message SET phone = ? WHERE phone IN (?, ?) AND at < ? AND is_carried = 1"_s,
        QVariantList{way.phone.e164()} + bothSpellings(first.phone) + QVariantList{toMilliseconds(since)});
    if (!earlier)
        return earlier;
    for (const Stay &stay : way.left) {
        if (!stay.phone.isEmpty()) {
            const Result<> carried = run(
                m_database,
                u"UPDATE message SET phone = ?, is_carried = 1 WHERE phone IN (?, ?) AND at BETWEEN ? AND ?"_s,
                QVariantList{way.phone.e164()} + bothSpellings(stay.phone)
                    + QVariantList{toMilliseconds(since), toMilliseconds(stay.until)});
            if (!carried)
                return carried;
        }
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
