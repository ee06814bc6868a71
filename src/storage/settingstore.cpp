#include "storage/settingstore.h"

#include "storage/database.h"
#include "storage/sql.h"

#include <QStringList>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace {

constexpr auto kWorkspaceId = "workspace_id";
constexpr auto kGeneration = "workspace_generation";
constexpr auto kPractice = "practice";
constexpr auto kOptOutAnswers = "opt_out_answers"; // one a line
constexpr auto kAnswerHours = "answer_hours";

constexpr auto kReceivedAt = "events_received_at";
constexpr auto kBlindPeriods = "blind_periods"; // one a line: from and to in milliseconds
constexpr auto kBlindUntilSeen = "blind_periods_seen_until"; // in milliseconds
constexpr auto kMetaTriesFor = std::chrono::days{7}; // an event that is not taken; reference §8.3
constexpr size_t kMostBlindPeriods = 20;

Result<> store(Database &database, const QString &key, const QString &value)
{
    const Result<int> stored = execute(database, uR"(INSERT INTO setting (key, value) VALUES (?, ?)
                                           ON CONFLICT DO UPDATE SET value = excluded.value)"_s,
                                       {key, value});
    if (!stored)
        return stored.error();
    return Done{};
}

Result<> forget(Database &database, const QString &key)
{
    const Result<int> removed = execute(database, u"DELETE FROM setting WHERE key = ?"_s, {key});
    if (!removed)
        return removed.error();
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

Result<> SettingStore::setValues(const QHash<QString, QString> &values)
{
    return inTransaction(m_database, [&]() -> Result<> {
        for (auto value = values.begin(); value != values.end(); ++value) {
            if (const Result<> stored = store(m_database, value.key(), value.value()); !stored)
                return stored;
        }
        return Done{};
    });
}

Result<bool> SettingStore::change(const QString &key, const Changing &changing)
{
    return inTransaction(m_database, [&]() -> Result<bool> {
        const Result<std::optional<QString>> before = value(key);
        if (!before)
            return before.error();
        const std::optional<QString> after = changing(*before);
        if (!after)
            return false;
        const Result<> stored = store(m_database, key, *after);
        return stored ? Result<bool>{true} : stored.error();
    });
}

Result<> SettingStore::remove(const QString &key)
{
    return inTransaction(m_database, [&] { return forget(m_database, key); });
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

Result<AnswerRules> SettingStore::answerRules()
{
    const Result<std::optional<QString>> answers = value(QString::fromLatin1(kOptOutAnswers));
    if (!answers)
        return answers.error();
    const Result<std::optional<QString>> hours = value(QString::fromLatin1(kAnswerHours));
    if (!hours)
        return hours.error();
    AnswerRules rules;
    if (*answers)
        rules.optOutAnswers = (*answers)->split(u'\n', Qt::SkipEmptyParts);
    if (*hours) {
        rules.attribution = std::clamp(std::chrono::hours{(*hours)->toInt()}, std::chrono::hours{0},
                                       AnswerRules::kLongestAttribution);
    }
    return rules;
}

Result<> SettingStore::setAnswerRules(const AnswerRules &rules)
{
    return inTransaction(m_database, [&]() -> Result<> {
        const QString answers = QString::fromLatin1(kOptOutAnswers);
        const Result<> written = rules.optOutAnswers == usualOptOutAnswers()
            ? forget(m_database, answers)
            : store(m_database, answers, rules.optOutAnswers.join(u'\n'));
        if (!written)
            return written;
        const QString hours = QString::fromLatin1(kAnswerHours);
        return rules.attribution == AnswerRules{}.attribution
            ? forget(m_database, hours)
            : store(m_database, hours, QString::number(rules.attribution.count()));
    });
}

Result<std::optional<BlindPeriod>> SettingStore::noteReceivingSince(UtcTime since, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<std::optional<BlindPeriod>> {
        const Result<std::optional<QString>> before = value(QString::fromLatin1(kReceivedAt));
        if (!before)
            return before.error();
        const Result<> noted =
            store(m_database, QString::fromLatin1(kReceivedAt), QString::number(toMilliseconds(now)));
        if (!noted)
            return noted.error();
        if (!*before)
            return std::optional<BlindPeriod>{}; // nothing was ever expected
        return addBlindPeriod({fromMilliseconds((*before)->toLongLong()), since - kMetaTriesFor});
    });
}

Result<std::optional<BlindPeriod>> SettingStore::noteNotReceived(UtcTime until)
{
    return inTransaction(m_database, [&]() -> Result<std::optional<BlindPeriod>> {
        const Result<std::optional<QString>> before = value(QString::fromLatin1(kReceivedAt));
        if (!before)
            return before.error();
        if (!*before)
            return std::optional<BlindPeriod>{};
        return addBlindPeriod({fromMilliseconds((*before)->toLongLong()), until});
    });
}

/// Inside a transaction; nothing where the period is empty, or known already.
Result<std::optional<BlindPeriod>> SettingStore::addBlindPeriod(const BlindPeriod &lost)
{
    if (lost.to <= lost.from)
        return std::optional<BlindPeriod>{};
    Result<std::vector<BlindPeriod>> periods = blindPeriods();
    if (!periods)
        return periods.error();
    const bool isKnown = std::any_of(periods->begin(), periods->end(), [&](const BlindPeriod &known) {
        return known.from <= lost.from && lost.to <= known.to;
    });
    if (isKnown)
        return std::optional<BlindPeriod>{};
    periods->push_back(lost);
    if (periods->size() > kMostBlindPeriods)
        periods->erase(periods->begin());
    QStringList lines;
    for (const BlindPeriod &period : *periods)
        lines << u"%1 %2"_s.arg(toMilliseconds(period.from)).arg(toMilliseconds(period.to));
    if (const Result<> stored = store(m_database, QString::fromLatin1(kBlindPeriods), lines.join(u'\n'));
        !stored)
        return stored.error();
    return std::optional{lost};
}

Result<std::vector<BlindPeriod>> SettingStore::blindPeriods()
{
    const Result<std::optional<QString>> stored = value(QString::fromLatin1(kBlindPeriods));
    if (!stored)
        return stored.error();
    std::vector<BlindPeriod> periods;
    const QStringList lines = stored->value_or(QString{}).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        periods.push_back({fromMilliseconds(line.section(u' ', 0, 0).toLongLong()),
                           fromMilliseconds(line.section(u' ', 1, 1).toLongLong())});
    return periods;
}

Result<std::optional<BlindPeriod>> SettingStore::unseenBlindPeriod()
{
    const Result<std::vector<BlindPeriod>> periods = blindPeriods();
    if (!periods)
        return periods.error();
    const Result<std::optional<QString>> seen = value(QString::fromLatin1(kBlindUntilSeen));
    if (!seen)
        return seen.error();
    if (periods->empty() || (*seen && toMilliseconds(periods->back().to) <= (*seen)->toLongLong()))
        return std::optional<BlindPeriod>{};
    return std::optional{periods->back()};
}

Result<> SettingStore::noteBlindPeriodSeen(const BlindPeriod &period)
{
    return setValue(QString::fromLatin1(kBlindUntilSeen), QString::number(toMilliseconds(period.to)));
}
