#include "presentation/insightswords.h"

#include <gtest/gtest.h>

#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr UtcTime kStart{1'795'003'200s}; // at noon

class DeliveryNotesTest : public ::testing::Test
{
protected:
    DeliveryNotesTest()
    {
        QLocale::setDefault(QLocale{u"en_GB"_s});
        m_campaign.startedAt = kStart;
        m_campaign.reached.sent = 120;
    }

    QStringList notes(std::optional<UtcTime> lastEvent, UtcTime now = kStart + 2h)
    {
        return deliveryNotes(m_campaign, lastEvent, m_totals, now);
    }

    Campaign m_campaign;
    std::optional<TemplateTotals> m_totals;
};

} // namespace

TEST_F(DeliveryNotesTest, sayNothingWhereEventsCome)
{
    EXPECT_TRUE(notes(kStart + 1min).isEmpty());
}

TEST_F(DeliveryNotesTest, sayThatDeliveryIsUnknownWhereNoEventsHaveComeSinceItBegan)
{
    EXPECT_EQ(notes(kStart - 24h).size(), 1);
    EXPECT_TRUE(notes({}).value(0).startsWith(u"Accepted by Meta; delivery unknown."_s));
    EXPECT_TRUE(notes({}, kStart + 30s).isEmpty()) << "the first ones take a moment";
    m_campaign.reached.sent = 0;
    EXPECT_TRUE(notes({}).isEmpty()) << "nothing was accepted";
}

TEST_F(DeliveryNotesTest, tellMetasTotalsWithTheirTimeAndWhatTheyCount)
{
    m_totals =
        TemplateTotals{kStart - 12h, kStart + 12h, 1'120, 1'100, {}, {}, 6.6, u"EUR"_s, kStart + 90min};

    const QString note = notes(kStart + 1min).value(0);

    EXPECT_TRUE(note.startsWith(u"Meta's own totals of this template for "_s)) << note.toStdString();
    EXPECT_TRUE(note.contains(u"1,120 sent, 1,100 delivered, EUR 6.60 spent"_s)) << note.toStdString();
    EXPECT_FALSE(note.contains(u"read"_s)) << "Meta did not tell";
    EXPECT_TRUE(note.contains(u"whoever sent it"_s));
}
