#include "webhookposting.h"

#include "http/blockingclient.h"
#include "webhooks/webhooksignature.h"
#include "workspace/deliveryintake.h"

#include <QElapsedTimer>
#include <QEventLoop>

#include <atomic>
#include <memory>
#include <thread>

using namespace Qt::StringLiterals;

QByteArray signedPost(const QByteArray &body)
{
    return "POST /webhook HTTP/1.1\r\nHost: localhost\r\nX-Hub-Signature-256: "
        + webhookSignature(kPostingSecret, body) + "\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

Listening::Listening(WebhookSinkFactory makeSink)
    : m_thread{m_clock, std::move(makeSink)}
{
    QEventLoop loop;
    QObject::connect(&m_thread, &ListeningThread::listening, &loop, [&](quint16 port) {
        m_port = port;
        loop.quit();
    });
    QObject::connect(&m_thread, &ListeningThread::failed, &loop, &QEventLoop::quit);
    m_thread.listen({.appSecrets = {kPostingSecret}});
    loop.exec();
}

WebhookSinkFactory intoDatabase(const QString &path)
{
    return [path]() -> Result<WebhookSink> {
        static const SystemClock clock;
        Result<std::unique_ptr<DeliveryIntake>> opened = DeliveryIntake::open(path, clock);
        if (!opened)
            return opened.error();
        return WebhookSink{
            [intake = std::shared_ptr<DeliveryIntake>{*std::move(opened)}](const ReceivedWebhook &webhook) {
                return intake->take(webhook.rawBody, webhook.events, webhook.receivedAt);
            }};
    };
}

Error lostEvents()
{
    return {ErrorKind::Internal, u"Not every event was answered 200 and is there."_s, u"lost"_s, {}};
}

void postMeanwhile(int threads, const std::function<void(int)> &post)
{
    QEventLoop loop;
    std::atomic<int> running{threads};
    std::vector<std::thread> posting;
    for (int number = 0; number < threads; ++number) {
        posting.emplace_back([&, number] {
            post(number);
            if (--running == 0)
                QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
        });
    }
    loop.exec();
    for (std::thread &thread : posting)
        thread.join();
}

Result<double> postAll(quint16 port, const std::vector<QByteArray> &requests, int connections)
{
    std::atomic<size_t> next{0};
    std::atomic<bool> isEveryOneTaken{true};
    QElapsedTimer timer;
    timer.start();
    postMeanwhile(connections, [&](int) {
        BlockingClient poster{port};
        for (size_t i = next++; i < requests.size(); i = next++) {
            if (poster.post(requests[i]) != 200)
                isEveryOneTaken = false;
        }
    });
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    if (!isEveryOneTaken)
        return lostEvents();
    return seconds;
}
