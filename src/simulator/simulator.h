#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "simulator/deliveryplan.h"
#include "simulator/faults.h"
#include "simulator/journal.h"
#include "simulator/practicetemplates.h"

#include <QUrl>

#include <functional>
#include <memory>

/// How a simulator behaves; as it stands, it is a lively practice partner.
struct SimulatorOptions
{
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 0; ///< 0: a free one
    /// Both in PEM: it then speaks HTTPS only.
    QByteArray certificate;
    QByteArray privateKey;
    std::chrono::milliseconds latency{0}; ///< before every answer
    std::chrono::milliseconds jitter{0}; ///< so much less or more than the latency, never below 0
    int messagesPerSecond = 80; ///< accepted in any second; more are refused with 130429. 0: no limit
    int managementCallsPerHour = 5000;
    std::vector<Fault> faults; ///< see parseFaults()
    QUrl webhookUrl; ///< may come later, see Simulator::setWebhookUrl()
    QByteArray appSecret; ///< signs the webhooks; empty: they go out unsigned
    QString journalFile; ///< appended to
    std::optional<quint64> seed; ///< the same seed gives each recipient the same fate
    QString token; ///< empty: a random one
    QString phoneNumberId = QStringLiteral("418700231459906");
    QString wabaId = QStringLiteral("396150742286113");
    bool isEnabledForInsights = true; ///< template_analytics tell figures; else 200007 until it is enabled
    DeliveryBehaviour behaviour;
    QJsonArray templates = practiceTemplates(); ///< as Meta's API lists them
    QStringList
        allowedRecipients; ///< digits; others are refused with 131030, as for a test number. Empty: all
    /// Called for every request on the simulator's own thread; must return soon.
    std::function<void(const JournalEntry &)> onRequest;
};

/// A Graph API on loopback, written from Meta's documentation alone: for practice and for tests. Runs on its
/// own threads; every function may be called from any thread that does not race with start() and stop().
class Simulator
{
public:
    /// The clock decides rate limits, expiry, prices and time stamps; delays run in real time.
    explicit Simulator(const Clock &clock);
    /// Stops.
    ~Simulator();

    Simulator(const Simulator &) = delete;
    Simulator &operator=(const Simulator &) = delete;

    Result<> start(const SimulatorOptions &options);
    void stop();

    /// "http://127.0.0.1:PORT", to be followed by a version or a node.
    QString url() const;
    QString token() const;
    QString phoneNumberId() const;
    QString wabaId() const;

    void setWebhookUrl(const QUrl &url);
    void setFaults(std::vector<Fault> faults);
    /// Whether there is such a template.
    bool setTemplateStatus(const QString &name, const QString &language, const QString &status);

    qint64 acceptedMessageCount() const;
    std::vector<JournalEntry> journal() const;

private:
    class Running;

    const Clock &m_clock;
    std::unique_ptr<Running> m_running;
};
