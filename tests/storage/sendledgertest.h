#pragma once

#include "storage/activitystore.h"
#include "storage/campaignstore.h"
#include "storage/sqlitesendledger.h"
#include "storage/temporaryworkspace.h"

#include <gtest/gtest.h>

#include <vector>

/// A ledger over a database of its own, and campaigns that people are claimed of.
class SendLedgerTest : public ::testing::Test
{
protected:
    std::vector<Claim> claim(CampaignId campaign, int count, int second = 10)
    {
        return valueOf(m_ledger.claim({campaign, count, at(second), std::nullopt})).claims;
    }

    std::vector<QString> activity(CampaignId campaign)
    {
        std::vector<QString> lines;
        for (const Activity &line : valueOf(ActivityStore{m_workspace.database()}.since(campaign)))
            lines.push_back(line.what);
        return lines;
    }

    RecipientStatus statusOf(CampaignId campaign, int number)
    {
        return m_workspace.person(campaign, number).progress.status;
    }

    TemporaryWorkspace m_workspace;
    SqliteSendLedger m_ledger{m_workspace.database()};
    CampaignStore m_campaigns{m_workspace.database()};
};
