#include "appworld.h"

#include "widgets/shell/mainwindow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QButtonGroup>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Of buttons of which one is chosen, that one is the stop; the arrow keys go to the others.
bool isReachedByArrows(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button && button->isCheckable() && !button->isChecked()
        && (button->autoExclusive() || (button->group() && button->group()->exclusive()));
}

/// The controls of a page that a person can use now.
std::vector<QWidget *> controlsOf(const QWidget &page)
{
    std::vector<QWidget *> controls;
    for (QWidget *widget : page.findChildren<QWidget *>()) {
        const bool isOwn =
            !widget->focusProxy() && !qobject_cast<QAbstractItemView *>(widget->parentWidget());
        if (widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus && isOwn
            && !isReachedByArrows(widget))
            controls.push_back(widget);
    }
    return controls;
}

QString nameOf(const QWidget *widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName() + u' '
        + widget->accessibleName();
}

/// All the places that a hundred steps of the Tab key come to.
std::vector<QWidget *> reachedFrom(QWidget *first, Qt::KeyboardModifiers modifiers)
{
    std::vector<QWidget *> reached;
    first->setFocus(Qt::OtherFocusReason);
    for (int step = 0; step < 100; ++step) {
        reached.push_back(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, modifiers);
    }
    return reached;
}

} // namespace

TEST(KeyboardTest, theTabKeyComesToEverythingOfEveryPlace)
{
    AppWorld world;
    world.startPractice();
    world.draftPracticeCampaign();
    for (const QString &place : {u"campaigns"_s, u"contacts"_s, u"templates"_s, u"settings"_s}) {
        SCOPED_TRACE(place.toStdString());
        world.showPlace(place);
        auto *window = world.window().findChild<MainWindow *>();
        ASSERT_NE(window, nullptr);
        ASSERT_TRUE(world.waitFor([&] { return controlsOf(*window->currentPage()).size() > 2; }));

        for (const Qt::KeyboardModifiers modifiers : {Qt::NoModifier, Qt::ShiftModifier}) {
            const std::vector<QWidget *> reached = reachedFrom(window->currentPage(), modifiers);

            for (QWidget *control : controlsOf(*window->currentPage()))
                EXPECT_NE(std::find(reached.begin(), reached.end(), control), reached.end())
                    << qPrintable(nameOf(control)) << (modifiers ? " backwards" : "");
        }
    }
}
