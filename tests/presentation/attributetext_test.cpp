#include "presentation/attributetext.h"

#include <QLocale>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

/// The locale of the person at the window.
class InLocale
{
public:
    explicit InLocale(const QString &name) { QLocale::setDefault(QLocale{name}); }
    ~InLocale() { QLocale::setDefault(m_before); }
    InLocale(const InLocale &) = delete;
    InLocale &operator=(const InLocale &) = delete;

private:
    QLocale m_before;
};

} // namespace

TEST(AttributeTextTest, numbersAndDatesAreShownAsThePersonWritesThem)
{
    const InLocale german{u"de_DE"_s};

    EXPECT_EQ(attributeText(u"1250.5"_s, AttributeType::Number), u"1.250,5"_s);
    EXPECT_EQ(attributeText(u"1000000"_s, AttributeType::Number), u"1.000.000"_s);
    EXPECT_EQ(attributeText(u"2026-05-12"_s, AttributeType::Date), u"12 Mai 2026"_s);
}

TEST(AttributeTextTest, aValueThatIsNotOfItsTypeStaysAsItIs)
{
    EXPECT_EQ(attributeText(u"about 3"_s, AttributeType::Number), u"about 3"_s);
    EXPECT_EQ(attributeText(u"next spring"_s, AttributeType::Date), u"next spring"_s);
    EXPECT_EQ(attributeText(u"0123"_s, AttributeType::Text), u"0123"_s);
}

TEST(AttributeTextTest, whatIsTypedIsUnderstoodInThePersonsFormAndInTheStoredOne)
{
    const InLocale german{u"de_DE"_s};

    EXPECT_EQ(readAttribute(u"1.250,5"_s, AttributeType::Number), u"1250.5"_s);
    EXPECT_EQ(readAttribute(u"12.5"_s, AttributeType::Number), u"12.5"_s);
    EXPECT_EQ(readAttribute(u"1000000"_s, AttributeType::Number), u"1000000"_s);
    EXPECT_EQ(readAttribute(u"2026-05-12"_s, AttributeType::Date), u"2026-05-12"_s);
    EXPECT_EQ(readAttribute(u"12 Mai 2026"_s, AttributeType::Date), u"2026-05-12"_s);
}

TEST(AttributeTextTest, whatIsNoNumberAndNoDateIsNotUnderstood)
{
    EXPECT_EQ(readAttribute(u"a lot"_s, AttributeType::Number), std::nullopt);
    EXPECT_EQ(readAttribute(u"2026-02-30"_s, AttributeType::Date), std::nullopt);
    EXPECT_EQ(readAttribute(u"12.5.26"_s, AttributeType::Date), std::nullopt) << "which century?";
    EXPECT_EQ(readAttribute(u"  "_s, AttributeType::Number), QString{}) << "nothing takes it away";
}
