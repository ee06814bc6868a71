#include "presentation/templatetablemodel.h"

#include "presentation/wording.h"

#include <algorithm>

namespace {

bool isSame(const MessageTemplate &a, const MessageTemplate &b)
{
    return a.name == b.name && a.language == b.language;
}

QStringList distinct(const std::vector<MessageTemplate> &templates, QString MessageTemplate::*field)
{
    QStringList words;
    for (const MessageTemplate &messageTemplate : templates) {
        if (!words.contains(messageTemplate.*field))
            words << messageTemplate.*field;
    }
    words.sort();
    return words;
}

} // namespace

TemplateTableModel::TemplateTableModel(QObject *parent)
    : QAbstractTableModel{parent}
{
}

int TemplateTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_templates.size());
}

int TemplateTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TemplateTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MessageTemplate &messageTemplate = templateAt(index.row());
    switch (role) {
    case IdRole: return messageTemplate.id.value;
    case StatusRole: return messageTemplate.status;
    case EmphasisRole:
        return static_cast<int>(messageTemplate.isSendable() ? Emphasis::None : Emphasis::Quiet);
    case Qt::ToolTipRole: return index.column() == Name ? messageTemplate.name : QString{};
    case SortRole:
        switch (static_cast<Column>(index.column())) {
        case Status: return messageTemplate.status;
        case Quality: return messageTemplate.quality;
        case Language: return messageTemplate.language;
        case Category: return messageTemplate.category;
        case Name: return messageTemplate.name;
        case ColumnCount: break;
        }
        return {};
    case Qt::DisplayRole:
        switch (static_cast<Column>(index.column())) {
        case Name: return messageTemplate.name;
        case Language: return languageText(messageTemplate.language);
        case Category: return categoryText(messageTemplate.category);
        case Status: return templateStatusText(messageTemplate.status);
        case Quality: return qualityText(messageTemplate.quality);
        case ColumnCount: break;
        }
        return {};
    default: return {};
    }
}

QVariant TemplateTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Name: return tr("Template");
    case Language: return tr("Language");
    case Category: return tr("Category");
    case Status: return tr("Status");
    case Quality: return tr("Quality");
    case ColumnCount: break;
    }
    return {};
}

void TemplateTableModel::setTemplates(const std::vector<MessageTemplate> &templates)
{
    const auto isListed = [&](const MessageTemplate &known) {
        return std::any_of(templates.begin(), templates.end(),
                           [&](const MessageTemplate &now) { return isSame(known, now); });
    };
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (isListed(templateAt(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_templates.erase(m_templates.begin() + row);
        endRemoveRows();
    }
    for (const MessageTemplate &now : templates) {
        const int row = rowOf(now.name, now.language);
        if (row < 0) {
            beginInsertRows({}, rowCount(), rowCount());
            m_templates.push_back(now);
            endInsertRows();
        } else if (!(templateAt(row) == now)) {
            m_templates[static_cast<size_t>(row)] = now;
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
}

int TemplateTableModel::rowOf(const QString &name, const QString &language) const
{
    const auto found =
        std::find_if(m_templates.begin(), m_templates.end(), [&](const MessageTemplate &known) {
            return known.name == name && known.language == language;
        });
    return found == m_templates.end() ? -1 : static_cast<int>(found - m_templates.begin());
}

QStringList TemplateTableModel::languages() const
{
    return distinct(m_templates, &MessageTemplate::language);
}

QStringList TemplateTableModel::categories() const
{
    return distinct(m_templates, &MessageTemplate::category);
}

TemplateFilterModel::TemplateFilterModel(TemplateTableModel &templates, QObject *parent)
    : QSortFilterProxyModel{parent}
    , m_templates{templates}
{
    setSourceModel(&templates);
    setDynamicSortFilter(true);
    sort(TemplateTableModel::Name);
}

void TemplateFilterModel::setSearch(const QString &words)
{
    m_search = words.trimmed();
    invalidateFilter();
}

void TemplateFilterModel::setLanguage(const QString &language)
{
    m_language = language;
    invalidateFilter();
}

void TemplateFilterModel::setCategory(const QString &category)
{
    m_category = category;
    invalidateFilter();
}

const MessageTemplate &TemplateFilterModel::templateAt(const QModelIndex &index) const
{
    return m_templates.templateAt(mapToSource(index).row());
}

bool TemplateFilterModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    const MessageTemplate &messageTemplate = m_templates.templateAt(row);
    return (m_language.isEmpty() || messageTemplate.language == m_language)
        && (m_category.isEmpty() || messageTemplate.category == m_category)
        && (m_search.isEmpty() || messageTemplate.name.contains(m_search, Qt::CaseInsensitive)
            || messageTemplate.body.contains(m_search, Qt::CaseInsensitive));
}

bool TemplateFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const MessageTemplate &a = m_templates.templateAt(left.row());
    const MessageTemplate &b = m_templates.templateAt(right.row());
    // Columns other than the name are sorted by what a person clicked; the default order puts what can be
    // sent first.
    if (sortColumn() != TemplateTableModel::Name) {
        const int order =
            QString::localeAwareCompare(left.data(SortRole).toString(), right.data(SortRole).toString());
        if (order != 0)
            return order < 0;
    } else if (a.isSendable() != b.isSendable()) {
        return a.isSendable();
    }
    const int byName = QString::localeAwareCompare(a.name, b.name);
    return byName != 0 ? byName < 0 : a.language < b.language;
}
