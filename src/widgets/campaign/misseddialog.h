#pragma once

#include "base/clock.h"
#include "domain/ids.h"
#include "widgets/controls/dialogs.h"

#include <vector>

class HintLine;
class QComboBox;
class QDateEdit;
class QTimeEdit;

/// A campaign whose time came while Fanfare was not running.
struct MissedCampaign
{
    CampaignId id;
    QString name;
    UtcTime due;
    int people = 0;

    friend bool operator==(const MissedCampaign &, const MissedCampaign &) = default;
};

/// Asks what becomes of missed campaigns: each is sent now, gets another time, or stays paused.
class MissedDialog final : public MessageDialog
{
    Q_OBJECT

public:
    /// The clock must outlive the dialog.
    MissedDialog(std::vector<MissedCampaign> missed, const Clock &clock, QWidget *parent = nullptr);

signals:
    void sendRequested(CampaignId id);
    void rescheduleRequested(CampaignId id, UtcTime when);
    void leaveRequested(CampaignId id);

public slots:
    /// A new time that has passed keeps it open and says so.
    void done(int result) override;

private:
    enum class Choice { Leave, Send, Reschedule };

    struct Row
    {
        QComboBox *choice = nullptr;
        QWidget *moment = nullptr;
        QDateEdit *day = nullptr;
        QTimeEdit *time = nullptr;
        HintLine *hint = nullptr;
    };

    QWidget *makeRow(const MissedCampaign &missed);
    bool hasFutureTimes();
    UtcTime momentOf(const Row &row) const;

    const std::vector<MissedCampaign> m_missed;
    const Clock &m_clock;
    std::vector<Row> m_rows;
};
