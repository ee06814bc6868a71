#include "workspace/inboxcourier.h"

#include "domain/errorcatalog.h"
#include "whatsapp/graphinboxgateway.h"
#include "workspace/backgrounddesk.h"
#include "workspace/credentialvault.h"
#include "workspace/mediafolder.h"
#include "workspace/session.h"

#include <QPointer>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kLookInterval = 20s;
constexpr int kAtOnce = 20;
constexpr std::array<std::chrono::seconds, 7> kWaits{10s, 60s, 300s, 1800s, 3600s, 4h, 12h};
constexpr size_t kMostTries = 20; // by then Meta's seven days are over

/// Nothing: it will not come, however often it is tried.
std::optional<UtcTime> nextTry(const WantedMedia &wanted, const Error &error, UtcTime now)
{
    const auto tries = static_cast<size_t>(wanted.tries);
    const bool isHopeless = error.kind == ErrorKind::NotFound || error.code == "media_size"_L1
        || (error.code == "media_hash"_L1 && tries >= 3);
    if (isHopeless || tries >= kMostTries)
        return std::nullopt;
    return now + kWaits.at(std::min(tries, kWaits.size() - 1));
}

/// Whether Meta said no to this message for good.
bool isFinal(const Error &error)
{
    bool isCode = false;
    const int code = error.code.toInt(&isCode);
    constexpr std::array kLater{4, 190, 80007, 130429, 131000, 131016, 131056, 133004};
    return isCode && std::find(kLater.begin(), kLater.end(), code) == kLater.end();
}

} // namespace

/// What there is to do, as the workspace has it.
struct InboxCourier::Errand
{
    std::vector<ReadToTell> reads;
    std::vector<WantedMedia> media;
};

InboxCourier::InboxCourier(Workspace workspace, CredentialVault &vault, QObject *parent)
    : InboxCourier{std::move(workspace), vault, std::make_unique<GraphInboxGateway>(), parent}
{
}

InboxCourier::InboxCourier(Workspace workspace, CredentialVault &vault, std::unique_ptr<InboxGateway> gateway,
                           QObject *parent)
    : QObject{parent}
    , m_workspace{std::move(workspace)}
    , m_vault{vault}
    , m_gateway{std::move(gateway)}
    , m_desk{std::make_unique<BackgroundDesk>(m_workspace)}
{
    m_timer.setInterval(kLookInterval);
    connect(&m_timer, &QTimer::timeout, this, &InboxCourier::look);
}

InboxCourier::~InboxCourier() = default;

void InboxCourier::start()
{
    m_timer.start();
    look();
}

void InboxCourier::look()
{
    begin(std::nullopt);
}

void InboxCourier::tellRead(ConversationId conversation)
{
    begin(conversation);
}

void InboxCourier::begin(std::optional<ConversationId> only)
{
    if (std::exchange(m_isBusy, true)) {
        m_mustLookAgain = true;
        return;
    }
    m_mustLookAgain = false;
    m_desk->run(
        this, [only](Session &session) { return errandIn(session, only); },
        [this](const Result<Errand> &errand) {
            if (errand) {
                take(*errand);
                return;
            }
            m_last = errand.error();
            rest();
        });
}

Result<InboxCourier::Errand> InboxCourier::errandIn(Session &session, std::optional<ConversationId> only)
{
    Result<std::vector<ReadToTell>> reads = session.inbox().readsToTell(kAtOnce, only);
    if (!reads)
        return reads.error();
    if (only)
        return Errand{*std::move(reads), {}};
    if (const Result<> deleted = deleteLeftMedia(session); !deleted)
        return deleted.error();
    Result<std::vector<WantedMedia>> media = session.inboxMedia().wanted(session.clock().now(), kAtOnce);
    if (!media)
        return media.error();
    return Errand{*std::move(reads), *std::move(media)};
}

void InboxCourier::take(Errand errand)
{
    m_last = Done{};
    m_reads = std::move(errand.reads);
    m_media = std::move(errand.media);
    next();
}

/// One after the other: nobody waits for these, and a file may be large.
void InboxCourier::next()
{
    if (!m_reads.empty()) {
        const ReadToTell read = m_reads.front();
        m_reads.erase(m_reads.begin());
        withCredential(read.account,
                       [this, read](const Result<std::shared_ptr<const Credential>> &credential) {
                           if (credential)
                               return tell(read, **credential);
                           m_last = credential.error();
                           next();
                       });
        return;
    }
    if (!m_media.empty()) {
        const WantedMedia wanted = m_media.front();
        m_media.erase(m_media.begin());
        withCredential(wanted.account,
                       [this, wanted](const Result<std::shared_ptr<const Credential>> &credential) {
                           if (credential)
                               return fetch(wanted, **credential);
                           m_last = credential.error();
                           next();
                       });
        return;
    }
    rest();
}

template <typename Use>
void InboxCourier::withCredential(AccountId account, Use use)
{
    m_desk->run(
        this, [account](Session &session) { return session.accountDesk().load(account); },
        [this, use](const Result<KnownAccount> &known) {
            if (!known) {
                use(Result<std::shared_ptr<const Credential>>{known.error()});
                return;
            }
            m_vault.resolve(*known,
                            [self = QPointer<InboxCourier>{this},
                             use](const Result<std::shared_ptr<const Credential>> &credential) {
                                if (self)
                                    use(credential);
                            });
        });
}

void InboxCourier::tell(const ReadToTell &read, const Credential &credential)
{
    m_gateway->markRead(credential, read.messageId, [this, read](const Result<> &told) {
        if (!told && !isFinal(told.error())) {
            m_last = told.error();
            std::erase_if(m_reads, [&](const ReadToTell &other) { // they would meet the same trouble
                return other.account == read.account;
            });
            next();
            return;
        }
        m_desk->run(
            this, [read](Session &session) { return session.inbox().noteReadTold(read); },
            [this](const Result<> &) { next(); });
    });
}

void InboxCourier::fetch(const WantedMedia &wanted, const Credential &credential)
{
    m_gateway->fetchMedia(credential, wanted.metaId, wanted.sha256,
                          [this, wanted](const Result<FetchedMedia> &media) { keep(wanted, media); });
}

void InboxCourier::keep(const WantedMedia &wanted, const Result<FetchedMedia> &media)
{
    if (!media)
        return noteFailure(wanted, media.error());
    m_desk->run(
        this,
        [wanted, fetched = *media](Session &session) -> Result<> {
            const QString type = fetched.mimeType.isEmpty() ? wanted.mimeType : fetched.mimeType;
            const Result<QString> file = keepMedia(session, fetched.content, type);
            if (!file)
                return file.error();
            const Result<bool> kept =
                session.inboxMedia().noteKept(wanted.message, *file, type, fetched.content.size());
            return kept ? Result<>{Done{}} : kept.error();
        },
        [this, wanted](const Result<> &kept) {
            if (!kept)
                return noteFailure(wanted, kept.error());
            emit mediaChanged();
            next();
        });
}

void InboxCourier::noteFailure(const WantedMedia &wanted, const Error &error)
{
    m_last = error;
    m_desk->run(
        this,
        [wanted, error](Session &session) {
            return session.inboxMedia().noteFailed(wanted.message, error.message,
                                                   nextTry(wanted, error, session.clock().now()));
        },
        [this](const Result<> &) {
            emit mediaChanged();
            next();
        });
}

void InboxCourier::rest()
{
    m_isBusy = false;
    if (m_mustLookAgain) {
        look();
        return;
    }
    emit rested(m_last);
}
