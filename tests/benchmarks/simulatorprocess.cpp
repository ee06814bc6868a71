#include "simulatorprocess.h"

#include "base/clock.h"
#include "simulator/simulator.h"
#include "support/loopbackcertificate.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kLongestWait = 10'000; // milliseconds
constexpr auto kBeginning = 2s; // connections are made, and the sender goes gently

int worstSecond(const std::vector<MonotonicTime> &times)
{
    std::ptrdiff_t worst = 0;
    auto first = times.begin();
    for (auto last = times.begin(); last != times.end(); ++last) {
        while (*last - *first >= 1s)
            ++first;
        worst = std::max(worst, last - first + 1);
    }
    return static_cast<int>(worst);
}

double steadyPerSecond(const std::vector<MonotonicTime> &times)
{
    if (times.empty())
        return 0;
    const auto first = std::lower_bound(times.begin(), times.end(), times.front() + kBeginning);
    if (times.end() - first < 2)
        return 0;
    const std::chrono::duration<double> span = times.back() - *first;
    return static_cast<double>(times.end() - first - 1) / span.count();
}

void say(const QJsonObject &line)
{
    std::cout << QJsonDocument{line}.toJson(QJsonDocument::Compact).constData() << std::endl;
}

Result<QJsonObject> readLine(QProcess &process)
{
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(kLongestWait)) {
            return Error{ErrorKind::Internal, u"The simulator's process does not answer."_s, u"simulator"_s,
                         QString::fromUtf8(process.readAllStandardError())};
        }
    }
    return QJsonDocument::fromJson(process.readLine()).object();
}

} // namespace

Result<std::unique_ptr<SimulatorProcess>> SimulatorProcess::start(const SimulatorWay &way)
{
    std::unique_ptr<SimulatorProcess> simulator{new SimulatorProcess};
    QStringList arguments{QString::fromLatin1(kSimulatorCommand), u"--"_s + QLatin1StringView{kLatencyOption},
                          QString::number(way.latency.count())};
    if (way.isTls)
        arguments << u"--"_s + QLatin1StringView{kTlsOption};
    simulator->m_process.start(QCoreApplication::applicationFilePath(), arguments);
    const Result<QJsonObject> line = readLine(simulator->m_process);
    if (!line)
        return line.error();
    simulator->m_url = line->value("listening"_L1).toString();
    simulator->m_token = line->value("token"_L1).toString();
    simulator->m_phoneNumberId = line->value("phone_number_id"_L1).toString();
    simulator->m_wabaId = line->value("waba_id"_L1).toString();
    return simulator;
}

SimulatorProcess::~SimulatorProcess()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(kLongestWait);
}

Result<Arrivals> SimulatorProcess::stop()
{
    m_process.closeWriteChannel();
    const Result<QJsonObject> line = readLine(m_process);
    if (!line)
        return line.error();
    m_process.waitForFinished(kLongestWait);
    return Arrivals{line->value("accepted"_L1).toInteger(), line->value("others"_L1).toInteger(),
                    line->value("per_second"_L1).toDouble(), line->value("worst_second"_L1).toInt()};
}

int runAsSimulator(const SimulatorWay &way)
{
    const SystemClock clock;
    std::vector<MonotonicTime> arrivals; // written on the simulator's thread, read once that has ended
    SimulatorOptions options;
    options.latency = way.latency;
    if (way.isTls) {
        options.certificate = kLoopbackCertificate;
        options.privateKey = kLoopbackPrivateKey;
    }
    options.messagesPerSecond = 0;
    options.onRequest = [&](const JournalEntry &) { arrivals.push_back(clock.monotonic()); };
    Simulator simulator{clock};
    if (const Result<> started = simulator.start(options); !started) {
        std::cerr << qUtf8Printable(started.error().message) << std::endl;
        return 1;
    }
    say({
        {u"listening"_s,       simulator.url()          },
        {u"token"_s,           simulator.token()        },
        {u"phone_number_id"_s, simulator.phoneNumberId()},
        {u"waba_id"_s,         simulator.wabaId()       }
    });
    for (std::string line; std::getline(std::cin, line);) { }
    const qint64 accepted = simulator.acceptedMessageCount();
    simulator.stop();
    say({
        {u"accepted"_s,     accepted                          },
        {u"others"_s,       qint64(arrivals.size()) - accepted},
        {u"per_second"_s,   steadyPerSecond(arrivals)         },
        {u"worst_second"_s, worstSecond(arrivals)             }
    });
    return 0;
}
