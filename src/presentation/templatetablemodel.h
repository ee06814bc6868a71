#pragma once

#include "domain/messagetemplate.h"
#include "presentation/tablerole.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <vector>

/// The templates known here. IdRole is the TemplateId; a row that may not be sent speaks quietly
/// (EmphasisRole).
class TemplateTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Language, Category, Status, Quality, ColumnCount };

    explicit TemplateTableModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Keeps the rows that stayed: only what was added, removed or changed is told to the view.
    void setTemplates(const std::vector<MessageTemplate> &templates);

    const std::vector<MessageTemplate> &templates() const { return m_templates; }
    const MessageTemplate &templateAt(int row) const { return m_templates[static_cast<size_t>(row)]; }
    /// -1 when it is not known.
    int rowOf(const QString &name, const QString &language) const;
    QStringList languages() const;
    QStringList categories() const;

private:
    std::vector<MessageTemplate> m_templates;
};

/// The templates that match a search, a language and a category; sendable ones first.
class TemplateFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit TemplateFilterModel(TemplateTableModel &templates, QObject *parent = nullptr);

    void setSearch(const QString &words);
    /// Empty: all.
    void setLanguage(const QString &language);
    void setCategory(const QString &category);

    const MessageTemplate &templateAt(const QModelIndex &index) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    TemplateTableModel &m_templates;
    QString m_search;
    QString m_language;
    QString m_category;
};
