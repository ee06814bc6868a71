# The sources of the inbox, listed here for src/widgets/CMakeLists.txt.
set(FANFARE_INBOX_SOURCES
    inbox/bubbledelegate.cpp inbox/bubbledelegate.h
    inbox/composer.cpp inbox/composer.h
    inbox/conversationdelegate.cpp inbox/conversationdelegate.h
    inbox/inboxpage.cpp inbox/inboxpage.h
    inbox/templateanswerdialog.cpp inbox/templateanswerdialog.h)
