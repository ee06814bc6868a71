#include "storage/waitingpeople.h"

#include <QDir>
#include <QTemporaryFile>

#include <algorithm>
#include <cstring>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kReadAtOnce = 64 * 1024; ///< bytes of each piece
constexpr qsizetype kWrittenAtOnce = 1024 * 1024;
constexpr qsizetype kGatheredAtOnce = 1024 * 1024;

/// What stands before the bytes of a person in the file.
struct Heading
{
    quint64 key;
    quint64 size;
};

QString fileName(const QString &folder, const QString &distinction)
{
    return QDir{folder}.filePath(u"importing-%1.tmp"_s.arg(distinction));
}

QStringList leftovers(const QString &folder)
{
    return QDir{folder}.entryList({u"importing-*.tmp"_s}, QDir::Files | QDir::Hidden);
}

} // namespace

/// One piece of the file, person by person.
class WaitingPeople::PieceReader
{
public:
    PieceReader(QFile &file, qint64 begin, qint64 end)
        : m_file{&file}
        , m_at{begin}
        , m_end{end}
    {
    }

    /// False at the end, and where the file cannot be read.
    bool advance()
    {
        Heading heading;
        if (!hold(sizeof heading))
            return false;
        std::memcpy(&heading, m_buffer.constData() + m_begin, sizeof heading);
        m_begin += qsizetype(sizeof heading);
        const auto size = qsizetype(heading.size);
        if (!hold(size)) {
            m_isBroken = true;
            return false;
        }
        m_person = {heading.key, QByteArrayView{m_buffer}.sliced(m_begin, size)};
        m_begin += size;
        return true;
    }

    const Person &person() const { return m_person; }
    bool isBroken() const { return m_isBroken; }

private:
    /// Makes sure that so many bytes are at hand.
    bool hold(qsizetype bytes)
    {
        if (m_buffer.size() - m_begin >= bytes)
            return true;
        m_buffer.remove(0, m_begin);
        m_begin = 0;
        while (m_buffer.size() < bytes && m_at < m_end) {
            const qint64 wanted = std::min<qint64>(std::max(kReadAtOnce, bytes), m_end - m_at);
            const qsizetype held = m_buffer.size();
            m_buffer.resize(held + qsizetype(wanted));
            const qint64 read = m_file->seek(m_at) ? m_file->read(m_buffer.data() + held, wanted) : -1;
            m_buffer.resize(held + qsizetype(std::max<qint64>(read, 0)));
            m_isBroken = read <= 0;
            if (m_isBroken)
                return false;
            m_at += read;
        }
        return m_buffer.size() >= bytes;
    }

    QFile *m_file;
    qint64 m_at; ///< what is to be read next, in the file
    qint64 m_end;
    QByteArray m_buffer;
    qsizetype m_begin = 0; ///< of what has not been handed out, in m_buffer
    Person m_person;
    bool m_isBroken = false;
};

/// All pieces of the file at once, in the order of the keys.
class WaitingPeople::Merge
{
public:
    Merge(QFile &file, const std::vector<qint64> &ends)
    {
        qint64 begin = 0;
        for (const qint64 end : ends)
            m_readers.emplace_back(file, std::exchange(begin, end), end);
        for (size_t reader = 0; reader < m_readers.size(); ++reader)
            advance(reader);
    }

    /// The next people, sorted; nobody at the end, and where the file cannot be read.
    Piece gather()
    {
        Piece gathered;
        gathered.bytes.reserve(kGatheredAtOnce);
        while (!m_heads.empty() && !m_isBroken && gathered.bytes.size() < kGatheredAtOnce) {
            std::pop_heap(m_heads.begin(), m_heads.end(), std::greater{});
            const size_t reader = m_heads.back().second;
            m_heads.pop_back();
            gathered.add(m_readers[reader].person());
            advance(reader);
        }
        return gathered;
    }

    bool isBroken() const { return m_isBroken; }

private:
    void advance(size_t reader)
    {
        if (m_readers[reader].advance()) {
            m_heads.emplace_back(m_readers[reader].person().key, reader);
            std::push_heap(m_heads.begin(), m_heads.end(), std::greater{});
        }
        m_isBroken = m_isBroken || m_readers[reader].isBroken();
    }

    std::vector<PieceReader> m_readers;
    std::vector<std::pair<quint64, size_t>> m_heads; ///< keys with their readers, the least one first
    bool m_isBroken = false;
};

void WaitingPeople::Piece::add(const Person &person)
{
    places.push_back({person.key, quint32(bytes.size()), quint32(person.packed.size())});
    bytes.append(person.packed.data(), person.packed.size());
}

void WaitingPeople::Piece::sort()
{
    std::sort(places.begin(), places.end(), [](const Place &a, const Place &b) { return a.key < b.key; });
}

WaitingPeople::Person WaitingPeople::Piece::at(size_t index) const
{
    const Place &place = places[index];
    return {place.key, QByteArrayView{bytes}.sliced(qsizetype(place.begin), qsizetype(place.size))};
}

WaitingPeople::WaitingPeople(QString folder, qsizetype pieceSize)
    : m_folder{std::move(folder)}
    , m_pieceSize{pieceSize}
{
}

WaitingPeople::~WaitingPeople()
{
    awaitFile();
}

void WaitingPeople::add(quint64 key, QByteArrayView packed)
{
    if (!m_piece.places.empty() && m_piece.size() + packed.size() > m_pieceSize)
        sendToFile();
    m_piece.add({key, packed});
    ++m_count;
}

Result<> WaitingPeople::startReading(qint64 mostAsAdded)
{
    if (!m_file) {
        if (m_count > mostAsAdded)
            m_piece.sort();
        return m_trouble ? Result<>{*m_trouble} : Done{};
    }
    sendToFile();
    awaitFile();
    if (m_trouble)
        return *m_trouble;
    m_merge = std::make_unique<Merge>(*m_file, m_ends);
    gatherAhead();
    return Done{};
}

Result<std::span<const WaitingPeople::Person>> WaitingPeople::next(size_t atMost)
{
    if (m_next == m_piece.places.size() && m_coming.valid()) {
        m_piece = m_coming.get();
        m_next = 0;
        if (m_merge->isBroken())
            return fileTrouble();
        if (!m_piece.places.empty())
            gatherAhead();
    }
    m_handedOut.clear();
    while (m_handedOut.size() < atMost && m_next < m_piece.places.size())
        m_handedOut.push_back(m_piece.at(m_next++));
    return std::span<const Person>{m_handedOut};
}

bool WaitingPeople::hasLeftovers(const QString &folder)
{
    return !leftovers(folder).isEmpty();
}

void WaitingPeople::removeLeftovers(const QString &folder)
{
    for (const QString &file : leftovers(folder))
        QFile::remove(QDir{folder}.filePath(file));
}

/// Begins to write what has been gathered. After some trouble it is only dropped: nobody will be read.
void WaitingPeople::sendToFile()
{
    awaitFile();
    Piece piece = std::exchange(m_piece, {});
    m_piece.bytes.reserve(m_pieceSize);
    if (!m_file && !m_trouble) {
        // Where the system can do that, the file has no name, and is gone whenever the program ends.
        m_file = std::make_unique<QTemporaryFile>(fileName(m_folder, u"XXXXXX"_s));
        if (!m_file->open())
            m_trouble = fileTrouble();
    }
    if (m_trouble)
        return;
    m_writing = std::async(std::launch::async | std::launch::deferred,
                           [this, piece = std::move(piece)]() mutable { return write(std::move(piece)); });
}

void WaitingPeople::awaitFile()
{
    if (!m_writing.valid())
        return;
    if (const Result<> written = m_writing.get(); !written)
        m_trouble = written.error();
}

/// While those at hand are dealt with.
void WaitingPeople::gatherAhead()
{
    m_coming = std::async(std::launch::async | std::launch::deferred, [this] { return m_merge->gather(); });
}

/// On a thread of its own.
Result<> WaitingPeople::write(Piece piece)
{
    piece.sort();
    QByteArray bytes;
    bytes.reserve(kWrittenAtOnce);
    const auto send = [&] {
        const bool isSent = m_file->write(bytes) == bytes.size();
        bytes.resize(0);
        return isSent;
    };
    for (size_t i = 0; i < piece.places.size(); ++i) {
        const Person person = piece.at(i);
        const Heading heading{person.key, quint64(person.packed.size())};
        bytes.append(reinterpret_cast<const char *>(&heading), sizeof heading);
        bytes.append(person.packed.data(), person.packed.size());
        if (bytes.size() >= kWrittenAtOnce && !send())
            return fileTrouble();
    }
    if (!send() || !m_file->flush())
        return fileTrouble();
    m_ends.push_back(m_file->pos());
    return Done{};
}

Error WaitingPeople::fileTrouble() const
{
    return {ErrorKind::Storage,
            tr("The list needs room for a temporary file in “%1”, which cannot be used: %2.")
                .arg(QDir::toNativeSeparators(m_folder), m_file->errorString()),
            u"temporary_file"_s, m_file->errorString()};
}
