#include "trackingbenchmark.h"

#include "sendingworkspace.h"
#include "sidesender.h"
#include "webhookposting.h"

#include "base/clock.h"
#include "http/blockingclient.h"
#include "storage/sql.h"
#include "storage/sqlitesendledger.h"
#include "webhooks/listeningthread.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <memory>
#include <sqlite3.h>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kEventsOfAMessage = 3;
constexpr int kEventsInABody = 99; // Meta sends up to 1,000
constexpr int kConnections = 4;
constexpr int kPostsPerSecond = 100;
constexpr auto kPostingTime = 10s;
constexpr int kEventsInAPacedBody = 9;
constexpr int kSendingRate = 80;

QString messageIdOf(int number)
{
    return u"wamid.HBgMOTE5MDAwMDAwMDAw%1"_s.arg(number, 9, 10, QChar{u'0'});
}

/// "sent", "delivered" and "read" of so many messages from `first` on, in Meta's words, as a whole signed
/// request.
QByteArray requestAbout(int first, int messages, const QStringList &attempts)
{
    QString statuses;
    constexpr qint64 kFirstSecond = 1'795'000'000;
    for (int number = first; number < first + messages; ++number) {
        qint64 at = kFirstSecond;
        for (const auto word : {"sent"_L1, "delivered"_L1, "read"_L1}) {
            statuses +=
                uR"({"id":"%1","status":"%2","timestamp":"%3","recipient_id":"%4",)"
                uR"("biz_opaque_callback_data":"%5","pricing":{"billable":true,"pricing_model":"PMP",)"
                uR"("type":"regular","category":"marketing"}},)"_s.arg(messageIdOf(number), word)
                    .arg(++at)
                    .arg(practicePhone(number).e164().mid(1), attempts.at(number));
        }
    }
    statuses.chop(1);
    const QByteArray body =
        uR"({"object":"whatsapp_business_account","entry":[{"id":"2001","changes":[{"field":"messages",)"
        uR"("value":{"messaging_product":"whatsapp","metadata":{"phone_number_id":"1001"},"statuses":[%1]}}]}]})"_s
            .arg(statuses)
            .toUtf8();
    return signedPost(body);
}

/// Lets the first so many people have been sent their message; their attempts.
Result<QStringList> sendTo(int people, SendingWorkspace &workspace)
{
    constexpr int kGroup = 1'000;
    const SystemClock clock;
    SqliteSendLedger ledger{workspace.database()};
    QStringList attempts;
    while (attempts.size() < people) {
        const int count = std::min(kGroup, people - int(attempts.size()));
        const Result<ClaimResult> claimed =
            ledger.claim({workspace.campaign(), count, clock.now(), std::nullopt});
        if (!claimed)
            return claimed.error();
        if (claimed->claims.empty())
            return Error{ErrorKind::Internal, u"Nobody is left to be sent to."_s, u"tracking"_s, {}};
        std::vector<Settlement> answers;
        for (const Claim &claim : claimed->claims) {
            answers.push_back({
                claim.attempt, claim.recipient, claim.campaign,
                Accepted{messageIdOf(int(attempts.size())), u"accepted"_s, {}},
                clock.now(),
                RecipientStatus::Sent
            });
            attempts << claim.attempt.value;
        }
        if (const Result<> settled = ledger.settle(answers); !settled)
            return settled.error();
    }
    return attempts;
}

WebhookSinkFactory intoNothing()
{
    return []() -> Result<WebhookSink> {
        return WebhookSink{[](const ReceivedWebhook &webhook) -> Result<std::vector<AppliedEvent>> {
            return std::vector<AppliedEvent>(webhook.events.size());
        }};
    };
}

struct Waits
{
    double median = 0; ///< milliseconds
    double slowest = 0; ///< of 99 in 100
};

/// At an even pace, whatever becomes of earlier posts: what each waits counts from its time, not from when
/// its connection was free.
Result<Waits> postPaced(quint16 port, const std::vector<QByteArray> &requests)
{
    std::vector<double> waits(requests.size());
    std::atomic<size_t> next{0};
    std::atomic<bool> isEveryOneTaken{true};
    const auto begin = std::chrono::steady_clock::now() + 100ms;
    postMeanwhile(2 * kConnections, [&](int) {
        BlockingClient poster{port};
        for (size_t i = next++; i < requests.size(); i = next++) {
            const auto due = begin + i * std::chrono::nanoseconds{1s} / kPostsPerSecond;
            std::this_thread::sleep_until(due);
            if (poster.post(requests[i]) != 200)
                isEveryOneTaken = false;
            waits[i] =
                std::chrono::duration<double, std::milli>{std::chrono::steady_clock::now() - due}.count();
        }
    });
    if (!isEveryOneTaken)
        return lostEvents();
    std::sort(waits.begin(), waits.end());
    return Waits{waits[waits.size() / 2], waits[waits.size() * 99 / 100]};
}

std::vector<QByteArray> requestsAbout(int first, int messages, int eventsInABody, const QStringList &attempts)
{
    std::vector<QByteArray> requests;
    const int group = eventsInABody / kEventsOfAMessage;
    for (int done = 0; done < messages; done += group)
        requests.push_back(requestAbout(first + done, std::min(group, messages - done), attempts));
    return requests;
}

/// For scale: as many rows written and as many changed by SQLite as it comes, with as many commits. Events a
/// second.
Result<double> plainSpeed(int events)
{
    const QTemporaryDir folder{QCoreApplication::applicationDirPath() + u"/benchmark-XXXXXX"_s};
    sqlite3 *database = nullptr;
    int code = sqlite3_open(QFile::encodeName(folder.filePath(u"plain.db"_s)).constData(), &database);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> closing{database, &sqlite3_close};
    const auto note = [&](int result) {
        if (code == SQLITE_OK && result != SQLITE_DONE)
            code = result;
    };
    const auto run = [&](const char *sql) { note(sqlite3_exec(database, sql, nullptr, nullptr, nullptr)); };
    run("PRAGMA journal_mode = WAL");
    run("PRAGMA synchronous = FULL");
    run("CREATE TABLE person (message TEXT PRIMARY KEY, status TEXT, at INTEGER) STRICT");
    run("CREATE TABLE event (id INTEGER PRIMARY KEY, message TEXT, word TEXT, at INTEGER) STRICT");
    sqlite3_stmt *add = nullptr;
    note(sqlite3_prepare_v2(database, "INSERT INTO person VALUES (?, 'accepted', 0)", -1, &add, nullptr));
    run("BEGIN IMMEDIATE");
    for (int number = 0; number < events / kEventsOfAMessage + 1; ++number) {
        const QByteArray id = messageIdOf(number).toLatin1();
        sqlite3_bind_text(add, 1, id.constData(), -1, SQLITE_TRANSIENT);
        note(sqlite3_step(add));
        note(sqlite3_reset(add));
    }
    run("COMMIT");
    sqlite3_finalize(add);

    sqlite3_stmt *insert = nullptr;
    sqlite3_stmt *change = nullptr;
    note(sqlite3_prepare_v2(database, "INSERT INTO event (message, word, at) VALUES (?, ?, ?)", -1, &insert,
                            nullptr));
    note(sqlite3_prepare_v2(database, "UPDATE person SET status = ?2, at = ?3 WHERE message = ?1", -1,
                            &change, nullptr));
    QElapsedTimer timer;
    timer.start();
    for (int done = 0; done < events; done += kEventsInABody) {
        run("BEGIN IMMEDIATE");
        for (int number = done; number < std::min(done + kEventsInABody, events); ++number) {
            const QByteArray id = messageIdOf(number / kEventsOfAMessage).toLatin1();
            for (sqlite3_stmt *statement : {insert, change}) {
                sqlite3_bind_text(statement, 1, id.constData(), -1, SQLITE_TRANSIENT);
                sqlite3_bind_text(statement, 2, "delivered", -1, SQLITE_STATIC);
                sqlite3_bind_int64(statement, 3, number);
                note(sqlite3_step(statement));
                note(sqlite3_reset(statement));
            }
        }
        run("COMMIT");
    }
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    sqlite3_finalize(insert);
    sqlite3_finalize(change);
    if (code != SQLITE_OK)
        return Error{ErrorKind::Storage, u"SQLite could not write."_s, u"plain"_s, {}};
    return events / seconds;
}

} // namespace

Result<std::vector<Measurement>> measureTracking(int events)
{
    const int messages = events / kEventsOfAMessage;
    const int pacedMessages =
        int(kPostsPerSecond * kPostingTime.count()) * kEventsInAPacedBody / kEventsOfAMessage;
    const int stillToSend = 100 * kSendingRate;
    const Result<std::unique_ptr<SendingWorkspace>> workspace = SendingWorkspace::create(
        messages + pacedMessages + stillToSend, {SendRate::Unit::PerSecond, kSendingRate});
    if (!workspace)
        return workspace.error();
    const Result<QStringList> attempts = sendTo(messages + pacedMessages, **workspace);
    if (!attempts)
        return attempts.error();
    const std::vector<QByteArray> all = requestsAbout(0, messages, kEventsInABody, *attempts);
    const std::vector<QByteArray> paced =
        requestsAbout(messages, pacedMessages, kEventsInAPacedBody, *attempts);

    const Result<double> plain = plainSpeed(messages * kEventsOfAMessage);
    if (!plain)
        return plain.error();
    Result<Waits> bare = Waits{};
    {
        const Listening listening{intoNothing()};
        bare = postPaced(listening.port(), paced);
        if (!bare)
            return bare.error();
    }

    Result<std::unique_ptr<SideSender>> sending = SideSender::start(**workspace);
    if (!sending)
        return sending.error();
    double seconds = 0;
    Waits waits;
    {
        const Listening listening{intoDatabase((*workspace)->file(u"fanfare.db"_s))};
        const Result<double> taken = postAll(listening.port(), all, kConnections);
        if (!taken)
            return taken.error();
        seconds = *taken;
        const Result<Waits> waited = postPaced(listening.port(), paced);
        if (!waited)
            return waited.error();
        waits = *waited;
    }
    const Result<double> sent = (*sending)->stop();
    if (!sent)
        return sent.error();

    const Result<CampaignCounts> counts = (*workspace)->counts();
    if (!counts)
        return counts.error();
    const Result<qint64> stored = firstInteger(
        (*workspace)->database(), u"SELECT count(*) FROM delivery_event WHERE state = 'applied'"_s);
    if (!stored)
        return stored.error();
    if (counts->of(RecipientStatus::Read) != messages + pacedMessages
        || *stored != qint64(messages + pacedMessages) * kEventsOfAMessage)
        return lostEvents();

    const QString subject = u"%1 events, %2 a post, and %3 posts a second, while a campaign sends"_s
                                .arg(messages * kEventsOfAMessage)
                                .arg(kEventsInABody)
                                .arg(kPostsPerSecond);
    const QString plainName = u"plain SQLite, as many rows and commits"_s;
    const QString bareName = u"a listener that stores nothing"_s;
    return std::vector<Measurement>{
        {subject, u"events/s, signatures checked"_s,    messages * kEventsOfAMessage / seconds,
         Measurement::Reference{plainName, *plain}                                                                                            },
        {subject, u"ms a post waits, median"_s,         waits.median,                           Measurement::Reference{bareName, bare->median}},
        {subject, u"ms a post waits, 99 in 100 less"_s, waits.slowest,
         Measurement::Reference{bareName, bare->slowest}                                                                                      },
        {subject, u"messages/s sent meanwhile"_s,       *sent,
         Measurement::Reference{u"the campaign's limit"_s, double(kSendingRate)}                                                              },
    };
}
