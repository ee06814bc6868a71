#include "widgets/shell/helpdialog.h"

#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/textlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QScrollArea>
#include <QVBoxLayout>

#include <vector>

using namespace Qt::StringLiterals;

namespace {

struct KeyHelp
{
    QString keys;
    QString meaning;
};

QString native(const QString &portable)
{
    return QKeySequence{portable}.toString(QKeySequence::NativeText);
}

} // namespace

HelpDialog::HelpDialog(QWidget *parent)
    : QDialog{parent}
{
    setWindowTitle(tr("Help"));
    setAttribute(Qt::WA_DeleteOnClose);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(8);
    column->addWidget(new TextLabel{tr("How it works"), TypeRole::SectionTitle});
    auto *steps = new TextLabel{
        tr("1. Choose an approved template and give the campaign a name.\n"
           "2. Bring the people: a file, or one by one. Every row that cannot be used says why.\n"
           "3. Set speed, sending hours and when to begin.\n"
           "4. Look at the checks, then send. You can pause at any time; nobody gets a message twice."),
        TypeRole::Body, TextLabel::Ink::Text2};
    steps->setWordWrap(true);
    column->addWidget(steps);
    column->addSpacing(8);
    column->addWidget(new TextLabel{tr("Keys"), TypeRole::SectionTitle});

    const std::vector<KeyHelp> keys{
        {tr("%1 to %2").arg(native(u"Ctrl+1"_s), native(u"Ctrl+5"_s)), tr("Go to a place")},
        {native(u"Ctrl+,"_s),                                      tr("Settings")                                       },
        {native(u"Ctrl+N"_s),                                      tr("New campaign")},
        {native(u"Ctrl+F"_s),                                      tr("Search")                                       },
        {native(u"Ctrl+I"_s),                                      tr("Import a file")},
        {native(u"Ctrl+E"_s),                                      tr("Export")                                       },
        {native(u"Ctrl+D"_s),                                      tr("Duplicate")},
        {native(u"Return"_s),                                      tr("Open the chosen row")                                       },
        {native(u"Del"_s),                                      tr("Delete, after asking")   },
        {native(u"Ctrl+P"_s),                                      tr("Pause or resume")                                    },
        {native(u"Ctrl+Return"_s),                                      tr("Next step")},
        {native(u"Alt+Left"_s),                                      tr("Back")                                       },
        {native(u"Esc"_s),                                      tr("Close; what you typed stays")   },
        {native(u"F5"_s),                                      tr("Sync or check again")                                        },
        {native(u"F6"_s),                                      tr("Next part of the window")   },
        {native(u"Shift+F10"_s),                                      tr("Menu of the chosen row")                                 },
        {native(u"Ctrl+C"_s),                                      tr("Copy the cell")      },
        {native(u"Ctrl+Shift+C"_s),                                      tr("Copy the row")                           },
    };
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    const int rows = static_cast<int>(keys.size() + 1) / 2;
    for (int i = 0; i < static_cast<int>(keys.size()); ++i) {
        const KeyHelp &key = keys[static_cast<size_t>(i)];
        const int at = i < rows ? 0 : 2;
        grid->addWidget(new TextLabel{key.keys, TypeRole::BodyBold}, i % rows, at);
        grid->addWidget(new TextLabel{key.meaning, TypeRole::Body, TextLabel::Ink::Text2}, i % rows, at + 1);
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    column->addLayout(grid);
    column->addSpacing(12);
    column->addStretch();

    auto *buttons = new QHBoxLayout;
    auto *close = new Button{tr("Close"), ButtonKind::Primary};
    close->setDefault(true);
    buttons->addStretch();
    buttons->addWidget(close);
    column->addLayout(buttons);
    connect(close, &Button::clicked, this, &QDialog::accept);
    setMinimumWidth(scaledWithText(560));
}
