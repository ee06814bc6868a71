#pragma once

#include "domain/ports/credentialsource.h"
#include "domain/ports/headermediaresolver.h"
#include "engine/sender.h"
#include "support/fakeclock.h"
#include "support/fakedirectledger.h"
#include "support/fakegateway.h"
#include "support/fakeledger.h"

#include <functional>
#include <map>
#include <memory>
#include <vector>

/// Hands out a credential for every account, until told not to.
class FakeCredentials final : public CredentialSource
{
public:
    std::optional<int> throughputPerSecond;
    bool hasToken = true;
    bool haveOneToken = false; ///< all accounts

    Result<std::shared_ptr<const Credential>> credentialFor(AccountId account) override;
};

/// Uploads by counting; answers when the test says so.
class FakeHeaderMedia final : public HeaderMediaResolver
{
public:
    explicit FakeHeaderMedia(const Clock &clock)
        : m_clock{clock}
    {
    }

    int asked = 0;

    void resolve(const Campaign &campaign, const std::shared_ptr<const Credential> &credential,
                 Answer answer) override;
    void upload(const HeaderMedia &file, const std::shared_ptr<const Credential> &credential,
                Answer answer) override;
    void succeed(const QString &mediaId);
    void fail(ErrorKind kind);

private:
    const Clock &m_clock;
    HeaderMedia m_media;
    Answer m_answer;
};

/// A sender in a small world whose time moves only when told.
class SenderWorld
{
public:
    struct StateChange
    {
        CampaignId campaign;
        CampaignState state;
        StateReason reason;
    };

    /// A Wednesday, 12:00 in UTC.
    SenderWorld();

    /// A campaign that is sending, with its window always open.
    static Campaign campaign(const SendRate &rate = {SendRate::Unit::PerSecond, 20});
    static SendingWindow always();

    void start();
    /// A crash: the sender and everything it knew are gone, and so are the requests in flight.
    void killSender();
    void run(std::chrono::nanoseconds time);
    /// False if it did not come to pass within `limit`.
    bool runUntil(const std::function<bool()> &isDone,
                  std::chrono::nanoseconds limit = std::chrono::hours{1});

    /// The most messages in any span, at any offset.
    int worstWindow(std::chrono::nanoseconds span) const;
    /// People to whom more than one message was posted.
    int writtenTwice() const;

    FakeClock clock;
    FakeLedger ledger;
    FakeDirectLedger directs;
    FakeGateway gateway{clock};
    FakeCredentials credentials;
    FakeHeaderMedia headerMedia{clock};
    SenderOptions options{.zone = QTimeZone{"Europe/Berlin"}};
    std::unique_ptr<Sender> sender;

    std::vector<StateChange> states;
    std::vector<ProgressReport> reports;
    std::vector<std::pair<CampaignId, StateReason>> waits;
    int idleCount = 0;
    int stoppedCount = 0;
    int interrupted = 0;
    int steps = 0; ///< how often the sender woke
};

SendRate perSecond(int count);
SendOutcome refusal(int code, std::optional<std::chrono::seconds> retryAfter = {});
UtcTime utc(const char *text);
void setTime(SenderWorld &world, const char *text);
