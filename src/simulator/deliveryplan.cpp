#include "simulator/deliveryplan.h"

#include "simulator/seededrandom.h"

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace {

constexpr int kWindowClosed = 131047;
constexpr int kNotDeliveredForEngagement = 131049;
constexpr int kStoppedMarketing = 131050;

// Of +1: Canada, and the Caribbean and Atlantic states.
constexpr std::string_view kOtherAreaCodes =
    "204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 387 403 416 418 428 431 437 438 450 460 468 "
    "474 "
    "506 514 519 537 548 568 579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 825 "
    "851 "
    "867 873 879 902 905 942 "
    "242 246 264 268 284 345 441 473 649 658 664 721 758 767 784 809 829 849 868 869 876";

std::chrono::milliseconds pick(const DelayRange &range, SeededRandom &random)
{
    return random.between(range.least, range.most);
}

bool asksToStop(const QString &label)
{
    const QString lower = label.toLower();
    return lower.contains("stop"_L1) || lower.contains("unsubscribe"_L1) || lower.contains("baja"_L1)
        || lower.contains(u"बंद"_s);
}

QString replyText(const QString &language, SeededRandom &random)
{
    static const std::array kEnglish{u"Sounds lovely! Can you call me this evening?"_s,
                                     u"Is this available for two adults and one child?"_s,
                                     u"Thank you! What are the dates?"_s,
                                     u"Yes please, send me the details 🙂"_s,
                                     u"Can we pay in instalments?"_s,
                                     u"Great, we were just planning a trip"_s};
    static const std::array kHindi{u"धन्यवाद, मैं समय पर पहुँच जाऊँगा।"_s, u"क्या टैक्सी की व्यवस्था हो सकती है?"_s,
                                   u"जी, जानकारी भेज दीजिए 🙏"_s};
    static const std::array kSpanish{u"¡Qué bien! ¿Qué fechas hay?"_s, u"¿El precio incluye las maletas?"_s,
                                     u"Sí, mándame más información, por favor"_s};
    if (language.startsWith("hi"_L1))
        return kHindi[random.below(kHindi.size())];
    if (language.startsWith("es"_L1))
        return kSpanish[random.below(kSpanish.size())];
    return kEnglish[random.below(kEnglish.size())];
}

QString stopText(const QString &language)
{
    if (language.startsWith("hi"_L1))
        return u"बंद करें"_s;
    return language.startsWith("es"_L1) ? u"BAJA"_s : u"STOP"_s;
}

int chooseFailure(const PostedMessage &message, const RecipientState &recipient,
                  const DeliveryBehaviour &behaviour, SeededRandom &random)
{
    const bool isMarketing = message.category == "marketing"_L1;
    if (isMarketing && recipient.hasStoppedMarketing)
        return kStoppedMarketing;
    if (isMarketing && isUnitedStatesNumber(recipient.waId))
        return kNotDeliveredForEngagement;
    if (!message.isTemplate && !recipient.hasOpenWindow)
        return kWindowClosed;
    double chance = random.share();
    for (const FailureShare &failure : behaviour.failures) {
        if (failure.isMarketingOnly && !isMarketing)
            continue;
        if (chance < failure.share)
            return failure.code;
        chance -= failure.share;
    }
    return 0;
}

PlannedEvent planReply(const PostedMessage &message, const DeliveryBehaviour &behaviour,
                       std::chrono::milliseconds readAfter, SeededRandom &random)
{
    PlannedEvent reply;
    reply.after = readAfter + pick(behaviour.repliedAfterRead, random);
    reply.hasContext = !random.happens(behaviour.withoutContextShare);
    const bool stops = random.happens(behaviour.stopShareOfReplies);
    if (stops && message.category == "marketing"_L1 && random.happens(behaviour.preferenceShareOfStops)) {
        reply.kind = PlannedEvent::Kind::StopPreference;
        return reply;
    }
    std::vector<QuickReply> fitting;
    std::copy_if(message.quickReplies.begin(), message.quickReplies.end(), std::back_inserter(fitting),
                 [stops](const QuickReply &quickReply) { return asksToStop(quickReply.text) == stops; });
    if (!fitting.empty() && random.happens(0.7)) {
        const QuickReply &chosen = fitting[random.below(fitting.size())];
        reply.kind = PlannedEvent::Kind::ButtonReply;
        reply.text = chosen.text;
        reply.payload = chosen.payload;
        return reply;
    }
    reply.kind = PlannedEvent::Kind::TextReply;
    reply.text = stops ? stopText(message.language) : replyText(message.language, random);
    reply.hasContext = false; // plain text quotes nothing
    return reply;
}

} // namespace

bool isUnitedStatesNumber(const QByteArray &waId)
{
    return waId.size() == 11 && waId.startsWith('1')
        && kOtherAreaCodes.find(std::string_view{waId.constData() + 1, 3}) == std::string_view::npos;
}

std::vector<PlannedEvent> planDelivery(const PostedMessage &message, const RecipientState &recipient,
                                       const DeliveryBehaviour &behaviour, SeededRandom &random)
{
    using Kind = PlannedEvent::Kind;
    std::vector<PlannedEvent> events;
    const std::chrono::milliseconds sentAfter = pick(behaviour.sentAfter, random);
    if (const int code = chooseFailure(message, recipient, behaviour, random); code != 0) {
        events.push_back(
            {.kind = Kind::Failed, .after = sentAfter + pick(behaviour.sentAfter, random), .code = code});
        return events;
    }

    events.push_back({.kind = Kind::Sent, .after = sentAfter, .hasPricing = true});
    if (random.happens(behaviour.neverDeliveredShare))
        return events;
    std::chrono::milliseconds deliveredAfter = std::max(pick(behaviour.deliveredAfter, random), sentAfter);
    if (random.happens(behaviour.reorderShare))
        std::swap(deliveredAfter, events.front().after);

    // The share is of all messages, the draw only among those that arrive.
    const double failedShare = [&] {
        double sum = 0;
        for (const FailureShare &failure : behaviour.failures)
            sum += failure.isMarketingOnly && message.category != "marketing"_L1 ? 0 : failure.share;
        return sum;
    }();
    const double arriving = std::max(0.001, (1 - failedShare) * (1 - behaviour.neverDeliveredShare));
    const bool isRead = random.happens(behaviour.readShare / arriving);
    const bool hasDelivered = !isRead || !random.happens(behaviour.withoutDeliveredShare);
    if (hasDelivered)
        events.push_back({.kind = Kind::Delivered, .after = deliveredAfter, .hasPricing = true});
    if (isRead) {
        const std::chrono::milliseconds readAfter =
            std::max(pick(behaviour.readAfter, random), deliveredAfter);
        events.push_back({.kind = Kind::Read, .after = readAfter, .hasPricing = !hasDelivered});
        if (behaviour.readShare > 0 && random.happens(behaviour.replyShare / behaviour.readShare))
            events.push_back(planReply(message, behaviour, readAfter, random));
    }
    for (std::size_t i = 0, count = events.size(); i < count; ++i) {
        if (random.happens(behaviour.duplicateShare)) {
            events.push_back(events[i]);
            events.back().after += std::chrono::milliseconds{150};
        }
    }
    return events;
}
