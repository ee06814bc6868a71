#include "exchange/rowcheck.h"

#include "domain/whatsappnumber.h"
#include "exchange/countrytext.h"
#include "exchange/csvwriter.h"

namespace {

QString cell(const TableRow &row, int column)
{
    return column < 0 ? QString{} : withoutFormulaGuard(row.cells.value(column).trimmed());
}

} // namespace

RowCheck::RowCheck(const ImportOptions &options, const ImportShape &shape, const PhoneParser &parser)
    : m_options{options}
    , m_parser{parser}
    , m_phoneColumn{shape.mapping.value(ImportField::phone, -1)}
    , m_nameColumn{shape.mapping.value(ImportField::name, -1)}
    , m_familyNameColumn{shape.mapping.value(ImportField::familyName, -1)}
    , m_countryColumn{shape.mapping.value(ImportField::country, -1)}
    , m_timeZoneColumn{shape.mapping.value(ImportField::timeZone, -1)}
{
    for (const QString &key : options.variables)
        m_variableColumns.insert(key, shape.mapping.value(key, -1));
    for (auto field = shape.mapping.begin(); field != shape.mapping.end(); ++field) {
        if (field.key().startsWith(ImportField::attributePrefix) && *field >= 0)
            m_attributeColumns.insert(field.key().mid(ImportField::attributePrefix.size()), *field);
    }
}

ImportedRow RowCheck::check(const TableRow &source) const
{
    ImportedRow row;
    row.number = source.number;
    row.cells = source.cells;
    row.phoneText = m_options.fixedPhones.value(source.number, source.cells.value(m_phoneColumn));
    row.name = cell(source, m_nameColumn).simplified();
    if (m_familyNameColumn >= 0)
        row.name = (row.name + u' ' + cell(source, m_familyNameColumn)).simplified();
    if (source.problem)
        return rejected(row, *source.problem, row.phoneText);
    readValues(row, source);

    const ParsedPhone parsed = parse(source, row.phoneText);
    row.region = parsed.region;
    row.digitsMissing = parsed.digitsMissing;
    row.digitsTooMany = parsed.digitsTooMany;
    row.areaCodeMissing = parsed.areaCodeMissing;
    row.extensionDropped = parsed.extensionDropped;
    const bool isLetIn = m_options.acceptPossible && parsed.isPossible();
    if (parsed.reason && !isLetIn)
        return rejected(row, *parsed.reason, row.phoneText);
    const std::optional<PhoneNumber> phone = PhoneNumber::fromE164(parsed.e164);
    if (!phone) // possible in its country, but not as long as a number of the world has to be
        return rejected(row, parsed.e164.size() < 9 ? ImportReason::TooShort : ImportReason::TooLong,
                        row.phoneText);
    row.phone = spellingsOnWhatsApp(*phone).front(); // one person is one number
    row.timeZone = cell(source, m_timeZoneColumn);
    return row;
}

ParsedPhone RowCheck::parse(const TableRow &source, const QString &phoneText) const
{
    const QString country = cell(source, m_countryColumn);
    if (country.isEmpty())
        return m_parser.parse(phoneText);
    // A country that nobody knows must not turn into the default one: the number might be somebody else's
    // there.
    return m_parser.parse(phoneText, countryFromText(country).value_or(QString{}));
}

void RowCheck::readValues(ImportedRow &row, const TableRow &source) const
{
    for (auto variable = m_variableColumns.begin(); variable != m_variableColumns.end(); ++variable) {
        if (const QString value = cell(source, *variable); !value.isEmpty())
            row.variables.insert(variable.key(), value);
    }
    for (auto attribute = m_attributeColumns.begin(); attribute != m_attributeColumns.end(); ++attribute) {
        if (const QString value = cell(source, *attribute); !value.isEmpty())
            row.attributes.insert(attribute.key(), value);
    }
}

ImportedRow RowCheck::rejected(ImportedRow row, ImportReason reason, const QString &value)
{
    row.outcome = RowOutcome::Rejected;
    row.reason = reason;
    row.value = value;
    return row;
}
