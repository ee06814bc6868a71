#pragma once

#include "base/clock.h"
#include "http/httpmessage.h"
#include "simulator/deliveryplan.h"
#include "simulator/graphrefusal.h"

#include <QJsonObject>

#include <array>
#include <map>
#include <variant>

class TemplateShelf;

/// What became of the business's messages, as Meta's analytics tell it: totals of a day, and nothing of
/// people.
class InsightsBook
{
public:
    using Answer = std::variant<QJsonObject, GraphRefusal>;

    explicit InsightsBook(bool isEnabled)
        : m_isEnabled{isEnabled}
    {
    }

    bool isEnabled() const { return m_isEnabled; }
    /// There is no way back.
    void enable() { m_isEnabled = true; }

    /// A message that was accepted, and what will become of it. `templateId` is empty for free-form messages.
    void note(const QString &templateId, const QString &category, UtcTime acceptedAt,
              const std::vector<PlannedEvent> &events);

    /// The edge template_analytics.
    Answer templateAnalytics(const HttpRequest &request, const TemplateShelf &templates, UtcTime now) const;
    /// The value of pricing_analytics among asked fields, "pricing_analytics.start(…).end(…)…".
    Answer pricingAnalytics(const QString &fields, UtcTime now) const;

private:
    enum Step { Sent, Delivered, Read, Clicked, kSteps };
    using Counts = std::array<int, kSteps>;
    /// By the second in which it happens: what lies ahead is not told yet.
    using Day = std::map<qint64, Counts>;
    /// By the day on which the messages were sent, in days since 1970.
    using Days = std::map<qint64, Day>;

    static Counts countsOf(const Days &days, qint64 day, UtcTime now);

    bool m_isEnabled;
    std::map<QString, Days> m_byTemplate;
    std::map<QString, Days> m_byCategory;
};
