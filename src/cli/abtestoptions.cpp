#include "cli/abtestoptions.h"

#include "cli/options.h"
#include "workspace/abtestdesk.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

const QString kVariant = u"variant"_s;
const QString kPeople = u"test-people"_s;
const QString kWinnerBy = u"winner-by"_s;
const QString kWinnerAfter = u"winner-after"_s;
const QString kSeed = u"seed"_s;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Options)
};

Error wrongOption(const QString &option, const QString &value, const QString &right)
{
    return usageError(Words::tr("--%1 %2 is not right: %3.").arg(option, value, right));
}

Error wrongVariant(const QString &given)
{
    return wrongOption(
        kVariant, given,
        Words::tr("template=NAME;language=CODE;var.KEY=VALUE;header=FILE|URL|ID;at=TIME, of which "
                  "what is left out is as in the campaign"));
}

/// The parts of a version; two semicolons stand for one in a value.
QStringList partsOf(QString given)
{
    const QString semicolon{QChar{QChar::ObjectReplacementCharacter}};
    QStringList parts = given.replace(u";;"_s, semicolon).split(u';', Qt::SkipEmptyParts);
    parts.replaceInStrings(semicolon, u";"_s);
    return parts;
}

Result<AbVariant> readVariant(const QString &given)
{
    constexpr auto kValue = "var."_L1;
    AbVariant variant;
    for (const QString &part : partsOf(given)) {
        const qsizetype equals = part.indexOf(u'=');
        const QString key = part.left(equals).trimmed();
        const QString value = part.mid(equals + 1).trimmed();
        if (equals < 1 || value.isEmpty())
            return wrongVariant(given);
        if (key == "template"_L1) {
            variant.templateName = value;
        } else if (key == "language"_L1) {
            variant.language = value;
        } else if (key.startsWith(kValue) && key.size() > kValue.size()) {
            variant.fixedValues.insert(key.mid(kValue.size()), value);
        } else if (key == "header"_L1) {
            const Result<HeaderMedia> media = readHeaderMedia(value);
            if (!media)
                return media.error();
            variant.headerMedia = *media;
        } else if (key == "at"_L1) {
            const Result<UtcTime> time = readTime(value);
            if (!time)
                return time.error();
            variant.startAt = *time;
        } else {
            return wrongVariant(given);
        }
    }
    return variant;
}

Result<> readRest(const Arguments &arguments, AbTestTerms &terms)
{
    if (!arguments.has(kPeople))
        return Done{};
    constexpr int kEverybody = 100;
    QString given = arguments.value(kPeople);
    bool isNumber = false;
    const int people = given.remove(u'%').toInt(&isNumber);
    if (!isNumber || people < 1 || people > kEverybody)
        return wrongOption(kPeople, arguments.value(kPeople),
                           Words::tr("a number of people in 100, from 10 to 100"));
    terms.restPercent = kEverybody - people;
    return Done{};
}

Result<> readDecision(const Arguments &arguments, AbTestTerms &terms)
{
    if (arguments.has(kWinnerBy)) {
        const std::optional<AbMeasure> measure = abMeasureFromWord(arguments.value(kWinnerBy));
        if (!measure)
            return wrongOption(kWinnerBy, arguments.value(kWinnerBy), u"delivered, read, responded"_s);
        terms.measure = *measure;
    }
    if (!arguments.has(kWinnerAfter))
        return Done{};
    terms.decideAfter.reset();
    if (arguments.value(kWinnerAfter) == "ask"_L1)
        return Done{};
    const Result<std::chrono::milliseconds> after = readDuration(arguments.value(kWinnerAfter));
    if (!after)
        return after.error();
    terms.decideAfter = *after;
    return Done{};
}

Result<> readSeed(const Arguments &arguments, AbTestTerms &terms)
{
    if (!arguments.has(kSeed))
        return Done{};
    bool isNumber = false;
    terms.seed = arguments.value(kSeed).toUInt(&isNumber);
    if (!isNumber)
        return wrongOption(kSeed, arguments.value(kSeed),
                           Words::tr("a number from 0 to %1").arg(std::numeric_limits<quint32>::max()));
    return Done{};
}

} // namespace

const std::vector<OptionSpec> &abTestOptionSpecs()
{
    static const std::vector<OptionSpec> specs{
        repeatableOption(
            kVariant, u"VERSION"_s,
            Words::tr(
                "Two to four of them: versions that are tested against each other, such as "
                "\"template=NAME;language=es;var.2=20 EUR;header=FILE;at=TIME\". What is left out is as in "
                "the campaign; \"\" is the campaign as it is; off: no test.")),
        valueOption(
            kPeople, u"PERCENT"_s,
            Words::tr("So many of 100 people take part in the test, and the rest gets the winner; else "
                      "everybody takes part.")),
        valueOption(kWinnerBy, u"delivered|read|responded"_s,
                    Words::tr("By what the winner is found; else by read.")),
        valueOption(
            kWinnerAfter, u"TIME|ask"_s,
            Words::tr("How long after the last version began to be sent, such as 4h. Where it is not clear "
                      "by then, and without this, you are asked.")),
        valueOption(kSeed, u"N"_s,
                    Words::tr("Draws the same people for each version again; else by chance.")),
    };
    return specs;
}

bool concernsAbTest(const Arguments &arguments)
{
    return std::any_of(abTestOptionSpecs().begin(), abTestOptionSpecs().end(),
                       [&](const OptionSpec &spec) { return arguments.has(spec.name); });
}

Result<std::optional<AbTestTerms>> readAbTest(const Arguments &arguments,
                                              const std::optional<AbTestTerms> &present)
{
    if (!concernsAbTest(arguments) || arguments.values(kVariant) == QStringList{u"off"_s})
        return concernsAbTest(arguments) ? std::optional<AbTestTerms>{} : present;
    if (!arguments.has(kVariant) && !present)
        return usageError(Words::tr("A test needs at least two --variant."));
    AbTestTerms terms = present.value_or(AbTestTerms{});
    if (!present)
        terms.seed = AbTestDesk::newSeed();
    if (arguments.has(kVariant)) {
        terms.variants.clear();
        for (const QString &given : arguments.values(kVariant)) {
            const Result<AbVariant> variant = readVariant(given);
            if (!variant)
                return variant.error();
            terms.variants.push_back(*variant);
        }
    }
    for (const auto &read : {readRest, readDecision, readSeed}) {
        if (const Result<> done = read(arguments, terms); !done)
            return done.error();
    }
    if (const QString problem = terms.problem(); !problem.isEmpty())
        return usageError(problem);
    return std::optional{terms};
}
