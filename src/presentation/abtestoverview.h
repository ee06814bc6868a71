#pragma once

#include "domain/abtest.h"
#include "presentation/charttable.h"

#include <QString>

#include <optional>
#include <vector>

/// A version of a test as its card shows it.
struct AbVersionView
{
    CampaignId campaign; ///< not valid: deleted
    QString letter;
    QString name; ///< "A · tour_package_marketing"
    QString secondLine; ///< people, and how probably it is the best
    Share share;
    bool isShown = false; ///< its campaign is the one on the page
    bool mayBeChosen = false; ///< for the rest

    friend bool operator==(const AbVersionView &, const AbVersionView &) = default;
};

/// The versions of a test side by side, what the figures tell, and what comes next.
struct AbTestOverview
{
    CampaignId rest; ///< who wait for a winner; not valid: nobody does
    int restPeople = 0;
    QString unit; ///< "% read of delivered"
    std::vector<AbVersionView> versions;
    QString verdict;
    bool isClear = false;
    QString next; ///< what comes next, or has come
    bool isAsking = false; ///< a person has to decide
    bool isRestShown = false; ///< the page is that of the rest, who wait

    friend bool operator==(const AbTestOverview &, const AbTestOverview &) = default;
};

/// A test with the campaigns of its versions, all of one moment.
struct AbTestFacts
{
    AbTest test;
    std::vector<std::optional<Campaign>> versions;
    std::optional<Campaign> rest;
    AbResult result;
    std::optional<UtcTime> decidesAt;
};

/// `shown`: the campaign whose page it is on.
AbTestOverview overviewOf(const AbTestFacts &facts, CampaignId shown);

ChartTable tableOf(const AbTestOverview &overview);

/// What a campaign is in its test, for the list: "Version B of a test", "Waits for the winner of a test".
QString abTestPlaceText(const AbTest &test, CampaignId campaign);
