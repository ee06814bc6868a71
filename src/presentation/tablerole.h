#pragma once

#include <Qt>

/// What our table models answer besides Qt's own roles. DisplayRole is text for people.
enum TableRole {
    SortRole = Qt::UserRole, ///< the raw value: number, milliseconds, text
    IdRole, ///< qint64: the row's id in the workspace
    StatusRole, ///< int: CampaignState, RecipientStatus, CheckLevel or AudienceVerdict, as the model says
    SecondLineRole, ///< the quieter text under the first line
    EmphasisRole, ///< int: Emphasis of the second line or of the first sentence
    ProgressRole, ///< double, 0 to 1; invalid where there is none
    LeadRole, ///< the part of the text that is said first and may carry the emphasis
    LoadedRole, ///< bool: false while the row's page is on its way
};

/// How loudly a text speaks.
enum class Emphasis { None, Quiet, Warning, Problem };
