#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/messagetemplate.h"

#include <vector>

class Database;

/// What a sync changed.
struct TemplateSync
{
    int added = 0;
    int updated = 0;
    int removed = 0;
    int total = 0;

    friend bool operator==(const TemplateSync &, const TemplateSync &) = default;
};

/// The mirror of the message templates at Meta, per account.
class TemplateStore
{
public:
    explicit TemplateStore(Database &database)
        : m_database{database}
    {
    }

    /// Makes the mirror of this account equal to `templates`. A known name and language keeps its id.
    /// Campaigns pause and go on with their template (see applyTemplateStatus()).
    Result<TemplateSync> sync(AccountId account, const std::vector<MessageTemplate> &templates, UtcTime now);

    /// By name, then language.
    Result<std::vector<MessageTemplate>> list(AccountId account);

    /// NotFound where the mirror has none.
    Result<MessageTemplate> find(AccountId account, const QString &name, const QString &language);

    Result<std::optional<UtcTime>> lastSync(AccountId account);

private:
    Database &m_database;
};
