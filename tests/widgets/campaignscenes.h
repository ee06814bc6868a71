#pragma once

#include "domain/campaign.h"

#include <QString>
#include <QWidget>

#include <functional>
#include <map>
#include <memory>

class CampaignPage;
struct FigureSet;

/// A window around the page of a campaign, filled by `fill`.
std::unique_ptr<QWidget> campaignWindow(const Campaign &campaign,
                                        const std::function<void(CampaignPage &)> &fill);
FigureSet sampleFigures();

/// Pictures of the campaign page, by name.
std::map<QString, std::function<std::unique_ptr<QWidget>()>> campaignScenes();
