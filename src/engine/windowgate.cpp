#include "engine/windowgate.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {
constexpr std::chrono::milliseconds kLookAgain = 30s; // also the longest that a moved clock goes unseen
}

WindowGate::WindowGate(const SendingWindow &window, const QTimeZone &workspaceZone)
    : m_window{window}
    , m_zone{zoneOf(window, workspaceZone)}
{
}

void WindowGate::setRegions(std::vector<QString> regions)
{
    m_regions = std::move(regions);
    m_lookedAt.reset();
}

const WindowGate::View &WindowGate::viewAt(UtcTime now)
{
    if (!m_lookedAt || now < *m_lookedAt || now >= m_validUntil)
        look(now);
    return m_view;
}

void WindowGate::look(UtcTime now)
{
    m_lookedAt = now;
    m_validUntil = now + kLookAgain;
    m_view = {};
    if (m_window.isAlwaysOpen())
        return;
    if (needsRegions()) {
        lookByRegion(now);
        return;
    }
    const std::chrono::milliseconds open = openFor(m_window, now, m_zone);
    if (open > 0ms) {
        m_validUntil = std::min(m_validUntil, now + open);
        return;
    }
    m_view.isOpen = false;
    m_view.opensAt = nextOpening(m_window, now, m_zone);
    if (m_view.opensAt)
        m_validUntil = std::min(m_validUntil, *m_view.opensAt);
}

void WindowGate::lookByRegion(UtcTime now)
{
    std::vector<QString> openRegions;
    for (const QString &region : m_regions) {
        const std::vector<QTimeZone> &zones = zonesOf(region);
        const std::optional<UtcTime> opening = nextOpeningInAll(m_window, now, zones);
        if (!opening)
            continue;
        if (*opening > now) {
            m_view.opensAt = std::min(m_view.opensAt.value_or(*opening), *opening);
            m_validUntil = std::min(m_validUntil, *opening);
            continue;
        }
        openRegions.push_back(region);
        for (const QTimeZone &zone : zones)
            m_validUntil = std::min(m_validUntil, now + openFor(m_window, now, zone));
    }
    m_view.isOpen = !openRegions.empty() || m_regions.empty();
    if (m_view.isOpen)
        m_view.opensAt.reset();
    m_view.regions = std::move(openRegions);
}

const std::vector<QTimeZone> &WindowGate::zonesOf(const QString &region)
{
    const auto known = m_zonesByRegion.constFind(region);
    if (known != m_zonesByRegion.cend())
        return *known;
    std::vector<QTimeZone> zones = zonesOfRegion(region);
    if (zones.empty()) // an unknown country: the workspace's zone
        zones.push_back(m_zone);
    return *m_zonesByRegion.insert(region, std::move(zones));
}
