#pragma once

#include "domain/sendingwindow.h"

#include <QHash>
#include <QTimeZone>

#include <optional>
#include <vector>

/// Whether a campaign's messages may leave now, and to which countries. Asks the time-zone tables rarely
/// enough to be asked before every message.
class WindowGate
{
public:
    struct View
    {
        bool isOpen = true;
        /// With a window in the recipients' zones: those of their countries that are inside it. Also where
        /// that is all of them, since people of another country may come back at any moment.
        std::optional<std::vector<QString>> regions;
        std::optional<UtcTime> opensAt; ///< while closed; nothing: never
    };

    WindowGate(const SendingWindow &window, const QTimeZone &workspaceZone);

    /// The window counts people's countries, which have to be told.
    bool needsRegions() const { return m_window.usesRecipientZone() && !m_window.isAlwaysOpen(); }
    /// The countries of the people who are still to be sent to ("" for unknown).
    void setRegions(std::vector<QString> regions);

    /// The reference holds until the next call.
    const View &viewAt(UtcTime now);

private:
    void look(UtcTime now);
    void lookByRegion(UtcTime now);
    const std::vector<QTimeZone> &zonesOf(const QString &region);

    SendingWindow m_window;
    QTimeZone m_zone;
    std::vector<QString> m_regions;
    QHash<QString, std::vector<QTimeZone>> m_zonesByRegion;
    View m_view;
    std::optional<UtcTime> m_lookedAt;
    UtcTime m_validUntil;
};
