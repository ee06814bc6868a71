#include "presentation/contacttablemodel.h"

#include "support/fakeclock.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using ::testing::ElementsAre;

namespace {

using FailureMode = QAbstractItemModelTester::FailureReportingMode;

Contact person(qint64 id)
{
    Contact contact;
    contact.id = {id};
    contact.phone = *PhoneNumber::fromE164(u"+44770%1"_s.arg(900000 + id));
    contact.name = u"Person %1"_s.arg(id);
    contact.tags = {u"goa"_s, u"vip"_s};
    return contact;
}

class ContactTableModelTest : public testing::Test
{
protected:
    ContactTableModelTest()
    {
        QObject::connect(&model, &ContactTableModel::pageWanted, &model,
                         [this](const PageRequest &request) { requests.push_back(request); });
    }

    /// Lets the model ask, and answers everything it asked for.
    void serve()
    {
        QCoreApplication::processEvents();
        const std::vector<PageRequest> asked = std::exchange(requests, {});
        for (const PageRequest &request : asked) {
            std::vector<Contact> rows;
            for (int i = 0; i < request.count; ++i)
                rows.push_back(person(request.offset + i + 1));
            model.setPage(request, rows);
        }
    }

    QString cell(int row, int column) const { return model.index(row, column).data().toString(); }

    FakeClock clock;
    ContactTableModel model{[](const QString &e164) { return e164; }, clock};
    std::vector<PageRequest> requests;
};

} // namespace

TEST_F(ContactTableModelTest, ofAMillionOnlyThePageThatIsLookedAtIsAskedFor)
{
    model.startList(1'000'000);

    EXPECT_EQ(cell(654'321, ContactTableModel::Name), QString{});
    serve();

    EXPECT_EQ(cell(654'321, ContactTableModel::Name), u"Person 654322"_s);
    EXPECT_EQ(model.loadedPages(), 1);
}

TEST_F(ContactTableModelTest, aNameIsAskedToBeChangedAndNotShownBeforeItIs)
{
    const QAbstractItemModelTester tester{&model, FailureMode::Fatal};
    model.startList(3);
    serve();
    model.index(0, 0).data();
    serve();
    QSignalSpy edited{&model, &ContactTableModel::nameEdited};

    EXPECT_TRUE(model.setData(model.index(1, ContactTableModel::Name), u" Ana   Pérez "_s));

    ASSERT_EQ(edited.count(), 1);
    EXPECT_EQ(edited.first()[1].toString(), u"Ana Pérez"_s);
    EXPECT_EQ(cell(1, ContactTableModel::Name), u"Person 2"_s);
}

TEST_F(ContactTableModelTest, tagsAreWrittenBetweenCommasAndEachCountsOnce)
{
    model.startList(3);
    model.index(0, 0).data();
    serve();
    QSignalSpy edited{&model, &ContactTableModel::tagsEdited};

    model.setData(model.index(0, ContactTableModel::Tags), u"goa,  vip"_s);
    EXPECT_EQ(edited.count(), 0) << "nothing changed";
    model.setData(model.index(0, ContactTableModel::Tags), u"vip, , spring  offers,VIP"_s);

    ASSERT_EQ(edited.count(), 1);
    EXPECT_EQ(edited.first()[1].toStringList(), (QStringList{u"vip"_s, u"spring offers"_s}));
}

TEST_F(ContactTableModelTest, aClickOnAHeadingAsksForThatOrder)
{
    QSignalSpy wanted{&model, &ContactTableModel::orderWanted};

    for (int column = 0; column < ContactTableModel::ColumnCount; ++column)
        model.sort(column, Qt::AscendingOrder);
    model.sort(-1);

    using Order = ContactFilter::Order;
    QList<Order> orders;
    for (const QList<QVariant> &arguments : wanted)
        orders << arguments[0].value<Order>();
    EXPECT_THAT(orders,
                ElementsAre(Order::Name, Order::Phone, Order::Consent, Order::Tags, Order::Country,
                            Order::Added, Order::Added));
    EXPECT_FALSE(wanted.first()[1].toBool());
    EXPECT_TRUE(wanted.last()[1].toBool());
}

TEST_F(ContactTableModelTest, consentIsSaidWithDayAndSource)
{
    Contact contact = person(1);
    EXPECT_EQ(consentOf(contact), ConsentState::Unknown);
    contact.optedInAt = clock.now();
    contact.optInSource = u"web form"_s;
    EXPECT_EQ(consentSentence(contact), u"Opted in on %1, web form"_s.arg(dateText(clock.now())));

    contact.isSuppressed = true;
    contact.optedOutAt = clock.now();
    contact.optOutSource = u"reply"_s;

    EXPECT_EQ(consentOf(contact), ConsentState::OptedOut);
    EXPECT_EQ(consentSentence(contact), u"Opted out on %1, by their answer"_s.arg(dateText(clock.now())));
}
