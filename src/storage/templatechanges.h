#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/deliveryevent.h"
#include "domain/ids.h"
#include "domain/messagetemplate.h"

class Database;

/// What a template's new status does to its campaigns; inside a transaction. Where it may not be sent any
/// more, those that send or wait for their time pause with the reason, and end where Meta disabled it; where
/// it is approved again, those that paused for it go on. Returns how many changed.
Result<int> applyTemplateStatus(Database &database, AccountId account, const QString &name,
                                const QString &language, const QString &status, UtcTime now);

/// Tells the campaigns of a template that are not over that their messages cost something else.
Result<> tellNewCategory(Database &database, AccountId account, const MessageTemplate &before,
                         const QString &category, UtcTime now);

/// Takes a template's event over into the mirror and its campaigns; inside a transaction.
Result<AppliedEvent> applyTemplateEvent(Database &database, const TemplateEvent &event, UtcTime now);

/// The accounts, each once, with a campaign that waits for its template to be approved again.
Result<std::vector<AccountId>> accountsWaitingForTemplates(Database &database);
