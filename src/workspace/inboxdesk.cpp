#include "workspace/inboxdesk.h"

#include "exchange/csvwriter.h"
#include "whatsapp/mediafile.h"
#include "workspace/session.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Read between two looks at whether to go on.
constexpr size_t kConversationsAtOnce = 100;
constexpr int kMessagesAtOnce = 500;

QStringList heading()
{
    return {u"phone"_s,     u"user_id"_s,      u"name"_s,       u"at"_s,          u"direction"_s,
            u"type"_s,      u"text"_s,         u"details"_s,    u"campaign_id"_s, u"campaign"_s,
            u"status"_s,    u"delivered_at"_s, u"read_at"_s,    u"problem"_s,     u"opt_out"_s,
            u"file_name"_s, u"file"_s,         u"message_id"_s, u"in_reply_to"_s};
}

QString timeText(const std::optional<UtcTime> &time)
{
    return time ? toIsoText(*time) : QString{};
}

QStringList cellsOf(const Conversation &conversation, const ThreadItem &item)
{
    const bool isInbound = item.kind == ThreadItem::Kind::Inbound;
    const MessageMedia media = item.media.value_or(MessageMedia{});
    return {conversation.phone,
            conversation.userId,
            conversation.name,
            toIsoText(item.at),
            isInbound ? u"in"_s : u"out"_s,
            item.type,
            item.text,
            item.payload,
            item.campaign ? QString::number(item.campaign->value) : QString{},
            item.campaignName,
            isInbound ? QString{} : toWord(item.progress),
            timeText(item.deliveredAt),
            timeText(item.readAt),
            item.problem,
            item.isOptOut ? u"yes"_s : u"no"_s,
            media.name,
            media.file,
            item.messageId,
            item.inReplyTo};
}

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

Result<std::optional<qint64>> InboxDesk::writeCsv(const std::vector<ConversationId> &conversations,
                                                  const QString &path, const CancelToken &cancel,
                                                  const Progress &progress)
{
    Result<CsvWriter> file = CsvWriter::open(path);
    if (!file)
        return file.error();
    if (const Result<> written = file->writeRow(heading()); !written)
        return written.error();
    for (size_t first = 0; first < conversations.size(); first += kConversationsAtOnce) {
        const size_t end = std::min(conversations.size(), first + kConversationsAtOnce);
        const Result<std::vector<Conversation>> rows =
            m_session.inbox().rows({conversations.begin() + static_cast<qsizetype>(first),
                                    conversations.begin() + static_cast<qsizetype>(end)});
        if (!rows)
            return rows.error();
        for (const Conversation &conversation : *rows) {
            if (cancel.isCancelled())
                return std::optional<qint64>{};
            if (const Result<> written = writeConversation(conversation, *file, cancel); !written)
                return written.error();
        }
        if (progress)
            progress(static_cast<qint64>(end), static_cast<qint64>(conversations.size()));
    }
    if (cancel.isCancelled())
        return std::optional<qint64>{};
    if (const Result<> committed = file->commit(); !committed)
        return committed.error();
    return std::optional{file->rows() - 1};
}

/// A thread is read from its end; the file tells it from its beginning.
Result<> InboxDesk::writeConversation(const Conversation &conversation, CsvWriter &file,
                                      const CancelToken &cancel)
{
    std::vector<ThreadItem> latestFirst;
    std::optional<ThreadPlace> before;
    for (bool isMore = true; isMore && !cancel.isCancelled();) {
        const Result<std::vector<ThreadItem>> page =
            m_session.inbox().thread(conversation.id, kMessagesAtOnce, before);
        if (!page)
            return page.error();
        latestFirst.insert(latestFirst.end(), page->rbegin(), page->rend());
        isMore = page->size() == static_cast<size_t>(kMessagesAtOnce);
        if (isMore)
            before = page->front().place();
    }
    for (auto item = latestFirst.rbegin(); item != latestFirst.rend(); ++item) {
        if (const Result<> written = file.writeRow(cellsOf(conversation, *item)); !written)
            return written;
    }
    return Done{};
}
