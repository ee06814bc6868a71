#pragma once

#include "domain/account.h"
#include "domain/campaign.h"
#include "domain/freeform.h"
#include "domain/ids.h"
#include "domain/messagetemplate.h"
#include "domain/phonenumber.h"
#include "domain/sendoutcome.h"

#include <functional>
#include <memory>

/// One message, ready to be posted.
struct OutgoingMessage
{
    AttemptId attempt; ///< travels in biz_opaque_callback_data
    std::shared_ptr<const Credential> credential;
    PhoneNumber to;
    std::shared_ptr<const MessageTemplate> messageTemplate; ///< null: it is `freeForm`
    Variables variables;
    HeaderMedia headerMedia; ///< a link or a media id; a file must have been uploaded before
    std::shared_ptr<const FreeForm> freeForm = nullptr;
};

/// Posts messages to Meta. Lives on one thread with an event loop; answers come on that thread, never from
/// within `send`.
class MessageGateway
{
public:
    using Answer = std::function<void(const SendOutcome &)>;

    virtual ~MessageGateway() = default;

    /// How many more requests could really start now; more would wait inside, with their time-out running.
    virtual int freeSlots() const = 0;

    /// Posts once and answers exactly once. The body is never sent a second time, whatever happens to the
    /// connection.
    virtual void send(const OutgoingMessage &message, Answer answer) = 0;

    /// Asks, without a message and without the access key, whether Graph is at the other end. Answers exactly
    /// once, never from within.
    virtual void probe(const std::shared_ptr<const Credential> &credential,
                       std::function<void(bool isGraph)> answer) = 0;

    /// Gives up on all requests in flight: each is answered now, as not sent where provable, else as unknown.
    virtual void abandonAll() = 0;
};
