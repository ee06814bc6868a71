#include "widgets/inboxscenes.h"

#include "presentation/inboxlistmodel.h"
#include "presentation/threadmodel.h"
#include "widgets/inbox/composer.h"
#include "widgets/inbox/inboxpage.h"
#include "widgets/samples.h"
#include "widgets/shell/mainwindow.h"

#include <QListView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The page with what it shows, which it does not own.
struct Inbox
{
    const Clock &clock = Samples::clock();
    InboxListModel list{Samples::phoneFormat(), clock};
    ThreadModel thread{clock};
    InboxPage *page = new InboxPage{list, thread, clock};
};

Conversation talk(qint64 id, const QString &name, const QString &words, const QString &campaign, UtcTime at)
{
    Conversation made;
    made.id = {id};
    made.phone = u"+44770090031%1"_s.arg(id % 10);
    made.name = name;
    made.lastType = u"text"_s;
    made.lastText = words;
    made.lastAt = at;
    made.lastInboundAt = at;
    made.campaignName = campaign;
    return made;
}

std::vector<Conversation> sampleTalks(UtcTime now)
{
    const QString goa = u"New Year in Goa, early bird"_s;
    std::vector<Conversation> talks{
        talk(1, u"Aisha Rahman"_s, u"Is the sea-view room still free?"_s, goa, now - 4min),
        talk(2, u"Priya Nair 🌸"_s, u"STOP"_s, goa, now - 9min),
        talk(3, u"ليلى حداد"_s, u"هل السعر يشمل الفطور؟"_s, goa, now - 10min),
        talk(4, u"आरव शर्मा"_s, u"दो लोगों के लिए कितना होगा?"_s, u"Rajasthan in winter"_s, now - 16min),
        talk(5, u"Lucía Fernández de la Vega y Martínez-Bordiú"_s, u"¡Sí, guárdame plaza! 🙌"_s,
             u"Navidad en Machu Picchu"_s, now - 42min),
        talk(6, u"Oliver & Beth Grant"_s, u"Tickets are attached"_s, u"Visa documents reminder"_s, now - 2h),
        talk(7, {}, {}, u"Rajasthan in winter"_s, now - 26h),
    };
    talks[1].isStopped = true;
    for (const size_t unread : {2u, 3u, 4u})
        talks[unread].unread = 1;
    talks[5].isLastInbound = false;
    talks[6].lastType = u"audio"_s;
    return talks;
}

ThreadItem said(qint64 id, const QString &text, UtcTime at, ThreadItem::Kind kind = ThreadItem::Kind::Inbound,
                ThreadItem::Progress progress = ThreadItem::Progress::Read)
{
    ThreadItem item;
    item.id = id;
    item.kind = kind;
    item.type = u"text"_s;
    item.text = text;
    item.at = at;
    item.progress = progress;
    return item;
}

std::vector<ThreadItem> sampleThread(UtcTime now)
{
    ThreadItem campaign =
        said(1,
             u"Hello Aisha, five nights in Goa with breakfast, from *£1,149* per person if you book by "
             "30 November."_s,
             now - 11min, ThreadItem::Kind::Campaign);
    campaign.campaignName = u"New Year in Goa, early bird 🌴"_s;
    campaign.rendered.header = {
        {u"Ring in 2027 on the beach"_s, false, {}}
    };
    campaign.rendered.body = {
        {campaign.text, false, {}}
    };
    campaign.rendered.footer = u"Reply STOP to stop offers"_s;
    ThreadItem file =
        said(4, u"Your tickets"_s, now - 3min, ThreadItem::Kind::Answer, ThreadItem::Progress::Delivered);
    file.type = u"document"_s;
    file.media = MessageMedia{MessageMedia::State::Kept,
                              u"application/pdf"_s,
                              u"Tickets Aisha Rahman.pdf"_s,
                              u"x.pdf"_s,
                              120'000,
                              {}};
    ThreadItem failed =
        said(5, u"And the vouchers"_s, now - 2min, ThreadItem::Kind::Answer, ThreadItem::Progress::Failed);
    failed.problem = u"Meta could not be reached; nothing was sent."_s;
    return {
        campaign,
        said(2, u"Hi! That looks lovely 😍"_s, now - 5min),
        said(3, u"Is the sea-view room still free? We would be two adults and one child (6)."_s, now - 4min),
        file,
        failed,
        said(6, u"هل السعر يشمل الفطور؟"_s, now - 1min)};
}

std::unique_ptr<QWidget> inWindow(const std::shared_ptr<Inbox> &inbox)
{
    auto window = std::make_unique<MainWindow>();
    for (const auto &[key, title] : {
             std::pair{u"campaigns"_s, u"Campaigns"_s},
             {u"contacts"_s,  u"Contacts"_s },
             {u"templates"_s, u"Templates"_s}
    })
        window->addPlace({key, title, key, new QWidget});
    window->addPlace({u"inbox"_s, u"Inbox"_s, u"inbox"_s, inbox->page});
    window->setWorkspace(u"Meridian Journeys"_s, {});
    window->setUnread(u"inbox"_s, 12);
    window->showPlace(u"inbox"_s);
    // The models live as long as the window that shows them.
    QObject::connect(window.get(), &QObject::destroyed, [inbox] {});
    return window;
}

std::shared_ptr<Inbox> filled(const std::function<void(Conversation &, UtcTime)> &change = {})
{
    auto inbox = std::make_shared<Inbox>();
    const UtcTime now = inbox->clock.now();
    std::vector<Conversation> talks = sampleTalks(now);
    if (change)
        change(talks.front(), now);
    std::vector<ConversationId> keys;
    for (const Conversation &one : talks)
        keys.push_back(one.id);
    inbox->list.setKeys(keys);
    inbox->list.setRows(talks);
    inbox->page->setCounts({2914, 12, 31, 4, 64});
    inbox->page->showList();
    inbox->page->showConversation(talks.front());
    inbox->thread.setItems(sampleThread(now));
    Contact aisha;
    aisha.id = {1};
    aisha.name = talks.front().name;
    aisha.phone = *PhoneNumber::fromE164(u"+447700900318"_s);
    aisha.region = u"GB"_s;
    aisha.tags = {u"goa"_s, u"family"_s, u"london"_s};
    aisha.optedInAt = now - 24h * 200;
    aisha.optInSource = u"web form"_s;
    aisha.attributes = {
        {u"City"_s, u"Harrow"_s}
    };
    aisha.isSuppressed = talks.front().isStopped;
    ContactHappening goa;
    goa.title = u"New Year in Goa"_s;
    goa.at = now - 11min;
    goa.status = RecipientStatus::Responded;
    inbox->page->showPerson(aisha, {goa});
    inbox->page->findChild<QListView *>(u"conversations"_s)->setCurrentIndex(inbox->list.index(0));
    return inbox;
}

} // namespace

std::map<QString, std::function<std::unique_ptr<QWidget>()>> inboxScenes()
{
    return {
        {u"inbox"_s,         [] { return inWindow(filled()); }                                        },
        {u"inbox-closed"_s,
         [] {
             return inWindow(
                 filled([](Conversation &aisha, UtcTime now) { aisha.lastInboundAt = now - 25h; }));
         }                                                                                            },
        {u"inbox-stopped"_s,
         [] { return inWindow(filled([](Conversation &aisha, UtcTime) { aisha.isStopped = true; })); }},
        {u"inbox-empty"_s,
         [] {
             auto inbox = std::make_shared<Inbox>();
             inbox->page->showList();
             return inWindow(inbox);
         }                                                                                            },
        {u"inbox-failed"_s,
         [] {
             auto inbox = std::make_shared<Inbox>();
             inbox->page->showListError({ErrorKind::Storage, u"The database could not be read."_s, {}, {}});
             return inWindow(inbox);
         }                                                                                            },
    };
}
