#include "presentation/recurrencewords.h"

#include "domain/sendingwindow.h"
#include "presentation/wording.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RecurrenceWords)
};

QString daysText(quint8 days)
{
    QStringList names;
    for (int day = 1; day <= 7; ++day) {
        if (days & (1U << (day - 1)))
            names << QLocale{}.dayName(day, QLocale::ShortFormat);
    }
    return names.join(Words::tr(", ", "between days of the week"));
}

} // namespace

QString ruleText(const RecurrenceRule &rule, const QTimeZone &zone)
{
    QString at = QLocale{}.toString(QTime{0, 0}.addSecs(rule.minute * 60), u"HH:mm"_s);
    const QByteArray own = rule.timeZone.toLatin1();
    if (!own.isEmpty() && own != zone.id())
        //: A time of day and the city in whose zone it is meant: "10:00 (Madrid)"
        at = Words::tr("%1 (%2)").arg(at, zoneCityText(own));
    switch (rule.every) {
    case RecurrenceRule::Every::Day: return Words::tr("every day at %1").arg(at);
    case RecurrenceRule::Every::Week:
        return rule.days == SendingWindow::kEveryDay ? Words::tr("every day at %1").arg(at)
                                                     : Words::tr("every %1 at %2").arg(daysText(rule.days), at);
    case RecurrenceRule::Every::Month:
        return Words::tr("on day %1 of every month at %2").arg(QLocale{}.toString(rule.dayOfMonth), at);
    }
    Q_UNREACHABLE();
}
