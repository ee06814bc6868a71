#include "whatsapp/graphaccountgateway.h"

#include "domain/errorcatalog.h"
#include "domain/messaginglimit.h"
#include "whatsapp/graphrequest.h"
#include "whatsapp/mediafile.h"
#include "whatsapp/templatereader.h"

#include <QFile>
#include <QFileInfo>
#include <QHttpMultiPart>
#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

constexpr int kInvalidParameter = 100;
constexpr int kStaleCursor = 131059;
constexpr int kMostRestarts = 3;
constexpr int kTemplatesPerPage = 100;
constexpr int kFewestTemplatesPerPage = 5;
// Meta allows 6,000 templates; a server that pages on for ever must end some time.
constexpr int kMostPages = 2'000;

const QString kTemplateFields =
    u"id,name,language,status,category,parameter_format,components,quality_score,rejected_reason"_s;

/// Numbers shared with the phone app have a rate of their own.
std::optional<int> throughputIn(const QJsonObject &json)
{
    if (json.value("is_on_biz_app"_L1).toBool())
        return 20;
    const QString level = json.value("throughput"_L1)["level"_L1].toString();
    if (level == "STANDARD"_L1)
        return 80;
    if (level == "HIGH"_L1)
        return 1000;
    return std::nullopt;
}

NumberReport numberIn(const QJsonObject &json)
{
    NumberReport report;
    report.displayPhoneNumber = json.value("display_phone_number"_L1).toString();
    report.verifiedName = json.value("verified_name"_L1).toString();
    report.qualityRating = json.value("quality_rating"_L1).toString();
    report.status = json.value("status"_L1).toString();
    report.throughputPerSecond = throughputIn(json);
    const QString tier = json.value("whatsapp_business_manager_messaging_limit"_L1).toString();
    const std::optional<MessagingLimit> limit =
        messagingLimitFrom(tier.isEmpty() ? json.value("messaging_limit_tier"_L1).toString() : tier);
    report.isUnlimited = limit && limit->isUnlimited();
    if (limit)
        report.messagingLimit = limit->people;
    return report;
}

/// The limit's field changed its name in v24.
QString limitField(const QString &graphVersion)
{
    const double version = graphVersion.mid(1).toDouble();
    return version >= 24 ? u"whatsapp_business_manager_messaging_limit"_s : u"messaging_limit_tier"_s;
}

Error unusableAccount(const Credential &credential)
{
    if (!isUsableToken(credential.token)) {
        return {ErrorKind::Refused,
                QCoreApplication::translate("GraphAccountGateway", "There is no usable access token."),
                u"no_token"_s};
    }
    return {ErrorKind::BadInput,
            QCoreApplication::translate("GraphAccountGateway",
                                        "The address of the Graph API in Settings cannot be used."),
            u"bad_address"_s};
}

QHttpPart formField(const QString &name, const QByteArray &value)
{
    QHttpPart part;
    part.setHeader(QNetworkRequest::ContentDispositionHeader, u"form-data; name=\"%1\""_s.arg(name));
    part.setBody(value);
    return part;
}

/// Quotes and line ends would end the header early.
QString nameForHeader(QString name)
{
    for (QChar &c : name) {
        if (c == u'"' || c == u'\\' || c < u' ')
            c = u'_';
    }
    return name;
}

} // namespace

/// A listing of templates under way.
struct GraphAccountGateway::TemplateListing
{
    Credential credential;
    Answer<std::vector<MessageTemplate>> answer;
    std::vector<MessageTemplate> found;
    QString cursor;
    QSet<QString> seenCursors;
    int perPage = kTemplatesPerPage;
    int pages = 0;
    int restarts = 0;

    void startOver()
    {
        ++restarts;
        found.clear();
        cursor.clear();
        seenCursors.clear();
    }
};

GraphAccountGateway::GraphAccountGateway(GraphTransportOptions options)
    : m_transport{std::move(options)}
{
}

void GraphAccountGateway::fetchNumber(const Credential &credential, Answer<NumberReport> answer)
{
    const QStringList fields{u"display_phone_number"_s,
                             u"verified_name"_s,
                             u"quality_rating"_s,
                             u"status"_s,
                             u"throughput"_s,
                             u"is_on_biz_app"_s,
                             limitField(credential.account.graphVersion)};
    fetchNumberFields(credential, fields, true, std::move(answer));
}

void GraphAccountGateway::fetchNumberFields(const Credential &credential, const QStringList &fields,
                                            bool mayFallBack, Answer<NumberReport> answer)
{
    std::optional<QNetworkRequest> request =
        graphRequest(credential, pathPart(credential.account.phoneNumberId),
                     {
                         {u"fields"_s, fields.join(u',')}
    });
    if (!request)
        return answerLater(std::move(answer), unusableAccount(credential));
    m_transport.get(std::move(*request), [=, this](const GraphAnswer &raw) {
        const GraphAnswer received = raw.withoutSecret(credential.token);
        const std::optional<QJsonObject> json = received.json();
        if (received.httpStatus == 200 && json && !json->contains("error"_L1))
            return answer(numberIn(*json));
        // A version that does not know one of the newer fields refuses them all.
        const std::optional<GraphError> error = graphErrorIn(received);
        if (mayFallBack && error && error->code == kInvalidParameter && error->subcode == 0) {
            const QStringList oldest{u"display_phone_number"_s, u"verified_name"_s, u"quality_rating"_s};
            return fetchNumberFields(credential, oldest, false, answer);
        }
        answer(readError(received));
    });
}

void GraphAccountGateway::fetchTemplates(const Credential &credential,
                                         Answer<std::vector<MessageTemplate>> answer)
{
    auto listing = std::make_shared<TemplateListing>();
    listing->credential = credential;
    listing->answer = std::move(answer);
    fetchTemplatePage(std::move(listing));
}

void GraphAccountGateway::fetchTemplatePage(std::shared_ptr<TemplateListing> listing)
{
    const Credential &credential = listing->credential;
    QUrlQuery query{
        {u"fields"_s, kTemplateFields                  },
        {u"limit"_s,  QString::number(listing->perPage)}
    };
    if (!listing->cursor.isEmpty())
        query.addQueryItem(u"after"_s, QString::fromLatin1(QUrl::toPercentEncoding(listing->cursor)));
    std::optional<QNetworkRequest> request =
        graphRequest(credential, pathPart(credential.account.wabaId) + u"/message_templates"_s, query);
    if (!request)
        return answerLater(std::move(listing->answer), unusableAccount(credential));
    m_transport.get(std::move(*request), [this, listing](const GraphAnswer &raw) {
        readTemplatePage(listing, raw.withoutSecret(listing->credential.token));
    });
}

void GraphAccountGateway::readTemplatePage(const std::shared_ptr<TemplateListing> &listing,
                                           const GraphAnswer &received)
{
    const std::optional<GraphError> error = graphErrorIn(received);
    if (error && error->code == kStaleCursor && listing->restarts < kMostRestarts) {
        listing->startOver();
        return fetchTemplatePage(listing);
    }
    // Large templates: the same page in smaller portions.
    if (received.cut == GraphAnswer::Cut::TooLong && listing->perPage > kFewestTemplatesPerPage) {
        listing->perPage = std::max(kFewestTemplatesPerPage, listing->perPage / 4);
        return fetchTemplatePage(listing);
    }
    const std::optional<QJsonObject> json = received.json();
    if (error || received.httpStatus != 200 || !json || !json->value("data"_L1).isArray())
        return listing->answer(readError(received));

    const QJsonArray page = json->value("data"_L1).toArray();
    for (const QJsonValue value : page) {
        if (std::optional<MessageTemplate> found = readTemplate(value.toObject()))
            listing->found.push_back(std::move(*found));
    }
    // The address in `next` holds the token, so only the cursor is used.
    const QJsonObject paging = json->value("paging"_L1).toObject();
    listing->cursor = paging.value("cursors"_L1)["after"_L1].toString();
    if (!paging.contains("next"_L1) || listing->cursor.isEmpty())
        return listing->answer(std::move(listing->found));

    const bool isRunningInCircles = listing->seenCursors.contains(listing->cursor);
    if (isRunningInCircles || ++listing->pages >= kMostPages) {
        return listing->answer(
            Error{ErrorKind::Network, tr("The list of templates has no end."), u"endless_list"_s,
                  u"%1 templates in %2 pages"_s.arg(listing->found.size()).arg(listing->pages)});
    }
    listing->seenCursors.insert(listing->cursor);
    fetchTemplatePage(listing);
}

void GraphAccountGateway::fetchSubscribedApps(const Credential &credential, Answer<QStringList> answer)
{
    std::optional<QNetworkRequest> request =
        graphRequest(credential, pathPart(credential.account.wabaId) + u"/subscribed_apps"_s);
    if (!request)
        return answerLater(std::move(answer), unusableAccount(credential));
    m_transport.get(std::move(*request), [=](const GraphAnswer &raw) {
        const GraphAnswer received = raw.withoutSecret(credential.token);
        const std::optional<QJsonObject> json = received.json();
        if (received.httpStatus != 200 || !json || !json->value("data"_L1).isArray())
            return answer(readError(received));
        QStringList names;
        const QJsonArray apps = json->value("data"_L1).toArray();
        for (const QJsonValue app : apps) {
            const QJsonValue facts = app["whatsapp_business_api_data"_L1];
            const QString name = facts["name"_L1].toString();
            names << (name.isEmpty() ? facts["id"_L1].toVariant().toString() : name);
        }
        answer(names);
    });
}

void GraphAccountGateway::subscribeApp(const Credential &credential, Answer<QStringList> answer)
{
    std::optional<QNetworkRequest> request =
        graphRequest(credential, pathPart(credential.account.wabaId) + u"/subscribed_apps"_s);
    if (!request)
        return answerLater(std::move(answer), unusableAccount(credential));
    m_transport.postOnce(std::move(*request), "{}"_ba, [=, this](const GraphAnswer &raw) {
        const GraphAnswer received = raw.withoutSecret(credential.token);
        const std::optional<QJsonObject> json = received.json();
        if (received.httpStatus != 200 || !json || !json->value("success"_L1).toBool())
            return answer(readError(received));
        fetchSubscribedApps(credential, answer); // what Meta says now, not what we asked for
    });
}

void GraphAccountGateway::uploadMedia(const Credential &credential, const QString &path,
                                      Answer<QString> answer)
{
    const Result<MediaFile> media = inspectMediaFile(path);
    if (!media)
        return answerLater(std::move(answer), media.error());
    std::optional<QNetworkRequest> request =
        graphRequest(credential, pathPart(credential.account.phoneNumberId) + u"/media"_s);
    if (!request)
        return answerLater(std::move(answer), unusableAccount(credential));

    auto form = std::make_unique<QHttpMultiPart>(QHttpMultiPart::FormDataType);
    auto *file = new QFile{path, form.get()};
    if (!file->open(QIODevice::ReadOnly)) {
        return answerLater(std::move(answer),
                           Error{ErrorKind::BadInput, tr("The file “%1” cannot be read.").arg(path),
                                 u"unreadable_file"_s, file->errorString()});
    }
    form->append(formField(u"messaging_product"_s, "whatsapp"_ba));
    form->append(formField(u"type"_s, media->mimeType));
    QHttpPart filePart;
    filePart.setHeader(
        QNetworkRequest::ContentDispositionHeader,
        u"form-data; name=\"file\"; filename=\"%1\""_s.arg(nameForHeader(QFileInfo{path}.fileName())));
    filePart.setHeader(QNetworkRequest::ContentTypeHeader, media->mimeType);
    filePart.setBodyDevice(file);
    form->append(filePart);

    m_transport.upload(std::move(*request), std::move(form), [=](const GraphAnswer &raw) {
        const GraphAnswer received = raw.withoutSecret(credential.token);
        const std::optional<QJsonObject> json = received.json();
        const QString id = json ? json->value("id"_L1).toVariant().toString() : QString{};
        if (received.httpStatus == 200 && !id.isEmpty())
            return answer(id);
        answer(readError(received));
    });
}

template <typename T>
void GraphAccountGateway::answerLater(Answer<T> answer, Error error)
{
    QMetaObject::invokeMethod(
        &m_transport, [answer = std::move(answer), error = std::move(error)] { answer(Result<T>{error}); },
        Qt::QueuedConnection);
}
