#include "app/applicationsetup.h"
#include "app/fanfarewindow.h"
#include "app/launchoptions.h"
#include "app/preferences.h"
#include "app/trayplace.h"
#include "base/interruption.h"
#include "widgets/theme/appearance.h"
#include "workspace/credentialvault.h"

#include <QApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int kWrongUsage = 2;

void print(FILE *stream, const QString &text)
{
    std::fputs(qPrintable(text), stream);
    std::fputc('\n', stream);
}

bool asksForWords(int argc, char **argv)
{
    return std::any_of(argv + 1, argv + argc, [](const char *argument) {
        const QByteArrayView word{argument};
        return word == "--help" || word == "-h" || word == "--version" || word == "-v";
    });
}

int printWords(const QStringList &arguments)
{
    const Result<LaunchOptions> options = LaunchOptions::parse(arguments);
    if (!options) {
        print(stderr, options.error().message);
        return kWrongUsage;
    }
    print(stdout,
          options->wantsHelp ? LaunchOptions::helpText()
                             : u"fanfare "_s + QCoreApplication::applicationVersion());
    return 0;
}

/// What was asked for, or else what was open last, or else a workspace of one's own.
void openFirst(FanfareWindow &window, const LaunchOptions &options, const Surroundings &surroundings)
{
    if (options.isPractice)
        return window.openOrMake(options.workspace.isEmpty() ? surroundings.practiceFolder
                                                             : options.workspace,
                                 Workspace::Purpose::Practice);
    if (!options.workspace.isEmpty())
        return window.openOrMake(options.workspace, Workspace::Purpose::Real);
    const QString last = surroundings.preferences.lastWorkspace();
    if (!last.isEmpty() && QFileInfo::exists(last))
        return window.openExisting(last);
    window.openOrMake(surroundings.ownFolder, Workspace::Purpose::Real);
}

} // namespace

int main(int argc, char **argv)
{
    if (asksForWords(argc, argv)) {
        // Words need no screen.
        QCoreApplication application{argc, argv};
        setUpApplication(application, QLocale::system());
        return printWords(QCoreApplication::arguments());
    }
    QApplication application{argc, argv};
    setUpApplication(application, QLocale::system());
    const Result<LaunchOptions> options = LaunchOptions::parse(QApplication::arguments());
    if (!options) {
        print(stderr, options.error().message);
        return kWrongUsage;
    }

    const SystemClock clock;
    Preferences preferences;
    Appearance appearance{preferences.theme()};
    const std::unique_ptr<TrayPlace> tray = TrayPlace::ofDesktop();
    const Surroundings surroundings{clock,
                                    appearance,
                                    preferences,
                                    Workspace::defaultFolder(),
                                    Workspace::defaultPracticeFolder(),
                                    [&clock](const Workspace &workspace) {
                                        return std::make_unique<CredentialVault>(
                                            workspace, SecretResolver::WithoutKeychain::KeepInMemory, clock);
                                    },
                                    tray.get()};
    FanfareWindow window{surroundings};
    const Interruption interruption;
    QObject::connect(&interruption, &Interruption::requested, &window, &FanfareWindow::end);
    // Direct, by default: the system waits for its return.
    QObject::connect(&application, &QGuiApplication::commitDataRequest, &window,
                     &FanfareWindow::prepareForLogOut);
    QObject::connect(
        &window, &FanfareWindow::ended, &application, [] { QCoreApplication::exit(); }, Qt::QueuedConnection);
    window.show();
    openFirst(window, *options, surroundings);
    return QApplication::exec();
}
