#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "domain/abtest.h"

#include <vector>

class Database;

/// Draws by lot who gets which version of a test that is being divided, and puts everybody there.
class AbDivision
{
public:
    AbDivision(Database &database, const AbTest &test)
        : m_database{database}
        , m_test{test}
    {
    }

    /// In steps, each counted; whoever did a part of it before did the same. False where it was cancelled.
    Result<bool> carryOut(const CancelToken &cancel);

private:
    struct Person
    {
        quint64 place = 0;
        qint64 id = 0;
        CampaignId present;
    };

    std::vector<CampaignId> campaigns() const;
    Result<std::vector<Person>> draw() const;
    Result<> moveSome(const std::vector<std::pair<Person, CampaignId>> &moves, size_t first, size_t last);

    Database &m_database;
    const AbTest &m_test;
};
