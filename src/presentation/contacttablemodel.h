#pragma once

#include "domain/contact.h"
#include "presentation/contactchoices.h"
#include "presentation/pagedrows.h"
#include "presentation/tablerole.h"
#include "presentation/wording.h"

#include <QAbstractTableModel>

/// How things stand with a person's consent, in one word.
enum class ConsentState { OptedIn, Unknown, OptedOut };
ConsentState consentOf(const Contact &contact);
QString wordFor(ConsentState consent);
/// "Opted in on 12 Mar 2025, web form"; "Nothing is recorded"; "Opted out on …".
QString consentSentence(const Contact &contact);
/// The first of them, whatever became of it later; empty where nobody agreed.
QString optInSentence(const Contact &contact);

/// "vip, goa" → vip and goa, each once.
QStringList tagsIn(const QString &text);

/// The contact book, millions of people if need be: only the pages that are looked at are asked for and kept.
/// StatusRole is a ConsentState; LoadedRole is false while a row's page is on its way. Name and tags can be
/// edited; the change is asked for, and shown when it is stored.
class ContactTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Phone, Consent, Tags, Country, Added, ColumnCount };

    ContactTableModel(PhoneFormat phoneFormat, const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    /// Asks for another order; -1 for the book's own: the latest first.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// Another filter, search or order: forgets all pages and expects `total` rows.
    void startList(int total);
    /// The answer to pageWanted(). An answer to an earlier list is ignored.
    void setPage(const PageRequest &request, const std::vector<Contact> &contacts);
    /// What is kept may be out of date: it stays on screen and is asked for again.
    void markStale();

    /// Nothing while its page is on its way.
    const Contact *contactAt(int row) const { return m_rows.at(row); }
    const PhoneFormat &phoneFormat() const { return m_phoneFormat; }
    int loadedPages() const { return m_rows.loadedPages(); }

signals:
    void pageWanted(const PageRequest &request);
    void orderWanted(ContactFilter::Order order, bool isDescending);
    void nameEdited(ContactId id, const QString &name);
    void tagsEdited(ContactId id, const QStringList &tags);

private:
    QString text(const Contact &contact, int column) const;

    PhoneFormat m_phoneFormat;
    const Clock &m_clock;
    PagedRows<Contact> m_rows;
};
