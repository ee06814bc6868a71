#pragma once

#include "presentation/audience.h"
#include "presentation/tablerole.h"
#include "presentation/wording.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <optional>
#include <vector>

/// The rows of a file before they become recipients: row, number before → after, name, the template's values,
/// result and why. StatusRole is an AudienceVerdict. The phone column shows the file's text, with the number
/// we will use (or what stands for it) in SecondLineRole; it can be edited, which asks for the row to be read
/// again. A value cell that uses a default shows it with Emphasis::Warning.
class ImportRowModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Row, Phone, Name, FirstValue };

    explicit ImportRowModel(PhoneFormat phoneFormat, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    int resultColumn() const { return FirstValue + static_cast<int>(m_variables.size()); }
    int remarkColumn() const { return resultColumn() + 1; }

    void setVariables(std::vector<TemplateVariable> variables);
    /// The heading of a variable's column in the file, by key; it stands above the values.
    void setHeadings(const QMap<QString, QString> &headings);
    void setDefaults(const Variables &defaults);
    /// The same rows with other contents are changed in place; another list replaces the old one.
    void setRows(std::vector<AudienceRow> rows);

    const AudienceRow &rowAt(int row) const { return m_rows[static_cast<size_t>(row)]; }

signals:
    /// A person wrote another number for this row of the file.
    void phoneFixed(qint64 row, const QString &text);

private:
    std::optional<TemplateVariable> variableOf(int column) const;
    bool usesDefault(const AudienceRow &row, const QString &key) const;
    QString text(const AudienceRow &row, int column) const;
    QString remark(const AudienceRow &row) const;

    PhoneFormat m_phoneFormat;
    std::vector<TemplateVariable> m_variables;
    QMap<QString, QString> m_headings;
    Variables m_defaults;
    std::vector<AudienceRow> m_rows;
};

/// The rows with one verdict, or with words in number, name, value or row number.
class ImportRowFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ImportRowFilter(ImportRowModel &rows, QObject *parent = nullptr);

    /// Nothing: all.
    void setVerdict(std::optional<AudienceVerdict> verdict);
    void setSearch(const QString &words);

    const AudienceRow &rowAt(const QModelIndex &index) const
    {
        return m_rows.rowAt(mapToSource(index).row());
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    ImportRowModel &m_rows;
    std::optional<AudienceVerdict> m_verdict;
    QString m_search;
};
