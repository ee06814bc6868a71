#include "workspace/importmemory.h"

#include "storage/settingstore.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView kFields{"fields"};
constexpr QLatin1StringView kTemplates{"templates"};

/// Files of the same shape have the same headings in the same order.
QString settingFor(const QStringList &header)
{
    QCryptographicHash hash{QCryptographicHash::Sha256};
    for (const QString &heading : header)
        hash.addData(heading.simplified().toCaseFolded().toUtf8() + '\n');
    return u"import_columns_"_s + QString::fromLatin1(hash.result().toHex().left(32));
}

QJsonObject storedFor(SettingStore &settings, const QStringList &header)
{
    const Result<std::optional<QString>> stored = settings.value(settingFor(header));
    return stored && *stored ? QJsonDocument::fromJson((*stored)->toUtf8()).object() : QJsonObject{};
}

void addTo(ColumnMapping &mapping, const QJsonObject &columns)
{
    for (auto column = columns.begin(); column != columns.end(); ++column)
        mapping.insert(column.key(), column->toInt(-1));
}

} // namespace

ImportMemory::ImportMemory(SettingStore &settings, const QString &templateName, const QStringList &variables)
    : m_settings{settings}
    , m_template{templateName}
    , m_variables{variables}
{
}

ColumnMapping ImportMemory::recall(const QStringList &header) const
{
    const QJsonObject stored = storedFor(m_settings, header);
    ColumnMapping mapping;
    addTo(mapping, stored[kFields].toObject());
    // A campaign's variable may need the very column that went into an attribute.
    const bool isForBook = m_template.isEmpty();
    mapping.removeIf([&](const auto &field) {
        return m_variables.contains(field.key())
            || (!isForBook && field.key().startsWith(ImportField::attributePrefix));
    });
    addTo(mapping, stored[kTemplates][m_template].toObject());
    return mapping;
}

Result<> ImportMemory::remember(const QStringList &header, const ColumnMapping &chosen)
{
    QJsonObject stored = storedFor(m_settings, header);
    const QJsonObject before = stored;
    QJsonObject fields = stored[kFields].toObject();
    QJsonObject templates = stored[kTemplates].toObject();
    QJsonObject variables = templates[m_template].toObject();
    for (auto field = chosen.begin(); field != chosen.end(); ++field) {
        if (field.key() == ImportField::phone && *field < 0)
            continue; // nothing could be read by that
        QJsonObject &place = m_variables.contains(field.key()) ? variables : fields;
        place.insert(field.key(), *field);
    }
    stored.insert(kFields, fields);
    if (!variables.isEmpty()) {
        templates.insert(m_template, variables);
        stored.insert(kTemplates, templates);
    }
    if (stored == before || chosen.isEmpty())
        return Done{};
    return m_settings.setValue(settingFor(header),
                               QString::fromUtf8(QJsonDocument{stored}.toJson(QJsonDocument::Compact)));
}
