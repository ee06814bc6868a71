#include "simulator/mediaapi.h"

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes kMediaUrlLifetime{5};

} // namespace

MediaApi::MediaApi(const Clock &clock)
    : m_clock{clock}
{
}

bool MediaApi::knows(const QString &id) const
{
    return m_media.find(id, m_clock.now());
}

GraphAnswer MediaApi::uploadMedia(const GraphCall &call)
{
    const auto parts = parseMultipart(call.request.header("Content-Type"), call.request.body);
    if (!parts)
        return GraphRefusal{.code = 100, .message = u"(#100) The body must be multipart/form-data."_s};
    const FormPart *file = nullptr;
    QString product;
    QString type;
    for (const FormPart &part : *parts) {
        if (part.name == "file")
            file = &part;
        else if (part.name == "messaging_product")
            product = QString::fromUtf8(part.content);
        else if (part.name == "type")
            type = QString::fromUtf8(part.content);
    }
    if (product != "whatsapp"_L1)
        return GraphRefusal{.code = 100, .message = u"(#100) The parameter messaging_product is required."_s};
    if (!file)
        return GraphRefusal{.code = 100, .message = u"(#100) The parameter file is required."_s};
    const QString mimeType = file->contentType.isEmpty() ? type : QString::fromUtf8(file->contentType);
    if (const QString objection = MediaShelf::objection(mimeType, file->content.size()); !objection.isEmpty())
        return GraphRefusal{.code = 100, .message = u"(#100) "_s + objection};
    return jsonResponse({
        {u"id"_s, m_media.add(mimeType, file->content, m_clock.now())}
    });
}

GraphAnswer MediaApi::answerMedia(const GraphCall &call)
{
    if (call.isDelete()) {
        m_media.remove(call.node());
        return jsonResponse({
            {u"success"_s, true}
        });
    }
    if (!call.isGet())
        return call.unknown();
    const StoredMedia *media = m_media.find(call.node(), m_clock.now());
    const QString url =
        u"http://%1/media/%2?expires=%3"_s.arg(QString::fromUtf8(call.request.header("Host")), media->id)
            .arg(toMilliseconds(m_clock.now() + kMediaUrlLifetime));
    return jsonResponse({
        {u"messaging_product"_s, u"whatsapp"_s                     },
        {u"url"_s,               url                               },
        {u"mime_type"_s,         media->mimeType                   },
        {u"sha256"_s,            QString::fromLatin1(media->sha256)},
        {u"file_size"_s,         media->size                       },
        {u"id"_s,                media->id                         }
    });
}

GraphAnswer MediaApi::downloadMedia(const GraphCall &call) const
{
    const qint64 expires = call.request.queryValue("expires").value_or(QByteArray{}).toLongLong();
    const StoredMedia *media = m_media.find(call.edge(), m_clock.now());
    if (!media || m_clock.now() > fromMilliseconds(expires))
        return httpResponse(404, "text/plain", "URL signature expired");
    return httpResponse(200, media->mimeType.toUtf8(), media->content);
}
