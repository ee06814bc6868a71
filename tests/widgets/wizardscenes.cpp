#include "widgets/wizardscenes.h"

#include "widgets/samples.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/wizard/campaignwizard.h"

#include <QAbstractButton>
#include <QLineEdit>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The window with the wizard as its page, and the wizard answered as the workspace would.
std::unique_ptr<QWidget> windowWith(const std::function<void(CampaignWizard &)> &fill)
{
    auto window = std::make_unique<MainWindow>();
    window->setWorkspace(u"Meridian Journeys"_s, u"/home/meridian/Fanfare"_s);
    auto *wizard = new CampaignWizard{Samples::clock(), Samples::phoneFormat()};
    window->addPlace({u"campaigns"_s, u"Campaigns"_s, u"campaigns"_s, new QWidget});
    window->addPlace({u"templates"_s, u"Templates"_s, u"templates"_s, new QWidget});
    window->addPlace({u"settings"_s, u"Settings"_s, u"settings"_s, new QWidget, true});
    window->addPage(u"campaigns"_s, wizard);
    window->setStatus(
        StatusItem::Account,
        {Tone::Gray, {}, u"Meridian Journeys"_s, u"+44 7700 900411 · quality high · up to 80/s"_s});
    window->setStatus(StatusItem::Meta, {Tone::Green, {}, {}, u"Meta reachable · 84 ms"_s});

    QObject::connect(wizard, &CampaignWizard::draftChanged, wizard, [wizard](const CampaignDraft &) {
        wizard->setSaved({7}, Samples::momentOf(u"2026-11-19T11:40:00"_s));
    });
    QObject::connect(wizard, &CampaignWizard::previewWanted, wizard,
                     [wizard](const AudienceSource &source, const AudienceChoices &) {
                         AudiencePreview preview = Samples::preview();
                         preview.source = source;
                         wizard->setAudiencePreview(preview);
                     });
    QObject::connect(wizard, &CampaignWizard::peopleWanted, wizard,
                     [wizard](const QString &search) { wizard->setPeopleTotal(search, 1377); });
    QObject::connect(wizard, &CampaignWizard::peoplePageWanted, wizard,
                     [wizard](const QString &, const PageRequest &request) {
                         wizard->people().setPage(request,
                                                  Samples::draftPeople(request.offset, request.count));
                     });
    QObject::connect(wizard, &CampaignWizard::checkWanted, wizard, [wizard](const CampaignDraft &draft) {
        const UtcTime start = draft.scheduledFor.value_or(Samples::clock().now());
        wizard->setChecks(Samples::checks(), SendEstimate{2h + 18min, start, start + 2h + 18min},
                          Samples::cost());
    });
    QObject::connect(wizard, &CampaignWizard::sampleWanted, wizard, [wizard](const SampleChoice &choice) {
        wizard->setSample(Samples::sample(choice.place));
    });

    wizard->setSenders(Samples::senders());
    wizard->setCountries({u"ES"_s, u"GB"_s, u"IN"_s, u"PT"_s});
    wizard->setThroughput(80);
    wizard->setRatesCurrency(u"GBP"_s);
    fill(*wizard);
    window->showPage(wizard);
    return window;
}

void openAt(CampaignWizard &wizard, WizardStep step, qint64 people, const AudienceSource &source = {})
{
    wizard.setTemplates(Samples::templates(), Samples::momentOf(u"2026-11-19T10:02:00"_s));
    CampaignDraft draft = Samples::draft();
    draft.step = step;
    draft.source = source;
    wizard.open(draft, people);
    wizard.setSaved({7}, Samples::momentOf(u"2026-11-19T11:40:00"_s));
}

} // namespace

std::map<QString, std::function<std::unique_ptr<QWidget>()>> wizardScenes()
{
    return {
        {u"wizard-1"_s,
         [] {
             return windowWith([](CampaignWizard &wizard) {
                 openAt(wizard, WizardStep::Details, 0);
                 wizard.findChild<QLineEdit *>(u"templateSearch"_s)->setText(u"lisboa"_s);
             });
         }                                                                                                  },
        {u"wizard-1-empty"_s,    [] { return windowWith([](CampaignWizard &wizard) { wizard.open({}); }); } },
        {u"wizard-1-new"_s,
         [] {
             return windowWith([](CampaignWizard &wizard) {
                 wizard.setTemplates(Samples::templates(), Samples::momentOf(u"2026-11-19T10:02:00"_s));
                 wizard.open({});
             });
         }                                                                                                  },
        {u"wizard-1-versions"_s,
         [] {
             return windowWith([](CampaignWizard &wizard) {
                 openAt(wizard, WizardStep::Details, 0);
                 CampaignDraft draft = Samples::draft();
                 AbTestTerms terms;
                 terms.decideAfter = std::chrono::hours{4};
                 terms.restPercent = 80;
                 terms.variants.resize(3);
                 terms.variants[1].fixedValues.insert(u"1"_s, u"Porto"_s);
                 terms.variants[1].headerMedia = HeaderMedia::fromText(u"https://example.com/porto.jpg"_s);
                 terms.variants[2].startAt = Samples::momentOf(u"2026-11-20T18:00:00"_s);
                 draft.test = terms;
                 wizard.open(draft);
             });
         }                                                                                                  },
        {u"wizard-1-problems"_s,
         [] {
             return windowWith([](CampaignWizard &wizard) {
                 openAt(wizard, WizardStep::Details, 0);
                 CampaignDraft draft = Samples::draft();
                 draft.name.clear();
                 draft.settings.headerMedia = {};
                 draft.templateName = u"lisboa_verano"_s;
                 wizard.open(draft);
                 wizard.findChild<QAbstractButton *>(u"nextButton"_s)->click();
                 wizard.setSaveError({ErrorKind::Storage, u"The disk is full."_s, {}, {}});
             });
         }                                                                                                  },
        {u"wizard-2"_s,
         [] {
             return windowWith([](CampaignWizard &wizard) {
                 openAt(wizard, WizardStep::Recipients, 0, Samples::preview().source);
             });
         }                                                                                                  },
        {u"wizard-2-reading"_s,
         [] {
             return windowWith([](CampaignWizard &wizard) {
                 openAt(wizard, WizardStep::Recipients, 0, Samples::preview().source);
                 wizard.findChild<QAbstractButton *>(u"changeReading"_s)->click();
             });
         }                                                                                                  },
        {u"wizard-2-empty"_s,
         [] {
             return windowWith([](CampaignWizard &wizard) { openAt(wizard, WizardStep::Recipients, 0); });
         }                                                                                                  },
        {u"wizard-2-people"_s,
         [] {
             return windowWith([](CampaignWizard &wizard) { openAt(wizard, WizardStep::Recipients, 1377); });
         }                                                                                                  },
        {u"wizard-2-failing"_s,
         [] {
             return windowWith([](CampaignWizard &wizard) {
                 openAt(wizard, WizardStep::Recipients, 0, Samples::preview().source);
                 wizard.setAudienceError(
                     {ErrorKind::BadInput,
                      u"This is not a table but a picture. Save it as CSV in your spreadsheet and choose it again."_s,
                      {},
                      {}});
             });
         }                                                                                                  },
        {u"wizard-3"_s,
         [] {
             return windowWith([](CampaignWizard &wizard) { openAt(wizard, WizardStep::Settings, 1377); });
         }                                                                                                  },
        {u"wizard-4"_s,
         [] { return windowWith([](CampaignWizard &wizard) { openAt(wizard, WizardStep::Review, 1377); }); }},
        {u"wizard-4-blocked"_s,
         [] {
             return windowWith([](CampaignWizard &wizard) {
                 openAt(wizard, WizardStep::Review, 1377);
                 std::vector<PreflightCheck> checks = Samples::checks();
                 checks[3] = {u"variables"_s, CheckLevel::Block,
                              u"“salida” is empty for 12 people. Set a default or leave them out."_s};
                 checks[5] = {u"account"_s, CheckLevel::Block,
                              u"There is no access key for this number. Paste one in Settings."_s};
                 wizard.setChecks(checks, std::nullopt);
             });
         }                                                                                                  },
    };
}
