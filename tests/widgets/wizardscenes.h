#pragma once

#include <QString>
#include <QWidget>

#include <functional>
#include <map>
#include <memory>

/// Pictures of the wizard, by name.
std::map<QString, std::function<std::unique_ptr<QWidget>()>> wizardScenes();
