#include "presentation/importrowmodel.h"

#include <algorithm>

ImportRowModel::ImportRowModel(PhoneFormat phoneFormat, QObject *parent)
    : QAbstractTableModel{parent}
    , m_phoneFormat{std::move(phoneFormat)}
{
}

int ImportRowModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ImportRowModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : remarkColumn() + 1;
}

QVariant ImportRowModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AudienceRow &row = rowAt(index.row());
    const std::optional<TemplateVariable> variable = variableOf(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::EditRole: return index.column() == Phone ? row.phoneText : QVariant{};
    case Qt::ToolTipRole: return index.column() == Row ? QString{} : text(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (index.column() == Row ? Qt::AlignRight : Qt::AlignLeft));
    case SortRole: return index.column() == Row ? QVariant{row.row} : QVariant{text(row, index.column())};
    case IdRole: return row.row;
    case StatusRole: return static_cast<int>(row.verdict);
    case SecondLineRole:
        if (index.column() != Phone)
            return {};
        if (row.verdict == AudienceVerdict::Invalid || row.verdict == AudienceVerdict::Duplicate)
            return insteadOfNumber(row);
        return isolated(m_phoneFormat ? m_phoneFormat(row.e164) : row.e164);
    case EmphasisRole:
        if (index.column() == Phone && row.verdict == AudienceVerdict::Invalid)
            return static_cast<int>(Emphasis::Problem);
        if (index.column() == Phone && row.verdict == AudienceVerdict::Duplicate)
            return static_cast<int>(Emphasis::Quiet);
        if (variable && usesDefault(row, variable->key))
            return static_cast<int>(Emphasis::Warning);
        return static_cast<int>(Emphasis::None);
    default: return {};
    }
}

bool ImportRowModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole || index.column() != Phone)
        return false;
    AudienceRow &row = m_rows[static_cast<size_t>(index.row())];
    const QString written = value.toString().trimmed();
    if (written == row.phoneText)
        return false;
    row.phoneText = written;
    emit dataChanged(index, index);
    emit phoneFixed(row.row, written);
    return true;
}

Qt::ItemFlags ImportRowModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Phone)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant ImportRowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == Row ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    if (section == Row)
        return tr("Row");
    if (section == Phone)
        //: Heading over "0034 600-000-118 > +34 600 000 118"
        return tr("Phone in your file  →  number we will use");
    if (section == Name)
        return tr("Name");
    if (const std::optional<TemplateVariable> variable = variableOf(section))
        return m_headings.value(variable->key, variableLabel(*variable));
    return section == resultColumn() ? tr("Result") : QString{};
}

void ImportRowModel::setVariables(std::vector<TemplateVariable> variables)
{
    if (variables == m_variables)
        return;
    beginResetModel();
    m_variables = std::move(variables);
    endResetModel();
}

void ImportRowModel::setHeadings(const QMap<QString, QString> &headings)
{
    if (headings == m_headings)
        return;
    m_headings = headings;
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void ImportRowModel::setDefaults(const Variables &defaults)
{
    if (defaults == m_defaults)
        return;
    m_defaults = defaults;
    if (!m_rows.empty())
        emit dataChanged(index(0, FirstValue), index(rowCount() - 1, columnCount() - 1));
}

void ImportRowModel::setRows(std::vector<AudienceRow> rows)
{
    const bool isSameList = rows.size() == m_rows.size()
        && std::equal(rows.begin(), rows.end(), m_rows.begin(),
                      [](const AudienceRow &a, const AudienceRow &b) { return a.row == b.row; });
    if (!isSameList) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] == m_rows[i])
            continue;
        m_rows[i] = std::move(rows[i]);
        const int row = static_cast<int>(i);
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
}

std::optional<TemplateVariable> ImportRowModel::variableOf(int column) const
{
    if (column < FirstValue || column >= resultColumn())
        return std::nullopt;
    return m_variables[static_cast<size_t>(column - FirstValue)];
}

bool ImportRowModel::usesDefault(const AudienceRow &row, const QString &key) const
{
    return row.values.value(key).trimmed().isEmpty() && !m_defaults.value(key).isEmpty();
}

QString ImportRowModel::text(const AudienceRow &row, int column) const
{
    if (const std::optional<TemplateVariable> variable = variableOf(column)) {
        if (usesDefault(row, variable->key))
            return m_defaults.value(variable->key);
        const QString value = row.values.value(variable->key);
        return value.isEmpty() ? unknownText() : value;
    }
    if (column == Row)
        return countText(row.row);
    if (column == Phone)
        return row.phoneText.isEmpty() ? unknownText() : isolated(row.phoneText);
    if (column == Name)
        return row.name.isEmpty() ? unknownText() : row.name;
    return column == resultColumn() ? wordFor(row.verdict) : remark(row);
}

QString ImportRowModel::remark(const AudienceRow &row) const
{
    const QString sentence = sentenceFor(row);
    if (!sentence.isEmpty() || row.verdict != AudienceVerdict::Accepted)
        return sentence;
    for (const TemplateVariable &variable : m_variables) {
        if (usesDefault(row, variable.key))
            return tr("Empty: uses the default “%1”").arg(m_defaults.value(variable.key));
    }
    return {};
}

ImportRowFilter::ImportRowFilter(ImportRowModel &rows, QObject *parent)
    : QSortFilterProxyModel{parent}
    , m_rows{rows}
{
    setSourceModel(&rows);
    setDynamicSortFilter(true);
}

void ImportRowFilter::setVerdict(std::optional<AudienceVerdict> verdict)
{
    m_verdict = verdict;
    invalidateFilter();
}

void ImportRowFilter::setSearch(const QString &words)
{
    m_search = words.trimmed();
    invalidateFilter();
}

bool ImportRowFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const AudienceRow &candidate = m_rows.rowAt(row);
    if (m_verdict && candidate.verdict != *m_verdict)
        return false;
    if (m_search.isEmpty() || QString::number(candidate.row) == m_search
        || candidate.phoneText.contains(m_search, Qt::CaseInsensitive) || candidate.e164.contains(m_search)
        || candidate.name.contains(m_search, Qt::CaseInsensitive))
        return true;
    return std::any_of(candidate.values.begin(), candidate.values.end(),
                       [&](const QString &value) { return value.contains(m_search, Qt::CaseInsensitive); });
}
