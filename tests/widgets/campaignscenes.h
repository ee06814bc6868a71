#pragma once

#include <QString>
#include <QWidget>

#include <functional>
#include <map>
#include <memory>

/// Pictures of the campaign page, by name.
std::map<QString, std::function<std::unique_ptr<QWidget>()>> campaignScenes();
