#pragma once

#include "base/result.h"
#include "domain/answerrules.h"

#include <QString>

#include <optional>

class Database;

/// Tells one workspace from its copies: the id stays, the generation grows each time it is armed again. Where
/// the user's state folder remembers another one, this is a copy.
struct WorkspaceIdentity
{
    QString id;
    int generation = 1;

    friend bool operator==(const WorkspaceIdentity &, const WorkspaceIdentity &) = default;
};

/// Settings of the workspace, as words.
class SettingStore
{
public:
    explicit SettingStore(Database &database)
        : m_database{database}
    {
    }

    Result<std::optional<QString>> value(const QString &key);
    Result<> setValue(const QString &key, const QString &value);
    Result<> remove(const QString &key);

    /// Nothing before it was set the first time.
    Result<std::optional<WorkspaceIdentity>> identity();
    Result<> setIdentity(const WorkspaceIdentity &identity);

    Result<bool> isPractice();
    Result<> setPractice(bool isPractice);

    /// The usual ones until a person changes them; what is as usual follows later versions of Fanfare.
    Result<AnswerRules> answerRules();
    Result<> setAnswerRules(const AnswerRules &rules);

private:
    Database &m_database;
};
