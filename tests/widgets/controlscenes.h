#pragma once

#include "widgets/sceneparts.h"

/// Pictures of the controls, by name.
SceneMakers controlScenes();
