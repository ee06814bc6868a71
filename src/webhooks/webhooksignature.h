#pragma once

#include <QByteArray>

#include <vector>

/// What Meta puts into X-Hub-Signature-256 for these raw bytes: "sha256=" and HMAC-SHA256 in hex. Reading the
/// JSON and writing it again changes the bytes, and with them the signature.
QByteArray webhookSignature(const QByteArray &appSecret, const QByteArray &rawBody);

/// Whether the header's value is the signature of these bytes under one of the secrets. Takes the same time
/// wherever the difference is.
bool isSignedByAny(const std::vector<QByteArray> &appSecrets, const QByteArray &rawBody,
                   const QByteArray &headerValue);

/// What Meta proves itself with in its handshake, made from the app secret: nobody has to invent it, and it
/// is kept nowhere. It tells nothing about the secret.
QByteArray verifyTokenFor(const QByteArray &appSecret);

/// Equality that does not tell by its time how much of a guess was right.
bool isSameSecret(const QByteArray &a, const QByteArray &b);
