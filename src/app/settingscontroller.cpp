#include "app/settingscontroller.h"

#include "app/defaultsstore.h"
#include "app/preferences.h"
#include "app/windowwords.h"
#include "storage/database.h"
#include "widgets/controls/dialogs.h"
#include "widgets/pages/accountform.h"
#include "widgets/pages/connectpage.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/accountservice.h"
#include "workspace/backgrounddesk.h"
#include "workspace/credentialvault.h"
#include "workspace/enginehost.h"
#include "workspace/session.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

SecretPlace placeOf(SecretSource source)
{
    switch (source) {
    case SecretSource::None: return SecretPlace::None;
    case SecretSource::Environment: return SecretPlace::Environment;
    case SecretSource::Memory: return SecretPlace::Memory;
    case SecretSource::Keychain: return SecretPlace::Keychain;
    }
    Q_UNREACHABLE();
}

/// Meta was not asked, so nobody knows whether the key is right.
bool wasNotAnswered(const Error &error)
{
    return error.kind == ErrorKind::Network && error.code.toInt() == 0;
}

} // namespace

/// What the page shows of the workspace.
struct SettingsController::Reading
{
    std::vector<AccountView> accounts;
    SendingDefaults defaults;
    AnswerRules answerRules;
    qint64 databaseBytes = 0;
};

SettingsController::SettingsController(const Workbench &bench, Appearance &appearance, Preferences &preferences,
                                       QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_appearance{appearance}
    , m_preferences{preferences}
    , m_page{new SettingsPage{bench.clock, &bench.window}}
    , m_connectPage{new ConnectPage{&bench.window}}
{
    bench.window.addPage(u"settings"_s, m_connectPage);
    m_page->setVersion(QCoreApplication::applicationVersion());
    m_page->setThemeChoice(appearance.choice());
    connect(m_page, &SettingsPage::connectRequested, this, &SettingsController::showConnect);
    connect(m_page, &SettingsPage::accountCheckRequested, this, &SettingsController::check);
    connect(m_page, &SettingsPage::accountUseRequested, this, &SettingsController::use);
    connect(m_page, &SettingsPage::accountLimitChosen, this, &SettingsController::limit);
    connect(m_page, &SettingsPage::accountRemoveRequested, this, &SettingsController::remove);
    connect(m_page, &SettingsPage::themeChosen, this, [this](ThemeChoice choice) {
        m_appearance.setChoice(choice);
        m_preferences.setTheme(choice);
    });
    connect(m_page, &SettingsPage::defaultsChanged, this, [this](const SendingDefaults &defaults) {
        m_bench.desk.run(
            this, [defaults](Session &session) { return writeSendingDefaults(session, defaults); },
            [this](const Result<> &written) {
                if (written)
                    emit defaultsChanged();
                else
                    tell(tr("The defaults were not saved"), written.error());
            });
    });
    connect(m_page, &SettingsPage::answerRulesChanged, this, [this](const AnswerRules &rules) {
        m_bench.desk.run(
            this, [rules](Session &session) { return session.settings().setAnswerRules(rules); },
            [this](const Result<> &written) {
                if (!written)
                    tell(tr("The answers were not saved"), written.error());
            });
    });
    connect(m_page, &SettingsPage::folderRequested, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_bench.workspace.path())); });
    connect(m_page, &SettingsPage::backupRequested, this, &SettingsController::backupRequested);
    connect(m_page, &SettingsPage::restoreRequested, this, &SettingsController::restoreRequested);
    connectForm(m_page->accountForm());
    connectForm(m_connectPage->form());
    connect(m_connectPage, &ConnectPage::backRequested, this, [this] {
        if (m_accounts.empty())
            emit firstStartRequested();
        else
            m_bench.window.showPage(m_page);
    });
    connect(m_connectPage, &ConnectPage::linkRequested, this,
            [](const QUrl &address) { QDesktopServices::openUrl(address); });
}

void SettingsController::connectForm(AccountForm &form)
{
    connect(&form, &AccountForm::submitted, this,
            [this, &form](const Credential &given) { checkThenStore(form, given); });
    connect(&form, &AccountForm::submittedUnchecked, this, [this, &form](const Credential &given) {
        form.setBusy(true);
        store(form, given, std::nullopt);
    });
}

void SettingsController::load()
{
    m_bench.desk.run(
        this,
        [](Session &session) -> Result<Reading> {
            const Result<std::vector<KnownAccount>> known = session.accountDesk().list();
            if (!known)
                return known.error();
            Reading reading;
            for (const KnownAccount &account : *known) {
                AccountView view;
                view.account = account.account;
                view.isInUse = account.isInUse;
                view.isPractice = session.workspace().isPractice();
                const Result<int> people =
                    session.accounts().peopleCountedSince(account.account.id, session.clock().now() - 24h);
                if (!people)
                    return people.error();
                view.messagedInLast24Hours = *people;
                reading.accounts.push_back(view);
            }
            reading.defaults = readSendingDefaults(session);
            const Result<AnswerRules> rules = session.settings().answerRules();
            if (!rules)
                return rules.error();
            reading.answerRules = *rules;
            reading.databaseBytes = session.database().sizeInBytes();
            return reading;
        },
        [this](const Result<Reading> &reading) {
            if (!reading) {
                tell(tr("The settings could not be read"), reading.error());
                return;
            }
            m_page->setDefaults(reading->defaults);
            m_page->setAnswerRules(reading->answerRules);
            const QString folder = m_bench.workspace.path();
            m_page->setWorkspace({m_bench.name, QDir::toNativeSeparators(folder),
                                  QDir::toNativeSeparators(m_bench.workspace.databasePath()),
                                  reading->databaseBytes, m_bench.workspace.isPractice()});
            showAccounts(reading->accounts);
            findSecrets();
        });
}

void SettingsController::showConnect()
{
    if (m_bench.workspace.isPractice()) {
        emit ownWorkspaceRequested();
        return;
    }
    m_connectPage->form().clear();
    m_bench.window.showPage(m_connectPage);
}

void SettingsController::showSection(SettingsPage::Section section)
{
    m_page->showSection(section);
    m_bench.window.showPage(m_page);
}

void SettingsController::showAccounts(const std::vector<AccountView> &accounts)
{
    m_accounts = accounts;
    for (AccountView &view : m_accounts) {
        const AccountId id = view.account.id;
        view.accessKey = m_keyPlaces.value(id, SecretPlace::None);
        view.appSecret = m_appSecretPlaces.value(id, SecretPlace::None);
        if (const auto checked = m_checks.constFind(id); checked != m_checks.constEnd()) {
            view.checkedAt = checked->at;
            view.problem = checked->problem;
        }
    }
    m_page->setAccounts(m_accounts);
}

void SettingsController::findSecrets()
{
    if (m_bench.workspace.isPractice())
        return;
    for (const AccountView &view : m_accounts) {
        const KnownAccount known{view.account, view.isInUse};
        m_bench.vault.keep(
            known, {}, [self = QPointer<SettingsController>{this}, known](const ResolvedSecret &token) {
                if (!self)
                    return;
                const SecretPlace place = placeOf(token.source);
                self->m_keyPlaces.insert(known.account.id, place);
                self->m_bench.vault.findAppSecret(known, [self, known, place](const QByteArray &appSecret) {
                    if (!self)
                        return;
                    self->m_appSecretPlaces.insert(known.account.id,
                                                   appSecret.isEmpty() ? SecretPlace::None : place);
                    self->showAccounts(self->m_accounts);
                });
            });
    }
}

void SettingsController::checkThenStore(AccountForm &form, const Credential &given)
{
    form.setBusy(true);
    const auto ask = [this, &form, given](const Credential &complete) {
        m_bench.accounts.fetchNumber(
            complete,
            [self = QPointer<SettingsController>{this}, &form, given](const Result<NumberReport> &report) {
                if (!self)
                    return;
                if (report)
                    self->store(form, given, *report);
                else
                    form.showProblem(inWindowWords(report.error()), wasNotAnswered(report.error()));
            });
    };
    if (!given.token.isEmpty()) {
        ask(given);
        return;
    }
    // The stored key with the other values as they are now.
    m_bench.vault.resolve({given.account, false},
                          [self = QPointer<SettingsController>{this}, &form, given,
                           ask](const Result<std::shared_ptr<const Credential>> &stored) {
                              if (!self)
                                  return;
                              if (!stored) {
                                  form.showProblem(inWindowWords(stored.error()), false);
                                  return;
                              }
                              Credential complete = given;
                              complete.token = (*stored)->token;
                              if (complete.appSecret.isEmpty())
                                  complete.appSecret = (*stored)->appSecret;
                              ask(complete);
                          });
}

void SettingsController::store(AccountForm &form, const Credential &given,
                               const std::optional<NumberReport> &report)
{
    m_bench.desk.run(
        this,
        [account = given.account, report](Session &session) -> Result<KnownAccount> {
            const Result<KnownAccount> stored = session.accountDesk().put(account);
            if (!stored || !report)
                return stored;
            const Result<> noted =
                session.accounts().storeReport(stored->account.id, *report, session.clock().now());
            if (!noted)
                return noted.error();
            return session.accountDesk().load(stored->account.id);
        },
        [this, &form, given, isChecked = report.has_value()](const Result<KnownAccount> &stored) {
            if (!stored) {
                form.showProblem(inWindowWords(stored.error()), false);
                return;
            }
            if (isChecked)
                m_checks.insert(stored->account.id, {m_bench.clock.now(), std::nullopt});
            keepSecrets(form, *stored, given);
        });
}

void SettingsController::keepSecrets(AccountForm &form, const KnownAccount &account, const Credential &given)
{
    m_bench.vault.keep(
        account, {given.token, given.appSecret},
        [self = QPointer<SettingsController>{this}, &form, account](const ResolvedSecret &token) {
            if (!self)
                return;
            self->m_keyPlaces.insert(account.account.id, placeOf(token.source));
            form.setBusy(false);
            self->m_page->closeAccountForm();
            const bool wasConnecting = self->m_bench.window.currentPage() == self->m_connectPage;
            // Others of this program look the key up again.
            self->m_bench.desk.run(
                self.data(), [](Session &session) { return session.accountDesk().noteNewSecrets(); },
                [self, wasConnecting](const Result<> &) {
                    self->load();
                    emit self->accountsChanged();
                    if (wasConnecting)
                        emit self->accountConnected();
                });
            if (token.source == SecretSource::Memory && token.problem) {
                tellError(&self->m_bench.window, tr("The access key is kept for this run only"),
                          {token.problem->kind,
                           tr("This computer has no keychain that Fanfare could use, so the key is forgotten "
                              "when Fanfare is "
                              "closed. %1")
                               .arg(token.problem->message),
                           token.problem->code, token.problem->detail});
            } else {
                emit self->done(tr("The number is connected"));
            }
        });
}

void SettingsController::check(AccountId id)
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [id](const AccountView &view) { return view.account.id == id; });
    if (found == m_accounts.end())
        return;
    found->isChecking = true;
    m_page->setAccounts(m_accounts);
    const KnownAccount known{found->account, found->isInUse};
    m_bench.accounts.fetchNumber(
        known, [self = QPointer<SettingsController>{this}, id](const Result<NumberReport> &report) {
            if (!self)
                return;
            Checked checked{self->m_bench.clock.now(), std::nullopt};
            if (!report)
                checked.problem = inWindowWords(report.error());
            self->m_checks.insert(id, checked);
            if (!report) {
                self->load();
                return;
            }
            self->m_bench.desk.run(
                self.data(),
                [id, report = *report](Session &session) {
                    return session.accounts().storeReport(id, report, session.clock().now());
                },
                [self](const Result<> &) {
                    self->load();
                    emit self->accountsChanged();
                });
        });
}

void SettingsController::use(AccountId id)
{
    m_bench.desk.run(
        this, [id](Session &session) { return session.accounts().use(id); },
        [this](const Result<> &used) {
            if (!used) {
                tell(tr("The number was not changed"), used.error());
                return;
            }
            load();
            emit accountsChanged();
        });
}

void SettingsController::limit(AccountId id, std::optional<int> perSecond)
{
    m_bench.desk.run(
        this, [id, perSecond](Session &session) { return session.accounts().setOwnLimit(id, perSecond); },
        [this, perSecond](const Result<> &stored) {
            if (!stored) {
                tell(tr("The limit was not changed"), stored.error());
                return;
            }
            m_bench.engine.wake();
            load();
            emit accountsChanged();
            emit done(perSecond ? tr("The number sends at most %Ln messages a second", nullptr, *perSecond)
                                : tr("The number sends as fast as Meta allows"));
        });
}

void SettingsController::remove(AccountId id)
{
    struct Removed
    {
        Account account;
    };
    m_bench.desk.run(
        this,
        [id](Session &session) -> Result<Removed> {
            const Result<Account> account = session.accounts().load(id);
            if (!account)
                return account.error();
            const Result<> removed = session.accounts().remove(id);
            if (!removed)
                return removed.error();
            return Removed{*account};
        },
        [this](const Result<Removed> &removed) {
            if (!removed) {
                tell(tr("The account was not removed"), removed.error());
                return;
            }
            m_bench.vault.forget(removed->account,
                                 [self = QPointer<SettingsController>{this}](const Result<> &forgot) {
                                     if (self && !forgot && forgot.error().kind != ErrorKind::NotFound)
                                         self->tell(tr("The keys are still in the keychain"), forgot.error());
                                 });
            load();
            emit accountsChanged();
        });
}

void SettingsController::tell(const QString &title, const Error &error)
{
    tellError(&m_bench.window, title, inWindowWords(error));
}
