#pragma once

#include "base/result.h"

class Clock;
class Database;

/// Pauses (or ends) what delivery events show to be in trouble and nobody has answered yet. What cannot be
/// done is still due afterwards.
Result<> answerTroubles(Database &database, const Clock &clock);

/// The same where an event had to wait for its message and that has become known. Cheap where none had.
Result<> answerLateTroubles(Database &database, const Clock &clock);
