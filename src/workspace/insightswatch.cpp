#include "workspace/insightswatch.h"

#include "storage/insightsstore.h"
#include "whatsapp/graphinsightsgateway.h"
#include "workspace/backgrounddesk.h"
#include "workspace/insightsreader.h"
#include "workspace/session.h"

#include <QLoggingCategory>

using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcWorkspace, "fanfare.workspace")

constexpr auto kBetweenLooks = 10min;

} // namespace

InsightsWatch::InsightsWatch(Session &session, BackgroundDesk &desk, CredentialVault &vault)
    : InsightsWatch{session, desk, vault, std::make_unique<GraphInsightsGateway>()}
{
}

InsightsWatch::InsightsWatch(Session &session, BackgroundDesk &desk, CredentialVault &vault,
                             std::unique_ptr<InsightsGateway> gateway)
    : m_session{session}
    , m_desk{desk}
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
    m_desk.run(
        this, [](Session &session) { return session.insights().due(session.clock().now()); },
        [this](const Result<std::vector<DueInsights>> &due) {
            if (!due) {
                qCWarning(lcWorkspace)
                    << "what to ask of Meta's totals could not be read:" << due.error().detail;
                return;
            }
            for (const DueInsights &one : *due) {
                if (!m_asking.contains(one.wabaId))
                    ask(one);
            }
        });
}

void InsightsWatch::ask(const DueInsights &due)
{
    const Result<KnownAccount> account = m_session.accountDesk().load(due.account);
    if (!account)
        return;
    m_asking.insert(due.wabaId);
    m_reader->read(*account, due.question, [this, wabaId = due.wabaId](const InsightsFindings &findings) {
        m_asking.remove(wabaId);
        keep(wabaId, findings);
    });
}

/// What could not be read is asked again later; it is nobody's trouble now.
void InsightsWatch::keep(const QString &wabaId, const InsightsFindings &findings)
{
    if (findings.problem)
        qCInfo(lcWorkspace) << "Meta's totals could not be read:" << findings.problem->code;
    m_desk.run(
        this,
        [wabaId, findings](Session &session) {
            return session.insights().store(wabaId, findings, session.clock().now());
        },
        [](const Result<> &stored) {
            if (!stored)
                qCWarning(lcWorkspace) << "Meta's totals could not be kept:" << stored.error().detail;
        });
}
