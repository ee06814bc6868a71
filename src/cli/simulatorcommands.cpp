#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/options.h"

#include "simulator/simulator.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestFaultsFile = 16 * 1024 * 1024;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SimulatorCommands)
};

Result<std::vector<Fault>> readFaults(const QString &path)
{
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestFaultsFile)
        return Error{ErrorKind::BadInput, Words::tr("The faults file cannot be read: %1").arg(path),
                     u"unreadable"_s, file.errorString()};
    return parseFaults(file.readAll());
}

/// 0 and more, for `option`.
Result<qint64> readAmount(const Arguments &arguments, const QString &option, qint64 fallback)
{
    if (!arguments.has(option))
        return fallback;
    bool isNumber = false;
    const qint64 amount = arguments.value(option).toLongLong(&isNumber);
    if (!isNumber || amount < 0)
        return usageError(Words::tr("--%1 is a number from 0 on.").arg(option));
    return amount;
}

Result<int> readLimit(const QString &given)
{
    bool isNumber = false;
    const int limit = (given.endsWith("/s"_L1) ? given.chopped(2) : given).toInt(&isNumber);
    if (!isNumber || limit < 0)
        return usageError(Words::tr("“%1” is not a limit like 80/s; 0: none.").arg(given));
    return limit;
}

Result<SimulatorOptions> readOptions(const Arguments &arguments)
{
    SimulatorOptions options;
    const Result<ListenAddress> address = readListenAddress(arguments.value(u"listen"_s));
    if (!address)
        return address.error();
    options.host = address->host;
    options.port = address->port;
    const Result<qint64> latency = readAmount(arguments, u"latency"_s, 0);
    if (!latency)
        return latency.error();
    options.latency = std::chrono::milliseconds{*latency};
    const Result<qint64> jitter = readAmount(arguments, u"jitter"_s, 0);
    if (!jitter)
        return jitter.error();
    options.jitter = std::chrono::milliseconds{*jitter};
    if (arguments.has(u"limit"_s)) {
        const Result<int> limit = readLimit(arguments.value(u"limit"_s));
        if (!limit)
            return limit.error();
        options.messagesPerSecond = *limit;
    }
    if (arguments.has(u"faults"_s)) {
        Result<std::vector<Fault>> faults = readFaults(arguments.value(u"faults"_s));
        if (!faults)
            return faults.error();
        options.faults = *std::move(faults);
    }
    if (arguments.has(u"webhook-url"_s)) {
        options.webhookUrl = QUrl{arguments.value(u"webhook-url"_s), QUrl::StrictMode};
        if (!options.webhookUrl.isValid() || options.webhookUrl.host().isEmpty())
            return usageError(Words::tr("“%1” is not a web address.").arg(arguments.value(u"webhook-url"_s)));
    }
    options.appSecret = arguments.value(u"app-secret"_s).toUtf8();
    options.journalFile = arguments.value(u"journal"_s);
    if (arguments.has(u"seed"_s)) {
        const Result<qint64> seed = readAmount(arguments, u"seed"_s, 0);
        if (!seed)
            return seed.error();
        options.seed = static_cast<quint64>(*seed);
    }
    return options;
}

void serveSimulator(const Arguments &arguments, CommandContext &context)
{
    static const SystemClock clock;
    const Result<SimulatorOptions> options = readOptions(arguments);
    if (!options)
        return context.fail(options.error());
    const auto simulator = std::make_shared<Simulator>(clock);
    if (const Result<> started = simulator->start(*options); !started)
        return context.fail(started.error());
    if (context.isJson()) {
        context.terminal().jsonState({
            {u"listening"_s,       simulator->url()          },
            {u"token"_s,           simulator->token()        },
            {u"phone_number_id"_s, simulator->phoneNumberId()},
            {u"waba_id"_s,         simulator->wabaId()       },
        });
    } else {
        context.terminal().facts({
            {Words::tr("Listening"),       simulator->url()          },
            {Words::tr("Token"),           simulator->token()        },
            {Words::tr("Phone-number id"), simulator->phoneNumberId()},
            {Words::tr("WABA id"),         simulator->wabaId()       },
        });
    }
    QObject::connect(&context, &CommandContext::interrupted, &context, [&context, simulator] {
        simulator->stop();
        context.finish(ExitCode::Interrupted);
    });
}

} // namespace

std::vector<Command> simulatorCommands()
{
    return {
        Command(u"simulator serve"_s, Words::tr("A local Graph API for practice and tests."))
            .requiredOption(u"listen"_s, u"HOST:PORT"_s, Words::tr("Where; port 0: a free one."))
            .option(u"latency"_s, u"MS"_s, Words::tr("Before every answer."))
            .option(u"jitter"_s, u"MS"_s, Words::tr("So much less or more than the latency."))
            .option(u"limit"_s, u"N/s"_s, Words::tr("Messages accepted in a second; else 80/s, 0: no limit."))
            .option(u"faults"_s, u"FILE"_s, Words::tr("What is made to go wrong, as JSON."))
            .option(u"webhook-url"_s, u"URL"_s, Words::tr("Where deliveries are reported."))
            .option(u"app-secret"_s, u"SECRET"_s,
                    Words::tr("Signs the reports. Of the simulator only: never a real one."))
            .option(u"journal"_s, u"FILE"_s, Words::tr("One JSON line for each request received."))
            .option(u"seed"_s, u"N"_s, Words::tr("The same seed gives each person the same fate."))
            .starts(serveSimulator),
    };
}
