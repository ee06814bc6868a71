#include "simulator/delayline.h"

#include <algorithm>

namespace {

constexpr auto kIsLater = [](const auto &left, const auto &right) { return left.due > right.due; };

} // namespace

DelayLine::DelayLine()
    : m_thread{[this] { run(); }}
{
}

DelayLine::~DelayLine()
{
    {
        const std::lock_guard lock{m_mutex};
        m_isStopping = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void DelayLine::after(std::chrono::milliseconds delay, std::function<void()> action)
{
    const Time due = std::chrono::steady_clock::now() + delay;
    bool isNext = false;
    {
        const std::lock_guard lock{m_mutex};
        isNext = m_heap.empty() || due < m_heap.front().due;
        m_heap.push_back({due, std::move(action)});
        std::push_heap(m_heap.begin(), m_heap.end(), kIsLater);
    }
    if (isNext)
        m_changed.notify_all();
}

void DelayLine::run()
{
    std::unique_lock lock{m_mutex};
    while (!m_isStopping) {
        if (m_heap.empty()) {
            m_changed.wait(lock);
            continue;
        }
        if (const Time due = m_heap.front().due; due > std::chrono::steady_clock::now()) {
            m_changed.wait_until(lock, due);
            continue;
        }
        std::pop_heap(m_heap.begin(), m_heap.end(), kIsLater);
        const std::function<void()> action = std::move(m_heap.back().action);
        m_heap.pop_back();
        lock.unlock();
        action();
        lock.lock();
    }
}
