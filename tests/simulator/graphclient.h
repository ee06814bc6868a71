#pragma once

#include "base/clock.h"
#include "simulator/simulator.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <gtest/gtest.h>

/// What came back for one request.
struct GraphReply
{
    int status = 0; ///< 0 without an answer
    QByteArray body;
    QJsonObject json;
    QByteArray version;
    QNetworkReply::NetworkError problem = QNetworkReply::NoError;

    int errorCode() const { return json[u"error"][u"code"].toInt(-1); }
    QString details() const { return json[u"error"][u"error_data"][u"details"].toString(); }
    QString messageId() const { return json[u"messages"][0][u"id"].toString(); }
};

/// An ordinary HTTP client that waits for each answer.
class GraphClient
{
public:
    explicit GraphClient(const Simulator &simulator);

    void setToken(const QByteArray &token) { m_token = token; }
    /// In PEM.
    void trust(const QByteArray &certificate) { m_tls.addCaCertificate(QSslCertificate{certificate}); }

    GraphReply get(const QString &pathAndQuery);
    GraphReply getUrl(const QUrl &url);
    GraphReply post(const QString &path, const QByteArray &body,
                    const QByteArray &contentType = "application/json");
    GraphReply remove(const QString &path);
    GraphReply send(const QJsonObject &message);

private:
    QNetworkRequest request(const QUrl &url) const;
    static GraphReply wait(QNetworkReply *reply);

    QNetworkAccessManager m_network;
    QSslConfiguration m_tls = QSslConfiguration::defaultConfiguration();
    const Simulator &m_simulator;
    QByteArray m_token;
};

/// hello_world to this number.
QJsonObject helloWorld(const QString &to = QStringLiteral("+919812340001"), const QString &opaque = {});
/// A template message with the given components.
QJsonObject templateMessage(const QString &name, const QString &language, const QJsonArray &components,
                            const QString &to = QStringLiteral("+919812340001"));
QJsonObject textParameter(const QString &text, const QString &name = {});
QJsonObject component(const QString &type, const QJsonArray &parameters);

/// A simulator that runs with the test's own options, and a client.
class SimulatorTest : public ::testing::Test
{
protected:
    void start()
    {
        const Result<> started = m_simulator.start(m_options);
        ASSERT_TRUE(started) << started.error().message.toStdString();
        m_client = std::make_unique<GraphClient>(m_simulator);
    }

    /// An event of every kind in the behaviour is off: sent, delivered, and read by nobody.
    static DeliveryBehaviour plainBehaviour();

    SimulatorOptions m_options;
    SystemClock m_clock;
    Simulator m_simulator{m_clock};
    std::unique_ptr<GraphClient> m_client;
};
