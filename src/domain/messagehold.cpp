#include "domain/messagehold.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView kQualityCheck{"held_for_quality_assessment"};
constexpr QLatin1StringView kPaused{"paused"};

class Words
{
    Q_DECLARE_TR_FUNCTIONS(MessageHold)
};

} // namespace

std::optional<RecipientError> holdNotice(const QString &messageStatus)
{
    if (messageStatus == kQualityCheck) {
        return RecipientError{
            messageStatus,
            Words::tr("Meta accepted this message and holds it back to see first how others react to it."),
            Words::tr("Meta sends it or drops it by itself. Do not send it again."),
            {}};
    }
    if (messageStatus == kPaused) {
        return RecipientError{messageStatus,
                              Words::tr("Meta accepted this message and has paused its delivery."),
                              Words::tr("Meta sends it or drops it by itself. Do not send it again."),
                              {}};
    }
    return std::nullopt;
}

bool isHoldNotice(const RecipientError &error)
{
    return error.code == kQualityCheck || error.code == kPaused;
}
