#pragma once

#include "base/result.h"
#include "storage/abteststore.h"
#include "storage/accountstore.h"
#include "storage/activitystore.h"
#include "storage/campaignfigures.h"
#include "storage/campaignstore.h"
#include "storage/contactstore.h"
#include "storage/coststore.h"
#include "storage/deliveryevidence.h"
#include "storage/deliverystore.h"
#include "storage/directmessagestore.h"
#include "storage/inboxmedia.h"
#include "storage/inboxstore.h"
#include "storage/insightsstore.h"
#include "storage/ratecardstore.h"
#include "storage/recipientstore.h"
#include "storage/recurrencestore.h"
#include "storage/revenuestore.h"
#include "storage/ruleaudience.h"
#include "storage/segmentstore.h"
#include "storage/settingstore.h"
#include "storage/suppressionstore.h"
#include "storage/templatestore.h"
#include "workspace/abtestdesk.h"
#include "workspace/accountdesk.h"
#include "workspace/analyticsdesk.h"
#include "workspace/campaigndesk.h"
#include "workspace/contactdesk.h"
#include "workspace/costdesk.h"
#include "workspace/importdesk.h"
#include "workspace/inboxdesk.h"
#include "workspace/recurrencedesk.h"
#include "workspace/reportdesk.h"
#include "workspace/revenuedesk.h"
#include "workspace/workspace.h"

#include <QTimeZone>

#include <memory>

class Database;

/// The workspace as one thread sees it: a database connection of its own, the stores on it, and the desks
/// that do what takes more than one store. Everything here answers at once or in the time the database takes;
/// what asks Meta is in AccountService.
class Session
{
public:
    static Result<std::unique_ptr<Session>> open(const Workspace &workspace,
                                                 const Clock &clock = systemClock());
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    const Workspace &workspace() const { return m_workspace; }
    const Clock &clock() const { return m_clock; }
    Database &database() { return *m_database; }

    /// The zone of send windows that name none, and of reports.
    QTimeZone timeZone();

    AccountStore &accounts() { return m_accounts; }
    TemplateStore &templates() { return m_templates; }
    AbTestStore &abTests() { return m_abTests; }
    CampaignStore &campaigns() { return m_campaigns; }
    RecipientStore &recipients() { return m_recipients; }
    RecurrenceStore &recurrences() { return m_recurrences; }
    ContactStore &contacts() { return m_contacts; }
    SuppressionStore &suppressions() { return m_suppressions; }
    SegmentStore &segments() { return m_segments; }
    RuleAudience &ruleAudience() { return m_ruleAudience; }
    DeliveryStore &deliveries() { return m_deliveries; }
    DeliveryEvidence &deliveryEvidence() { return m_deliveryEvidence; }
    DirectMessageStore &directMessages() { return m_directMessages; }
    /// What people write to us and what we answer.
    InboxStore &inbox() { return m_inbox; }
    InboxMedia &inboxMedia() { return m_inboxMedia; }
    ActivityStore &activity() { return m_activity; }
    /// What Meta counts itself.
    InsightsStore &insights() { return m_insights; }
    /// What messages are charged for.
    CostStore &costs() { return m_costs; }
    RateCardStore &rateCards() { return m_rateCards; }
    RevenueStore &revenue() { return m_revenue; }
    SettingStore &settings() { return m_settings; }
    CampaignFigures &figures() { return m_figures; }

    /// What a person does with campaigns, beyond a single store.
    CampaignDesk &campaignDesk() { return m_campaignDesk; }
    /// Campaigns in several versions, of which the best one is to be found.
    AbTestDesk &abTestDesk() { return m_abTestDesk; }
    /// What a person does with the contact book, beyond a single store.
    ContactDesk &contactDesk() { return m_contactDesk; }
    /// What messages cost.
    CostDesk &costDesk() { return m_costDesk; }
    /// What campaigns brought in.
    RevenueDesk &revenueDesk() { return m_revenueDesk; }
    /// The connected numbers with where their secrets are.
    AccountDesk &accountDesk() { return m_accountDesk; }
    /// Campaigns that are made again and again.
    RecurrenceDesk &recurrenceDesk() { return m_recurrenceDesk; }
    /// What somebody does in the inbox.
    InboxDesk &inboxDesk() { return m_inboxDesk; }
    /// Files in.
    ImportDesk &importDesk() { return m_importDesk; }
    /// Files out.
    ReportDesk &reportDesk() { return m_reportDesk; }
    /// What campaigns achieved over time.
    AnalyticsDesk &analyticsDesk() { return m_analyticsDesk; }

private:
    static const Clock &systemClock();

    Session(Workspace workspace, std::unique_ptr<Database> database, const Clock &clock);

    Workspace m_workspace;
    const Clock &m_clock;
    std::unique_ptr<Database> m_database;
    AccountStore m_accounts;
    TemplateStore m_templates;
    AbTestStore m_abTests;
    CampaignStore m_campaigns;
    RecipientStore m_recipients;
    RecurrenceStore m_recurrences;
    ContactStore m_contacts;
    SuppressionStore m_suppressions;
    SegmentStore m_segments;
    RuleAudience m_ruleAudience;
    DeliveryStore m_deliveries;
    DeliveryEvidence m_deliveryEvidence;
    DirectMessageStore m_directMessages;
    InboxStore m_inbox;
    InboxMedia m_inboxMedia;
    ActivityStore m_activity;
    InsightsStore m_insights;
    CostStore m_costs;
    RateCardStore m_rateCards;
    RevenueStore m_revenue;
    SettingStore m_settings;
    CampaignFigures m_figures;
    CampaignDesk m_campaignDesk;
    AbTestDesk m_abTestDesk;
    ContactDesk m_contactDesk;
    CostDesk m_costDesk;
    RevenueDesk m_revenueDesk;
    AccountDesk m_accountDesk;
    RecurrenceDesk m_recurrenceDesk;
    InboxDesk m_inboxDesk;
    ImportDesk m_importDesk;
    ReportDesk m_reportDesk;
    AnalyticsDesk m_analyticsDesk;
};
