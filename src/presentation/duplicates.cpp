#include "presentation/duplicates.h"

#include "presentation/contacttablemodel.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Of the numbers that are given up, so many are named.
constexpr qsizetype kNumbersNamed = 3;

struct Duplicates
{
    Q_DECLARE_TR_FUNCTIONS(Duplicates)
};

QString textOf(DuplicatePeople::Reason reason)
{
    switch (reason) {
    case DuplicatePeople::Reason::SameUser: return Duplicates::tr("WhatsApp knows them as one person.");
    case DuplicatePeople::Reason::SameNumber:
        return Duplicates::tr("Their numbers are two ways to write the same one.");
    case DuplicatePeople::Reason::SameNameAndAddress:
        return Duplicates::tr("They have the same name and e-mail address.");
    }
    Q_UNREACHABLE();
}

QString givenUpText(const QStringList &numbers)
{
    if (numbers.size() > kNumbersNamed)
        return Duplicates::tr("Nobody is written to at their %Ln other numbers any more.", nullptr,
                              static_cast<int>(numbers.size()));
    //: %1 is one phone number, or up to three of them
    return Duplicates::tr("Nobody is written to at %1 any more.").arg(numbers.join(u", "_s));
}

} // namespace

QString reasonText(const DuplicatePeople &people)
{
    QStringList sentences;
    for (const DuplicatePeople::Reason reason : people.reasons)
        sentences << textOf(reason);
    return sentences.join(u' ');
}

QString personTitle(const Contact &person, const PhoneFormat &format)
{
    const QString phone = phoneText(person.phone, format);
    //: A person's name and phone number
    return person.name.isEmpty() ? phone : Duplicates::tr("%1 · %2").arg(person.name, phone);
}

QString personLine(const Contact &person)
{
    QStringList parts;
    if (const ConsentState consent = consentOf(person); consent != ConsentState::Unknown)
        parts << wordFor(consent);
    if (!person.tags.isEmpty())
        parts << person.tags.join(u", "_s);
    for (auto value = person.attributes.begin(); value != person.attributes.end(); ++value)
        //: The name of an attribute and its value
        parts << Duplicates::tr("%1: %2").arg(value.key(), *value);
    return parts.isEmpty() ? Duplicates::tr("Nothing else is known") : parts.join(u" · "_s);
}

QString mergeText(const DuplicatePeople &people, size_t kept, const PhoneFormat &format)
{
    QStringList others;
    for (size_t i = 0; i < people.contacts.size(); ++i) {
        if (i != kept)
            others << phoneText(people.contacts[i].phone, format);
    }
    QStringList sentences{
        Duplicates::tr("%1 keeps what it has and gets the tags and values that it lacks.")
            .arg(phoneText(people.contacts.at(kept).phone, format)),
        Duplicates::tr("Messages that wait are sent to it, once; what was sent stays in its history."),
        givenUpText(others),
    };
    const bool isStopped = std::any_of(people.contacts.begin(), people.contacts.end(),
                                       [](const Contact &person) { return person.isSuppressed; });
    if (isStopped)
        sentences << Duplicates::tr("One of them opted out, so this person gets nothing at any number.");
    return sentences.join(u' ');
}
