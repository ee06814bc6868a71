#include "storage/erasuretraces.h"

#include "domain/whatsappnumber.h"
#include "storage/contactrows.h"
#include "storage/personhistory.h"
#include "storage/sql.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class TraceSearch
{
public:
    TraceSearch(Database &database, TraceScope scope)
        : m_database{database}
        , m_scope{scope}
    {
    }

    Result<ErasureTraces> search(const std::vector<PhoneNumber> &phones, const QSet<QString> &userIds)
    {
        m_traces.userIds = userIds;
        m_open = phones;
        while (!m_open.empty()) {
            const PhoneNumber phone = m_open.back();
            m_open.pop_back();
            if (!markOpened(phone))
                continue;
            if (const Result<> followed = follow(phone); !followed)
                return followed.error();
        }
        for (const auto &step : {&TraceSearch::findNames, &TraceSearch::spareOthersNames,
                                 &TraceSearch::findRecipients, &TraceSearch::findMessageIds}) {
            if (const Result<> done = (this->*step)(); !done)
                return done.error();
        }
        m_traces.numbers = static_cast<int>(m_numbers.size());
        return std::move(m_traces);
    }

private:
    bool markOpened(const PhoneNumber &phone)
    {
        const qsizetype before = m_opened.size();
        m_opened.insert(phone.e164());
        return m_opened.size() > before;
    }

    /// A number whose present holder is meant.
    Result<> follow(const PhoneNumber &phone)
    {
        if (m_scope == TraceScope::Strangers) {
            const Result<bool> isHeld = isAnotherContacts(phone);
            if (!isHeld || *isHeld)
                return isHeld ? Result<>{Done{}} : isHeld.error();
        }
        if (const Result<> added = add(phone); !added)
            return added;
        bool isContacts = false;
        for (const PhoneNumber &spelling : sameLine(phone)) {
            const Result<bool> found = takeContacts(u"SELECT id FROM contact WHERE phone = ?"_s, spelling);
            if (!found)
                return found.error();
            isContacts = isContacts || *found;
        }
        if (m_scope == TraceScope::Numbers)
            return Done{};
        if (!isContacts) {
            if (const Result<> followed = followStrangers(phone); !followed)
                return followed;
        }
        return followBack(phone);
    }

    /// Nobody of the contact book has the number: whoever was written to there, or was merged, or went on.
    Result<> followStrangers(const PhoneNumber &phone)
    {
        const Result<std::optional<UtcTime>> arrival = lastArrivalAt(m_database, phone);
        if (!arrival)
            return arrival.error();
        if (*arrival || m_scope == TraceScope::Strangers) // what is known of it before is of others
            return followOn(phone);
        const QString writtenTo =
            uR"(SELECT contact_id FROM recipient WHERE campaign_id IN (SELECT id FROM campaign) AND phone = ?)"_s;
        for (const QString &contacts :
             {writtenTo, u"SELECT contact_id FROM merged_number WHERE phone = ?"_s}) {
            if (const Result<bool> found = takeContacts(contacts, phone); !found)
                return found.error();
        }
        return followOn(phone);
    }

    /// The contacts that a query finds for a number, with the numbers that they have now and had before;
    /// whether it finds any.
    Result<bool> takeContacts(const QString &query, const PhoneNumber &phone)
    {
        bool isAny = false;
        std::vector<qint64> found;
        const Result<> read = forEachRow(m_database, query, {phone.e164()}, [&](const Row &row) {
            isAny = isAny || row.integer(0) != kNobody;
            if (row.integer(0) != kNobody && m_traces.contacts.insert(row.integer(0)).second)
                found.push_back(row.integer(0));
        });
        if (!read)
            return read.error();
        for (const qint64 contact : found) {
            const Result<std::vector<PhoneNumber>> own =
                numbersOf(u"SELECT phone FROM contact WHERE id = ?"_s, {contact});
            if (!own)
                return own.error();
            m_open.insert(m_open.end(), own->begin(), own->end());
            if (const Result<> added = addEarlierNumbersOf(contact); !added)
                return added.error();
        }
        return isAny;
    }

    Result<> addEarlierNumbersOf(qint64 contact)
    {
        if (m_scope == TraceScope::Numbers)
            return Done{};
        const Result<std::vector<PhoneNumber>> earlier =
            numbersOf(uR"(SELECT phone FROM recipient WHERE contact_id = ? UNION
                    SELECT phone FROM merged_number WHERE contact_id = ?)"_s,
                      {contact, contact});
        if (!earlier)
            return earlier.error();
        for (const PhoneNumber &number : *earlier) {
            if (const Result<> added = addUnlessAnotherContacts(number); !added)
                return added;
        }
        return Done{};
    }

    /// A number that they had, with the contact that is there still because it could not go with them.
    Result<> addLeft(const Tenure &tenure)
    {
        const Result<std::optional<qint64>> stayed =
            contactLeftBehind(m_database, tenure.phone, tenure.until);
        if (!stayed)
            return stayed.error();
        if (!*stayed || m_scope == TraceScope::Strangers)
            return addUnlessAnotherContacts(tenure.phone);
        if (!m_traces.contacts.insert(**stayed).second)
            return Done{};
        if (const Result<> added = add(tenure.phone); !added)
            return added;
        return addEarlierNumbersOf(**stayed);
    }

    /// Where whoever left this number is now; nobody who left before somebody else came there.
    Result<> followOn(const PhoneNumber &phone)
    {
        const Result<std::optional<UtcTime>> arrival = lastArrivalAt(m_database, phone);
        if (!arrival)
            return arrival.error();
        const Result<Way> way = wayFrom(m_database, phone, arrival->value_or(UtcTime{}));
        if (!way)
            return way.error();
        if (way->left.empty())
            return Done{};
        for (const Stay &stay : way->left) {
            if (stay.phone.isEmpty())
                continue;
            const Result<> found =
                findChanges(u"old_phone IN (?, ?) AND old_phone <> '' AND at = ?"_s,
                            bothSpellings(stay.phone) + QVariantList{toMilliseconds(stay.until)});
            if (!found)
                return found;
            if (const Result<> added = addUnlessAnotherContacts(stay.phone); !added)
                return added;
        }
        const Result<std::optional<UtcTime>> last = lastArrivalAt(m_database, way->phone);
        if (!last)
            return last.error();
        if (!way->phone.isEmpty() && *last == way->left.back().until) // they have it still
            m_open.push_back(way->phone);
        return Done{};
    }

    /// The numbers that the present holder of this one had before, and what they said and were called there.
    Result<> followBack(const PhoneNumber &phone)
    {
        const Result<std::vector<Tenure>> tenures = tenuresOf(m_database, phone, kEndOfTime);
        if (!tenures)
            return tenures.error();
        for (size_t index = 0; index < tenures->size(); ++index) {
            const Tenure &tenure = (*tenures)[index];
            if (tenure.phone.isEmpty())
                continue;
            const QVariantList spellings = bothSpellings(tenure.phone);
            const QVariant since = toMilliseconds(tenure.since);
            const QVariantList stay = spellings + QVariantList{since, toMilliseconds(tenure.until)};
            const Result<> came = findChanges(u"new_phone IN (?, ?) AND new_phone <> '' AND at = ?"_s,
                                              spellings + QVariantList{since});
            if (!came)
                return came;
            const Result<> renamed = findChanges(
                u"old_phone IN (?, ?) AND old_phone <> '' AND new_phone = '' AND at BETWEEN ? AND ?"_s, stay);
            if (!renamed)
                return renamed;
            const Result<> said =
                collect(u"SELECT user_id FROM message WHERE phone IN (?, ?) AND at BETWEEN ? AND ?"_s, stay,
                        m_traces.userIds);
            if (!said)
                return said;
            if (index == 0)
                continue;
            if (const Result<> added = addLeft(tenure); !added)
                return added;
        }
        return Done{};
    }

    /// Changes of the people who are meant.
    Result<> findChanges(const QString &condition, const QVariantList &values)
    {
        const Result<> found =
            forEachRow(m_database, u"SELECT id FROM person_change WHERE "_s + condition, values,
                       [&](const Row &row) { m_traces.changes.insert(row.integer(0)); });
        if (!found)
            return found;
        for (const QString &name : {u"old_user_id"_s, u"new_user_id"_s}) {
            const Result<> named = collect(u"SELECT %1 FROM person_change WHERE "_s.arg(name) + condition,
                                           values, m_traces.userIds);
            if (!named)
                return named;
        }
        return Done{};
    }

    Result<> findNames()
    {
        for (const qint64 contact : m_traces.contacts) {
            const Result<> known = collect(uR"(SELECT user_id FROM known_user_id WHERE contact_id = ? UNION
                    SELECT user_id FROM contact WHERE id = ?)"_s,
                                           {contact, contact}, m_traces.userIds);
            if (!known)
                return known;
        }
        return Done{};
    }

    /// A number may have been somebody else's, of the contact book, when they were called so.
    Result<> spareOthersNames()
    {
        QSet<QString> spared;
        for (const QString &userId : std::as_const(m_traces.userIds)) {
            const Result<> known =
                forEachRow(m_database, u"SELECT contact_id FROM known_user_id WHERE user_id = ?"_s, {userId},
                           [&](const Row &row) {
                               if (!m_traces.contacts.contains(row.integer(0)))
                                   spared.insert(userId);
                           });
            if (!known)
                return known;
        }
        m_traces.userIds.subtract(spared);
        return Done{};
    }

    Result<> findRecipients()
    {
        const QString select =
            u"SELECT id FROM recipient WHERE campaign_id IN (SELECT id FROM campaign) AND "_s;
        const auto take = [this](const Row &row) { m_traces.recipients.insert(row.integer(0)); };
        for (const qint64 contact : m_traces.contacts) {
            if (const Result<> sent = forEachRow(m_database, select + u"contact_id = ?"_s, {contact}, take);
                !sent)
                return sent;
        }
        return eachOf(m_traces.phones, [&](const QString &phone) {
            return forEachRow(m_database, select + u"phone = ?"_s, {phone}, take);
        });
    }

    Result<> findMessageIds()
    {
        for (const qint64 recipient : m_traces.recipients) {
            const Result<> read = collect(uR"(SELECT message_id FROM recipient WHERE id = ? UNION ALL
                    SELECT message_id FROM attempt WHERE recipient_id = ?)"_s,
                                          {recipient, recipient}, m_traces.messageIds);
            if (!read)
                return read;
        }
        return eachOf(m_traces.phones, [this](const QString &phone) {
            return collect(uR"(SELECT message_id FROM message WHERE phone = ? UNION ALL
                    SELECT message_id FROM direct_message WHERE phone = ?)"_s,
                           {phone, phone}, m_traces.messageIds);
        });
    }

    /// All ways in which a number is written that nobody else can have.
    static std::vector<PhoneNumber> sameLine(const PhoneNumber &phone)
    {
        std::vector<PhoneNumber> same;
        for (const PhoneNumber &spelling : spellingsOnWhatsApp(phone)) {
            if (spelling == phone
                || spellingsOnWhatsApp(spelling).front() == spellingsOnWhatsApp(phone).front())
                same.push_back(spelling);
        }
        return same;
    }

    Result<> add(const PhoneNumber &phone)
    {
        const std::vector<PhoneNumber> line = sameLine(phone);
        for (const PhoneNumber &spelling : spellingsOnWhatsApp(phone)) {
            if (std::find(line.begin(), line.end(), spelling) != line.end()) {
                m_traces.phones.insert(spelling.e164());
                continue;
            }
            const Result<bool> isHeld = isAnotherContacts(spelling);
            if (!isHeld)
                return isHeld.error();
            if (!*isHeld)
                m_traces.phones.insert(spelling.e164());
        }
        m_numbers.insert(spellingsOnWhatsApp(phone).back().e164() < phone.e164()
                             ? spellingsOnWhatsApp(phone).back().e164()
                             : phone.e164());
        return Done{};
    }

    Result<> addUnlessAnotherContacts(const PhoneNumber &phone)
    {
        const Result<bool> isHeld = isAnotherContacts(phone);
        if (!isHeld)
            return isHeld.error();
        return *isHeld ? Result<>{Done{}} : add(phone);
    }

    Result<bool> isAnotherContacts(const PhoneNumber &phone)
    {
        const Result<qint64> held =
            firstInteger(m_database, u"SELECT count(*) FROM contact WHERE phone = ?"_s, {phone.e164()});
        if (!held)
            return held.error();
        return *held > 0;
    }

    Result<std::vector<PhoneNumber>> numbersOf(const QString &query, const QVariantList &values)
    {
        std::vector<PhoneNumber> numbers;
        const Result<> read = forEachRow(m_database, query, values, [&](const Row &row) {
            if (const std::optional<PhoneNumber> phone = PhoneNumber::fromE164(row.text(0)))
                numbers.push_back(*phone);
        });
        if (!read)
            return read.error();
        return numbers;
    }

    Result<> collect(const QString &sql, const QVariantList &values, QSet<QString> &texts)
    {
        return forEachRow(m_database, sql, values, [&](const Row &row) {
            if (!row.text(0).isEmpty())
                texts.insert(row.text(0));
        });
    }

    template <typename Do>
    Result<> eachOf(const QSet<QString> &texts, const Do &action)
    {
        for (const QString &text : texts) {
            if (const Result<> done = action(text); !done)
                return done;
        }
        return Done{};
    }

    Database &m_database;
    TraceScope m_scope;
    ErasureTraces m_traces;
    std::vector<PhoneNumber> m_open; ///< whose present holders are still to be followed
    QSet<QString> m_opened;
    QSet<QString> m_numbers; ///< one spelling of each
};

} // namespace

Result<ErasureTraces> tracesOf(Database &database, const std::vector<PhoneNumber> &phones,
                               const QSet<QString> &userIds, TraceScope scope)
{
    return TraceSearch{database, scope}.search(phones, userIds);
}
