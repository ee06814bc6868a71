#include "workspace/insightswatch.h"

#include "storage/insightsstore.h"
#include "whatsapp/graphinsightsgateway.h"
#include "workspace/backgrounddesk.h"
#include "workspace/insightsreader.h"
#include "workspace/session.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcWorkspace, "fanfare.workspace")

constexpr auto kBetweenLooks = 10min;

bool isWithoutKey(const std::optional<Error> &problem)
{
    return problem && (problem->code == "no_token"_L1 || problem->code == "keychain_locked"_L1);
}

} // namespace

/// The numbers of a business account that may ask, in turn.
struct InsightsWatch::Due
{
    std::vector<KnownAccount> accounts;
    QString wabaId;
    InsightsQuestion question;

    /// On a thread of the database.
    static Result<std::vector<Due>> read(Session &session)
    {
        Result<std::vector<DueInsights>> due = session.insights().due(session.clock().now());
        if (!due)
            return due.error();
        std::vector<Due> all;
        for (DueInsights &one : *due) {
            Due asked{{}, one.wabaId, std::move(one.question)};
            for (const AccountId id : one.accounts) {
                const Result<KnownAccount> account = session.accountDesk().load(id);
                if (account)
                    asked.accounts.push_back(*account);
                else if (account.error().kind != ErrorKind::NotFound) // removed meanwhile
                    return account.error();
            }
            if (!asked.accounts.empty())
                all.push_back(std::move(asked));
        }
        return all;
    }
};

InsightsWatch::InsightsWatch(BackgroundDesk &desk, CredentialVault &vault)
    : InsightsWatch{desk, vault, std::make_unique<GraphInsightsGateway>()}
{
}

InsightsWatch::InsightsWatch(BackgroundDesk &desk, CredentialVault &vault,
                             std::unique_ptr<InsightsGateway> gateway)
    : m_desk{desk}
    , m_reader{std::make_unique<InsightsReader>(vault, std::move(gateway))}
{
    connect(&m_timer, &QTimer::timeout, this, &InsightsWatch::look);
}

InsightsWatch::~InsightsWatch() = default;

void InsightsWatch::start()
{
    m_timer.start(kBetweenLooks);
    look();
}

void InsightsWatch::look()
{
    ++m_underWay;
    m_desk.run(this, &Due::read, [this](const Result<std::vector<Due>> &due) {
        if (due)
            askAll(*due);
        else
            qCWarning(lcWorkspace) << "what to ask of Meta's totals could not be read:" << due.error().detail;
        noteDone();
    });
}

void InsightsWatch::askAll(const std::vector<Due> &due)
{
    for (const Due &one : due) {
        if (m_asking.contains(one.wabaId))
            continue;
        m_asking.insert(one.wabaId);
        ++m_underWay;
        ask(one);
    }
}

/// Where a number has no access key at hand, another one of the business account may have one.
void InsightsWatch::ask(Due due)
{
    const KnownAccount account = due.accounts.front();
    due.accounts.erase(due.accounts.begin());
    const InsightsQuestion question = due.question;
    m_reader->read(account, question, [this, due = std::move(due)](const InsightsFindings &findings) {
        if (isWithoutKey(findings.problem) && !due.accounts.empty())
            return ask(due);
        keep(due.wabaId, findings);
    });
}

/// What could not be read is asked again later; it is nobody's trouble now.
void InsightsWatch::keep(const QString &wabaId, const InsightsFindings &findings)
{
    if (findings.problem)
        qCInfo(lcWorkspace) << "Meta's totals could not be read:" << findings.problem->code;
    if (!findings.refusedTemplates.isEmpty())
        qCInfo(lcWorkspace) << "Meta tells no totals of templates:" << findings.refusedTemplates;
    m_desk.run(
        this,
        [wabaId, findings](Session &session) {
            return session.insights().store(wabaId, findings, session.clock().now());
        },
        [this, wabaId](const Result<> &stored) {
            if (!stored)
                qCWarning(lcWorkspace) << "Meta's totals could not be kept:" << stored.error().detail;
            m_asking.remove(wabaId);
            noteDone();
        });
}

void InsightsWatch::noteDone()
{
    if (--m_underWay == 0)
        emit looked();
}
