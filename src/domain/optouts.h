#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

/// The usual answers that ask to be left alone, in the languages of our customers ("stop", "unsubscribe",
/// "baja", "parar", "désabonner", "बंद", …). Meta defines no such words, so the list is ours.
const QStringList &usualOptOutAnswers();

/// Answers that ask to be left alone. Case, accents of Latin letters, punctuation and emoji do not matter.
class OptOutAnswers
{
public:
    explicit OptOutAnswers(const QStringList &answers);

    /// Whether the text is one of them and nothing else of weight, so that "Don't stop!" is none.
    bool contains(const QString &text) const;

private:
    QSet<QString> m_answers;
};

/// Whether a button's payload asks for it: "STOP", alone or followed by something that is no letter.
bool isOptOutPayload(const QString &payload);
