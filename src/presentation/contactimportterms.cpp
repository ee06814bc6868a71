#include "presentation/contactimportterms.h"

#include "presentation/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ContactImport)
};

constexpr std::chrono::milliseconds kTooSoonToTell{1000};
constexpr double kTooLittleToTell = 0.02;

/// To two digits: more would only flicker.
qint64 rounded(double value)
{
    const double unit = value >= 100 ? std::pow(10, std::floor(std::log10(value)) - 1) : 1;
    return static_cast<qint64>(std::round(value / unit) * unit);
}

} // namespace

QString paceSentence(const ImportPace &pace)
{
    const bool isStoring = pace.people > 0;
    const QString count = countText(isStoring ? pace.people : pace.rows);
    if (pace.elapsed < kTooSoonToTell || pace.share < kTooLittleToTell)
        return isStoring ? Words::tr("%1 people stored").arg(count) : Words::tr("%1 rows checked").arg(count);
    const double seconds = double(pace.elapsed.count()) / 1000;
    const QString rate = countText(rounded(double(pace.rows) / seconds));
    const auto left =
        std::chrono::seconds{static_cast<qint64>(std::ceil(seconds * (1 - pace.share) / pace.share))};
    const QString time = durationText(std::max(left, std::chrono::seconds{1}));
    return isStoring ? Words::tr("%1 people stored. About %2 left.").arg(count, time)
                     : Words::tr("%1 rows checked, %2 a second. About %3 left.").arg(count, rate, time);
}
