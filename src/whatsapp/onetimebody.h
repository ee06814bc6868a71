#pragma once

#include <QByteArray>
#include <QIODevice>

/// A request body that can be read once and never again. Qt re-sends a POST by itself, up to four times, when
/// a connection drops before the answer; it cannot do so with a sequential device that refuses to reset,
/// provided that the request also has a Content-Length and DoNotBufferUploadDataAttribute.
class OneTimeBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit OneTimeBody(QByteArray body, QObject *parent = nullptr);

    /// 0 proves that nothing of the body can have left.
    qint64 bytesHandedOut() const { return m_position; }

    /// Hands out nothing any more, so that what was said of bytesHandedOut() stays true: Qt may still ask for
    /// the body after its reply was aborted or has failed.
    void seal() { m_isSealed = true; }

    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool atEnd() const override;
    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *target, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_body;
    qint64 m_position = 0;
    bool m_isSealed = false;
};
