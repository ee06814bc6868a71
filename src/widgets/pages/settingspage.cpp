#include "widgets/pages/settingspage.h"

#include "presentation/wording.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/choicecard.h"
#include "widgets/controls/dialogs.h"
#include "widgets/controls/formfield.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/statusbadge.h"
#include "widgets/controls/textlabel.h"
#include "widgets/pages/accountform.h"
#include "widgets/theme/icon.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QSet>
#include <QStackedWidget>
#include <QStyle>
#include <QTimeEdit>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kNavWidth = 192;
constexpr int kFormWidth = 720;

QTime timeOf(int minute)
{
    return QTime::fromMSecsSinceStartOfDay((minute % (24 * 60)) * 60 * 1000);
}

int minuteOf(QTime time)
{
    return time.msecsSinceStartOfDay() / 60000;
}

struct Country
{
    QString code;
    QString name;
};

std::vector<Country> allCountries()
{
    std::vector<Country> countries;
    QSet<QString> known;
    const QList<QLocale> locales =
        QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
    for (const QLocale &locale : locales) {
        const QString code = QLocale::territoryToCode(locale.territory());
        // Regions of the world have numbers instead of letters.
        if (code.size() != 2 || code[0].isDigit() || known.contains(code))
            continue;
        known.insert(code);
        countries.push_back({code, QLocale::territoryToString(locale.territory())});
    }
    std::sort(countries.begin(), countries.end(), [](const Country &a, const Country &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    return countries;
}

/// The first letters of the first two words.
QString initialsOf(const QString &name)
{
    QString initials;
    for (const QString &word : name.split(u' ', Qt::SkipEmptyParts).mid(0, 2))
        initials += word.at(0).toUpper();
    return initials;
}

/// A square with two letters or an icon.
class Avatar final : public QWidget
{
public:
    Avatar(QString initials, QString iconName)
        : m_initials{std::move(initials)}
        , m_iconName{std::move(iconName)}
    {
        setFixedSize(40, 40);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_iconName.isEmpty() ? theme.primarySoft : theme.grayBg);
        painter.drawRoundedRect(rect(), 8, 8);
        if (!m_iconName.isEmpty()) {
            drawIcon(&painter, {10, 10, 20, 20}, m_iconName, theme.grayFg);
            return;
        }
        painter.setFont(fontFor(TypeRole::LabelBold));
        painter.setPen(theme.primaryText);
        painter.drawText(rect(), Qt::AlignCenter, m_initials);
    }

private:
    QString m_initials;
    QString m_iconName;
};

/// An icon in the mark colour of a tone, following the theme.
class ToneIcon final : public QWidget
{
public:
    explicit ToneIcon(Tone tone)
        : m_tone{tone}
    {
        setFixedSize(20, 20);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter{this};
        QString icon = u"check-circle"_s;
        if (m_tone == Tone::Red)
            icon = u"error"_s;
        else if (m_tone == Tone::Amber)
            icon = u"warning"_s;
        else if (m_tone == Tone::Gray)
            icon = u"info"_s;
        drawIcon(&painter, rect(), icon, theme.tone(m_tone).mark);
    }

private:
    Tone m_tone;
};

QWidget *makeCheckLine(Tone tone, const QString &name, const QString &words)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout{line};
    row->setContentsMargins(20, 10, 20, 10);
    row->setSpacing(12);
    row->addWidget(new ToneIcon{tone});
    auto *title = new TextLabel{name};
    title->setFixedWidth(scaledWithText(200));
    row->addWidget(title);
    auto *text = new TextLabel{words, TypeRole::Body, TextLabel::Ink::Text2};
    text->setElided(true);
    text->setToolTip(words);
    row->addWidget(text, 1);
    return line;
}

QString qualityWords(const QString &rating)
{
    if (rating == "GREEN"_L1)
        return SettingsPage::tr("High: few people block or report you");
    if (rating == "YELLOW"_L1)
        return SettingsPage::tr(
            "Medium: some people block or report you. Send to fewer, better chosen people.");
    if (rating == "RED"_L1)
        return SettingsPage::tr("Low: many people block or report you. Meta may lower your limit.");
    return SettingsPage::tr("Not rated yet");
}

Tone qualityTone(const QString &rating)
{
    if (rating == "GREEN"_L1)
        return Tone::Green;
    if (rating == "YELLOW"_L1)
        return Tone::Amber;
    return rating == "RED"_L1 ? Tone::Red : Tone::Gray;
}

/// What the account is at Meta, to be read and copied.
QWidget *makeConnectionCard(const Account &account)
{
    auto *card = new Card{20};
    card->column()->addWidget(new TextLabel{SettingsPage::tr("Connection"), TypeRole::CardTitle});
    card->column()->addSpacing(12);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(10);
    const auto addField = [&](int row, int column, const QString &name, const QString &value) {
        auto *edit = new QLineEdit{value};
        edit->setReadOnly(true);
        grid->addWidget(new FormField{name, edit}, row, column);
    };
    addField(0, 0, SettingsPage::tr("Phone number ID"), account.phoneNumberId);
    addField(0, 1, SettingsPage::tr("Business account ID (WABA)"), account.wabaId);
    addField(1, 0, SettingsPage::tr("Address of the Graph API"), account.apiBase);
    addField(1, 1, SettingsPage::tr("Graph API version"), account.graphVersion);
    card->column()->addLayout(grid);
    return card;
}

QWidget *scrolled(QWidget *content)
{
    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    return scroll;
}

QVBoxLayout *makeSection(QWidget *content, const QString &title, const QString &sentence)
{
    auto *column = new QVBoxLayout{content};
    column->setContentsMargins(0, 0, 24, 20);
    column->setSpacing(16);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new TextLabel{title, TypeRole::SectionTitle});
    auto *text = new TextLabel{sentence, TypeRole::Label, TextLabel::Ink::Text2};
    text->setWordWrap(true);
    words->addWidget(text);
    column->addLayout(words);
    return column;
}

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
    , m_clock{clock}
    , m_header{new PageHeader{tr("Settings")}}
    , m_nav{new QVBoxLayout}
    , m_sections{new QStackedWidget}
    , m_sectionGroup{new QButtonGroup{this}}
    , m_accountStack{new QStackedWidget}
    , m_accountColumn{nullptr}
    , m_form{new AccountForm}
    , m_formTitle{new TextLabel{{}, TypeRole::SectionTitle}}
    , m_country{new QComboBox}
    , m_timeZone{new QComboBox}
    , m_rate{new QComboBox}
    , m_from{new QTimeEdit}
    , m_to{new QTimeEdit}
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

    addSection(Section::Accounts, tr("Accounts"), u"phone"_s, buildAccounts());
    addSection(Section::Defaults, tr("Sending defaults"), u"settings"_s, buildDefaults());
    addSection(Section::Appearance, tr("Appearance"), u"appearance"_s, buildAppearance());
    addSection(Section::Data, tr("Data"), u"database"_s, buildData());
    addSection(Section::About, tr("About"), u"info"_s, buildAbout());
    connect(m_sectionGroup, &QButtonGroup::idClicked, m_sections, &QStackedWidget::setCurrentIndex);
    setAccounts({});
    showSection(Section::Accounts);
}

void SettingsPage::showSection(Section section)
{
    m_sectionGroup->button(static_cast<int>(section))->setChecked(true);
    m_sections->setCurrentIndex(static_cast<int>(section));
}

void SettingsPage::setAccounts(std::vector<AccountView> accounts)
{
    m_accounts = std::move(accounts);
    delete m_accountCards;
    m_accountCards = new QWidget;
    auto *cards = new QVBoxLayout{m_accountCards};
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(16);
    for (const AccountView &view : m_accounts) {
        cards->addWidget(makeAccountCard(view));
        if (!view.isPractice)
            cards->addWidget(makeConnectionCard(view.account));
    }
    if (m_accounts.empty()) {
        auto *none = new Card{24};
        auto *words =
            new TextLabel{tr("No number is connected. Drafts can be made without one; sending cannot."),
                          TypeRole::Body, TextLabel::Ink::Text2};
        words->setWordWrap(true);
        none->column()->addWidget(words);
        cards->addWidget(none);
    }
    m_accountColumn->insertWidget(1, m_accountCards);
}

void SettingsPage::closeAccountForm()
{
    m_accountStack->setCurrentIndex(0);
}

void SettingsPage::setDefaults(const SendingDefaults &defaults)
{
    m_isFilling = true;
    m_country->setCurrentIndex(m_country->findData(defaults.country));
    m_timeZone->setCurrentIndex(m_timeZone->findData(defaults.timeZone));
    int rate = m_rate->findData(defaults.rate.text());
    if (rate < 0) {
        m_rate->addItem(rateText(defaults.rate), defaults.rate.text());
        rate = m_rate->count() - 1;
    }
    m_rate->setCurrentIndex(rate);
    m_from->setTime(timeOf(defaults.window.fromMinute));
    m_to->setTime(timeOf(defaults.window.toMinute));
    for (size_t day = 0; day < m_days.size(); ++day)
        m_days[day]->setChecked(defaults.window.days & (1 << day));
    m_isFilling = false;
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

QWidget *SettingsPage::buildAccounts()
{
    auto *overview = new QWidget;
    auto *column = new QVBoxLayout{overview};
    column->setContentsMargins(0, 0, 24, 20);
    column->setSpacing(16);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new TextLabel{tr("Accounts"), TypeRole::SectionTitle});
    auto *sentence = new TextLabel{tr("A business number you send from. Keys stay in your system's keychain, "
                                      "never in the workspace file."),
                                   TypeRole::Label, TextLabel::Ink::Text2};
    sentence->setWordWrap(true);
    words->addWidget(sentence);
    auto *connecting = new Button{tr("Connect a number"), ButtonKind::Primary, u"plus"_s};
    auto *top = new QHBoxLayout;
    top->addLayout(words, 1);
    top->addWidget(connecting);
    column->addLayout(top);
    column->addStretch();
    m_accountColumn = column;
    connect(connecting, &Button::clicked, this, &SettingsPage::connectRequested);

    auto *editor = new QWidget;
    auto *editorColumn = new QVBoxLayout{editor};
    editorColumn->setContentsMargins(0, 0, 24, 20);
    editorColumn->setSpacing(16);
    editorColumn->addWidget(m_formTitle);
    auto *formCard = new Card{24};
    formCard->column()->addWidget(m_form);
    editorColumn->addWidget(formCard);
    editorColumn->addStretch();
    connect(m_form, &AccountForm::cancelled, this, &SettingsPage::closeAccountForm);

    m_accountStack->addWidget(scrolled(overview));
    m_accountStack->addWidget(scrolled(editor));
    return m_accountStack;
}

QWidget *SettingsPage::buildDefaults()
{
    auto *content = new QWidget;
    QVBoxLayout *column =
        makeSection(content, tr("Sending defaults"),
                    tr("What every new campaign begins with. Each one can be changed on its own."));
    for (const Country &country : allCountries())
        m_country->addItem(country.name, country.code);
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds()) {
        if (zone.contains('/') && !zone.startsWith("Etc/"))
            m_timeZone->addItem(QString::fromUtf8(zone).replace(u'_', u' '), QString::fromUtf8(zone));
    }
    for (const SendRate &rate : {SendRate::gentle(), SendRate::standard(), SendRate::max()})
        m_rate->addItem(rateText(rate), rate.text());
    for (QTimeEdit *edit : {m_from, m_to})
        edit->setDisplayFormat(u"HH:mm"_s);

    auto *card = new Card{24};
    card->setMaximumWidth(scaledWithText(kFormWidth));
    card->column()->setSpacing(16);
    auto *country = new FormField{tr("Country"), m_country};
    country->setHint(tr("Phone numbers without a country code are read as numbers of this country."));
    auto *zone = new FormField{tr("Time zone"), m_timeZone};
    zone->setHint(tr("Sending hours and schedules are in this zone."));
    auto *first = new QHBoxLayout;
    first->setSpacing(16);
    first->addWidget(country, 1, Qt::AlignTop);
    first->addWidget(zone, 1, Qt::AlignTop);
    card->column()->addLayout(first);
    auto *rate = new FormField{tr("Speed"), m_rate};
    rate->setHint(tr("New numbers keep a good rating by sending slowly at first."));
    card->column()->addWidget(rate);

    auto *hours = new QHBoxLayout;
    hours->setSpacing(10);
    hours->addWidget(m_from);
    //: Between two times of day: "09:00 to 21:00".
    hours->addWidget(new TextLabel{tr("to"), TypeRole::Body, TextLabel::Ink::Text2});
    hours->addWidget(m_to);
    hours->addSpacing(8);
    const QLocale locale;
    for (int day = 1; day <= 7; ++day) {
        auto *button = new Button{locale.standaloneDayName(day, QLocale::ShortFormat), ButtonKind::Toggle};
        button->setAccessibleName(locale.standaloneDayName(day, QLocale::LongFormat));
        m_days.push_back(button);
        hours->addWidget(button);
        connect(button, &Button::toggled, this, &SettingsPage::noteDefaults);
    }
    hours->addStretch();
    m_from->setAccessibleName(tr("Sending begins at"));
    m_to->setAccessibleName(tr("Sending ends at"));
    auto *hoursColumn = new QVBoxLayout;
    hoursColumn->setSpacing(6);
    hoursColumn->addWidget(new TextLabel{tr("Sending hours"), TypeRole::Label, TextLabel::Ink::Text2});
    hoursColumn->addLayout(hours);
    hoursColumn->addWidget(
        new TextLabel{tr("Outside these hours nothing leaves; the rest waits for the next day."),
                      TypeRole::Label, TextLabel::Ink::Text3});
    card->column()->addLayout(hoursColumn);
    column->addWidget(card);
    column->addStretch();

    for (QComboBox *box : {m_country, m_timeZone, m_rate})
        connect(box, &QComboBox::activated, this, &SettingsPage::noteDefaults);
    for (QTimeEdit *edit : {m_from, m_to})
        connect(edit, &QTimeEdit::editingFinished, this, &SettingsPage::noteDefaults);
    setDefaults({{}, QString::fromUtf8(QTimeZone::systemTimeZoneId()), {}, SendRate::gentle()});
    return scrolled(content);
}

QWidget *SettingsPage::buildAppearance()
{
    auto *content = new QWidget;
    QVBoxLayout *column = makeSection(content, tr("Appearance"), tr("Reports and exports are always light."));
    auto *card = new Card{24};
    card->setMaximumWidth(scaledWithText(kFormWidth));
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
    QVBoxLayout *column =
        makeSection(content, tr("Data"),
                    tr("Everything is in one folder on this computer. Nothing of it is in a cloud of ours."));
    auto *card = new Card{24};
    card->setMaximumWidth(scaledWithText(kFormWidth));
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
    column->addStretch();
    connect(open, &Button::clicked, this, &SettingsPage::folderRequested);
    return scrolled(content);
}

QWidget *SettingsPage::buildAbout()
{
    auto *content = new QWidget;
    QVBoxLayout *column =
        makeSection(content, tr("About"), tr("Campaigns from your own computer, straight to Meta."));
    auto *card = new Card{24};
    card->setMaximumWidth(scaledWithText(kFormWidth));
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

QWidget *SettingsPage::makeAccountCard(const AccountView &view)
{
    const Account &account = view.account;
    auto *card = new Card{0};
    const QString name = view.isPractice ? tr("Practice number")
        : account.name.isEmpty()         ? account.verifiedName
                                         : account.name;
    card->setAccessibleName(name);

    auto *top = new QHBoxLayout;
    top->setContentsMargins(20, 16, 20, 16);
    top->setSpacing(12);
    top->addWidget(new Avatar{initialsOf(name), view.isPractice ? u"practise"_s : QString{}});
    auto *title = new QHBoxLayout;
    title->setSpacing(10);
    title->addWidget(new TextLabel{name, TypeRole::CardTitle});
    if (view.isPractice) {
        auto *badge = new StatusBadge;
        badge->setBadge(Badge::Pending, tr("Simulator"));
        title->addWidget(badge);
    } else if (view.isInUse) {
        auto *badge = new StatusBadge;
        badge->setBadge(Badge::Completed, tr("In use"));
        title->addWidget(badge);
    }
    title->addStretch();
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addLayout(title);
    QString second = tr("Nothing leaves this computer");
    if (!view.isPractice) {
        const QString number = account.displayPhoneNumber.isEmpty() ? account.phoneNumberId
                                                                    : isolated(account.displayPhoneNumber);
        if (view.isChecking)
            second = tr("%1 · asking Meta…").arg(number);
        else if (view.checkedAt)
            second =
                tr("%1 · checked with Meta %2").arg(number, relativeText(*view.checkedAt, m_clock.now()));
        else
            second = tr("%1 · not checked yet").arg(number);
    }
    words->addWidget(new TextLabel{second, TypeRole::Label, TextLabel::Ink::Text2});
    top->addLayout(words, 1);
    card->column()->addLayout(top);
    if (view.isPractice)
        return card;

    const AccountId id = account.id;
    auto *check = new Button{tr("Check now"), ButtonKind::Outlined, u"retry"_s};
    check->setEnabled(!view.isChecking);
    auto *edit = new Button{tr("Edit"), ButtonKind::Outlined, u"edit"_s};
    auto *more = Button::iconOnly(u"more"_s, tr("More actions for %1").arg(name));
    more->setKind(ButtonKind::Outlined);
    top->addWidget(check);
    top->addWidget(edit);
    top->addWidget(more);
    connect(check, &Button::clicked, this, [this, id] { emit accountCheckRequested(id); });
    connect(edit, &Button::clicked, this, [this, id] { editAccount(id); });
    connect(more, &Button::clicked, this, [this, more, view] {
        auto *menu = new QMenu{this};
        menu->setAttribute(Qt::WA_DeleteOnClose);
        QAction *use = menu->addAction(themedIcon(u"check"_s), tr("Send from this number"));
        use->setEnabled(!view.isInUse);
        connect(use, &QAction::triggered, this, [this, view] { emit accountUseRequested(view.account.id); });
        connect(menu->addAction(themedIcon(u"delete"_s), tr("Remove…")), &QAction::triggered, this,
                [this, view] { askToRemove(view.account); });
        menu->popup(more->mapToGlobal(QPoint{0, more->height() + 4}));
    });

    const auto addLine = [card](Tone tone, const QString &lineName, const QString &lineWords) {
        card->column()->addWidget(new Hairline);
        card->column()->addWidget(makeCheckLine(tone, lineName, lineWords));
    };
    if (view.problem) {
        auto *banner = new Banner;
        banner->setMessage(Tone::Red, tr("The last check failed."), view.problem->message);
        banner->setToolTip(view.problem->detail);
        auto *frame = new QVBoxLayout;
        frame->setContentsMargins(20, 0, 20, 16);
        frame->addWidget(banner);
        card->column()->addLayout(frame);
    }
    const bool isKnown = view.checkedAt.has_value();
    addLine(isKnown && !view.problem ? Tone::Green : Tone::Gray, tr("Number"),
            account.verifiedName.isEmpty()
                ? tr("Not checked yet")
                : tr("%1, %2").arg(account.verifiedName, isolated(account.displayPhoneNumber)));
    addLine(qualityTone(account.qualityRating), tr("Quality"), qualityWords(account.qualityRating));
    addLine(account.throughputPerSecond ? Tone::Green : Tone::Gray, tr("Speed"),
            account.throughputPerSecond
                ? tr("Up to %Ln messages a second", nullptr, *account.throughputPerSecond)
                : tr("Meta has not said; 80 a second are usual"));
    if (account.messagingLimit) {
        const int used = view.messagedInLast24Hours.value_or(0);
        const bool isNear = used >= *account.messagingLimit * 9 / 10;
        addLine(isNear ? Tone::Amber : Tone::Green, tr("People in 24 hours"),
                tr("%1 of %2 used, shared by all numbers of your business")
                    .arg(countText(used), countText(*account.messagingLimit)));
    } else {
        addLine(Tone::Gray, tr("People in 24 hours"), tr("Meta has not told a limit"));
    }
    addLine(view.accessKey == SecretPlace::None         ? Tone::Red
                : view.accessKey == SecretPlace::Memory ? Tone::Amber
                                                        : Tone::Green,
            tr("Access key"),
            view.accessKey == SecretPlace::None ? tr("Not stored. Paste one under Edit to send.")
                                                : textFor(view.accessKey));
    addLine(view.appSecret == SecretPlace::None ? Tone::Gray : Tone::Green, tr("App secret"),
            view.appSecret == SecretPlace::None
                ? tr("Not stored. Delivery events cannot be told from forged ones.")
                : textFor(view.appSecret));
    return card;
}

void SettingsPage::editAccount(AccountId id)
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [&](const AccountView &view) { return view.account.id == id; });
    if (found == m_accounts.end())
        return;
    m_formTitle->setText(found->account.name.isEmpty() ? tr("Edit the account")
                                                       : tr("Edit “%1”").arg(found->account.name));
    m_form->setAccount(*found);
    m_accountStack->setCurrentIndex(1);
    m_form->setFocus(Qt::OtherFocusReason);
}

void SettingsPage::askToRemove(const Account &account)
{
    MessageDialog *dialog = askBeforeLosing(this, tr("Remove “%1”?").arg(account.name),
                                            tr("Its templates go, and its keys are removed from the "
                                               "keychain. Its campaigns and their results stay."),
                                            tr("Remove the account"), tr("Keep it"));
    connect(dialog, &QDialog::accepted, this, [this, id = account.id] { emit accountRemoveRequested(id); });
}

SendingDefaults SettingsPage::readDefaults() const
{
    SendingDefaults defaults;
    defaults.country = m_country->currentData().toString();
    defaults.timeZone = m_timeZone->currentData().toString();
    defaults.rate = SendRate::parse(m_rate->currentData().toString()).value_or(SendRate::gentle());
    defaults.window.fromMinute = minuteOf(m_from->time());
    // A field for a time of day knows no 24:00; midnight as the end is the end of the day.
    defaults.window.toMinute = minuteOf(m_to->time()) == 0 ? 24 * 60 : minuteOf(m_to->time());
    defaults.window.days = 0;
    for (size_t day = 0; day < m_days.size(); ++day) {
        if (m_days[day]->isChecked())
            defaults.window.days |= static_cast<quint8>(1 << day);
    }
    return defaults;
}

void SettingsPage::noteDefaults()
{
    if (!m_isFilling)
        emit defaultsChanged(readDefaults());
}
