#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "domain/directmessage.h"
#include "storage/inboxstore.h"

#include <QCoreApplication>

#include <functional>
#include <optional>
#include <vector>

class CsvWriter;
class Session;

/// What a person writes as an answer.
struct AnswerDraft
{
    QString text; ///< or what stands below the file
    QString file; ///< path; empty: none
    QString inReplyTo; ///< Meta's id of the message that it quotes; may be empty
};

/// What somebody does in the inbox, beyond a single store.
class InboxDesk
{
    Q_DECLARE_TR_FUNCTIONS(InboxDesk)

public:
    explicit InboxDesk(Session &session)
        : m_session{session}
    {
    }

    /// The message to send for that, from the number that the person wrote to last, else from the one in use.
    /// Refused as DirectMessageStore::ask() would, and BadInput with the codes "empty_text", "text_too_long"
    /// and "no_caption", or what is wrong with the file.
    Result<DirectMessage> answer(const PhoneNumber &to, const AnswerDraft &draft);

    /// A template, which Meta takes at any time. BadInput with the code "missing_variable" where a value is
    /// missing, Refused with the code "template_not_approved".
    Result<DirectMessage> templateAnswer(const PhoneNumber &to, const QString &name, const QString &language,
                                         const Variables &variables, const QString &headerMedia = {});

    /// From which number the person is answered.
    Result<AccountId> accountFor(const PhoneNumber &to);

    /// How many of the conversations are done.
    using Progress = std::function<void(qint64 done, qint64 total)>;

    /// These conversations in their order as a CSV file, a row for each message, the oldest first, with those
    /// of campaigns; how many messages they were. Whoever is gone meanwhile is left out. The file appears
    /// whole or, cancelled, not at all: nothing is returned then.
    Result<std::optional<qint64>> writeCsv(const std::vector<ConversationId> &conversations,
                                           const QString &path, const CancelToken &cancel = {},
                                           const Progress &progress = {});

private:
    Result<> writeConversation(const Conversation &conversation, CsvWriter &file, const CancelToken &cancel);

    Session &m_session;
};
