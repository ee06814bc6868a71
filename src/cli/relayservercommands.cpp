#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/jsonforms.h"
#include "cli/metaconnection.h"
#include "cli/options.h"
#include "cli/relayservice.h"

#include "webhooks/webhooksignature.h"

#include <QCoreApplication>
#include <QFile>
#include <QHostAddress>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

// What runs on the relay's own host.

namespace {

constexpr qint64 kLargestCertificate = 1024 * 1024;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RelayServerCommands)
};

const Clock &systemClock()
{
    static const SystemClock clock;
    return clock;
}

Result<QByteArray> readPem(const QString &path)
{
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestCertificate)
        return Error{ErrorKind::BadInput, Words::tr("The file cannot be read: %1").arg(path), u"unreadable"_s,
                     file.errorString()};
    return file.readAll();
}

Result<> readCertificate(const Arguments &arguments, RelayServerOptions &options)
{
    const QString certificate = arguments.value(u"certificate"_s);
    const QString privateKey = arguments.value(u"private-key"_s);
    if (certificate.isEmpty() != privateKey.isEmpty())
        return usageError(Words::tr("--certificate and --private-key belong together."));
    if (certificate.isEmpty())
        return Done{};
    const Result<QByteArray> shown = readPem(certificate);
    if (!shown)
        return shown.error();
    const Result<QByteArray> kept = readPem(privateKey);
    if (!kept)
        return kept.error();
    options.certificate = *shown;
    options.privateKey = *kept;
    return Done{};
}

Result<RelayServerOptions> readServerOptions(const Arguments &arguments)
{
    RelayServerOptions options;
    const Result<ListenAddress> address = readListenAddress(arguments.value(u"listen"_s));
    if (!address)
        return address.error();
    options.host = address->host;
    options.port = address->port;
    options.verifyToken = arguments.value(u"verify-token"_s).toUtf8();
    options.trustedProxies = arguments.values(u"trusted-proxy"_s);
    for (const QString &proxy : options.trustedProxies) {
        if (QHostAddress{proxy}.isNull())
            return usageError(Words::tr("“%1” is not an address like 127.0.0.1.").arg(proxy));
    }
    const Result<qint64> keepFree = readCount(arguments, u"keep-free"_s, 64);
    if (!keepFree)
        return keepFree.error();
    options.leastFreeBytes = *keepFree * 1024 * 1024;
    if (const Result<> read = readCertificate(arguments, options); !read)
        return read.error();
    return options;
}

Result<RelayBounds> readBounds(const Arguments &arguments)
{
    constexpr qint64 kMostDays = 3650;
    const Result<qint64> days = readCount(arguments, u"keep-days"_s, 30);
    if (!days)
        return days.error();
    if (*days > kMostDays)
        return usageError(Words::tr("--keep-days is at most %1.").arg(kMostDays));
    const Result<qint64> megabytes = readCount(arguments, u"keep-megabytes"_s, 2048);
    if (!megabytes)
        return megabytes.error();
    return RelayBounds{std::chrono::days{*days}, *megabytes * 1024 * 1024};
}

/// The one of the environment, or else those in the keychain: a host may have a workspace too. The first one
/// is that of the account in use, from which the verify token is made.
void findAppSecrets(CommandContext &context,
                    const std::function<void(const std::vector<QByteArray> &)> &answer)
{
    if (const QByteArray secret = EnvironmentSecrets::fromEnvironment().appSecret; !secret.isEmpty())
        return answer({secret});
    const Result<std::shared_ptr<MetaConnection>> meta = MetaConnection::open(context);
    if (!meta) {
        if (meta.error().kind != ErrorKind::NotFound)
            return context.fail(meta.error());
        return answer({});
    }
    (*meta)->findAppSecrets([&context, answer](const Result<FoundAppSecrets> &found) {
        if (!found)
            return context.fail(found.error());
        std::vector<QByteArray> secrets = found->secrets;
        const auto inUse = std::find(secrets.begin(), secrets.end(), found->ofAccountInUse);
        if (inUse != secrets.end())
            std::rotate(secrets.begin(), inUse, inUse + 1);
        answer(secrets);
    });
}

void serveRelay(const Arguments &arguments, CommandContext &context)
{
    const Result<RelayServerOptions> options = readServerOptions(arguments);
    if (!options)
        return context.fail(options.error());
    const Result<RelayBounds> bounds = readBounds(arguments);
    if (!bounds)
        return context.fail(bounds.error());
    auto *service = new RelayService{context, arguments.value(u"data"_s), *bounds, *options};
    findAppSecrets(context, [service](const std::vector<QByteArray> &secrets) { service->start(secrets); });
}

/// What Meta's handshake is answered with, to be given to Meta beside the address.
void showVerifyToken(const Arguments &, CommandContext &context)
{
    findAppSecrets(context, [&context](const std::vector<QByteArray> &secrets) {
        if (secrets.empty()) {
            return context.fail({ErrorKind::Refused,
                                 Words::tr("The app secret is not known. Set FANFARE_APP_SECRET."),
                                 u"no_app_secret"_s,
                                 {}});
        }
        const QString token = QString::fromLatin1(verifyTokenFor(secrets.front()));
        if (context.isJson()) {
            context.terminal().json({
                {u"verify_token"_s, token}
            });
        } else {
            context.terminal().line(token);
        }
        context.finish(ExitCode::Done);
    });
}

Result<> addKey(const Arguments &arguments, CommandContext &context)
{
    const Result<std::unique_ptr<SqliteRelayQueue>> queue =
        SqliteRelayQueue::openOrCreate(arguments.value(u"data"_s));
    if (!queue)
        return queue.error();
    const Result<QByteArray> key = (*queue)->addDesktop(arguments.positional(0), systemClock().now());
    if (!key)
        return key.error();
    if (context.isJson()) {
        context.terminal().json({
            {u"name"_s, arguments.positional(0).simplified()},
            {u"key"_s,  QString::fromLatin1(*key)           }
        });
        return Done{};
    }
    context.terminal().line(QString::fromLatin1(*key));
    context.terminal().message(
        Words::tr("This is the only time that the key is shown. On the desktop: Settings → Relay, or "
                  "fanfare-cli relay connect."));
    return Done{};
}

QJsonObject desktopJson(const RelayDesktop &desktop)
{
    return {
        {u"name"_s,    desktop.name              },
        {u"made_at"_s, toIsoText(desktop.madeAt) },
        {u"seen_at"_s, timeOrNull(desktop.seenAt)},
        {u"waiting"_s, desktop.waiting           },
        {u"dropped"_s, desktop.dropped           }
    };
}

Result<> listKeys(const Arguments &arguments, CommandContext &context)
{
    const Result<std::unique_ptr<SqliteRelayQueue>> queue =
        SqliteRelayQueue::open(arguments.value(u"data"_s));
    if (!queue)
        return queue.error();
    const Result<std::vector<RelayDesktop>> desktops = (*queue)->desktops();
    if (!desktops)
        return desktops.error();
    if (context.isJson()) {
        for (const RelayDesktop &desktop : *desktops)
            context.terminal().json(desktopJson(desktop));
        return Done{};
    }
    std::vector<std::vector<Cell>> rows;
    for (const RelayDesktop &desktop : *desktops) {
        const QString seen = desktop.seenAt
            ? QLocale{}.toString(toDateTime(*desktop.seenAt).toLocalTime(), QLocale::ShortFormat)
            : Words::tr("never");
        rows.push_back({desktop.name, seen, Cell::number(desktop.waiting), Cell::number(desktop.dropped)});
    }
    context.terminal().table(
        {Words::tr("Name"), Words::tr("Last seen"), Words::tr("Waiting"), Words::tr("Given up")}, rows);
    return Done{};
}

Result<> revokeKey(const Arguments &arguments, CommandContext &context)
{
    const Result<std::unique_ptr<SqliteRelayQueue>> queue =
        SqliteRelayQueue::open(arguments.value(u"data"_s));
    if (!queue)
        return queue.error();
    const QString name = arguments.positional(0).simplified();
    if (const Result<> revoked = (*queue)->revoke(name); !revoked)
        return revoked.error();
    if (context.isJson()) {
        context.terminal().json({
            {u"name"_s,    name},
            {u"revoked"_s, true}
        });
    } else {
        context.terminal().line(Words::tr("The key “%1” is worth nothing any more.").arg(name));
    }
    return Done{};
}

} // namespace

std::vector<Command> relayServerCommands()
{
    const QString data = Words::tr("The folder in which the relay keeps what it receives.");
    return {
        Command(u"relay serve"_s,
                Words::tr("Receives Meta's webhooks on a public host and keeps them until the desktops have "
                          "fetched them."))
            .requiredOption(u"listen"_s, u"HOST:PORT"_s, Words::tr("Where; port 0: a free one."))
            .requiredOption(u"data"_s, u"DIR"_s, data)
            .option(u"verify-token"_s, u"TOKEN"_s,
                    Words::tr("For Meta's handshake; else it is made from the app secret, as in the window."))
            .option(u"certificate"_s, u"FILE"_s,
                    Words::tr("Serves HTTPS with this chain (PEM); without it, a reverse proxy does."))
            .option(u"private-key"_s, u"FILE"_s, Words::tr("Of the certificate (PEM)."))
            .repeatableOption(u"trusted-proxy"_s, u"ADDRESS"_s,
                              Words::tr("A reverse proxy whose X-Forwarded-For is believed."))
            .option(u"keep-days"_s, u"N"_s,
                    Words::tr("What nobody fetched is given up after so long; else 30."))
            .option(u"keep-megabytes"_s, u"N"_s,
                    Words::tr("The oldest is given up when it is more than this; else 2048."))
            .option(u"keep-free"_s, u"N"_s,
                    Words::tr("With fewer megabytes free on the disk, Meta is asked to send later; else 64."))
            .notes(
                Words::tr("The app secret is read from FANFARE_APP_SECRET, or else from the keychain of the "
                          "workspace."))
            .starts(serveRelay),
        Command(u"relay verify-token"_s, Words::tr("What Meta asks for beside the address of the relay."))
            .starts(showVerifyToken),
        Command(u"relay key add"_s, Words::tr("Makes a key for a desktop, and shows it this once."))
            .takes(u"NAME"_s)
            .requiredOption(u"data"_s, u"DIR"_s, data)
            .does(addKey),
        Command(u"relay key list"_s, Words::tr("Whose keys there are, and what waits for them."))
            .requiredOption(u"data"_s, u"DIR"_s, data)
            .does(listKeys),
        Command(u"relay key revoke"_s, Words::tr("Makes a key worth nothing."))
            .takes(u"NAME"_s)
            .requiredOption(u"data"_s, u"DIR"_s, data)
            .does(revokeKey),
    };
}
