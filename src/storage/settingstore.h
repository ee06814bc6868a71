#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/answerrules.h"

#include <QHash>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

class Database;

/// Tells one workspace from its copies: the id stays, the generation grows each time it is armed again. Where
/// the user's state folder remembers another one, this is a copy.
struct WorkspaceIdentity
{
    QString id;
    int generation = 1;

    friend bool operator==(const WorkspaceIdentity &, const WorkspaceIdentity &) = default;
};

/// A time whose delivery events nobody received, and which Meta does not try to tell any more.
struct BlindPeriod
{
    UtcTime from;
    UtcTime to;

    friend bool operator==(const BlindPeriod &, const BlindPeriod &) = default;
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
    /// All of them or none.
    Result<> setValues(const QHash<QString, QString> &values);
    /// What becomes of a value, if there is one; nothing: it stays as it is.
    using Changing = std::function<std::optional<QString>(const std::optional<QString> &)>;
    /// Reads and writes in one transaction, so that nobody writes in between. Whether it changed.
    Result<bool> change(const QString &key, const Changing &changing);
    Result<> remove(const QString &key);

    /// Nothing before it was set the first time.
    Result<std::optional<WorkspaceIdentity>> identity();
    Result<> setIdentity(const WorkspaceIdentity &identity);

    Result<bool> isPractice();
    Result<> setPractice(bool isPractice);

    /// The usual ones until a person changes them; what is as usual follows later versions of Fanfare.
    Result<AnswerRules> answerRules();
    Result<> setAnswerRules(const AnswerRules &rules);

    /// Delivery events are received at this moment; told again and again while they are. If the last time was
    /// longer ago than Meta tries to tell an event, the period that is lost is kept and answered.
    Result<std::optional<BlindPeriod>> noteReceiving(UtcTime now) { return noteReceivingSince(now, now); }
    /// The same where somebody else, as a relay, has received them without a gap since `since`, and all of
    /// them are here now.
    Result<std::optional<BlindPeriod>> noteReceivingSince(UtcTime since, UtcTime now);
    /// What would have been told from the last time on until then will not come any more: a relay has given
    /// it up. Nothing where nothing was ever expected.
    Result<std::optional<BlindPeriod>> noteNotReceived(UtcTime until);
    /// The latest ones, in order of time.
    Result<std::vector<BlindPeriod>> blindPeriods();
    /// The latest one, until a person has seen it.
    Result<std::optional<BlindPeriod>> unseenBlindPeriod();
    Result<> noteBlindPeriodSeen(const BlindPeriod &period);

private:
    Result<std::optional<BlindPeriod>> addBlindPeriod(const BlindPeriod &lost);

    Database &m_database;
};
