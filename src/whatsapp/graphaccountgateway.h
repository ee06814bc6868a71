#pragma once

#include "domain/ports/accountgateway.h"
#include "whatsapp/graphtransport.h"

#include <QCoreApplication>

/// Reads the number and the templates of an account and uploads header media.
class GraphAccountGateway final : public AccountGateway
{
    Q_DECLARE_TR_FUNCTIONS(GraphAccountGateway)

public:
    explicit GraphAccountGateway(GraphTransportOptions options = {});

    void fetchNumber(const Credential &credential, Answer<NumberReport> answer) override;
    void fetchTemplates(const Credential &credential, Answer<std::vector<MessageTemplate>> answer) override;
    void fetchSubscribedApps(const Credential &credential, Answer<QStringList> answer) override;
    void subscribeApp(const Credential &credential, Answer<QStringList> answer) override;
    void uploadMedia(const Credential &credential, const QString &path, Answer<QString> answer) override;

private:
    struct TemplateListing;

    void fetchNumberFields(const Credential &credential, const QStringList &fields, bool mayFallBack,
                           Answer<NumberReport> answer);
    void fetchTemplatePage(std::shared_ptr<TemplateListing> listing);
    void readTemplatePage(const std::shared_ptr<TemplateListing> &listing, const GraphAnswer &received);
    template <typename T>
    void answerLater(Answer<T> answer, Error error);

    GraphTransport m_transport;
};
