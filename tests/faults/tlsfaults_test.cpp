#include "wireworld.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What a connection that nobody vouches for does to a campaign: nothing leaves over it, and nobody is lost.

namespace {

/// Skips where the certificates of these tests cannot be made.
class TlsFaultTest : public testing::Test
{
protected:
    void SetUp() override
    {
        if (TlsIdentity::own().certificate.isNull() || TlsIdentity::expired().certificate.isNull())
            GTEST_SKIP() << "The openssl program, which makes the test's certificates, is missing.";
    }

    /// Nobody gets anything from a peer whose certificate is no good; everybody once it is.
    static void expectToWaitUntilMended(std::unique_ptr<Peer> peer, const GraphTransportOptions &trust)
    {
        WireWorld world{manyPeople(), trust, std::move(peer)};
        world.peer().reactWith(acceptMessage);

        world.send();

        ASSERT_TRUE(world.runUntil([&] { return world.waits().contains(u"not_meta"_s); }, 20s));
        world.runUntil([] { return false; }, 1500ms);
        EXPECT_EQ(world.campaign().state, CampaignState::Sending);
        EXPECT_EQ(world.peopleWith(RecipientStatus::Pending), world.people());
        EXPECT_TRUE(world.bodies().isEmpty());
        for (const Recipient &person : world.recipients())
            EXPECT_EQ(person.attempts, 0);

        Peer mended{TlsIdentity::own()};
        mended.reactWith(acceptMessage);
        world.setApiBase(mended.url());
        world.setTransport({.extraCertificates = {TlsIdentity::own().certificate}});
        world.send();

        EXPECT_TRUE(world.runToTheEnd(20s));
        EXPECT_EQ(world.peopleWith(RecipientStatus::Sent), world.people());
        EXPECT_EQ(mended.requests().size(), static_cast<size_t>(world.people()));
        world.expectNothingTwice();
    }
};

} // namespace

TEST_F(TlsFaultTest, anExpiredCertificateIsWaitedOutAndNothingLeaves)
{
    expectToWaitUntilMended(std::make_unique<Peer>(TlsIdentity::expired()),
                            {.extraCertificates = {TlsIdentity::expired().certificate}});
}

TEST_F(TlsFaultTest, aCertificateThatNobodyVouchesForIsWaitedOutAndNothingLeaves)
{
    expectToWaitUntilMended(std::make_unique<Peer>(TlsIdentity::own()), {});
}

TEST_F(TlsFaultTest, aCertificateOfAnotherHostIsWaitedOutAndNothingLeaves)
{
    expectToWaitUntilMended(std::make_unique<Peer>(TlsIdentity::ofAnotherHost()),
                            {.extraCertificates = {TlsIdentity::ofAnotherHost().certificate}});
}

TEST_F(TlsFaultTest, aResetBeforeTheHandshakeIsNoAttemptForAnybody)
{
    WireWorld world{manyPeople(),
                    {.extraCertificates = {TlsIdentity::own().certificate}},
                    std::make_unique<Peer>(TlsIdentity::own())};
    world.peer().reactWith(acceptMessage);
    bool isReset = true; // however often a connection is tried, also by Qt itself
    world.peer().reactToFreshConnectionWith([&](QTcpSocket &socket) {
        if (isReset)
            resetConnection(socket);
    });

    world.send();

    ASSERT_TRUE(world.runUntil([&] { return world.waits().contains(u"offline"_s); }, 10s));
    isReset = false;
    ASSERT_TRUE(world.runToTheEnd(30s));
    EXPECT_EQ(world.peopleWith(RecipientStatus::Sent), world.people());
    EXPECT_EQ(world.attemptsWith(u"unknown"_s), 0);
    EXPECT_EQ(world.peer().requests().size(), static_cast<size_t>(world.people()));
    for (const Recipient &person : world.recipients())
        EXPECT_EQ(person.attempts, 1);
    world.expectNothingTwice();
}
