#include "widgets/sceneparts.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

std::unique_ptr<MainWindow> windowAround(const QString &place,
                                         const std::function<QWidget *(const QString &)> &pageOf)
{
    auto window = std::make_unique<MainWindow>();
    window->setWorkspace(u"Meridian Journeys"_s, u"/home/meridian/Fanfare"_s);
    const std::array places{
        std::pair{u"campaigns"_s, u"Campaigns"_s},
        std::pair{u"contacts"_s,  u"Contacts"_s },
        std::pair{u"templates"_s, u"Templates"_s}
    };
    for (const auto &[key, title] : places)
        window->addPlace({key, title, key, pageOf(key)});
    window->addPlace({u"settings"_s, u"Settings"_s, u"settings"_s, pageOf(u"settings"_s), true});
    window->setStatus(StatusItem::Account,
                      {Tone::Gray,
                       {},
                       u"Meridian Journeys"_s,
                       u"\u2066+44 7700 900411\u2069 · quality high · up to 80/s"_s});
    window->setStatus(StatusItem::Meta, {Tone::Green, {}, {}, u"Meta reachable · 84 ms"_s});
    window->setStatus(StatusItem::DeliveryEvents,
                      {Tone::Green, {}, {}, u"Delivery events arriving · 1 s ago"_s});
    window->setStatus(StatusItem::DailyUse,
                      {Tone::Gray, u"Last 24 h:"_s, u"8,091"_s, u"of 100,000 people"_s, 0.081});
    window->showPlace(place);
    return window;
}

MessageTemplate lisbonTemplate()
{
    MessageTemplate sample;
    sample.name = u"lisboa_puente"_s;
    sample.language = u"es"_s;
    sample.status = u"APPROVED"_s;
    sample.category = u"MARKETING"_s;
    sample.headerFormat = HeaderFormat::Image;
    sample.body =
        u"*Puente de diciembre en Lisboa* 🇵🇹\n\nHola {{1}}, quedan *las últimas plazas* para Lisboa.\n\n"
        "Salida: {{2}}\nPrecio: desde {{3}}, _vuelo y hotel incluidos_.\n\n¿Te guardamos una?"_s;
    sample.footer = u"Responde BAJA para no recibir más ofertas"_s;
    sample.buttons = {
        {u"URL"_s,         u"Ver el viaje"_s,         u"https://example.com"_s, {}},
        {u"QUICK_REPLY"_s, u"Sí, guárdame plaza"_s, {},                       {}}
    };
    return sample;
}

Error networkError()
{
    return {ErrorKind::Network, u"Meta could not be reached. Check the connection and try again."_s,
            u"network"_s, u"HTTP 0, Connection refused"_s};
}

Error databaseError()
{
    return {ErrorKind::Storage, u"The disk did not answer. Check the disk and try again."_s, u"storage"_s,
            u"disk I/O error"_s};
}
