#include "widgets/galleryscenes.h"

#include "presentation/campaigntablemodel.h"
#include "presentation/templatetablemodel.h"
#include "widgets/analyticsscenes.h"
#include "widgets/campaignscenes.h"
#include "widgets/contactscenes.h"
#include "widgets/controlscenes.h"
#include "widgets/inboxscenes.h"
#include "widgets/moneyscenes.h"
#include "widgets/pages/campaignspage.h"
#include "widgets/pages/firststartpage.h"
#include "widgets/pages/templatespage.h"
#include "widgets/samples.h"
#include "widgets/sceneparts.h"
#include "widgets/segmentscenes.h"
#include "widgets/settingsscenes.h"
#include "widgets/shell/helpdialog.h"
#include "widgets/wizardscenes.h"

using namespace Qt::StringLiterals;

namespace {

CampaignRow campaignRow(qint64 id, const QString &name, CampaignState state, const QString &templateName,
                        const QString &language, const QString &createdAt)
{
    CampaignRow row;
    row.id = {id};
    row.name = name;
    row.state = state;
    row.templateName = templateName;
    row.language = language;
    row.createdAt = Samples::momentOf(createdAt);
    return row;
}

void fillNumbers(CampaignRow &row, int total, int sent, int delivered, int read, int failed, int responded)
{
    row.reached = {sent, delivered, read, responded};
    row.counts.set(RecipientStatus::Sent, sent - delivered);
    row.counts.set(RecipientStatus::Delivered, delivered - read);
    row.counts.set(RecipientStatus::Read, read - responded);
    row.counts.set(RecipientStatus::Responded, responded);
    row.counts.set(RecipientStatus::Failed, failed);
    row.counts.set(RecipientStatus::Pending, std::max(0, total - sent - failed));
}

std::vector<CampaignRow> sampleCampaigns()
{
    std::vector<CampaignRow> rows;
    CampaignRow sending = campaignRow(1, u"New Year in Goa, early bird 🌴"_s, CampaignState::Sending,
                                      u"goa_newyear_offer"_s, u"en"_s, u"2026-11-18T10:00:00"_s);
    fillNumbers(sending, 12480, 7380, 6951, 2871, 155, 188);
    sending.startedAt = sending.scheduledFor = Samples::momentOf(u"2026-11-19T11:29:35"_s);
    sending.perSecond = 9.6;
    rows.push_back(sending);

    CampaignRow paused = campaignRow(2, u"Navidad en Machu Picchu 🏔️"_s, CampaignState::Paused,
                                     u"navidad_cusco"_s, u"es"_s, u"2026-11-17T10:00:00"_s);
    fillNumbers(paused, 3206, 1204, 1108, 702, 81, 64);
    paused.startedAt = paused.scheduledFor = Samples::momentOf(u"2026-11-19T09:00:00"_s);
    paused.reason = {u"brake"_s, u"safety brake: 6.7 % failed"_s, {}};
    rows.push_back(paused);

    CampaignRow scheduled = campaignRow(3, u"عروض رأس السنة في دبي ✨"_s, CampaignState::Scheduled,
                                        u"dubai_newyear"_s, u"ar"_s, u"2026-11-18T12:00:00"_s);
    scheduled.counts.set(RecipientStatus::Pending, 2940);
    scheduled.scheduledFor = Samples::momentOf(u"2026-11-20T10:00:00"_s);
    rows.push_back(scheduled);

    CampaignRow draft = campaignRow(4, u"Puente de diciembre: Lisboa 🇵🇹"_s, CampaignState::Draft,
                                    u"lisboa_puente"_s, u"es"_s, u"2026-11-19T11:20:00"_s);
    draft.savedAt = Samples::momentOf(u"2026-11-19T11:40:00"_s);
    draft.draftStep = 2;
    rows.push_back(draft);

    const auto completed = [&rows](qint64 id, const QString &name, const QString &templateName,
                                   const QString &language, const QString &createdAt, int total, int sent,
                                   int delivered, int read, int failed, int responded) {
        CampaignRow row = campaignRow(id, name, CampaignState::Completed, templateName, language, createdAt);
        fillNumbers(row, total, sent, delivered, read, failed, responded);
        row.counts.set(RecipientStatus::Pending, 0);
        row.startedAt = row.createdAt + std::chrono::hours{26};
        row.completedAt = *row.startedAt + std::chrono::seconds{502};
        rows.push_back(row);
    };
    completed(5, u"सर्दियों में राजस्थान 🐪"_s, u"rajasthan_winter"_s, u"hi"_s, u"2026-11-09T16:00:00"_s, 5118,
              5010, 4846, 3877, 176, 611);
    completed(6, u"Kerala backwaters: not yet read"_s, u"kerala_followup"_s, u"en"_s,
              u"2026-11-05T15:30:00"_s, 1902, 1862, 1741, 906, 121, 58);
    completed(7, u"Diwali getaways, last seats 🪔"_s, u"diwali_last_seats"_s, u"en"_s,
              u"2026-10-29T08:00:00"_s, 9640, 9402, 9013, 7120, 415, 1043);
    completed(8, u"Visa documents reminder"_s, u"visa_documents"_s, u"en"_s, u"2026-10-27T07:00:00"_s, 418,
              418, 415, 391, 3, 122);

    CampaignRow failed = campaignRow(9, u"Honeymoon in the Maldives 💍"_s, CampaignState::Failed,
                                     u"maldives_offer"_s, u"en"_s, u"2026-10-20T10:00:00"_s);
    fillNumbers(failed, 7900, 5611, 5390, 3288, 221, 219);
    failed.startedAt = Samples::momentOf(u"2026-10-21T10:00:00"_s);
    failed.reason = {u"190"_s, u"access key was revoked"_s, {}};
    rows.push_back(failed);

    CampaignRow cancelled = campaignRow(10, u"Black Friday city breaks"_s, CampaignState::Cancelled,
                                        u"blackfriday_city"_s, u"en"_s, u"2026-10-16T10:00:00"_s);
    cancelled.counts.set(RecipientStatus::Pending, 3480);
    rows.push_back(cancelled);
    return rows;
}

std::unique_ptr<QWidget> campaigns(std::vector<CampaignRow> rows)
{
    return windowAround(u"campaigns"_s, [&rows](const QString &key) -> QWidget * {
        if (key != u"campaigns"_s)
            return new QWidget;
        auto *model = new CampaignTableModel{Samples::clock()};
        auto *page = new CampaignsPage{*model, Samples::clock()};
        model->setParent(page);
        model->setCampaigns(std::move(rows));
        return page;
    });
}

std::unique_ptr<QWidget> firstStart()
{
    auto window = windowAround(u"campaigns"_s, [](const QString &key) -> QWidget * {
        return key == u"campaigns"_s ? static_cast<QWidget *>(new FirstStartPage) : new QWidget;
    });
    window->setWorkspace(u"My workspace"_s, u"/home/me/Fanfare"_s);
    window->setStatus(StatusItem::Account, {Tone::Gray, {}, {}, u"No number connected"_s});
    window->setStatus(StatusItem::Meta, {});
    window->setStatus(StatusItem::DeliveryEvents,
                      {Tone::Gray, {}, {}, u"Delivery events: set up with your number"_s});
    window->setStatus(StatusItem::DailyUse, {});
    return window;
}

std::vector<MessageTemplate> sampleTemplates()
{
    const auto make = [](const QString &name, const QString &language, const QString &category,
                         const QString &status, const QString &quality) {
        MessageTemplate made;
        made.name = name;
        made.language = language;
        made.category = category;
        made.status = status;
        made.quality = quality;
        made.body = u"Hello {{1}}, your documents for {{2}} are ready."_s;
        made.examples = {
            {u"1"_s, u"Aisha"_s},
            {u"2"_s, u"India"_s}
        };
        return made;
    };
    MessageTemplate lisboa = lisbonTemplate();
    lisboa.quality = u"GREEN"_s;
    lisboa.examples = {
        {u"1"_s, u"Lucía"_s        },
        {u"2"_s, u"5 de diciembre"_s},
        {u"3"_s, u"289 €"_s       }
    };
    std::vector<MessageTemplate> all{lisboa};
    all.push_back(make(u"goa_newyear_offer"_s, u"en_GB"_s, u"MARKETING"_s, u"APPROVED"_s, u"GREEN"_s));
    all.push_back(make(u"kerala_followup"_s, u"en_GB"_s, u"MARKETING"_s, u"APPROVED"_s, u"YELLOW"_s));
    all.push_back(make(u"lisboa_recordatorio"_s, u"es"_s, u"UTILITY"_s, u"PENDING"_s, u"UNKNOWN"_s));
    all.push_back(make(u"lisboa_verano"_s, u"es"_s, u"MARKETING"_s, u"REJECTED"_s, {}));
    all.push_back(make(u"rajasthan_winter"_s, u"hi"_s, u"MARKETING"_s, u"PAUSED"_s, u"RED"_s));
    all.push_back(make(u"visa_documents"_s, u"en_GB"_s, u"UTILITY"_s, u"APPROVED"_s, u"GREEN"_s));
    return all;
}

std::unique_ptr<QWidget> templates(const std::vector<MessageTemplate> &all, std::optional<Error> problem)
{
    return windowAround(u"templates"_s, [&](const QString &key) -> QWidget * {
        if (key != u"templates"_s)
            return new QWidget;
        auto *model = new TemplateTableModel;
        auto *page = new TemplatesPage{*model, Samples::clock()};
        model->setParent(page);
        model->setTemplates(all);
        page->setSyncedAt(Samples::clock().now() - std::chrono::minutes{100});
        if (problem)
            page->showSyncError(*problem);
        return page;
    });
}

const SceneMakers &scenes()
{
    static const SceneMakers makers = [] {
        SceneMakers all;
        all.merge(campaignScenes());
        all.merge(inboxScenes());
        all.merge(moneyScenes());
        all.merge(analyticsScenes());
        all.merge(segmentScenes());
        all.merge(wizardScenes());
        all.merge(controlScenes());
        all.merge(contactScenes());
        all.merge(settingsScenes());
        all[u"campaigns"_s] = [] { return campaigns(sampleCampaigns()); };
        all[u"campaigns-empty"_s] = [] { return campaigns({}); };
        all[u"first-start"_s] = firstStart;
        all[u"help"_s] = [] { return std::make_unique<HelpDialog>(); };
        all[u"templates"_s] = [] { return templates(sampleTemplates(), {}); };
        all[u"templates-empty"_s] = [] { return templates({}, {}); };
        all[u"templates-failing"_s] = [] { return templates(sampleTemplates(), networkError()); };
        return all;
    }();
    return makers;
}

} // namespace

QStringList galleryScenes()
{
    QStringList names;
    for (const auto &[name, maker] : scenes())
        names += name;
    return names;
}

std::unique_ptr<QWidget> makeGalleryScene(const QString &name)
{
    const auto found = scenes().find(name);
    return found == scenes().end() ? nullptr : found->second();
}
