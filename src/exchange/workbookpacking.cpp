#include "exchange/workbookpacking.h"

#include <QtGlobal>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <future>
#include <memory>
#include <thread>

namespace {

constexpr std::chrono::milliseconds kBetweenLooks{50};
#ifdef Q_OS_WIN
constexpr bool kCanForgetOpenFiles = false; // there it would stay where the program ends meanwhile
#else
constexpr bool kCanForgetOpenFiles = true;
#endif

} // namespace

std::optional<lxw_error> packWorkbook(lxw_workbook *book, const QByteArray &file, const CancelToken &cancel)
{
    // The library cannot be asked to stop. So it packs on a thread of its own, which is left to itself when
    // nobody wants the file any more.
    auto isUnwanted = std::make_shared<std::atomic<bool>>(false);
    std::promise<lxw_error> promise;
    std::future<lxw_error> packed = promise.get_future();
    std::thread{[book, file, isUnwanted, promise = std::move(promise)]() mutable {
        const lxw_error error = workbook_close(book);
        if (*isUnwanted)
            std::remove(file.constData());
        promise.set_value(error);
    }}.detach();
    while (packed.wait_for(kBetweenLooks) != std::future_status::ready) {
        if (!kCanForgetOpenFiles || !cancel.isCancelled())
            continue;
        *isUnwanted = true;
        std::remove(file.constData());
        return std::nullopt;
    }
    return packed.get();
}
