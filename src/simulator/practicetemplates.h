#pragma once

#include <QJsonArray>

/// The eight templates of the travel agency "Meridian Journeys", as Meta's API lists them.
QJsonArray practiceTemplates();
