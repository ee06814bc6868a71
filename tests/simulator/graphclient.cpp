#include "graphclient.h"

#include <QEventLoop>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

GraphClient::GraphClient(const Simulator &simulator)
    : m_simulator{simulator}
    , m_token{simulator.token().toLatin1()}
{
}

GraphReply GraphClient::get(const QString &pathAndQuery)
{
    return getUrl(QUrl{m_simulator.url() + u"/v26.0/"_s + pathAndQuery});
}

GraphReply GraphClient::getUrl(const QUrl &url)
{
    return wait(m_network.get(request(url)));
}

GraphReply GraphClient::post(const QString &path, const QByteArray &body, const QByteArray &contentType)
{
    QNetworkRequest posted = request(QUrl{m_simulator.url() + u"/v26.0/"_s + path});
    posted.setRawHeader("Content-Type", contentType);
    return wait(m_network.post(posted, body));
}

GraphReply GraphClient::remove(const QString &path)
{
    return wait(m_network.deleteResource(request(QUrl{m_simulator.url() + u"/v26.0/"_s + path})));
}

GraphReply GraphClient::send(const QJsonObject &message)
{
    return post(m_simulator.phoneNumberId() + u"/messages"_s,
                QJsonDocument{message}.toJson(QJsonDocument::Compact));
}

QNetworkRequest GraphClient::request(const QUrl &url) const
{
    QNetworkRequest request{url};
    request.setSslConfiguration(m_tls);
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token);
    return request;
}

GraphReply GraphClient::wait(QNetworkReply *reply)
{
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    GraphReply answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply->readAll();
    answer.json = QJsonDocument::fromJson(answer.body).object();
    answer.version = reply->rawHeader("facebook-api-version");
    answer.problem = reply->error();
    delete reply;
    return answer;
}

QJsonObject helloWorld(const QString &to, const QString &opaque)
{
    QJsonObject message = templateMessage(u"hello_world"_s, u"en_US"_s, {}, to);
    if (!opaque.isEmpty())
        message[u"biz_opaque_callback_data"_s] = opaque;
    return message;
}

QJsonObject templateMessage(const QString &name, const QString &language, const QJsonArray &components,
                            const QString &to)
{
    QJsonObject sent{
        {u"name"_s,     name                              },
        {u"language"_s, QJsonObject{{u"code"_s, language}}}
    };
    if (!components.isEmpty())
        sent[u"components"_s] = components;
    return {
        {u"messaging_product"_s, u"whatsapp"_s  },
        {u"recipient_type"_s,    u"individual"_s},
        {u"to"_s,                to             },
        {u"type"_s,              u"template"_s  },
        {u"template"_s,          sent           }
    };
}

QJsonObject textParameter(const QString &text, const QString &name)
{
    QJsonObject parameter{
        {u"type"_s, u"text"_s},
        {u"text"_s, text     }
    };
    if (!name.isEmpty())
        parameter[u"parameter_name"_s] = name;
    return parameter;
}

QJsonObject component(const QString &type, const QJsonArray &parameters)
{
    return {
        {u"type"_s,       type      },
        {u"parameters"_s, parameters}
    };
}

DeliveryBehaviour SimulatorTest::plainBehaviour()
{
    using std::chrono::milliseconds;
    return {
        .failures = {                },
        .neverDeliveredShare = 0,
        .readShare = 0,
        .withoutDeliveredShare = 0,
        .replyShare = 0,
        .stopShareOfReplies = 0,
        .preferenceShareOfStops = 0,
        .withoutContextShare = 0,
        .duplicateShare = 0,
        .reorderShare = 0,
        .sentAfter = {  milliseconds{1},  milliseconds{1}},
        .deliveredAfter = { milliseconds{20}, milliseconds{20}},
        .readAfter = { milliseconds{40}, milliseconds{40}},
        .repliedAfterRead = { milliseconds{20}, milliseconds{20}}
    };
}
