#pragma once

#include <QtGlobal>

#include <array>
#include <atomic>

/// What became of one request to a webhook listener.
enum class WebhookFate {
    Stored, ///< answered 200
    AskedForAgain, ///< not stored, or too much waits: Meta sends it again
    WrongSignature,
    NotAWebhook, ///< unsigned, and no JSON of WhatsApp's
    WrongToken, ///< a handshake
    WrongPath,
    WrongMethod,
    TooLarge,
    TooSlow,
};

/// Counts what came to a listener by what became of it. Any thread may count and read.
class WebhookTraffic
{
public:
    static constexpr std::array kAll{
        WebhookFate::Stored,      WebhookFate::AskedForAgain, WebhookFate::WrongSignature,
        WebhookFate::NotAWebhook, WebhookFate::WrongToken,    WebhookFate::WrongPath,
        WebhookFate::WrongMethod, WebhookFate::TooLarge,      WebhookFate::TooSlow};

    void note(WebhookFate fate) { ++m_counts[size_t(fate)]; }
    qint64 of(WebhookFate fate) const { return m_counts[size_t(fate)]; }
    qint64 refused() const
    {
        qint64 all = 0;
        for (const WebhookFate fate : kAll)
            all += fate == WebhookFate::Stored ? 0 : of(fate);
        return all;
    }

private:
    std::array<std::atomic<qint64>, kAll.size()> m_counts{};
};
