#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/jsonforms.h"
#include "cli/metaconnection.h"
#include "cli/options.h"
#include "cli/standardinput.h"
#include "cli/webhookservice.h"

#include "storage/leftoutevents.h"
#include "webhooks/webhookparser.h"
#include "webhooks/webhooksignature.h"
#include "workspace/deliveryintake.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestBody = 16 * 1024 * 1024;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(WebhookCommands)
};

Result<QByteArray> readBody(const QString &path)
{
    if (path == "-"_L1)
        return readStandardInput(kLargestBody);
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::BadInput, Words::tr("The file cannot be read: %1").arg(path), u"unreadable"_s,
                     file.errorString()};
    if (file.size() > kLargestBody)
        return Error{ErrorKind::BadInput,
                     Words::tr("The file is too large for a webhook: %1").arg(path),
                     u"too_long"_s,
                     {}};
    return file.readAll();
}

Result<std::vector<AppliedEvent>> take(Session &session, const QByteArray &body)
{
    const UtcTime now = session.clock().now();
    const Result<std::vector<DeliveryEvent>> events = parseWebhook(body, now);
    if (!events)
        return events.error();
    const Result<std::unique_ptr<DeliveryIntake>> intake =
        DeliveryIntake::open(session.workspace(), session.clock());
    if (!intake)
        return intake.error();
    return (*intake)->take(body, *events, now);
}

void ingest(const Arguments &arguments, CommandContext &context)
{
    const Result<std::shared_ptr<MetaConnection>> meta = MetaConnection::open(context);
    if (!meta)
        return context.fail(meta.error());
    const Result<QByteArray> body = readBody(arguments.positional(0));
    if (!body)
        return context.fail(body.error());
    const QByteArray signature = arguments.value(u"signature"_s).toUtf8();
    const bool mayBeUnsigned = arguments.has(u"unsigned"_s);
    (*meta)->findAppSecrets([&context, meta = *meta, body = *body, signature,
                             mayBeUnsigned](const Result<FoundAppSecrets> &secrets) {
        if (!secrets && !mayBeUnsigned)
            return context.fail(secrets.error());
        if (secrets && !secrets->secrets.empty() && !mayBeUnsigned
            && !isSignedByAny(secrets->secrets, body, signature))
            return context.fail(
                {ErrorKind::BadInput,
                 signature.isEmpty()
                     ? Words::tr("The body is not signed, and the app secret is known. Give --signature, or "
                                 "--unsigned to take it all the same.")
                     : Words::tr("The signature is not the one of this body."),
                 u"wrong_signature"_s,
                 {}});
        const Result<std::vector<AppliedEvent>> applied = take(meta->session(), body);
        if (!applied)
            return context.fail(applied.error());
        if (context.isJson()) {
            context.terminal().json({
                {u"events"_s, appliedJson(*applied)}
            });
        } else {
            std::vector<std::vector<Cell>> rows;
            for (const AppliedEvent &event : *applied)
                rows.push_back(
                    {event.kind, event.applied ? Words::tr("applied") : Words::tr("not applied"), event.why});
            context.terminal().table({Words::tr("Event"), QString{}, Words::tr("Why")}, rows);
        }
        context.finish(ExitCode::Done);
    });
}

void serveWebhooks(const Arguments &arguments, CommandContext &context)
{
    const Result<ListenAddress> address = readListenAddress(arguments.value(u"listen"_s));
    if (!address)
        return context.fail(address.error());
    const Result<std::shared_ptr<MetaConnection>> meta = MetaConnection::open(context);
    if (!meta)
        return context.fail(meta.error());
    WebhookListenerOptions options;
    options.host = address->host;
    options.port = address->port;
    options.verifyToken = arguments.value(u"verify-token"_s).toUtf8();
    (new WebhookService{context, *meta, std::move(options)})->start();
}

/// Tells Meta to tell the app of the access key what becomes of this account's messages.
void subscribe(const Arguments &arguments, CommandContext &context)
{
    const Result<std::shared_ptr<MetaConnection>> meta = MetaConnection::open(context);
    if (!meta)
        return context.fail(meta.error());
    const Result<KnownAccount> account = readAccount(arguments, (*meta)->session());
    if (!account)
        return context.fail(account.error());
    (*meta)->service().subscribeApp(*account, [&context](const Result<QStringList> &apps) {
        if (!apps)
            return context.fail(apps.error());
        if (context.isJson()) {
            context.terminal().json({
                {u"subscribed"_s, !apps->isEmpty()                 },
                {u"apps"_s,       QJsonArray::fromStringList(*apps)}
            });
        } else {
            context.terminal().line(
                apps->isEmpty()
                    ? Words::tr("Meta took it, and still names no app that it tells events.")
                    : Words::tr("Meta tells the events of this account to: %1").arg(apps->join(u", "_s)));
        }
        context.finish(ExitCode::Done);
    });
}

void sayLeftOut(CommandContext &context, const std::vector<PutAsideBody> &bodies,
                const std::vector<OtherNumber> &numbers)
{
    if (context.isJson()) {
        QJsonArray putAside;
        for (const PutAsideBody &body : bodies) {
            putAside.append(QJsonObject{
                {u"id"_s,          body.id                   },
                {u"received_at"_s, toIsoText(body.receivedAt)},
                {u"bytes"_s,       body.bytes                },
                {u"reason"_s,      body.reason               }
            });
        }
        QJsonArray others;
        for (const OtherNumber &number : numbers) {
            others.append(QJsonObject{
                {u"phone_number_id"_s, number.phoneNumberId    },
                {u"events"_s,          number.events           },
                {u"last_at"_s,         toIsoText(number.lastAt)}
            });
        }
        return context.terminal().json({
            {u"put_aside"_s,     putAside},
            {u"other_numbers"_s, others  }
        });
    }
    std::vector<std::vector<Cell>> rows;
    for (const PutAsideBody &body : bodies)
        rows.push_back({QString::number(body.id), toIsoText(body.receivedAt), body.reason});
    for (const OtherNumber &number : numbers)
        rows.push_back({QString{}, toIsoText(number.lastAt),
                        Words::tr("%n event(s) of another number: %1", nullptr, int(number.events))
                            .arg(number.phoneNumberId)});
    context.terminal().table({Words::tr("Put aside"), Words::tr("Received"), Words::tr("Why")}, rows);
}

void listLeftOut(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return context.fail(session.error());
    LeftOutEvents leftOut{(*session)->database()};
    if (arguments.has(u"body"_s)) {
        const Result<qint64> id = readCount(arguments, u"body"_s, 0);
        if (!id)
            return context.fail(id.error());
        const Result<QByteArray> body = leftOut.body(*id);
        if (!body)
            return context.fail(body.error());
        context.terminal().line(QString::fromUtf8(*body));
        return context.finish(ExitCode::Done);
    }
    const Result<std::vector<PutAsideBody>> bodies = leftOut.putAside();
    if (!bodies)
        return context.fail(bodies.error());
    const Result<std::vector<OtherNumber>> numbers = leftOut.otherNumbers();
    if (!numbers)
        return context.fail(numbers.error());
    sayLeftOut(context, *bodies, *numbers);
    context.finish(ExitCode::Done);
}

} // namespace

std::vector<Command> webhookCommands()
{
    return {
        Command(u"webhook ingest"_s, Words::tr("Applies one body of Meta's as if it had arrived."))
            .takes(u"FILE|-"_s)
            .option(u"signature"_s, u"VALUE"_s, Words::tr("Its X-Hub-Signature-256."))
            .flag(u"unsigned"_s, Words::tr("Take it without a signature."))
            .starts(ingest),
        Command(u"webhook serve"_s, Words::tr("Receives Meta's webhooks into this workspace, at /webhook."))
            .requiredOption(u"listen"_s, u"HOST:PORT"_s, Words::tr("Where; port 0: a free one."))
            .option(u"verify-token"_s, u"TOKEN"_s,
                    Words::tr("For Meta's handshake; without one it is refused."))
            .starts(serveWebhooks),
        Command(u"webhook left-out"_s,
                Words::tr("Lists what arrived and was not applied: bodies that cannot be stored, with their "
                          "reason, and how many events were of numbers that this workspace does not have."))
            .option(u"body"_s, u"ID"_s, Words::tr("Print this body as it came."))
            .starts(listLeftOut),
        Command(u"webhook subscribe"_s,
                Words::tr("Has Meta tell the app of the access key the events of this account."))
            .options({accountOptionSpec()})
            .starts(subscribe),
    };
}
