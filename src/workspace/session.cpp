#include "workspace/session.h"

#include "storage/database.h"

using namespace Qt::StringLiterals;

Result<std::unique_ptr<Session>> Session::open(const Workspace &workspace, const Clock &clock)
{
    Result<std::unique_ptr<Database>> database = Database::open(workspace.databasePath());
    if (!database)
        return database.error();
    std::unique_ptr<Session> session{
        new Session{workspace, *std::move(database), clock}
    };
    if (const Result<> finished = session->contactDesk().finishImport(); !finished)
        return finished.error();
    return session;
}

Session::Session(Workspace workspace, std::unique_ptr<Database> database, const Clock &clock)
    : m_workspace{std::move(workspace)}
    , m_clock{clock}
    , m_database{std::move(database)}
    , m_accounts{*m_database}
    , m_templates{*m_database}
    , m_abTests{*m_database}
    , m_campaigns{*m_database}
    , m_recipients{*m_database}
    , m_recurrences{*m_database}
    , m_contacts{*m_database}
    , m_suppressions{*m_database}
    , m_segments{*m_database}
    , m_ruleAudience{*m_database}
    , m_deliveries{*m_database}
    , m_deliveryEvidence{*m_database}
    , m_directMessages{*m_database}
    , m_inbox{*m_database}
    , m_inboxMedia{*m_database}
    , m_activity{*m_database}
    , m_insights{*m_database}
    , m_costs{*m_database}
    , m_rateCards{*m_database}
    , m_revenue{*m_database}
    , m_settings{*m_database}
    , m_figures{*m_database}
    , m_campaignDesk{*this}
    , m_abTestDesk{*this}
    , m_contactDesk{*this}
    , m_costDesk{*this}
    , m_revenueDesk{*this}
    , m_accountDesk{*this}
    , m_recurrenceDesk{*this}
    , m_inboxDesk{*this}
    , m_importDesk{*this}
    , m_reportDesk{*this}
    , m_analyticsDesk{*this}
{
}

Session::~Session() = default;

QTimeZone Session::timeZone()
{
    const Result<std::optional<QString>> chosen = m_settings.value(u"time_zone"_s);
    if (chosen && *chosen) {
        const QTimeZone zone{(*chosen)->toUtf8()};
        if (zone.isValid())
            return zone;
    }
    return QTimeZone::systemTimeZone();
}

const Clock &Session::systemClock()
{
    static const SystemClock clock;
    return clock;
}
