#include "widgets/settingsscenes.h"

#include "widgets/pages/accountform.h"
#include "widgets/pages/connectpage.h"
#include "widgets/pages/deliveryeventspanel.h"
#include "widgets/pages/ratesimportdialog.h"
#include "widgets/pages/ratespanel.h"
#include "widgets/pages/relaypanel.h"
#include "widgets/pages/settingspage.h"
#include "widgets/pages/speedlimitdialog.h"
#include "widgets/samples.h"

using namespace Qt::StringLiterals;

namespace {

AccountView sampleAccount()
{
    AccountView view;
    view.account.id = {1};
    view.account.name = u"Meridian Journeys"_s;
    view.account.phoneNumberId = u"104728839402117"_s;
    view.account.wabaId = u"112903664870255"_s;
    view.account.apiBase = QLatin1StringView{kDefaultApiBase};
    view.account.graphVersion = QLatin1StringView{kDefaultGraphVersion};
    view.account.displayPhoneNumber = u"+44 7700 900411"_s;
    view.account.verifiedName = u"Meridian Journeys"_s;
    view.account.qualityRating = u"GREEN"_s;
    view.account.throughputPerSecond = 80;
    view.account.messagingLimit = 100000;
    view.isInUse = true;
    view.accessKey = SecretPlace::Keychain;
    view.checkedAt = Samples::clock().now() - std::chrono::minutes{1};
    view.messagedInLast24Hours = 8091;
    return view;
}

/// Received here, and the last step still to come.
DeliveryEventsView sampleDeliveryEvents()
{
    DeliveryEventsView view;
    view.hasAccount = true;
    view.listening = DeliveryEventsView::Listening::On;
    view.host = u"127.0.0.1"_s;
    view.port = 8787;
    view.publicAddress = u"https://events.meridian-journeys.example"_s;
    view.verifyToken = u"5b1f9c27d04e8a6637c2f10be94d8a51"_s;
    view.checkedAt = Samples::clock().now() - std::chrono::minutes{18};
    view.apps = QStringList{u"Meridian Journeys campaigns"_s};
    view.lastEvent = Samples::clock().now() - std::chrono::seconds{1};
    view.refused = 3;
    return view;
}

DeliveryEventsView failingDeliveryEvents()
{
    DeliveryEventsView view = sampleDeliveryEvents();
    view.listening = DeliveryEventsView::Listening::Failed;
    view.problem =
        Error{ErrorKind::BadInput, u"Another program uses port 8787 of this computer. Choose another port."_s,
              u"port_taken"_s};
    view.checkedAt.reset();
    view.lastEvent.reset();
    view.apps.reset();
    view.subscriptionProblem =
        Error{ErrorKind::Network,
              u"The access key may not do this. Give it the right to manage the account."_s, u"200"_s};
    return view;
}

/// One number's secret is missing, a time is blind, and the address is none that Meta takes.
DeliveryEventsView partialDeliveryEvents()
{
    DeliveryEventsView view = sampleDeliveryEvents();
    view.withoutSecret = QStringList{u"Atlas Wines"_s};
    view.putAside = 1;
    view.ofOtherNumbers = 12;
    view.blind = {Samples::clock().now() - std::chrono::hours{24 * 20},
                  Samples::clock().now() - std::chrono::hours{24 * 9}};
    view.publicAddress = u"http://events.meridian-journeys.example"_s;
    view.checkedAt.reset();
    view.addressSince = Samples::clock().now();
    return view;
}

DeliveryEventsView unwantedDeliveryEvents()
{
    DeliveryEventsView view;
    view.hasAccount = true;
    view.host = u"127.0.0.1"_s;
    view.port = 8787;
    return view;
}

/// Connected, and Meta has checked the address.
RelayView sampleRelay()
{
    using Light = RelayView::Light;
    RelayView view;
    view.hasAccount = true;
    view.receiving = RelayView::Receiving::On;
    view.address = u"https://relay.meridian-journeys.example"_s;
    view.verifyToken = u"5b1f9c27d04e8a6637c2f10be94d8a51"_s;
    view.lights = {Light::Done, Light::Done, Light::Done, Light::Done, Light::Waiting};
    view.handshakeAt = Samples::clock().now() - std::chrono::minutes{4};
    return view;
}

RelayView failingRelay()
{
    using Light = RelayView::Light;
    RelayView view = sampleRelay();
    view.receiving = RelayView::Receiving::Failed;
    view.problem = Error{ErrorKind::Refused, u"The relay does not know this key. It may have been revoked."_s,
                         u"wrong_key"_s};
    view.lights = {Light::Done, Light::Done, Light::Wrong, Light::NotYet, Light::NotYet};
    view.stepProblem = view.problem;
    view.dropped = 1204;
    return view;
}

RelayView unusedRelay()
{
    RelayView view;
    view.hasAccount = true;
    return view;
}

std::unique_ptr<QWidget> settings(SettingsPage::Section section, std::vector<AccountView> accounts,
                                  const DeliveryEventsView &events = sampleDeliveryEvents(),
                                  const RelayView &relay = sampleRelay())
{
    return windowAround(u"settings"_s, [&](const QString &key) -> QWidget * {
        if (key != u"settings"_s)
            return new QWidget;
        auto *page = new SettingsPage{Samples::clock()};
        page->setAccounts(std::move(accounts));
        page->deliveryEvents().setView(events);
        page->relay().setView(relay);
        page->setDefaults({u"GB"_s, u"Europe/London"_s, {}, SendRate::gentle()});
        page->setWorkspace({u"Meridian Journeys"_s, u"/home/meridian/Fanfare"_s,
                            u"/home/meridian/Fanfare/fanfare.db"_s, 48'234'496, false});
        page->setVersion(u"0.1.0"_s);
        page->showSection(section);
        return page;
    });
}

std::unique_ptr<QWidget> connecting(bool withProblem)
{
    return windowAround(u"campaigns"_s, [withProblem](const QString &key) -> QWidget * {
        if (key != u"campaigns"_s)
            return new QWidget;
        auto *page = new ConnectPage;
        if (withProblem) {
            AccountView view = sampleAccount();
            view.account.id = {};
            page->form().setAccount(view);
            page->form().showProblem(networkError(), true);
        }
        return page;
    });
}

} // namespace

SceneMakers settingsScenes()
{
    SceneMakers all;
    all[u"connect"_s] = [] { return connecting(false); };
    all[u"connect-failing"_s] = [] { return connecting(true); };
    all[u"settings-about"_s] = [] { return settings(SettingsPage::Section::About, {}); };
    all[u"settings-accounts"_s] = [] { return settings(SettingsPage::Section::Accounts, {sampleAccount()}); };
    all[u"settings-accounts-limited"_s] = [] {
        AccountView view = sampleAccount();
        view.account.ownLimitPerSecond = 20;
        return settings(SettingsPage::Section::Accounts, {view});
    };
    all[u"settings-speed-limit"_s] = [] {
        return std::make_unique<SpeedLimitDialog>(u"Meridian Journeys"_s, 80, 20, nullptr);
    };
    all[u"settings-accounts-empty"_s] = [] { return settings(SettingsPage::Section::Accounts, {}); };
    all[u"settings-accounts-failing"_s] = [] {
        AccountView view = sampleAccount();
        view.problem = networkError();
        view.accessKey = SecretPlace::Memory;
        return settings(SettingsPage::Section::Accounts, {view});
    };
    all[u"settings-rates"_s] = [] {
        auto window = settings(SettingsPage::Section::Rates, {});
        RateCard next{
            u"GBP"_s, QDate{2027, 1, 1},
             Samples::rateCard().rates()
        };
        next.fileName = u"GBP_rates_January.csv"_s;
        next.importedAt = Samples::rateCard().importedAt;
        window->findChild<RatesPanel *>()->setCards({
            {Samples::rateCard(), true },
            {next,                false}
        });
        return window;
    };
    all[u"settings-rates-empty"_s] = [] { return settings(SettingsPage::Section::Rates, {}); };
    all[u"settings-rates-import"_s] = [] {
        RatesFileView file{u"rates.csv"_s, {}, std::nullopt, 36, 152, {}};
        file.refused = {u"Row 12: No country or group of countries is called so. (Atlantis)"_s,
                        u"Row 31: This is not an amount. (cheap)"_s};
        return std::make_unique<RatesImportDialog>(file);
    };
    all[u"settings-reports"_s] = [] { return settings(SettingsPage::Section::Reports, {}); };
    all[u"settings-answers"_s] = [] { return settings(SettingsPage::Section::Answers, {}); };
    all[u"settings-appearance"_s] = [] { return settings(SettingsPage::Section::Appearance, {}); };
    all[u"settings-data"_s] = [] { return settings(SettingsPage::Section::Data, {}); };
    all[u"settings-events"_s] = [] { return settings(SettingsPage::Section::DeliveryEvents, {}); };
    all[u"settings-events-failing"_s] = [] {
        return settings(SettingsPage::Section::DeliveryEvents, {}, failingDeliveryEvents());
    };
    all[u"settings-events-partial"_s] = [] {
        return settings(SettingsPage::Section::DeliveryEvents, {}, partialDeliveryEvents());
    };
    all[u"settings-relay"_s] = [] { return settings(SettingsPage::Section::Relay, {}); };
    all[u"settings-relay-failing"_s] = [] {
        return settings(SettingsPage::Section::Relay, {}, sampleDeliveryEvents(), failingRelay());
    };
    all[u"settings-relay-empty"_s] = [] {
        return settings(SettingsPage::Section::Relay, {}, sampleDeliveryEvents(), unusedRelay());
    };
    all[u"settings-events-empty"_s] = [] {
        return settings(SettingsPage::Section::DeliveryEvents, {}, unwantedDeliveryEvents());
    };
    all[u"settings-defaults"_s] = [] { return settings(SettingsPage::Section::Defaults, {}); };
    return all;
}
