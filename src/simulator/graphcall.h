#pragma once

#include "http/httpmessage.h"
#include "simulator/graphrefusal.h"

#include <QByteArrayList>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <variant>

/// An answer, or a refusal in its place.
using GraphAnswer = std::variant<HttpResponse, GraphRefusal>;

/// One request to the Graph API, taken apart. The request must outlive it.
struct GraphCall
{
    const HttpRequest &request;
    QByteArrayList path; ///< without the version
    const QJsonObject json; ///< the body, if it is an object

    QString node() const { return QString::fromUtf8(path.value(0)); }
    QString edge() const { return QString::fromUtf8(path.value(1)); }
    bool isGet() const { return request.method == "GET"; }
    bool isPost() const { return request.method == "POST"; }
    bool isDelete() const { return request.method == "DELETE"; }
    std::optional<QByteArray> fields() const { return request.queryValue("fields"); }
    /// What is said where the node is not there or cannot do this.
    GraphRefusal unknown() const;
};

/// "id,health_status{entities},analytics.start(1)": the names at the top, without what follows them.
QStringList fieldNames(const QString &fields);

/// The asked fields of a node and its id; all that are usual when none are asked. A field that the node does
/// not have is refused, as of that type of node.
std::variant<QJsonObject, GraphRefusal> selectFields(const QJsonObject &node,
                                                     const std::optional<QByteArray> &fields,
                                                     const QStringList &usual, const QString &nodeType);

/// The object as an answer, or the refusal that stands in its place.
GraphAnswer toAnswer(const std::variant<QJsonObject, GraphRefusal> &outcome);
