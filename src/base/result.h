#pragma once

#include <QString>

#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

/// What went wrong, so that code can decide without reading a message.
enum class ErrorKind {
    Internal, ///< a bug or a broken installation
    Usage, ///< the call itself was wrong (terminal: wrong option)
    BadInput, ///< a file, a cell or a value that cannot be used
    NotFound,
    Refused, ///< a rule or a state forbids it; `code` names which
    Network, ///< no answer, or an error answer, from Meta
    Busy, ///< another live engine, or another writer, holds it
    Storage, ///< the database or the disk failed
};

/// A failure of normal life. `message` is a translated sentence for the person; `code` is a stable word for scripts
/// ("no_token"); `detail` is for the log and for "Details for support", and never holds a secret.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString message;
    QString code;
    QString detail;
};

/// The value of a call that succeeded and has nothing to say.
struct Done
{
};

/// A value, or the error that stands in its place.
template<typename T = Done>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state{std::in_place_index<0>, std::move(value)}
    {
    }
    Result(Error error)
        : m_state{std::in_place_index<1>, std::move(error)}
    {
    }

    explicit operator bool() const { return m_state.index() == 0; }

    const T &operator*() const & { return std::get<0>(m_state); }
    T &operator*() & { return std::get<0>(m_state); }
    T &&operator*() && { return std::get<0>(std::move(m_state)); }
    const T *operator->() const { return &std::get<0>(m_state); }
    T *operator->() { return &std::get<0>(m_state); }

    /// Only when there is no value.
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};
