#include "storage/templatestore.h"

#include "storage/database.h"
#include "storage/sql.h"
#include "storage/templatechanges.h"

#include <QCoreApplication>

#include <map>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

using TemplateKey = std::pair<QString, QString>; // name, language

TemplateKey keyOf(const MessageTemplate &messageTemplate)
{
    return {messageTemplate.name, messageTemplate.language};
}

MessageTemplate templateFrom(const Row &row)
{
    MessageTemplate messageTemplate = templateFromJson(row.text(1));
    messageTemplate.id = {row.integer(0)};
    return messageTemplate;
}

/// Of campaigns that are under way.
Result<std::set<TemplateKey>> templatesInUse(Database &database, AccountId account)
{
    std::set<TemplateKey> keys;
    const Result<> read =
        forEachRow(database, uR"(SELECT DISTINCT template_name, language FROM campaign
            WHERE account_id = ? AND state IN ('scheduled', 'sending', 'paused'))"_s,
                   {account.value}, [&](const Row &row) { keys.emplace(row.text(0), row.text(1)); });
    if (!read)
        return read.error();
    return keys;
}

} // namespace

Result<TemplateSync> TemplateStore::sync(AccountId account, const std::vector<MessageTemplate> &templates,
                                         UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<TemplateSync> {
        const Result<std::vector<MessageTemplate>> present = list(account);
        if (!present)
            return present.error();
        const Result<std::set<TemplateKey>> inUse = templatesInUse(m_database, account);
        if (!inUse)
            return inUse.error();
        std::map<TemplateKey, MessageTemplate> gone;
        for (const MessageTemplate &known : *present)
            gone.emplace(keyOf(known), known);

        TemplateSync result;
        std::map<TemplateKey, bool> seen;
        for (const MessageTemplate &reported : templates) {
            if (!seen.emplace(keyOf(reported), true).second)
                continue; // a page that shifted while it was read shows a template twice
            ++result.total;
            const auto known = gone.extract(keyOf(reported));
            if (inUse->contains(keyOf(reported))) {
                const Result<int> moved = applyTemplateStatus(m_database, account, reported.name,
                                                              reported.language, reported.status, now);
                if (!moved)
                    return moved.error();
            }
            if (known) {
                if (reported.category != known.mapped().category) {
                    if (const Result<> told =
                            tellNewCategory(m_database, account, known.mapped(), reported.category, now);
                        !told)
                        return told.error();
                }
                MessageTemplate same = reported;
                same.id = known.mapped().id;
                if (same == known.mapped())
                    continue;
                ++result.updated;
            } else {
                ++result.added;
            }
            const Result<int> stored = execute(
                m_database, uR"(INSERT INTO template (account_id, name, language, content) VALUES (?, ?, ?, ?)
                            ON CONFLICT (account_id, name, language)
                                DO UPDATE SET content = excluded.content)"_s,
                {account.value, reported.name, reported.language, toJson(reported)});
            if (!stored)
                return stored.error();
        }
        for (const auto &[key, removed] : gone) {
            const Result<int> deleted =
                execute(m_database, u"DELETE FROM template WHERE id = ?"_s, {removed.id.value});
            if (!deleted)
                return deleted.error();
            ++result.removed;
        }
        const Result<int> noted =
            execute(m_database, u"UPDATE account SET templates_synced_at = ? WHERE id = ?"_s,
                    {toMilliseconds(now), account.value});
        if (!noted)
            return noted.error();
        return result;
    });
}

Result<std::vector<MessageTemplate>> TemplateStore::list(AccountId account)
{
    std::vector<MessageTemplate> templates;
    const Result<> read = forEachRow(
        m_database, u"SELECT id, content FROM template WHERE account_id = ? ORDER BY name, language"_s,
        {account.value}, [&](const Row &row) { templates.push_back(templateFrom(row)); });
    if (!read)
        return read.error();
    return templates;
}

Result<MessageTemplate> TemplateStore::find(AccountId account, const QString &name, const QString &language)
{
    auto found = firstRow(
        m_database, u"SELECT id, content FROM template WHERE account_id = ? AND name = ? AND language = ?"_s,
        {account.value, name, language}, templateFrom);
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("Storage", "There is no template “%1” in %2 here.")
                         .arg(name, language),
                     u"no_template"_s,
                     {}};
    return std::move(**found);
}

Result<std::optional<UtcTime>> TemplateStore::lastSync(AccountId account)
{
    const auto found = firstRow(m_database, u"SELECT templates_synced_at FROM account WHERE id = ?"_s,
                                {account.value}, [](const Row &row) { return row.optionalTime(0); });
    if (!found)
        return found.error();
    return found->value_or(std::nullopt);
}
