#pragma once

#include "exchange/recipientimport.h"
#include "exchange/tablereader.h"

#include <QMap>

/// What can be said of one row of a file by itself. Several threads may ask at once.
class RowCheck
{
public:
    /// All three outlive the object.
    RowCheck(const ImportOptions &options, const ImportShape &shape, const PhoneParser &parser);

    /// Accepted as far as this row goes, or rejected.
    ImportedRow check(const TableRow &source) const;

    static ImportedRow rejected(ImportedRow row, ImportReason reason, const QString &value);

private:
    ParsedPhone parse(const TableRow &source, const QString &phoneText) const;
    void readValues(ImportedRow &row, const TableRow &source) const;

    const ImportOptions &m_options;
    const PhoneParser &m_parser;
    int m_phoneColumn;
    int m_nameColumn;
    int m_familyNameColumn;
    int m_countryColumn;
    int m_timeZoneColumn;
    QMap<QString, int> m_variableColumns;
    QMap<QString, int> m_attributeColumns;
};
