#pragma once

#include <QIODevice>

#include <algorithm>
#include <functional>
#include <optional>

/// A file that exists only while it is read: row after row from a function, as large as wanted, and with a
/// disk that fails where wanted.
class GeneratedDevice final : public QIODevice
{
public:
    /// `row` gives the bytes of row n (from 0), with its line end.
    GeneratedDevice(qint64 rows, std::function<QByteArray(qint64)> row)
        : m_rows{rows}
        , m_row{std::move(row)}
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    void failAfter(qint64 bytes) { m_failAfter = bytes; }
    bool isSequential() const override { return true; }
    qint64 produced() const { return m_produced; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        if (m_failAfter && m_produced >= *m_failAfter) {
            setErrorString(QStringLiteral("Input/output error"));
            return -1;
        }
        while (m_pending.size() < maxSize && m_next < m_rows)
            m_pending += m_row(m_next++);
        qint64 length = std::min<qint64>(maxSize, m_pending.size());
        if (m_failAfter)
            length = std::min(length, *m_failAfter - m_produced);
        std::copy_n(m_pending.constData(), length, data);
        m_pending.remove(0, length);
        m_produced += length;
        return length;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qint64 m_rows;
    std::function<QByteArray(qint64)> m_row;
    QByteArray m_pending;
    qint64 m_next = 0;
    qint64 m_produced = 0;
    std::optional<qint64> m_failAfter;
};
