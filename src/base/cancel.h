#pragma once

#include <atomic>
#include <memory>

/// Lets one thread ask a long job on another to stop. Copies share the same wish. Safe from any thread.
class CancelToken
{
public:
    void cancel() { *m_cancelled = true; }
    bool isCancelled() const { return *m_cancelled; }

private:
    std::shared_ptr<std::atomic<bool>> m_cancelled = std::make_shared<std::atomic<bool>>(false);
};
