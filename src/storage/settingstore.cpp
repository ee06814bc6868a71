#include "storage/settingstore.h"

#include "storage/database.h"
#include "storage/sql.h"

using namespace Qt::StringLiterals;

namespace {

constexpr auto kWorkspaceId = "workspace_id";
constexpr auto kGeneration = "workspace_generation";
constexpr auto kPractice = "practice";

Result<> store(Database &database, const QString &key, const QString &value)
{
    const Result<int> stored = execute(database, uR"(INSERT INTO setting (key, value) VALUES (?, ?)
                                           ON CONFLICT DO UPDATE SET value = excluded.value)"_s,
                                       {key, value});
    if (!stored)
        return stored.error();
    return Done{};
}

} // namespace

Result<std::optional<QString>> SettingStore::value(const QString &key)
{
    return firstRow(m_database, u"SELECT value FROM setting WHERE key = ?"_s, {key},
                    [](const Row &row) { return row.text(0); });
}

Result<> SettingStore::setValue(const QString &key, const QString &value)
{
    return inTransaction(m_database, [&] { return store(m_database, key, value); });
}

Result<> SettingStore::remove(const QString &key)
{
    return inTransaction(m_database, [&]() -> Result<> {
        const Result<int> removed = execute(m_database, u"DELETE FROM setting WHERE key = ?"_s, {key});
        if (!removed)
            return removed.error();
        return Done{};
    });
}

Result<std::optional<WorkspaceIdentity>> SettingStore::identity()
{
    const Result<std::optional<QString>> id = value(QString::fromLatin1(kWorkspaceId));
    if (!id)
        return id.error();
    if (!*id)
        return std::optional<WorkspaceIdentity>{};
    const Result<std::optional<QString>> generation = value(QString::fromLatin1(kGeneration));
    if (!generation)
        return generation.error();
    return std::optional{
        WorkspaceIdentity{**id, generation->value_or(u"1"_s).toInt()}
    };
}

Result<> SettingStore::setIdentity(const WorkspaceIdentity &identity)
{
    return inTransaction(m_database, [&]() -> Result<> {
        const Result<> stored = store(m_database, QString::fromLatin1(kWorkspaceId), identity.id);
        if (!stored)
            return stored.error();
        return store(m_database, QString::fromLatin1(kGeneration), QString::number(identity.generation));
    });
}

Result<bool> SettingStore::isPractice()
{
    const Result<std::optional<QString>> word = value(QString::fromLatin1(kPractice));
    if (!word)
        return word.error();
    return *word == u"yes"_s;
}

Result<> SettingStore::setPractice(bool isPractice)
{
    return setValue(QString::fromLatin1(kPractice), isPractice ? u"yes"_s : u"no"_s);
}
