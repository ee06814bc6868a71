#include "http/httpmessage.h"

QByteArray HttpRequest::header(QByteArrayView name) const
{
    for (const auto &[headerName, value] : headers) {
        if (headerName.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

std::optional<QByteArray> HttpRequest::queryValue(QByteArrayView name) const
{
    for (const auto &[itemName, value] : query) {
        if (itemName == name)
            return value;
    }
    return std::nullopt;
}

HttpResponse httpResponse(int status, QByteArray contentType, QByteArray body)
{
    return {status, {{"Content-Type", std::move(contentType)}}, std::move(body)};
}
