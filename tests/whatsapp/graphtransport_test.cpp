#include "whatsapp/graphtransport.h"

#include "peer.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <vector>

using namespace std::chrono_literals;

namespace {

constexpr int kPatience = 5'000;

} // namespace

TEST(GraphTransportTest, growsWithWhatIsInFlightAndDropsIdleManagers)
{
    Peer peer;
    peer.reactWith([](QTcpSocket &socket, const PeerRequest &) {
        QTimer::singleShot(50ms, &socket,
                           [&socket] { socket.write(httpAnswer(200, acceptedJson("wamid.1"))); });
    });
    GraphTransport transport{{.idleLifetime = 100ms}};
    int answered = 0;
    const auto post = [&] {
        transport.postOnce(QNetworkRequest{QUrl{peer.url()}}, "{}", [&](const GraphAnswer &) { ++answered; });
    };

    for (int i = 0; i < 20; ++i)
        post();
    EXPECT_EQ(transport.managerCount(), 4);
    ASSERT_TRUE(QTest::qWaitFor([&] { return answered == 20; }, kPatience));
    post();
    EXPECT_EQ(transport.managerCount(), 4) << "a free connection was there";
    ASSERT_TRUE(QTest::qWaitFor([&] { return transport.managerCount() == 0; }, kPatience));

    EXPECT_EQ(answered, 21);
    EXPECT_EQ(peer.connectionCount(), 20);
}

TEST(GraphTransportTest, aConnectionThatLayIdleForTooLongIsNotUsedAgainWhileOthersOfItsManagerAre)
{
    Peer peer;
    peer.reactWith([](QTcpSocket &socket, const PeerRequest &) {
        QTimer::singleShot(20ms, &socket,
                           [&socket] { socket.write(httpAnswer(200, acceptedJson("wamid.1"))); });
    });
    GraphTransport transport{{.idleLifetime = 300ms}};
    size_t sent = 0;
    size_t answered = 0;
    const auto postAtOnce = [&](size_t count) {
        sent += count;
        for (size_t i = 0; i < count; ++i)
            transport.postOnce(QNetworkRequest{QUrl{peer.url()}}, "{}",
                               [&](const GraphAnswer &) { ++answered; });
        return QTest::qWaitFor([&] { return answered == sent; }, kPatience);
    };
    ASSERT_TRUE(postAtOnce(3));
    QElapsedTimer sinceThree;
    sinceThree.start();
    while (sinceThree.elapsed() < 400)
        ASSERT_TRUE(postAtOnce(1));
    ASSERT_EQ(peer.connectionCount(), 3);
    const int inUse = peer.requests().back().connection;

    ASSERT_TRUE(postAtOnce(3));

    EXPECT_EQ(peer.connectionCount(), 5);
    const std::vector<PeerRequest> &requests = peer.requests();
    EXPECT_TRUE(std::all_of(requests.end() - 3, requests.end(), [&](const PeerRequest &request) {
        return request.connection == inUse || request.connection > 3;
    }));
}

TEST(GraphTransportTest, answersNobodyAfterItIsGone)
{
    Peer peer;
    peer.reactWith([](QTcpSocket &, const PeerRequest &) {});
    auto transport = std::make_unique<GraphTransport>(GraphTransportOptions{});
    bool isAnswered = false;
    transport->postOnce(QNetworkRequest{QUrl{peer.url()}}, "{}",
                        [&](const GraphAnswer &) { isAnswered = true; });
    ASSERT_TRUE(QTest::qWaitFor([&] { return peer.requests().size() == 1; }, kPatience));

    transport.reset();
    QTest::qWait(50);

    EXPECT_FALSE(isAnswered);
}
