#include "engine/windowgate.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QTimeZone kBerlin{"Europe/Berlin"};

UtcTime utc(const char *text)
{
    return fromDateTime(QDateTime::fromString(QLatin1String{text}, Qt::ISODate));
}

SendingWindow daytime(const QString &zone = {})
{
    SendingWindow window = *SendingWindow::parseHours(u"09:00-21:00");
    window.timeZone = zone;
    return window;
}

} // namespace

TEST(WindowGateTest, closesAndOpensToTheMillisecond)
{
    WindowGate gate{daytime(), kBerlin};

    EXPECT_TRUE(gate.viewAt(utc("2026-11-18T20:00:00Z") - 1ms).isOpen);
    EXPECT_FALSE(gate.viewAt(utc("2026-11-18T20:00:00Z")).isOpen);
    EXPECT_EQ(gate.viewAt(utc("2026-11-18T20:00:00Z")).opensAt, utc("2026-11-19T08:00:00Z"));
    EXPECT_FALSE(gate.viewAt(utc("2026-11-19T08:00:00Z") - 1ms).isOpen);
    EXPECT_TRUE(gate.viewAt(utc("2026-11-19T08:00:00Z")).isOpen);
}

TEST(WindowGateTest, noticesAClockThatWasSetBack)
{
    WindowGate gate{daytime(), kBerlin};
    EXPECT_TRUE(gate.viewAt(utc("2026-11-18T12:00:00Z")).isOpen);

    EXPECT_FALSE(gate.viewAt(utc("2026-11-18T05:00:00Z")).isOpen);
}

TEST(WindowGateTest, namesTheCountriesThatAreOpenWhileOthersAreNot)
{
    WindowGate gate{daytime(u"recipient"_s), kBerlin};
    gate.setRegions({u"ES"_s, u"IN"_s, QString{}});

    const WindowGate::View early = gate.viewAt(utc("2026-11-18T06:00:00Z")); // 11:30 in India, 07:00 in Spain
    EXPECT_TRUE(early.isOpen);
    EXPECT_EQ(early.regions, std::vector{u"IN"_s});

    const WindowGate::View noon = gate.viewAt(utc("2026-11-18T12:00:00Z"));
    EXPECT_TRUE(noon.isOpen);
    EXPECT_EQ(noon.regions, (std::vector{u"ES"_s, u"IN"_s, QString{}}))
        << "nobody of a country that comes back meanwhile";

    const WindowGate::View night = gate.viewAt(utc("2026-11-18T22:00:00Z"));
    EXPECT_FALSE(night.isOpen);
    EXPECT_EQ(night.opensAt, utc("2026-11-19T03:30:00Z"));
}
