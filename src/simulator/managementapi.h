#pragma once

#include "base/clock.h"
#include "simulator/accountprofile.h"
#include "simulator/graphcall.h"
#include "simulator/insightsbook.h"
#include "simulator/ratelimits.h"
#include "simulator/templateshelf.h"

/// The part of the Graph API that tells of the number, the business account, its templates and its figures,
/// and changes what can be changed of them. Meta counts these calls apart from the messages.
/// Owner of the data: whoever owns this; it does not lock.
class ManagementApi
{
public:
    /// Everything given must outlive it. `callsPerHour` of 0 lets every call pass.
    ManagementApi(const Clock &clock, const AccountProfile &account, const TemplateShelf &templates,
                  InsightsBook &insights, int callsPerHour);

    GraphAnswer answer(const GraphCall &call);

private:
    GraphAnswer route(const GraphCall &call);
    GraphAnswer readNumber(const GraphCall &call) const;
    GraphAnswer readAccount(const GraphCall &call) const;
    GraphAnswer listNumbers(const GraphCall &call) const;
    GraphAnswer listTemplates(const GraphCall &call) const;
    std::vector<const QJsonObject *> matchingTemplates(const HttpRequest &request) const;
    GraphAnswer enableInsights(const GraphCall &call);
    GraphAnswer subscribedApps(const GraphCall &call);
    GraphAnswer readTemplate(const GraphCall &call) const;

    const Clock &m_clock;
    const AccountProfile &m_account;
    const TemplateShelf &m_templates;
    InsightsBook &m_insights;
    SlidingWindow m_window;
    bool m_isAppSubscribed = false;
};
