# The sources of the wizard, listed here for src/widgets/CMakeLists.txt.
set(FANFARE_WIZARD_SOURCES
    wizard/audiencecheckpanel.cpp wizard/audiencecheckpanel.h
    wizard/audiencechooser.cpp wizard/audiencechooser.h
    wizard/budgetfield.cpp wizard/budgetfield.h
    wizard/campaignwizard.cpp wizard/campaignwizard.h
    wizard/checklist.cpp wizard/checklist.h
    wizard/costcard.cpp wizard/costcard.h
    wizard/countfilters.cpp wizard/countfilters.h
    wizard/daybar.cpp wizard/daybar.h
    wizard/detailsstep.cpp wizard/detailsstep.h
    wizard/hintline.cpp wizard/hintline.h
    wizard/importdelegates.cpp wizard/importdelegates.h
    wizard/keptcolumns.cpp wizard/keptcolumns.h
    wizard/mappingcard.cpp wizard/mappingcard.h
    wizard/pastedialog.cpp wizard/pastedialog.h
    wizard/peoplepanel.cpp wizard/peoplepanel.h
    wizard/persondialog.cpp wizard/persondialog.h
    wizard/previewcard.cpp wizard/previewcard.h
    wizard/recipientsstep.cpp wizard/recipientsstep.h
    wizard/reviewstep.cpp wizard/reviewstep.h
    wizard/settingsstep.cpp wizard/settingsstep.h
    wizard/steppane.cpp wizard/steppane.h
    wizard/wizardfooter.cpp wizard/wizardfooter.h
    wizard/wizardsteppage.cpp wizard/wizardsteppage.h)
