#include "presentation/contacttablemodel.h"

#include "presentation/audience.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Consent)
};

/// What is ours is said in words; anything else is what a person typed.
QString sourceText(const QString &source)
{
    if (source == "reply"_L1)
        return Words::tr("by their answer");
    if (source == "whatsapp"_L1)
        return Words::tr("in WhatsApp itself");
    if (source == "person"_L1)
        return Words::tr("noted here");
    return source;
}

ContactFilter::Order orderOf(ContactTableModel::Column column)
{
    switch (column) {
    case ContactTableModel::Name: return ContactFilter::Order::Name;
    case ContactTableModel::Phone: return ContactFilter::Order::Phone;
    case ContactTableModel::Consent: return ContactFilter::Order::Consent;
    case ContactTableModel::Tags: return ContactFilter::Order::Tags;
    case ContactTableModel::Country: return ContactFilter::Order::Country;
    case ContactTableModel::Added:
    case ContactTableModel::ColumnCount: break;
    }
    return ContactFilter::Order::Added;
}

} // namespace

ConsentState consentOf(const Contact &contact)
{
    if (contact.isSuppressed)
        return ConsentState::OptedOut;
    return contact.optedInAt ? ConsentState::OptedIn : ConsentState::Unknown;
}

QString wordFor(ConsentState consent)
{
    switch (consent) {
    case ConsentState::OptedIn: return Words::tr("Opted in");
    case ConsentState::Unknown: return Words::tr("Not recorded");
    case ConsentState::OptedOut: return Words::tr("Opted out");
    }
    Q_UNREACHABLE();
}

QString consentSentence(const Contact &contact)
{
    switch (consentOf(contact)) {
    case ConsentState::OptedIn: return optInSentence(contact);
    case ConsentState::Unknown: return Words::tr("Nothing is recorded");
    case ConsentState::OptedOut: {
        if (!contact.optedOutAt)
            return Words::tr("On the do-not-send list");
        const QString day = dateText(*contact.optedOutAt);
        return contact.optOutSource.isEmpty()
            ? Words::tr("Opted out on %1").arg(day)
            : Words::tr("Opted out on %1, %2").arg(day, sourceText(contact.optOutSource));
    }
    }
    Q_UNREACHABLE();
}

QString optInSentence(const Contact &contact)
{
    if (!contact.optedInAt)
        return {};
    const QString day = dateText(*contact.optedInAt);
    return contact.optInSource.isEmpty()
        ? Words::tr("Opted in on %1").arg(day)
        : Words::tr("Opted in on %1, %2").arg(day, sourceText(contact.optInSource));
}

QStringList tagsIn(const QString &text)
{
    QStringList tags;
    for (const QString &part : text.split(u',')) {
        const QString tag = part.simplified();
        if (!tag.isEmpty() && !tags.contains(tag, Qt::CaseInsensitive))
            tags << tag;
    }
    return tags;
}

ContactTableModel::ContactTableModel(PhoneFormat phoneFormat, const Clock &clock, QObject *parent)
    : QAbstractTableModel{parent}
    , m_phoneFormat{std::move(phoneFormat)}
    , m_clock{clock}
    , m_rows{[this](const PageRequest &request) { emit pageWanted(request); }}
{
}

int ContactTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows.total();
}

int ContactTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ContactTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    const Contact *contact = m_rows.lookAt(index.row());
    if (role == LoadedRole)
        return contact != nullptr;
    if (!contact)
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(*contact, index.column());
    case Qt::EditRole:
        if (index.column() == Name)
            return contact->name;
        return index.column() == Tags ? contact->tags.join(u", "_s) : text(*contact, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Added)
            return fullMomentText(contact->createdAt);
        if (index.column() == Consent)
            return consentSentence(*contact);
        return text(*contact, index.column());
    case IdRole: return contact->id.value;
    case StatusRole: return static_cast<int>(consentOf(*contact));
    default: return {};
    }
}

QVariant ContactTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) // row numbers of a million rows would be measured one by one
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Name: return tr("Name");
    case Phone: return tr("Phone");
    case Consent: return tr("Consent");
    case Tags: return tr("Tags");
    case Country: return tr("Country");
    case Added: return tr("Added");
    case ColumnCount: break;
    }
    return {};
}

Qt::ItemFlags ContactTableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool isWritten = index.column() == Name || index.column() == Tags;
    return index.isValid() && isWritten && m_rows.at(index.row()) ? flags | Qt::ItemIsEditable : flags;
}

bool ContactTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const Contact *contact = index.isValid() ? m_rows.at(index.row()) : nullptr;
    if (role != Qt::EditRole || !contact)
        return false;
    if (index.column() == Name) {
        const QString name = value.toString().simplified();
        if (name != contact->name)
            emit nameEdited(contact->id, name);
        return true;
    }
    if (index.column() == Tags) {
        const QStringList tags = tagsIn(value.toString());
        if (tags != contact->tags)
            emit tagsEdited(contact->id, tags);
        return true;
    }
    return false;
}

void ContactTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0)
        emit orderWanted(ContactFilter{}.order, ContactFilter{}.isDescending);
    else
        emit orderWanted(orderOf(static_cast<Column>(column)), order == Qt::DescendingOrder);
}

void ContactTableModel::startList(int total)
{
    beginResetModel();
    m_rows.start(total);
    endResetModel();
}

void ContactTableModel::setPage(const PageRequest &request, const std::vector<Contact> &contacts)
{
    for (const auto &range : m_rows.setPage(request, contacts))
        emit dataChanged(index(range.first, 0), index(range.last, ColumnCount - 1));
}

void ContactTableModel::markStale()
{
    m_rows.markStale();
}

QString ContactTableModel::text(const Contact &contact, int column) const
{
    switch (static_cast<Column>(column)) {
    case Name: return contact.name.isEmpty() ? unknownText() : contact.name;
    case Phone: return phoneText(contact.phone, m_phoneFormat);
    case Consent: return wordFor(consentOf(contact));
    case Tags: return contact.tags.isEmpty() ? unknownText() : contact.tags.join(u", "_s);
    case Country: return contact.region.isEmpty() ? unknownText() : countryText(contact.region);
    case Added: return dayText(contact.createdAt, m_clock.now());
    case ColumnCount: break;
    }
    return {};
}
