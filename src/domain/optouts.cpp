#include "domain/optouts.h"

#include <array>

using namespace Qt::StringLiterals;

namespace {

// Lower case, without accents of the Latin script; a whole answer has to be one of them.
constexpr std::array kOptOutAnswers{
    // English
    u"stop", u"stop all", u"stopall", u"stop promotions", u"stop it", u"please stop", u"stop please",
    u"unsubscribe", u"unsubscribe me", u"opt out", u"optout", u"cancel subscription", u"remove me",
    u"no more messages", u"dont message me", u"do not message me", u"quit",
    // Spanish, Portuguese
    u"baja", u"dar de baja", u"darme de baja", u"dame de baja", u"cancelar suscripcion", u"no mas mensajes",
    u"parar", u"pare", u"sair", u"descadastrar", u"cancelar inscricao", u"remover",
    // French, Italian, German, Dutch
    u"arret", u"arreter", u"desabonner", u"desinscription", u"desinscrire", u"me desabonner", u"annulla",
    u"annulla iscrizione", u"disiscrivi", u"disiscrivimi", u"cancellami", u"stop promozioni", u"basta",
    u"abmelden", u"abbestellen", u"stopp", u"afmelden", u"uitschrijven",
    // Polish, Turkish, Indonesian
    u"wypisz", u"rezygnuje", u"iptal", u"durdur", u"abonelikten cik", u"berhenti", u"batal langganan",
    // Hindi, Marathi, Bengali, Tamil, Telugu, Gujarati, Urdu
    u"बंद", u"बंद करो", u"बंद करें", u"बंद कर दो", u"रोको", u"रोकें", u"रुको", u"थांबवा", u"বন্ধ", u"বন্ধ করুন",
    u"நிறுத்து", u"நிறுத்தவும்", u"ఆపండి", u"ఆపు", u"બંધ કરો", u"બંધ", u"بند کرو", u"بند کریں",
    // Arabic, Hebrew, Russian, Ukrainian
    u"توقف", u"إيقاف", u"ايقاف", u"الغاء الاشتراك", u"إلغاء الاشتراك", u"הסר", u"הסירו", u"стоп",
    u"отписаться", u"отписка", u"відписатися",
    // Chinese, Japanese, Korean, Thai, Vietnamese
    u"退订", u"退訂", u"停止", u"配信停止", u"수신거부", u"중지", u"หยุด", u"ยกเลิก", u"dung", u"huy dang ky"};

/// Lower case, accents of Latin letters dropped, punctuation and emoji dropped, one space between words.
QString plain(const QString &text)
{
    QString letters;
    for (const QChar c : text.normalized(QString::NormalizationForm_D).toLower()) {
        const bool isLatinAccent = c >= QChar{0x0300} && c <= QChar{0x036f};
        if (isLatinAccent || c == u'\'' || c == QChar{0x2019})
            continue;
        letters += c.isLetterOrNumber() || c.isMark() ? c : u' ';
    }
    return letters.normalized(QString::NormalizationForm_C).simplified();
}

} // namespace

const QStringList &usualOptOutAnswers()
{
    static const QStringList answers = [] {
        QStringList list;
        for (const char16_t *source : kOptOutAnswers)
            list << QString{reinterpret_cast<const QChar *>(source)};
        return list;
    }();
    return answers;
}

OptOutAnswers::OptOutAnswers(const QStringList &answers)
{
    for (const QString &answer : answers) {
        if (const QString words = plain(answer); !words.isEmpty())
            m_answers.insert(words);
    }
}

bool OptOutAnswers::contains(const QString &text) const
{
    constexpr qsizetype kLongestAnswer = 200; // longer ones are letters
    return text.size() <= kLongestAnswer && m_answers.contains(plain(text));
}

bool isOptOutPayload(const QString &payload)
{
    const QString word = payload.trimmed();
    if (!word.startsWith("STOP"_L1, Qt::CaseInsensitive))
        return false;
    return word.size() == 4 || !word[4].isLetter();
}
