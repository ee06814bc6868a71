#pragma once

#include "widgets/sceneparts.h"

/// Pictures of the contact book, by name.
SceneMakers contactScenes();
