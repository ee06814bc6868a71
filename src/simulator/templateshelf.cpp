#include "simulator/templateshelf.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QStringList variablesIn(const QString &text)
{
    static const QRegularExpression variable{u"\\{\\{\\s*([^{}\\s]+)\\s*\\}\\}"_s};
    QStringList names;
    for (auto matches = variable.globalMatch(text); matches.hasNext();) {
        const QString name = matches.next().captured(1);
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

SendableTemplate readTemplate(const QJsonObject &listed)
{
    SendableTemplate sendable;
    sendable.id = listed[u"id"_s].toString();
    sendable.name = listed[u"name"_s].toString();
    sendable.language = listed[u"language"_s].toString();
    sendable.status = listed[u"status"_s].toString();
    sendable.category = listed[u"category"_s].toString();
    sendable.isNamed = listed[u"parameter_format"_s].toString() == "NAMED"_L1;
    for (const QJsonValue &value : listed[u"components"_s].toArray()) {
        const QJsonObject component = value.toObject();
        const QString type = component[u"type"_s].toString();
        if (type == "HEADER"_L1) {
            sendable.headerFormat = component[u"format"_s].toString();
            sendable.headerVariables = variablesIn(component[u"text"_s].toString());
        } else if (type == "BODY"_L1) {
            sendable.bodyText = component[u"text"_s].toString();
            sendable.bodyVariables = variablesIn(sendable.bodyText);
        } else if (type == "BUTTONS"_L1) {
            for (const QJsonValue &button : component[u"buttons"_s].toArray()) {
                sendable.buttons.push_back({button[u"type"_s].toString(), button[u"text"_s].toString(),
                                            !variablesIn(button[u"url"_s].toString()).isEmpty()});
            }
        }
    }
    if (!sendable.isNamed) {
        std::sort(sendable.bodyVariables.begin(), sendable.bodyVariables.end(),
                  [](const QString &left, const QString &right) { return left.toInt() < right.toInt(); });
    }
    return sendable;
}

} // namespace

TemplateShelf::TemplateShelf(const QJsonArray &templates)
{
    for (const QJsonValue &value : templates) {
        m_listed.push_back(value.toObject());
        m_sendable.push_back(readTemplate(m_listed.back()));
    }
}

const SendableTemplate *TemplateShelf::find(const QString &name, const QString &language) const
{
    for (const SendableTemplate &candidate : m_sendable) {
        if (candidate.name == name && candidate.language == language)
            return &candidate;
    }
    return nullptr;
}

const QJsonObject *TemplateShelf::findById(const QString &id) const
{
    for (const QJsonObject &candidate : m_listed) {
        if (candidate[u"id"_s].toString() == id)
            return &candidate;
    }
    return nullptr;
}

bool TemplateShelf::setStatus(const QString &name, const QString &language, const QString &status)
{
    for (std::size_t i = 0; i < m_sendable.size(); ++i) {
        if (m_sendable[i].name == name && m_sendable[i].language == language) {
            m_sendable[i].status = status;
            m_listed[i][u"status"_s] = status;
            return true;
        }
    }
    return false;
}
