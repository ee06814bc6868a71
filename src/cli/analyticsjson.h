#pragma once

#include "workspace/analyticsdesk.h"

#include <QJsonObject>

/// The figures of the Analytics page as a document for scripts: nothing here changes its form.
QJsonObject analyticsJson(const AnalyticsAnswer &answer);
