#pragma once

#include <atomic>
#include <memory>

/// Lets one thread ask a long job on another to stop. Copies share the same wish. Safe from any thread.
class CancelToken
{
public:
    CancelToken() = default;
    /// Cancelled by whoever sets `flag`, which lives as long as the program: a signal handler, for example,
    /// reaches nothing else.
    explicit CancelToken(std::atomic<bool> &flag)
        : m_cancelled{std::shared_ptr<void>{}, &flag}
    {
    }

    void cancel() { *m_cancelled = true; }
    bool isCancelled() const { return *m_cancelled; }

private:
    std::shared_ptr<std::atomic<bool>> m_cancelled = std::make_shared<std::atomic<bool>>(false);
};
