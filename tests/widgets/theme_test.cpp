#include "widgets/theme/theme.h"

#include <gtest/gtest.h>

#include <QtMath>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// WCAG 2 contrast ratio.
double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

double worstContrast(const QColor &words, const std::vector<QColor> &grounds)
{
    double worst = 21;
    for (const QColor &ground : grounds)
        worst = std::min(worst, contrast(words, ground));
    return worst;
}

/// The nine grounds on which words stand.
std::vector<QColor> groundsOf(const Theme &theme)
{
    return {theme.window, theme.sidebar,  theme.surface,     theme.surface2, theme.sunken,
            theme.hover,  theme.selected, theme.primarySoft, theme.chat};
}

constexpr std::array kTones{Tone::Gray, Tone::Blue, Tone::Read, Tone::Amber, Tone::Red, Tone::Green};

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

/// Machado, Oliveira and Fernandes 2009, full severity.
constexpr std::array<Matrix, 3> kDeficiencies{
    Matrix{Vector{0.152286, 1.052583, -0.204868},  Vector{0.114503, 0.786281, 0.099216},
           Vector{-0.003882, -0.048116, 1.051998}},
    Matrix{Vector{0.367322, 0.860646, -0.227968},  Vector{0.280085, 0.672501, 0.047413},
           Vector{-0.011820, 0.042940, 0.968881} },
    Matrix{Vector{1.255528, -0.076749, -0.178779}, Vector{-0.078411, 0.930809, 0.147602},
           Vector{0.004733, 0.691367, 0.303900}  },
};

Vector times(const Matrix &matrix, const Vector &vector)
{
    Vector result{};
    for (size_t row = 0; row < 3; ++row) {
        for (size_t column = 0; column < 3; ++column)
            result[row] += matrix[row][column] * vector[column];
    }
    return result;
}

/// CIE L*a*b* (D65) of a colour as someone with this deficiency sees it.
Vector labSeenWith(const Matrix &deficiency, const QColor &color)
{
    Vector seen = times(deficiency, {linear(color.redF()), linear(color.greenF()), linear(color.blueF())});
    for (double &channel : seen)
        channel = std::clamp(channel, 0.0, 1.0);
    constexpr Matrix kToXyz{
        Vector{0.4124564, 0.3575761, 0.1804375},
        Vector{0.2126729, 0.7151522, 0.0721750},
        Vector{0.0193339, 0.1191920, 0.9503041}
    };
    constexpr Vector kWhite{0.95047, 1.0, 1.08883};
    const Vector xyz = times(kToXyz, seen);
    Vector f{};
    for (size_t i = 0; i < 3; ++i) {
        const double t = xyz[i] / kWhite[i];
        f[i] = t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
    return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

/// CIEDE2000.
double difference(const Vector &one, const Vector &two)
{
    const double c1 = std::hypot(one[1], one[2]);
    const double c2 = std::hypot(two[1], two[2]);
    const double meanC7 = std::pow((c1 + c2) / 2, 7);
    const double g = 0.5 * (1 - std::sqrt(meanC7 / (meanC7 + std::pow(25.0, 7))));
    const double a1 = (1 + g) * one[1];
    const double a2 = (1 + g) * two[1];
    const double cp1 = std::hypot(a1, one[2]);
    const double cp2 = std::hypot(a2, two[2]);
    const auto hue = [](double a, double b) {
        if (a == 0 && b == 0)
            return 0.0;
        const double degrees = qRadiansToDegrees(std::atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    };
    const double h1 = hue(a1, one[2]);
    const double h2 = hue(a2, two[2]);
    const double deltaL = two[0] - one[0];
    const double deltaC = cp2 - cp1;
    double deltaHue = 0;
    if (cp1 * cp2 != 0) {
        deltaHue = h2 - h1;
        if (deltaHue > 180)
            deltaHue -= 360;
        else if (deltaHue < -180)
            deltaHue += 360;
    }
    const double deltaH = 2 * std::sqrt(cp1 * cp2) * std::sin(qDegreesToRadians(deltaHue / 2));
    const double meanL = (one[0] + two[0]) / 2;
    const double meanC = (cp1 + cp2) / 2;
    double meanH = h1 + h2;
    if (cp1 * cp2 != 0) {
        if (std::abs(h1 - h2) <= 180)
            meanH = (h1 + h2) / 2;
        else
            meanH = h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
    }
    const auto cosine = [](double degrees) { return std::cos(qDegreesToRadians(degrees)); };
    const double t = 1 - 0.17 * cosine(meanH - 30) + 0.24 * cosine(2 * meanH) + 0.32 * cosine(3 * meanH + 6)
        - 0.20 * cosine(4 * meanH - 63);
    const double rotation = 30 * std::exp(-std::pow((meanH - 275) / 25, 2));
    const double c7 = std::pow(meanC, 7);
    const double rc = 2 * std::sqrt(c7 / (c7 + std::pow(25.0, 7)));
    const double sl = 1 + 0.015 * std::pow(meanL - 50, 2) / std::sqrt(20 + std::pow(meanL - 50, 2));
    const double sc = 1 + 0.045 * meanC;
    const double sh = 1 + 0.015 * meanC * t;
    const double rt = -std::sin(qDegreesToRadians(2 * rotation)) * rc;
    const double l = deltaL / sl;
    const double c = deltaC / sc;
    const double h = deltaH / sh;
    return std::sqrt(l * l + c * c + h * h + rt * c * h);
}

double smallestDifference(const std::vector<QColor> &colors)
{
    double smallest = 100;
    for (const Matrix &deficiency : kDeficiencies) {
        for (size_t i = 0; i < colors.size(); ++i) {
            for (size_t j = i + 1; j < colors.size(); ++j)
                smallest = std::min(
                    smallest,
                    difference(labSeenWith(deficiency, colors[i]), labSeenWith(deficiency, colors[j])));
        }
    }
    return smallest;
}

std::vector<QColor> marksOf(const Theme &theme)
{
    std::vector<QColor> marks;
    for (const Tone tone : kTones)
        marks.push_back(theme.tone(tone).mark);
    return marks;
}

class ThemeTest : public testing::TestWithParam<bool>
{
protected:
    const Theme &theme() const { return GetParam() ? Theme::dark() : Theme::light(); }
    /// The figure of the design for this theme.
    double expected(double light, double dark) const { return GetParam() ? dark : light; }
};

} // namespace

TEST_P(ThemeTest, wordsAreReadableOnEveryGround)
{
    const std::vector<QColor> grounds = groundsOf(theme());

    EXPECT_GE(worstContrast(theme().text, grounds), expected(12.9, 11.0) - 0.05);
    EXPECT_GE(worstContrast(theme().text2, grounds), expected(6.4, 6.5) - 0.05);
    EXPECT_GE(worstContrast(theme().text3, grounds), expected(4.57, 4.89) - 0.005);
    EXPECT_GE(worstContrast(theme().primaryText, grounds), expected(6.6, 6.5) - 0.05);
}

TEST_P(ThemeTest, filledButtonsAreReadableInEveryState)
{
    EXPECT_GE(contrast(theme().onPrimary, theme().primary), expected(7.1, 5.3) - 0.05);
    EXPECT_GE(contrast(theme().onPrimary, theme().primaryHover), expected(8.6, 4.85) - 0.05);
    EXPECT_GE(contrast(theme().onPrimary, theme().primaryPressed), expected(10.5, 6.6) - 0.05);
    EXPECT_GE(contrast(theme().onPrimary, theme().danger), expected(6.3, 5.3) - 0.05);
}

TEST_P(ThemeTest, badgesAreReadable)
{
    for (const Tone tone : kTones)
        EXPECT_GE(contrast(theme().tone(tone).foreground, theme().tone(tone).background),
                  expected(6.35, 5.33) - 0.02);
    EXPECT_GE(contrast(theme().tone(Tone::Read).background, theme().surface), expected(9.2, 3.2) - 0.05);
}

TEST_P(ThemeTest, numbersInTheHeatMapAreReadable)
{
    for (size_t step = 0; step < theme().heat.size(); ++step)
        EXPECT_GE(contrast(theme().heatText[step], theme().heat[step]), expected(5.6, 5.2) - 0.06) << step;
}

TEST_P(ThemeTest, marksAndEdgesStandOutFromTheirGround)
{
    const std::vector<QColor> grounds{theme().surface, theme().window, theme().sunken};
    for (const Tone tone : {Tone::Gray, Tone::Blue, Tone::Read, Tone::Amber, Tone::Red, Tone::Green})
        EXPECT_GE(worstContrast(theme().tone(tone).mark, grounds), 3.0) << static_cast<int>(tone);
    EXPECT_GE(worstContrast(theme().borderStrong, {theme().surface, theme().window}), 3.0);
    EXPECT_GE(worstContrast(theme().focus, {theme().surface, theme().window}), expected(4.49, 6.27) - 0.4);
    for (const QColor &series : theme().series)
        EXPECT_GE(contrast(series, theme().surface), expected(3.50, 3.67) - 0.01);
    EXPECT_GE(contrast(theme().primary, theme().surface), expected(7.1, 3.2) - 0.05);
}

TEST_P(ThemeTest, statusMarksDifferForPeopleWhoSeeColoursDifferently)
{
    EXPECT_GE(smallestDifference(marksOf(theme())), expected(12.6, 11.1) - 0.1);
}

TEST_P(ThemeTest, seriesDifferForPeopleWhoSeeColoursDifferently)
{
    EXPECT_GE(smallestDifference({theme().series.begin(), theme().series.end()}), expected(15.6, 13.5) - 0.1);
}

TEST_P(ThemeTest, itsPaletteLeadsBackToIt)
{
    EXPECT_EQ(&Theme::of(theme().palette()), &theme());
}

INSTANTIATE_TEST_SUITE_P(BothThemes, ThemeTest, testing::Bool(),
                         [](const auto &theme) { return theme.param ? "dark" : "light"; });
