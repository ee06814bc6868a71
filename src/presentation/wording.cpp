#include "presentation/wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

struct Wording
{
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

constexpr qint64 kFewPeople = 20;

QDateTime local(UtcTime time)
{
    return toDateTime(time).toLocalTime();
}

QString momentWords(const QDateTime &moment)
{
    //: A day and a time in short (Qt date format)
    return QLocale{}.toString(moment, Wording::tr("ddd d MMM, HH:mm"));
}

QString sentenceCase(const QString &metaWord)
{
    QString text = metaWord.toLower().replace(u'_', u' ');
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

QString wordFor(CampaignState state)
{
    switch (state) {
    case CampaignState::Draft: return Wording::tr("Draft");
    case CampaignState::Scheduled: return Wording::tr("Scheduled");
    case CampaignState::Sending: return Wording::tr("Sending");
    case CampaignState::Paused: return Wording::tr("Paused");
    case CampaignState::Completed: return Wording::tr("Completed");
    case CampaignState::Cancelled: return Wording::tr("Cancelled");
    case CampaignState::Failed: return Wording::tr("Failed");
    }
    Q_UNREACHABLE();
}

QString wordFor(RecipientStatus status)
{
    switch (status) {
    case RecipientStatus::Pending: return Wording::tr("Pending");
    case RecipientStatus::Sending: return Wording::tr("Sending");
    case RecipientStatus::Sent: return Wording::tr("Sent");
    case RecipientStatus::Delivered: return Wording::tr("Delivered");
    case RecipientStatus::Read: return Wording::tr("Read");
    case RecipientStatus::Responded: return Wording::tr("Responded");
    case RecipientStatus::Failed: return Wording::tr("Failed");
    case RecipientStatus::OptedOut: return Wording::tr("Opted out");
    case RecipientStatus::Skipped: return Wording::tr("Skipped");
    case RecipientStatus::Unconfirmed: return Wording::tr("Unconfirmed");
    }
    Q_UNREACHABLE();
}

QString countText(qint64 count)
{
    return QLocale{}.toString(count);
}

QString percentText(double ratio)
{
    //: A percentage; %1 is the number. The space will not break.
    return Wording::tr("%1 %").arg(QLocale{}.toString(ratio * 100.0, 'f', 1)).replace(u' ', QChar::Nbsp);
}

QString wholePercentText(double ratio)
{
    // Rounded down: "100 %" means that nobody is left.
    return Wording::tr("%1 %").arg(static_cast<int>(std::floor(ratio * 100.0))).replace(u' ', QChar::Nbsp);
}

QString shareText(qint64 part, qint64 whole)
{
    if (whole <= 0)
        return unknownText();
    if (whole < kFewPeople)
        //: So many people of all: "3 of 12"
        return Wording::tr("%1 of %2").arg(countText(part), countText(whole));
    return percentText(static_cast<double>(part) / static_cast<double>(whole));
}

QString unknownText()
{
    return u"–"_s;
}

QString durationText(std::chrono::seconds duration)
{
    const qint64 seconds = std::max<qint64>(0, duration.count());
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    const int days = static_cast<int>(hours / 24);
    if (days > 0 && hours % 24 > 0)
        return Wording::tr("%Ln day(s) %1 h", nullptr, days).arg(hours % 24);
    if (days > 0)
        return Wording::tr("%Ln day(s)", nullptr, days);
    if (hours > 0)
        return minutes % 60 > 0 ? Wording::tr("%1 h %2 min").arg(hours).arg(minutes % 60)
                                : Wording::tr("%1 h").arg(hours);
    if (minutes > 0)
        return seconds % 60 > 0 ? Wording::tr("%1 min %2 s").arg(minutes).arg(seconds % 60)
                                : Wording::tr("%1 min").arg(minutes);
    return Wording::tr("%1 s").arg(seconds);
}

QString roughDurationText(std::chrono::seconds duration)
{
    using namespace std::chrono_literals;
    return durationText(duration < 2min ? duration
                                        : std::chrono::duration_cast<std::chrono::minutes>(duration));
}

QString timeText(UtcTime at)
{
    //: A time of day with seconds, as in a table of moments (Qt date format)
    return QLocale{}.toString(local(at).time(), Wording::tr("HH:mm:ss"));
}

QString shortTimeText(UtcTime at)
{
    //: A time of day without seconds (Qt date format)
    return QLocale{}.toString(local(at).time(), Wording::tr("HH:mm"));
}

QString dayText(UtcTime at, UtcTime now)
{
    const QDate day = local(at).date();
    const QDate today = local(now).date();
    if (day == today)
        return Wording::tr("Today");
    //: A day of this year, and of another year (Qt date formats)
    return QLocale{}.toString(day,
                              day.year() == today.year() ? Wording::tr("d MMM") : Wording::tr("d MMM yyyy"));
}

QString dateText(const QDate &day)
{
    //: A day with its year (Qt date format)
    return QLocale{}.toString(day, Wording::tr("d MMM yyyy"));
}

QString dateText(UtcTime at)
{
    return dateText(local(at).date());
}

QString momentText(UtcTime at)
{
    return momentWords(local(at));
}

QString momentText(UtcTime at, const QTimeZone &zone)
{
    return momentWords(toDateTime(at).toTimeZone(zone));
}

QString fullMomentText(UtcTime at)
{
    //: A day and a time with year and seconds (Qt date format)
    return QLocale{}.toString(local(at), Wording::tr("dddd d MMMM yyyy, HH:mm:ss"));
}

QString relativeText(UtcTime at, UtcTime now)
{
    using namespace std::chrono_literals;
    const auto away = std::chrono::duration_cast<std::chrono::seconds>(at - now);
    if (away >= 24h || away <= -24h)
        return momentText(at);
    if (away == 0s)
        return Wording::tr("just now");
    if (away > 0s)
        return Wording::tr("in %1").arg(durationText(away));
    return Wording::tr("%1 ago").arg(durationText(-away));
}

QString zoneCityText(const QByteArray &ianaId)
{
    const QString id = QString::fromUtf8(ianaId);
    return id.mid(id.lastIndexOf(u'/') + 1).replace(u'_', u' ');
}

QString localZoneCityText()
{
    return zoneCityText(QTimeZone::systemTimeZoneId());
}

QString isolated(const QString &phone)
{
    return u"\u2066%1\u2069"_s.arg(phone);
}

QString phoneText(const PhoneNumber &phone, const PhoneFormat &format)
{
    if (phone.isEmpty())
        return unknownText();
    return isolated(format ? format(phone.e164()) : phone.e164());
}

QString languageText(const QString &metaLanguage)
{
    const QLocale locale{metaLanguage};
    if (locale.language() == QLocale::C || metaLanguage.isEmpty())
        return metaLanguage;
    const QString language = QLocale::languageToString(locale.language());
    const qsizetype separator = metaLanguage.indexOf(u'_');
    if (separator < 0)
        return language;
    //: A language with its country's code: "English (US)"
    return Wording::tr("%1 (%2)").arg(language, metaLanguage.mid(separator + 1));
}

QString categoryText(const QString &metaCategory)
{
    if (metaCategory == "MARKETING"_L1)
        return Wording::tr("Marketing");
    if (metaCategory == "UTILITY"_L1)
        return Wording::tr("Utility");
    if (metaCategory == "AUTHENTICATION"_L1)
        return Wording::tr("Authentication");
    return sentenceCase(metaCategory);
}

QString qualityText(const QString &metaQuality)
{
    if (metaQuality == "GREEN"_L1)
        return Wording::tr("High");
    if (metaQuality == "YELLOW"_L1)
        return Wording::tr("Medium");
    if (metaQuality == "RED"_L1)
        return Wording::tr("Low");
    return Wording::tr("Not rated yet");
}

QString templateStatusText(const QString &metaStatus)
{
    if (metaStatus == "APPROVED"_L1)
        return Wording::tr("Approved");
    if (metaStatus == "PENDING"_L1 || metaStatus == "IN_APPEAL"_L1)
        return Wording::tr("In review");
    if (metaStatus == "REJECTED"_L1)
        return Wording::tr("Rejected");
    if (metaStatus == "PAUSED"_L1)
        return Wording::tr("Paused");
    if (metaStatus == "DISABLED"_L1)
        return Wording::tr("Disabled");
    return sentenceCase(metaStatus);
}

QString variableLabel(const TemplateVariable &variable)
{
    switch (variable.place) {
    case TemplateVariable::Place::Header:
        if (variable.key == "header"_L1)
            return Wording::tr("Heading");
        if (variable.key == "header_latitude"_L1)
            return Wording::tr("Place: latitude");
        if (variable.key == "header_longitude"_L1)
            return Wording::tr("Place: longitude");
        if (variable.key == "header_name"_L1)
            return Wording::tr("Place: name");
        if (variable.key == "header_address"_L1)
            return Wording::tr("Place: address");
        return variable.key;
    case TemplateVariable::Place::Button:
        return Wording::tr("Button %1: link ending").arg(variable.index + 1);
    case TemplateVariable::Place::Body: {
        bool isPosition = false;
        variable.key.toInt(&isPosition);
        if (!isPosition || variable.example.isEmpty())
            return variable.key;
        //: A numbered value of a template with an example of it: "2 · 5 December"
        return Wording::tr("%1 · %2").arg(variable.key, variable.example);
    }
    }
    Q_UNREACHABLE();
}

QString rateText(const SendRate &rate)
{
    switch (rate.unit()) {
    case SendRate::Unit::PerMinute: return Wording::tr("%1 a minute").arg(countText(rate.count()));
    case SendRate::Unit::PerSecond: return Wording::tr("%1 a second").arg(countText(rate.count()));
    case SendRate::Unit::Max: return Wording::tr("as fast as the number allows");
    }
    Q_UNREACHABLE();
}

QString checkTitle(const PreflightCheck &check)
{
    const bool passed = check.level == CheckLevel::Pass;
    if (check.id == "name"_L1)
        return passed ? Wording::tr("The campaign has a name") : Wording::tr("The campaign needs a name");
    if (check.id == "template"_L1)
        return passed ? Wording::tr("Template is approved and unchanged")
                      : Wording::tr("Template cannot be sent as it is");
    if (check.id == "recipients"_L1)
        return passed ? Wording::tr("People are chosen") : Wording::tr("Nobody is chosen yet");
    if (check.id == "variables"_L1)
        return passed ? Wording::tr("Every value is filled in") : Wording::tr("Some values cannot be sent");
    if (check.id == "header_media"_L1)
        return passed ? Wording::tr("Header file is ready") : Wording::tr("Header file is missing");
    if (check.id == "account"_L1)
        return passed ? Wording::tr("Number and access key are healthy")
                      : Wording::tr("The number needs attention");
    if (check.id == "messaging_limit"_L1)
        return passed ? Wording::tr("Within the 24-hour limit") : Wording::tr("The 24-hour limit");
    if (check.id == "rate"_L1)
        return passed ? Wording::tr("Speed is allowed") : Wording::tr("Speed may be too high");
    if (check.id == "opt_outs"_L1)
        return Wording::tr("Opted-out people are left out");
    if (check.id == "opt_in"_L1)
        return passed ? Wording::tr("Everybody agreed to get messages")
                      : Wording::tr("Consent is not recorded for everybody");
    if (check.id == "us_marketing"_L1)
        return passed ? Wording::tr("No numbers that Meta refuses")
                      : Wording::tr("Some numbers will be refused");
    if (check.id == "window"_L1)
        return passed ? Wording::tr("Fits into the sending hours") : Wording::tr("Outside the sending hours");
    if (check.id == "workspace_folder"_L1)
        return passed ? Wording::tr("The workspace is on this computer")
                      : Wording::tr("Where the workspace lies");
    if (check.id == "cost"_L1)
        return passed ? Wording::tr("The cost is known") : Wording::tr("The cost is not known for everybody");
    if (check.id == "budget"_L1)
        return passed                         ? Wording::tr("Within the budget")
            : check.level == CheckLevel::Warn ? Wording::tr("The budget does not reach for everybody")
                                              : Wording::tr("The budget cannot be kept");
    if (check.id == "ab_test"_L1)
        return passed ? Wording::tr("The versions are large enough") : Wording::tr("The versions are small");
    return check.message;
}
