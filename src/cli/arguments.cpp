#include "cli/arguments.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Arguments)
};

/// A plain value and the repeatable option it directly follows, if any.
struct PlainWord
{
    QString text;
    const OptionSpec *after = nullptr;
};

const OptionSpec *find(const CallSpec &spec, const QString &name)
{
    const auto found = std::find_if(spec.options.begin(), spec.options.end(),
                                    [&](const OptionSpec &option) { return option.name == name; });
    return found == spec.options.end() ? nullptr : &*found;
}

qsizetype mostPositionals(const CallSpec &spec)
{
    if (!spec.positionals.empty() && spec.positionals.back().isRepeatable)
        return std::numeric_limits<qsizetype>::max();
    return static_cast<qsizetype>(spec.positionals.size());
}

} // namespace

Error usageError(const QString &message)
{
    return {ErrorKind::Usage, message, {}, {}};
}

Result<Arguments> Arguments::parse(const CallSpec &spec, const QStringList &words)
{
    Arguments arguments;
    std::vector<PlainWord> plain;
    bool optionsEnded = false;
    const OptionSpec *lastRepeatable = nullptr;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (optionsEnded || !word.startsWith("--"_L1)) {
            plain.push_back({word, optionsEnded ? nullptr : lastRepeatable});
            continue;
        }
        lastRepeatable = nullptr;
        if (word == "--"_L1) {
            optionsEnded = true;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
        const OptionSpec *option = find(spec, name);
        if (!option)
            return usageError(Words::tr("There is no option --%1 here.").arg(name));
        if (option->valueName.isEmpty()) {
            if (equals >= 0)
                return usageError(Words::tr("--%1 takes no value.").arg(name));
            arguments.m_options[name] = QStringList{QString{}};
            continue;
        }
        if (equals < 0 && i + 1 >= words.size())
            return usageError(Words::tr("--%1 needs a value: --%1 %2").arg(name, option->valueName));
        if (!option->isRepeatable && arguments.has(name))
            return usageError(Words::tr("--%1 was given twice.").arg(name));
        arguments.m_options[name] << (equals < 0 ? words[++i] : word.mid(equals + 1));
        if (option->isRepeatable)
            lastRepeatable = option;
    }

    // Words after a repeatable option are its further values, as far as the command has no place for them
    // itself.
    auto excess = static_cast<qsizetype>(plain.size()) - mostPositionals(spec);
    for (const PlainWord &word : plain) {
        if (excess > 0 && word.after) {
            arguments.m_options[word.after->name] << word.text;
            --excess;
        } else {
            arguments.m_positionals << word.text;
        }
    }
    if (excess > 0)
        return usageError(Words::tr("“%1” is one value too many.").arg(arguments.m_positionals.last()));
    for (size_t i = 0; i < spec.positionals.size(); ++i) {
        if (spec.positionals[i].isRequired && arguments.m_positionals.size() <= static_cast<qsizetype>(i))
            return usageError(Words::tr("%1 is missing.").arg(spec.positionals[i].name));
    }
    for (const OptionSpec &option : spec.options) {
        if (option.isRequired && !arguments.has(option.name))
            return usageError(Words::tr("--%1 is missing.").arg(option.name));
    }
    return arguments;
}

QString Arguments::value(const QString &option, const QString &fallback) const
{
    return has(option) ? m_options.value(option).last() : fallback;
}
