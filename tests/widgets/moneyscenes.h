#pragma once

#include <QString>
#include <QWidget>

#include <functional>
#include <map>
#include <memory>

/// Pictures of what campaigns cost and bring in, by name.
std::map<QString, std::function<std::unique_ptr<QWidget>()>> moneyScenes();
