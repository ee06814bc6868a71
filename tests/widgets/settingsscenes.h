#pragma once

#include "widgets/sceneparts.h"

/// Pictures of the settings and of connecting a number, by name.
SceneMakers settingsScenes();
