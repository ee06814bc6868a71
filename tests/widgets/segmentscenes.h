#pragma once

#include <QString>
#include <QWidget>

#include <functional>
#include <map>
#include <memory>

/// Pictures of segments and of the choice of an audience, by name.
std::map<QString, std::function<std::unique_ptr<QWidget>()>> segmentScenes();
