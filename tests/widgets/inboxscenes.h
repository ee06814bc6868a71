#pragma once

#include <QString>

#include <functional>
#include <map>
#include <memory>

class QWidget;

/// The inbox for the gallery, by name.
std::map<QString, std::function<std::unique_ptr<QWidget>()>> inboxScenes();
