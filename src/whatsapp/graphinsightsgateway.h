#pragma once

#include "domain/ports/insightsgateway.h"
#include "whatsapp/graphtransport.h"

#include <QCoreApplication>
#include <QUrlQuery>

#include <memory>

/// Reads template_analytics and pricing_analytics, and enables them.
class GraphInsightsGateway final : public InsightsGateway
{
    Q_DECLARE_TR_FUNCTIONS(GraphInsightsGateway)

public:
    explicit GraphInsightsGateway(GraphTransportOptions options = {});

    void fetchState(const Credential &credential, Answer<InsightsState> answer) override;
    void enable(const Credential &credential, Answer<Done> answer) override;
    void fetchTemplates(const Credential &credential, const QStringList &templateIds, UtcTime from,
                        UtcTime to, Answer<std::vector<TemplateDay>> answer) override;
    void fetchPrices(const Credential &credential, UtcTime from, UtcTime to,
                     Answer<std::vector<PriceDay>> answer) override;

private:
    struct Listing;

    template <typename T, typename Read>
    void ask(const Credential &credential, const QString &path, const QUrlQuery &query, Answer<T> answer,
             Read read);
    void fetchPage(std::shared_ptr<Listing> listing);

    GraphTransport m_transport;
};
