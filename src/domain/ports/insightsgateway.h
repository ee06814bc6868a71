#pragma once

#include "base/result.h"
#include "domain/account.h"
#include "domain/insights.h"

#include <QStringList>

#include <functional>
#include <vector>

/// Asks Meta for what it counts of an account. Lives on one thread with an event loop; answers come on that
/// thread, exactly once, each with what it tells about asking on.
class InsightsGateway
{
public:
    template <typename T>
    using Answer = std::function<void(const Result<T> &, const AskingAllowance &)>;

    static constexpr qsizetype kMostTemplates = 10; ///< of one question

    virtual ~InsightsGateway() = default;

    virtual void fetchState(const Credential &credential, Answer<InsightsState> answer) = 0;

    /// Cannot be undone.
    virtual void enable(const Credential &credential, Answer<Done> answer) = 0;

    /// The days from the one of `from` to the one of `to`, all of them: an answer that breaks off is an error
    /// with the code "incomplete". Refused by Meta with code "200007" where it does not count, and with "100"
    /// where it knows one of the templates no more.
    virtual void fetchTemplates(const Credential &credential, const QStringList &templateIds, UtcTime from,
                                UtcTime to, Answer<std::vector<TemplateDay>> answer) = 0;
    virtual void fetchPrices(const Credential &credential, UtcTime from, UtcTime to,
                             Answer<std::vector<PriceDay>> answer) = 0;
};
