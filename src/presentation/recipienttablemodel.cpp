#include "presentation/recipienttablemodel.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

struct Happenings
{
    Q_DECLARE_TR_FUNCTIONS(Happenings)
};

Emphasis emphasisOf(RecipientStatus status)
{
    if (status == RecipientStatus::Failed)
        return Emphasis::Problem;
    if (status == RecipientStatus::Unconfirmed)
        return Emphasis::Warning;
    return Emphasis::None;
}

std::optional<UtcTime> momentOf(const DeliveryProgress &progress, int column)
{
    switch (column) {
    case RecipientTableModel::Sent: return progress.sentAt;
    case RecipientTableModel::Delivered: return progress.deliveredAt;
    case RecipientTableModel::Read: return progress.readAt;
    case RecipientTableModel::Responded: return progress.respondedAt;
    default: return std::nullopt;
    }
}

bool isMoment(int column)
{
    return column >= RecipientTableModel::Sent && column <= RecipientTableModel::Responded;
}

/// What Meta's commonest answers come to in a row of a table; the tooltip and the details have all of it.
std::optional<Happening> inShort(const QString &code)
{
    if (code == "131026"_L1)
        return Happening{Happenings::tr("Not reachable on WhatsApp."),
                         Happenings::tr("Check the number with the customer."), Emphasis::None};
    if (code == "131049"_L1)
        return Happening{Happenings::tr("Held back by Meta."), Happenings::tr("Do not retry for 24 hours."),
                         Emphasis::None};
    if (code == "held_for_quality_assessment"_L1)
        return Happening{Happenings::tr("Accepted and held back by Meta."),
                         Happenings::tr("Do not send it again."), Emphasis::None};
    if (code == "131050"_L1)
        return Happening{Happenings::tr("Wants no offers."), Happenings::tr("Now on the do-not-send list."),
                         Emphasis::None};
    return std::nullopt;
}

} // namespace

QString Happening::text() const
{
    if (lead.isEmpty() || rest.isEmpty())
        return lead + rest;
    //: Two sentences one after the other
    return Happenings::tr("%1 %2").arg(lead, rest);
}

Happening whatHappenedTo(const Recipient &recipient)
{
    const RecipientStatus status = recipient.progress.status;
    if (!recipient.response.isEmpty())
        //: The words of a person's answer
        return {Happenings::tr("“%1”").arg(recipient.response.simplified()), {}, Emphasis::None};
    if (status == RecipientStatus::Pending && recipient.notBefore) {
        const QString again = Happenings::tr("Tried again at %1.").arg(shortTimeText(*recipient.notBefore));
        return {again, recipient.error ? recipient.error->message : QString{}, Emphasis::None};
    }
    if (recipient.error) {
        const Happening known =
            inShort(recipient.error->code)
                .value_or(Happening{recipient.error->message, recipient.error->advice, Emphasis::None});
        return {known.lead, known.rest, emphasisOf(status)};
    }
    switch (status) {
    case RecipientStatus::Unconfirmed:
        return {Happenings::tr("Connection dropped before Meta answered."),
                Happenings::tr("Waiting for proof"), Emphasis::Warning};
    case RecipientStatus::OptedOut: return {Happenings::tr("On the do-not-send list"), {}, Emphasis::None};
    case RecipientStatus::Sent:
    case RecipientStatus::Delivered:
    case RecipientStatus::Read:
    case RecipientStatus::Responded:
        if (recipient.attempts > 1)
            return {
                Happenings::tr("Accepted on try %1").arg(countText(recipient.attempts)), {}, Emphasis::None};
        return {};
    case RecipientStatus::Pending:
    case RecipientStatus::Sending:
    case RecipientStatus::Failed:
    case RecipientStatus::Skipped: return {};
    }
    Q_UNREACHABLE();
}

RecipientTableModel::RecipientTableModel(PhoneFormat phoneFormat, QObject *parent)
    : QAbstractTableModel{parent}
    , m_phoneFormat{std::move(phoneFormat)}
    , m_rows{[this](const PageRequest &request) { emit pageWanted(request); }}
{
}

void RecipientTableModel::setVariables(std::vector<TemplateVariable> variables)
{
    if (variables == m_variables)
        return;
    beginResetModel();
    m_variables = std::move(variables);
    endResetModel();
}

void RecipientTableModel::setDefaults(const Variables &defaults)
{
    if (defaults == m_defaults)
        return;
    m_defaults = defaults;
    if (rowCount() > 0 && !m_variables.empty())
        emit dataChanged(index(0, firstValueColumn()), index(rowCount() - 1, columnCount() - 1));
}

int RecipientTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows.total();
}

int RecipientTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount + static_cast<int>(m_variables.size());
}

QVariant RecipientTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (index.column() == Tries ? Qt::AlignRight : Qt::AlignLeft));
    const Recipient *recipient = m_rows.lookAt(index.row());
    if (role == LoadedRole)
        return recipient != nullptr;
    if (!recipient)
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(*recipient, index.column());
    case Qt::ToolTipRole:
        if (const std::optional<UtcTime> at = momentOf(recipient->progress, index.column()))
            return fullMomentText(*at);
        if (index.column() == WhatHappened && recipient->error)
            return Happening{recipient->error->message, recipient->error->advice, Emphasis::None}.text();
        if (index.column() == WhatHappened || index.column() == Name)
            return text(*recipient, index.column());
        return {};
    case SortRole: return sortValue(*recipient, index.column());
    case IdRole: return recipient->id.value;
    case StatusRole: return static_cast<int>(recipient->progress.status);
    case LeadRole: return index.column() == WhatHappened ? whatHappenedTo(*recipient).lead : QVariant{};
    case EmphasisRole:
        if (index.column() == WhatHappened)
            return static_cast<int>(whatHappenedTo(*recipient).emphasis);
        if (const TemplateVariable *variable = variableOf(index.column());
            variable && usesDefault(*recipient, variable->key))
            return static_cast<int>(Emphasis::Warning);
        return {};
    default: return {};
    }
}

QVariant RecipientTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        // Row numbers of a million rows would be measured one by one by the header.
        return {};
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == Tries ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    if (const TemplateVariable *variable = variableOf(section))
        return variableLabel(*variable);
    switch (static_cast<Column>(section)) {
    case Phone: return tr("Phone");
    case Name: return tr("Name");
    case Status: return tr("Status");
    case Sent: return tr("Sent");
    case Delivered: return tr("Delivered");
    case Read: return tr("Read");
    case Responded: return tr("Responded");
    case Tries: return tr("Tries");
    case WhatHappened: return tr("What happened");
    case ColumnCount: break;
    }
    return {};
}

void RecipientTableModel::startList(int total)
{
    beginResetModel();
    m_rows.start(total);
    endResetModel();
}

void RecipientTableModel::setTotal(int total)
{
    const int before = m_rows.total();
    const int rows = std::max(0, total);
    if (rows > before) {
        beginInsertRows({}, before, rows - 1);
        m_rows.setTotal(rows);
        endInsertRows();
    } else if (rows < before) {
        beginRemoveRows({}, rows, before - 1);
        m_rows.setTotal(rows);
        endRemoveRows();
    }
    if (rows != before)
        m_rows.markStale();
}

void RecipientTableModel::setPage(const PageRequest &request, const std::vector<Recipient> &recipients)
{
    for (const auto &range : m_rows.setPage(request, recipients))
        emit dataChanged(index(range.first, 0), index(range.last, columnCount() - 1));
}

void RecipientTableModel::updateRecipients(const std::vector<Recipient> &recipients)
{
    for (const Recipient &recipient : recipients) {
        if (const std::optional<int> row = m_rows.update(recipient))
            emit dataChanged(index(*row, 0), index(*row, columnCount() - 1));
    }
}

void RecipientTableModel::markStale()
{
    m_rows.markStale();
}

const TemplateVariable *RecipientTableModel::variableOf(int column) const
{
    const int place = column - firstValueColumn();
    return place >= 0 && place < static_cast<int>(m_variables.size())
        ? &m_variables[static_cast<size_t>(place)]
        : nullptr;
}

bool RecipientTableModel::usesDefault(const Recipient &recipient, const QString &key) const
{
    return recipient.variables.value(key).trimmed().isEmpty() && !m_defaults.value(key).isEmpty();
}

QString RecipientTableModel::text(const Recipient &recipient, int column) const
{
    if (const TemplateVariable *variable = variableOf(column)) {
        if (usesDefault(recipient, variable->key))
            return m_defaults.value(variable->key);
        const QString value = recipient.variables.value(variable->key);
        return value.isEmpty() ? unknownText() : value;
    }
    if (isMoment(column)) {
        const std::optional<UtcTime> at = momentOf(recipient.progress, column);
        return at ? timeText(*at) : unknownText();
    }
    switch (static_cast<Column>(column)) {
    case Phone: return phoneText(recipient.phone, m_phoneFormat);
    case Name: return recipient.name.isEmpty() ? unknownText() : recipient.name;
    case Status: return wordFor(recipient.progress.status);
    case Tries: return countText(recipient.attempts);
    case WhatHappened: return whatHappenedTo(recipient).text();
    case Sent:
    case Delivered:
    case Read:
    case Responded:
    case ColumnCount: break;
    }
    return {};
}

QVariant RecipientTableModel::sortValue(const Recipient &recipient, int column) const
{
    if (isMoment(column)) {
        const std::optional<UtcTime> at = momentOf(recipient.progress, column);
        return at ? QVariant{toMilliseconds(*at)} : QVariant{};
    }
    switch (static_cast<Column>(column)) {
    case Phone: return recipient.phone.e164();
    case Status: return static_cast<int>(recipient.progress.status);
    case Tries: return recipient.attempts;
    default: return text(recipient, column);
    }
}
