# The sources of the Analytics page, listed here for src/widgets/CMakeLists.txt.
set(FANFARE_ANALYTICS_SOURCES
    analytics/analyticsfilterbar.cpp analytics/analyticsfilterbar.h
    analytics/analyticspage.cpp analytics/analyticspage.h
    analytics/analyticstotals.cpp analytics/analyticstotals.h
    analytics/columnchart.cpp analytics/columnchart.h
    analytics/costchart.cpp analytics/costchart.h
    analytics/heatmapchart.cpp analytics/heatmapchart.h
    analytics/intervalchart.cpp analytics/intervalchart.h
    analytics/perioddialog.cpp analytics/perioddialog.h
    analytics/reasonchart.cpp analytics/reasonchart.h
    analytics/trendchart.cpp analytics/trendchart.h)
