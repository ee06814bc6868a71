#pragma once

#include <QByteArray>
#include <QList>

#include <random>

/// Makes broken inputs out of sound ones, always the same ones for a seed.
class Mutation
{
public:
    /// `words`: what means something to the reader under test.
    Mutation(quint64 seed, QList<QByteArray> words);

    /// One of the samples, changed in some places; pieces of the others may be in it.
    QByteArray of(const QList<QByteArray> &samples);

    /// Below `limit`.
    qsizetype below(qsizetype limit);

private:
    void change(QByteArray &input, const QList<QByteArray> &samples);

    std::mt19937_64 m_random;
    QList<QByteArray> m_words;
};
