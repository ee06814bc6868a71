#pragma once

#include "base/clock.h"

#include <QByteArray>
#include <QHash>

#include <chrono>
#include <optional>

/// Lets an address try only a few wrong keys: after them it is heard no more for a while, which grows with
/// every further one. A network of IPv6 (/64) counts as one address.
class WrongKeyLimit
{
public:
    /// How long this address is not heard, whatever key it brings; nothing: it is.
    std::optional<std::chrono::seconds> waitOf(const QByteArray &address, MonotonicTime now) const;
    void noteWrong(const QByteArray &address, MonotonicTime now);

private:
    struct Record
    {
        int wrong = 0;
        MonotonicTime last;
        MonotonicTime heardFrom; ///< again
    };

    void forgetOld(MonotonicTime now);

    QHash<QByteArray, Record> m_records;
};
