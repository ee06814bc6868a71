#pragma once

#include <QString>

/// A name as it is sorted and searched: without case and accents, so that "jose" finds "José". Of ASCII alone
/// it is what SQLite's lower() makes.
QString nameKey(const QString &name);
