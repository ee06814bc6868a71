#include "widgets/samples.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class StillClock final : public Clock
{
public:
    UtcTime now() const override { return Samples::momentOf(u"2026-11-19T11:42:00"_s); }
    MonotonicTime monotonic() const override { return {}; }
};

MessageTemplate makeTemplate(const QString &name, const QString &language, const QString &category,
                             const QString &status, const QString &quality)
{
    MessageTemplate made;
    made.name = name;
    made.language = language;
    made.category = category;
    made.status = status;
    made.quality = quality;
    made.body = u"Hola {{1}}"_s;
    made.examples = {
        {u"1"_s, u"Lucía"_s}
    };
    return made;
}

AudienceRow row(qint64 number, const QString &text, const QString &e164, const QString &name,
                const QString &salida, const QString &precio)
{
    AudienceRow made;
    made.row = number;
    made.phoneText = text;
    made.e164 = e164;
    made.name = name;
    made.values = {
        {u"1"_s,  name.section(u' ', 0, 0)},
        {u"2"_s,     salida                     },
        {u"3"_s,precio}
    };
    made.country = u"ES"_s;
    return made;
}

AudienceRow refused(AudienceRow base, const QString &reason)
{
    base.verdict = AudienceVerdict::Invalid;
    base.reason = reason;
    base.e164.clear();
    return base;
}

} // namespace

UtcTime Samples::momentOf(const QString &isoText)
{
    return fromDateTime(QDateTime::fromString(isoText, Qt::ISODate));
}

const Clock &Samples::clock()
{
    static const StillClock still;
    return still;
}

PhoneFormat Samples::phoneFormat()
{
    return [](const QString &e164) {
        if (e164.startsWith(u"+34"))
            return u"+34 %1 %2 %3"_s.arg(e164.mid(3, 3), e164.mid(6, 3), e164.mid(9));
        if (e164.startsWith(u"+447"))
            return u"+44 %1 %2"_s.arg(e164.mid(3, 4), e164.mid(7));
        if (e164.startsWith(u"+91"))
            return u"+91 %1 %2"_s.arg(e164.mid(3, 5), e164.mid(8));
        if (e164.startsWith(u"+971"))
            return u"+971 %1 %2 %3"_s.arg(e164.mid(4, 2), e164.mid(6, 3), e164.mid(9));
        if (e164.startsWith(u"+1"))
            return u"+1 %1-%2-%3"_s.arg(e164.mid(2, 3), e164.mid(5, 3), e164.mid(8));
        return e164;
    };
}

std::vector<MessageTemplate> Samples::templates()
{
    MessageTemplate lisboa =
        makeTemplate(u"lisboa_puente"_s, u"es"_s, u"MARKETING"_s, u"APPROVED"_s, u"GREEN"_s);
    lisboa.headerFormat = HeaderFormat::Image;
    lisboa.body =
        u"*Puente de diciembre en Lisboa* 🇵🇹\n\nHola {{1}}, quedan *las últimas plazas* para Lisboa.\n\n"
        "Salida: {{2}}\nPrecio: desde {{3}}, _vuelo y hotel incluidos_.\n\n¿Te guardamos una?"_s;
    lisboa.footer = u"Responde BAJA para no recibir más ofertas"_s;
    lisboa.buttons = {
        {u"URL"_s,         u"Ver el viaje"_s,         u"https://example.com"_s, {}},
        {u"QUICK_REPLY"_s, u"Sí, guárdame plaza"_s, {},                       {}}
    };
    lisboa.examples = {
        {u"1"_s, u"Lucía"_s        },
        {u"2"_s, u"5 de diciembre"_s},
        {u"3"_s, u"289 €"_s       }
    };
    MessageTemplate named =
        makeTemplate(u"rajasthan_winter"_s, u"hi"_s, u"MARKETING"_s, u"APPROVED"_s, u"GREEN"_s);
    named.isNamed = true;
    named.body = u"नमस्ते {{naam}}, सर्दियों में राजस्थान 🐪"_s;
    named.examples = {
        {u"naam"_s, u"आरव"_s}
    };
    return {lisboa,
            makeTemplate(u"lisboa_weekend"_s, u"en_GB"_s, u"MARKETING"_s, u"APPROVED"_s, u"YELLOW"_s),
            makeTemplate(u"lisboa_recordatorio"_s, u"es"_s, u"UTILITY"_s, u"PENDING"_s, {}),
            makeTemplate(u"lisboa_verano"_s, u"es"_s, u"MARKETING"_s, u"REJECTED"_s, {}),
            named,
            makeTemplate(u"goa_newyear_offer"_s, u"en"_s, u"MARKETING"_s, u"APPROVED"_s, u"GREEN"_s),
            makeTemplate(u"dubai_newyear"_s, u"ar"_s, u"MARKETING"_s, u"APPROVED"_s, u"GREEN"_s),
            makeTemplate(u"visa_documents"_s, u"en"_s, u"UTILITY"_s, u"APPROVED"_s, u"GREEN"_s)};
}

std::vector<SenderNumber> Samples::senders()
{
    return {
        {{1}, u"Meridian Journeys · \u2066+44 7700 900411\u2069"_s}
    };
}

CampaignDraft Samples::draft()
{
    CampaignDraft made;
    made.id = {7};
    made.accountId = {1};
    made.name = u"Puente de diciembre: Lisboa 🇵🇹"_s;
    made.description = u"Última llamada para el puente. Clientes de Madrid con consentimiento desde 2024."_s;
    made.templateName = u"lisboa_puente"_s;
    made.language = u"es"_s;
    made.settings.headerMedia = HeaderMedia::fromText(u"https://example.com/lisboa-tranvia.jpg"_s);
    made.settings.defaults = {
        {u"2"_s, u"esta semana"_s}
    };
    made.when = SendWhen::AtTime;
    made.scheduledFor = momentOf(u"2026-11-23T10:00:00"_s);
    return made;
}

AudiencePreview Samples::preview()
{
    AudiencePreview made;
    made.source = AudienceSource::file(QDir::homePath() + u"/clientes_madrid_nov.csv"_s);
    made.encoding = u"windows-1252"_s;
    made.delimiter = u";"_s;
    made.country = u"ES"_s;
    made.columns = {
        {u"nombre"_s, u"Lucía Fernández"_s},
        {u"móvil"_s, u"600 000 274"_s      },
        {u"país"_s,  u"España"_s          },
        {u"salida"_s, u"5 de diciembre"_s   },
        {u"hotel"_s,  u"Lisboa Plaza"_s     },
        {u"pvp"_s,    u"289 €"_s          }
    };
    made.columnOf = {
        {u"phone"_s, 1},
        {u"name"_s,  0},
        {u"1"_s,     0},
        {u"2"_s,     3},
        {u"3"_s,     5}
    };
    made.counts = {1420, 1377, 18, 16, 9, {{u"2"_s, 12}}};

    AudienceRow tooShort =
        refused(row(7, u"91 555 01"_s, {}, u"Hostal Sol"_s, u"6 de diciembre"_s, u"289 €"_s), u"too_short"_s);
    tooShort.digitsMissing = 2;
    AudienceRow duplicate =
        row(6, u"+34 600 000 274"_s, {}, u"Lucía Fernandez"_s, u"5 de diciembre"_s, u"289 €"_s);
    duplicate.verdict = AudienceVerdict::Duplicate;
    duplicate.sameAsRow = 2;
    AudienceRow british =
        row(8, u"07700 900655"_s, u"+447700900655"_s, u"Emma Clarke"_s, u"6 de diciembre"_s, u"305 €"_s);
    british.remark = u"Column “país” says UK"_s;
    AudienceRow optedOut =
        row(9, u"+34 600 000 903"_s, u"+34600000903"_s, u"Iván Soler"_s, u"5 de diciembre"_s, u"289 €"_s);
    optedOut.verdict = AudienceVerdict::OptedOut;
    optedOut.remark = u"Opted out on 3 May 2026 by replying BAJA"_s;
    made.rows = {
        row(2, u"600 000 274"_s, u"+34600000274"_s, u"Lucía Fernández"_s, u"5 de diciembre"_s, u"289 €"_s),
        row(3, u"0034 600-000-118"_s, u"+34600000118"_s, u"Marta Ruiz 🌷"_s, u"5 de diciembre"_s, u"289 €"_s),
        refused(row(4, u"6,00E+08"_s, {}, u"Javier Ortega"_s, u"6 de diciembre"_s, u"305 €"_s),
                u"precision_lost"_s),
        row(5, u"(600) 000 441"_s, u"+34600000441"_s, u"Nuria Vidal"_s, {}, u"289 €"_s),
        duplicate,
        tooShort,
        british,
        optedOut,
        refused(row(10, u"pendiente"_s, {}, u"Carmen Díaz"_s, u"5 de diciembre"_s, u"289 €"_s),
                u"not_a_number"_s),
        row(11, u"+34 600 000 512"_s, u"+34600000512"_s, u"Álvaro Gil 🧳"_s, u"5 de diciembre"_s,
            u"289 €"_s),
        row(12, u"+971 50 000 0836"_s, u"+971500000836"_s, u"ليلى حداد"_s, u"5 de diciembre"_s, u"289 €"_s),
        row(13, u"+91 90000 00127"_s, u"+919000000127"_s, u"आरव शर्मा"_s, u"5 de diciembre"_s, u"289 €"_s),
        row(14, u"600000615"_s, u"+34600000615"_s,
            u"María de los Ángeles Fernández-Villaverde y Rodríguez de la Fuente"_s, u"5 de diciembre"_s,
            u"289 €"_s)};
    return made;
}

std::vector<PreflightCheck> Samples::checks()
{
    return {
        {u"name"_s,            CheckLevel::Pass, u"It is called “Puente de diciembre: Lisboa”."_s       },
        {u"template"_s,        CheckLevel::Pass, u"lisboa_puente is approved, quality high."_s              },
        {u"recipients"_s,      CheckLevel::Pass, u"1,377 people will get this campaign."_s                  },
        {u"variables"_s,       CheckLevel::Pass, u"Every value is filled in for every person."_s            },
        {u"header_media"_s,    CheckLevel::Pass, u"The header file is ready."_s                             },
        {u"account"_s,         CheckLevel::Pass, u"The number +44 7700 900411 is connected."_s              },
        {u"messaging_limit"_s, CheckLevel::Pass,
         u"91,909 more people may be written to in these 24 hours."_s                                       },
        {u"rate"_s,            CheckLevel::Pass, u"The rate is 10/min."_s                                   },
        {u"opt_outs"_s,        CheckLevel::Pass, u"9 people opted out and will not get it."_s               },
        {u"opt_in"_s,          CheckLevel::Warn, u"212 people have no recorded opt-in. Meta requires one."_s},
        {u"us_marketing"_s,    CheckLevel::Warn,
         u"Meta does not deliver marketing to US numbers: 6 people will not get it."_s                      },
        {u"window"_s,          CheckLevel::Pass, u"The send window is open at the start."_s                 },
    };
}

CostEstimate Samples::cost()
{
    CostEstimate estimate;
    estimate.currency = u"GBP"_s;
    estimate.cardDate = QDate{2026, 10, 1};
    estimate.total = Money{61'590'000};
    estimate.highest = estimate.total;
    estimate.lines = {
        CostLine{u"ES"_s, u"Spain"_s,          1302, Money{58'590'000}},
        CostLine{u"GB"_s, u"United Kingdom"_s, 75,   Money{3'000'000} }
    };
    return estimate;
}

RateCard Samples::rateCard()
{
    std::vector<Rate> rates;
    qint64 price = 45'000;
    for (const QString &market : {u"Spain"_s, u"United Kingdom"_s, u"India"_s, u"Rest of Western Europe"_s}) {
        rates.push_back({market, PriceCategory::Marketing, 1, Money{price}});
        rates.push_back({market, PriceCategory::Utility, 1, Money{price / 3}});
        rates.push_back({market, PriceCategory::Authentication, 1, Money{price / 3}});
        price += 3'500;
    }
    rates.push_back({u"India"_s, PriceCategory::Utility, 100'001, Money{9'000}});
    RateCard card{
        u"GBP"_s, QDate{2026, 10, 1},
         std::move(rates)
    };
    card.id = 1;
    card.fileName = u"GBP_rates.csv"_s;
    card.importedAt = momentOf(u"2026-11-19T09:12:00"_s);
    return card;
}

RecipientSample Samples::sample(qint64 place)
{
    return {
        place,
        1377,
        u"+34600000274"_s,
        u"Lucía Fernández"_s,
        {{u"1"_s, u"Lucía"_s},   {u"2"_s, u"5 de diciembre"_s}, {u"3"_s, u"289 €"_s}},
        {                      }
    };
}

std::vector<Recipient> Samples::draftPeople(int offset, int count)
{
    std::vector<Recipient> people = recipients(offset, count);
    for (Recipient &recipient : people) {
        recipient.progress = {};
        recipient.error.reset();
        recipient.response.clear();
        recipient.variables = {
            {u"1"_s, recipient.name.section(u' ', 0, 0)},
            {u"3"_s,    u"289 €"_s                              }
        };
        if (recipient.id.value % 4 != 0)
            recipient.variables.insert(u"2"_s, u"5 de diciembre"_s);
    }
    return people;
}

Campaign Samples::campaign()
{
    Campaign made;
    made.id = {3};
    made.accountId = {1};
    made.name = u"New Year in Goa, early bird 🌴"_s;
    made.templateName = u"goa_newyear_offer"_s;
    made.language = u"en"_s;
    made.state = CampaignState::Sending;
    made.createdAt = momentOf(u"2026-11-18T16:02:00"_s);
    made.startedAt = momentOf(u"2026-11-19T11:29:35"_s);
    made.counts.set(RecipientStatus::Pending, 4880);
    made.counts.set(RecipientStatus::Sending, 3);
    made.counts.set(RecipientStatus::Sent, 305);
    made.counts.set(RecipientStatus::Delivered, 4080);
    made.counts.set(RecipientStatus::Read, 2674);
    made.counts.set(RecipientStatus::Responded, 188);
    made.counts.set(RecipientStatus::Failed, 155);
    made.counts.set(RecipientStatus::OptedOut, 9);
    made.counts.set(RecipientStatus::Skipped, 180);
    made.counts.set(RecipientStatus::Unconfirmed, 6);
    made.reached = {7380, 6951, 2871, 188};
    return made;
}

std::vector<Recipient> Samples::recipients(int offset, int count)
{
    struct Person
    {
        const char16_t *phone;
        const char16_t *name;
        RecipientStatus status;
        std::chrono::seconds sent;
        std::chrono::seconds delivered;
        std::chrono::seconds read;
        std::chrono::seconds responded;
        int attempts;
        const char16_t *message;
        const char16_t *advice;
    };
    static const std::array people{
        Person{u"+447700900318", u"Aisha Rahman",                                                         RecipientStatus::Responded,   6s,  9s,  87s,  405s, 1, u"",                               u""                                  },
        Person{u"+919000000127", u"आरव शर्मा",                                            RecipientStatus::Read,        6s,  8s,  262s, 0s,   1, u"",                               u""                                  },
        Person{u"+34600000274",  u"Lucía Fernández",                                                    RecipientStatus::Delivered,   17s, 21s, 0s,   0s,   2, u"",
               u""                                                                                                                                                                                                                       },
        Person{u"+447700900562", u"Oliver Grant",                                                         RecipientStatus::Failed,      0s,  0s,  0s,   0s,   1,
               u"Not reachable on WhatsApp.",                                                                                                                                                       u"Check the number with the customer"},
        Person{u"+971500000836", u"ليلى حداد",                                                    RecipientStatus::Unconfirmed, 0s,  0s,  0s,   0s,   1, u"",                               u""                                  },
        Person{u"+447700900047", u"Priya Nair 🌸",                                                      RecipientStatus::OptedOut,    0s,  0s,  0s,   0s,   0, u"",                               u""                                  },
        Person{u"+12025550143",  u"Maya Thompson",                                                        RecipientStatus::Failed,      0s,  0s,  0s,   0s,   1,
               u"Held back by Meta.",                                                                                                                                                               u"Do not retry for 24 hours"         },
        Person{u"+447700900921",
               u"María de los Ángeles Fernández-Villaverde y Rodríguez de la Fuente 👩🏽‍💼", RecipientStatus::Skipped,     0s,  0s,  0s,   0s,   0, u"Meta would refuse this number.", u""                                  },
        Person{u"+447700900655", u"",                                                                     RecipientStatus::Sent,        40s, 0s,  0s,   0s,   1, u"",                               u""                                  },
        Person{u"+919000000555", u"குமரன் செல்வம்",                             RecipientStatus::Pending,     0s,  0s,  0s,   0s,   0, u"",                               u""                                  },
    };
    const UtcTime start = momentOf(u"2026-11-19T11:29:35"_s);
    std::vector<Recipient> made;
    for (int i = offset; i < offset + count; ++i) {
        const Person &person = people[static_cast<size_t>(i) % people.size()];
        Recipient recipient;
        recipient.id = {i + 1};
        recipient.phone = *PhoneNumber::fromE164(QStringView{person.phone});
        recipient.name = QString::fromUtf16(person.name);
        recipient.progress.status = person.status;
        const auto at = [start](std::chrono::seconds later) {
            return later > 0s ? std::optional{start + later} : std::nullopt;
        };
        recipient.progress.sentAt = at(person.sent);
        recipient.progress.deliveredAt = at(person.delivered);
        recipient.progress.readAt = at(person.read);
        recipient.progress.respondedAt = at(person.responded);
        recipient.attempts = person.attempts;
        if (*person.message)
            recipient.error = RecipientError{
                u"1"_s, QString::fromUtf16(person.message), QString::fromUtf16(person.advice), {}};
        if (person.status == RecipientStatus::Responded)
            recipient.response = u"Is the sea-view room still free?"_s;
        made.push_back(std::move(recipient));
    }
    return made;
}

std::vector<Contact> Samples::contacts(int offset, int count)
{
    struct Person
    {
        QString phone;
        QString region;
        QString name;
        QStringList tags;
        int consent; ///< 0 opted in, 1 not recorded, 2 opted out
    };
    static const std::vector<Person> people{
        {u"+447700900318"_s,  u"GB"_s, u"Aisha Rahman"_s,                                    {u"family"_s, u"goa"_s, u"london"_s}, 0},
        {u"+919000000127"_s,  u"IN"_s, u"आरव शर्मा"_s,                       {u"goa"_s},                           0},
        {u"+34600000274"_s,   u"ES"_s, u"Lucía Fernández"_s,                               {},                                   1},
        {u"+447700900562"_s,  u"GB"_s, u"Oliver Grant"_s,                                    {u"vip"_s},                           0},
        {u"+971500000836"_s,  u"AE"_s, u"ليلى حداد"_s,                               {u"family"_s},                        0},
        {u"+447700900047"_s,  u"GB"_s, u"Priya Nair 🌸"_s,                                 {u"goa"_s, u"family"_s},              2},
        {u"+12025550143"_s,   u"US"_s, u"Maya Thompson"_s,                                   {},                                   1},
        {u"+447700900921"_s,  u"GB"_s, {},                                                   {},                                   1},
        {u"+4915550001234"_s, u"DE"_s, u"Maximiliane Freifrau von Hohenstein-Lichtenfels"_s, {u"reise"_s},                         0},
    };
    std::vector<Contact> contacts;
    for (int i = offset; i < offset + count; ++i) {
        const Person &person = people[static_cast<size_t>(i) % people.size()];
        Contact contact;
        contact.id = {i + 1};
        contact.phone = PhoneNumber::fromE164(person.phone).value_or(PhoneNumber{});
        contact.region = person.region;
        contact.name = person.name;
        contact.tags = person.tags;
        contact.attributes = {
            {u"City"_s,      u"Harrow"_s    },
            {u"Last trip"_s, u"2026-04-18"_s},
            {u"Trips"_s,     u"7"_s         }
        };
        contact.createdAt = momentOf(u"2026-03-12T10:00:00"_s) + std::chrono::hours{i % 5000};
        if (person.consent == 0) {
            contact.optedInAt = momentOf(u"2025-03-12T10:00:00"_s);
            contact.optInSource = u"web form"_s;
            contact.optInWords = u"Yes, write to me about new trips on WhatsApp."_s;
            contact.optInFile = u"3f2a9c01d7e84b55aa60f1c2b3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6"_s;
        }
        if (person.consent == 2) {
            contact.isSuppressed = true;
            contact.optedOutAt = momentOf(u"2026-11-19T11:31:00"_s);
            contact.optOutSource = u"reply"_s;
        }
        contacts.push_back(contact);
    }
    return contacts;
}

ContactFigures Samples::contactFigures(int people)
{
    ContactFigures figures;
    figures.all = people;
    figures.optedIn = people * 7LL / 10;
    figures.unknown = people * 28LL / 100;
    figures.optedOut = figures.all - figures.optedIn - figures.unknown;
    figures.tags = {
        {u"family"_s, people / 5 },
        {u"goa"_s,    people / 4 },
        {u"vip"_s,    people / 50}
    };
    figures.countries = {
        {u"DE"_s, people / 9    },
        {u"GB"_s, people / 9 * 4},
        {u"IN"_s, people / 9    }
    };
    figures.attributes = {
        {u"City"_s,      AttributeType::Text  },
        {u"Last trip"_s, AttributeType::Date  },
        {u"Trips"_s,     AttributeType::Number}
    };
    return figures;
}

std::vector<ContactHappening> Samples::history()
{
    const QString goa = u"New Year in Goa, early bird 🌴"_s;
    return {
        {momentOf(u"2026-11-19T11:36:20"_s),
         goa,                                                      u"Is the sea-view room still free? We would be two adults."_s,
         {},
         true,                                                                                                                                                       false},
        {momentOf(u"2026-11-19T11:29:41"_s), goa,                  {},                                                            RecipientStatus::Responded, false, false},
        {momentOf(u"2026-10-20T10:02:00"_s), u"Diwali getaways"_s, {},                                                            RecipientStatus::Read,      false, false},
        {momentOf(u"2026-06-02T09:15:00"_s),
         u"Trip feedback"_s,                                       {},
         RecipientStatus::Delivered,
         false,                                                                                                                                                      false},
    };
}
