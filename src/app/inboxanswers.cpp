#include "app/inboxanswers.h"

#include "app/windowwords.h"
#include "exchange/phoneparser.h"
#include "presentation/inboxwords.h"
#include "widgets/inbox/composer.h"
#include "widgets/inbox/inboxpage.h"
#include "widgets/inbox/templateanswerdialog.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/backgrounddesk.h"
#include "workspace/directmessenger.h"
#include "workspace/session.h"

#include <QFileDialog>
#include <QPointer>

#include <chrono>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kTypingPause = 800ms;

QString fileOf(const DirectMessage &message)
{
    return message.freeForm && message.freeForm->hasFile() ? message.headerMedia.value : QString{};
}

} // namespace

InboxAnswers::InboxAnswers(const Workbench &bench, InboxPage &page, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_page{page}
{
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(kTypingPause);
    connect(&m_draftTimer, &QTimer::timeout, this, &InboxAnswers::saveDraft);
    Composer &composer = m_page.composer();
    connect(&composer, &Composer::draftChanged, this, [this](ConversationId id, const QString &text) {
        if (m_draftOf != id)
            saveDraft();
        m_draftOf = id;
        m_draft = text;
        m_draftTimer.start();
    });
    connect(&composer, &Composer::sendRequested, this, &InboxAnswers::send);
    connect(&composer, &Composer::fileRequested, this, &InboxAnswers::chooseFile);
    connect(&composer, &Composer::templateRequested, this, &InboxAnswers::chooseTemplate);
}

/// What was written stays the draft until it is in the ledger, so that it is lost in neither.
void InboxAnswers::send(const QString &text, const QString &file)
{
    const Conversation with = m_page.current();
    const std::optional<PhoneNumber> to = PhoneNumber::fromE164(with.phone);
    if (!to)
        return;
    m_page.composer().setHandingOver(with.id, true);
    saveDraft();
    m_bench.desk.run(
        this,
        [to = *to, text, file](Session &session) -> Result<DirectMessage> {
            Result<DirectMessage> message = session.inboxDesk().answer(to, {text, file, {}});
            if (message)
                message->draft = text;
            return message;
        },
        [this, id = with.id](const Result<DirectMessage> &message) {
            if (message)
                post(*message, id);
            else
                keepInField(id, message.error());
        });
}

void InboxAnswers::post(const DirectMessage &message, ConversationId id)
{
    const auto isTaken = std::make_shared<bool>(false);
    m_bench.messenger.send(
        message,
        [self = QPointer<InboxAnswers>{this}, id, message, isTaken](const Result<QString> &sent) {
            if (!self)
                return;
            emit self->posted();
            if (!*isTaken)
                self->keepInField(id, sent.error());
            // What Meta made of it, its bubble says; what was refused here may have none.
            else if (!sent && sent.error().kind != ErrorKind::Network)
                self->takeBack(id, message, sent.error());
        },
        [self = QPointer<InboxAnswers>{this}, id, message, isTaken] {
            *isTaken = true;
            if (self && message.freeForm)
                self->emptyField(id, message);
        });
}

/// It is not in the ledger: it stands where it was written.
void InboxAnswers::keepInField(ConversationId id, const Error &error)
{
    m_page.composer().setHandingOver(id, false);
    tellProblem(id, error);
}

/// It is in the ledger, and its draft is gone.
void InboxAnswers::emptyField(ConversationId id, const DirectMessage &message)
{
    m_page.composer().setHandingOver(id, false);
    if (m_page.current().id != id)
        return;
    m_page.composer().takeOut(message.freeForm->text, fileOf(message));
    saveDraft();
}

/// What was refused before it left stands in the field again, before what was written since; where another
/// conversation is open, in its own draft.
void InboxAnswers::takeBack(ConversationId id, const DirectMessage &message, const Error &error)
{
    tellProblem(id, error);
    if (!message.freeForm)
        return;
    const QString text = message.freeForm->text;
    if (m_page.current().id == id)
        return m_page.composer().putBack(text, fileOf(message));
    if (text.isEmpty())
        return;
    m_bench.desk.run(
        this,
        [id, text](Session &session) -> Result<> {
            const Result<Conversation> conversation = session.inbox().load(id);
            if (!conversation)
                return conversation.error();
            const QString since = conversation->draft;
            return session.inbox().setDraft(id, since.isEmpty() ? text : text + u'\n' + since);
        },
        [](const Result<> &) {});
}

void InboxAnswers::tellProblem(ConversationId id, const Error &error)
{
    if (m_page.current().id == id)
        m_page.composer().showProblem(inWindowWords(error));
}

void InboxAnswers::saveDraft()
{
    m_draftTimer.stop();
    if (m_draftOf.isValid())
        storeDraft(std::exchange(m_draftOf, {}), m_draft);
}

void InboxAnswers::storeDraft(ConversationId id, const QString &text)
{
    m_bench.desk.run(
        this, [id, text](Session &session) { return session.inbox().setDraft(id, text); },
        [](const Result<> &) {});
}

void InboxAnswers::chooseFile()
{
    auto *dialog = new QFileDialog{&m_page, tr("Send a file")};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Pictures, videos and documents (*.jpg *.jpeg *.png *.mp4 *.3gp *.pdf *.doc *.docx *.xls "
            "*.xlsx *.ppt *.pptx *.txt)")});
    connect(dialog, &QFileDialog::fileSelected, &m_page.composer(), &Composer::setFile);
    dialog->open();
}

void InboxAnswers::chooseTemplate()
{
    const Conversation with = m_page.current();
    const std::optional<PhoneNumber> to = PhoneNumber::fromE164(with.phone);
    if (!to)
        return;
    m_bench.desk.run(
        this,
        [to = *to](Session &session) -> Result<std::vector<MessageTemplate>> {
            const Result<AccountId> account = session.inboxDesk().accountFor(to);
            if (!account)
                return account.error();
            return session.templates().list(*account);
        },
        [this, with, to = *to](const Result<std::vector<MessageTemplate>> &templates) {
            if (!templates)
                return tellProblem(with.id, templates.error());
            auto *dialog = new TemplateAnswerDialog{
                *templates, personText(with, &PhoneParser::formatInternational), &m_page};
            connect(dialog, &TemplateAnswerDialog::templateChosen, this,
                    [this, to, id = with.id](const TemplateAnswer &answer) { sendTemplate(to, id, answer); });
            dialog->open();
        });
}

void InboxAnswers::sendTemplate(const PhoneNumber &to, ConversationId id, const TemplateAnswer &answer)
{
    m_bench.desk.run(
        this,
        [to, answer](Session &session) {
            return session.inboxDesk().templateAnswer(to, answer.name, answer.language, answer.variables,
                                                      answer.headerMedia);
        },
        [this, id](const Result<DirectMessage> &message) {
            if (message)
                post(*message, id);
            else
                tellProblem(id, message.error());
        });
}
