#pragma once

#include "base/cancel.h"
#include "base/clock.h"
#include "base/result.h"
#include "domain/phonenumber.h"
#include "storage/waitingpeople.h"

#include <QByteArrayView>
#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

class Database;

/// What becomes of a contact that a file names again.
enum class KnownContacts {
    Keep, ///< stays as it is, but for tags
    FillGaps, ///< gets what it has not yet
    Overwrite, ///< gets what the file says
};

/// What is true of everybody in a file.
struct ArrivalTerms
{
    QStringList tags;
    QString optInSource; ///< how they agreed; empty: nothing is known about it
    QString optInWords;
    QString optInFile; ///< SHA-256 of the file, in hex
    std::optional<UtcTime> optedInAt; ///< now, if they agreed and nothing else is said
    KnownContacts known = KnownContacts::FillGaps;
};

/// The people of a file on their way into the contact book. They wait outside the database, in bounded
/// memory, and are published in transactions of some 16 ms, between which others write; nobody sees one of
/// them in the book before all are there. Then, in one transaction, the import is whole: contacts that the
/// book had before are changed from there on, a few in that transaction, many in further short ones.
/// Cancelled, after an error or with the death of the process before that moment, nothing has come; after it
/// settleUnfinished() brings the rest.
class ContactArrivals
{
public:
    /// How far publishing is, in people.
    using Progress = std::function<void(qint64 published)>;
    /// Whether somebody is sending, who must not wait.
    using IsSending = std::function<bool()>;

    struct Outcome
    {
        qint64 added = 0;
        qint64 known = 0;
        bool wasCancelled = false;
    };

    /// Where there are too many to wait in memory, the others do so in a file beside the database: above
    /// about twice `mostInMemory` bytes.
    explicit ContactArrivals(Database &database, qsizetype mostInMemory = WaitingPeople::kPieceSize);
    ~ContactArrivals();
    ContactArrivals(const ContactArrivals &) = delete;
    ContactArrivals &operator=(const ContactArrivals &) = delete;

    /// Each number, given by its digits, once; `packed` by packPerson().
    void addPacked(quint64 digits, QByteArrayView packed);
    void add(const PhoneNumber &phone, const QString &region, const QString &name,
             const QMap<QString, QString> &attributes);
    qint64 count() const { return m_people.count(); }

    /// Once. Up to a few thousand people come in the order in which they were added, more in that of their
    /// numbers. Only one process may be in here at a time.
    Result<Outcome> publish(const ArrivalTerms &terms, UtcTime now, const CancelToken &cancel,
                            const Progress &progress, const IsSending &isSending);

    /// Deals with what a process left that died while it published: finishes an import that was whole, takes
    /// back any other. Only while nobody publishes.
    static Result<> settleUnfinished(Database &database, const IsSending &isSending);
    /// What a process has left, or is at. Cheap.
    enum class Unfinished { Nothing, Part, Whole };
    static Result<Unfinished> unfinished(Database &database);

    /// A person has put this number into the book by hand: where it is on its way there, it is seen at once,
    /// and stays whatever becomes of the import. Inside a transaction.
    static Result<> letBeSeen(Database &database, const PhoneNumber &phone);

    /// How many imports have become whole in this workspace.
    static Result<qint64> wholeSoFar(Database &database);

private:
    class Publisher;

    Database &m_database;
    WaitingPeople m_people;
};
