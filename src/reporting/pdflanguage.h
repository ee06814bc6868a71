#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

/// What Qt's PDF writer cannot say: the language of a finished document, for screen readers, and that a
/// viewer shows its title instead of the file's name. Appended as the update that PDF provides for (ISO
/// 32000-1, 7.5.6). Internal error for a document whose structure is not the one that Qt writes.
Result<QByteArray> withLanguage(const QByteArray &pdf, const QString &language);
