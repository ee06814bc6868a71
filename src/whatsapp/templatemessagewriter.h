#pragma once

#include "domain/ports/messagegateway.h"

#include <QByteArray>

#include <memory>
#include <vector>

/// Writes the JSON of one template's messages. Reads the template once, for many people.
class TemplateMessageWriter
{
public:
    explicit TemplateMessageWriter(std::shared_ptr<const MessageTemplate> messageTemplate);

    const std::shared_ptr<const MessageTemplate> &messageTemplate() const { return m_template; }

    /// The body of the POST. `message` must be of this template.
    QByteArray bodyFor(const OutgoingMessage &message) const;

private:
    /// A variable and the name that Meta wants with it (empty in positional templates).
    struct Parameter
    {
        QString key;
        QString name;
    };

    /// A button that takes something when sent.
    struct Button
    {
        enum class Kind { Url, CopyCode, QuickReply };

        Kind kind = Kind::Url;
        int index = 0;
        Parameter parameter;
    };

    void addHeader(QByteArray &json, const OutgoingMessage &message) const;
    void addBody(QByteArray &json, const Variables &values) const;
    void addButton(QByteArray &json, const Button &button, const OutgoingMessage &message) const;

    std::shared_ptr<const MessageTemplate> m_template;
    QByteArray m_templateBeginning; ///< from the person's number to the components
    std::vector<Parameter> m_header;
    std::vector<Parameter> m_body;
    std::vector<Button> m_buttons;
};

/// What a dynamic URL button adds to its address, with everything percent-encoded that Meta refuses as it is;
/// the marks that structure an address, and what is encoded already, stay.
QString urlSuffix(const QString &value);
