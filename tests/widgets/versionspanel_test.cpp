#include "widgets/wizard/versionspanel.h"

#include "widgets/samples.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class VersionsPanelTest : public testing::Test
{
protected:
    VersionsPanelTest()
    {
        QLocale::setDefault(QLocale{u"en_GB"_s});
        const std::vector<MessageTemplate> templates = Samples::templates();
        for (const MessageTemplate &one : templates) {
            if (one.isSendable() && !one.variables().empty() && !own)
                own = one;
            else if (one.isSendable() && !other)
                other = one;
        }
        panel.setTemplates(templates, own);
        panel.resize(800, 500);
        panel.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&panel));
    }

    template <typename Widget>
    Widget *find(const QString &name) const
    {
        for (Widget *each : panel.findChildren<Widget *>(name)) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }

    void click(const QString &name) const
    {
        auto *button = find<QAbstractButton>(name);
        ASSERT_NE(button, nullptr) << name.toStdString();
        QTest::mouseClick(button, Qt::LeftButton);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    std::optional<MessageTemplate> own;
    std::optional<MessageTemplate> other;
    VersionsPanel panel{Samples::clock()};
};

} // namespace

TEST_F(VersionsPanelTest, whoSendsOneVersionSeesOneQuietButton)
{
    EXPECT_FALSE(panel.terms());
    EXPECT_NE(find<QAbstractButton>(u"openVersionsButton"_s), nullptr);
    EXPECT_EQ(find<QComboBox>(u"templateA"_s), nullptr);
    EXPECT_EQ(find<QSpinBox>(u"testPeople"_s), nullptr);
}

TEST_F(VersionsPanelTest, twoVersionsAreOpenedByAPressAndOneIsEnoughAgainByAnother)
{
    click(u"openVersionsButton"_s);

    ASSERT_TRUE(panel.terms());
    EXPECT_EQ(panel.terms()->variants.size(), 2u);
    EXPECT_FALSE(panel.terms()->problem().isEmpty()) << "they are the same still";
    EXPECT_EQ(panel.terms()->restPercent, 80);

    click(u"closeVersionsButton"_s);
    EXPECT_FALSE(panel.terms());
    EXPECT_EQ(find<QComboBox>(u"templateA"_s), nullptr);
}

TEST_F(VersionsPanelTest, aVersionHasAnotherTemplateOrAnotherValue)
{
    click(u"openVersionsButton"_s);
    const QSignalSpy edited{&panel, &VersionsPanel::edited};

    auto *templates = find<QComboBox>(u"templateB"_s);
    templates->setFocus();
    templates->setCurrentIndex(templates->findData(other->name + u'/' + other->language));
    EXPECT_EQ(panel.terms()->variants[1].templateName, other->name);
    EXPECT_EQ(panel.terms()->variants[1].language, other->language);
    EXPECT_TRUE(panel.terms()->problem().isEmpty());

    templates->setCurrentIndex(0);
    auto *key = find<QComboBox>(u"keyB"_s);
    key->setCurrentIndex(1);
    QTest::keyClicks(find<QLineEdit>(u"valueB"_s), u"Porto"_s);
    const AbVariant variant = panel.terms()->variants[1];
    EXPECT_TRUE(variant.templateName.isEmpty());
    EXPECT_EQ(variant.fixedValues,
              (Variables{
                  {own->variables().front().key, u"Porto"_s}
    }));
    EXPECT_GT(edited.count(), 0);

    key->setCurrentIndex(0);
    EXPECT_TRUE(panel.terms()->variants[1].fixedValues.isEmpty());
}

TEST_F(VersionsPanelTest, aVersionHasATimeOfItsOwn)
{
    click(u"openVersionsButton"_s);

    click(u"ownTimeB"_s);

    EXPECT_TRUE(panel.terms()->variants[1].startAt);
    EXPECT_FALSE(panel.terms()->variants[0].startAt);
    click(u"ownTimeB"_s);
    EXPECT_FALSE(panel.terms()->variants[1].startAt);
}

TEST_F(VersionsPanelTest, thereAreFourVersionsAtMostAndTwoAtLeast)
{
    click(u"openVersionsButton"_s);
    EXPECT_EQ(find<QAbstractButton>(u"removeB"_s), nullptr);

    click(u"addVersionButton"_s);
    click(u"addVersionButton"_s);
    EXPECT_EQ(panel.terms()->variants.size(), 4u);
    EXPECT_EQ(find<QAbstractButton>(u"addVersionButton"_s), nullptr);

    auto *templates = find<QComboBox>(u"templateD"_s);
    templates->setCurrentIndex(templates->findData(other->name + u'/' + other->language));
    click(u"removeC"_s);
    ASSERT_EQ(panel.terms()->variants.size(), 3u);
    EXPECT_EQ(panel.terms()->variants[2].templateName, other->name) << "D is C now";
}

TEST_F(VersionsPanelTest, theDecisionIsSaidInItsOwnControls)
{
    click(u"openVersionsButton"_s);

    find<QSpinBox>(u"testPeople"_s)->setValue(50);
    find<QComboBox>(u"winnerBy"_s)->setCurrentIndex(1);
    find<QSpinBox>(u"winnerHours"_s)->setValue(24);
    EXPECT_EQ(panel.terms()->restPercent, 50);
    EXPECT_EQ(panel.terms()->measure, AbMeasure::Responded);
    EXPECT_EQ(panel.terms()->decideAfter, 24h);

    find<QComboBox>(u"winnerWhen"_s)->setCurrentIndex(1);
    EXPECT_FALSE(panel.terms()->decideAfter);
    EXPECT_EQ(find<QSpinBox>(u"winnerHours"_s), nullptr);

    find<QSpinBox>(u"testPeople"_s)->setValue(100);
    EXPECT_EQ(find<QComboBox>(u"winnerWhen"_s), nullptr) << "nobody is left to get a winner";
}

TEST_F(VersionsPanelTest, whatHasNoControlStaysAsItWasGiven)
{
    AbTestTerms terms;
    terms.seed = 77;
    terms.decideAfter = 90min;
    terms.restPercent = 30;
    terms.variants = {{.headerMedia = HeaderMedia::fromText(u"https://example.org/a.png"_s)},
                      {.fixedValues = {{u"1"_s, u"a"_s}, {u"2"_s, u"b"_s}}}};

    panel.setTerms(terms);
    EXPECT_EQ(panel.terms(), terms);

    QTest::keyClicks(find<QLineEdit>(u"valueB"_s), u"x"_s);
    EXPECT_EQ(panel.terms()->seed, 77u);
    EXPECT_EQ(panel.terms()->decideAfter, 90min);
    EXPECT_EQ(panel.terms()->variants[0], terms.variants[0]);
    EXPECT_EQ(panel.terms()->variants[1].fixedValues.value(u"2"_s), u"b"_s);
}

// "I chose which value version B changes; the templates were synced while I thought about the words."
TEST_F(VersionsPanelTest, aChosenValueStaysChosenWhenTemplatesAreSynced)
{
    click(u"openVersionsButton"_s);
    auto *key = find<QComboBox>(u"keyB"_s);
    key->setCurrentIndex(1);

    panel.setTemplates(Samples::templates(), own);

    EXPECT_EQ(key->currentIndex(), 1);
    ASSERT_NE(find<QLineEdit>(u"valueB"_s), nullptr);
    QTest::keyClicks(find<QLineEdit>(u"valueB"_s), u"Porto"_s);
    EXPECT_EQ(panel.terms()->variants[1].fixedValues.value(own->variables().front().key), u"Porto"_s);
}

// "Version B has a picture on top, and the campaign has none: where do I say which picture?"
TEST_F(VersionsPanelTest, aVersionWhoseTemplateNeedsAFileHasAFieldForIt)
{
    panel.setTemplates(Samples::templates(), other);
    click(u"openVersionsButton"_s);
    EXPECT_EQ(find<QLineEdit>(u"mediaB"_s), nullptr) << "the campaign's template needs none";
    auto *templates = find<QComboBox>(u"templateB"_s);
    const auto take = [templates](const MessageTemplate &one) {
        templates->setCurrentIndex(templates->findData(one.name + u'/' + one.language));
    };

    take(Samples::templates().front());
    ASSERT_NE(find<QLineEdit>(u"mediaB"_s), nullptr);
    EXPECT_NE(find<QAbstractButton>(u"mediaButtonB"_s), nullptr);
    QTest::keyClicks(find<QLineEdit>(u"mediaB"_s), u"https://example.org/b.png"_s);
    EXPECT_EQ(panel.terms()->variants[1].headerMedia, HeaderMedia::fromText(u"https://example.org/b.png"_s));

    take(Samples::templates().back());
    EXPECT_EQ(panel.terms()->variants[1].headerMedia, HeaderMedia{}) << "it was the other template's";
    EXPECT_EQ(find<QLineEdit>(u"mediaB"_s), nullptr);
}

TEST_F(VersionsPanelTest, theKeyboardGoesToTheVersionThatIsToBeChangedNext)
{
    click(u"openVersionsButton"_s);
    EXPECT_TRUE(find<QComboBox>(u"templateB"_s)->hasFocus()) << "A is as the campaign is";

    click(u"addVersionButton"_s);
    EXPECT_TRUE(find<QComboBox>(u"templateC"_s)->hasFocus());

    panel.focusFirst();
    EXPECT_TRUE(find<QComboBox>(u"templateA"_s)->hasFocus());

    click(u"removeB"_s);
    EXPECT_TRUE(find<QComboBox>(u"templateB"_s)->hasFocus()) << "what follows has moved up";
}
