#include "app/statuscontroller.h"

#include "app/pacedread.h"
#include "app/windowwords.h"
#include "presentation/wording.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/accountservice.h"
#include "workspace/backgrounddesk.h"
#include "workspace/changewatch.h"
#include "workspace/session.h"

#include <QElapsedTimer>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kBetweenReads = 1s;
constexpr auto kTimesGrowOld = 20s;
constexpr auto kAskMetaEvery = 5min;
constexpr auto kArrivingLately = 24h;
constexpr double kNearTheLimit = 0.9;

QString qualityWords(const QString &rating)
{
    if (rating == "GREEN"_L1)
        return StatusController::tr("quality high");
    if (rating == "YELLOW"_L1)
        return StatusController::tr("quality medium");
    if (rating == "RED"_L1)
        return StatusController::tr("quality low");
    return {};
}

} // namespace

struct StatusController::Reading
{
    std::optional<KnownAccount> account;
    std::optional<UtcTime> lastArrival;
    int messagedPeople = 0;
};

StatusController::StatusController(const Workbench &bench, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_reading{new PacedRead{kBetweenReads, [this](auto ended) { read(std::move(ended)); }, this}}
{
    connect(&bench.changes, &ChangeWatch::changed, m_reading, &PacedRead::request);
    connect(&m_timesTimer, &QTimer::timeout, this, &StatusController::show);
    m_timesTimer.start(kTimesGrowOld);
    connect(&m_metaTimer, &QTimer::timeout, this, &StatusController::askMeta);
    m_metaTimer.start(kAskMetaEvery);
}

void StatusController::refresh()
{
    m_reading->request();
}

void StatusController::askMeta()
{
    if (m_isAsking)
        return;
    m_isAsking = true;
    m_bench.desk.run(
        this, [](Session &session) { return session.accountDesk().inUse(); },
        [this](const Result<KnownAccount> &account) {
            if (!account) {
                m_isAsking = false;
                return;
            }
            QElapsedTimer timer;
            timer.start();
            m_bench.accounts.fetchNumber(*account,
                                         [self = QPointer<StatusController>{this}, account = *account,
                                          timer](const Result<NumberReport> &report) {
                                             if (self)
                                                 self->noteAnswer(account, report,
                                                                  std::chrono::milliseconds{timer.elapsed()});
                                         });
        });
}

void StatusController::showWaiting(CampaignId, const StateReason &reason)
{
    m_isOffline = reason.code == "offline"_L1 || reason.code == "not_meta"_L1;
    showMeta();
}

void StatusController::read(std::function<void()> ended)
{
    m_bench.desk.run(
        this,
        [](Session &session) -> Result<Reading> {
            Reading reading;
            const Result<KnownAccount> account = session.accountDesk().inUse();
            if (account) {
                reading.account = *account;
                const Result<int> people =
                    session.accounts().peopleCountedSince(account->account.id, session.clock().now() - 24h);
                if (!people)
                    return people.error();
                reading.messagedPeople = *people;
            } else if (account.error().kind != ErrorKind::NotFound) {
                return account.error();
            }
            const Result<std::optional<UtcTime>> arrival = session.deliveries().lastArrival();
            if (!arrival)
                return arrival.error();
            reading.lastArrival = *arrival;
            return reading;
        },
        [this, ended = std::move(ended)](const Result<Reading> &reading) {
            if (reading) {
                const bool isFirst = !m_wasRead;
                const bool isOther = reading->account.has_value() != m_account.has_value()
                    || (m_account && m_account->account.id != reading->account->account.id);
                m_wasRead = true;
                m_account = reading->account;
                m_lastArrival = reading->lastArrival;
                m_messagedPeople = reading->messagedPeople;
                show();
                emit accountRead(m_account.has_value());
                if (isFirst || isOther)
                    askMeta();
            }
            ended();
        });
}

void StatusController::noteAnswer(const KnownAccount &account, const Result<NumberReport> &report,
                                  std::chrono::milliseconds took)
{
    m_isAsking = false;
    m_answeredIn.reset();
    m_metaProblem.reset();
    if (!report) {
        m_metaProblem = inWindowWords(report.error());
        showMeta();
        return;
    }
    m_answeredIn = took;
    showMeta();
    if (m_bench.workspace.isPractice())
        return;
    m_bench.desk.run(
        this,
        [id = account.account.id, report = *report](Session &session) {
            return session.accounts().storeReport(id, report, session.clock().now());
        },
        [this](const Result<> &stored) {
            if (stored)
                emit reportStored();
        });
}

void StatusController::show()
{
    if (!m_wasRead)
        return;
    showAccount();
    showMeta();
    showDeliveryEvents();
    showDailyUse();
}

void StatusController::showAccount()
{
    StatusWords words;
    if (!m_account) {
        words.text = tr("No number connected");
        m_bench.window.setStatus(StatusItem::Account, words);
        return;
    }
    const Account &account = m_account->account;
    words.strong = account.name.isEmpty() ? account.verifiedName : account.name;
    QStringList facts;
    if (!account.displayPhoneNumber.isEmpty())
        facts << isolated(account.displayPhoneNumber);
    if (const QString quality = qualityWords(account.qualityRating); !quality.isEmpty())
        facts << quality;
    if (account.throughputPerSecond)
        facts << tr("up to %L1/s").arg(*account.throughputPerSecond);
    words.text = facts.join(u" · "_s);
    if (account.qualityRating == "RED"_L1)
        words.tone = Tone::Red;
    else if (account.qualityRating == "YELLOW"_L1)
        words.tone = Tone::Amber;
    m_bench.window.setStatus(StatusItem::Account, words);
}

void StatusController::showMeta()
{
    StatusWords words;
    const bool isPractice = m_bench.workspace.isPractice();
    if (m_isOffline) {
        words.tone = Tone::Red;
        words.text = tr("Meta cannot be reached");
        words.toolTip = tr("Nothing leaves until the connection is back. Sending goes on by itself then.");
    } else if (m_metaProblem) {
        const bool isNetwork = m_metaProblem->kind == ErrorKind::Network && m_metaProblem->code.toInt() == 0;
        const bool hasNoKey = m_metaProblem->code == "no_token"_L1;
        words.tone = isNetwork ? Tone::Red : Tone::Amber;
        words.text = isNetwork ? tr("Meta cannot be reached")
            : hasNoKey         ? tr("No access key")
                               : tr("Meta refused the access key");
        words.toolTip = m_metaProblem->message;
    } else if (m_answeredIn) {
        words.tone = Tone::Green;
        words.text = isPractice ? tr("Simulator answers · %L1 ms").arg(m_answeredIn->count())
                                : tr("Meta reachable · %L1 ms").arg(m_answeredIn->count());
        if (isPractice)
            words.toolTip = tr("A simulator on this computer plays the part of Meta. Nobody gets a message.");
    }
    m_bench.window.setStatus(StatusItem::Meta, words);
}

void StatusController::showReceiving(EventReceiver::State state, const std::optional<Error> &problem,
                                     const QStringList &withoutSecret)
{
    m_receiving = state;
    m_withoutSecret = withoutSecret;
    m_receivingProblem = problem;
    if (m_wasRead)
        showDeliveryEvents();
}

void StatusController::showRelay(RelayReceiver::State state, const std::optional<Error> &problem)
{
    m_relay = state;
    m_relayProblem = problem;
    if (m_wasRead)
        showDeliveryEvents();
}

void StatusController::showDeliveryEvents()
{
    using State = EventReceiver::State;
    StatusWords words;
    const UtcTime now = m_bench.clock.now();
    const bool areArriving = m_lastArrival && now - *m_lastArrival < kArrivingLately;
    const QString last =
        m_lastArrival ? tr("Last delivery event: %1").arg(momentText(*m_lastArrival)) : QString{};
    if (!m_account) {
        words.text = tr("Delivery events: set up with your number");
    } else if (m_receiving == State::Failed) {
        words.tone = Tone::Red;
        words.text = tr("Delivery events are not arriving");
        words.toolTip = m_receivingProblem ? m_receivingProblem->message : QString{};
    } else if (m_receiving == State::Listening && m_receivingProblem) {
        words.tone = Tone::Red;
        words.text = tr("Delivery events cannot be stored");
        words.toolTip = m_receivingProblem->message;
    } else if (m_relay == RelayReceiver::State::Failed) {
        words.tone = Tone::Red;
        words.text = tr("Delivery events wait at the relay");
        words.toolTip = m_relayProblem ? m_relayProblem->message : QString{};
    } else if (m_receiving == State::Listening && !m_withoutSecret.isEmpty()) {
        words.tone = Tone::Amber;
        words.text = tr("Delivery events of some numbers are refused");
        words.toolTip =
            tr("The app secret of %1 is not known.").arg(QLocale{}.createSeparatedList(m_withoutSecret));
    } else if (areArriving) { // perhaps by another program
        words.tone = Tone::Green;
        words.text = tr("Delivery events arriving · %1").arg(relativeText(*m_lastArrival, now));
    } else if (m_receiving == State::Listening || m_relay == RelayReceiver::State::Receiving) {
        words.text = m_lastArrival ? last : tr("Waiting for the first delivery event");
        words.toolTip = tr("Fanfare receives them here. None came in the last day.");
    } else {
        words.text = m_lastArrival ? last : tr("Accepted by Meta; delivery unknown");
        words.toolTip = tr("Delivery events are not received here. Settings says how to.");
    }
    m_bench.window.setStatus(StatusItem::DeliveryEvents, words);
}

void StatusController::showDailyUse()
{
    StatusWords words;
    if (!m_account) {
        words.text = tr("Everything stays on this computer");
        m_bench.window.setStatus(StatusItem::DailyUse, words);
        return;
    }
    words.before = tr("Last 24 h:");
    words.strong = countText(m_messagedPeople);
    const std::optional<int> limit = m_account->account.messagingLimit;
    if (limit && *limit > 0) {
        words.text = tr("of %1 people").arg(countText(*limit));
        words.share = std::min(1.0, double(m_messagedPeople) / *limit);
        if (*words.share >= kNearTheLimit)
            words.tone = Tone::Amber;
    } else {
        //: Behind a number: so many people were messaged.
        words.text = tr("people", nullptr, m_messagedPeople);
    }
    words.toolTip = tr("People messaged in the last 24 hours");
    m_bench.window.setStatus(StatusItem::DailyUse, words);
}
