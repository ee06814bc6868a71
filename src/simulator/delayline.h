#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

/// Does things a little later, on a thread of its own, in the order in which they are due.
class DelayLine
{
public:
    DelayLine();
    /// What is not yet due is dropped.
    ~DelayLine();

    void after(std::chrono::milliseconds delay, std::function<void()> action);

private:
    using Time = std::chrono::steady_clock::time_point;

    struct Entry
    {
        Time due;
        std::function<void()> action;
    };

    void run();

    // Owner: this class; guards the heap and the wish to stop between its thread and callers.
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Entry> m_heap;
    bool m_isStopping = false;
    std::thread m_thread;
};
