#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/jsonforms.h"
#include "cli/metaconnection.h"
#include "cli/options.h"
#include "cli/standardinput.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLongestSecrets = 64 * 1024;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(AccountCommands)
};

/// Each on its own line of standard input, the token first.
Result<GivenSecrets> readSecrets(const Arguments &arguments)
{
    GivenSecrets secrets;
    if (!arguments.has(u"token-stdin"_s) && !arguments.has(u"app-secret-stdin"_s))
        return secrets;
    const Result<QByteArray> input = readStandardInput(kLongestSecrets);
    if (!input)
        return input.error();
    QList<QByteArray> lines = input->split('\n');
    const auto takeLine = [&] { return lines.isEmpty() ? QByteArray{} : lines.takeFirst().trimmed(); };
    if (arguments.has(u"token-stdin"_s)) {
        secrets.token = takeLine();
        if (secrets.token.isEmpty())
            return Error{
                ErrorKind::BadInput, Words::tr("There is no token on standard input."), u"empty_token"_s, {}};
    }
    if (arguments.has(u"app-secret-stdin"_s)) {
        secrets.appSecret = takeLine();
        if (secrets.appSecret.isEmpty())
            return Error{ErrorKind::BadInput,
                         Words::tr("There is no app secret on standard input."),
                         u"empty_app_secret"_s,
                         {}};
    }
    return secrets;
}

/// What was given, on top of what is known about the number already.
Result<Account> readAccountOptions(const Arguments &arguments, Session &session)
{
    static const QRegularExpression digits{u"^[0-9]{1,32}$"_s};
    static const QRegularExpression version{u"^v[0-9]{1,3}\\.[0-9]{1,2}$"_s};
    Account account;
    const Result<std::vector<Account>> known = session.accounts().list();
    if (!known)
        return known.error();
    const QString phoneNumberId = arguments.value(u"phone-number-id"_s);
    for (const Account &earlier : *known) {
        if (earlier.phoneNumberId == phoneNumberId)
            account = earlier;
    }
    account.phoneNumberId = phoneNumberId;
    account.wabaId = arguments.value(u"waba-id"_s);
    account.name = arguments.value(u"name"_s, account.name);
    account.apiBase = arguments.value(u"api-base"_s, account.apiBase);
    account.graphVersion = arguments.value(u"graph-version"_s, account.graphVersion);
    for (const QString &id : {account.phoneNumberId, account.wabaId}) {
        if (!id.contains(digits))
            return usageError(Words::tr("“%1” is not an id of Meta's: those are digits.").arg(id));
    }
    if (!account.graphVersion.isEmpty() && !account.graphVersion.contains(version))
        return usageError(Words::tr("“%1” is not a Graph API version like v25.0.").arg(account.graphVersion));
    if (!account.apiBase.isEmpty()) {
        const QUrl base{account.apiBase, QUrl::StrictMode};
        if (!base.isValid() || base.host().isEmpty()
            || (base.scheme() != "http"_L1 && base.scheme() != "https"_L1))
            return usageError(Words::tr("“%1” is not a web address.").arg(account.apiBase));
    }
    return account;
}

void setAccount(const Arguments &arguments, CommandContext &context)
{
    const Result<std::shared_ptr<MetaConnection>> meta = MetaConnection::open(context);
    if (!meta)
        return context.fail(meta.error());
    Session &session = (*meta)->session();
    const Result<Account> account = readAccountOptions(arguments, session);
    if (!account)
        return context.fail(account.error());
    const Result<GivenSecrets> secrets = readSecrets(arguments);
    if (!secrets)
        return context.fail(secrets.error());
    const Result<KnownAccount> stored = session.accountDesk().put(*account);
    if (!stored)
        return context.fail(stored.error());
    (*meta)->vault().keep(
        *stored, *secrets, [&context, meta = *meta, id = stored->account.id](const ResolvedSecret &token) {
            if (const Result<> noted = meta->session().accountDesk().noteNewSecrets(); !noted)
                return context.fail(noted.error());
            if (token.problem)
                context.terminal().message(token.problem->message);
            if (context.isJson()) {
                context.terminal().json({
                    {u"account_id"_s, id.value            },
                    {u"secret"_s,     toWord(token.source)}
                });
            } else {
                context.terminal().line(Words::tr("Account %1 is stored.").arg(id.value));
                if (token.source == SecretSource::None)
                    context.terminal().line(
                        Words::tr("There is no access token for it yet: set FANFARE_TOKEN in "
                                  "the environment, or give one "
                                  "with --token-stdin."));
            }
            context.finish(ExitCode::Done);
        });
}

Result<> listAccounts(const Arguments &, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<std::vector<KnownAccount>> accounts = (*session)->accountDesk().list();
    if (!accounts)
        return accounts.error();
    if (context.isJson()) {
        QJsonArray array;
        for (const KnownAccount &known : *accounts)
            array.append(accountJson(known));
        context.terminal().json({
            {u"accounts"_s, array}
        });
        return Done{};
    }
    std::vector<std::vector<Cell>> rows;
    for (const KnownAccount &known : *accounts)
        rows.push_back({Cell::number(known.account.id.value), known.isInUse ? Words::tr("in use") : QString{},
                        known.account.name, known.account.displayPhoneNumber, known.account.phoneNumberId,
                        known.account.qualityRating});
    context.terminal().table({Words::tr("Id"), Words::tr("Use"), Words::tr("Name"), Words::tr("Number"),
                              Words::tr("Phone-number id"), Words::tr("Quality")},
                             rows);
    return Done{};
}

Result<KnownAccount> namedAccount(const Arguments &arguments, Session &session)
{
    bool isNumber = false;
    const qint64 id = arguments.positional(0).toLongLong(&isNumber);
    if (!isNumber || id < 1)
        return usageError(Words::tr("“%1” is not the number of an account.").arg(arguments.positional(0)));
    return session.accountDesk().load(AccountId{id});
}

Result<> useAccount(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<KnownAccount> account = namedAccount(arguments, **session);
    if (!account)
        return account.error();
    if (const Result<> used = (*session)->accounts().use(account->account.id); !used)
        return used;
    // The variables of the environment are for another account now.
    if (const Result<> noted = (*session)->accountDesk().noteNewSecrets(); !noted)
        return noted;
    if (context.isJson())
        context.terminal().json({
            {u"account_id"_s, account->account.id.value}
        });
    else
        context.terminal().line(Words::tr("Account %1 is in use.").arg(account->account.id.value));
    return Done{};
}

Result<> limitAccount(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<KnownAccount> account = namedAccount(arguments, **session);
    if (!account)
        return account.error();
    const std::optional<SendRate> rate = SendRate::parse(arguments.positional(1));
    if (!rate || rate->unit() == SendRate::Unit::PerMinute)
        return usageError(Words::tr("“%1” is not a limit for a number: 20/s, or max for none.")
                              .arg(arguments.positional(1)));
    const std::optional<int> perSecond =
        rate->unit() == SendRate::Unit::Max ? std::nullopt : std::optional{rate->count()};
    const AccountId id = account->account.id;
    if (const Result<> stored = (*session)->accounts().setOwnLimit(id, perSecond); !stored)
        return stored;
    if (context.isJson())
        context.terminal().json({
            {u"account_id"_s,       id.value                                                         },
            {u"limit_per_second"_s, perSecond ? QJsonValue{*perSecond} : QJsonValue{QJsonValue::Null}},
        });
    else if (perSecond)
        context.terminal().line(
            Words::tr("Account %1 sends at most %2 messages a second.").arg(id.value).arg(*perSecond));
    else
        context.terminal().line(Words::tr("Account %1 sends as fast as Meta allows.").arg(id.value));
    return Done{};
}

void removeAccount(const Arguments &arguments, CommandContext &context)
{
    const Result<std::shared_ptr<MetaConnection>> meta = MetaConnection::open(context);
    if (!meta)
        return context.fail(meta.error());
    Session &session = (*meta)->session();
    const Result<KnownAccount> account = namedAccount(arguments, session);
    if (!account)
        return context.fail(account.error());
    if (const Result<> removed = session.accounts().remove(account->account.id); !removed)
        return context.fail(removed.error());
    (*meta)->vault().forget(
        account->account, [&context, meta = *meta, id = account->account.id](const Result<> &) {
            if (context.isJson())
                context.terminal().json({
                    {u"account_id"_s, id.value},
                    {u"removed"_s,    true    }
                });
            else
                context.terminal().line(Words::tr("Account %1 is removed.").arg(id.value));
            context.finish(ExitCode::Done);
        });
}

void checkAccount(const Arguments &arguments, CommandContext &context)
{
    const Result<std::shared_ptr<MetaConnection>> meta = MetaConnection::open(context);
    if (!meta)
        return context.fail(meta.error());
    const Result<KnownAccount> account = readAccount(arguments, (*meta)->session());
    if (!account)
        return context.fail(account.error());
    (*meta)->service().fetchNumber(
        *account, [&context, meta = *meta, id = account->account.id](const Result<NumberReport> &report) {
            if (!report)
                return context.fail(report.error());
            Session &session = meta->session();
            if (const Result<> stored = session.accounts().storeReport(id, *report, session.clock().now());
                !stored)
                return context.fail(stored.error());
            if (context.isJson()) {
                context.terminal().json({
                    {u"display_phone_number"_s,  textOrNull(report->displayPhoneNumber)},
                    {u"verified_name"_s,         textOrNull(report->verifiedName)      },
                    {u"quality_rating"_s,        textOrNull(report->qualityRating)     },
                    {u"throughput_per_second"_s,
                     report->throughputPerSecond ? QJsonValue{*report->throughputPerSecond}
                                                 : QJsonValue{QJsonValue::Null}        },
                    {u"messaging_limit"_s,
                     report->messagingLimit ? QJsonValue{*report->messagingLimit}
                                            : QJsonValue{QJsonValue::Null}             },
                    {u"status"_s,                textOrNull(report->status)            },
                });
            } else {
                const QString unknown = Words::tr("not reported");
                const auto shown = [&](const std::optional<int> &value) {
                    return value ? QLocale{}.toString(*value) : unknown;
                };
                context.terminal().facts({
                    {Words::tr("Number"),             report->displayPhoneNumber                 },
                    {Words::tr("Verified name"),      report->verifiedName                       },
                    {Words::tr("Quality"),            report->qualityRating                      },
                    {Words::tr("Messages a second"),  shown(report->throughputPerSecond)         },
                    {Words::tr("People in 24 hours"),
                     report->isUnlimited ? Words::tr("unlimited") : shown(report->messagingLimit)},
                });
            }
            context.finish(ExitCode::Done);
        });
}

} // namespace

std::vector<Command> accountCommands()
{
    return {
        Command(u"account set"_s, Words::tr("Connects a business phone number, or changes a known one."))
            .requiredOption(u"phone-number-id"_s, u"ID"_s, Words::tr("Meta's id of the number."))
            .requiredOption(u"waba-id"_s, u"ID"_s, Words::tr("Meta's id of the WhatsApp Business Account."))
            .option(u"name"_s, u"NAME"_s, Words::tr("What you call it."))
            .option(u"api-base"_s, u"URL"_s, Words::tr("Where the Graph API is; else Meta's own address."))
            .option(u"graph-version"_s, u"VERSION"_s, Words::tr("The version of the Graph API, like v25.0."))
            .flag(u"token-stdin"_s, Words::tr("The access token is the first line of standard input."))
            .flag(u"app-secret-stdin"_s, Words::tr("The app secret is the next line of standard input."))
            .notes(Words::tr(
                "The secrets go into the keychain. FANFARE_TOKEN and FANFARE_APP_SECRET in the environment "
                "come before it, for the account in use."))
            .starts(setAccount),
        Command(u"account list"_s, Words::tr("The connected numbers.")).does(listAccounts),
        Command(u"account use"_s, Words::tr("Makes this number the one in use."))
            .takes(u"ID"_s)
            .does(useAccount),
        Command(u"account limit"_s,
                Words::tr("Lowers how fast a number sends, for all its campaigns and at once."))
            .takes(u"ID"_s)
            .takes(u"RATE"_s)
            .notes(Words::tr("RATE is 20/s, or max for no limit of your own."))
            .does(limitAccount),
        Command(u"account remove"_s, Words::tr("Disconnects a number and forgets its secrets."))
            .takes(u"ID"_s)
            .starts(removeAccount),
        Command(u"account check"_s, Words::tr("Asks Meta who we are."))
            .options({accountOptionSpec()})
            .starts(checkAccount),
    };
}
