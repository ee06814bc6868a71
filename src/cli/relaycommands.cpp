#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/jsonforms.h"
#include "cli/relaypullrun.h"
#include "cli/standardinput.h"

#include "workspace/relaycheck.h"

#include <QCoreApplication>
#include <QFile>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

// What a desktop does with its relay.

namespace {

constexpr qint64 kLongestKey = 4096;
constexpr qint64 kLargestCertificate = 1024 * 1024;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RelayCommands)
};

Result<RelayChoice> readChoice(const Arguments &arguments)
{
    const Result<QUrl> url = readRelayAddress(arguments.positional(0));
    if (!url)
        return url.error();
    RelayChoice choice{url->toString(), {}};
    const QString path = arguments.value(u"certificate"_s);
    if (path.isEmpty())
        return choice;
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestCertificate)
        return Error{ErrorKind::BadInput, Words::tr("The file cannot be read: %1").arg(path), u"unreadable"_s,
                     file.errorString()};
    choice.certificate = file.readAll();
    if (QSslCertificate::fromData(choice.certificate).isEmpty())
        return Error{ErrorKind::BadInput,
                     Words::tr("There is no certificate in this file: %1").arg(path),
                     u"no_certificate"_s,
                     {}};
    return choice;
}

/// Empty where none is given: the keychain or the environment may have one.
Result<QByteArray> readKey(const Arguments &arguments)
{
    if (!arguments.has(u"key-stdin"_s))
        return QByteArray{};
    const Result<QByteArray> input = readStandardInput(kLongestKey);
    if (!input)
        return input.error();
    const QByteArray key = input->trimmed();
    if (key.isEmpty() || key.contains('\n') || key.contains(' '))
        return Error{
            ErrorKind::BadInput, Words::tr("There is no key on standard input."), u"empty_key"_s, {}};
    return key;
}

void sayConnected(CommandContext &context, const QString &address, SecretSource source)
{
    if (context.isJson()) {
        context.terminal().json({
            {u"address"_s, address       },
            {u"secret"_s,  toWord(source)}
        });
    } else {
        context.terminal().line(Words::tr("This workspace fetches its events from %1.").arg(address));
        if (source == SecretSource::None)
            context.terminal().line(
                Words::tr("There is no key for it yet: give it with --key-stdin, or set FANFARE_RELAY_KEY."));
    }
    context.finish(ExitCode::Done);
}

void connectRelay(const Arguments &arguments, CommandContext &context)
{
    const Result<RelayChoice> given = readChoice(arguments);
    if (!given)
        return context.fail(given.error());
    const Result<QByteArray> key = readKey(arguments);
    if (!key)
        return context.fail(key.error());
    const Result<std::shared_ptr<MetaConnection>> meta = MetaConnection::open(context);
    if (!meta)
        return context.fail(meta.error());
    SettingStore &settings = (*meta)->session().settings();
    if (const Result<> stored = storeRelayChoice(settings, *given); !stored)
        return context.fail(stored.error());
    const Result<RelayChoice> choice = readRelayChoice(settings);
    if (!choice)
        return context.fail(choice.error());
    const auto sayWhere = [&context, meta = *meta, choice = *choice] {
        meta->vault().findRelaySecret(choice.keyEntry(), [&context, choice](const ResolvedSecret &found) {
            sayConnected(context, choice.address, found.source);
        });
    };
    if (key->isEmpty())
        return sayWhere();
    (*meta)->vault().keepRelayKey(
        choice->keyEntry(), *key, [&context, sayWhere, meta = *meta](const ResolvedSecret &kept) {
            if (kept.problem)
                context.terminal().message(kept.problem->message);
            // a window that fetches already with another key starts anew
            if (const Result<> noted = meta->session().accountDesk().noteNewSecrets(); !noted)
                return context.fail(noted.error());
            sayWhere();
        });
}

void disconnectRelay(const Arguments &, CommandContext &context)
{
    const Result<std::shared_ptr<MetaConnection>> meta = MetaConnection::open(context);
    if (!meta)
        return context.fail(meta.error());
    const Result<RelayChoice> choice = readRelayChoice((*meta)->session().settings());
    if (!choice)
        return context.fail(choice.error());
    if (const Result<> stored = storeRelayChoice((*meta)->session().settings(), {}); !stored)
        return context.fail(stored.error());
    (*meta)->vault().forgetRelayKey(choice->keyEntry(), [&context](const Result<> &forgotten) {
        if (!forgotten && forgotten.error().kind != ErrorKind::NotFound)
            context.terminal().message(forgotten.error().message);
        if (context.isJson())
            context.terminal().json({
                {u"address"_s, QJsonValue{}}
            });
        else
            context.terminal().line(Words::tr("This workspace fetches from no relay any more."));
        context.finish(ExitCode::Done);
    });
}

QString wordOf(RelayStep step)
{
    switch (step) {
    case RelayStep::Reachable: return u"reachable"_s;
    case RelayStep::Trusted: return u"trusted"_s;
    case RelayStep::KeyKnown: return u"key"_s;
    case RelayStep::HandshakeSeen: return u"handshake"_s;
    case RelayStep::EventSeen: return u"event"_s;
    }
    Q_UNREACHABLE();
}

QString wordOf(RelayStepState state)
{
    switch (state) {
    case RelayStepState::Passed: return u"pass"_s;
    case RelayStepState::Failed: return u"block"_s;
    case RelayStepState::Awaited: return u"wait"_s;
    case RelayStepState::NotReached: return u"not_reached"_s;
    }
    Q_UNREACHABLE();
}

QString questionOf(RelayStep step)
{
    switch (step) {
    case RelayStep::Reachable: return Words::tr("A relay answers at the address");
    case RelayStep::Trusted: return Words::tr("The connection is encrypted and trusted");
    case RelayStep::KeyKnown: return Words::tr("The relay knows the key");
    case RelayStep::HandshakeSeen: return Words::tr("Meta has checked the address");
    case RelayStep::EventSeen: return Words::tr("Meta has posted an event");
    }
    Q_UNREACHABLE();
}

Cell answerOf(RelayStepState state)
{
    switch (state) {
    case RelayStepState::Passed: return {Words::tr("yes"), Tone::Good};
    case RelayStepState::Failed: return {Words::tr("no"), Tone::Bad};
    case RelayStepState::Awaited: return {Words::tr("not yet"), Tone::Attention};
    case RelayStepState::NotReached: return {Words::tr("not looked at"), Tone::Muted};
    }
    Q_UNREACHABLE();
}

void sayFindings(CommandContext &context, const RelayFindings &findings)
{
    if (context.isJson()) {
        QJsonArray steps;
        for (const RelayStep step : RelayFindings::kSteps) {
            steps.append(QJsonObject{
                {u"id"_s,    wordOf(step)             },
                {u"level"_s, wordOf(findings.of(step))}
            });
        }
        context.terminal().json({
            {u"ready"_s,        findings.isGreen()                                                     },
            {u"steps"_s,        steps                                                                  },
            {u"problem"_s,      findings.problem ? QJsonValue{findings.problem->code} : QJsonValue{}   },
            {u"message"_s,      findings.problem ? QJsonValue{findings.problem->message} : QJsonValue{}},
            {u"handshake_at"_s, timeOrNull(findings.handshakeAt)                                       },
            {u"event_at"_s,     timeOrNull(findings.arrivedAt)                                         },
            {u"waiting"_s,      findings.waiting                                                       }
        });
    } else {
        std::vector<std::pair<QString, Cell>> facts;
        for (const RelayStep step : RelayFindings::kSteps)
            facts.emplace_back(questionOf(step), answerOf(findings.of(step)));
        context.terminal().facts(facts);
        if (findings.problem)
            context.terminal().message(findings.problem->message);
    }
    context.finish(findings.problem ? exitCodeFor(findings.problem->kind) : ExitCode::Done);
}

void checkRelay(const Arguments &, CommandContext &context)
{
    const Result<std::shared_ptr<MetaConnection>> meta = MetaConnection::open(context);
    if (!meta)
        return context.fail(meta.error());
    const Result<RelayChoice> choice = readRelayChoice((*meta)->session().settings());
    if (!choice)
        return context.fail(choice.error());
    const Result<RelayAccess> access = accessOf(*choice);
    if (!access)
        return context.fail(access.error());
    auto *check = new RelayCheck{&context};
    QObject::connect(check, &RelayCheck::found, &context,
                     [&context](const RelayFindings &findings) { sayFindings(context, findings); });
    (*meta)->vault().findRelaySecret(choice->keyEntry(),
                                     [check, access = *access](const ResolvedSecret &key) {
                                         RelayAccess withKey = access;
                                         withKey.key = key.secret;
                                         check->start(withKey);
                                     });
}

void pullFromRelay(const Arguments &arguments, CommandContext &context)
{
    const Result<std::shared_ptr<MetaConnection>> meta = MetaConnection::open(context);
    if (!meta)
        return context.fail(meta.error());
    const Result<RelayChoice> choice = readRelayChoice((*meta)->session().settings());
    if (!choice)
        return context.fail(choice.error());
    auto *run =
        new RelayPullRun{context, *meta, arguments.has(u"follow"_s), arguments.has(u"drop-unsigned"_s)};
    run->start(*choice);
}

} // namespace

std::vector<Command> relayCommands()
{
    return {
        Command(u"relay connect"_s, Words::tr("Has this workspace fetch its delivery events from a relay."))
            .takes(u"URL"_s)
            .flag(u"key-stdin"_s, Words::tr("Read the key from standard input; it goes to the keychain."))
            .option(u"certificate"_s, u"FILE"_s,
                    Words::tr("Trust this certificate (PEM) too, where the relay has one of its own making."))
            .notes(Words::tr("FANFARE_RELAY_KEY in the environment comes before the keychain."))
            .starts(connectRelay),
        Command(u"relay disconnect"_s, Words::tr("Forgets the relay and its key.")).starts(disconnectRelay),
        Command(
            u"relay check"_s,
            Words::tr("Looks at the relay step by step: reachable, encrypted, key, handshake, first event."))
            .starts(checkRelay),
        Command(u"relay pull"_s, Words::tr("Fetches what waits at the relay into this workspace."))
            .flag(u"follow"_s, Words::tr("Go on, and have every event within a second, until stopped."))
            .flag(u"drop-unsigned"_s,
                  Words::tr("Leave out for good what is not signed with a known app secret; else it waits."))
            .starts(pullFromRelay),
    };
}
