#pragma once

#include "domain/deliveryevent.h"

#include <QJsonValue>

/// Reads into `event`, whose type is known, what a person would see in the inbound message `json`: the text,
/// caption, label or name, what was ordered, where a place is, and which file it brings.
void readContent(const QJsonValue &json, InboundMessageEvent &event);
