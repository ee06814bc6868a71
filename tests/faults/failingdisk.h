#pragma once

#include <atomic>
#include <functional>

/// SQLite's way to the disk, with a fault in it: a VFS of our own in front of the system's, for all databases
/// that are opened after it was installed. Counts every call that reaches the file of a database or its log,
/// and makes those fail that the test asks for.
class FailingDisk
{
public:
    enum class Fault {
        InputOutput, ///< any call fails, as on a broken disk
        Full, ///< only what would write fails, as on a full disk; half of it may have been written
    };

    /// Puts itself in front, once for the process.
    static FailingDisk &install();

    /// While it lives, nothing fails and nothing is counted: the test itself looks at the database.
    class Truce
    {
    public:
        explicit Truce(FailingDisk &disk)
            : m_disk{disk}
        {
            ++m_disk.m_truces;
        }
        ~Truce() { --m_disk.m_truces; }
        Truce(const Truce &) = delete;
        Truce &operator=(const Truce &) = delete;

    private:
        FailingDisk &m_disk;
    };

    /// From now on, the calls are counted from 1, and those from `first` on, `count` of them, fail.
    void fail(Fault fault, int first, int count);
    /// Nothing fails any more.
    void heal() { fail(Fault::InputOutput, 0, 0); }

    /// Since the last fail() or heal(), of those that may fail.
    int calls() const { return m_calls; }
    /// How many were made to fail.
    int failures() const { return m_failures; }

    // For the VFS.
    bool isNextToFail(bool isWrite);
    bool isFull() const { return m_fault == Fault::Full; }

private:
    FailingDisk() = default;

    std::atomic<Fault> m_fault = Fault::InputOutput;
    std::atomic<int> m_first = 0;
    std::atomic<int> m_count = 0;
    std::atomic<int> m_calls = 0;
    std::atomic<int> m_failures = 0;
    std::atomic<int> m_truces = 0;
};
