#include "app/segmentscontroller.h"

#include "app/pacedread.h"
#include "app/windowwords.h"
#include "exchange/phoneparser.h"
#include "widgets/controls/dialogs.h"
#include "widgets/segments/segmentspage.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/backgrounddesk.h"
#include "workspace/changewatch.h"
#include "workspace/session.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr size_t kPeopleShown = 50;
/// A campaign that is being sent changes the book all the time.
constexpr auto kBetweenChanges = 2s;

/// What the page begins with.
struct Reading
{
    SegmentFacts facts;
    std::vector<SegmentEntry> segments;
};

Result<Reading> readSegments(Session &session)
{
    Reading reading;
    const Result<std::vector<TagCount>> tags = session.contacts().tags();
    if (!tags)
        return tags.error();
    for (const TagCount &tag : *tags)
        reading.facts.tags << tag.name;
    Result<std::vector<Attribute>> attributes = session.contacts().attributes();
    if (!attributes)
        return attributes.error();
    reading.facts.attributes = *std::move(attributes);
    const Result<std::vector<Campaign>> campaigns = session.campaigns().list();
    if (!campaigns)
        return campaigns.error();
    for (const Campaign &campaign : *campaigns) {
        const bool hasBegun =
            campaign.state != CampaignState::Draft && campaign.state != CampaignState::Scheduled;
        if (hasBegun)
            reading.facts.campaigns.push_back({campaign.id, campaign.name});
    }
    reading.facts.countries = PhoneParser::countries();
    const Result<std::vector<Segment>> segments = session.segments().list();
    if (!segments)
        return segments.error();
    for (const Segment &segment : *segments)
        reading.segments.push_back({segment.name, segment.rule, std::nullopt});
    if (const Result<> ready = session.segments().getReady(session.clock().now()); !ready)
        return ready.error();
    return reading;
}

/// The segment under another name or with another rule, or a new one.
Result<Segment> store(Session &session, const QString &before, const QString &name, const SegmentRule &rule)
{
    SegmentStore &segments = session.segments();
    const UtcTime now = session.clock().now();
    if (before.isEmpty())
        return segments.create(name, rule, now);
    if (name != before) {
        if (const Result<> renamed = segments.rename(before, name, now); !renamed)
            return renamed.error();
    }
    if (const Result<> changed = segments.change(name, rule, now); !changed)
        return changed.error();
    return segments.load(name);
}

} // namespace

SegmentsController::SegmentsController(const Workbench &bench, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_page{new SegmentsPage{&PhoneParser::formatInternational, &bench.window}}
    , m_counts{new PacedRead{0ms, [this](std::function<void()> ended) { countNext(std::move(ended)); }, this}}
    , m_changes{new PacedRead{kBetweenChanges,
                              [this](const std::function<void()> &ended) {
                                  if (m_page->isVisible())
                                      m_counts->request();
                                  ended();
                              },
                              this}}
{
    connect(m_page, &SegmentsPage::backRequested, this, &SegmentsController::closed);
    connect(m_page, &SegmentsPage::reloadRequested, this, &SegmentsController::load);
    connect(m_page, &SegmentsPage::audienceWanted, this, [this](const SegmentRule &rule) {
        m_wanted = rule;
        m_counts->request();
    });
    connect(m_page, &SegmentsPage::saveRequested, this, &SegmentsController::save);
    connect(m_page, &SegmentsPage::deleteRequested, this, &SegmentsController::remove);
    connect(m_page, &SegmentsPage::campaignRequested, this, &SegmentsController::campaignRequested);
    connect(&bench.changes, &ChangeWatch::changed, m_changes, &PacedRead::request);
}

void SegmentsController::load()
{
    m_bench.desk.run(this, &readSegments, [this](const Result<Reading> &reading) {
        if (!reading) {
            m_page->showError(inWindowWords(reading.error()));
            return;
        }
        m_page->setFacts(reading->facts);
        m_page->setSegments(reading->segments);
        countSegments(reading->segments);
    });
}

void SegmentsController::countNext(std::function<void()> ended)
{
    const SegmentRule rule = m_wanted;
    m_bench.desk.run(
        this,
        [rule](Session &session) {
            return session.segments().look(rule, session.clock().now(), kPeopleShown);
        },
        [this, rule, ended = std::move(ended)](const Result<SegmentPeople> &people) {
            if (people)
                m_page->setAudience(rule, {people->all, people->suppressed, people->first});
            else
                m_page->setAudienceError(rule, inWindowWords(people.error()));
            ended();
        });
}

void SegmentsController::countSegments(const std::vector<SegmentEntry> &segments)
{
    for (const SegmentEntry &segment : segments) {
        m_bench.desk.run(
            this,
            [rule = segment.rule](Session &session) {
                return session.segments().people(rule, session.clock().now());
            },
            [this, name = segment.name](const Result<qint64> &people) {
                if (people)
                    m_page->setSegmentPeople(name, *people);
            });
    }
}

void SegmentsController::save(const QString &before, const QString &name, const SegmentRule &rule)
{
    m_bench.desk.run(
        this, [before, name, rule](Session &session) { return store(session, before, name, rule); },
        [this](const Result<Segment> &segment) {
            if (!segment) {
                m_page->setSaveError(inWindowWords(segment.error()));
                return;
            }
            m_page->setSaved({segment->name, segment->rule, std::nullopt});
            emit done(tr("“%1” is saved").arg(segment->name));
            load();
        });
}

void SegmentsController::remove(const QString &name)
{
    m_bench.desk.run(
        this, [name](Session &session) { return session.segments().remove(name); },
        [this, name](const Result<> &removed) {
            if (!removed) {
                tellError(&m_bench.window, tr("The segment was not deleted"), inWindowWords(removed.error()));
                return;
            }
            m_page->setDeleted(name);
            emit done(tr("“%1” was deleted").arg(name));
            load();
        });
}
