#include "reporting/pdflanguage.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

Error unknownStructure(const QString &detail)
{
    return {.kind = ErrorKind::Internal,
            .message = QCoreApplication::translate("PdfReport", "The report could not be finished."),
            .code = u"pdf_structure"_s,
            .detail = detail};
}

/// The number behind a name in a dictionary: "/Size 42".
std::optional<qint64> numberBehind(const QByteArray &text, const QString &name)
{
    const QRegularExpression pattern{u"/%1\\s+(\\d+)"_s.arg(name)};
    const QRegularExpressionMatch match = pattern.match(QString::fromLatin1(text));
    return match.hasMatch() ? std::optional{match.captured(1).toLongLong()} : std::nullopt;
}

} // namespace

Result<QByteArray> withLanguage(const QByteArray &pdf, const QString &language)
{
    const qsizetype tail = pdf.lastIndexOf("startxref");
    const qsizetype trailer = pdf.lastIndexOf("trailer");
    if (tail < 0 || trailer < 0)
        return unknownStructure(u"no trailer"_s);
    const qint64 table = pdf.mid(tail + 9).trimmed().split('\n').first().trimmed().toLongLong();
    const QByteArray dictionary = pdf.mid(trailer, tail - trailer);
    const std::optional<qint64> root = numberBehind(dictionary, u"Root"_s);
    const std::optional<qint64> size = numberBehind(dictionary, u"Size"_s);
    if (!root || !size)
        return unknownStructure(u"no root"_s);
    const QByteArray begin = QByteArray::number(*root) + " 0 obj";
    const qsizetype object = pdf.lastIndexOf('\n' + begin);
    const qsizetype end = object < 0 ? -1 : pdf.indexOf("endobj", object);
    const qsizetype open = object < 0 ? -1 : pdf.indexOf("<<", object);
    if (end < 0 || open < 0 || open > end)
        return unknownStructure(u"no catalog"_s);
    QByteArray catalog = pdf.mid(open + 2, end - open - 2);

    QByteArray result = pdf;
    if (!result.endsWith('\n'))
        result += '\n';
    const qsizetype offset = result.size();
    result += begin + "\n<<\n/Lang (" + language.toLatin1()
        + ")\n/ViewerPreferences << /DisplayDocTitle true >>" + catalog + "endobj\n";
    const qsizetype newTable = result.size();
    const std::optional<qint64> info = numberBehind(dictionary, u"Info"_s);
    result += "xref\n" + QByteArray::number(*root) + " 1\n"
        + QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \ntrailer\n<<\n/Size "
        + QByteArray::number(*size) + "\n/Root " + QByteArray::number(*root) + " 0 R\n"
        + (info ? "/Info " + QByteArray::number(*info) + " 0 R\n" : QByteArray{}) + "/Prev "
        + QByteArray::number(table) + "\n>>\nstartxref\n" + QByteArray::number(newTable) + "\n%%EOF\n";
    return result;
}
