#include "exchange/xmlguard.h"

#include <gtest/gtest.h>

#include <QByteArray>

namespace {

using Finding = XmlGuard::Finding;

/// Looked at in pieces of this size.
Finding findingIn(const QByteArray &xml, qsizetype pieceSize)
{
    XmlGuard guard;
    for (qsizetype at = 0; at < xml.size(); at += pieceSize) {
        const Finding finding =
            guard.look(QByteArrayView{xml}.sliced(at, std::min(pieceSize, xml.size() - at)));
        if (finding != Finding::Nothing)
            return finding;
    }
    return Finding::Nothing;
}

Finding findingIn(const QByteArray &xml)
{
    const Finding whole = findingIn(xml, xml.size());
    EXPECT_EQ(findingIn(xml, 7), whole) << "must not depend on the pieces";
    return whole;
}

} // namespace

TEST(XmlGuardTest, whatSpreadsheetProgramsWritePasses)
{
    const QByteArray start =
        "\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- made > by <hand> -->\n<worksheet a='>'>";
    const QByteArray row = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>A &gt; B</t></is></c><c/>"
                           "<c><f><![CDATA[A1<B1]]></f><v>1</v></c></row>";

    EXPECT_EQ(findingIn(start + row.repeated(10'000) + "</worksheet>"), Finding::Nothing);
    EXPECT_EQ(findingIn("<a b=\"" + QByteArray(500'000, 'x') + "\"/>"), Finding::Nothing)
        << "a list of ranges";
}

TEST(XmlGuardTest, whatWouldFillTheMemoryIsTooLarge)
{
    const QByteArray brackets = QByteArray{"<>"}.repeated(5 * 1024 * 1024);

    for (const QByteArray &xml :
         {"<a>" + QByteArray(9 * 1024 * 1024, 'x'), "<a><![CDATA[" + brackets, "<a><!--" + brackets,
          "<a b=\"" + brackets, "<a><?x " + brackets, QByteArray{"<a>"}.repeated(300),
          "<a" + QByteArray{" b=\"\""}.repeated(600) + ">"})
        EXPECT_EQ(findingIn(xml), Finding::TooLarge) << xml.left(20).toStdString();
}

TEST(XmlGuardTest, documentTypesAndOtherEncodingsAreForeign)
{
    EXPECT_EQ(findingIn("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"),
              Finding::Foreign);
    EXPECT_EQ(findingIn(QByteArray{"\xFF\xFE<\0a\0", 6}), Finding::Foreign);
    EXPECT_EQ(findingIn(QByteArray{"\0<\0a", 4}), Finding::Foreign);
}
