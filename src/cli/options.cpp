#include "cli/options.h"

#include "domain/whatsappnumber.h"
#include "exchange/phoneparser.h"
#include "workspace/session.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Options)
};

Error wrongValue(const QString &option, const QString &value, const QString &right)
{
    return usageError(Words::tr("--%1 %2 is not right: %3.").arg(option, value, right));
}

QString followUpWords(const QString &separator)
{
    QStringList words;
    for (const FollowUpGroup group : kFollowUpGroups)
        words << toWord(group);
    return words.join(separator);
}

Result<> readWindow(const Arguments &arguments, SendingWindow &window)
{
    if (arguments.has(u"window"_s)) {
        const QString given = arguments.value(u"window"_s);
        const std::optional<SendingWindow> hours = SendingWindow::parseHours(given);
        if (!hours)
            return wrongValue(u"window"_s, given, Words::tr("09:00-21:00, or 00:00-24:00 for always"));
        window.fromMinute = hours->fromMinute;
        window.toMinute = hours->toMinute;
    }
    if (arguments.has(u"days"_s)) {
        const QString given = arguments.value(u"days"_s);
        const std::optional<quint8> days = SendingWindow::parseDays(given);
        if (!days)
            return wrongValue(u"days"_s, given, u"mon,tue,wed,thu,fri,sat,sun"_s);
        window.days = *days;
    }
    if (arguments.has(u"time-zone"_s)) {
        const QString given = arguments.value(u"time-zone"_s);
        if (given != QLatin1StringView{SendingWindow::kRecipientZone}
            && !QTimeZone::isTimeZoneIdAvailable(given.toUtf8()))
            return wrongValue(u"time-zone"_s, given, Words::tr("a name like Europe/Madrid, or recipient"));
        window.timeZone = given;
    }
    return Done{};
}

} // namespace

Result<CampaignId> readCampaignId(const QString &given)
{
    bool isNumber = false;
    const qint64 id = given.toLongLong(&isNumber);
    if (!isNumber || id < 1)
        return usageError(Words::tr("“%1” is not the number of a campaign.").arg(given));
    return CampaignId{id};
}

Result<qint64> readCount(const Arguments &arguments, const QString &option, qint64 fallback)
{
    if (!arguments.has(option))
        return fallback;
    bool isNumber = false;
    const qint64 count = arguments.value(option).toLongLong(&isNumber);
    if (!isNumber || count < 1)
        return wrongValue(option, arguments.value(option), Words::tr("a number from 1 on"));
    return count;
}

Result<UtcTime> readTime(const QString &given)
{
    const QDateTime time = QDateTime::fromString(given.trimmed(), Qt::ISODateWithMs);
    if (!time.isValid())
        return usageError(
            Words::tr("“%1” is not a time. Write it like 2026-12-24T18:00:00Z, or without the Z for this "
                      "computer's own time.")
                .arg(given));
    return fromDateTime(time);
}

Result<std::optional<QDate>> readDay(const Arguments &arguments, const QString &option)
{
    if (!arguments.has(option))
        return std::optional<QDate>{};
    const QString text = arguments.value(option);
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid())
        return usageError(Words::tr("--%1 is a day such as 2026-11-27, not “%2”.").arg(option, text));
    return std::optional{day};
}

Result<std::chrono::milliseconds> readDuration(const QString &given)
{
    static const QRegularExpression form{u"^([0-9]{1,6})(s|m|h|d)$"_s};
    const QRegularExpressionMatch match = form.match(given.trimmed());
    if (!match.hasMatch())
        return usageError(Words::tr("“%1” is not a time span. Write it like 90s, 10m, 2h or 1d.").arg(given));
    const qint64 count = match.captured(1).toLongLong();
    const QString unit = match.captured(2);
    const qint64 seconds = unit == "s"_L1 ? 1 : unit == "m"_L1 ? 60 : unit == "h"_L1 ? 3600 : 86'400;
    return std::chrono::milliseconds{std::chrono::seconds{count * seconds}};
}

Result<QMap<QString, QString>> readPairs(const QStringList &given, const QString &option)
{
    QMap<QString, QString> pairs;
    for (const QString &pair : given) {
        const qsizetype equals = pair.indexOf(u'=');
        if (equals < 1)
            return wrongValue(option, pair, Words::tr("KEY=VALUE"));
        pairs.insert(pair.left(equals), pair.mid(equals + 1));
    }
    return pairs;
}

Result<PhoneNumber> readPhone(const QString &given, const QString &defaultCountry)
{
    const Result<PhoneParser> parser = PhoneParser::withDefaultCountry(defaultCountry);
    if (!parser)
        return parser.error();
    const ParsedPhone parsed = parser->parse(given);
    const std::optional<PhoneNumber> phone = PhoneNumber::fromE164(parsed.e164);
    if (!phone) {
        const QString why = parsed.reason ? toWord(*parsed.reason) : u"not_a_number"_s;
        return Error{
            ErrorKind::BadInput,
            Words::tr("“%1” is not a phone number with its country code, like +34600000274.").arg(given),
            why,
            {}};
    }
    return spellingsOnWhatsApp(*phone).front(); // one person is one number
}

Result<ListenAddress> readListenAddress(const QString &given)
{
    const qsizetype colon = given.lastIndexOf(u':');
    bool isNumber = false;
    const quint16 port = given.mid(colon + 1).toUShort(&isNumber);
    QString host = given.left(std::max<qsizetype>(colon, 0));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    if (host.isEmpty() || !isNumber)
        return usageError(Words::tr("“%1” is not HOST:PORT, like 127.0.0.1:8080.").arg(given));
    return ListenAddress{host, port};
}

OptionSpec valueOption(const QString &name, const QString &value, const QString &help)
{
    return {name, value, help, false, false};
}

OptionSpec repeatableOption(const QString &name, const QString &value, const QString &help)
{
    return {name, value, help, false, true};
}

OptionSpec flagOption(const QString &name, const QString &help)
{
    return {name, {}, help, false, false};
}

const OptionSpec &followUpOptionSpec()
{
    static const OptionSpec spec{u"who"_s, followUpWords(u"|"_s), Words::tr("Which of them.")};
    return spec;
}

Result<FollowUpGroup> readFollowUpGroup(const Arguments &arguments)
{
    const std::optional<FollowUpGroup> group = followUpGroupFromWord(arguments.value(u"who"_s));
    if (group)
        return *group;
    return usageError(
        Words::tr("--from-campaign needs --who and one of these words: %1.").arg(followUpWords(u", "_s)));
}

const OptionSpec &accountOptionSpec()
{
    static const OptionSpec spec{u"account"_s, u"ID"_s, Words::tr("The account; else the one in use.")};
    return spec;
}

Result<KnownAccount> readAccount(const Arguments &arguments, Session &session)
{
    if (!arguments.has(u"account"_s))
        return session.accountDesk().inUse();
    const Result<qint64> id = readCount(arguments, u"account"_s, 0);
    if (!id)
        return id.error();
    return session.accountDesk().load(AccountId{*id});
}

const std::vector<OptionSpec> &importOptionSpecs()
{
    static const std::vector<OptionSpec> specs{
        repeatableOption(
            u"map"_s, u"FIELD=COLUMN"_s,
            Words::tr(
                "Which column is what: phone, name, a variable of the template, or attr:NAME; the column "
                "by its heading or its number from 1.")),
        valueOption(u"default-country"_s, u"CC"_s,
                    Words::tr("Country of numbers without a country code: ES, IN …")),
        valueOption(u"delimiter"_s, u"CHARACTER"_s,
                    Words::tr("What separates the cells; else it is guessed.")),
        valueOption(u"encoding"_s, u"NAME"_s, Words::tr("UTF-8, Windows-1252 …; else it is guessed.")),
        valueOption(
            u"sheet"_s, u"NAME"_s,
            Words::tr("Which sheet of a workbook: its name, or its number from 1; else the first one.")),
        flagOption(u"no-header"_s, Words::tr("The first row is a person already.")),
        flagOption(u"guess-columns"_s,
                   Words::tr("Guess the columns anew instead of taking those that were chosen for an earlier "
                             "file with the same headings.")),
        flagOption(u"accept-possible"_s,
                   Words::tr("Also take numbers that are possible but not known to exist.")),
        flagOption(u"dry-run"_s, Words::tr("Only say what would happen.")),
        valueOption(u"rejects"_s, u"FILE"_s,
                    Words::tr("Write the refused rows with their reasons there, as CSV.")),
    };
    return specs;
}

Result<ImportRequest> readImportRequest(const Arguments &arguments, const QString &path)
{
    ImportRequest request;
    request.path = path;
    request.options.columnChoices = arguments.values(u"map"_s);
    request.options.defaultCountry = arguments.value(u"default-country"_s);
    request.options.acceptPossible = arguments.has(u"accept-possible"_s);
    request.options.sheet = arguments.value(u"sheet"_s);
    request.rejectsPath = arguments.value(u"rejects"_s);
    request.guessesAnew = arguments.has(u"guess-columns"_s);
    if (arguments.has(u"no-header"_s))
        request.options.hasHeader = false;
    if (arguments.has(u"default-country"_s)
        && !PhoneParser::withDefaultCountry(request.options.defaultCountry))
        return wrongValue(u"default-country"_s, request.options.defaultCountry,
                          Words::tr("a country code like ES"));
    if (arguments.has(u"delimiter"_s)) {
        const QString given = arguments.value(u"delimiter"_s);
        request.options.format.delimiter = CsvReader::delimiterFromText(given);
        if (!request.options.format.delimiter)
            return wrongValue(u"delimiter"_s, given, Words::tr("one character, or tab, comma, semicolon"));
    }
    if (arguments.has(u"encoding"_s)) {
        const QString given = arguments.value(u"encoding"_s);
        request.options.format.encoding = textEncodingFromName(given);
        if (!request.options.format.encoding)
            return wrongValue(u"encoding"_s, given, Words::tr("a name like UTF-8 or Windows-1252"));
    }
    return request;
}

const std::vector<OptionSpec> &campaignOptionSpecs()
{
    static const std::vector<OptionSpec> specs{
        valueOption(u"name"_s, u"NAME"_s, Words::tr("What the campaign is called.")),
        valueOption(u"template"_s, u"NAME"_s, Words::tr("The message template.")),
        valueOption(u"language"_s, u"CODE"_s,
                    Words::tr("The template's language, exactly as Meta names it: en_US.")),
        valueOption(u"description"_s, u"TEXT"_s, Words::tr("For your own use.")),
        valueOption(u"rate"_s, u"RATE"_s, Words::tr("10/min (the default), 20/s or max.")),
        valueOption(u"header-media"_s, u"FILE|URL|ID"_s,
                    Words::tr("The picture, video or document of the header.")),
        valueOption(
            u"brake"_s, u"PERCENT/LAST"_s,
            Words::tr("Pause when more than so many percent of the last so many are refused; off: never.")),
        valueOption(u"window"_s, u"HH:MM-HH:MM"_s,
                    Words::tr("When messages may leave; 00:00-24:00: always.")),
        valueOption(u"days"_s, u"mon,tue,…"_s, Words::tr("On which days.")),
        valueOption(u"time-zone"_s, u"ZONE"_s,
                    Words::tr("A zone like Europe/Madrid, or recipient for each one's own.")),
        valueOption(u"per-day"_s, u"N|off"_s,
                    Words::tr("Spread it over days: at most so many people on each.")),
        valueOption(
            u"budget"_s, u"AMOUNT|off"_s,
            Words::tr("What it may cost at most, like 250 or \"250 EUR\": it pauses before that is passed.")),
        valueOption(u"max-retries"_s, u"N"_s, Words::tr("Further tries after a transient error.")),
        repeatableOption(u"default"_s, u"KEY=VALUE"_s,
                         Words::tr("A variable's value for people without their own.")),
    };
    return specs;
}

Result<> readCampaignOptions(const Arguments &arguments, Campaign &campaign)
{
    campaign.name = arguments.value(u"name"_s, campaign.name);
    campaign.description = arguments.value(u"description"_s, campaign.description);
    campaign.templateName = arguments.value(u"template"_s, campaign.templateName);
    campaign.language = arguments.value(u"language"_s, campaign.language);
    if (arguments.has(u"rate"_s)) {
        const QString given = arguments.value(u"rate"_s);
        const std::optional<SendRate> rate = SendRate::parse(given);
        if (!rate)
            return wrongValue(u"rate"_s, given, u"10/min, 20/s, max"_s);
        campaign.settings.rate = *rate;
    }
    if (arguments.has(u"brake"_s)) {
        const QString given = arguments.value(u"brake"_s);
        const std::optional<SafetyBrake> brake = SafetyBrake::parse(given);
        if (!brake)
            return wrongValue(u"brake"_s, given, u"30/200, off"_s);
        campaign.settings.brake = *brake;
    }
    if (const Result<> window = readWindow(arguments, campaign.settings.window); !window)
        return window;
    if (arguments.has(u"header-media"_s)) {
        const Result<HeaderMedia> media = readHeaderMedia(arguments.value(u"header-media"_s));
        if (!media)
            return media.error();
        if (media->kind != campaign.settings.headerMedia.kind
            || media->value != campaign.settings.headerMedia.value)
            campaign.settings.headerMedia = *media;
    }
    if (arguments.has(u"per-day"_s)) {
        const QString given = arguments.value(u"per-day"_s);
        bool isNumber = false;
        const int people = given.toInt(&isNumber);
        if (given != "off"_L1 && (!isNumber || people < 1))
            return wrongValue(u"per-day"_s, given, u"2000, off"_s);
        campaign.settings.perDay = isNumber ? std::optional{people} : std::nullopt;
    }
    if (arguments.has(u"max-retries"_s)) {
        constexpr int kMostRetries = 20;
        bool isNumber = false;
        campaign.settings.maxRetries = arguments.value(u"max-retries"_s).toInt(&isNumber);
        if (!isNumber || campaign.settings.maxRetries < 0 || campaign.settings.maxRetries > kMostRetries)
            return wrongValue(u"max-retries"_s, arguments.value(u"max-retries"_s),
                              Words::tr("a number from 0 to 20"));
    }
    const Result<QMap<QString, QString>> defaults = readPairs(arguments.values(u"default"_s), u"default"_s);
    if (!defaults)
        return defaults.error();
    campaign.settings.defaults.insert(*defaults);
    for (auto value = defaults->begin(); value != defaults->end(); ++value)
        campaign.settings.fixedValues.remove(value.key()); // of a copied version of a test
    return Done{};
}

Result<HeaderMedia> readHeaderMedia(const QString &given)
{
    HeaderMedia media = HeaderMedia::fromText(given);
    if (media.kind == HeaderMedia::Kind::File) {
        const QFileInfo file{given};
        if (!file.isFile() || !file.isReadable())
            return Error{ErrorKind::BadInput,
                         Words::tr("The header file cannot be read: %1").arg(given),
                         u"header_media"_s,
                         {}};
        media.value = file.canonicalFilePath();
    }
    return media;
}

Result<> readBudget(const Arguments &arguments, Session &session, Campaign &campaign)
{
    if (!arguments.has(u"budget"_s))
        return Done{};
    if (arguments.value(u"budget"_s) == "off"_L1) {
        campaign.settings.budget.reset();
        return Done{};
    }
    const Result<Budget> budget = session.costDesk().budgetFromText(arguments.value(u"budget"_s), campaign);
    if (!budget)
        return budget.error().code == "bad_amount"_L1
            ? wrongValue(u"budget"_s, arguments.value(u"budget"_s),
                         Words::tr("an amount like 250 or 250.00 EUR, or off"))
            : budget.error();
    campaign.settings.budget = *budget;
    return Done{};
}
