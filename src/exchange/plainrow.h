#pragma once

#include "domain/attribute.h"
#include "exchange/columnmapping.h"
#include "exchange/phoneautomaton.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

#include <span>
#include <vector>

/// A row of which everything that a contact book wants to know can be told from its bytes beyond doubt. Views
/// into them, as UTF-8.
struct PlainRow
{
    SurePhone phone;
    QByteArrayView name;
    std::vector<AttributeView> attributes; ///< sorted by name; no value is empty
};

/// Reads rows the fast way: what it says of a row is what RecipientImport says of it with all its care, at a
/// tenth of the cost, and it says nothing of any row that is in some way out of the ordinary. Tests hold the
/// two against each other. One for each thread.
class PlainRowReader
{
public:
    /// Rows with more cells than `columns` are out of the ordinary.
    PlainRowReader(const ColumnMapping &mapping, qsizetype columns, const QString &defaultCountry);

    /// Nothing of a row without cells. What is returned is valid until the next call, and as long as the
    /// cells.
    const PlainRow *read(std::span<const QByteArrayView> cells);

private:
    struct AttributeColumn
    {
        QByteArray key;
        int column = -1;
    };

    /// The cell as it is read, without blanks around it; nothing where that takes a closer look.
    std::optional<QByteArrayView> cell(std::span<const QByteArrayView> cells, int column) const;
    bool readName(std::span<const QByteArrayView> cells);
    std::optional<int> country(QByteArrayView text);

    qsizetype m_columns;
    int m_phoneColumn;
    int m_nameColumn;
    int m_familyNameColumn;
    int m_countryColumn;
    int m_timeZoneColumn;
    int m_defaultCountry;
    std::vector<AttributeColumn> m_attributeColumns;
    QHash<QByteArray, int> m_countries; ///< that cells have named so far, as phoneCountryIndex()
    PlainRow m_row;
    QByteArray m_wholeName;
};
