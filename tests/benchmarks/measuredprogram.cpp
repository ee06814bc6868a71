#include "measuredprogram.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryFile>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <vector>

using namespace Qt::StringLiterals;

extern char **environ;

namespace {

Error failed(const QString &program, const QString &why)
{
    return {ErrorKind::Internal, u"%1: %2"_s.arg(program, why), u"program"_s, {}};
}

double secondsOf(const timeval &time)
{
    return double(time.tv_sec) + double(time.tv_usec) / 1e6;
}

} // namespace

Result<ProgramRun> runMeasured(const QString &program, const QStringList &arguments, const QString &input)
{
    // Files instead of pipes: whoever reads a pipe takes processor time from what is measured.
    QTemporaryFile in;
    QTemporaryFile out;
    if (!in.open() || !out.open() || in.write(input.toUtf8()) < 0 || !in.flush() || !in.seek(0))
        return failed(program, in.errorString());
    std::vector<QByteArray> words{QFile::encodeName(program)};
    for (const QString &argument : arguments)
        words.push_back(argument.toUtf8());
    std::vector<char *> pointers;
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);

    posix_spawn_file_actions_t files{};
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, in.handle(), 0);
    posix_spawn_file_actions_adddup2(&files, out.handle(), 1);
    posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
    QElapsedTimer timer;
    timer.start();
    pid_t process = 0;
    const int started = posix_spawnp(&process, pointers.front(), &files, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    if (started != 0)
        return failed(program, qt_error_string(started));
    int status = 0;
    rusage usage{};
    while (wait4(process, &status, 0, &usage) < 0 && errno == EINTR) { }
    ProgramRun run;
    run.seconds = double(timer.nsecsElapsed()) / 1e9;
    run.processorSeconds = secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime);
    constexpr double kKilobytesOfAMegabyte = 1024;
    run.mostMegabytes = double(usage.ru_maxrss) / kKilobytesOfAMegabyte;
    QFile said{out.fileName()};
    if (said.open(QIODevice::ReadOnly))
        run.out = said.readAll();
    if (!WIFEXITED(status))
        return failed(program, u"was ended by signal %1"_s.arg(WTERMSIG(status)));
    run.exitCode = WEXITSTATUS(status);
    return run;
}
