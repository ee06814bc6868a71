#include "support/fuzz.h"

#include "faults/faultseed.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>

#include <chrono>
#include <cstdio>

using namespace std::chrono_literals;

namespace {

constexpr auto kSlowest = 10s; ///< for one small input, also under a sanitizer

std::chrono::milliseconds timeForEach()
{
    bool isNumber = false;
    const int seconds = qEnvironmentVariableIntValue("FANFARE_FUZZ_SECONDS", &isNumber);
    return isNumber ? std::chrono::seconds{seconds} : isSoak() ? std::chrono::seconds{300} : 2s;
}

} // namespace

void fuzz(const QList<QByteArray> &samples, const QList<QByteArray> &words,
          const std::function<void(const QByteArray &, Mutation &)> &read)
{
    const quint32 seed = faultSeed();
    Mutation mutation{seed, words};
    QElapsedTimer all;
    all.start();
    qint64 inputs = 0;
    while (all.elapsed() < timeForEach().count() && !testing::Test::HasFailure()) {
        const QByteArray input = mutation.of(samples);
        SCOPED_TRACE("input " + std::to_string(++inputs) + " of FANFARE_SEED=" + std::to_string(seed) + ": "
                     + input.left(2000).toPercentEncoding(" <>=\"/:;,.+\n").toStdString());
        QElapsedTimer one;
        one.start();
        read(input, mutation);
        EXPECT_LT(one.elapsed(), std::chrono::milliseconds{kSlowest}.count());
    }
    std::printf("%lld inputs\n", static_cast<long long>(inputs));
    EXPECT_GT(inputs, 10);
}
