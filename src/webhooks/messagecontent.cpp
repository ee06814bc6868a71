#include "webhooks/messagecontent.h"

#include "webhooks/webhookvalues.h"

#include <QJsonArray>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

/// "2 × SKU1, 49.9 EUR".
QString orderedText(const QJsonValue &product)
{
    const QString item =
        u"%1 × %2"_s.arg(numberIn(product, "quantity"_L1)).arg(idIn(product, "product_retailer_id"_L1));
    constexpr int kDigits = 10;
    const QString currency = textIn(product, "currency"_L1);
    if (currency.isEmpty() || !product["item_price"_L1].isDouble())
        return item;
    return u"%1, %2 %3"_s.arg(item).arg(product["item_price"_L1].toDouble(), 0, 'g', kDigits).arg(currency);
}

/// "45.4, 9.1": exact enough for a door.
QString placeText(const QJsonValue &location)
{
    constexpr int kDigits = 9;
    return u"%1, %2"_s.arg(location["latitude"_L1].toDouble(), 0, 'g', kDigits)
        .arg(location["longitude"_L1].toDouble(), 0, 'g', kDigits);
}

QString cardText(const QJsonValue &contact)
{
    QStringList parts{textIn(contact["name"_L1], "formatted_name"_L1)};
    const QJsonArray phones = contact["phones"_L1].toArray();
    for (const QJsonValue phone : phones)
        parts << textIn(phone, "phone"_L1);
    return joinedParts(parts);
}

} // namespace

void readContent(const QJsonValue &json, InboundMessageEvent &event)
{
    const QString &type = event.type;
    const QJsonValue content = json[type];
    if (type == "text"_L1) {
        event.text = textIn(content, "body"_L1);
    } else if (type == "button"_L1) {
        event.text = textIn(content, "text"_L1);
        event.payload = textIn(content, "payload"_L1);
    } else if (type == "interactive"_L1) {
        for (const auto kind : {"button_reply"_L1, "list_reply"_L1}) {
            if (content[kind].isObject()) {
                event.text = textIn(content[kind], "title"_L1);
                event.payload = textIn(content[kind], "id"_L1);
            }
        }
        if (content["nfm_reply"_L1].isObject()) {
            event.text = textIn(content["nfm_reply"_L1], "body"_L1);
            event.payload = textIn(content["nfm_reply"_L1], "response_json"_L1);
        }
        if (content["call_permission_reply"_L1].isObject())
            event.text = textIn(content["call_permission_reply"_L1], "response"_L1);
    } else if (type == "reaction"_L1) {
        event.text = textIn(content, "emoji"_L1);
        event.inReplyTo = textIn(content, "message_id"_L1);
    } else if (type == "order"_L1) {
        event.text = textIn(content, "text"_L1);
        QStringList items;
        const QJsonArray products = content["product_items"_L1].toArray();
        for (const QJsonValue product : products)
            items << orderedText(product);
        event.payload = items.join(u'\n');
        if (event.text.isEmpty())
            event.text = event.payload;
    } else if (type == "location"_L1) {
        const QString place = joinedParts({textIn(content, "name"_L1), textIn(content, "address"_L1)});
        event.payload = placeText(content);
        event.text = place.isEmpty() ? event.payload : place;
    } else if (type == "contacts"_L1) {
        QStringList cards;
        const QJsonArray contacts = content.toArray();
        for (const QJsonValue contact : contacts)
            cards << cardText(contact);
        event.text = cards.join(u"; "_s);
    } else if (type == "edit"_L1) { // tells the whole message as it reads now
        InboundMessageEvent edited;
        edited.type = textIn(content["message"_L1], "type"_L1);
        readContent(content["message"_L1], edited);
        event.text = edited.text;
        event.payload = edited.payload;
    } else {
        // Pictures and other media, and what may come later.
        event.media = {idIn(content, "id"_L1), textIn(content, "mime_type"_L1), textIn(content, "sha256"_L1),
                       textIn(content, "filename"_L1)};
        event.text = textIn(content, "caption"_L1);
        if (event.text.isEmpty())
            event.text = textIn(content, "filename"_L1);
        if (event.text.isEmpty())
            event.text = textIn(content, "body"_L1);
    }
}
