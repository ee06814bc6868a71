#include "presentation/segmentmodels.h"

#include "presentation/audience.h"
#include "presentation/tablerole.h"

#include <algorithm>

using namespace Qt::StringLiterals;

int SegmentTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int SegmentTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SegmentTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SegmentEntry &entry = entryAt(index.row());
    if (index.column() == People) {
        switch (role) {
        case Qt::DisplayRole: return entry.people ? countText(*entry.people) : u"–"_s;
        case Qt::TextAlignmentRole: return QVariant{Qt::AlignTrailing | Qt::AlignVCenter};
        case SortRole: return entry.people.value_or(-1);
        default: return {};
        }
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case SortRole: return entry.name;
    default: return {};
    }
}

QVariant SegmentTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == People)
        return QVariant{Qt::AlignTrailing | Qt::AlignVCenter};
    if (role != Qt::DisplayRole)
        return {};
    return section == People ? tr("People") : tr("Segment");
}

void SegmentTableModel::setEntries(std::vector<SegmentEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

void SegmentTableModel::setPeople(const QString &name, qint64 people)
{
    const int row = rowOf(name);
    if (row < 0 || entryAt(row).people == people)
        return;
    m_entries[static_cast<size_t>(row)].people = people;
    emit dataChanged(index(row, People), index(row, People));
}

int SegmentTableModel::rowOf(const QString &name) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const SegmentEntry &entry) {
        return entry.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

SegmentPeopleModel::SegmentPeopleModel(PhoneFormat phoneFormat, QObject *parent)
    : QAbstractTableModel{parent}
    , m_phoneFormat{std::move(phoneFormat)}
{
}

int SegmentPeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_people.size());
}

int SegmentPeopleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SegmentPeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const Contact &person = m_people[static_cast<size_t>(index.row())];
    const auto orUnknown = [](const QString &text) { return text.isEmpty() ? u"–"_s : text; };
    switch (static_cast<Column>(index.column())) {
    case Name: return orUnknown(person.name);
    case Phone: return isolated(m_phoneFormat(person.phone.e164()));
    case Country: return orUnknown(countryText(person.region));
    case Tags: return orUnknown(person.tags.join(u", "_s));
    case ColumnCount: break;
    }
    return {};
}

QVariant SegmentPeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Name: return tr("Name");
    case Phone: return tr("Phone");
    case Country: return tr("Country");
    case Tags: return tr("Tags");
    case ColumnCount: break;
    }
    return {};
}

void SegmentPeopleModel::setPeople(const std::vector<Contact> &people)
{
    if (people == m_people)
        return;
    beginResetModel();
    m_people = people;
    endResetModel();
}
