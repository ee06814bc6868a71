#include "workspace/troubleanswering.h"

#include "base/clock.h"
#include "engine/deliveryreactions.h"
#include "storage/deliverytroubles.h"
#include "storage/sqlitesendledger.h"

Result<> answerTroubles(Database &database, const Clock &clock)
{
    DeliveryTroubles troubles{database};
    if (const Result<> begun = troubles.begin(); !begun)
        return begun;
    const Result<UnansweredTroubles> due = troubles.unanswered(clock.now());
    if (!due)
        return due.error();
    SqliteSendLedger ledger{database};
    if (const Result<std::vector<CampaignId>> reacted = DeliveryReactions{ledger, clock}.reactTo(due->events);
        !reacted)
        return reacted.error();
    return troubles.noteAnswered(*due);
}

Result<> answerLateTroubles(Database &database, const Clock &clock)
{
    const Result<bool> areDue = DeliveryTroubles{database}.haveLate();
    if (!areDue)
        return areDue.error();
    return *areDue ? answerTroubles(database, clock) : Done{};
}
