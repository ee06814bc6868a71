#include "support/mutation.h"

#include <array>

Mutation::Mutation(quint64 seed, QList<QByteArray> words)
    : m_random{seed}
    , m_words{std::move(words)}
{
}

QByteArray Mutation::of(const QList<QByteArray> &samples)
{
    QByteArray input = samples[below(samples.size())];
    for (qsizetype changes = 1 + below(6); changes > 0; --changes)
        change(input, samples);
    return input;
}

qsizetype Mutation::below(qsizetype limit)
{
    // Not a std::uniform_int_distribution: every library has its own, and a seed has to mean the same
    // anywhere.
    return limit <= 0 ? 0 : qsizetype(m_random() % quint64(limit));
}

void Mutation::change(QByteArray &input, const QList<QByteArray> &samples)
{
    constexpr std::array kNastyBytes{'\0', '\x01', '\t',   '\n',   '\r',   ' ',    '"',   '\'', '+',
                                     ',',  '.',    '0',    '9',    ';',    '<',    '=',   '>',  '&',
                                     '\\', '\x7F', '\x80', '\xC3', '\xE2', '\xFE', '\xFF'};
    constexpr qsizetype kLongestPiece = 64;
    constexpr qsizetype kMostRepetitions = 300;
    const qsizetype at = below(input.size() + 1);
    const qsizetype length = std::min(1 + below(kLongestPiece), input.size() - at);
    switch (below(9)) {
    case 0:
        if (length > 0)
            input[at] = char(input[at] ^ char(1 << below(8)));
        break;
    case 1:
        if (length > 0)
            input[at] = kNastyBytes[size_t(below(kNastyBytes.size()))];
        break;
    case 2: input.insert(at, kNastyBytes[size_t(below(kNastyBytes.size()))]); break;
    case 3: input.remove(at, length); break;
    case 4: input.insert(at, input.mid(at, length).repeated(1 + below(4))); break;
    case 5: input.insert(at, m_words[below(m_words.size())]); break;
    case 6: input.insert(at, m_words[below(m_words.size())].repeated(1 + below(kMostRepetitions))); break;
    case 7: {
        const QByteArray &other = samples[below(samples.size())];
        input = input.left(at) + other.mid(below(other.size() + 1));
        break;
    }
    case 8: input.truncate(at); break;
    }
}
