#pragma once

#include "domain/account.h"
#include "domain/campaign.h"
#include "domain/contact.h"
#include "domain/conversation.h"
#include "domain/deliveryevent.h"
#include "domain/preflight.h"
#include "domain/recipient.h"
#include "engine/sender.h"
#include "exchange/phoneparser.h"
#include "exchange/recipientimport.h"
#include "storage/deliverystore.h"
#include "webhooks/webhooktraffic.h"
#include "workspace/accountdesk.h"
#include "workspace/campaigndesk.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>

// The documents of the contract. Scripts of other people read these names: nothing here changes its form.

QJsonValue timeOrNull(const std::optional<UtcTime> &time);
QJsonValue textOrNull(const QString &text);

QJsonObject countsJson(const CampaignCounts &counts);
QJsonObject campaignJson(const Campaign &campaign);
QJsonObject recipientJson(const Recipient &recipient);
QJsonObject contactJson(const Contact &contact);
QJsonObject importJson(const ImportSummary &summary);
QJsonArray checksJson(const std::vector<PreflightCheck> &checks);
QJsonObject campaignCheckJson(const CampaignCheck &check);
/// An amount with its currency; null where it is not known.
QJsonValue costJson(const std::optional<double> &amount, const QString &currency);
QJsonObject statisticsJson(const CampaignStatistics &statistics);
QJsonObject phoneJson(const ParsedPhone &phone);
QJsonObject templateJson(const MessageTemplate &messageTemplate);
QJsonObject accountJson(const KnownAccount &account);
QJsonObject progressJson(const ProgressReport &report);
QJsonObject stateJson(CampaignId campaign, CampaignState state, const StateReason &reason);
/// A message in or out, outside campaigns.
QJsonObject messageJson(const StoredMessage &message);
/// `pathOf` says where a kept file is.
QJsonObject conversationJson(const Conversation &conversation, const std::vector<ThreadItem> &thread,
                             UtcTime now, const std::function<QString(const QString &)> &pathOf);
QJsonArray appliedJson(const std::vector<AppliedEvent> &events);
/// How many requests were refused, by why.
QJsonObject refusedJson(const WebhookTraffic &traffic);
QJsonValue reasonJson(const StateReason &reason);
