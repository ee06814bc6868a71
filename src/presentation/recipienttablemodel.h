#pragma once

#include "domain/recipient.h"
#include "presentation/pagedrows.h"
#include "presentation/tablerole.h"
#include "presentation/wording.h"

#include <QAbstractTableModel>

#include <vector>

/// The people of a campaign, a million if need be: only the pages that are looked at are asked for and kept.
/// StatusRole is a RecipientStatus; LoadedRole is false while a row's page is on its way. The text of the
/// column WhatHappened begins with its LeadRole, which carries the EmphasisRole.
class RecipientTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Phone, Name, Status, Sent, Delivered, Read, Responded, Tries, WhatHappened, ColumnCount };

    static constexpr int kPageRows = PagedRows<Recipient>::kPageRows;
    static constexpr int kMostPages = PagedRows<Recipient>::kMostPages;

    explicit RecipientTableModel(PhoneFormat phoneFormat, QObject *parent = nullptr);

    /// Adds a column for each of these behind the others: what a person's message is filled in with.
    void setVariables(std::vector<TemplateVariable> variables);
    /// Stands, as a warning, where a person has no value of their own.
    void setDefaults(const Variables &defaults);
    int firstValueColumn() const { return ColumnCount; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Another campaign, filter or search: forgets all pages and expects `total` rows.
    void startList(int total);
    /// More or fewer rows in the same list. Pages that are kept are asked for again when they are looked at.
    void setTotal(int total);
    /// The answer to pageWanted(). An answer to an earlier list is ignored.
    void setPage(const PageRequest &request, const std::vector<Recipient> &recipients);
    /// People who changed meanwhile; those that are not loaded are ignored.
    void updateRecipients(const std::vector<Recipient> &recipients);
    /// What is kept may be out of date: it stays on screen and is asked for again, the pages looked at last
    /// at once, the others when they are looked at. Only rows that turn out to differ are repainted.
    void markStale();

    /// Nothing while its page is on its way.
    const Recipient *recipientAt(int row) const { return m_rows.at(row); }
    int loadedPages() const { return m_rows.loadedPages(); }

signals:
    void pageWanted(const PageRequest &request);

private:
    const TemplateVariable *variableOf(int column) const;
    bool usesDefault(const Recipient &recipient, const QString &key) const;
    QString text(const Recipient &recipient, int column) const;
    QVariant sortValue(const Recipient &recipient, int column) const;

    PhoneFormat m_phoneFormat;
    std::vector<TemplateVariable> m_variables;
    Variables m_defaults;
    PagedRows<Recipient> m_rows;
};

/// What happened to a person, in two parts: said first (with its emphasis) and the rest.
struct Happening
{
    QString lead;
    QString rest;
    Emphasis emphasis = Emphasis::None;

    QString text() const;
};
Happening whatHappenedTo(const Recipient &recipient);
