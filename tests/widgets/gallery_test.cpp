#include "widgets/galleryscenes.h"
#include "widgets/theme/appearance.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Words that do not fit into the widget that shows them.
QStringList clippedWords(const QWidget &scene)
{
    QStringList clipped;
    for (const QPushButton *button : scene.findChildren<QPushButton *>()) {
        if (button->isVisible() && !button->text().isEmpty() && button->width() < button->sizeHint().width())
            clipped += button->text();
    }
    for (const QLabel *label : scene.findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const int needed =
            label->wordWrap() ? label->heightForWidth(label->width()) : label->minimumSizeHint().height();
        const bool isTooNarrow = !label->wordWrap() && label->width() < label->minimumSizeHint().width();
        if (isTooNarrow || label->height() + 1 < needed)
            clipped += label->text().left(60);
    }
    return clipped;
}

/// Controls that a screen reader could not name.
QStringList namelessControls(const QWidget &scene)
{
    QStringList nameless;
    for (const QWidget *widget : scene.findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus)
            || !widget->accessibleName().isEmpty())
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool hasWords = button && !button->text().isEmpty();
        const bool isNamedByOwner = qobject_cast<const QAbstractSpinBox *>(widget->parentWidget())
            || qobject_cast<const QComboBox *>(widget->parentWidget());
        const bool onlyScrolls = widget->inherits("QScrollArea");
        if (!hasWords && !isNamedByOwner && !onlyScrolls)
            nameless += QLatin1StringView{widget->metaObject()->className()};
    }
    return nameless;
}

class GalleryTest : public testing::TestWithParam<bool>
{
protected:
    Appearance m_appearance{GetParam() ? ThemeChoice::Dark : ThemeChoice::Light};
};

/// Scenes that stand for pages; the others show controls that are named where they are used.
bool isPage(const QString &scene)
{
    return scene != "components"_L1 && scene != "figures"_L1 && scene != "popups"_L1;
}

} // namespace

TEST_P(GalleryTest, noPageClipsItsWords)
{
    for (const QString &name : galleryScenes()) {
        const std::unique_ptr<QWidget> scene = makeGalleryScene(name);
        scene->resize(1440, 900);
        scene->show();
        QCoreApplication::processEvents();

        EXPECT_TRUE(clippedWords(*scene).isEmpty())
            << qPrintable(name) << ": " << qPrintable(clippedWords(*scene).join(u" | "_s));
    }
}

TEST_P(GalleryTest, noPageClipsItsWordsInTheSmallestWindow)
{
    for (const QString &name : galleryScenes()) {
        if (!isPage(name))
            continue;
        const std::unique_ptr<QWidget> scene = makeGalleryScene(name);
        scene->resize(1024, 700);
        scene->show();
        QCoreApplication::processEvents();

        EXPECT_TRUE(clippedWords(*scene).isEmpty())
            << qPrintable(name) << ": " << qPrintable(clippedWords(*scene).join(u" | "_s));
    }
}

TEST_P(GalleryTest, noPageClipsItsWordsAtOneAndAHalfTheTextSize)
{
    m_appearance.setTextScale(1.5);
    for (const QString &name : galleryScenes()) {
        if (!isPage(name))
            continue;
        const std::unique_ptr<QWidget> scene = makeGalleryScene(name);
        scene->resize(1440, 900);
        scene->show();
        QCoreApplication::processEvents();

        EXPECT_TRUE(clippedWords(*scene).isEmpty())
            << qPrintable(name) << ": " << qPrintable(clippedWords(*scene).join(u" | "_s));
    }
    m_appearance.setTextScale(1);
}

TEST_P(GalleryTest, noPageClipsItsWordsAtTwiceTheTextSize)
{
    m_appearance.setTextScale(2);
    for (const QString &name : galleryScenes()) {
        if (!isPage(name))
            continue;
        const std::unique_ptr<QWidget> scene = makeGalleryScene(name);
        scene->resize(1440, 900);
        scene->show();
        QCoreApplication::processEvents();

        EXPECT_TRUE(clippedWords(*scene).isEmpty())
            << qPrintable(name) << ": " << qPrintable(clippedWords(*scene).join(u" | "_s));
    }
    m_appearance.setTextScale(1);
}

TEST_P(GalleryTest, everyControlOfAPageHasAName)
{
    for (const QString &name : galleryScenes()) {
        if (!isPage(name))
            continue;
        const std::unique_ptr<QWidget> scene = makeGalleryScene(name);
        scene->resize(1440, 900);
        scene->show();

        EXPECT_TRUE(namelessControls(*scene).isEmpty())
            << qPrintable(name) << ": " << qPrintable(namelessControls(*scene).join(u" | "_s));
    }
}

TEST_P(GalleryTest, noPageHasTwoFilledButtons)
{
    for (const QString &name : galleryScenes()) {
        if (!isPage(name))
            continue;
        const std::unique_ptr<QWidget> scene = makeGalleryScene(name);
        scene->resize(1440, 900);
        scene->show();

        QStringList filled;
        for (const QAbstractButton *button : scene->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->property("kind").toString() == "primary"_L1)
                filled += button->text();
        }
        EXPECT_LE(filled.size(), 1) << qPrintable(name) << ": " << qPrintable(filled.join(u" | "_s));
    }
}

TEST_P(GalleryTest, aPageIsMirroredInRightToLeftLanguages)
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    const std::unique_ptr<QWidget> scene = makeGalleryScene(u"campaigns"_s);
    scene->resize(1440, 900);
    scene->show();
    const QImage picture = scene->grab().toImage();
    QApplication::setLayoutDirection(Qt::LeftToRight);

    const Theme &theme = Theme::of(scene.get());
    EXPECT_EQ(picture.pixelColor(1436, 400), theme.sidebar);
    EXPECT_EQ(picture.pixelColor(4, 400), theme.window);
}

INSTANTIATE_TEST_SUITE_P(BothThemes, GalleryTest, testing::Bool(),
                         [](const auto &theme) { return theme.param ? "dark" : "light"; });
