#pragma once

#include <QString>

/// `part`, as a question to a full-text index of three letters each: what it finds holds all of them, in any
/// order. Empty where the part is too short for such an index.
QString trigramQuery(const QString &part);
