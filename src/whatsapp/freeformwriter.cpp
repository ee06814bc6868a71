#include "whatsapp/freeformwriter.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

QJsonObject contentOf(const FreeForm &message, const HeaderMedia &media)
{
    QJsonObject content;
    if (!message.hasFile()) {
        content[u"body"_s] = message.text;
        content[u"preview_url"_s] = false;
        return content;
    }
    if (media.kind == HeaderMedia::Kind::Link)
        content[u"link"_s] = media.value;
    else
        content[u"id"_s] = media.kind == HeaderMedia::Kind::File ? media.mediaId : media.value;
    if (!message.text.isEmpty())
        content[u"caption"_s] = message.text;
    if (message.kind == FreeForm::Kind::Document && !message.fileName.isEmpty())
        content[u"filename"_s] = message.fileName;
    return content;
}

} // namespace

QByteArray freeFormBody(const OutgoingMessage &message)
{
    const FreeForm &freeForm = *message.freeForm;
    const QString type = toWord(freeForm.kind);
    QJsonObject body;
    body[u"messaging_product"_s] = u"whatsapp"_s;
    body[u"recipient_type"_s] = u"individual"_s;
    body[u"to"_s] = message.to.e164();
    body[u"type"_s] = type;
    body[type] = contentOf(freeForm, message.headerMedia);
    if (!freeForm.inReplyTo.isEmpty()) {
        QJsonObject context;
        context[u"message_id"_s] = freeForm.inReplyTo;
        body[u"context"_s] = context;
    }
    if (message.attempt.isValid())
        body[u"biz_opaque_callback_data"_s] = message.attempt.value;
    return QJsonDocument{body}.toJson(QJsonDocument::Compact);
}
