#pragma once

class QPainter;
class QStyleOption;
class QWidget;

/// Ground and edge of a frame or label, from its dynamic property "look".
enum class FrameLook {
    None,
    Card, ///< "card": a white sheet with a one-pixel edge
    Inner, ///< "inner": a frame inside a card
    Note, ///< "note": quieter than its card
    Chat, ///< "chat": behind a message
    ChatGround, ///< "chatGround": behind a whole conversation, from edge to edge
    SideBar, ///< "sidebar"
    StatusBar, ///< "statusbar"
    Footer, ///< "footer": the buttons below a wizard
    Toast, ///< "toast"
    Tag, ///< "tag": a word in a small box
    Avatar, ///< "avatar": two letters or an icon on soft iris
    QuietAvatar, ///< "quietAvatar": the same in gray
    BannerBlue, ///< "bannerBlue", "bannerAmber", "bannerRed", "bannerGreen"
    BannerAmber,
    BannerRed,
    BannerGreen,
};

FrameLook frameLookOf(const QWidget *frame);
void setFrameLook(QWidget *frame, FrameLook look);

void drawFrame(QPainter *painter, const QStyleOption *option, FrameLook look);
