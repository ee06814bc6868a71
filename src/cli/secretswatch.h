#pragma once

#include "cli/metaconnection.h"
#include "workspace/changewatch.h"
#include "workspace/receptionbasis.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

/// Finds the app secrets of all accounts of a workspace for a command that receives events, and finds them
/// again whenever they may be others: accounts are added, and secrets given, in any program on it. Where they
/// cannot be looked up, as in a locked keychain, it looks again after a while. Answers come on the thread's
/// event loop.
class SecretsWatch final : public QObject
{
    Q_OBJECT

public:
    explicit SecretsWatch(std::shared_ptr<MetaConnection> meta, QObject *parent = nullptr);

    /// Once: found() or failed().
    void look();
    /// From now on, also by itself.
    void follow();
    bool isFollowing() const { return m_changes != nullptr; }
    /// Nothing is told any more.
    void stop();

signals:
    void found(const FoundAppSecrets &secrets);
    /// The same failure again is not told again.
    void failed(const Error &error);

private:
    void lookForOthers();
    void fail(const Error &error);

    std::shared_ptr<MetaConnection> m_meta;
    std::unique_ptr<ChangeWatch> m_changes; ///< while it looks by itself
    std::optional<ReceptionBasis> m_askedFor; ///< whose secrets were looked for last
    QTimer m_askAgain; ///< runs after they could not be looked up
    QString m_told; ///< the failure
    int m_question = 0; ///< counts, so that a late answer to an earlier one is not heard
};
