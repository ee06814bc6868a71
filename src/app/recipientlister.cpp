#include "app/recipientlister.h"

#include "workspace/backgrounddesk.h"
#include "workspace/session.h"

#include <algorithm>

RecipientLister::RecipientLister(BackgroundDesk &desk, RecipientTableModel &model, QObject *parent)
    : QObject{parent}
    , m_desk{desk}
    , m_model{model}
{
}

void RecipientLister::list(const RecipientQuery &query)
{
    m_query = query;
    listAgain();
}

void RecipientLister::listAgain()
{
    m_desk.run(
        this, [query = m_query](Session &session) { return session.recipients().keys(query); },
        [this, query = m_query](const Result<std::vector<RecipientId>> &people) {
            if (query != m_query)
                return;
            if (!people) {
                emit failed(people.error());
                return;
            }
            m_people = std::make_shared<const std::vector<RecipientId>>(*people);
            emit listed(query, static_cast<int>(people->size()));
        });
}

void RecipientLister::read(const PageRequest &request)
{
    const auto first = std::min(static_cast<size_t>(std::max(request.offset, 0)), m_people->size());
    const auto last = std::min(first + static_cast<size_t>(std::max(request.count, 0)), m_people->size());
    std::vector<RecipientId> ids{m_people->begin() + static_cast<ptrdiff_t>(first),
                                 m_people->begin() + static_cast<ptrdiff_t>(last)};
    m_desk.run(
        this, [ids = std::move(ids)](Session &session) { return session.recipients().rows(ids); },
        [this, request](const Result<std::vector<Recipient>> &rows) {
            if (rows)
                m_model.setPage(request, *rows);
            else
                emit failed(rows.error());
        });
}
