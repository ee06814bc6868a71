#include "wireworld.h"

#include <QTimer>

#include <gtest/gtest.h>

#include <ostream>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What a server may do once it has the whole request, for everybody in a campaign: the outcome table of the
// Graph API reference, exactly.

namespace {

/// What becomes of a person under a fault that everybody meets.
enum class Fate { Sent, Unconfirmed, Failed };

struct NetworkFault
{
    const char *name;
    Peer::Reaction reaction;
    Fate fate;
    std::chrono::milliseconds answerTimeout{60'000};

    friend void PrintTo(const NetworkFault &fault, std::ostream *out) { *out << fault.name; }
};

// Reactions to a whole request.

void answerAfterFiveSeconds(QTcpSocket &socket, const PeerRequest &request)
{
    QTimer::singleShot(5s, &socket,
                       [&socket, answer = httpAnswer(200, acceptance(request))] { socket.write(answer); });
}

void cutOff(QTcpSocket &socket, const PeerRequest &)
{
    resetConnection(socket);
}

void hangUp(QTcpSocket &socket, const PeerRequest &)
{
    socket.close();
}

void sayNothing(QTcpSocket &, const PeerRequest &) { }

void answerHalfAJson(QTcpSocket &socket, const PeerRequest &request)
{
    socket.write(httpAnswer(200, acceptance(request).chopped(20)));
}

void breakOffInTheJson(QTcpSocket &socket, const PeerRequest &request)
{
    socket.write(httpAnswer(200, acceptance(request)).chopped(20));
    socket.disconnectFromHost();
}

void announceTooLittle(QTcpSocket &socket, const PeerRequest &request)
{
    socket.write("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n" + acceptance(request));
}

/// The answer itself is whole, and it says that the message was accepted.
void announceTooMuch(QTcpSocket &socket, const PeerRequest &request)
{
    socket.write("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + acceptance(request));
    socket.disconnectFromHost();
}

void trickle(QTcpSocket &socket, const PeerRequest &)
{
    socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
    auto *oneByte = new QTimer{&socket};
    QObject::connect(oneByte, &QTimer::timeout, &socket, [&socket] { socket.write(" "); });
    oneByte->start(1s);
}

void pourOutHundredMegabytes(QTcpSocket &socket, const PeerRequest &)
{
    socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n");
    QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, [&socket] {
        if (socket.bytesToWrite() == 0)
            socket.write(QByteArray(256 * 1024, ' '));
    });
}

std::vector<NetworkFault> faultsAfterTheRequest()
{
    const QByteArray page = "<html>Log in to the Wi-Fi</html>";
    const QByteArray elsewhere = "Location: http://127.0.0.1:9/\r\n";
    const QByteArray later = "Retry-After: 1\r\n";
    std::vector<NetworkFault> faults;
    faults.push_back({"fiveSecondsLatency", answerAfterFiveSeconds, Fate::Sent});
    faults.push_back({"resetAfterTheRequest", cutOff, Fate::Unconfirmed});
    faults.push_back({"closedAfterTheRequest", hangUp, Fate::Unconfirmed});
    faults.push_back({"neverAnswered", sayNothing, Fate::Unconfirmed, 700ms});
    faults.push_back({"halfAJsonUnderItsRightLength", answerHalfAJson, Fate::Unconfirmed});
    faults.push_back({"halfAJsonAndClosed", breakOffInTheJson, Fate::Unconfirmed});
    faults.push_back({"empty200", answering(200, ""), Fate::Unconfirmed});
    faults.push_back({"html200", answering(200, page), Fate::Unconfirmed});
    faults.push_back({"redirect302", answering(302, "", elsewhere), Fate::Unconfirmed});
    faults.push_back({"tooShortAContentLength", announceTooLittle, Fate::Unconfirmed});
    faults.push_back({"tooLongAContentLength", announceTooMuch, Fate::Sent});
    faults.push_back({"aByteASecond", trickle, Fate::Unconfirmed, 2500ms});
    faults.push_back({"hundredMegabytes", pourOutHundredMegabytes, Fate::Unconfirmed});
    faults.push_back({"html429", answering(429, page), Fate::Unconfirmed});
    faults.push_back({"empty429WithRetryAfter", answering(429, "", later), Fate::Unconfirmed});
    faults.push_back({"html502", answering(502, page), Fate::Unconfirmed});
    faults.push_back({"empty503WithRetryAfter", answering(503, "", later), Fate::Unconfirmed});
    faults.push_back({"error400", answering(400, errorJson(131026)), Fate::Failed});
    return faults;
}

class FaultAfterTheRequestTest : public testing::TestWithParam<NetworkFault>
{
};

} // namespace

TEST_P(FaultAfterTheRequestTest, everybodyGetsItsOneOutcomeAndOneBody)
{
    const NetworkFault &fault = GetParam();
    WireWorld world{manyPeople(), {.answerTimeout = fault.answerTimeout}};
    // Only the messages meet the fault: a question whether Graph is there is answered as Graph does.
    world.peer().reactWith([&](QTcpSocket &socket, const PeerRequest &request) {
        if (request.isProbe())
            socket.write(httpAnswer(401, errorJson(190)));
        else
            fault.reaction(socket, request);
    });

    world.send();

    ASSERT_TRUE(world.runToTheEnd(40s));
    EXPECT_EQ(world.campaign().state, CampaignState::Completed);
    const bool isSent = fault.fate == Fate::Sent;
    const bool isInDoubt = fault.fate == Fate::Unconfirmed;
    const bool isFailed = fault.fate == Fate::Failed;
    EXPECT_EQ(world.peopleWith(RecipientStatus::Sent), isSent ? world.people() : 0);
    EXPECT_EQ(world.peopleWith(RecipientStatus::Unconfirmed), isInDoubt ? world.people() : 0);
    EXPECT_EQ(world.peopleWith(RecipientStatus::Failed), isFailed ? world.people() : 0);
    EXPECT_EQ(world.attemptsWith(u"accepted"_s), isSent ? world.people() : 0);
    EXPECT_EQ(world.attemptsWith(u"unknown"_s), isInDoubt ? world.people() : 0);
    EXPECT_EQ(world.attemptsWith(u"refused"_s), isFailed ? world.people() : 0);
    EXPECT_EQ(world.bodies().size(), world.people());
    world.expectNothingTwice();
}

INSTANTIATE_TEST_SUITE_P(Faults, FaultAfterTheRequestTest, testing::ValuesIn(faultsAfterTheRequest()),
                         [](const auto &test) { return std::string{test.param.name}; });
