#include "cli/metaconnection.h"

#include "cli/commandcontext.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CampaignCommands)
};

} // namespace

Result<std::shared_ptr<MetaConnection>> MetaConnection::open(CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const std::shared_ptr<MetaConnection> connection{new MetaConnection{**session}};
    // An answer may be the last one to hold it, and must not destroy what is answering.
    context.keep(connection);
    return connection;
}

MetaConnection::MetaConnection(Session &session)
    : m_session{session}
    , m_vault{session.workspace(), SecretResolver::WithoutKeychain::Forget, session.clock()}
    , m_service{m_vault}
{
}

DirectMessenger &MetaConnection::messenger()
{
    if (!m_messenger)
        m_messenger =
            std::make_unique<DirectMessenger>(m_session.workspace(), m_vault, QStringLiteral("fanfare-cli"));
    return *m_messenger;
}

void MetaConnection::findToken(AccountId account, std::function<void(const Result<> &)> answer)
{
    if (m_session.workspace().isPractice()) {
        answer(Done{});
        return;
    }
    const Result<KnownAccount> known = m_session.accountDesk().load(account);
    if (!known) {
        answer(known.error());
        return;
    }
    m_vault.resolve(
        *known, [answer = std::move(answer)](const Result<std::shared_ptr<const Credential>> &credential) {
            answer(credential ? Result<>{Done{}} : Result<>{credential.error()});
        });
}

void MetaConnection::findAppSecrets(CredentialVault::Answer<FoundAppSecrets> answer)
{
    const Result<std::vector<KnownAccount>> accounts = m_session.accountDesk().list();
    if (!accounts)
        return answer(accounts.error());
    m_vault.findAppSecrets(*accounts, std::move(answer));
}

void sendAndSay(CommandContext &context, const std::shared_ptr<MetaConnection> &meta,
                const DirectMessage &message, const QString &accepted)
{
    DirectMessenger &messenger = meta->messenger();
    QObject::connect(&context, &CommandContext::interrupted, &messenger, [&context, &messenger] {
        messenger.withdraw([&context](bool isAll) {
            if (!isAll)
                context.terminal().message(Words::tr("The message was on its way already."));
            context.finish(ExitCode::Interrupted);
        });
    });
    messenger.send(message, [&context, meta, accepted](const Result<QString> &messageId) {
        if (!messageId)
            return context.fail(messageId.error());
        if (context.isJson())
            context.terminal().json({
                {u"message_id"_s, *messageId}
            });
        else
            context.terminal().line(accepted);
        context.finish(ExitCode::Done);
    });
}
