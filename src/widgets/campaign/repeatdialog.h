#pragma once

#include "base/clock.h"
#include "domain/recurrence.h"
#include "widgets/controls/dialogs.h"

#include <array>
#include <optional>

class HintLine;
class QButtonGroup;
class QComboBox;
class QSpinBox;
class QTimeEdit;
class TextLabel;

/// When a campaign is made again, and whether it is then sent or waits as a draft.
class RepeatDialog final : public MessageDialog
{
    Q_OBJECT

public:
    /// `present`: how it is repeated now; nothing: not at all. `zone` is the workspace's. The clock must outlive
    /// the dialog.
    RepeatDialog(const QString &campaign, const std::optional<Recurrence> &present, const QTimeZone &zone,
                 const Clock &clock, QWidget *parent = nullptr);

signals:
    void repeatRequested(const RecurrenceRule &rule, OccurrenceAction action);
    void stopRequested();

public slots:
    /// A rule without a day keeps it open and says so.
    void done(int result) override;

private:
    void makeRows();
    void show(const RecurrenceRule &rule, OccurrenceAction action);
    RecurrenceRule rule() const;
    OccurrenceAction action() const;
    void refresh();

    QTimeZone m_zone;
    const Clock &m_clock;
    QString m_ruleZone; ///< of the rule that is shown, where it has one of its own
    QComboBox *m_every;
    QWidget *m_weekRow;
    std::array<Button *, 7> m_days{};
    QWidget *m_monthRow;
    QSpinBox *m_dayOfMonth;
    QTimeEdit *m_time;
    TextLabel *m_zoneWords;
    QButtonGroup *m_actions;
    HintLine *m_hint;
};
