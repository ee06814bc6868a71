#include "storage/sharedbudget.h"

using namespace Qt::StringLiterals;

QString reservedElsewhereInTest()
{
    return uR"(coalesce((SELECT sum(o.spent + iif(o.campaign_id IS m.campaign_id, 0, coalesce(other.reserved, 0)))
              FROM ab_member m JOIN ab_member o ON o.test_id = m.test_id
              LEFT JOIN campaign_counts other ON other.campaign_id = o.campaign_id
              WHERE m.campaign_id = c.id), 0))"_s;
}
