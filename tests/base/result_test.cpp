#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>

namespace {

Result<int> half(int number)
{
    if (number % 2 != 0)
        return Error{.kind = ErrorKind::BadInput, .message = QStringLiteral("odd"), .code = {}, .detail = {}};
    return number / 2;
}

} // namespace

TEST(ResultTest, holdsTheValueOfACallThatSucceeded)
{
    const Result<int> result = half(4);

    ASSERT_TRUE(result);
    EXPECT_EQ(*result, 2);
}

TEST(ResultTest, holdsTheErrorOfACallThatFailed)
{
    const Result<int> result = half(3);

    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::BadInput);
    EXPECT_EQ(result.error().message, QStringLiteral("odd"));
}

TEST(ResultTest, givesItsValueAwayWhenMoved)
{
    Result<std::unique_ptr<int>> result{std::make_unique<int>(7)};

    const std::unique_ptr<int> taken = *std::move(result);

    EXPECT_EQ(*taken, 7);
}
