#pragma once

#include "domain/analytics.h"

#include <QString>
#include <QWidget>

#include <functional>
#include <map>
#include <memory>

/// Twelve weeks of a small agency: seven templates, nine campaigns, people in five countries.
AnalyticsFacts sampleAnalyticsFacts();
AnalyticsQuestion sampleAnalyticsQuestion();
/// The figures of both, filtered as asked.
AnalyticsAnswer sampleAnalytics(const AnalyticsRequest &request = {});

/// Pictures of the Analytics page, by name.
std::map<QString, std::function<std::unique_ptr<QWidget>()>> analyticsScenes();
