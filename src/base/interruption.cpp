#include "base/interruption.h"

#include <QSocketNotifier>

#include <atomic>
#include <csignal>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace {

// A signal handler can reach nothing but these.
std::atomic<bool> isRequested = false;
#ifdef Q_OS_WIN
std::atomic<Interruption *> receiver = nullptr;

BOOL WINAPI handleConsole(DWORD)
{
    isRequested = true;
    if (Interruption *interruption = receiver)
        QMetaObject::invokeMethod(interruption, &Interruption::requested, Qt::QueuedConnection);
    return TRUE;
}
#else
int pipeEnds[2] = {-1, -1};

void handleSignal(int)
{
    isRequested = true;
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(pipeEnds[1], &byte, 1);
}
#endif

} // namespace

bool Interruption::wasRequested()
{
    return isRequested;
}

CancelToken Interruption::token()
{
    return CancelToken{isRequested};
}

#ifdef Q_OS_WIN

Interruption::Interruption(QObject *parent)
    : QObject{parent}
{
    receiver = this;
    SetConsoleCtrlHandler(handleConsole, TRUE);
}

Interruption::~Interruption()
{
    SetConsoleCtrlHandler(handleConsole, FALSE);
    receiver = nullptr;
}

void Interruption::readRequest() { }

#else

Interruption::Interruption(QObject *parent)
    : QObject{parent}
{
    if (::pipe(pipeEnds) != 0)
        return;
    for (const int end : pipeEnds) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Interruption::readRequest);
    struct sigaction action = {};
    action.sa_handler = handleSignal;
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        ::sigaction(signal, &action, nullptr);
    // A reader that closes its end must not end the sending.
    ::signal(SIGPIPE, SIG_IGN);
    // A limit on the size of files is an error like that of a full disk: sending waits and says so.
    ::signal(SIGXFSZ, SIG_IGN);
}

Interruption::~Interruption()
{
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        ::signal(signal, SIG_DFL);
    m_notifier.reset();
    ::close(pipeEnds[0]);
    ::close(pipeEnds[1]);
}

void Interruption::readRequest()
{
    char byte = 0;
    while (::read(pipeEnds[0], &byte, 1) == 1) { }
    emit requested();
}

#endif
