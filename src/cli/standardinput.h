#pragma once

#include "base/result.h"

#include <QByteArray>

/// All of standard input, up to `most` bytes; BadInput when there is more.
Result<QByteArray> readStandardInput(qint64 most);
