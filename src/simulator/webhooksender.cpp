#include "simulator/webhooksender.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

#include <algorithm>
#include <array>

using namespace std::chrono_literals;

namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

constexpr int kMostHeldEvents = 500'000;
constexpr std::size_t kMostHeldRetries = 500;
constexpr int kMostInOnePost = 100;
constexpr int kMostAtOnce = 4;
constexpr int kAnswerTimeout = 10'000; // milliseconds
constexpr std::array<std::chrono::milliseconds, 7> kRetryDelays{250ms, 1s, 3s, 8s, 20s, 40s, 60s};

struct DueEvent
{
    SteadyTime due;
    std::shared_ptr<const SentMessage> message;
    PlannedEvent event;
};

struct Post
{
    SteadyTime due;
    QByteArray body;
    std::size_t failures = 0;
};

constexpr auto kIsLater = [](const auto &left, const auto &right) { return left.due > right.due; };

} // namespace

class WebhookSender::Worker : public QObject
{
public:
    Worker(AccountProfile account, QByteArray appSecret, std::shared_ptr<std::atomic<int>> heldEvents)
        : m_account{std::move(account)}
        , m_appSecret{std::move(appSecret)}
        , m_heldEvents{std::move(heldEvents)}
    {
    }

    void open()
    {
        m_network = new QNetworkAccessManager{this};
        m_network->setProxy(QNetworkProxy::NoProxy);
        m_timer = new QTimer{this};
        m_timer->setSingleShot(true);
        m_timer->setTimerType(Qt::PreciseTimer);
        connect(m_timer, &QTimer::timeout, this, &Worker::postDue);
    }

    void setUrl(const QUrl &url) { m_url = url; }

    void schedule(const std::shared_ptr<const SentMessage> &message, std::vector<PlannedEvent> events)
    {
        const SteadyTime now = std::chrono::steady_clock::now();
        for (PlannedEvent &event : events) {
            m_events.push_back({now + event.after, message, std::move(event)});
            std::push_heap(m_events.begin(), m_events.end(), kIsLater);
        }
        waitForNext();
    }

private:
    void postDue()
    {
        const SteadyTime now = std::chrono::steady_clock::now();
        while (m_inFlight < kMostAtOnce && !m_retries.empty() && m_retries.front().due <= now) {
            std::pop_heap(m_retries.begin(), m_retries.end(), kIsLater);
            Post retry = std::move(m_retries.back());
            m_retries.pop_back();
            post(std::move(retry));
        }
        while (m_inFlight < kMostAtOnce && !m_events.empty() && m_events.front().due <= now) {
            const QJsonArray changes = takeDueChanges(now);
            if (!m_url.isEmpty())
                post({now, webhookBody(changes, m_account)});
        }
        waitForNext();
    }

    QJsonArray takeDueChanges(SteadyTime now)
    {
        QJsonArray changes;
        while (!m_events.empty() && m_events.front().due <= now && changes.size() < kMostInOnePost) {
            std::pop_heap(m_events.begin(), m_events.end(), kIsLater);
            const DueEvent due = std::move(m_events.back());
            m_events.pop_back();
            --*m_heldEvents;
            if (!m_url.isEmpty())
                changes.append(webhookChange(due.event, *due.message, m_account));
        }
        return changes;
    }

    void post(Post due)
    {
        QNetworkRequest request{m_url};
        request.setRawHeader("Content-Type", "application/json");
        request.setRawHeader("User-Agent", "facebookexternalua");
        if (!m_appSecret.isEmpty())
            request.setRawHeader("X-Hub-Signature-256", bodySignature(due.body, m_appSecret));
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setTransferTimeout(kAnswerTimeout);
        ++m_inFlight;
        QNetworkReply *reply = m_network->post(request, due.body);
        connect(reply, &QNetworkReply::finished, this, [this, reply, due] {
            reply->deleteLater();
            --m_inFlight;
            if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 200)
                retryLater(due);
            postDue();
        });
    }

    void retryLater(Post due)
    {
        if (due.failures >= kRetryDelays.size() || m_retries.size() >= kMostHeldRetries)
            return;
        due.due = std::chrono::steady_clock::now() + kRetryDelays[due.failures++];
        m_retries.push_back(std::move(due));
        std::push_heap(m_retries.begin(), m_retries.end(), kIsLater);
    }

    void waitForNext()
    {
        if (m_inFlight >= kMostAtOnce || (m_events.empty() && m_retries.empty()))
            return; // an answer, or the next event, goes on from here
        SteadyTime next = SteadyTime::max();
        if (!m_events.empty())
            next = m_events.front().due;
        if (!m_retries.empty())
            next = std::min(next, m_retries.front().due);
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(next - std::chrono::steady_clock::now());
        m_timer->start(std::max(left, 0ms));
    }

    const AccountProfile m_account;
    const QByteArray m_appSecret;
    const std::shared_ptr<std::atomic<int>> m_heldEvents;
    QNetworkAccessManager *m_network = nullptr;
    QTimer *m_timer = nullptr;
    QUrl m_url;
    std::vector<DueEvent> m_events; ///< a heap, the next one first
    std::vector<Post> m_retries; ///< likewise
    int m_inFlight = 0;
};

WebhookSender::WebhookSender(AccountProfile account, QByteArray appSecret)
    : m_worker{
        new Worker{std::move(account), std::move(appSecret), m_heldEvents}
}
{
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::started, m_worker, &Worker::open);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

WebhookSender::~WebhookSender()
{
    m_thread.quit();
    m_thread.wait();
}

void WebhookSender::setUrl(const QUrl &url)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, url] { worker->setUrl(url); });
}

void WebhookSender::schedule(std::shared_ptr<const SentMessage> message, std::vector<PlannedEvent> events)
{
    if (events.empty() || *m_heldEvents > kMostHeldEvents)
        return;
    *m_heldEvents += int(events.size());
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, message = std::move(message), events = std::move(events)]() mutable {
            worker->schedule(message, std::move(events));
        });
}
