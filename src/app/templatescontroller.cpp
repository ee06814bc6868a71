#include "app/templatescontroller.h"

#include "app/windowwords.h"
#include "storage/templatestore.h"
#include "widgets/pages/templatespage.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/accountservice.h"
#include "workspace/backgrounddesk.h"
#include "workspace/session.h"

using namespace Qt::StringLiterals;

namespace {

/// The mirror as it is.
struct Mirror
{
    bool hasAccount = false;
    std::vector<MessageTemplate> templates;
    std::optional<UtcTime> syncedAt;
};

Result<Mirror> readMirror(Session &session)
{
    const Result<std::optional<AccountId>> account = session.accounts().inUse();
    if (!account)
        return account.error();
    if (!*account)
        return Mirror{};
    Result<std::vector<MessageTemplate>> templates = session.templates().list(**account);
    if (!templates)
        return templates.error();
    const Result<std::optional<UtcTime>> synced = session.templates().lastSync(**account);
    if (!synced)
        return synced.error();
    return Mirror{true, *std::move(templates), *synced};
}

} // namespace

TemplatesController::TemplatesController(const Workbench &bench, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_page{new TemplatesPage{m_model, bench.clock, &bench.window}}
{
    connect(m_page, &TemplatesPage::syncRequested, this, &TemplatesController::sync);
    connect(m_page, &TemplatesPage::connectRequested, this, &TemplatesController::connectRequested);
    connect(m_page, &TemplatesPage::campaignRequested, this, &TemplatesController::campaignRequested);
}

void TemplatesController::load()
{
    m_bench.desk.run(this, &readMirror, [this](const Result<Mirror> &mirror) {
        if (!mirror) {
            m_page->showSyncError(mirror.error());
            return;
        }
        m_model.setTemplates(mirror->templates);
        m_page->setHasAccount(mirror->hasAccount);
        m_page->setSyncedAt(mirror->syncedAt);
        emit templatesRead(mirror->templates, mirror->syncedAt);
    });
}

void TemplatesController::sync()
{
    if (m_isSyncing)
        return;
    m_isSyncing = true;
    m_page->setSyncing(true);
    emit syncing(true);
    m_bench.desk.run(
        this, [](Session &session) { return session.accountDesk().inUse(); },
        [this](const Result<KnownAccount> &account) {
            if (account)
                fetch(*account);
            else
                failSync(account.error());
        });
}

void TemplatesController::fetch(const KnownAccount &account)
{
    m_bench.accounts.fetchTemplates(account,
                                    [self = QPointer<TemplatesController>{this}, id = account.account.id](
                                        const Result<std::vector<MessageTemplate>> &templates) {
                                        if (!self)
                                            return;
                                        if (templates)
                                            self->store(id, *templates);
                                        else
                                            self->failSync(templates.error());
                                    });
}

void TemplatesController::store(AccountId account, const std::vector<MessageTemplate> &templates)
{
    m_bench.desk.run(
        this,
        [account, templates](Session &session) {
            return session.templates().sync(account, templates, session.clock().now());
        },
        [this](const Result<TemplateSync> &sync) {
            if (!sync) {
                failSync(sync.error());
                return;
            }
            endSync();
            load();
            emit done(sync->added + sync->updated + sync->removed == 0
                          ? tr("The templates were up to date")
                          : tr("Templates synced: %L1 new, %L2 changed, %L3 gone")
                                .arg(sync->added)
                                .arg(sync->updated)
                                .arg(sync->removed));
        });
}

void TemplatesController::endSync()
{
    m_isSyncing = false;
    m_page->setSyncing(false);
    emit syncing(false);
}

void TemplatesController::failSync(const Error &error)
{
    endSync();
    const Error worded = inWindowWords(error);
    m_page->showSyncError(worded);
    emit syncFailed(worded);
}
