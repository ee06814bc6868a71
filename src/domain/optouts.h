#pragma once

#include <QString>

/// Whether an answer asks to be left alone: one of the usual words in the languages of our customers ("stop",
/// "unsubscribe", "baja", "parar", "désabonner", "बंद", …) and nothing else of weight, so that "Don't stop!"
/// is no opt-out. Meta defines no such word, so the list is ours.
bool isOptOutText(const QString &text);

/// Whether a button's payload asks for it: "STOP", alone or in front of a colon.
bool isOptOutPayload(const QString &payload);
