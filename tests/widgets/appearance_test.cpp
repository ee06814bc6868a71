#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/appearance.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/typography.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

bool holdsColor(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() > 240 && std::abs(pixel.red() - color.red()) < 4
                && std::abs(pixel.green() - color.green()) < 4 && std::abs(pixel.blue() - color.blue()) < 4)
                return true;
        }
    }
    return false;
}

int opaquePixels(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y).alpha() > 128 ? 1 : 0;
    }
    return count;
}

} // namespace

TEST(AppearanceTest, aWindowChangesItsThemeWhileItIsOpen)
{
    Appearance appearance{ThemeChoice::Light};
    Card card;
    auto *label = new TextLabel{u"Words"_s, TypeRole::Label, TextLabel::Ink::Text2};
    card.column()->addWidget(label);
    card.resize(120, 60);
    card.show();
    const QSignalSpy changed{&appearance, &Appearance::themeChanged};

    appearance.setChoice(ThemeChoice::Dark);

    EXPECT_EQ(changed.count(), 1);
    EXPECT_TRUE(appearance.isDark());
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return card.grab().toImage().pixelColor(60, 5) == Theme::dark().surface; }, 1000));
    EXPECT_EQ(label->palette().color(QPalette::WindowText), Theme::dark().text2);
}

TEST(AppearanceTest, theSystemsChoiceIsReadFromItsOwnColours)
{
    Appearance appearance{ThemeChoice::Dark};

    appearance.setChoice(ThemeChoice::System);

    // The offscreen platform brings light colours.
    EXPECT_FALSE(appearance.isDark());
    EXPECT_EQ(QApplication::palette().color(QPalette::Window), Theme::light().window);
}

TEST(AppearanceTest, aChangeOfTheSystemIsFollowedAndAForcedThemeIsNot)
{
    Appearance appearance{ThemeChoice::Dark};

    QEvent change{QEvent::ThemeChange};
    QApplication::sendEvent(qApp, &change);

    EXPECT_TRUE(appearance.isDark());
    EXPECT_EQ(QApplication::palette().color(QPalette::Window), Theme::dark().window);
}

TEST(AppearanceTest, largerTextEnlargesEveryRole)
{
    Appearance appearance{ThemeChoice::Light};
    TextLabel label{u"Words"_s, TypeRole::Label};
    label.show();
    const double before = label.font().pointSizeF();

    appearance.setTextScale(2);

    EXPECT_TRUE(QTest::qWaitFor([&] { return label.font().pointSizeF() > 1.9 * before; }, 1000));
    EXPECT_NEAR(label.font().pointSizeF(), 2 * before, 0.01);
    EXPECT_EQ(scaledWithText(32), 64);
    appearance.setTextScale(1);
}

TEST(AppearanceTest, theKeyboardShowsARingAroundAButtonAndTheMouseDoesNot)
{
    const Appearance appearance{ThemeChoice::Light};
    QWidget window;
    auto *row = new QHBoxLayout{&window};
    row->setContentsMargins(20, 20, 20, 20);
    auto *button = new Button{u"Export"_s};
    row->addWidget(button);
    window.show();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));

    button->setFocus(Qt::MouseFocusReason);
    const QImage byMouse = window.grab().toImage();
    button->clearFocus();
    button->setFocus(Qt::TabFocusReason);
    const QImage byKeyboard = window.grab().toImage();

    EXPECT_FALSE(holdsColor(byMouse, Theme::light().focus));
    EXPECT_TRUE(holdsColor(byKeyboard, Theme::light().focus));
}

TEST(FocusRingTest, theRingIsWholeWhereTheControlFillsItsParent)
{
    Appearance appearance{ThemeChoice::Light};
    QWidget window;
    window.resize(200, 100);
    QWidget group{&window};
    group.setGeometry(40, 30, 80, 32);
    QPushButton button{u"Sync"_s, &group};
    button.setGeometry(group.rect());
    window.show();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));

    button.clearFocus(); // which it got with the window, without a key
    button.setFocus(Qt::TabFocusReason);
    const Theme &theme = Theme::of(&window);
    EXPECT_EQ(window.grab().toImage().pixelColor(80, 27), theme.focus); // above the group's own edge

    group.move(40, 50);
    EXPECT_EQ(window.grab().toImage().pixelColor(80, 47), theme.focus);
}

TEST(IconTest, anIconIsDrawnInTheColourItIsGiven)
{
    const QImage image = iconPixmap(u"send"_s, QColor{255, 0, 0}, 20, 2).toImage();

    EXPECT_EQ(image.size(), QSize(40, 40));
    EXPECT_TRUE(holdsColor(image, QColor{255, 0, 0}));
    EXPECT_FALSE(holdsColor(image, QColor{0x54, 0x4E, 0x5F}));
}

TEST(IconTest, anIconFollowsTheTheme)
{
    Appearance appearance{ThemeChoice::Light};
    const QIcon icon = themedIcon(u"campaigns"_s, &Theme::primaryText);
    const QImage light = icon.pixmap(20, 20).toImage();

    appearance.setChoice(ThemeChoice::Dark);
    const QImage dark = icon.pixmap(20, 20).toImage();

    EXPECT_NE(light, dark);
    EXPECT_TRUE(isThemedIcon(icon));
    EXPECT_EQ(icon.name(), u"campaigns"_s);
}

TEST(IconTest, sidewaysArrowsTurnInRightToLeftLayouts)
{
    const QImage before = iconPixmap(u"chevron-left"_s, Qt::black, 20, 1).toImage();
    const QImage clock = iconPixmap(u"clock"_s, Qt::black, 20, 1).toImage();

    QApplication::setLayoutDirection(Qt::RightToLeft);
    const QImage after = iconPixmap(u"chevron-left"_s, Qt::black, 20, 1).toImage();
    const QImage clockAfter = iconPixmap(u"clock"_s, Qt::black, 20, 1).toImage();
    QApplication::setLayoutDirection(Qt::LeftToRight);

    EXPECT_EQ(after, before.mirrored(true, false));
    EXPECT_EQ(clockAfter, clock);
}

TEST(IconTest, theSmallMarkLeavesOutItsOuterRays)
{
    const QImage large = markPixmap(64, 1).toImage();
    const QImage small = markPixmap(16, 4).toImage(); // as many pixels, but for a small place

    ASSERT_EQ(large.size(), small.size());
    EXPECT_NE(large.convertToFormat(QImage::Format_ARGB32), small.convertToFormat(QImage::Format_ARGB32));
    EXPECT_GT(opaquePixels(small), 0);
}

TEST(IconTest, anUnknownNameIsNoIcon)
{
    EXPECT_FALSE(isThemedIcon(themedIcon(u"no-such-icon"_s)));
}
