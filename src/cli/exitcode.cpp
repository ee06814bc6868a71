#include "cli/exitcode.h"

using namespace Qt::StringLiterals;

ExitCode exitCodeFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Internal: return ExitCode::Internal;
    case ErrorKind::Usage: return ExitCode::Usage;
    case ErrorKind::BadInput: return ExitCode::BadInput;
    case ErrorKind::NotFound: return ExitCode::NotFound;
    case ErrorKind::Refused: return ExitCode::Refused;
    case ErrorKind::Network: return ExitCode::Network;
    case ErrorKind::Busy: return ExitCode::Busy;
    case ErrorKind::Storage: return ExitCode::Internal;
    }
    Q_UNREACHABLE();
}

QString errorWord(const Error &error)
{
    if (!error.code.isEmpty())
        return error.code;
    switch (error.kind) {
    case ErrorKind::Internal: return u"internal"_s;
    case ErrorKind::Usage: return u"usage"_s;
    case ErrorKind::BadInput: return u"bad_input"_s;
    case ErrorKind::NotFound: return u"not_found"_s;
    case ErrorKind::Refused: return u"refused"_s;
    case ErrorKind::Network: return u"network"_s;
    case ErrorKind::Busy: return u"busy"_s;
    case ErrorKind::Storage: return u"storage"_s;
    }
    Q_UNREACHABLE();
}
