#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/deliveryevent.h"

#include <QByteArray>

#include <vector>

/// The events in one webhook body, in its order. What has no event of its own becomes an OtherEvent with a
/// summary, and what cannot be read is counted in one: nothing is dropped silently. `receivedAt` stands in
/// where Meta gave no time. Fails, with code "not_json" or "not_a_webhook", only where no part of the body is
/// one of Meta's.
Result<std::vector<DeliveryEvent>> parseWebhook(const QByteArray &body, UtcTime receivedAt);

/// What stands for a signed body in which nothing can be read. It is kept all the same: it would come again
/// for a week.
std::vector<DeliveryEvent> unreadableWebhook(const Error &why, UtcTime receivedAt);
