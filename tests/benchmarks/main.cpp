#include "analyticsbenchmark.h"
#include "audiencebenchmark.h"
#include "importbenchmark.h"
#include "inboxbenchmark.h"
#include "ledgerbenchmark.h"
#include "measurement.h"
#include "relaybenchmark.h"
#include "reportbenchmark.h"
#include "segmentbenchmark.h"
#include "senderbenchmark.h"
#include "simulatorprocess.h"
#include "trackingbenchmark.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

struct Benchmark
{
    QString name;
    std::function<Result<std::vector<Measurement>>()> measure;
};

std::vector<int> numbersIn(const QString &list)
{
    std::vector<int> numbers;
    for (const QString &part : list.split(u','))
        numbers.push_back(part.toInt());
    return numbers;
}

int fail(const QString &message)
{
    QTextStream{stderr} << message << '\n';
    return 1;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application{argc, argv};
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Measures speed against a baseline of the same run; the ratios mean more than the figures."_s);
    parser.addPositionalArgument(
        u"what"_s,
        u"sender, ledger, import, audience, segments, tracking, relay, inbox, reports, analytics or all (default)"_s,
        u"[what]"_s);
    const QCommandLineOption rounds{u"rounds"_s, u"Take everything so often and show medians."_s, u"N"_s,
                                    u"1"_s};
    const QCommandLineOption people{u"people"_s, u"Recipients of the campaigns that the sender gets."_s,
                                    u"N"_s, u"10000"_s};
    const QCommandLineOption limits{u"limits"_s, u"Messages a second that the sender is allowed."_s, u"N,N"_s,
                                    u"1000,80"_s};
    const QCommandLineOption seconds{u"seconds"_s, u"How long each run of the sender takes."_s, u"N"_s,
                                     u"6"_s};
    const QCommandLineOption rows{u"rows"_s,
                                  u"Of the list that the audience is read from, and people of a report."_s,
                                  u"N"_s, u"1000000"_s};
    const QCommandLineOption tls{QString::fromLatin1(kTlsOption), u"Send over TLS."_s};
    const QCommandLineOption latency{QString::fromLatin1(kLatencyOption), u"Of the simulator."_s, u"MS"_s,
                                     u"200"_s};
    const QCommandLineOption contacts{u"contacts"_s, u"People in the book whose segments are counted."_s,
                                      u"N"_s, u"1000000"_s};
    const QCommandLineOption events{
        u"events"_s, u"Delivery events that are tracked at full speed; the relay gets a tenth."_s, u"N"_s,
        u"200000"_s};
    const QCommandLineOption messages{u"messages"_s, u"In the inbox that is listed and searched."_s, u"N"_s,
                                      u"1000000"_s};
    parser.addOptions({rounds, contacts, events, messages, people, limits, seconds, rows, tls, latency});
    parser.addHelpOption();
    parser.process(application);

    const QString what = parser.positionalArguments().value(0, u"all"_s);
    if (what == QLatin1StringView{kSimulatorCommand})
        return runAsSimulator({std::chrono::milliseconds{parser.value(latency).toInt()}, parser.isSet(tls)});

    const SenderBenchmark sender{numbersIn(parser.value(limits)), parser.value(people).toInt(),
                                 std::chrono::seconds{parser.value(seconds).toInt()}, parser.isSet(tls)};
    const bool hasLimits =
        std::all_of(sender.limits.begin(), sender.limits.end(), [](int limit) { return limit > 0; });
    std::vector<Benchmark> benchmarks{
        {u"sender"_s,    [&] { return measureSender(sender); }                          },
        {u"ledger"_s,    measureLedger                                                  },
        {u"import"_s,    measureImport                                                  },
        {u"audience"_s,  [&] { return measureAudience(parser.value(rows).toInt()); }    },
        {u"segments"_s,  [&] { return measureSegments(parser.value(contacts).toInt()); }},
        {u"tracking"_s,  [&] { return measureTracking(parser.value(events).toInt()); }  },
        {u"relay"_s,     [&] { return measureRelay(parser.value(events).toInt() / 10); }},
        {u"inbox"_s,     [&] { return measureInbox(parser.value(messages).toInt()); }   },
        {u"reports"_s,   [&] { return measureReports(parser.value(rows).toInt()); }     },
        {u"analytics"_s, measureAnalytics                                               },
    };
    if (what != "all"_L1)
        std::erase_if(benchmarks, [&](const Benchmark &benchmark) { return benchmark.name != what; });
    const bool isLongEnough = sender.runTime > kSettlingTime;
    if (benchmarks.empty() || !hasLimits || !isLongEnough || parser.value(rounds).toInt() < 1
        || parser.value(rows).toInt() < 1000 || parser.value(events).toInt() < 1000
        || parser.value(messages).toInt() < 1000)
        return fail(parser.helpText());

    MeasurementTable table;
    for (int round = 0; round < parser.value(rounds).toInt(); ++round) {
        for (const Benchmark &benchmark : benchmarks) {
            const Result<std::vector<Measurement>> measured = benchmark.measure();
            if (!measured)
                return fail(measured.error().message + u' ' + measured.error().detail);
            table.add(*measured);
        }
    }
    QTextStream{stdout} << table.text();
    return 0;
}
