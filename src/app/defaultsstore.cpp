#include "app/defaultsstore.h"

#include "exchange/phoneparser.h"
#include "workspace/session.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

const QString &countryKey()
{
    static const QString key = u"default_country"_s;
    return key;
}

const QString &rateKey()
{
    static const QString key = u"default_rate"_s;
    return key;
}

const QString &hoursKey()
{
    static const QString key = u"default_hours"_s;
    return key;
}

const QString &daysKey()
{
    static const QString key = u"default_days"_s;
    return key;
}

QString rateKeyOf(AccountId account)
{
    return u"last_rate/%1"_s.arg(account.value);
}

std::optional<QString> saved(Session &session, const QString &key)
{
    const Result<std::optional<QString>> value = session.settings().value(key);
    return value ? *value : std::nullopt;
}

QString countryOfComputer()
{
    const QString code = QLocale::territoryToCode(QLocale::system().territory());
    return PhoneParser::knownCountry(code).value_or(QString{});
}

} // namespace

SendingDefaults readSendingDefaults(Session &session)
{
    const bool isPractice = session.workspace().isPractice();
    SendingDefaults defaults;
    defaults.country = saved(session, countryKey()).value_or(isPractice ? u"GB"_s : countryOfComputer());
    defaults.timeZone = QString::fromUtf8(session.timeZone().id());
    defaults.rate = isPractice ? SendRate::standard() : SendRate::gentle();
    if (const std::optional<QString> rate = saved(session, rateKey()))
        defaults.rate = SendRate::parse(*rate).value_or(defaults.rate);
    if (isPractice)
        defaults.window = {0, 24 * 60, SendingWindow::kEveryDay, {}};
    if (const std::optional<QString> hours = saved(session, hoursKey())) {
        if (const std::optional<SendingWindow> window = SendingWindow::parseHours(*hours))
            defaults.window = *window;
    }
    if (const std::optional<QString> days = saved(session, daysKey()))
        defaults.window.days = SendingWindow::parseDays(*days).value_or(defaults.window.days);
    return defaults;
}

Result<> writeSendingDefaults(Session &session, const SendingDefaults &defaults)
{
    const std::pair<QString, QString> values[]{
        {countryKey(),   defaults.country           },
        {u"time_zone"_s, defaults.timeZone          },
        {rateKey(),      defaults.rate.text()       },
        {hoursKey(),     defaults.window.hoursText()},
        {daysKey(),      defaults.window.daysText() },
    };
    for (const auto &[key, value] : values) {
        if (const Result<> written = session.settings().setValue(key, value); !written)
            return written;
    }
    return Done{};
}

Result<Campaign> newDraftWithDefaults(Session &session)
{
    Result<Campaign> draft = session.campaignDesk().newDraft();
    if (!draft)
        return draft;
    const SendingDefaults defaults = readSendingDefaults(session);
    draft->settings.window = defaults.window;
    draft->settings.rate = defaults.rate;
    if (const std::optional<QString> rate = saved(session, rateKeyOf(draft->accountId)))
        draft->settings.rate = SendRate::parse(*rate).value_or(defaults.rate);
    return draft;
}

Result<> rememberRate(Session &session, const Campaign &campaign)
{
    if (!campaign.accountId.isValid())
        return Done{};
    return session.settings().setValue(rateKeyOf(campaign.accountId), campaign.settings.rate.text());
}
