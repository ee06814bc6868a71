#include "storage/waitingpeople.h"

#include <QDir>
#include <QTemporaryFile>

#include <algorithm>
#include <cstring>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kReadAtOnce = 256 * 1024; ///< bytes of each piece
constexpr qsizetype kWrittenAtOnce = 1024 * 1024;

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
            const QByteArray read = m_file->seek(m_at) ? m_file->read(wanted) : QByteArray{};
            m_isBroken = read.isEmpty();
            if (m_isBroken)
                return false;
            m_buffer += read;
            m_at += read.size();
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

    /// Null at the end, and where the file cannot be read.
    const Person *next()
    {
        if (m_taken)
            advance(*std::exchange(m_taken, std::nullopt));
        if (m_heads.empty() || m_isBroken)
            return nullptr;
        std::pop_heap(m_heads.begin(), m_heads.end(), std::greater{});
        m_taken = m_heads.back().second;
        m_heads.pop_back();
        return &m_readers[*m_taken].person();
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
    std::optional<size_t> m_taken; ///< the reader of the person handed out last
    bool m_isBroken = false;
};

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
    m_piece.places.push_back({key, quint32(m_piece.bytes.size()), quint32(packed.size())});
    m_piece.bytes.append(packed.data(), packed.size());
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
    return m_merge->isBroken() ? Result<>{fileTrouble()} : Done{};
}

Result<std::optional<WaitingPeople::Person>> WaitingPeople::next()
{
    if (!m_merge) {
        return m_next < m_piece.places.size() ? std::optional{m_piece.at(m_next++)} : std::optional<Person>{};
    }
    if (const Person *person = m_merge->next())
        return std::optional{*person};
    if (m_merge->isBroken())
        return fileTrouble();
    return std::optional<Person>{};
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
