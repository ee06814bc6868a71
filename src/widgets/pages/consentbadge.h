#pragma once

#include "presentation/contacttablemodel.h"
#include "widgets/controls/statusbadge.h"

/// The pill of a person's consent; its word is wordFor(ConsentState).
inline Badge badgeFor(ConsentState consent)
{
    switch (consent) {
    case ConsentState::OptedIn: return Badge::Completed;
    case ConsentState::Unknown: return Badge::Skipped;
    case ConsentState::OptedOut: return Badge::OptedOut;
    }
    Q_UNREACHABLE();
}
