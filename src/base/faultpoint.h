#pragma once

/// A moment at which dying matters: what is on disk and what has left the computer are about to differ.
enum class FaultPoint {
    AfterClaim, ///< claims are on disk, none of them is posted
    BeforeWrite, ///< a message is posted, nothing of its body is handed out
    AfterWrite, ///< the whole body is handed out, no answer is known
    AfterAnswer, ///< an answer has come, nothing of it is on disk
    BeforeCommit, ///< a transaction is complete but for its commit
    InMigration, ///< between two statements that change the schema
};

/// Does nothing. A program of the fault tests brings its own definition, which ends it right there; the
/// linker takes that one instead of ours from the library. So the tests kill the very code that people get,
/// and what people get can neither be told to die nor pays for it.
void reachFaultPoint(FaultPoint point);
