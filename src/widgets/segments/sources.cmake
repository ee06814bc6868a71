# The sources of segments and contact audiences, listed here for src/widgets/CMakeLists.txt.
set(FANFARE_SEGMENT_SOURCES
    segments/audiencedialog.cpp segments/audiencedialog.h
    segments/rulebuilder.cpp segments/rulebuilder.h
    segments/rulegroup.cpp segments/rulegroup.h
    segments/ruleline.cpp segments/ruleline.h
    segments/segmentspage.cpp segments/segmentspage.h)
