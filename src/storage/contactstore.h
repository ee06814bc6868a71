#pragma once

#include "base/cancel.h"
#include "base/clock.h"
#include "base/result.h"
#include "domain/attribute.h"
#include "domain/contact.h"
#include "domain/segmentrule.h"

#include <optional>
#include <vector>

class Database;

/// Which contacts, and in which order.
struct ContactQuery
{
    /// By country, tags or consent, those alike are by name, whichever way it goes; those without a country
    /// or a tag are the last either way.
    enum class Order { Added, Phone, Name, Country, Tags, Consent };

    QString search; ///< a part of the number or of the name
    SegmentRule rule; ///< who else is left out
    Order order = Order::Added;
    bool isDescending = false;
    QStringList countries; ///< ISO codes as they follow each other by country; others come after them

    friend bool operator==(const ContactQuery &, const ContactQuery &) = default;
};

/// A tag and how many contacts have it.
struct TagCount
{
    QString name;
    qint64 contacts = 0;

    friend bool operator==(const TagCount &, const TagCount &) = default;
};

/// A country, by its ISO code, and how many contacts have a number of it.
struct CountryCount
{
    QString region;
    qint64 contacts = 0;

    friend bool operator==(const CountryCount &, const CountryCount &) = default;
};

/// What a person writes into the book about somebody. What is left out stays as it is.
struct ContactEdit
{
    std::optional<QString> name;
    QMap<QString, QString> attributes; ///< an empty value takes the attribute away
    QStringList addedTags;
    QStringList removedTags;
};

/// One thing that passed between us and a contact.
struct ContactEvent
{
    enum class Kind {
        Message, ///< of a campaign; `status` says how far it got
        Reply, ///< from the person
        Letter, ///< to the person, outside campaigns
    };

    Kind kind = Kind::Message;
    UtcTime at;
    QString text; ///< the reply's, or the template's name
    std::optional<CampaignId> campaign;
    QString campaignName;
    QString status; ///< of a message of a campaign, as a word
    bool isOptOut = false;

    friend bool operator==(const ContactEvent &, const ContactEvent &) = default;
};

/// The contact book.
class ContactStore
{
public:
    explicit ContactStore(Database &database)
        : m_database{database}
    {
    }

    Result<std::optional<Contact>> find(const PhoneNumber &phone);

    /// The next contacts after `after` (one already seen) in the order in which they came; `query.order` is
    /// not looked at. `limit` 0: all.
    Result<std::vector<Contact>> page(const ContactQuery &query, UtcTime now, int limit,
                                      std::optional<ContactId> after = {});
    /// Everybody the query means, as ids in its order: the skeleton of a table of a million rows.
    Result<std::vector<ContactId>> keys(const ContactQuery &query, UtcTime now);
    /// Those contacts, in the order asked for; ids that are gone are left out.
    Result<std::vector<Contact>> rows(const std::vector<ContactId> &ids);
    Result<qint64> count(const ContactQuery &query, UtcTime now);
    Result<qint64> count();

    /// A new contact, or an edit of the known one; the contact as it is then. Refused with the code "erased".
    Result<Contact> put(const PhoneNumber &phone, const QString &region, const ContactEdit &edit,
                        UtcTime now);
    /// NotFound with the code "no_contact".
    Result<Contact> edit(ContactId id, const ContactEdit &edit);

    /// Tags these contacts, or takes the tag away; how many had to be changed. Cancelled, the ones done so
    /// far stay done.
    Result<int> tag(const std::vector<ContactId> &ids, const QString &name, const CancelToken &cancel = {});
    Result<int> untag(const std::vector<ContactId> &ids, const QString &name, const CancelToken &cancel = {});
    Result<std::vector<TagCount>> tags();
    /// The same without counting anybody.
    Result<QStringList> tagNames();

    /// The countries of the contacts whose country is known.
    Result<std::vector<CountryCount>> countries();

    /// The attributes that any contact has had.
    Result<std::vector<Attribute>> attributes();
    Result<> setAttributeType(const QString &name, AttributeType type);

    /// Everything that passed between us, the latest first.
    Result<std::vector<ContactEvent>> history(ContactId id, int limit = 0);

    /// By a person: nobody writes to this number any more, in running campaigns neither. An unknown number
    /// becomes a contact.
    Result<> optOut(const PhoneNumber &phone, const QString &source, UtcTime now);

    /// The same for these contacts; how many had not opted out before. Cancelled, the ones done so far stay
    /// done.
    Result<int> optOut(const std::vector<ContactId> &ids, const QString &source, UtcTime now,
                       const CancelToken &cancel = {});

    /// The person agreed: lifts every earlier opt-out, an erasure too.
    Result<> optIn(const PhoneNumber &phone, const OptIn &optIn, UtcTime now);

    /// On the suppression list, or erased.
    Result<bool> isSuppressed(const PhoneNumber &phone);

private:
    Database &m_database;
};
