#include "widgets/segmentscenes.h"

#include "widgets/samples.h"
#include "widgets/segments/audiencedialog.h"
#include "widgets/segments/segmentspage.h"
#include "widgets/shell/mainwindow.h"

#include <QAbstractButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace {

SegmentFacts sampleFacts()
{
    SegmentFacts facts;
    facts.tags = {u"vip"_s, u"honeymoon"_s, u"newsletter"_s};
    facts.attributes = {
        {u"Last trip"_s,        AttributeType::Date  },
        {u"Trips"_s,            AttributeType::Number},
        {u"Favourite region"_s, AttributeType::Text  }
    };
    facts.campaigns = {
        {{12}, u"New Year in Goa, early bird"_s},
        {{9},  u"Puente de diciembre: Lisboa"_s}
    };
    facts.countries = {u"DE"_s, u"ES"_s, u"IN"_s, u"PT"_s};
    return facts;
}

Contact person(qint64 id, const QString &name, const QString &phone, const QString &region,
               const QStringList &tags)
{
    Contact contact;
    contact.id = {id};
    contact.name = name;
    contact.phone = PhoneNumber::fromE164(phone).value();
    contact.region = region;
    contact.tags = tags;
    return contact;
}

SegmentAudience sampleAudience()
{
    return {
        4217,
        38,
        {person(1, u"Lucía Fernández Ortega"_s, u"+34600000274"_s, u"ES"_s, {u"vip"_s, u"honeymoon"_s}),
          person(2, u"Ananya Iyer"_s, u"+919812340001"_s, u"IN"_s, {u"vip"_s}),
          person(3, {}, u"+351912345678"_s, u"PT"_s, {}),
          person(4, u"محمد الأحمد"_s, u"+34611223344"_s, u"ES"_s, {u"newsletter"_s})}
    };
}

std::vector<SegmentEntry> sampleSegments()
{
    const auto entry = [](const QString &name, const QString &rule, qint64 people) {
        return SegmentEntry{name, *SegmentRule::fromText(rule), people};
    };
    return {
        entry(u"Agreed, not written to for a month"_s, u"opted in and not messaged within 30 days"_s, 18204),
        entry(u"Regulars who did not read Goa"_s,
              u"tag = vip and (country = ES or attr:Trips >= 3) and not messaged within 14 days and not "
              "(answered campaign 12 or failed campaign 12)"_s,
              4217),
        entry(u"Spain"_s, u"country = ES"_s, 96310)};
}

std::unique_ptr<QWidget> windowWith(const std::function<void(SegmentsPage &)> &fill)
{
    auto window = std::make_unique<MainWindow>();
    window->setWorkspace(u"Meridian Journeys"_s, u"/home/meridian/Fanfare"_s);
    window->addPlace({u"campaigns"_s, u"Campaigns"_s, u"campaigns"_s, new QWidget});
    window->addPlace({u"contacts"_s, u"Contacts"_s, u"contacts"_s, new QWidget});
    window->addPlace({u"templates"_s, u"Templates"_s, u"templates"_s, new QWidget});
    window->addPlace({u"settings"_s, u"Settings"_s, u"settings"_s, new QWidget, true});
    auto *page = new SegmentsPage{Samples::phoneFormat()};
    window->addPage(u"contacts"_s, page);
    page->setFacts(sampleFacts());
    QObject::connect(page, &SegmentsPage::audienceWanted, page,
                     [page](const SegmentRule &rule) { page->setAudience(rule, sampleAudience()); });
    fill(*page);
    window->showPage(page);
    return window;
}

} // namespace

std::map<QString, std::function<std::unique_ptr<QWidget>()>> segmentScenes()
{
    return {
        {u"segments"_s,
         [] {
             return windowWith([](SegmentsPage &page) {
                 std::vector<SegmentEntry> segments = sampleSegments();
                 std::swap(segments[0], segments[1]);
                 page.setSegments(segments);
             });
         }                                                                                                 },
        {u"segments-empty"_s,   [] { return windowWith([](SegmentsPage &page) { page.setSegments({}); }); }},
        {u"segments-new"_s,
         [] {
             return windowWith([](SegmentsPage &page) {
                 page.setSegments(sampleSegments());
                 page.findChild<QAbstractButton *>(u"newSegment"_s)->click();
                 page.findChild<QAbstractButton *>(u"addCondition"_s)->click();
             });
         }                                                                                                 },
        {u"segments-failing"_s,
         [] {
             return windowWith([](SegmentsPage &page) {
                 page.showError({ErrorKind::Storage, u"The database cannot be read."_s, {}, {}});
             });
         }                                                                                                 },
        {u"audience"_s,
         []() -> std::unique_ptr<QWidget> {
             auto dialog = std::make_unique<AudienceDialog>(
                 ContactAudienceChoices{sampleSegments(), {u"vip"_s}, sampleFacts().campaigns});
             AudienceDialog *const shown = dialog.get();
             QObject::connect(shown, &AudienceDialog::countWanted, shown,
                              [shown](const ContactAudience &audience) { shown->setCount(audience, 4217); });
             shown->findChild<QRadioButton *>(u"takeCampaign"_s)->setChecked(true);
             return dialog;
         }                                                                                                 },
    };
}
