#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QCoreApplication>
#include <QString>

#include <future>
#include <memory>
#include <optional>
#include <span>
#include <vector>

class QTemporaryFile;

/// People of a list on their way into the contact book: the first some hundred thousand of them in memory,
/// more in a temporary file that only its owner can read and that ends with the program. It is written in
/// sorted pieces, by a thread of its own, and read in the order of the keys, so that millions need no more
/// memory than two pieces.
class WaitingPeople
{
    Q_DECLARE_TR_FUNCTIONS(WaitingPeople)

public:
    struct Person
    {
        quint64 key = 0;
        QByteArrayView packed;
    };

    static constexpr qsizetype kPieceSize = 24 * 1024 * 1024; ///< bytes

    /// The file is made in `folder` once there are more than a piece.
    explicit WaitingPeople(QString folder, qsizetype pieceSize = kPieceSize);
    ~WaitingPeople();
    WaitingPeople(const WaitingPeople &) = delete;
    WaitingPeople &operator=(const WaitingPeople &) = delete;

    /// Each key once. What goes wrong with the file is told by startReading().
    void add(quint64 key, QByteArrayView packed);
    qint64 count() const { return m_count; }

    /// Once, when all have been added. Up to `mostAsAdded` people come as they were added, more by their
    /// keys.
    Result<> startReading(qint64 mostAsAdded);
    /// Some, `atMost` of them; valid until the next call. Nobody at the end.
    Result<std::span<const Person>> next(size_t atMost);

    /// Whether the folder has a file of a program that died. Most systems leave none.
    static bool hasLeftovers(const QString &folder);
    /// Only while nobody has people waiting.
    static void removeLeftovers(const QString &folder);

private:
    struct Piece
    {
        struct Place
        {
            quint64 key = 0;
            quint32 begin = 0; ///< in `bytes`
            quint32 size = 0;
        };

        std::vector<Place> places;
        QByteArray bytes;

        void add(const Person &person);
        qsizetype size() const { return bytes.size() + qsizetype(places.size() * sizeof(Place)); }
        void sort();
        Person at(size_t index) const;
    };

    class PieceReader;
    class Merge;

    void sendToFile();
    void awaitFile();
    void gatherAhead();
    Result<> write(Piece piece);
    Error fileTrouble() const;

    QString m_folder;
    qsizetype m_pieceSize;
    Piece m_piece; ///< that is being filled, and later read
    qint64 m_count = 0;
    size_t m_next = 0; ///< of m_piece
    std::vector<Person> m_handedOut;
    std::future<Result<>> m_writing;
    std::unique_ptr<QTemporaryFile> m_file; ///< used by the thread of m_writing alone while there is one
    std::vector<qint64> m_ends; ///< of the pieces in the file; with the same owner
    std::optional<Error> m_trouble;
    std::unique_ptr<Merge> m_merge; ///< used by the thread of m_coming alone while there is one
    std::future<Piece> m_coming;
};
