#include "storage/abtestcheck.h"

#include "storage/abtestrows.h"
#include "storage/database.h"
#include "storage/sql.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(WorkspaceCheck)
};

/// The part of the draw that a campaign of a test has.
struct DrawnPart
{
    quint64 first = std::numeric_limits<quint64>::max();
    quint64 last = 0;

    bool isEmpty() const { return first > last; }
};

/// Whose number is another one by now was drawn with an earlier one, so that they tell nothing.
Result<DrawnPart> partOf(Database &database, quint32 seed, CampaignId campaign)
{
    DrawnPart part;
    const Result<> read =
        forEachRow(database, uR"(SELECT r.phone FROM recipient r WHERE r.campaign_id = ?
            AND NOT EXISTS (SELECT 1 FROM person_change p WHERE p.new_phone = r.phone
                            AND p.new_phone <> ''))"_s,
                   {campaign.value}, [&](const Row &row) {
                       if (const std::optional<PhoneNumber> phone = PhoneNumber::fromE164(row.text(0))) {
                           part.first = std::min(part.first, placeInDraw(seed, *phone));
                           part.last = std::max(part.last, placeInDraw(seed, *phone));
                       }
                   });
    if (!read)
        return read.error();
    return part;
}

Result<> addOrderProblem(Database &database, const AbTest &test, std::vector<QString> &problems)
{
    std::vector<CampaignId> campaigns = test.campaigns;
    campaigns.push_back(test.rest);
    bool isOrdered = true;
    std::optional<quint64> before;
    for (const CampaignId campaign : campaigns) {
        const Result<DrawnPart> part = partOf(database, test.terms.seed, campaign);
        if (!part)
            return part.error();
        if (part->isEmpty())
            continue;
        isOrdered = isOrdered && (!before || part->first > *before);
        before = part->last;
    }
    if (!isOrdered)
        problems.push_back(
            Words::tr("Test “%1”: people are in another version than the draw with the seed %2 says.")
                .arg(test.name, QString::number(test.terms.seed)));
    return Done{};
}

Result<> addTwiceProblem(Database &database, const AbTest &test, std::vector<QString> &problems)
{
    const Result<qint64> twice =
        firstInteger(database, uR"(SELECT count(*) FROM (SELECT r.phone FROM ab_member m JOIN recipient r
            ON r.campaign_id = m.campaign_id WHERE m.test_id = ? GROUP BY r.phone HAVING count(*) > 1))"_s,
                     {test.id.value});
    if (!twice)
        return twice.error();
    if (*twice > 0)
        problems.push_back(Words::tr("Test “%1”: %2 people are in more than one version.")
                               .arg(test.name, QString::number(*twice)));
    return Done{};
}

} // namespace

Result<> addTestProblems(Database &database, std::vector<QString> &problems)
{
    const Result<std::vector<AbTest>> tests =
        loadAbTests(database, u"WHERE t.state NOT IN ('draft', 'dividing')"_s, {});
    if (!tests)
        return tests.error();
    for (const AbTest &test : *tests) {
        if (const Result<> looked = addTwiceProblem(database, test, problems); !looked)
            return looked;
        if (const Result<> looked = addOrderProblem(database, test, problems); !looked)
            return looked;
    }
    return Done{};
}
