#pragma once

#include <QString>

/// "AR" for "Aisha Rahman"; letters of any script with their marks. Empty where a name has no letters.
QString initialsOf(const QString &name);
