#include "workspace/inboxdesk.h"

#include "whatsapp/mediafile.h"
#include "workspace/session.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

Result<> requireWhole(const FreeForm &message)
{
    switch (problemOf(message)) {
    case FreeFormProblem::None: return Done{};
    case FreeFormProblem::Empty:
        return Error{ErrorKind::BadInput, InboxDesk::tr("There is nothing to send."), u"empty_text"_s, {}};
    case FreeFormProblem::TooLong:
        return Error{ErrorKind::BadInput,
                     InboxDesk::tr("The text is too long: WhatsApp takes %1 characters.")
                         .arg(message.hasFile() ? kLongestCaption : kLongestAnswer),
                     u"text_too_long"_s,
                     {}};
    case FreeFormProblem::NoCaption:
        return Error{
            ErrorKind::BadInput, InboxDesk::tr("WhatsApp shows no text below sound."), u"no_caption"_s, {}};
    }
    Q_UNREACHABLE();
}

} // namespace

Result<AccountId> InboxDesk::accountFor(const PhoneNumber &to)
{
    const Result<std::optional<Conversation>> conversation = m_session.inbox().find(to);
    if (!conversation)
        return conversation.error();
    if (*conversation && (*conversation)->account)
        return *(*conversation)->account;
    const Result<KnownAccount> inUse = m_session.accountDesk().inUse();
    return inUse ? Result<AccountId>{inUse->account.id} : inUse.error();
}

Result<DirectMessage> InboxDesk::answer(const PhoneNumber &to, const AnswerDraft &draft)
{
    const Result<AccountId> account = accountFor(to);
    if (!account)
        return account.error();
    DirectMessage message;
    message.account = *account;
    message.to = to;
    message.isAnswer = true;
    message.freeForm = FreeForm{FreeForm::Kind::Text, draft.text, {}, draft.inReplyTo};
    if (!draft.file.isEmpty()) {
        const Result<MediaFile> file = inspectMediaFile(draft.file);
        if (!file)
            return file.error();
        message.freeForm->kind = kindOfFile(QString::fromLatin1(file->mimeType));
        message.freeForm->fileName = QFileInfo{draft.file}.fileName();
        message.headerMedia.kind = HeaderMedia::Kind::File;
        message.headerMedia.value = QFileInfo{draft.file}.absoluteFilePath();
    }
    if (const Result<> whole = requireWhole(*message.freeForm); !whole)
        return whole.error();
    return message;
}

Result<DirectMessage> InboxDesk::templateAnswer(const PhoneNumber &to, const QString &name,
                                                const QString &language, const Variables &variables,
                                                const QString &headerMedia)
{
    const Result<AccountId> account = accountFor(to);
    if (!account)
        return account.error();
    const Result<MessageTemplate> chosen = m_session.templates().find(*account, name, language);
    if (!chosen)
        return chosen.error();
    if (!chosen->isSendable())
        return Error{ErrorKind::Refused,
                     tr("Meta has not approved the template “%1”, so it cannot be sent.").arg(name),
                     u"template_not_approved"_s,
                     {}};
    for (const TemplateVariable &variable : chosen->variables()) {
        const QString problem = problemWithValue(variables.value(variable.key));
        if (!problem.isEmpty())
            return Error{
                ErrorKind::BadInput, tr("“%1”: %2").arg(variable.key, problem), u"missing_variable"_s, {}};
    }
    if (chosen->needsHeaderMedia() && headerMedia.isEmpty())
        return Error{
            ErrorKind::BadInput, tr("The template needs a file for its header."), u"missing_variable"_s, {}};
    DirectMessage message;
    message.account = *account;
    message.to = to;
    message.messageTemplate = *chosen;
    message.variables = variables;
    message.headerMedia = HeaderMedia::fromText(headerMedia);
    message.isAnswer = true;
    return message;
}
