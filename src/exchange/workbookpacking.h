#pragma once

#include "base/cancel.h"

#include <QByteArray>

#include <xlsxwriter.h>

#include <optional>

/// Packs and frees a workbook, which becomes this file; seconds for a million rows. Nothing: cancelled, and
/// there is no file.
std::optional<lxw_error> packWorkbook(lxw_workbook *book, const QByteArray &file, const CancelToken &cancel);
