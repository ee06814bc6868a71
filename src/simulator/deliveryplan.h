#pragma once

#include "simulator/messagecheck.h"

#include <chrono>
#include <vector>

class SeededRandom;

struct DelayRange
{
    std::chrono::milliseconds least{0};
    std::chrono::milliseconds most{0};
};

struct FailureShare
{
    int code = 0;
    double share = 0;
    bool isMarketingOnly = false;
};

/// What becomes of accepted messages. Shares are of all messages, from 0 to 1; the delays are lively enough
/// to watch.
struct DeliveryBehaviour
{
    std::vector<FailureShare> failures{
        {131026, 0.015, false},
        {131049, 0.008, true },
        {131050, 0.004, true },
        {130472, 0.003, true }
    };
    double neverDeliveredShare = 0.02; ///< phone off: sent, and nothing more
    double readShare = 0.55;
    double withoutDeliveredShare = 0.03; ///< read, but Meta leaves `delivered` out
    double replyShare = 0.04; ///< only people who read do reply
    double stopShareOfReplies = 0.15;
    double preferenceShareOfStops = 0.25; ///< who stop by WhatsApp's own switch instead of writing
    double withoutContextShare = 0.1; ///< button replies without the id of the message
    double duplicateShare = 0.01; ///< of events: delivered twice
    double reorderShare = 0.01; ///< `delivered` before `sent`
    DelayRange sentAfter{std::chrono::milliseconds{120}, std::chrono::milliseconds{280}};
    DelayRange deliveredAfter{std::chrono::milliseconds{500}, std::chrono::milliseconds{3000}};
    DelayRange readAfter{std::chrono::milliseconds{2000}, std::chrono::milliseconds{20'000}};
    DelayRange repliedAfterRead{std::chrono::milliseconds{1500}, std::chrono::milliseconds{9000}};
};

/// Something that will happen to a message, counted from its acceptance.
struct PlannedEvent
{
    enum class Kind { Sent, Delivered, Read, Failed, TextReply, ButtonReply, StopPreference };

    Kind kind = Kind::Sent;
    std::chrono::milliseconds after{0};
    int code = 0; ///< of Failed
    QString text; ///< of a reply
    QString payload; ///< of a button reply
    bool hasPricing = false;
    bool hasContext = true;
};

/// What is known about the person a message goes to.
struct RecipientState
{
    QByteArray waId;
    bool hasStoppedMarketing = false;
    bool hasOpenWindow = false; ///< wrote within the last 24 hours
};

/// Whether marketing to this number is never delivered: a United States area code.
bool isUnitedStatesNumber(const QByteArray &waId);

std::vector<PlannedEvent> planDelivery(const PostedMessage &message, const RecipientState &recipient,
                                       const DeliveryBehaviour &behaviour, SeededRandom &random);
