#include "simulator/practicetemplates.h"

#include <QJsonDocument>

namespace {

constexpr char kTemplates[] = R"json([
 {"id": "890400110020301", "name": "monsoon_escapes", "language": "en_US", "status": "APPROVED",
  "category": "MARKETING", "parameter_format": "POSITIONAL",
  "quality_score": {"score": "GREEN", "date": 1793000000}, "rejected_reason": "NONE",
  "components": [
   {"type": "HEADER", "format": "IMAGE",
    "example": {"header_handle": ["https://scontent.whatsapp.net/v/t61/meridian-monsoon-escapes.jpg"]}},
   {"type": "BODY",
    "text": "Hi {{1}}, the hills are calling! 🌿\n\nMisty Munnar, quiet Coorg and the waterfalls of Athirappilly are at their greenest right now. Book a monsoon escape this week and take *{{2}} off* stays of three nights or more, breakfast and transfers included.\n\nShall we hold a room for you?",
    "example": {"body_text": [["Ananya", "20%"]]}},
   {"type": "FOOTER", "text": "Meridian Journeys · travel well"},
   {"type": "BUTTONS", "buttons": [
    {"type": "QUICK_REPLY", "text": "Tell me more"},
    {"type": "QUICK_REPLY", "text": "Stop promotions"},
    {"type": "URL", "text": "See the escapes", "url": "https://www.meridianjourneys.example/escapes/{{1}}",
     "example": ["https://www.meridianjourneys.example/escapes/munnar"]}]}]},

 {"id": "890400110020302", "name": "tour_package_marketing", "language": "en_US", "status": "APPROVED",
  "category": "MARKETING", "parameter_format": "POSITIONAL",
  "quality_score": {"score": "GREEN", "date": 1792800000}, "rejected_reason": "NONE",
  "components": [
   {"type": "HEADER", "format": "TEXT", "text": "Your next journey starts here"},
   {"type": "BODY",
    "text": "Our {{1}} package is open for booking: handpicked hotels, a local guide who knows the shortcuts, and every transfer taken care of.\n\nFrom {{2}} per person, with free changes up to 14 days before departure. Seats on each departure are limited to sixteen travellers.",
    "example": {"body_text": [["Kashmir Valley, 6 days", "₹38,900"]]}},
   {"type": "FOOTER", "text": "Reply STOP to opt out"},
   {"type": "BUTTONS", "buttons": [
    {"type": "QUICK_REPLY", "text": "I'm interested"},
    {"type": "QUICK_REPLY", "text": "Not now"}]}]},

 {"id": "890400110020303", "name": "booking_confirmation", "language": "en_US", "status": "APPROVED",
  "category": "UTILITY", "parameter_format": "NAMED",
  "quality_score": {"score": "GREEN", "date": 1792500000}, "rejected_reason": "NONE",
  "components": [
   {"type": "HEADER", "format": "TEXT", "text": "Booking {{booking_reference}} confirmed",
    "example": {"header_text_named_params": [{"param_name": "booking_reference", "example": "MJ-48213"}]}},
   {"type": "BODY",
    "text": "Hello {{guest_name}}, your trip to {{destination}} is confirmed. ✅\n\nDeparture: {{departure_date}}\nYour documents are in your traveller page. Please check that every name is spelled exactly as in the passport.",
    "example": {"body_text_named_params": [
     {"param_name": "guest_name", "example": "Rohan"},
     {"param_name": "destination", "example": "Bali"},
     {"param_name": "departure_date", "example": "14 December, 06:40"}]}},
   {"type": "FOOTER", "text": "Meridian Journeys, Mumbai"},
   {"type": "BUTTONS", "buttons": [
    {"type": "URL", "text": "Open my trip", "url": "https://www.meridianjourneys.example/my-trips"},
    {"type": "PHONE_NUMBER", "text": "Call us", "phone_number": "+912268427300"}]}]},

 {"id": "890400110020304", "name": "departure_reminder", "language": "hi", "status": "APPROVED",
  "category": "UTILITY", "parameter_format": "POSITIONAL",
  "quality_score": {"score": "GREEN", "date": 1792400000}, "rejected_reason": "NONE",
  "components": [
   {"type": "BODY",
    "text": "नमस्ते {{1}} जी, आपकी {{2}} यात्रा में अब केवल {{3}} दिन बाकी हैं। 🧳\n\nकृपया पहचान पत्र साथ रखें और प्रस्थान से दो घंटे पहले पहुँचें। हमारा प्रतिनिधि निकास द्वार पर आपके नाम की तख्ती के साथ मिलेगा।",
    "example": {"body_text": [["आरव", "जयपुर", "3"]]}},
   {"type": "FOOTER", "text": "मेरिडियन जर्नीज़"},
   {"type": "BUTTONS", "buttons": [
    {"type": "QUICK_REPLY", "text": "ठीक है"},
    {"type": "QUICK_REPLY", "text": "मदद चाहिए"}]}]},

 {"id": "890400110020305", "name": "escapada_verano", "language": "es", "status": "APPROVED",
  "category": "MARKETING", "parameter_format": "NAMED",
  "quality_score": {"score": "YELLOW", "date": 1792950000}, "rejected_reason": "NONE",
  "components": [
   {"type": "HEADER", "format": "TEXT", "text": "Tu escapada de verano ☀️"},
   {"type": "BODY",
    "text": "¡Hola, {{first_name}}! Hemos reservado para ti unos días en {{destination}}: vuelo, hotel junto al mar y desayuno desde {{price}} por persona.\n\nLa oferta termina el domingo. ¿Te la guardamos?",
    "example": {"body_text_named_params": [
     {"param_name": "first_name", "example": "Lucía"},
     {"param_name": "destination", "example": "Menorca"},
     {"param_name": "price", "example": "349 €"}]}},
   {"type": "FOOTER", "text": "Responde BAJA para no recibir más ofertas"},
   {"type": "BUTTONS", "buttons": [
    {"type": "QUICK_REPLY", "text": "Sí, me interesa"},
    {"type": "QUICK_REPLY", "text": "Darme de baja"},
    {"type": "URL", "text": "Ver el viaje", "url": "https://www.meridianjourneys.example/es/viajes"}]}]},

 {"id": "890400110020306", "name": "hello_world", "language": "en_US", "status": "APPROVED",
  "category": "UTILITY", "parameter_format": "POSITIONAL",
  "quality_score": {"score": "UNKNOWN", "date": 1790000000}, "rejected_reason": "NONE",
  "components": [
   {"type": "HEADER", "format": "TEXT", "text": "Hello World"},
   {"type": "BODY",
    "text": "Welcome and congratulations!! This message demonstrates your ability to send a WhatsApp message notification from the Cloud API, hosted by Meta. Thank you for taking the time to test with us."},
   {"type": "FOOTER", "text": "WhatsApp Business Platform sample message"}]},

 {"id": "890400110020307", "name": "weekend_flash_sale", "language": "en_US", "status": "PAUSED",
  "category": "MARKETING", "parameter_format": "POSITIONAL",
  "quality_score": {"score": "RED", "date": 1793900000}, "rejected_reason": "NONE",
  "components": [
   {"type": "BODY",
    "text": "⚡ 48 hours only, {{1}}: city breaks from {{2}} a night. When they are gone, they are gone, so have a look before Sunday midnight.",
    "example": {"body_text": [["Meera", "₹2,499"]]}},
   {"type": "BUTTONS", "buttons": [
    {"type": "URL", "text": "Grab a deal", "url": "https://www.meridianjourneys.example/flash"}]}]},

 {"id": "890400110020308", "name": "travel_points_expiring", "language": "en_US", "status": "REJECTED",
  "category": "UTILITY", "parameter_format": "NAMED",
  "quality_score": {"score": "UNKNOWN", "date": 1793500000}, "rejected_reason": "TAG_CONTENT_MISMATCH",
  "components": [
   {"type": "BODY",
    "text": "{{first_name}}, your {{points}} Meridian points expire soon. Spend them on a weekend away and get a second one at half price!",
    "example": {"body_text_named_params": [
     {"param_name": "first_name", "example": "Kabir"},
     {"param_name": "points", "example": "4,200"}]}}]}
])json";

} // namespace

QJsonArray practiceTemplates()
{
    return QJsonDocument::fromJson(QByteArray::fromRawData(kTemplates, sizeof kTemplates - 1)).array();
}
