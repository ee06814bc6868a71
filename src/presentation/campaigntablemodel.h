#pragma once

#include "base/clock.h"
#include "domain/campaign.h"
#include "presentation/tablerole.h"

#include <QAbstractTableModel>

#include <array>
#include <optional>
#include <vector>

/// A campaign as one row of the list.
struct CampaignRow
{
    CampaignId id;
    QString name;
    CampaignState state = CampaignState::Draft;
    StateReason reason;
    QString templateName;
    QString language;
    CampaignCounts counts;
    ReachedCounts reached;
    UtcTime createdAt;
    std::optional<UtcTime> scheduledFor;
    std::optional<UtcTime> startedAt;
    std::optional<UtcTime> completedAt;
    double perSecond = 0; ///< while sending: as measured lately
    int draftStep = 0; ///< of a draft: the wizard step where it was left, from 1; 0 when unknown
    std::optional<UtcTime> savedAt; ///< of a draft: when it was last changed
    QString testPlace; ///< what it is in an A/B test (abTestPlaceText()); empty: in none
    bool awaitsChoice = false; ///< a person has to choose the version that it sends

    static CampaignRow of(const Campaign &campaign);
    friend bool operator==(const CampaignRow &, const CampaignRow &) = default;
};

/// What the four cards above the list say.
struct CampaignListTotals
{
    int total = 0;
    int drafts = 0;
    int sending = 0;
    int paused = 0;
    int scheduled = 0;
    int completed = 0;
    int completedLately = 0; ///< in the last 30 days
    int endedBadly = 0; ///< cancelled or failed
    qint64 recipients = 0;

    int active() const { return sending + paused + scheduled; }
    int of(CampaignState state) const { return byState[static_cast<size_t>(state)]; }

    std::array<int, kCampaignStates.size()> byState{};
};

/// All campaigns of the workspace, newest knowledge first come: rows are changed in place, never reset by an
/// update. StatusRole is a CampaignState; SecondLineRole and EmphasisRole belong to the columns Name,
/// Template and ScheduledFor.
class CampaignTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Name,
        Status,
        Template,
        Progress,
        Sent,
        Delivered,
        Read,
        Failed,
        Responded,
        DeliveryRate,
        Created,
        ScheduledFor,
        ColumnCount,
    };

    explicit CampaignTableModel(const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// A whole new list.
    void setCampaigns(std::vector<CampaignRow> campaigns);
    /// Changes the rows of these campaigns where something differs; unknown ones are added at the top.
    void updateCampaigns(const std::vector<CampaignRow> &campaigns);
    void removeCampaign(CampaignId id);
    /// Repaints what depends on the time of day ("starts in 22 h").
    void refreshTimes();

    const CampaignRow &campaignAt(int row) const { return m_campaigns[static_cast<size_t>(row)]; }
    /// -1 when it is not in the list.
    int rowOf(CampaignId id) const;
    CampaignListTotals totals() const;

private:
    QString text(const CampaignRow &campaign, int column) const;
    QString secondLine(const CampaignRow &campaign, int column) const;
    QString stateLine(const CampaignRow &campaign) const;
    QVariant sortValue(const CampaignRow &campaign, int column) const;

    const Clock &m_clock;
    std::vector<CampaignRow> m_campaigns;
};

/// The part of the settled people, 0 to 1; nothing before a campaign was started.
std::optional<double> settledShare(const CampaignRow &campaign);
