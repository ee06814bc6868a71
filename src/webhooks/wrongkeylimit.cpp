#include "webhooks/wrongkeylimit.h"

#include <QHostAddress>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

constexpr int kFree = 10; // so many wrong ones are answered at once
constexpr auto kFirstWait = 30s;
constexpr auto kLongestWait = std::chrono::seconds{1h};
constexpr int kMostDoublings = 7; // of the first wait: beyond the longest
constexpr auto kForgottenAfter = 2h;
constexpr qsizetype kMostRecords = 10'000; // a crowd of addresses must not take the memory
constexpr int kNetworkBits = 64;

QByteArray recordOf(const QByteArray &text)
{
    const QHostAddress address{QString::fromLatin1(text)};
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return text;
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    return {reinterpret_cast<const char *>(bytes.c), kNetworkBits / 8};
}

} // namespace

std::optional<std::chrono::seconds> WrongKeyLimit::waitOf(const QByteArray &address, MonotonicTime now) const
{
    const auto record = m_records.constFind(recordOf(address));
    if (record == m_records.constEnd() || record->heardFrom <= now)
        return std::nullopt;
    return std::chrono::ceil<std::chrono::seconds>(record->heardFrom - now);
}

void WrongKeyLimit::noteWrong(const QByteArray &address, MonotonicTime now)
{
    if (m_records.size() >= kMostRecords)
        forgetOld(now);
    Record &record = m_records[recordOf(address)];
    if (now - record.last > kForgottenAfter)
        record.wrong = 0;
    record.last = now;
    if (++record.wrong < kFree)
        return;
    const int doublings = std::min(record.wrong - kFree, kMostDoublings);
    record.heardFrom = now + std::min<std::chrono::seconds>(kFirstWait * (1 << doublings), kLongestWait);
}

/// Those that are heard again first; all of them where even that leaves too many.
void WrongKeyLimit::forgetOld(MonotonicTime now)
{
    m_records.removeIf([now](const auto &record) { return record->heardFrom <= now; });
    if (m_records.size() >= kMostRecords)
        m_records.clear();
}
