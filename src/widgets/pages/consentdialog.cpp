#include "widgets/pages/consentdialog.h"

#include "widgets/controls/button.h"
#include "widgets/pages/consentfields.h"

using namespace Qt::StringLiterals;

ConsentDialog::ConsentDialog(bool isOptedOut, const Clock &clock, QWidget *parent)
    : MessageDialog{tr("What did they agree to?"),
                    isOptedOut ? tr("They opted out before. Note it only if they have agreed again since: "
                                    "campaigns reach them from now on.")
                               : tr("It is kept as the proof that you may write to them."),
                    parent}
    , m_clock{clock}
    , m_today{toDateTime(clock.now()).toLocalTime().date()}
    , m_fields{new ConsentFields{m_today}}
{
    setObjectName(u"consentDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    addContent(m_fields);
    addButton(tr("Cancel"), ButtonKind::Outlined, QDialog::Rejected);
    Button *save = addButton(tr("Note it"), ButtonKind::Primary, QDialog::Accepted);
    save->setObjectName(u"saveConsent"_s);
    save->disconnect(this); // what is written is checked first
    save->setDefault(true);
    connect(save, &Button::clicked, this, &ConsentDialog::submit);
}

void ConsentDialog::open()
{
    MessageDialog::open();
    m_fields->setFocus();
}

void ConsentDialog::submit()
{
    if (!m_fields->check())
        return;
    // Today is now: an opt-out of this morning must not be later.
    const UtcTime at =
        m_fields->day() == m_today ? m_clock.now() : fromDateTime(m_fields->day().startOfDay());
    emit noted({at, m_fields->source(), m_fields->words(), {}});
    accept();
}
