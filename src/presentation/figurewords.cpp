#include "presentation/figurewords.h"

#include "domain/errorcatalog.h"
#include "presentation/wording.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(FigureWords)
};

QString shown(std::chrono::milliseconds time)
{
    const auto seconds = std::chrono::round<std::chrono::seconds>(time);
    return seconds.count() < 1 ? Words::tr("under 1 s") : durationText(seconds);
}

} // namespace

std::vector<FigureLine> timeLines(const DeliveryTimes &times)
{
    std::vector<FigureLine> lines;
    const std::array steps{
        std::pair{RecipientStatus::Delivered, times.toDeliver},
        std::pair{RecipientStatus::Read,      times.toRead   },
        std::pair{RecipientStatus::Responded, times.toRespond}
    };
    for (const auto &[step, time] : steps) {
        if (time)
            lines.push_back({wordFor(step),
                             Words::tr("half within %1, the middle half %2 to %3, nine of ten within %4")
                                 .arg(shown(time->median), shown(time->quarter), shown(time->threeQuarters),
                                      shown(time->ninety))});
    }
    return lines;
}

std::vector<FigureLine> priceLines(const std::vector<PricedMessages> &prices)
{
    std::vector<FigureLine> lines;
    for (const PricedMessages &price : prices) {
        const QString category = price.category.left(1).toUpper() + price.category.mid(1);
        lines.push_back({price.isCharged() ? Words::tr("%1, charged for").arg(category)
                                           : Words::tr("%1, free").arg(category),
                         Words::tr("%Ln delivered messages", nullptr, price.messages)});
    }
    return lines;
}

std::vector<ReasonLine> reasonLines(const std::vector<ErrorCount> &errors, size_t most)
{
    std::vector<ReasonLine> lines;
    for (const ErrorCount &error : errors) {
        if (lines.size() + 1 == most && errors.size() > most) {
            int others = 0;
            for (size_t i = lines.size(); i < errors.size(); ++i)
                others += errors[i].count;
            lines.push_back({{}, Words::tr("Other reasons"), {}, others, false});
            break;
        }
        lines.push_back({error.code, error.message, error.advice, error.count, mayBeRetried(error.code)});
    }
    return lines;
}
