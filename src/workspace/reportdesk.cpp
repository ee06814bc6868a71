#include "workspace/reportdesk.h"

#include "exchange/csvwriter.h"
#include "reporting/pdfreport.h"
#include "workspace/session.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPeoplePerProgress = 1000;
constexpr int kPointsOfATimeline = 120;

QString timeText(const std::optional<UtcTime> &time)
{
    return time ? toIsoText(*time) : QString{};
}

QStringList variableKeys(const Campaign &campaign)
{
    QStringList keys;
    if (campaign.frozenTemplate) {
        for (const TemplateVariable &variable : campaign.frozenTemplate->variables())
            keys << variable.key;
    }
    return keys;
}

QStringList heading(const QStringList &variables)
{
    QStringList cells{u"phone"_s, u"name"_s, u"status"_s};
    for (const QString &key : variables)
        cells << u"variable "_s + key;
    return cells + QStringList{u"sent_at"_s,   u"delivered_at"_s, u"read_at"_s,    u"responded_at"_s,
                               u"failed_at"_s, u"attempts"_s,     u"message_id"_s, u"error_code"_s,
                               u"error"_s,     u"advice"_s,       u"response"_s};
}

QStringList cellsOf(const Recipient &person, const QStringList &variables)
{
    QStringList cells{person.phone.e164(), person.name, toWord(person.progress.status)};
    for (const QString &key : variables)
        cells << person.variables.value(key);
    const RecipientError error = person.error.value_or(RecipientError{});
    return cells
        + QStringList{timeText(person.progress.sentAt),
                      timeText(person.progress.deliveredAt),
                      timeText(person.progress.readAt),
                      timeText(person.progress.respondedAt),
                      timeText(person.progress.failedAt),
                      QString::number(person.attempts),
                      person.messageId,
                      error.code,
                      error.message,
                      error.advice,
                      person.response};
}

/// Steps of whole minutes, so that a time line of any length has about as many points.
std::chrono::minutes timelineStep(const Campaign &campaign, UtcTime now)
{
    if (!campaign.startedAt)
        return 1min;
    const auto length = std::chrono::duration_cast<std::chrono::minutes>(campaign.completedAt.value_or(now)
                                                                         - *campaign.startedAt);
    return std::max(1min, length / kPointsOfATimeline);
}

std::vector<ReportPoint> soFar(const std::vector<TimeLinePoint> &steps, std::chrono::minutes step)
{
    std::vector<ReportPoint> points;
    ReportPoint sum;
    for (const TimeLinePoint &point : steps) {
        sum.at = point.start + step;
        sum.sent += point.sent;
        sum.delivered += point.delivered;
        sum.read += point.read;
        sum.responded += point.responded;
        sum.failed += point.failed;
        points.push_back(sum);
    }
    return points;
}

} // namespace

Result<ExportedReport> ReportDesk::writeCsv(CampaignId campaign, const QString &path,
                                            const CancelToken &cancel, const Progress &progress)
{
    const Result<Campaign> loaded = m_session.campaigns().load(campaign);
    if (!loaded)
        return loaded.error();
    QStringList variables = variableKeys(*loaded);
    if (variables.isEmpty() && !loaded->templateName.isEmpty()) {
        if (const Result<MessageTemplate> chosen = m_session.campaignDesk().templateOf(*loaded)) {
            for (const TemplateVariable &variable : chosen->variables())
                variables << variable.key;
        }
    }
    Result<CsvWriter> writer = CsvWriter::open(path);
    if (!writer)
        return writer.error();
    if (const Result<> written = writer->writeRow(heading(variables)); !written)
        return written.error();

    ExportedReport report{path, 0, false};
    Result<> written = Done{};
    RecipientQuery everybody;
    everybody.campaign = campaign;
    const Result<int> handedOver = m_session.recipients().forEach(
        everybody,
        [&](const Recipient &person) {
            written = writer->writeRow(cellsOf(person, variables));
            if (++report.rows % kPeoplePerProgress == 0 && progress)
                progress(report.rows, loaded->counts.total());
            return static_cast<bool>(written);
        },
        cancel);
    if (!handedOver)
        return handedOver.error();
    if (!written)
        return written.error();
    if (cancel.isCancelled()) {
        report.wasCancelled = true;
        return report;
    }
    if (const Result<> committed = writer->commit(); !committed)
        return committed.error();
    return report;
}

Result<ExportedReport> ReportDesk::writePdf(CampaignId campaign, const QString &path)
{
    const Result<CampaignReport> figures = figuresOf(campaign);
    if (!figures)
        return figures.error();
    if (const Result<int> pages = writePdfReport(*figures, path); !pages)
        return pages.error();
    return ExportedReport{path, figures->counts.total(), false};
}

Result<CampaignReport> ReportDesk::figuresOf(CampaignId id)
{
    const Result<Campaign> campaign = m_session.campaigns().load(id);
    if (!campaign)
        return campaign.error();
    CampaignReport report;
    report.campaignName = campaign->name;
    report.description = campaign->description;
    report.templateName = campaign->templateName;
    report.language = campaign->language;
    report.state = campaign->state;
    report.counts = campaign->counts;
    report.reached = campaign->reached;
    report.startedAt = campaign->startedAt;
    report.completedAt = campaign->completedAt;
    report.madeAt = m_session.clock().now();
    report.zone = m_session.timeZone();
    report.isPractice = m_session.workspace().isPractice();
    if (campaign->frozenTemplate)
        report.messageText = campaign->frozenTemplate->body;
    else if (const Result<MessageTemplate> chosen = m_session.campaignDesk().templateOf(*campaign))
        report.messageText = chosen->body;
    if (campaign->accountId.isValid()) {
        if (const Result<Account> account = m_session.accounts().load(campaign->accountId)) {
            report.accountName = account->verifiedName.isEmpty() ? account->name : account->verifiedName;
            report.senderNumber = account->displayPhoneNumber;
        }
    }
    const std::chrono::minutes step = timelineStep(*campaign, report.madeAt);
    const Result<std::vector<TimeLinePoint>> timeLine = m_session.figures().timeLine(id, step);
    if (!timeLine)
        return timeLine.error();
    report.timeline = soFar(*timeLine, step);
    const Result<std::vector<ErrorCount>> errors = m_session.figures().errors(id);
    if (!errors)
        return errors.error();
    for (const ErrorCount &error : *errors)
        report.failures.push_back({error.code, error.message, error.advice, error.count});
    return report;
}
