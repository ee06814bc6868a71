#include "widgets/controlscenes.h"

#include "widgets/controls/banner.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/choicecard.h"
#include "widgets/controls/dialogs.h"
#include "widgets/controls/figurecard.h"
#include "widgets/controls/filterchips.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/formfield.h"
#include "widgets/controls/funnelchart.h"
#include "widgets/controls/messagepreview.h"
#include "widgets/controls/searchfield.h"
#include "widgets/controls/stackedbar.h"
#include "widgets/controls/statepanel.h"
#include "widgets/controls/statusbadge.h"
#include "widgets/controls/stepindicator.h"
#include "widgets/controls/textlabel.h"
#include "widgets/controls/timelinechart.h"
#include "widgets/controls/toast.h"
#include "widgets/controls/toggleswitch.h"
#include "widgets/theme/icon.h"

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
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

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
    const MessageTemplate sample = lisbonTemplate();
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

} // namespace

SceneMakers controlScenes()
{
    SceneMakers all;
    all[u"components"_s] = components;
    all[u"dialog"_s] = dialog;
    all[u"figures"_s] = figures;
    all[u"popups"_s] = popups;
    return all;
}
