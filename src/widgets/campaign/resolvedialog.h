#pragma once

#include "base/clock.h"
#include "presentation/campaignchoices.h"
#include "widgets/controls/dialogs.h"

#include <optional>

/// Asks what to do about messages of which nobody knows whether they went out: what is known, since when, and
/// what each choice risks. Waiting is the default.
class ResolveDialog final : public MessageDialog
{
    Q_OBJECT

public:
    ResolveDialog(int people, std::optional<UtcTime> oldest, UtcTime now, QWidget *parent = nullptr);

signals:
    void chosen(ResolveChoice choice);
};
