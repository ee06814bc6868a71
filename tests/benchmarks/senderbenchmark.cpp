#include "senderbenchmark.h"

#include "processusage.h"
#include "sendingports.h"
#include "sendingworkspace.h"
#include "simulatorprocess.h"

#include "base/clock.h"
#include "engine/sender.h"
#include "storage/directmessagestore.h"
#include "storage/sqlitesendledger.h"
#include "support/loopbackcertificate.h"
#include "whatsapp/graphmessagegateway.h"

#include <QEventLoop>
#include <QSslCertificate>
#include <QTimer>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kLatency = 200ms;

/// What one run cost and reached.
struct Run
{
    Arrivals arrivals;
    double processorPerMessage = 0; ///< microseconds, with all that a run begins and ends with
    double shareOfCore = 0; ///< once it ran smoothly
    double megabytes = 0; ///< at its end
    double growth = 0; ///< megabytes since it ran smoothly

    double steadyProcessorPerMessage() const { return shareOfCore * 1e6 / arrivals.perSecond; }
};

/// Reads what a run costs, from its making to stop().
class RunMeter
{
public:
    RunMeter()
    {
        QTimer::singleShot(kSettlingTime, &m_context, [this] {
            m_settledMegabytes = residentMegabytes();
            m_settled = Reading{};
        });
    }

    /// The last message has been handed over; answers are still awaited.
    void noteLastMessage()
    {
        const Reading now;
        m_shareOfCore = std::chrono::duration<double>{now.spent - m_settled.spent}
            / std::chrono::duration<double>{now.at - m_settled.at};
    }

    void stop()
    {
        m_spent = processorTime() - m_begun.spent;
        m_megabytes = residentMegabytes();
    }

    Run runWith(const Arrivals &arrivals) const
    {
        Run run;
        run.arrivals = arrivals;
        run.processorPerMessage =
            static_cast<double>(m_spent.count()) / static_cast<double>(arrivals.accepted);
        run.shareOfCore = m_shareOfCore;
        run.megabytes = m_megabytes;
        run.growth = m_megabytes - m_settledMegabytes;
        return run;
    }

private:
    struct Reading
    {
        std::chrono::microseconds spent = processorTime();
        std::chrono::steady_clock::time_point at = std::chrono::steady_clock::now();
    };

    QObject m_context;
    const Reading m_begun;
    Reading m_settled;
    std::chrono::microseconds m_spent{0};
    double m_shareOfCore = 0;
    double m_settledMegabytes = 0;
    double m_megabytes = 0;
};

GraphTransportOptions transportOptions(const SimulatorWay &way)
{
    GraphTransportOptions options;
    if (way.isTls)
        options.extraCertificates = {QSslCertificate{kLoopbackCertificate}};
    return options;
}

Error lostMessages(const QString &what)
{
    return {ErrorKind::Internal, what, u"lost"_s, {}};
}

/// Keeps so many requests in flight, with nothing around the client.
Result<Run> runGateway(int inFlight, const SimulatorWay &way, std::chrono::seconds runTime)
{
    Result<std::unique_ptr<SimulatorProcess>> simulator = SimulatorProcess::start(way);
    if (!simulator)
        return simulator.error();
    const std::shared_ptr<const Credential> credential = credentialFor(**simulator, {1});
    const auto sent = std::make_shared<const MessageTemplate>(practiceTemplate());

    QEventLoop loop;
    RunMeter meter;
    GraphMessageGateway gateway{transportOptions(way)};
    int number = 0;
    int pending = 0;
    int accepted = 0;
    bool isOver = false;
    QTimer::singleShot(runTime, &loop, [&] {
        isOver = true;
        meter.noteLastMessage();
    });
    const std::function<void()> sendNext = [&] {
        ++pending;
        ++number;
        gateway.send({makeAttemptId(), credential, practicePhone(number), sent, practiceValues(number), {}},
                     [&](const SendOutcome &outcome) {
                         --pending;
                         accepted += std::holds_alternative<Accepted>(outcome) ? 1 : 0;
                         if (!isOver)
                             sendNext();
                         else if (pending == 0)
                             loop.quit();
                     });
    };
    // Spread over one answer time, so that they do not travel in a pack, which would be cheaper.
    for (int i = 0; i < inFlight; ++i)
        QTimer::singleShot(way.latency * i / inFlight, Qt::PreciseTimer, &loop, sendNext);
    loop.exec();
    meter.stop();
    const Result<Arrivals> arrivals = (*simulator)->stop();
    if (!arrivals)
        return arrivals.error();
    if (accepted != arrivals->accepted || arrivals->others > 0)
        return lostMessages(u"The client and the server count differently."_s);
    return meter.runWith(*arrivals);
}

Result<Run> runSender(const SendRate &rate, const SenderBenchmark &wanted, const SimulatorWay &way)
{
    Result<std::unique_ptr<SimulatorProcess>> simulator = SimulatorProcess::start(way);
    if (!simulator)
        return simulator.error();
    const Result<std::unique_ptr<SendingWorkspace>> workspace = SendingWorkspace::create(wanted.people, rate);
    if (!workspace)
        return workspace.error();

    const SystemClock clock;
    SqliteSendLedger ledger{(*workspace)->database()};
    DirectMessageStore directs{(*workspace)->database()};
    GraphMessageGateway gateway{transportOptions(way)};
    FixedCredential credentials{credentialFor(**simulator, (*workspace)->account())};
    NoHeaderMedia headerMedia;
    QEventLoop loop;
    RunMeter meter;
    Sender sender{
        {ledger,       directs,     gateway, credentials, headerMedia, clock},
        {.zone = QTimeZone::utc(), .isAlwaysOpen = true}
    };
    QObject::connect(&sender, &Sender::stopped, &loop, &QEventLoop::quit);
    QTimer::singleShot(wanted.runTime, &sender, [&] {
        meter.noteLastMessage();
        sender.stop();
    });
    sender.start();
    loop.exec();
    meter.stop();
    const Result<Arrivals> arrivals = (*simulator)->stop();
    if (!arrivals)
        return arrivals.error();
    const Result<CampaignCounts> counts = (*workspace)->counts();
    if (!counts)
        return counts.error();
    if (counts->of(RecipientStatus::Sent) != arrivals->accepted || arrivals->others > 0
        || counts->of(RecipientStatus::Sending) > 0)
        return lostMessages(u"The ledger and the server count differently."_s);
    return meter.runWith(*arrivals);
}

} // namespace

Result<std::vector<Measurement>> measureSender(const SenderBenchmark &wanted)
{
    std::vector<Measurement> measurements;
    const SimulatorWay way{kLatency, wanted.isTls};
    for (const int limit : wanted.limits) {
        const auto inFlight =
            std::max(1, static_cast<int>(limit * std::chrono::duration<double>{kLatency}.count()));
        const Result<Run> alone = runGateway(inFlight, way, wanted.runTime);
        if (!alone)
            return alone.error();
        const Result<Run> sent = runSender({SendRate::Unit::PerSecond, limit}, wanted, way);
        if (!sent)
            return sent.error();

        const QString subject = u"Sender at %1/s%2, answers after %3 ms"_s.arg(limit)
                                    .arg(wanted.isTls ? u" over TLS"_s : QString{})
                                    .arg(kLatency.count());
        const auto add = [&](const QString &what, double value, const QString &reference, double of) {
            measurements.push_back({
                subject, what, value, Measurement::Reference{reference, of}
            });
        };
        const QString client = u"the client alone, %1 in flight"_s.arg(inFlight);
        add(u"messages/s"_s, sent->arrivals.perSecond, u"the limit"_s, limit);
        add(u"messages/s, against the client"_s, sent->arrivals.perSecond, client, alone->arrivals.perSecond);
        add(u"worst second at the server"_s, sent->arrivals.worstSecond, u"the limit"_s, limit);
        add(u"processor µs a message"_s, sent->processorPerMessage, client, alone->processorPerMessage);
        add(u"the same, once steady"_s, sent->steadyProcessorPerMessage(), client,
            alone->steadyProcessorPerMessage());
        measurements.push_back({subject, u"% of one core, once steady"_s, sent->shareOfCore * 100, {}});
        measurements.push_back({subject, u"MB of memory at the end"_s, sent->megabytes, {}});
        measurements.push_back(
            {subject, u"MB more than after %1 s"_s.arg(kSettlingTime.count()), sent->growth, {}});
    }
    return measurements;
}
