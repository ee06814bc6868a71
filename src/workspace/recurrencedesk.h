#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "domain/campaign.h"
#include "domain/recurrence.h"

#include <QCoreApplication>

#include <vector>

class Session;
struct Occurrence;

/// Repeats campaigns, and makes what is due of them.
class RecurrenceDesk
{
    Q_DECLARE_TR_FUNCTIONS(RecurrenceDesk)

public:
    explicit RecurrenceDesk(Session &session)
        : m_session{session}
    {
    }

    /// Repeats a campaign by this rule from now on, instead of what was said before. BadInput with the code
    /// "bad_recurrence" where the rule names no day or an unknown zone.
    Result<Recurrence> repeat(CampaignId pattern, const RecurrenceRule &rule, OccurrenceAction action,
                              const RecurringAudience &audience = {});

    /// Makes the campaigns whose time has come, each exactly once whatever happens in between, and goes on
    /// with what a crash left half made; of several missed times only the latest. Only for the holder of the
    /// engine lock. Cancelled, it goes on the next time. The campaigns that are complete now.
    Result<std::vector<CampaignId>> makeDue(const CancelToken &cancel = {});

private:
    Result<std::optional<Occurrence>> begin(const Recurrence &recurrence);
    Result<bool> fillAndComplete(const Occurrence &occurrence, const CancelToken &cancel);
    Result<bool> putPeopleIn(const Occurrence &occurrence, const CancelToken &cancel, QString &problem);
    Result<bool> fill(const Occurrence &occurrence, const CancelToken &cancel, QString &problem);

    Session &m_session;
};
