#pragma once

#include "base/result.h"

#include <QMap>
#include <QStringList>

#include <vector>

/// One option of a command, as the help shows it.
struct OptionSpec
{
    QString name; ///< without the dashes
    QString valueName; ///< empty: a switch
    QString help;
    bool isRequired = false;
    bool isRepeatable = false;
};

/// One value without a name: an id, a file, a phone number.
struct PositionalSpec
{
    QString name;
    bool isRequired = true;
    bool isRepeatable = false; ///< the last one of a command only
};

/// What a command is called with.
struct CallSpec
{
    std::vector<PositionalSpec> positionals;
    std::vector<OptionSpec> options;
};

/// The values a command was called with.
class Arguments
{
public:
    /// Reads `--option value`, `--option=value` and plain values in any order; "--" ends the options. A
    /// repeatable option takes several values, each with its name before it or all after one name (`--map 1=a
    /// 2=b`).
    static Result<Arguments> parse(const CallSpec &spec, const QStringList &words);

    bool has(const QString &option) const { return m_options.contains(option); }
    QString value(const QString &option, const QString &fallback = {}) const;
    QStringList values(const QString &option) const { return m_options.value(option); }

    /// Nothing there: an empty text.
    QString positional(int index) const { return m_positionals.value(index); }
    QStringList positionalsFrom(int index) const { return m_positionals.mid(index); }

private:
    QMap<QString, QStringList> m_options;
    QStringList m_positionals;
};

Error usageError(const QString &message);
