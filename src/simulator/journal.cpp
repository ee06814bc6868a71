#include "simulator/journal.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kKeptEntries = 250'000;

QString verdictWord(RequestVerdict verdict)
{
    switch (verdict) {
    case RequestVerdict::Accepted: return u"accepted"_s;
    case RequestVerdict::Refused: return u"refused"_s;
    case RequestVerdict::DroppedBefore: return u"dropped_before"_s;
    case RequestVerdict::DroppedAfter: return u"dropped_after"_s;
    }
    Q_UNREACHABLE();
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue{} : QJsonValue{text};
}

} // namespace

QByteArray toJournalLine(const JournalEntry &entry)
{
    const QJsonObject line{
        {u"at"_s,         toIsoText(entry.at)                                   },
        {u"seq"_s,        entry.seq                                             },
        {u"method"_s,     QString::fromLatin1(entry.method)                     },
        {u"path"_s,       QString::fromUtf8(entry.path)                         },
        {u"to"_s,         textOrNull(entry.to)                                  },
        {u"opaque"_s,     textOrNull(entry.opaque)                              },
        {u"verdict"_s,    verdictWord(entry.verdict)                            },
        {u"message_id"_s, textOrNull(entry.messageId)                           },
        {u"code"_s,       entry.code < 0 ? QJsonValue{} : QJsonValue{entry.code}},
    };
    return QJsonDocument{line}.toJson(QJsonDocument::Compact) + '\n';
}

Result<> Journal::open(const QString &path)
{
    const std::lock_guard lock{m_mutex};
    m_file.setFileName(path);
    // Unbuffered: each line is in the system's hands when add() returns.
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) {
        return Error{ErrorKind::Storage,
                     tr("The journal “%1” cannot be written: %2.").arg(path, m_file.errorString()),
                     u"journal"_s};
    }
    return Done{};
}

JournalEntry Journal::add(JournalEntry entry)
{
    const std::lock_guard lock{m_mutex};
    entry.seq = ++m_lastSeq;
    if (m_file.isOpen())
        m_file.write(toJournalLine(entry));
    m_entries.push_back(entry);
    if (m_entries.size() > kKeptEntries)
        m_entries.pop_front();
    return entry;
}

std::vector<JournalEntry> Journal::entries() const
{
    const std::lock_guard lock{m_mutex};
    return {m_entries.begin(), m_entries.end()};
}
