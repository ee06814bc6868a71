#include "simulator/graphcall.h"

using namespace Qt::StringLiterals;

GraphRefusal GraphCall::unknown() const
{
    return unknownObject(path.isEmpty() ? u""_s : node(), QString::fromLatin1(request.method.toLower()));
}

QStringList fieldNames(const QString &fields)
{
    QStringList names;
    QString name;
    int depth = 0;
    bool isName = true;
    for (const QChar character : fields + u',') {
        if (character == u',' && depth == 0) {
            if (!name.trimmed().isEmpty())
                names.append(name.trimmed());
            name.clear();
            isName = true;
            continue;
        }
        if (character == u'{' || character == u'(')
            ++depth;
        if (character == u'}' || character == u')')
            --depth;
        if (character == u'{' || character == u'(' || character == u'.')
            isName = false;
        if (isName)
            name += character;
    }
    return names;
}

std::variant<QJsonObject, GraphRefusal> selectFields(const QJsonObject &node,
                                                     const std::optional<QByteArray> &fields,
                                                     const QStringList &usual, const QString &nodeType)
{
    QJsonObject selected{
        {u"id"_s, node[u"id"_s]}
    };
    const QStringList asked = fields ? fieldNames(QString::fromUtf8(*fields)) : usual;
    for (const QString &name : asked) {
        if (!node.contains(name)) {
            return GraphRefusal{
                .code = 100,
                .message =
                    u"(#100) Tried accessing nonexisting field (%1) on node type (%2)"_s.arg(name, nodeType)};
        }
        selected[name] = node[name];
    }
    return selected;
}

GraphAnswer toAnswer(const std::variant<QJsonObject, GraphRefusal> &outcome)
{
    if (const auto *refusal = std::get_if<GraphRefusal>(&outcome))
        return *refusal;
    return jsonResponse(std::get<QJsonObject>(outcome));
}
