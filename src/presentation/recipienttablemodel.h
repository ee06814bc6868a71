#pragma once

#include "domain/recipient.h"
#include "presentation/tablerole.h"
#include "presentation/wording.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <vector>

/// Rows that a RecipientTableModel needs. `list` tells answers to an earlier filter or search from those to
/// this one.
struct PageRequest
{
    quint64 list = 0;
    int offset = 0;
    int count = 0;

    friend bool operator==(const PageRequest &, const PageRequest &) = default;
};

/// The people of a campaign, a million if need be: only the pages that are looked at are asked for and kept.
/// StatusRole is a RecipientStatus; LoadedRole is false while a row's page is on its way. The text of the
/// column WhatHappened begins with its LeadRole, which carries the EmphasisRole.
class RecipientTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Phone, Name, Status, Sent, Delivered, Read, Responded, Tries, WhatHappened, ColumnCount };

    static constexpr int kPageRows = 200;
    static constexpr int kMostPages = 40; ///< kept at a time; the ones looked at longest ago are dropped

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
    const Recipient *recipientAt(int row) const;
    int loadedPages() const { return static_cast<int>(m_pages.size()); }

signals:
    void pageWanted(const PageRequest &request);

private:
    struct Page
    {
        std::vector<Recipient> rows;
        quint64 lookedAt = 0;
        bool isStale = false;
    };

    const Recipient *lookAt(int row) const;
    void want(int page) const;
    void askForPages();
    void tellChangedRows(int offset, const std::vector<Recipient> &before, const std::vector<Recipient> &now);
    void forgetRows(int number, const Page &page);
    void dropOldPages();
    const TemplateVariable *variableOf(int column) const;
    bool usesDefault(const Recipient &recipient, const QString &key) const;
    QString text(const Recipient &recipient, int column) const;
    QVariant sortValue(const Recipient &recipient, int column) const;

    PhoneFormat m_phoneFormat;
    std::vector<TemplateVariable> m_variables;
    Variables m_defaults;
    int m_total = 0;
    quint64 m_list = 0;
    mutable QHash<int, Page> m_pages;
    QHash<RecipientId, int> m_pageOf;
    mutable quint64 m_looks = 0;
    mutable QSet<int> m_wanted; ///< to be asked for on the next turn of the event loop
    QSet<int> m_onTheirWay;
    mutable QTimer m_asking;
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
