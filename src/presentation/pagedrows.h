#pragma once

#include "presentation/pagerequest.h"

#include <QHash>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

/// The rows of a table of any length, of which only the pages that are looked at are asked for and kept. A
/// row is a struct with an `id`. Holds values; the model that has it tells the view.
template <typename RowValue>
class PagedRows
{
public:
    static constexpr int kPageRows = 200;
    static constexpr int kMostPages = 40; ///< kept at a time; the ones looked at longest ago are dropped

    /// From the first to the last row.
    struct Range
    {
        int first = 0;
        int last = 0;

        friend bool operator==(const Range &, const Range &) = default;
    };

    /// `ask` is called on the next turn of the event loop, once for each page that is missing.
    explicit PagedRows(std::function<void(const PageRequest &)> ask)
        : m_ask{std::move(ask)}
    {
        m_asking.setSingleShot(true);
        m_asking.setInterval(0);
        QObject::connect(&m_asking, &QTimer::timeout, &m_asking, [this] { askForPages(); });
    }

    int total() const { return m_total; }
    int loadedPages() const { return static_cast<int>(m_pages.size()); }

    /// Another list of so many rows: forgets all pages, and every answer under way.
    void start(int total)
    {
        ++m_list;
        m_total = std::max(0, total);
        m_pages.clear();
        m_pageOf.clear();
        m_wanted.clear();
        m_onTheirWay.clear();
    }

    /// More or fewer rows in the same list; markStale() comes next.
    void setTotal(int total) { m_total = std::max(0, total); }

    /// What is kept may be out of date: it stays and is asked for again, the pages looked at last at once,
    /// the others when they are looked at.
    void markStale()
    {
        m_onTheirWay.clear(); // the answer may say what was true before
        constexpr qsizetype kShownPages = 2; // a view shows rows of one page or of two neighbours
        QList<std::pair<quint64, int>> looks;
        for (auto page = m_pages.begin(); page != m_pages.end(); ++page) {
            page->isStale = true;
            looks.append({page->lookedAt, page.key()});
        }
        std::sort(looks.begin(), looks.end(), std::greater{});
        for (qsizetype i = 0; i < std::min(kShownPages, looks.size()); ++i)
            want(looks[i].second);
    }

    /// The row where it is at hand; asks for its page where it is not.
    const RowValue *lookAt(int row) const
    {
        const int number = row / kPageRows;
        const auto page = m_pages.find(number);
        if (page == m_pages.end() || page->isStale)
            want(number);
        if (page != m_pages.end())
            page->lookedAt = ++m_looks;
        return at(row);
    }

    /// Nothing while its page is on its way.
    const RowValue *at(int row) const
    {
        const auto page = m_pages.constFind(row / kPageRows);
        const auto place = static_cast<size_t>(row % kPageRows);
        return page != m_pages.constEnd() && place < page->rows.size() ? &page->rows[place] : nullptr;
    }

    /// The answer to a request; the rows that differ from what was kept. One to an earlier list is ignored.
    std::vector<Range> setPage(const PageRequest &request, const std::vector<RowValue> &rows)
    {
        if (request.list != m_list || request.offset % kPageRows != 0)
            return {};
        const int number = request.offset / kPageRows;
        m_onTheirWay.remove(number);
        Page &page = m_pages[number];
        forgetPlaces(number, page);
        const std::vector<RowValue> before = std::exchange(page.rows, rows);
        page.isStale = false;
        page.lookedAt = ++m_looks;
        for (const RowValue &row : page.rows)
            m_pageOf.insert(row.id, number);
        dropOldPages();
        return differences(request.offset, before, rows);
    }

    /// Somebody changed meanwhile; the row where they are at hand and were different.
    std::optional<int> update(const RowValue &changed)
    {
        const auto number = m_pageOf.constFind(changed.id);
        if (number == m_pageOf.constEnd())
            return {};
        std::vector<RowValue> &rows = m_pages[*number].rows;
        const auto known =
            std::find_if(rows.begin(), rows.end(), [&](const RowValue &row) { return row.id == changed.id; });
        const int place = *number * kPageRows + static_cast<int>(known - rows.begin());
        if (*known == changed || place >= m_total)
            return {};
        *known = changed;
        return place;
    }

private:
    struct Page
    {
        std::vector<RowValue> rows;
        quint64 lookedAt = 0;
        bool isStale = false;
    };

    void want(int page) const
    {
        if (m_onTheirWay.contains(page) || m_wanted.contains(page))
            return;
        // Views ask cell by cell while they paint; the request goes out once, after that.
        m_wanted.insert(page);
        m_asking.start();
    }

    void askForPages()
    {
        QList<int> pages{m_wanted.begin(), m_wanted.end()};
        m_wanted.clear();
        std::sort(pages.begin(), pages.end());
        for (const int page : std::as_const(pages)) {
            const int offset = page * kPageRows;
            if (offset >= m_total)
                continue;
            m_onTheirWay.insert(page);
            m_ask({m_list, offset, std::min(kPageRows, m_total - offset)});
        }
    }

    std::vector<Range> differences(int offset, const std::vector<RowValue> &before,
                                   const std::vector<RowValue> &now) const
    {
        std::vector<Range> ranges;
        const int rows = std::min(m_total - offset, kPageRows);
        for (int row = 0; row < rows; ++row) {
            const auto place = static_cast<size_t>(row);
            const bool isKnown = place < before.size() && place < now.size();
            if (isKnown && before[place] == now[place])
                continue;
            if (!ranges.empty() && ranges.back().last == offset + row - 1)
                ranges.back().last = offset + row;
            else
                ranges.push_back({offset + row, offset + row});
        }
        return ranges;
    }

    void forgetPlaces(int number, const Page &page)
    {
        for (const RowValue &row : page.rows) {
            // It may have moved to another page meanwhile.
            if (m_pageOf.value(row.id, -1) == number)
                m_pageOf.remove(row.id);
        }
    }

    void dropOldPages()
    {
        while (m_pages.size() > kMostPages) {
            auto oldest = m_pages.begin();
            for (auto page = m_pages.begin(); page != m_pages.end(); ++page) {
                if (page->lookedAt < oldest->lookedAt)
                    oldest = page;
            }
            forgetPlaces(oldest.key(), *oldest);
            m_pages.erase(oldest);
        }
    }

    std::function<void(const PageRequest &)> m_ask;
    int m_total = 0;
    quint64 m_list = 0;
    mutable QHash<int, Page> m_pages;
    QHash<decltype(RowValue::id), int> m_pageOf;
    mutable quint64 m_looks = 0;
    mutable QSet<int> m_wanted; ///< to be asked for on the next turn of the event loop
    QSet<int> m_onTheirWay;
    mutable QTimer m_asking;
};
