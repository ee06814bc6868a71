#include "base/interruption.h"
#include "cli/commandcontext.h"
#include "cli/invocation.h"
#include "translations/translations.h"

#include <QGuiApplication>
#include <QLocale>
#include <QUtf8StringView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString folderOf(const Invocation &invocation)
{
    return invocation.workspaceFolder.isEmpty() ? Workspace::defaultFolder() : invocation.workspaceFolder;
}

int run(QCoreApplication &application, const Invocation &invocation, Terminal &terminal)
{
    const Result<Arguments> arguments = Arguments::parse(invocation.command->call(), invocation.rest);
    if (!arguments) {
        terminal.failure(arguments.error());
        if (!terminal.isJson())
            terminal.message(QCoreApplication::translate("Main", "See: fanfare-cli %1 --help")
                                 .arg(invocation.command->path().join(u' ')));
        return static_cast<int>(ExitCode::Usage);
    }
    CommandContext context{folderOf(invocation), terminal};
    Interruption interruption;
    QObject::connect(&interruption, &Interruption::requested, &context, &CommandContext::interrupt);
    QObject::connect(
        &context, &CommandContext::finished, &application,
        [](int exitCode) { QCoreApplication::exit(exitCode); }, Qt::QueuedConnection);
    QMetaObject::invokeMethod(
        &context, [&] { invocation.command->start(*arguments, context); }, Qt::QueuedConnection);
    const int exitCode = QCoreApplication::exec();
    if (Interruption::wasRequested())
        terminal.finishWithin(2s);
    return exitCode;
}

int answerIn(Terminal &terminal, QCoreApplication &application, const Invocation &invocation,
             const Result<> &isUnderstood)
{
    if (!isUnderstood) {
        terminal.failure(isUnderstood.error());
        return static_cast<int>(ExitCode::Usage);
    }
    if (invocation.wantsHelp) {
        terminal.text(helpText(invocation, allCommands()));
        return 0;
    }
    if (invocation.wantsVersion) {
        terminal.line(u"fanfare-cli "_s + QCoreApplication::applicationVersion());
        return 0;
    }
    return run(application, invocation, terminal);
}

int answer(QCoreApplication &application, const Invocation &invocation, const Result<> &isUnderstood)
{
    installTranslations(application, QLocale::system());
    Terminal terminal{invocation.isJson};
    const int exitCode = answerIn(terminal, application, invocation, isUnderstood);
    if (terminal.finish())
        return exitCode;
    terminal.message(
        QCoreApplication::translate("Main", "The answer could not be written. Is the disk full?"));
    return exitCode == 0 ? static_cast<int>(ExitCode::Internal) : exitCode;
}

/// Refused, because nobody could say what it would be taken for.
Result<> requireReadable(int argc, char **argv)
{
#ifndef Q_OS_WIN // which gives text
    for (int i = 1; i < argc; ++i) {
        if (!QUtf8StringView{argv[i]}.isValidUtf8())
            return usageError(QCoreApplication::translate("Main", "Argument %1 is not valid UTF-8.").arg(i));
    }
#endif
    return Done{};
}

QStringList wordsOf(int argc, char **argv)
{
    // Only an application reads the arguments right on every system; which kind we need is said by the
    // arguments.
    const QCoreApplication application{argc, argv};
    return QCoreApplication::arguments().mid(1);
}

bool needsGraphics(int argc, char **argv, const Invocation &invocation)
{
    const QCoreApplication application{argc, argv};
    return invocation.command && !invocation.wantsHelp
        && invocation.command->isGraphical(invocation.rest, folderOf(invocation));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(u"fanfare-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(FANFARE_VERSION));
    auto [invocation, isUnderstood] = Invocation::read(wordsOf(argc, argv), allCommands());
    if (const Result<> isReadable = requireReadable(argc, argv); !isReadable)
        isUnderstood = isReadable;
    if (needsGraphics(argc, argv, invocation)) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        QGuiApplication application{argc, argv};
        return answer(application, invocation, isUnderstood);
    }
    QCoreApplication application{argc, argv};
    return answer(application, invocation, isUnderstood);
}
