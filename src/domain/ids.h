#pragma once

#include <QHash>
#include <QString>

#include <compare>

/// Row ids of the workspace. Each kind has its own type so that they cannot be mixed up; 0 means "not stored
/// yet".
template <typename Tag>
struct RowId
{
    qint64 value = 0;

    bool isValid() const { return value > 0; }
    friend auto operator<=>(const RowId &, const RowId &) = default;
    friend size_t qHash(const RowId &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using AccountId = RowId<struct AccountTag>;
using TemplateId = RowId<struct TemplateTag>;
using ContactId = RowId<struct ContactTag>;
using CampaignId = RowId<struct CampaignTag>;
using RecipientId = RowId<struct RecipientTag>;
using DirectMessageId = RowId<struct DirectMessageTag>;
using ConversationId = RowId<struct ConversationTag>;
using MessageId = RowId<struct MessageTag>;

/// Names one HTTP request for one recipient. Random, 32 hex digits, and free of personal data, because it
/// travels to Meta in `biz_opaque_callback_data` and comes back in every status webhook of the message.
struct AttemptId
{
    QString value;

    bool isValid() const { return !value.isEmpty(); }
    friend bool operator==(const AttemptId &, const AttemptId &) = default;
    friend bool operator<(const AttemptId &a, const AttemptId &b) { return a.value < b.value; }
    friend size_t qHash(const AttemptId &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

/// A fresh random attempt id from the system's generator.
AttemptId makeAttemptId();
