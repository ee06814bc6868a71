#pragma once

#include "domain/sendoutcome.h"
#include "whatsapp/graphanswer.h"

/// What an answer to a posted message proves. Accepted only with a message id, refused only with an error
/// envelope that cannot stand beside a sent message, not sent only if no byte of the body was read;
/// everything else is unknown, because two equal posts are two messages.
SendOutcome outcomeOf(const GraphAnswer &answer);
