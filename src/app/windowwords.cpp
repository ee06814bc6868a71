#include "app/windowwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct WindowWords
{
    Q_DECLARE_TR_FUNCTIONS(WindowWords)
};

QString messageFor(const Error &error)
{
    if (error.code == "no_token"_L1)
        return WindowWords::tr(
            "There is no access key for this number. Add one under Settings, then try again.");
    if (error.code == "no_account"_L1)
        return WindowWords::tr("No number is connected yet. Connect one under Settings.");
    if (error.code == "practice"_L1)
        return WindowWords::tr(
            "This is a practice workspace. Connect your number in a workspace of your own.");
    if (error.code == "disarmed"_L1)
        return WindowWords::tr(
            "This workspace was copied, restored or brought from another computer, so nothing is "
            "sent from it until you say so. Make sure that the original does not send as well.");
    return error.message;
}

} // namespace

Error inWindowWords(const Error &error)
{
    Error worded = error;
    worded.message = messageFor(error);
    return worded;
}
