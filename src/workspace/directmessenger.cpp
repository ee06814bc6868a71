#include "workspace/directmessenger.h"

#include "domain/errorcatalog.h"
#include "engine/sendingthread.h"
#include "exchange/phoneparser.h"
#include "workspace/backgrounddesk.h"
#include "workspace/credentialvault.h"
#include "workspace/enginelock.h"
#include "workspace/mediafolder.h"
#include "workspace/senderports.h"
#include "workspace/session.h"

#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kLookInterval = 50ms;

template <typename... Cases>
struct Overloaded : Cases...
{
    using Cases::operator()...;
};
template <typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

Error unconfirmedError(const QString &why)
{
    return {ErrorKind::Network, DirectMessenger::tr("No answer came: the message may have gone out, or not."),
            u"unconfirmed"_s, why};
}

Error tookTooLongError()
{
    return {ErrorKind::Network,
            DirectMessenger::tr("The message was not sent: nothing could leave from this number in time. It "
                                "will not be sent later."),
            u"not_sent"_s,
            {}};
}

Result<QString> messageIdOf(const SendOutcome &outcome)
{
    return std::visit(
        Overloaded{
            [](const Accepted &accepted) -> Result<QString> { return accepted.messageId; },
            [](const Refused &refused) -> Result<QString> {
                const ErrorEntry &entry = errorEntry(refused.code, refused.subcode);
                const QString advice = entry.advice();
                return Error{ErrorKind::Network,
                             advice.isEmpty() ? entry.message() : entry.message() + u' ' + advice,
                             QString::number(refused.code), refused.details};
            },
            [](const NotSent &notSent) -> Result<QString> {
                return Error{ErrorKind::Network, DirectMessenger::tr("Meta could not be reached."),
                             u"not_sent"_s, notSent.why};
            },
            [](const Unknown &unknown) -> Result<QString> { return unconfirmedError(unknown.why); },
        },
        outcome);
}

} // namespace

/// What the workspace says about all that is pending.
struct DirectMessenger::Look
{
    bool isAnybodySending = false;
    std::vector<std::pair<DirectMessageId, Result<DirectReport>>> reports;
};

DirectMessenger::DirectMessenger(Workspace workspace, CredentialVault &vault, QString program,
                                 QObject *parent)
    : QObject{parent}
    , m_workspace{std::move(workspace)}
    , m_vault{vault}
    , m_program{std::move(program)}
    , m_desk{std::make_unique<BackgroundDesk>(m_workspace)}
{
    m_timer.setInterval(kLookInterval);
    connect(&m_timer, &QTimer::timeout, this, &DirectMessenger::look);
}

DirectMessenger::~DirectMessenger()
{
    endSending();
}

void DirectMessenger::send(const DirectMessage &message, Answer answer, std::function<void()> taken)
{
    struct Asked
    {
        DirectMessageId id;
        KnownAccount account;
        std::chrono::milliseconds patience;
    };
    m_desk->run(
        this,
        [message](Session &session) -> Result<Asked> {
            if (const Result<> safe = requireOwnDisk(session.workspace()); !safe)
                return safe.error();
            Result<KnownAccount> account = session.accountDesk().load(message.account);
            if (!account)
                return account.error();
            Result<DirectMessage> kept = withKeptFile(session, message);
            if (!kept)
                return kept.error();
            kept->region = PhoneParser::regionOf(kept->to.e164());
            const Result<DirectMessageId> id = session.directMessages().ask(*kept, session.clock().now());
            if (!id) {
                dropKeptFile(session.workspace(), *kept);
                return id.error();
            }
            const Result<DirectReport> report = session.directMessages().report(*id);
            return Asked{*id, *std::move(account), report ? report->patience : patienceWith(*kept)};
        },
        [this, answer = std::move(answer), taken = std::move(taken),
         withdrawals = m_withdrawals](const Result<Asked> &asked) {
            if (!asked) {
                if (withdrawals == m_withdrawals)
                    answer(asked.error());
                return;
            }
            if (taken)
                taken();
            Pending pending{asked->id, asked->account, asked->patience, {}, answer};
            pending.since.start();
            m_pending.push_back(std::move(pending));
            m_timer.start();
            look();
        });
}

void DirectMessenger::withdraw(std::function<void(bool)> done)
{
    ++m_withdrawals;
    std::vector<DirectMessageId> ids = takePending();
    // One that was asked for a moment ago is pending only once the desk has come so far.
    m_desk->run(
        this, [](Session &) -> Result<> { return Done{}; },
        [this, ids = std::move(ids), done = std::move(done)](const Result<> &) mutable {
            const std::vector<DirectMessageId> latest = takePending();
            ids.insert(ids.end(), latest.begin(), latest.end());
            takeBack(std::move(ids), std::move(done));
        });
}

/// Forgets everything that is pending; nobody gets an answer.
std::vector<DirectMessageId> DirectMessenger::takePending()
{
    std::vector<DirectMessageId> ids;
    for (const Pending &pending : std::exchange(m_pending, {}))
        ids.push_back(pending.id);
    m_timer.stop();
    return ids;
}

void DirectMessenger::takeBack(std::vector<DirectMessageId> ids, std::function<void(bool)> done)
{
    m_desk->run(
        this,
        [ids = std::move(ids)](Session &session) -> Result<bool> {
            bool isAll = true;
            for (const DirectMessageId id : ids) {
                const Result<bool> withdrawn = session.directMessages().withdraw(id, session.clock().now());
                if (!withdrawn)
                    return withdrawn.error();
                isAll &= *withdrawn;
            }
            return isAll;
        },
        [this, done = std::move(done)](const Result<bool> &isAll) {
            stopSending();
            done(isAll && *isAll);
        });
}

DirectMessenger::Pending *DirectMessenger::find(DirectMessageId id)
{
    const auto found = std::find_if(m_pending.begin(), m_pending.end(),
                                    [&](const Pending &pending) { return pending.id == id; });
    return found == m_pending.end() ? nullptr : &*found;
}

void DirectMessenger::look()
{
    if (std::exchange(m_isLooking, true))
        return;
    std::vector<DirectMessageId> ids;
    for (const Pending &pending : m_pending)
        ids.push_back(pending.id);
    m_desk->run(
        this,
        [ids](Session &session) -> Result<Look> {
            // First: whoever ends has written its answers before.
            Look look{EngineLock::isHeld(session.workspace().path()), {}};
            for (const DirectMessageId id : ids)
                look.reports.emplace_back(id, session.directMessages().report(id));
            return look;
        },
        [this](const Result<Look> &look) {
            m_isLooking = false;
            if (look)
                take(*look);
            else if (look.error().kind != ErrorKind::Busy)
                finishAll(look.error());
        });
}

void DirectMessenger::take(const Look &look)
{
    for (const auto &[id, report] : look.reports)
        takeReport(id, report, look.isAnybodySending);
    if (m_pending.empty())
        stopSending();
}

void DirectMessenger::takeReport(DirectMessageId id, const Result<DirectReport> &report,
                                 bool isAnybodySending)
{
    const Pending *pending = find(id);
    if (!pending || (!report && report.error().kind == ErrorKind::Busy))
        return;
    if (!report)
        return finish(id, report.error());
    switch (report->state) {
    case DirectMessageState::Waiting:
        if (std::chrono::milliseconds{pending->since.elapsed()} > pending->patience)
            takeBack(id, tookTooLongError());
        else if (m_sending || !isAnybodySending)
            sendHere(pending->account);
        break;
    case DirectMessageState::Sending:
        if (!isAnybodySending) // it died, and whoever sends next writes that down
            finish(id, unconfirmedError(tr("The program that sent it has stopped.")));
        break;
    case DirectMessageState::Accepted:
    case DirectMessageState::Refused:
    case DirectMessageState::NotSent:
    case DirectMessageState::Unconfirmed:
    case DirectMessageState::Failed: finish(id, messageIdOf(*report->outcome)); break;
    case DirectMessageState::Declined: finish(id, *report->declined); break;
    case DirectMessageState::Withdrawn:
    case DirectMessageState::Expired: finish(id, tookTooLongError()); break;
    }
}

/// It will not be sent for this reason, unless somebody was quicker and sends it already.
void DirectMessenger::takeBack(DirectMessageId id, const Error &why)
{
    m_desk->run(
        this, [id](Session &session) { return session.directMessages().withdraw(id, session.clock().now()); },
        [this, id, why](const Result<bool> &withdrawn) {
            if (withdrawn && *withdrawn)
                finish(id, why);
        });
}

void DirectMessenger::finish(DirectMessageId id, const Result<QString> &answer)
{
    const auto found = std::find_if(m_pending.begin(), m_pending.end(),
                                    [&](const Pending &pending) { return pending.id == id; });
    if (found == m_pending.end())
        return;
    const Answer tell = std::move(found->answer);
    m_pending.erase(found);
    if (m_pending.empty()) {
        m_timer.stop();
        stopSending();
    }
    tell(answer);
}

void DirectMessenger::takeAllBack(const Error &why)
{
    for (const Pending &pending : m_pending)
        takeBack(pending.id, why);
}

void DirectMessenger::finishAll(const Error &error)
{
    std::vector<DirectMessageId> ids;
    for (const Pending &pending : m_pending)
        ids.push_back(pending.id);
    for (const DirectMessageId id : ids)
        finish(id, error);
}

void DirectMessenger::sendHere(const KnownAccount &account)
{
    const AccountId id = account.account.id;
    if (m_accounts.contains(id) || m_isStopping || std::exchange(m_isFindingToken, true))
        return;
    m_vault.resolve(account,
                    [self = QPointer<DirectMessenger>{this},
                     id](const Result<std::shared_ptr<const Credential>> &credential) {
                        if (!self)
                            return;
                        self->m_isFindingToken = false;
                        if (credential) {
                            self->startSending(id);
                            return;
                        }
                        for (const Pending &pending : self->m_pending) {
                            if (pending.account.account.id == id)
                                self->takeBack(pending.id, credential.error());
                        }
                    });
}

void DirectMessenger::startSending(AccountId account)
{
    if (m_pending.empty() || m_isStopping)
        return;
    if (m_sending) {
        m_accounts.insert(account);
        m_sending->wake();
        return;
    }
    Result<std::unique_ptr<EngineLock>> lock = EngineLock::acquire(
        m_workspace.path(), m_program, SystemClock{}.now(), EngineLock::Purpose::SingleMessages);
    if (!lock && lock.error().kind == ErrorKind::Busy)
        return; // somebody sends by now
    if (!lock) {
        takeAllBack(lock.error());
        return;
    }
    m_lock = *std::move(lock);
    m_accounts.insert(account);
    SenderOptions options;
    options.isForDirectsOnly = true;
    m_sending = std::make_unique<SendingThread>(senderPorts(m_workspace, m_vault.cache()), options);
    // Queued: ending destroys the thread that told us.
    connect(m_sending.get(), &SendingThread::stopped, this, &DirectMessenger::endSending,
            Qt::QueuedConnection);
    connect(
        m_sending.get(), &SendingThread::failed, this,
        [this](const Error &error) {
            endSending();
            takeAllBack(error);
        },
        Qt::QueuedConnection);
    m_sending->start();
}

void DirectMessenger::stopSending()
{
    if (m_sending && !std::exchange(m_isStopping, true))
        m_sending->stop();
}

void DirectMessenger::endSending()
{
    m_sending.reset();
    m_lock.reset();
    m_accounts.clear();
    m_isStopping = false;
}
