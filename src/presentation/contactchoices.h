#pragma once

#include "base/clock.h"
#include "domain/attribute.h"
#include "domain/ids.h"
#include "domain/recipientstatus.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

/// Which people of the contact book a page shows, and in which order.
struct ContactFilter
{
    enum class Consent { Everybody, OptedIn, Unknown, OptedOut };
    enum class Order { Added, Phone, Name, Country, Tags, Consent };

    Consent consent = Consent::Everybody;
    QString tag; ///< empty: with any or none
    QString country; ///< ISO code of the number's country; empty: of any
    QString search; ///< a part of the number or of the name
    Order order = Order::Added;
    bool isDescending = true; ///< the latest first

    bool isEverybody() const
    {
        return consent == Consent::Everybody && tag.isEmpty() && country.isEmpty() && search.isEmpty();
    }
    friend bool operator==(const ContactFilter &, const ContactFilter &) = default;
};

/// The whole contact book in numbers.
struct ContactFigures
{
    using Counted = std::vector<std::pair<QString, qint64>>;

    qint64 all = 0;
    qint64 optedIn = 0;
    qint64 unknown = 0;
    qint64 optedOut = 0;
    Counted tags; ///< with how many people have each
    Counted countries; ///< ISO codes, with how many numbers are of each
    std::vector<Attribute> attributes; ///< that any person has had

    friend bool operator==(const ContactFigures &, const ContactFigures &) = default;
};

/// What a person writes about somebody.
struct ContactForm
{
    QString phone; ///< as typed; of somebody new
    QString name;
    QStringList tags;
    QMap<QString, QString> attributes; ///< as they are stored; an empty value takes the attribute away
    std::vector<Attribute> newAttributes; ///< among them, those that nobody has had before
};

/// One thing that passed between us and a person.
struct ContactHappening
{
    UtcTime at;
    QString title; ///< the campaign's name; empty: a message outside campaigns
    QString words; ///< the person's, or ours
    std::optional<RecipientStatus> status; ///< of a message of a campaign
    bool isFromThem = false;
    bool isOptOut = false;

    friend bool operator==(const ContactHappening &, const ContactHappening &) = default;
};
