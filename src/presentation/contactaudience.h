#pragma once

#include "domain/segmentrule.h"
#include "presentation/campaignchoices.h"
#include "presentation/segmentdraft.h"
#include "presentation/segmentmodels.h"

#include <QString>
#include <QStringList>

#include <vector>

/// Whom of the contact book a draft goes to.
struct ContactAudience
{
    enum class Kind {
        Rule, ///< everybody who meets it when the campaign is sent
        Campaign, ///< people of an earlier campaign, as they are now
    };

    Kind kind = Kind::Rule;
    SegmentRule rule;
    QString name; ///< of the rule: a segment, a tag
    CampaignId campaign;
    FollowUpAudience group = FollowUpAudience::DidNotRead;

    friend bool operator==(const ContactAudience &, const ContactAudience &) = default;
};

/// What there is to choose from.
struct ContactAudienceChoices
{
    std::vector<SegmentEntry> segments;
    QStringList tags;
    std::vector<SegmentCampaign> campaigns; ///< the latest first

    friend bool operator==(const ContactAudienceChoices &, const ContactAudienceChoices &) = default;
};
