#pragma once

#include "domain/insights.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>
#include <vector>

class BackgroundDesk;
class CredentialVault;
class InsightsGateway;
class InsightsReader;
class Session;
struct InsightsQuestion;
struct KnownAccount;

/// Asks Meta now and then for its own totals of the templates that were sent of late, where Meta counts at
/// all: all that is known of deliveries on a computer to which no delivery events come. How often is
/// dueQuestion()'s business.
class InsightsWatch : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive it.
    InsightsWatch(BackgroundDesk &desk, CredentialVault &vault);
    InsightsWatch(BackgroundDesk &desk, CredentialVault &vault, std::unique_ptr<InsightsGateway> gateway);
    ~InsightsWatch() override;

    /// Looks soon, and then every ten minutes, whether something is due.
    void start();
    void look();

signals:
    /// A look is over: what was due, if anything, is asked, answered and kept, or has failed.
    void looked();

private:
    struct Due;

    void askAll(const std::vector<Due> &due);
    void ask(Due due);
    void keep(const QString &wabaId, const InsightsFindings &findings);
    void noteDone();

    BackgroundDesk &m_desk;
    std::unique_ptr<InsightsReader> m_reader;
    QTimer m_timer;
    QSet<QString> m_asking; ///< business accounts
    int m_underWay = 0; ///< looks and questions
};
