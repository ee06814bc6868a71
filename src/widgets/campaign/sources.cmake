# The sources of the campaign page, listed here for src/widgets/CMakeLists.txt.
set(FANFARE_CAMPAIGN_SOURCES
    campaign/abtestcard.cpp campaign/abtestcard.h
    campaign/activitypanel.cpp campaign/activitypanel.h
    campaign/budgetdialog.cpp campaign/budgetdialog.h
    campaign/campaigndetailspanel.cpp campaign/campaigndetailspanel.h
    campaign/campaignfigurespanel.cpp campaign/campaignfigurespanel.h
    campaign/campaignpage.cpp campaign/campaignpage.h
    campaign/misseddialog.cpp campaign/misseddialog.h
    campaign/progresscard.cpp campaign/progresscard.h
    campaign/recipientspanel.cpp campaign/recipientspanel.h
    campaign/repeatdialog.cpp campaign/repeatdialog.h
    campaign/resolvedialog.cpp campaign/resolvedialog.h
    campaign/retrydialog.cpp campaign/retrydialog.h
    campaign/revenuedialog.cpp campaign/revenuedialog.h)
