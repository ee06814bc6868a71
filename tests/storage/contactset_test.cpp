#include "storage/contactselection.h"
#include "storage/temporaryworkspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

std::vector<qint64> numbersOf(const ContactSet &contacts)
{
    std::vector<qint64> numbers;
    contacts.forEach([&](ContactId id) { numbers.push_back(id.value); });
    return numbers;
}

} // namespace

TEST(ContactSetTest, aSelectionIsTheSameWhicheverWayItIsRead)
{
    TemporaryWorkspace workspace;
    const QString ids = u"SELECT value FROM json_each(?)"_s;

    const ContactSet selected =
        valueOf(selectContacts(workspace.database(), ids, {u"[700, 12, -3, 0, 63, 64, 12]"_s}));
    ContactSet listed;
    listed.insertList("700,12,63,64,12");

    EXPECT_THAT(numbersOf(selected), ElementsAre(12, 63, 64, 700));
    EXPECT_EQ(numbersOf(listed), numbersOf(selected));
    EXPECT_EQ(selected.count(), 4);
    EXPECT_TRUE(selected.contains({700}));
    EXPECT_FALSE(selected.contains({701}));
}

TEST(ContactSetTest, nobodySelectedIsAnEmptySet)
{
    TemporaryWorkspace workspace;

    const ContactSet selected =
        valueOf(selectContacts(workspace.database(), u"SELECT id FROM contact"_s, {}));

    EXPECT_THAT(numbersOf(selected), IsEmpty());
    EXPECT_EQ(selected.count(), 0);
}

TEST(ContactSetTest, whatCannotBeSelectedIsSaid)
{
    TemporaryWorkspace workspace;

    EXPECT_FALSE(selectContacts(workspace.database(), u"SELECT id FROM nobody"_s, {}));
    EXPECT_FALSE(selectContacts(workspace.database(), u"SELECT 9223372036854775807"_s, {}))
        << "no book has so many, and memory would not hold them";
}
