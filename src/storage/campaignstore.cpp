#include "storage/campaignstore.h"

#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kFollowUpGroups{FollowUpGroup::Read, FollowUpGroup::Unread, FollowUpGroup::Failed,
                                     FollowUpGroup::Responded};

} // namespace

std::optional<FollowUpGroup> followUpGroupFromWord(QStringView word)
{
    for (const FollowUpGroup group : kFollowUpGroups) {
        if (toWord(group) == word)
            return group;
    }
    return std::nullopt;
}

QString toWord(FollowUpGroup group)
{
    switch (group) {
    case FollowUpGroup::Read: return u"read"_s;
    case FollowUpGroup::Unread: return u"unread"_s;
    case FollowUpGroup::Failed: return u"failed"_s;
    case FollowUpGroup::Responded: return u"responded"_s;
    }
    Q_UNREACHABLE();
}
