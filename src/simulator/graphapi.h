#pragma once

#include "base/clock.h"
#include "http/httpmessage.h"
#include "simulator/accountprofile.h"
#include "simulator/faults.h"
#include "simulator/insightsbook.h"
#include "simulator/journal.h"
#include "simulator/mediashelf.h"
#include "simulator/ratelimits.h"
#include "simulator/seededrandom.h"
#include "simulator/simulator.h"
#include "simulator/templateshelf.h"
#include "simulator/webhookbody.h"

#include <QUrlQuery>

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
    /// An answer, or a refusal in its place.
    using Answer = std::variant<HttpResponse, GraphRefusal>;

    struct Call;

    /// A person who wrote back.
    struct Person
    {
        UtcTime wroteAt{};
        bool hasStoppedMarketing = false;
    };

    Answer route(const Call &call, HandledRequest &handled);
    bool isAuthorized(const HttpRequest &request) const;

    Answer postMessage(const QJsonObject &message, HandledRequest &handled);
    Answer acceptOrRefuse(const QJsonObject &message, const QByteArray &waId, HandledRequest &handled);
    HttpResponse accept(const QJsonObject &message, const PostedMessage &outgoing, const QByteArray &waId,
                        HandledRequest &handled);
    void planEvents(const PostedMessage &outgoing, const SentMessage &sent, HandledRequest &handled);
    QString nextMessageId(const QByteArray &waId);

    Answer answerManagement(const Call &call);
    Answer readNumber(const Call &call) const;
    Answer readAccount(const Call &call) const;
    Answer listNumbers(const Call &call) const;
    Answer listTemplates(const Call &call) const;
    Answer tellInsights(const Call &call) const;
    Answer enableInsights(const Call &call);
    Answer subscribedApps(const Call &call);
    Answer readTemplate(const Call &call) const;
    Answer uploadMedia(const Call &call);
    Answer answerMedia(const Call &call);
    Answer downloadMedia(const Call &call) const;

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
    MediaShelf m_media;
    InsightsBook m_insights;
    SlidingWindow m_sendWindow;
    SlidingWindow m_managementWindow;
    PairLimit m_pairLimit;
    SeededRandom m_traces;
    bool m_isAppSubscribed = false;
    qint64 m_messageNumber = 0;
    std::unordered_map<std::string, Person> m_people;
    std::unordered_map<std::string, int> m_messagesTo;
};
