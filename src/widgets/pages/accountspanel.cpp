#include "widgets/pages/accountspanel.h"

#include "presentation/wording.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/dialogs.h"
#include "widgets/controls/formfield.h"
#include "widgets/controls/statusbadge.h"
#include "widgets/controls/textlabel.h"
#include "widgets/controls/toneicon.h"
#include "widgets/pages/accountform.h"
#include "widgets/pages/settingssection.h"
#include "widgets/pages/speedlimitdialog.h"
#include "widgets/theme/icon.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

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

QWidget *makeCheckLine(Tone tone, const QString &name, const QString &words, QWidget *action)
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
    if (action)
        row->addWidget(action);
    return line;
}

QString qualityWords(const QString &rating)
{
    if (rating == "GREEN"_L1)
        return AccountsPanel::tr("High: few people block or report you");
    if (rating == "YELLOW"_L1)
        return AccountsPanel::tr(
            "Medium: some people block or report you. Send to fewer, better chosen people.");
    if (rating == "RED"_L1)
        return AccountsPanel::tr("Low: many people block or report you. Meta may lower your limit.");
    return AccountsPanel::tr("Not rated yet");
}

QString nameOf(const AccountView &view)
{
    if (view.isPractice)
        return AccountsPanel::tr("Practice number");
    return view.account.name.isEmpty() ? view.account.verifiedName : view.account.name;
}

/// Its name, and whether messages are sent from it.
QLayout *makeTitle(const AccountView &view)
{
    auto *title = new QHBoxLayout;
    title->setSpacing(10);
    title->addWidget(new TextLabel{nameOf(view), TypeRole::CardTitle});
    if (view.isPractice || view.isInUse) {
        auto *badge = new StatusBadge;
        if (view.isPractice)
            badge->setBadge(Badge::Pending, AccountsPanel::tr("Simulator"));
        else
            badge->setBadge(Badge::Completed, AccountsPanel::tr("In use"));
        title->addWidget(badge);
    }
    title->addStretch();
    return title;
}

/// The number, and when Meta was asked about it.
QString numberWords(const AccountView &view, UtcTime now)
{
    if (view.isPractice)
        return AccountsPanel::tr("Nothing leaves this computer");
    const Account &account = view.account;
    const QString number =
        account.displayPhoneNumber.isEmpty() ? account.phoneNumberId : isolated(account.displayPhoneNumber);
    if (view.isChecking)
        return AccountsPanel::tr("%1 · asking Meta…").arg(number);
    if (view.checkedAt)
        return AccountsPanel::tr("%1 · checked with Meta %2").arg(number, relativeText(*view.checkedAt, now));
    return AccountsPanel::tr("%1 · not checked yet").arg(number);
}

void addProblem(Card *card, const Error &problem)
{
    auto *banner = new Banner;
    banner->setMessage(Tone::Red, AccountsPanel::tr("The last check failed."), problem.message);
    banner->setToolTip(problem.detail);
    auto *frame = new QVBoxLayout;
    frame->setContentsMargins(20, 0, 20, 16);
    frame->addWidget(banner);
    card->column()->addLayout(frame);
}

/// What the account is at Meta, to be read and copied.
QWidget *makeConnectionCard(const Account &account)
{
    auto *card = new Card{20};
    card->column()->addWidget(new TextLabel{AccountsPanel::tr("Connection"), TypeRole::CardTitle});
    card->column()->addSpacing(12);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(10);
    const auto addField = [&](int row, int column, const QString &name, const QString &value) {
        auto *edit = new QLineEdit{value};
        edit->setReadOnly(true);
        grid->addWidget(new FormField{name, edit}, row, column);
    };
    addField(0, 0, AccountsPanel::tr("Phone number ID"), account.phoneNumberId);
    addField(0, 1, AccountsPanel::tr("Business account ID (WABA)"), account.wabaId);
    addField(1, 0, AccountsPanel::tr("Address of the Graph API"), account.apiBase);
    addField(1, 1, AccountsPanel::tr("Graph API version"), account.graphVersion);
    card->column()->addLayout(grid);
    return card;
}

} // namespace

AccountsPanel::AccountsPanel(const Clock &clock, QWidget *parent)
    : QStackedWidget{parent}
    , m_clock{clock}
    , m_form{new AccountForm}
    , m_formTitle{new TextLabel{{}, TypeRole::SectionTitle}}
{
    addWidget(buildOverview());
    addWidget(buildEditor());
    setAccounts({});
}

void AccountsPanel::setAccounts(std::vector<AccountView> accounts)
{
    m_accounts = std::move(accounts);
    delete m_cards;
    m_cards = new QWidget;
    auto *cards = new QVBoxLayout{m_cards};
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
    m_column->insertWidget(1, m_cards);
}

void AccountsPanel::closeForm()
{
    setCurrentIndex(0);
}

QWidget *AccountsPanel::buildOverview()
{
    auto *overview = new QWidget;
    auto *words = new QWidget;
    QVBoxLayout *wordColumn = beginSection(words, tr("Accounts"),
                                           tr("A business number you send from. Keys stay in your system's "
                                              "keychain, never in the workspace file."));
    wordColumn->setContentsMargins(0, 0, 0, 0);
    m_column = new QVBoxLayout{overview};
    m_column->setContentsMargins(0, 0, 24, 20);
    m_column->setSpacing(16);
    auto *connecting = new Button{tr("Connect a number"), ButtonKind::Primary, u"plus"_s};
    auto *top = new QHBoxLayout;
    top->addWidget(words, 1);
    top->addWidget(connecting);
    m_column->addLayout(top);
    m_column->addStretch();
    connect(connecting, &Button::clicked, this, &AccountsPanel::connectRequested);
    return scrolled(overview);
}

QWidget *AccountsPanel::buildEditor()
{
    auto *editor = new QWidget;
    auto *editorColumn = new QVBoxLayout{editor};
    editorColumn->setContentsMargins(0, 0, 24, 20);
    editorColumn->setSpacing(16);
    editorColumn->addWidget(m_formTitle);
    auto *formCard = new Card{24};
    formCard->column()->addWidget(m_form);
    editorColumn->addWidget(formCard);
    editorColumn->addStretch();
    connect(m_form, &AccountForm::cancelled, this, &AccountsPanel::closeForm);
    return scrolled(editor);
}

QWidget *AccountsPanel::makeAccountCard(const AccountView &view)
{
    auto *card = new Card{0};
    const QString name = nameOf(view);
    card->setAccessibleName(name);

    auto *top = new QHBoxLayout;
    top->setContentsMargins(20, 16, 20, 16);
    top->setSpacing(12);
    top->addWidget(new Avatar{initialsOf(name), view.isPractice ? u"practise"_s : QString{}});
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addLayout(makeTitle(view));
    words->addWidget(new TextLabel{numberWords(view, m_clock.now()), TypeRole::Label, TextLabel::Ink::Text2});
    top->addLayout(words, 1);
    card->column()->addLayout(top);
    if (view.isPractice)
        return card;
    addActions(top, view);
    if (view.problem)
        addProblem(card, *view.problem);
    addChecks(card, view);
    return card;
}

void AccountsPanel::addActions(QHBoxLayout *row, const AccountView &view)
{
    const AccountId id = view.account.id;
    auto *check = new Button{tr("Check now"), ButtonKind::Outlined, u"retry"_s};
    check->setEnabled(!view.isChecking);
    auto *editing = new Button{tr("Edit"), ButtonKind::Outlined, u"edit"_s};
    auto *more = Button::iconOnly(u"more"_s, tr("More actions for %1").arg(nameOf(view)));
    more->setKind(ButtonKind::Outlined);
    row->addWidget(check);
    row->addWidget(editing);
    row->addWidget(more);
    connect(check, &Button::clicked, this, [this, id] { emit checkRequested(id); });
    connect(editing, &Button::clicked, this, [this, id] { edit(id); });
    connect(more, &Button::clicked, this, [this, more, view] {
        showMenu(view, more->mapToGlobal(QPoint{0, more->height() + 4}));
    });
}

void AccountsPanel::showMenu(const AccountView &view, const QPoint &position)
{
    auto *menu = new QMenu{this};
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *use = menu->addAction(themedIcon(u"check"_s), tr("Send from this number"));
    use->setEnabled(!view.isInUse);
    connect(use, &QAction::triggered, this, [this, view] { emit useRequested(view.account.id); });
    connect(menu->addAction(themedIcon(u"delete"_s), tr("Remove…")), &QAction::triggered, this,
            [this, view] { askToRemove(view.account); });
    menu->popup(position);
}

void AccountsPanel::addChecks(Card *card, const AccountView &view)
{
    const Account &account = view.account;
    const auto addLine = [card](Tone tone, const QString &name, const QString &words,
                                QWidget *action = nullptr) {
        card->column()->addWidget(new Hairline);
        card->column()->addWidget(makeCheckLine(tone, name, words, action));
    };
    const bool isKnown = view.checkedAt.has_value();
    addLine(isKnown && !view.problem ? Tone::Green : Tone::Gray, tr("Number"),
            account.verifiedName.isEmpty()
                ? tr("Not checked yet")
                : tr("%1, %2").arg(account.verifiedName, isolated(account.displayPhoneNumber)));
    addLine(toneForQuality(account.qualityRating), tr("Quality"), qualityWords(account.qualityRating));
    addLine(account.throughputPerSecond ? Tone::Green : Tone::Gray, tr("Speed"),
            account.throughputPerSecond
                ? tr("Up to %Ln messages a second", nullptr, *account.throughputPerSecond)
                : tr("Meta has not said; 80 a second are usual"));
    addLine(account.ownLimitPerSecond ? Tone::Green : Tone::Gray, tr("Your own limit"),
            account.ownLimitPerSecond
                ? tr("At most %Ln messages a second", nullptr, *account.ownLimitPerSecond)
                : tr("None; as fast as Meta allows"),
            makeLimitButton(account, nameOf(view)));
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
}

Button *AccountsPanel::makeLimitButton(const Account &account, const QString &name)
{
    auto *limiting = new Button{account.ownLimitPerSecond ? tr("Change…") : tr("Set a limit…"),
                                ButtonKind::Outlined, u"speed"_s};
    limiting->setSmall(true);
    limiting->setObjectName(u"ownLimitButton"_s);
    limiting->setAccessibleName(tr("Your own limit for %1").arg(name));
    connect(limiting, &Button::clicked, this, [this, id = account.id] { askForLimit(id); });
    return limiting;
}

void AccountsPanel::edit(AccountId id)
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [&](const AccountView &view) { return view.account.id == id; });
    if (found == m_accounts.end())
        return;
    m_formTitle->setText(found->account.name.isEmpty() ? tr("Edit the account")
                                                       : tr("Edit “%1”").arg(found->account.name));
    m_form->setAccount(*found);
    setCurrentIndex(1);
    m_form->setFocus(Qt::OtherFocusReason);
}

void AccountsPanel::askForLimit(AccountId id)
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [&](const AccountView &view) { return view.account.id == id; });
    if (found == m_accounts.end())
        return;
    const Account &account = found->account;
    auto *dialog = new SpeedLimitDialog{account.name.isEmpty() ? account.verifiedName : account.name,
                                        account.throughputPerSecond, account.ownLimitPerSecond, this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SpeedLimitDialog::chosen, this,
            [this, id](std::optional<int> perSecond) { emit limitChosen(id, perSecond); });
    dialog->open();
}

void AccountsPanel::askToRemove(const Account &account)
{
    MessageDialog *dialog = askBeforeLosing(this, tr("Remove “%1”?").arg(account.name),
                                            tr("Its templates go, and its keys are removed from the "
                                               "keychain. Its campaigns and their results stay."),
                                            tr("Remove the account"), tr("Keep it"));
    connect(dialog, &QDialog::accepted, this, [this, id = account.id] { emit removeRequested(id); });
}
