#include "processusage.h"

#include <QFile>

#include <sys/resource.h>
#include <unistd.h>

namespace {

rusage ownUsage()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage;
}

std::chrono::microseconds durationOf(const timeval &time)
{
    return std::chrono::seconds{time.tv_sec} + std::chrono::microseconds{time.tv_usec};
}

} // namespace

std::chrono::microseconds processorTime()
{
    const rusage usage = ownUsage();
    return durationOf(usage.ru_utime) + durationOf(usage.ru_stime);
}

double residentMegabytes()
{
    constexpr double kMegabyte = 1024 * 1024;
    QFile pages{QStringLiteral("/proc/self/statm")};
    if (pages.open(QIODevice::ReadOnly))
        return pages.readAll().split(' ').value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE))
            / kMegabyte;
    return static_cast<double>(ownUsage().ru_maxrss) / kMegabyte; // bytes on macOS
}
