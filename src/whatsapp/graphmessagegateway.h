#pragma once

#include "domain/ports/messagegateway.h"
#include "whatsapp/graphtransport.h"
#include "whatsapp/templatemessagewriter.h"

#include <optional>

/// Posts messages to `/{phone number id}/messages`.
class GraphMessageGateway final : public MessageGateway
{
public:
    explicit GraphMessageGateway(GraphTransportOptions options = {});

    int freeSlots() const override { return m_transport.freeSlots(); }
    void send(const OutgoingMessage &message, Answer answer) override;
    void probe(const std::shared_ptr<const Credential> &credential,
               std::function<void(bool isGraph)> answer) override;
    void abandonAll() override { m_transport.abandonAll(); }

private:
    const std::optional<QNetworkRequest> &requestFor(const std::shared_ptr<const Credential> &credential);
    const TemplateMessageWriter &writerFor(const std::shared_ptr<const MessageTemplate> &messageTemplate);

    GraphTransport m_transport;
    std::shared_ptr<const Credential> m_credential; ///< of the message sent last
    std::optional<QNetworkRequest> m_request; ///< for it; nothing where it cannot be used
    std::optional<TemplateMessageWriter> m_writer; ///< of the template sent last
};
