#include "whatsapp/graphinboxgateway.h"

#include "peer.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 5'000;
constexpr qint64 kLargest = 1000;
const QByteArray kPicture = "\xff\xd8\xff picture";

class GraphInboxGatewayTest : public ::testing::Test
{
protected:
    GraphInboxGatewayTest()
    {
        m_credential.account.phoneNumberId = u"111"_s;
        m_credential.account.apiBase = m_peer.url();
        m_credential.account.graphVersion = u"v25.0"_s;
        m_credential.token = "EAAGtoken";
        describe(kPicture.size(), m_peer.url() + u"/files/1"_s);
    }

    /// What the first call answers about the file; the second hands it over.
    void describe(qint64 size, const QString &url, const QByteArray &content = kPicture)
    {
        const QByteArray facts = QJsonDocument{
            QJsonObject{
                        {u"url"_s, url},
                        {u"mime_type"_s, u"image/jpeg"_s},
                        {u"sha256"_s,
                 QString::fromLatin1(QCryptographicHash::hash(kPicture, QCryptographicHash::Sha256).toHex())},
                        {u"file_size"_s,
                 size}}
        }.toJson();
        m_peer.reactWith([facts, content](QTcpSocket &socket, const PeerRequest &request) {
            socket.write(httpAnswer(200, request.target().startsWith("/files/") ? content : facts));
        });
    }

    Result<FetchedMedia> fetch(const QString &sha256 = {})
    {
        std::optional<Result<FetchedMedia>> received;
        m_gateway.fetchMedia(m_credential, u"4711"_s, sha256,
                             [&](const Result<FetchedMedia> &media) { received.emplace(media); });
        EXPECT_FALSE(received) << "answered from within the call";
        return QTest::qWaitFor(
                   [&] {
                       return received.has_value();
        },
                   kPatience)
            ? *received
            : Result<FetchedMedia>{Error{ErrorKind::Internal, u"no answer"_s, {}, {}}};
    }

    Result<> markRead()
    {
        std::optional<Result<>> received;
        m_gateway.markRead(m_credential, u"wamid.A"_s, [&](const Result<> &done) { received.emplace(done); });
        return QTest::qWaitFor(
                   [&] {
                       return received.has_value();
        },
                   kPatience)
            ? *received
            : Result<>{Error{ErrorKind::Internal, u"no answer"_s, {}, {}}};
    }

    Peer m_peer;
    Credential m_credential;
    GraphInboxGateway m_gateway{{}, kLargest};
};

} // namespace

TEST_F(GraphInboxGatewayTest, aFileIsFetchedInTwoStepsWithTheToken)
{
    const Result<FetchedMedia> media = fetch();

    ASSERT_TRUE(media) << media.error().message.toStdString();
    EXPECT_EQ(media->content, kPicture);
    EXPECT_EQ(media->mimeType, u"image/jpeg"_s);
    ASSERT_EQ(m_peer.requests().size(), 2u);
    EXPECT_TRUE(m_peer.requests()[0].target().startsWith("/v25.0/4711?"));
    EXPECT_EQ(m_peer.requests()[1].header("Authorization"), "Bearer EAAGtoken");
}

TEST_F(GraphInboxGatewayTest, aFileThatIsNotTheOneThatWasSentIsRefused)
{
    const QByteArray hash = QCryptographicHash::hash(kPicture, QCryptographicHash::Sha256);
    EXPECT_TRUE(fetch(QString::fromLatin1(hash.toHex())));
    EXPECT_TRUE(fetch(QString::fromLatin1(hash.toBase64()))) << "as webhooks tell it";

    const Result<FetchedMedia> other = fetch(QString::fromLatin1(QByteArray(32, 'x').toHex()));
    describe(9, m_peer.url() + u"/files/1"_s, "something else");
    const Result<FetchedMedia> damaged = fetch();

    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, u"media_hash"_s);
    ASSERT_FALSE(damaged);
    EXPECT_EQ(damaged.error().code, u"media_hash"_s);
}

TEST_F(GraphInboxGatewayTest, aFileBeyondTheLimitIsNotFetched)
{
    describe(kLargest + 1, m_peer.url() + u"/files/1"_s);
    const Result<FetchedMedia> told = fetch();
    const size_t requests = m_peer.requests().size();
    describe(10, m_peer.url() + u"/files/1"_s, QByteArray(5000, 'x'));
    const Result<FetchedMedia> untold = fetch();

    ASSERT_FALSE(told);
    EXPECT_EQ(told.error().code, u"media_size"_s);
    EXPECT_EQ(requests, 1u) << "the file itself was not asked for";
    ASSERT_FALSE(untold);
    EXPECT_EQ(untold.error().code, u"media_size"_s);
}

TEST_F(GraphInboxGatewayTest, theTokenGoesToNobodyElse)
{
    Peer stranger;
    stranger.reactWith(answering(200, kPicture));
    describe(9, stranger.url() + u"/files/1"_s);

    const Result<FetchedMedia> media = fetch();

    ASSERT_FALSE(media);
    EXPECT_EQ(media.error().code, u"media_address"_s);
    EXPECT_TRUE(stranger.requests().empty());
}

TEST_F(GraphInboxGatewayTest, whatMetaHasNoLongerIsSaid)
{
    m_peer.reactWith(answering(400, errorJson(100)));

    const Result<FetchedMedia> media = fetch();

    ASSERT_FALSE(media);
    EXPECT_EQ(media.error().kind, ErrorKind::NotFound);
}

TEST_F(GraphInboxGatewayTest, aMessageIsMarkedAsRead)
{
    m_peer.reactWith(answering(200, R"({"success":true})"));

    EXPECT_TRUE(markRead());

    ASSERT_EQ(m_peer.requests().size(), 1u);
    EXPECT_EQ(m_peer.requests()[0].target(), "/v25.0/111/messages");
    EXPECT_EQ(QJsonDocument::fromJson(m_peer.requests()[0].body).object(),
              (QJsonObject{
                  {u"messaging_product"_s, u"whatsapp"_s},
                  {u"status"_s,            u"read"_s    },
                  {u"message_id"_s,        u"wamid.A"_s }
    }));
    m_peer.reactWith(answering(400, errorJson(131009)));
    EXPECT_FALSE(markRead());
}
