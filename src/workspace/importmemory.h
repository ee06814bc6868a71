#pragma once

#include "base/result.h"
#include "exchange/columnmapping.h"

#include <QString>
#include <QStringList>

class SettingStore;

/// Which columns hold what, as people said it for files with the same headings; kept in the workspace.
/// Nothing of a file but a hash of its headings and the numbers of its columns. What variables are read from
/// is kept for each template apart, because "1" means something else in every one.
class ImportMemory
{
public:
    /// `templateName`: empty for the contact book.
    ImportMemory(SettingStore &settings, const QString &templateName, const QStringList &variables);

    /// Empty where nothing was said, or where it cannot be read.
    ColumnMapping recall(const QStringList &header) const;

    /// Adds to what is known; what was said before about other fields stays.
    Result<> remember(const QStringList &header, const ColumnMapping &chosen);

private:
    SettingStore &m_settings;
    QString m_template;
    QStringList m_variables;
};
