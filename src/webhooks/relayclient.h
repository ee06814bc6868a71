#pragma once

#include "base/result.h"
#include "domain/relay.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QSslCertificate>
#include <QUrl>

#include <chrono>
#include <functional>

class QNetworkReply;

/// How a desktop reaches its relay.
struct RelayAccess
{
    QUrl url;
    QByteArray key;
    QList<QSslCertificate> extraCertificates; ///< trusted beside those of the system
    QString workspace = {}; ///< the identity of the one that asks; a key serves one only

    friend bool operator==(const RelayAccess &, const RelayAccess &) = default;
};

/// What a person wrote as the address of a relay, without a path of ours at the end. BadInput with the code
/// "bad_relay_address"; Refused with the code "not_secure" where the key would travel unencrypted.
Result<QUrl> readRelayAddress(const QString &text);

/// Asks one relay, over HTTPS (HTTP on this computer only). Errors, all of kind Network or Refused, by code:
/// "unreachable", "untrusted_certificate", "wrong_key", "too_many_wrong_keys", "key_in_use" (another
/// workspace fetches with it), "relay_unwell" (it cannot store or read at this moment), "not_a_relay".
/// Answers come on the thread's event loop, exactly once, unless the client goes first.
class RelayClient final : public QObject
{
    Q_OBJECT

public:
    /// `wait`: how long the relay wishes not to be asked again.
    template <typename T>
    using Answer = std::function<void(const Result<T> &result, std::chrono::seconds wait)>;

    explicit RelayClient(RelayAccess access, QObject *parent = nullptr);
    ~RelayClient() override;

    /// For whom it asks from now on.
    void setWorkspace(const QString &identity) { m_access.workspace = identity; }

    /// What waits for this desktop. Where nothing does, the answer comes when something arrives, at the
    /// latest after `patience`.
    void pull(std::chrono::seconds patience, int mostBodies, Answer<RelayBatch> answer);
    /// Everything up to this number is stored here for good.
    void acknowledge(qint64 upTo, Answer<Done> answer);
    /// Whether a relay is there at all, which needs no key.
    void askHealth(Answer<Done> answer);

private:
    QNetworkRequest requestTo(const QString &path, std::chrono::seconds patience) const;
    QString forWorkspace() const;
    void follow(QNetworkReply *reply, Answer<QByteArray> answer);

    RelayAccess m_access;
    const QByteArray m_session; ///< so that a relay tells our next question from another client's
    QNetworkAccessManager m_network;
};
