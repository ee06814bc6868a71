#include "senderworld.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Result<std::shared_ptr<const Credential>> FakeCredentials::credentialFor(AccountId account)
{
    if (!hasToken)
        return Error{ErrorKind::Refused, u"There is no access key."_s, u"no_token"_s, {}};
    Credential credential;
    credential.account.id = account;
    credential.account.throughputPerSecond = throughputPerSecond;
    credential.token = haveOneToken ? "token" : "token " + QByteArray::number(account.value);
    return std::make_shared<const Credential>(credential);
}

void FakeHeaderMedia::resolve(const Campaign &campaign, const std::shared_ptr<const Credential> &,
                              Answer answer)
{
    ++asked;
    m_media = campaign.settings.headerMedia;
    m_answer = std::move(answer);
}

void FakeHeaderMedia::upload(const HeaderMedia &file, const std::shared_ptr<const Credential> &,
                             Answer answer)
{
    ++asked;
    m_media = file;
    m_answer = std::move(answer);
}

void FakeHeaderMedia::succeed(const QString &mediaId)
{
    m_media.mediaId = mediaId;
    m_media.uploadedAt = m_clock.now();
    std::exchange(m_answer, {})(m_media);
}

void FakeHeaderMedia::fail(ErrorKind kind)
{
    std::exchange(m_answer, {})(Error{kind, u"No."_s, {}, {}});
}

SenderWorld::SenderWorld()
    : clock{fromDateTime(QDateTime::fromString(u"2026-11-18T12:00:00Z"_s, Qt::ISODate))}
{
}

SendingWindow SenderWorld::always()
{
    return *SendingWindow::parseHours(u"00:00-24:00");
}

Campaign SenderWorld::campaign(const SendRate &rate)
{
    Campaign campaign;
    campaign.state = CampaignState::Sending;
    campaign.settings.rate = rate;
    campaign.settings.window = always();
    return campaign;
}

void SenderWorld::start()
{
    const SenderPorts ports{ledger, directs, gateway, credentials, headerMedia, clock};
    sender = std::make_unique<Sender>(ports, options);
    QObject::connect(sender.get(), &Sender::stateChanged,
                     [this](CampaignId id, CampaignState state, const StateReason &reason) {
                         states.push_back({id, state, reason});
                     });
    QObject::connect(sender.get(), &Sender::progressed,
                     [this](const ProgressReport &report) { reports.push_back(report); });
    QObject::connect(sender.get(), &Sender::waiting,
                     [this](CampaignId id, const StateReason &reason) { waits.emplace_back(id, reason); });
    QObject::connect(sender.get(), &Sender::becameIdle, [this] { ++idleCount; });
    QObject::connect(sender.get(), &Sender::stopped, [this] { ++stoppedCount; });
    QObject::connect(sender.get(), &Sender::foundInterrupted, [this](int people) { interrupted += people; });
    sender->start();
}

void SenderWorld::killSender()
{
    ledger.isBroken = directs.isBroken = true; // a crash writes nothing
    sender.reset();
    ledger.isBroken = directs.isBroken = false;
}

void SenderWorld::run(std::chrono::nanoseconds time)
{
    runUntil([] { return false; }, time);
}

bool SenderWorld::runUntil(const std::function<bool()> &isDone, std::chrono::nanoseconds limit)
{
    const MonotonicTime end = clock.monotonic() + limit;
    while (!isDone()) {
        MonotonicTime next = end;
        if (sender)
            next = std::min(next, sender->nextWake());
        if (const std::optional<MonotonicTime> answer = gateway.nextAnswer())
            next = std::min(next, *answer);
        if (next > clock.monotonic())
            clock.advance(next - clock.monotonic());
        gateway.deliverDue();
        if (sender && sender->nextWake() <= clock.monotonic()) {
            sender->work();
            ++steps;
        }
        if (clock.monotonic() >= end)
            return isDone();
    }
    return true;
}

int SenderWorld::worstWindow(std::chrono::nanoseconds span) const
{
    const std::vector<FakeGateway::Entry> &sent = gateway.journal();
    int worst = 0;
    size_t first = 0;
    for (size_t last = 0; last < sent.size(); ++last) {
        while (sent[last].at - sent[first].at >= span)
            ++first;
        worst = std::max(worst, static_cast<int>(last - first) + 1);
    }
    return worst;
}

int SenderWorld::writtenTwice() const
{
    std::map<QString, int> messages;
    for (const FakeGateway::Entry &entry : gateway.journal())
        ++messages[entry.to];
    return static_cast<int>(std::count_if(messages.begin(), messages.end(),
                                          [](const auto &person) { return person.second > 1; }));
}

SendRate perSecond(int count)
{
    return {SendRate::Unit::PerSecond, count};
}

SendOutcome refusal(int code, std::optional<std::chrono::seconds> retryAfter)
{
    return Refused{.code = code, .httpStatus = 400, .retryAfter = retryAfter};
}

UtcTime utc(const char *text)
{
    return fromDateTime(QDateTime::fromString(QLatin1String{text}, Qt::ISODate));
}

void setTime(SenderWorld &world, const char *text)
{
    world.clock.jumpWallClock(utc(text) - world.clock.now());
}
