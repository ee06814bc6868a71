#include "widgets/theme/theme.h"

#include <QWidget>

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

Theme makeLight()
{
    Theme theme;
    theme.isDark = false;
    theme.window = rgb(0xF6F4F1);
    theme.sidebar = rgb(0xEFECE7);
    theme.surface = rgb(0xFFFFFF);
    theme.surface2 = rgb(0xFAF8F6);
    theme.sunken = rgb(0xECE8E2);
    theme.hover = rgb(0xF4F1FB);
    theme.selected = rgb(0xECE9F9);
    theme.border = rgb(0xE2DDD5);
    theme.borderStrong = rgb(0x8D8678);
    theme.text = rgb(0x231F2C);
    theme.text2 = rgb(0x544E5F);
    theme.text3 = rgb(0x6A6475);
    theme.disabled = rgb(0xA39DA8);
    theme.primary = rgb(0x5646B8);
    theme.primaryHover = rgb(0x4A3BA4);
    theme.primaryPressed = rgb(0x3D308C);
    theme.primarySoft = rgb(0xECE9F9);
    theme.primaryText = rgb(0x4C3DAA);
    theme.onPrimary = rgb(0xFFFFFF);
    theme.focus = rgb(0x6F5DDB);
    theme.danger = rgb(0xB52C1E);
    theme.brass = rgb(0xA87414);
    theme.chat = rgb(0xEAE6DF);
    theme.bubble = rgb(0xFFFFFF);
    theme.grayFg = rgb(0x544E5F);
    theme.grayBg = rgb(0xEDEAE5);
    theme.grayMark = rgb(0x81798C);
    theme.blueFg = rgb(0x1B5592);
    theme.blueBg = rgb(0xE4EEF9);
    theme.blueMark = rgb(0x1F85D2);
    theme.readFg = rgb(0xFFFFFF);
    theme.readBg = rgb(0x17458F);
    theme.readMark = rgb(0x17458F);
    theme.amberFg = rgb(0x7C4A00);
    theme.amberBg = rgb(0xFCF0D6);
    theme.amberMark = rgb(0xBB7100);
    theme.redFg = rgb(0xA0241D);
    theme.redBg = rgb(0xFBE8E5);
    theme.redMark = rgb(0xB52C1E);
    theme.greenFg = rgb(0x17623A);
    theme.greenBg = rgb(0xE1F2E7);
    theme.greenMark = rgb(0x207D53);
    theme.series = {rgb(0x5646B8), rgb(0xB27C00), rgb(0x1291D2), rgb(0xB82858), rgb(0x0D4A22), rgb(0x81798C)};
    theme.heat = {rgb(0xF1EEFB), rgb(0xDCD6F5), rgb(0xBDB3EA), rgb(0x9486D8), rgb(0x6757C2), rgb(0x3F318F)};
    theme.heatText = {rgb(0x231F2C), rgb(0x231F2C), rgb(0x231F2C),
                      rgb(0x17122E), rgb(0xFFFFFF), rgb(0xFFFFFF)};
    return theme;
}

Theme makeDark()
{
    Theme theme;
    theme.isDark = true;
    theme.window = rgb(0x16141B);
    theme.sidebar = rgb(0x121017);
    theme.surface = rgb(0x1E1B24);
    theme.surface2 = rgb(0x232029);
    theme.sunken = rgb(0x2C2835);
    theme.hover = rgb(0x292438);
    theme.selected = rgb(0x332C52);
    theme.border = rgb(0x35303F);
    theme.borderStrong = rgb(0x7E778C);
    theme.text = rgb(0xEEEBF3);
    theme.text2 = rgb(0xBBB5C7);
    theme.text3 = rgb(0xA39CB0);
    theme.disabled = rgb(0x6B6577);
    theme.primary = rgb(0x6A59D1);
    theme.primaryHover = rgb(0x7060D6);
    theme.primaryPressed = rgb(0x5B4BBE);
    theme.primarySoft = rgb(0x332C52);
    theme.primaryText = rgb(0xB9AEFA);
    theme.onPrimary = rgb(0xFFFFFF);
    theme.focus = rgb(0x9E90F5);
    theme.danger = rgb(0xBE4034);
    theme.brass = rgb(0xE0B25C);
    theme.chat = rgb(0x17151D);
    theme.bubble = rgb(0x2A2632);
    theme.grayFg = rgb(0xBBB5C7);
    theme.grayBg = rgb(0x2F2B38);
    theme.grayMark = rgb(0x8C8097);
    theme.blueFg = rgb(0x9CC7F2);
    theme.blueBg = rgb(0x1C2F45);
    theme.blueMark = rgb(0xA5C7E9);
    theme.readFg = rgb(0xFFFFFF);
    theme.readBg = rgb(0x2A6BBD);
    theme.readMark = rgb(0x3A7EDB);
    theme.amberFg = rgb(0xF1C469);
    theme.amberBg = rgb(0x3A2D14);
    theme.amberMark = rgb(0xF0B24E);
    theme.redFg = rgb(0xF7A59D);
    theme.redBg = rgb(0x43211F);
    theme.redMark = rgb(0xE0584A);
    theme.greenFg = rgb(0x8BD6A8);
    theme.greenBg = rgb(0x1A3627);
    theme.greenMark = rgb(0x40A682);
    theme.series = {rgb(0x9484EE), rgb(0xEE9711), rgb(0x7BDCF4), rgb(0xCF3D6E), rgb(0xD6E9AF), rgb(0x8C8097)};
    theme.heat = {rgb(0x28233A), rgb(0x3A3260), rgb(0x514589), rgb(0x6F60B8), rgb(0x9A8CE3), rgb(0xCBC3FA)};
    theme.heatText = {rgb(0xEEEBF3), rgb(0xEEEBF3), rgb(0xEEEBF3),
                      rgb(0xFFFFFF), rgb(0x17122E), rgb(0x17122E)};
    return theme;
}

} // namespace

const Theme &Theme::light()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme &Theme::dark()
{
    static const Theme theme = makeDark();
    return theme;
}

const Theme &Theme::of(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? dark() : light();
}

const Theme &Theme::of(const QWidget *widget)
{
    return of(widget->palette());
}

ToneColors Theme::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Gray: return {grayFg, grayBg, grayMark};
    case Tone::Blue: return {blueFg, blueBg, blueMark};
    case Tone::Read: return {readFg, readBg, readMark};
    case Tone::Amber: return {amberFg, amberBg, amberMark};
    case Tone::Red: return {redFg, redBg, redMark};
    case Tone::Green: return {greenFg, greenBg, greenMark};
    }
    Q_UNREACHABLE();
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &color) {
        palette.setColor(QPalette::Active, role, color);
        palette.setColor(QPalette::Inactive, role, color);
        palette.setColor(QPalette::Disabled, role, color);
    };
    set(QPalette::Window, window);
    set(QPalette::WindowText, text);
    set(QPalette::Base, surface);
    set(QPalette::AlternateBase, surface2);
    set(QPalette::Text, text);
    set(QPalette::Button, surface);
    set(QPalette::ButtonText, text);
    set(QPalette::BrightText, onPrimary);
    set(QPalette::Light, surface);
    set(QPalette::Midlight, surface2);
    set(QPalette::Mid, border);
    set(QPalette::Dark, borderStrong);
    set(QPalette::Shadow, borderStrong);
    set(QPalette::Highlight, primary);
    set(QPalette::HighlightedText, onPrimary);
    set(QPalette::Link, primaryText);
    set(QPalette::LinkVisited, primaryText);
    set(QPalette::PlaceholderText, text3);
    set(QPalette::ToolTipBase, surface);
    set(QPalette::ToolTipText, text);

    palette.setColor(QPalette::Disabled, QPalette::WindowText, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Text, disabled);
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, disabled);
    palette.setColor(QPalette::Disabled, QPalette::PlaceholderText, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Base, surface2);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, sunken);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, disabled);
    return palette;
}
