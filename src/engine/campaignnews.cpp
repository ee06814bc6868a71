#include "engine/campaignnews.h"

#include "domain/preflight.h"
#include "engine/campaignroll.h"
#include "engine/enginelog.h"
#include "engine/senderdesk.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kReportInterval = 100ms;
constexpr auto kFadingReportInterval = 1s; // when nothing but the rate changes
constexpr auto kEstimateInterval = 1s;

/// The rate in force as a rate that an estimate understands.
SendRate roundedRate(double perSecond)
{
    if (perSecond >= 1)
        return {SendRate::Unit::PerSecond, static_cast<int>(std::lround(perSecond))};
    return {SendRate::Unit::PerMinute, std::max(1, static_cast<int>(std::lround(perSecond * 60)))};
}

} // namespace

CampaignNews::CampaignNews(SenderDesk &desk, CampaignRoll &roll)
    : m_desk{desk}
    , m_roll{roll}
{
}

void CampaignNews::report()
{
    const MonotonicTime now = m_desk.ports.clock.monotonic();
    for (auto &[id, run] : m_roll.runs()) {
        if (!run.hasNews && run.reportedPerSecond == 0)
            continue;
        const MonotonicTime due = run.reportedAt == MonotonicTime::min() ? now
                                                                         : run.reportedAt
                + (run.hasNews ? std::chrono::nanoseconds{kReportInterval} : kFadingReportInterval);
        if (due > now)
            m_desk.wake.want(due);
        else if (!m_desk.trouble.isPresent())
            reportOn(run);
    }
}

void CampaignNews::reportOn(CampaignRun &run)
{
    const Result<CampaignProgress> fresh = m_desk.ports.ledger.progress(run.campaign.id);
    if (!fresh) {
        if (fresh.error().kind != ErrorKind::NotFound)
            m_desk.trouble.note(fresh.error());
        run.hasNews = false;
        return;
    }
    const MonotonicTime now = m_desk.ports.clock.monotonic();
    run.campaign.counts = fresh->counts;
    run.campaign.reached = fresh->reached;
    ProgressReport report{run.campaign.id, fresh->counts, fresh->reached};
    report.perSecond = run.isSending() ? run.meter.perSecond(now) : 0;
    report.remaining = fresh->counts.remaining();
    if (report.remaining == 0 && !run.cameShort
        && run.claims.empty()) { // nobody left: no need to try a claim first
        run.cameShort = true;
        run.isBacklogStale = true;
        m_desk.wake.wantNow();
    }
    if (run.isSending()
        && (run.estimatedAt == MonotonicTime::min() || now - run.estimatedAt >= kEstimateInterval)) {
        run.estimatedAt = now;
        run.endsAt = estimatedEnd(run, report.remaining);
    }
    if (run.isSending())
        report.endsAt = run.endsAt;
    run.hasNews = false;
    run.reportedAt = now;
    run.reportedPerSecond = report.perSecond;
    emit m_desk.sender.progressed(report);
}

void CampaignNews::tellWaits()
{
    for (auto &[id, run] : m_roll.runs()) {
        const StateReason reason = waitOf(run);
        if (reason.code == run.waitingFor.code)
            continue;
        run.waitingFor = reason;
        if (!run.isSending())
            continue;
        emit m_desk.sender.waiting(id, reason);
        if (m_desk.trouble.isPresent())
            continue;
        note(id, reason.isEmpty() ? tr("Sending goes on.") : reason.message);
    }
    writeNotes();
}

void CampaignNews::note(CampaignId campaign, const QString &what)
{
    m_notes.emplace_back(campaign, what);
}

/// Why a sending campaign does not get on, beyond pacing.
StateReason CampaignNews::waitOf(CampaignRun &run)
{
    if (!run.isSending())
        return {};
    if (m_desk.trouble.isPresent()) {
        const Error &error = m_desk.trouble.error();
        if (error.code == "database_moved"_L1)
            return {u"storage"_s, error.message,
                    tr("Close Fanfare, and open the workspace where it is now.")};
        return {u"storage"_s,
                tr("What was sent cannot be written down, so sending waits: %1").arg(error.message),
                error.kind == ErrorKind::Busy
                    ? tr("Sending goes on by itself as soon as the other program is done.")
                    : tr("Free some space on the disk. Sending goes on by itself.")};
    }
    if (run.heldUntil > m_desk.ports.clock.monotonic())
        return run.heldFor;
    if (run.limitedUntil && *run.limitedUntil > m_desk.ledgerClock.now())
        return run.limitedBy;
    const WindowGate::View &view = run.gate.viewAt(m_desk.ports.clock.now());
    if (!view.isOpen) {
        const QString advice = tr("Change the send window if it should go out sooner.");
        if (!view.opensAt)
            return {u"window"_s, tr("The send window is closed and never opens."), advice};
        const QDateTime opening = toDateTime(*view.opensAt).toTimeZone(m_desk.options.zone);
        return {u"window"_s,
                tr("The send window is closed. Sending goes on at %1.")
                    .arg(QLocale{}.toString(opening, QLocale::ShortFormat)),
                advice};
    }
    return m_desk.lanes.of(run.campaign.accountId).trouble();
}

std::optional<UtcTime> CampaignNews::estimatedEnd(const CampaignRun &run, int remaining)
{
    const NumberLane &lane = m_desk.lanes.of(run.campaign.accountId);
    SendingWindow window = run.campaign.settings.window;
    if (m_desk.options.isAlwaysOpen)
        window = *SendingWindow::parseHours(u"00:00-24:00");
    const SendRate rate =
        roundedRate(std::min(run.pacer.limit().perSecond(), lane.pacer().limit().perSecond()));
    const std::optional<SendEstimate> estimate =
        estimateSending(remaining, rate, std::nullopt, window, m_desk.ports.clock.now(),
                        zoneOf(window, m_desk.options.zone), run.campaign.settings.perDay);
    return estimate ? std::optional{estimate->endsAt} : std::nullopt;
}

/// The activity log is a courtesy: a line that cannot be written is dropped.
void CampaignNews::writeNotes()
{
    if (m_desk.trouble.isPresent())
        return;
    for (const auto &[id, what] : std::exchange(m_notes, {})) {
        if (const Result<> noted = m_desk.ports.ledger.note(id, what, m_desk.ports.clock.now()); !noted)
            qCWarning(lcEngine) << "a note could not be written:" << noted.error().detail;
    }
}
