#include "storage/abtestrows.h"

#include "storage/sql.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(AbTestStore)
};

const QString kDivided = u"t.state <> 'draft'"_s;

AbTest testFrom(const Row &row)
{
    AbTest test;
    test.id = {row.integer(0)};
    test.name = row.text(1);
    test.state = abTestStateFromWord(row.text(2)).value_or(AbTestState::Asking);
    test.terms.seed = static_cast<quint32>(row.integer(3));
    test.terms.measure = abMeasureFromWord(row.text(4)).value_or(AbMeasure::Read);
    if (!row.isNull(5))
        test.terms.decideAfter = std::chrono::milliseconds{row.integer(5)};
    test.terms.restPercent = row.number(6);
    test.why = row.text(7);
    test.winner = variantIndex(row.text(8));
    test.isByPerson = row.isTrue(9);
    test.decidedAt = row.optionalTime(10);
    return test;
}

Result<> readMembers(Database &database, AbTest &test)
{
    return forEachRow(
        database, uR"(SELECT letter, campaign_id, template_name, language, header_media, fixed_values,
                start_at FROM ab_member WHERE test_id = ? ORDER BY letter)"_s,
        {test.id.value}, [&test](const Row &row) {
            const CampaignId campaign{row.integer(1)};
            if (!variantIndex(row.text(0))) {
                test.rest = campaign;
                return;
            }
            test.campaigns.push_back(campaign);
            test.terms.variants.push_back({row.text(2), row.text(3), HeaderMedia::fromText(row.text(4)),
                                           mapFromJson(row.text(5)), row.optionalTime(6)});
        });
}

} // namespace

Result<std::vector<AbTest>> loadAbTests(Database &database, const QString &condition,
                                        const QVariantList &values)
{
    std::vector<AbTest> tests;
    const Result<> read =
        forEachRow(database,
                   uR"(SELECT t.id, t.name, t.state, t.seed, t.measure, t.decide_after, t.rest_percent,
                t.why, t.winner, t.is_by_person, t.decided_at FROM ab_test t )"_s
                       + condition + u" ORDER BY t.id"_s,
                   values, [&](const Row &row) { tests.push_back(testFrom(row)); });
    if (!read)
        return read.error();
    for (AbTest &test : tests) {
        if (const Result<> members = readMembers(database, test); !members)
            return members.error();
    }
    return tests;
}

Result<AbTest> loadAbTest(Database &database, AbTestId id)
{
    Result<std::vector<AbTest>> found = loadAbTests(database, u"WHERE t.id = ?"_s, {id.value});
    if (!found)
        return found.error();
    if (found->empty())
        return Error{ErrorKind::NotFound, Words::tr("This test is gone."), u"no_test"_s, {}};
    return std::move(found->front());
}

Result<std::optional<AbTest>> abTestOf(Database &database, CampaignId campaign)
{
    Result<std::vector<AbTest>> found = loadAbTests(
        database, u"WHERE t.id = (SELECT test_id FROM ab_member WHERE campaign_id = ?)"_s, {campaign.value});
    if (!found)
        return found.error();
    return found->empty() ? std::optional<AbTest>{} : std::optional{std::move(found->front())};
}

Result<std::vector<CampaignId>> campaignsOfTest(Database &database, CampaignId campaign)
{
    std::vector<CampaignId> ids;
    const Result<> read =
        forEachRow(database,
                   uR"(SELECT o.campaign_id FROM ab_member m JOIN ab_test t ON t.id = m.test_id
            JOIN ab_member o ON o.test_id = m.test_id
            WHERE m.campaign_id = ? AND o.campaign_id IS NOT NULL AND )"_s
                       + kDivided,
                   {campaign.value}, [&ids](const Row &row) { ids.push_back({row.integer(0)}); });
    if (!read)
        return read.error();
    if (ids.empty())
        ids.push_back(campaign);
    return ids;
}

Result<bool> testHas(Database &database, CampaignId campaign, const QString &condition, const QVariant &value)
{
    const Result<std::vector<CampaignId>> campaigns = campaignsOfTest(database, campaign);
    if (!campaigns)
        return campaigns.error();
    for (const CampaignId one : *campaigns) {
        const Result<qint64> has = firstInteger(
            database,
            u"SELECT EXISTS (SELECT 1 FROM recipient WHERE campaign_id = ? AND "_s + condition + u')',
            {one.value, value});
        if (!has || *has > 0)
            return has ? Result<bool>{true} : has.error();
    }
    return false;
}

Result<> requireUndivided(Database &database, CampaignId campaign)
{
    const Result<qint64> divided = firstInteger(
        database,
        u"SELECT count(*) FROM ab_member m JOIN ab_test t ON t.id = m.test_id WHERE m.campaign_id = ? AND "_s
            + kDivided,
        {campaign.value});
    if (!divided)
        return divided.error();
    if (*divided > 0)
        return Error{
            ErrorKind::Refused,
            Words::tr("The people of this campaign were divided for a test, so that they are fixed."),
            u"in_test"_s,
            {}};
    return Done{};
}

Result<> requireNotDividing(Database &database, CampaignId campaign)
{
    const Result<std::optional<AbTest>> test = abTestOf(database, campaign);
    if (!test)
        return test.error();
    if (!*test || (*test)->state != AbTestState::Dividing)
        return Done{};
    return Error{ErrorKind::Refused,
                 Words::tr("The people of this test are being divided. Send it to the end first."),
                 u"in_test"_s,
                 {}};
}

Result<> requireKeepsTest(Database &database, const Campaign &present, const Campaign &changed)
{
    const CampaignSettings &before = present.settings;
    const CampaignSettings &after = changed.settings;
    const bool isSame = present.accountId == changed.accountId && present.templateName == changed.templateName
        && present.language == changed.language && before.defaults == after.defaults
        && before.fixedValues == after.fixedValues && before.headerMedia.value == after.headerMedia.value
        && before.budget == after.budget;
    if (isSame)
        return Done{};
    const Result<> undivided = requireUndivided(database, present.id);
    if (undivided || undivided.error().code != "in_test"_L1)
        return undivided;
    return Error{
        ErrorKind::Refused,
        Words::tr(
            "This campaign is part of a test: its number, its message and its budget stay as they are."),
        u"in_test"_s,
        {}};
}
