#pragma once

#include "presentation/recipienttablemodel.h"
#include "storage/recipientstore.h"

#include <QObject>

#include <memory>
#include <vector>

class BackgroundDesk;

/// Feeds a RecipientTableModel: holds the order of everybody who matches as ids, and reads the rows of a page
/// when they are looked at.
class RecipientLister : public QObject
{
    Q_OBJECT

public:
    RecipientLister(BackgroundDesk &desk, RecipientTableModel &model, QObject *parent);

    /// Whoever matches `query`, from now on; `listed` follows.
    void list(const RecipientQuery &query);
    /// The same people again, because there may be more or fewer.
    void listAgain();
    void read(const PageRequest &request);

signals:
    /// An answer to an earlier query is not told.
    void listed(const RecipientQuery &query, int total);
    void failed(const Error &error);

private:
    BackgroundDesk &m_desk;
    RecipientTableModel &m_model;
    RecipientQuery m_query;
    std::shared_ptr<const std::vector<RecipientId>> m_people = std::make_shared<std::vector<RecipientId>>();
};
