#include "widgets/galleryscenes.h"

#include "widgets/controls/banner.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/messagepreview.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/stackedbar.h"
#include "widgets/controls/statepanel.h"
#include "widgets/controls/statusbadge.h"
#include "widgets/controls/stepindicator.h"
#include "widgets/controls/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QTimeEdit>
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

using SceneMaker = std::function<std::unique_ptr<QWidget>()>;

const std::map<QString, SceneMaker> &scenes()
{
    static const std::map<QString, SceneMaker> makers{
        {u"components"_s, components},
    };
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
