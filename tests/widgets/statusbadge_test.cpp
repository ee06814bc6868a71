#include "widgets/controls/statusbadge.h"
#include "widgets/theme/appearance.h"
#include "widgets/theme/icon.h"

#include <gtest/gtest.h>

#include <QSet>

using namespace Qt::StringLiterals;

TEST(StatusBadgeTest, everyBadgeSaysItsWordAloud)
{
    QSet<QString> words;
    for (const Badge badge : kBadges) {
        const StatusBadge widget{badge};

        EXPECT_FALSE(widget.accessibleName().isEmpty());
        EXPECT_EQ(widget.accessibleName(), wordFor(badge));
        words.insert(widget.accessibleName());
    }
    EXPECT_EQ(words.size(), qsizetype(kBadges.size()));
}

TEST(StatusBadgeTest, everyBadgeHasAGlyphOfItsOwn)
{
    QSet<QString> glyphs;
    for (const Badge badge : kBadges) {
        glyphs.insert(glyphFor(badge));
        EXPECT_FALSE(iconPixmap(glyphFor(badge), Qt::black, 10, 1).isNull()) << qPrintable(glyphFor(badge));
    }
    EXPECT_EQ(glyphs.size(), qsizetype(kBadges.size()));
}

TEST(StatusBadgeTest, everyStateAndStatusHasABadge)
{
    for (const CampaignState state : kCampaignStates)
        EXPECT_FALSE(wordFor(badgeFor(state)).isEmpty());
    for (const RecipientStatus status : kRecipientStatuses)
        EXPECT_FALSE(wordFor(badgeFor(status)).isEmpty());
    EXPECT_EQ(badgeFor(RecipientStatus::Unconfirmed), Badge::Unconfirmed);
    EXPECT_EQ(badgeFor(CampaignState::Failed), Badge::Failed);
}

TEST(StatusBadgeTest, coloursFollowTheMeaning)
{
    EXPECT_EQ(toneFor(Badge::Draft), Tone::Gray);
    EXPECT_EQ(toneFor(Badge::Delivered), Tone::Blue);
    EXPECT_EQ(toneFor(Badge::Read), Tone::Read);
    EXPECT_EQ(toneFor(Badge::Paused), Tone::Amber);
    EXPECT_EQ(toneFor(Badge::OptedOut), Tone::Red);
    EXPECT_EQ(toneFor(Badge::Responded), Tone::Green);
}

TEST(StatusBadgeTest, aWordOfItsOwnReplacesTheUsualOne)
{
    StatusBadge widget;

    widget.setBadge(Badge::Completed, u"Approved"_s);

    EXPECT_EQ(widget.accessibleName(), u"Approved"_s);
    EXPECT_GE(widget.sizeHint().width(), badgeSize(u"Approved"_s).width());
}

TEST(StatusBadgeTest, anUnknownTemplateStatusIsTakenAsNotReady)
{
    EXPECT_EQ(badgeForTemplate(u"APPROVED"_s), Badge::Completed);
    EXPECT_EQ(badgeForTemplate(u"SOMETHING_NEW"_s), Badge::Pending);
    EXPECT_EQ(badgeForTemplate(u"REJECTED"_s), Badge::Failed);
}
