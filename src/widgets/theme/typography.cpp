#include "widgets/theme/typography.h"

#include <QApplication>
#include <QFontDatabase>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr double kBodyPixels = 13;

// macOS counts 72 dots to the inch and shows a point as a pixel; elsewhere 100 % is 96 dots to the inch.
#ifdef Q_OS_MACOS
constexpr double kPointsPerPixel = 1.0;
constexpr double kUsualSystemPoints = 13;
#elif defined(Q_OS_WIN)
constexpr double kPointsPerPixel = 0.75;
constexpr double kUsualSystemPoints = 9;
#else
constexpr double kPointsPerPixel = 0.75;
constexpr double kUsualSystemPoints = 11;
#endif

struct RoleSize
{
    double pixels;
    int lineHeight;
    bool bold;
};

RoleSize sizeOf(TypeRole role)
{
    switch (role) {
    case TypeRole::Welcome: return {26, 36, true};
    case TypeRole::Figure: return {24, 32, true};
    case TypeRole::CompactFigure: return {20, 28, true};
    case TypeRole::PageTitle: return {20, 28, true};
    case TypeRole::SectionTitle: return {16, 24, true};
    case TypeRole::CardTitle: return {14, 20, true};
    case TypeRole::Lead: return {14, 24, false};
    case TypeRole::Body: return {13, 20, false};
    case TypeRole::BodyBold: return {13, 20, true};
    case TypeRole::Label: return {12, 16, false};
    case TypeRole::LabelBold: return {12, 16, true};
    case TypeRole::Fine: return {11, 16, false};
    }
    Q_UNREACHABLE();
}

double textScale()
{
    return QApplication::font().pointSizeF() / (kBodyPixels * kPointsPerPixel);
}

} // namespace

QFont fontFor(TypeRole role)
{
    const RoleSize size = sizeOf(role);
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * size.pixels / kBodyPixels);
    font.setWeight(size.bold ? QFont::DemiBold : QFont::Normal);
    return font;
}

int lineHeightFor(TypeRole role)
{
    return scaledWithText(sizeOf(role).lineHeight);
}

int scaledWithText(int pixels)
{
    return static_cast<int>(std::lround(pixels * std::max(1.0, textScale())));
}

QFont applicationFont(double scale)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    QStringList families;
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    families += font.families();
#endif
    // Emoji right behind the text face: found later by fallback, joined emoji (skin tones, flags) fall apart.
    families += {u"Noto Sans"_s, u"Noto Color Emoji"_s, u"Noto Sans Devanagari"_s, u"Noto Sans Arabic"_s};
    families += font.families();
    families.removeDuplicates();
    font.setFamilies(families);
    font.setPointSizeF(kBodyPixels * kPointsPerPixel * scale);
    font.setWeight(QFont::Normal);
    return font;
}

double systemTextScale()
{
    const double points = QFontDatabase::systemFont(QFontDatabase::GeneralFont).pointSizeF();
    return std::max(1.0, points / kUsualSystemPoints);
}
