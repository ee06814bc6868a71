#include "workspace/templatewatch.h"

#include "storage/templatechanges.h"
#include "workspace/accountservice.h"
#include "workspace/backgrounddesk.h"
#include "workspace/session.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcWorkspace, "fanfare.workspace")

constexpr auto kBetweenLooks = 10min;

} // namespace

TemplateWatch::TemplateWatch(Session &session, BackgroundDesk &desk, CredentialVault &vault)
    : m_session{session}
    , m_desk{desk}
    , m_accounts{std::make_unique<AccountService>(vault)}
{
    connect(&m_timer, &QTimer::timeout, this, &TemplateWatch::look);
}

TemplateWatch::~TemplateWatch() = default;

void TemplateWatch::start()
{
    m_timer.start(kBetweenLooks);
    look();
}

void TemplateWatch::look()
{
    const Result<std::vector<AccountId>> waiting = accountsWaitingForTemplates(m_session.database());
    if (!waiting) {
        qCWarning(lcWorkspace) << "who waits for a template could not be read:" << waiting.error().detail;
        return;
    }
    for (const AccountId account : *waiting) {
        if (std::find(m_asking.begin(), m_asking.end(), account) == m_asking.end())
            ask(account);
    }
}

void TemplateWatch::ask(AccountId account)
{
    const Result<KnownAccount> known = m_session.accountDesk().load(account);
    if (!known)
        return;
    m_asking.push_back(account);
    m_accounts->fetchTemplates(
        *known, [this, account](const Result<std::vector<MessageTemplate>> &templates) {
            m_asking.erase(std::remove(m_asking.begin(), m_asking.end(), account), m_asking.end());
            if (!templates) // the next look asks again
                return;
            m_desk.run(
                this,
                [account, found = *templates](Session &session) {
                    return session.templates().sync(account, found, session.clock().now());
                },
                [this](const Result<TemplateSync> &synced) {
                    if (synced)
                        emit updated();
                });
        });
}
