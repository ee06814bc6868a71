#include "widgets/galleryscenes.h"

#include "presentation/campaigntablemodel.h"
#include "presentation/contacttablemodel.h"
#include "presentation/templatetablemodel.h"
#include "widgets/analyticsscenes.h"
#include "widgets/campaignscenes.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/choicecard.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/dialogs.h"
#include "widgets/controls/figurecard.h"
#include "widgets/controls/filterchips.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/formfield.h"
#include "widgets/controls/funnelchart.h"
#include "widgets/controls/messagepreview.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/searchfield.h"
#include "widgets/controls/stackedbar.h"
#include "widgets/controls/statepanel.h"
#include "widgets/controls/statusbadge.h"
#include "widgets/controls/stepindicator.h"
#include "widgets/controls/textlabel.h"
#include "widgets/controls/timelinechart.h"
#include "widgets/controls/toast.h"
#include "widgets/controls/toggleswitch.h"
#include "widgets/pages/accountform.h"
#include "widgets/pages/campaignspage.h"
#include "widgets/pages/connectpage.h"
#include "widgets/pages/contactimportpage.h"
#include "widgets/pages/contactspage.h"
#include "widgets/pages/deliveryeventspanel.h"
#include "widgets/pages/duplicatesdialog.h"
#include "widgets/pages/firststartpage.h"
#include "widgets/pages/ratesimportdialog.h"
#include "widgets/pages/ratespanel.h"
#include "widgets/pages/relaypanel.h"
#include "widgets/pages/settingspage.h"
#include "widgets/pages/speedlimitdialog.h"
#include "widgets/pages/templatespage.h"
#include "widgets/samples.h"
#include "widgets/inboxscenes.h"
#include "widgets/segmentscenes.h"
#include "widgets/shell/helpdialog.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/theme/icon.h"
#include "widgets/wizard/recipientsstep.h"
#include "widgets/wizardscenes.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QRadioButton>
#include <QSpinBox>
#include <QTimeEdit>
#include <QTimer>
#include <QVBoxLayout>

#include <functional>
#include <map>

using namespace Qt::StringLiterals;

namespace {

MessageTemplate sampleTemplate()
{
    MessageTemplate sample;
    sample.name = u"lisboa_puente"_s;
    sample.language = u"es"_s;
    sample.status = u"APPROVED"_s;
    sample.category = u"MARKETING"_s;
    sample.headerFormat = HeaderFormat::Image;
    sample.body =
        u"*Puente de diciembre en Lisboa* 🇵🇹\n\nHola {{1}}, quedan *las últimas plazas* para Lisboa.\n\n"
        "Salida: {{2}}\nPrecio: desde {{3}}, _vuelo y hotel incluidos_.\n\n¿Te guardamos una?"_s;
    sample.footer = u"Responde BAJA para no recibir más ofertas"_s;
    sample.buttons = {
        {u"URL"_s,         u"Ver el viaje"_s,         u"https://example.com"_s, {}},
        {u"QUICK_REPLY"_s, u"Sí, guárdame plaza"_s, {},                       {}}
    };
    return sample;
}

QLayout *rowOf(std::initializer_list<QWidget *> widgets)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(14);
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    row->addStretch();
    return row;
}

std::unique_ptr<QWidget> components()
{
    auto page = std::make_unique<QWidget>();
    auto *columns = new QHBoxLayout{page.get()};
    columns->setContentsMargins(24, 16, 24, 16);
    columns->setSpacing(20);
    auto *left = new QVBoxLayout;
    left->setSpacing(12);
    columns->addLayout(left, 3);
    auto *right = new QVBoxLayout;
    right->setSpacing(12);
    columns->addLayout(right, 2);

    auto *buttons = new Card;
    buttons->column()->setSpacing(14);
    buttons->column()->addWidget(new TextLabel{u"Buttons"_s, TypeRole::Label, TextLabel::Ink::Text2});
    auto *off = new Button{u"Disabled"_s, ButtonKind::Primary};
    off->setEnabled(false);
    auto *offOutlined = new Button{u"Disabled"_s};
    offOutlined->setEnabled(false);
    buttons->column()->addLayout(rowOf({
        new Button{u"New campaign"_s, ButtonKind::Primary,  u"plus"_s  },
         off,
        new Button{u"Export"_s,       ButtonKind::Outlined, u"export"_s},
         offOutlined
    }));
    auto *small = new Button{u"Small"_s, ButtonKind::Outlined, u"retry"_s};
    small->setSmall(true);
    buttons->column()->addLayout(rowOf({
        new Button{u"Quiet"_s,               ButtonKind::Quiet, u"retry"_s},
        new Button{u"Cancel…"_s,                        ButtonKind::Danger,                            u"cancel"_s},
        new Button{u"Delete"_s,             ButtonKind::Destructive  },
         new Button{u"Details"_s,ButtonKind::Link   },
         small,
        Button::iconOnly(u"more"_s, u"More"_s)
    }));
    left->addWidget(buttons);

    auto *fields = new Card;
    fields->column()->setSpacing(14);
    fields->column()->addWidget(
        new TextLabel{u"Fields and switches"_s, TypeRole::Label, TextLabel::Ink::Text2});
    auto *text = new QLineEdit{u"New Year in Goa"_s};
    auto *wrong = new QLineEdit{u"91 555 01"_s};
    wrong->setProperty("problem", true);
    auto *disabledField = new QLineEdit;
    disabledField->setPlaceholderText(u"Sync templates first"_s);
    disabledField->setEnabled(false);
    auto *combo = new QComboBox;
    combo->addItems({u"All languages"_s, u"English"_s});
    fields->column()->addLayout(rowOf({text, wrong, disabledField, combo}));
    auto *percent = new QSpinBox;
    percent->setSuffix(u" %"_s);
    percent->setValue(5);
    auto *date = new QDateEdit{
        QDate{2026, 11, 23}
    };
    date->setCalendarPopup(true);
    fields->column()->addLayout(rowOf({percent, date, new QTimeEdit{QTime{10, 0}}}));
    auto *chosen = new QCheckBox{u"Chosen"_s};
    chosen->setChecked(true);
    auto *now = new QRadioButton{u"Now"_s};
    now->setChecked(true);
    auto *later = new QRadioButton{u"Later"_s};
    later->setAutoExclusive(false);
    fields->column()->addLayout(rowOf({chosen, new QCheckBox{u"Not chosen"_s}, now, later}));
    left->addWidget(fields);

    auto *badges = new Card;
    badges->column()->setSpacing(8);
    badges->column()->addWidget(new TextLabel{u"Status badges"_s, TypeRole::Label, TextLabel::Ink::Text2});
    for (size_t first = 0; first < kBadges.size(); first += 7) {
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        for (size_t i = first; i < std::min(first + 7, kBadges.size()); ++i)
            row->addWidget(new StatusBadge{kBadges[i]});
        row->addStretch();
        badges->column()->addLayout(row);
    }
    left->addWidget(badges);

    for (const Tone tone : {Tone::Blue, Tone::Amber, Tone::Red, Tone::Green}) {
        auto *banner = new Banner;
        banner->setMessage(tone, u"16 numbers cannot be used."_s, u"Fix them here, or go on without them."_s);
        left->addWidget(banner);
    }
    auto *progress = new Card;
    auto *bar = new StackedBar;
    bar->setSegments(
        {
            {u"Responded"_s,         188,  Tone::Green           },
            {u"Read"_s,              2674, Tone::Read            },
            {u"Delivered"_s,         4080, Tone::Blue            },
            {u"Awaiting delivery"_s, 305,  Tone::Blue,             true},
            {u"Unconfirmed"_s,                      6,           Tone::Amber          },
            {u"Failed or opted out"_s,                      164,   Tone::Red},
            {u"Skipped"_s,                      180,               Tone::Gray                      }
    },
        12480);
    progress->column()->addWidget(bar);
    left->addWidget(progress);
    left->addStretch();

    auto *steps = new StepIndicator{
        {u"Details"_s, u"Recipients"_s, u"Settings"_s, u"Review"_s}
    };
    steps->setDone(0, true);
    steps->setCurrent(1);
    right->addWidget(steps);
    auto *preview = new MessagePreview;
    const MessageTemplate sample = sampleTemplate();
    preview->setMessage(sample.rendered({
                            {u"1"_s, u"Lucía"_s        },
                            {u"2"_s, u"5 de diciembre"_s},
                            {u"3"_s, u"289 €"_s       }
    }),
                        sample.buttons, {HeaderFormat::Image, u"lisboa-tranvia.jpg · 412 kB"_s, {}},
                        u"11:42"_s);
    right->addWidget(preview, 3);
    auto *empty = new StatePanel;
    empty->showEmpty(u"campaigns"_s, u"No campaigns yet"_s,
                     u"Start with a file of numbers or practise first."_s, u"New campaign"_s, u"Learn how"_s);
    right->addWidget(empty, 2);
    return page;
}

std::unique_ptr<QWidget> figures()
{
    auto page = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout{page.get()};
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);

    auto *cards = new CardGrid{120, 10};
    const auto addCard = [cards](const QString &name, const QString &figure, const QString &base,
                                 std::optional<Badge> badge, TextLabel::Ink ink = TextLabel::Ink::Text) {
        auto *card = new FigureCard{name};
        card->setCompact(true);
        card->setFigure(figure, base);
        card->setGlyph(badge);
        card->setInk(ink);
        cards->addCard(card);
    };
    addCard(u"Recipients"_s, u"12,480"_s, u"180 skipped"_s, {});
    addCard(u"Sent"_s, u"7,380"_s, u"59.1 % of all"_s, Badge::Sent);
    addCard(u"Delivered"_s, u"6,951"_s, u"94.2 % of sent"_s, Badge::Delivered);
    addCard(u"Read"_s, u"2,871"_s, u"41.3 % of delivered"_s, Badge::Read);
    addCard(u"Responded"_s, u"188"_s, u"2.7 % of delivered"_s, Badge::Responded, TextLabel::Ink::Green);
    addCard(u"Failed"_s, u"155"_s, u"2.1 % of attempts"_s, Badge::Failed, TextLabel::Ink::Red);
    addCard(u"Opted out"_s, u"9"_s, u"0.1 % of delivered"_s, Badge::OptedOut);
    addCard(u"Unconfirmed"_s, u"6"_s, u"Resolve…"_s, Badge::Unconfirmed, TextLabel::Ink::Amber);
    column->addWidget(cards);

    auto *charts = new QHBoxLayout;
    charts->setSpacing(12);
    auto *funnelCard = new Card{16};
    funnelCard->column()->addWidget(new TextLabel{u"Funnel"_s, TypeRole::CardTitle});
    funnelCard->column()->addSpacing(8);
    auto *funnel = new FunnelChart;
    funnel->setSteps({
        {u"Recipients"_s, 12480, Tone::Gray },
        {u"Attempted"_s,  7417,  Tone::Gray },
        {u"Sent"_s,       7380,  Tone::Blue },
        {u"Delivered"_s,  6951,  Tone::Blue },
        {u"Read"_s,       2871,  Tone::Read },
        {u"Responded"_s,  188,   Tone::Green}
    });
    funnelCard->column()->addWidget(funnel);
    funnelCard->setFixedWidth(420);
    charts->addWidget(funnelCard);
    auto *timelineCard = new Card{16};
    timelineCard->column()->addWidget(new TextLabel{u"Timeline"_s, TypeRole::CardTitle});
    auto *timeline = new TimelineChart;
    std::vector<TimelinePoint> sent;
    std::vector<TimelinePoint> delivered;
    std::vector<TimelinePoint> read;
    std::vector<TimelinePoint> failed;
    const UtcTime start = fromMilliseconds(1'795'001'375'000);
    for (int i = 0; i <= 20; ++i) {
        const UtcTime at = start + std::chrono::seconds{i * 38};
        sent.push_back({at, i * 369});
        delivered.push_back({at, i * 347 - i % 3 * 40});
        read.push_back({at, i * i * 7});
        failed.push_back({at, i * 8});
    }
    timeline->setLine(TimelineLine::Sent, sent);
    timeline->setLine(TimelineLine::Delivered, delivered);
    timeline->setLine(TimelineLine::Read, read);
    timeline->setLine(TimelineLine::Failed, failed);
    timelineCard->column()->addWidget(timeline, 1);
    charts->addWidget(timelineCard, 1);
    column->addLayout(charts);

    auto *form = new Card{20};
    form->column()->setSpacing(16);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(16);
    auto *name = new FormField{u"Campaign name"_s, new QLineEdit{u"Puente de diciembre: Lisboa 🇵🇹"_s}};
    name->setRequired(true);
    name->setHint(u"Only you see this name"_s);
    auto *phone = new FormField{u"Phone"_s, new QLineEdit{u"91 555 01"_s}};
    phone->setProblem(u"2 digits missing for a number in Spain"_s);
    fields->addWidget(name);
    fields->addWidget(phone);
    form->column()->addLayout(fields);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(10);
    auto *gentle = new ChoiceCard{u"Gentle"_s, u"10 a minute"_s};
    gentle->setChecked(true);
    choices->addWidget(gentle);
    choices->addWidget(new ChoiceCard{u"Standard"_s, u"20 a second"_s});
    choices->addWidget(new ChoiceCard{u"My own"_s, u"Set a number"_s});
    form->column()->addLayout(choices);
    auto *brake = new ToggleSwitch{u"Safety brake on"_s};
    brake->setChecked(true);
    auto *monday = new Button{u"Mon"_s, ButtonKind::Toggle};
    monday->setChecked(true);
    form->column()->addLayout(rowOf({
        brake, new ToggleSwitch{u"Off"_s           },
          monday, new Button{ u"Sat"_s, ButtonKind::Toggle}
    }));
    column->addWidget(form);

    auto *filters = new Card{0};
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(16, 8, 16, 8);
    auto *chips = new FilterChips;
    int key = 0;
    for (const QString &chip : {u"All"_s, u"Draft"_s, u"Scheduled"_s, u"Sending"_s, u"Completed"_s}) {
        chips->addChip(key, chip);
        chips->setCount(key, 24 - key * 3);
        ++key;
    }
    auto *search = new SearchField{u"Search by name"_s};
    search->setShortcutHint(QKeySequence{u"Ctrl+F"_s});
    search->setFixedWidth(240);
    search->setProperty("small", true);
    bar->addWidget(chips, 1);
    bar->addWidget(search);
    filters->column()->addLayout(bar);
    filters->column()->addWidget(new Hairline);
    column->addWidget(filters);
    column->addStretch();

    auto *toast = new Toast{page.get()};
    toast->showMessage(u"9 people removed"_s, u"Undo"_s);
    return page;
}

std::unique_ptr<QWidget> dialog()
{
    auto dialog = std::make_unique<MessageDialog>(
        u"Cancel “New Year in Goa”?"_s,
        u"4,883 people will not get it. The 7,380 messages already sent stay on their phones. This cannot be undone."_s);
    dialog->setDetails(u"HTTP 400, code 131026, fbtrace AbC123"_s);
    dialog->addButton(u"Keep sending"_s, ButtonKind::Outlined, QDialog::Rejected, true);
    dialog->addButton(u"Cancel campaign"_s, ButtonKind::Destructive, QDialog::Accepted);
    return dialog;
}

UtcTime momentOf(const QString &isoLocal)
{
    return fromDateTime(QDateTime::fromString(isoLocal, Qt::ISODate));
}

CampaignRow campaignRow(qint64 id, const QString &name, CampaignState state, const QString &templateName,
                        const QString &language, const QString &createdAt)
{
    CampaignRow row;
    row.id = {id};
    row.name = name;
    row.state = state;
    row.templateName = templateName;
    row.language = language;
    row.createdAt = momentOf(createdAt);
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
    sending.startedAt = sending.scheduledFor = momentOf(u"2026-11-19T11:29:35"_s);
    sending.perSecond = 9.6;
    rows.push_back(sending);

    CampaignRow paused = campaignRow(2, u"Navidad en Machu Picchu 🏔️"_s, CampaignState::Paused,
                                     u"navidad_cusco"_s, u"es"_s, u"2026-11-17T10:00:00"_s);
    fillNumbers(paused, 3206, 1204, 1108, 702, 81, 64);
    paused.startedAt = paused.scheduledFor = momentOf(u"2026-11-19T09:00:00"_s);
    paused.reason = {u"brake"_s, u"safety brake: 6.7 % failed"_s, {}};
    rows.push_back(paused);

    CampaignRow scheduled = campaignRow(3, u"عروض رأس السنة في دبي ✨"_s, CampaignState::Scheduled,
                                        u"dubai_newyear"_s, u"ar"_s, u"2026-11-18T12:00:00"_s);
    scheduled.counts.set(RecipientStatus::Pending, 2940);
    scheduled.scheduledFor = momentOf(u"2026-11-20T10:00:00"_s);
    rows.push_back(scheduled);

    CampaignRow draft = campaignRow(4, u"Puente de diciembre: Lisboa 🇵🇹"_s, CampaignState::Draft,
                                    u"lisboa_puente"_s, u"es"_s, u"2026-11-19T11:20:00"_s);
    draft.savedAt = momentOf(u"2026-11-19T11:40:00"_s);
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
    failed.startedAt = momentOf(u"2026-10-21T10:00:00"_s);
    failed.reason = {u"190"_s, u"access key was revoked"_s, {}};
    rows.push_back(failed);

    CampaignRow cancelled = campaignRow(10, u"Black Friday city breaks"_s, CampaignState::Cancelled,
                                        u"blackfriday_city"_s, u"en"_s, u"2026-10-16T10:00:00"_s);
    cancelled.counts.set(RecipientStatus::Pending, 3480);
    rows.push_back(cancelled);
    return rows;
}

/// The window around one page, with the status line of the mock-ups.
std::unique_ptr<MainWindow> windowAround(const QString &place,
                                         const std::function<QWidget *(const QString &)> &pageOf)
{
    auto window = std::make_unique<MainWindow>();
    window->setWorkspace(u"Meridian Journeys"_s, u"/home/meridian/Fanfare"_s);
    const std::array places{
        std::pair{u"campaigns"_s, u"Campaigns"_s},
        std::pair{u"contacts"_s,  u"Contacts"_s },
        std::pair{u"templates"_s, u"Templates"_s}
    };
    for (const auto &[key, title] : places)
        window->addPlace({key, title, key, pageOf(key)});
    window->addPlace({u"settings"_s, u"Settings"_s, u"settings"_s, pageOf(u"settings"_s), true});
    window->setStatus(StatusItem::Account,
                      {Tone::Gray,
                       {},
                       u"Meridian Journeys"_s,
                       u"\u2066+44 7700 900411\u2069 · quality high · up to 80/s"_s});
    window->setStatus(StatusItem::Meta, {Tone::Green, {}, {}, u"Meta reachable · 84 ms"_s});
    window->setStatus(StatusItem::DeliveryEvents,
                      {Tone::Green, {}, {}, u"Delivery events arriving · 1 s ago"_s});
    window->setStatus(StatusItem::DailyUse,
                      {Tone::Gray, u"Last 24 h:"_s, u"8,091"_s, u"of 100,000 people"_s, 0.081});
    window->showPlace(place);
    return window;
}

/// A clock at the moment of the mock-ups.
class MockUpClock final : public Clock
{
public:
    UtcTime now() const override { return momentOf(u"2026-11-19T11:42:00"_s); }
    MonotonicTime monotonic() const override { return {}; }
};

const MockUpClock &mockUpClock()
{
    static const MockUpClock clock;
    return clock;
}

std::unique_ptr<QWidget> campaigns(std::vector<CampaignRow> rows)
{
    return windowAround(u"campaigns"_s, [&rows](const QString &key) -> QWidget * {
        if (key != u"campaigns"_s)
            return new QWidget;
        auto *model = new CampaignTableModel{mockUpClock()};
        auto *page = new CampaignsPage{*model, mockUpClock()};
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
    MessageTemplate lisboa = sampleTemplate();
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
        auto *page = new TemplatesPage{*model, mockUpClock()};
        model->setParent(page);
        model->setTemplates(all);
        page->setSyncedAt(mockUpClock().now() - std::chrono::minutes{100});
        if (problem)
            page->showSyncError(*problem);
        return page;
    });
}

Error databaseError()
{
    return {ErrorKind::Storage, u"The disk did not answer. Check the disk and try again."_s, u"storage"_s,
            u"disk I/O error"_s};
}

std::unique_ptr<QWidget> contactImport()
{
    return windowAround(u"contacts"_s, [&](const QString &key) -> QWidget * {
        if (key != u"contacts"_s)
            return new QWidget;
        auto *page = new ContactImportPage{Samples::phoneFormat(), mockUpClock()};
        QObject::connect(page, &ContactImportPage::previewWanted, page, [page](const AudienceSource &source) {
            AudiencePreview preview = Samples::preview();
            preview.source = source;
            page->setPreview(preview);
        });
        page->start();
        CampaignDraft draft;
        draft.source = Samples::preview().source;
        page->findChild<RecipientsStep *>()->showDraft(draft);
        return page;
    });
}

std::unique_ptr<QWidget> contacts(int people, const std::function<void(ContactsPage &)> &arrange)
{
    return windowAround(u"contacts"_s, [&](const QString &key) -> QWidget * {
        if (key != u"contacts"_s)
            return new QWidget;
        auto *model = new ContactTableModel{Samples::phoneFormat(), mockUpClock()};
        auto *page = new ContactsPage{*model, mockUpClock()};
        model->setParent(page);
        QObject::connect(model, &ContactTableModel::pageWanted, page, [model](const PageRequest &request) {
            model->setPage(request, Samples::contacts(request.offset, request.count));
        });
        QObject::connect(page, &ContactsPage::historyWanted, page,
                         [page](ContactId contact) { page->setHistory(contact, Samples::history(), true); });
        auto ids = std::make_shared<ContactsPage::People>();
        for (int id = 1; id <= people; ++id)
            ids->push_back({id});
        if (people >= 0) {
            page->setPeople(page->filter(), ids);
            page->setFigures(Samples::contactFigures(people));
        }
        if (arrange)
            arrange(*page);
        return page;
    });
}

std::unique_ptr<QWidget> duplicates()
{
    std::vector<Contact> people = Samples::contacts(0, 9);
    people[8].attributes.insert(u"Notes"_s, u"Prefers the sea view, writes late in the evening"_s);
    return std::make_unique<DuplicatesDialog>(
        std::vector<DuplicatePeople>{
            {{people[1], people[4], people[5], people[8], people[7]},
             {DuplicatePeople::Reason::SameUser, DuplicatePeople::Reason::SameNameAndAddress}              },
            {{people[0], people[3]},                                  {DuplicatePeople::Reason::SameNumber}},
    },
        Samples::phoneFormat());
}

/// Chooses rows as a person does, once they are there.
void chooseRows(ContactsPage &page, int first, int last)
{
    QMetaObject::invokeMethod(
        &page,
        [&page, first, last] {
            auto *table = page.findChild<DataTable *>(u"contactTable"_s);
            table->model()->data(table->model()->index(first, 0)); // asks for the page
            QTimer::singleShot(20, &page, [table, first, last] {
                table->selectionModel()->select(
                    {table->model()->index(first, 0),
                     table->model()->index(last, table->model()->columnCount() - 1)},
                    QItemSelectionModel::ClearAndSelect);
            });
        },
        Qt::QueuedConnection);
}

Error networkError()
{
    return {ErrorKind::Network, u"Meta could not be reached. Check the connection and try again."_s,
            u"network"_s, u"HTTP 0, Connection refused"_s};
}

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
    view.checkedAt = mockUpClock().now() - std::chrono::minutes{1};
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
    view.checkedAt = mockUpClock().now() - std::chrono::minutes{18};
    view.apps = QStringList{u"Meridian Journeys campaigns"_s};
    view.lastEvent = mockUpClock().now() - std::chrono::seconds{1};
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
    view.blind = {mockUpClock().now() - std::chrono::hours{24 * 20},
                  mockUpClock().now() - std::chrono::hours{24 * 9}};
    view.publicAddress = u"http://events.meridian-journeys.example"_s;
    view.checkedAt.reset();
    view.addressSince = mockUpClock().now();
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
    view.handshakeAt = mockUpClock().now() - std::chrono::minutes{4};
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
        auto *page = new SettingsPage{mockUpClock()};
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

/// A menu, the list of a combo box and a calendar, as they open.
std::unique_ptr<QWidget> popups()
{
    auto page = std::make_unique<QWidget>();
    auto *row = new QHBoxLayout{page.get()};
    row->setContentsMargins(24, 24, 24, 24);
    row->setSpacing(24);
    auto *menu = new QMenu;
    menu->setWindowFlags(Qt::Widget);
    menu->addAction(themedIcon(u"campaigns"_s), u"Open\tEnter"_s);
    menu->addAction(themedIcon(u"pause"_s), u"Pause\tCtrl+P"_s);
    menu->addSeparator();
    menu->addAction(themedIcon(u"duplicate"_s), u"Duplicate\tCtrl+D"_s);
    menu->addAction(themedIcon(u"export"_s), u"Export…"_s)->setEnabled(false);
    menu->addAction(themedIcon(u"delete"_s), u"Delete…\tDel"_s);
    menu->setActiveAction(menu->actions().at(1));
    row->addWidget(menu, 0, Qt::AlignTop);
    auto *box = new QComboBox;
    box->addItems({u"All languages"_s, u"English (GB)"_s, u"Spanish"_s, u"Hindi"_s});
    row->addWidget(box, 0, Qt::AlignTop);
    auto *list = new QListView;
    list->setModel(box->model());
    list->setCurrentIndex(box->model()->index(1, 0));
    row->addWidget(list, 0, Qt::AlignTop);
    row->addWidget(new QCalendarWidget, 0, Qt::AlignTop);
    row->addStretch();
    return page;
}

using SceneMaker = std::function<std::unique_ptr<QWidget>()>;

const std::map<QString, SceneMaker> &scenes()
{
    static const std::map<QString, SceneMaker> makers = [] {
        std::map<QString, SceneMaker> all;
        all.merge(campaignScenes());
        all.merge(inboxScenes());
        all.merge(analyticsScenes());
        all.merge(segmentScenes());
        all.merge(wizardScenes());
        all[u"campaigns"_s] = [] { return campaigns(sampleCampaigns()); };
        all[u"campaigns-empty"_s] = [] { return campaigns({}); };
        all[u"components"_s] = components;
        all[u"connect"_s] = [] { return connecting(false); };
        all[u"connect-failing"_s] = [] { return connecting(true); };
        all[u"contacts"_s] = [] {
            return contacts(1'048'576, [](ContactsPage &page) { chooseRows(page, 3, 3); });
        };
        all[u"contacts-several"_s] = [] {
            return contacts(12'480, [](ContactsPage &page) { chooseRows(page, 1, 4); });
        };
        all[u"contacts-empty"_s] = [] { return contacts(0, {}); };
        all[u"contacts-failing"_s] = [] {
            return contacts(-1, [](ContactsPage &page) { page.showError(databaseError()); });
        };
        all[u"contacts-import"_s] = contactImport;
        all[u"contacts-duplicates"_s] = duplicates;
        all[u"dialog"_s] = dialog;
        all[u"figures"_s] = figures;
        all[u"first-start"_s] = firstStart;
        all[u"help"_s] = [] { return std::make_unique<HelpDialog>(); };
        all[u"popups"_s] = popups;
        all[u"settings-about"_s] = [] { return settings(SettingsPage::Section::About, {}); };
        all[u"settings-accounts"_s] = [] {
            return settings(SettingsPage::Section::Accounts, {sampleAccount()});
        };
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
