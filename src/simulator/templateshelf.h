#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

/// A button of a template, as far as sending needs to know it.
struct SendableButton
{
    QString type; ///< "URL", "QUICK_REPLY", …
    QString text;
    bool hasVariable = false;
};

/// What a message made from one template must bring.
struct SendableTemplate
{
    QString id;
    QString name;
    QString language;
    QString status;
    QString category;
    bool isNamed = false;
    QString headerFormat; ///< "TEXT", "IMAGE", …; empty without a header
    QStringList headerVariables;
    QString bodyText;
    QStringList bodyVariables; ///< each once, in the order of their appearance, positional ones by number
    std::vector<SendableButton> buttons;
};

/// The templates of the business account.
class TemplateShelf
{
public:
    /// Templates as the API lists them.
    explicit TemplateShelf(const QJsonArray &templates);

    const SendableTemplate *find(const QString &name, const QString &language) const;
    /// As listed; nothing when there is none.
    const QJsonObject *findById(const QString &id) const;
    const std::vector<QJsonObject> &listed() const { return m_listed; }

    /// Whether there was such a template.
    bool setStatus(const QString &name, const QString &language, const QString &status);

private:
    std::vector<QJsonObject> m_listed;
    std::vector<SendableTemplate> m_sendable; ///< at the same index as in m_listed
};
