#pragma once

#include "base/result.h"
#include "domain/directmessage.h"
#include "storage/inboxstore.h"

#include <QCoreApplication>

#include <optional>

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

private:
    Session &m_session;
};
