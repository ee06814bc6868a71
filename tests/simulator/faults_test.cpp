#include "simulator/faults.h"

#include <QString>

#include <gtest/gtest.h>

using namespace std::chrono_literals;

namespace {

std::string problemOf(const QByteArray &json)
{
    const Result<std::vector<Fault>> faults = parseFaults(json);
    return faults ? "no problem" : faults.error().message.toStdString();
}

} // namespace

TEST(FaultsTest, readsEveryKind)
{
    const Result<std::vector<Fault>> faults = parseFaults(R"([
        {"to": "+919812340001", "times": 2, "then": {"status": 400, "code": 131026}},
        {"to": "+9199*", "times": null, "then": {"drop": "before"}},
        {"to": "*", "then": {"drop": "after", "delay_ms": 5}},
        {"to": "+1*", "then": {"delay_ms": 250}},
        {"to": "+44*", "then": {"body": "<html>è", "status": 502}}])");

    ASSERT_TRUE(faults) << faults.error().message.toStdString();
    ASSERT_EQ(faults->size(), 5u);
    EXPECT_EQ((*faults)[0].to, "+919812340001");
    EXPECT_FALSE((*faults)[0].isPrefix);
    EXPECT_EQ((*faults)[0].timesLeft, 2);
    EXPECT_EQ((*faults)[0].act, Fault::Act::Refuse);
    EXPECT_EQ((*faults)[0].status, 400);
    EXPECT_EQ((*faults)[0].code, 131026);
    EXPECT_EQ((*faults)[1].to, "+9199");
    EXPECT_TRUE((*faults)[1].isPrefix);
    EXPECT_EQ((*faults)[1].timesLeft, std::nullopt);
    EXPECT_EQ((*faults)[1].act, Fault::Act::DropBefore);
    EXPECT_EQ((*faults)[2].act, Fault::Act::DropAfter);
    EXPECT_EQ((*faults)[2].delay, 5ms);
    EXPECT_EQ((*faults)[3].act, Fault::Act::None);
    EXPECT_EQ((*faults)[3].delay, 250ms);
    EXPECT_EQ((*faults)[4].act, Fault::Act::RawBody);
    EXPECT_EQ((*faults)[4].body, "<html>è");
}

TEST(FaultsTest, namesTheEntryAndWhatIsWrongWithIt)
{
    EXPECT_EQ(problemOf(R"({"to": "*"})"), "The faults must be a list.");
    EXPECT_NE(problemOf("[{").find("not JSON"), std::string::npos);
    EXPECT_EQ(problemOf(R"([{"to": "*", "then": {"delay_ms": 1}}, {"to": "919", "then": {"delay_ms": 1}}])"),
              "Fault 2: “to” must be a number with + and country code, or its beginning and *.");
    EXPECT_EQ(problemOf(R"([{"to": "*"}])"), "Fault 1: “then” is missing.");
    EXPECT_EQ(problemOf(R"([{"to": "*", "then": {}}])"), "Fault 1: “then” says nothing to do.");
    EXPECT_EQ(problemOf(R"([{"to": "*", "times": 1.5, "then": {"delay_ms": 1}}])"),
              "Fault 1: “times” must be null or a whole number from 1.");
    EXPECT_EQ(problemOf(R"([{"to": "*", "then": {"drop": "now"}}])"),
              "Fault 1: “drop” must be “before” or “after”.");
    EXPECT_EQ(problemOf(R"([{"to": "*", "then": {"code": 1}}])"),
              "Fault 1: “status” must be an HTTP status from 200 to 599.");
    EXPECT_EQ(problemOf(R"([{"to": "*", "then": {"drop": "after", "code": 1, "status": 400}}])"),
              "Fault 1: “then” can have only one of “code”, “drop” and “body”.");
    EXPECT_EQ(problemOf(R"([{"to": "*", "then": {"delay": 1}}])"), "Fault 1: “delay” is not known.");
}

TEST(FaultsTest, aFaultIsUsedUpAndTheNextOneCounts)
{
    FaultList faults;
    faults.replace(*parseFaults(R"([
        {"to": "+9199*", "times": 2, "then": {"delay_ms": 1}},
        {"to": "+919912345678", "then": {"delay_ms": 2}}])"));

    EXPECT_EQ(faults.take("+919912345678")->delay, 1ms);
    EXPECT_EQ(faults.take("+919900000000")->delay, 1ms);
    EXPECT_EQ(faults.take("+919912345678")->delay, 2ms);
    EXPECT_EQ(faults.take("+919900000000"), std::nullopt);
    EXPECT_EQ(faults.take("+9198"), std::nullopt);
}
