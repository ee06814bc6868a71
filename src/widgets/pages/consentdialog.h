#pragma once

#include "base/clock.h"
#include "domain/contact.h"
#include "widgets/controls/dialogs.h"

class ConsentFields;

/// Asks what somebody agreed to, how and when: the proof that one may write to them.
class ConsentDialog final : public MessageDialog
{
    Q_OBJECT

public:
    /// `isOptedOut`: they said no before, so that a yes must be a later one. `clock` must outlive the dialog,
    /// which deletes itself when closed.
    ConsentDialog(bool isOptedOut, const Clock &clock, QWidget *parent);

    void open() override;

signals:
    /// With a source, without which there is no proof.
    void noted(const OptIn &optIn);

private:
    void submit();

    const Clock &m_clock;
    const QDate m_today; ///< the last day that can be chosen
    ConsentFields *m_fields;
};
