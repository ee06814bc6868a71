#include "storage/abdivision.h"

#include "storage/abtestrows.h"
#include "storage/campaigntally.h"
#include "storage/database.h"
#include "storage/draftpeople.h"
#include "storage/recipientrows.h"
#include "storage/sql.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

/// The versions in order, and the rest where there is one.
std::vector<CampaignId> AbDivision::campaigns() const
{
    std::vector<CampaignId> all = m_test.campaigns;
    if (m_test.rest.isValid())
        all.push_back(m_test.rest);
    return all;
}

/// Everybody in the order of the draw.
Result<std::vector<AbDivision::Person>> AbDivision::draw() const
{
    std::vector<Person> people;
    for (const CampaignId campaign : campaigns()) {
        const Result<> read =
            forEachRow(m_database, u"SELECT id, phone FROM recipient WHERE campaign_id = ?"_s,
                       {campaign.value}, [&](const Row &row) {
                           const std::optional<PhoneNumber> phone = PhoneNumber::fromE164(row.text(1));
                           // Who was erased is written to by nobody, wherever they are.
                           const quint64 place = phone ? placeInDraw(m_test.terms.seed, *phone) : 0;
                           people.push_back({place, row.integer(0), campaign});
                       });
        if (!read)
            return read.error();
    }
    std::sort(people.begin(), people.end(), [](const Person &a, const Person &b) {
        return std::tie(a.place, a.id) < std::tie(b.place, b.id);
    });
    return people;
}

Result<bool> AbDivision::carryOut(const CancelToken &cancel)
{
    const Result<std::vector<Person>> people = inSnapshot(m_database, [this] { return draw(); });
    if (!people)
        return people.error();
    AbSizes sizes = abSizes(static_cast<int>(people->size()), m_test.terms);
    sizes.variants.push_back(sizes.rest);
    std::vector<std::pair<Person, CampaignId>> moves;
    size_t index = 0;
    size_t end = 0;
    for (size_t part = 0; part < campaigns().size(); ++part) {
        const CampaignId target = campaigns()[part];
        for (end += static_cast<size_t>(sizes.variants[part]); index < end; ++index) {
            if ((*people)[index].present != target)
                moves.emplace_back((*people)[index], target);
        }
    }
    for (size_t first = 0; first < moves.size(); first += kPeopleAtOnce) {
        if (cancel.isCancelled())
            return false;
        const size_t last = std::min(moves.size(), first + kPeopleAtOnce);
        if (const Result<> moved = moveSome(moves, first, last); !moved)
            return moved.error();
    }
    return true;
}

Result<> AbDivision::moveSome(const std::vector<std::pair<Person, CampaignId>> &moves, size_t first,
                              size_t last)
{
    return inTransaction(m_database, [&]() -> Result<> {
        const Result<AbTest> present = loadAbTest(m_database, m_test.id);
        if (!present)
            return present.error();
        if (present->state != AbTestState::Dividing) // somebody else was quicker
            return Done{};
        CampaignTally tally{m_database};
        for (size_t index = first; index < last; ++index) {
            const auto &[person, target] = moves[index];
            // Who went meanwhile is not moved, nor counted.
            const Result<> moved = forEachRow(
                m_database, uR"(UPDATE recipient SET campaign_id = ? WHERE id = ? AND campaign_id = ?
                    RETURNING status, sent_at, delivered_at, read_at, responded_at, failed_at)"_s,
                {target.value, person.id, person.present.value},
                [&tally, &person = person, &target = target](const Row &row) {
                    tally.remove(person.present, progressFrom(row, 0));
                    tally.add(target, progressFrom(row, 0));
                });
            if (!moved)
                return moved;
        }
        return tally.store();
    });
}
