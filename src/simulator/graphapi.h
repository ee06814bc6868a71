#pragma once

#include "base/clock.h"
#include "http/httpmessage.h"
#include "simulator/accountprofile.h"
#include "simulator/faults.h"
#include "simulator/graphcall.h"
#include "simulator/insightsbook.h"
#include "simulator/journal.h"
#include "simulator/managementapi.h"
#include "simulator/mediaapi.h"
#include "simulator/ratelimits.h"
#include "simulator/seededrandom.h"
#include "simulator/simulator.h"
#include "simulator/templateshelf.h"
#include "simulator/webhookbody.h"

#include <mutex>
#include <unordered_map>

/// What is to be done about one request.
struct HandledRequest
{
    std::optional<HttpResponse> response; ///< nothing: the connection is closed without an answer
    std::chrono::milliseconds extraDelay{0};
    JournalEntry entry; ///< not yet numbered
    std::shared_ptr<const SentMessage> accepted; ///< a message whose events must be scheduled
    std::vector<PlannedEvent> events;
};

/// The answers of the Graph API, without a network: requests in, answers and their consequences out.
/// May be used from any thread.
class GraphApi
{
public:
    GraphApi(const Clock &clock, const SimulatorOptions &options, QString token);

    HandledRequest handle(const HttpRequest &request);

    void setFaults(std::vector<Fault> faults) { m_faults.replace(std::move(faults)); }
    bool setTemplateStatus(const QString &name, const QString &language, const QString &status);

private:
    /// A person who wrote back.
    struct Person
    {
        UtcTime wroteAt{};
        bool hasStoppedMarketing = false;
    };

    GraphAnswer route(const GraphCall &call, HandledRequest &handled);
    bool isAuthorized(const HttpRequest &request) const;

    GraphAnswer postMessage(const QJsonObject &message, HandledRequest &handled);
    GraphAnswer acceptOrRefuse(const QJsonObject &message, const QByteArray &waId, HandledRequest &handled);
    HttpResponse accept(const QJsonObject &message, const PostedMessage &outgoing, const QByteArray &waId,
                        HandledRequest &handled);
    void planEvents(const PostedMessage &outgoing, const SentMessage &sent, HandledRequest &handled);
    QString nextMessageId(const QByteArray &waId);

    QString nextTraceId();

    const Clock &m_clock;
    const AccountProfile m_account;
    const QString m_token;
    const quint64 m_seed;
    const DeliveryBehaviour m_behaviour;
    const QStringList m_allowedRecipients;
    FaultList m_faults;

    // Owner: this class; guards everything below between the server's thread and whoever changes a template.
    std::mutex m_mutex;
    TemplateShelf m_templates;
    InsightsBook m_insights;
    MediaApi m_media;
    ManagementApi m_management;
    SlidingWindow m_sendWindow;
    PairLimit m_pairLimit;
    SeededRandom m_traces;
    qint64 m_messageNumber = 0;
    std::unordered_map<std::string, Person> m_people;
    std::unordered_map<std::string, int> m_messagesTo;
};
