#include "widgets/theme/framelook.h"

#include "widgets/theme/stylepainting.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

#include <array>

using namespace Qt::StringLiterals;

namespace {

struct LookName
{
    FrameLook look;
    const char *name;
};

constexpr std::array kLookNames{
    LookName{FrameLook::Card,        "card"       },
    LookName{FrameLook::Inner,       "inner"      },
    LookName{FrameLook::Note,        "note"       },
    LookName{FrameLook::Chat,        "chat"       },
    LookName{FrameLook::ChatGround,  "chatGround" },
    LookName{FrameLook::SideBar,     "sidebar"    },
    LookName{FrameLook::StatusBar,   "statusbar"  },
    LookName{FrameLook::Footer,      "footer"     },
    LookName{FrameLook::Toast,       "toast"      },
    LookName{FrameLook::Tag,         "tag"        },
    LookName{FrameLook::Avatar,      "avatar"     },
    LookName{FrameLook::QuietAvatar, "quietAvatar"},
    LookName{FrameLook::BannerBlue,  "bannerBlue" },
    LookName{FrameLook::BannerAmber, "bannerAmber"},
    LookName{FrameLook::BannerRed,   "bannerRed"  },
    LookName{FrameLook::BannerGreen, "bannerGreen"},
};

} // namespace

FrameLook frameLookOf(const QWidget *frame)
{
    const QString name = frame ? frame->property("look").toString() : QString{};
    if (name.isEmpty())
        return FrameLook::None;
    for (const LookName &known : kLookNames) {
        if (name == QLatin1StringView{known.name})
            return known.look;
    }
    return FrameLook::None;
}

void setFrameLook(QWidget *frame, FrameLook look)
{
    QString name;
    for (const LookName &known : kLookNames) {
        if (known.look == look)
            name = QLatin1StringView{known.name};
    }
    frame->setProperty("look", name);
    frame->update();
}

void drawFrame(QPainter *painter, const QStyleOption *option, FrameLook look)
{
    const Theme &theme = Theme::of(option->palette);
    const QRect rect = option->rect;
    switch (look) {
    case FrameLook::None: return;
    case FrameLook::Card: drawBox(painter, rect, 10, theme.surface, theme.border); return;
    case FrameLook::Inner: drawBox(painter, rect, 8, theme.surface, theme.border); return;
    case FrameLook::Note: drawBox(painter, rect, 8, theme.surface2, theme.border); return;
    case FrameLook::Chat: drawBox(painter, rect, 8, theme.chat, Qt::transparent); return;
    case FrameLook::ChatGround: painter->fillRect(rect, theme.chat); return;
    case FrameLook::Toast: drawBox(painter, rect, 8, theme.surface, theme.borderStrong); return;
    case FrameLook::Tag: drawBox(painter, rect, 4, theme.surface2, theme.border); return;
    case FrameLook::Avatar: drawBox(painter, rect, 8, theme.primarySoft, Qt::transparent); return;
    case FrameLook::QuietAvatar: drawBox(painter, rect, 8, theme.grayBg, Qt::transparent); return;
    case FrameLook::BannerBlue: drawBox(painter, rect, 8, theme.blueBg, theme.blueMark); return;
    case FrameLook::BannerAmber: drawBox(painter, rect, 8, theme.amberBg, theme.amberMark); return;
    case FrameLook::BannerRed: drawBox(painter, rect, 8, theme.redBg, theme.redMark); return;
    case FrameLook::BannerGreen: drawBox(painter, rect, 8, theme.greenBg, theme.greenMark); return;
    case FrameLook::SideBar: {
        painter->fillRect(rect, theme.sidebar);
        const int edge = option->direction == Qt::LeftToRight ? rect.right() : rect.left();
        painter->fillRect(QRect{edge, rect.top(), 1, rect.height()}, theme.border);
        return;
    }
    case FrameLook::StatusBar:
    case FrameLook::Footer:
        painter->fillRect(rect, look == FrameLook::Footer ? theme.surface : theme.sidebar);
        painter->fillRect(QRect{rect.left(), rect.top(), rect.width(), 1}, theme.border);
        return;
    }
}
