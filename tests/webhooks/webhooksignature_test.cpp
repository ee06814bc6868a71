#include "webhooks/webhooksignature.h"

#include <gtest/gtest.h>

TEST(WebhookSignatureTest, isTheHmacOfTheRawBytes)
{
    // printf '{"a":"\\u00e8"}' | openssl dgst -sha256 -hmac secret
    EXPECT_EQ(webhookSignature("secret", R"({"a":"\u00e8"})"),
              "sha256=f3ed675c2f61cf40b2e98554c64eb220754ac168b0e958909b9d0b8e7ec5be25");
}

TEST(WebhookSignatureTest, oneChangedByteBreaksIt)
{
    const QByteArray signature = webhookSignature("secret", "body");

    EXPECT_TRUE(isSignedByAny({"secret"}, "body", signature));
    EXPECT_FALSE(isSignedByAny({"secret"}, "Body", signature));
    EXPECT_FALSE(isSignedByAny({"other"}, "body", signature));
}

TEST(WebhookSignatureTest, anyOfSeveralSecretsWillDo)
{
    EXPECT_TRUE(isSignedByAny({"first", "second"}, "body", webhookSignature("second", "body")));
}

TEST(WebhookSignatureTest, aMissingOrMalformedHeaderIsNoSignature)
{
    const QByteArray signature = webhookSignature("secret", "body");

    EXPECT_FALSE(isSignedByAny({"secret"}, "body", ""));
    EXPECT_FALSE(isSignedByAny({"secret"}, "body", "sha256="));
    EXPECT_FALSE(isSignedByAny({"secret"}, "body", signature.mid(7)));
    EXPECT_FALSE(isSignedByAny({"secret"}, "body", signature.chopped(1)));
    EXPECT_FALSE(isSignedByAny({"secret"}, "body", "sha1=" + signature.mid(7)));
    EXPECT_TRUE(isSignedByAny({"secret"}, "body", "SHA256=" + signature.mid(7).toUpper()));
}

TEST(WebhookSignatureTest, anEmptySecretSignsNothing)
{
    EXPECT_FALSE(isSignedByAny({""}, "body", webhookSignature("", "body")));
    EXPECT_FALSE(isSignedByAny({}, "body", webhookSignature("", "body")));
}
