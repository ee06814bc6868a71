#include "graphclient.h"

#include "support/loopbackcertificate.h"

#include <QSet>

using namespace Qt::StringLiterals;

using ManagementTest = SimulatorTest;

TEST_F(ManagementTest, tellsWhoTheNumberIs)
{
    start();

    const GraphReply reply = m_client->get(
        m_simulator.phoneNumberId()
        + u"?fields=display_phone_number,verified_name,quality_rating,throughput,status,platform_type,"
          "whatsapp_business_manager_messaging_limit,health_status{entities}"_s);

    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.json[u"id"].toString(), m_simulator.phoneNumberId());
    EXPECT_EQ(reply.json[u"verified_name"].toString(), u"Meridian Journeys"_s);
    EXPECT_EQ(reply.json[u"quality_rating"].toString(), u"GREEN"_s);
    EXPECT_EQ(reply.json[u"throughput"][u"level"].toString(), u"STANDARD"_s);
    EXPECT_EQ(reply.json[u"status"].toString(), u"CONNECTED"_s);
    EXPECT_EQ(reply.json[u"platform_type"].toString(), u"CLOUD_API"_s);
    EXPECT_EQ(reply.json[u"whatsapp_business_manager_messaging_limit"].toString(), u"TIER_10K"_s);
    EXPECT_EQ(reply.json[u"health_status"][u"can_send_message"].toString(), u"AVAILABLE"_s);
}

TEST_F(ManagementTest, leavesOutWhatWasNotAsked)
{
    start();

    const GraphReply usual = m_client->get(m_simulator.phoneNumberId());

    EXPECT_TRUE(usual.json.contains(u"display_phone_number"));
    EXPECT_FALSE(usual.json.contains(u"health_status"));
    EXPECT_EQ(m_client->get(m_simulator.phoneNumberId() + u"?fields=shoe_size"_s).errorCode(), 100);
}

TEST_F(ManagementTest, takesAnyVersionAndSaysWhich)
{
    start();

    const GraphReply reply = m_client->getUrl(QUrl{m_simulator.url() + u"/v19.0/"_s + m_simulator.wabaId()});

    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.version, "v19.0");
    EXPECT_EQ(m_client->getUrl(QUrl{m_simulator.url() + u"/"_s + m_simulator.wabaId()}).status, 200);
}

TEST_F(ManagementTest, speaksHttpsWithACertificate)
{
    m_options.certificate = kLoopbackCertificate;
    m_options.privateKey = kLoopbackPrivateKey;
    start();
    m_client->trust(kLoopbackCertificate);

    EXPECT_TRUE(m_simulator.url().startsWith(u"https://"));
    EXPECT_EQ(m_client->get(m_simulator.phoneNumberId()).status, 200);
}

TEST_F(ManagementTest, listsTheNumbersOfTheAccount)
{
    start();

    const GraphReply reply = m_client->get(m_simulator.wabaId() + u"/phone_numbers?fields=verified_name"_s);

    EXPECT_EQ(reply.json[u"data"][0][u"id"].toString(), m_simulator.phoneNumberId());
    EXPECT_TRUE(reply.json[u"paging"][u"next"].isUndefined());
}

TEST_F(ManagementTest, hasEightTemplatesInThreeLanguages)
{
    start();

    const GraphReply reply = m_client->get(m_simulator.wabaId() + u"/message_templates?limit=100"_s);

    const QJsonArray data = reply.json[u"data"].toArray();
    QSet<QString> languages;
    QHash<QString, int> statuses;
    for (const QJsonValue &value : data) {
        languages.insert(value[u"language"].toString());
        ++statuses[value[u"status"].toString()];
        EXPECT_FALSE(value[u"components"].toArray().isEmpty());
    }
    EXPECT_EQ(data.size(), 8);
    EXPECT_EQ(languages, (QSet<QString>{u"en_US"_s, u"hi"_s, u"es"_s}));
    EXPECT_EQ(statuses.value(u"APPROVED"_s), 6);
    EXPECT_EQ(statuses.value(u"PAUSED"_s), 1);
    EXPECT_EQ(statuses.value(u"REJECTED"_s), 1);
}

TEST_F(ManagementTest, pagesThroughTheTemplatesUntilThereIsNoNext)
{
    start();
    QStringList names;
    GraphReply reply =
        m_client->get(m_simulator.wabaId() + u"/message_templates?fields=name,quality_score&limit=3"_s);
    int pages = 1;
    while (true) {
        for (const QJsonValue value : reply.json[u"data"].toArray())
            names.append(value[u"name"].toString());
        const QString next = reply.json[u"paging"][u"next"].toString();
        if (next.isEmpty() || pages > 5)
            break;
        EXPECT_TRUE(next.startsWith(m_simulator.url()));
        reply = m_client->getUrl(QUrl{next});
        ++pages;
    }

    EXPECT_EQ(pages, 3);
    EXPECT_EQ(names.size(), 8);
    EXPECT_EQ(QSet<QString>(names.begin(), names.end()).size(), 8);
    EXPECT_EQ(m_client->get(m_simulator.wabaId() + u"/message_templates?after=stale"_s).errorCode(), 131059);
}

TEST_F(ManagementTest, filtersTemplates)
{
    start();

    const auto count = [this](const QString &filter) {
        return m_client->get(m_simulator.wabaId() + u"/message_templates?"_s + filter)
            .json[u"data"]
            .toArray()
            .size();
    };

    EXPECT_EQ(count(u"name=hello_world"_s), 1);
    EXPECT_EQ(count(u"name=hello"_s), 0);
    EXPECT_EQ(count(u"status=PAUSED,REJECTED"_s), 2);
}

TEST_F(ManagementTest, readsOneTemplateById)
{
    start();
    const GraphReply list = m_client->get(m_simulator.wabaId() + u"/message_templates?name=hello_world"_s);

    const GraphReply one = m_client->get(list.json[u"data"][0][u"id"].toString() + u"?fields=name,status"_s);

    EXPECT_EQ(one.json[u"name"].toString(), u"hello_world"_s);
}

TEST_F(ManagementTest, answersUnknownObjectsAsGraphDoes)
{
    start();

    const GraphReply reply = m_client->get(u"999"_s);

    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(reply.errorCode(), 100);
    EXPECT_EQ(reply.json[u"error"][u"error_subcode"].toInt(), 33);
    EXPECT_TRUE(reply.json[u"error"][u"message"].toString().contains(u"'999'"_s));
    EXPECT_FALSE(reply.json[u"error"][u"fbtrace_id"].toString().isEmpty());
    EXPECT_EQ(m_client->get(m_simulator.wabaId() + u"/webhooks"_s).errorCode(), 100);
}

TEST_F(ManagementTest, limitsCallsPerHour)
{
    m_options.managementCallsPerHour = 2;
    start();

    EXPECT_EQ(m_client->get(m_simulator.wabaId()).status, 200);
    EXPECT_EQ(m_client->get(m_simulator.wabaId()).status, 200);
    EXPECT_EQ(m_client->get(m_simulator.wabaId()).errorCode(), 80007);
    EXPECT_EQ(m_client->send(helloWorld()).status, 200);
}

TEST_F(ManagementTest, namesAPortThatIsTaken)
{
    start();
    SimulatorOptions options;
    options.port = quint16(QUrl{m_simulator.url()}.port());
    Simulator second{m_clock};

    const Result<> started = second.start(options);

    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().code, u"port_in_use"_s);
    EXPECT_TRUE(second.url().isEmpty());
}

TEST_F(ManagementTest, makesATokenOfItsOwnEachTime)
{
    start();
    const QString first = m_simulator.token();
    start();

    EXPECT_GE(first.size(), 40);
    EXPECT_NE(m_simulator.token(), first);
}

TEST_F(ManagementTest, tellsWhichAppsAreSubscribed)
{
    start();
    const QString edge = m_simulator.wabaId() + u"/subscribed_apps"_s;

    EXPECT_EQ(m_client->get(edge).json[u"data"].toArray().size(), 0);
    EXPECT_TRUE(m_client->post(edge, "{}").json[u"success"].toBool());
    EXPECT_EQ(m_client->get(edge).json[u"data"][0][u"whatsapp_business_api_data"][u"name"].toString(),
              u"Simulated app"_s);
}
