#pragma once

#include "base/result.h"
#include "domain/campaign.h"
#include "domain/directmessagestate.h"
#include "domain/freeform.h"
#include "domain/ids.h"
#include "domain/messagetemplate.h"
#include "domain/phonenumber.h"
#include "domain/sendoutcome.h"

#include <chrono>
#include <optional>

/// One message to one person, outside every campaign, that somebody wants now and waits for: the test of a
/// campaign on one's own phone, or an answer to what the person wrote. It goes before the messages of
/// campaigns, through the limiter of its number.
struct DirectMessage
{
    AccountId account;
    std::optional<CampaignId> campaign; ///< that is tested: its log tells what nobody waited to hear
    PhoneNumber to;
    MessageTemplate messageTemplate;
    Variables variables;
    HeaderMedia headerMedia;
    std::optional<FreeForm> freeForm = std::nullopt; ///< instead of the template; its file is `headerMedia`
    bool isAnswer = false; ///< belongs to the conversation with the person
    QString region = {}; ///< the country of the number; empty: not known
    QString draft = {}; ///< what the conversation keeps as its draft of this, until the message is asked for
};

/// How long a direct message may wait to be sent, once no file to the same person is before it. Whoever asked
/// for it has gone by then, so it is not sent.
std::chrono::seconds patienceWith(const DirectMessage &message);

/// A direct message that is sent now: its attempt is on disk, and no byte has left.
struct DirectClaim
{
    DirectMessageId id;
    AttemptId attempt;
    DirectMessage message;
};

/// How far a direct message is.
struct DirectReport
{
    DirectMessageState state = DirectMessageState::Waiting;
    std::optional<SendOutcome> outcome; ///< once Meta answered, or can no longer
    std::optional<Error> declined; ///< why it was not even tried
    std::chrono::milliseconds patience{}; ///< how long it may wait, from when it was asked for
};
