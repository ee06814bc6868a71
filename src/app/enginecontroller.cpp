#include "app/enginecontroller.h"

#include "app/windowwords.h"
#include "presentation/wording.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/button.h"
#include "widgets/controls/dialogs.h"
#include "widgets/controls/textlabel.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/armedstate.h"
#include "workspace/backgrounddesk.h"
#include "workspace/enginehost.h"
#include "workspace/enginelock.h"
#include "workspace/session.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kLookForFreeEngine = 2s;
constexpr auto kLogOutCalledOff = 1min; // still here: nobody logged out

QString wordsAbout(const std::optional<EngineHolder> &holder)
{
    if (!holder)
        return EngineController::tr("What it does is shown here. This window takes over when it ends.");
    return EngineController::tr(
               "%1 has been running it since %2. What it does is shown here, and this window takes over "
               "when it ends.")
        .arg(holder->program, shortTimeText(holder->since));
}

} // namespace

EngineController::EngineController(const Workbench &bench, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_notice{new QWidget{&bench.window}}
    , m_banner{new Banner}
{
    auto *row = new QVBoxLayout{m_notice};
    row->setContentsMargins(12, 8, 12, 8);
    row->addWidget(m_banner);
    m_banner->setObjectName(u"engineBanner"_s);
    m_notice->hide();
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, &bench.engine, &EngineHost::start);
    connect(&bench.engine, &EngineHost::started, this, [this] {
        m_isLoggingOut = false;
        m_shownCode.clear();
        m_notice->hide();
    });
    connect(&bench.engine, &EngineHost::failed, this, &EngineController::showFailure);
    connect(&bench.engine, &EngineHost::stopped, this, [this] {
        if (m_isStopping)
            emit stopped();
        else if (m_isLoggingOut)
            showLogOut();
    });
    connect(&bench.engine, &EngineHost::foundInterrupted, this, [this](int people) {
        if (people > 0)
            emit done(tr("%Ln messages were on their way when Fanfare was closed; they are unconfirmed",
                         nullptr, people));
    });
}

void EngineController::start()
{
    m_bench.engine.start();
}

void EngineController::stop()
{
    m_isStopping = true;
    m_retry.stop();
    if (m_bench.engine.isActive())
        m_bench.engine.stop();
    else
        QMetaObject::invokeMethod(this, &EngineController::stopped, Qt::QueuedConnection);
}

void EngineController::stopForLogOut()
{
    m_isLoggingOut = true;
    m_retry.stop();
    m_bench.engine.stopAndWait();
}

void EngineController::showLogOut()
{
    m_shownCode.clear();
    m_banner->clearActions();
    m_banner->setMessage(Tone::Amber, tr("Sending has stopped because you are logging out."),
                         tr("It goes on by itself in a minute if you stay, and else when Fanfare is opened "
                            "again."));
    auto *goOn = new Button{tr("Go on now")};
    connect(goOn, &Button::clicked, &m_bench.engine, &EngineHost::start);
    m_banner->addAction(goOn);
    m_notice->show();
    m_retry.start(kLogOutCalledOff);
}

void EngineController::showFailure(const Error &error)
{
    if (m_isStopping) {
        emit stopped();
        return;
    }
    const bool isElsewhere = error.code == "engine_running"_L1;
    // Also where another program was just writing for long: nobody has to come and press a button for that.
    if (isElsewhere || error.kind == ErrorKind::Busy)
        m_retry.start(kLookForFreeEngine);
    if (m_shownCode == error.code && !m_notice->isHidden())
        return;
    m_shownCode = error.code;
    m_banner->clearActions();
    if (isElsewhere) {
        m_banner->setMessage(Tone::Blue, tr("Another program sends from this workspace."),
                             wordsAbout(EngineLock::holder(m_bench.workspace.path())));
    } else if (error.code == "disarmed"_L1) {
        m_banner->setMessage(Tone::Amber, tr("This workspace does not send yet."),
                             inWindowWords(error).message);
        auto *arming = new Button{tr("Send from here…")};
        connect(arming, &Button::clicked, this, &EngineController::askToArm);
        m_banner->addAction(arming);
    } else {
        m_banner->setMessage(Tone::Red, tr("Nothing can be sent at the moment."),
                             inWindowWords(error).message);
        m_banner->setToolTip(error.detail);
        auto *again = new Button{tr("Try again")};
        connect(again, &Button::clicked, &m_bench.engine, &EngineHost::start);
        m_banner->addAction(again);
    }
    m_notice->show();
}

void EngineController::askToArm()
{
    m_bench.desk.run(
        this,
        [](Session &session) -> Result<int> {
            const Result<std::vector<Campaign>> campaigns = session.campaigns().list();
            if (!campaigns)
                return campaigns.error();
            int people = 0;
            for (const Campaign &campaign : *campaigns) {
                if (campaign.state == CampaignState::Sending || campaign.state == CampaignState::Scheduled)
                    people += campaign.counts.remaining();
            }
            return people;
        },
        [this](const Result<int> &people) {
            if (people)
                showArming(*people);
            else
                tellError(&m_bench.window, tr("The workspace still does not send"), people.error());
        });
}

void EngineController::showArming(int people)
{
    auto *dialog = new MessageDialog{
        tr("Send from this workspace?"),
        tr("Fanfare cannot see what the original has sent since this copy was made. If the original sends "
           "too, people get the same message twice. Send from here only where the original is gone or will "
           "not be used any more."),
        &m_bench.window};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *due = new TextLabel{
        people > 0 ? tr("%Ln people are still to get a message from campaigns that are sending or "
                        "scheduled here.",
                        nullptr, people)
                   : tr("No campaign is sending or scheduled here, so nothing leaves at once."),
        TypeRole::Body, TextLabel::Ink::Text2};
    due->setWordWrap(true);
    dialog->addContent(due);
    dialog->addButton(tr("Send from here"), ButtonKind::Danger, QDialog::Accepted);
    dialog->addButton(tr("Not now"), ButtonKind::Primary, QDialog::Rejected, true);
    connect(dialog, &QDialog::accepted, this, &EngineController::arm);
    dialog->open();
}

void EngineController::arm()
{
    m_bench.desk.run(
        this, [](Session &session) { return armWorkspace(session.workspace(), session.database()); },
        [this](const Result<> &armed) {
            if (armed)
                m_bench.engine.start();
            else
                tellError(&m_bench.window, tr("The workspace still does not send"), armed.error());
        });
}
