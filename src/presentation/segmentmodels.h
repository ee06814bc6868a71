#pragma once

#include "domain/contact.h"
#include "domain/segmentrule.h"
#include "presentation/wording.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

/// A saved segment as the list shows it.
struct SegmentEntry
{
    QString name;
    SegmentRule rule;
    std::optional<qint64> people; ///< nothing while they are counted

    friend bool operator==(const SegmentEntry &, const SegmentEntry &) = default;
};

/// The saved segments by name, with how many people are in each.
class SegmentTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, People, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void setEntries(std::vector<SegmentEntry> entries);
    /// Of one that is not there any more: nothing happens.
    void setPeople(const QString &name, qint64 people);
    const SegmentEntry &entryAt(int row) const { return m_entries.at(static_cast<size_t>(row)); }
    /// In upper or lower case; -1 where there is none.
    int rowOf(const QString &name) const;

private:
    std::vector<SegmentEntry> m_entries;
};

/// The first people who meet a rule.
class SegmentPeopleModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Phone, Country, Tags, ColumnCount };

    explicit SegmentPeopleModel(PhoneFormat phoneFormat, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void setPeople(const std::vector<Contact> &people);

private:
    PhoneFormat m_phoneFormat;
    std::vector<Contact> m_people;
};
