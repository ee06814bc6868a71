#include "widgets/pages/settingspage.h"

#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/choicecard.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/textlabel.h"
#include "widgets/pages/accountspanel.h"
#include "widgets/pages/answerspanel.h"
#include "widgets/pages/defaultspanel.h"
#include "widgets/pages/deliveryeventspanel.h"
#include "widgets/pages/ratespanel.h"
#include "widgets/pages/relaypanel.h"
#include "widgets/pages/reportspanel.h"
#include "widgets/pages/settingssection.h"
#include "widgets/theme/icon.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kNavWidth = 192;

} // namespace

/// An entry of the list of sections; looks like a place of the side bar.
class SettingsPage::SectionButton final : public QAbstractButton
{
public:
    SectionButton(const QString &title, QString iconName)
        : m_iconName{std::move(iconName)}
    {
        setText(title);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFixedHeight(std::max(36, lineHeightFor(TypeRole::Body) + 16));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        const auto placed = [this](const QRect &part) {
            return QStyle::visualRect(layoutDirection(), rect(), part);
        };
        painter.setPen(Qt::NoPen);
        if (isChecked() || underMouse()) {
            painter.setBrush(isChecked() ? theme.selected : theme.hover);
            painter.drawRoundedRect(rect(), 6, 6);
        }
        if (isChecked()) {
            painter.setBrush(theme.primary);
            painter.drawRoundedRect(placed({0, 8, 3, height() - 16}), 1.5, 1.5);
        }
        const QColor words = isChecked() ? theme.primaryText : theme.text2;
        drawIcon(&painter, placed({10, (height() - 20) / 2, 20, 20}), m_iconName, words);
        painter.setFont(fontFor(isChecked() ? TypeRole::BodyBold : TypeRole::Body));
        painter.setPen(words);
        painter.drawText(placed(rect().adjusted(40, 0, 0, 0)),
                         Qt::AlignVCenter | Qt::TextSingleLine | Qt::AlignLeading, text());
    }

private:
    QString m_iconName;
};

SettingsPage::SettingsPage(const Clock &clock, QWidget *parent)
    : QWidget{parent}
    , m_header{new PageHeader{tr("Settings")}}
    , m_nav{new QVBoxLayout}
    , m_sections{new QStackedWidget}
    , m_sectionGroup{new QButtonGroup{this}}
    , m_accounts{new AccountsPanel{clock}}
    , m_deliveryEvents{new DeliveryEventsPanel{clock}}
    , m_relay{new RelayPanel{clock}}
    , m_defaults{new DefaultsPanel}
    , m_answers{new AnswersPanel}
    , m_reports{new ReportsPanel}
    , m_rates{new RatesPanel}
    , m_themeGroup{new QButtonGroup{this}}
    , m_folder{new TextLabel}
    , m_databaseFile{new TextLabel}
    , m_version{new TextLabel{{}, TypeRole::Body, TextLabel::Ink::Text2}}
{
    m_nav->setSpacing(2);
    auto *nav = new QWidget;
    nav->setFixedWidth(scaledWithText(kNavWidth));
    auto *navColumn = new QVBoxLayout{nav};
    navColumn->setContentsMargins(0, 0, 0, 0);
    navColumn->addLayout(m_nav);
    navColumn->addStretch();
    auto *panes = new QHBoxLayout;
    panes->setContentsMargins(24, 0, 0, 0);
    panes->setSpacing(24);
    panes->addWidget(nav);
    panes->addWidget(m_sections, 1);
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(panes, 1);

    addSection(Section::Accounts, tr("Accounts"), u"phone"_s, m_accounts);
    addSection(Section::DeliveryEvents, tr("Delivery events"), u"webhook"_s, scrolled(m_deliveryEvents));
    addSection(Section::Relay, tr("Relay"), u"network"_s, scrolled(m_relay));
    addSection(Section::Defaults, tr("Sending defaults"), u"settings"_s, scrolled(m_defaults));
    addSection(Section::Answers, tr("Answers"), u"inbox"_s, scrolled(m_answers));
    addSection(Section::Reports, tr("Reports"), u"file"_s, scrolled(m_reports));
    addSection(Section::Rates, tr("Rates"), u"money"_s, scrolled(m_rates));
    addSection(Section::Appearance, tr("Appearance"), u"appearance"_s, buildAppearance());
    addSection(Section::Data, tr("Data"), u"database"_s, buildData());
    addSection(Section::About, tr("About"), u"info"_s, buildAbout());
    connect(m_sectionGroup, &QButtonGroup::idClicked, m_sections, &QStackedWidget::setCurrentIndex);
    connect(m_accounts, &AccountsPanel::connectRequested, this, &SettingsPage::connectRequested);
    connect(m_accounts, &AccountsPanel::checkRequested, this, &SettingsPage::accountCheckRequested);
    connect(m_accounts, &AccountsPanel::useRequested, this, &SettingsPage::accountUseRequested);
    connect(m_accounts, &AccountsPanel::limitChosen, this, &SettingsPage::accountLimitChosen);
    connect(m_accounts, &AccountsPanel::removeRequested, this, &SettingsPage::accountRemoveRequested);
    connect(m_defaults, &DefaultsPanel::defaultsChanged, this, &SettingsPage::defaultsChanged);
    connect(m_answers, &AnswersPanel::rulesChanged, this, &SettingsPage::answerRulesChanged);
    showSection(Section::Accounts);
}

void SettingsPage::showSection(Section section)
{
    m_sectionGroup->button(static_cast<int>(section))->setChecked(true);
    m_sections->setCurrentIndex(static_cast<int>(section));
}

void SettingsPage::setAccounts(std::vector<AccountView> accounts)
{
    m_accounts->setAccounts(std::move(accounts));
}

AccountForm &SettingsPage::accountForm()
{
    return m_accounts->form();
}

void SettingsPage::closeAccountForm()
{
    m_accounts->closeForm();
}

void SettingsPage::setDefaults(const SendingDefaults &defaults)
{
    m_defaults->setDefaults(defaults);
}

void SettingsPage::setAnswerRules(const AnswerRules &rules)
{
    m_answers->setRules(rules);
}

void SettingsPage::setThemeChoice(ThemeChoice choice)
{
    m_themeGroup->button(static_cast<int>(choice))->setChecked(true);
}

void SettingsPage::setWorkspace(const WorkspaceFacts &facts)
{
    //: Under the title of the settings: the workspace's name.
    m_header->setContext(facts.name.isEmpty() ? QString{} : tr("%1 workspace").arg(facts.name));
    m_folder->setText(facts.folder);
    const QString size = QLocale{}.formattedDataSize(facts.databaseBytes);
    m_databaseFile->setText(facts.databaseBytes > 0 ? tr("%1 (%2)").arg(facts.databaseFile, size)
                                                    : facts.databaseFile);
}

void SettingsPage::setVersion(const QString &version)
{
    m_version->setText(tr("Version %1, with Qt %2").arg(version, QLatin1StringView{qVersion()}));
}

QWidget *SettingsPage::buildAppearance()
{
    auto *content = new QWidget;
    QVBoxLayout *column =
        beginSection(content, tr("Appearance"), tr("Reports and exports are always light."));
    auto *card = new Card{24};
    card->setMaximumWidth(scaledWithText(kSettingsFormWidth));
    auto *choices = new QHBoxLayout;
    choices->setSpacing(10);
    const auto add = [&](ThemeChoice choice, const QString &title, const QString &sentence) {
        auto *choiceCard = new ChoiceCard{title, sentence};
        m_themeGroup->addButton(choiceCard, static_cast<int>(choice));
        choices->addWidget(choiceCard);
    };
    add(ThemeChoice::System, tr("System"), tr("As your desktop is set"));
    add(ThemeChoice::Light, tr("Light"), tr("Ink on paper"));
    add(ThemeChoice::Dark, tr("Dark"), tr("Easy on the eyes at night"));
    card->column()->addLayout(choices);
    column->addWidget(card);
    column->addStretch();
    setThemeChoice(ThemeChoice::System);
    connect(m_themeGroup, &QButtonGroup::idClicked, this,
            [this](int id) { emit themeChosen(static_cast<ThemeChoice>(id)); });
    return scrolled(content);
}

QWidget *SettingsPage::buildData()
{
    auto *content = new QWidget;
    QVBoxLayout *column = beginSection(
        content, tr("Data"),
        tr("Everything is in one folder on this computer. Nothing of it is in a cloud of ours."));
    auto *card = new Card{24};
    card->setMaximumWidth(scaledWithText(kSettingsFormWidth));
    card->column()->setSpacing(6);
    card->column()->addWidget(
        new TextLabel{tr("Folder of this workspace"), TypeRole::Label, TextLabel::Ink::Text2});
    card->column()->addWidget(m_folder);
    card->column()->addSpacing(10);
    card->column()->addWidget(new TextLabel{tr("Database"), TypeRole::Label, TextLabel::Ink::Text2});
    card->column()->addWidget(m_databaseFile);
    for (TextLabel *label : {m_folder, m_databaseFile}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_folder->setAccessibleName(tr("Folder of this workspace"));
    m_databaseFile->setAccessibleName(tr("Database"));
    card->column()->addSpacing(10);
    auto *open = new Button{tr("Show the folder"), ButtonKind::Outlined, u"external"_s};
    card->column()->addWidget(open, 0, Qt::AlignLeft);
    column->addWidget(card);
    column->addWidget(buildBackup());
    column->addStretch();
    connect(open, &Button::clicked, this, &SettingsPage::folderRequested);
    return scrolled(content);
}

QWidget *SettingsPage::buildBackup()
{
    auto *card = new Card{24};
    card->setMaximumWidth(scaledWithText(kSettingsFormWidth));
    card->column()->setSpacing(6);
    card->column()->addWidget(new TextLabel{tr("Backup"), TypeRole::CardTitle});
    auto *words =
        new TextLabel{tr("A backup is one file with everything, and may be made while messages leave. "
                         "Access keys are not in it: they stay in your system's keychain."),
                      TypeRole::Label, TextLabel::Ink::Text2};
    words->setWordWrap(true);
    card->column()->addWidget(words);
    card->column()->addSpacing(10);
    auto *backUp = new Button{tr("Back up…"), ButtonKind::Outlined, u"export"_s};
    auto *restore = new Button{tr("Restore a backup…"), ButtonKind::Outlined, u"history"_s};
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(backUp);
    buttons->addWidget(restore);
    buttons->addStretch();
    card->column()->addLayout(buttons);
    connect(backUp, &Button::clicked, this, &SettingsPage::backupRequested);
    connect(restore, &Button::clicked, this, &SettingsPage::restoreRequested);
    return card;
}

QWidget *SettingsPage::buildAbout()
{
    auto *content = new QWidget;
    QVBoxLayout *column =
        beginSection(content, tr("About"), tr("Campaigns from your own computer, straight to Meta."));
    auto *card = new Card{24};
    card->setMaximumWidth(scaledWithText(kSettingsFormWidth));
    card->column()->setSpacing(6);
    card->column()->addWidget(new TextLabel{tr("Fanfare"), TypeRole::CardTitle});
    card->column()->addWidget(m_version);
    auto *license =
        new TextLabel{tr("Free software under the GNU General Public License, version 3 or later. It comes "
                         "without any warranty."),
                      TypeRole::Body, TextLabel::Ink::Text2};
    license->setWordWrap(true);
    card->column()->addWidget(license);
    auto *trademark = new TextLabel{tr("WhatsApp is a trademark of its owner. Fanfare is not made by Meta."),
                                    TypeRole::Label, TextLabel::Ink::Text3};
    trademark->setWordWrap(true);
    card->column()->addWidget(trademark);
    column->addWidget(card);
    column->addStretch();
    return scrolled(content);
}

void SettingsPage::addSection(Section section, const QString &title, const QString &iconName, QWidget *page)
{
    auto *button = new SectionButton{title, iconName};
    m_nav->addWidget(button);
    m_sectionGroup->addButton(button, static_cast<int>(section));
    m_sections->addWidget(page);
}
