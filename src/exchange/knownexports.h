#pragma once

#include "exchange/columnmapping.h"

#include <QString>
#include <QStringList>

#include <optional>

/// A program whose export of people was recognised, and the columns that its headings alone would not tell.
struct KnownExport
{
    QString program; ///< "Google Contacts"
    ColumnMapping columns;
};

/// Nothing where the headings are those of no program we know.
std::optional<KnownExport> knownExportOf(const QStringList &header);
