#include "workspace/world.h"

#include <QFile>
#include <QLockFile>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

PhoneNumber phoneOf(int number)
{
    return *PhoneNumber::fromE164(u"+34600%1"_s.arg(number, 6, 10, QLatin1Char{'0'}));
}

class ContactDeskTest : public testing::Test
{
protected:
    ContactId put(int number, const ContactEdit &edit)
    {
        const Result<Contact> contact =
            session().contacts().put(phoneOf(number), u"ES"_s, edit, session().clock().now());
        EXPECT_TRUE(contact);
        return contact ? contact->id : ContactId{};
    }

    ContactDesk::People putMany(int people)
    {
        ContactDesk::People ids;
        for (int number = 0; number < people; ++number)
            ids.push_back(put(number, {.name = u"Person %1"_s.arg(number)}));
        return ids;
    }

    QStringList lines(const QString &path)
    {
        QFile file{path};
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return QString::fromUtf8(file.readAll()).split(u"\r\n"_s, Qt::SkipEmptyParts);
    }

    Session &session() { return world.session(); }
    qint64 known() { return *session().contacts().count(); }

    World world;
};

} // namespace

TEST_F(ContactDeskTest, theFileHasEverybodyAskedForWithConsentTagsAndAttributes)
{
    const ContactId ana = put(1,
                              {
                                  .name = u"Ana \"La Rubia\" Pérez"_s,
                                  .attributes = {{u"City"_s, u"Cádiz"_s}},
                                  .addedTags = { u"goa"_s,                u"vip"_s}
    });
    const ContactId bea = put(2, {.name = u"=HYPERLINK(1)"_s});
    const OptIn agreed{.at = session().clock().now(), .source = u"web form"_s};
    ASSERT_TRUE(session().contacts().optIn(phoneOf(1), agreed, session().clock().now()));
    const QString path = world.path(u"out.csv"_s);

    const auto written = session().contactDesk().writeCsv({bea, ana}, path);

    ASSERT_TRUE(written);
    EXPECT_EQ(*written, 2);
    const QStringList rows = lines(path);
    ASSERT_EQ(rows.size(), 3);
    EXPECT_TRUE(rows[0].startsWith(u"phone,name,tags,country,opted_in_at,opt_in_source,"_s));
    EXPECT_TRUE(rows[0].endsWith(u",City"_s)) << "the index of contacts had not caught up";
    EXPECT_TRUE(rows[1].startsWith(u"+34600000002,'=HYPERLINK(1),"_s)) << qPrintable(rows[1]);
    EXPECT_TRUE(
        rows[2].startsWith(u"+34600000001,\"Ana \"\"La Rubia\"\" Pérez\",\"goa, vip\",ES,%1,web form,"_s.arg(
            toIsoText(agreed.at))))
        << qPrintable(rows[2]);
    EXPECT_TRUE(rows[2].endsWith(u",Cádiz"_s));
}

TEST_F(ContactDeskTest, aCancelledExportLeavesNoFile)
{
    const ContactDesk::People people = putMany(3);
    CancelToken cancel;
    cancel.cancel();

    const auto written = session().contactDesk().writeCsv(people, world.path(u"out.csv"_s), cancel);

    ASSERT_TRUE(written);
    EXPECT_EQ(*written, std::nullopt);
    EXPECT_FALSE(QFile::exists(world.path(u"out.csv"_s)));
}

TEST_F(ContactDeskTest, manyPeopleAreErasedPieceByPiece)
{
    const ContactDesk::People people = putMany(450);
    std::vector<qint64> told;

    const Result<ErasureOutcome> outcome =
        session().contactDesk().erase(people, {}, [&](qint64 done, qint64 total) {
            EXPECT_EQ(total, 450);
            told.push_back(done);
        });

    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->people.contacts, 450);
    EXPECT_TRUE(outcome->isComplete);
    EXPECT_EQ(told, (std::vector<qint64>{200, 400, 450}));
    EXPECT_EQ(known(), 0);
    EXPECT_TRUE(*session().contacts().isSuppressed(phoneOf(449)));
}

TEST_F(ContactDeskTest, anErasureThatIsCancelledHasErasedWhatItSaid)
{
    const ContactDesk::People people = putMany(450);
    CancelToken cancel;

    const Result<ErasureOutcome> outcome =
        session().contactDesk().erase(people, cancel, [&](qint64, qint64) { cancel.cancel(); });

    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->people.contacts, 200);
    EXPECT_EQ(known(), 250);
}

TEST_F(ContactDeskTest, theIndexCatchesUpALittleAtATime)
{
    putMany(2500);
    ASSERT_EQ(*session().contacts().attributes(), std::vector<Attribute>{});

    EXPECT_TRUE(*session().contactDesk().catchUpIndex(0ms)) << "one step is not enough";
    EXPECT_FALSE(*session().contactDesk().catchUpIndex(1min));
    EXPECT_FALSE(*session().contactDesk().catchUpIndex(0ms));
}

// The power fails while a large list is read.
TEST_F(ContactDeskTest, theFileInWhichPeopleWaitedIsGoneOnceTheWorkspaceIsOpenedAgain)
{
    const QString left = world.workspace().path() + u"/importing-abcdef.tmp"_s;
    QFile file{left};
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.close();
    {
        QLockFile running{world.workspace().path() + u"/import.lock"_s};
        ASSERT_TRUE(running.tryLock());
        ASSERT_TRUE(Session::open(world.workspace()));
        EXPECT_TRUE(QFile::exists(left)) << "it is somebody's who is at it";
    }

    ASSERT_TRUE(Session::open(world.workspace()));

    EXPECT_FALSE(QFile::exists(left));
}
