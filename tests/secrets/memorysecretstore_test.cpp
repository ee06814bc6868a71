#include "secrets/memorysecretstore.h"

#include <QCoreApplication>

#include <gtest/gtest.h>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

TEST(MemorySecretStoreTest, givesBackWhatWasWrittenAndAnswersLater)
{
    MemorySecretStore store;
    std::optional<Result<QByteArray>> found;
    store.write(u"token/1"_s, "EAAG", [](const Result<> &) {});

    store.read(u"token/1"_s, [&](const Result<QByteArray> &secret) { found.emplace(secret); });
    EXPECT_FALSE(found) << "answered from within the call";
    QCoreApplication::processEvents();

    ASSERT_TRUE(found && *found);
    EXPECT_EQ(**found, "EAAG");
}

TEST(MemorySecretStoreTest, whatWasRemovedOrNeverWrittenIsNotFound)
{
    MemorySecretStore store;
    std::vector<ErrorKind> errors;
    const auto note = [&](const Result<QByteArray> &secret) {
        ASSERT_FALSE(secret);
        errors.push_back(secret.error().kind);
    };
    store.write(u"token/1"_s, "EAAG", [](const Result<> &) {});
    store.remove(u"token/1"_s, [](const Result<> &) {});

    store.read(u"token/1"_s, note);
    store.read(u"token/2"_s, note);
    QCoreApplication::processEvents();

    EXPECT_EQ(errors, (std::vector{ErrorKind::NotFound, ErrorKind::NotFound}));
}

TEST(MemorySecretStoreTest, answersNobodyAfterItIsGone)
{
    auto store = std::make_unique<MemorySecretStore>();
    bool isAnswered = false;
    store->read(u"token/1"_s, [&](const Result<QByteArray> &) { isAnswered = true; });

    store.reset();
    QCoreApplication::processEvents();

    EXPECT_FALSE(isAnswered);
}
